"""The screens that pictures are kept of, each reached the way a user reaches it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from avstamt.domain.goal import Goal
from avstamt.domain.place import Place
from avstamt.domain.section import Section
from avstamt.domain.text import rich
from avstamt.ui.dialogs.new_report import NewReportDialog
from avstamt.ui.editors.rich import RichEditor
from avstamt.ui.figures.linking import Linking
from avstamt.ui.findings.card import FindingCard
from avstamt.ui.goto.palette import Palette
from avstamt.ui.help.screens import help_pages, tour
from avstamt.ui.messages import Offer, Tone
from avstamt.ui.photographer import Photographer
from avstamt.ui.report_view import ReportView

UNIT = "verksamhetsberattelse-2024-enhet.avst"
COMMITTEE = "tertialrapport-1-2024-namnd.avst"
_MANY = 4
_SLIPS = (
    "Familjen bodde på ett vandrahem i väntan på en egen bostad. Målet uppfylls inte, och det var fler hushåll  än "
    "året innan. Av 16 hushåll fick 9 hushåll en egen bostad under tertial 4."
)
_LINKED = "g7"
"""The goal of the unit's sample whose text a figure is linked in."""

PLAN = "verksamhetsplan-2025-enhet.avst"


def start(photographer: Photographer) -> None:
    """The start, without recent files."""
    photographer.keep("start")


def goal(photographer: Photographer) -> None:
    """A goal with its analysis, and a finding laid open beside it."""
    view = photographer.open_sample(UNIT)
    photographer.keep("rapport")
    _show_goal(view, lambda one: bool(one.analysis and one.analysis.blocks))
    photographer.keep("mal")
    view.findings.step(2)
    photographer.keep("anmarkning")
    card = view.findings.list.indexWidget(view.findings.list.currentIndex())
    if isinstance(card, FindingCard):
        card.open_reason()
    photographer.keep("skal")


def indicators(photographer: Photographer) -> None:
    """A table of indicators with a cell chosen."""
    view = _current(photographer)
    made = _show_goal(view, lambda one: len(one.indicators) > 1)
    indicator = made.indicators[0]
    view.show_place(Place.of("goals", made.id, "indicators", indicator.id, "outcome"))
    photographer.keep("indikatorer")


def writing(photographer: Photographer) -> None:
    """A text that is being written, with its buttons."""
    view = _current(photographer)
    made = _show_goal(view, lambda one: bool(one.analysis and one.analysis.blocks) and not one.locked)
    view.show_place(Place.of("goals", made.id, "analysis"))
    photographer.keep("skriva")


def economy(photographer: Photographer) -> None:
    """An economy table."""
    view = _current(photographer)
    _show_section(view, lambda one: bool(one.tables))
    photographer.keep("ekonomi")


def linking(photographer: Photographer) -> None:
    """The menu from which a figure is linked, and the linked figure with its mark in the text."""
    view = _current(photographer)
    place = Place.of("goals", _LINKED, "analysis")
    view.show_place(place)
    photographer.rest()
    page = view.area.page
    editor = page.fields[place].editor if page is not None else None
    if isinstance(editor, RichEditor) and (tied := editor.findChild(Linking)) is not None:
        editor.moveCursor(QTextCursor.MoveOperation.End)
        editor.textCursor().insertText(" Utfallet innebär ")
        tied.open_menu()
        if (menu := tied.menu) is not None:
            menu.list.setCurrentIndex(menu.choices.index(3))
            photographer.keep("lanka-siffra")
            menu.picked.emit()
            menu.hide()
        editor.moveCursor(QTextCursor.MoveOperation.Left)
        photographer.keep("lankad-siffra")


def message(photographer: Photographer) -> None:
    """The message bar, calm and in trouble, above a section."""
    view = _current(photographer)
    _show_section(view, lambda one: one.key == "summary")
    bar = photographer.window.messages
    bar.say(
        "Rapporten är skriven till Verksamhetsberättelse 2024.docx.",
        Tone.DONE,
        Offer("Öppna filen", bar.clear),
        Offer("Öppna mappen", bar.clear),
    )
    photographer.keep("avsnitt")
    bar.say(
        "Filen ’Plan.avst’ gick inte att spara: disken är full. Originalet är orört. Frigör plats, eller spara på en annan plats under Spara som.",
        Tone.TROUBLE,
    )
    photographer.keep("hinder")
    bar.say_busy("Läser tertialrapport-1-2024.txt …", 0, 0, Offer("Avbryt", bar.clear))
    photographer.keep("forlopp")
    bar.clear()


def committee(photographer: Photographer) -> None:
    """A nämnd's front page and its wide tables, in a second tab."""
    view = photographer.open_sample(COMMITTEE)
    view.show_place(Place.of("front"))
    photographer.keep("framsida")
    _show_section(view, lambda one: any(len(table.columns) > _MANY for table in one.tables))
    photographer.keep("prognos")
    photographer.close_all()


