"""From one number to a whole figure: its range or whole, sign, unit, noun and degree."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from avstamt.language.numbers.amounts import Amount, Sign, read_digits, read_sign, read_words
from avstamt.language.numbers.degrees import degree_after, degree_before
from avstamt.language.numbers.millions import counts_millions
from avstamt.language.numbers.model import MONEY_UNITS, POINT_UNITS, Degree, Figure, Form
from avstamt.language.numbers.nouns import Noun, counted_noun
from avstamt.language.numbers.units import Unit, read_unit
from avstamt.language.numbers.years import YEAR_PATTERN
from avstamt.language.words import BLANKS, Span, Word

_GAP = rf"[{BLANKS}\n]+"
_DASH = re.compile(r"(?:[-–—]|\s[-–—]\s)(?=\d)")
_TO = re.compile(rf"{_GAP}(?:till|à){_GAP}")
_AND = re.compile(rf"{_GAP}och{_GAP}")
_OUT_OF = re.compile(rf"{_GAP}av{_GAP}((?:de|dessa|totalt|sammanlagt|samtliga|nämndens|enhetens|våra|alla){_GAP})*")
_OF = re.compile(rf"{_GAP}av{_GAP}((?:de|dessa|nämndens|enhetens|stadens|våra|alla|samtliga){_GAP})*(?=[^\W\d_])")
_DEFINITE = ("na", "en", "et", "an", "on")
_TIMES = re.compile(
    rf"{_GAP}gånger{_GAP}(?:så{_GAP})?(?:fler|mer|högre|större|många|mycket|stor|stort|hög|högt)\b", re.IGNORECASE
)
_YEARS = "år"
_YEAR_BEHIND = re.compile(rf"{_GAP}{YEAR_PATTERN}(?!\d)")
_CHANGE_REACH = 4
_FROM = "från"
_BETWEEN = "mellan"
_ADDABLE = (Form.DIGITS, Form.WORDS)
_MILLION = 6
_SIGNED_UNITS = MONEY_UNITS | POINT_UNITS | {"%"}


class _Core(NamedTuple):
    """A number with what its form adds: the other end of a range, or the whole it is a part of."""

    low: Decimal
    high: Decimal
    decimals: int
    end: int
    form: Form
    whole: Decimal | None


def build_figure(text: str, words: Sequence[Word], index: int, amount: Amount) -> Figure:
    """Return the figure that the number `amount` at word `index` is, with all that belongs to it."""
    core = _core(text, words, index, amount)
    unit = read_unit(text, core.end) if core.form in (*_ADDABLE, Form.PART, Form.ROUND) else None
    if unit and unit.name == _YEARS and _YEAR_BEHIND.match(text, unit.end):
        unit = None
    noun, partitive = _noun(text, words, core, unit)
    if unit and unit.power == _MILLION and not noun and not counts_millions(text, amount.start, unit.end):
        unit = Unit("mnkr", unit.end)
    power = unit.power if unit else 0
    span = Span(amount.start, unit.end if unit else core.end)
    figure = Figure(
        span=span,
        extent=Span(span.start, noun.span.end if noun else span.end),
        low=core.low.scaleb(power),
        high=core.high.scaleb(power),
        unit=unit.name if unit else "",
        noun=noun.text if noun else "",
        noun_span=noun.span if noun else None,
        decimals=core.decimals - power,
        form=core.form,
        whole=core.whole,
        partitive=partitive,
    )
    return _with_degree(text, words, index, _with_sign(text, figure))


def _core(text: str, words: Sequence[Word], index: int, amount: Amount) -> _Core:
    plain = _Core(amount.value, amount.value, amount.decimals, amount.end, amount.form, amount.whole)
    if amount.form not in _ADDABLE:
        return plain
    if times := _TIMES.match(text, amount.end):
        return plain._replace(form=Form.FACTOR, end=times.end())
    if other := _range_end(text, words, index, amount):
        decimals = max(amount.decimals, other.decimals)
        return plain._replace(high=other.value, decimals=decimals, end=other.end)
    if other := _whole(text, words, amount):
        return plain._replace(whole=other.value, form=Form.PART, end=other.end)
    return plain


def _whole(text: str, words: Sequence[Word], amount: Amount) -> Amount | None:
    """Return the number that this one is a part of: the three in "två av tre"."""
    match = _OUT_OF.match(text, amount.end)
    other = _number_at(text, words, match.end()) if match else None
    if other is None or not other.value >= amount.value > 0 or read_unit(text, other.end):
        return None
    return other


def _range_end(text: str, words: Sequence[Word], index: int, amount: Amount) -> Amount | None:
    """Return the other end of a range: "10–12", "tio till tolv" (but not "från tio till tolv"), "mellan 10 och 12"."""
    joined = _DASH.match(text, amount.end) if amount.form is Form.DIGITS else None
    before = [word.lower for word in words[max(0, index - _CHANGE_REACH) : index]]
    if joined is None and _FROM not in before:
        joined = _TO.match(text, amount.end)
    if joined is None and before[-1:] == [_BETWEEN]:
        joined = _AND.match(text, amount.end)
    other = _number_at(text, words, joined.end()) if joined else None
    if other is None or other.form not in _ADDABLE or other.value <= amount.value:
        return None
    return other


def _number_at(text: str, words: Sequence[Word], start: int) -> Amount | None:
    """Return the number that begins exactly at `start`."""
    if start < len(text) and text[start].isdecimal():
        return read_digits(text, start)
    index = bisect_left(words, start, key=lambda word: word.start)
    if index == len(words) or words[index].start != start:
        return None
    found = read_words(text, words, index)
    return found if found and found.form in _ADDABLE else None


def _noun(text: str, words: Sequence[Word], core: _Core, unit: Unit | None) -> tuple[Noun | None, bool]:
    """Return the counted noun, and whether the figure is of something known ("19 av mejlen")."""
    if unit and unit.name not in ("", "st"):
        return None, False
    end = unit.end if unit else core.end
    index = bisect_left(words, end, key=lambda word: word.start)
    if noun := counted_noun(text, words, index, end, one=core.high == 1):
        return noun, False
    if not (of := _OF.match(text, end)):
        return None, False
    index = bisect_left(words, of.end(), key=lambda word: word.start)
    noun = counted_noun(text, words, index, of.end())
    known = core.form is Form.FRACTION or of[1] or (noun is not None and noun.text.endswith(_DEFINITE))
    return (noun, True) if known else (None, False)


def _with_sign(text: str, figure: Figure) -> Figure:
    sign = read_sign(text, figure.span.start)
    if sign is None or not _is_sign(text, sign, figure):
        return figure
    low, high = (-figure.high, -figure.low) if sign.text == "−" else (figure.low, figure.high)
    degree = Degree.TOLERANCE if sign.text == "±" and figure.high else figure.degree
    span = Span(sign.start, figure.span.end)
    return replace(
        figure, low=low, high=high, sign=sign.text, degree=degree, span=span, extent=Span(sign.start, figure.extent.end)
    )


def _is_sign(text: str, sign: Sign, figure: Figure) -> bool:
    """Tell a sign from a dash and a bullet: those stand apart, or first on a line before what is counted."""
    if sign.text != "−" and (sign.text == "±" or not sign.apart or figure.unit in _SIGNED_UNITS):
        return True
    if sign.apart:
        before = text[: sign.start].rstrip()
        return figure.unit in MONEY_UNITS and bool(before) and before[-1].isalpha()
    opens_line = not text[text.rfind("\n", 0, sign.start) + 1 : sign.start].strip()
    return not opens_line or figure.unit in _SIGNED_UNITS or not figure.noun


def _with_degree(text: str, words: Sequence[Word], index: int, figure: Figure) -> Figure:
    degree, start = degree_before(text, words, index, figure.span.start, figure.unit)
    if figure.degree is not Degree.EXACT:
        return replace(figure, extent=Span(start, figure.extent.end))
    end = figure.extent.end
    if degree is Degree.EXACT and (after := degree_after(text, end)):
        degree, end = after
    return replace(figure, degree=degree, extent=Span(start, end))
