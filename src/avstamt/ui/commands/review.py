"""What the actions of the review do."""

from __future__ import annotations

from avstamt.domain.review import MarkKind
from avstamt.ui.commands.safety import SafetyCommands
from avstamt.ui.dialogs.settings import SettingsDialog
from avstamt.ui.review.review import Review


class ReviewCommands(SafetyCommands):
    """The actions on comments and marks, and on the settings they are signed by."""

    def review(self) -> None:
        """Begin or end the review of the report."""
        if (review := self._review()) is not None:
            review.switch(not review.is_on)
            self.show_panes()

    def comment(self) -> None:
        """Write a comment about what is marked."""
        if (review := self._review()) is not None:
            review.comment()
            self.show_panes()

    def mark_done(self) -> None:
        """Mark the shown part as done, or take the mark away."""
        if (review := self._review()) is not None:
            review.toggle(MarkKind.DONE)

    def mark_reviewed(self) -> None:
        """Mark the shown part as reviewed, or take the mark away."""
        if (review := self._review()) is not None:
            review.toggle(MarkKind.REVIEWED)

    def settings(self) -> None:
        """Show the settings."""
        dialog = SettingsDialog(self.window.look, self.window)
        dialog.exec()
        dialog.deleteLater()

    def show_panes(self) -> None:
        """Show in the menu which panes are folded out."""
        self.show_review()

    def show_review(self) -> None:
        """Show in the menu whether the report is being reviewed."""
        review = self._review()
        self.window.actions_.by_name["review"].setChecked(review is not None and review.is_on)

    def _review(self) -> Review | None:
        return self.view.findChild(Review) if self.view is not None else None
