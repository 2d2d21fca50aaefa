"""The rules that the real reports beside the project give no cause for: what they find in realistic reports, and let be."""

from __future__ import annotations

from typing import Any

import pytest
from tests.builders import activity, goal, indicator, report, section, text
from tests.rules.correct.grounds import NAMND_T1, NAMND_VB, UNIT_VB

from avstamt.domain.goal import Assessment, GoalLevel
from avstamt.domain.indicator import Direction
from avstamt.domain.report import Report
from avstamt.rules.engine import check
from avstamt.templates.catalogue import catalogue

REASON = "Väntetiden har kortats från nio till sex dagar."


def codes(made: Report) -> set[str]:
    return {one.rule for one in check(made, catalogue()).findings}


def assessed(assessment: Assessment | None, *rows: object, analysis: str = REASON, **fields: object) -> Report:
    return report(
        goal("Besökarna får snabbt svar", id="g1", assessment=assessment, analysis=analysis, indicators=rows),
        **UNIT_VB,
        **fields,
    )


def row(outcome: str, target: str, **cells: Any) -> object:
    return indicator(
        cells.pop("name", "Andel nöjda besökare"),
        outcome=outcome,
        target=target,
        city_target="",
        period="2024",
        **({"direction": Direction.HIGHER} | cells),
    )


def summed(said: str, *assessments: Assessment | None, **fields: object) -> Report:
    goals = [goal(f"{name} fungerar väl", id=f"g{n}", assessment=one, analysis=REASON)
             for n, (name, one) in enumerate(zip(("Mottagningen", "Rådgivningen", "Uppföljningen", "Bokningen"), assessments, strict=False))]  # fmt: skip
    return report(*goals, sections=(section(key="summary", text=text(*said.split("\n"))),), **(UNIT_VB | fields))


def above(over: Assessment, *under: Assessment, analysis: str = REASON) -> Report:
    top = goal("Stockholmarna får stöd", GoalLevel.AREA, id="g0", assessment=over, analysis=analysis)
    return report(top, *(goal(f"Nämnden ger stöd till grupp {n}", GoalLevel.COMMITTEE, id=f"g{n}", parent="g0", assessment=one, analysis=REASON)
                         for n, one in enumerate(under, 1)), **NAMND_VB)  # fmt: skip


def acted(said: str, astray: int, going: int) -> Report:
    rows = tuple(activity(f"Ta fram rutin nummer {n}", id=f"a{n}", deviation=flag, analysis="Klart i maj." if not flag else "Skjuts till våren 2025.")
                 for n, flag in enumerate([True] * astray + [False] * going))  # fmt: skip
    own = goal("Rutinerna är kända", id="g1", assessment=Assessment.FULL, analysis=REASON, activities=rows)
    return report(own, sections=(section(key="summary", text=text(said)),), **UNIT_VB)


def tertial(analysis: str = "", said: str = "", **cells: str) -> Report:
    one = indicator("Antal genomförda besök", **({"target": "20 st", "city_target": "", "period": "Tertial 1 2024"} | cells),
                    **({"analysis": text(analysis)} if analysis else {}))  # fmt: skip
    return report(
        goal(
            "Fler får besök",
            GoalLevel.COMMITTEE,
            id="g1",
            assessment=Assessment.FULL,
            analysis=f"{REASON} {said}".strip(),
            indicators=(one,),
        ),
        **NAMND_T1,
    )


def written(said: str) -> Report:
    return report(goal("Språket är klart", id="g1", assessment=Assessment.FULL, analysis=f"{REASON} {said}"), **UNIT_VB)


