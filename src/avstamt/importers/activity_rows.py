"""Rows of activity tables without tab characters: a text that ends in its dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from avstamt.importers.layout import Layout
from avstamt.importers.lines import Line
from avstamt.importers.rowtext import row_text

_DATE = r"(?:19|20)\d\d\s?-\s?\d\d\s?-\s?\d\d"
_DEVIATION = r"Avvikelse|Avviker|Ja|X"
_END = re.compile(
    rf"(?P<dates>(?:(?<=\s)|^){_DATE}(?P<between>\s+){_DATE}|(?:(?<=\s)|^){_DATE})(?:\s+(?P<deviation>{_DEVIATION}))?\s*$",
    re.IGNORECASE,
)
_STARTS = re.compile(rf"^(?:{_DATE}|(?:{_DEVIATION})$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ActivityReading:
    """An activity row read; `date_lines` are the lines of its dates, `certain` tells that both stand there."""

    text: str
    start: str
    end: str
    deviation: bool
    date_lines: tuple[int, int] | None
    certain: bool


def is_complete(lines: Sequence[Line], following: Line | None, layout: Layout) -> bool:
    """Tell whether these lines are a whole row, given the line after them."""
    row = row_text(lines, layout)
    match = _END.search(row.text)
    if match is None:
        return False
    return following is None or not _STARTS.match(following.text)


def name_of(text: str) -> str:
    """Return what a line holds of an activity's text: all but the dates that end it."""
    match = _END.search(text)
    return text if match is None else text[: match.start()]


def read_row(lines: Sequence[Line], layout: Layout) -> ActivityReading:
    """Return what an activity's lines say; dates stay empty where the row has none."""
    row = row_text(lines, layout)
    match = _END.search(row.text)
    if match is None:
        return ActivityReading(" ".join(row.text.split()), "", "", deviation=False, date_lines=None, certain=False)
    dates = [re.sub(r"\s", "", date) for date in re.findall(_DATE, match["dates"])]
    text = " ".join(row.text[: match.start()].split())
    if len(dates) == 1:
        blanks = match.start("dates") - len(row.text[: match.start("dates")].rstrip())
        dates = ["", dates[0]] if blanks > 1 and text else [dates[0], ""]
    return ActivityReading(
        text=text,
        start=dates[0],
        end=dates[1],
        deviation=is_deviation(match["deviation"] or ""),
        date_lines=row.lines(match.start("dates"), match.end("dates")),
        certain=bool(dates[0] and dates[1] and text),
    )


def is_deviation(text: str) -> bool:
    """Tell whether the deviation column says that there is one."""
    return re.fullmatch(_DEVIATION, text.strip(), re.IGNORECASE) is not None


def as_date(text: str) -> str:
    """Return a date without the blanks that a narrow column put in; other texts as they are."""
    bare = re.sub(r"\s", "", text)
    return bare if re.fullmatch(_DATE, bare) else text
