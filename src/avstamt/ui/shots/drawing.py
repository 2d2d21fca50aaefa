"""Goes through all acts in one process, in one size and theme."""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from avstamt.storage.file import save
from avstamt.ui.application import prepared
from avstamt.ui.photographer import Photographer
from avstamt.ui.shots.act import NotHere
from avstamt.ui.shots.bare import BARE
from avstamt.ui.shots.mishaps import MISHAPS
from avstamt.ui.shots.order import Order
from avstamt.ui.shots.reading import READING
from avstamt.ui.shots.together import TOGETHER
from avstamt.ui.shots.writing import WRITING

_OWN = "program"
"""The folder of the pictures in which no report is open."""

_NO_SCREEN = "This plugin does not support"
_ACTS = (*READING, *WRITING, *TOGETHER, *MISHAPS)


def draw_all(order: Order) -> int:
    """Draw the pictures that are ordered and return how many."""
    qInstallMessageHandler(_say)
    application = prepared(["avstamt"])
    with tempfile.TemporaryDirectory() as home:
        os.environ["AVSTAMT_DATA"] = str(Path(home, "data"))
        photographer = Photographer(application, Path(home), order.folder, order.ending, order.wanted)
        photographer.begin(order.appearance, (order.size.width, order.size.height), order.text)
        _draw_bare(photographer, order)
        for path in order.reports:
            _draw_report(photographer, order, path, Path(home))
        photographer.end()
        return photographer.kept


def _say(_kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
    """Say what Qt says, but not what a window without a screen cannot do."""
    if not words.startswith(_NO_SCREEN):
        sys.stderr.write(f"{words}\n")


def _draw_bare(photographer: Photographer, order: Order) -> None:
    photographer.folder = order.folder / _OWN
    for act in BARE:
        if not order.wanted or order.wanted & set(act.names):
            act.take(photographer)


def _draw_report(photographer: Photographer, order: Order, path: Path, home: Path) -> None:
    photographer.folder = order.folder / path.stem
    acts = [act for act in _ACTS if not order.wanted or order.wanted & set(act.names)]
    if not acts:
        return
    copy = home / f"{path.stem}.avst"
    save(photographer.open(path).desk.document.report, copy, home / "kopior")
    photographer.close_all()
    for act in acts:
        with suppress(NotHere):
            act.take(photographer, photographer.open(copy))
        photographer.close_all()
