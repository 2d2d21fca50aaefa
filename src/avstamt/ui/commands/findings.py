"""What the actions on findings do."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from avstamt.ui.commands.group import Group
from avstamt.ui.editors.line import LineEditor
from avstamt.ui.editors.rich import RichEditor
from avstamt.ui.editors.title import TitleEditor
from avstamt.ui.tables.view import SheetView


class FindingCommands(Group):
    """The actions that go through what does not add up, and mend it."""

    def next_finding(self) -> None:
        """Go to the next finding."""
        if self.view is not None:
            self.view.findings.step(1)

    def previous_finding(self) -> None:
        """Go to the finding before."""
        if self.view is not None:
            self.view.findings.step(-1)

    def suggest(self) -> None:
        """Offer what can be done about the finding at the caret."""
        focused = QApplication.focusWidget()
        if isinstance(focused, RichEditor | TitleEditor | LineEditor | SheetView):
            focused.suggestions_wanted.emit()

    def fix_all(self) -> None:
        """Make all safe mends as one step."""
        if self.view is not None:
            self.view.findings.fix_all()

    def check_now(self) -> None:
        """Run the rules at once."""
        if self.view is not None:
            self.view.checker.run()

    def doubts(self) -> None:
        """Show what the import was not sure of."""
        self.window.reception.show_problems()
