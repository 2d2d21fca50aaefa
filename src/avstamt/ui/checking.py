"""Runs the rules beside the window: a while after the last change, off the window's thread, newest result only."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal

from avstamt.domain.place import Place
from avstamt.domain.report import Report
from avstamt.templates.catalogue import Catalogue
from avstamt.ui.document import Document
from avstamt.ui.review_settings import ReviewSettings

if TYPE_CHECKING:
    from avstamt.rules.check_settings import CheckSettings
    from avstamt.rules.engine import Result

_PAUSE_MS = 350


class Checker(QObject):
    """Keeps the findings of one document up to date; `checked` carries each new result."""

    checked = Signal(object)
    _came_in = Signal(int, object)

    def __init__(
        self, document: Document, catalogue: Catalogue, review: ReviewSettings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._review = review
        self._catalogue = catalogue
        self._number = 0
        self.report = document.report
        """The report that the newest run reads."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.run)
        self._came_in.connect(self._take)
        document.changed.connect(self._wait)
        review.changed.connect(self._timer.start)

    def run(self) -> None:
        """Start a run on the report as it is now."""
        self._timer.stop()
        self._number += 1
        self.report = self._document.report
        QThreadPool.globalInstance().start(
            _Run(self, self._number, self.report, self._catalogue, self._review.for_check())
        )

    def hand_in(self, number: int, result: Result) -> None:
        """Take a result from a run's thread over to the window's."""
        self._came_in.emit(number, result)

    def _wait(self, _changed: Place) -> None:
        self._timer.start()

    def _take(self, number: int, result: Result) -> None:
        if number == self._number:
            self.checked.emit(result)


class _Run(QRunnable):
    """One run of the rules on one report."""

    def __init__(
        self, checker: Checker, number: int, report: Report, catalogue: Catalogue, settings: CheckSettings
    ) -> None:
        super().__init__()
        self._checker = checker
        self._number = number
        self._report = report
        self._catalogue = catalogue
        self._settings = settings

    def run(self) -> None:
        """Run the rules and hand the result in."""
        from avstamt.rules.engine import check  # a third of a second the first time: not before the window is shown

        result = check(self._report, self._catalogue, settings=self._settings)
        with suppress(RuntimeError):  # the document was closed meanwhile
            self._checker.hand_in(self._number, result)
