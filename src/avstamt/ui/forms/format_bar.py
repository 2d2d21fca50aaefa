"""The buttons of a rich text: bold, italic, sub-heading, lists. They never take the focus from the text."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from avstamt.domain.text import ListKind
from avstamt.ui.editors.rich import RichEditor
from avstamt.ui.labels import IconButton
from avstamt.ui.look import Look
from avstamt.ui.richtext import commands
from avstamt.ui.richtext.formats import BOLD, ITALIC

_BUTTONS = (
    ("bold", "Fet (Ctrl+B)"),
    ("italic", "Kursiv (Ctrl+I)"),
    ("heading", "Underrubrik (Ctrl+Alt+1)"),
    ("bullets", "Punktlista (Ctrl+Shift+L)"),
    ("numbers", "Numrerad lista (Ctrl+Shift+N)"),
)


class FormatBar(QWidget):
    """A row of small buttons that shows what holds at the cursor; its height is always reserved."""

    def __init__(self, look: Look, editor: RichEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.setFixedHeight(24)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self._buttons: dict[str, IconButton] = {}
        for name, words in _BUTTONS:
            button = IconButton(look, name, words, self)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setCheckable(name != "link")
            button.setFixedSize(QSize(26, 24))
            button.setProperty("small", True)
            button.hide()
            layout.addWidget(button)
            self._buttons[name] = button
        self._connect()
        editor.cursorPositionChanged.connect(self._follow)
        editor.edited.connect(self._follow)

    def show_buttons(self, is_shown: bool) -> None:
        """Show or hide the buttons."""
        for button in self._buttons.values():
            button.setVisible(is_shown)
        self._follow()

    def _connect(self) -> None:
        self._buttons["bold"].clicked.connect(self._bold)
        self._buttons["italic"].clicked.connect(self._italic)
        self._buttons["heading"].clicked.connect(self._heading)
        self._buttons["bullets"].clicked.connect(self._bullets)
        self._buttons["numbers"].clicked.connect(self._numbers)

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
        for name, is_on in holds.items():
            self._buttons[name].setChecked(is_on)
