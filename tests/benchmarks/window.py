"""Times the window on a report of the 79-page class: shown, a keystroke, another part, and the cold start.

Real events, the event loop spun until everything that came of them is drawn. Each job runs in a process of its own.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.benchmarks.generated import told_in_table
from tests.benchmarks.processes import told
from tests.benchmarks.reading import Reading, middle, p95
from tests.benchmarks.starting import start_reading

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from avstamt.domain.place import Place
    from avstamt.ui.main_window import MainWindow
    from avstamt.ui.report_view import ReportView

SHOWN, KEY, PART = 0.700, 0.016, 0.050
_KEYS, _BURST = 240, 12
_BETWEEN_KEYS, _PAUSE = 0.03, 0.4
_RUNNING_KEYS, _TRIES, _DELAYS = 100, 500, 12
_ROUNDS = 3
_TEXT = "Antalet ärenden har ökat något sedan förra året, vilket förklaras av fler inflyttade åren innan. "


def readings(file: Path) -> Iterator[Reading]:
    """Yield what the window takes on the report in `file`."""
    said = told("tests.benchmarks.window", file)
    yield Reading("visad efter att filen valts", said["shown"], SHOWN, f"den allra första gången {_ms(said['first'])}")
    keys, running, parts = said["keys"], said["running"], said["parts"]
    yield Reading("tangent i lång analys, p95", p95(keys), KEY, f"median {middle(keys)}, {len(keys)} tryckningar")
    more = f"median {middle(running)}, {len(running)} tryckningar"
    yield Reading("… medan reglerna körs, p95", p95(running), KEY, more)
    more = f"median {middle(parts)}, längst {_ms(max(parts))}, {len(parts)} delar, processortid p95 {_ms(p95(said['cpu']))}"
    yield Reading("byta del, p95", p95(parts), PART, more)
    yield start_reading()


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


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
    editor = long_analysis(view)
    keys, running = typed(editor), _typed_while_checking(view, editor)
    parts, cpu = _parts(view)
    return {"first": first, "shown": shown, "keys": keys, "running": running, "parts": parts, "cpu": cpu}


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


def long_analysis(view: ReportView) -> QWidget:
    """Return the editor of the longest analysis of a goal, shown and with the focus."""
    from avstamt.domain.place import Place

    goals = [one for one in view.desk.document.report.goals if one.analysis is not None and not one.locked]
    longest = max(goals, key=lambda one: len(one.analysis.plain) if one.analysis else 0)
    place = Place.of("goals", longest.id, "analysis")
    view.show_place(place)
    _spin(0.3)
    assert view.area.page is not None
    return view.area.page.fields[place].editor


def typed(editor: QWidget) -> list[float]:
    """Return the seconds that each keystroke took, in bursts with pauses in which the rules begin."""
    taken: list[float] = []
    for number in range(_KEYS):
        taken.append(_key(editor, _TEXT[number % len(_TEXT)]))
        _spin(_PAUSE if number % (2 * _BURST) == _BURST else _BETWEEN_KEYS)
    return taken


def _typed_while_checking(view: ReportView, editor: QWidget) -> list[float]:
    """Return the seconds of keystrokes, each struck while a run of the rules was under way, sooner or later in it."""
    taken: list[float] = []
    for number in range(_TRIES):
        _spin_until(lambda: not _is_busy())
        view.checker.run()
        time.sleep(number % _DELAYS / 1000)
        was_busy = _is_busy()
        seconds = _key(editor, _TEXT[number % len(_TEXT)])
        if was_busy:
            taken.append(seconds)
        if len(taken) == _RUNNING_KEYS:
            break
    return taken


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


def _parts(view: ReportView) -> tuple[list[float], list[float]]:
    """Return the seconds that each part took to be shown, the least of a few rounds, by the clock and of the processor.

    Every round makes its page anew.
    """
    taken: dict[Place, float] = {}
    worked: dict[Place, float] = {}
    for _ in range(_ROUNDS):
        for place in view.outline.model.places():
            start, work = time.perf_counter(), time.thread_time()
            view.outline.view.choose(place)
            _spin(0)
            taken[place] = min(taken.get(place, 1.0), time.perf_counter() - start)
            worked[place] = min(worked.get(place, 1.0), time.thread_time() - work)
            _spin(0.01)
    return list(taken.values()), list(worked.values())


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


def main(arguments: Sequence[str]) -> int:
    """Say what is measured on the report named, as data; with none named, measure a large one and say it in a table."""
    if arguments:
        sys.stdout.write(json.dumps(measure(Path(arguments[0]))) + "\n")
        return 0
    return told_in_table(readings)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
