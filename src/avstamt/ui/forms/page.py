"""What every page is made of: fields bound to places, tables, and the way to any of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu, QWidget

from avstamt.domain.finding import Level
from avstamt.domain.locks import lock_reason
from avstamt.domain.place import Place, exists, remove, value_at
from avstamt.domain.text import Paragraph, RichText
from avstamt.ui.binding import Binding
from avstamt.ui.desk import Desk
from avstamt.ui.editors.growing import GrowingEdit, bring_into_sight
from avstamt.ui.editors.line import LineEditor
from avstamt.ui.editors.paper import Editor
from avstamt.ui.editors.rich import RichEditor
from avstamt.ui.editors.title import TitleEditor
from avstamt.ui.figures.linking import Linking
from avstamt.ui.forms.field import Field
from avstamt.ui.forms.page_marks import PageMarks
from avstamt.ui.forms.room import Column, Room
from avstamt.ui.forms.sheet_panel import SheetPanel
from avstamt.ui.tables.view import SheetView

_ORDER = tuple(Level)
GAP = 20
_HEAD_STEPS = 2
"""Steps of a place that a part of the report has: what lies in other parts is no concern of a page."""
_HEAD = 240
"""How far below the top of its field a caret may be for both to be in sight, in the lowest window."""
_FIELD = 100
"""Pixels that a labelled text is high, at least, with its label and the room above the next."""

_LETTERS, _LINE = 90, 18
"""Letters on a line, at most, and how high one is, at least."""

_PAUSE = 30
"""Milliseconds after a page is shown before what lies below is made: long enough for it to be drawn first."""

_SETTLES = 8
"""Times, at most, that a layout is asked anew until a table in it has the height of its rows."""

_UNPLACED = "Stycken med färgad bakgrund kunde inte placeras säkert vid inläsningen."


class Page(QWidget):
    """The form of one part of the report. `blocked` carries why something could not be done.

    `menu_opens` carries a menu about to be shown for what has the focus, for others to add to; `comments_wanted` the
    place whose comments the user wants to read; `grown` tells that what lies below what is seen at first was made.
    """

    blocked = Signal(str)
    menu_opens = Signal(QMenu)
    comments_wanted = Signal(Place)
    asked_for = Signal(Place)
    finding_asked_for = Signal(object, bool)
    grown = Signal()

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.place = place
        self.made: dict[Place, Field] = {}
        """The fields that are made already; `fields` makes the others first."""
        self.tables_made: list[SheetPanel] = []
        self._waiting: list[Callable[[], None]] = []
        self._height = 0
        self._levels: Mapping[Place, Level] = {}
        self.marks = PageMarks(desk, self)
        self.marks.asked_for.connect(self.finding_asked_for)
        self.marks.nothing_here.connect(self.blocked)
        self.marks.menu_opens.connect(self.menu_opens)
        self.marks.comments_wanted.connect(self.comments_wanted)
        self.column = Column(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GAP)

    @property
    def fields(self) -> dict[Place, Field]:
        """Return all fields of the page by their places."""
        self.complete()
        return self.made

    @property
    def sheets(self) -> list[SheetPanel]:
        """Return all tables of the page."""
        self.complete()
        return self.tables_made

    def in_turn(self, make: Callable[[], None], height: int = 0) -> None:
        """Make a piece of the page, at least so high: at once, or where it lies below the window, when that is shown.

        What a page holds is seen at once, however long it is; nothing that is seen moves when the rest comes.
        """
        if self._waiting or self._height > self._in_sight():
            if not self._waiting:
                QTimer.singleShot(_PAUSE, self, self._make_next)
            self._waiting.append(make)
        else:
            make()
            self._height += height

    def _in_sight(self) -> int:
        """Return how high the part of a page is that is seen: it is made on a sheet that scrolls."""
        sheet = self.parentWidget()
        around = sheet.parentWidget() if sheet is not None else None
        return (around or self).height()

    def take_room(self, room: Room) -> None:
        """Let the page's tables use the room beside the text."""
        self.column.take_room(room)

    def put(self, piece: QWidget) -> None:
        """Put a piece last on the page, and show it where the page is shown and the piece does not hide itself."""
        self.column.hold(piece)
        if self.isVisible() and not piece.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            piece.show()

    def complete(self) -> None:
        """Make what still waits to be made."""
        while self._waiting:
            self._make_one()

    def _make_next(self) -> None:
        """Make one more piece, and leave the others for when what the user does has been done."""
        if self._waiting and not self.isHidden():
            self._make_one()
            QTimer.singleShot(0, self, self._make_next)

    def _make_one(self) -> None:
        make = self._waiting.pop(0)
        if not exists(self.desk.document.report, self.place):
            self._waiting.clear()  # the part is gone, and the page with it
            return
        self.setUpdatesEnabled(False)
        make()
        self._settle()
        self.setUpdatesEnabled(True)
        if not self._waiting:
            self.show_levels(self._levels)
            self.grown.emit()

    def _settle(self) -> None:
        """Let all find its place before anything is drawn: a table knows its height by its width."""
        for _ in range(_SETTLES):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            if self.height() == self.column.heightForWidth(self.width()):
                break

    def line(self, place: Place, label: str, guidance: str = "", parent: QWidget | None = None) -> Field:
        """Return a field of one line, bound to `place`; `parent` is what it stands on, if not the page itself."""
        lock = lock_reason(self.desk.document.report, place)
        editor = LineEditor()
        editor.set_locked(bool(lock))
        field = Field(self.desk.look, label, editor, guidance=guidance, lock=lock, parent=parent or self)
        return self.bound(place, field, editor)

    def text(self, place: Place, label: str, guidance: str = "", parent: QWidget | None = None) -> Field:
        """Return a field of rich text, bound to `place`; `parent` is what it stands on, if not the page itself."""
        lock = lock_reason(self.desk.document.report, place)
        editor = RichEditor(self.desk.look)
        editor.struck.connect(self.desk.document.struck)
        editor.set_locked(bool(lock))
        value = value_at(self.desk.document.report, place)
        doubt = _UNPLACED if isinstance(value, RichText) and _has_unplaced(value) else ""
        field = Field(self.desk.look, label, editor, guidance=guidance, lock=lock, doubt=doubt, parent=parent or self)
        self.bound(place, field, editor)
        self._link(place, field, editor)
        return field

    def _link(self, place: Place, field: Field, editor: RichEditor) -> None:
        """Let the text link to the report's figures."""
        linking = Linking(self.desk, place, editor)
        linking.go_to.connect(self.asked_for)
        if field.bar is not None:
            field.bar.offer(linking.offering)

    def bound(self, place: Place, field: Field, editor: Editor) -> Field:
        """Bind a field and make it known to the page."""
        Binding(self.desk.document, place, f"ändring av {field.label.text()}", editor, field)
        return self.known(place, field)

    def known(self, place: Place, field: Field) -> Field:
        """Make a field known to the page."""
        self.made[place] = field
        self.marks.add_field(place, field)
        return field

    def table(self, panel: SheetPanel) -> SheetPanel:
        """Make a table known to the page."""
        panel.blocked.connect(self.blocked)
        panel.go_to_wanted.connect(self.asked_for)
        self.marks.add_sheet(panel.view)
        self.tables_made.append(panel)
        return panel

    def drop(self, place: Place) -> None:
        """Forget the field at `place` and take it off the page."""
        field = self.fields.pop(place)
        self.marks.drop(place)
        field.hide()
        field.deleteLater()

    def remove_node(self, place: Place, title: str) -> None:
        """Take the node at `place` out of the report."""
        self.desk.document.change(place.parent, lambda report: remove(report, place), title)

    def focus_place(self, place: Place) -> bool:
        """Put the focus where `place` is edited, its span marked; tell whether it is on this page."""
        QTimer.singleShot(0, self._reveal)  # once more when everything on a new page has found its height
        for panel in self.sheets:
            index = panel.sheet.index_of(place)
            if index.isValid() and not any(place.is_within(field) for field in self.fields):
                panel.view.go_to(index)
                return True
        within = [known for known in self.fields if place.is_within(known)]
        if not within:
            return False
        known = max(within, key=lambda other: len(other.path))
        self._focus_editor(self.fields[known].editor, known, place)
        return True

    def focus_first(self) -> None:
        """Put the focus in the first field that is shown."""
        for field in self.made.values():
            if not field.isHidden():
                field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def show_levels(self, levels: Mapping[Place, Level]) -> None:
        """Show where there are findings."""
        self._levels = levels
        heads = {place.path[:_HEAD_STEPS] for place in self.made}
        near = {at: level for at, level in levels.items() if heads & {at.path[:1], at.path[:_HEAD_STEPS]}}
        for place, field in self.made.items():
            here = [level for found, level in near.items() if found.is_within(place)]
            field.show_level(min(here, key=_ORDER.index) if here else None)
        for panel in self.tables_made:
            panel.sheet.set_levels(levels)

    def _reveal(self) -> None:
        focused = self.focusWidget()
        if isinstance(focused, SheetView) and focused.hasFocus():
            bring_into_sight(focused.viewport(), focused.visualRect(focused.currentIndex()))
        elif isinstance(focused, GrowingEdit) and focused.hasFocus():
            bring_into_sight(focused.viewport(), focused.cursorRect())
            self._show_head(focused)

    def _show_head(self, editor: GrowingEdit) -> None:
        """Let the label and buttons above a field be seen whole, where the caret is in its first lines."""
        field, caret = editor.parentWidget() or self, editor.cursorRect()
        bottom = editor.viewport().mapTo(field, caret.bottomLeft()).y()
        if bottom < _HEAD:
            bring_into_sight(field, QRect(0, 0, 1, bottom))

    def _focus_editor(self, editor: QWidget, known: Place, place: Place) -> None:
        below = place.path[len(known.path) :]
        if isinstance(editor, RichEditor) and below[:1] == ("blocks",) and len(below) > 1:
            editor.focus_block(below[1], place.span)
            return
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_sight(editor, editor.rect())
        if isinstance(editor, LineEditor) and place.span is not None:
            editor.setSelection(place.span[0], place.span[1] - place.span[0])
        elif isinstance(editor, TitleEditor) and place.span is not None:
            editor.mark(place.span)


def height_of(text: RichText) -> int:
    """Return how high a field with a text is at least, in pixels."""
    return _FIELD + len(text.plain) // _LETTERS * _LINE


def _has_unplaced(text: RichText) -> bool:
    return any(isinstance(block, Paragraph) and block.unplaced for block in text.blocks)