def plan(photographer: Photographer) -> None:
    """A goal of a plan, without findings and outline folded out."""
    view = photographer.open_sample(PLAN)
    _show_goal(view, lambda one: one.working_method is not None)
    photographer.window.actions_.by_name["findings"].trigger()
    photographer.window.actions_.by_name["outline"].trigger()
    photographer.keep("plan-lugn")
    photographer.window.actions_.by_name["findings"].trigger()
    photographer.window.actions_.by_name["outline"].trigger()
    photographer.close_all()


def preview(photographer: Photographer) -> None:
    """The pages as they will print, beside the goal that is worked on."""
    view = photographer.open_sample(UNIT)
    made = _show_goal(view, lambda one: bool(one.analysis and one.analysis.blocks) and not one.locked)
    photographer.window.actions_.by_name["preview"].trigger()
    view.show_place(Place.of("goals", made.id, "analysis"))
    photographer.wait_for(lambda: view.beside.preview.is_at_rest)
    photographer.keep("forhandsvisning")
    photographer.window.actions_.by_name["preview"].trigger()
    photographer.close_all()


def search(photographer: Photographer) -> None:
    """Words that were found, with the fields for replacing them, and the words marked in the text."""
    view = photographer.open_sample(UNIT)
    photographer.window.actions_.by_name["replace"].trigger()
    panel = view.beside.search
    panel.controls.words.setText("procent")
    panel.controls.replacement.setText("%")
    panel.look()
    panel.step(1)
    panel.step(1)
    photographer.keep("sok")
    panel.close_wanted.emit()
    photographer.close_all()


def palette(photographer: Photographer) -> None:
    """The palette with a few letters typed."""
    view = photographer.open_sample(UNIT)
    _show_goal(view, lambda one: bool(one.analysis and one.analysis.blocks))
    photographer.window.actions_.by_name["go_to"].trigger()
    photographer.keep("ga-till")
    shown = photographer.window.findChild(Palette)
    if shown is not None:
        shown.line.setText("ans")
        photographer.keep("ga-till-sokt")
        shown.close_palette()
    photographer.close_all()


def two_places(photographer: Photographer) -> None:
    """Last year's report beside this year's, at the same goal; and two places of one report."""
    photographer.open_sample(PLAN)
    view = photographer.open_sample(UNIT)
    made = _show_goal(view, lambda one: bool(one.analysis and one.analysis.blocks) and not one.locked)
    photographer.window.actions_.by_name["split_view"].trigger()
    photographer.keep("tva-stallen")
    second = view.beside.second
    second.sources.setCurrentIndex(1)
    second.sources.activated.emit(1)
    view.show_place(Place.of("goals", made.id, "analysis"))
    photographer.keep("tva-rapporter")
    photographer.window.actions_.by_name["split_view"].trigger()
    photographer.close_all()


def new_report(photographer: Photographer) -> None:
    """The dialog for a new report."""
    dialog = NewReportDialog(photographer.window.look, photographer.window.session.catalogue, photographer.window)
    dialog.setWindowModality(Qt.WindowModality.NonModal)
    dialog.show()
    photographer.keep("ny-rapport", dialog)
    dialog.close()
    dialog.deleteLater()


def underlines(photographer: Photographer) -> None:
    """A text with slips of every level underlined, the menu at one of them, and the findings by rule."""
    view = photographer.open_sample(UNIT)
    made = _show_goal(view, lambda one: bool(one.analysis and one.analysis.blocks) and not one.locked)
    place = Place.of("goals", made.id, "analysis")
    view.desk.document.set_value(place, rich(_SLIPS), "exempel")
    view.show_place(place)
    view.checker.run()
    view.findings.arrange()
    photographer.rest()
    photographer.keep("understrykning")
    photographer.close_all()


SCREENS = (
    start,
    goal,
    indicators,
    writing,
    linking,
    economy,
    message,
    committee,
    plan,
    preview,
    search,
    palette,
    two_places,
    underlines,
    help_pages,
    tour,
    new_report,
)


def of_file(path: Path) -> Callable[[Photographer], None]:
    """Return the screens of a report that is not a sample: its first page, a goal with indicators, a finding."""

    def take(photographer: Photographer) -> None:
        view = photographer.open(path)
        photographer.keep(f"{path.stem}-rapport")
        if any(one.indicators for one in view.desk.document.report.goals):
            _show_goal(view, lambda one: bool(one.indicators))
            photographer.keep(f"{path.stem}-mal")
        view.findings.step(2)
        photographer.keep(f"{path.stem}-anmarkning")
        if any(one.tables for one in view.desk.document.report.sections):
            _show_section(view, lambda one: bool(one.tables))
            photographer.keep(f"{path.stem}-ekonomi")
        photographer.close_all()

    return take


def _current(photographer: Photographer) -> ReportView:
    view = photographer.window.tabs.current
    if view is None:
        raise RuntimeError("ingen rapport är öppen")
    return view


def _show_goal(view: ReportView, fits: Callable[[Goal], bool]) -> Goal:
    made = next(one for one in view.desk.document.report.goals if fits(one))
    view.show_place(Place.of("goals", made.id))
    return made


def _show_section(view: ReportView, fits: Callable[[Section], bool]) -> Section:
    made = next(one for one in view.desk.document.report.sections if fits(one))
    view.show_place(Place.of("sections", made.id))
    return made
