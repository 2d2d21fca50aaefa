"""The command that holds papers against what they must be: on one empty report, and on what is wrong on purpose."""

from __future__ import annotations

import shutil
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from tests.evaluation.papers import YEAR, PaperOutcome, examined, faults_of, paper_cases, papers_text

from avstamt.domain.report import OrganisationLevel, ReportKind
from avstamt.export.word import write_word
from avstamt.templates.catalogue import catalogue
from avstamt.templates.skeleton import skeleton

RIGHT = PaperOutcome("rapport", 3, (), (0, 0), (0, 1), {}, 0)


@pytest.mark.office
def test_an_empty_report_prints_as_it_must(tmp_path: Path):
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice (soffice) finns inte på den här datorn.")
    outcomes = examined(paper_cases(tmp_path, catalogue(), "tom-T1-nämnd"), catalogue())
    assert [(one.name, one.is_right) for one in outcomes] == [("tom-T1-nämnd", True)]
    assert papers_text(outcomes)[-1] == "1 of 1 as they must be"


@pytest.mark.parametrize(("kind", "level"), list(product(ReportKind, OrganisationLevel)))
def test_the_empty_report_of_every_kind_and_level_is_a_word_file_without_fault(kind, level, tmp_path: Path):
    made = skeleton(catalogue(), kind, level, YEAR, organisation="Exempelenheten", committee="Exempelnämnden")
    write_word(made, catalogue().template(kind, level, YEAR), tmp_path / "tom.docx")
    assert list(faults_of(tmp_path / "tom.docx")) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"faults": ("word/document.xml: fel",)},
        {"off_exact": (0, 1)},
        {"off_reckoned": (2, 0)},
        {"lost": {"Netto": 1}},
        {"numbered_wrong": 1},
    ],
)
def test_a_paper_with_anything_wrong_is_not_right(wrong):
    assert RIGHT.is_right
    assert not replace(RIGHT, **wrong).is_right
