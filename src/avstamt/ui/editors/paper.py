"""What all fields share: they look like paper until they have the focus, and leave undo to the window."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import QEvent, QMimeData, Qt, SignalInstance
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget


class Editor(Protocol):
    """A field as a binding sees it: its value, and a signal for each change the user makes."""

    @property
    def edited(self) -> SignalInstance:
        """Return the signal that the user has changed the value."""

    def value(self) -> Any:
        """Return the value as the report should hold it."""

    def set_value(self, value: Any) -> None:
        """Show a value."""


def as_paper(widget: QWidget) -> None:
    """Give a field the looks of the page."""
    widget.setProperty("paper", True)
    widget.setProperty("empty", False)
    widget.setProperty("locked", False)


def set_mark(widget: QWidget, mark: str, is_on: bool | str) -> None:
    """Set one of the marks that the style sheet looks at, and draw anew where it changed."""
    if widget.property(mark) != is_on:
        widget.setProperty(mark, is_on)
        if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            return  # it has not been drawn yet, and will look at its marks then
        font = widget.font()
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.setFont(font)  # a style sheet takes the font along when it lets go


def is_undo(event: QEvent) -> bool:
    """Tell whether a key event asks for undo or redo, which belong to the window and not to a field."""
    return isinstance(event, QKeyEvent) and (
        event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
    )


def carries_files(data: QMimeData) -> bool:
    """Tell whether something dragged or pasted is files, which the window opens and no field takes."""
    return any(url.isLocalFile() for url in data.urls())


def leaves_undo(event: QEvent) -> bool:
    """Tell whether a field should let this event pass; an asked-for shortcut is marked as not taken."""
    if not isinstance(event, QKeyEvent):
        return False  # asked first: what type an event has is dear to ask, and a field gets a hundred while it is made
    if event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and is_undo(event):
        event.ignore()
        return True
    return False


def without_undo(menu: QMenu) -> QMenu:
    """Return a field's standard menu without its own undo, to be let go of when it is closed."""
    for action in menu.actions():
        if action.objectName() in {"edit-undo", "edit-redo"}:
            menu.removeAction(action)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu
