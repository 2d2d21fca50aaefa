"""Findings written out: as text for people, as JSON (a documented contract), and as SARIF 2.1.0 for other tools.

Everything is given as plain values; a rule is known only by what `RuleInfo` asks of it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import PurePath
from typing import Any, Protocol
from urllib.parse import quote

from avstamt import __version__
from avstamt.domain.finding import Coverage, Evidence, Finding, Level
from avstamt.domain.naming import place_name
from avstamt.domain.place import Place
from avstamt.domain.provenance import source_of
from avstamt.domain.report import Report
from avstamt.domain.review import waiver_of

JSON_VERSION = 1
_SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_SARIF_LEVELS = {Level.ERROR: "error", Level.DEVIATION: "warning", Level.TIP: "note"}
_MARKS = {Level.ERROR: "■", Level.DEVIATION: "▲", Level.TIP: "•"}
_PLURALS = {
    Level.ERROR: ("fel", "fel"),
    Level.DEVIATION: ("avvikelse", "avvikelser"),
    Level.TIP: ("tips", "tips"),
}
_LONG = 100


class RuleInfo(Protocol):
    """What is told about a rule beside its findings."""

    @property
    def code(self) -> str:
        """Return the code: "IND-101"."""

    @property
    def name(self) -> str:
        """Return the name: "utfall-mellan-könen"."""

    @property
    def level(self) -> Level:
        """Return the level its findings have unless they say otherwise."""

    @property
    def title(self) -> str:
        """Return what the rule holds to be true."""

    @property
    def documentation(self) -> str:
        """Return the rule's whole page."""


def as_text(
    report: Report, findings: Sequence[Finding], waived: Sequence[Finding] = (), coverage: Coverage | None = None
) -> str:
    """Return the findings for people: grouped by the part they are about, in the order given, with a closing line."""
    lines = [report_name(report), ""]
    for part, group in groupby(findings, key=lambda finding: part_name(report, finding.place)):
        lines.append(part)
        for finding in group:
            lines.extend(_finding_lines(report, finding))
        lines.append("")
    lines.append(counted(findings, waived))
    if coverage is not None and coverage.sentence:
        lines.append(coverage.sentence)
    return "\n".join(lines)


def as_json(
    report: Report, findings: Sequence[Finding], waived: Sequence[Finding] = (), coverage: Coverage | None = None
) -> str:
    """Return the findings as JSON of the contract `resources/schema/findings-1.schema.json`."""
    return json.dumps(findings_object(report, findings, waived, coverage), ensure_ascii=False, indent=2)


def findings_object(
    report: Report, findings: Sequence[Finding], waived: Sequence[Finding] = (), coverage: Coverage | None = None
) -> dict[str, Any]:
    """Return what `as_json` writes, as one object; several of them make a list in a file of several reports."""
    counts = Counter(finding.level for finding in findings)
    return {
        "format": "avstamt-findings",
        "version": JSON_VERSION,
        "report": {
            "id": report.id,
            "kind": report.kind.value,
            "level": report.level.value,
            "year": report.year,
            "organisation": report.organisation,
            "committee": report.committee,
        },
        "counts": {**{level.value: counts[level] for level in Level}, "waived": len(waived)},
        "coverage": _coverage_object(coverage or Coverage()),
        "findings": [_finding_object(report, finding) for finding in (*findings, *waived)],
    }


def as_sarif(
    report: Report,
    findings: Sequence[Finding],
    waived: Sequence[Finding] = (),
    rules: Iterable[RuleInfo] = (),
    file: str = "",
) -> str:
    """Return the findings as SARIF 2.1.0; `file` names the report's file where no source is known."""
    return sarif_log([sarif_run(report, findings, waived, rules, file)])


def sarif_run(
    report: Report,
    findings: Sequence[Finding],
    waived: Sequence[Finding] = (),
    rules: Iterable[RuleInfo] = (),
    file: str = "",
) -> dict[str, Any]:
    """Return one report's findings as a run of a SARIF log."""
    known = tuple(rules)
    index = {rule.code: number for number, rule in enumerate(known)}
    driver = {
        "name": "Avstämt",
        "version": __version__,
        "language": "sv-SE",
        "rules": [_sarif_rule(rule) for rule in known],
    }
    return {
        "tool": {"driver": driver},
        "language": "sv-SE",
        "columnKind": "unicodeCodePoints",
        "automationDetails": {"id": f"avstamt/{report.id}", "description": {"text": report_name(report)}},
        "results": [_sarif_result(report, finding, index, file) for finding in (*findings, *waived)],
    }


def sarif_log(runs: Sequence[dict[str, Any]]) -> str:
    """Return a SARIF 2.1.0 log of runs, one a report."""
    return json.dumps({"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": list(runs)}, ensure_ascii=False, indent=2)


def report_name(report: Report) -> str:
    """Return what a report is called: kind, year and whose it is."""
    whose = report.organisation or report.committee
    return f"{report.kind.label} {report.year}" + (f", {whose}" if whose else "")


def part_name(report: Report, place: Place) -> str:
    """Return which part of the report a place lies in, from the outside in."""
    return " › ".join(_shortened(part) for part in place_name(report, place).parts) or "Hela rapporten"


