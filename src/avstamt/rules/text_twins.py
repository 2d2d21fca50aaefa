"""Sentences that tell the same twice, in the summary and in an analysis, and the figures in which they differ."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import chain, islice
from operator import attrgetter

from avstamt.domain.place import Place
from avstamt.language.claims.base import Relative
from avstamt.language.claims.model import Balance, Tally
from avstamt.language.grammar import NEGATIONS, SMALL_WORDS
from avstamt.language.numbers.model import Degree, Figure, Form, Sort
from avstamt.language.wordforms.stems import stem
from avstamt.language.words import Span, split_words, word_set
from avstamt.rules.context import Context
from avstamt.rules.economy_text_rows import SCALES
from avstamt.rules.economy_text_whole import is_plain_result, says_whole
from avstamt.rules.figures import overlap
from avstamt.rules.prose_claims import Passage, Told, in_told
from avstamt.rules.prose_ties import Ties, ties_of

_GENERAL = frozenset(
    map(
        stem,
        word_set(
            """
            andel andelen antal antalet utfall utfallet resultat resultatet värde värdet indikator indikatorn årsmål
            årsmålet mål målet procent period perioden enhet enheten enhetens nämnd nämnden nämndens verksamhet
            verksamheten verksamhetsområde verksamhetsområdet område området avdelningen totalt total överskott
            underskott budget avvikelse netto prognos prognosen prognostiserar prognostiseras redovisar visar lämnar
            uppgår uppgick ligger låg är var blev har haft bedöms jmf jämfört jämförelse året tertial helåret
            budgeterat beror nås nåddes uppnås uppfylls kronor mnkr tkr cirka ca
            """
        ),
    )
)
"""Words that many sentences share, whatever they are about."""

_CLOSING = re.compile(
    r"\s*(?:$|[.,;]|(?:mot|jämfört\s+med|i\s+förhållande\s+till)\s+(?:\w+\s+)?budget\w*\s*(?:$|[.,;])|för\s+(?:år\w*\s+)?20\d\d)",
    re.IGNORECASE,
)
_LEAST_WORDS = 3
_ALIKE = 0.75
_ALIKE_WITH_SHARED = 0.5
_RARE = 4
_COMMON = 60
"""A word that stands in more sentences than this brings none of them together."""

_FIGURE = "#"


_TURNING = word_set(
    """
    förra föregående fjol fjolåret innan tidigare januari februari mars april maj juni juli augusti september oktober
    november december våren hösten sommaren vintern kvartalet halvåret ytterligare övriga andra
    """
)
"""Words that make another thing or another time of a sentence."""


@dataclass(frozen=True, slots=True)
class Twins:
    """Two sentences of different texts that tell the same thing, and the pair of figures that differ."""

    one: Told
    figure: Figure
    other: Told
    other_figure: Figure


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with its words in order, figures as signs of their unit, and the stems that tell what it is about."""

    told: Told
    place: int
    tokens: tuple[str, ...]
    figures: tuple[tuple[int, Figure], ...]
    about: frozenset[str]
    years: frozenset[str]
    key: tuple[Place, Span]


def twins(context: Context) -> Iterator[Twins]:
    """Yield the figures in which two sentences differ that else tell the same."""
    found = in_told(context, _sentences)
    found.sort(key=lambda one: one.key)
    for one, other in _candidates(found):
        if _are_of_one_thing(one, other) and not _own_indicators_differ(one, other, ties_of(context)):
            yield from _differing(one, other)


def _sentences(passages: Sequence[Passage]) -> list[_Sentence]:
    """Return the sentences of a part of the report that tell figures, without those that count goals."""
    found: list[_Sentence] = []
    for passage in passages:
        every = passage.reading.figures
        tallied = {claim.sentence for claim in passage.reading.claims if isinstance(claim, Tally)}
        for place, told in enumerate(passage.sentences):
            first = bisect_left(every, told.span.start, key=_start)
            last = bisect_left(every, told.span.end, first, key=_start)
            figures = tuple(figure for figure in every[first:last] if told.span.holds(figure.span))
            if figures and told.span not in tallied:
                tokens, numbered, about, years = _cut(told.block.text, told.span, figures)
                key = (told.block.place, told.span)
                found.append(_Sentence(told, place, tokens, numbered, about, years, key))
    return found


def _start(figure: Figure) -> int:
    return figure.span.start


@lru_cache(maxsize=4096)  # a sentence is cut again only when it has changed
def _cut(
    text: str, sentence: Span, figures: tuple[Figure, ...]
) -> tuple[tuple[str, ...], tuple[tuple[int, Figure], ...], frozenset[str], frozenset[str]]:
    """Return a sentence's words with its figures as signs, where the figures stand, its telling stems and its years."""
    tokens: list[str] = []
    numbered: list[tuple[int, Figure]] = []
    about: set[str] = set()
    years: set[str] = set()
    ahead = list(figures)
    words = split_words(text)
    first = bisect_left(words, sentence.start, key=attrgetter("start"))
    for word in islice(words, first, None):
        if word.start >= sentence.end:
            break
        while ahead and ahead[0].span.end <= word.start:
            ahead.pop(0)
        if ahead and ahead[0].span.start <= word.start:
            if not numbered or numbered[-1][1] is not ahead[0]:
                numbered.append((len(tokens), ahead[0]))
                tokens.append(_FIGURE + ahead[0].unit)
            continue
        own = stem(word.lower)
        tokens.append(own)
        if word.text[0].isdecimal() or word.lower in NEGATIONS or word.lower in _TURNING:
            years.add(word.lower)
        elif word.lower not in SMALL_WORDS and own not in _GENERAL:
            about.add(own)
    return tuple(tokens), tuple(numbered), frozenset(about), frozenset(years)


