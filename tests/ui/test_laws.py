"""What holds whatever is done: edits undone and redone, memory, texts that are only looked at, models that Qt accepts."""

from __future__ import annotations

import gc
import random
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QWidget
from tests.builders import rich_report
from tests.conftest import shared_seeds

from avstamt.domain.base import new_id
from avstamt.domain.goal import GOAL_TEXTS, Assessment
from avstamt.domain.indicator import Indicator
from avstamt.domain.place import Place, insert, move, remove
from avstamt.domain.report import Report
from avstamt.domain.review import Waiver
from avstamt.domain.text import RichText, rich
from avstamt.importers.opening import read_file
from avstamt.resources import resource
from avstamt.storage.file import read
from avstamt.templates.catalogue import catalogue
from avstamt.ui.document import Document
from avstamt.ui.editors.rich import RichEditor
from avstamt.ui.edits import moved, without_node

SAMPLES = sorted(resource("samples").glob("*.avst"))
WORDS = ("Målet nås.", "åäö", "", "78 %", "öka", "Fler har fått stöd – i tid.")

Edit = Callable[[Report, random.Random], tuple[Place, Callable[[Report], Report]] | None]


def chances(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - the same edits in every run; nothing is kept secret


def some_goal(report: Report, chance: random.Random) -> Place | None:
    return Place.of("goals", chance.choice(report.goals).id) if report.goals else None


def title(report: Report, chance: random.Random):
    goal = some_goal(report, chance)
    return goal and with_new(goal / "title", chance.choice(WORDS))


def assessment(report: Report, chance: random.Random):
    goal = some_goal(report, chance)
    return goal and with_new(goal / "assessment", chance.choice((*Assessment, None)))


def analysis(report: Report, chance: random.Random):
    goal = some_goal(report, chance)
    return goal and with_new(goal / chance.choice(GOAL_TEXTS), chance.choice((rich(*WORDS[:2]), RichText(), None)))


def new_row(report: Report, chance: random.Random):
    goal = some_goal(report, chance)
    row = Indicator(id=new_id("i"), name=chance.choice(WORDS))
    return goal and (goal / "indicators", lambda old: insert(old, goal / "indicators", row))


def outcome(report: Report, chance: random.Random):
    rows = [Place.of("goals", goal.id, "indicators", row.id) for goal in report.goals for row in goal.indicators]
    return with_new(chance.choice(rows) / "outcome", chance.choice(WORDS)) if rows else None


def gone_row(report: Report, chance: random.Random):
    rows = [Place.of("goals", goal.id, "indicators", row.id) for goal in report.goals for row in goal.indicators]
    place = chance.choice(rows) if rows else None
    return place and (place.parent, lambda old: remove(old, place))


def moved_row(report: Report, chance: random.Random):
    rows = [Place.of("goals", goal.id, "indicators", row.id) for goal in report.goals for row in goal.indicators]
    place = chance.choice(rows) if rows else None
    return place and (place.parent, lambda old: move(old, place, None))


def moved_goal(report: Report, chance: random.Random):
    goal = some_goal(report, chance)
    return goal and (Place.of("goals"), lambda old: moved(old, goal, chance.choice((-1, 1))))


def gone_goal(report: Report, chance: random.Random):
    if len(report.goals) < 4 or chance.random() < 0.9:
        return None
    goal = some_goal(report, chance)
    return goal and (Place.of("goals"), lambda old: without_node(old, goal))


def section(report: Report, chance: random.Random):
    place = Place.of("sections", chance.choice(report.sections).id)
    return with_new(*chance.choice(((place / "title", chance.choice(WORDS)), (place / "text", rich(*WORDS[:3])))))


def waiver(report: Report, chance: random.Random):
    made = Waiver(id=new_id("w"), rule="IND-101", place=Place.of("title"), reason=chance.choice(WORDS))
    return Place.of("waivers"), lambda old: insert(old, Place.of("waivers"), made)


def with_new(place: Place, value):
    from avstamt.domain.place import with_value

    return place, lambda old: with_value(old, place, value)


EDITS = (
    title, assessment, analysis, new_row, outcome, gone_row, moved_row, moved_goal, gone_goal, section, waiver,
)  # fmt: skip


def edit_at_random(document: Document, chance: random.Random) -> None:
    made = chance.choice(EDITS)(document.report, chance)
    if made:
        document.change(made[0], made[1], "ändring", typing=chance.random() < 0.5)


def test_two_thousand_edits_undone_give_the_start_and_redone_the_end():
    start = read(SAMPLES[0])
    document, chance = Document(start), chances(4711)
    for _ in range(2000):
        edit_at_random(document, chance)
    end = document.report
    assert document.undo_stack.count() > 800
    while document.undo_stack.canUndo():
        document.undo_stack.undo()
    assert document.report == start
    while document.undo_stack.canRedo():
        document.undo_stack.redo()
    assert document.report == end


def test_memory_stays_level_over_ten_thousand_edits():
    document = Document(rich_report())
    place = Place.of("goals", "g2", "indicators", "i1", "outcome")
    sizes = []
    for number in range(10_000):
        document.set_value(place, f"{number} st", "ändring")
        if number in (5_000, 9_999):
            gc.collect()
            sizes.append(len(gc.get_objects()))
    assert sizes[1] < sizes[0] * 1.02


def texts_of(report: Report) -> Iterator[RichText]:
    for goal in report.goals:
        yield from (text for name in GOAL_TEXTS if (text := getattr(goal, name)) is not None)
    yield from (part.text for part in report.sections if part.text is not None)


def reports() -> list:
    seeds = [pytest.param(path, id=path.stem, marks=pytest.mark.shared) for path in shared_seeds()]
    return [pytest.param(path, id=path.stem) for path in SAMPLES] + seeds


@pytest.mark.parametrize("path", reports())
def test_in_every_text_of_a_report_a_typed_letter_changes_its_own_block_only(qtbot, look, type_text, path):
    report = read(path) if path.suffix == ".avst" else read_file(path, catalogue())[0].report
    editor = RichEditor(look)
    qtbot.addWidget(editor)
    chance = chances(17)
    for text in texts_of(report):
        editor.set_value(text)
        editor.setFocus()
        editor.clearFocus()
        assert editor.value() == text
        cursor = editor.textCursor()
        cursor.setPosition(chance.randrange(editor.document().characterCount()))
        editor.setTextCursor(cursor)
        type_text(editor, chance.choice("åäöÅÄÖ–"))
        now = editor.value()
        assert now is not None
        kept = {block.id: block for block in text.blocks}
        assert len([block for block in now.blocks if kept.get(block.id) != block]) == 1
        assert len(now.plain) == len(text.plain) + 1


@pytest.fixture
def view(open_report):
    return open_report(read(SAMPLES[-1]))


def test_qts_tester_accepts_every_model_that_is_shown_while_it_changes(window, view):
    testers: dict[int, QAbstractItemModelTester] = {}
    for place in view.outline.model.places():
        view.show_place(place)
        for shown in window.findChildren(QAbstractItemView):
            watch(shown.model(), testers)
        for panel in view.area.page.sheets[:1]:
            panel.sheet.setData(panel.sheet.index(0, 1), "17 st")
    chance = chances(3)
    for _ in range(60):
        edit_at_random(view.desk.document, chance)
        QApplication.processEvents()
    while view.desk.document.undo_stack.canUndo():
        view.desk.document.undo_stack.undo()
    assert len(testers) >= 4


def watch(model: QAbstractItemModel | None, testers: dict[int, QAbstractItemModelTester]) -> None:
    if model is not None and id(model) not in testers:
        testers[id(model)] = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)


def test_everything_that_takes_the_focus_tells_its_name_and_role(window, view):
    silent = set()
    for place in view.outline.model.places():
        view.show_place(place)
        QApplication.processEvents()
        silent |= {words for widget in reachable(window) if (words := unsaid(widget))}
    assert silent == set()


def reachable(root: QWidget) -> Iterator[QWidget]:
    for widget in root.findChildren(QWidget):
        inner = widget.objectName().startswith("qt_") or isinstance(widget.parentWidget(), QComboBox)
        if widget.isVisibleTo(root) and not inner and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            yield widget


def unsaid(widget: QWidget) -> str:
    told = QAccessible.queryAccessibleInterface(widget)
    kind = f"{type(widget).__name__} i {type(widget.parentWidget()).__name__}"
    if told is None or not told.text(QAccessible.Text.Name).strip():
        return f"{kind}: namn"
    return f"{kind}: roll" if told.role() in (QAccessible.Role.NoRole, QAccessible.Role.Client) else ""
