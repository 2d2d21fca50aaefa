"""What is found and said about the fields and tables of a page, shown where it stands."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from avstamt.domain.place import Place
from avstamt.ui.desk import Desk
from avstamt.ui.editors.rich import RichEditor
from avstamt.ui.forms.field import Field
from avstamt.ui.marks.commented import as_lines, comments_within
from avstamt.ui.marks.explaining import as_tool_tip
from avstamt.ui.marks.field_marks import FieldMarks
from avstamt.ui.marks.mark import Underlines
from avstamt.ui.marks.sheet_marks import SheetMarks
from avstamt.ui.marks.text_marks import TextMarks
from avstamt.ui.tables.view import SheetView


class PageMarks(QObject):
    """The findings and comments of one page. `asked_for` carries a finding to show, and whether to ask for a reason.

    `menu_opens` carries a menu about to be shown for what has the focus, for others to add to; `comments_wanted` the
    place whose comments the user wants to read, `commented` the id of the comment about what the caret stands in;
    `nothing_here` says that there is nothing to mend.
    """

    asked_for = Signal(object, bool)
    nothing_here = Signal(str)
    menu_opens = Signal(QMenu)
    comments_wanted = Signal(Place)
    commented = Signal(str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._fields: dict[Place, tuple[Field, TextMarks | FieldMarks]] = {}
        self._sheets: list[SheetMarks] = []
        self._underlines: Underlines | None = None
        desk.document.changed.connect(self._follow)

    def add_field(self, place: Place, field: Field) -> None:
        """Show what there is about a field."""
        editor = field.editor
        marks: TextMarks | FieldMarks
        if isinstance(editor, RichEditor):
            marks = TextMarks(self._desk, place, editor, self._desk.own_words)
            marks.commented.connect(self.commented)
        else:
            marks = FieldMarks(self._desk, place, field, editor)
        self._fields[place] = (field, marks)
        field.comments_wanted.connect(partial(self.comments_wanted.emit, place))
        self._tell_comments(place, field)
        self._connect(marks)

    def add_sheet(self, view: SheetView) -> None:
        """Show what there is about the cells of a table."""
        marks = SheetMarks(self._desk, view)
        self._sheets.append(marks)
        self._connect(marks)

    def drop(self, place: Place) -> None:
        """Forget the field at a place."""
        self._fields.pop(place, None)

    def show(self, underlines: Underlines) -> None:
        """Show what a run of the rules found."""
        self._underlines = underlines
        for sheet in self._sheets:
            sheet.show(underlines)
        for place, (field, marks) in self._fields.items():
            marks.show(underlines)
            field.explain(as_tool_tip(underlines.within(place)))

    def _connect(self, marks: TextMarks | FieldMarks | SheetMarks) -> None:
        marks.asked_for.connect(self.asked_for)
        marks.nothing_here.connect(self.nothing_here)
        marks.menu_opens.connect(self.menu_opens)
        if self._underlines is not None:
            marks.show(self._underlines)

    def _follow(self, changed: Place) -> None:
        if changed.path and changed.path[0] != "comments":
            return
        for place, (field, _marks) in self._fields.items():
            self._tell_comments(place, field)

    def _tell_comments(self, place: Place, field: Field) -> None:
        comments = comments_within(self._desk.document.report, place)
        field.show_comments(len(comments), as_lines(comments))
