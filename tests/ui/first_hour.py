"""A first hour with the program, scripted: `python -m tests.ui.first_hour SITTING HANDS FOLDER`.

The program is started as it is for everyone; instead of waiting for a user, a scripted one sits down. In the `writing`
sitting a report is begun, written, mended, commented and saved; more is typed, and the program says that it is ready to
be killed. In the `recovering` sitting what was not saved is found again and exported. The clock that keeps rescue copies
goes faster than in life, and the dialogs for files, which belong to the system, are answered beforehand.
"""

from __future__ import annotations

import faulthandler
import os
import sys
import traceback
from pathlib import Path
from types import TracebackType

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog
from tests.ui.hands import Command, Hands, called, front, wait
from tests.ui.keyboard import Keyboard
from tests.ui.pointer import Pointer

from avstamt.storage.rescue import rescue_folder, rescues
from avstamt.ui.application import run
from avstamt.ui.main_window import MainWindow
from avstamt.ui.safety.comparison import Comparison

READY = "klar att dö"
SECONDS = 60
FILE, WORD, PDF = "berättelse.avst", "berättelse.docx", "berättelse.pdf"
UNIT, COMMITTEE = "Enheten för råd och stöd", "Södra nämnden"
GOALS = (
    ("Alla barn och ungdomar", "Fler unga är med på våra träffar", "Uppfylls helt", "Unga på Äppelgården trivs."),
    ("Stockholms stad ska ge stöd", "De som söker får svar på två dagar", "Uppfylls delvis", "Alla får svar i tid."),
    ("Alla stockholmare", "Fler äldre går på våra kvällar", "Uppfylls helt", "Kvällarna är välbesökta."),
    ("Medarbetare i Stockholm", "Våra medarbetare stannar kvar", "Uppfylls helt", "Färre slutar än förra året."),
    ("Tryggheten ska öka", "Gårdarna är trygga om kvällen", "Uppfylls inte", "Besökarna känner sig trygga."),
)
ANALYSIS = "Öppettiderna räckte för de flesta, och frågorna till oss blev färre."
BLOCK = "Andel nöjda besökare\t86 %\t84 %\t88 %\r\nAntal besök på träffarna\t1 240 st\t600 st\t640 st\r\n"
LINKED = "Andelen nöjda är "
SLIP, MENDED = "Vi lyckades med att att ringa upp alla.", "Vi lyckades med att ringa upp alla."
REASON = "Nämnden har inte satt något årsmål för dem."
COMMENT, NAME = "Hur många är alla, på ett ungefär?", "Åsa"
LATE = "Det här hann aldrig sparas, säger Örjan på kvällen."


def write(hands: Hands, folder: Path) -> None:
    """Write the report up to the moment when the program is killed."""
    begin(hands)
    for goal in GOALS:
        fill(hands, *goal)
    paste(hands)
    link(hands)
    mend_and_waive(hands)
    comment(hands)
    hands.command(Command("Arkiv", "Spara", "Ctrl+S"))
    wait("den sparade filen", (folder / FILE).exists)
    write_on(hands)


def begin(hands: Hands) -> None:
    """Make the report from the goals of the city, and leave the tour."""

    def fill_in() -> None:
        hands.choose("Verksamhetsberättelse")
        hands.choose("En enhet")
        for name, words in (("År", "2024"), ("Enhet eller förvaltning", UNIT), ("Nämnd", COMMITTEE)):
            hands.into(name)
            hands.key("Ctrl+A")
            hands.type(words)
        hands.press("Skapa rapporten")

    hands.asked(hands.begin, fill_in)
    wait("rundturen", lambda: called(QApplication.focusWidget()) == "Nästa")
    hands.press("Hoppa över")


def fill(hands: Hands, above: str, title: str, assessment: str, expected: str) -> None:
    """Add a unit goal below one of the city's, and write in it."""
    hands.part(above)
    hands.add("Lägg till enhetsmål")
    hands.type(title)
    hands.choose(assessment)
    hands.into("Förväntat resultat")
    hands.type(expected)
    hands.into("Analys")
    hands.type(ANALYSIS)


