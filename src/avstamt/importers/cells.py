"""Reading the values at the end of a table row that has no tab characters: cells apart by their form and the blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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
_WORD = re.compile(r"\S+")
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
    row = _Row(text, period)
    for index in range(max(0, len(row.starts) - _LONGEST_END), len(row.starts)):
        yield from row.readings(index)


class _Row:
    """A row's text on its way to cells: what stands from each of its words on is read once."""

    def __init__(self, text: str, period: str) -> None:
        spans = [match.span() for match in _WORD.finditer(text)]
        self.starts = [start for start, _ in spans]
        self._text, self._period = text, period
        self._after = {end: number for number, (_, end) in enumerate(spans, start=1)}
        self._read: dict[int, tuple[tuple[Value, ...], ...]] = {len(spans): ((),)}

    def readings(self, index: int) -> tuple[tuple[Value, ...], ...]:
        """Return what the words from this one on may be, each a row of cells."""
        known = self._read.get(index)
        if known is None:
            known = self._read[index] = tuple(
                [(first, *rest) for first, after in self._firsts(index) for rest in self.readings(after)][:_MOST]
            )
        return known

    def _firsts(self, index: int) -> Iterator[tuple[Value, int]]:
        """Yield the cells that this word may begin, each with the number of the word after it."""
        text, start = self._text, self.starts[index]
        seen: set[int] = set()
        for kind, pattern in _FORMS:
            match = pattern.match(text, start)
            if match is None or (after := self._after.get(match.end())) is None:
                continue
            end, is_last = match.end(), kind in _LASTS
            if is_last and (kind != self._period or after < len(self.starts)):
                continue
            if (end in seen and not is_last) or (index and _is_torn(text, start, match[0])):
                continue
            seen.add(end)
            yield Value(kind, start, end), after


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
