"""The part amounts that an area's text gives against the amount of the area's heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from avstamt.domain.finding import Evidence
from avstamt.domain.place import Place
from avstamt.language.claims.model import Balance, Result
from avstamt.rules.economy_headings import AmountHeading, read_heading
from avstamt.rules.economy_text_rows import SCALES
from avstamt.rules.model import Context, Observation, found
from avstamt.rules.prose_claims import Told, sentences_told
from avstamt.rules.writing_places import in_order

_MOST_PARTS = 8
_LEAST_PARTS = 2


@dataclass(frozen=True, slots=True)
class _Part:
    """An amount of a part of an area, signed by its word, in kronor."""

    told: Told
    claim: Balance
    amount: Decimal


def loose_parts(context: Context) -> Iterator[Observation]:
    """Yield the part that does not fit where all other parts together already are the heading's amount."""
    by_area: dict[str, list[_Part]] = {}
    headings: dict[str, AmountHeading] = {}
    totals: dict[str, Evidence] = {}
    for told in sorted(sentences_told(context), key=lambda told: in_order(told.block.place)):
        section = told.block.section
        heading = read_heading(section.title, told.block.place) if section and not told.heading else None
        if section is None or heading is None:
            continue
        headings[section.id] = heading
        if _tells_whole(told, heading):
            totals.setdefault(section.id, told.evidence)
        by_area.setdefault(section.id, []).extend(_parts(told, heading))
    for area, parts in by_area.items():
        if len(parts) + 1 > _LEAST_PARTS and len(parts) <= _MOST_PARTS:
            total = totals.get(area, Evidence(Place.of("sections", area, "title"), headings[area].text))
            yield from _left_over(headings[area], parts, total)


def _tells_whole(told: Told, heading: AmountHeading) -> bool:
    """Tell whether a sentence gives the amount of the heading."""
    whole = abs(heading.amount.amount) * SCALES[heading.amount.unit]
    amounts = [claim.figure for claim in told.claims if isinstance(claim, Balance) and claim.figure]
    return any(one.unit in SCALES and abs(one.low) * SCALES[one.unit] == whole for one in amounts)


def _parts(told: Told, heading: AmountHeading) -> Iterator[_Part]:
    whole = heading.amount.amount * SCALES[heading.amount.unit]
    for claim in told.claims:
        if isinstance(claim, Balance) and claim.figure and claim.figure.unit in SCALES and not claim.negated:
            sign = -1 if claim.result is Result.DEFICIT else 1
            amount = abs(claim.figure.low) * SCALES[claim.figure.unit] * sign
            if abs(amount) != abs(whole):
                yield _Part(told, claim, amount)


def _left_over(heading: AmountHeading, parts: Sequence[_Part], total: Evidence) -> Iterator[Observation]:
    whole = heading.amount.amount * SCALES[heading.amount.unit]
    if sum(part.amount for part in parts) == whole or len(parts) <= _LEAST_PARTS:
        return
    for size in range(len(parts) - 1, _LEAST_PARTS - 1, -1):
        for fitting in combinations(parts, size):
            if sum(part.amount for part in fitting) != whole:
                continue
            for part in parts:
                if part not in fitting and abs(part.amount) > abs(whole):
                    yield _does_not_fit(heading, part, fitting, total)
            return


def _does_not_fit(heading: AmountHeading, part: _Part, fitting: Sequence[_Part], total: Evidence) -> Observation:
    written = " ".join(part.told.words_of(part.claim).split())
    return found(
        part.told.at(part.claim),
        f"Beloppet i ’{written}’ ryms inte i ’{heading.text}’: de andra delarna i texten är redan tillsammans det beloppet.",
        part.told.evidence,
        total,
        *(one.told.evidence for one in fitting),
        advice="Skriv om beloppet är med i prognosen, eller rätta prognosen.",
    )
