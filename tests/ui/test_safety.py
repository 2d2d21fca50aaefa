"""Nobody's words are lost: crashes, two programs on one file, files changed by others, older versions."""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog
from tests.builders import rich_report
from tests.ui.asking import when_asked
from tests.ui.other_program import READY
from tests.ui.test_for_everyone import nameless

from avstamt.domain.naming import place_name
from avstamt.domain.place import Place
from avstamt.domain.progress import parts_of
from avstamt.storage.backups import backups_of
from avstamt.storage.file import read, save
from avstamt.storage.format import dump
from avstamt.storage.rescue import RescueNote, keep_unsaved, never_saved, rescue_folder, rescues, write_rescue
from avstamt.ui.document import Document
from avstamt.ui.safety.closing import UnsavedDialog
from avstamt.ui.safety.comparison import Comparison
from avstamt.ui.safety.file_safety import FileSafety
from avstamt.ui.safety.keeper import RescueKeeper
from avstamt.ui.safety.lock import FileLock
from avstamt.ui.safety.merging import MergeDialog
from avstamt.ui.safety.recovery import RecoveryDialog
from avstamt.ui.safety.versions import VersionsDialog

ROOT = Path(__file__).parents[2]
TITLE, ORGANISATION = Place.of("title"), Place.of("organisation")
pytestmark = pytest.mark.skipif(os.name == "nt", reason="kill -9 finns inte på Windows")


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "plan.avst"
    save(rich_report(), made)
    return made


@pytest.fixture
def open_file(qtbot, window):
    def open_(path: Path):
        with qtbot.waitSignal(window.session.opened):
            window.session.open(path)
        return window.tabs.current

    return open_


def other(doing: str, path: Path) -> list[str]:
    return [sys.executable, "-m", "tests.ui.other_program", doing, str(path)]


