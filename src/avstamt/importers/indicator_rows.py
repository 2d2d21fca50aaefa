"""Rows of indicator tables without tab characters: gathered line by line, then read from the end."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise

from avstamt.domain.goal import GoalLevel
from avstamt.importers.cells import Value, is_value_text, last_is, mended, placed_by_blanks, values_from
from avstamt.importers.layout import Layout
from avstamt.importers.lines import Line
from avstamt.importers.rowtext import RowText, row_text

_YEAR = re.compile(r"(?:19|20)\d\d")
LONGEST_ROW = 26
"""So many lines a row takes at most."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A row read: where its name ends, its values and the column of each; `certain` where blanks and count agree."""

    name_end: int
    values: tuple[Value, ...]
    columns: tuple[int, ...]
    certain: bool


@dataclass(frozen=True, slots=True)
class RowShape:
    """What rows of a table look like: column names, and whose goal the table belongs to."""

    columns: tuple[str, ...]
    level: GoalLevel

    @property
    def period(self) -> str:
        """Return the kind of the last column, empty where rows do not end in a period."""
        return self.columns[-1] if self.columns and self.columns[-1] in ("period", "periodicity") else ""


@lru_cache(maxsize=64)  # while a row's lines are gathered it is read to tell whether it is whole, and then once more
def read_row(row: RowText, shape: RowShape) -> Reading | None:
    """Return the best reading of a row's text, or None where no cell can be told from the name."""
    best: Reading | None = None
    best_score = -1000.0
    for values in values_from(row.text, shape.period):
        if not values or len(values) > len(shape.columns):
            continue
        for reading in _placements(row, values, shape):
            score = _score(row, reading, shape)
            if score > best_score:
                best, best_score = reading, score
    return best


def _placements(row: RowText, values: tuple[Value, ...], shape: RowShape) -> list[Reading]:
    count = len(shape.columns)
    name_end = len(row.text[: values[0].start].rstrip())
    ends_right = not shape.period or values[-1].kind == shape.period
    found: list[Reading] = []
    for joints in (row.joints, ()):
        columns = placed_by_blanks(name_end, values, joints)
        if columns[-1] == count - 1 and ends_right:
            found.append(Reading(name_end, values, tuple(columns), certain=True))
    if not found:
        overfull = placed_by_blanks(name_end, values, row.joints)[-1] >= count
        certain = (len(values) == count and not overfull) or (len(values) == 1 and bool(shape.period) and ends_right)
        found.append(Reading(name_end, values, _by_sense(row.text, values, shape), certain))
    return found


def _score(row: RowText, reading: Reading, shape: RowShape) -> float:
    values = reading.values
    texts = [row.text[value.start : value.end] for value in values]
    told = "  " in row.text[reading.name_end :]
    score = (20.0 if told else 6.0) if reading.certain and len(values) > 1 else 0.0
    if shape.period:
        score += 8.0 if values[-1].kind == shape.period else -8.0
    score += 0.6 * len(values)
    score += _AT_LINE_START if len(values) > 1 and values[0].start in row.joints else 0.0
    score -= 15.0 if _is_line_torn(row, values[0].start) else 0.0
    score -= 1.5 * sum(value.kind == "grouped" for value in values)
    score -= 3.0 * sum(_looks_like_year(text) for text in texts[:-1])
    score -= 4.0 * sum(value.kind == "sign" and text != "%" for value, text in zip(values, texts, strict=True))
    score -= 0.8 * (_units(texts) - 1)
    score -= 8.0 * _torn_numbers(row, values)
    score -= 10.0 if _ENDS_AS_VALUE.search(row.text[: reading.name_end]) else 0.0
    score -= 6.0 if sum(text.endswith(_TIMES) for text in texts) == 1 else 0.0
    score -= 40.0 if row.text[: reading.name_end].endswith(("<", ">", "≤", "≥", "±")) else 0.0
    if match := _ENDS_BADLY.search(row.text[: reading.name_end]):
        score -= 40.0 if match["cell"] else 4.0 if told and len(values) > 2 else 12.0  # noqa: PLR2004 - several values
    return score - (6.0 if not reading.name_end else 0.0)


_ENDS_BADLY = re.compile(
    r"(?:^|\s)(?:årskurs|åk|klass|nivå|punkt|efter|inom|under|över|per|i|på|av|till|för|med|och|eller|minst|högst|om|senaste|från|mellan|än|"
    r"(?P<cell>fastställs|beslutas|redovisas|tas|fram|tas fram av(?:\s+nämnd\S*(?:\s+styrelse)?)?))$",
    re.IGNORECASE,
)
"""A name does not end in these words: what follows them is no cell yet, or the end of one."""


def _is_line_torn(row: RowText, start: int) -> bool:
    """Tell whether figures alone stand before a value on a line that is not the row's first: they are values too."""
    line = max((joint for joint in row.joints if joint <= start), default=start)
    return re.fullmatch(r"[\d.,%\s]*\d[\d.,%\s]*", row.text[line:start]) is not None


_AT_LINE_START = 3.0
"""What speaks for a first value that begins a line: a name of several lines ends with its line."""

_TIMES = ("månader", "timmar", "dagar", "veckor", "dygn", "minuter")
"""Units that belong to a name oftener than to a lone cell."""

_ENDS_AS_VALUE = re.compile(r"(?:\d ?%|\s\d+,\d+|\s\d+ (?:st|kr|tkr|mnkr))$")


