"""The first tour: a few steps past the panes of an open report. It can be left at any step and does not come back."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from avstamt.ui.labels import Label, TextButton, head, small
from avstamt.ui.look import Look
from avstamt.ui.report_view import ReportView

_WIDTH = 320
_APART = 16
_RING = 3


@dataclass(frozen=True, slots=True)
class Step:
    """One step: the pane it is about (empty for the whole window), its head and its words."""

    pane: str
    head: str
    words: str


STEPS = (
    Step("outline", "Rapportens delar", "Här är hela rapporten i ordning. Siffrorna visar hur många anmärkningar varje del har."),
    Step("area", "Sidan du skriver på", "Målets texter, bedömning och tabeller står tillsammans. Anvisningarna döljs och visas med F2."),
    Step("findings", "Det som inte går ihop", "Granskningen läser medan du skriver. F8 går till nästa anmärkning, Ctrl+. visar förslag i texten."),
    Step("", "Gå vart du vill", "Ctrl+P hittar mål, indikatorer, avsnitt och kommandon. Ctrl+Z ångrar allt, steg för steg."),
    Step("", "Hjälpen finns på F1", "F1 öppnar sidan om det du håller på med. Rundturen finns kvar i menyn Hjälp."),
)  # fmt: skip


class Tour(QFrame):
    """A small card beside what it tells about."""

    def __init__(self, look: Look, view: ReportView, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._view = view
        self.at = -1
        self.setObjectName("tour")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Rundtur")
        self._ring = Ring(look, parent)
        self._head = Label(look, "", head, parent=self)
        self._words = Label(look, "", parent=self)
        self._count = Label(look, "", small, "quiet", self)
        self._skip = TextButton(look, "Hoppa över", "quiet", parent=self)
        self._next = TextButton(look, "Nästa", "primary", parent=self)
        self._lay_out()
        QWidget.setTabOrder(self._next, self._skip)
        self._skip.clicked.connect(self.leave)
        self._next.clicked.connect(self.go_on)
        parent.installEventFilter(self)
        view.destroyed.connect(self.leave)

    def begin(self) -> None:
        """Show the first step."""
        self.at = -1
        self.show()
        self.go_on()

    def go_on(self) -> None:
        """Show the next step, and leave after the last."""
        self.at += 1
        if self.at >= len(STEPS):
            self.leave()
            return
        step = STEPS[self.at]
        is_last = self.at == len(STEPS) - 1
        self._head.setText(step.head)
        self._words.setText(step.words)
        self._count.setText(f"{self.at + 1} av {len(STEPS)}")
        self._next.setText("Klar" if is_last else "Nästa")
        self._skip.setVisible(not is_last)
        self.setAccessibleDescription(f"{step.head}. {step.words}")
        self._place()
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Take the tour away for good."""
        self._ring.hide()
        self.hide()
        self._ring.deleteLater()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stay beside the pane when the window changes its size."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self._count)
        foot.addStretch(1)
        foot.addWidget(self._skip)
        foot.addWidget(self._next)
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 12, 12)
        layout.setSpacing(6)
        layout.addWidget(self._head)
        layout.addWidget(self._words)
        layout.addLayout(foot)

    def _place(self) -> None:
        window = self._window
        pane = getattr(self._view, STEPS[self.at].pane, None) if STEPS[self.at].pane else None
        target = window.rect()
        if isinstance(pane, QWidget) and pane.isVisible():
            target = QRect(pane.mapTo(window, QPoint(0, 0)), pane.size())
            self._ring.surround(target)
        else:
            self._ring.hide()
        self.setFixedWidth(min(_WIDTH, window.width() - 2 * _APART))
        self.setFixedHeight(self._column.totalHeightForWidth(self.width()))
        self.move(_beside(target, QRect(QPoint(0, 0), self.size()), window.rect()))
        self.raise_()


class Ring(QWidget):
    """A ring around what is told about; it lets the mouse through."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def surround(self, target: QRect) -> None:
        """Stand around a part of the window."""
        self.setGeometry(target)
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._look.theme.accent), _RING))
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 8, 8)
        painter.end()


def _beside(target: QRect, card: QRect, window: QRect) -> QPoint:
    """Return where a card stands beside its target: right of it, else left, else in its middle."""
    top = min(target.top() + 4 * _APART, window.height() - card.height() - _APART)
    if target.right() + card.width() + 2 * _APART < window.right():
        return QPoint(target.right() + _APART, top)
    if target.left() - card.width() - _APART > 0:
        return QPoint(target.left() - card.width() - _APART, top)
    return target.center() - QPoint(card.width() // 2, card.height() // 2)
