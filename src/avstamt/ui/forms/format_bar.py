"""The buttons of a rich text: bold, italic, sub-heading, lists. They never take the focus from the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from avstamt.domain.text import ListKind
from avstamt.ui.editors.rich import RichEditor
from avstamt.ui.figures.offer_button import OfferButton
from avstamt.ui.labels import IconButton
from avstamt.ui.look import Look
from avstamt.ui.richtext import commands
from avstamt.ui.richtext.formats import BOLD, ITALIC

if TYPE_CHECKING:
    from avstamt.ui.figures.offering import Offering
    from avstamt.ui.figures.typed import TypedFigure

_BUTTONS = (
    ("bold", "Fet (Ctrl+B)"),
    ("italic", "Kursiv (Ctrl+I)"),
    ("heading", "Underrubrik (Ctrl+Alt+1)"),
    ("bullets", "Punktlista (Ctrl+Shift+L)"),
    ("numbers", "Numrerad lista (Ctrl+Shift+N)"),
)

_HEIGHT = 24


class FormatBar(QWidget):
    """A row of small buttons that shows what holds at the cursor; its height is always reserved."""

    def __init__(self, look: Look, editor: RichEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._look = look
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self._buttons: dict[str, IconButton] = {}
        self._offering: Offering | None = None
        self._fit()
        look.changed.connect(self._fit)

    def _fit(self) -> None:
        height = self._look.scaled(_HEIGHT)
        self.setFixedHeight(height)
        for button in self._buttons.values():
            button.setFixedSize(QSize(height + 2, height))

    def offer(self, offering: Offering) -> None:
        """Show what is offered to be linked before the buttons, on a button made when there is something."""
        self._offering = offering
        offering.offered.connect(self._make_offer)

    def _make_offer(self, found: TypedFigure | None) -> None:
        if found is not None and self._offering is not None:
            self._offering.offered.disconnect(self._make_offer)
            button = OfferButton(self._look, self._offering, self)
            self._row.insertWidget(0, button)
            button.follow(found)

    def show_buttons(self, is_shown: bool) -> None:
        """Show or hide the buttons; they are made when they are first needed."""
        if is_shown and not self._buttons:
            self._make_buttons()
        for button in self._buttons.values():
            button.setVisible(is_shown)
        self._follow()

    def _make_buttons(self) -> None:
        acts = (self._bold, self._italic, self._heading, self._bullets, self._numbers)
        for (name, words), act in zip(_BUTTONS, acts, strict=True):
            button = IconButton(self._look, name, words, self)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setCheckable(True)
            button.setProperty("small", True)
            button.clicked.connect(act)
            self._row.addWidget(button)
            self._buttons[name] = button
        self._fit()
        self._editor.cursorPositionChanged.connect(self._follow)
        self._editor.edited.connect(self._follow)

    def _bold(self) -> None:
        self._editor.toggle(BOLD)

    def _italic(self) -> None:
        self._editor.toggle(ITALIC)

    def _heading(self) -> None:
        self._editor.make(commands.as_heading)

    def _bullets(self) -> None:
        self._editor.make(commands.as_bullet)

    def _numbers(self) -> None:
        self._editor.make(commands.as_number)

    def _follow(self) -> None:
        cursor = self._editor.textCursor()
        holds = {
            "bold": commands.has_mark(cursor, BOLD),
            "italic": commands.has_mark(cursor, ITALIC),
            "heading": commands.is_kind(cursor, "heading"),
            "bullets": commands.is_kind(cursor, "item", ListKind.BULLET),
            "numbers": commands.is_kind(cursor, "item", ListKind.NUMBER),
        }
        for name, button in self._buttons.items():
            button.setChecked(holds[name])