def _candidates(sentences: Sequence[_Sentence]) -> Iterator[tuple[_Sentence, _Sentence]]:
    """Yield the pairs from different texts that share one of their rarest words."""
    times = Counter(chain.from_iterable([sentence.about for sentence in sentences]))
    shared = {own for own, many in times.items() if 1 < many <= _COMMON}
    having: dict[str, list[int]] = defaultdict(list)
    rare: list[list[str]] = []
    for number, sentence in enumerate(sentences):
        own_alone = sum([times[own] == 1 for own in sentence.about])
        both = sorted(shared.intersection(sentence.about), key=lambda own: (times[own], own))
        rare.append(both[: max(0, _RARE - own_alone)])
        for own in both:
            having[own].append(number)
    for number, (sentence, telling) in enumerate(zip(sentences, rare, strict=True)):
        near = sorted({other for own in telling for other in having[own] if other > number})
        for other in near:
            if sentences[other].told.block.field != sentence.told.block.field:
                yield sentence, sentences[other]


def _are_of_one_thing(one: _Sentence, other: _Sentence) -> bool:
    """Tell whether two sentences speak of the same: of one time, and what one says of its subject the other says too."""
    less, more = sorted((one.about, other.about), key=len)
    if one.years != other.years or not less <= more:
        return False
    if one.tokens == other.tokens and len(less) >= _LEAST_WORDS - 1:
        return True
    alike = len(less) / len(more)
    return len(less) >= _LEAST_WORDS and alike >= (_ALIKE_WITH_SHARED if _share_a_figure(one, other) else _ALIKE)


def _own_indicators_differ(one: _Sentence, other: _Sentence, ties: Ties) -> bool:
    """Tell whether the sentences are known to speak of different indicators."""
    names = [
        {
            tie.indicator.name
            for claim in sentence.told.claims
            if (tie := ties.get((sentence.told.block.place, claim.span, type(claim))))
        }
        for sentence in (one, other)
    ]
    return bool(names[0] and names[1] and not names[0] & names[1])


def _share_a_figure(one: _Sentence, other: _Sentence) -> bool:
    amounts = [{(figure.low, figure.unit) for _place, figure in sentence.figures} for sentence in (one, other)]
    return len(one.figures) > 1 and len(other.figures) > 1 and bool(amounts[0] & amounts[1])


def _differing(one: _Sentence, other: _Sentence) -> Iterator[Twins]:
    """Yield the figures in the same place of both sentences that cannot be one; where most differ, they tell of two things."""
    second = dict(other.figures)
    first = dict(one.figures)
    matcher = SequenceMatcher(None, one.tokens, other.tokens, autojunk=False)
    pairs = [
        (first[block.a + step], second[block.b + step])
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
        if block.size > 1 and block.a + step in first and block.b + step in second
    ]
    unlike = [pair for pair in pairs if not _may_be_one(*pair)]
    if len(unlike) > 1 and 2 * len(unlike) > len(pairs):
        return
    yield from (Twins(one.told, left, other.told, right) for left, right in unlike if left.sort is not Sort.TIME)


def _may_be_one(one: Figure, other: Figure) -> bool:
    """Tell whether two figures may be one: the same as printed, or as far as the coarser of them shows."""
    exact = one.degree is other.degree is Degree.EXACT and one.decimals == other.decimals
    if exact and Form.ROUND not in (one.form, other.form):
        return (one.low, one.high) == (other.low, other.high)
    return overlap(one.interval, other.interval)


def result_twins(context: Context) -> Iterator[Twins]:
    """Yield two texts that give the result of the whole unit with amounts that cannot be one."""
    told = sorted(_results(context), key=lambda one: (one[0].block.place, one[0].span))
    for place, (one, figure) in enumerate(told):
        for other, other_figure in told[place + 1 :]:
            apart = one.block.field != other.block.field and one.text != other.text
            if apart and not _may_be_one_amount(figure, other_figure):
                yield Twins(one, figure, other, other_figure)
                return


def _results(context: Context) -> list[tuple[Told, Figure]]:
    return in_told(context, _results_in, context.report.year)


def _results_in(passages: Sequence[Passage], year: int) -> list[tuple[Told, Figure]]:
    """Return the sentences of a part of the report that give the result of the whole unit in a year, with the amount."""
    return [
        (told, claim.figure)
        for passage in passages
        for told in passage.sentences
        if (claim := _only_balance(told)) and claim.figure and _closes(told, claim, year)
    ]


def _only_balance(told: Told) -> Balance | None:
    balances = [claim for claim in told.claims if isinstance(claim, Balance) and claim.figure]
    whole = len(balances) == 1 and says_whole(told.text) and is_plain_result(told.text)
    return balances[0] if whole else None


def _closes(told: Told, claim: Balance, year: int) -> bool:
    """Tell whether a claim is of this year, in money, and the last thing that its sentence says."""
    now = claim.when is None or claim.when.year == year or claim.when.relative is Relative.THIS_YEAR
    money = claim.figure is not None and claim.figure.unit in SCALES
    rest = told.block.text[claim.span.end : told.span.end]
    return money and now and not claim.negated and _CLOSING.match(rest) is not None


def _may_be_one_amount(one: Figure, other: Figure) -> bool:
    """Tell whether two amounts of money may be one, each as far as it is shown."""
    if one.unit == other.unit:
        return _may_be_one(one, other)
    first, second = (tuple(abs(end) * SCALES[figure.unit] for end in figure.interval) for figure in (one, other))
    return overlap((min(first), max(first)), (min(second), max(second)))
