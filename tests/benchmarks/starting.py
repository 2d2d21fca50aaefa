"""Times the cold start to a drawn window, beside that of an empty one: processor time, the least of several each."""

from __future__ import annotations

from tests.benchmarks.processes import output
from tests.benchmarks.reading import Reading

RATIO = 1.5
_STARTS = 11
_EMPTY = "import sys; from PySide6.QtWidgets import QApplication, QMainWindow; a = QApplication(sys.argv); w = QMainWindow(); "
_OURS = (
    "import gc, avstamt.__main__; gc.disable(); "  # as the door does
    "from avstamt.ui.application import first_window; a, w = first_window(['avstamt']); "
)
_DRAWN = (
    "w.show(); w.repaint(); a.processEvents(); "
    "import os, time; print(time.process_time(), flush=True); os._exit(0)"  # how long it takes to end is not asked
)


def start_reading() -> Reading:
    """Return how many times as long our window takes as an empty one."""
    empty, ours = start_times()
    more = f"{ours * 1000:.0f} mot {empty * 1000:.0f} ms processortid"
    return Reading("kallstart mot tomt fönster", ours / empty, RATIO, more, is_ratio=True)


def start_times() -> tuple[float, float]:
    """Return the seconds of processor time from start to a drawn window: an empty one's and ours."""
    times: dict[str, list[float]] = {_EMPTY: [], _OURS: []}
    for code in times:
        output("-c", code + _DRAWN)  # the first start compiles
    for _ in range(_STARTS):
        for code, taken in times.items():
            taken.append(float(output("-c", code + _DRAWN).split()[-1]))
    return min(times[_EMPTY]), min(times[_OURS])
