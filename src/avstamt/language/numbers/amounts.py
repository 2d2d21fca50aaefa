"""Reading one number at a place in a text, in digits or in words, with its sign."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from avstamt.language.numbers.model import Form
from avstamt.language.numbers.wording import FACTORS, FRACTIONS, HALVES, MULTIPLIERS, NUMBER_WORDS, ROUND_WORDS
from avstamt.language.words import BLANKS, Word

_MONEY = r"(?:tkr|mnkr|mkr|kronor|kr)\b"
_DIGITS = re.compile(
    r"(?P<grouped>\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)|\d{1,3}(?:\.\d{3})+(?![\d.])"
    rf"|\d{{1,3}}[ \u00a0]?\n[ \u00a0]?\d{{3}}(?=(?:,\d+)?[ \u00a0]?{_MONEY}))(?:,(?P<tail>\d+))?"
    r"|(?P<top>\d)/(?P<bottom>\d)(?=\sav\b)"
    r"|(?P<plain>\d+)(?:[,.](?P<part>\d+))?"
)
"""A group of thousands may stand on the next line, as in text from a page, where what follows shows that it is money."""

_NOT_DIGITS = re.compile(r"\D")
_TENS_ENDING = re.compile(r"-?tals?\b", re.IGNORECASE)
_SIGN = re.compile(r"(?:^|[\s(\"”:/])(\+\s?/\s?[-−–]|[-−–+±])([ \u00a0]?)$")
_SIGN_WORD = re.compile(r"(?:^|\s)(minus|plus)\s$", re.IGNORECASE)
_SIGN_WORDS = {"minus": "−", "plus": "+"}
_SIGN_REACH = 6
_HALF = Decimal("0.5")
_HALVES_OF_ONE = frozenset({"halv", "halvt"})


class Amount(NamedTuple):
    """A number as read: where it stands, its value, how many decimals it has and how it is written."""

    start: int
    end: int
    value: Decimal
    decimals: int = 0
    form: Form = Form.DIGITS
    whole: Decimal | None = None


class Sign(NamedTuple):
    """A sign before a number: "+", "−" or "±", where it starts, and whether a blank parts it from the number."""

    text: str
    start: int
    apart: bool


def read_digits(text: str, start: int) -> Amount | None:
    """Return the number written in digits at `start`: "8 749", "1,7", "15-tal", "2/3"."""
    match = _DIGITS.match(text, start)
    if match is None:
        return None
    if match["top"]:
        return _fraction(start, match.end(), int(match["top"]), int(match["bottom"]))
    whole = _NOT_DIGITS.sub("", match["grouped"] or match["plain"])
    part = match["tail"] or match["part"] or ""
    if not part and (tens := _TENS_ENDING.match(text, match.end())):
        return Amount(start, tens.end(), Decimal(whole), 0, Form.ROUND)
    return Amount(start, match.end(), Decimal(f"{whole}.{part}" if part else whole), len(part))


def read_sign(text: str, start: int) -> Sign | None:
    """Return the sign that stands before a number at `start`, if it is one and no hyphen or dash."""
    match = _SIGN.search(text, max(0, start - _SIGN_REACH), start)
    if match is None:
        word = _SIGN_WORD.search(text, max(0, start - _SIGN_REACH - 1), start)
        return Sign(_SIGN_WORDS[word[1].lower()], word.start(1), apart=False) if word else None
    sign = "±" if "/" in match[1] or match[1] == "±" else "+" if match[1] == "+" else "−"
    return Sign(sign, match.start(1), bool(match[2]))


def read_words(text: str, words: Sequence[Word], index: int) -> Amount | None:
    """Return the number written in words at `index`: "tolv", "två tredjedelar", "ett sextiotal", "halverats".

    A lone "en" or "ett" is the article here; who knows better asks `read_one`.
    """
    word = words[index]
    if word.lower in FACTORS:
        return Amount(word.start, word.end, FACTORS[word.lower], 0, Form.FACTOR)
    if word.lower in HALVES:
        return _fraction(word.start, word.end, 1, 2)
    value = NUMBER_WORDS.get(word.lower)
    if value is None:
        return None
    if longer := _with_next_word(text, words, index, value):
        return longer
    return None if value == 1 else Amount(word.start, word.end, Decimal(value), 0, Form.WORDS)


def _with_next_word(text: str, words: Sequence[Word], index: int, value: int) -> Amount | None:
    """Return the number that a number word makes with the word after it, None where it makes none."""
    word, following = words[index], words[index + 1] if index + 1 < len(words) else None
    if following is None or not _is_beside(text, word, following):
        return None
    lower = following.lower
    if parts := FRACTIONS.get(lower):
        return _fraction(word.start, following.end, value, parts)
    if value == 1 and lower in ROUND_WORDS:
        return Amount(word.start, following.end, Decimal(ROUND_WORDS[lower]), 0, Form.ROUND)
    if value == 1 and lower in _HALVES_OF_ONE:
        return Amount(word.start, following.end, _HALF, 1, Form.WORDS)
    if lower in MULTIPLIERS:
        return Amount(word.start, following.end, Decimal(value * MULTIPLIERS[lower]), 0, Form.WORDS)
    return _and_a_half(text, words, index, value)


def read_one(word: Word) -> Amount:
    """Return "en" or "ett" as the number one."""
    return Amount(word.start, word.end, Decimal(1), 0, Form.WORDS)


def _and_a_half(text: str, words: Sequence[Word], index: int, value: int) -> Amount | None:
    tail = words[index + 1 : index + 4]
    if [word.lower for word in tail[:1]] != ["och"] or len(tail) < 3:  # noqa: PLR2004 - "och en halv"
        return None
    if tail[1].lower in ("en", "ett") and tail[2].lower in _HALVES_OF_ONE and _is_beside(text, tail[1], tail[2]):
        return Amount(words[index].start, tail[2].end, value + _HALF, 1, Form.WORDS)
    return None


def _fraction(start: int, end: int, parts: int, whole: int) -> Amount | None:
    if not 0 < parts <= whole:
        return None
    return Amount(start, end, Decimal(parts), 0, Form.FRACTION, Decimal(whole))


def _is_beside(text: str, one: Word, other: Word) -> bool:
    return not text[one.end : other.start].strip(BLANKS + "\n")
