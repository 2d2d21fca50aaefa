"""The column heads of indicator and activity tables, however many lines they are broken over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from avstamt.importers.lines import Line
from avstamt.importers.wording import without_glyph

REASON = "kolumnrubriker"


class TableKind(StrEnum):
    """Which table a head begins."""

    INDICATORS = "indikatorer"
    ACTIVITIES = "aktiviteter"


@dataclass(frozen=True, slots=True)
class TableHead:
    """A head: the table's kind, its columns as attribute names after the first, and how many lines it takes."""

    kind: TableKind
    columns: tuple[str, ...]
    lines: int


_COLUMNS: tuple[tuple[str, str], ...] = (
    (r"(?:periodens )?utfall män ?/ ?pojkar", "outcome_men"),
    (r"(?:periodens )?utfall kvinnor ?/ ?flickor", "outcome_women"),
    (r"(?:periodens )?utfall (?:vb |helår |år |föregående år )?(?:\d{4}|vb|föregående (?:år|vb))", "previous"),
    (r"(?:periodens )?utfall t[12] \d{4}", "previous"),
    (r"(?:periodens utfall|utfall(?: perioden| t[12]| tertial [12]| helår)?)", "outcome"),
    (r"prognos(?: helår)?(?: \d{4})?", "forecast"),
    (r"(?:nämndens |enhetens )?(?:års)?mål(?: \d{4})?", "target"),
    (r"kf:?s (?:års)?mål(?: \d{4})?", "city_target"),
    (r"periodicitet", "periodicity"),
    (r"period", "period"),
)
_MATCHERS = tuple((re.compile(rf"(?:{pattern})(?=\s|$)"), name) for pattern, name in _COLUMNS)
_ORDER = (
    "outcome",
    "outcome_men",
    "outcome_women",
    "previous",
    "forecast",
    "target",
    "city_target",
    "period",
    "periodicity",
)
_VOCABULARY = frozenset(
    [
        "indikator",
        "periodens",
        "utfall",
        "män/",
        "män",
        "pojkar",
        "kvinnor/",
        "kvinnor",
        "flickor",
        "män/pojkar",
        "kvinnor/flickor",
        "/",
        "vb",
        "prognos",
        "helår",
        "årsmål",
        "mål",
        "kf:s",
        "kfs",
        "period",
        "periodicitet",
        "tertial",
        "t1",
        "t2",
        "1",
        "2",
        "år",
        "föregående",
        "nämndens",
    ]
)
_ACTIVITY_WORDS = frozenset(["aktivitet", "startdatum", "slutdatum", "avvikelse", "start-", "slut-", "datum"])
_INITIALS = frozenset("iIaA")
"""So begin "Indikator" and "Aktivitet"."""
_MOST_LINES = 24
_LAST = ("period", "periodicity")


def table_head(lines: Sequence[Line], at: int) -> TableHead | None:
    """Return the head that begins at this line, or None."""
    first, _ = without_glyph(lines[at].text)
    if first[:1] not in _INITIALS:
        return None
    word = first.split(maxsplit=1)[0].casefold()
    if word == "indikator":
        return _indicator_head(lines, at)
    if word == "aktivitet":
        return _activity_head(lines, at)
    return None


def _words(line: Line) -> list[str]:
    return without_glyph(line.text)[0].casefold().split()


def _is_head_word(word: str) -> bool:
    return word in _VOCABULARY or re.fullmatch(r"(?:19|20)\d\d", word) is not None


def _indicator_head(lines: Sequence[Line], at: int) -> TableHead | None:
    words = _words(lines[at])
    if not all(map(_is_head_word, words)):
        return None
    best: TableHead | None = None
    for count in range(1, _MOST_LINES):
        columns = _columns(" ".join(words[1:]))
        if columns and columns[-1] in _LAST:
            return TableHead(TableKind.INDICATORS, columns, count)
        if columns and len(columns) > 1:
            best = TableHead(TableKind.INDICATORS, columns, count)
        if at + count >= len(lines):
            break
        more = _words(lines[at + count])
        if not all(map(_is_head_word, more)):
            break
        words += more
        if "period" in more or "periodicitet" in more:
            found = set(words)
            return TableHead(TableKind.INDICATORS, _columns(" ".join(words[1:])) or _unordered(found, words), count + 1)
    return best


@lru_cache(maxsize=256)  # a report's tables have the same few heads, and each is asked about time and again
def _columns(text: str) -> tuple[str, ...]:
    """Read column titles one after the other; empty where a word is left over or a column comes twice."""
    columns: list[str] = []
    at = 0
    while at < len(text):
        match = next(((m, name) for pattern, name in _MATCHERS if (m := pattern.match(text, at))), None)
        if match is None or match[1] in columns:
            return ()
        columns.append(match[1])
        at = match[0].end() + 1
    return tuple(columns)


def _unordered(found: set[str], words: Sequence[str]) -> tuple[str, ...]:
    """Return the columns of a head whose lines run across the columns, so that their words are mixed."""
    text = " ".join(words)
    there = {
        "outcome": "periodens" in found or text.count("utfall") > text.count("vb"),
        "outcome_men": "män" in text,
        "outcome_women": "kvinnor" in text,
        "previous": "vb" in found,
        "forecast": "prognos" in found,
        "target": text.count("mål") > 1 or ("mål" in text and "kf" not in text),
        "city_target": "kf" in text,
        "period": "period" in found,
        "periodicity": "periodicitet" in found,
    }
    return tuple(name for name in _ORDER if there[name])


def _activity_head(lines: Sequence[Line], at: int) -> TableHead | None:
    words: list[str] = []
    for count in range(1, 6):
        if at + count > len(lines):
            break
        more = _words(lines[at + count - 1])
        if not all(word in _ACTIVITY_WORDS for word in more):
            break
        words += more
        if "startdatum" in words and "slutdatum" in words:
            deviation = "avvikelse" in words
            ahead = lines[at + count] if at + count < len(lines) else None
            alone = ahead is not None and _words(ahead) == ["avvikelse"] and ahead.gap == 0
            columns = ("start", "end", "deviation") if deviation or alone else ("start", "end")
            return TableHead(TableKind.ACTIVITIES, columns, count + (1 if alone and not deviation else 0))
    return None
