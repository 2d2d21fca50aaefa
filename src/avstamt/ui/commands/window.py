"""All commands of the window, by the names of its actions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from avstamt.ui.commands.comparing import ComparingCommands
from avstamt.ui.commands.files import FileCommands
from avstamt.ui.commands.findings import FindingCommands
from avstamt.ui.commands.helping import HelpCommands
from avstamt.ui.commands.looks import LookCommands
from avstamt.ui.commands.panes import PaneCommands
from avstamt.ui.commands.parts import PartCommands
from avstamt.ui.commands.returning import ReturnCommands
from avstamt.ui.commands.review import ReviewCommands
from avstamt.ui.commands.safety import SafetyCommands
from avstamt.ui.commands.seeking import SeekingCommands
from avstamt.ui.commands.texts import TextCommands
from avstamt.ui.help.desk import HelpDesk

if TYPE_CHECKING:
    from avstamt.ui.commands.group import Group
    from avstamt.ui.main_window import MainWindow

Command = Callable[..., None]
"""What an action does; one that can be chosen is told whether it is."""


class Commands(QObject):
    """The groups of commands of a window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.help_desk = HelpDesk(window)
        self.files = FileCommands(window)
        self.safety = SafetyCommands(window)
        self.groups: tuple[Group, ...] = (
            self.files,
            ReturnCommands(window, self.files),
            self.safety,
            TextCommands(window),
            PartCommands(window),
            SeekingCommands(window),
            PaneCommands(window),
            LookCommands(window),
            ReviewCommands(window),
            ComparingCommands(window),
            FindingCommands(window),
            HelpCommands(window, self.help_desk),
        )
        for group in self.groups:
            group.changed.connect(self.show_checked)

    def named(self, name: str) -> Command:
        """Return what the action of a name does; no group with such a command is a KeyError."""
        for group in self.groups:
            if name in vars(type(group)):
                return cast("Command", getattr(group, name))
        raise KeyError(name)

    def show_checked(self) -> None:
        """Show in the menus what is chosen."""
        for group in self.groups:
            for name, is_on in group.checked().items():
                self._window.actions_.by_name[name].setChecked(is_on)