@contextmanager
def other_program(doing: str, path: Path):
    with subprocess.Popen(
        other(doing, path), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as program:
        assert program.stdout.readline().strip() == READY
        try:
            yield program
        finally:
            program.stdin.close()
            program.wait(10)


def killed_while_writing(path: Path) -> None:
    with other_program("write", path) as program:
        program.send_signal(signal.SIGKILL)
        program.wait(10)


def press(root, words: str) -> None:
    found = (one for one in root.findChildren(QAbstractButton) if one.text().strip("\u2009") == words)
    button = next(one for one in found if one.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def safety(view) -> FileSafety:
    return view.findChild(FileSafety)


def dialog_of(window, kind):
    return next(one for one in window.findChildren(kind) if one.isVisible())


# after a crash


def test_what_was_written_before_a_kill_is_offered_compared_and_restored(qtbot, window, path):
    killed_while_writing(path)
    assert window.commands.safety.offer_rescued()
    dialog = dialog_of(window, RecoveryDialog)
    assert "plan.avst" in dialog.list.item(0).text()
    assert dialog.heading.text() == "Skiljer sig från filen på 1 ställe:"
    assert "Skrivet men inte sparat" in dialog.comparison.toPlainText()
    press(dialog, "Återställ")
    document = window.tabs.current.desk.document
    assert (document.report.title, document.path, document.is_modified) == ("Skrivet men inte sparat", path, True)
    assert not document.read_only
    assert read(path).title == ""
    window.actions_.by_name["save"].trigger()
    assert read(path).title == "Skrivet men inte sparat"
    assert rescues(rescue_folder()) == ()


def test_to_keep_the_file_puts_the_text_among_its_older_versions(window, path):
    killed_while_writing(path)
    window.actions_.by_name["rescued"].trigger()
    press(dialog_of(window, RecoveryDialog), "Behåll filen")
    assert rescues(rescue_folder()) == ()
    assert [read(backup.path).title for backup in backups_of(path)] == ["Skrivet men inte sparat"]
    window.actions_.by_name["rescued"].trigger()
    assert window.messages.text == "Det finns ingen osparad text att återställa."


def test_a_text_that_is_in_no_file_is_put_aside_and_not_kept_as_a_file(window):
    write_rescue(rescue_folder(), "a", rich_report(), RescueNote(name="Plan", when=dt.datetime.now().astimezone()))
    window.actions_.by_name["rescued"].trigger()
    dialog = dialog_of(window, RecoveryDialog)
    assert dialog.keep_file.text() == "Lägg undan texten"
    told = dialog.comparison.toPlainText().splitlines()
    headings = [place_name(rich_report(), part).parts[0] for part in parts_of(rich_report())]
    assert [line for line in told if line in headings] == headings  # each part once, below its heading
    assert len(told) > len(headings)


def test_to_decide_later_leaves_everything_as_it_is(window, path):
    killed_while_writing(path)
    window.commands.safety.offer_rescued()
    press(dialog_of(window, RecoveryDialog), "Bestäm senare")
    assert len(rescues(rescue_folder())) == 1


def test_what_another_program_is_writing_is_not_offered(window, path):
    with other_program("write", path):
        assert len(rescues(rescue_folder())) == 1
        assert not window.commands.safety.offer_rescued()


def test_the_copy_is_kept_while_something_is_unsaved_and_goes_when_it_is_saved(qtbot, window, open_file, path):
    view = open_file(path)
    keeper = window.session.custodian.keeper
    view.desk.document.set_value(TITLE, "Ny titel", "ändring")
    keeper.timer.timeout.emit()
    qtbot.waitUntil(lambda: [read(found.copy_path).title for found in rescues(keeper.folder)] == ["Ny titel"])
    window.actions_.by_name["save"].trigger()
    assert rescues(keeper.folder) == ()


def test_a_copy_that_the_disk_did_not_take_is_tried_again(qtbot, window, open_file, path):
    view = open_file(path)
    keeper = window.session.custodian.keeper
    keeper.folder.parent.mkdir(parents=True, exist_ok=True)
    keeper.folder.write_text("i vägen", encoding="utf-8")
    view.desk.document.set_value(TITLE, "Ny titel", "ändring")
    assert keeper.keep_now() == []
    keeper.folder.unlink()
    assert [read(copy).title for copy in keeper.keep_now()] == ["Ny titel"]


def test_that_rescue_copies_cannot_be_written_is_said_once_until_one_is_written_again(qtbot, window, open_file, path):
    view = open_file(path)
    keeper = window.session.custodian.keeper
    keeper.folder.parent.mkdir(parents=True, exist_ok=True)
    keeper.folder.write_text("i vägen", encoding="utf-8")
    said = []
    keeper.failed.connect(said.append)
    for number in range(3):
        view.desk.document.set_value(TITLE, f"Titel {number}", "ändring")
        keeper.timer.timeout.emit()
        qtbot.waitUntil(lambda: not keeper._under_way)
    assert len(said) == 1
    assert window.messages.text == said[0]
    assert "Spara själv med Ctrl+S" in said[0]
    keeper.folder.unlink()
    keeper.timer.timeout.emit()
    qtbot.waitUntil(lambda: not keeper._under_way)  # the copy is seen before its note is written and it is told
    assert len(rescues(keeper.folder)) == 1
    assert RescueKeeper(list, keeper.folder).left_behind() == ()  # the run that wrote it lives, and says so
    keeper.forget(view.desk.document)
    shutil.rmtree(keeper.folder)
    keeper.folder.write_text("i vägen", encoding="utf-8")
    keeper.timer.timeout.emit()
    qtbot.waitUntil(lambda: len(said) == 2)


# two programs, one file


def test_the_second_is_told_who_has_it_and_can_only_read(qtbot, window, open_file, path, type_text):
    with other_program("hold", path):
        view = open_file(path)
        assert "Filen är öppen hos Anna i andra rummet på datorn" in safety(view).notice.text
        assert "Du kan läsa den" in safety(view).notice.text
        assert "(endast läsning)" in window.windowTitle()
        for place in view.outline.model.places():
            view.show_place(place)
            for field in view.area.page.fields.values():
                type_text(field.editor, "x")
            assert not [one.text() for one in view.area.page.findChildren(QAbstractButton) if one.isEnabled()]
        assert view.desk.document.report == read(path)
        assert not view.desk.document.is_modified
        window.actions_.by_name["save"].trigger()
        assert "Du kan läsa den" in window.messages.text
    qtbot.waitUntil(lambda: "inte längre öppen" in safety(view).notice.text, timeout=8000)
    press(safety(view).notice, "Redigera nu")
    assert safety(view).notice.text == ""
    view.desk.document.set_value(TITLE, "Nu är det min tur", "ändring")
    window.actions_.by_name["save"].trigger()
    assert read(path).title == "Nu är det min tur"


def test_what_may_only_be_read_can_be_saved_as_a_copy_and_edited_there(window, open_file, path, monkeypatch):
    copy = path.with_name("kopia.avst")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy), ""))
    with other_program("hold", path):
        view = open_file(path)
        press(safety(view).notice, "Spara som kopia …")
        assert not view.desk.document.read_only
        assert view.desk.document.path == copy
        view.desk.document.set_value(TITLE, "Min kopia", "ändring")
        window.actions_.by_name["save"].trigger()
        assert (read(copy).title, read(path).title) == ("Min kopia", "")


