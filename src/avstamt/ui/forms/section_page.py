"""The page of a section: its heading, its text and its economy tables."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QHBoxLayout, QWidget

from avstamt.domain.economy import EconomyTable
from avstamt.domain.locks import lock_reason
from avstamt.domain.place import Place, value_at
from avstamt.domain.section import Section
from avstamt.ui.desk import Desk
from avstamt.ui.editors.title import TitleEditor
from avstamt.ui.forms.bare import BareField
from avstamt.ui.forms.economy_panel import EconomyPanel
from avstamt.ui.forms.field import Guidance, LockNote
from avstamt.ui.forms.page import Page
from avstamt.ui.forms.room import Column
from avstamt.ui.labels import Label, TextButton, small
from avstamt.ui.tables.new_table import with_new_table


class SectionPage(Page):
    """The form of one section."""

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        section = self._section()
        template = desk.template.section(section.key) if section.key else None
        self._add_head(template.guidance if template else "")
        if section.holds_goals:
            words = "Målen trycks under den här rubriken. Välj ett mål i listan till vänster."
            note = Label(desk.look, words, small, "quiet", self)
            note.setIndent(8)
            self.column.hold(note)
        self.column.hold(self.text(place / "text", "Text"))
        self._tables = Column()
        self._tables.setSpacing(32)
        self.column.hold(self._tables)
        self._panels: dict[str, EconomyPanel] = {}
        self._show_tables()
        self._add_foot()
        desk.document.changed.connect(self._follow)

    def _section(self) -> Section:
        return cast("Section", value_at(self.desk.document.report, self.place))

    def _add_head(self, guidance: str) -> None:
        look = self.desk.look
        place = self.place / "title"
        why = lock_reason(self.desk.document.report, place)
        title = TitleEditor()
        title.set_locked(bool(why))
        head = Column()
        head.setSpacing(4)
        head.hold(self.bound(place, BareField(look, "Rubrik", title, self), title))
        if why:
            head.hold(LockNote(look, why, self))
        if guidance:
            note = Guidance(look, guidance, self)
            note.setIndent(8)
            head.hold(note)
        self.column.hold(head)

    def _add_foot(self) -> None:
        foot = QHBoxLayout()
        add = TextButton(self.desk.look, "Lägg till tabell", "quiet", "table", self)
        add.clicked.connect(self._add_table)
        foot.addWidget(add)
        foot.addStretch(1)
        self.column.hold(foot)

    def _add_table(self) -> None:
        self.desk.document.change(
            self.place / "tables", lambda report: with_new_table(report, self.place), "tillägg av tabell"
        )

    def _follow(self, changed: Place) -> None:
        tables = self.place / "tables"
        if changed.is_within(tables) or tables.is_within(changed):
            self._show_tables()

    def _show_tables(self) -> None:
        tables = self._tables_now()
        for gone in set(self._panels) - {table.id for table in tables}:
            self._panels.pop(gone).leave()
        for at, table in enumerate(tables):
            panel = self._panels.get(table.id)
            if panel is not None and panel.fits(table):
                continue
            if panel is not None:
                self._panels.pop(table.id).leave()
            self._panels[table.id] = EconomyPanel(self, self.place / "tables" / table.id)
            self._tables.hold(self._panels[table.id], at)
        self.show_levels(self._levels)

    def _tables_now(self) -> tuple[EconomyTable, ...]:
        report = self.desk.document.report
        return next((section.tables for section in report.sections if section.id == self.place.name), ())
