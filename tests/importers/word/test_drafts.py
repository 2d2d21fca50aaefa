"""A Word draft that someone else wrote is read by its words, ours with its changes; hostile files are refused."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from tests.export.reports import SAMPLES, SEEDS, papers_of
from tests.importers.word.documents import changed, controls, say, written

from avstamt.domain.goal import GOAL_TEXTS, Goal
from avstamt.domain.place import Place, value_at
from avstamt.domain.printed import seen
from avstamt.domain.report import Report
from avstamt.export.word import write_word
from avstamt.importers.opening import read_file
from avstamt.storage.format import load
from avstamt.templates.catalogue import Catalogue

_DASHES = str.maketrans("\u2212\u2013", "--")


@pytest.fixture(params=[*SAMPLES, *SEEDS])
def draft(request, tmp_path) -> tuple[Report, Path]:
    papers = papers_of(request.param)
    write_word(papers.report, papers.template, tmp_path / "utkast.docx")
    return papers.report, tmp_path / "utkast.docx"


def _shown(text: str) -> str:
    """Return a text as it is compared: minus and dashes are set on paper, whatever was typed."""
    return seen(text).translate(_DASHES)


def _texts(goal: Goal) -> list[str]:
    texts = (getattr(goal, name) for name in GOAL_TEXTS)
    return [_shown(text.plain) for text in texts if text is not None and not text.is_empty]


def _rows(goal: Goal) -> list[list[str]]:
    figures = ("name", "outcome", "outcome_men", "outcome_women", "previous", "forecast", "target", "city_target")
    rows = [[_shown(getattr(row, name) or "") for name in figures] for row in goal.indicators]
    return rows + [[_shown(row.text), row.start, row.end, str(row.deviation)] for row in goal.activities]


def test_a_draft_gives_the_goals_tables_and_texts_that_it_shows(draft, shipped):
    sent, path = draft
    (read,) = read_file(path, shipped)
    found = read.report
    assert (found.kind, found.level, found.year) == (sent.kind, sent.level, sent.year)
    assert [(_shown(goal.title), goal.assessment) for goal in found.goals] == [
        (_shown(goal.title), goal.assessment) for goal in sent.goals
    ]
    assert [_rows(goal) for goal in found.goals] == [_rows(goal) for goal in sent.goals]
    assert [_texts(goal) for goal in found.goals] == [_texts(goal) for goal in sent.goals]
    assert [_shown(section.title) for section in found.sections] == [_shown(section.title) for section in sent.sections]
    tables = [[len(table.rows) for section in made.sections for table in section.tables] for made in (found, sent)]
    assert tables[0] == tables[1]


def test_our_own_document_is_opened_with_what_was_changed_in_it(tmp_path, shipped):
    sent = papers_of(SAMPLES[1]).report
    place = Place.of("goals", sent.goals[-1].id, "analysis")
    path = written(sent, tmp_path / "ut.docx")
    changed(path, lambda root: say(controls(root, place.tag)[0], "Kollegans egna ord."))
    (read,) = read_file(path, shipped, load)
    assert "Kollegans egna ord." in value_at(read.report, place).plain
    assert read.problems == ()


def _docx(path: Path, document: bytes, more: dict[str, bytes] | None = None) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", document)
        for name, data in (more or {}).items():
            package.writestr(name, data)
    return path


_START = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
_END = b"</w:body></w:document>"
_PARAGRAPH = b"<w:p><w:r><w:t>Samma rad igen</w:t></w:r></w:p>"


def test_macros_are_never_read(tmp_path, shipped: Catalogue):
    path = _docx(tmp_path / "makro.docm", _START + _PARAGRAPH + _END, {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0elak"})
    (read,) = read_file(path, shipped)
    assert "Samma rad igen" in "".join(section.text.plain for section in read.report.sections)