def test_a_holder_that_has_given_no_sign_of_life_for_long_can_be_relieved(window, open_file, path):
    with other_program("hold", path):
        os.utime(path.with_name(f".~{path.name}.note"), (0, 0))
        view = open_file(path)
        press(safety(view).notice, "Ta över")
        assert not view.desk.document.read_only
        view.desk.document.set_value(TITLE, "Övertagen", "ändring")
        window.actions_.by_name["save"].trigger()
    assert read(path).title == "Övertagen"


def test_nobody_saves_over_a_file_that_another_has_open(window, open_report, path):
    view = open_report(rich_report())
    with other_program("hold", path):
        assert not window.session.save(view.desk.document, path)
        assert "är öppen hos Anna i andra rummet" in window.messages.text


def test_a_lock_that_a_dead_program_has_left_is_taken_over(open_file, path):
    with other_program("hold", path) as program:
        program.send_signal(signal.SIGKILL)
        program.wait(10)
    assert not open_file(path).desk.document.read_only


def test_a_lock_goes_with_its_report(window, open_file, path):
    open_file(path)
    assert FileLock(path).take("") is not None
    window.actions_.by_name["close_document"].trigger()
    assert sorted(left.name for left in path.parent.glob(".~*")) == []


# a file changed by another


def changed_by_another(qtbot, view, path):
    subprocess.run(other("save", path), check=True, cwd=ROOT)
    safety(view).custody.look()
    qtbot.waitUntil(lambda: "Någon annan har sparat i filen" in safety(view).notice.text)


def test_a_file_changed_by_another_is_not_saved_over_but_merged(qtbot, window, open_file, path):
    view = open_file(path)
    view.desk.document.set_value(TITLE, "Min titel", "ändring")
    subprocess.run(other("save", path), check=True, cwd=ROOT)
    window.actions_.by_name["save"].trigger()
    assert "någon annan har ändrat den" in window.messages.text
    assert read(path).organisation == "Den andras enhet"
    qtbot.waitUntil(lambda: "Någon annan har sparat" in safety(view).notice.text)
    press(safety(view).notice, "Slå ihop")
    window.actions_.by_name["save"].trigger()
    assert (read(path).title, read(path).organisation) == ("Min titel", "Den andras enhet")
    window.actions_.by_name["undo"].trigger()
    assert view.desk.document.report.organisation == "Enheten för rådgivning"


def test_what_both_have_changed_is_chosen_place_by_place(qtbot, window, open_file, path):
    view = open_file(path)
    view.desk.document.set_value(ORGANISATION, "Min enhet", "ändring")
    changed_by_another(qtbot, view, path)

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, MergeDialog)
        press(dialog, "Den andras text")
        press(dialog, "Slå ihop")

    when_asked(choose)
    press(safety(view).notice, "Slå ihop")
    assert view.desk.document.report.organisation == "Den andras enhet"


def test_to_save_over_keeps_what_the_other_wrote_among_the_older_versions(qtbot, window, open_file, path):
    view = open_file(path)
    view.desk.document.set_value(TITLE, "Min titel", "ändring")
    changed_by_another(qtbot, view, path)
    press(safety(view).notice, "Skriv över")
    assert read(path).title == "Min titel"
    assert "Den andras enhet" in [read(backup.path).organisation for backup in backups_of(path)]


def test_where_nothing_is_written_the_new_content_is_read_in(qtbot, open_file, path):
    view = open_file(path)
    changed_by_another(qtbot, view, path)
    press(safety(view).notice, "Läs in den nya")
    assert view.desk.document.report == read(path)
    assert safety(view).notice.text == ""


