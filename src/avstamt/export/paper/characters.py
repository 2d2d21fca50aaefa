"""The characters of a paper: what no paper can hold is taken out, figures keep together, minus and dashes are real ones.

Words never change, and each sign that is set otherwise is one for one: what is read back from a paper is the writer's.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import category

HARD_SPACE = "\u00a0"
MINUS = "\u2212"
DASH = "–"

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff\ufffe\uffff"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17))
    + "]"
)
"""Control characters, direction marks, lone surrogates and non-characters: XML forbids them, or a reader never sees them."""

_UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
_LINE_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_UNITS = r"(?:%|procent\b|mnkr\b|mkr\b|tkr\b|kr\b|kronor\b|miljoner\b|st\b|GWh\b|kWh\b)"
_MONTHS = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
_GAP = re.compile(
    r" (?:(?<=\d )(?=\d{3}(?!\d))"
    rf"|(?<=\d )(?={_UNITS})"
    rf"|(?:(?<=\b[1-3]\d )|(?<=\b\d ))(?=(?:{_MONTHS})\b)"
    r"|(?<=§ )(?=\d)|(?<=\bDnr )(?=\S)|(?<=\b[Bb]ilaga )(?=\d)|(?<=\b[Tt]ertial )(?=\d)"
    r"|(?<=\b[Hh]alvår )(?=\d)|(?<=\b[Kk]vartal )(?=\d))"
)
"""A blank that holds a figure together. Here and below the sign itself comes first: so it is found fastest."""

_AMOUNT = rf"\d[\d {HARD_SPACE}]*(?:,\d+)?"
_HYPHEN = re.compile(
    rf"-(?:(?<=^-)(?={_AMOUNT}(?:[ {HARD_SPACE}]?{_UNITS}|$))"
    rf"|(?<=[\s(]-)(?<!\d\s-)(?={_AMOUNT}[ {HARD_SPACE}]?{_UNITS})"
    r"|(?<=\+/-)(?=\d))"
)
"""A hyphen that is a minus: before an amount with its unit, alone before a number, and in "+/-"."""

_LONG_TITLE = 36
"""A title of fewer letters takes one line, however large it is printed."""
_SHORT_PAIR = 22

_BETWEEN_WORDS = re.compile(r" - (?<=\S - )(?=\S)")


def printable(text: str) -> str:
    """Return the text without characters that no paper can hold; every kind of line break becomes a newline."""
    if text.isascii() and text.isprintable():
        return text
    return _UNPRINTABLE.sub("", _LINE_BREAK.sub("\n", text)).replace("\t", " ")


@lru_cache(maxsize=4096)  # the preview sets the same texts again after every edit
def set_figures(text: str) -> str:
    """Return printable text as it is set: hard spaces inside figures and before units, real minus, real dashes."""
    words = _GAP.sub(HARD_SPACE, printable(text))
    return _BETWEEN_WORDS.sub(f" {DASH} ", _HYPHEN.sub(MINUS, words)) if "-" in words else words


def title_line(text: str, long: int = _LONG_TITLE) -> str:
    """Return a title on one line; in one of `long` letters the last two words stay together, if they are short.

    So a short word does not stand alone on the next line.
    """
    line = one_line(text)
    before, _blank, last = line.rpartition(" ")
    pair = len(before) - before.rfind(" ") + len(last)
    return f"{before}{HARD_SPACE}{last}" if len(line) >= long and pair <= _SHORT_PAIR else line


def one_line(text: str) -> str:
    """Return the text on one line, as a heading or a table head needs it; empty where nothing of it can be seen."""
    line = " ".join(part for part in printable(text).split("\n") if part).strip()
    return set_figures(line) if any(category(letter) not in _UNSEEN for letter in line) else ""
