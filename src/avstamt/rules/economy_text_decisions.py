"""Amounts of the decisions held against the body: told of the same thing in the same words, or by the same noun."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from avstamt.domain.place import Place
from avstamt.language.claims.model import Balance
from avstamt.language.claims.model import Level as Stated
from avstamt.language.numbers.model import Degree, Figure
from avstamt.language.wordforms.stems import stem
from avstamt.language.words import word_set
from avstamt.rules.economy_text_rows import SCALES, is_printed
from avstamt.rules.figures import overlap
from avstamt.rules.model import Context, Observation, found
from avstamt.rules.prose_claims import Passage, Told, in_told
from avstamt.rules.writing_places import in_order

_FEW_WORDS = 3
_ALIKE = 0.6
_NOT_SUBJECT = frozenset(
    map(
        stem,
        word_set(
            "nämnden socialnämnden förvaltningen ansöker söka medel föreslår mnkr godkänner beslutar begär till från enligt"
        ),
    )
)
_NOUN = (
    r"(?P<noun>omslutningsförändring|budgetjustering|budgetöverföring|budgetförstärkning|resultatöverföring|resultatdisposition|"
    r"ombudgetering|tilläggsanslag|investeringsutgift|investeringsbudget|investeringsplan|driftbudget|nettobudget|verksamhetsbudget|"
    r"ägartillskott|prestationsförändring|klimatinvestering|reinvestering)(?:ar|er|en|arna|erna|ens|et)?\b"
)
_BEFORE = re.compile(
    _NOUN + r"[^.;:\d]{0,60}?\b(?:om|på|med|till|av)\s+(?:totalt\s+|sammanlagt\s+|sammantaget\s+)?$", re.IGNORECASE
)
_BEHIND = re.compile(r"\s+(?:i|som|till)\s+" + _NOUN, re.IGNORECASE)
_NOUN_ALONE = re.compile(_NOUN, re.IGNORECASE)
_IN_ALL = re.compile(r"\b(?:totalt|sammanlagt|sammantaget|tillsammans)\b", re.IGNORECASE)
_FOR = re.compile(r"\s+(?:för|avseende|gällande|rörande|som\s+avser)\s+(?P<what>(?:[^\s,.;]+\s*){1,6})", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_PLAIN_WORDS = frozenset(
    map(
        stem,
        word_set(
            "enligt bilaga avsnitt ärendet nämnden föreslår begär hos kommunstyrelsen avseende gällande samband med bokslut"
        ),
    )
)
_NEAR = Decimal("0.5")
_MOST_PARTS = 7


def unbacked_amounts(context: Context) -> Iterator[Observation]:
    """Yield an amount of the decisions where the body tells of the same thing with other amounts only."""
    decided = in_told(context, _decided)
    body = in_told(context, _with_amounts) if decided else []
    seen: set[Figure] = set()
    for told, number in decided:
        for observation in _other_amounts(told, number, body):
            seen.add(number)
            yield observation
    for named in in_told(context, _named_in_decisions):
        if named.number not in seen:
            yield from _other_amounts_of_noun(context, named)


def _decided(passages: Sequence[Passage]) -> list[tuple[Told, Figure]]:
    """Return the amounts of the decisions, each with the sentence that states it."""
    told = (one for passage in passages for one in passage.sentences if one.block.name == "proposals")
    claims = ((one, claim) for one in told for claim in one.claims if isinstance(claim, Stated | Balance))
    return [
        (one, claim.figures[0]) for one, claim in claims if len(claim.figures) == 1 and claim.figures[0].unit in SCALES
    ]


def _with_amounts(passages: Sequence[Passage]) -> list[tuple[Told, frozenset[str], list[Figure]]]:
    """Return the sentences of the body that give amounts, with what they are about."""
    told = (one for passage in passages for one in passage.sentences if one.block.name != "proposals")
    given = (
        (one, [number for claim in one.claims for number in claim.figures if number.unit in SCALES]) for one in told
    )
    return [(one, _telling(one.text), numbers) for one, numbers in given if numbers]


def _other_amounts(
    told: Told, number: Figure, body: Sequence[tuple[Told, frozenset[str], list[Figure]]]
) -> Iterator[Observation]:
    words = _telling(told.text)
    if len(words) < _FEW_WORDS:
        return
    about = (
        (one, numbers)
        for one, said, numbers in body
        if len(words & said) >= _ALIKE * len(words) and _may_be_of_one_year(told.text, one.text)
    )
    amounts = [(one, other) for one, numbers in about for other in numbers]
    if not amounts or any(_same(number, other) for _one, other in amounts):
        return
    one, other = min(amounts, key=lambda amount: in_order(amount[0].block.place))
    yield found(
        told.block.place.at(*number.span),
        f"Förslaget till beslut säger {number.span.of(told.block.text)}, men texten {other.span.of(one.block.text)}.",
        told.evidence,
        one.evidence,
        advice="Rätta beslutet eller texten.",
    )


def _may_be_of_one_year(one: str, other: str) -> bool:
    """Tell whether two sentences can be of the same year: they name one in common, or one of them names none."""
    years, others = set(_YEAR.findall(one)), set(_YEAR.findall(other))
    return not (years and others) or bool(years & others)


def _same(one: Figure, other: Figure) -> bool:
    if (one.unit, one.decimals, one.degree) == (other.unit, other.decimals, other.degree):
        return (one.low, one.high) == (other.low, other.high)
    scales = SCALES[one.unit], SCALES[other.unit]
    return overlap(
        (one.interval[0] * scales[0], one.interval[1] * scales[0]),
        (other.interval[0] * scales[1], other.interval[1] * scales[1]),
    )


class _NounAmount(NamedTuple):
    """An amount told by a noun: "omslutningsförändringar om 12,3 mnkr", with what it is for.

    It is not `direct` where only the heading above it has the noun.
    """

    told: Told
    noun: str
    number: Figure
    topic: frozenset[str]
    in_all: bool
    direct: bool = True


def _named_in_decisions(passages: Sequence[Passage]) -> list[_NounAmount]:
    """Return the amounts of the decisions that are told by a noun."""
    return [one for passage in passages if passage.block.name == "proposals" for one in _by_noun(passage)]


def _named_in_body(passages: Sequence[Passage]) -> list[_NounAmount]:
    """Return the amounts of the body that are told by a noun."""
    return [one for passage in passages if passage.block.name != "proposals" for one in _by_noun(passage)]


def _money_of_body(passages: Sequence[Passage]) -> list[tuple[Place, Figure]]:
    """Return every amount of the body, with the text that it stands in."""
    body = (passage for passage in passages if passage.block.name != "proposals")
    return [
        (passage.block.field, number) for passage in body for number in passage.reading.figures if number.unit in SCALES
    ]


def _by_noun(passage: Passage) -> Iterator[_NounAmount]:
    text = passage.block.text
    for told in passage.sentences:
        start, end = told.span
        for number in passage.reading.figures:
            if number.unit not in SCALES or number.is_range or not start <= number.span.start < end:
                continue
            match = _BEFORE.search(text, start, number.extent.start) or _BEHIND.match(text, number.span.end, end)
            named = match or _NOUN_ALONE.search(_heading(told))
            if named and number.degree is Degree.EXACT:
                behind = _FOR.match(text, max(number.span.end, match.end() if match else 0), end)
                topic = frozenset(word for word in _stems(behind["what"] if behind else "") if word not in _PLAIN_WORDS)
                in_all = bool(_IN_ALL.search(told.text))
                yield _NounAmount(told, named["noun"].lower(), number, topic, in_all, direct=bool(match))


def _heading(told: Told) -> str:
    """Return the heading that a sentence stands under."""
    return told.heading or (told.block.section.title if told.block.section else "")


def _other_amounts_of_noun(context: Context, decided: _NounAmount) -> Iterator[Observation]:
    """Yield a decided amount that stands nowhere in the body, where the body tells of the same noun with another one."""
    same = [one for one in in_told(context, _named_in_decisions) if one.noun == decided.noun]
    told = [one for one in in_told(context, _named_in_body) if one.noun == decided.noun]
    every, told = told, [one for one in told if one.direct] or told
    amounts = {_in_kronor(one.number) for one in told}
    if (
        len(same) != 1
        or len(amounts) != 1
        or not _is_of_the_same(decided, told[0])
        or _is_backed(context, decided.number, every)
    ):
        return
    one = min(told, key=lambda other: in_order(other.told.block.place))
    yield found(
        decided.told.block.place.at(*decided.number.span),
        f"Förslaget till beslut säger {_shown(decided)}, men texten {_shown(one)}.",
        decided.told.evidence,
        one.told.evidence,
        advice="Rätta beslutet eller texten.",
    )


def _is_of_the_same(decided: _NounAmount, other: _NounAmount) -> bool:
    """Tell whether two amounts with one noun are of one thing: for the same, in the same year, or about as large."""
    if not _may_be_of_one_year(decided.told.text, other.told.text):
        return False
    if decided.topic and other.topic:
        return bool(decided.topic & other.topic)
    small, large = sorted((_in_kronor(decided.number), _in_kronor(other.number)))
    return small >= _NEAR * large and not (decided.topic and other.in_all) and not (other.topic and decided.in_all)


def _is_backed(context: Context, number: Figure, told: Sequence[_NounAmount]) -> bool:
    """Tell whether the body, a table or a sum of the amounts told beside the noun gives an amount."""
    body = in_told(context, _money_of_body)
    if is_printed(context, number) or any(_same(number, other) for _field, other in body):
        return True
    fields = {one.told.block.field for one in told}
    amounts = sorted({_in_kronor(other) for field, other in body if field in fields})
    if len(amounts) > _MOST_PARTS:
        amounts = sorted({_in_kronor(one.number) for one in told})
    wanted = _in_kronor(number)
    return any(sum(parts) == wanted for size in range(2, len(amounts) + 1) for parts in combinations(amounts, size))


def _in_kronor(number: Figure) -> Decimal:
    return abs(number.low) * SCALES[number.unit]


def _shown(one: _NounAmount) -> str:
    return " ".join(one.number.span.of(one.told.block.text).split())


@lru_cache(maxsize=4096)
def _telling(text: str) -> frozenset[str]:
    return frozenset(word for word in _stems(text) if word not in _NOT_SUBJECT)


@lru_cache(maxsize=4096)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word.lower()) for word in re.findall(r"[^\W\d_]{4,}", text))
