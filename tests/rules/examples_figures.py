"""The two reports of each rule about figures in prose and money in prose."""

from __future__ import annotations

from typing import Any

from tests.builders import front_page, goal, indicator, report, result_table, section, table, text

from avstamt.domain.economy import ColumnRole as C
from avstamt.domain.economy import EconomyKind, EconomyTable, Unit
from avstamt.domain.economy import RowRole as R
from avstamt.domain.goal import Assessment
from avstamt.domain.report import Report, ReportKind

SICK = "Sjukfrånvaro"
JOBS = "Antal ungdomar som fått sommarjobb i stadens regi"


def told(*paragraphs: str, name: str = SICK, own: str | None = None, **cells: Any) -> Report:
    """Return a VB 2024 with a summary of these paragraphs and one indicator, with `own` as its analysis."""
    row = indicator(name, id="i1", analysis=own, **cells) if own else indicator(name, id="i1", **cells)
    summary = section(id="s1", key="summary", text=text(*(paragraphs or ("Året har gått som planerat.",))))
    analysis = "Väntetiden har kortats från fem till tre veckor."
    return report(
        goal(id="g1", assessment=Assessment.FULL, analysis=analysis, indicators=(row,)), id="r1", sections=(summary,)
    )


def twice(summary: str, analysis: str) -> Report:
    """Return a report that tells of one thing in its summary and in a goal's analysis."""
    parts = (section(id="s1", key="summary", text=text(summary)),)
    return report(goal(id="g1", assessment=Assessment.FULL, analysis=analysis), id="r1", sections=parts)


def sick(*paragraphs: str, **fields: Any) -> Report:
    """Return a report whose sick leave rose from 7,9 to 9 per cent."""
    return told(*paragraphs, outcome="9 %", previous="7,9 %", **fields)


def split(sentence: str) -> Report:
    """Return a report whose sick leave is lower for men than for women."""
    return told(sentence, outcome="6 %", outcome_men="4,7 %", outcome_women="6,5 %")


def jobs(sentence: str) -> Report:
    """Return a report of 30 summer jobs, 12 of them to boys."""
    return told(sentence, name=JOBS, outcome="30 st", outcome_men="12 st", outcome_women="18 st")


def aimed(share: str) -> Report:
    """Return a report whose goal expects this sick leave, under the årsmål 6,5 %."""
    row = indicator(
        SICK, id="i1", outcome="6,8 %", target="6,5 %", analysis="Frånvaron är lägre men når inte årsmålet."
    )
    expected = f"Sjukfrånvaron är högst {share} procent."
    return report(goal(id="g1", assessment=Assessment.PARTLY, expected_result=expected, indicators=(row,)), id="r1")


def victims(said: str) -> Report:
    """Return a report of 104 persons exposed to violence, 11 of them men, and a goal's analysis that says this of them."""
    row = indicator(
        "Antal våldsutsatta", id="i1", outcome="104 st", outcome_men="11 st", outcome_women="93 st", target="110 st"
    )
    analysis = f"Antalet ökade till 104, och {said}."
    return report(goal(id="g1", assessment=Assessment.FULL, analysis=analysis, indicators=(row,)), id="r1")


def area(*paragraphs: str, title: str = "Barn och ungdom -1,7 mnkr") -> Report:
    """Return a T1 2024 with one area of the forecast and its text."""
    parts = (
        section("Uppföljning av ekonomi", id="s1", key="economy"),
        section(title, id="s2", parent="s1", text=text(*paragraphs)),
    )
    return report(id="r1", sections=parts, kind=ReportKind.TERTIAL_1)


def with_rows(sentence: str, made: EconomyTable) -> Report:
    """Return a VB 2024 with one economy table and a sentence below it."""
    return report(
        id="r1", sections=(section("Ekonomi", id="s1", text=text(sentence), tables=(made,)),), kind=ReportKind.ANNUAL
    )


def result(sentence: str) -> Report:
    """Return a VB 2024 whose net deviates by 200 tkr."""
    columns = {"Budget": C.BUDGET, "Utfall": C.OUTCOME, "Avvikelse": C.VARIANCE}
    return with_rows(sentence, table(columns, [("Netto", R.NET, ["-8 600", "-8 400", "200"])], id="t1"))


