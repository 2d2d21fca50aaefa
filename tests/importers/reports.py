"""Reports of every sort, written for these tests, to be set as text and read back."""

from __future__ import annotations

from tests.builders import activity, goal, indicator, section, text

from avstamt.domain.economy import Cell, Column, ColumnRole, EconomyKind, EconomyTable, Row, RowRole
from avstamt.domain.goal import Assessment, Goal, GoalLevel
from avstamt.domain.report import OrganisationLevel, Report, ReportKind

LONG = (
    "Under året har biblioteken på Norra holmen tagit emot fler besökare än tidigare, och särskilt barn i förskoleåldern "
    "har kommit till sagostunderna. Öppettiderna har förlängts på torsdagar, vilket många har efterfrågat. Lånen av "
    "böcker på andra språk än svenska fortsätter att öka."
)
ALSO = (
    "Samarbetet med skolorna har fördjupats genom gemensamma planeringsdagar. Personalen upplever att arbetet med "
    "läsfrämjande har fått en tydligare form, och att eleverna oftare kommer tillbaka på egen hand efter skoltid."
)
LAST = "Nästa steg är att se över hur meröppet kan införas utan att tryggheten i lokalerna påverkas negativt."


def _goals(kind: ReportKind, level: OrganisationLevel, year: int) -> tuple[Goal, ...]:
    plan = kind is ReportKind.PLAN
    judged = {} if plan else {"assessment": Assessment.FULL}
    period = (
        {"periodicity": "Tertial"}
        if plan
        else {"period": f"Tertial {kind.value[1]} {year}" if kind.is_tertial else f"VB {year}"}
    )
    outcomes = {} if plan else {"outcome": "91,5 %", "outcome_men": "90 %", "outcome_women": "93 %", "previous": "88 %"}
    prognosis = {"forecast": "91 %"} if kind.is_tertial else {}
    direction = goal("En stad där alla kan utvecklas", GoalLevel.DIRECTION, id="g1", number="1.")
    area = goal(
        "Alla barn och unga ska ha tillgång till läsning, kultur och bildning av hög kvalitet i hela staden",
        GoalLevel.AREA, id="g2", parent="g1", number="1.3", **judged,
        **({} if plan or level is OrganisationLevel.UNIT else {"analysis": text(LONG)}),
        indicators=(
            indicator(
                "Andel besökare under 18 år som är nöjda med bibliotekens utbud av böcker och tidskrifter", id="i1",
                **outcomes, **prognosis, target="90 %", city_target="Tas fram av nämnd/styrelse", **period,
            ),
            indicator(
                "Sjukfrånvaro dag 1-14", id="i2", target="2,5 %", city_target="2,8 %", **period,
                **({} if plan else {"outcome": "2,1 %", "previous": "2,4 %"}), **({"forecast": "2,3 %"} if kind.is_tertial else {}),
                **({} if plan else {"analysis": text("Korttidsfrånvaron har minskat sedan rutinen för omtankessamtal infördes i våras.")}),
            ),
            indicator("Antal lån av barnböcker", id="i3", target="12 000 st", city_target="150 000 st",
                      **({} if plan else {"outcome": "11 250 st"}), **period),
        ),
        activities=(
            activity("Kulturnämnden ska tillsammans med stadsdelsnämnderna utveckla metoder för att nå barn som sällan "
                     "besöker bibliotek", id="a1", start=f"{year}-01-01", end=f"{year}-12-31"),
        ),
    )  # fmt: skip
    committee = goal(
        "Invånarna har nära till läsning och lärande genom hela livet, oavsett var i stadsdelen de bor och vilket språk de talar",
        GoalLevel.COMMITTEE, id="g3", parent="g2", number="1.3.1", **judged, description=text(LONG, ALSO),
        expected_result=text("- Fler barn har ett lånekort.", "- Andelen unga besökare ökar."),
        **({} if plan else {"analysis": text(LONG, ALSO)}),
        activities=(
            activity("Starta bokcirklar på lätt svenska", id="a2", start=f"{year}-02-01", end=f"{year}-11-30",
                     deviation=not plan,
                     **({} if plan else {"analysis": text("Cirklarna kom i gång först under hösten eftersom två tjänster var vakanta.")})),
            activity("Ta fram en gemensam handlingsplan för läsfrämjande arbete på förskolorna i området", id="a3",
                     start=f"{year}-03-01", end=f"{year}-12-31"),
        ),
    )  # fmt: skip
    own = goal(
        "Bibliotekets besökare får ett gott bemötande", GoalLevel.UNIT, id="g4", parent="g3",
        expected_result=text("Besökarna känner sig välkomna."),
        **({"working_method": text(LONG), "resource_use": text(LAST), "follow_up": text(ALSO), "development": text(LAST)} if plan
           else {"assessment": Assessment.NOT, "wording": "Uppfylls ej", "analysis": text(LONG, "## Öppettider på kvällar", ALSO)}),
    )  # fmt: skip
    second = goal("En stad med ordning på ekonomin", GoalLevel.DIRECTION, id="g5", number="3.")
    budget = goal(
        "Stadens pengar används där de gör mest nytta", GoalLevel.AREA, id="g6", parent="g5", number="3.2.", **judged
    )
    goals = (direction, area, committee, own, second, budget)
    return tuple(one for one in goals if level is OrganisationLevel.UNIT or one.level is not GoalLevel.UNIT)


