"""Rules about what stands twice: one indicator, one row under a goal."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from avstamt.domain.finding import Evidence, Fix, Level
from avstamt.domain.goal import Goal
from avstamt.domain.indicator import INDICATOR_FIGURES, Indicator
from avstamt.domain.place import Place, remove
from avstamt.rules.figures import CELL_NAMES
from avstamt.rules.model import Aspect, Context, Observation, found, rule
from avstamt.templates.indicators import normal_name


@rule(
    "IND-301",
    name="indikator-två-gånger",
    level=Level.DEVIATION,
    basis="samstämmighet",
    reads="part",
    heeds=(Aspect.TEXTS, Aspect.INDICATORS),
)
def indicator_stands_once_in_its_goal(context: Context) -> Iterator[Observation]:
    """En indikator står en gång under sitt mål.

    Varför: två rader för samma period kan säga emot varandra, och läsaren vet inte vilken som gäller.
    Fel: Antal besök, utfall 16 st, två gånger under samma mål.
    Rätt: Antal besök, utfall 16 st, en gång; eller två gånger för olika perioder.
    """
    for goal, place in context.goals:
        rows: dict[tuple[str, str], list[Indicator]] = {}
        for indicator in goal.indicators:
            key = (normal_name(indicator.name), " ".join(indicator.period.casefold().split()))
            if key[0]:
                rows.setdefault(key, []).append(indicator)
        for twice in rows.values():
            fullest, *others = sorted(twice, key=lambda row: (-len(_cells(row)), row.analysis is None, row.id))
            for other in others:
                yield _second(goal, place / "indicators", fullest, other)


def _second(goal: Goal, rows: Place, first: Indicator, second: Indicator) -> Observation:
    one, other = _cells(first), _cells(second)
    different = [name for name in other if name in one and one[name] != other[name]]
    shown = next(iter(different or other), "name")
    evidence = tuple(Evidence(rows / row.id / shown, str(getattr(row, shown)).strip()) for row in (first, second))
    if different:
        name = different[0]
        return found(
            rows / second.id,
            f"Indikatorn ’{second.name}’ står två gånger under målet med olika tal: {CELL_NAMES[name]} "
            f"är {getattr(first, name)} och {getattr(second, name)}.",
            *evidence,
            advice="Behåll den rad som är rätt.",
            level=Level.ERROR,
        )
    lacks = [CELL_NAMES[name] for name in one if name not in other]
    how = f"den andra raden saknar {_and(lacks)}" if lacks else "med samma uppgifter"
    comma = "; " if lacks else " "
    own = second.locked or goal.locked
    kept = second.analysis is None or second.analysis.is_empty
    fix = Fix("Ta bort den ena raden", safe=False, apply=partial(remove, place=rows / second.id))
    return found(
        rows / second.id,
        f"Indikatorn ’{second.name}’ står två gånger under målet{comma}{how}.",
        *evidence,
        advice="Ta bort den ena raden." if kept else "Ta bort den ena raden och behåll analysen.",
        fix=fix if kept and not own else None,
    )


def _cells(indicator: Indicator) -> dict[str, str]:
    """Return the filled cells, blanks aside."""
    texts = {name: "".join(str(getattr(indicator, name)).split()) for name in INDICATOR_FIGURES}
    return {name: text for name, text in texts.items() if text}


def _and(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} och {words[-1]}"