def paste(hands: Hands) -> None:
    """Paste two rows of indicators that a spreadsheet has copied."""
    hands.part(GOALS[0][1])
    hands.press("Lägg till indikator")
    QGuiApplication.clipboard().setText(BLOCK)
    hands.command(Command("Redigera", "Klistra in", "Ctrl+V"))


def link(hands: Hands) -> None:
    """Link a figure of an indicator in the analysis."""
    hands.into("Analys")
    hands.key("Ctrl+End")
    hands.type(f"\n{LINKED}@")
    wait("menyn med siffror", lambda: called(QApplication.focusWidget()) == "Sök siffra att länka")
    hands.type("nöjda utfall")
    hands.key("Return")
    hands.type(".")


def mend_and_waive(hands: Hands) -> None:
    """Make a slip, let it be mended, and give a reason for something else."""
    hands.part(GOALS[1][1])
    hands.into("Analys")
    hands.key("Ctrl+End")
    hands.type(f"\n{SLIP}")
    hands.finding("’att’")
    hands.press("Skriv ’att’")
    hands.finding("inget årsmål")
    hands.press("Ange skäl")
    hands.type(REASON)
    hands.press("Spara skälet")


def comment(hands: Hands) -> None:
    """Comment on a word."""
    hands.part(GOALS[1][1])
    hands.into("Analys")
    hands.key("Ctrl+End")
    hands.mark()
    hands.command(Command("Granska", "Kommentera", "Ctrl+Alt+M"))
    wait("rutan för kommentaren", lambda: called(QApplication.focusWidget()) == "Din kommentar")
    hands.type(COMMENT)
    hands.into("Ditt namn")
    hands.type(NAME)
    hands.press("Spara kommentaren")


def write_on(hands: Hands) -> None:
    """Write what is never saved, and wait for the end."""
    hands.part(GOALS[4][1])
    hands.into("Analys")
    hands.key("Ctrl+End")
    hands.type(f"\n{LATE}")
    keeper = window().session.custodian.keeper
    keeper.timer.setInterval(100)
    wait("räddningskopian", lambda: rescues(rescue_folder()))
    print(READY, flush=True)
    wait("slutet", lambda: False)


def recover(hands: Hands, folder: Path) -> None:
    """Take back what was not saved, save and export."""
    wait("det räddade", lambda: front().windowTitle() == "Text som inte blev sparad")
    shown = front().findChild(Comparison)
    assert shown is not None
    assert LATE in shown.toPlainText()
    hands.press("Återställ")
    wait("den räddade rapporten", lambda: window().isWindowModified())
    hands.command(Command("Arkiv", "Spara", "Ctrl+S"))
    hands.command(Command("Arkiv", "Exportera till Word …", "Ctrl+E"))
    wait(WORD, lambda: f"är skriven till {WORD}" in window().messages.text)
    hands.command(Command("Arkiv", "Exportera till PDF …", "Ctrl+Shift+E"))
    wait(PDF, lambda: f"är skriven till {PDF}" in window().messages.text)
    hands.command(Command("Arkiv", "Avsluta", "Ctrl+Q"))
    wait("stängt", lambda: not window().isVisible())


def window() -> MainWindow:
    """Return the program's window."""
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))


def sit_down(sitting: str, hands: Hands, folder: Path) -> int:
    """Do what a user does in one sitting."""
    names = {"*.avst": FILE, "*.docx": WORD, "*.pdf": PDF}
    QFileDialog.getSaveFileName = lambda _parent, _title, _wanted, kinds: next(
        (str(folder / name), kinds) for ending, name in names.items() if ending in kinds
    )
    window().activateWindow()
    wait("programmet", lambda: sys.excepthook is not sys.__excepthook__)
    sys.excepthook = give_up
    {"writing": write, "recovering": recover}[sitting](hands, folder)
    return 0


def give_up(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """End at once where something went wrong: a question about it would never be answered."""
    traceback.print_exception(kind, error, trace)
    sys.stderr.flush()
    os._exit(1)


def main(sitting: str, hands: str, folder: str) -> int:
    """Start the program with a scripted user before it."""
    faulthandler.dump_traceback_later(SECONDS, exit=True)
    made = {"pointer": Pointer, "keyboard": Keyboard}[hands]()
    QApplication.exec = lambda *_: sit_down(sitting, made, Path(folder))
    return run([])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