def unit_report(kind: ReportKind, year: int = 2025) -> Report:
    """Return a unit's plan, tertial or annual report."""
    plan = kind is ReportKind.PLAN
    opening = (
        (section("Inledning", id="s1"), section("Verksamhetsbeskrivning", id="s2", parent="s1", text=text(LONG, ALSO)))
        if plan
        else (
            section(
                "Sammanfattande analys",
                id="s1",
                text=text("Enheten för bibliotek har nått sina mål.", LONG, "## Läsfrämjande för de yngsta", ALSO),
            ),
        )
    )
    economy = (
        (section("Redovisning av ekonomi", id="s4"), section(f"Budget {year}", id="s5", parent="s4", text=text(LAST)))
        if plan
        else (
            section("Uppföljning av ekonomi", id="s4"),
            section("Analys av resultaträkning - uppföljning av driftbudget", id="s5", parent="s4", tables=(RESULT,)),
            section("Investeringar", id="s6", parent="s4"),
            section("Medel för lokaländamål", id="s7", parent="s4", text=text("Inte aktuellt.")),
            section("Övrigt", id="s8", parent="s4"),
        )
    )
    goals = section("" if plan else "Uppföljning av Kommunfullmäktiges inriktningsmål", id="s3", holds_goals=True)
    return Report(
        id="r1", kind=kind, level=OrganisationLevel.UNIT, year=year,
        sections=(*opening, goals, *economy, section("Övrigt", id="s9", text=text(LAST))), goals=_goals(kind, OrganisationLevel.UNIT, year),
    )  # fmt: skip


def committee_report(kind: ReportKind, year: int = 2025) -> Report:
    """Return a nämnd's tertial or annual report with all its economy tables."""
    return Report(
        id="r1", kind=kind, level=OrganisationLevel.COMMITTEE, year=year,
        sections=(
            section("Sammanfattande analys", id="s1", text=text("Nämnden bedömer att målen nås.", "## En stad där alla kan utvecklas", LONG)),
            section("Uppföljning av Kommunfullmäktiges inriktningsmål", id="s2", holds_goals=True),
            section("Uppföljning av ekonomi", id="s3"),
            section("Analys av resultaträkning - uppföljning av driftbudget", id="s4", parent="s3"),
            section("Delårsbokslut", id="s5", parent="s4", tables=(operating_table(year),)),
            section("Prognos", id="s6", parent="s4", tables=(forecast_table(year),)),
            section("Bibliotek och läsning -1,7 mnkr", id="s7", parent="s6", text=text(LONG)),
            section("Museer ±0 mnkr", id="s8", parent="s6", text=text(ALSO)),
            section("Investeringar", id="s9", parent="s3", tables=(investment_table(year),)),
            section("Omslutningsförändringar", id="s10", parent="s3", text=text("Nämnden begär inga omslutningsförändringar.")),
            section("Övrigt", id="s11", parent="s3"),
        ),
        goals=_goals(kind, OrganisationLevel.COMMITTEE, year),
    )  # fmt: skip


