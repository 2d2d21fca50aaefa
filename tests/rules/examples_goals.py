"""The two reports of each rule about goals, activities and gaps in the indicator table: one to find, one to pass."""

from __future__ import annotations

from typing import Any

from tests.builders import activity, goal, indicator, report, section, text

from avstamt.domain.activity import Activity
from avstamt.domain.goal import Assessment, Goal, GoalLevel
from avstamt.domain.indicator import Direction, Indicator
from avstamt.domain.report import OrganisationLevel, Report, ReportKind

FULL, PARTLY, NOT = Assessment.FULL, Assessment.PARTLY, Assessment.NOT
TOLD = "Väntetiden har kortats från fem till tre veckor."


def one_goal(assessment: Assessment = FULL, summary: str = "", **fields: Any) -> Report:
    """Return a VB of one enhetsmål under a summary."""
    return report(goal(id="g1", assessment=assessment, **fields), id="r1", sections=(_summary(summary),))


def several(*assessments: Assessment | None, summary: str = "", level: GoalLevel = GoalLevel.UNIT) -> Report:
    """Return a VB of several goals of one level, each with an analysis."""
    goals = [
        goal(f"Mål nummer {n}", level, id=f"g{n}", assessment=one, analysis=TOLD)
        for n, one in enumerate(assessments, 1)
    ]
    return report(*goals, id="r1", sections=(_summary(summary),))


def one_row(kind: ReportKind = ReportKind.ANNUAL, analysis: str = "", **cells: Any) -> Report:
    """Return a report of one assessed enhetsmål with one indicator and an analysis."""
    name = cells.pop("name", "Andel nöjda besökare")
    row = indicator(name, id="i1", **({"period": "2024"} | cells))
    return one_goal(analysis=analysis or TOLD, indicators=(row,)).model_copy(update={"kind": kind})


def one_activity(kind: ReportKind = ReportKind.ANNUAL, analysis: str = TOLD, **fields: Any) -> Report:
    """Return a report of one assessed enhetsmål with one activity."""
    made = one_goal(analysis=analysis, activities=(activity(id="a1", **fields),))
    return made.model_copy(update={"kind": kind})


def above(assessment: Assessment, *below: Assessment) -> Report:
    """Return a nämnd's VB of one KF goal over nämndmål."""
    area = goal("Staden är trygg", GoalLevel.AREA, id="g1", number="1.1", assessment=assessment, analysis=TOLD)
    under = [
        goal(f"Nämndmål nummer {n}", GoalLevel.COMMITTEE, id=f"g1{n}", parent="g1", assessment=one, analysis=TOLD)
        for n, one in enumerate(below, 1)
    ]
    return report(area, *under, id="r1", level=OrganisationLevel.COMMITTEE)


def _summary(words: str) -> Any:
    return section(id="s1", key="summary", text=text(*words.split("|")))


def _titled(assessment: Assessment, said: str) -> Report:
    return report(
        goal("Besökarna får snabbt svar", id="g1", assessment=assessment, analysis=TOLD),
        id="r1",
        sections=(_summary(f"## Besökarna får snabbt svar|{said}"),),
    )


def _expected(outcome: str) -> Report:
    row = indicator("Sjukfrånvaro", id="i1", outcome=outcome, previous="7,9 %")
    own = goal(id="g1", assessment=FULL, expected_result="Sjukfrånvaron minskar.", analysis=TOLD, indicators=(row,))
    return report(own, id="r1")


def _told(words: str) -> Report:
    expected = "Antalet placeringar utanför valfrihetssystemet minskar."
    return one_goal(expected_result=expected, analysis=TOLD, summary=words)


def _for_all(who: str) -> Report:
    expected = "Samtliga mottagningar har en plan för jämställdhet."
    return one_goal(expected_result=expected, analysis=f"{who} har en plan för jämställdhet. {TOLD}")


def _weak(assessment: Assessment) -> Report:
    words = "På frågor om bemötande ligger resultatet under stadens snitt."
    made = goal("Alla möts av ett gott bemötande", id="g1", assessment=assessment, analysis=TOLD)
    return report(made, id="r1", sections=(_summary(words),))


def _short(assessment: Assessment) -> Report:
    return one_goal(assessment, analysis="Bemanningen har inte varit tillräcklig under sommaren.")


