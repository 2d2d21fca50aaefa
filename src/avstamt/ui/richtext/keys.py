"""What special keys do in a rich text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from avstamt.ui.richtext import commands
from avstamt.ui.richtext.formats import TextStyle

if TYPE_CHECKING:
    from avstamt.ui.editors.rich import RichEditor

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NO_KEYS = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def handled(editor: RichEditor, event: QKeyEvent, style: TextStyle) -> bool:
    """Do what a key means here and tell whether it meant something special."""
    cursor = editor.textCursor()
    if event.key() in _ENTER and event.modifiers() in _NO_KEYS:
        editor.reshape()
        commands.break_block(cursor, style)
        editor.setTextCursor(cursor)
        editor.ensureCursorVisible()
        return True
    if event.key() == Qt.Key.Key_Backspace:
        return _backspace(editor, cursor)
    if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        return _tab(editor, cursor, 1 if event.key() == Qt.Key.Key_Tab else -1)
    return False


def _backspace(editor: RichEditor, cursor: QTextCursor) -> bool:
    if cursor.hasSelection() or not cursor.atBlockStart():
        return False
    if commands.in_list(cursor):
        editor.make(commands.shifted(-1))
        return True
    if commands.is_kind(cursor, "heading"):
        editor.make(commands.as_paragraph)
        return True
    return False


def _tab(editor: RichEditor, cursor: QTextCursor, step: int) -> bool:
    if cursor.currentTable() is not None:
        return _next_cell(editor, cursor, step)
    if commands.in_list(cursor) and (cursor.atBlockStart() or cursor.hasSelection()):
        editor.make(commands.shifted(step))
        return True
    return False


def _next_cell(editor: RichEditor, cursor: QTextCursor, step: int) -> bool:
    table = cursor.currentTable()
    cell = table.cellAt(cursor)
    at = cell.row() * table.columns() + cell.column() + step
    if not 0 <= at < table.rows() * table.columns():
        return False
    target = table.cellAt(at // table.columns(), at % table.columns())
    editor.setTextCursor(target.firstCursorPosition())
    return True
