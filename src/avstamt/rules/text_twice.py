"""A rule about what two texts tell of the same thing: the summary and the analysis give one figure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from avstamt.domain.finding import Level
from avstamt.domain.place import Place
from avstamt.language.claims.base import Modality, Relative
from avstamt.language.claims.model import Level as Stated
from avstamt.language.claims.model import Role
from avstamt.language.numbers.model import Figure, Sort
from avstamt.language.wordforms.stems import stem
from avstamt.language.words import Span
from avstamt.rules.figures import overlap
from avstamt.rules.model import Aspect, Context, Observation, found, rule
from avstamt.rules.prose_claims import REPORTING, Passage, Told, in_told
from avstamt.rules.text_twins import Twins, result_twins, twins

_LEAST_WORDS = 3
_ALIKE = 0.8


@dataclass(frozen=True, slots=True)
class _Said:
    """A stated figure with the stems of what it is about."""

    told: Told
    figure: Figure
    about: frozenset[str]
    key: tuple[Place, Span]


@rule(
    "TXT-121",
    name="samma-sak-två-tal",
    level=Level.DEVIATION,
    basis="samstämmighet",
    kinds=REPORTING,
    heeds=(Aspect.TEXTS, Aspect.INDICATORS),
)
def same_thing_is_told_with_the_same_figure(context: Context) -> Iterator[Observation]:
    """Samma uppgift har samma tal i sammanfattningen och i analysen.

    Varför: talet rättas på det ena stället och inte på det andra. Bara meningar som säger samma sak om samma år jämförs.
    Fel: sammanfattningen ”329 hushåll avslutade sitt bistånd” och analysen ”392 hushåll avslutade sitt bistånd”.
    Rätt: ”329 hushåll avslutade sitt bistånd” på båda ställena.
    """
    told: set[Place] = set()
    for pair in _pairs(context):
        where = pair.one.block.place.at(*pair.figure.span)
        if where not in told:
            told.add(where)
            yield _told_twice(pair.one, pair.figure, pair.other, pair.other_figure)


def _pairs(context: Context) -> Iterator[Twins]:
    for group in _by_kind(context).values():
        if len({said.told.block.field for said in group}) == 1:
            continue  # one text is not held against itself, however long it is
        for place, one in enumerate(group):
            for other in group[place + 1 :]:
                if _differ(one, other):
                    yield Twins(one.told, one.figure, other.told, other.figure)
    yield from twins(context)
    yield from result_twins(context)


def _by_kind(context: Context) -> dict[tuple[object, ...], list[_Said]]:
    """Return the stated figures that can be compared: of one unit and noun, of one year and one sex."""
    groups: dict[tuple[object, ...], list[_Said]] = defaultdict(list)
    for claim, said in sorted(in_told(context, _comparable), key=lambda one: one[1].key):
        kind = (said.figure.unit, stem(said.figure.noun.lower()), _year(context, claim), claim.sex)
        groups[kind].append(said)
    return groups


def _comparable(passages: Sequence[Passage]) -> list[tuple[Stated, _Said]]:
    """Return the claims of sentences that state one figure, a plain one, and tell enough of what it is of."""
    stating = [
        (told, [claim for claim in told.claims if isinstance(claim, Stated)])
        for passage in passages
        for told in passage.sentences
    ]
    alone = ((told, stated[0]) for told, stated in stating if len(stated) == 1 and _is_comparable(stated[0]))
    said = (
        (claim, _Said(told, claim.figure, frozenset(map(stem, claim.subject)), (told.block.place, told.span)))
        for told, claim in alone
    )
    return [one for one in said if len(one[1].about) >= _LEAST_WORDS]


def _is_comparable(claim: Stated) -> bool:
    number = claim.figure
    plain = not number.is_range and number.whole is None and not number.partitive
    return (
        plain
        and claim.role is Role.OUTCOME
        and claim.modality is Modality.FACT
        and not claim.base
        and number.sort in (Sort.COUNT, Sort.SHARE)
    )


def _year(context: Context, claim: Stated) -> int:
    year = context.report.year
    if claim.when is None or claim.when.relative is Relative.THIS_YEAR:
        return year
    return claim.when.year or year - 1


def _differ(one: _Said, other: _Said) -> bool:
    """Tell whether two texts tell of the same thing with figures that cannot both be right."""
    if one.told.block.field == other.told.block.field or overlap(one.figure.interval, other.figure.interval):
        return False
    return len(one.about & other.about) >= _ALIKE * len(one.about | other.about)


def _told_twice(one: Told, figure: Figure, other: Told, other_figure: Figure) -> Observation:
    first = " ".join(figure.span.of(one.block.text).split())
    second = " ".join(other_figure.span.of(other.block.text).split())
    return found(
        one.block.place.at(*figure.span),
        f"Här står {first}, men på ett annat ställe {second} om samma sak.",
        one.evidence,
        other.evidence,
        advice="Rätta det tal som är fel.",
    )
