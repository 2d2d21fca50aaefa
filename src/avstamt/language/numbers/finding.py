"""Finding every figure of a text, and every digit that is no figure, in one walk over its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import chain

from avstamt.language.numbers.amounts import Amount, read_digits, read_one, read_words
from avstamt.language.numbers.asides import read_aside
from avstamt.language.numbers.building import build_figure
from avstamt.language.numbers.labelled import read_continued
from avstamt.language.numbers.labels import AGE_WORDS, LABELS
from avstamt.language.numbers.model import Aside, AsideKind, Figure, Form, Numbers
from avstamt.language.numbers.ones import counts_none, counts_one
from avstamt.language.numbers.wording import NO_WORDS, ONE_WORDS, STARTERS
from avstamt.language.words import BLANKS, Span, Word, numbers_of, split_words

_JOINER = re.compile(
    rf"[{BLANKS}]*(,|,?[{BLANKS}]*(?:och|samt|respektive|till|eller))[{BLANKS}]*(?:ca\.?|cirka|knappt|drygt)?[{BLANKS}]*"
)
_PERCENT_SIGN = re.compile(r"%")
_SENTENCE_END = frozenset('.!?:\n•\uf0b7”"–-')
_AGE_UNIT = re.compile(rf"[{BLANKS}]+år\b(?![{BLANKS}]+(?:i rad|sedan))")
_SEX_TRADE = re.compile(r"[ \u00a0]+(?:mot ersättning|och samlevnad|som (?:hobby|självskade))")


def find_numbers(text: str) -> Numbers:
    """Return the figures of `text` and the digits that are none; never raises, and spans lie within the text."""
    return _find(text)


@lru_cache(maxsize=4096)
def _find(text: str) -> Numbers:
    return numbers_among(text, split_words(text))


def numbers_among(text: str, words: Sequence[Word]) -> Numbers:
    """Return the numbers of `text`, whose words are known."""
    figures: list[Figure] = []
    asides: list[Aside] = []
    reached = 0
    for index in _beginnings(text):
        if words[index].start < reached:
            continue
        found = _read(text, words, index, figures, asides)
        if isinstance(found, Figure):
            figures.append(found)
            reached = found.span.end
        elif isinstance(found, Aside):
            asides.append(found)
            reached = found.span.end
    return Numbers(_with_shared_units(text, figures), tuple(_with_percent_signs(text, figures, asides)))


def _beginnings(text: str) -> list[int]:
    """Return the numbers of the words that a number may begin with, in order."""
    numbers = numbers_of(text).items()
    return sorted(chain.from_iterable([at for lower, at in numbers if lower in STARTERS or lower[0].isdecimal()]))


def _read(
    text: str, words: Sequence[Word], index: int, figures: Sequence[Figure], asides: Sequence[Aside]
) -> Figure | Aside | None:
    """Read what stands at word `index`, which is of digits or a number word."""
    word = words[index]
    if word.text[0].isdecimal():
        if asides and (going_on := read_continued(text, asides[-1], words, index)):
            return going_on
        if aside := read_aside(text, words, index):
            return aside
        amount = read_digits(text, word.start)
        return build_figure(text, words, index, amount) if amount else None
    return _read_word(text, words, index, figures[-1] if figures else None)


def _read_word(text: str, words: Sequence[Word], index: int, before: Figure | None) -> Figure | Aside | None:
    word = words[index]
    if word.lower in NO_WORDS:
        if not counts_none(text, words, index):
            return None
        return build_figure(text, words, index, read_one(word)._replace(value=Decimal(0), form=Form.NONE))
    amount = read_words(text, words, index)
    if amount is None:
        is_one = word.lower in ONE_WORDS and counts_one(text, words, index, before)
        return build_figure(text, words, index, read_one(word)) if is_one else None
    if aside := _worded_aside(text, words, index, amount):
        return aside
    if _is_name(text, words, index) or (word.lower == "sex" and _SEX_TRADE.match(text, word.end)):
        return None
    return build_figure(text, words, index, amount)


def _worded_aside(text: str, words: Sequence[Word], index: int, amount: Amount) -> Aside | None:
    """Return a number word that names or is an age: "årskurs nio", "tertial två", "över tolv år"."""
    if not index or amount.form is not Form.WORDS:
        return None
    label = words[index - 1].lower
    span = Span(amount.start, amount.end)
    beside = not text[words[index - 1].end : amount.start].strip(BLANKS)
    if beside and label == "rullande":
        return Aside(span, AsideKind.NAME, span.of(text), label)
    if beside and LABELS.get(label) is AsideKind.REFERENCE and label not in _LABELS_OF_NUMBERS:
        return Aside(span, AsideKind.REFERENCE, span.of(text), label)
    if beside and label in AGE_WORDS - {"från", "till"} and (age := _AGE_UNIT.match(text, amount.end)):
        return Aside(Span(amount.start, age.end()), AsideKind.AGE, text[amount.start : age.end()])
    return None


_LABELS_OF_NUMBERS = frozenset(
    {"mål", "målen", "v", "t", "del", "dag", "dagarna", "punkter", "alternativ", "fråga", "år"}
)


def _is_name(text: str, words: Sequence[Word], index: int) -> bool:
    """Tell whether a number word is part of a name: it has a capital inside a sentence ("lokalen Tre liljor")."""
    word = words[index]
    if not word.text[0].isupper() or not index:
        return False
    gap = text[words[index - 1].end : word.start]
    return not set(gap) & _SENTENCE_END


def _with_shared_units(text: str, figures: list[Figure]) -> tuple[Figure, ...]:
    """Give a figure without unit and noun those of the figure it is joined to: "fem och sju procent".

    A comma joins only in a list that goes on to such a joint: "fem, sju och nio procent".
    """
    shared = False
    for place in range(len(figures) - 2, -1, -1):
        figure, following = figures[place], figures[place + 1]
        bare = not (figure.unit or figure.noun) and figure.form is following.form and figure.form in _PLAIN
        joiner = _JOINER.fullmatch(text, figure.span.end, following.extent.start) if bare else None
        shared = joiner is not None and (shared or joiner[1] != ",")
        if shared:
            figures[place] = replace(figure, unit=following.unit, noun=following.noun)
    return tuple(figures)


_PLAIN = (Form.DIGITS, Form.WORDS)


def _with_percent_signs(text: str, figures: Sequence[Figure], asides: Sequence[Aside]) -> list[Aside]:
    """Add the per cent signs that no number stands before."""
    if "%" not in text:
        return list(asides)
    taken = {position for figure in figures for position in range(*figure.extent)}
    taken |= {position for aside in asides for position in range(*aside.span)}
    alone = [
        Aside(Span(match.start(), match.end()), AsideKind.PERCENT_SIGN, "%")
        for match in _PERCENT_SIGN.finditer(text)
        if match.start() not in taken
    ]
    return sorted([*asides, *alone], key=lambda aside: aside.span)