def planned(sentence: str) -> Report:
    """Return a VB 2024 whose area has a budget of 137,5 mnkr."""
    columns = {"Budget": C.BUDGET, "Utfall": C.OUTCOME, "Avvikelse": C.VARIANCE}
    rows = [("Barn och ungdom", R.AREA, ["137,5", "139,2", "-1,7"])]
    return with_rows(sentence, table(columns, rows, id="t1", unit=Unit.MNKR))


def short(sentence: str) -> Report:
    """Return a VB 2024 whose area falls short by 1,4 mnkr."""
    columns = {"Budget": C.BUDGET, "Utfall": C.OUTCOME, "Avvikelse": C.VARIANCE}
    rows = [("Barn och ungdom", R.AREA, ["26,0", "27,4", "-1,4"])]
    return with_rows(sentence, table(columns, rows, id="t1", unit=Unit.MNKR))


def used(sentence: str) -> Report:
    """Return a VB 2024 with a share used of 30,2 %."""
    columns = {"Budget": C.BUDGET, "Utfall": C.OUTCOME, "Förbrukning": C.SHARE}
    rows = [("Netto", R.NET, ["875,6", "264,7", "30,2%"])]
    return with_rows(sentence, table(columns, rows, id="t1", unit=Unit.MNKR, kind=EconomyKind.OPERATING))


def areas(*variances: str) -> Report:
    """Return a VB 2024 whose text says that most areas are in balance."""
    rows = [(f"Område {n}", R.AREA, [value]) for n, value in enumerate(variances, 1)]
    made = table({"Avvikelse": C.VARIANCE}, rows, id="t1", unit=Unit.MNKR)
    return with_rows("De flesta verksamheterna har en prognos i balans med budget.", made)


def decided(amount: str) -> Report:
    """Return a T1 2024 that applies for 3,0 mnkr on its front page and tells of `amount` in its text."""
    applied = text("Nämnden ansöker om medel med 3,0 mnkr till klimatinvesteringar för ny belysning.")
    front = front_page().model_copy(update={"proposals": applied})
    body = section(
        "Investeringar",
        id="s1",
        text=text(f"Nämnden söker medel med {amount} till klimatinvesteringar för ny belysning."),
    )
    return report(id="r1", kind=ReportKind.TERTIAL_1, front=front, sections=(body,))


def invested(cell: str) -> Report:
    """Return a VB 2024 that gives 3,0 mnkr to a row."""
    made = table({"Budget": C.BUDGET}, [("Klimatinvesteringar", R.INVESTMENT, [cell])], id="t1", unit=Unit.MNKR)
    return with_rows("Nämnden har fått 3,0 mnkr till klimatinvesteringar.", made)


_PARTS = ("Stödet har ett överskott på 3,9 mnkr.", "Korttidshemmet har ett överskott med 0,5 mnkr.")
_LOOSE = "Kostnaderna för läger bedöms överstiga budget med 13,4 mnkr."

