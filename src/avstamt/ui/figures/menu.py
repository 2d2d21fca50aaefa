"""The menu from which a figure is linked: a field to filter by, the figures, and the formats of the chosen one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from avstamt.ui.figures.choices import Choices
from avstamt.ui.figures.drawing import ChoiceDelegate
from avstamt.ui.figures.format_row import FormatRow
from avstamt.ui.labels import Label, small
from avstamt.ui.look import Look

_WIDTH = 480
_LETTERS = 66
_ROWS = 6
_BESIDE = 6
_HINT = "Skriv för att söka · Enter infogar · Tabb byter format · Esc stänger"
_PASSING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _ROWS, Qt.Key.Key_PageUp: -_ROWS}


class FigureMenu(QFrame):
    """A menu over the page. `picked` tells that a figure is chosen, `left` that none is, with what was typed."""

    picked = Signal()
    left = Signal(str)

    def __init__(self, look: Look, choices: Choices, typed: str, window: QWidget) -> None:
        super().__init__(window)
        self.choices = choices
        self._window = window
        choices.setParent(self)
        self._is_done = False
        self._caret: QRect | None = None
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Länka en siffra")
        self.field = QLineEdit(typed, self)
        self.field.setAccessibleName("Sök siffra att länka")
        self.list = QListView(self)
        self.list.setModel(choices)
        self.list.setItemDelegate(ChoiceDelegate(look, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName("Siffror i rapporten")
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._none = Label(look, "Ingen siffra passar det du har skrivit.", small, "quiet", self)
        self._formats = FormatRow(look, self)
        self._hint = Label(look, _HINT, small, "quiet", self)
        self._lay_out()
        self._connect()
        self._filter(typed)

    @property
    def row(self) -> int:
        """Return the row of the chosen figure."""
        return self.list.currentIndex().row()

    def open_at(self, caret: QRect) -> None:
        """Show the menu under a caret (in the window's coordinates), or above it where there is more room."""
        window = self._window
        wanted = max(_WIDTH, self.field.fontMetrics().averageCharWidth() * _LETTERS)
        self.setFixedWidth(min(wanted, window.width() - 2 * _BESIDE))
        self._fit_list()
        self._caret = caret
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let the field's keys choose in the list."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._handled(event)
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _PASSING:
            self._leave()
        return False

    def _place(self) -> None:
        """Stand as high as the content needs, beside the caret."""
        if self._caret is None:
            return
        window, caret = self._window, self._caret
        self.adjustSize()
        below = caret.bottom() + _BESIDE
        fits = below + self.height() <= window.height() - _BESIDE
        top = below if fits else max(caret.top() - _BESIDE - self.height(), _BESIDE)
        left = min(max(caret.left(), _BESIDE), window.width() - self.width() - _BESIDE)
        self.move(QPoint(left, top))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        for widget in (self.field, self._none, self.list, self._formats, self._hint):
            layout.addWidget(widget)

    def _connect(self) -> None:
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._filter)
        self.list.clicked.connect(self._pick)
        self.list.selectionModel().currentChanged.connect(self._show_formats)
        self._formats.chosen.connect(self._choose)
        self._formats.resized.connect(self._place)

    def _handled(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick() if self.row >= 0 else self._leave()
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._choose(self.choices.chosen(self.row) + (1 if event.key() == Qt.Key.Key_Tab else -1))
        elif event.key() in _MOVES:
            self._move(_MOVES[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Space and self.row < 0:
            self.field.insert(" ")
            self._leave()
        else:
            return False
        return True

    def _filter(self, typed: str) -> None:
        self.choices.filter(typed)
        has_any = self.choices.rowCount() > 0
        self._none.setVisible(not has_any)
        if has_any:
            self.list.setCurrentIndex(self.choices.index(0))
        self._fit_list()
        self._show_formats()
        self._place()

    def _fit_list(self) -> None:
        """Be as high as the figures that are found need, up to so many."""
        rows = min(self.choices.rowCount(), _ROWS)
        self.list.setVisible(rows > 0)
        self.list.setFixedHeight(self.list.sizeHintForRow(0) * rows + 2 if rows else 0)

    def _move(self, steps: int) -> None:
        last = self.choices.rowCount() - 1
        if last >= 0:
            self.list.setCurrentIndex(self.choices.index(min(max(self.row + steps, 0), last)))

    def _choose(self, number: int) -> None:
        self.choices.choose(self.row, number)
        self._show_formats()

    def _show_formats(self) -> None:
        texts = [text for _way, text in self.choices.formats(self.row)]
        self._formats.show_texts(texts, self.choices.chosen(self.row))
        index = self.list.currentIndex()
        words = index.data(Qt.ItemDataRole.AccessibleTextRole) if index.isValid() else self._none.text()
        self.field.setAccessibleDescription(str(words))

    def _pick(self) -> None:
        if not self._is_done:
            self._is_done = True
            self.picked.emit()
            self._close()

    def _leave(self) -> None:
        if not self._is_done:
            self._is_done = True
            self.left.emit(self.field.text())
            self._close()

    def _close(self) -> None:
        self.hide()
        QTimer.singleShot(0, partial(QObject.deleteLater, self))
