"""One open report: outline, page and findings side by side, kept in step with the document."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from avstamt.domain.finding import Finding
from avstamt.domain.place import ROOT, Place
from avstamt.domain.report import Report
from avstamt.importers.model import Problem
from avstamt.ui.beside import Beside, Companion
from avstamt.ui.checking import Checker
from avstamt.ui.desk import Desk
from avstamt.ui.findings.panel import FindingsPanel
from avstamt.ui.forms.page_area import PageArea, page_for, part_of
from avstamt.ui.outline.model import OutlineModel
from avstamt.ui.outline.panel import OutlinePanel
from avstamt.ui.panes import Panes
from avstamt.ui.results import Results
from avstamt.ui.trail import Trail
from avstamt.ui.whereabouts import Whereabouts

_ABOUT_REPORT = ("title", "year", "organisation", "committee")


class ReportView(QWidget):
    """The three panes of a document. `blocked` carries why something could not be done."""

    blocked = Signal(str)

    def __init__(self, desk: Desk, problems: tuple[Problem, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.problems = problems
        self._settings = desk.look.settings
        self._shape = self._template_shape()
        self.outline = OutlinePanel(desk, OutlineModel(desk.document, self), self)
        self.area = PageArea(desk.look, self)
        self.findings = FindingsPanel(desk, self)
        self.whereabouts = Whereabouts(self.area, self)
        self.trail = Trail(desk.document, self)
        self.beside = Beside(desk, self.whereabouts, (self.outline, self.findings), self)
        self.checker = Checker(desk.document, desk.catalogue, self._settings.review, self)
        self.results = Results(desk, self.checker, (self.outline.model, self.area, self.findings), self)
        self._lay_out()
        self._connect()
        self.outline.setHidden(self._settings.is_folded("outline"))
        self.findings.setHidden(self._settings.is_folded("findings"))
        self._show_part(ROOT)
        if self._settings.preview:
            QTimer.singleShot(0, self._show_preview)  # when the panes have found their widths
        QTimer.singleShot(0, self.checker.run)

    @property
    def place(self) -> Place:
        """Return the place of the part that is shown."""
        return self.outline.view.place

    def show_place(self, place: Place) -> None:
        """Show the part that `place` lies in, with the focus in the field."""
        part = part_of(self.desk.document.report, place)
        if part != self.place or self.area.page is None:
            self.outline.view.choose(part)
        if self.area.page is not None and place.path != part.path:
            self.area.page.focus_place(place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the page know how wide the side panes are, so that it keeps its place when they are folded away."""
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget) and not watched.isHidden():
            handle = self.splitter.handleWidth()
            outline, findings = self.area.sides
            if watched is self.outline:
                outline = watched.width() + handle
            else:
                findings = watched.width() + handle
            self.area.keep_clear_of(outline, findings)
        return False

    def fold(self, pane: QWidget, is_shown: bool) -> None:
        """Fold a side pane away or out, here and in reports opened later."""
        pane.setVisible(is_shown)
        self._settings.fold("outline" if pane is self.outline else "findings", not is_shown)

    def renew(self) -> None:
        """Make the page anew: what may be edited on it is another."""
        self._show_part(self.place)

    def focus_page(self) -> None:
        """Put the focus in the page's first field."""
        if self.area.page is not None:
            self.area.page.focus_first()

    def compare_with(self, earlier: Report, name: str) -> None:
        """Hold the report against another one while it is open, and say against which."""
        self.findings.comparison.show_name(name)
        self.checker.compare_with(earlier)

    def stop_comparing(self) -> None:
        """Hold the report against no other, with the focus where the findings are."""
        self.findings.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.findings.comparison.show_name("")
        self.checker.compare_with(None)

    def _show_preview(self) -> None:
        self.beside.show_companion(Companion.PREVIEW)

    def _back_to_page(self, place: Place) -> None:
        if self.area.page is not None and not self.area.page.focus_place(place):
            self.focus_page()

    def _lay_out(self) -> None:
        self.splitter = Panes(self._settings, self)
        self.splitter.hold(self.outline, self.area, self.beside, self.findings)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)

    def _connect(self) -> None:
        self.outline.installEventFilter(self)
        self.findings.installEventFilter(self)
        self.outline.view.chosen.connect(self._show_part)
        self.outline.blocked.connect(self.blocked)
        self.outline.added.connect(self.show_place)
        self.findings.go_to.connect(self.show_place)
        self.findings.comparison.ended.connect(self.stop_comparing)
        self.beside.go_to.connect(self.show_place)
        self.whereabouts.moved.connect(self.trail.visit)
        self.beside.blocked.connect(self.blocked)
        self.beside.left.connect(self._back_to_page)
        self.desk.document.stepped.connect(self._go_to_step)
        self.desk.document.changed.connect(self._watch_template)

    def _show_part(self, place: Place) -> None:
        page = page_for(self.desk, place, self.area.sheet)
        page.blocked.connect(self.blocked)
        page.asked_for.connect(self.show_place)
        page.finding_asked_for.connect(self._show_finding)
        self.area.show_page(page)
        self.whereabouts.come_to(place)
        self.results.mark_page()

    @property
    def found(self) -> tuple[Finding, ...]:
        """Return what the last run of the rules found."""
        return self.results.found

    def _show_finding(self, finding: Finding, with_reason: bool) -> None:
        if self.findings.isHidden():
            self.fold(self.findings, is_shown=True)
        self.findings.open(finding, with_reason=with_reason)

    def _go_to_step(self, place: Place) -> None:
        part = part_of(self.desk.document.report, place)
        is_about_report = bool(place.path) and place.path[0] in _ABOUT_REPORT
        if part != self.place and (part.path or is_about_report):
            self.show_place(place)  # else many parts changed, or the outline itself, which shows what came or went

    def _watch_template(self, _changed: Place) -> None:
        shape = self._template_shape()
        if shape != self._shape:
            self._shape = shape
            QTimer.singleShot(0, self._renew_page)

    def _renew_page(self) -> None:
        if self.place.path:
            self._show_part(self.place)

    def _template_shape(self) -> tuple[object, ...]:
        report = self.desk.document.report
        return report.kind, report.level, report.year