H, D, N = Assessment.FULL, Assessment.PARTLY, Assessment.NOT
FOUND = {
    "BED-213": [
        assessed(H, row("58 %", "82 %")),
        assessed(H, row("5 %", "8 %"), row("70 %", "75 %", name="Andel besökare som får svar samma dag")),
        assessed(H, row("12 %", "6 %", name="Sjukfrånvaro", direction=Direction.LOWER)),
    ],
    "BED-221": [
        summed("Enheten uppnår alla mål utom ett.", H, D, D),
        summed("Samtliga mål uppfylls helt.", H, H, D),
        summed("Alla fyra mål nås.", H, H, H, N),
    ],
    "BED-222": [above(H, D, D), above(H, D, D, H), above(H, N)],
    "BED-231": [
        summed("## Mottagningen fungerar väl\nMålet nås delvis.", H),
        summed("Målet Rådgivningen fungerar väl uppfylls helt.", H, D),
    ],
    "BED-251": [assessed(D, analysis=""), assessed(H, analysis=" ")],
    "AKT-302": [acted("Alla aktiviteter utom en är genomförda.", 2, 1), acted("Samtliga aktiviteter utom tre har genomförts.", 1, 2)],
    "IND-402": [tertial(period="2024"), tertial(period="2024", target="75 %"), tertial(period="2024", said="Väntetiden mäts i oktober. De genomförda besöken har varit uppskattade.")],
    "IND-412": [tertial(outcome="26 st", forecast="20 st"), tertial(outcome="31", forecast="25", target="25")],
    "SPR-108": [written("Rutinen är klar. den används av alla."), written("Besöken ökar. det märks på kön.")],
    "SPR-120": [written("Medel erfordras. Behov föreligger. Den enskilde erhåller stöd.")],
}  # fmt: skip
LET_BE = {
    "BED-213": [
        assessed(D, row("58 %", "82 %")),
        assessed(H, row("58 %", "82 %"), analysis="Årsmålet för nöjdhet nås inte, men tre av fyra delar har förbättrats mycket, så målet uppfylls."),
        assessed(H, row("81,6 %", "82 %"), row("90 %", "85 %", name="Andel besökare som får svar samma dag"), row("70 %", "65 %", name="Andel klara ärenden")),
        assessed(H, row("5,8 %", "6 %", name="Sjukfrånvaro", direction=Direction.LOWER)),
    ],
    "BED-221": [
        summed("Enheten uppnår alla mål utom två.", H, D, D),
        summed("Samtliga mål uppfylls helt eller delvis.", H, H, D),
        summed("Förra året nåddes alla mål.", H, D),
        summed("För att nå alla mål krävs fler medarbetare.", H, D),
        summed("De flesta mål nås.", H, H, D),
        summed("Enheten arbetar mot alla mål i barnkonventionen.", H, D),
    ],
    "BED-222": [above(D, D, D), above(H, H, D), above(H, D, D, analysis="Två nämndmål nås bara delvis, men indikatorerna visar en stark trend.")],
    "BED-231": [
        summed("## Mottagningen fungerar väl\nMålet nås helt.", H),
        summed("Målet Rådgivningen fungerar väl nåddes bara delvis förra året.", H, H),
        summed("## Mottagningen fungerar väl\nFör att målet ska nås även 2025 krävs fler platser.", H),
    ],
    "BED-251": [assessed(None, analysis=""), assessed(Assessment.NONE, analysis="")],
    "AKT-302": [acted("Alla aktiviteter utom två är genomförda.", 2, 1), acted("Alla aktiviteter är påbörjade.", 1, 1), acted("Alla medarbetare utom en har gått utbildningen.", 2, 0)],
    "IND-402": [tertial("Mätningen görs i oktober."), tertial(outcome="4 st", forecast="20 st"), tertial(forecast="20 st"), tertial(period="2024", analysis="Redovisas i verksamhetsberättelsen."), tertial(period="2024", said="Antalet genomförda besök mäts i oktober.")],
    "IND-412": [tertial(outcome="12 st", forecast="20 st"), tertial(outcome="20 st", forecast="20 st")],
    "SPR-108": [written("Tiderna är t.ex. kl. 9 och kl. 13."), written("Enheten har bl.a. bytt lås m.m. under våren."), written("Version 2.0 används nu."), written("Se stockholm.se. Där finns mer.")],
    "SPR-119": [written("Besöken har ökat. Kön är kort. Alla får svar samma dag.")],
    "SPR-120": [written("Behov finns. Den enskilde får stöd."), written("Medel erfordras.")],
}  # fmt: skip


@pytest.mark.parametrize(("rule", "made"), [(rule, made) for rule, each in FOUND.items() for made in each])
def test_what_the_rule_is_for_is_found(rule, made):
    assert rule in codes(made)


@pytest.mark.parametrize(("rule", "made"), [(rule, made) for rule, each in LET_BE.items() for made in each])
def test_what_only_looks_like_it_is_let_be(rule, made):
    assert rule not in codes(made)
