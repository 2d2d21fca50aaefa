"""Matches findings with labelled slips by the lines of the source they are about.

The law:

1. A finding has pieces: its place and the places of its evidence. Each piece has source lines: those the importer
   wrote down for the place, or for the nearest part above it. Where these are more than two, they are narrowed to the
   fewest lines that hold the quoted words (white space aside); where the words are not there, a part of at most
   eight lines counts whole, a longer one (a whole goal) only by its first line, where its heading stands. An
   indicator or activity, or its name, stands for its whole row: the lines of all its cells, its analysis aside.
2. A label has pieces too: its evidence lines, where lines at most two apart are one piece (a row that wraps).
3. A piece of a finding lies on a piece of a label when a line of the one is at most one line from a line of the other.
4. A finding belongs to a label when at least half of the finding's pieces lie on the label's, and the finding's rule
   is about the label's category (`kinds.ABOUT`). One finding may belong to several labels, but only so.
5. A label is found when the findings of one rule that belong to it lie on at least half of its pieces together. Where
   it is not said what the rule is about, or the category is a new one, all of the label's pieces must be touched.
6. A finding that belongs to no label is unmatched, and is printed to be read: it may be wrong, or right and unlabelled.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.evaluation.kinds import ABOUT, CATEGORIES
from tests.evaluation.parts import dense

from avstamt.domain.finding import Finding
from avstamt.domain.place import Place, PlaceError, value_at
from avstamt.domain.provenance import source_of
from avstamt.domain.report import Report
from avstamt.domain.text import Paragraph, RichText, SubHeading, TextTable, block_text

Lines = frozenset[int]

TOLERANCE = 1
ONE_PIECE = 2
WHOLE_PART = 8
ROW_DEPTH = 4


@dataclass(frozen=True)
class Label:
    """A labelled slip with its pieces."""

    id: str
    category: str
    severity: str
    certainty: str
    what: str
    pieces: tuple[Lines, ...]

    @property
    def is_substantive(self) -> bool:
        """Tell whether it is a fel or varning that is at least probable."""
        return self.severity in {"fel", "varning"} and self.certainty in {"definite", "probable"}

    @property
    def is_note(self) -> bool:
        """Tell whether it is a definite notis."""
        return self.severity == "notis" and self.certainty == "definite"


@dataclass(frozen=True)
class Located:
    """A finding with its pieces."""

    finding: Finding
    pieces: tuple[Lines, ...]


@dataclass(frozen=True)
class Matched:
    """Which findings found which label (by position), and which findings belong to none."""

    found: dict[int, tuple[Located, ...]]
    unmatched: tuple[Located, ...]


def read_labels(path: Path) -> tuple[Label, ...]:
    """Return the labelled slips of one report."""
    return tuple(_label(slip) for slip in json.loads(path.read_text(encoding="utf-8")))


def _label(slip: dict[str, Any]) -> Label:
    lines = sorted({evidence["line"] for evidence in slip["evidence"] if evidence.get("line")})
    pieces: list[list[int]] = []
    for line in lines:
        if pieces and line - pieces[-1][-1] <= ONE_PIECE:
            pieces[-1].append(line)
        else:
            pieces.append([line])
    return Label(
        str(slip["id"]),
        slip["category"],
        slip["severity"],
        slip["certainty"],
        slip["what"],
        tuple(frozenset(piece) for piece in pieces),
    )


def locate(report: Report, findings: Iterable[Finding], source: str) -> tuple[Located, ...]:
    """Return the findings with the lines of `source` (the report's text) that they are about."""
    lines = source.split("\n")
    return tuple(Located(finding, _pieces(report, finding, lines)) for finding in findings)


def _pieces(report: Report, finding: Finding, lines: Sequence[str]) -> tuple[Lines, ...]:
    quoted = [(evidence.place, evidence.quote) for evidence in finding.evidence]
    if all(not place.is_within(finding.place.whole) for place, _quote in quoted):
        quoted.insert(0, (finding.place, _words_at(report, finding.place)))
    pieces = (_lines_of(report, place, quote, lines) for place, quote in quoted)
    return tuple(dict.fromkeys(piece for piece in pieces if piece))


def _words_at(report: Report, place: Place) -> str:
    try:
        value = value_at(report, place)
    except PlaceError:
        return ""
    if isinstance(value, RichText):
        value = value.plain
    elif isinstance(value, (Paragraph, SubHeading, TextTable)):
        value = block_text(value)
    text = value if isinstance(value, str) else ""
    return text[slice(*place.span)] if place.span else text


def _lines_of(report: Report, place: Place, quote: str, lines: Sequence[str]) -> Lines:
    if row := _row_of(place):
        return _lines_of_row(report, row)
    source = source_of(report, place)
    if source is None:
        return frozenset()
    whole = range(source.first, source.last + 1)
    if len(whole) <= ONE_PIECE:
        return frozenset(whole)
    narrowed = _narrowed(whole, dense(quote), lines)
    if narrowed:
        return narrowed
    return frozenset(whole) if len(whole) <= WHOLE_PART else frozenset(whole[:1])


def _row_of(place: Place) -> Place | None:
    """Return the row's place where `place` is an indicator or activity, or its name."""
    in_row = place.path[2:3] in (("indicators",), ("activities",))
    is_handle = place.path[4:] in ((), ("name",), ("text",))
    return Place(place.path[:4]) if in_row and len(place.path) >= ROW_DEPTH and is_handle else None


def _lines_of_row(report: Report, row: Place) -> Lines:
    ranges = [
        range(source.first, source.last + 1)
        for source in report.provenance
        if source.place.is_within(row) and source.place.path[ROW_DEPTH : ROW_DEPTH + 1] != ("analysis",)
    ]
    cells = [one for one in ranges if len(one) <= WHOLE_PART]
    broken = (line for one in ranges if len(one) > WHOLE_PART for line in (one[0], one[-1]))  # over a page break
    return frozenset(line for one in cells for line in one).union(broken)


def _narrowed(whole: range, quote: str, lines: Sequence[str]) -> Lines:
    if not quote:
        return frozenset()
    texts = [dense(line) for line in lines[whole.start - 1 : whole.stop - 1]]
    at = "".join(texts).find(quote)
    if at < 0:
        return frozenset()
    touched, begin = [], 0
    for number, text in zip(whole, texts, strict=False):
        if text and begin < at + len(quote) and begin + len(text) > at:
            touched.append(number)
        begin += len(text)
    return frozenset(touched)


def match(labels: Sequence[Label], located: Sequence[Located]) -> Matched:
    """Match the findings of one report with its labels."""
    found: dict[int, tuple[Located, ...]] = {}
    owned: set[int] = set()
    for number, label in enumerate(labels):
        candidates = [index for index, one in enumerate(located) if _belongs(one, label)]
        for rule in dict.fromkeys(located[index].finding.rule for index in candidates):
            same = [index for index in candidates if located[index].finding.rule == rule]
            if _is_found(label, [located[index] for index in same], rule):
                owned.update(same)
                found[number] = (*found.get(number, ()), *(located[index] for index in same))
    return Matched(found, tuple(one for index, one in enumerate(located) if index not in owned))


def _about(rule: str, label: Label) -> bool | None:
    """Tell whether the rule is about the label's category; None where that is not said."""
    if rule not in ABOUT or label.category not in CATEGORIES:
        return None
    return label.category in ABOUT[rule]


def _belongs(one: Located, label: Label) -> bool:
    if _about(one.finding.rule, label) is False:
        return False
    on_label = sum(any(_touch(piece, other) for other in label.pieces) for piece in one.pieces)
    return bool(on_label) and 2 * on_label >= len(one.pieces)


def _is_found(label: Label, findings: Sequence[Located], rule: str) -> bool:
    pieces = [piece for one in findings for piece in one.pieces]
    touched = sum(any(_touch(piece, other) for other in pieces) for piece in label.pieces)
    return 2 * touched >= len(label.pieces) if _about(rule, label) else touched == len(label.pieces)


def _touch(one: Lines, other: Lines) -> bool:
    return any(line + step in other for line in one for step in range(-TOLERANCE, TOLERANCE + 1))
