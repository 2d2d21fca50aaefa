"""The box in which a comment or an answer is written, and the name it is signed with where none is known yet."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from avstamt.ui.labels import Label, TextButton, small
from avstamt.ui.look import Look

_LINES = 4


class WritingBox(QWidget):
    """A text to write. `written` carries it; `left` tells that it is given up."""

    written = Signal(str)
    left = Signal()

    def __init__(self, look: Look, name: str, save: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.text = _Text(self)
        self.text.setAccessibleName(name)
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * _LINES + 16)
        self.author = QLineEdit(self)
        self.author.setAccessibleName("Ditt namn")
        self.author.setPlaceholderText("")
        self._ask = Label(look, "Ditt namn, som kommentarer undertecknas med", small, parent=self)
        self._ask.setBuddy(self.author)
        self.save = TextButton(look, save, "primary", parent=self)
        self.cancel = TextButton(look, "Avbryt", "quiet", parent=self)
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addWidget(self.cancel)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(4)
        for widget in (self.text, self._ask, self.author):
            layout.addWidget(widget)
        layout.addLayout(row)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.left)
        self.text.finished.connect(self._save)
        self.text.left.connect(self.left)
        self.author.returnPressed.connect(self._save)

    def begin(self) -> None:
        """Show the box with the focus in it: empty, unless something is being written there."""
        is_known = bool(self._look.settings.author)
        self._ask.setHidden(is_known)
        self.author.setHidden(is_known)
        if self.isHidden():
            self.author.clear()
            self.text.clear()
        self.show()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_after(self, other: WritingBox) -> None:
        """Go on with what is being written in a box that goes away, with the focus and the caret where they were."""
        if other.isHidden():
            return
        focused: QWidget | None = self.window().focusWidget()
        self.begin()
        self.author.setText(other.author.text())
        self.text.setPlainText(other.text.toPlainText())
        caret, before = self.text.textCursor(), other.text.textCursor()
        caret.setPosition(before.anchor())
        caret.setPosition(before.position(), QTextCursor.MoveMode.KeepAnchor)
        self.text.setTextCursor(caret)
        if focused is not None and not other.isAncestorOf(focused):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        text = self.text.toPlainText().strip()
        if not text:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if name := self.author.text().strip():
            self._look.settings.author = name
        self.written.emit(text)


class _Text(QPlainTextEdit):
    """A text where Ctrl+Enter saves, Escape gives up and Tab goes on."""

    finished = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)

    def event(self, event: QEvent) -> bool:
        """Keep Escape and Ctrl+Enter from the window."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _kind(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Ctrl+Enter and give up on Escape."""
        kind = _kind(event)
        if kind == "save":
            self.finished.emit()
        elif kind == "leave":
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _kind(event: QKeyEvent) -> str:
    if event.key() == Qt.Key.Key_Escape:
        return "leave"
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return "save" if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier else ""
