"""Two versions of a report side by side in words: what is gone is struck out, what has come is underlined."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from avstamt.domain.differences import Change, Difference, Piece, differences, in_words
from avstamt.domain.naming import place_name
from avstamt.domain.place import Place, exists, value_at
from avstamt.domain.progress import parts_of
from avstamt.domain.report import Report
from avstamt.ui.forms.page_area import part_of
from avstamt.ui.look import Look
from avstamt.ui.theme import Theme
from avstamt.ui.where import part_name
from avstamt.ui.words import count

_KEPT = 80
_MOST = 300
"""More differences than this are counted, not shown: nobody reads them, and they would take long to lay out."""


class Comparison(QTextBrowser):
    """Shows what differs between an old and a new version of a report; `told` carries whether it does."""

    told = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setAccessibleName("Skillnader")
        self.document().setDocumentMargin(12)
        self._shown: tuple[Report, Report] | None = None
        look.changed.connect(self._renew)

    def compare(self, old: Report, new: Report) -> int:
        """Show what is different and return how many places that is."""
        self._shown = (old, new)
        found = differences(old, new)
        self.setHtml(as_html(old, new, found, self._look.theme))
        self.told.emit(bool(found))
        return len(found)

    def tell(self, report: Report) -> None:
        """Show all that a report holds, part by part, where there is nothing to hold it against."""
        self._shown = None
        self.setHtml(_whole(report))
        self.told.emit(False)

    def say(self, words: str) -> None:
        """Show a sentence instead of differences."""
        self._shown = None
        self.setPlainText(words)
        self.told.emit(False)

    def _renew(self) -> None:
        if self._shown is not None:
            self.compare(*self._shown)


def as_html(old: Report, new: Report, found: tuple[Difference, ...], theme: Theme) -> str:
    """Return the differences as rich text, part by part."""
    if not found:
        return "<p>Ingenting skiljer sig åt.</p>"
    parts: list[str] = []
    for part, ones in groupby(found[:_MOST], key=lambda one: _part(old, new, one.place)):
        holder = new if exists(new, part) else old
        parts.append(f"<h3>{escape(part_name(holder, part))}</h3>")
        parts += [_one(old, new, one, theme) for one in ones]
    if len(found) > _MOST:
        parts.append(f"<p>Och {count(len(found) - _MOST, 'skillnad', 'skillnader')} till.</p>")
    return "".join(parts)


def _whole(report: Report) -> str:
    about = ", ".join(filter(None, (f"{report.kind.label} {report.year}", report.organisation)))
    told = [f"<h3>{escape(report.title or about)}</h3>"]
    for part in parts_of(report):
        node = value_at(report, part)
        named = {getattr(node, name, None) for name in ("number", "title")}
        lines = in_words(node).splitlines()
        while lines and lines[0] in named:  # the heading has said it
            del lines[0]
        told.append(f"<h3>{escape(part_name(report, part))}</h3><p>{'<br>'.join(map(escape, lines))}</p>")
    return "".join(told)


def _part(old: Report, new: Report, place: Place) -> Place:
    return part_of(new if exists(new, place) else old, place)


def _one(old: Report, new: Report, one: Difference, theme: Theme) -> str:
    holder = new if exists(new, one.place) else old
    named = place_name(holder, one.place)
    words = ", ".join(filter(None, (*named.parts[1:], named.field)))
    verb = {Change.NEW: "Tillagt", Change.OLD: "Borttaget"}.get(one.change, "")
    head = ": ".join(filter(None, (verb, words or ("hela delen" if verb else ""))))
    body = "".join(_piece(piece, theme) for piece in _shortened(one.pieces))
    return f'<p><span style="color:{theme.quiet}">{escape(head)}</span><br>{body}</p>'


def _piece(piece: Piece, theme: Theme) -> str:
    words = escape(piece.text).replace("\n", "<br>")
    if piece.change is Change.OLD:
        return f'<s style="color:{theme.error};background:{theme.error_fill}">{words}</s>'
    if piece.change is Change.NEW:
        return f'<u style="color:{theme.accent};background:{theme.accent_fill}">{words}</u>'
    return words


def _shortened(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    """Yield the pieces with long stretches of the same words cut in the middle."""
    for piece in pieces:
        if piece.change is Change.SAME and len(piece.text) > 2 * _KEPT:
            yield Piece(
                Change.SAME, f"{piece.text[:_KEPT].rsplit(' ', 1)[0]} … {piece.text[-_KEPT:].split(' ', 1)[-1]}"
            )
        else:
            yield piece