def _finding_lines(report: Report, finding: Finding) -> list[str]:
    lines = [f"  {_MARKS[finding.level]} {finding.level.value}: {finding.message}"]
    lines += [f"      {quoted(report, finding, evidence)}" for evidence in finding.evidence if evidence.quote]
    advice = f"{finding.advice}  " if finding.advice else ""
    return [*lines, f"    → {advice}[{finding.rule}]"]


def quoted(report: Report, finding: Finding, evidence: Evidence) -> str:
    """Return a piece of evidence: where it stands as far as that is not said already, the words, and the source lines."""
    name, own = place_name(report, evidence.place), place_name(report, finding.place)
    elsewhere = name.parts[len(own.parts) :] if name.parts[: len(own.parts)] == own.parts else name.parts[-1:]
    where = ", ".join(part for part in (evidence.source, *(_shortened(part) for part in elsewhere), name.field) if part)
    lines = None if evidence.source else source_of(report, evidence.place)
    rows = (
        ""
        if lines is None
        else f" (rad {lines.first})"
        if lines.first == lines.last
        else f" (rad {lines.first}–{lines.last})"
    )
    return f"{where}: ’{evidence.quote}’{rows}"


def _shortened(text: str) -> str:
    return text if len(text) <= _LONG else f"{text[:_LONG].rsplit(' ', 1)[0]} …"


def counted(findings: Sequence[Finding], waived: Sequence[Finding]) -> str:
    """Return how many findings there are of each level, and how many are set aside, in a sentence or two."""
    aside = (
        f" {len(waived)} är satta åt sidan med undantag." if len(waived) > 1 else " En är satt åt sidan med undantag."
    )
    counts = Counter(finding.level for finding in findings)
    said = [f"{counts[level]} {_PLURALS[level][counts[level] > 1]}" for level in Level if counts[level]]
    total = f"{', '.join(said[:-1])} och {said[-1]}" if len(said) > 1 else said[0] if said else "Inga anmärkningar"
    return f"{total}.{aside if waived else ''}"


def _coverage_object(coverage: Coverage) -> dict[str, Any]:
    parts = [{"subject": part.subject, "tried": part.tried, "total": part.total} for part in coverage.parts]
    return {"tried": coverage.tried, "total": coverage.total, "sentence": coverage.sentence, "parts": parts}


def _finding_object(report: Report, finding: Finding) -> dict[str, Any]:
    waiver = waiver_of(finding, report.waivers)
    return {
        "rule": finding.rule,
        "name": finding.name,
        "level": finding.level.value,
        "message": finding.message,
        "advice": finding.advice,
        **_place_object(report, finding.place),
        "evidence": [_evidence_object(report, evidence) for evidence in finding.evidence],
        "fix": {"title": finding.fix.title, "safe": finding.fix.safe} if finding.fix else None,
        "waived": {"reason": waiver.reason, "author": waiver.author, "date": waiver.date} if waiver else None,
    }


def _evidence_object(report: Report, evidence: Evidence) -> dict[str, Any]:
    """Return a piece of evidence; one from an earlier report has its name, and no source lines of this one."""
    made = {"quote": evidence.quote, **_place_object(report, evidence.place)}
    return {**made, "source": None, "report": evidence.source} if evidence.source else made


def _place_object(report: Report, place: Place) -> dict[str, Any]:
    name, lines = place_name(report, place), source_of(report, place)
    source = {"name": lines.source, "first": lines.first, "last": lines.last} if lines else None
    return {"place": str(place), "where": [*name.parts, *([name.field] if name.field else [])], "source": source}


def _sarif_rule(rule: RuleInfo) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.title},
        "help": {"text": rule.documentation},
        "defaultConfiguration": {"level": _SARIF_LEVELS[rule.level]},
    }


def _sarif_result(report: Report, finding: Finding, index: dict[str, int], file: str) -> dict[str, Any]:
    waiver = waiver_of(finding, report.waivers)
    text = f"{finding.message} {finding.advice}".strip()
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": _SARIF_LEVELS[finding.level],
        "message": {"text": text},
        "locations": [_sarif_location(report, finding.place, file)],
        "relatedLocations": [
            {"id": number, "message": {"text": _told(evidence)}, **_sarif_location(report, evidence.place, file)}
            for number, evidence in enumerate(finding.evidence)
        ],
        "partialFingerprints": {"ruleAndPlace/v1": f"{finding.rule} {finding.place}"},
    }
    if finding.rule in index:
        result["ruleIndex"] = index[finding.rule]
    if waiver:
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": waiver.reason}]
    return result


def _told(evidence: Evidence) -> str:
    return f"{evidence.source}: {evidence.quote}" if evidence.source else evidence.quote


def _sarif_location(report: Report, place: Place, file: str) -> dict[str, Any]:
    name, lines = place_name(report, place), source_of(report, place)
    logical = {
        "name": name.field or (name.parts[-1] if name.parts else "Rapporten"),
        "fullyQualifiedName": str(place),
        "kind": "member",
    }
    location: dict[str, Any] = {"logicalLocations": [logical]}
    uri = (lines.source if lines else "") or file
    if uri:
        region = {"region": {"startLine": lines.first, "endLine": lines.last}} if lines else {}
        location["physicalLocation"] = {"artifactLocation": {"uri": _uri(uri)}, **region}
    return location


def _uri(path: str) -> str:
    return quote(PurePath(path).as_posix())