def _table(
    corner: str, columns: list[tuple[str, str, ColumnRole]], rows: list[tuple[str, list[str]]], kind: EconomyKind
) -> EconomyTable:
    made = tuple(
        Column(id=f"c{n}", title=title, group=group, role=role) for n, (title, group, role) in enumerate(columns, 1)
    )
    return EconomyTable(
        id="t1", kind=kind, corner=corner, columns=made,
        rows=tuple(
            Row(id=f"r{n}", label=label, role=RowRole.OTHER,
                cells=tuple(Cell(id=column.id, text=cell) for column, cell in zip(made, cells, strict=True) if cell))
            for n, (label, cells) in enumerate(rows, 1)
        ),
        comment=text(LAST),
    )  # fmt: skip


RESULT = _table(
    "Bibliotek (tkr)",
    [("Budget", "", ColumnRole.BUDGET), ("Utfall", "", ColumnRole.OUTCOME), ("Avvikelse", "", ColumnRole.VARIANCE)],
    [
        ("Intäkter", ["1 200", "1 250", "50"]),
        ("Personalkostnader", ["-8 600", "-8 450", "150"]),
        ("Övriga kostnader", ["-1 200", "-1 200", "0"]),
        ("Netto", ["-8 600", "-8 400", "200"]),
    ],
    EconomyKind.OPERATING,
)


def operating_table(year: int) -> EconomyTable:
    """Return a driftbudget table over two years, in millions, some cells empty."""
    groups = (f"augusti {year - 1}", f"augusti {year}")
    columns = [
        (title, group, role)
        for group in groups
        for title, role in (
            ("Budget", ColumnRole.BUDGET),
            ("Utfall", ColumnRole.OUTCOME),
            ("Förbrukn utf/budg", ColumnRole.SHARE),
        )
    ]
    rows = [
        ("Avgifter", ["-15,9", "-11,0", "69,2%", "-18,8", "-12,5", "66,5%"]),
        ("Försäljning", ["", "", "", "-2,0", "-1,0", "50,0%"]),
        ("Summa intäkter", ["-15,9", "-11,0", "69,2%", "-20,8", "-13,5", "64,9%"]),
        ("Personalkostnader", ["1 300,6", "843,8", "64,9%", "1 375,6", "904,7", "65,8%"]),
        ("Lokalkostnader inkl hyror", ["252,7", "171,5", "67,9%", "255,0", "176,4", "69,2%"]),
        ("Summa kostnader", ["1 553,3", "1 015,3", "65,4%", "1 630,6", "1 081,1", "66,3%"]),
        ("Netto", ["1 537,4", "1 004,3", "65,3%", "1 609,8", "1 067,6", "66,3%"]),
    ]
    return _table("Riktvärde 66,7%", columns, rows, EconomyKind.OPERATING)


def forecast_table(year: int) -> EconomyTable:
    """Return a prognos table over areas."""
    titles = [
        (f"Bokslut {year - 1}", ColumnRole.CLOSING), (f"Budget {year}", ColumnRole.BUDGET), (f"Prognos {year}", ColumnRole.FORECAST),
        ("Avvikelse", ColumnRole.VARIANCE), ("Prestationsförändring", ColumnRole.PERFORMANCE),
        ("Budgetjustering", ColumnRole.BUDGET_ADJUSTMENT), ("Resultatöverföring", ColumnRole.CARRIED_OVER),
        ("Justerad avvikelse", ColumnRole.ADJUSTED_VARIANCE),
    ]  # fmt: skip
    rows = [
        ("Bibliotek och läsning", ["310,0", "337,5", "339,2", "-1,7", "", "", "", "-1,7"]),
        ("Museer", ["167,9", "171,4", "171,4", "0,0", "", "", "", "0,0"]),
        ("Nämnden totalt", ["1 477,9", "1 508,9", "1 510,6", "-1,7", "1,7", "0,0", "0,0", "0,0"]),
    ]
    return _table("Verksamhetsområde, mnkr", [(title, "", role) for title, role in titles], rows, EconomyKind.FORECAST)


def investment_table(year: int) -> EconomyTable:
    """Return an investment table with empty rows."""
    columns = [
        (f"Budget {year}", "", ColumnRole.BUDGET),
        (f"Prognos {year}", "", ColumnRole.FORECAST),
        ("Avvikelse", "", ColumnRole.VARIANCE),
    ]
    rows = [
        ("Reinvesteringar", ["", "", ""]),
        ("Inventarier och maskiner", ["2,0", "1,5", "0,5"]),
        ("Klimatinvesteringar", ["", "", ""]),
        ("Totalt", ["2,0", "1,5", "0,5"]),
    ]
    return _table("Mnkr, netto", columns, rows, EconomyKind.INVESTMENT)
