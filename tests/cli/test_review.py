"""Reviews that compare, leave out what was reviewed before, run in parallel, and end in a protocol."""

from __future__ import annotations

import io
import json
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from tests.builders import goal, indicator, report, rich_report

from avstamt.cli import run_command
from avstamt.cli.comparing import earlier_of
from avstamt.cli.crowd import Interrupted, Progress
from avstamt.cli.running import FileChecked, Task, check_all
from avstamt.domain.report import Report, ReportKind
from avstamt.resources import resource
from avstamt.storage.file import save

CLEAN, FOUND, UNUSABLE, STOPPED = 0, 1, 2, 130


def saved(path: Path, **cells: str) -> Path:
    name = "Antal ungdomar som fått sommarjobb"
    save(_report(2024, indicators=(indicator(name, id="i1", **cells),)), path)
    return path


def _report(year: int, **fields: Any) -> Report:
    return report(goal("Unga får arbeta", id="g1", **fields), id="r1", year=year)


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / "fel.avst"
    return saved(path, outcome="270 st", outcome_men="125 st", outcome_women="144 st", previous="260 st")


@pytest.fixture
def last_year(tmp_path: Path) -> Path:
    path = tmp_path / "ifjol" / "berättelse.avst"
    path.parent.mkdir()
    row = indicator("Antal ungdomar som fått sommarjobb", id="i1", outcome="250 st")
    save(_report(2023, indicators=(row,)), path)
    return path


def test_an_earlier_report_is_compared_with(faulty: Path, last_year: Path, capsys):
    run_command(["granska", str(faulty), "--mot", str(last_year)])
    out = capsys.readouterr().out
    assert "Förra årets utfall är 260 st, men i Verksamhetsberättelse 2023 är utfallet 250 st." in out
    assert "Verksamhetsberättelse 2023, Periodens utfall: ’250 st’" in out


def test_the_earlier_report_may_be_a_folder_to_choose_from(faulty: Path, last_year: Path, capsys):
    save(_report(2022), last_year.with_name("äldre.avst"))
    run_command(["granska", str(faulty), "--mot", str(last_year.parent)])
    assert "JMF-101" in capsys.readouterr().out


def test_an_earlier_report_as_text_is_imported(faulty: Path, capsys):
    earlier = resource("samples", "verksamhetsberattelse-2024-enhet.txt")
    run_command(["granska", str(faulty), "--mot", str(earlier)])
    assert "JMF-111" in capsys.readouterr().out


def test_that_there_is_nothing_to_compare_with_is_said(faulty: Path, last_year: Path, capsys):
    for number in (1, 2):
        other = _report(2023).model_copy(update={"organisation": f"Enhet {number}"})
        save(other, last_year.with_name(f"annan{number}.avst"))
    last_year.unlink()
    run_command(["granska", str(faulty), "--mot", str(last_year.parent)])
    assert "ingen tidigare rapport att jämföra med" in capsys.readouterr().err


def test_of_several_the_latest_before_it_is_chosen():
    kinds = (ReportKind.PLAN, ReportKind.TERTIAL_1, ReportKind.ANNUAL)
    plan, tertial, annual = (report(kind=kind, year=2024) for kind in kinds)
    assert earlier_of(annual, (plan, annual, tertial, report(year=2025))) is tertial
    assert earlier_of(plan, (tertial, annual)) is None


def test_what_was_reviewed_before_is_left_out_and_counted(faulty: Path, tmp_path: Path, capsys):
    before = tmp_path / "tidigare.json"
    run_command(["granska", str(faulty), "--format", "json", "-o", str(before)])
    count = len(json.loads(before.read_text("utf-8"))["findings"])
    capsys.readouterr()
    assert run_command(["granska", str(faulty), "--format", "json", "--utom-granskat", str(before)]) == CLEAN
    captured = capsys.readouterr()
    assert json.loads(captured.out)["findings"] == []
    assert f"{count} anmärkningar som redan finns i {before} är utelämnade." in captured.err


