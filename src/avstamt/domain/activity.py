"""An activity: what is to be done between two dates, whether it deviates, and why."""

from __future__ import annotations

import datetime as dt

from avstamt.domain.base import Node
from avstamt.domain.text import RichText


class Activity(Node):
    """An activity with dates as typed; `starts` and `ends` are what they say as dates, where they say one."""

    text: str = ""
    start: str = ""
    end: str = ""
    deviation: bool = False
    analysis: RichText | None = None
    locked: bool = False

    @property
    def starts(self) -> dt.date | None:
        """Return the start date, or None where the text is no date."""
        return read_date(self.start)

    @property
    def ends(self) -> dt.date | None:
        """Return the end date, or None where the text is no date."""
        return read_date(self.end)


def read_date(text: str) -> dt.date | None:
    """Read an ISO date (2026-01-31); anything else is None."""
    try:
        return dt.date.fromisoformat(text.strip())
    except ValueError:
        return None
