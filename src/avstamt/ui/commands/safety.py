"""What the actions do that bring back older versions and what was never saved."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import Qt

from avstamt.domain.place import ROOT
from avstamt.domain.report import Report
from avstamt.storage.file import Found
from avstamt.storage.rescue import Rescue, put_away
from avstamt.ui.commands.group import Group
from avstamt.ui.document import Document, Stored
from avstamt.ui.messages import Tone
from avstamt.ui.safety.recovery import RecoveryDialog
from avstamt.ui.safety.versions import VersionsDialog


class SafetyCommands(Group):
    """The actions on older versions and rescue copies."""

    def older_versions(self) -> None:
        """Show the older versions of the report."""
        if self.view is None:
            return
        dialog = VersionsDialog(self.window.look, self.view.desk.document, self.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.opened.connect(self._open_version)
        dialog.restored.connect(self._restore_version)
        dialog.show()

    def rescued(self) -> None:
        """Show what was not saved when the program ended last."""
        if not self.offer_rescued():
            self.window.messages.say("Det finns ingen osparad text att återställa.")

    def offer_rescued(self) -> bool:
        """Show the rescue copies of runs that have ended; tell whether there are any."""
        found = self.window.session.custodian.keeper.left_behind()
        if found:
            dialog = RecoveryDialog(self.window.look, found, self.window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.restored.connect(self._restore_rescue)
            dialog.show()
        return bool(found)

    def _open_version(self, report: Report) -> None:
        self.window.session.add(Document(report, saved=False, parent=self.window.session))

    def _restore_version(self, report: Report) -> None:
        if self.view is not None:
            self.view.desk.document.change(ROOT, lambda _now: report, "återställning av äldre version")
            self.window.messages.say("Den äldre versionen är återställd. Ångra tar dig tillbaka.", Tone.DONE)

    def _restore_rescue(self, rescue: Rescue, report: Report, found: Found | None) -> None:
        session = self.window.session
        path = rescue.note.original if found is not None else None
        known = next((one for one in session.documents if path is not None and one.path == path), None)
        if known is not None:
            self.window.tabs.show_document(known)
            known.change(ROOT, lambda _now: report, "återställning av osparad text")
        else:
            stored = Stored(found.report, found.mark) if found is not None else None
            session.add(Document(report, path=path, saved=False, stored=stored, parent=session))
        session.custodian.keeper.keep_now()  # the text has a copy of this run before the old one is put away
        with suppress(OSError):  # what cannot be moved stays where it is, and is offered again
            put_away(rescue)
