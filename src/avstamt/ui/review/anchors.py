"""Where a comment is put: at what is marked on the page, else where the cursor stands, else at the whole part."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QWidget

from avstamt.domain.place import Place, value_at
from avstamt.domain.report import Report
from avstamt.domain.text import RichText, block_text
from avstamt.ui.editors.growing import GrowingEdit
from avstamt.ui.editors.rich import RichEditor
from avstamt.ui.forms.page import Page
from avstamt.ui.richtext.formats import BLOCK_ID
from avstamt.ui.tables.view import SheetView


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place for a comment, and the words there."""

    place: Place
    quote: str = ""


def anchor_on(page: Page, report: Report) -> Anchor:
    """Return what a comment made now is about."""
    focused = page.focusWidget()
    if isinstance(focused, SheetView) and focused.currentIndex().isValid():
        at = focused.currentIndex()
        return Anchor(focused.sheet.cell_place(at.row(), at.column()), focused.sheet.shown(at.row(), at.column()))
    field = next((place for place, one in page.fields.items() if _holds(one.editor, focused)), None)
    if field is None:
        return Anchor(page.place)
    if isinstance(focused, RichEditor):
        return _in_rich(focused, field, report)
    if isinstance(focused, GrowingEdit):
        cursor = focused.textCursor()
        return _spanned(field, focused.toPlainText(), cursor.selectionStart(), cursor.selectionEnd())
    if isinstance(focused, QLineEdit):
        start = max(focused.selectionStart(), 0)
        return _spanned(field, focused.text(), start, start + len(focused.selectedText()))
    value = value_at(report, field)
    return Anchor(field, str(value) if isinstance(value, str | int) else "")


def _in_rich(editor: RichEditor, field: Place, report: Report) -> Anchor:
    cursor = editor.textCursor()
    block = editor.document().findBlock(cursor.selectionStart())
    block_id = block.blockFormat().stringProperty(BLOCK_ID)
    text = value_at(report, field)
    known = {one.id: block_text(one) for one in text.blocks} if isinstance(text, RichText) else {}
    if block_id not in known:
        return Anchor(field)
    start = cursor.selectionStart() - block.position()
    end = min(cursor.selectionEnd() - block.position(), len(known[block_id]))
    return _spanned(field / "blocks" / block_id, known[block_id], start, end)


def _spanned(place: Place, words: str, start: int, end: int) -> Anchor:
    return Anchor(place.at(start, end), words[start:end]) if start < end else Anchor(place, words)


def _holds(editor: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (editor is focused or editor.isAncestorOf(focused))
