"""The screens of one who reads a report: its parts, tables and findings, the pages, and what is sought."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from avstamt.domain.place import Place
from avstamt.domain.report import Report
from avstamt.resources import resource
from avstamt.ui.findings.card import FindingCard
from avstamt.ui.goto.palette import Palette
from avstamt.ui.photographer import Photographer
from avstamt.ui.report_view import ReportView
from avstamt.ui.shots.act import Act, NotHere, is_told, show_goal, show_section, show_told

_OTHER = "verksamhetsplan-2025-enhet.avst"
_MANY = 4


def report(photographer: Photographer, _view: ReportView) -> None:
    """The first thing one sees of a report, and its front page."""
    photographer.keep("rapport")


def front(photographer: Photographer, view: ReportView) -> None:
    """The front page."""
    if view.desk.document.report.front is None:
        raise NotHere
    view.show_place(Place.of("front"))
    photographer.keep("framsida")


def goal(photographer: Photographer, view: ReportView) -> None:
    """A goal with its analysis, a finding laid open beside it, why it is one, and the field for the reason."""
    show_goal(view, is_told)
    photographer.keep("mal")
    if not view.found:
        return
    view.findings.step(2)
    photographer.keep("anmarkning")
    card = view.findings.list.indexWidget(view.findings.list.currentIndex())
    if isinstance(card, FindingCard):
        card.open_reason()
    photographer.keep("skal")
    view.findings.arrange()
    photographer.keep("efter-regel")


def indicators(photographer: Photographer, view: ReportView) -> None:
    """A table of indicators with a cell chosen."""
    made = show_goal(view, lambda one: len(one.indicators) > 1)
    view.show_place(Place.of("goals", made.id, "indicators", made.indicators[0].id, "outcome"))
    photographer.keep("indikatorer")


def activities(photographer: Photographer, view: ReportView) -> None:
    """A table of activities with a cell chosen."""
    made = show_goal(view, lambda one: bool(one.activities))
    view.show_place(Place.of("goals", made.id, "activities", made.activities[0].id, "text"))
    photographer.keep("aktiviteter")


def economy(photographer: Photographer, view: ReportView) -> None:
    """An economy table, and one with many columns."""
    first = show_section(view, lambda one: bool(one.tables))
    photographer.keep("ekonomi")
    show_section(view, lambda one: one is not first and any(len(table.columns) > _MANY for table in one.tables))
    photographer.keep("prognos")


def section(photographer: Photographer, view: ReportView) -> None:
    """A section of text."""
    show_section(view, lambda one: bool(one.text.plain.strip()))
    photographer.keep("avsnitt")


def calm(photographer: Photographer, view: ReportView) -> None:
    """A goal without findings and outline folded out."""
    show_goal(view, is_told)
    actions = photographer.window.actions_.by_name
    for name in ("findings", "outline"):
        actions[name].trigger()
    photographer.keep("lugn")
    for name in ("findings", "outline"):
        actions[name].trigger()


def preview(photographer: Photographer, view: ReportView) -> None:
    """The pages as they will print, beside the goal that is worked on."""
    place = show_told(view)
    photographer.window.actions_.by_name["preview"].trigger()
    view.show_place(place)
    photographer.wait_for(lambda: view.beside.preview.is_at_rest)
    photographer.keep("forhandsvisning")
    photographer.window.actions_.by_name["preview"].trigger()


def search(photographer: Photographer, view: ReportView) -> None:
    """Words that were found, with the fields for replacing them, the words marked in the text; and none found."""
    photographer.window.actions_.by_name["replace"].trigger()
    panel = view.beside.search
    panel.controls.words.setText("procent")
    panel.controls.replacement.setText("%")
    panel.look()
    panel.step(1)
    panel.step(1)
    photographer.keep("sok")
    panel.controls.words.setText("vattenfall i fjällen")
    panel.look()
    photographer.keep("sok-inget")
    panel.close_wanted.emit()


def palette(photographer: Photographer, view: ReportView) -> None:
    """The palette as it opens, with a few letters typed, and with letters that nothing has."""
    show_goal(view, is_told)
    photographer.window.actions_.by_name["go_to"].trigger()
    photographer.keep("ga-till")
    shown = photographer.window.findChild(Palette)
    if shown is not None:
        shown.line.setText("ans")
        photographer.keep("ga-till-sokt")
        shown.line.setText("qqxz")
        photographer.keep("ga-till-inget")
        shown.close_palette()


def two_places(photographer: Photographer, view: ReportView) -> None:
    """Two places of one report; and another report beside this one."""
    photographer.open(resource("samples", _OTHER))
    photographer.window.tabs.show_document(view.desk.document)
    place = show_told(view)
    photographer.window.actions_.by_name["split_view"].trigger()
    photographer.keep("tva-stallen")
    second = view.beside.second
    second.sources.setCurrentIndex(1)
    second.sources.activated.emit(1)
    view.show_place(place)
    photographer.keep("tva-rapporter")
    photographer.window.actions_.by_name["split_view"].trigger()


def comparison(photographer: Photographer, view: ReportView) -> None:
    """The report held against an earlier one."""
    earlier: Report = view.desk.document.report.model_copy(update={"year": view.desk.document.report.year - 1})
    view.compare_with(
        earlier, f"{earlier.kind.label} {earlier.year} ({earlier.kind.label} {earlier.year} med nämndens tillägg.avst)"
    )
    photographer.keep("jamfor")
    view.stop_comparing()


def tour(photographer: Photographer, _view: ReportView) -> None:
    """The first step of the tour, and the one after."""
    desk = photographer.window.commands.help_desk
    desk.begin_tour()
    photographer.keep("rundtur")
    if desk.tour is not None:
        desk.tour.go_on()
        photographer.keep("rundtur-2")
        desk.tour.leave()


def menus(photographer: Photographer, _view: ReportView) -> None:
    """The menus of the bar."""
    bar = photographer.window.menuBar()
    for action in bar.actions():
        menu = action.menu()
        if not isinstance(menu, QMenu):
            continue
        corner = bar.mapTo(photographer.window, bar.actionGeometry(action).bottomLeft())
        menu.popup(bar.mapToGlobal(bar.actionGeometry(action).bottomLeft()))
        photographer.keep(f"meny-{action.text().replace('&', '').lower().replace('ä', 'a')}", over=(menu, corner))
        menu.hide()


READING = (
    Act(("rapport",), report),
    Act(("framsida",), front),
    Act(("mal", "anmarkning", "skal", "efter-regel"), goal),
    Act(("indikatorer",), indicators),
    Act(("aktiviteter",), activities),
    Act(("ekonomi", "prognos"), economy),
    Act(("avsnitt",), section),
    Act(("lugn",), calm),
    Act(("forhandsvisning",), preview),
    Act(("sok", "sok-inget"), search),
    Act(("ga-till", "ga-till-sokt", "ga-till-inget"), palette),
    Act(("tva-stallen", "tva-rapporter"), two_places),
    Act(("jamfor",), comparison),
    Act(("rundtur", "rundtur-2"), tour),
    Act(("meny-arkiv", "meny-redigera", "meny-delar", "meny-visa", "meny-granska", "meny-hjalp"), menus),
)
