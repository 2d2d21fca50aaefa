"""What a run could try, said in a sentence that does not promise more than was done."""

from __future__ import annotations

from collections.abc import Iterable

from avstamt.domain.finding import Claims, Coverage
from avstamt.rules.model import Outcome, Rule

PROSE = "sifferpåståenden i texten"
"""What the claims with figures in running text are called."""

IN_TEXT = "uppgifter i texten"
"""What the claims in words begin with: of goals, of indicators, of activities."""

_NO_PROSE = "Texten innehåller inga sifferpåståenden."


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
    tables = [part for part in parts if part.subject != PROSE and not part.subject.startswith(IN_TEXT)]
    prose = next((part for part in parts if part.subject == PROSE), None)
    words = [part for part in parts if part.subject.startswith(IN_TEXT)]
    total = sum(part.total for part in parts)
    if not total:
        return f"Tabellerna innehåller inga tal som kunde prövas mot varandra. {_NO_PROSE}"
    tried = sum(part.tried for part in parts)
    told = f"{prose.tried} av {prose.total} sifferpåståenden i texten kunde prövas." if prose else _NO_PROSE
    if words:
        told = f"{told} {_listed(words)} kunde prövas."
    if not tables:
        return f"Tabellerna innehåller inga tal som kunde prövas mot varandra. {told}"
    listed = _listed(tables)
    sums = sum(part.tried for part in tables), sum(part.total for part in tables)
    whole = f" Tillsammans {tried} av {total}." if prose or words else ""
    return f"{sums[0]} av {sums[1]} samband mellan tal i tabellerna kunde prövas: {listed}. {told}{whole}"


def _listed(parts: list[Claims]) -> str:
    each = [f"{part.tried} av {part.total} {part.subject}" for part in parts]
    return each[0] if len(each) == 1 else f"{', '.join(each[:-1])} och {each[-1]}"
