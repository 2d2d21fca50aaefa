"""What the actions on the report's parts do."""

from __future__ import annotations

from avstamt.ui.commands.group import Group


class PartCommands(Group):
    """The actions that add, move, take away and step between parts."""

    def add_part(self) -> None:
        """Offer what can be added at the chosen part."""
        if self.view is not None:
            self.view.outline.offer_parts()

    def move_up(self) -> None:
        """Move the chosen part up."""
        if self.view is not None:
            self.view.outline.deeds.move_up()

    def move_down(self) -> None:
        """Move the chosen part down."""
        if self.view is not None:
            self.view.outline.deeds.move_down()

    def duplicate_part(self) -> None:
        """Put a copy of the shown part after it."""
        if self.view is not None:
            self.view.outline.deeds.duplicate()

    def remove_part(self) -> None:
        """Take the chosen part out of the report."""
        if self.view is not None:
            self.view.outline.deeds.remove()

    def previous_part(self) -> None:
        """Go to the part before."""
        if self.view is not None:
            self.view.outline.view.step(-1)

    def next_part(self) -> None:
        """Go to the next part."""
        if self.view is not None:
            self.view.outline.view.step(1)
