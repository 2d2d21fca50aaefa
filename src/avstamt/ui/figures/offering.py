"""Offers, quietly, to link a number just typed to the figure of the same part that it equals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QTextCursor

from avstamt.domain.place import Place
from avstamt.ui.document import Document
from avstamt.ui.editors.rich import RichEditor
from avstamt.ui.figures.link_writer import LinkWriter
from avstamt.ui.richtext.loosening import stretches

if TYPE_CHECKING:
    from avstamt.ui.figures.typed import TypedFigure

_REST_MS = 250


class Offering(QObject):
    """Watches what is typed in a text. `offered` carries what to offer, or None when there is nothing any more."""

    offered = Signal(object)

    def __init__(self, document: Document, place: Place, editor: RichEditor, writer: LinkWriter) -> None:
        super().__init__(editor)
        self._document = document
        self._place = place
        self._editor = editor
        self._writer = writer
        self._found: TypedFigure | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.look)
        editor.edited.connect(self._rest.start)
        editor.cursorPositionChanged.connect(self._withdraw)
        editor.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look again when the user leaves the text: what was offered there is offered no more."""
        if isinstance(event, QFocusEvent) and event.lostFocus():
            self._withdraw()
        return False

    @property
    def found(self) -> TypedFigure | None:
        """Return what is offered."""
        return self._found

    def look(self) -> None:
        """Look whether the last number before the caret is a figure of this part, and not linked yet."""
        from avstamt.ui.figures.typed import typed_figure  # what reads numbers is loaded when something is typed

        cursor = self._editor.textCursor()
        found = None
        if self._editor.hasFocus() and not cursor.hasSelection():
            written = cursor.block().text()[: cursor.positionInBlock()]
            found = typed_figure(self._document.report, self._place, written)
        if found is not None and self._is_linked(found):
            found = None
        self._show(found)

    def accept(self) -> None:
        """Link the number."""
        if (found := self._found) is not None:
            self._show(None)
            self._writer.put(self._selected(found.start, found.end), found.reference, found.text)
            self._editor.setFocus()

    def number_at_caret(self) -> QTextCursor | None:
        """Return the number that ends at the caret, selected; None where there is none."""
        from avstamt.ui.figures.typed import last_number  # as above

        cursor = self._editor.textCursor()
        at = cursor.positionInBlock()
        number = last_number(cursor.block().text()[:at])
        if number is None or cursor.hasSelection() or number.span.end != at:
            return None
        return self._selected(*number.span)

    def _is_linked(self, found: TypedFigure) -> bool:
        block = self._editor.textCursor().block()
        return any(one.start <= block.position() + found.start < one.end for one in stretches(block))

    def _selected(self, start: int, end: int) -> QTextCursor:
        """Return a cursor with these characters of the caret's block selected."""
        first = self._editor.textCursor().block().position()
        return self._writer.over(first + start, first + end)

    def _withdraw(self) -> None:
        if self._found is not None:
            self._rest.start()

    def _show(self, found: TypedFigure | None) -> None:
        if found != self._found:
            self._found = found
            self.offered.emit(found)