def test_a_finding_that_is_new_since_the_review_stays(faulty: Path, tmp_path: Path, capsys):
    before = tmp_path / "tidigare.json"
    clean = saved(tmp_path / "ren.avst", outcome="270 st", outcome_men="126 st", outcome_women="144 st")
    run_command(["granska", str(clean), "--format", "json", "-o", str(before)])
    assert run_command(["granska", str(faulty), "--utom-granskat", str(before)]) == FOUND
    assert "IND-102" in capsys.readouterr().out


def test_a_review_of_a_folder_leaves_out_by_file(faulty: Path, tmp_path: Path, capsys):
    before = tmp_path / "tidigare.json"
    run_command(["granska", str(faulty), str(faulty), "--format", "json", "-o", str(before)])
    other = tmp_path / "annan.avst"
    other.write_bytes(faulty.read_bytes())
    assert run_command(["granska", str(faulty), "--utom-granskat", str(before)]) == CLEAN
    assert run_command(["granska", str(other), "--utom-granskat", str(before)]) == FOUND


@pytest.mark.parametrize("content", ["", "{", "[1]", '{"findings": []}', '{"file": "a", "findings": [{"rule": 1}]}'])
def test_a_file_that_is_no_review_is_one_sentence_and_2(faulty: Path, tmp_path: Path, content: str, capsys):
    before = tmp_path / "annat.json"
    before.write_text(content, encoding="utf-8")
    assert run_command(["granska", str(faulty), "--utom-granskat", str(before)]) == UNUSABLE
    assert "ingen sparad granskning" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--mot", "--utom-granskat"])
def test_a_missing_file_to_hold_against_is_said_before_any_work(faulty: Path, option: str, capsys):
    assert run_command(["granska", str(faulty), option, "saknas.avst"]) == UNUSABLE
    captured = capsys.readouterr()
    assert "saknas.avst" in captured.err
    assert captured.out == ""


def test_a_protocol_is_saved_as_word(faulty: Path, tmp_path: Path, capsys):
    out = tmp_path / "protokoll.docx"
    assert run_command(["granska", str(faulty), "--protokoll", str(out)]) == FOUND
    assert str(out) in capsys.readouterr().err
    assert docx.Document(str(out)).tables


def test_a_protocol_is_saved_as_excel(faulty: Path, last_year: Path, tmp_path: Path):
    out = tmp_path / "protokoll.xlsx"
    run_command(["granska", str(faulty), "--mot", str(last_year), "--protokoll", str(out)])
    book = openpyxl.load_workbook(out)
    said = [str(cell) for row in book["Översikt"].iter_rows(values_only=True) for cell in row]
    assert "Verksamhetsberättelse 2023, Enheten för rådgivning" in said


def test_a_protocol_of_another_kind_is_refused_before_any_work(faulty: Path, tmp_path: Path, capsys):
    assert run_command(["granska", str(faulty), "--protokoll", str(tmp_path / "protokoll.odt")]) == UNUSABLE
    assert ".docx eller .xlsx" in capsys.readouterr().err


def test_several_reports_end_in_a_table_with_one_row_each(faulty: Path, tmp_path: Path, capsys):
    save(rich_report(), tmp_path / "ren.avst")
    run_command(["granska", str(tmp_path)])
    lines = capsys.readouterr().out.splitlines()
    head = next(number for number, line in enumerate(lines) if line.split() == ["Rapport", "Fel", "Avvikelser", "Tips"])
    assert lines[head + 1].split()[:2] == [faulty.name, "1"]
    assert lines[head + 2].split() == ["ren.avst", "0", "0", "0"]


@pytest.fixture
def folder(tmp_path: Path) -> list[Path]:
    files = [
        saved(tmp_path / f"{n}.avst", outcome=f"{270 + n} st", outcome_men="125 st", outcome_women="145 st")
        for n in range(4)
    ]
    broken = tmp_path / "9.avst"
    broken.write_text("{", encoding="utf-8")
    return [*files, broken]


