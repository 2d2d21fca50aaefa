"""Who made a change in Word, and when, in words; only changes that were tracked there tell it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from avstamt.domain.place import Place
from avstamt.importers.word.returning import Returned
from avstamt.importers.word.tracking import Hand
from avstamt.storage.backups import moment_in_words


def signed(back: Returned, place: Place, now: dt.datetime) -> str:
    """Return who has changed what stands at `place`: "Anna Berg och Bo Ek, senast i dag 10.11"; empty where Word tells nobody."""
    hands = sorted(
        {
            hand
            for where, those in back.hands.items()
            if where.is_within(place) or place.is_within(where)
            for hand in those
        }
    )
    names = list(dict.fromkeys(hand.author or "Okänd" for hand in hands))
    if not names:
        return ""
    *others, last = names
    told = f"{', '.join(others)} och {last}" if others else last
    moment = _latest(hands, now)
    return f"{told}, {'senast ' if len(hands) > 1 else ''}{moment}" if moment else told


def _latest(hands: Iterable[Hand], now: dt.datetime) -> str:
    """Return the moment of the last change, by the clock of the one who made it."""
    for hand in sorted(hands, reverse=True):
        try:
            return moment_in_words(dt.datetime.fromisoformat(hand.created), now)
        except ValueError:  # without a date, or with one of a program's own
            continue
    return ""
