"""Rules that hold a report's figures against an earlier report: last year's outcome, and the year's targets."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from avstamt.domain.finding import Evidence, Fix, Level
from avstamt.domain.goal import Goal
from avstamt.domain.indicator import Indicator
from avstamt.domain.place import Place, with_value
from avstamt.domain.quantity import FigureKind, read_figure
from avstamt.domain.report import ReportKind
from avstamt.rules.across_pairs import Comparison, compared, counterparts, remark, why_not
from avstamt.rules.figures import overlap
from avstamt.rules.model import TRIED, UNTRIED, Context, Observation, Trial, Unable, found, rule

_WITHIN_AND_AFTER = (ReportKind.TERTIAL_1, ReportKind.TERTIAL_2, ReportKind.ANNUAL)
_SAYS_NOTHING = (FigureKind.EMPTY, FigureKind.PLACEHOLDER)
_TARGETS = {"target": "Årsmålet", "city_target": "KF:s årsmål"}

Pair = tuple[Goal, Indicator, Place, tuple[Indicator, ...]]


@rule(
    "JMF-101",
    name="förra-årets-utfall",
    level=Level.DEVIATION,
    basis="jämförelse",
    compares=True,
    claims="uppgifter om förra årets utfall",
)
def last_years_outcome_is_that_of_last_years_report(context: Context) -> Iterator[Observation | Trial | Unable]:
    """Kolumnen med förra årets utfall säger detsamma som förra årets verksamhetsberättelse.

    Varför: förändringen mellan åren blir fel om jämförelsetalet är ett annat än det som har redovisats.
    Fel: utfall förra året 81 %, när utfallet i förra årets verksamhetsberättelse är 83 %.
    Rätt: utfall förra året 83 %, när utfallet i förra årets verksamhetsberättelse är 83,4 %.
    """
    yield from _remarks(context)
    comparison = context.derived(compared)
    name = _cell_to_compare(comparison) if comparison else ""
    if comparison is None or not name:
        return
    for _goal, row, place, others in _pairs(context):
        if read_figure(row.previous).kind in _SAYS_NOTHING:
            continue
        said = [str(getattr(other, name)).strip() for other in others]
        verdicts = [_differs(row.previous, text) for text in said]
        yield UNTRIED if not verdicts or None in verdicts else TRIED
        if verdicts and all(verdicts) and len(set(said)) == 1:
            yield _other_outcome(row, place, comparison, said[0], name)


@rule(
    "JMF-102",
    name="förra-årets-utfall-saknas",
    level=Level.TIP,
    basis="jämförelse",
    compares=True,
    kinds=_WITHIN_AND_AFTER,
)
def last_years_outcome_is_filled_in(context: Context) -> Iterator[Observation]:
    """Förra årets utfall är ifyllt när förra årets verksamhetsberättelse har det.

    Varför: läsaren ska kunna se vart det är på väg utan att leta upp förra årets rapport.
    Fel: tom kolumn för utfall förra året, när utfallet i förra årets verksamhetsberättelse är 83 %.
    Rätt: utfall förra året 83 %.
    """
    comparison = context.derived(compared)
    if comparison is None or not comparison.last_year:
        return
    for goal, row, place, others in _pairs(context):
        figures = {other.outcome.strip() for other in others if read_figure(other.outcome).number}
        if row.previous.strip() or len(figures) != 1:
            continue
        (text,) = figures
        where = place / "previous"
        fix = Fix(f"Fyll i {text}", safe=False, apply=partial(with_value, place=where, value=text))
        yield found(
            where,
            f"Förra årets utfall är tomt, men i {comparison.name} är utfallet {text}.",
            Evidence(place / "outcome", text, comparison.name),
            advice="Fyll i talet.",
            fix=None if goal.locked or row.locked else fix,
        )


@rule(
    "JMF-103",
    name="årsmål-mot-planen",
    level=Level.DEVIATION,
    basis="jämförelse",
    compares=True,
    claims="årsmål mot tidigare rapport",
)
def targets_are_those_of_the_plan(context: Context) -> Iterator[Observation | Trial]:
    """Årets mål är desamma som i årets plan och i årets tidigare rapporter.

    Varför: det är mot planens årsmål som året ska följas upp; kommunfullmäktige och nämnden beslutar om ändringar.
    Fel: årsmål 80 %, när verksamhetsplanen för samma år har årsmål 85 %.
    Rätt: årsmål 85 % i båda.
    """
    comparison = context.derived(compared)
    if comparison is None or not comparison.same_year:
        return
    for _goal, row, place, others in _pairs(context):
        for name in _TARGETS:
            said = {str(getattr(other, name)).strip() for other in others}
            said = {text for text in said if read_figure(text).kind not in _SAYS_NOTHING}
            if not said:
                continue
            now = str(getattr(row, name)).strip()
            verdicts = [_differs(now, text) for text in said]
            yield UNTRIED if now and None in verdicts else TRIED
            if len(said) == 1:
                yield from _other_target(row, place, name, said.pop(), comparison)


def _remarks(context: Context) -> Iterator[Unable]:
    if context.earlier is not None:
        for sentence in (why_not(context.report, context.earlier), remark(context.report, context.earlier)):
            if sentence:
                yield Unable(sentence)


def _pairs(context: Context) -> Iterator[Pair]:
    """Yield every indicator with its place and the earlier rows that tell of the same one."""
    earlier = context.derived(counterparts)
    if earlier is not None:
        for goal, row, place in context.indicators:
            if others := earlier.of(goal.title, row):
                yield goal, row, place, others


def _cell_to_compare(comparison: Comparison) -> str:
    """Return the earlier report's cell that holds the same figure as this report's `previous`; empty for none."""
    if comparison.last_year:
        return "outcome"
    return "previous" if comparison.same_year and comparison.earlier.kind is not ReportKind.PLAN else ""


def _other_outcome(row: Indicator, place: Place, comparison: Comparison, said: str, name: str) -> Observation:
    which = "utfallet" if name == "outcome" else "förra årets utfall"
    return found(
        place / "previous",
        f"Förra årets utfall är {row.previous.strip()}, men i {comparison.name} är {which} {said}.",
        Evidence(place / "previous", row.previous.strip()),
        Evidence(place / name, said, comparison.name),
        advice="Rätta talet, eller skriv i analysen varför det har räknats om.",
    )


def _other_target(row: Indicator, place: Place, name: str, said: str, comparison: Comparison) -> Iterator[Observation]:
    now = str(getattr(row, name)).strip()
    evidence = Evidence(place / name, said, comparison.name)
    if not now:
        moved = any(not _differs(text, said) for text in (row.target, row.city_target) if text.strip())
        if name == "target" and not moved:
            yield found(
                place / name,
                f"Årsmålet saknas; i {comparison.name} är det {said}.",
                evidence,
                advice="Fyll i årsmålet, eller skriv vem som har beslutat att ta bort det.",
            )
    elif _differs(now, said):
        yield found(
            place / name,
            f"{_TARGETS[name]} är {now}, men i {comparison.name} är det {said}.",
            Evidence(place / name, now),
            evidence,
            advice="Rätta årsmålet, eller skriv vem som har beslutat om ändringen.",
        )


def _differs(one: str, other: str) -> bool | None:
    """Tell whether two cells cannot mean the same beyond rounding; None where it cannot be told."""
    first, second = read_figure(one), read_figure(other)
    if first.kind in _SAYS_NOTHING or second.kind in _SAYS_NOTHING:
        return None
    if first.quantity is None or second.quantity is None:
        return first.kind is not second.kind or (
            first.kind is FigureKind.TEXT and one.casefold().split() != other.casefold().split()
        )
    if first.quantity.unit and second.quantity.unit and first.quantity.unit != second.quantity.unit:
        return None
    return not overlap(first.quantity.interval, second.quantity.interval)
