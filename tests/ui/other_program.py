"""A second program, for the tests of what two programs do with one file: `python -m tests.ui.other_program DOING FILE`.

`write` opens the file, writes in it without saving, keeps a rescue copy, says so and waits to be killed. `hold` opens
the file and waits until its input ends. `save` saves other words in the file, whoever has it open.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QThreadPool

from avstamt.domain.place import Place
from avstamt.storage.file import find, save
from avstamt.ui.document import Document, Stored
from avstamt.ui.safety.custodian import Custodian
from avstamt.ui.settings import Settings

READY = "klar"


def main(doing: str, path: Path) -> None:
    """Do one of the three."""
    if doing == "save":
        report = find(path).report
        save(report.model_copy(update={"organisation": "Den andras enhet"}), path)
        return
    QCoreApplication([])
    settings = Settings(path.parent / "den andras.ini")
    settings.author = "Anna i andra rummet"
    custodian = Custodian(settings)
    found = find(path)
    document = Document(found.report, path=path, stored=Stored(found.report, found.mark))
    custodian.take(document)
    if doing == "write":
        document.set_value(Place.of("title"), "Skrivet men inte sparat", "ändring")
        custodian.keeper.keep()
        QThreadPool.globalInstance().waitForDone()
    print(READY, flush=True)
    sys.stdin.read()
    custodian.leave()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
