"""A goal's assessment is weighed from its indicators: where the two go apart, the analysis says why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from avstamt.domain.finding import Level
from avstamt.domain.goal import Assessment, Goal
from avstamt.domain.indicator import Direction, Indicator
from avstamt.domain.place import Place
from avstamt.domain.report import ReportKind
from avstamt.rules.assessment_indicators import reached_claim
from avstamt.rules.assessment_text import assessed, assessment_evidence, in_short, is_own, said_of
from avstamt.rules.figures import figure
from avstamt.rules.model import TRIED, Context, Observation, Trial, found, rule
from avstamt.rules.targets import Missed, missed_by

_REPORTING = (ReportKind.TERTIAL_1, ReportKind.TERTIAL_2, ReportKind.ANNUAL)
_WEIGHED = re.compile(
    r"\b(?:årsmål\w*|indikator\w*|trots|även\s+om|sammanväg\w*|inte\s+nå\w*|delvis|däremot|samtidigt)\b", re.IGNORECASE
)


@rule(
    "BED-213",
    name="bedömning-mot-indikatorer",
    level=Level.DEVIATION,
    basis="stadens årsredovisning 2021",
    kinds=_REPORTING,
    reads="part",
)
def assessment_is_weighed_from_the_indicators(context: Context) -> Iterator[Observation | Trial]:
    """En bedömning som avviker från målets indikatorer motiveras i analysen.

    Varför: helt betyder att utvecklingen går åt rätt håll med en stark trend. Bedömningen är en sammanvägning och inte
    en räkning, men när de flesta av målets indikatorer missar sina årsmål vill läsaren veta varför målet uppfylls helt.
    Fel: Uppfylls helt, en indikator med utfallet 58 och årsmålet 82, och inte ett ord om det i målets analys.
    Rätt: Uppfylls delvis, en indikator med utfallet 58 och årsmålet 82.
    """
    for goal, place in context.goals:
        if not is_own(context.report, goal) or assessed(goal) not in (Assessment.FULL, Assessment.NOT):
            continue
        judged = [
            (row, verdict)
            for row in sorted(goal.indicators, key=lambda one: (one.name, one.id))
            if (verdict := missed_by(context, row, place / "indicators" / row.id))
        ]
        known = [(row, one) for row, one in judged if isinstance(one, Missed) or one is TRIED]
        missed = [(row, one) for row, one in known if isinstance(one, Missed)]
        yield from (TRIED for _one in known)
        apart = 2 * len(missed) > len(known) if goal.assessment is Assessment.FULL else known and not missed
        if (
            apart
            and context.kept.of(reached_claim, goal) is None
            and not any(_WEIGHED.search(one.text) for one in said_of(goal, place))
        ):
            yield _apart(goal, place, known, missed)


def _apart(
    goal: Goal,
    place: Place,
    known: Sequence[tuple[Indicator, object]],
    missed: Sequence[tuple[Indicator, Missed]],
) -> Observation:
    count = f"{len(missed)} av {len(known)}" if len(known) > 1 else f"’{in_short(known[0][0].name)}’"
    falling = sum(_goes_wrong(row, one) for row, one in missed)
    trend = f", och {falling} har gått åt fel håll sedan förra året" if falling else ""
    if not missed:
        words = f"Målet är bedömt Uppfylls inte, men {'indikatorerna når' if len(known) > 1 else f'{count} når'} sina årsmål."
    elif len(known) == 1:
        words = f"Målet är bedömt Uppfylls helt, men målets indikator {count} når inte årsmålet."
    else:
        words = f"Målet är bedömt Uppfylls helt, men {count} indikatorer når inte årsmålet{trend}."
    return found(
        place / "assessment",
        words,
        assessment_evidence(goal, place),
        *(evidence for _row, one in missed[:3] for evidence in (one.cell.evidence, one.target)),
        advice="Skriv i analysen hur bedömningen är sammanvägd, eller ändra den.",
    )


def _goes_wrong(indicator: Indicator, missed: Missed) -> bool:
    before = figure(indicator, Place(), "previous")
    if before is None or missed.aim.direction not in (Direction.HIGHER, Direction.LOWER):
        return False
    change = missed.cell.quantity.amount - before.quantity.amount
    return change < 0 if missed.aim.direction is Direction.HIGHER else change > 0
