"""The two evaluations from folder to figures, on a made-up report small enough to be read here."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.evaluation.__main__ import structure
from tests.evaluation.findings import findings, findings_json, findings_text

from avstamt.templates.catalogue import catalogue

ROOT = Path(__file__).parents[2]
REPORT = """Verksamhetsberättelse 2016 Enheten för rådgivning

Sammanfattande analys

Året har gått som planerat.

Uppföljning av Kommunfullmäktiges inriktningsmål

KF:s inriktningsmål: 1. Ett Stockholm som håller samman

KF:s mål för verksamhetsområdet: 1.1 Alla barn i Stockholm har goda och jämlika uppväxtvillkor

Uppfylls helt

Analys

Målet nås eftersom väntetiderna har kortats.

Indikator\tPeriodens utfall\tUtfall män/pojkar\tUtfall kvinnor/flickor\tUtfall VB 2015\tÅrsmål\tKF:s årsmål\tPeriod
Antal ungdomar som fått sommarjobb i stadens regi\t270 st\t125 st\t144 st\t\t270 st\t8000 st\t2016
"""
ROW = 1 + REPORT.split("\n").index(next(line for line in REPORT.split("\n") if line.startswith("Antal")))
STRUCTURE = {
    "kind": "VB", "year": 2016, "level": "enhet", "organisation": "rådgivning", "sections": [], "activities": [], "tables": [],
    "goals": [
        {"id": "g1", "parent": None, "level": "inriktningsmål", "number": "1", "title": "Ett Stockholm som håller samman",
         "assessment": None, "fields": []},
        {"id": "g2", "parent": "g1", "level": "verksamhetsområdesmål", "number": "1.1", "assessment": "Uppfylls helt",
         "title": "Alla barn i Stockholm har goda och jämlika uppväxtvillkor", "fields": ["Analys"]},
    ],
    "indicators": [
        {"goal": "g2", "name": "Antal ungdomar som fått sommarjobb i stadens regi", "analysis": None,
         "values": {"Periodens utfall": "270 st", "Utfall män/pojkar": "125 st", "Utfall kvinnor/flickor": "144 st",
                    "Utfall VB 2015": None, "Årsmål": "270 st", "KF:s årsmål": "8000 st", "Period": "2016"}},
    ],
}  # fmt: skip
SLIPS = [
    {"id": "1", "category": "kön_summa", "severity": "fel", "certainty": "definite", "what": "125 + 144 = 269, inte 270.",
     "evidence": [{"line": ROW, "quote": "270 st"}]},
    {"id": "2", "category": "stavning", "severity": "notis", "certainty": "definite", "what": "Påhittad.",
     "evidence": [{"line": 5, "quote": "Året"}]},
]  # fmt: skip


@pytest.fixture
def folders(tmp_path):
    reports, gold = tmp_path / "rapporter", tmp_path / "facit"
    for folder in (reports, gold):
        folder.mkdir()
    (reports / "liten.txt").write_text(REPORT, encoding="utf-8")
    (reports / "utan facit.txt").write_text(REPORT, encoding="utf-8")
    for name in ("liten", "utan rapport"):
        (gold / f"{name}.struktur.json").write_text(json.dumps(STRUCTURE), encoding="utf-8")
        (gold / f"{name}.brister.json").write_text(json.dumps(SLIPS), encoding="utf-8")
    return reports, gold


def test_only_what_has_both_report_and_labels_is_measured(folders, capsys):
    measured = structure(*folders, catalogue())
    assert list(measured) == ["liten"]
    assert "utan rapport" in capsys.readouterr().err
    assert {name: measured["liten"][name].misses for name in ("goals", "goal_parents", "indicator_cells")} == {
        "goals": [], "goal_parents": [], "indicator_cells": []
    }  # fmt: skip


def test_one_report_can_be_named(folders):
    assert list(structure(*folders, catalogue(), only="lit")) == ["liten"]
    assert structure(*folders, catalogue(), only="annan") == {}


def test_a_refused_report_counts_as_missed_and_is_told(folders, capsys):
    (folders[0] / "liten.txt").write_bytes(b"")
    assert structure(*folders, catalogue())["liten"]["goals"].recall == 0.0
    assert "liten.txt: " in capsys.readouterr().err


def test_a_slip_that_the_rules_find_is_found_and_the_other_is_missed(folders):
    outcomes = findings(*folders, catalogue())
    figures = findings_json(outcomes)
    assert figures["total"]["substantive"] == {"recall": 1.0, "n": 1, "found": 1}
    assert figures["total"]["notes"] == {"recall": 0.0, "n": 1, "found": 0}
    assert figures["categories"]["kön_summa"]["recall"] == 1.0
    printed = "\n".join(findings_text(outcomes))
    assert "+ 1 kön_summa" in printed
    assert "– 2 stavning" in printed


def test_a_finding_without_label_is_listed_to_be_read(folders):
    (folders[1] / "liten.brister.json").write_text("[]", encoding="utf-8")
    unmatched = findings_json(findings(*folders, catalogue()))["unmatched"]
    assert ROW in [line for one in unmatched for line in one["lines"]]
    assert any("269" in one["message"] for one in unmatched)


@pytest.mark.parametrize("what", ["structure", "findings"])
def test_the_command_prints_one_json_object(folders, what):
    command = [
        sys.executable,
        "-m",
        "tests.evaluation",
        what,
        "--reports",
        *map(str, folders[:1]),
        "--gold",
        str(folders[1]),
    ]
    printed = subprocess.run([*command, "--json"], check=True, capture_output=True, text=True, cwd=ROOT).stdout
    assert {"total", "reports"} <= json.loads(printed).keys()
