"""The change of an outcome against last year's, and the ways in which it is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from avstamt.domain.quantity import Quantity, format_amount
from avstamt.language.linked.nouns import Noun, noun_of
from avstamt.language.linked.values import HARD, Value, write_value

_HUNDRED = Decimal(100)
_POINTS = "procentenheter"
_WAYS = ("phrase", "verb", "size", "share", "share-verb")


@dataclass(frozen=True, slots=True)
class Change:
    """How much a quantity became larger (above 0) or smaller, and what part of the old one that is, in per cent."""

    quantity: Quantity
    share: Decimal | None
    noun: Noun | None


def change_between(before: Value, now: Value) -> Change | None:
    """Return the change from one value to the next; None where the two cannot be compared."""
    old, new = before.quantity, now.quantity
    if old is None or new is None or old.unit != new.unit or not (before.is_plain and now.is_plain):
        return None
    unit = _POINTS if new.is_share else new.unit
    amount = new.amount - old.amount
    share = None if new.is_share or old.amount <= 0 else amount / old.amount * _HUNDRED
    return Change(Quantity(amount, unit, max(old.decimals, new.decimals)), share, now.noun)


def write_change(change: Change, way: str) -> str | None:
    """Return the change written in one way: "en ökning med 0,07 procentenheter"; None where it cannot be."""
    how_much = _share(change) if way.startswith("share") else _size(change)
    if how_much is None or way not in _WAYS:
        return None
    if way == "size":
        return how_much
    is_phrase = not way.endswith("verb")
    if not change.quantity.amount:
        return "ingen förändring" if is_phrase else "oförändrat"
    if change.quantity.amount > 0:
        return f"{'en ökning' if is_phrase else 'ökat'} med {how_much}"
    return f"{'en minskning' if is_phrase else 'minskat'} med {how_much}"


def ways_of_change(change: Change) -> Iterator[tuple[str, str]]:
    """Yield the ways in which a change can be written, each with the text it gives; no text twice."""
    seen: set[str] = set()
    for way in _WAYS:
        written = write_change(change, way)
        if written and written not in seen:
            seen.add(written)
            yield way, written


def _size(change: Change) -> str:
    quantity = change.quantity
    size = Value("", Quantity(abs(quantity.amount), quantity.unit, quantity.decimals), change.noun)
    if quantity.unit == _POINTS:
        return f"{write_value(size, 'plain')}{HARD}{noun_of(_POINTS).after(quantity)}"
    written = write_value(size, "noun") or write_value(size, "unit")
    return written or ""


def _share(change: Change) -> str | None:
    if change.share is None or not change.share:
        return None
    decimals = 0 if abs(change.share) >= 1 else 1
    return f"{format_amount(abs(change.share), decimals)}{HARD}procent"
