"""Valid reports to test with, said in as few words as a test needs. Ids are given or counted, never random."""

from __future__ import annotations

from itertools import count
from typing import Any

from avstamt.domain.activity import Activity
from avstamt.domain.economy import Cell, Column, ColumnRole, EconomyKind, EconomyTable, Row, RowRole, Unit
from avstamt.domain.goal import Assessment, Goal, GoalLevel
from avstamt.domain.indicator import Indicator
from avstamt.domain.report import OrganisationLevel, Report, ReportKind
from avstamt.domain.section import FrontPage, Section, Signatory
from avstamt.domain.text import ListItem, Paragraph, RichText, Run, SubHeading

_numbers = count(1)


def next_id(prefix: str) -> str:
    """Return an id that no other builder in this run has given."""
    return f"{prefix}{next(_numbers)}"


def text(*paragraphs: str) -> RichText:
    """Return a text of paragraphs; "## " starts a sub-heading, "- " a list item."""
    return RichText(blocks=tuple(_block(line) for line in paragraphs))


def indicator(name: str = "Andel nöjda besökare", **fields: Any) -> Indicator:
    """Return an indicator; a str for `analysis` becomes a text."""
    return Indicator(id=fields.pop("id", next_id("i")), name=name, **_with_texts(fields))


def activity(text_: str = "Ta fram en ny rutin för introduktion", **fields: Any) -> Activity:
    """Return an activity that runs through 2024."""
    dates = {"start": "2024-01-01", "end": "2024-12-31"}
    return Activity(id=fields.pop("id", next_id("a")), text=text_, **(dates | _with_texts(fields)))


def goal(title: str = "Besökarna får snabbt svar", level: GoalLevel = GoalLevel.UNIT, **fields: Any) -> Goal:
    """Return a goal of one level."""
    return Goal(id=fields.pop("id", next_id("g")), title=title, level=level, **_with_texts(fields))


def section(title: str = "Sammanfattande analys", **fields: Any) -> Section:
    """Return a section."""
    return Section(id=fields.pop("id", next_id("s")), title=title, **_with_texts(fields))


def table(columns: dict[str, ColumnRole], rows: list[tuple[str, RowRole, list[str]]], **fields: Any) -> EconomyTable:
    """Return an economy table: heads with roles, then rows of label, role and cell texts in column order."""
    made = tuple(Column(id=f"c{n}", title=title, role=role) for n, (title, role) in enumerate(columns.items(), 1))
    return EconomyTable(
        id=fields.pop("id", next_id("t")),
        columns=made,
        rows=tuple(_row(n, row) for n, row in enumerate(rows, 1)),
        **_with_texts({"kind": EconomyKind.RESULT, "unit": Unit.TKR} | fields),
    )


def result_table(**fields: Any) -> EconomyTable:
    """Return a unit's result table whose sums are right: income, cost and net against budget, in tkr."""
    columns = {"Budget": ColumnRole.BUDGET, "Utfall": ColumnRole.OUTCOME, "Avvikelse": ColumnRole.VARIANCE}
    rows = [
        ("Intäkter", RowRole.INCOME, ["1 200", "1 250", "50"]),
        ("Kostnader", RowRole.COST, ["-9 800", "-9 650", "150"]),
        ("Netto", RowRole.NET, ["-8 600", "-8 400", "200"]),
    ]
    return table(columns, rows, **fields)


def report(
    *goals: Goal,
    sections: tuple[Section, ...] | None = None,
    kind: ReportKind = ReportKind.ANNUAL,
    level: OrganisationLevel = OrganisationLevel.UNIT,
    year: int = 2024,
    **fields: Any,
) -> Report:
    """Return a unit's VB 2024 with these goals and, unless sections are given, a short summary."""
    summary = section(key="summary", text=text("Året har gått som planerat och målen är i huvudsak nådda."))
    return Report(
        id=fields.pop("id", next_id("r")),
        kind=kind,
        level=level,
        year=year,
        organisation=fields.pop("organisation", "Enheten för rådgivning"),
        sections=(summary,) if sections is None else sections,
        goals=goals,
        **fields,
    )


