"""A Word draft that someone else wrote is read by its words, ours with its changes; hostile files are refused."""

from __future__ import annotations

import struct
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
from avstamt.importers.model import ImportRefused
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


def _bomb(path: Path) -> None:
    _docx(path, _START + b" " * 60_000_000 + _END)


def _many_paragraphs(path: Path) -> None:
    _docx(path, _START + b"".join(b"<w:p><w:r><w:t>%d</w:t></w:r></w:p>" % (at * 7919) for at in range(50_001)) + _END)


def _many_parts(path: Path) -> None:
    _docx(path, _START + _END, {f"word/media/{number}.bin": b"" for number in range(5_100)})


def _entities(path: Path) -> None:
    billion = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    _docx(path, billion + _START + b"<w:p><w:r><w:t>&b;</w:t></w:r></w:p>" + _END)


def _outside_entity(path: Path) -> None:
    _docx(path, b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>' + _START + b"&e;" + _END)


def _truncated(path: Path) -> None:
    _docx(path, _START + _PARAGRAPH * 100 + _END)
    path.write_bytes(path.read_bytes()[:200])


def _cut_xml(path: Path) -> None:
    _docx(path, (_START + _PARAGRAPH * 100)[:-9])


def _no_document(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/styles.xml", "<x/>")


def _password(path: Path) -> None:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000))


def _encrypted_part(path: Path) -> None:
    _docx(path, _START + _END)
    data = bytearray(path.read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        found = data.find(mark)
        struct.pack_into("<H", data, found + at, 1)
    path.write_bytes(bytes(data))


def _deep(path: Path) -> None:
    _docx(path, _START + b"<w:sdt><w:sdtContent>" * 5_000 + b"</w:sdtContent></w:sdt>" * 5_000 + _END)


def _picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(300))


def _nothing(path: Path) -> None:
    _docx(path, _START + _END)


HOSTILE = (
    _bomb,
    _many_paragraphs,
    _many_parts,
    _entities,
    _outside_entity,
    _truncated,
    _cut_xml,
    _no_document,
    _password,
    _encrypted_part,
    _deep,
    _picture,
    _nothing,
)


@pytest.mark.parametrize("make", HOSTILE, ids=lambda make: make.__name__.strip("_"))
def test_a_hostile_file_is_refused_in_a_sentence(make, tmp_path, shipped):
    path = tmp_path / "utkast.docx"
    make(path)
    with pytest.raises(ImportRefused) as refused:
        read_file(path, shipped)
    assert "utkast.docx" in str(refused.value)
    assert str(refused.value).endswith(".")


def test_macros_are_never_read(tmp_path, shipped: Catalogue):
    path = _docx(tmp_path / "makro.docm", _START + _PARAGRAPH + _END, {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0elak"})
    (read,) = read_file(path, shipped)
    assert "Samma rad igen" in "".join(section.text.plain for section in read.report.sections)
