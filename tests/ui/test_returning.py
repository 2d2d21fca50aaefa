"""What a colleague changes in Word is shown field by field and taken in as the user marks; nothing is dropped."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from lxml import etree
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from tests.builders import goal, report, text
from tests.importers.word.documents import W, changed, controls, say, written
from tests.ui.asking import when_asked

from avstamt.domain.place import Place, with_value
from avstamt.domain.review import Reply, ReviewComment
from avstamt.domain.text import Run
from avstamt.export.remarks import remarks_of_comments
from avstamt.export.word import write_word
from avstamt.importers.model import ImportRefused
from avstamt.storage.format import dump
from avstamt.templates.catalogue import catalogue
from avstamt.ui.exporting import ExportKind, export
from avstamt.ui.returning.dialog import ReturnDialog
from avstamt.ui.returning.fetching import fetch, is_conflict, new_comments, put_together

SENT = report(
    goal("Trygg omsorg", id="g1", analysis=text("Målet är nått.", "Väntetiden är kortare.")),
    goal("Ekonomi i balans", id="g2", analysis=text("Budgeten höll.")),
    id="r1",
)
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_FIRST_ANSWER = Reply(id="s1", author="Chefen", text="Vi frågar.")
FIRST, SECOND = Place.of("goals", "g1", "analysis"), Place.of("goals", "g2", "analysis")


def _back(path: Path, *said: tuple[Place, str]) -> Path:
    """Return the document with other words in the first paragraph of some fields, and a stray line at the end."""

    def edit(root: etree._Element) -> None:
        for place, words in said:
            say(next(controls(root, place.tag)[0].iter(f"{W}p")), words)

    return changed(written(SENT, path), edit)


@pytest.fixture
def came(tmp_path):
    path = _back(tmp_path / "åter.docx", (FIRST, "Målet är delvis nått."), (SECOND, "Budgeten höll nästan."))
    return fetch(path, "r1")


def _analysis(made, number: int) -> str:
    return made.goals[number].analysis.plain


def test_only_what_is_taken_is_changed(came):
    made = put_together(SENT, came, [FIRST], (), ())
    assert _analysis(made, 0) == "Målet är delvis nått.\nVäntetiden är kortare."
    assert made.goals[1] == SENT.goals[1]


def test_what_has_been_written_here_meanwhile_stays_beside_what_came(came):
    second = SENT.goals[0].analysis.blocks[1].id
    place = FIRST / "blocks" / second / "runs"
    mine = _with_runs(SENT, place, "Väntetiden är mycket kortare.")
    assert is_conflict(came, mine, FIRST)
    made = put_together(mine, came, [FIRST], (), ())
    assert _analysis(made, 0) == "Målet är delvis nått.\nVäntetiden är mycket kortare."


def test_where_both_changed_the_same_words_the_marked_ones_from_word_stand(came):
    first = SENT.goals[0].analysis.blocks[0].id
    mine = _with_runs(SENT, FIRST / "blocks" / first / "runs", "Målet är inte nått.")
    assert _analysis(put_together(mine, came, [FIRST], (), ()), 0).startswith("Målet är delvis nått.")
    assert put_together(mine, came, [], (), ()) == mine


def _with_runs(made, place, words):
    return with_value(made, place, (Run(text=words),))


def test_a_document_of_another_report_is_refused(tmp_path):
    path = written(SENT, tmp_path / "åter.docx")
    with pytest.raises(ImportRefused, match="annan rapport"):
        fetch(path, "r2")


def test_comments_that_the_report_has_already_are_not_taken_twice(tmp_path):
    path = written(SENT, tmp_path / "åter.docx")
    document = docx.Document(str(path))
    document.add_comment(document.paragraphs[0].runs[0], "Bra skrivet.", author="Kollega")
    document.save(str(path))
    came = fetch(path, "r1")
    (comment,) = new_comments(came, SENT)
    assert (comment.author, comment.text) == ("Kollega", "Bra skrivet.")
    with_it = put_together(SENT, came, (), (comment,), ())
    assert new_comments(came, with_it) == ()


def _answered(path: Path, *, done: bool = False) -> Path:
    """Write the report with a comment of the reviewer's in a thread, and answer it as Word does."""
    asked = ReviewComment(id="k1", place=FIRST, author="Granskare", text="Hur vet vi det?", replies=(_FIRST_ANSWER,))
    template = catalogue().template(SENT.kind, SENT.level, SENT.year)
    write_word(SENT, template, path, base=dump(SENT), remarks=remarks_of_comments((asked,)))

    def answer(root: etree._Element) -> None:
        made = etree.SubElement(root, f"{W}comment", {f"{W}id": "7", f"{W}author": "Kollega"})
        line = etree.SubElement(made, f"{W}p", {f"{_W14}paraId": "5A0000AA"})
        etree.SubElement(etree.SubElement(line, f"{W}r"), f"{W}t").text = "Av enkäten."

    def tell(root: etree._Element) -> None:
        etree.SubElement(root, f"{_W15}commentEx", {f"{_W15}paraId": "5A0000AA", f"{_W15}paraIdParent": "5A000001"})
        root[0].set(f"{_W15}done", "1" if done else "0")

    return changed(changed(path, answer, "word/comments.xml"), tell, "word/commentsExtended.xml")