FIGURE_EXAMPLES: dict[str, tuple[Report, Report]] = {
    "TXT-101": (
        told("Sjukfrånvaron var 6,3 procent.", outcome="6,8 %"),
        told("Sjukfrånvaron var knappt 7 procent.", outcome="6,8 %"),
    ),
    "TXT-102": (sick("Sjukfrånvaron har minskat."), sick("Sjukfrånvaron har ökat.")),
    "TXT-103": (
        sick("Sjukfrånvaron har ökat sedan 2021, från 7,9 procent till 9 procent."),
        sick("Sjukfrånvaron har ökat sedan 2023, från 7,9 procent till 9 procent."),
    ),
    "TXT-104": (
        split("Sjukfrånvaron är högre för män än för kvinnor."),
        split("Sjukfrånvaron är lägre för män än för kvinnor."),
    ),
    "TXT-105": (
        told("Årsmålet för sjukfrånvaron är 6,5 procent.", outcome="5 %", target="5,5 %"),
        told("Årsmålet för sjukfrånvaron är 5,5 procent.", outcome="5 %", target="5,5 %"),
    ),
    "TXT-106": (
        told(own="Årsmålet har uppnåtts.", outcome="9 %", target="6,5 %"),
        told(own="Årsmålet har inte uppnåtts.", outcome="9 %", target="6,5 %"),
    ),
    "TXT-107": (
        told("Andelen har ökat med 10 procent, från 50 procent till 60 procent."),
        told("Andelen har ökat med 10 procentenheter, från 50 procent till 60 procent."),
    ),
    "TXT-111": (
        told("Under året fick 59 personer stöd, varav 41 kvinnor och 16 män."),
        told("Under året fick 59 personer stöd, varav 41 kvinnor och 18 män."),
    ),
    "TXT-112": (
        jobs("30 ungdomar fick sommarjobb i stadens regi, varav 18 pojkar och 12 flickor."),
        jobs("30 ungdomar fick sommarjobb i stadens regi, varav 12 pojkar och 18 flickor."),
    ),
    "TXT-113": (told("Antalet besök har ökat från 15 till 12."), told("Antalet besök har minskat från 15 till 12.")),
    "TXT-114": (
        told("Sjukfrånvaron är två procentenheter högre än förra året.", outcome="9,0 %", previous="7,9 %"),
        told("Sjukfrånvaron är 1,1 procentenheter högre än förra året.", outcome="9,0 %", previous="7,9 %"),
    ),
    "TXT-115": (
        told("Av besökarna var 43 % flickor och 67 % pojkar."),
        told("Av besökarna var 43 % flickor och 57 % pojkar."),
    ),
    "TXT-118": (
        told("142 av 189 vårdnadshavare svarade, vilket ger en svarsfrekvens på 65 procent."),
        told("142 av 189 vårdnadshavare svarade, vilket ger en svarsfrekvens på 75 procent."),
    ),
    "TXT-119": (
        told("- 6 behandlare", "- 4 kuratorer", "- 1 chef", "Totalt har enheten 12 medarbetare."),
        told("- 6 behandlare", "- 4 kuratorer", "- 1 chef", "Totalt har enheten 11 medarbetare."),
    ),
    "TXT-123": (
        told("Enheten prioriterar tre områden: trygghet, delaktighet, hälsa och utbildning."),
        told("Enheten prioriterar fyra områden: trygghet, delaktighet, hälsa och utbildning."),
    ),
    "TXT-116": (victims("elva av dem var kvinnor"), victims("elva av dem var män")),
    "TXT-117": (aimed("7,5"), aimed("6,5")),
    "TXT-121": (
        twice("329 hushåll avslutade sitt bistånd.", "392 hushåll avslutade sitt bistånd."),
        twice("329 hushåll avslutade sitt bistånd.", "329 hushåll avslutade sitt bistånd."),
    ),
    "EKO-401": (
        told("Arbetsmarknad har ett underskott med -44 tkr."),
        told("Arbetsmarknad har ett underskott med 44 tkr."),
    ),
    "EKO-402": (
        area("Verksamhetsområdet prognostiserar totalt ett överskott med 1,7 mnkr."),
        area("Verksamhetsområdet prognostiserar totalt ett underskott med 1,7 mnkr."),
    ),
    "EKO-403": (result("Enheten har ett underskott på 500 tkr."), result("Enheten har ett överskott på 200 tkr.")),
    "EKO-404": (
        used("Utfallet visar en förbrukning på 32,8 %."),
        used("Utfallet visar en förbrukning på 30,2 %."),
    ),
    "EKO-405": (
        area(*_PARTS, _LOOSE, title="Stöd och omsorg 4,4 mnkr"),
        area(*_PARTS, title="Stöd och omsorg 4,4 mnkr"),
    ),
    "EKO-406": (areas("0,0", "-1,7", "4,4"), areas("0,0", "0,0", "4,4")),
    "EKO-407": (
        area("Kostnaderna för skyddat boende överskrider budget.", title="Driftbudget"),
        area("Kostnaderna för skyddat boende överskrider budget med 300 tkr.", title="Driftbudget"),
    ),
    "EKO-408": (decided("3,5 mnkr"), decided("3,0 mnkr")),
    "EKO-410": (
        short("Underskottet på 1,4 tkr beror på köpta platser."),
        short("Underskottet på 1,4 mnkr beror på köpta platser."),
    ),
    "EKO-411": (
        result("Överskottet på 200 tkr motsvarar 3,2 procent av budgeten."),
        result("Överskottet på 200 tkr motsvarar 2,3 procent av budgeten."),
    ),
    "EKO-412": (
        with_rows("Intäkterna blev 50 tkr lägre än budget.", result_table(id="t1")),
        with_rows("Intäkterna blev 50 tkr högre än budget.", result_table(id="t1")),
    ),
    "EKO-413": (
        planned("Budgeten för barn och ungdom är 137,9 mnkr."),
        planned("Budgeten för barn och ungdom är 137,5 mnkr."),
    ),
    "EKO-409": (invested(""), invested("3,0")),
}
