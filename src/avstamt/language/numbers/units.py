"""Units behind a number: money, shares, points, time, energy and weight, in their common forms."""

from __future__ import annotations

import re
from typing import NamedTuple

from avstamt.domain.quantity import normal_unit


class Unit(NamedTuple):
    """A unit that stands behind a number: its common form, where it ends, and the power of ten it multiplies by."""

    name: str
    end: int
    power: int = 0


_BLANK = r"[ \t\u00a0\u202f\u2009]*"
_LETTERS = r"(?![^\W\d_])"
_CURRENCY = r"(?:kronor|kr|SEK)"

_FORMS: tuple[tuple[str, str], ...] = (
    (r"(?:procent|%)(?:-|\s)?enhet(?:en|er|erna|s)?|p\.e\.", "procentenheter"),
    (r"promille|‰", "‰"),
    (r"procentig\w*|%-ig\w*", "%"),
    (r"%|procents?|proc\.?(?!\w)", "%"),
    (rf"(?:mnkr|mn{_BLANK}kr|mkr|msek|miljon(?:er)?\s{_CURRENCY})", "mnkr"),
    (rf"(?:mdkr|mdr{_BLANK}kr|mdr|miljard(?:er)?(?:\s{_CURRENCY})?)", "mdkr"),
    (rf"(?:tkr|t{_BLANK}kr|tsek|tusen\s{_CURRENCY}|kkr)", "tkr"),
    (r"(?:kronor|kr|SEK|:-)", "kr"),
    (r"(?:gwh|gigawatt?tim(?:mar|me))", "GWh"),
    (r"(?:mwh|megawatt?tim(?:mar|me))", "MWh"),
    (r"(?:kwh|kilowatt?tim(?:mar|me))", "kWh"),
    (r"kg\s+CO2e?(?:\s+per\s+kg\s+livsmedel)?", ""),
    (r"ton\s+(?:CO2e?|koldioxid\w*)", "ton CO2e"),
    (r"(?:kg|kilo(?:gram)?)", "kg"),
    (r"ton", "ton"),
    (r"gram", "g"),
    (r"(?:kvm|m2|m²|kvadratmeter)", "m²"),
    (r"(?:km|kilometer)", "km"),
    (r"mil", "mil"),
    (r"meter", "m"),
    (r"liter", "liter"),
    (r"(?:°C?|grader(?:s)?)", "°C"),
    (r"poäng|index(?:enhet|punkt)(?:er)?|skalsteg", "poäng"),
    (r"(?:högskolepoäng|hp)", "hp"),
    (r"(?:st|stycken|styck)", "st"),
    (r"minut(?:er|s)?", "minuter"),
    (r"timmars?|timmes?|tim", "timmar"),
    (r"dygn", "dygn"),
    (r"(?:arbets|vecko|kalender)?(?:dagars?|dag)", "dagar"),
    (r"(?:veckors?|vecka)", "veckor"),
    (r"(?:månaders?|månad|mån)", "månader"),
    (r"kvartal", "kvartal"),
    (r"termin(?:er)?", "terminer"),
    (r"(?:års?|åren)", "år"),
)

_UNIT = re.compile(
    "|".join(rf"(?P<u{n}>(?:{form}){'' if form.startswith('%') else _LETTERS})" for n, (form, _) in enumerate(_FORMS)),
    re.IGNORECASE,
)
_GAP = re.compile(rf"{_BLANK}-?(?=[^\W\d_%‰°])|{_BLANK}(?=[%‰°:])")
_MILLIONS = re.compile(r"(?P<word>miljon(?:er)?|mn|tusen)(?![^\W\d_])", re.IGNORECASE)
_POWERS = {"tusen": 3}


def read_unit(text: str, position: int) -> Unit | None:
    """Return the unit that begins at or, past blanks, after `position`; None where there is none."""
    gap = _GAP.match(text, position)
    if gap is None:
        return None
    match = _UNIT.match(text, gap.end())
    if match is None:
        return _power(text, gap.end())
    name = _FORMS[int((match.lastgroup or "u0")[1:])][1]
    if not name:
        return Unit(" ".join(match.group().split()), match.end())
    return Unit(normal_unit(name), match.end())


def _power(text: str, position: int) -> Unit | None:
    """Read "miljoner" and "tusen" that no currency follows: money where nothing is counted, else a power of ten."""
    match = _MILLIONS.match(text, position)
    if match is None:
        return None
    power = _POWERS.get(match["word"].lower(), 6)
    return Unit("", match.end(), power)