def test_in_parallel_the_results_are_those_of_one_process_in_the_same_order(folder: list[Path]):
    earlier = (_report(2023),)
    alone = check_all(folder, Task(earlier), few=99)
    assert check_all(folder, Task(earlier), few=1) == alone
    assert [one.file for one in alone] == folder
    assert "9.avst" in alone[-1].refused
    assert [len(one.reports) for one in alone] == [1, 1, 1, 1, 0]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_counted_on_a_terminal_and_taken_away(folder: list[Path]):
    terminal = Terminal()
    check_all(folder, Task(), out=terminal)
    shown = terminal.getvalue().split("\r\x1b[K")
    assert shown[1] == "1 av 5 rapporter …"
    assert shown[-2:] == ["5 av 5 rapporter …", ""]


@pytest.mark.parametrize(("total", "out"), [(5, io.StringIO()), (1, Terminal())])
def test_progress_is_silent_elsewhere_and_for_a_single_report(total: int, out: io.StringIO):
    progress = Progress(total, out)
    progress.counted(FileChecked(Path("a.avst")))
    progress.clear()
    assert out.getvalue() == ""


class Impatient(Terminal):
    """A terminal whose user presses Ctrl+C when two reports are done."""

    def write(self, text: str) -> int:
        if text.endswith("2 av 5 rapporter …"):
            signal.raise_signal(signal.SIGINT)
        return super().write(text)


@pytest.fixture
def heard() -> Iterator[None]:
    """Ctrl+C is heard, also where the tests were started deaf to it, as a shell starts what it leaves behind."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heard")
@pytest.mark.parametrize("few", [99, 1])
def test_ctrl_c_ends_the_run_and_tells_how_far_it_came(folder: list[Path], few: int):
    with pytest.raises(Interrupted, match="Granskningen avbröts efter 2 av 5 rapporter"):
        check_all(folder, Task(), few=few, out=Impatient())


@pytest.mark.usefixtures("heard")
def test_ctrl_c_ends_the_program_with_one_sentence(folder: list[Path], monkeypatch, capsys):
    terminal = Impatient()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert run_command(["granska", *map(str, folder)]) == STOPPED
    assert terminal.getvalue().split("\r\x1b[K")[-1] == "Granskningen avbröts efter 2 av 5 rapporter.\n"
    assert capsys.readouterr().out == ""


def test_a_word_list_and_a_threshold_of_ones_own_hold_for_the_review(tmp_path: Path, capsys):
    text = "Under året har sju barn placerats enligt LVU, med hjälp av brinkebolotsen."
    save(_report(2024, analysis=text), tmp_path / "r.avst")
    (tmp_path / "ord.txt").write_text("Brinkebolotsen\n", "utf-8")
    run_command(["granska", str(tmp_path / "r.avst")])
    usual = capsys.readouterr().out
    assert "SPR-101" in usual
    assert "INT-104" not in usual
    own = ["--ordlista", str(tmp_path / "ord.txt"), "--minsta-grupp", "10"]
    run_command(["granska", str(tmp_path / "r.avst"), *own])
    set_by_user = capsys.readouterr().out
    assert "SPR-101" not in set_by_user
    assert "INT-104" in set_by_user


def test_a_word_list_that_is_not_there_is_refused_in_a_sentence(faulty: Path, tmp_path: Path, capsys):
    assert run_command(["granska", str(faulty), "--ordlista", str(tmp_path / "ord.txt")]) == UNUSABLE
    assert "gick inte att läsa" in capsys.readouterr().err


@pytest.mark.parametrize("size", ["0", "många", "-3"])
def test_a_threshold_that_is_none_is_refused_in_a_sentence(faulty: Path, size: str, capsys):
    with pytest.raises(SystemExit) as stopped:
        run_command(["granska", str(faulty), f"--minsta-grupp={size}"])
    assert stopped.value.code == UNUSABLE
    assert "--minsta-grupp ska vara ett heltal från 2 till 100" in capsys.readouterr().err
