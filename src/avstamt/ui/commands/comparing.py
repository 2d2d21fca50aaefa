"""What the action that holds the report against an earlier one does."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from avstamt.domain.report import Report
from avstamt.importers.opening import read_file
from avstamt.storage.file import read
from avstamt.storage.format import load as load_report
from avstamt.templates.catalogue import Catalogue
from avstamt.templates.indicators import normal_name
from avstamt.ui.commands.review import ReviewCommands
from avstamt.ui.messages import Tone
from avstamt.ui.report_view import ReportView
from avstamt.ui.session import SUFFIX

_KINDS = f"Alla rapporter (*{SUFFIX} *.docx *.txt);;Alla filer (*)"


class ComparingCommands(ReviewCommands):
    """The action that compares with an earlier report, as long as the report is open."""

    def compare(self) -> None:
        """Choose an earlier report, and hold the shown one against it."""
        view = self.view
        if view is None:
            return
        here = view.desk.document.path
        folder = str(here.parent) if here is not None else ""
        path, _kind = QFileDialog.getOpenFileName(self.window, "Jämför med en tidigare rapport", folder, _KINDS)
        if not path:
            return
        chosen = Path(path)
        if here is not None and chosen.absolute() == here:
            self.window.messages.say("Rapporten kan inte jämföras med sig själv. Välj en tidigare rapport.")
            return
        work = partial(_earlier, chosen, view.desk.document.report, view.desk.catalogue)
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
        self.show_panes()


def _earlier(path: Path, report: Report, catalogue: Catalogue) -> Report:
    """Return the report in a file; of several the one of the same unit, else the first."""
    if path.suffix.lower() == SUFFIX:
        return read(path)
    every = [found.report for found in read_file(path, catalogue, load_report)]
    ours = normal_name(report.organisation)
    return next((one for one in every if normal_name(one.organisation) == ours), every[0])
