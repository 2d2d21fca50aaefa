"""One field of a page: label above, guidance under it, the editor, and why it is locked where it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from avstamt.domain.finding import Level
from avstamt.ui.editors.rich import RichEditor
from avstamt.ui.forms.format_bar import FormatBar
from avstamt.ui.labels import FontChoice, IconLabel, Label, small, strong
from avstamt.ui.look import Look
from avstamt.ui.words import LEVEL_ICONS

_LEVEL_TONES = {Level.ERROR: "error", Level.DEVIATION: "deviation", Level.TIP: "tip"}


class Guidance(Label):
    """Guidance (anvisning) in quiet words, shown or hidden as the user has chosen."""

    def __init__(self, look: Look, text: str, parent: QWidget) -> None:
        super().__init__(look, text, small, "quiet", parent)
        self._follow()
        look.settings.guidance_changed.connect(self._follow)

    def _follow(self) -> None:
        self.setVisible(self._look.settings.guidance and bool(self.text()))


class LockNote(QWidget):
    """A padlock and the sentence that says why something cannot be changed."""

    def __init__(self, look: Look, why: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(IconLabel(look, "lock", "quiet", "Låst", self))
        layout.addWidget(Label(look, why, small, "quiet", self), 1)


class Field(QWidget):
    """A labelled editor. A rich text shows its buttons in the label's row while it has the focus."""

    def __init__(
        self,
        look: Look,
        label: str,
        editor: QWidget,
        *,
        guidance: str = "",
        lock: str = "",
        font: FontChoice = strong,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        editor.setAccessibleName(label)
        editor.setAccessibleDescription(" ".join(filter(None, (guidance, lock))))
        self.label = Label(look, label, font, parent=self)
        self.label.setBuddy(editor)
        self.label.setWordWrap(False)
        self._level = IconLabel(look, "finding-tip", "tip", "", self)
        self._level.hide()
        self._bar = FormatBar(look, editor, self) if isinstance(editor, RichEditor) and not lock else None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(self._head())
        if guidance:
            note = Guidance(look, guidance, self)
            note.setContentsMargins(8, 0, 0, 2)
            layout.addWidget(note)
        if lock:
            layout.addWidget(LockNote(look, lock, self))
        layout.addStretch(1)
        layout.addWidget(editor)
        editor.installEventFilter(self)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 0, 0)
        head.setSpacing(6)
        head.addWidget(self.label)
        head.addWidget(self._level)
        head.addStretch(1)
        if self._bar is not None:
            head.addWidget(self._bar)
        return head

    def show_level(self, level: Level | None) -> None:
        """Show that there is a finding here, by symbol and word."""
        self._level.setVisible(level is not None)
        if level is not None:
            self._level.show_icon(LEVEL_ICONS[level], _LEVEL_TONES[level], level.value)
            self._level.setToolTip(level.value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the format buttons while the editor has the focus."""
        if self._bar is not None and watched is self.editor:
            if event.type() is QEvent.Type.FocusIn:
                self._bar.show_buttons(True)
            elif event.type() is QEvent.Type.FocusOut:
                self._bar.show_buttons(False)
        return False
