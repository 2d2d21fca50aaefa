"""Times the window on a report of the 79-page class: shown, a keystroke, another part, and the cold start.

Real events, the event loop spun until everything that came of them is drawn. Each job runs in a process of its own.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from avstamt.domain.place import Place
    from avstamt.ui.main_window import MainWindow
    from avstamt.ui.report_view import ReportView

SHOWN, KEY, PART, START_RATIO = 0.700, 0.016, 0.050, 1.5
_KEYS, _BURST = 240, 12
_BETWEEN_KEYS, _PAUSE = 0.03, 0.4
_STARTS = 7
_ROUNDS = 3
_TEXT = "Antalet ärenden har ökat något sedan förra året, vilket förklaras av fler inflyttade åren innan. "
_EMPTY = "import sys; from PySide6.QtWidgets import QApplication, QMainWindow; a = QApplication(sys.argv); w = QMainWindow(); "
_PAINTED = "w.show(); w.repaint(); a.processEvents()"


@dataclass(frozen=True)
class Reading:
    """What was measured: seconds (or a ratio), its bound, and whatever else is worth telling."""

    name: str
    value: float
    bound: float
    told: str = ""
    is_ratio: bool = False

    @property
    def line(self) -> str:
        """Return the reading as a line of the table."""
        unit = (lambda one: f"{one:7.2f} ggr") if self.is_ratio else (lambda one: f"{one * 1000:7.1f} ms")
        sign = "" if self.holds else "  över gränsen"
        return f"{self.name:26} {unit(self.value)} {unit(self.bound)}   {self.told}{sign}"

    @property
    def holds(self) -> bool:
        """Tell whether the bound was kept."""
        return self.value <= self.bound


def readings(file: Path) -> Iterator[Reading]:
    """Yield what the window takes on the report in `file`."""
    told = _in_process(file)
    shown, first = told["shown"], told["first"]
    yield Reading("visad efter att filen valts", shown, SHOWN, f"den allra första gången {first * 1000:.0f} ms")
    keys, running = told["keys"], told["running"]
    more = f"median {_middle(keys)}, medan reglerna körs {_high(running)} av {len(running)} tryckningar"
    yield Reading("tangent i lång analys, p95", _p95(keys), KEY, more)
    parts = told["parts"]
    more = f"median {_middle(parts)}, längst {max(parts) * 1000:.0f} ms, {len(parts)} delar"
    yield Reading("byta del, p95", _p95(parts), PART, more)
    empty, ours = start_times()
    yield Reading(
        "kallstart mot tomt fönster",
        ours / empty,
        START_RATIO,
        f"{ours * 1000:.0f} mot {empty * 1000:.0f} ms",
        is_ratio=True,
    )


def start_times() -> tuple[float, float]:
    """Return the seconds from start to a drawn window: an empty one's and ours, the quickest of several each."""
    ours = "from avstamt.ui.application import first_window; a, w = first_window(['avstamt']); "
    times: dict[str, list[float]] = {_EMPTY: [], ours: []}
    for _ in range(_STARTS):
        for code, taken in times.items():
            taken.append(_process_seconds(code + _PAINTED))
    return min(times[_EMPTY]), min(times[ours])


def _process_seconds(code: str) -> float:
    with tempfile.TemporaryDirectory() as home:
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], env=_environment(home), check=True, capture_output=True)
        return time.perf_counter() - start


def _in_process(file: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.benchmarks.window", str(file)]
    with tempfile.TemporaryDirectory() as home:
        done = subprocess.run(command, env=_environment(home), check=True, capture_output=True, text=True)
    made: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return made


def _environment(home: str) -> dict[str, str]:
    """Return an environment without screen in which nothing of the user's own is read or written."""
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": home, "AVSTAMT_DATA": home}


def measure(file: Path) -> dict[str, Any]:
    """Return all times in seconds, measured in this process."""
    from PySide6.QtCore import QThreadPool

    from avstamt.ui.application import first_window, run_evenly

    run_evenly()
    application, window = first_window(["avstamt"])
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    application.processEvents()
    first = _shown(window, file)
    window.close_view(_view(window))
    QThreadPool.globalInstance().waitForDone()
    shown = _shown(window, file)
    QThreadPool.globalInstance().waitForDone()
    application.processEvents()
    view = _view(window)
    keys, running = _typed(view)
    return {"first": first, "shown": shown, "keys": keys, "running": running, "parts": _parts(view)}


def _shown(window: MainWindow, file: Path) -> float:
    start = time.perf_counter()
    window.session.open(file)
    _spin_until(lambda: window.tabs.current is not None and window.tabs.current.area.page is not None)
    window.repaint()
    _spin(0)
    return time.perf_counter() - start


def _view(window: MainWindow) -> ReportView:
    view = window.tabs.current
    if view is None:
        raise RuntimeError("ingen rapport är öppen")
    return view


def _typed(view: ReportView) -> tuple[list[float], list[float]]:
    """Return the seconds that each keystroke took, and of those the ones struck while the rules were running."""
    from avstamt.domain.place import Place

    goals = [one for one in view.desk.document.report.goals if one.analysis is not None and not one.locked]
    longest = max(goals, key=lambda one: len(one.analysis.plain) if one.analysis else 0)
    place = Place.of("goals", longest.id, "analysis")
    view.show_place(place)
    _spin(0.3)
    editor = view.area.page.fields[place].editor if view.area.page else None
    assert editor is not None
    taken: list[float] = []
    running: list[float] = []
    for number in range(_KEYS):
        busy = _is_busy()
        seconds = _key(editor, _TEXT[number % len(_TEXT)])
        taken.append(seconds)
        if busy:
            running.append(seconds)
        _spin(_PAUSE if number % (2 * _BURST) == _BURST else _BETWEEN_KEYS)
    return taken, running


def _key(widget: QWidget, letter: str) -> float:
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    none = Qt.KeyboardModifier.NoModifier
    start = time.perf_counter()
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, none, letter))
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_unknown, none, letter))
    _spin(0)
    return time.perf_counter() - start


def _parts(view: ReportView) -> list[float]:
    """Return the seconds that each part took to be shown, the least of a few rounds: every round makes its page anew."""
    taken: dict[Place, float] = {}
    for _ in range(_ROUNDS):
        for place in view.outline.model.places():
            start = time.perf_counter()
            view.outline.view.choose(place)
            _spin(0)
            taken[place] = min(taken.get(place, 1.0), time.perf_counter() - start)
            _spin(0.01)
    return list(taken.values())


def _is_busy() -> bool:
    from PySide6.QtCore import QThreadPool

    return QThreadPool.globalInstance().activeThreadCount() > 0


def _spin(seconds: float) -> None:
    from PySide6.QtWidgets import QApplication

    end = time.perf_counter() + seconds
    QApplication.processEvents()
    while time.perf_counter() < end:
        QApplication.processEvents()
        time.sleep(0.001)


def _spin_until(done: Callable[[], bool]) -> None:
    while not done():
        _spin(0)


def _p95(taken: Sequence[float]) -> float:
    return statistics.quantiles(taken, n=20)[-1]


def _middle(taken: Sequence[float]) -> str:
    return f"{statistics.median(taken) * 1000:.1f} ms"


def _high(taken: Sequence[float]) -> str:
    return f"p95 {_p95(taken) * 1000:.1f} ms" if len(taken) > 1 else "–"


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(Path(sys.argv[1]))) + "\n")
