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
    from avstamt.rules.running import Checks

_PAUSE_MS = 350


class Checker(QObject):
    """Keeps the findings of one document up to date; `checked` carries each new result.

    One run at a time: a change makes the run that is under way give up between two rules, so that typing has the
    machine to itself, and a new one begins when it has been quiet for a while. The first run hands in what it has
    before the rules that need the dictionary are run (`glimpsed`).
    """

    checked = Signal(object)
    glimpsed = Signal(object)

    def __init__(
        self, document: Document, catalogue: Catalogue, review: ReviewSettings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._catalogue = catalogue
        self._review = review
        self._checks: Checks | None = None
        self._earlier: Report | None = None
        self._number = 0
        self._is_running = self._is_wanted = False
        self.report = document.report
        """The report that the newest run reads."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.run)
        self.courier = Courier()
        self.courier.came_in.connect(self._take)
        self.courier.was_seen.connect(self._glimpse)
        document.changed.connect(self._wait)
        document.struck.connect(self._give_way)
        review.changed.connect(self._wait)

    @property
    def earlier(self) -> Report | None:
        """Return the report that this one is compared with, None where there is none."""
        return self._earlier

    def compare_with(self, earlier: Report | None) -> None:
        """Compare with another report from now on, or with none."""
        self._earlier = earlier
        self.run()

    def run(self) -> None:
        """Start a run on the report as it is now, as soon as the one under way has given up."""
        self._timer.stop()
        self._number += 1
        self._is_wanted = True
        if not self._is_running:
            self._start()

    def is_superseded(self, number: int) -> bool:
        """Tell whether a run's result is no longer wanted; it may be asked in any thread."""
        return number != self._number

    def check(self, run: Run) -> Result | None:
        """Run the rules, in the run's thread; None where the run gave up."""
        from avstamt.rules.running import Checks, Superseded  # a third of a second: not before the window is shown

        first = self._checks is None
        checks = self._checks = self._checks or Checks(self._catalogue)
        is_superseded = run.is_superseded
        with suppress(Superseded):
            if first:
                quick = checks.run(
                    run.report, run.earlier, slow=False, settings=run.settings, is_superseded=is_superseded
                )
                run.courier.was_seen.emit(run.number, quick)
            return checks.run(run.report, run.earlier, settings=run.settings, is_superseded=is_superseded)
        return None

    def _wait(self, _changed: Place | None = None) -> None:
        self._number += 1  # the run under way reads what is no more
        self._timer.start()

    def _give_way(self) -> None:
        """Leave the machine to a key that was just pressed, before it has changed anything."""
        if self._is_running:
            self._wait()

    def _start(self) -> None:
        self._is_running, self._is_wanted = True, False
        self.report = self._document.report
        run = Run(self, self._number, self.report, self._earlier, self._review.for_check())
        QThreadPool.globalInstance().start(run)

    def _take(self, number: int, result: Result | None) -> None:
        self._is_running = False
        if self._is_wanted:
            self._start()
        elif result is not None and number == self._number:
            self.checked.emit(result)

    def _glimpse(self, number: int, result: Result) -> None:
        if number == self._number:
            self.glimpsed.emit(result)


class Courier(QObject):
    """Takes what a run's thread has over to the window's.

    It has no parent and lives as long as the run: a signal of the checker's own, sent while its report was being closed,
    brought the program down.
    """

    came_in = Signal(int, object)
    was_seen = Signal(int, object)


class Run(QRunnable):
    """One run of the rules on one report."""

    def __init__(
        self, checker: Checker, number: int, report: Report, earlier: Report | None, settings: CheckSettings
    ) -> None:
        super().__init__()
        self._checker = checker
        self.courier = checker.courier
        self.number = number
        self.report = report
        self.earlier = earlier
        self.settings = settings

    def is_superseded(self) -> bool:
        """Tell whether the result is no longer wanted."""
        return self._checker.is_superseded(self.number)

    def run(self) -> None:
        """Run the rules and hand the result in."""
        result: Result | None = None
        try:
            result = self._checker.check(self)
        finally:
            self.courier.came_in.emit(self.number, result)
