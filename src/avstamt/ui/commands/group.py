"""What every group of the window's commands has in common."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from avstamt.ui.main_window import MainWindow
    from avstamt.ui.report_view import ReportView


class Group(QObject):
    """Some commands of a window: a public method does what the action of its name does.

    `changed` says that a command has changed what `checked` tells.
    """

    changed = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window

    @property
    def view(self) -> ReportView | None:
        """Return the report that is shown, or None."""
        return self.window.tabs.current

    def checked(self) -> Mapping[str, bool]:
        """Return which of the group's actions stand as chosen, by name: those that can be chosen at all."""
        return {}
