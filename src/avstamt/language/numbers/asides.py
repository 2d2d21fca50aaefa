"""Digits that are no quantity: years, dates, law, record and telephone numbers, ages, goal numbers, names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from avstamt.language.numbers.labelled import is_followed_by_noun, read_labelled
from avstamt.language.numbers.labels import AGE_WORDS, TIME_WORDS
from avstamt.language.numbers.model import Aside, AsideKind
from avstamt.language.numbers.units import read_unit
from avstamt.language.numbers.years import YEAR, YEAR_PATTERN, years_in
from avstamt.language.words import BLANKS, Span, Word, opens_line, word_set

_MONTHS = (
    r"(?:(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\b"
    r"|(?:jan|feb|apr|aug|sept?|okt|nov|dec)\b\.?)"
)
_DASH = r"\s?[-–—]\s?"
_SHAPES: tuple[tuple[AsideKind, str], ...] = (
    (AsideKind.DATE, r"\d{4}[-–.](?:0[1-9]|1[0-2])[-–.](?:0[1-9]|[12]\d|3[01])(?!\d)"),
    (AsideKind.PERSON, r"(?:19|20)?\d{6}[-–+]\d{4}(?!\d)"),
    (AsideKind.RECORD, r"\d+(?:\.\d+)+[-–]\d+/\d{4}|\d{1,6}/(?:19|20)\d{2}(?!\d)|(?:19|20)\d{2}/\d{3,}(?:-\d+)?"),
    (AsideKind.LAW, r"(?:19|20)\d{2}(?:/\d{2})?:\d+|\d+\s?[a-z]?\s?(?:kap\b\.?|§§?)(?:\s?\d+\s?[a-z]?\s?(?:§§?|st\b\.?|p\b\.?))*"),
    (AsideKind.TELEPHONE, rf"0\d{{1,3}}{_DASH}\d[\d ]{{4,11}}\d(?!\d)|0\d{{1,3}}/\d[\d ]{{4,10}}\d|46\s?\(?0?\)?\d[\d -]{{6,}}\d"),
    (AsideKind.DATE, rf"\d{{1,2}}(?::?e|:a)?(?:{_DASH}|\soch\s|\still\s)?(?:\d{{1,2}}(?::?e|:a)?)?\s{_MONTHS}(?:\s{YEAR_PATTERN}(?!\d))?"),
    (AsideKind.DATE, r"(?:[12]\d|3[01]|0?[1-9])/(?:1[0-2]|0?[1-9])(?![\d/%,]|\sav\b)(?:[-–/\s](?:20)?\d\d(?!\d))?"),
    (AsideKind.YEAR, rf"{YEAR_PATTERN}(?:\s?[-–/]\s?(?:{YEAR_PATTERN}|\d\d(?!\d)))?(?!\d|[,.]\d)"),
    (AsideKind.YEAR, r"[012]\d/[0123]\d(?![\d/])"),
    (AsideKind.TIME, rf"(?:[01]?\d|2[0-4])[:.][0-5]\d(?:{_DASH}(?:[01]?\d|2[0-4])[:.][0-5]\d)(?!\d|[.,]\d)|(?:[01]?\d|2[0-3]):[0-5]\d(?!\d)"),
    (AsideKind.AGE, rf"\d{{1,2}}{_DASH}\d{{1,2}}\s?(?:år\b|-?åring|-?åriga)\w*|\d{{1,3}}[-–\s]?(?:års|åring|årig|årsdag|årsålder)\w*"),
    (AsideKind.LISTING, r"\d{1,3}:(?:a|e)\b"),
    (AsideKind.GOAL, r"\d{1,2}(?:\.\d{1,2}){2,3}(?!\d)\.?"),
    (AsideKind.NAME, r"\d+0-talet\w*"),
    (AsideKind.NAME, r"\d+(?:[-–]\d+)?-(?!tal\b|tals\b|procent|tiden\b)[^\W\d_][\w-]*"),
)  # fmt: skip
_SHAPE = re.compile("|".join(f"(?P<s{n}>{shape})" for n, (_, shape) in enumerate(_SHAPES)), re.IGNORECASE)
_DOTTED = re.compile(r"\d{1,2}\.\d{1,2}(?![\d,])\.?(?!\d)")
_POSTAL = re.compile(r"\d{3}\s?\d{2}\s+(?=[A-ZÅÄÖ]{2})|1\d{2}\s\d{2}\s+Stockholm\b")
_LISTING = re.compile(r"\d{1,2}(?:\.|\))(?=\s+[^\W\d_])")
_OLDER = re.compile(
    rf"[{BLANKS}]*(?:år\b)?[{BLANKS}]*(?:eller|och|samt)\s(?:äldre|yngre|uppåt|över|under)\b|[{BLANKS}]år\s(?:fyllda|gamla?|gammal)\b"
)
_AGE_UNIT = re.compile(rf"[{BLANKS}]*år\b(?![{BLANKS}]+20\d\d\b)")


def read_aside(text: str, words: Sequence[Word], index: int) -> Aside | None:
    """Return what the digits at word `index` are where they are no quantity, else None."""
    start = words[index].start
    if labelled := read_labelled(text, words, index):
        return labelled
    if (match := _SHAPE.match(text, start)) and not _is_counted_year(text, words, index, match):
        kind = _SHAPES[int((match.lastgroup or "s0")[1:])][0]
        return _aside(text, start, match.end(), kind)
    for kind, pattern in (
        (AsideKind.LISTING, _LISTING if opens_line(text, start) else None),
        (AsideKind.ADDRESS, _POSTAL),
    ):
        if pattern and (match := pattern.match(text, start)):
            return _aside(text, start, len(match.group().rstrip()) + start, kind)
    if (match := _DOTTED.match(text, start)) and read_unit(text, match.end()) is None:
        kind = AsideKind.TIME if _before(words, index) in TIME_WORDS else AsideKind.GOAL
        return _aside(text, start, match.end(), kind)
    return _age(text, words, index)


def _is_counted_year(text: str, words: Sequence[Word], index: int, match: re.Match[str]) -> bool:
    """Tell whether four digits that could be a year count something: "1945 GWh", "cirka 2000 besökare"."""
    if not YEAR.fullmatch(match.group()):
        return False
    unit = read_unit(text, match.end())
    if unit is not None:
        return unit.name != "år"
    return _before(words, index) in _DEGREES and is_followed_by_noun(text, match.end())


_DEGREES = word_set("cirka ca drygt knappt omkring ungefär nästan närmare totalt sammanlagt hela minst besökare")


def _age(text: str, words: Sequence[Word], index: int) -> Aside | None:
    """Read an age: "över 18 år", "65 år eller äldre", "barn 12 år"."""
    number = words[index]
    if older := _OLDER.match(text, number.end):
        return _aside(text, number.start, older.end(), AsideKind.AGE) if "år" in older.group() else None
    unit = _AGE_UNIT.match(text, number.end)
    if unit and _before(words, index) in AGE_WORDS:
        return _aside(text, number.start, unit.end(), AsideKind.AGE)
    return None


def _before(words: Sequence[Word], index: int) -> str:
    return words[index - 1].lower if index else ""


def _aside(text: str, start: int, end: int, kind: AsideKind) -> Aside:
    return Aside(Span(start, end), kind, text[start:end], "", years_in(text[start:end]) if kind in _DATED else None)


_DATED = frozenset({AsideKind.YEAR, AsideKind.DATE})
