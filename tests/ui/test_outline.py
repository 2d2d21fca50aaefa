"""The outline: the whole report in order, kept when the tree changes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from tests.builders import front_page, report, rich_report

from avstamt.domain.finding import Level
from avstamt.domain.goal import Assessment, GoalLevel
from avstamt.domain.place import ROOT, Place
from avstamt.templates.catalogue import catalogue
from avstamt.ui.desk import Desk
from avstamt.ui.document import Document
from avstamt.ui.outline.entries import entries
from avstamt.ui.outline.model import OutlineModel
from avstamt.ui.outline.panel import OutlinePanel

STRICT = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def document(application) -> Document:
    return Document(rich_report())


@pytest.fixture
def panel(qtbot, document, look) -> OutlinePanel:
    made = OutlinePanel(Desk(document, catalogue(), look), OutlineModel(document))
    qtbot.addWidget(made)
    made.show()
    return made


def titles(model: OutlineModel, parent: QModelIndex = QModelIndex(), depth: int = 0) -> list[str]:  # noqa: B008 - Qt's root
    found = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        found += ["  " * depth + index.data(), *titles(model, index, depth + 1)]
    return found


def test_it_shows_every_part_in_document_order(document):
    assert titles(OutlineModel(document)) == [
        "Verksamhetsberättelse",
        "Sammanfattande analys",
        "Uppföljning av kommunfullmäktiges mål",
        "  1 Ett Stockholm som håller samman",
        "    1.3 Stockholms stad ska ge stöd där behoven är som störst",
        "      Besökarna får snabbt svar",
        "Uppföljning av ekonomi",
        "  Uppföljning av driftbudget",
        "Övrigt",
    ]


def test_goals_without_a_section_of_their_own_stand_last():
    made = entries(report(*rich_report().goals))
    assert [entry.words for entry in made.below][-1] == "1 Ett Stockholm som håller samman"


def test_a_front_page_has_a_line_of_its_own():
    made = entries(report(front=front_page()))
    assert Place.of("front") in [entry.place for entry in made.all()]


def test_qts_own_tester_accepts_it_through_changes(document):
    model = OutlineModel(document)
    QAbstractItemModelTester(model, STRICT)
    document.set_value(Place.of("goals", "g3", "title"), "Ny titel", "Ändra")
    document.set_value(Place.of("goals"), (), "Töm")
    document.undo_stack.undo()
    assert len(model.places()) == 9


def test_a_line_is_read_aloud_with_level_assessment_and_findings(document):
    model = OutlineModel(document)
    model.show_counts({Place.of("goals", "g3"): {Level.ERROR: 2}})
    spoken = model.index_of(Place.of("goals", "g3")).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Besökarna får snabbt svar, enhetsmål, Uppfylls helt, Fel: 2"


def test_a_changed_title_or_assessment_is_drawn_without_losing_the_place(panel, document, qtbot):
    panel.view.choose(Place.of("goals", "g3"))
    with qtbot.waitSignal(panel.model.dataChanged):
        document.set_value(Place.of("goals", "g3", "assessment"), Assessment.NOT, "Ändra")
    assert panel.view.place == Place.of("goals", "g3")


def test_the_choice_is_kept_when_the_tree_changes_elsewhere(panel, document):
    panel.view.choose(Place.of("sections", "s4"))
    document.set_value(Place.of("goals"), (), "Töm")
    assert panel.view.place == Place.of("sections", "s4")
    assert panel.view.currentIndex().data() == "Uppföljning av driftbudget"


def test_when_the_chosen_part_goes_its_neighbour_is_chosen(panel):
    panel.view.choose(Place.of("goals", "g3"))
    panel.remove()
    assert panel.view.place == Place.of("goals", "g2")


def test_a_goal_is_added_below_the_chosen_one_and_chosen(panel, document):
    panel.view.choose(Place.of("goals", "g2"))
    panel.add_goal(GoalLevel.COMMITTEE)
    added = document.report.goals[-1]
    assert (added.level, added.parent) == (GoalLevel.COMMITTEE, "g2")
    assert panel.view.place == Place.of("goals", added.id)
    document.undo_stack.undo()
    assert len(document.report.goals) == 3


def test_a_section_is_added_after_or_below_the_chosen_one(panel, document):
    panel.view.choose(Place.of("sections", "s1"))
    panel.add_section(below=False)
    assert document.report.sections[1].parent is None
    panel.view.choose(Place.of("sections", "s1"))
    panel.add_section(below=True)
    assert document.report.sections[1].parent == "s1"


def test_what_may_be_added_depends_on_the_chosen_part(panel):
    panel.view.choose(Place.of("goals", "g3"))
    assert [action.text() for action in panel.parts_menu().actions() if action.text()] == ["Lägg till avsnitt efter"]
    panel.view.choose(Place.of("goals", "g2"))
    assert "Lägg till nämndmål" in [action.text() for action in panel.parts_menu().actions()]


def test_the_report_itself_cannot_be_removed_and_says_so(panel, qtbot):
    panel.view.choose(ROOT)
    with qtbot.waitSignal(panel.blocked) as told:
        panel.remove()
    assert told.args == ["Uppgifterna om rapporten kan inte tas bort."]


def test_a_locked_goal_cannot_be_moved_and_says_why(panel, document, qtbot):
    document.set_value(Place.of("goals", "g2", "locked"), True, "Lås")  # noqa: FBT003 - the field's value
    panel.view.choose(Place.of("goals", "g2"))
    with qtbot.waitSignal(panel.blocked) as told:
        panel.move_up()
    assert told.args == ["Delen kan inte flyttas. Målet är beslutat av kommunfullmäktige."]


def test_a_closed_branch_stays_closed(panel, document):
    index = panel.model.index_of(Place.of("goals", "g1"))
    panel.view.collapse(index)
    document.change(Place.of("sections"), lambda old: old.model_copy(update={"sections": old.sections[:4]}), "Ta bort")
    assert not panel.view.isExpanded(panel.model.index_of(Place.of("goals", "g1")))
    assert panel.view.isExpanded(panel.model.index_of(Place.of("sections", "s3")))
