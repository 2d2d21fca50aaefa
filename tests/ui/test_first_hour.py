"""A first hour from an empty program to a printed report, across a crash: with the pointer, and by keyboard alone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import docx
import pytest
from tests.ui import first_hour
from tests.ui.first_hour import BLOCK, COMMENT, FILE, GOALS, LATE, LINKED, MENDED, NAME, PDF, READY, REASON, WORD

from avstamt.domain.goal import Goal, GoalLevel
from avstamt.domain.report import OrganisationLevel, Report, ReportKind
from avstamt.importers.opening import read_file
from avstamt.storage.file import read
from avstamt.storage.format import load
from avstamt.storage.rescue import rescue_folder, rescues
from avstamt.templates.catalogue import catalogue

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(os.name == "nt", reason="kill -9 finns inte på Windows")


def sitting(which: str, hands: str, folder: Path) -> subprocess.Popen[str]:
    """Start the program with a scripted user before it, in a home of its own."""
    home = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder / "inställningar")}
    return subprocess.Popen(
        [sys.executable, "-m", "tests.ui.first_hour", which, hands, str(folder)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT, env=os.environ | home,
    )  # fmt: skip


def own_goals(report: Report) -> list[Goal]:
    return [goal for goal in report.goals if goal.level is GoalLevel.UNIT]


def assert_written(report: Report) -> None:
    """Hold a report against what the script types."""
    assert (report.kind, report.level, report.year) == (ReportKind.ANNUAL, OrganisationLevel.UNIT, 2024)
    assert (report.organisation, report.committee) == (first_hour.UNIT, first_hour.COMMITTEE)
    parents = {goal.id: goal.title for goal in report.goals}
    written = [
        (parents[goal.parent], goal.title, goal.assessment.value, goal.expected_result.plain)
        for goal in own_goals(report)
    ]
    assert [(above.startswith(goal[0]), *rest) for (above, *rest), goal in zip(written, GOALS, strict=True)] == [
        (True, *goal[1:]) for goal in GOALS
    ]
    for goal in own_goals(report):
        assert goal.analysis.plain.startswith(first_hour.ANALYSIS)
    first, second = own_goals(report)[:2]
    assert f"{LINKED}86 procent." in first.analysis.plain.replace("\u00a0", " ")
    assert [(row.name, row.outcome, row.outcome_men, row.outcome_women) for row in first.indicators] == [
        tuple(line.split("\t")) for line in BLOCK.splitlines()
    ]
    assert second.analysis.plain.splitlines()[-1] == MENDED


@pytest.mark.parametrize("hands", ["pointer", "keyboard"])
def test_a_first_hour_ends_with_a_printed_report_whatever_happens(hands, tmp_path):
    with sitting("writing", hands, tmp_path) as program:
        said = program.stdout.readline().strip()
        program.kill()
        assert said == READY, program.stderr.read()
    saved = read(tmp_path / FILE)
    assert_written(saved)
    assert [one.reason for one in saved.waivers] == [REASON]
    assert [(one.text, one.author, one.quote) for one in saved.comments] == [(COMMENT, NAME, "alla")]
    assert LATE not in own_goals(saved)[4].analysis.plain

    with sitting("recovering", hands, tmp_path) as program:
        assert program.wait(60) == 0, program.stderr.read()
    recovered = read(tmp_path / FILE)
    assert own_goals(recovered)[4].analysis.plain.splitlines() == [first_hour.ANALYSIS, LATE]
    assert own_goals(recovered)[:4] == own_goals(saved)[:4]
    assert rescues(rescue_folder()) == ()

    (back,) = read_file(tmp_path / WORD, catalogue(), load)
    assert_written(back.report)
    assert LATE in "".join(docx.Document(str(tmp_path / WORD)).element.body.itertext())
    assert (tmp_path / PDF).read_bytes().startswith(b"%PDF")
