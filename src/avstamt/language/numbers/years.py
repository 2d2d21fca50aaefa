"""Years as they are written: "2024", "2023–2026", "2021/22"."""

from __future__ import annotations

import re

YEAR_PATTERN = r"(?:19[5-9]\d|20[0-9]\d)"
"""Four digits that may be a year, to build larger patterns of."""

YEAR = re.compile(rf"{YEAR_PATTERN}(?!\d)")
"""A year that stands alone."""

_SHORT_SPAN = re.compile(r"\d{4}\s?[-–/]\s?(\d\d)")
_CENTURY = 100


def years_in(text: str) -> tuple[int, int] | None:
    """Return the first and last year that a date or span of years names, None where it names none.

    A short second year belongs to the century of the first: "2021/22" gives 2021 and 2022.
    """
    found = [int(year) for year in YEAR.findall(text)]
    if not found:
        return None
    if len(found) == 1 and (short := _SHORT_SPAN.fullmatch(text)):
        found.append(found[0] // _CENTURY * _CENTURY + int(short[1]))
    return found[0], found[-1]