def _activities(said: str, flags: str) -> Report:
    rows = tuple(
        activity(id=f"a{n}", deviation=flag == "A", analysis="Flyttas till våren.") for n, flag in enumerate(flags, 1)
    )
    return one_goal(analysis=TOLD, activities=rows, summary=said)


def _goal_with(row: Activity) -> Goal:
    return goal(id="g1", assessment=FULL, analysis="Aktiviteterna genomförs enligt plan.", activities=(row,))


def _split(**cells: Any) -> Report:
    rows: tuple[Indicator, ...] = (
        indicator("Antal hemlösa", id="i1", outcome="9 st", outcome_men="5 st", outcome_women="4 st", target="9 st"),
        indicator("Sjukfrånvaro", id="i2", outcome="9 %", target="9 %", **cells),
    )
    return one_goal(analysis=TOLD, indicators=rows)


def _missed(words: str) -> Report:
    row = indicator("Antal personer som fått råd på exempelmottagningen", id="i1", outcome="96 st", target="100 st")
    return one_goal(analysis=words, indicators=(row,))


def _fall(forecast: str) -> dict[str, Any]:
    return {"outcome": "92 %", "previous": "93 %", "forecast": forecast, "direction": Direction.HIGHER}


def _row_with(analysis: str, **cells: Any) -> Report:
    """Return a T1 of one enhetsmål with one indicator that has its own analysis."""
    row = indicator(cells.pop("name", "Andel nöjda besökare"), id="i1", analysis=analysis, **cells)
    return one_goal(analysis=TOLD, indicators=(row,)).model_copy(update={"kind": ReportKind.TERTIAL_1})


T1 = ReportKind.TERTIAL_1
_LATE = "Arbetet kan inte slutföras under 2024."
_REACHED = "Indikatorerna bedöms uppfyllas helt."
_ENERGY = "Köpt energi i stadens organisation"
_OWN_NAME = "Andel nöjda medarbetare i exempelverksamheten"
_PEOPLE = "Andel personer som har ekonomiskt bistånd i förhållande till befolkningen"

