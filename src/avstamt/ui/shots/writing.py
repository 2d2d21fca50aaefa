"""The screens of one who writes: a text with its buttons, linked figures, underlines, cells, and a report that is new."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu

from avstamt.domain.place import Place
from avstamt.domain.text import rich
from avstamt.templates.skeleton import skeleton
from avstamt.ui.editors.rich import RichEditor
from avstamt.ui.figures.linking import Linking
from avstamt.ui.findings.panel import LevelButton
from avstamt.ui.photographer import Photographer
from avstamt.ui.report_view import ReportView
from avstamt.ui.shots.act import Act, NotHere, show_section, show_told
from avstamt.ui.tables.view import SheetView

_SLIPS = (
    "Familjen fick ett tilfälligt boende i väntan på en egen bostad. Målet uppfylls inte, och det var fler hushåll  än "
    "året innan. Av 16 hushåll fick 9 hushåll en egen bostad under tertial 4."
)
_LONG = (
    "Barn, unga och vuxna med omfattande och sammansatta behov av stöd, och deras anhöriga, får rätt insats i rätt tid, "
    "av en personal som har den kompetens som krävs, oavsett var i staden de bor"
)


def writing(photographer: Photographer, view: ReportView) -> None:
    """A text that is being written, with its buttons."""
    _editor(photographer, view)
    photographer.keep("skriva")


def table_in_text(photographer: Photographer, view: ReportView) -> None:
    """A small table in the text."""
    _editor(photographer, view)
    photographer.window.actions_.by_name["insert_table"].trigger()
    photographer.keep("tabell-i-text")


def linking(photographer: Photographer, view: ReportView) -> None:
    """The menu from which a figure is linked, and the linked figure with its mark in the text."""
    _place, editor = _editor(photographer, view)
    tied = editor.findChild(Linking)
    if tied is None:
        raise NotHere
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.textCursor().insertText(" Utfallet innebär ")
    tied.open_menu()
    menu = tied.menu
    if menu is None:
        raise NotHere
    menu.list.setCurrentIndex(menu.choices.index(min(3, menu.choices.rowCount() - 1)))
    photographer.keep("lanka-siffra")
    menu.picked.emit()
    menu.hide()
    editor.moveCursor(QTextCursor.MoveOperation.Left)
    photographer.keep("lankad-siffra")


def underlines(photographer: Photographer, view: ReportView) -> None:
    """A text with slips of every level underlined, and the menu at one of them."""
    place, editor = _editor(photographer, view)
    text = rich(_SLIPS)
    view.desk.document.set_value(place, text, "exempel")
    view.checker.run()
    photographer.rest()
    photographer.keep("understrykning")
    at = _SLIPS.index("tilfälligt")
    editor.focus_block(text.blocks[0].id, (at, at))
    editor.suggestions_wanted.emit()
    photographer.rest()
    if (menu := next((one for one in editor.findChildren(QMenu) if one.isVisible()), None)) is not None:
        corner = editor.mapTo(photographer.window, editor.cursorRect().bottomLeft()) + QPoint(8, 12)
        photographer.keep("forslag", over=(menu, corner))
        menu.close()


def cells(photographer: Photographer, view: ReportView) -> None:
    """A cell that is being written in, and one with a wrong figure."""
    show_section(view, lambda one: bool(one.tables))
    table = view.area.findChild(SheetView)
    if table is None:
        raise NotHere
    index = table.sheet.index(1, 2)
    table.go_to(index)
    table.edit(index)
    photographer.keep("cell-skriva")
    table.setFocus()
    table.sheet.setData(index, "ungefär tolv")
    table.sheet.setData(table.sheet.index(0, 2), "99 999 999,5")
    table.go_to(table.sheet.index(0, 2))
    view.checker.run()
    photographer.keep("cell-fel")


def names(photographer: Photographer, view: ReportView) -> None:
    """A goal with a long name, and one with none."""
    title = show_told(view).parent / "title"
    view.desk.document.set_value(title, _LONG, "exempel")
    view.show_place(title)
    photographer.keep("langt-namn")
    view.desk.document.set_value(title, "", "exempel")
    view.checker.run()
    photographer.keep("utan-namn")


def nothing(photographer: Photographer, view: ReportView) -> None:
    """A new report: a part where nothing is filled in, and the findings of levels that are hidden."""
    report = view.desk.document.report
    empty = skeleton(view.desk.catalogue, report.kind, report.level, report.year, "Enheten för råd och stöd")
    photographer.window.session.new(empty)
    photographer.rest()
    new = photographer.window.tabs.current
    if new is None:
        raise NotHere
    new.checker.run()
    photographer.keep("ny-tom")
    new.show_place(Place.of("goals", new.desk.document.report.goals[-1].id))
    photographer.keep("ny-mal")
    if any(one.tables for one in new.desk.document.report.sections):
        show_section(new, lambda one: bool(one.tables))
        photographer.keep("ny-ekonomi")
    for level in new.findings.findChildren(LevelButton):
        level.setChecked(False)
    photographer.keep("utan-anmarkningar")


def _editor(photographer: Photographer, view: ReportView) -> tuple[Place, RichEditor]:
    """Go to the analysis of a goal that can be written on; raises NotHere."""
    place = show_told(view)
    view.show_place(place)
    photographer.rest()
    page = view.area.page
    editor = page.fields[place].editor if page is not None else None
    if not isinstance(editor, RichEditor) or editor.isReadOnly():
        raise NotHere
    return place, editor


WRITING = (
    Act(("skriva",), writing),
    Act(("tabell-i-text",), table_in_text),
    Act(("lanka-siffra", "lankad-siffra"), linking),
    Act(("understrykning", "forslag"), underlines),
    Act(("cell-skriva", "cell-fel"), cells),
    Act(("langt-namn", "utan-namn"), names),
    Act(("ny-tom", "ny-mal", "ny-ekonomi", "utan-anmarkningar"), nothing),
)
