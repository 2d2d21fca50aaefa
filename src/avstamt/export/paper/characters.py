"""The characters of a paper: what no paper can hold is taken out, and figures keep together. Words never change."""

from __future__ import annotations

import re
from unicodedata import category

HARD_SPACE = "\u00a0"

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff\ufffe\uffff"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17))
    + "]"
)
"""Control characters, direction marks, lone surrogates and non-characters: XML forbids them, or a reader never sees them."""

_UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
_LINE_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_FIGURE_GAP = re.compile(
    r"(?<=\d) (?=\d{3}(?!\d))"
    r"|(?<=\d) (?=(?:%|procent\b|mnkr\b|mkr\b|tkr\b|kr\b|kronor\b|miljoner\b|st\b|GWh\b|kWh\b))"
    r"|(?<=§) (?=\d)|(?<=\bDnr) (?=\S)"
)


def printable(text: str) -> str:
    """Return the text without characters that no paper can hold; every kind of line break becomes a newline."""
    if text.isascii() and text.isprintable():
        return text
    return _UNPRINTABLE.sub("", _LINE_BREAK.sub("\n", text)).replace("\t", " ")


def set_figures(text: str) -> str:
    """Return printable text where a figure keeps together: hard spaces between thousands and before a unit."""
    return _FIGURE_GAP.sub(HARD_SPACE, printable(text))


def one_line(text: str) -> str:
    """Return the text on one line, as a heading or a table head needs it; empty where nothing of it can be seen."""
    line = " ".join(part for part in printable(text).split("\n") if part).strip()
    return set_figures(line) if any(category(letter) not in _UNSEEN for letter in line) else ""
