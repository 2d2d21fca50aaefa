"""The page of a tjänsteutlåtande's first page: to whom, by whom, what the nämnd is to decide, and the appendices."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from avstamt.domain.base import Node
from avstamt.domain.place import Place
from avstamt.domain.section import Appendix, Contact, Signatory
from avstamt.ui.desk import Desk
from avstamt.ui.forms.page import Page
from avstamt.ui.forms.sheet_panel import SheetPanel
from avstamt.ui.labels import Label, title
from avstamt.ui.tables.columns import CellKind, SheetColumn
from avstamt.ui.tables.rows import PeopleSheet

_LINES = (
    (("department", "Förvaltning"),),
    (("unit", "Avdelning"),),
    (("diary_number", "Dnr"), ("date", "Datum")),
    (("recipient", "Till"),),
)
"""The fields by line: what holds a name has one of its own, where a long one has room."""

_TABLES: tuple[tuple[str, str, str, type[Node], tuple[tuple[str, str, float], ...]], ...] = (
    ("officers", "Handläggare", "Ingen handläggare är angiven än.", Contact,
     (("name", "Namn", 2), ("phone", "Telefon", 1.4), ("email", "E-post", 2))),
    ("signatories", "Undertecknas av", "Ingen undertecknar än.", Signatory,
     (("name", "Namn", 1), ("title", "Titel", 1))),
    ("appendices", "Bilagor", "Ärendet har inga bilagor än.", Appendix,
     (("label", "Bilaga", 1), ("title", "Rubrik", 4))),
)  # fmt: skip


class FrontForm(Page):
    """The form of the front page."""

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        heading = Label(desk.look, "Tjänsteutlåtande", title, parent=self)
        heading.setIndent(8)
        self.column.hold(heading)
        self.column.hold(self._lines())
        template = desk.template.front
        labels = {field.name: field.label for field in template.fields} if template else {}
        self.column.hold(
            self.text(place / "proposals", labels.get("proposals", "Förslag till beslut"), self._guidance("proposals"))
        )
        for name, words, empty, kind, columns in _TABLES:
            made = tuple(SheetColumn(column, head, width=width, kind=CellKind.TEXT) for column, head, width in columns)
            sheet = PeopleSheet(desk.document, place / name, made, kind, self)
            panel = SheetPanel(desk.look, sheet, labels.get(name, words), empty, self._guidance(name), parent=self)
            self.column.hold(self.table(panel))

    def _lines(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(16)
        template = self.desk.template.front
        labels = {field.name: field.label for field in template.fields} if template else {}
        for row, line in enumerate(_LINES):
            for at, (name, words) in enumerate(line):
                field = self.line(self.place / name, labels.get(name, words), self._guidance(name))
                grid.addWidget(field, row, at, 1, 3 - len(line))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _guidance(self, name: str) -> str:
        template = self.desk.template.front
        return next((field.guidance for field in template.fields if field.name == name), "") if template else ""
