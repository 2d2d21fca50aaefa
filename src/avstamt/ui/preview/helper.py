"""The window's end of the preview's helper process: newest report first, then the pages that are in sight."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Signal

from avstamt.domain.base import Node
from avstamt.domain.report import Report
from avstamt.export.pages import Pages
from avstamt.templates.template import Template
from avstamt.ui.preview.worker import Answer, DrawPage, Question, Refused, Same, SetPages, work

ENDED = "Förhandsvisningen avbröts. Den börjar om när du skriver vidare, eller om du stänger och öppnar den."


class _Line:
    """The process and the connection to it; it outlives the window's objects, so that it can be ended with them."""

    def __init__(self) -> None:
        context = get_context("spawn")
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=work, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()

    def send(self, question: Question) -> None:
        """Ask; a process that has ended is told of by the one that listens."""
        with suppress(OSError):
            self.connection.send(question)

    def close(self) -> None:
        """End the process; what it is doing is of no use any more."""
        self._process.terminate()
        self._process.join()


class _Post(QObject):
    """Carries answers from the threads that listen to the window's thread.

    There is one for the whole program, which never goes: a thread that told by an object of the window's own could do
    so just as that was being deleted, and end the program.
    """

    answered = Signal(object, object)


@lru_cache(maxsize=1)
def _post() -> _Post:
    """Return the one post, made on the window's thread with the first helper."""
    return _Post()


def _listen(line: _Line, post: _Post) -> None:
    """Hand over what comes, in a thread of its own, until the process ends."""
    with suppress(RuntimeError):  # the program ends, and the post with it
        try:
            while True:
                post.answered.emit(line, line.connection.recv())
        except (EOFError, OSError):
            post.answered.emit(line, None)


class Told:
    """Writes a report as JSON time after time; the goals and sections that stand as they did are not written anew."""

    def __init__(self) -> None:
        self._written: dict[int, tuple[Node, str]] = {}

    def json(self, report: Report) -> str:
        """Return the report as JSON."""
        parts = {"goals": report.goals, "sections": report.sections}
        known, self._written = self._written, {}
        listed = ",".join(
            f'"{name}":[{",".join(self._of(node, known) for node in nodes)}]' for name, nodes in parts.items()
        )
        return f"{report.model_dump_json(exclude={*parts})[:-1]},{listed}}}"

    def _of(self, node: Node, known: Mapping[int, tuple[Node, str]]) -> str:
        """Return a node as JSON; it is kept with what was written, so that its id stays its own."""
        entry = self._written[id(node)] = known.get(id(node)) or (node, node.model_dump_json())
        return entry[1]


class Helper(QObject):
    """Sends one question at a time, so that a newer report takes the place of one that waits.

    `set` carries the pages of the newest report, `drawn` a page's number, the width asked for and its picture,
    `unchanged` the same of a page that looks as it did, `refused` a sentence.
    """

    set = Signal(object)
    drawn = Signal(int, int, object)
    unchanged = Signal(int, int)
    refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._line: _Line | None = None
        self._asked: Question | None = None
        self._report: tuple[Report, Template] | None = None
        self._template: Template | None = None
        self._told = Told()
        self._layout: Path | None = None
        self._pages: list[DrawPage] = []
        _post().answered.connect(self._take)

    @property
    def is_idle(self) -> bool:
        """Tell whether nothing is asked and nothing waits."""
        return self._asked is None and self._report is None and not self._pages

    def show(self, report: Report, template: Template, layout: Path | None = None) -> None:
        """Ask for the pages of a report in the organisation's own layout or the city's; one that waits is forgotten."""
        self._report = (report, template)
        self._layout = layout
        self._pages = []
        self._send()

    def draw(self, pages: list[DrawPage]) -> None:
        """Ask for pages, the first first; those that wait are forgotten."""
        self._pages = list(pages)
        self._send()

    def close(self) -> None:
        """End the process."""
        self._report, self._template, self._asked, self._pages = None, None, None, []
        if self._line is not None:
            self.destroyed.disconnect(self._line.close)
            self._line.close()
        self._line = None

    def _send(self) -> None:
        if self._asked is not None or self._is_done():
            return
        if self._line is None:
            try:
                self._line = self._started()
            except OSError:  # the computer has no room for another process
                self._report, self._pages = None, []
                self.refused.emit(ENDED)
                return
        if self._report is not None:
            report, template = self._report
            self._report = None
            fresh = None if template is self._template else template
            self._template = template
            self._asked = SetPages(self._told.json(report), fresh, self._layout, _changed(self._layout))
        else:
            self._asked = self._pages.pop(0)
        self._line.send(self._asked)

    def _is_done(self) -> bool:
        return self._report is None and not self._pages

    def _started(self) -> _Line:
        line = _Line()
        self.destroyed.connect(line.close)
        Thread(target=_listen, args=(line, _post()), daemon=True).start()
        return line

    def _take(self, line: _Line, answer: Answer | None) -> None:
        if line is not self._line:
            return  # of a process that was closed
        if answer is None:
            self.close()
            self.refused.emit(ENDED)
            return
        asked, self._asked = self._asked, None
        if isinstance(answer, Refused):
            self.refused.emit(answer.sentence)
        elif isinstance(answer, Pages):
            self.set.emit(answer)
        elif isinstance(asked, DrawPage) and isinstance(answer, Same):
            self.unchanged.emit(asked.page, asked.width)
        elif isinstance(asked, DrawPage):
            self.drawn.emit(asked.page, asked.width, answer)
        self._send()


def _changed(layout: Path | None) -> int:
    """Return when a layout file was last written, 0 where there is none to be read."""
    if layout is None:
        return 0
    try:
        return layout.stat().st_mtime_ns
    except OSError:
        return 0
