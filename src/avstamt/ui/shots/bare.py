"""The screens without a report: the start, the new report, the settings and the help."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from avstamt.resources import resource
from avstamt.storage.file import read
from avstamt.ui.dialogs.new_report import NewReportDialog
from avstamt.ui.dialogs.settings import SettingsDialog
from avstamt.ui.messages import Offer, Tone
from avstamt.ui.photographer import Photographer
from avstamt.ui.shots.act import BareAct

_RECENT = (
    "Verksamhetsberättelse 2024 – Enheten för stöd.avst",
    "Tertialrapport 1 2024, med nämndens tillägg och den reviderade prognosen efter genomgången den 14 maj.avst",
    "Verksamhetsplan 2025.avst",
)
_FOLDER = "/hem/anna/Dokument/Uppföljning/Stadsdelsförvaltningen/Avdelningen för individ och familj/Rapporter 2024"
_DAMAGED = (
    "Filen ’Verksamhetsplan 2025.avst’ gick inte att läsa: rad 212 är avbruten. Originalet är orört. "
    "Senaste säkerhetskopian är från i går 16.40."
)
_PLAN = "verksamhetsplan-2025-enhet.avst"


def start(photographer: Photographer) -> None:
    """The start without recent files, with some, and when one of them could not be read."""
    photographer.keep("start")
    settings = photographer.window.look.settings
    for name in reversed(_RECENT):
        settings.remember(Path(_FOLDER, name))
    photographer.keep("start-senaste")
    bar = photographer.window.messages
    bar.say(_DAMAGED, Tone.TROUBLE, Offer("Öppna säkerhetskopian", bar.clear))
    photographer.keep("start-skadad")
    bar.clear()
    for path in settings.recent:
        settings.forget(path)


def new_report(photographer: Photographer) -> None:
    """The dialog for a new report, and for one after an earlier one."""
    window = photographer.window
    for name in ("ny-rapport", "ny-rapport-efter"):
        dialog = NewReportDialog(window.look, window.session.catalogue, window)
        dialog.setWindowModality(Qt.WindowModality.NonModal)
        if name == "ny-rapport-efter":
            dialog.begin_after(read(resource("samples", _PLAN)))
        photographer.keep_dialog(name, dialog)


def settings(photographer: Photographer) -> None:
    """The settings."""
    photographer.keep_dialog("installningar", SettingsDialog(photographer.window.look, photographer.window))


def help_pages(photographer: Photographer) -> None:
    """The help at its first page, at pages with pictures, at the page of a rule, and at the keys."""
    desk = photographer.window.commands.help_desk
    for name in ("text", "indikatorer", "SPR-101", "tangenter"):
        shown = desk.open(name)
        photographer.keep(f"hjalp-{name.lower()}", shown)
        shown.close()


BARE = (
    BareAct(("start", "start-senaste", "start-skadad"), start),
    BareAct(("ny-rapport", "ny-rapport-efter"), new_report),
    BareAct(("installningar",), settings),
    BareAct(("hjalp-text", "hjalp-indikatorer", "hjalp-spr-101", "hjalp-tangenter"), help_pages),
)