def _torn_numbers(row: RowText, values: Sequence[Value]) -> int:
    """Return how many numbers look torn: "5" and "142 st" side by side are one of 5 142."""
    return sum(
        first.kind == "plain"
        and second.start - first.end == 1
        and re.fullmatch(r"[1-9]\d{0,2}", row.text[first.start : first.end]) is not None
        and re.match(r"\d{3}\s+[^\d\s%]", row.text[second.start : second.end]) is not None
        for first, second in pairwise(values)
    )


def _units(texts: Sequence[str]) -> int:
    return max(len({text.rsplit(maxsplit=1)[-1] for text in texts if text[:1].isdigit() and not text[-1].isdigit()}), 1)


def _looks_like_year(text: str) -> bool:
    return len(text) == 4 and text.isdigit() and text[:2] in ("19", "20")  # noqa: PLR2004 - four digits


_CITY = (GoalLevel.DIRECTION, GoalLevel.AREA)


def _by_sense(text: str, values: Sequence[Value], shape: RowShape) -> tuple[int, ...]:
    """Return the likeliest columns of values whose blanks do not tell them: by form, by pairs, by whose goal it is."""
    count, fixed = len(shape.columns), bool(shape.period) and values[-1].kind == shape.period
    free = values[:-1] if fixed else values
    room = range(count - 1 if shape.period else count)
    if len(free) > len(room):
        return tuple(range(len(values)))
    usual = _usual(text, len(free), shape)
    best = max(combinations(room, len(free)), key=lambda places: _likely(text, free, places, shape, usual), default=())
    return (*best, count - 1) if fixed else tuple(best)


def _usual(text: str, count: int, shape: RowShape) -> dict[str, float]:
    """Return how usual it is that each column is filled in a row of so many values."""
    city = shape.level in _CITY
    usual = {"previous": 0.8, "forecast": 0.3, "target": 0.9, "city_target": 1.0 if city else -1.0}
    usual["outcome"] = (
        1.6 if count > 1 and _has_outcome(text, shape) else 0.7 if "forecast" not in shape.columns else -0.5
    )
    if shape.period == "periodicity":
        usual["target"] = 0.9 if not city else 0.5
    return usual


def _likely(
    text: str, values: Sequence[Value], places: Sequence[int], shape: RowShape, usual: Mapping[str, float]
) -> float:
    filled = {shape.columns[place] for place in places}
    score = sum(usual.get(name, -0.6) for name in filled)
    if ("outcome_men" in filled) != ("outcome_women" in filled):
        score -= 2.0
    for value, place in zip(values, places, strict=True):
        name = shape.columns[place]
        if value.kind in ("placeholder", "wish", "bound") and name not in ("target", "city_target"):
            score -= 3.0
        if (
            value.kind == "placeholder"
            and name == "city_target"
            and text[value.start : value.end].lower().startswith("tas")
        ):
            score += 1.0
    return score


def _has_outcome(text: str, shape: RowShape) -> bool:
    """Tell whether a row's period has an outcome by now: within the year, only one that a tertial closes."""
    return "forecast" not in shape.columns or re.search(r"Tertial\s+\d\s+\d{4}\s*$", text) is not None


def is_complete(lines: Sequence[Line], following: Line | None, shape: RowShape, layout: Layout) -> bool:
    """Tell whether these lines are a whole row, given the line after them."""
    row = row_text(lines, layout)
    if shape.period and not last_is(row.text, shape.period):
        return False
    reading = read_row(row, shape)
    if reading is None or (shape.period and reading.values[-1].kind != shape.period):
        return False
    return following is None or _is_closed(row, reading, following, shape)


def _is_closed(row: RowText, reading: Reading, following: Line, shape: RowShape) -> bool:
    """Tell whether a row that ends in a period ends here, or goes on with the line after it."""
    if shape.period == "period" and not _YEAR.search(row.text[reading.values[-1].start :]):
        values_follow = is_value_text(following.text) and not _YEAR.fullmatch(following.text)
        return bool(following.spacers or following.lead > 1) and not (values_follow and len(reading.values) == 1)
    values_follow = is_value_text(following.text)
    if reading.certain:
        return not (values_follow and len(reading.values) == 1)
    return not values_follow and bool(following.spacers or following.lead or not following.text[0].islower())


def begins_values(lines: Sequence[Line], shape: RowShape, layout: Layout) -> bool:
    """Tell whether the lines of an unfinished row hold values already, so that only cells can follow."""
    row = row_text(lines, layout)
    reading = read_row(row, shape)
    if reading is None:
        return False
    kinds = [value.kind for value in reading.values]
    return len(kinds) > 1 or kinds[0] in ("unit", "placeholder", "period", "bound", "wish")


def name_of(text: str, shape: RowShape) -> str:
    """Return what a line holds of a name: all but the cells that end it."""
    for values in values_from(text, shape.period):
        return text[: values[0].start] if values else text
    return text


def begins_name(text: str) -> bool:
    """Tell whether a text begins as most indicators do, so that it cannot be the middle of a name."""
    return text.startswith(("Andel ", "Antal "))


def cells_of(row: RowText, reading: Reading, shape: RowShape) -> tuple[dict[str, str], dict[str, tuple[int, int]]]:
    """Return a row's cells by column name, and the lines of each."""
    cells: dict[str, str] = {}
    lines: dict[str, tuple[int, int]] = {}
    for value, column in zip(reading.values, reading.columns, strict=True):
        name = shape.columns[column]
        cells[name] = mended(row.text[value.start : value.end])
        lines[name] = row.lines(value.start, value.end)
    return cells, lines
