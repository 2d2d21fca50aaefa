"""What the window shows when no report is open: where to begin, and what was open last."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from avstamt.resources import resource
from avstamt.ui.labels import ElidedLabel, IconLabel, Label, TextButton, head, small, title
from avstamt.ui.look import Look
from avstamt.ui.named import put

_WIDTH = 840
_ABOUT = "Skriv, stäm av och exportera verksamhetsplaner, tertialrapporter och verksamhetsberättelser."
_DROP = "Du kan också släppa en fil här: en sparad rapport, ett Word-dokument eller text ur en PDF."
_SAMPLES = (
    ("verksamhetsberattelse-2024-enhet.avst", "En enhets verksamhetsberättelse 2024"),
    ("tertialrapport-1-2024-namnd.avst", "En nämnds tertialrapport 1 2024"),
    ("verksamhetsplan-2025-enhet.avst", "En enhets verksamhetsplan 2025"),
)


class StartView(QScrollArea):
    """The first thing one sees."""

    new_wanted = Signal()
    new_from_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal(Path)
    file_wanted = Signal(Path)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        put(self, focusPolicy="NoFocus")
        sheet = QWidget(self)
        sheet.setObjectName("sheet")  # before it is put in place: the style sheet asks for the name once
        self.setWidget(sheet)
        outer = QHBoxLayout(sheet)
        outer.setContentsMargins(32, 72, 32, 48)
        self._page = column = QWidget(sheet)  # everything is made on it: moved there later it is dressed twice
        self._widen()
        outer.addStretch(1)
        upwards = QVBoxLayout()
        upwards.addWidget(column)
        upwards.addStretch(1)
        outer.addLayout(upwards, 100)
        outer.addStretch(1)
        self._lay_out(column)
        look.changed.connect(self._widen)
        look.settings.recent_changed.connect(self._show_recent)
        self._show_recent()

    def _widen(self) -> None:
        self._page.setMaximumWidth(self._look.scaled(_WIDTH))

    def _lay_out(self, column: QWidget) -> None:
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(Label(self._look, "Avstämt", title, parent=column))
        layout.addWidget(Label(self._look, _ABOUT, tone="quiet", parent=column))
        layout.addSpacing(24)
        layout.addLayout(self._ways())
        layout.addWidget(Label(self._look, _DROP, small, "quiet", column))
        layout.addSpacing(32)
        lists = QHBoxLayout()
        lists.setSpacing(48)
        self._recent = QVBoxLayout()
        lists.addLayout(self._recent, 3)
        lists.addLayout(self._samples(), 2)
        layout.addLayout(lists)

    def _ways(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        self._new = TextButton(self._look, "Ny rapport", "primary", "new", self._page)
        self._new.clicked.connect(self.new_wanted)
        self._after = TextButton(self._look, "Efter en tidigare rapport …", "", "document", self._page)
        self._after.clicked.connect(self.new_from_wanted)
        self._open = TextButton(self._look, "Öppna …", "", "open", self._page)
        self._open.clicked.connect(self.open_wanted)
        row.addWidget(self._new)
        row.addWidget(self._after)
        row.addWidget(self._open)
        row.addStretch(1)
        return row

    def _samples(self) -> QVBoxLayout:
        made = QVBoxLayout()
        made.setSpacing(2)
        made.addWidget(Label(self._look, "Prova med ett exempel", head, parent=self._page))
        made.addSpacing(4)
        for name, words in _SAMPLES:
            path = resource("samples", name)
            if path.is_file():
                button = FileButton(self._look, words, "", path, "sample", parent=self._page)
                button.chosen.connect(self.sample_wanted)
                made.addWidget(button)
        made.addWidget(
            Label(
                self._look,
                "Exemplen är påhittade. De kan ändras fritt utan att något förstörs.",
                small,
                "quiet",
                self._page,
            )
        )
        made.addStretch(1)
        return made

    def _show_recent(self) -> None:
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._recent.setSpacing(2)
        self._recent.addWidget(Label(self._look, "Senaste", head, parent=self._page))
        self._recent.addSpacing(4)
        recent = self._look.settings.recent
        for path in recent:
            button = FileButton(self._look, path.stem, str(path.parent), path, "document", parent=self._page)
            button.chosen.connect(self.file_wanted)
            self._recent.addWidget(button)
        if not recent:
            empty = "Här står de rapporter du har haft öppna. Börja med en ny rapport eller öppna en som finns."
            self._recent.addWidget(Label(self._look, empty, tone="quiet", parent=self._page))
        self._recent.addStretch(1)


class FileButton(TextButton):
    """A line that opens a file."""

    chosen = Signal(Path)

    def __init__(self, look: Look, words: str, below: str, path: Path, icon_name: str, *, parent: QWidget) -> None:
        super().__init__(look, "", "row", parent=parent)
        self._path = path
        self.setAccessibleName(f"{words}, {below}" if below else words)
        self.setToolTip(str(path) if below else "")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(10)
        layout.addWidget(IconLabel(look, icon_name, "accent", "", self))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        labels: list[Label] = [ElidedLabel(look, words, "ElideRight", parent=self)]
        if below:
            labels.append(ElidedLabel(look, below, "ElideMiddle", small, "quiet", parent=self))
        for label in labels:
            texts.addWidget(label)
        layout.addLayout(texts, 1)
        self.setMinimumHeight(layout.sizeHint().height())
        self.clicked.connect(self._choose)

    def _choose(self) -> None:
        self.chosen.emit(self._path)
