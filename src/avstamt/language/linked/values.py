"""A value that can be linked, and every way in which it can be written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from avstamt.domain.quantity import Quantity, format_amount
from avstamt.language.linked.nouns import Noun, noun_of
from avstamt.language.numbers.wording import NUMBER_WORDS

HARD = "\u00a0"
_LARGEST_WORD = 12
_WORDS = {number: word for word, number in reversed(NUMBER_WORDS.items()) if number <= _LARGEST_WORD}
_UNIT_WORDS = {
    "%": "procent",
    "mdkr": "miljarder kronor",
    "mnkr": "miljoner kronor",
    "tkr": "tusen kronor",
    "kr": "kronor",
}
_MONEY = {"kr": 0, "tkr": 3, "mnkr": 6, "mdkr": 9}
_THOUSAND = 3
_TENTH = Decimal("0.1")
_MONEY_DECIMALS = {"kr": 0, "tkr": 0, "mnkr": 1, "mdkr": 1}
SIZE = "-size"
"""What ends the name of a way of writing that leaves the sign out."""


@dataclass(frozen=True, slots=True)
class Value:
    """What a source holds now: the text that is printed there, the quantity in it, and the noun that it counts.

    `quantity` is None where the source stands but holds nothing to count with. `is_plain` is false of a bound or a
    tolerance, whose words are part of what it says.
    """

    printed: str
    quantity: Quantity | None = None
    noun: Noun | None = None
    is_plain: bool = True
    is_count: bool = False


def write_value(value: Value, way: str) -> str | None:
    """Return the value written in one way; None where it cannot be, or where `way` is not known."""
    if way == "cell":
        return value.printed or None
    if value.quantity is None:
        return None
    if way.endswith(SIZE):
        return write_value(_sized(value, value.quantity), way.removesuffix(SIZE))
    write = _WAYS.get(way)
    return write(value, value.quantity) if write else None


def ways_of(value: Value) -> Iterator[tuple[str, str]]:
    """Yield the ways in which a value can be written, the most usual first, each with the text it gives; no text twice."""
    seen: set[str] = set()
    for way in _order(value):
        written = write_value(value, way)
        if written and written not in seen:
            seen.add(written)
            yield way, written


def _order(value: Value) -> tuple[str, ...]:
    if value.quantity is None:
        return ()
    if value.is_count:
        return ("spelled-noun", "noun", "spelled", "plain")
    first = () if value.is_plain else ("cell",)
    if value.quantity.unit in _MONEY:
        ways = ("unit", *_other_money(value.quantity), "words", "plain")
    elif value.noun is not None:
        ways = ("noun", "plain", "spelled-noun", "spelled", "unit")
    else:
        ways = ("words", "unit", "plain", "spelled")
    sizes = tuple(way + SIZE for way in ways if way != "plain") if value.quantity.amount < 0 else ()
    return first + ways + sizes


def _other_money(quantity: Quantity) -> tuple[str, ...]:
    """Return the larger units that an amount fills, and the next smaller one: finer than that it is not known."""
    steps = {unit: power - _MONEY[quantity.unit] for unit, power in _MONEY.items() if unit not in ("kr", quantity.unit)}
    return tuple(
        unit for unit, step in steps.items() if step >= -_THOUSAND and abs(quantity.amount.scaleb(-step)) >= _TENTH
    )


def _plain(_value: Value, quantity: Quantity) -> str:
    return format_amount(quantity.amount, quantity.decimals)


def _unit(_value: Value, quantity: Quantity) -> str:
    return format_amount(quantity.amount, quantity.decimals, quantity.unit)


def _words(_value: Value, quantity: Quantity) -> str | None:
    word = _UNIT_WORDS.get(quantity.unit, quantity.unit)
    return _followed(_plain(_value, quantity), noun_of(word).after(quantity)) if word and word != "st" else None


def _noun(value: Value, quantity: Quantity) -> str | None:
    return None if value.noun is None else _followed(_plain(value, quantity), value.noun.after(quantity))


def _spelled(_value: Value, quantity: Quantity) -> str:
    """Write a small whole number as a word; a larger one in digits, so that a link follows past twelve and back."""
    if quantity.amount != int(quantity.amount) or not 0 <= quantity.amount <= _LARGEST_WORD:
        return _plain(_value, quantity)
    is_neuter = _value.noun is not None and _value.noun.is_neuter
    return "ett" if quantity.amount == 1 and is_neuter else _WORDS[int(quantity.amount)]


def _spelled_noun(value: Value, quantity: Quantity) -> str | None:
    if value.noun is None:
        return None
    number = "inga" if not quantity.amount else _spelled(value, quantity)
    return _followed(number, value.noun.after(quantity))


def _money(unit: str, _value: Value, quantity: Quantity) -> str | None:
    if quantity.unit not in _MONEY:
        return None
    steps = _MONEY[unit] - _MONEY[quantity.unit]
    decimals = quantity.decimals if not steps else min(max(quantity.decimals + steps, 0), _MONEY_DECIMALS[unit])
    amount = quantity.amount.scaleb(-steps)
    is_lost = bool(amount) and not round(amount, decimals)
    return None if is_lost else format_amount(amount, decimals, unit)


def _followed(number: str, word: str) -> str:
    return f"{number}{HARD}{word}"


def _sized(value: Value, quantity: Quantity) -> Value:
    positive = Quantity(abs(quantity.amount), quantity.unit, quantity.decimals)
    return Value(value.printed, positive, value.noun, value.is_plain, value.is_count)


_WAYS: dict[str, Callable[[Value, Quantity], str | None]] = {
    "plain": _plain,
    "unit": _unit,
    "words": _words,
    "noun": _noun,
    "spelled": _spelled,
    "spelled-noun": _spelled_noun,
    **{unit: partial(_money, unit) for unit in _MONEY},
}


def counted(number: int, noun: Noun) -> Value:
    """Return a count of whole things."""
    return Value(str(number), Quantity(Decimal(number)), noun, is_count=True)
