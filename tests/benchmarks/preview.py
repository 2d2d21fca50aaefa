"""Times the window with the preview beside the form: a keystroke, and how soon the pages show what was typed."""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks import window as timed
from tests.benchmarks.generated import told_in_table
from tests.benchmarks.processes import told
from tests.benchmarks.reading import Reading, middle, p95
from tests.benchmarks.window import KEY

REFRESH = 0.250
_REFRESHES = 12
_REST = 0.8
_LOOK = 0.002


def preview_readings(file: Path) -> Iterator[Reading]:
    """Yield what a keystroke and a refresh of the pages take on the report in `file`."""
    said = told("tests.benchmarks.preview", file)
    keys, refreshed = said["keys"], sorted(said["refreshed"])
    yield Reading("tangent, förhandsvisning på", p95(keys), KEY, f"median {middle(keys)}")
    more = f"{said['pages']} sidor, kortast {refreshed[0] * 1000:.0f} ms, längst {refreshed[-1] * 1000:.0f} ms"
    yield Reading("sidorna efter en ändring", statistics.median(refreshed), REFRESH, more)


def measure(file: Path) -> dict[str, Any]:
    """Return all times in seconds, measured in this process; the pages' own work is done in another."""
    from PySide6.QtWidgets import QApplication

    from avstamt.ui.application import first_window, run_evenly

    run_evenly()
    application, window = first_window(["avstamt"])
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    application.processEvents()
    timed._shown(window, file)
    view = timed._view(window)
    window.actions_.by_name["preview"].trigger()
    preview = view.beside.preview
    timed._spin_until(lambda: preview.is_at_rest)
    keys = timed.typed(timed.long_analysis(view))
    refreshed = []
    for _ in range(_REFRESHES):
        timed._spin(_REST)
        focused = QApplication.focusWidget()
        start = time.perf_counter()
        timed._key(focused, "e")
        while not preview.is_at_rest:
            timed._spin(_LOOK)  # with a rest in between: a loop that never sleeps would take the helper's turn
        refreshed.append(time.perf_counter() - start)
    return {"keys": keys, "refreshed": refreshed, "pages": preview.pages}


def main(arguments: Sequence[str]) -> int:
    """Say what is measured on the report named, as data; with none named, measure a large one and say it in a table."""
    if arguments:
        sys.stdout.write(json.dumps(measure(Path(arguments[0]))) + "\n")
        return 0
    return told_in_table(preview_readings)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
