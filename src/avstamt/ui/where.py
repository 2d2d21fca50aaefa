"""Says in words where a place is, short enough for a panel."""

from __future__ import annotations

from avstamt.domain.naming import place_name
from avstamt.domain.place import Place
from avstamt.domain.report import Report

_LONGEST = 48


def part_name(report: Report, part: Place) -> str:
    """Return what a part of the report is called."""
    parts = place_name(report, part).parts
    if parts:
        return " ".join(parts[0].split())
    return "Framsida" if part.path else "Hela rapporten"


def field_name(report: Report, place: Place) -> str:
    """Return which row and field of its part a place is in: "Sjukfrånvaro, Årsmål"."""
    named = place_name(report, place)
    words = (*named.parts[1:], named.field)
    return ", ".join(short(word) for word in words if word.strip())


def short(text: str, longest: int = _LONGEST) -> str:
    """Return a text on one line, cut at a word where it is long."""
    text = " ".join(text.split())
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + " …"
