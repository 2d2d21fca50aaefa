"""The screens when something is in the way or has been lost: messages, rescued texts, older versions."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path

from avstamt.domain.place import Place, with_value
from avstamt.importers.model import Problem
from avstamt.storage.file import save
from avstamt.storage.rescue import RescueNote, rescues, write_rescue
from avstamt.ui.dialogs.problems import ProblemsDialog
from avstamt.ui.document import Document
from avstamt.ui.messages import Offer, Tone
from avstamt.ui.photographer import Photographer
from avstamt.ui.report_view import ReportView
from avstamt.ui.safety.file_safety import FileSafety
from avstamt.ui.safety.lock import Holder
from avstamt.ui.safety.recovery import RecoveryDialog
from avstamt.ui.safety.versions import VersionsDialog
from avstamt.ui.shots.act import Act, is_told, show_goal
from avstamt.ui.shots.together import first_analysis, two_versions

_FULL = (
    "Filen ’Plan.avst’ gick inte att spara: disken är full. Originalet är orört. Frigör plats, eller spara på en annan "
    "plats under Spara som."
)


def messages(photographer: Photographer, view: ReportView) -> None:
    """The message bar: when something is done, in trouble, and while something is going on."""
    show_goal(view, is_told)
    bar = photographer.window.messages
    offers = Offer("Öppna filen", bar.clear), Offer("Öppna mappen", bar.clear)
    bar.say("Rapporten är skriven till Verksamhetsberättelse 2024.docx.", Tone.DONE, *offers)
    photographer.keep("klart")
    bar.say(_FULL, Tone.TROUBLE)
    photographer.keep("hinder")
    bar.say_busy("Läser tertialrapport-1-2024.txt … (2 av 5)", 2, 5, Offer("Avbryt", bar.clear))
    photographer.keep("forlopp")
    bar.clear()


def held(photographer: Photographer, view: ReportView) -> None:
    """A file that someone else has open."""
    show_goal(view, is_told)
    safety = view.findChild(FileSafety)
    if isinstance(safety, FileSafety):
        since = dt.datetime.now().astimezone().replace(hour=13, minute=5)
        who = Holder(name="Anna", computer="SDF-4411", since=since).words
        sentence = f"Endast läsning. Filen är öppen {who}. Du kan läsa den, eller spara en kopia och skriva i den."
        safety.notice.say("lock", Tone.NOTE, sentence, Offer("Spara som kopia …", safety.save_copy))
        photographer.keep("last-fil")
        safety.notice.clear()


def recovery(photographer: Photographer, view: ReportView) -> None:
    """The dialog after a crash, with what differs from the file, and with what is in none."""
    window = photographer.window
    old, new = two_versions(view)
    with tempfile.TemporaryDirectory() as home:
        path = Path(home) / "Verksamhetsberättelse 2024.avst"
        save(old, path, Path(home) / "kopior")
        now = dt.datetime.now().astimezone().replace(hour=13, minute=5)
        note = RescueNote(name="Verksamhetsberättelse 2024 – Enheten", original=path, when=now)
        write_rescue(Path(home) / "räddning", "a", new, note)
        write_rescue(Path(home) / "räddning", "b", new, RescueNote(name="Tertialrapport 1 2024", when=now))
        for row, name in enumerate(("raddning-osparad", "raddning")):
            dialog = RecoveryDialog(window.look, rescues(Path(home) / "räddning"), window)
            dialog.list.setCurrentRow(row)
            photographer.keep_dialog(name, dialog)


def versions(photographer: Photographer, view: ReportView) -> None:
    """The older versions of a report, and where there is none yet."""
    window = photographer.window
    old, new = two_versions(view)
    place = Place.of("organisation")
    with tempfile.TemporaryDirectory() as home:
        path = Path(home) / "Verksamhetsberättelse 2024.avst"
        newest = with_value(new, place, "Enheten för stöd och råd")
        for report in (old, new, newest):
            save(report, path)
        for name, document in (
            ("aldre-versioner", Document(newest, path=path)),
            ("aldre-versioner-inga", Document(new, path=path.with_name("Ny.avst"))),
        ):
            photographer.keep_dialog(name, VersionsDialog(window.look, document, window))


def doubts(photographer: Photographer, view: ReportView) -> None:
    """What an import was not sure of."""
    place, words = first_analysis(view)
    every = (
        Problem(f"Texten ’{words}’ står utan rubrik. Den är lagd under målet före.", 112, 118, place),
        Problem(
            "Tabellen har sju kolumner i huvudet och åtta i raderna. De sista är lagda i en egen kolumn.", 212, 212
        ),
        Problem("Sidhuvudet ’Sid 12 (48)’ är borttaget på 47 ställen.", 0, 0),
    )
    dialog = ProblemsDialog(photographer.window.look, every, photographer.window)
    photographer.keep_dialog("tveksamheter", dialog)


MISHAPS = (
    Act(("klart", "hinder", "forlopp"), messages),
    Act(("last-fil",), held),
    Act(("raddning", "raddning-osparad"), recovery),
    Act(("aldre-versioner", "aldre-versioner-inga"), versions),
    Act(("tveksamheter",), doubts),
)
