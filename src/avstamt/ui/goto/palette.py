"""The palette: a field over the window, and below it what fits the letters typed. Keyboard only, if one likes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QGraphicsDropShadowEffect,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from avstamt.ui.goto.delegate import SuggestionDelegate
from avstamt.ui.goto.destinations import Destination, suggestions
from avstamt.ui.goto.model import SUGGESTION_ROLE, SuggestionsModel
from avstamt.ui.labels import Label, small
from avstamt.ui.look import Look

_WIDTH, _HEIGHT = 640, 432
_TOP = 56
_SHADE = 80
_REMEMBERED = 6
_HINT = "Skriv några bokstäver eller ett målnummer. Börja med > för kommandon."
_NOTHING = "Inget heter så. Pröva färre bokstäver, eller sök i texten med Ctrl+F."
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class Palette(QFrame):
    """Offers destinations. `chosen` carries the one that is taken; the focus is back where it was by then."""

    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("floating")
        self._known: tuple[Destination, ...] = ()
        self._actions: tuple[Destination, ...] = ()
        self._recent: list[Destination] = []
        self._before: QWidget | None = None
        self.model = SuggestionsModel(self)
        self.line = QLineEdit(self)
        self.line.setAccessibleName("Gå till")
        self.list = QListView(self)
        self._hint = Label(look, _HINT, small, "quiet", self)
        self._lay_out(look)
        self.line.textChanged.connect(self._suggest)
        self.line.installEventFilter(self)
        self.list.clicked.connect(self._take)
        self.hide()

    def open(self, known: tuple[Destination, ...], actions: tuple[Destination, ...]) -> None:
        """Show the palette over the window with these destinations to choose among."""
        self._known, self._actions = known, actions
        still = {*known, *actions}
        self._recent = [one for one in self._recent if one in still]
        if self.isHidden():
            self._before = QApplication.focusWidget()
        window = self.window()
        width = min(_WIDTH, window.width() - 80)
        self.setFixedSize(width, min(_HEIGHT, window.height() - 2 * _TOP))
        self.move(QPoint((window.width() - width) // 2, _TOP))
        self.line.clear()
        self._suggest("")
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_palette(self) -> None:
        """Take the palette away and give the focus back."""
        before, self._before = self._before, None
        self.hide()
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let the keys of the field move in the list, take what is chosen, and close."""
        if event.type() is QEvent.Type.FocusOut and not self.isAncestorOf(QApplication.focusWidget() or self.window()):
            self._before = None
            self.hide()
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self.close_palette()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.list.currentIndex())
        elif key in _MOVES:
            self._move(_MOVES[key])
        else:
            return False
        return True

    def _lay_out(self, look: Look) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(SuggestionDelegate(look, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setAccessibleName("Förslag")
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(32)
        shadow.setOffset(0, 6)
        shadow.setColor(QColor(0, 0, 0, _SHADE))
        self.setGraphicsEffect(shadow)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.line)
        layout.addWidget(self.list, 1)
        self._hint.setIndent(8)
        layout.addWidget(self._hint)

    def _suggest(self, typed: str) -> None:
        self.model.show(suggestions(typed, self._known, self._actions, self._recent))
        self._hint.setText(_HINT if self.model.suggestions else _NOTHING)
        self._choose(0)

    def _move(self, by: int) -> None:
        self._choose(min(max(self.list.currentIndex().row() + by, 0), len(self.model.suggestions) - 1))

    def _choose(self, row: int) -> None:
        index = self.model.index(row)
        if index.isValid():
            self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.list.scrollTo(index)
            self.line.setAccessibleDescription(str(index.data()))

    def _take(self, index: QModelIndex) -> None:
        suggestion = index.data(SUGGESTION_ROLE)
        if suggestion is None:
            return
        one = suggestion.destination
        self._recent = [one, *(other for other in self._recent if other != one)][:_REMEMBERED]
        self.close_palette()
        self.chosen.emit(one)
