"""When the program itself is at fault: first a rescue copy of everything unsaved, then one dialog."""

from __future__ import annotations

import sys
import threading
import traceback
from collections import Counter
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from avstamt import __version__
from avstamt.ui.session import Session


class CrashGuard(QObject):
    """Takes care of exceptions that nothing else has. The same fault again is only counted."""

    _caught = Signal(str, str)

    def __init__(self, session: Session, window: QWidget | None = None) -> None:
        super().__init__(session)
        self._keeper = session.custodian.keeper
        self.window = window
        self.seen: Counter[str] = Counter()
        self._is_asking = False
        self._caught.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Be called for every exception that is not caught, in any thread."""
        sys.excepthook = self.take
        threading.excepthook = self._take_from_thread

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Rescue what is unsaved and tell the user, once for each fault."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        last = traceback.extract_tb(trace)[-1:] or [traceback.FrameSummary("?", 0, "?")]
        fault = f"{kind.__name__} {last[0].filename}:{last[0].lineno}"
        self.seen[fault] += 1
        if self.seen[fault] == 1:
            report = "".join(traceback.format_exception(kind, error, trace))
            sys.stderr.write(report)
            self._caught.emit(fault, report)

    def rescue(self) -> list[Path]:
        """Write a copy of every document with unsaved changes and return the files; one that fails stops no other."""
        return self._keeper.keep_now()

    def _take_from_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.take(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def _tell(self, _fault: str, report: str) -> None:
        copies = self.rescue()
        if self._is_asking:
            return
        self._is_asking = True
        box = QMessageBox(self.window)
        box.setWindowTitle("Avstämt")
        box.setText("Något gick fel i programmet.")
        where = (
            f"Din text är sparad i en räddningskopia i mappen {self._keeper.folder}."
            if copies
            else "Inget osparat har gått förlorat."
        )
        box.setInformativeText(f"{where} Du kan fortsätta arbeta, men spara gärna och starta om programmet snart.")
        copy = box.addButton("Kopiera felrapporten", QMessageBox.ButtonRole.ActionRole)
        box.addButton("Fortsätt", QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        if box.clickedButton() is copy:
            QGuiApplication.clipboard().setText(f"Avstämt {__version__}\n{report}")
        box.deleteLater()
        self._is_asking = False
