"""Shares the room beside the text: tables may use it, and all else keeps to the width that is good to read."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QLabel, QLayout, QVBoxLayout, QWidget
from shiboken6 import Shiboken


class Room(NamedTuple):
    """How wide the column of text is in pixels, and how much room there is beside it."""

    column: int = 0
    beside: int = 0


class Roomy(QWidget):
    """A piece of a page that holds a table."""

    def take_room(self, room: Room) -> None:
        """Let the table use the room beside the text."""
        raise NotImplementedError


class Column(QVBoxLayout):
    """Pieces of a page below each other; those that hold tables get the room beside the text.

    It remembers its pieces: asked for them, Qt gives items that it may free while they are held.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        if parent is None:
            super().__init__()
        else:
            super().__init__(parent)
        self._pieces: list[QWidget | QLayout] = []
        self._room = Room()

    def hold(self, piece: QWidget | QLayout, at: int = -1) -> None:
        """Put a piece last, or at its place."""
        if isinstance(piece, QWidget):
            self.insertWidget(at, piece)
        else:
            self.insertLayout(at, piece)
        self._pieces.append(piece)
        if self._room.beside:
            _give(piece, self._room)

    def take_room(self, room: Room) -> None:
        """Let the tables among the pieces use the room beside the text, and keep the others clear of it."""
        if room.beside or self._room.beside:
            self._pieces = [piece for piece in self._pieces if Shiboken.isValid(piece)]
            for piece in self._pieces:
                _give(piece, room)
        self._room = room


def keep_clear(piece: QWidget | QLayout, beside: int) -> None:
    """Keep a piece of a page clear of so many pixels at its right."""
    if isinstance(piece, QLabel):
        piece.ensurePolished()  # its style would take the margins back
    margins = piece.contentsMargins()
    if margins.right() != beside:
        margins.setRight(beside)
        piece.setContentsMargins(margins)


def _give(piece: QWidget | QLayout, room: Room) -> None:
    if isinstance(piece, (Roomy, Column)):
        piece.take_room(room)
    else:
        keep_clear(piece, room.beside)
