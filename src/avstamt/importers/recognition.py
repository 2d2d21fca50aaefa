"""Recognises what a report is: kind, level, year and organisation; by its title, its tables and its words, in that order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from avstamt.domain.goal import GoalLevel
from avstamt.domain.report import OrganisationLevel, ReportKind
from avstamt.importers.heads import TableKind, table_head
from avstamt.importers.lines import Line
from avstamt.importers.organisation import names
from avstamt.importers.wording import goal_head

_TITLE = re.compile(
    r"^(?:(?P<plan>Verksamhetsplan|Underlag till verksamhetsplan|Förslag till verksamhetsplan)|"
    r"(?P<annual>Verksamhetsberättelse)|(?P<tertial>Tertialrapport)(?:\s+(?:Tertial\s+)?(?P<number>[12]))?)\b"
    r"(?P<rest>.{0,140})$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d-])(20[012]\d)(?![\d-])")
_FILE_KINDS = (("verksamhetsplan", "VP"), ("verksamhetsberattelse", "VB"), ("tertialrapport", "T"), ("tertial", "T"))


@dataclass(frozen=True, slots=True)
class Identity:
    """What a report is, and the doubts about it as sentences with the line they are about."""

    kind: ReportKind
    level: OrganisationLevel
    year: int
    organisation: str
    committee: str
    title: str
    title_line: int = 0
    doubts: tuple[str, ...] = ()


@dataclass(slots=True)
class _Evidence:
    lines: Sequence[Line]
    text: str
    name: str
    columns: set[str] = field(default_factory=set)
    goal_levels: set[GoalLevel] = field(default_factory=set)
    doubts: list[str] = field(default_factory=list)


def identify(lines: Sequence[Line], name: str) -> Identity:
    """Return what the report in these lines is; `name` is the source's file name, asked last."""
    evidence = _Evidence(lines, "\n".join(line.text for line in lines), _plain(name))
    for index, line in enumerate(lines):
        head = table_head(lines, index)
        if head is not None and head.kind is TableKind.INDICATORS:
            evidence.columns |= set(head.columns)
        goal = goal_head(line.text)
        if goal is not None:
            evidence.goal_levels.add(goal.level)
    title = _title(lines)
    kind = _kind(evidence, title)
    level = _level(evidence)
    year = _year(evidence, title)
    named = names(lines, evidence.text, title, level)
    return Identity(
        kind, level, year, named.organisation, named.committee, title.text if title else "", title.number if title else 0,
        (*evidence.doubts, *named.doubts),
    )  # fmt: skip


def _plain(name: str) -> str:
    return name.casefold().translate(str.maketrans("åäö_", "aao-"))


def _title(lines: Sequence[Line]) -> Line | None:
    """Return the line that is the report's title: among the first, or before "Förslag till beslut"."""
    for line in lines[:60]:
        match = _TITLE.match(line.text)
        if match and len(line.text) < 150 and not line.text.endswith((".", ":")) and not line.tabbed:  # noqa: PLR2004 - no title is longer
            return line
    return None


def _kind(evidence: _Evidence, title: Line | None) -> ReportKind:
    match = _TITLE.match(title.text) if title else None
    if match and match["plan"]:
        return ReportKind.PLAN
    if match and match["annual"]:
        return ReportKind.ANNUAL
    if match:
        number = match["number"] or next(
            iter(re.findall(r"\b(?:tertial |T)([12])\b", match["rest"], re.IGNORECASE)), None
        )
        return ReportKind.TERTIAL_2 if (number or _tertial(evidence)) == "2" else ReportKind.TERTIAL_1
    return _kind_by_tables(evidence)


def _kind_by_tables(evidence: _Evidence) -> ReportKind:
    if "forecast" in evidence.columns:
        return ReportKind.TERTIAL_2 if _tertial(evidence) == "2" else ReportKind.TERTIAL_1
    if "periodicity" in evidence.columns:
        return ReportKind.PLAN
    if evidence.columns & {"outcome", "previous"}:
        return ReportKind.ANNUAL
    by_name = next((kind for sign, kind in _FILE_KINDS if sign in evidence.name), "")
    words = evidence.text.casefold()
    counts = {
        ReportKind.PLAN: words.count("arbetssätt\n")
        + words.count("verksamhetsplanen")
        + words.count("\nresursanvändning"),
        ReportKind.ANNUAL: words.count("verksamhetsberättelse") + words.count("\nanalys\n"),
        ReportKind.TERTIAL_1: words.count("tertialrapport"),
    }
    best = max(counts, key=lambda kind: counts[kind])
    evidence.doubts.append(
        "Det går inte att säkert se vilket slags rapport det är: varken titel eller tabeller visar det."
    )
    if by_name == "T" or (not by_name and best is ReportKind.TERTIAL_1 and counts[best]):
        return ReportKind.TERTIAL_2 if _tertial(evidence) == "2" else ReportKind.TERTIAL_1
    if by_name:
        return ReportKind(by_name)
    return best if counts[best] else ReportKind.ANNUAL


def _tertial(evidence: _Evidence) -> str:
    """Return "1" or "2": by the periods in the tables, the riktvärde, the month, the file's name."""
    periods: Counter[str] = Counter(re.findall(r"\b[Tt]ertial ([12]) 20\d\d", evidence.text))
    if periods:
        return max(periods, key=lambda number: periods[number])
    if re.search(r"66,7\s?%|delårsbokslut|31 augusti", evidence.text, re.IGNORECASE):
        return "2"
    if re.search(r"33,3\s?%|30 april", evidence.text):
        return "1"
    match = re.search(r"(?:tertial\w*-?|t)([12])\b", evidence.name)
    return match[1] if match else "1"


def _level(evidence: _Evidence) -> OrganisationLevel:
    if GoalLevel.UNIT in evidence.goal_levels:
        return OrganisationLevel.UNIT
    words = evidence.text.casefold()
    if "förslag till beslut" in words or re.search(r"\npersonalkostnader\b", words):
        return OrganisationLevel.COMMITTEE
    unit, committee = len(re.findall(r"\benhetens?\b", words)), len(re.findall(r"nämnden(?:s)?\b", words))
    if not evidence.goal_levels:
        evidence.doubts.append(
            "Det går inte att säkert se om rapporten är en enhets eller en nämnds: den har inga mål."
        )
    return OrganisationLevel.UNIT if unit >= committee else OrganisationLevel.COMMITTEE


def _year(evidence: _Evidence, title: Line | None) -> int:
    found = _YEAR.findall(title.text) if title else []
    if found:
        return int(found[-1])
    periods = Counter(re.findall(r"(?:VB|Tertial \d|Halvår \d|T\d)[ \n]+(20\d\d)", evidence.text))
    previous = Counter(re.findall(r"[Uu]tfall VB\s+(20\d\d)", evidence.text))
    if previous:
        return int(previous.most_common(1)[0][0]) + 1
    if periods:
        return int(periods.most_common(1)[0][0])
    dates = Counter(re.findall(r"\b(20\d\d)-\d\d-\d\d\b|^Budget (20\d\d)$", evidence.text, re.MULTILINE))
    if dates:
        best = max(dates, key=lambda found: dates[found])
        return int(best[0] or best[1])
    named = _YEAR.findall(evidence.name.replace("-", " "))
    if named:
        return int(named[-1])
    evidence.doubts.append("Rapportens år står inte i någon titel eller tabell: kontrollera det.")
    anywhere = Counter(_YEAR.findall(evidence.text))
    return int(anywhere.most_common(1)[0][0]) if anywhere else 2000
