"""How a cell is drawn and edited."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPalette, QPen, QTextOption
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from avstamt.ui.look import Look
from avstamt.ui.tables.columns import KIND_ROLE, CellKind
from avstamt.ui.tables.corners import draw_comment, draw_level
from avstamt.ui.tables.numbers import as_printed, same_but_for_blanks
from avstamt.ui.tables.sheet import Sheet

_ABOVE = 4
_SIDE = 2
FIRST = 3
"""Pixels by which the first column begins later than others do after their line, so that it stands below the text."""
_INSET = 3
_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_UP_OR_DOWN = {
    (Qt.Key.Key_Up, _NONE): -1,
    (Qt.Key.Key_Down, _NONE): 1,
    (Qt.Key.Key_Return, _SHIFT): -1,
    (Qt.Key.Key_Enter, _SHIFT): -1,
}

_MANY = 4096
_sizes: dict[tuple[str, int, CellKind, str], QSize] = {}
"""How large texts are, by font, width, what the cell holds, and words."""


class CellDelegate(QStyledItemDelegate):
    """Draws cells in the page's font, with a ring round the current one and a corner where there is a finding.

    `stepped` carries how many rows to go when an edit was ended by a key that says so.
    """

    stepped = Signal(int)

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Set fonts and colours: bold totals, quiet locked cells."""
        super().initStyleOption(option, index)
        if (cell := _cell(index)) is None:
            return
        sheet, row, column = cell
        option.font = self._look.chrome(1.0, bold=sheet.is_strong(row, column))
        option.features |= QStyleOptionViewItem.ViewItemFeature.WrapText
        if sheet.lock(row, column):
            option.palette.setColor(QPalette.ColorRole.Text, QColor(self._look.theme.quiet))
        if sheet.columns[column].kind is CellKind.TICK and option.text == "Nej":
            option.text = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return a little air above and below the text."""
        option.rect = option.rect.adjusted(_left(index), 0, -_SIDE, 0)
        if (cell := _cell(index)) is None:
            return super().sizeHint(option, index)
        below = self._remark_height() if cell[0].remark(*cell[1:]) else 0
        return self._size_of_text(option, index, *cell) + QSize(0, 2 * _ABOVE + below)

    def _size_of_text(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        sheet: Sheet,
        row: int,
        column: int,
    ) -> QSize:
        """Return the size of a cell's text in its font and width, laid out once."""
        font = self._look.chrome(1.0, bold=sheet.is_strong(row, column)).key()
        key = font, option.rect.width(), sheet.columns[column].kind, sheet.shown(row, column)
        if key not in _sizes:
            if len(_sizes) >= _MANY:
                _sizes.clear()
            _sizes[key] = super().sizeHint(option, index)
        return _sizes[key]

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a cell."""
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        whole = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(option.rect, QColor(self._look.theme.selection))
        option.rect = self._inner(option.rect, index)
        super().paint(painter, option, index)
        if (cell := _cell(index)) is None:
            return
        sheet, row, column = cell
        if remark := sheet.remark(row, column):
            self._remark(painter, whole.toRect(), remark)
        level, is_commented = sheet.level(row, column), sheet.has_comment(row, column)
        if level is None and not is_commented and not has_focus:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if level is not None:
            draw_level(painter, whole, level, self._look.theme)
        if is_commented:
            draw_comment(painter, whole, self._look.theme)
        if has_focus:
            painter.setPen(QPen(QColor(self._look.theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(whole.adjusted(1, 1, -1.5, -1.5))
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Let a tick be struck where it is drawn."""
        option.rect = self._inner(option.rect, index)
        return super().editorEvent(event, model, option, index)

    def _inner(self, cell: QRect, index: QModelIndex | QPersistentModelIndex) -> QRect:
        """Return where in a cell its text stands; a tick stands at the first line of what it is about."""
        inner = cell.adjusted(_left(index), _ABOVE, -_SIDE, -_ABOVE)
        if index.data(KIND_ROLE) is CellKind.TICK:
            inner.setHeight(min(inner.height(), QFontMetrics(self._look.chrome(1.0)).height()))
        return inner

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """Return a field over the cell: one line for figures, wrapping text for names."""
        name = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
        if index.data(KIND_ROLE) is CellKind.TEXT:
            text = CellText(parent)
            text.setAccessibleName(name)
            return text
        line = QLineEdit(parent)
        line.setFrame(False)
        line.setAccessibleName(name)
        side = Qt.AlignmentFlag.AlignRight if index.data(KIND_ROLE) is CellKind.FIGURE else Qt.AlignmentFlag.AlignLeft
        line.setAlignment(side | Qt.AlignmentFlag.AlignTop)  # where the cell has its words: they do not move
        return line

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """Show the cell's text in the field."""
        text = str(index.data(Qt.ItemDataRole.EditRole))
        if isinstance(editor, CellText):
            editor.setPlainText(text)
            editor.selectAll()
        elif isinstance(editor, QLineEdit):
            editor.setText(text)

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Write the field's text into the cell, where it is another; a plain number as the city prints it."""
        text = editor.text() if isinstance(editor, QLineEdit | CellText) else ""
        before = str(index.data(Qt.ItemDataRole.EditRole))
        if text == before:
            return
        if index.data(KIND_ROLE) is CellKind.FIGURE and same_but_for_blanks(text := as_printed(text), before):
            return
        model.setData(index, text)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Lay the field over the whole cell."""
        editor.setGeometry(option.rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Let Enter in a wrapping text end the edit, and the arrows up and down one in a single line, as in a spreadsheet."""
        if isinstance(editor, QLineEdit) and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            steps = _UP_OR_DOWN.get((Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier))
            if steps is not None:
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
                self.stepped.emit(steps)
                return True
        if isinstance(editor, CellText) and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.SubmitModelCache)
                return True
        return super().eventFilter(editor, event)

    def _remark_height(self) -> int:
        return QFontMetrics(self._look.small).height()

    def _remark(self, painter: QPainter, cell: QRect, words: str) -> None:
        """Draw what stands under a cell's text, in the colour of what does not agree."""
        painter.save()
        painter.setFont(self._look.small)
        painter.setPen(QColor(self._look.theme.deviation))
        box = cell.adjusted(_SIDE, 0, -_SIDE - _INSET, -_ABOVE)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom), words)
        painter.restore()


def _left(index: QModelIndex | QPersistentModelIndex) -> int:
    """Return what is kept free before a cell's text: the first column's stands below the heading's."""
    return _SIDE if index.column() else _SIDE + FIRST


def _cell(index: QModelIndex | QPersistentModelIndex) -> tuple[Sheet, int, int] | None:
    """Return the table, row and column of a cell, None where its row is gone.

    Asked of the index, each thing that it shows goes through Qt and back.
    """
    sheet, row = cast("Sheet", index.model()), index.row()
    return (sheet, row, index.column()) if row < len(sheet.nodes()) else None


class CellText(QPlainTextEdit):
    """A wrapping text field over a cell; hard blanks and line breaks are kept."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(_SIDE)

    def text(self) -> str:
        """Return the text with its hard blanks."""
        lines: list[str] = []
        block = self.document().firstBlock()
        while block.isValid():
            lines.append(block.text().replace("\u2028", "\n"))
            block = block.next()
        return "\n".join(lines)
