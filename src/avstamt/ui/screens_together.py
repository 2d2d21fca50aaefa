"""The screens about working with others and after mishaps: review, rescued texts, older versions, changed files."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QDialog

from avstamt.domain.place import Place, value_at, with_value
from avstamt.domain.report import Report
from avstamt.domain.review import MarkKind
from avstamt.domain.text import Run, block_text
from avstamt.storage.file import save
from avstamt.storage.rescue import RescueNote, rescues, write_rescue
from avstamt.ui.dialogs.settings import SettingsDialog
from avstamt.ui.messages import Offer, Tone
from avstamt.ui.photographer import Photographer
from avstamt.ui.report_view import ReportView
from avstamt.ui.review import deeds
from avstamt.ui.review.anchors import Anchor
from avstamt.ui.review.review import Review
from avstamt.ui.safety.file_safety import FileSafety, differences_dialog
from avstamt.ui.safety.lock import Holder
from avstamt.ui.safety.merging import MergeDialog
from avstamt.ui.safety.recovery import RecoveryDialog

UNIT = "verksamhetsberattelse-2024-enhet.avst"


def review(photographer: Photographer) -> None:
    """The review mode with two comments, one of them answered, and parts that are done."""
    view = photographer.open_sample(UNIT)
    photographer.window.look.settings.author = "Handläggaren"
    analysis, words = _first_analysis(view)
    view.show_place(Place(analysis.path[:2]))
    first = deeds.add_comment(view.desk, analysis.at(0, len(words)), words, "Kan du säga hur många det rör sig om?")
    deeds.answer(view.desk, first, "Ja, det står i tabellen. Jag lägger till det här också.")
    title = Place(analysis.path[:2]) / "title"
    deeds.add_comment(view.desk, title, "", "Bra att målet är så konkret.")
    made = view.findChild(Review)
    if isinstance(made, Review):
        made.switch(is_on=True)
        made.toggle(MarkKind.DONE)
        made.toggle(MarkKind.REVIEWED)
        photographer.keep("granskningslage")
        made.panel.write_at(Anchor(analysis, words))
        photographer.keep("ny-kommentar")
    photographer.close_all()


def recovery(photographer: Photographer) -> None:
    """The dialog after a crash, with what differs from the file."""
    window = photographer.window
    with tempfile.TemporaryDirectory() as home:
        old, new = _two_versions(photographer)
        path = Path(home) / "Verksamhetsberättelse 2024.avst"
        save(old, path, Path(home) / "kopior")
        now = dt.datetime.now().astimezone().replace(hour=13, minute=5)
        note = RescueNote(name="Verksamhetsberättelse 2024 – Enheten", original=path, when=now)
        write_rescue(Path(home) / "räddning", "a", new, note)
        write_rescue(Path(home) / "räddning", "b", new, RescueNote(name="Tertialrapport 1 2024", when=now))
        dialog = RecoveryDialog(window.look, rescues(Path(home) / "räddning"), window)
        dialog.list.setCurrentRow(1)
        _keep(photographer, "raddning", dialog)
    photographer.close_all()


def others(photographer: Photographer) -> None:
    """A file that someone else has open, one that someone has changed, what differs, and what both have changed."""
    old, new = _two_versions(photographer)
    window = photographer.window
    view = window.tabs.current
    safety = view.findChild(FileSafety) if view is not None else None
    if isinstance(safety, FileSafety):
        held = Holder(name="Anna", computer="SDF-4411", since=dt.datetime.now().astimezone().replace(hour=13, minute=5))
        sentence = (
            f"Endast läsning. Filen är öppen {held.words}. Du kan läsa den, eller spara en kopia och skriva i den."
        )
        safety.notice.say("lock", Tone.NOTE, sentence, Offer("Spara som kopia …", safety.save_copy))
        photographer.keep("last-fil")
        safety.notice.clear()
    _keep(photographer, "skillnader", differences_dialog(window, old, new))
    place = Place.of("organisation")
    mine, theirs = with_value(new, place, "Min enhet"), with_value(old, place, "Enheten för stöd och råd")
    _keep(photographer, "sla-ihop", MergeDialog(window.look, (old, mine, theirs), window))
    _keep(photographer, "installningar", SettingsDialog(window.look, window))
    photographer.close_all()


TOGETHER = (review, recovery, others)


def _keep(photographer: Photographer, name: str, dialog: QDialog) -> None:
    dialog.show()
    photographer.keep(name, dialog)
    dialog.close()
    dialog.deleteLater()


def _first_analysis(view: ReportView) -> tuple[Place, str]:
    """Return the place of the first paragraph of a goal's analysis, and its first words."""
    for goal in view.desk.document.report.goals:
        for block in goal.analysis.blocks if goal.analysis else ():
            if len(words := block_text(block)) > len("några ord"):
                place = Place.of("goals", goal.id, "analysis", "blocks", block.id)
                return place, " ".join(words.split()[:5])
    raise RuntimeError("exemplet har ingen analys")


def _two_versions(photographer: Photographer) -> tuple[Report, Report]:
    """Return a sample and the same with a paragraph written on."""
    view = photographer.open_sample(UNIT)
    report = view.desk.document.report
    place, _words = _first_analysis(view)
    longer = f"{block_text(value_at(report, place))} Under hösten har dessutom två nya medarbetare börjat."
    return report, with_value(report, place / "runs", (Run(text=longer),))