GOAL_EXAMPLES: dict[str, tuple[Report, Report]] = {
    "BED-103": (
        several(FULL, Assessment.NONE, Assessment.NONE, Assessment.NONE, level=GoalLevel.COMMITTEE),
        several(*(Assessment.NONE,) * 4, level=GoalLevel.COMMITTEE),
    ),
    "BED-201": (
        one_goal(FULL, analysis="Målet uppnås endast delvis."),
        one_goal(PARTLY, analysis="Målet uppnås endast delvis."),
    ),
    "BED-202": (_short(FULL), _short(PARTLY)),
    "BED-211": (
        one_row(T1, _REACHED, name="Andel elektroniska inköp", forecast="55 %", target="90 %"),
        one_row(T1, _REACHED, name="Andel elektroniska inköp", forecast="92 %", target="90 %"),
    ),
    "BED-212": (
        one_row(T1, "Indikatorn prognostiseras att uppnås.", target="95"),
        one_row(T1, "Indikatorn prognostiseras att uppnås.", target="95", forecast="96"),
    ),
    "BED-213": (
        one_row(name="Aktivt Medskapandeindex", outcome="58", target="82"),
        one_goal(PARTLY, analysis=TOLD, indicators=(indicator("Aktivt Medskapandeindex", outcome="58", target="82"),)),
    ),
    "BED-221": (
        several(PARTLY, PARTLY, FULL, summary="Enheten uppnår alla mål utom ett."),
        several(PARTLY, PARTLY, FULL, summary="Enheten uppnår alla mål utom två."),
    ),
    "BED-222": (above(FULL, PARTLY, PARTLY), above(PARTLY, PARTLY, PARTLY)),
    "BED-231": (_titled(FULL, "Målet nås delvis."), _titled(FULL, "Målet nås helt.")),
    "BED-232": (_weak(FULL), _weak(PARTLY)),
    "BED-241": (_expected("9 %"), _expected("7 %")),
    "BED-242": (
        _told("Antalet placeringar utanför valfrihetssystemet har ökat."),
        _told("Antalet placeringar utanför valfrihetssystemet har minskat."),
    ),
    "BED-243": (_for_all("Tre av fyra mottagningar"), _for_all("Alla fyra mottagningar")),
    "BED-251": (
        one_goal(PARTLY),
        one_goal(PARTLY, analysis="Väntetiden har kortats till nio dagar, men årsmålet är sju."),
    ),
    "BED-252": (
        one_goal(analysis="Målet bedöms uppnås. Bedömningen grundas på att förväntade resultat uppnås."),
        one_goal(analysis="Målet bedöms uppnås. Kön till rådgivningen har kortats från fem till tre veckor."),
    ),
    "AKT-202": (
        one_goal(analysis=TOLD, activities=(activity(id="a1", analysis=_LATE),)),
        one_goal(analysis=TOLD, activities=(activity(id="a1", analysis=_LATE, deviation=True),)),
    ),
    "AKT-203": (
        one_goal(
            activities=(activity(id="a1", analysis="Gruppen har inte tillsatts på grund av vakanser.", deviation=True),)
        ),
        one_goal(
            activities=(
                activity(
                    id="a1",
                    analysis="Gruppen har inte tillsatts på grund av vakanser men startar under våren.",
                    deviation=True,
                ),
            )
        ),
    ),
    "AKT-204": (one_activity(T1, end="2024-03-31"), one_activity(T1, end="2024-12-31")),
    "AKT-301": (
        report(_goal_with(activity(id="a1", analysis=_LATE)), id="r1"),
        report(_goal_with(activity(id="a1", analysis="Arbetet blev klart i maj.")), id="r1"),
    ),
    "AKT-302": (
        _activities("Alla aktiviteter utom en är genomförda.", "AA-"),
        _activities("Alla aktiviteter utom två är genomförda.", "AA-"),
    ),
    "IND-401": (
        one_row(T1, name="Antal praktikplatser", outcome="11 st", target="15 st", period="Tertial 1 2024"),
        one_row(
            T1, name="Antal praktikplatser", outcome="11 st", target="15 st", forecast="15 st", period="Tertial 1 2024"
        ),
    ),
    "IND-402": (
        one_row(T1, target="75 %"),
        _row_with("Mätningen görs i oktober.", target="75 %"),
    ),
    "IND-403": (
        _row_with("Prognosen för helåret är 55 procent.", target="90 %"),
        _row_with("Prognosen för helåret är 55 procent.", target="90 %", forecast="55 %"),
    ),
    "IND-404": (
        one_row(T1, outcome="92 %", forecast="80 %"),
        one_row(T1, outcome="92 %", forecast="80 %", target="80 %"),
    ),
    "IND-405": (_split(), _split(outcome_men="8 %", outcome_women="9,2 %")),
    "IND-406": (
        _missed("96 personer har fått råd. Årsmålet 100 nås inte."),
        _missed("96 personer har fått råd. Årsmålet 100 nås inte, eftersom mottagningen var stängd i juli."),
    ),
    "IND-411": (
        one_row(name=_ENERGY, outcome="2 400 kWh", previous="2 GWh"),
        one_row(name=_ENERGY, outcome="2,4 GWh", previous="2 GWh"),
    ),
    "IND-412": (
        one_row(T1, name="Antal genomförda besök", outcome="26 st", forecast="20 st"),
        one_row(T1, name="Antal genomförda besök", outcome="12 st", forecast="20 st"),
    ),
    "IND-413": (
        one_row(T1, name=_OWN_NAME, **_fall("80 %")),
        one_row(T1, name=_OWN_NAME, **_fall("92 %")),
    ),
    "IND-414": (
        one_row(name=_PEOPLE, outcome="0,78 %", outcome_men="0,96 %", outcome_women="0,74 %"),
        one_row(name=_PEOPLE, outcome="0,85 %", outcome_men="0,96 %", outcome_women="0,74 %"),
    ),
    "IND-415": (
        _row_with("Med rak prognos blir årsutfallet 2 400 kWh.", name=_ENERGY, outcome="0,4 GWh"),
        _row_with("Med rak prognos blir årsutfallet 2 400 MWh.", name=_ENERGY, outcome="0,4 GWh"),
    ),
    "IND-416": (
        one_goal(analysis="Enkäten besvarades av 40 besökare. 74 procent är nöjda."),
        one_goal(analysis="Enkäten besvarades av 40 besökare. 75 procent är nöjda."),
    ),
}
