"""One field of a page: label above, guidance under it, the editor, and why it is locked where it is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from avstamt.domain.finding import Level
from avstamt.ui.editors.rich import RichEditor
from avstamt.ui.forms.format_bar import FormatBar
from avstamt.ui.forms.word_count import WordCount
from avstamt.ui.labels import FontChoice, IconButton, IconLabel, Label, small, strong
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


class Note(QWidget):
    """A drawing and a sentence about a field."""

    def __init__(self, look: Look, icon: tuple[str, str, str], words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(IconLabel(look, *icon, self))
        layout.addWidget(Label(look, words, small, "quiet", self), 1)


class LockNote(Note):
    """A padlock and the sentence that says why something cannot be changed."""

    def __init__(self, look: Look, why: str, parent: QWidget | None = None) -> None:
        super().__init__(look, ("lock", "quiet", "Låst"), why, parent)


class DoubtNote(Note):
    """The sentence that says that an import was not sure of something here."""

    def __init__(self, look: Look, what: str, parent: QWidget | None = None) -> None:
        super().__init__(look, ("finding-deviation", "deviation", "Tveksamt"), what, parent)


class Field(QWidget):
    """A labelled editor. A rich text shows its buttons in the label's row while it has the focus.

    `comments_wanted` tells that the user wants to read the comments about it.
    """

    comments_wanted = Signal()

    def __init__(
        self,
        look: Look,
        label: str,
        editor: QWidget,
        *,
        guidance: str = "",
        lock: str = "",
        doubt: str = "",
        font: FontChoice = strong,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.editor = editor
        self.label = self._name(look, label, font, " ".join(filter(None, (guidance, lock, doubt))))
        self.bar = FormatBar(look, editor, self) if isinstance(editor, RichEditor) and not lock else None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self._row = self._head()
        layout.addLayout(self._row)
        for widget in self._notes(look, guidance, lock, doubt):
            layout.addWidget(widget)
        layout.addStretch(1)
        self._add_editor(layout)
        if isinstance(editor, RichEditor):
            layout.addWidget(WordCount(look, editor, self))
        editor.installEventFilter(self)

    @cached_property
    def _level(self) -> IconLabel:
        """Return the symbol of the findings here, made when it is first asked for: most fields have none."""
        made = IconLabel(self._look, "finding-tip", "tip", "", self)
        made.hide()
        self._put(made, 1)
        return made

    @cached_property
    def comments(self) -> IconButton:
        """Return the button of the comments about this, made when it is first asked for."""
        made = IconButton(self._look, "reason", "Kommentarer", self, text="0")
        made.setProperty("small", True)
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)  # it pushes nothing down
        made.hide()
        made.clicked.connect(self.comments_wanted)
        self._put(made, 2 if "_level" in self.__dict__ else 1)
        return made

    def _put(self, made: QWidget, at: int) -> None:
        self._row.insertWidget(at, made)

    def _name(self, look: Look, words: str, font: FontChoice, more: str) -> Label:
        self.editor.setAccessibleName(words)
        self.editor.setAccessibleDescription(more)
        label = Label(look, words, font, parent=self)
        label.setBuddy(self.editor)
        label.setWordWrap(False)
        return label

    def _notes(self, look: Look, guidance: str, lock: str, doubt: str) -> list[QWidget]:
        notes: list[QWidget] = []
        if guidance:
            note = Guidance(look, guidance, self)
            note.setIndent(8)
            notes.append(note)
        if lock:
            notes.append(LockNote(look, lock, self))
        if doubt:
            notes.append(DoubtNote(look, doubt, self))
        return notes

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 0, 0)
        head.setSpacing(6)
        head.addWidget(self.label)
        head.addStretch(1)
        if self.bar is not None:
            head.addWidget(self.bar)
        return head

    def _add_editor(self, column: QVBoxLayout) -> None:
        column.addWidget(self.editor)

    def show_level(self, level: Level | None) -> None:
        """Show that there is a finding here, by symbol and word."""
        if level is None:
            if "_level" in self.__dict__:
                self._level.hide()
        else:
            self._level.show()
            self._level.show_icon(LEVEL_ICONS[level], _LEVEL_TONES[level], level.value)
            self._level.setToolTip(level.value)

    def explain(self, findings: str) -> None:
        """Let the level's symbol say what was found, as the rich text of a tool tip."""
        if findings:
            self._level.setToolTip(findings)

    def show_comments(self, number: int, lines: Sequence[str]) -> None:
        """Show how many comments there are about what stands here, and what they and their answers say."""
        if number or "comments" in self.__dict__:
            self.comments.setVisible(bool(number))
        said = " ".join(lines)
        if number and said != self.comments.accessibleDescription():
            self.comments.setText(str(number))
            self.comments.setAccessibleName(f"Läs kommentarerna till {self.label.text()}")
            self.comments.setAccessibleDescription(said)
            self.comments.setToolTip("\n".join(lines))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the format buttons while the editor has the focus."""
        if self.bar is not None and isinstance(event, QFocusEvent) and watched is self.editor:
            if event.gotFocus():
                self.bar.show_buttons(True)
            elif event.lostFocus():
                self.bar.show_buttons(False)
        return False
