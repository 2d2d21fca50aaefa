"""Numbers in words: "tolv", "tjugofem", "tvåhundra", "ett sextiotal", "två tredjedelar", "halverats"."""

from __future__ import annotations

from decimal import Decimal

_BELOW_TWENTY = (
    *("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "tretton"),
    *("fjorton", "femton", "sexton", "sjutton", "arton", "nitton"),
)
_TENS = ("tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio")
_LEAST_ROUND = 10
_FRACTION_NAMES = {
    "tredjedel": 3,
    "fjärdedel": 4,
    "femtedel": 5,
    "sjättedel": 6,
    "sjundedel": 7,
    "åttondel": 8,
    "niondel": 9,
    "tiondel": 10,
}
_FACTOR_STEMS = {
    "halver": Decimal("0.5"),
    "fördubbl": Decimal(2),
    "dubbl": Decimal(2),
    "tredubbl": Decimal(3),
    "fyrdubbl": Decimal(4),
    "femdubbl": Decimal(5),
}
_FACTOR_ENDINGS = ("at", "ats", "ades", "ade", "as", "ar", "ad", "ing", "ingen")
_ROUND_NAMES = {"tiotal": 10, "dussin": 12, "tjog": 20, "hundratal": 100, "tusental": 1000, "femtontal": 15}


def _small_numbers() -> dict[str, int]:
    numbers = {word: value for value, word in enumerate(_BELOW_TWENTY)} | {"ett": 1, "aderton": 18}
    for tens, word in enumerate(_TENS, 2):
        numbers[word] = tens * 10
        for unit in range(1, 10):
            for spelled in ("en", "ett") if unit == 1 else (_BELOW_TWENTY[unit],):
                numbers[word + spelled] = numbers[f"{word}-{spelled}"] = tens * 10 + unit
    return numbers


def _hundreds(small: dict[str, int]) -> dict[str, int]:
    numbers = {"hundra": 100}
    heads = {"": 1, "ett": 1, "en": 1} | {_BELOW_TWENTY[value]: value for value in range(2, 20)}
    for head, value in heads.items():
        numbers[f"{head}hundra"] = value * 100
        numbers |= {f"{head}hundra{tail}": value * 100 + rest for tail, rest in small.items() if rest}
    return numbers


def _thousands(small: dict[str, int]) -> dict[str, int]:
    numbers = {"tusen": 1000, "ettusen": 1000, "etttusen": 1000}
    return numbers | {f"{head}tusen": value * 1000 for head, value in small.items() if value > 1}


_SMALL = _small_numbers()
NUMBER_WORDS: dict[str, int] = _SMALL | _hundreds(_SMALL) | _thousands(_SMALL) | {"etthundra": 100}
"""Every written number up to 1999, and whole thousands: the word in lower case and its value."""

MULTIPLIERS = {"hundra": 100, "tusen": 1000}
"""Words that multiply the number before them when they stand apart ("fem hundra")."""

ROUND_WORDS: dict[str, int] = _ROUND_NAMES | {
    f"{word}tal": value for word, value in _SMALL.items() if value >= _LEAST_ROUND
}
"""What stands after "ett" and means roughly: "sextiotal", "hundratal", "dussin"."""

FRACTIONS: dict[str, int] = {
    name + ending: parts for name, parts in _FRACTION_NAMES.items() for ending in ("", "en", "ar", "arna")
}
"""Names of parts with the number of parts in the whole: "tredjedel", "tredjedelar" → 3."""

HALVES = frozenset({"hälften", "halvan"})
"""Words for one part of two that need no number before them."""

FACTORS: dict[str, Decimal] = {
    stem + ending: factor for stem, factor in _FACTOR_STEMS.items() for ending in _FACTOR_ENDINGS
}
"""Verb and noun forms that multiply: "halverats" → 0.5, "fördubblats" → 2."""

NO_WORDS = frozenset({"inga", "inget", "ingen"})
"""Words that count to none before a noun."""

ONE_WORDS = frozenset({"en", "ett"})
"""The number one, which is nearly always an article."""

STARTERS = frozenset(NUMBER_WORDS) | HALVES | frozenset(FACTORS) | NO_WORDS
"""Every word that a quantity in words may begin with."""
