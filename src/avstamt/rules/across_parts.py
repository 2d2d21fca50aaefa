"""Rules that tell which goals, indicators and activities came or went since an earlier report: one finding a sort."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from avstamt.domain.finding import Evidence, Level
from avstamt.domain.place import Place
from avstamt.domain.report import Report
from avstamt.rules.across_pairs import Comparison, Item, activity_items, compared, goal_items, indicator_items, only_in
from avstamt.rules.model import Context, Observation, found, rule

_GOALS = Place.of("goals")
_NAMED = 3
_LONG = 60


@rule("JMF-111", name="mål-tillkomna-eller-borta", level=Level.DEVIATION, basis="jämförelse", compares=True)
def goals_are_those_of_the_earlier_report(context: Context) -> Iterator[Observation]:
    """Målen är desamma som i årets tidigare rapport.

    Varför: ett mål i planen som inte följs upp, eller ett mål som ingen har beslutat, ska förklaras.
    Fel: verksamhetsplanen har målet ”Besökarna får snabbt svar”, verksamhetsberättelsen för samma år har det inte.
    Rätt: målet finns i båda.
    """
    comparison = context.derived(compared)
    if comparison is not None:
        old, new = goal_items(comparison.earlier), goal_items(context.report)
        yield from _moved(comparison, "Mål", old, only_in(old, new), only_in(new, old))


@rule("JMF-112", name="indikatorer-tillkomna-eller-borta", level=Level.DEVIATION, basis="jämförelse", compares=True)
def indicators_are_those_of_the_earlier_report(context: Context) -> Iterator[Observation]:
    """Indikatorerna är desamma som i årets tidigare rapport.

    Varför: en indikator som faller bort under året döljer vad som inte nåddes; kommunfullmäktige och nämnden beslutar.
    Fel: verksamhetsplanen har indikatorn ”Andel nöjda besökare”, verksamhetsberättelsen för samma år har den inte.
    Rätt: indikatorn finns i båda.
    """
    comparison = context.derived(compared)
    if comparison is not None:
        old, new = indicator_items(comparison.earlier), indicator_items(context.report)
        yield from _moved(comparison, "Indikatorer", old, only_in(old, new), only_in(new, old))


@rule("JMF-113", name="aktiviteter-tillkomna-eller-borta", level=Level.DEVIATION, basis="jämförelse", compares=True)
def activities_are_those_of_the_earlier_report(context: Context) -> Iterator[Observation]:
    """Aktiviteterna är desamma som i årets tidigare rapport, och de som löper vidare finns kvar nästa år.

    Varför: en planerad aktivitet som inte nämns mer lämnar frågan om den blev av.
    Fel: verksamhetsplanen har aktiviteten ”Öva bemötande”, verksamhetsberättelsen för samma år har den inte.
    Rätt: aktiviteten finns i båda, med avvikelse om den inte blev av.
    """
    comparison = context.derived(compared)
    if comparison is None:
        return
    old, new = activity_items(comparison.earlier), activity_items(context.report)
    gone, come = only_in(old, new), only_in(new, old)
    if not comparison.same_year:
        going_on = _still_running(comparison.earlier, context.report.year)
        gone, come = [item for item in gone if item.place in going_on], []
    yield from _moved(comparison, "Aktiviteter", old, gone, come)


def _still_running(report: Report, year: int) -> frozenset[Place]:
    """Return the places of the activities that last into `year`."""
    return frozenset(
        Place.of("goals", goal.id, "activities", row.id)
        for goal in report.goals
        for row in goal.activities
        if row.ends is not None and row.ends.year >= year
    )


def _moved(
    comparison: Comparison, noun: str, old: Sequence[Item], gone: Sequence[Item], come: Sequence[Item]
) -> Iterator[Observation]:
    """Yield the one finding of a sort; an earlier report that has none of it tells nothing."""
    if not old or not (gone or come):
        return
    grave = bool(gone) and comparison.same_year
    yield found(
        _GOALS,
        _sentence(noun, comparison.name, gone, come),
        *(Evidence(_GOALS, item.label, comparison.name) for item in gone),
        *(Evidence(item.place, item.label) for item in come),
        advice="Skriv varför, eller lägg tillbaka det som saknas." if grave else "Kontrollera att det är meningen.",
        level=Level.DEVIATION if grave else Level.TIP,
    )


def _sentence(noun: str, name: str, gone: Sequence[Item], come: Sequence[Item]) -> str:
    if not gone:
        return f"{noun} har kommit till sedan {name}: {_listed(come)}."
    if not come:
        return f"{noun} finns inte kvar sedan {name}: {_listed(gone)}."
    return f"{noun} finns inte kvar sedan {name} ({_listed(gone)}), och nya har kommit till ({_listed(come)})."


def _listed(items: Sequence[Item]) -> str:
    names = [f"’{_shortened(item.label)}’" for item in items[:_NAMED]]
    if len(items) > _NAMED:
        return f"{', '.join(names)} och {len(items) - _NAMED} till"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} och {names[-1]}"


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONG else f"{line[:_LONG].rsplit(' ', 1)[0]} …"
