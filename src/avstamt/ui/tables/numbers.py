"""Numbers as the city prints them: hard space between thousands, decimal comma, real minus."""

from __future__ import annotations

import re
from decimal import Decimal

from avstamt.domain.quantity import format_amount

_BLANKS = " \u00a0\u202f\u2009"
_NUMBER = re.compile(
    rf"^(?P<sign>[-\u2212\u2013+]?)[{_BLANKS}]?"
    rf"(?P<whole>0|[1-9]\d{{0,2}}(?:[{_BLANKS}]\d{{3}})+|[1-9]\d*)(?P<part>[.,]\d+)?"
    rf"[{_BLANKS}]*(?P<unit>%|st|kr|tkr|mnkr)?$"
)
_AMBIGUOUS = re.compile(r"^[1-9]\d{0,2}\.\d{3}$")
_SOFT = str.maketrans(dict.fromkeys("\u00a0\u202f\u2009", " "))


def as_printed(text: str) -> str:
    """Return a plain number, with or without a usual unit, as the city prints it; any other text as it is.

    A number that differs in nothing but the kind of its blanks is left alone, and so is "1.234", which may be a
    thousand or one and a bit.
    """
    match = _NUMBER.match(text.strip())
    if match is None:
        return text
    whole = re.sub(rf"[{_BLANKS}]", "", match["whole"])
    part = match["part"] or ""
    if _AMBIGUOUS.match(whole + part):
        return text
    amount = Decimal(whole + part.replace(",", "."))
    sign = {"": "", "+": "+"}.get(match["sign"], "\u2212")
    printed = sign + format_amount(amount, len(part[1:]), match["unit"] or "")
    return text if same_but_for_blanks(printed, text) else printed


def same_but_for_blanks(one: str, other: str) -> bool:
    """Tell whether two texts differ in nothing but hard and soft blanks."""
    return one.translate(_SOFT) == other.translate(_SOFT)


def for_spreadsheets(text: str) -> str:
    """Return a cell's text as a spreadsheet reads it: a number with a real minus gets one that it counts with."""
    is_negative = text.startswith("\u2212") and _NUMBER.match(text) is not None
    return "-" + text[1:] if is_negative else text
