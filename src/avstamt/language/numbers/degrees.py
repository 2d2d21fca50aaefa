"""How exactly a figure is given: the words of degree before it ("drygt", "minst") and behind it ("eller fler")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from avstamt.language.numbers.model import Degree
from avstamt.language.words import BLANKS, Word

_ONE_WORD = {
    "ca": Degree.ABOUT,
    "c:a": Degree.ABOUT,
    "cirka": Degree.ABOUT,
    "cirkus": Degree.ABOUT,
    "omkring": Degree.ABOUT,
    "ungefär": Degree.ABOUT,
    "uppskattningsvis": Degree.ABOUT,
    "runt": Degree.ABOUT,
    "kring": Degree.ABOUT,
    "drygt": Degree.JUST_ABOVE,
    "dryga": Degree.JUST_ABOVE,
    "knappt": Degree.JUST_BELOW,
    "knappa": Degree.JUST_BELOW,
    "nästan": Degree.JUST_BELOW,
    "närmare": Degree.JUST_BELOW,
    "minst": Degree.AT_LEAST,
    "lägst": Degree.AT_LEAST,
    "åtminstone": Degree.AT_LEAST,
    "över": Degree.MORE_THAN,
    "högst": Degree.AT_MOST,
    "max": Degree.AT_MOST,
    "maximalt": Degree.AT_MOST,
    "maximal": Degree.AT_MOST,
    "under": Degree.LESS_THAN,
    "plus/minus": Degree.TOLERANCE,
}
_SEVERAL_WORDS = (
    (("inte", "mindre", "än"), Degree.AT_LEAST),
    (("inte", "färre", "än"), Degree.AT_LEAST),
    (("inte", "mer", "än"), Degree.AT_MOST),
    (("inte", "fler", "än"), Degree.AT_MOST),
    (("gott", "och", "väl"), Degree.JUST_ABOVE),
    (("inte", "fullt"), Degree.JUST_BELOW),
    (("strax", "över"), Degree.JUST_ABOVE),
    (("lite", "över"), Degree.JUST_ABOVE),
    (("något", "över"), Degree.JUST_ABOVE),
    (("strax", "under"), Degree.JUST_BELOW),
    (("lite", "under"), Degree.JUST_BELOW),
    (("något", "under"), Degree.JUST_BELOW),
    (("mer", "än"), Degree.MORE_THAN),
    (("fler", "än"), Degree.MORE_THAN),
    (("mindre", "än"), Degree.LESS_THAN),
    (("färre", "än"), Degree.LESS_THAN),
    (("upp", "till"), Degree.AT_MOST),
    (("som", "mest"), Degree.AT_MOST),
    (("som", "minst"), Degree.AT_LEAST),
)
_LAST_WORDS = frozenset(_ONE_WORD) | {phrase[-1] for phrase, _ in _SEVERAL_WORDS}
_SYMBOL = re.compile(r"(<=|>=|[<>≤≥~≈])[ \u00a0]?$")
_SYMBOLS = {
    "<": Degree.LESS_THAN,
    ">": Degree.MORE_THAN,
    "<=": Degree.AT_MOST,
    "≤": Degree.AT_MOST,
    ">=": Degree.AT_LEAST,
    "≥": Degree.AT_LEAST,
    "~": Degree.ABOUT,
    "≈": Degree.ABOUT,
}
_AFTER = re.compile(
    rf"[{BLANKS}]+eller[{BLANKS}]+(?P<more>fler|mer|mera|högre|större|bättre|över)?(?P<less>färre|mindre|lägre|under)?\b"
)
_SOFT_GAP = BLANKS + "."
_MEASURED = frozenset({"%", "procentenheter", "poäng", "kr", "tkr", "mnkr", "mdkr", "GWh", "MWh", "kWh", "kg", "ton"})


def degree_before(text: str, words: Sequence[Word], index: int, start: int, unit: str) -> tuple[Degree, int]:
    """Return the degree that stands before the number at `start` (word `index`), and where its words begin.

    "Under" means less than only before a measure: under 20 ärenden is as often during.
    """
    if symbol := _SYMBOL.search(text, max(0, start - 4), start):
        return _SYMBOLS[symbol[1]], symbol.start()
    if not index or words[index - 1].lower not in _LAST_WORDS:
        return Degree.EXACT, start
    if text[words[index - 1].end : start].strip(_SOFT_GAP):
        return Degree.EXACT, start
    for phrase, degree in _SEVERAL_WORDS:
        length = len(phrase)
        if length <= index and tuple(word.lower for word in words[index - length : index]) == phrase:
            return degree, words[index - length].start
    found = _ONE_WORD.get(words[index - 1].lower, Degree.EXACT)
    if found is Degree.LESS_THAN and unit not in _MEASURED:
        return Degree.EXACT, start
    return found, words[index - 1].start if found is not Degree.EXACT else start


def degree_after(text: str, end: int) -> tuple[Degree, int] | None:
    """Return the degree that stands behind a figure ("eller fler"), and where it ends."""
    match = _AFTER.match(text, end)
    if match is None or not (match["more"] or match["less"]):
        return None
    return (Degree.AT_LEAST if match["more"] else Degree.AT_MOST), match.end()
