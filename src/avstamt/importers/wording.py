"""The words a report is built of: prefixes of goals, labels of fields, assessments, glyphs; and how texts compare."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from avstamt.domain.goal import Assessment, GoalLevel

GLYPHS = "●○◯♀♂■□▪◆◇★☆►▶✓✔✗✘⬤🔴🟡🟢\ufffd"
"""Status icons that come through the extraction as letters without meaning."""

_GLYPHS_AND_BLANKS = GLYPHS + " "

BULLETS = "\uf0b7\uf0a7\uf02d\u2022\u00b7\u25aa\u25e6\u2023\u2043\u2219\u25cf"

_BULLET = re.compile(rf"^(?:[{BULLETS}]\s*|[-–—*]\s+|[-–](?=[A-ZÅÄÖ][a-zåäö])|o\s+(?=[A-ZÅÄÖ]))(?=\S)")
_NUMBERED = re.compile(r"^(?P<number>\d{1,2})[.)]\s+(?=\S)")
_NUMBER = r"\d{1,2}(?:\.\d{1,2}){0,3}\.?"
_PREFIXES = {
    GoalLevel.DIRECTION: r"(?:KF:?s|Kommunfullmäktiges)\s+inriktningsmål|Inriktningsmål",
    GoalLevel.AREA: r"(?:(?:KF:?s|Kommunfullmäktiges)\s+)?mål\s+för\s+verksamhetsområde(?:t|n|na)?",
    GoalLevel.COMMITTEE: r"Nämndmål|(?:[A-ZÅÄÖ][a-zåäö]*)?[Nn]ämndens\s+mål|Nämndsmål",
    GoalLevel.UNIT: r"Enhetsmål|Enhetens\s+mål|(?:Enhetens\s+)?åtagande",
}
_HEADS = {
    level: re.compile(
        rf"^(?P<prefix>{prefix})\s*"
        rf"(?:(?P<before>{_NUMBER})\s*(?::|(?=\s[A-ZÅÄÖ]))|:)\s*(?:(?P<after>{_NUMBER})(?=\s|$))?\s*(?P<title>.*)$",
        re.IGNORECASE,
    )
    for level, prefix in _PREFIXES.items()
}
_BARE = {level: re.compile(rf"^(?:{prefix})$", re.IGNORECASE) for level, prefix in _PREFIXES.items()}
_LEADING_NUMBER = re.compile(rf"^(?P<number>{_NUMBER})\s+(?P<title>\S.*)$")
_ASSESSMENT = re.compile(
    r"^(?:(?:Bedömning|Måluppfyllelse|Status)\s*:?\s*)?"
    r"(?P<wording>Uppfyll(?:s|es|t|d)?\s+(?P<how>helt|delvis|inte|ej)(?:\s+alls)?|"
    r"(?P<fronted>helt|delvis|ej|inte)\s+uppfyll\w*|(?P<none>Ingen(?:\s+bedömning)?))$",
    re.IGNORECASE,
)
_LABELS = {
    "beskrivning": "description",
    "förväntat resultat": "expected_result",
    "förväntade resultat": "expected_result",
    "arbetssätt": "working_method",
    "resursanvändning": "resource_use",
    "uppföljning": "follow_up",
    "utveckling": "development",
    "analys": "analysis",
}
PLAN_LABELS = frozenset({"working_method", "resource_use", "follow_up", "development"})
"""Fields that a plan asks for; in other reports the same words head free text."""


@dataclass(frozen=True, slots=True)
class GoalHead:
    """A goal's heading as far as its first line tells: level, number as typed, and the beginning of the title."""

    level: GoalLevel
    prefix: str
    number: str
    title: str


def without_glyph(text: str) -> tuple[str, str]:
    """Return the text without a status icon before it, and the icon."""
    if text[:1].isalnum():  # so begin nearly all lines, and no icon
        return text, ""
    bare = text.lstrip(_GLYPHS_AND_BLANKS)
    if bare == text or not bare:
        return text, ""
    return bare, text[: len(text) - len(bare)].strip()


@lru_cache(maxsize=4096)  # a line is asked about time and again while a report is read
def goal_head(text: str) -> GoalHead | None:
    """Read a goal's prefix, number and title; None where the line is no goal's heading."""
    text, _ = without_glyph(text)
    if text[:1].lower() not in "kimneåsuäafvt":
        return None
    for level, pattern in _HEADS.items():
        if match := pattern.match(text):
            number = match["before"] or match["after"] or ""
            return GoalHead(level, match["prefix"], number, match["title"].strip())
        if _BARE[level].match(text):
            return GoalHead(level, text, "", "")
    return None


def numbered_title(text: str) -> tuple[str, str]:
    """Split "1.2. Title" into number and title; the number is empty where there is none."""
    match = _LEADING_NUMBER.match(text)
    return (match["number"], match["title"]) if match else ("", text)


def assessment(text: str) -> tuple[Assessment, str] | None:
    """Read an assessment line; gives the assessment and its words where these are not the standard ones."""
    bare, _ = without_glyph(text)
    match = _ASSESSMENT.match(bare)
    if match is None:
        return None
    wording = " ".join(match["wording"].split())
    how = (match["how"] or match["fronted"] or "").lower()
    kind = {"helt": Assessment.FULL, "delvis": Assessment.PARTLY, "": Assessment.NONE}.get(how, Assessment.NOT)
    return kind, "" if wording == kind.value else wording


def field_label(text: str) -> str | None:
    """Return the goal field that this line is the label of, or None."""
    if len(text) > 24:  # noqa: PLR2004 - no label is longer
        return None
    bare, _ = without_glyph(text)
    if not bare[:1].isupper():
        return None
    return _LABELS.get(" ".join(bare.lower().rstrip(":").split()))


def bullet(text: str) -> str | None:
    """Return the bullet that begins the text, or None."""
    match = _BULLET.match(text)
    return match[0] if match else None


def list_number(text: str) -> int | None:
    """Return the number that begins a numbered item ("1. …"), or None."""
    match = _NUMBERED.match(text)
    return int(match["number"]) if match else None


def without_list_number(text: str) -> str:
    """Return a numbered item's text."""
    return _NUMBERED.sub("", text, count=1)


class _Letters(dict[int, str]):
    """What each letter is compared as: itself without its accents, dashes alike; asked once a letter."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        bare = letter if letter in "åäöÅÄÖ" else unicodedata.normalize("NFD", letter)[0]
        return self.setdefault(code, "-" if bare in "–—−" else bare)


_BARE_LETTERS = _Letters()
_OF_OTHERS = re.compile(r"[^\x00-\x7fåäöÅÄÖ]")
"""A letter that may be compared as another one."""


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return the text as titles are compared: lower case, dashes alike, accents (but å, ä, ö) and closing marks gone."""
    kept = text if text.isascii() else unicodedata.normalize("NFC", text)
    kept = kept.translate(_BARE_LETTERS) if _OF_OTHERS.search(kept) else kept
    kept = " ".join(kept.lower().split())
    return (re.sub(r" ?- ?", "-", kept) if "-" in kept else kept).strip(" .:;,*")


def ends_sentence(text: str) -> bool:
    """Tell whether the text ends as a sentence does, closing quotes and brackets aside."""
    return text.rstrip("\"”’')» ").endswith((".", "!", "?", ":", "…"))
