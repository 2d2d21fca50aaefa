"""The help's own window: a list of pages with a line to seek in, and the page beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from avstamt.resources import resource
from avstamt.ui.fitting import fitted
from avstamt.ui.help.pages import FIRST, HelpPage, page_named, pages
from avstamt.ui.help.seeking import found
from avstamt.ui.labels import Label, small
from avstamt.ui.look import Look
from avstamt.ui.wrapped_items import WrappedItems

_SIZE = QSize(960, 700)
_NAME = Qt.ItemDataRole.UserRole
_MARGIN = 24
_READING = 1.1
_ABOVE_HEADING, _BELOW_HEADING = 20, 4
DRAWN_AT = 2
"""How many pixels of a picture make one of a screen at 100 %: the pictures are sharp at 200 % too."""
DARK = "mork"
"""The folder of the pictures in dark colours, beside the others."""
_PICTURE = "\ufffc"


class HelpWindow(QWidget):
    """Shows the help beside the program's window; one is kept and shown again."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("Hjälp – Avstämt")
        self.setObjectName("sheet")
        self.resize(fitted(self, _SIZE))
        self._look = look
        self._past: list[str] = []
        self._name = ""
        self.line = QLineEdit(self)
        self.line.setPlaceholderText("Sök i hjälpen")
        self.line.setAccessibleName("Sök i hjälpen")
        self.line.setClearButtonEnabled(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName("Sidor i hjälpen")
        self.list.setSpacing(2)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setItemDelegate(WrappedItems(self.list))
        self._none = Label(look, "Ingen sida har alla orden. Sök på färre ord.", small, "quiet", self)
        self.page = PageBrowser(self)
        self._lay_out()
        self._connect()
        self._list()
        self.show_page(FIRST)

    def show_page(self, name: str) -> None:
        """Show a page, and remember the one before."""
        if self._name and name != self._name:
            self._past.append(self._name)
        self._put(name)

    def go_back(self) -> None:
        """Show the page before."""
        if self._past:
            self._put(self._past.pop())

    def open_at(self, name: str) -> None:
        """Come forward with a page shown and the focus in the line to seek in."""
        self.line.clear()
        self.show_page(name)
        self.show()
        self.raise_()
        self.activateWindow()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        side = QWidget(self)
        side.setObjectName("panel")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.line)
        column.addWidget(self._none)
        column.addWidget(self.list, 1)
        splitter = QSplitter(self)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(side)
        splitter.addWidget(self.page)
        splitter.setSizes([280, _SIZE.width() - 280])
        splitter.setStretchFactor(1, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    def _connect(self) -> None:
        self.line.textChanged.connect(self._list)
        self.line.returnPressed.connect(self._first)
        self.list.currentItemChanged.connect(self._choose)
        self.page.anchorClicked.connect(self._follow_link)
        self._look.changed.connect(self._renew)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self.line.setFocus)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self.go_back)

    def _list(self) -> None:
        shown = found(pages(), self.line.text())
        self.list.blockSignals(True)  # a list that is filled anew chooses nothing
        self.list.clear()
        group = ""
        for page in shown:
            if page.group != group:
                group = page.group
                head = QListWidgetItem(group)
                head.setFlags(Qt.ItemFlag.NoItemFlags)
                head.setFont(self._look.chrome(0.92, bold=True))
                head.setForeground(QColor(self._look.theme.quiet))
                self.list.addItem(head)
            item = QListWidgetItem(page.title)
            item.setData(_NAME, page.name)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._none.setVisible(not shown)
        self._mark()

    def _first(self) -> None:
        first = next((item for item in self._items() if item.data(_NAME)), None)
        if first is not None:
            self.list.setCurrentItem(first)
            self.page.setFocus()

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_NAME):
            self.show_page(item.data(_NAME))

    def _follow_link(self, url: QUrl) -> None:
        self.show_page(url.toString().removesuffix(".md"))

    def _put(self, name: str) -> None:
        page = page_named(name)
        self._name = page.name
        self.page.show_text(page, self._look)
        self._mark()

    def _mark(self) -> None:
        item = next((one for one in self._items() if one.data(_NAME) == self._name), None)
        if item is not self.list.currentItem():
            self.list.blockSignals(True)
            self.list.setCurrentRow(-1 if item is None else self.list.row(item))
            self.list.blockSignals(False)

    def _renew(self) -> None:
        self._list()
        self._put(self._name)


