"""What becomes of a linked figure that is typed in: it stays as it reads, and is linked no longer.

Letters typed at either end stand outside it. Nothing that was typed is lost, and undo links the figure again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor

from avstamt.domain.place import Place
from avstamt.domain.text import FigureReference
from avstamt.ui.richtext.formats import FIGURE, FIGURE_FORMAT, FIGURE_NUMBER, FIGURE_TEXT, unlink


@dataclass(frozen=True)
class Stretch:
    """A linked figure in a document: where its characters stand, what they are, its format, and how many pieces it is in."""

    start: int
    text: str
    format: QTextCharFormat
    pieces: int = 1

    @property
    def end(self) -> int:
        """Return where it ends."""
        return self.start + len(self.text)

    @property
    def reference(self) -> FigureReference:
        """Return what it is linked to."""
        source = Place.parse(str(self.format.property(FIGURE)))
        return FigureReference(source=source, format=str(self.format.property(FIGURE_FORMAT)))


def stretches(block: QTextBlock) -> Iterator[Stretch]:
    """Yield the linked figures of a block; what one of them was cut into counts as one as long as it hangs together."""
    found: Stretch | None = None
    position = block.begin()
    while not position.atEnd():
        fragment = position.fragment()
        made = fragment.charFormat()
        number = made.property(FIGURE_NUMBER)
        if found is not None and number != found.format.property(FIGURE_NUMBER):
            yield found
            found = None
        if made.hasProperty(FIGURE):
            found = _with_piece(found, Stretch(fragment.position(), fragment.text(), made))
        position += 1
    if found is not None:
        yield found


def loosen(block: QTextBlock) -> None:
    """Unlink what no longer reads as the figure that was linked, and what was typed at its ends."""
    for stretch in list(stretches(block)):
        wanted = str(stretch.format.property(FIGURE_TEXT))
        if stretch.text == wanted and stretch.pieces == 1:
            continue
        if stretch.text == wanted:
            _unlink(block, stretch.start, stretch.end)
        elif stretch.text.startswith(wanted):
            _unlink(block, stretch.start + len(wanted), stretch.end)
        elif stretch.text.endswith(wanted):
            _unlink(block, stretch.start, stretch.end - len(wanted))
        else:
            _unlink(block, stretch.start, stretch.end)


def _with_piece(before: Stretch | None, piece: Stretch) -> Stretch:
    if before is None:
        return piece
    return Stretch(before.start, before.text + piece.text, before.format, before.pieces + 1)


def _unlink(block: QTextBlock, start: int, end: int) -> None:
    """Unlink the characters from `start` to `end`, whatever else they are."""
    inside: list[tuple[int, int, QTextCharFormat]] = []
    position = block.begin()
    while not position.atEnd():
        fragment = position.fragment()
        first, last = max(fragment.position(), start), min(fragment.position() + fragment.length(), end)
        if first < last:
            inside.append((first, last, fragment.charFormat()))
        position += 1
    for first, last, made in inside:
        unlink(made)
        cursor = QTextCursor(block)
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(made)
