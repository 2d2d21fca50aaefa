"""Export from the window: it ends with a sentence and a way to the file, or says why not."""

from __future__ import annotations

import pytest
from tests.builders import rich_report

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
