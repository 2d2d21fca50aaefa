"""Three hundred random edits made by python-docx come back in the right field, none lost; through LibreOffice as well."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest
from tests.export.reports import NAMES, SAMPLES, papers_of
from tests.importers.word.colleague import SHARES, Edit, edited, faults
from tests.importers.word.documents import all_through_office, fetched, needs_office, written

from avstamt.domain.place import Place
from avstamt.domain.report import Report

EDITS = 300
OF_A_KIND = 15


def _sent_out(folder: Path, *, for_office: bool = False) -> list[tuple[Path, Report, dict[Place, Edit]]]:
    """Write documents, let the colleague edit each, and return them with what she did; no field of hers is passed over."""
    out = []
    for number, name in enumerate((*SAMPLES, "rik")):
        sent = papers_of(name).report
        path = written(sent, folder / f"{name}.docx")
        out.append((path, sent, edited(path, sent, random.Random(number), for_office=for_office)))  # noqa: S311 - the same edits every time
    return out


def _assert_enough(out: list[tuple[Path, Report, dict[Place, Edit]]]) -> None:
    kinds = Counter(edit.kind for _path, _sent, made in out for edit in made.values())
    assert kinds.total() >= EDITS
    assert kinds.keys() == SHARES.keys()
    assert min(kinds.values()) >= OF_A_KIND


def _faults(out: list[tuple[Path, Report, dict[Place, Edit]]], folder: Path) -> dict[str, list[str]]:
    told = {path.name: faults(fetched(folder / path.name), sent, made) for path, sent, made in out}
    return {name: those for name, those in told.items() if those}


def test_what_a_colleague_changes_comes_back_to_its_field_and_nothing_is_lost(tmp_path):
    out = _sent_out(tmp_path)
    _assert_enough(out)
    assert _faults(out, tmp_path) == {}


@pytest.mark.office
@needs_office
def test_what_she_changes_comes_back_through_libreoffice_and_nothing_is_lost(tmp_path, office_profile):
    out = _sent_out(tmp_path, for_office=True)
    _assert_enough(out)
    assert _faults(out, all_through_office([path for path, _sent, _made in out], office_profile)) == {}


@pytest.mark.office
@needs_office
def test_every_document_that_libreoffice_rewrote_gives_the_same_report(tmp_path, office_profile):
    paths = {name: written(papers_of(name).report, tmp_path / f"{name}.docx") for name in NAMES}
    saved = all_through_office(list(paths.values()), office_profile)
    for name, path in paths.items():
        back = fetched(saved / path.name)
        assert back.report == papers_of(name).report, name
        assert (back.comments, back.loose, back.missing) == ((), (), ()), name
