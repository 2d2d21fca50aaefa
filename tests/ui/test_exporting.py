"""Export from the window: it ends with a sentence and a way to the file, or says why not."""

from __future__ import annotations

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from tests.builders import rich_report

from avstamt.resources import resource
from avstamt.ui.dialogs.settings import SettingsDialog
from avstamt.ui.exporting import ExportKind
from avstamt.ui.messages import Tone


@pytest.fixture
def opened(open_report):
    return open_report(rich_report())


@pytest.mark.parametrize("kind", [ExportKind.WORD, ExportKind.PDF])
def test_an_export_ends_with_a_sentence_and_a_way_to_the_file(qtbot, window, opened, tmp_path, kind):
    window.session.export(opened.desk.document, kind, tmp_path / "rapport")
    qtbot.waitUntil(lambda: "är skriven till" in window.messages.text, timeout=20_000)
    assert (tmp_path / f"rapport{kind.ending}").stat().st_size > 1000
    assert [offer.words for offer in window.messages._offers] == ["Öppna filen", "Öppna mappen"]


def test_an_export_that_cannot_be_written_says_why(qtbot, window, opened, tmp_path):
    (tmp_path / "rapport.docx").mkdir()
    window.session.export(opened.desk.document, ExportKind.WORD, tmp_path / "rapport.docx")
    qtbot.waitUntil(lambda: "rapport.docx" in window.messages.text and "…" not in window.messages.text, timeout=20_000)
    assert window.messages.property("tone") == Tone.TROUBLE.name.lower()


def own_layout(tmp_path, sender: str):
    """Return a layout of an organisation's own: the city's with another foot."""
    city = resource("layout", "stockholm.yaml").read_text(encoding="utf-8")
    (tmp_path / "egen.yaml").write_text(city.replace("start.stockholm", sender), encoding="utf-8")
    (tmp_path / "styles.docx").write_bytes(resource("layout", "styles.docx").read_bytes())
    return tmp_path / "egen.yaml"


def test_an_own_layout_is_chosen_among_the_settings_and_used(qtbot, window, opened, tmp_path, monkeypatch):
    path = own_layout(tmp_path, "Vår egen förvaltning")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (str(path), ""))
    dialog = SettingsDialog(window.look, window)
    qtbot.addWidget(dialog)
    qtbot.mouseClick(dialog.paper.choose, Qt.MouseButton.LeftButton)
    assert dialog.paper.shown.text() == "egen.yaml"
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    window.session.export(opened.desk.document, ExportKind.WORD_FINAL, tmp_path / "rapport")
    qtbot.waitUntil(lambda: "är skriven till" in window.messages.text, timeout=20_000)
    foot = docx.Document(str(tmp_path / "rapport.docx")).sections[0].footer
    assert foot.paragraphs[0].text == "Vår egen förvaltning"


def test_a_layout_that_cannot_be_read_is_not_chosen(qtbot, window, tmp_path, monkeypatch):
    (tmp_path / "trasig.yaml").write_text("fonts: [", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (str(tmp_path / "trasig.yaml"), ""))
    dialog = SettingsDialog(window.look, window)
    qtbot.addWidget(dialog)
    qtbot.mouseClick(dialog.paper.choose, Qt.MouseButton.LeftButton)
    assert "trasig.yaml" in dialog.paper.shown.text()
    assert dialog.paper.path is None