def rich_report() -> Report:
    """Return a clean VB with every sort of part in it: tree of goals, texts, lists, tables, front page."""
    direction = goal("Ett Stockholm som håller samman", GoalLevel.DIRECTION, id="g1", number="1")
    area = goal(
        "Stockholms stad ska ge stöd där behoven är som störst",
        GoalLevel.AREA,
        id="g2",
        parent="g1",
        number="1.3",
        assessment=Assessment.FULL,
        analysis="Målet nås eftersom väntetiderna har kortats under hela året.",
        indicators=(
            indicator(
                "Andel besökare som är nöjda med bemötandet",
                id="i1",
                outcome="86 %",
                outcome_men="84 %",
                outcome_women="88 %",
                previous="83 %",
                target="85 %",
                city_target="80 %",
                period="2024",
            ),
        ),
    )
    unit = goal(
        "Besökarna får snabbt svar",
        id="g3",
        parent="g2",
        assessment=Assessment.FULL,
        expected_result=text("Besökarna möter en mottagning som", "- svarar inom en dag", "- hänvisar rätt"),
        analysis=text("## Telefonen", "Nio av tio samtal besvaras inom en timme.", "## Besöken", "Kön är borta."),
        activities=(
            activity(id="a1"),
            activity("Öva bemötande", id="a2", deviation=True, analysis="Övningen flyttas."),
        ),
    )
    economy = section("Uppföljning av ekonomi", id="s3", key="economy")
    running = section(
        "Uppföljning av driftbudget",
        id="s4",
        key="economy_operating",
        parent="s3",
        text=text("Enheten har ett överskott på 200 tkr."),
        tables=(result_table(id="t1", comment=text("Överskottet beror på lägre lokalkostnader.")),),
    )
    return report(
        direction,
        area,
        unit,
        id="r1",
        sections=(
            section(id="s1", key="summary", text=text("Enheten når sina mål för 2024.")),
            section("Uppföljning av kommunfullmäktiges mål", id="s2", key="goals", holds_goals=True),
            economy,
            running,
            section("Övrigt", id="s5", key="other"),
        ),
    )


def front_page() -> FrontPage:
    """Return the front page of a tjänsteutlåtande with invented names."""
    return FrontPage(
        department="Exempelförvaltningen",
        diary_number="EX 2024/123",
        date="2024-05-21",
        recipient="Exempelnämnden",
        proposals=text("Nämnden godkänner rapporten.", "Paragrafen justeras omedelbart."),
        signatories=(Signatory(id="u1", name="Förnamn Efternamn", title="Förvaltningschef"),),
    )


def _block(line: str) -> Paragraph | SubHeading | ListItem:
    if line.startswith("## "):
        return SubHeading(id=next_id("b"), runs=(Run(text=line[3:]),))
    if line.startswith("- "):
        return ListItem(id=next_id("b"), runs=(Run(text=line[2:]),))
    return Paragraph(id=next_id("b"), runs=(Run(text=line),))


def _row(number: int, row: tuple[str, RowRole, list[str]]) -> Row:
    label, role, texts = row
    cells = tuple(Cell(id=f"c{n}", text=value) for n, value in enumerate(texts, 1))
    return Row(id=f"r{number}", label=label, role=role, cells=cells)


_TEXT_FIELDS = (
    "analysis", "description", "expected_result", "working_method", "resource_use", "follow_up", "development", "text", "comment",
)  # fmt: skip


def _with_texts(fields: dict[str, Any]) -> dict[str, Any]:
    return {
        name: text(value) if name in _TEXT_FIELDS and isinstance(value, str) else value
        for name, value in fields.items()
    }