class PageBrowser(QTextBrowser):
    """A page of the help, set in the report's own reading font; its pictures are as wide as the page at most."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: tuple[HelpPage, Look] | None = None
        self.setOpenLinks(False)
        self.setAccessibleName("Hjälpsidan")
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setProperty("paper", True)
        self.document().setDocumentMargin(_MARGIN)

    def show_text(self, page: HelpPage, look: Look) -> None:
        """Show a page."""
        self._shown = (page, look)
        self.setAccessibleDescription(page.title)
        self.document().setDefaultFont(look.chrome(_READING))
        self.setMarkdown(page.text)
        self._space_lines()
        self._tint_code(look)
        self._rule_tables(look)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _space_lines(self) -> None:
        """Give lines of words air; a line that is a picture has its own."""
        block = self.document().firstBlock()
        while block.isValid():
            airy = QTextBlockFormat()
            if _PICTURE not in block.text():
                airy.setLineHeight(130, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            if block.blockFormat().headingLevel():
                airy.setTopMargin(_ABOVE_HEADING if block.position() else 0)
                airy.setBottomMargin(_BELOW_HEADING)
            QTextCursor(block).mergeBlockFormat(airy)
            block = block.next()

    def _tint_code(self, look: Look) -> None:
        """Set what is to be typed in the page's own font on a tint: the computer's fixed one is of another size."""
        typed = QTextCharFormat()
        typed.setFont(look.chrome(_READING))
        typed.setBackground(QColor(look.theme.hover))
        cursor = QTextCursor(self.document())
        for start, end in list(self._code()):
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(typed)

    def _code(self) -> Iterator[tuple[int, int]]:
        """Yield where what is to be typed begins and ends."""
        block = self.document().firstBlock()
        while block.isValid():
            at = block.begin()
            while not at.atEnd():
                part = at.fragment()
                if part.charFormat().fontFixedPitch():
                    yield part.position(), part.position() + part.length()
                at += 1
            block = block.next()

    def _rule_tables(self, look: Look) -> None:
        """Give the tables thin rules and the page's width, so that their columns stand under each other."""
        for table in self.document().rootFrame().childFrames():
            if not isinstance(table, QTextTable):
                continue
            ruled = table.format()
            ruled.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
            share = 100 / table.columns()
            ruled.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, share)] * table.columns())
            ruled.setBorderCollapse(True)
            ruled.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            ruled.setBorder(1)
            ruled.setBorderBrush(QColor(look.theme.line))
            ruled.setCellPadding(4)
            table.setFormat(ruled)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the pictures in the page's new width."""
        super().resizeEvent(event)
        if self._shown is not None and event.size().width() != event.oldSize().width():
            at = self.verticalScrollBar().value()
            self.show_text(*self._shown)
            self.verticalScrollBar().setValue(at)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Return a picture of the help, in dark colours where the window has them, no wider than the page."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        path = name.toString() if isinstance(name, QUrl) else name
        *folder, file = path.split("/")
        is_dark = self._shown is not None and self._shown[1].theme.is_dark
        image = QImage(str(resource("help", *folder, *((DARK,) if is_dark else ()), file)))
        room = min(max(self.viewport().width() - 3 * _MARGIN, 200), image.width() // DRAWN_AT)
        scale = self.devicePixelRatioF()
        if image.width() > room * scale:
            image = image.scaledToWidth(round(room * scale), Qt.TransformationMode.SmoothTransformation)
        image.setDevicePixelRatio(image.width() / room)
        return image
