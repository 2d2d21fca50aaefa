"""Times the window with the preview beside the form: a keystroke, and how soon the pages show what was typed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks import window as timed
from tests.benchmarks.window import KEY, Reading

REFRESH = 0.250
_REFRESHES = 12
_REST = 0.8
_LOOK = 0.002


def preview_readings(file: Path) -> Iterator[Reading]:
    """Yield what a keystroke and a refresh of the pages take on the report in `file`."""
    with tempfile.TemporaryDirectory() as home:  # no settings and no rescue copies of anybody's
        homes = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"), home)
        environment = {**os.environ, **homes, "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, "-m", "tests.benchmarks.preview", str(file)]
        done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    keys, refreshed = told["keys"], sorted(told["refreshed"])
    yield Reading("tangent, förhandsvisning på", timed._p95(keys), KEY, f"median {timed._middle(keys)}")
    middle = refreshed[len(refreshed) // 2]
    more = f"{told['pages']} sidor, kortast {refreshed[0] * 1000:.0f} ms, längst {refreshed[-1] * 1000:.0f} ms"
    yield Reading("sidorna efter en ändring", middle, REFRESH, more)


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
    keys, _running = timed._typed(view)
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


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(Path(sys.argv[1]))) + "\n")
