"""What the rules found last, shown in every pane of a report."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from avstamt.domain.finding import Finding, Level
from avstamt.domain.place import Place
from avstamt.ui.checking import Checker
from avstamt.ui.desk import Desk
from avstamt.ui.findings.panel import FindingsPanel
from avstamt.ui.findings.rows import counts_by_part, levels_by_place
from avstamt.ui.forms.page_area import PageArea
from avstamt.ui.marks.mark import Underlines
from avstamt.ui.outline.model import OutlineModel

if TYPE_CHECKING:
    from avstamt.rules.engine import Result


class Results(QObject):
    """Shows each result of the checker in the findings' list, at the outline's lines and on the page."""

    def __init__(
        self, desk: Desk, checker: Checker, panes: tuple[OutlineModel, PageArea, FindingsPanel], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._checker = checker
        self._outline, self._area, self._findings = panes
        self.result: Result | None = None
        """What the last run gave, None before the first."""
        self._levels: Mapping[Place, Level] = {}
        self._underlines: Underlines | None = None
        checker.checked.connect(self.show_result)
        checker.glimpsed.connect(self.show_result)
        self._area.page_grown.connect(self.mark_page)

    @property
    def found(self) -> tuple[Finding, ...]:
        """Return what the last run of the rules found."""
        return self.result.findings if self.result is not None else ()

    def show_result(self, result: Result) -> None:
        """Show what a run of the rules gave."""
        self.result = result
        self._levels = levels_by_place(result)
        self._underlines = Underlines(self._checker.report, result.findings)
        self._findings.show_result(result)
        self._outline.show_counts(counts_by_part(self._desk.document.report, result))
        self.mark_page()

    def mark_page(self) -> None:
        """Show on the page what was found there."""
        if self._area.page is not None and self._underlines is not None:
            self._area.page.show_levels(self._levels)
            self._area.page.marks.show(self._underlines)
