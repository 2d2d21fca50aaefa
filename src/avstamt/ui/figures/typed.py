"""Finds the figure of a part that equals a number just typed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from avstamt.domain.place import Place
from avstamt.domain.report import Report
from avstamt.domain.text import FigureReference
from avstamt.language.linked.listing import LinkedFigure, figures_above
from avstamt.language.linked.sources import formats
from avstamt.language.numbers.finding import find_numbers
from avstamt.language.numbers.model import Figure, Form

_BLANKS = re.compile(r"[\s\u00a0\u202f\u2009]+")
_MINUS = re.compile("[\u2212\u2013]")
_LEAST_DIGITS = 2
_NEAR = 60


@dataclass(frozen=True, slots=True)
class TypedFigure:
    """A number in a text (from `start` to `end`) that equals a figure of the report, and the link that would write it."""

    start: int
    end: int
    text: str
    reference: FigureReference
    title: str


def last_number(text: str) -> Figure | None:
    """Return the last number in digits of a text that has just been written."""
    near = text[-_NEAR:]
    figures = [one for one in find_numbers(text).figures if one.form is Form.DIGITS]
    return figures[-1] if figures and figures[-1].span.start >= len(text) - len(near) else None


def typed_figure(report: Report, near: Place, text: str) -> TypedFigure | None:
    """Return the figure that the last number of `text` equals, of the part that `near` lies in or one above it, or None.

    A bare digit equals too much to be told of: a number needs a unit, or two digits.
    """
    number = last_number(text)
    if number is None or not _is_telling(number, text):
        return None
    start = number.span.start
    ways = [
        (figure, FigureReference(source=figure.source, format=way), written)
        for figure in figures_above(report, near)
        for way, written in formats(report, figure.source, figure.measure)
    ]
    for end in dict.fromkeys((number.extent.end, number.span.end)):
        for figure, reference, written in ways:
            if _same(written, text[start:end]):
                return TypedFigure(start, end, text[start:end], reference, _title(figure))
    return None


def _title(figure: LinkedFigure) -> str:
    """Return which of a thing's figures it is, and then of what: the first is what one must see."""
    return ", ".join(filter(None, (figure.what, figure.name)))


def _is_telling(number: Figure, text: str) -> bool:
    digits = sum(letter.isdecimal() for letter in text[number.span.start : number.span.end])
    return digits >= _LEAST_DIGITS or bool(number.unit)


def _same(one: str, other: str) -> bool:
    return _bare(one) == _bare(other)


def _bare(text: str) -> str:
    return _MINUS.sub("-", _BLANKS.sub("", text)).casefold()
