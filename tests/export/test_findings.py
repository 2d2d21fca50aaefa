"""Findings written out: text for people, JSON by its contract, SARIF by its schema."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from tests.builders import goal, indicator, report

from avstamt.domain.finding import Claims, Coverage, Evidence, Finding, Fix, Level
from avstamt.domain.goal import Assessment
from avstamt.domain.naming import place_name
from avstamt.domain.place import Place
from avstamt.domain.review import SourceLines, Waiver
from avstamt.export.findings import as_json, as_sarif, as_text, sarif_log, sarif_run
from avstamt.resources import resource
from avstamt.rules.catalogue import CATALOGUE
from avstamt.rules.engine import check
from avstamt.templates.catalogue import catalogue

ROW = Place.parse("goals/g1/indicators/i1")
SARIF_SCHEMA = json.loads((Path(__file__).parent / "data" / "sarif-2.1.0-rtm.5.schema.json").read_text("utf-8"))
FINDINGS_SCHEMA = json.loads(resource("schema", "findings-1.schema.json").read_text("utf-8"))
COVERAGE = Coverage((Claims("summor", 1, 2),), "1 av 2 samband kunde prövas.")


def written():
    """Return a report with provenance, one finding, and one that is set aside."""
    row = indicator("Antal sommarjobb", id="i1", outcome="270 st", outcome_men="125 st", outcome_women="144 st")
    made = report(
        goal("Unga får sommarjobb", id="g1", number="3.3.1", assessment=Assessment.FULL, indicators=(row,)),
        id="r1",
        waivers=(
            Waiver(id="w1", rule="FYL-101", place=ROW / "target", reason="Mäts inte", author="EN", date="2024-05-02"),
        ),
        provenance=(SourceLines(place=ROW / "outcome", source="vår rapport.txt", first=609, last=610),),
    )
    sum_finding = Finding(
        "IND-102",
        "män-och-kvinnor",
        Level.ERROR,
        "Män och kvinnor blir tillsammans 269, men periodens utfall är 270.",
        ROW / "outcome",
        (Evidence(ROW / "outcome", "270 st"), Evidence(ROW / "outcome_men", "125 st")),
        "Rätta något av talen.",
        Fix("Skriv 269", safe=False, apply=lambda one: one),
    )
    aside = Finding("FYL-101", "platshållare-i-cell", Level.DEVIATION, "Platshållaren står kvar.", ROW / "target")
    return made, (sum_finding,), (aside,)


def test_text_groups_by_part_quotes_evidence_with_its_lines_and_closes_with_counts_and_coverage():
    made, findings, waived = written()
    assert as_text(made, findings, waived, COVERAGE).splitlines() == [
        "Verksamhetsberättelse 2024, Enheten för rådgivning",
        "",
        "3.3.1 Unga får sommarjobb › Antal sommarjobb",
        "  ■ Fel: Män och kvinnor blir tillsammans 269, men periodens utfall är 270.",
        "      Periodens utfall: ’270 st’ (rad 609–610)",
        "      Utfall män/pojkar: ’125 st’",
        "    → Rätta något av talen.  [IND-102]",
        "",
        "1 fel. En är satt åt sidan med undantag.",
        "1 av 2 samband kunde prövas.",
    ]


def test_text_without_findings_says_so():
    assert as_text(report(), ()).splitlines()[-1] == "Inga anmärkningar."


@pytest.mark.parametrize(
    ("levels", "closing"),
    [
        ([Level.ERROR, Level.ERROR], "2 fel."),
        ([Level.DEVIATION], "1 avvikelse."),
        ([Level.ERROR, Level.DEVIATION, Level.DEVIATION, Level.TIP], "1 fel, 2 avvikelser och 1 tips."),
    ],
)
def test_the_closing_line_counts_each_level(levels, closing):
    findings = [Finding("TST-101", "prov", level, "Prov.", Place.of("title")) for level in levels]
    assert as_text(report(), findings).splitlines()[-1] == closing


def test_evidence_in_another_part_says_which():
    made, (finding, *_), _ = written()
    elsewhere = Evidence(Place.of("sections", made.sections[0].id, "text"), "270 ungdomar")
    text = as_text(made, [Finding(finding.rule, "n", Level.ERROR, "Prov.", finding.place, (elsewhere,))])
    assert "Sammanfattande analys, Text: ’270 ungdomar’" in text


def test_evidence_from_an_earlier_report_says_which_and_has_no_lines_here():
    made, (finding, *_), _ = written()
    earlier = Evidence(finding.evidence[0].place, "250 st", "Verksamhetsberättelse 2023")
    compared = replace(finding, evidence=(earlier,))
    assert "Verksamhetsberättelse 2023, Periodens utfall: ’250 st’\n" in as_text(made, [compared])
    told = json.loads(as_json(made, [compared]))
    jsonschema.validate(told, FINDINGS_SCHEMA)
    (evidence,) = told["findings"][0]["evidence"]
    assert (evidence["report"], evidence["source"]) == ("Verksamhetsberättelse 2023", None)
    assert "Verksamhetsberättelse 2023: 250 st" in as_sarif(made, [compared])


def test_json_keeps_its_contract():
    made, findings, waived = written()
    told = json.loads(as_json(made, findings, waived, COVERAGE))
    jsonschema.validate(told, FINDINGS_SCHEMA)
    first, second = told["findings"]
    assert first["place"] == "goals/g1/indicators/i1/outcome"
    assert first["where"] == ["3.3.1 Unga får sommarjobb", "Antal sommarjobb", "Periodens utfall"]
    assert first["source"] == {"name": "vår rapport.txt", "first": 609, "last": 610}
    assert first["fix"] == {"title": "Skriv 269", "safe": False}
    assert first["waived"] is None
    assert second["waived"] == {"reason": "Mäts inte", "author": "EN", "date": "2024-05-02"}
    assert told["counts"] == {"Fel": 1, "Avvikelse": 0, "Tips": 0, "waived": 1}
    assert told["coverage"]["parts"] == [{"subject": "summor", "tried": 1, "total": 2}]


def test_the_contract_refuses_what_lacks_a_field():
    made, findings, waived = written()
    told = json.loads(as_json(made, findings, waived, COVERAGE))
    del told["findings"][0]["place"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(told, FINDINGS_SCHEMA)


def test_sarif_validates_and_names_rule_lines_and_waiver():
    made, findings, waived = written()
    log = json.loads(as_sarif(made, findings, waived, CATALOGUE))
    jsonschema.Draft4Validator(SARIF_SCHEMA).validate(log)
    (run,) = log["runs"]
    first, second = run["results"]
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == "IND-102"
    physical = first["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"]["uri"] == "v%C3%A5r%20rapport.txt"
    assert physical["region"] == {"startLine": 609, "endLine": 610}
    assert first["level"] == "error"
    assert second["suppressions"][0]["justification"] == "Mäts inte"


def test_sarif_of_several_reports_has_a_run_each():
    made, findings, _ = written()
    log = json.loads(sarif_log([sarif_run(made, findings, file="a.avst"), sarif_run(report(), ())]))
    jsonschema.Draft4Validator(SARIF_SCHEMA).validate(log)
    assert [len(run["results"]) for run in log["runs"]] == [1, 0]


def test_a_run_of_all_rules_is_written_in_every_form():
    made, _, _ = written()
    result = check(made, catalogue())
    jsonschema.validate(json.loads(as_json(made, result.findings, result.waived, result.coverage)), FINDINGS_SCHEMA)
    jsonschema.Draft4Validator(SARIF_SCHEMA).validate(
        json.loads(as_sarif(made, result.findings, result.waived, CATALOGUE))
    )
    assert "[IND-102]" in as_text(made, result.findings, result.waived, result.coverage)


@pytest.mark.parametrize(
    ("place", "parts", "field"),
    [
        ("goals/g1/indicators/i1/outcome", ("3.3.1 Unga får sommarjobb", "Antal sommarjobb"), "Periodens utfall"),
        ("goals/g1", ("3.3.1 Unga får sommarjobb",), ""),
        ("goals/g1/analysis/blocks/b1#0-3", ("3.3.1 Unga får sommarjobb",), "Analys"),
        ("goals", (), "Mål"),
        ("", (), ""),
    ],
)
def test_a_place_has_a_swedish_name(place, parts, field):
    made, _, _ = written()
    name = place_name(made, Place.parse(place))
    assert (name.parts, name.field) == (parts, field)