def test_what_differs_from_the_file_is_shown_in_words(qtbot, window, open_file, path):
    view = open_file(path)
    changed_by_another(qtbot, view, path)
    press(safety(view).notice, "Visa skillnaderna")
    (dialog,) = [one for one in window.findChildren(QDialog) if one.isVisible()]
    assert nameless(dialog) == []
    shown = dialog.findChild(Comparison)
    assert "Enhet eller förvaltning" in shown.toPlainText()
    struck = "".join(re.findall(r"<span style=\"[^\"]*line-through[^\"]*\">([^<]*)", shown.toHtml()))
    assert struck == "Enheten för rådgivning"


def test_every_dialog_has_names_for_those_who_listen(window, path):
    killed_while_writing(path)
    window.commands.safety.offer_rescued()
    assert nameless(dialog_of(window, RecoveryDialog)) == []
    both = MergeDialog(window.look, (rich_report(), rich_report(), rich_report()), window)
    both.show()
    assert nameless(both) == []


# older versions, closing


def test_an_older_version_is_compared_and_restored_as_one_step(window, open_file, path):
    view = open_file(path)
    view.desk.document.set_value(TITLE, "Ny titel", "ändring")
    window.actions_.by_name["save"].trigger()
    window.actions_.by_name["older_versions"].trigger()
    dialog = dialog_of(window, VersionsDialog)
    assert "Ny titel" in dialog.comparison.toPlainText()
    press(dialog, "Återställ i rapporten")
    assert view.desk.document.report.title == ""
    window.actions_.by_name["undo"].trigger()
    assert view.desk.document.report.title == "Ny titel"


def test_where_nothing_has_changed_since_there_is_no_empty_box(window, open_file, path):
    view = open_file(path)
    view.desk.document.set_value(TITLE, "Ny titel", "ändring")
    window.actions_.by_name["save"].trigger()
    window.actions_.by_name["undo"].trigger()
    window.actions_.by_name["older_versions"].trigger()
    dialog = dialog_of(window, VersionsDialog)
    assert dialog.heading.text() == "Ingenting har ändrats sedan dess."
    assert not dialog.comparison.isVisible()


def test_versions_of_the_same_minute_are_told_apart_by_their_seconds(window, look, path):
    moments = [
        dt.datetime(2024, 5, 3, 16, minute, second).astimezone() for minute, second in ((40, 5), (40, 31), (39, 2))
    ]
    for number, moment in enumerate(moments):
        keep_unsaved(dump(rich_report().model_copy(update={"title": f"Titel {number}"})), path, moment)
    dialog = VersionsDialog(look, Document(rich_report(), path=path), window)
    told = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert told == ["Den 3 maj 2024 16.40.31", "Den 3 maj 2024 16.40.05", "Den 3 maj 2024 16.39"]


def test_what_is_not_saved_when_closing_lies_among_the_older_versions(window, open_report):
    view = open_report(rich_report())
    view.desk.document.set_value(TITLE, "Sparas inte", "ändring")
    when_asked(lambda: press(QApplication.activeModalWidget(), "Spara inte"))
    window.actions_.by_name["close_document"].trigger()
    assert [read(backup.path).title for backup in backups_of(never_saved())] == ["Sparas inte"]


def test_several_unsaved_reports_are_asked_about_at_once(window, open_file, open_report, path):
    for view in (open_file(path), open_report(rich_report())):
        view.desk.document.set_value(TITLE, "Ändrad", "ändring")

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, UnsavedDialog)
        dialog._boxes[1][1].click()
        press(dialog, "Spara valda och stäng")

    when_asked(answer)
    assert window.close()
    assert read(path).title == "Ändrad"
    assert [read(backup.path).title for backup in backups_of(never_saved())] == ["Ändrad"]


def test_a_program_that_ends_as_it_should_leaves_neither_locks_nor_rescue_copies(window, open_file, path):
    view = open_file(path)
    view.desk.document.set_value(TITLE, "Sparas inte", "ändring")
    assert len(window.session.custodian.keeper.keep_now()) == 1
    when_asked(lambda: press(QApplication.activeModalWidget(), "Spara inte"))
    assert window.close()
    assert list(rescue_folder().iterdir()) == []
    assert list(path.parent.glob(".~*")) == []
    assert [read(backup.path).title for backup in backups_of(path)] == ["Sparas inte"]
