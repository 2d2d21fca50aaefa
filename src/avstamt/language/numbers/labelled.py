"""Digits that a label stands before: "bilaga 3b", "mål 3.6", "tertial 1", "dag 1–14", "kl. 9–12", "§ 12"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from avstamt.language.numbers.labels import ADDRESS_ENDINGS, GOAL_LABELS, LABELS, NAME_LABELS, TIME_WORDS
from avstamt.language.numbers.model import Aside, AsideKind
from avstamt.language.numbers.units import read_unit
from avstamt.language.numbers.years import YEAR, years_in
from avstamt.language.words import BLANKS, Span, Word, word_set

_NUMBER = re.compile(r"\d+(?:\.\d+)*(?:\s?[-–—]\s?\d+(?:\.\d+)*)?[a-z]?(?![^\W\d_])")
_GAP = re.compile(rf"[{BLANKS}\n]*[.:]?[{BLANKS}\n]*")
_NAME_GAP = re.compile(rf"[{BLANKS}]*[-–]?[{BLANKS}]*")
_PAGE_COUNT = re.compile(r"\d+\s?\(\d+\)")
_LONG_NUMBER = re.compile(r"\d(?:[\d ./:-]*\d)?")
_WHOLE = {AsideKind.PAGE: _PAGE_COUNT, AsideKind.RECORD: _LONG_NUMBER, AsideKind.TELEPHONE: _LONG_NUMBER}
_NEXT_WORD = re.compile(rf"[{BLANKS}]+([^\W\d_]+)")
_CONTINUES = re.compile(rf"[{BLANKS}]*(?:,|och|samt|till|–|-)[{BLANKS}]*")
_ONE_DIGIT = re.compile(r"\d(?![\d,.]|\s\d)")
_SECTION_REACH = 3
_NAMED = frozenset({"covid", "rullande"})
_NOT_COUNTED = word_set(
    "och samt till eller i om för att som under är har ska kommer beskrivs redovisas uppfylls bedöms uppnås nås"
)


def read_labelled(text: str, words: Sequence[Word], index: int) -> Aside | None:
    """Return what the digits at word `index` are by the word before them, else None."""
    start = words[index].start
    match = _NUMBER.match(text, start)
    if match is None:
        return None
    if text[max(0, start - _SECTION_REACH) : start].rstrip(BLANKS).endswith("§"):
        return Aside(Span(start, match.end()), AsideKind.LAW, match.group())
    label = words[index - 1] if index else None
    gap = _NAME_GAP if label and label.lower in _NAMED else _GAP
    if label is None or not gap.fullmatch(text, label.end, start):
        return None
    kind = _kind(text, label, match)
    if kind is None or _counts_after_all(text, label, match, kind):
        return None
    if whole := _WHOLE.get(kind):
        match = whole.match(text, start) or match
    return Aside(Span(start, match.end()), kind, match.group(), label.lower, years_in(match.group()))


def read_continued(text: str, before: Aside, words: Sequence[Word], index: int) -> Aside | None:
    """Return the digits at word `index` as going on from a reference: the 3.6 in "mål 1.3 och 3.6"."""
    start = words[index].start
    if before.kind is not AsideKind.REFERENCE or not _CONTINUES.fullmatch(text, before.span.end, start):
        return None
    match = _NUMBER.match(text, start)
    if match is None or read_unit(text, match.end()) or is_followed_by_noun(text, match.end()):
        return None
    return Aside(Span(start, match.end()), AsideKind.REFERENCE, match.group(), before.label)


def is_followed_by_noun(text: str, end: int) -> bool:
    """Tell whether the number counts what follows: "mål 22 personer" but not "mål 2 och"."""
    match = _NEXT_WORD.match(text, end)
    return match is not None and match[1].lower() not in _NOT_COUNTED


def _kind(text: str, word: Word, match: re.Match[str]) -> AsideKind | None:
    label = word.lower
    known = AsideKind.NAME if label in _NAMED else AsideKind.TIME if label in TIME_WORDS else LABELS.get(label)
    if known is AsideKind.REFERENCE and label not in NAME_LABELS and YEAR.fullmatch(match.group()):
        return AsideKind.YEAR
    if known:
        return known
    if label.endswith("vecka"):
        return AsideKind.REFERENCE
    if word.text[0].isupper():
        named = AsideKind.NAME if label in NAME_LABELS else None
        return AsideKind.ADDRESS if label.endswith(ADDRESS_ENDINGS) else named
    return AsideKind.REFERENCE if label == "år" and _ONE_DIGIT.match(text, match.start()) else None


def _counts_after_all(text: str, label: Word, match: re.Match[str], kind: AsideKind) -> bool:
    """Tell whether a number behind a label is a quantity all the same: "mål 95 %", "mål: 22", "mål 22 personer"."""
    if kind not in (AsideKind.TIME, AsideKind.NAME) and read_unit(text, match.end()):
        return True
    if label.lower not in GOAL_LABELS or "." in match.group() or label.lower == "inriktningsmål":
        return False
    return ":" in text[label.end : match.start()] or is_followed_by_noun(text, match.end())
