"""Reading the values at the end of a table row that has no tab characters: cells apart by their form and the blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

_B = "[ \u00a0\u2007\u2009\u202f]"
_UNIT = (
    r"(?:%|procentenheter|procent|stycken|st\.?|tkr|mnkr|mkr|kronor|kr|GWh|kWh|MWh|kg\s+CO2e?\s+per\s+kg\s+livsmedel|kg(?:\s+CO2e?)?|"
    r"ton|timmar|dagar|dygn|veckor|månader|minuter|poäng|personer|m2|kvm|km|liter)"
)
_PLAIN = r"[-−–+±]?\s?\d+(?:[.,:]\d+)?"
_GROUPED = rf"[-−–+±]?\d{{1,3}}(?:{_B}\d{{3}})+(?:[.,]\d+)?"
_SIGNED = r"(?:[<>≤≥]=?|\+\s?/\s?[-−–]|±|minst|högst|max|mer än|mindre än)\s*"
_AGENT = r"(?:nämn\S*(?:\s?/\s?\S+)?(?:\s(?:tyrelse\S*|styrelse\S*|yrelse\S*|relse\S*|lse\S*|se|n|en|d|e))?|stads\S+|KF|KS|kommun\S+|respektive \S+)"
_WHEN = r"(?:\s+(?:senare|under)?\s*(?:(?:vid |i )?(?:[Tt]\d|tertial \d|VB|T\d)(?:\s+\d{4})?|(?:19|20)\d\d))?"
_PLACEHOLDER = (
    rf"(?:[Tt]as(?:\s+fram(?:\s+av(?:\s+{_AGENT})?)?)?|[Ff]astst?\s?äl\s?l\s?s?(?:\s+av\s+{_AGENT})?{_WHEN}|"
    rf"[Bb]eslutas{_WHEN}|[Rr]edovisas{_WHEN}|[Uu]ppgift\s+saknas|[Ss]aknas|[Uu]tgår|[Ee]j\s+\w+|[Ii]nväntas|[Nn]/?[Aa]|[Xx]{{2,}})"
)
_WISH = r"(?:ska\s+)?(?:[Öö]kar?|[Öö]kning|[Mm]inskar?|[Mm]inskning|[Bb]ibehåll\w*|[Oo]förändra\w+|[Ss]junka)"
_PERIOD = (
    r"(?:VB(?:\s+\d{4})?|Tertial\s+\d(?:\s+\d{4})?|T\d(?:\s+\d{4})?|Halvår\s+\d(?:\s+\d{4})?|Kvartal\s+\d(?:\s+\d{4})?|"
    r"År\s+\d{4}|(?:19|20)\d\d)"
)
_PERIODICITY = r"(?:Tertial(?:vis)?|År(?:svis|ligen)?|Månad(?:svis)?|Kvartal(?:svis)?|Halvår(?:svis)?|Vart(?:annat|\s+\w+)\s+år|Varje\s+\w+|VB)"

_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("period", _PERIOD),
        ("periodicity", _PERIODICITY),
        ("placeholder", _PLACEHOLDER),
        ("wish", _WISH),
        ("unit", rf"{_GROUPED}\s{{0,2}}{_UNIT}"),
        ("unit", rf"{_PLAIN}\s{{0,2}}{_UNIT}"),
        ("bound", rf"{_SIGNED}(?:{_GROUPED}|{_PLAIN})(?:\s{{0,2}}{_UNIT})?"),
        ("grouped", _GROUPED),
        ("plain", _PLAIN),
        ("sign", r"%|[-–]"),
    )
)
_MOST = 24
_LONGEST_END = 72
"""So many words the cells of a row take at most ("2 kg CO2 per kg livsmedel" seven times, and a period)."""


@dataclass(frozen=True, slots=True)
class Value:
    """A cell's value: its kind, and where it stands in the row's text."""

    kind: str
    start: int
    end: int


def values_from(text: str, period: str) -> Iterator[tuple[Value, ...]]:
    """Yield the readings of `text`'s end as cells, those that take most of it first.

    `period` is the kind of the last column ("period", "periodicity"), empty where the table has none.
    """
    words = [(match.start(), match.end()) for match in re.finditer(r"\S+", text)]
    ends = {end for _, end in words}

    @cache
    def readings(index: int) -> tuple[tuple[Value, ...], ...]:
        if index == len(words):
            return ((),)
        start = words[index][0]
        found: list[tuple[Value, ...]] = []
        seen: set[int] = set()
        for kind, pattern in _FORMS:
            match = pattern.match(text, start)
            if match is None or match.end() not in ends or (match.end() in seen and kind not in _LASTS):
                continue
            misplaced = kind in _LASTS and (kind != period or match.end() != words[-1][1])
            if misplaced or (index and _is_torn(text, start, match[0])):
                continue
            seen.add(match.end())
            following = next(i for i, (_, end) in enumerate(words) if end == match.end()) + 1
            found += [(Value(kind, start, match.end()), *rest) for rest in readings(following)]
        return tuple(found[:_MOST])

    begin = max(0, len(words) - _LONGEST_END)
    for index in range(begin, len(words)):
        yield from readings(index)


_LASTS = ("period", "periodicity")
_GROUP = re.compile(r"0\d\d\b")


def _is_torn(text: str, start: int, value: str) -> bool:
    """Tell whether a value is the end of the number before it: a per cent sign, or a group of thousands."""
    return text[:start].rstrip()[-1:].isdigit() and (value == "%" or _GROUP.match(value) is not None)


def is_value_text(text: str) -> bool:
    """Tell whether the whole text reads as cells, or as the broken end of one ("st", "av", "nämnde")."""
    stripped = text.strip()
    if _BROKEN.fullmatch(stripped):
        return True
    return any(reading and reading[0].start == 0 for period in _LASTS for reading in _whole(stripped, period))


def _whole(text: str, period: str) -> Iterator[tuple[Value, ...]]:
    for reading in values_from(text, period):
        if reading and reading[0].start > 0:
            return
        yield reading


_BROKEN = re.compile(
    rf"(?:%|{_UNIT}|av|fram|fram av|tas|tas fram|n|en|den|se|(?:av )?nämnd\S*(?: styrelse)?|nämnde|tyrelse|styrelse|yrelse|\d{{4}}|VB|Tertial|Tertial \d)",
    re.IGNORECASE,
)


def last_is(text: str, period: str) -> bool:
    """Tell whether the text ends in a period (or periodicity), as a whole row does."""
    pattern = _PERIOD if period == "period" else _PERIODICITY
    return re.search(rf"(?:^|\s){pattern}\s*$", text) is not None


def mended(text: str) -> str:
    """Return a cell's text with single blanks, and a known placeholder that a narrow column broke made whole."""
    text = " ".join(text.split())
    text = re.sub(r"(\w)/ (\w)", r"\1/\2", text)
    bare = text.replace(" ", "").casefold()
    for known in _KNOWN:
        squeezed = known.replace(" ", "").casefold()
        if bare.startswith(squeezed):
            tail = _after(text, len(squeezed))
            head = known if text[0].isupper() else known[0].lower() + known[1:]
            if not tail or tail[0] == " ":
                return head + tail
    return text


_KNOWN = (
    "Tas fram av nämnd/styrelse", "Tas fram av nämnden", "Tas fram av nämnd", "Tas fram av", "Fastställs", "Uppgift saknas", "Beslutas",
)  # fmt: skip


def _after(text: str, letters: int) -> str:
    """Return what follows the first `letters` characters, blanks not counted."""
    count = 0
    for index, letter in enumerate(text):
        if count == letters:
            return text[index:]
        count += letter != " "
    return ""


def placed_by_blanks(name_end: int, values: Sequence[Value], joints: Sequence[int]) -> list[int]:
    """Return each value's column as the blanks tell: n empty cells between two values give n + 1 blanks.

    Behind no name (`name_end` 0) the first value stands first; at `joints` lines were joined, so blanks there tell nothing.
    """
    columns: list[int] = []
    column, before = 0, name_end
    for index, value in enumerate(values):
        joint = max((joint for joint in joints if before <= joint <= value.start), default=None)
        if joint is not None:
            column += value.start - joint if index == 0 else 0
        elif index or name_end:
            column += max(value.start - before - 1, 0)
        columns.append(column)
        column += 1
        before = value.end
    return columns
