"""Reads and writes the figures that slips are planted in; its own reading, apart from that of the rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from random import Random

BLANKS = " \u00a0\u202f\u2009"
FIGURE = re.compile(
    rf"(?<![\d,.:/–−-])(?:\d{{1,3}}(?:[{BLANKS}]\d{{3}})+(?!\d)|\d+)(?:,\d+)?(?![\d:/]|,\d|\.\d|[–−-]\d)"
)
_CELL = re.compile(rf"^(?P<sign>[-−–+]?)(?P<figure>\d[\d{BLANKS}]*(?:,\d+)?)[{BLANKS}]*(?P<unit>%|st|)$")


def amount(text: str) -> Decimal | None:
    """Return the signed amount of a cell with a plain number (and perhaps % or st), else None."""
    match = _CELL.match(text.strip())
    if match is None:
        return None
    value = plain(match["figure"])
    return -value if match["sign"] in ("-", "−", "–") else value


def unit(text: str) -> str:
    """Return "%", "st" or nothing."""
    match = _CELL.match(text.strip())
    return match["unit"] if match else ""


def plain(figure: str) -> Decimal:
    """Return the amount of an unsigned figure."""
    return Decimal(re.sub(rf"[{BLANKS}]", "", figure).replace(",", "."))


def decimals(text: str) -> int:
    """Return how many decimals a cell or figure is written with."""
    match = re.search(r",(\d+)", text)
    return len(match[1]) if match else 0


def ulp(text: str) -> Decimal:
    """Return one unit of the last decimal."""
    return Decimal(1).scaleb(-decimals(text))


def figures(text: str) -> Iterator[re.Match[str]]:
    """Yield every figure in digits."""
    return FIGURE.finditer(text)


def digit_changed(text: str, random: Random) -> str:
    """Return the text with one of its digits changed; a first digit never becomes 0."""
    spots = [index for index, sign in enumerate(text) if sign.isdigit()]
    index = random.choice(spots)
    lowest = 1 if index == spots[0] else 0
    others = [str(digit) for digit in range(lowest, 10) if str(digit) != text[index]]
    return text[:index] + random.choice(others) + text[index + 1 :]


def sign_turned(text: str) -> str:
    """Return the cell with the other sign."""
    bare = text.strip()
    return bare[1:] if bare[0] in "-−–" else f"−{bare.removeprefix('+')}"


def moved(text: str, by: Decimal) -> str:
    """Return the cell with its amount moved, written in the same form."""
    value = amount(text)
    if value is None:
        return text
    return written(value + by, decimals(text), unit(text), minus="-" if "-" in text else "−")


def written(value: Decimal, places: int, sign: str = "", minus: str = "−") -> str:
    """Return an amount as in print."""
    bare = f"{abs(value):,.{places}f}".replace(",", " ").replace(".", ",")
    return (minus if value < 0 else "") + bare + (f" {sign}" if sign else "")
