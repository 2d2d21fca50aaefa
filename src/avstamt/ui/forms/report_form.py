"""The page about the report itself: title, organisation and year, and a front page where it may have one."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from avstamt.domain.place import Place
from avstamt.domain.section import FrontPage
from avstamt.ui.desk import Desk
from avstamt.ui.editors.title import TitleEditor
from avstamt.ui.editors.year import YearEditor
from avstamt.ui.forms.bare import BareField
from avstamt.ui.forms.field import Field, Guidance
from avstamt.ui.forms.page import Page
from avstamt.ui.forms.room import Column
from avstamt.ui.labels import Label, TextButton, small
from avstamt.ui.words import kind_name

_YEAR = "Året som rapporten handlar om. Det styr vilka mål, rubriker och kolumner som hör till."


class ReportForm(Page):
    """The form of what holds for the whole report."""

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        report = desk.document.report
        above = Label(desk.look, kind_name(report.kind, report.level), small, "quiet", self)
        above.setIndent(8)
        head = Column()
        head.setSpacing(4)
        head.hold(above)
        title = TitleEditor()
        head.hold(self.bound(place / "title", BareField(desk.look, "Rapportens titel", title, self), title))
        hint = Guidance(desk.look, "Titeln står överst i den färdiga rapporten.", self)
        hint.setIndent(8)
        head.hold(hint)
        self.column.hold(head)
        self.column.hold(self._lines())
        self._add_front = TextButton(desk.look, "Lägg till framsida (tjänsteutlåtande)", "quiet", "add", self)
        self._add_front.clicked.connect(self._make_front)
        foot = QHBoxLayout()
        foot.addWidget(self._add_front)
        foot.addStretch(1)
        self.column.hold(foot)
        self._add_front.setVisible(report.front is None and desk.template.front is not None)
        desk.document.changed.connect(self._follow)

    def _lines(self) -> QVBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(16)
        lines.addWidget(self.line(self.place / "organisation", "Enhet eller förvaltning"))
        lines.addWidget(self.line(self.place / "committee", "Nämnd"))
        year = YearEditor()
        lines.addWidget(
            self.bound(self.place / "year", Field(self.desk.look, "År", year, guidance=_YEAR, parent=self), year)
        )
        return lines

    def _make_front(self) -> None:
        self.desk.document.set_value(Place.of("front"), FrontPage(), "tillägg av framsida")
        self.asked_for.emit(Place.of("front"))

    def _follow(self, _changed: Place) -> None:
        report = self.desk.document.report
        self._add_front.setVisible(report.front is None and self.desk.template.front is not None)
