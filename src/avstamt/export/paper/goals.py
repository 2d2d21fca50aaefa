"""The goal tree as items: prefix and heading, assessment, texts, indicators, activities, then the goals below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from avstamt.domain.activity import Activity
from avstamt.domain.goal import GOAL_TEXTS, Assessment, Goal
from avstamt.domain.indicator import INDICATOR_FIGURES, Indicator
from avstamt.domain.naming import FIELD_NAMES
from avstamt.domain.place import Place
from avstamt.domain.quantity import FigureKind, read_figure
from avstamt.domain.report import Report, preorder
from avstamt.domain.text import RichText
from avstamt.export.paper.characters import one_line, title_line
from avstamt.export.paper.columns import activity_columns, head, indicator_columns, printed, without_empty_sexes
from avstamt.export.paper.decimals import decimals_aligned
from avstamt.export.paper.items import (
    Align,
    Cell,
    FieldLabel,
    HeadCell,
    Heading,
    Item,
    Note,
    Row,
    StatusLine,
    Table,
    TableKind,
)
from avstamt.export.paper.text import cell_items, plain_runs, text_items
from avstamt.export.paper.widths import fitted
from avstamt.templates.template import ColumnTemplate, GoalTemplate, Template

UNNAMED_GOAL = "Mål utan namn"
_ANALYSIS = "Analys"
_AIR = {TableKind.INDICATORS: 1.0, TableKind.ACTIVITIES: 0.0}
"""How much more room than they need the figures and dates of a table get, in ems; its texts get the rest."""

_WORDS = frozenset({FigureKind.TEXT, FigureKind.PLACEHOLDER})
_SYMBOLS = {
    Assessment.FULL: ("●", "helt"),
    Assessment.PARTLY: ("◐", "delvis"),
    Assessment.NOT: ("○", "inte"),
    Assessment.NONE: ("–", "ingen"),
}


@dataclass(frozen=True, slots=True)
class GoalPrinter:
    """Prints the goals of one report by one template."""

    report: Report
    template: Template
    indicator_columns: tuple[ColumnTemplate, ...]
    activity_columns: tuple[ColumnTemplate, ...]

    @classmethod
    def of(cls, report: Report, template: Template) -> GoalPrinter:
        """Return the printer, with the columns that hold for the whole report."""
        return cls(report, template, indicator_columns(report, template), activity_columns(report, template))

    def items(self, level: int) -> Iterator[Item]:
        """Yield the whole tree, its topmost goals on heading `level`."""
        for goal, depth in preorder(self.report.goals):
            yield from self._goal(goal, level + depth)

    def _goal(self, goal: Goal, level: int) -> Iterator[Item]:
        place = Place.of("goals", goal.id)
        own = self.template.goal(goal.level)
        number, title = one_line(goal.number), title_line(goal.title)
        name = title if title or number else UNNAMED_GOAL
        yield Heading(level, number, one_line(own.prefix), name, place / "title")
        yield from _status(goal, place)
        yield from _texts(goal, own, place, level + 1)
        if goal.indicators:
            yield self._indicators(goal, place / "indicators")
        if goal.activities:
            yield self._activities(goal, place / "activities")

    def _indicators(self, goal: Goal, place: Place) -> Table:
        columns = without_empty_sexes(self.indicator_columns, goal.indicators)
        summary = f"Indikatorer för målet {one_line(goal.label)}"
        return self._table(TableKind.INDICATORS, summary, columns, goal.indicators, place)

    def _activities(self, goal: Goal, place: Place) -> Table:
        summary = f"Aktiviteter för målet {one_line(goal.label)}"
        return self._table(TableKind.ACTIVITIES, summary, self.activity_columns, goal.activities, place)

    def _table(
        self,
        kind: TableKind,
        summary: str,
        columns: tuple[ColumnTemplate, ...],
        nodes: Sequence[Indicator | Activity],
        place: Place,
    ) -> Table:
        titles = [one_line(head(column, self.report.year)) for column in columns]
        texts = [[printed(node, column.name) for column in columns] for node in nodes]
        aligns = [_align(column.name, [row[at] for row in texts]) for at, column in enumerate(columns)]
        rows = [
            _row(node, row, columns, aligns, label=self._analysis_label(kind), table=place)
            for node, row in zip(nodes, texts, strict=True)
        ]
        aligned = decimals_aligned(rows)
        shown = [[cell.text for cell in row.cells] for row in aligned]
        rooms = [[cell.room for cell in row.cells] for row in aligned]
        made = fitted(titles, shown, [column.width for column in columns], aligns, rooms, air=_AIR[kind])
        numbered = enumerate(zip(titles, aligns, strict=True))
        heads = tuple(HeadCell(title, place, number, align=align) for number, (title, align) in numbered)
        return Table(kind, "", summary, made, (heads,), aligned, place)

    def _analysis_label(self, kind: TableKind) -> str:
        of_indicators = kind is TableKind.INDICATORS
        own = self.template.indicator_analysis if of_indicators else self.template.activity_analysis
        return own.label if own else _ANALYSIS


def _align(column: str, texts: Sequence[str]) -> Align:
    """Return how a column stands: to the left where words alone fill a column of figures ("Tas fram av nämnden")."""
    kinds = {read_figure(text).kind for text in texts if text}
    is_figures = column in INDICATOR_FIGURES and not (kinds and kinds <= _WORDS)
    return Align.RIGHT if is_figures else Align.LEFT


def _row(
    node: Indicator | Activity,
    texts: Sequence[str],
    columns: Sequence[ColumnTemplate],
    aligns: Sequence[Align],
    *,
    label: str,
    table: Place,
) -> Row:
    place = table / node.id
    cells = (
        Cell(plain_runs(text), place / column.name, align)
        for text, column, align in zip(texts, columns, aligns, strict=True)
    )
    return Row(tuple(cells), place, note=_note(node.analysis, label, place / "analysis"))


def _note(text: RichText | None, label: str, place: Place) -> Note | None:
    return None if text is None else Note(label, cell_items(text, place), place)


def _status(goal: Goal, place: Place) -> Iterator[StatusLine]:
    if goal.assessment is not None:
        symbol, status = _SYMBOLS[goal.assessment]
        word = one_line(goal.wording) or goal.assessment.value
        yield StatusLine(symbol, word, status, place / "assessment")


def _texts(goal: Goal, template: GoalTemplate, place: Place, level: int) -> Iterator[Item]:
    labels = {field.name: field.label for field in template.fields}
    for name in GOAL_TEXTS:
        text = getattr(goal, name)
        if text is not None:
            here = place / name
            yield FieldLabel(level, one_line(labels.get(name, FIELD_NAMES[name])), here)
            yield from text_items(text, here, level + 1)
