"""Sentences that tell the same twice, in the summary and in an analysis, and the figures in which they differ."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from avstamt.language.claims.base import Claim, Relative
from avstamt.language.claims.model import Balance, Tally
from avstamt.language.grammar import NEGATIONS, SMALL_WORDS
from avstamt.language.numbers.model import Degree, Figure, Form, Sort
from avstamt.language.wordforms.stems import stem
from avstamt.language.words import Span, split_words, word_set
from avstamt.rules.context import Context
from avstamt.rules.economy_text_rows import SCALES, is_plain_result, says_whole
from avstamt.rules.figures import overlap
from avstamt.rules.prose_claims import Told, passages_told
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


def twins(context: Context) -> Iterator[Twins]:
    """Yield the figures in which two sentences differ that else tell the same."""
    sentences = _sentences(context)
    ties = ties_of(context)
    for one, other in _candidates(sentences):
        if _are_of_one_thing(one, other, ties):
            yield from _differing(one, other)


def _sentences(context: Context) -> list[_Sentence]:
    found: list[_Sentence] = []
    for passage in passages_told(context):
        for place, told in enumerate(passage.sentences):
            figures = tuple(figure for figure in passage.reading.figures if told.span.holds(figure.span))
            if figures and not any(isinstance(one, Tally) for one in _claims_in(passage.reading.claims, told.span)):
                tokens, numbered, about, years = _cut(told.block.text, told.span, figures)
                found.append(_Sentence(told, place, tokens, numbered, about, years))
    found.sort(key=lambda one: (one.told.block.place, one.told.span))
    return found


def _claims_in(claims: Sequence[Claim], sentence: Span) -> Iterator[Claim]:
    return (claim for claim in claims if claim.sentence == sentence)


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
    for word in split_words(text):
        if not sentence.start <= word.start < sentence.end:
            continue
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
    having: dict[str, list[int]] = defaultdict(list)
    for number, sentence in enumerate(sentences):
        for own in sentence.about:
            having[own].append(number)
    for number, sentence in enumerate(sentences):
        rarest = sorted(sentence.about, key=lambda own: (len(having[own]), own))[:_RARE]
        near = sorted({other for own in rarest for other in having[own] if other > number})
        for other in near:
            if sentences[other].told.block.field != sentence.told.block.field:
                yield sentence, sentences[other]


def _are_of_one_thing(one: _Sentence, other: _Sentence, ties: Ties) -> bool:
    """Tell whether two sentences speak of the same: of one time, and what one says of its subject the other says too."""
    less, more = sorted((one.about, other.about), key=len)
    if one.years != other.years or not less <= more or _own_indicators_differ(one, other, ties):
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


def _results(context: Context) -> Iterator[tuple[Told, Figure]]:
    for passage in passages_told(context):
        for told in passage.sentences:
            balances = [claim for claim in told.claims if isinstance(claim, Balance) and claim.figure]
            if len(balances) != 1 or not says_whole(told.text) or not is_plain_result(told.text):
                continue
            claim = balances[0]
            figure, rest = claim.figure, told.block.text[claim.span.end : told.span.end]
            now = (
                claim.when is None
                or claim.when.year == context.report.year
                or claim.when.relative is Relative.THIS_YEAR
            )
            if figure and figure.unit in SCALES and now and not claim.negated and _CLOSING.match(rest):
                yield told, figure


def _may_be_one_amount(one: Figure, other: Figure) -> bool:
    """Tell whether two amounts of money may be one, each as far as it is shown."""
    if one.unit == other.unit:
        return _may_be_one(one, other)
    first, second = (tuple(abs(end) * SCALES[figure.unit] for end in figure.interval) for figure in (one, other))
    return overlap((min(first), max(first)), (min(second), max(second)))
