"""Lets linked figures follow a change in the very step that makes it."""

from __future__ import annotations

from avstamt.domain.place import Place, PlaceError, value_at, with_value
from avstamt.domain.report import Report
from avstamt.domain.text import RichText
from avstamt.language.linked.texts import fresh_text, refreshed

Places = tuple[Place, ...]


def followed(report: Report, place: Place) -> tuple[Report, Places]:
    """Return a report that was changed at `place` with its linked figures fresh, and where texts became others.

    A change within a text can make no other text stale: then only that text is looked at, at every keystroke.
    """
    text_place = _text_around(report, place)
    if text_place is None:
        return refreshed(report)
    text: RichText = value_at(report, text_place)
    fresh = fresh_text(report, text)
    return (report, ()) if fresh is text else (with_value(report, text_place, fresh), (text_place,))


def _text_around(report: Report, place: Place) -> Place | None:
    for steps in range(2, len(place.path) + 1):
        here = Place(place.path[:steps])
        try:
            if isinstance(value_at(report, here), RichText):
                return here
        except PlaceError:
            return None
    return None
