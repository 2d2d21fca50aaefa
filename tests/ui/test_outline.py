"""The outline: the whole report in order, kept when the tree changes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QAbstractItemModelTester, QTest
from tests.builders import front_page, goal, report, rich_report, section, text

from avstamt.domain.finding import Level
from avstamt.domain.goal import Assessment, GoalLevel
from avstamt.domain.place import ROOT, Place
from avstamt.domain.progress import parts_of
from avstamt.domain.review import Mark, MarkKind
from avstamt.templates.catalogue import catalogue
from avstamt.ui.desk import Desk
from avstamt.ui.document import Document
from avstamt.ui.outline.entries import entries
from avstamt.ui.outline.lines import on_lines, whole_parts
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
    panel.deeds.remove()
    assert panel.view.place == Place.of("goals", "g2")


def test_a_goal_is_added_below_the_chosen_one_and_chosen(panel, document):
    panel.view.choose(Place.of("goals", "g2"))
    panel.deeds.add_goal(GoalLevel.COMMITTEE)
    added = document.report.goals[-1]
    assert (added.level, added.parent) == (GoalLevel.COMMITTEE, "g2")
    assert panel.view.place == Place.of("goals", added.id)
    document.undo_stack.undo()
    assert len(document.report.goals) == 3


def test_a_section_is_added_after_or_below_the_chosen_one(panel, document):
    panel.view.choose(Place.of("sections", "s1"))
    panel.deeds.add_section(below=False)
    assert document.report.sections[1].parent is None
    panel.view.choose(Place.of("sections", "s1"))
    panel.deeds.add_section(below=True)
    assert document.report.sections[1].parent == "s1"


def test_what_may_be_added_depends_on_the_chosen_part(panel):
    panel.view.choose(Place.of("goals", "g3"))
    offered = [action.text() for action in panel.deeds.parts_menu().actions() if action.text()]
    assert offered == ["Lägg till avsnitt efter", "Duplicera delen"]
    panel.view.choose(Place.of("goals", "g2"))
    assert "Lägg till nämndmål" in [action.text() for action in panel.deeds.parts_menu().actions()]


def test_the_report_itself_cannot_be_removed_and_says_so(panel, qtbot):
    panel.view.choose(ROOT)
    with qtbot.waitSignal(panel.blocked) as told:
        panel.deeds.remove()
    assert told.args == ["Uppgifterna om rapporten kan inte tas bort."]


def test_a_locked_goal_cannot_be_moved_and_says_why(panel, document, qtbot):
    document.set_value(Place.of("goals", "g2", "locked"), True, "Lås")  # noqa: FBT003 - the field's value
    panel.view.choose(Place.of("goals", "g2"))
    with qtbot.waitSignal(panel.blocked) as told:
        panel.deeds.move_up()
    assert told.args == ["Delen kan inte flyttas. Målet är beslutat av kommunfullmäktige."]


def test_a_closed_branch_stays_closed(panel, document):
    index = panel.model.index_of(Place.of("goals", "g1"))
    panel.view.collapse(index)
    document.change(Place.of("sections"), lambda old: old.model_copy(update={"sections": old.sections[:4]}), "Ta bort")
    assert not panel.view.isExpanded(panel.model.index_of(Place.of("goals", "g1")))
    assert panel.view.isExpanded(panel.model.index_of(Place.of("sections", "s3")))


def shown(panel: OutlinePanel) -> list[str]:
    view, model = panel.view, panel.model
    every = [(place, model.index_of(place)) for place in model.places()]
    return [index.data() for _place, index in every if not view.isRowHidden(index.row(), index.parent())]


def choose(panel: OutlinePanel, words: str) -> None:
    """Choose in the list above the outline, by its arrow keys."""
    panel.bar.choice.setFocus()
    for _step in range(panel.bar.choice.count()):
        if panel.bar.choice.currentText() == words:
            return
        QTest.keyClick(panel.bar.choice, Qt.Key.Key_Down)
    raise AssertionError(words)


def mark_done(document: Document, *parts: Place) -> None:
    marks = tuple(Mark(id=f"m{at}", place=part, kind=MarkKind.DONE) for at, part in enumerate(parts))
    document.set_value(Place.of("marks"), marks, "klar")


def test_what_is_left_to_do_is_shown_under_the_headings_it_stands_below(panel, document):
    goal = Place.of("goals", "g3")
    mark_done(document, *(part for part in parts_of(document.report) if part != goal))
    choose(panel, "Kvar att göra")
    assert shown(panel) == [
        "Verksamhetsberättelse",
        "Uppföljning av kommunfullmäktiges mål",
        "1 Ett Stockholm som håller samman",
        "1.3 Stockholms stad ska ge stöd där behoven är som störst",
        "Besökarna får snabbt svar",
    ]
    assert panel.bar.said.text() == "Visar 1 del."


def test_a_part_that_is_done_leaves_what_is_left_once_another_is_chosen(panel, document, qtbot):
    goal = Place.of("goals", "g3")
    panel.view.choose(goal)
    choose(panel, "Kvar att göra")
    mark_done(document, *parts_of(document.report))
    qtbot.waitUntil(lambda: panel.bar.said.text() == "Inget är kvar att göra: alla delar är klarmarkerade.")
    assert "Besökarna får snabbt svar" in shown(panel)
    panel.view.choose(ROOT)
    qtbot.waitUntil(lambda: shown(panel) == ["Verksamhetsberättelse"])


def test_parts_with_findings_come_and_go_with_them(panel, qtbot):
    panel.model.show_counts({Place.of("sections", "s1"): {Level.TIP: 1}})
    choose(panel, "Med anmärkning")
    assert shown(panel) == ["Verksamhetsberättelse", "Sammanfattande analys"]
    panel.model.show_counts({})
    qtbot.waitUntil(lambda: panel.bar.said.text() == "Ingen del har någon anmärkning.")


def test_words_find_parts_also_in_closed_branches_and_escape_shows_all_as_they_were(panel, qtbot):
    panel.view.collapse(panel.model.index_of(Place.of("goals", "g1")))
    qtbot.mouseClick(panel.bar.seek, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(panel.bar.words, "snabbt SVAR")
    found = panel.model.index_of(Place.of("goals", "g3"))
    assert panel.view.visualRect(found).isValid()
    assert "Sammanfattande analys" not in shown(panel)
    QTest.keyClick(panel.bar.words, Qt.Key.Key_Down)
    assert panel.view.hasFocus()
    QTest.keyClick(panel.bar.words, Qt.Key.Key_Escape)
    assert len(shown(panel)) == 9
    assert not panel.view.isExpanded(panel.model.index_of(Place.of("goals", "g1")))
    assert not panel.bar.said.isVisible()


def test_the_sieve_holds_when_the_tree_changes(panel, qtbot):
    choose(panel, "Med anmärkning")
    panel.deeds.add_section(below=False)
    qtbot.waitUntil(lambda: shown(panel) == ["Utan rubrik"])


def test_one_steps_through_what_is_shown(panel):
    panel.model.show_counts({Place.of("sections", "s4"): {Level.TIP: 1}})
    choose(panel, "Med anmärkning")
    panel.view.step(1)
    assert panel.view.place == Place.of("sections", "s4")


def test_a_line_says_how_much_is_written_of_what_there_is_to_write():
    written = goal("Påbörjat mål", id="g1", description=text("Så gör vi."), analysis=text(""))
    empty = section("Övrigt", id="s1")
    heading, below = section("Ekonomi", id="s2"), section("Investeringar", id="s3", parent="s2", text=text("Inga."))
    said = {entry.words: entry.left for entry in entries(report(written, sections=(empty, heading, below))).all()}
    assert said["Påbörjat mål"] == "1 av 2 texter"
    assert said["Övrigt"] == "inte påbörjat"
    assert said["Ekonomi"] == said["Investeringar"] == ""


def test_a_line_says_no_more_that_its_part_is_not_begun_when_the_first_text_is_written(panel, document, qtbot):
    part = Place.of("sections", "s1")
    line = panel.model.entry(panel.model.index_of(part))
    document.set_value(part / "text", text(""), "Töm")
    assert line.left == "inte påbörjat"
    panel.grab()
    tall = panel.view.visualRect(panel.model.index_of(part)).height()
    document.set_value(part / "text", text("Budgeten hålls."), "Skriv")
    assert line.left == ""
    qtbot.waitUntil(lambda: panel.view.visualRect(panel.model.index_of(part)).height() < tall)


def test_what_is_inherited_has_a_padlock_and_is_called_locked(panel, document):
    goal_, section_ = Place.of("goals", "g3"), Place.of("sections", "s1")
    before = panel.grab().toImage()
    for place in (goal_, section_):
        document.set_value(place / "locked", True, "Lås")  # noqa: FBT003 - the field's value
        index = panel.model.index_of(place)
        assert "låst" in index.data(Qt.ItemDataRole.AccessibleTextRole).split(", ")
        now = panel.grab(panel.view.geometry()).toImage()
        assert now != before
        before = now


def test_a_copy_of_a_part_stands_after_it_and_is_one_step(panel, document, qtbot):
    panel.view.choose(Place.of("goals", "g3"))
    with qtbot.waitSignal(panel.added) as told:
        panel.deeds.duplicate()
    made = document.report.goals[-1]
    assert (made.title, made.parent) == ("Besökarna får snabbt svar (kopia)", document.report.goals[-2].parent)
    assert told.args == [Place.of("goals", made.id, "title")]
    panel.view.choose(Place.of("sections", "s1"))
    panel.deeds.duplicate()
    assert [one.title for one in document.report.sections][:2] == [
        "Sammanfattande analys",
        "Sammanfattande analys (kopia)",
    ]
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert len(document.report.goals) == 3


def test_what_is_locked_is_not_duplicated_and_says_why(panel, document, qtbot):
    document.set_value(Place.of("goals", "g2", "locked"), True, "Lås")  # noqa: FBT003 - the field's value
    panel.view.choose(Place.of("goals", "g2"))
    with qtbot.waitSignal(panel.blocked) as told:
        panel.deeds.duplicate()
    assert told.args == ["Delen kan inte dupliceras. Målet är beslutat av kommunfullmäktige."]


LONG = Place.of("goals", "g2")


def height(panel, place: Place) -> int:
    return panel.view.visualRect(panel.model.index_of(place)).height()


def test_a_long_title_stands_on_two_lines_where_one_is_too_short(panel, qtbot):
    panel.resize(288, 700)
    qtbot.waitUntil(lambda: height(panel, LONG) > height(panel, Place.of("goals", "g3")))
    panel.resize(900, 700)
    qtbot.waitUntil(lambda: height(panel, LONG) == height(panel, Place.of("goals", "g3")))


def test_lines_keep_their_height_when_findings_come(panel):
    panel.resize(288, 700)
    before = {place: height(panel, place) for place in panel.model.places()}
    panel.model.show_counts({place: {Level.ERROR: 1, Level.TIP: 9} for place in before})
    assert {place: height(panel, place) for place in before} == before


@settings(max_examples=50)
@given(st.text("ab ", max_size=40), st.integers(0, 40), st.integers(0, 9))
def test_a_broken_title_loses_no_letters_and_keeps_to_its_room(words, room, less):
    lines = on_lines(words, room - less, room, len)
    assert " ".join(lines).split() == words.split()
    assert len(lines) <= 3
    assert all(len(line) <= room or " " not in line.strip() for line in lines[:-1])


def test_a_title_that_needs_three_lines_has_them():
    assert on_lines("Invånarna är trygga och vägen till arbete är kort", 12, 20, len) == (
        "Invånarna är", "trygga och vägen", "till arbete är kort",
    )  # fmt: skip


def test_what_does_not_fit_below_a_title_is_left_out_part_by_part(look):
    metrics = QFontMetrics(look.small)
    words = "Uppfylls helt · Mål för verksamhetsområdet"
    assert whole_parts(words, metrics.horizontalAdvance(words), metrics) == words
    assert whole_parts(words, metrics.horizontalAdvance(words) - 1, metrics) == "Uppfylls helt"
