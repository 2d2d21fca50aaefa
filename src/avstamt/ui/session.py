"""What the window can do with files: open, import, save and export reports, with a sentence about how it went."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from avstamt.domain.finding import Finding
from avstamt.domain.report import Report
from avstamt.importers.model import Import, Problem
from avstamt.storage.file import Found, find, read
from avstamt.storage.format import load as load_report
from avstamt.storage.refused import FileRefused
from avstamt.templates.catalogue import Catalogue
from avstamt.ui.document import Document, Stored
from avstamt.ui.exporting import ExportKind, Paper, export, remark_draft
from avstamt.ui.jobs import Job
from avstamt.ui.messages import Offer, Tone
from avstamt.ui.safety.custodian import Custodian
from avstamt.ui.settings import Settings
from avstamt.ui.words import count

SUFFIX = ".avst"


@dataclass(frozen=True)
class Message:
    """A sentence for the message bar; `busy` is how much of how much is done, of 0 where that is not known."""

    sentence: str
    tone: Tone = Tone.NOTE
    offers: tuple[Offer, ...] = ()
    busy: tuple[int, int] | None = None


@dataclass(frozen=True)
class Opened:
    """A document that has been opened, with the doubts of its import."""

    document: Document
    problems: tuple[Problem, ...] = field(default=())


class Session(QObject):
    """The open documents and everything that is done with files. It knows no widget."""

    opened = Signal(object)
    said = Signal(object)
    problems_asked_for = Signal(object)
    wanted = Signal(object)

    def __init__(self, load: Callable[[], Catalogue], settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._load = load
        self.settings = settings
        self.documents: list[Document] = []
        self._waiting: deque[Path] = deque()
        self._total = 0
        self._job: Job | None = None
        self.custodian = Custodian(settings, self)

    @property
    def catalogue(self) -> Catalogue:
        """Return the catalogue of templates, read when it is first needed."""
        return self._load()

    def new(self, report: Report) -> None:
        """Open a report that is begun now and has no file."""
        self.said.emit(Message(""))
        self.add(Document(report, parent=self))

    def open(self, path: Path) -> None:
        """Open a report, or import a file of another kind; what comes of it is told by signals."""
        self.open_all([path])

    def open_all(self, paths: Sequence[Path]) -> None:
        """Open files one after the other; those that are open already are shown."""
        self._waiting.extend(path.absolute() for path in paths)
        self._total += len(paths)
        if self._job is None:
            self._open_next()

    def open_sample(self, path: Path) -> None:
        """Open a sample as a report of its own, which no save can overwrite."""
        self.work(partial(read, path), self.new, "Öppnar exemplet …")

    def save(self, document: Document, path: Path) -> bool:
        """Save a document; tell whether it went well. Why not is told by `said`."""
        path = (path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)).absolute()
        try:
            saved = self.custodian.save(document, path)
        except FileRefused as refusal:
            self.said.emit(Message(str(refusal), Tone.TROUBLE))
            return False
        self.settings.remember(path)
        if saved.backup_fault:
            self.said.emit(Message(saved.backup_fault, Tone.TROUBLE))
        return True

    def export(self, document: Document, kind: ExportKind, path: Path, findings: Sequence[Finding] = ()) -> None:
        """Write a document as another kind of file; `findings` go into the margin of the kind that has remarks."""
        template = self.catalogue.template(document.report.kind, document.report.level, document.report.year)
        paper = Paper(self.settings.paper_layout, self.settings.exact_pages)
        work = partial(export, document.report, template, kind, path, findings=findings, paper=paper)
        self.work(work, self._exported, f"Skriver {path.name} …")

    def remark_draft(self, document: Document, path: Path, findings: Sequence[Finding]) -> None:
        """Write a copy of the Word draft that a document was read from, with the findings as comments."""
        if document.source is not None:
            work = partial(remark_draft, document.report, document.source, path, findings)
            self.work(work, self._exported, f"Skriver {path.name} …")

    def work(self, work: Callable[[], object], then: Callable[[Any], None], busy: str) -> None:
        """Do some work beside the window, and `then` what comes of it; `busy` is said meanwhile, a refusal afterwards."""
        job = Job(work, self)
        job.done.connect(then)
        job.refused.connect(self._refused)
        job.ended.connect(partial(self._ended, job))
        self._job = job
        offer = Offer("Avbryt", partial(self._cancel, job))
        done = self._total - len(self._waiting) - 1
        self.said.emit(Message(busy, offers=(offer,), busy=(max(done, 0), self._total if self._total > 1 else 0)))
        job.start()

    def close(self, document: Document) -> None:
        """Let go of a document; what was never saved of it is kept among the older versions."""
        self.custodian.release(document)
        self.documents.remove(document)
        document.deleteLater()

    def add(self, document: Document, problems: tuple[Problem, ...] = ()) -> None:
        """Take a document in among the open ones."""
        self.documents.append(document)
        self.custodian.take(document)
        self.opened.emit(Opened(document, problems))

    def _open_next(self) -> None:
        if not self._waiting:
            self._total = 0
            return
        path = self._waiting.popleft()
        if (known := next((document for document in self.documents if document.path == path), None)) is not None:
            self.wanted.emit(known)
            self._open_next()
            return
        number = f" ({self._total - len(self._waiting)} av {self._total})" if self._total > 1 else ""
        if path.suffix.lower() == SUFFIX:
            self.work(partial(find, path), partial(self._opened, path), f"Öppnar {path.name} …{number}")
        else:
            work = partial(_imported, path, self._load)
            self.work(work, partial(self._take_imports, path), f"Läser {path.name} …{number}")

    def _ended(self, job: Job) -> None:
        if self._job is job:
            self._job = None
            self._open_next()

    def _cancel(self, job: Job) -> None:
        job.cancel()
        self._waiting.clear()
        self._total = 0
        self.said.emit(Message("Avbrutet. Inget har ändrats."))

    def _refused(self, refusal: Exception) -> None:
        path, backup = (refusal.path, refusal.backup) if isinstance(refusal, FileRefused) else (None, None)
        offers = (Offer("Öppna säkerhetskopian", partial(self.open_sample, backup)),) if backup is not None else ()
        if path is not None and not path.exists():
            self.settings.forget(path)
        self.said.emit(Message(str(refusal), Tone.TROUBLE, offers))

    def _opened(self, path: Path, found: Found) -> None:
        self.said.emit(Message(""))
        self.settings.remember(path)
        self.add(Document(found.report, path=path, stored=Stored(found.report, found.mark), parent=self))

    def _take_imports(self, path: Path, imports: tuple[Import, ...]) -> None:
        made = [Opened(Document(found.report, saved=False, parent=self), found.problems) for found in imports]
        for opened in made:
            opened.document.source = path
            self.add(opened.document, opened.problems)
        sentence = f"{_read_in(len(made))} från {path.name}"
        if not (doubts := sum(len(opened.problems) for opened in made)):
            self.said.emit(Message(f"{sentence}, utan tveksamheter.", Tone.DONE))
            return
        first = next(one for one in made if one.problems)
        offer = Offer("Visa tveksamheterna", partial(self.problems_asked_for.emit, first))
        self.said.emit(Message(f"{sentence}, med {count(doubts, 'tveksamhet', 'tveksamheter')}.", Tone.DONE, (offer,)))

    def _exported(self, path: object) -> None:
        if isinstance(path, Path):
            self.said.emit(_written(path))


def _written(path: Path) -> Message:
    offers = (Offer("Öppna filen", partial(_show, path)), Offer("Öppna mappen", partial(_show, path.parent)))
    return Message(f"Rapporten är skriven till {path.name}.", Tone.DONE, offers)


def _read_in(reports: int) -> str:
    return "Rapporten är inläst" if reports == 1 else f"{count(reports, 'rapport', 'rapporter')} är inlästa"


def _imported(path: Path, load: Callable[[], Catalogue]) -> tuple[Import, ...]:
    from avstamt.importers.opening import read_file

    return read_file(path, load(), load_report)


def _show(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
