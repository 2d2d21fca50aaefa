"""What the actions of the review do."""

from __future__ import annotations

from collections.abc import Mapping

from avstamt.domain.review import MarkKind
from avstamt.ui.commands.group import Group
from avstamt.ui.dialogs.settings import SettingsDialog
from avstamt.ui.review.review import Review


class ReviewCommands(Group):
    """The actions on comments and marks, and on the settings they are signed by."""

    def review(self) -> None:
        """Begin or end the review of the report."""
        if (review := self._review()) is not None:
            review.switch(not review.is_on)
            self.changed.emit()

    def comment(self) -> None:
        """Write a comment about what is marked."""
        if (review := self._review()) is not None:
            review.comment()
            self.changed.emit()

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

    def checked(self) -> Mapping[str, bool]:
        """Return whether the report is being reviewed."""
        review = self._review()
        return {"review": review is not None and review.is_on}

    def _review(self) -> Review | None:
        return self.view.findChild(Review) if self.view is not None else None