@pytest.mark.parametrize("done", [False, True])
def test_an_answer_in_word_comes_to_its_comment_and_a_settled_one_is_settled(done, qtbot, look, tmp_path):
    came = fetch(_answered(tmp_path / "åter.docx", done=done), "r1")
    asked = ReviewComment(id="k1", place=FIRST, author="Granskare", text="Hur vet vi det?", replies=(_FIRST_ANSWER,))
    mine = SENT.model_copy(update={"comments": (asked,)})
    dialog = ReturnDialog(look, mine, came)
    qtbot.addWidget(dialog)
    assert dialog.list.item(0).text().startswith("Svar av Kollega")
    (comment,) = dialog.result_report.comments
    assert [reply.text for reply in comment.replies] == ["Vi frågar.", "Av enkäten."]
    assert (comment.id, comment.resolved) == ("k1", done)
    assert new_comments(came, dialog.result_report) == ()


def test_a_tracked_change_says_who_made_it_and_when(qtbot, look, tmp_path):
    def track(root: etree._Element) -> None:
        for place, who, when in (
            (FIRST, "Anna Berg", "2026-02-03T10:11:00Z"),
            (FIRST, "Bo Ek", "2026-02-04T08:00:00Z"),
        ):
            marks = {f"{W}id": "90", f"{W}author": who, f"{W}date": when}
            made = etree.SubElement(next(controls(root, place.tag)[0].iter(f"{W}p")), f"{W}ins", marks)
            etree.SubElement(etree.SubElement(made, f"{W}r"), f"{W}t").text = " Mer."

    path = changed(_back(tmp_path / "åter.docx", (SECOND, "Budgeten höll nästan.")), track)
    dialog = ReturnDialog(look, SENT, fetch(path, "r1"))
    qtbot.addWidget(dialog)
    first, second = (dialog.list.item(row).text().splitlines() for row in range(2))
    assert first[-1] == "Anna Berg och Bo Ek, senast den 4 februari 2026 8.00"
    assert len(second) == len(first) - 1  # typed over without tracking: Word tells nobody


def test_the_dialog_takes_what_is_marked(qtbot, look, came):
    dialog = ReturnDialog(look, SENT, came)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.list.count() == 2
    assert "delvis" in dialog.comparison.toPlainText()
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert _analysis(dialog.result_report, 0).startswith("Målet är delvis nått.")
    assert dialog.result_report.goals[1] == SENT.goals[1]


def test_changes_are_fetched_from_the_menu_and_can_be_undone(window, open_report, tmp_path, monkeypatch, qtbot):
    path = _back(tmp_path / "åter.docx", (FIRST, "Målet är delvis nått."))
    view = open_report(SENT)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (str(path), ""))
    when_asked(lambda: qtbot.mouseClick(QApplication.activeModalWidget().take, Qt.MouseButton.LeftButton))
    window.actions_.by_name["fetch_changes"].trigger()
    qtbot.waitUntil(lambda: "delvis" in _analysis(view.desk.document.report, 0))
    view.desk.document.undo_stack.undo()
    assert view.desk.document.report == SENT


def test_a_document_for_publishing_carries_nothing_to_fetch(tmp_path):
    template = catalogue().template(SENT.kind, SENT.level, SENT.year)
    path = export(SENT, template, ExportKind.WORD_FINAL, tmp_path / "slutlig")
    with pytest.raises(ImportRefused):
        fetch(path, "r1")


def test_a_draft_that_was_opened_goes_back_as_a_copy_with_comments(window, tmp_path, monkeypatch, qtbot):
    template = catalogue().template(SENT.kind, SENT.level, SENT.year)
    draft = export(SENT, template, ExportKind.WORD_FINAL, tmp_path / "utkast.docx")
    out = tmp_path / "utkast granskad.docx"
    window.session.open(draft)
    qtbot.waitUntil(lambda: window.tabs.current is not None and bool(window.tabs.current.found), timeout=10_000)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(out), ""))
    window.actions_.by_name["export_remarked"].trigger()
    qtbot.waitUntil(out.exists, timeout=10_000)
    assert [line.text for line in docx.Document(str(out)).paragraphs] == [
        line.text for line in docx.Document(str(draft)).paragraphs
    ]
    assert len(list(docx.Document(str(out)).comments)) == len(window.tabs.current.found)
