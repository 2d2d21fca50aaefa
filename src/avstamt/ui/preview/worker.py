"""The helper process behind the preview: it sets the pages and draws them, so that the window's thread never waits.

It knows no Qt. It answers one question at a time, in the order they come, and ends when the window does.
"""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from avstamt.domain.report import Report
from avstamt.export.layout import read_layout
from avstamt.export.pages import Pages, PageSetter, Picture
from avstamt.export.refused import ExportRefused
from avstamt.templates.template import Template

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_KINDER = 2
"""How much the process gives way to the window, where the system lets one say so."""


@dataclass(frozen=True, slots=True)
class SetPages:
    """Asks for the pages of a report (as JSON); a template of None is the one that came last.

    `layout` is the file of the organisation's own layout, None for the city's; `changed` tells its versions apart.
    """

    report: str
    template: Template | None
    layout: Path | None = None
    changed: int = 0


@dataclass(frozen=True, slots=True)
class DrawPage:
    """Asks for a page, `width` pixels wide; `is_known` tells that the last picture of it of that width is kept."""

    page: int
    width: int
    is_known: bool = False


@dataclass(frozen=True, slots=True)
class Same:
    """Says that a page looks as it did: most edits change one page, and a picture is some megabytes."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Says in a sentence why a question has no answer."""

    sentence: str


Question = SetPages | DrawPage
Answer = Pages | Picture | Same | Refused


def work(connection: Connection) -> None:
    """Answer questions until the window is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the window ends this process when it ends itself
    if hasattr(os, "nice"):
        os.nice(_KINDER)
    desk = _Desk()
    with suppress(EOFError, OSError):
        while True:
            connection.send(desk.answer(connection.recv()))


class _Desk:
    """What the process keeps from one question to the next."""

    def __init__(self) -> None:
        self._setter = PageSetter()
        self._layout: tuple[Path | None, int] = (None, 0)
        self._template: Template | None = None
        self._sent: dict[tuple[int, int], bytes] = {}

    def answer(self, question: Question) -> Answer:
        try:
            if isinstance(question, DrawPage):
                return self._drawn(question)
            self._template = question.template or self._template
            if self._template is None:
                return Refused("Mallen saknas.")
            self._take_layout(question.layout, question.changed)
            return self._setter.set(Report.model_validate_json(question.report), self._template)
        except ExportRefused as refusal:
            return Refused(str(refusal))

    def _take_layout(self, path: Path | None, changed: int) -> None:
        if (path, changed) != self._layout:
            self._setter = PageSetter(read_layout(path) if path is not None else None)
            self._layout = (path, changed)
            self._sent.clear()

    def _drawn(self, question: DrawPage) -> Picture | Same:
        picture = self._setter.picture(question.page, question.width)
        key = (question.page, question.width)
        before, now = self._sent.get(key), blake2b(picture.pixels, digest_size=16).digest()
        self._sent[key] = now
        return Same() if question.is_known and before == now else picture
