"""What the action that holds the report against an earlier one does."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from avstamt.domain.report import Report
from avstamt.ui.commands.group import Group
from avstamt.ui.earlier import EARLIER_KINDS, read_earlier
from avstamt.ui.messages import Tone
from avstamt.ui.report_view import ReportView


class ComparingCommands(Group):
    """The action that compares with an earlier report, as long as the report is open."""

    def compare(self) -> None:
        """Choose an earlier report, and hold the shown one against it."""
        view = self.view
        if view is None:
            return
        here = view.desk.document.path
        folder = str(here.parent) if here is not None else ""
        path, _kind = QFileDialog.getOpenFileName(self.window, "Jämför med en tidigare rapport", folder, EARLIER_KINDS)
        if not path:
            return
        chosen = Path(path)
        if here is not None and chosen.absolute() == here:
            self.window.messages.say("Rapporten kan inte jämföras med sig själv. Välj en tidigare rapport.")
            return
        catalogue = view.desk.catalogue
        work = partial(read_earlier, chosen, lambda: catalogue, view.desk.document.report.organisation)
        self.window.session.work(work, partial(self._compare, view, chosen.name), f"Läser {chosen.name} …")

    def _compare(self, view: ReportView, file: str, earlier: Report) -> None:
        from avstamt.rules.across_pairs import remark, why_not  # with all rules: not before they are asked for

        if view not in self.window.tabs.views:
            return
        report = view.desk.document.report
        if why := why_not(report, earlier):
            self.window.messages.say(why, Tone.TROUBLE)
            return
        if said := remark(report, earlier):
            self.window.messages.say(said)
        else:
            self.window.messages.clear()
        view.fold(view.findings, is_shown=True)
        view.compare_with(earlier, f"{earlier.kind.label} {earlier.year} ({file})")
        self.changed.emit()
