"""Pictures of every screen: `python -m avstamt.ui.shots FOLDER [REPORT …]`, light and dark, at 100 and 200 per cent.

Runs without a screen. The reports shown are the samples that ship with the program, and those named after the folder.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from avstamt.ui.photographer import Photographer

_SCALES = ("1", "2")


def main(arguments: Sequence[str]) -> int:
    """Draw every screen into the folder that is named first, and return the exit status."""
    if not arguments:
        sys.stderr.write("Ange en mapp för bilderna: python -m avstamt.ui.shots MAPP [RAPPORT …]\n")
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for scale in _SCALES:  # Qt reads the scale once, when it starts: each needs a process of its own
        os.environ["QT_SCALE_FACTOR"] = scale
        process = multiprocessing.get_context("spawn").Process(
            target=_draw, args=(folder, scale, [Path(name) for name in arguments[1:]])
        )
        process.start()
        process.join()
        if process.exitcode:
            return process.exitcode
    return 0


def _draw(folder: Path, scale: str, reports: list[Path]) -> None:
    from avstamt.ui.application import prepared
    from avstamt.ui.photographer import Photographer
    from avstamt.ui.theme import Appearance

    application = prepared(["avstamt"])
    with tempfile.TemporaryDirectory() as home:
        photographer = Photographer(application, Path(home), folder, "" if scale == "1" else f"-{scale}00")
        for appearance in (Appearance.LIGHT, Appearance.DARK):
            photographer.begin(appearance)
            for take in _screens(reports):
                take(photographer)
            photographer.end()


def _screens(reports: list[Path]) -> Iterator[Callable[[Photographer], None]]:
    from avstamt.ui import screens, screens_together

    yield from screens.SCREENS
    yield from screens_together.TOGETHER
    for path in reports:
        yield screens.of_file(path)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
