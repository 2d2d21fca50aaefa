"""Every command does its work, says so in Swedish, and exits with the status that was promised."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tests.builders import goal, indicator, report, rich_report

from avstamt.cli import COMMANDS, deeds, run_command
from avstamt.domain.printed import for_paper
from avstamt.domain.report import OrganisationLevel, ReportKind
from avstamt.storage.file import read, save

CLEAN, FOUND, UNUSABLE = 0, 1, 2


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    path = tmp_path / "ren.avst"
    save(rich_report(), path)
    return path


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / "fel.avst"
    figures = {"outcome": "270 st", "outcome_men": "125 st", "outcome_women": "144 st", "target": "270 st"}
    save(report(goal(indicators=(indicator("Antal ungdomar som fått sommarjobb", **figures),))), path)
    return path


def test_the_door_knows_every_command():
    assert {*deeds.DEEDS, "regler"} == COMMANDS


def test_help_knows_every_kind_of_report_and_loads_neither_the_domain_nor_the_rules(capsys):
    with pytest.raises(SystemExit):
        run_command(["ny", "--help"])
    assert f"{{{','.join(ReportKind)}}}" in capsys.readouterr().out
    code = (
        "import sys; from avstamt.cli import arguments; arguments.parser().format_help(); "
        "sys.exit(any(name in sys.modules for name in ('pydantic', 'avstamt.rules.catalogue')))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


def test_a_clean_report_exits_with_0(clean: Path, capsys):
    assert run_command(["granska", str(clean)]) == CLEAN
    assert "Verksamhetsberättelse 2024" in capsys.readouterr().out


def test_a_finding_at_level_fel_exits_with_1_and_is_said_with_its_figures(faulty: Path, capsys):
    assert run_command(["granska", str(faulty)]) == FOUND
    out = capsys.readouterr().out
    assert "269" in out
    assert "270" in out
    assert "IND-102" in out


def test_a_folder_is_checked_file_by_file_with_a_closing_line(clean: Path, faulty: Path, capsys):
    assert run_command(["granska", str(clean.parent)]) == FOUND
    out = capsys.readouterr().out
    assert out.index(faulty.name) < out.index(clean.name)
    assert out.rstrip().endswith("2 rapporter är granskade, 1 av dem har minst ett fel.")


def test_json_gives_one_object_with_what_the_contract_promises(faulty: Path, capsys):
    assert run_command(["granska", str(faulty), "--format", "json"]) == FOUND
    made = json.loads(capsys.readouterr().out)
    assert made["file"] == str(faulty)
    found = next(finding for finding in made["findings"] if finding["rule"] == "IND-102")
    assert {"rule", "name", "level", "message", "place", "evidence", "fix"} <= set(found)
    assert found["level"] == "Fel"


def test_json_of_several_reports_is_a_list(clean: Path, faulty: Path, capsys):
    run_command(["granska", str(clean), str(faulty), "--format", "json"])
    assert [one["file"] for one in json.loads(capsys.readouterr().out)] == [str(clean), str(faulty)]


def test_sarif_has_one_run_a_report_and_names_the_rules(clean: Path, faulty: Path, capsys):
    run_command(["granska", str(clean), str(faulty), "--format", "sarif"])
    log = json.loads(capsys.readouterr().out)
    assert log["version"] == "2.1.0"
    assert [len(run["results"]) > 0 for run in log["runs"]] == [False, True]


def test_findings_can_be_saved_in_a_file(faulty: Path, tmp_path: Path, capsys):
    out = tmp_path / "granskning.txt"
    run_command(["granska", str(faulty), "-o", str(out)])
    assert "269" in out.read_text(encoding="utf-8")
    assert str(out) in capsys.readouterr().out


def test_a_word_document_comes_back_as_the_report_unless_it_is_final(clean, tmp_path, capsys):
    for name, more in (("ut.docx", []), ("slutlig.docx", ["--slutlig"])):
        assert run_command(["exportera", str(clean), "--till", "docx", "-o", str(tmp_path / name), *more]) == 0
        assert run_command(["importera", str(tmp_path / name), "-o", str(tmp_path / f"{name}.avst")]) == 0
    assert read(tmp_path / "ut.docx.avst") == for_paper(read(clean))
    assert not [name for name in zipfile.ZipFile(tmp_path / "slutlig.docx").namelist() if "customXml" in name]


def test_a_folder_is_exported_report_by_report_past_what_cannot_be_read(clean, tmp_path, capsys):
    drafts, out = tmp_path / "utkast", tmp_path / "ut"
    drafts.mkdir()
    for name in ("ett", "två"):
        (drafts / f"{name}.avst").write_bytes(clean.read_bytes())
    (drafts / "trasig.avst").write_bytes(b"{")
    assert run_command(["exportera", str(drafts), "--till", "json", "-o", str(out)]) == UNUSABLE
    assert sorted(path.name for path in out.iterdir()) == ["ett.json", "två.json"]
    assert "trasig.avst" in capsys.readouterr().err


@pytest.mark.parametrize(("target", "start"), [("docx", b"PK"), ("pdf", b"%PDF"), ("xlsx", b"PK"), ("json", b"{")])
def test_a_report_is_exported(clean: Path, tmp_path: Path, target: str, start: bytes):
    out = tmp_path / f"ut.{target}"
    assert run_command(["exportera", str(clean), "--till", target, "-o", str(out)]) == CLEAN
    assert out.read_bytes().startswith(start)


@pytest.mark.parametrize("kind", list(ReportKind))
def test_a_new_report_of_any_kind_opens_again(tmp_path: Path, kind: ReportKind):
    out = tmp_path / "ny.avst"
    arguments = [
        "ny",
        "--typ",
        kind.value,
        "--nivå",
        "nämnd",
        "--år",
        "2024",
        "--organisation",
        "Exempel",
        "-o",
        str(out),
    ]
    assert run_command(arguments) == CLEAN
    made = read(out)
    assert (made.kind, made.level, made.year) == (kind, OrganisationLevel.COMMITTEE, 2024)
    assert made.goals


def test_a_new_report_never_writes_over_a_file(clean: Path, capsys):
    before = clean.read_bytes()
    assert run_command(["ny", "--typ", "VB", "--år", "2024", "-o", str(clean)]) == UNUSABLE
    assert clean.read_bytes() == before
    assert "finns redan" in capsys.readouterr().err


def test_the_rules_are_listed_and_explained(capsys):
    assert run_command(["regler"]) == CLEAN
    assert "IND-102" in capsys.readouterr().out
    assert run_command(["regler", "ind-102"]) == CLEAN
    assert "Varför:" in capsys.readouterr().out
    assert run_command(["regler", "XYZ-1"]) == UNUSABLE
    assert "XYZ-1" in capsys.readouterr().err


@pytest.mark.parametrize("content", [b"", b"{", b"\x00\x01\x02", b'{"format": 99}', "åäö".encode("utf-16")])
@pytest.mark.parametrize("command", ["granska", "exportera"])
def test_a_file_that_cannot_be_read_is_one_sentence_and_2(tmp_path: Path, capsys, content: bytes, command: str):
    path = tmp_path / "trasig.avst"
    path.write_bytes(content)
    more = ["--till", "docx", "-o", str(tmp_path / "ut.docx")] if command == "exportera" else []
    assert run_command([command, str(path), *more]) == UNUSABLE
    said = capsys.readouterr().err
    assert "trasig.avst" in said
    assert "Traceback" not in said
    assert path.read_bytes() == content


def test_a_missing_file_does_not_hide_the_findings_of_the_others(faulty: Path, tmp_path: Path, capsys):
    assert run_command(["granska", str(tmp_path / "saknas.avst"), str(faulty)]) == UNUSABLE
    captured = capsys.readouterr()
    assert "saknas.avst" in captured.err
    assert "269" in captured.out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["granska"], "det saknas: FIL"),
        (["exportera", "a.avst", "--till", "odt", "-o", "b"], "välj bland"),
        (["granska", "a.avst", "--snabbt"], "okända argument: --snabbt"),
        (["ny", "--typ", "VB", "--år", "snart", "-o", "b"], "ska vara ett årtal"),
    ],
)
def test_wrong_arguments_are_said_in_swedish_and_exit_with_2(arguments: list[str], sentence: str, capsys):
    with pytest.raises(SystemExit) as stopped:
        run_command(arguments)
    assert stopped.value.code == UNUSABLE
    said = capsys.readouterr().err
    assert sentence in said
    assert "usage" not in said


def test_help_is_in_swedish(capsys):
    with pytest.raises(SystemExit):
        run_command(["--hjälp"])
    out = capsys.readouterr().out
    assert out.startswith("Användning:")
    with pytest.raises(SystemExit):
        run_command(["granska", "--hjälp"])
    assert capsys.readouterr().out.startswith("Användning: avstamt granska")
    assert not {"usage", "options", "positional"} & set(out.lower().split())


def test_checking_on_the_command_line_never_loads_the_window(clean: Path):
    code = (
        "import sys; from avstamt.cli import run_command; "
        f"run_command(['granska', {str(clean)!r}]); sys.exit('PySide6' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0
