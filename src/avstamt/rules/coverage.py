"""What a run could try, said in a sentence that does not promise more than was done."""

from __future__ import annotations

from collections.abc import Iterable

from avstamt.domain.finding import Claims, Coverage
from avstamt.rules.model import Outcome, Rule

_PROSE = "Siffror i löpande text prövas inte."


def coverage(outcomes: Iterable[tuple[Rule, Outcome]]) -> Coverage:
    """Return how many claims of each sort there were, and how many were tried."""
    sums: dict[str, tuple[int, int]] = {}
    unable: dict[str, None] = {}
    for rule, outcome in outcomes:
        unable |= dict.fromkeys(outcome.unable)
        if rule.claims:
            tried, total = sums.get(rule.claims, (0, 0))
            sums[rule.claims] = (tried + outcome.tried, total + outcome.total)
    parts = tuple(Claims(subject, tried, total) for subject, (tried, total) in sums.items() if total)
    return Coverage(parts, " ".join((_sentence(parts), *unable)))


def _sentence(parts: tuple[Claims, ...]) -> str:
    total = sum(part.total for part in parts)
    if not total:
        return f"Tabellerna innehåller inga tal som kunde prövas mot varandra. {_PROSE}"
    tried = sum(part.tried for part in parts)
    each = [f"{part.tried} av {part.total} {part.subject}" for part in parts]
    listed = each[0] if len(each) == 1 else f"{', '.join(each[:-1])} och {each[-1]}"
    return f"{tried} av {total} samband mellan tal i tabellerna kunde prövas: {listed}. {_PROSE}"
