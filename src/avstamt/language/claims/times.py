"""Times in a text: years and words for last year, this year and next; and which time a figure is of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from avstamt.language.claims.base import Relative, When
from avstamt.language.numbers.model import Aside, AsideKind, Figure
from avstamt.language.words import Span, Word, standing_in, word_set

_RELATIVE = re.compile(
    r"\b(?:(?P<last>(?:motsvarande|samma)\s+period\s+(?:föregående|förra)\s+året?|förra\s+årets?|föregående\s+års?|året\s+innan"
    r"|året\s+dessförinnan|i\s+fjol|fjolårets?|förra\s+tertialet|föregående\s+tertial)"
    r"|(?P<this>hittills\s+i\s+år|(?<!\d\s)i\s+år\b|årets|detta\s+år|innevarande\s+år|under\s+året)"
    r"|(?P<next>nästa\s+års?|kommande\s+år(?:et)?|nästkommande\s+år))\b",
    re.IGNORECASE,
)
_BASE = re.compile(
    r"\b(?:mot|jämför(?:t|a|as|else)\s+med|jmf\.?(?:\s+med)?|jmfr|jfr|än|i\s+stället\s+för)"
    r"(?:\s+(?:föregående|förra|motsvarande|samma|period\w*|år(?:et)?s?|\d{4}|stadens|rikets|länets|genomsnittets))*\s*$",
    re.IGNORECASE,
)
_YEAR_WORDS = word_set("år året årets års fjol fjolåret fjolårets tertialet tertial")
_WORDS_BEFORE = 44
_WORDS_AFTER = 14
_BASE_REACH = 60
_REMARK_REACH = 60
_TURN = re.compile(r"\b(?:och|men|samt)\b|[;:]")
_COMPARED = re.compile(
    r"\b(?:mot|jämför(?:t|a|as|else)\s+med|jmf\.?(?:\s+med)?|jmfr|jfr|från|än|sedan|precis\s+som|liksom|likt|samma\s+(?:nivå\s+)?som|(?:paritet|nivå|jämförelse)\s+med"
    r"|förhållande\s+till)\s+(?:\w+\s+){0,3}$|\btill\s+(?:år\s+)?$",
    re.IGNORECASE,
)


def find_times(text: str, asides: Sequence[Aside], words: Sequence[Word]) -> tuple[When, ...]:
    """Return the times that a text names, in order; a span of years in a title ("2020–2023") is none."""
    years = [
        When(aside.span, aside.years[1])
        for aside in asides
        if aside.years and aside.kind in (AsideKind.YEAR, AsideKind.DATE) and aside.years[0] == aside.years[1]
    ]
    return tuple(sorted([*years, *_relative_times(text, words)], key=lambda when: when.span))


def _relative_times(text: str, words: Sequence[Word]) -> Iterator[When]:
    """Yield the times told by the report's own year; each holds one of a few words, around which it is looked for."""
    reached = 0
    for number in standing_in(text, _YEAR_WORDS):
        word = words[number]
        if word.start < reached:
            continue
        match = _RELATIVE.search(text, max(reached, word.start - _WORDS_BEFORE), word.end + _WORDS_AFTER)
        if match:
            reached = match.end()
            yield When(Span(*match.span()), None, _relative(match))


def is_base(text: str, figure: Figure, start: int) -> bool:
    """Tell whether a figure is what something is compared with: "mot 518", "jämfört med cirka 20"."""
    before = text[max(start, figure.extent.start - _BASE_REACH) : figure.extent.start]
    return bool(_BASE.search(before)) or _is_bracketed_alone(text, figure)


def _is_origin(text: str, figure: Figure) -> bool:
    """Tell whether something changed from a figure: "från 79 %"."""
    return text[max(0, figure.extent.start - 6) : figure.extent.start].rstrip().lower().endswith("från")


def _is_bracketed_alone(text: str, figure: Figure) -> bool:
    """Tell whether a figure stands alone in brackets right behind another, as last year's does: "82 (81)"."""
    opened = figure.extent.start - 1
    inside = opened >= 0 and text[opened] == "(" and text.startswith(")", figure.extent.end)
    before = text[max(0, opened - 2) : max(0, opened)].rstrip()
    return inside and bool(before) and (before[-1].isdecimal() or before[-1] == "%") and not figure.noun


def is_compared(text: str, when: When, start: int) -> bool:
    """Tell whether a time is what something is compared with or counted from: "jämfört med 2022", "sedan december 2014"."""
    return bool(_COMPARED.search(text, max(start, when.span.start - _BASE_REACH), when.span.start))


def times_of(text: str, figures: Sequence[Figure], times: Sequence[When], start: int) -> Mapping[Figure, When]:
    """Return the time each figure of a sentence is of, where one can be told.

    Years and figures mostly alternate: where a time comes first it is of the figures behind it ("2021: 59, 2020: 52"),
    where a figure comes first the time follows it ("52 under 2022 mot 61 under 2021").
    """
    inside = {when: brackets for when in times if (brackets := _brackets(text, when))}
    bound: dict[Figure, When] = {}
    for when, brackets in inside.items():
        within = [figure for figure in figures if brackets.holds(figure.span)]
        behind = [figure for figure in within if figure.span.start > when.span.end]
        if within:
            bound[_nearest_figure(when, behind if text.startswith(":", when.span.end) and behind else within)] = when
    outer = [figure for figure in figures if not any(brackets.holds(figure.span) for brackets in inside.values())]
    return bound | dict(_bind(text, outer, [when for when in times if when not in inside], start))


def _bind(text: str, figures: Sequence[Figure], times: Sequence[When], start: int) -> Mapping[Figure, When]:
    """Bind the figures and times that stand in no brackets, by their order."""
    if not figures or not times:
        return {}
    if len(times) == 1:
        return _of_one_time(text, figures, times[0], start)
    if times[0].span < figures[0].span and times[-1].span < figures[-1].span:
        return {figure: when for figure in figures if (when := _last_before(figure, times))}
    if figures[0].span < times[0].span and figures[-1].span < times[-1].span:
        return _times_behind(figures, times)
    return _of_nearest(text, figures, times, start)


def _brackets(text: str, when: When) -> Span | None:
    """Return the brackets that a time stands in, None where it stands in none."""
    opened = text.rfind("(", max(0, when.span.start - _REMARK_REACH), when.span.start)
    if opened < 0 or ")" in text[opened : when.span.start]:
        return None
    closed = text.find(")", when.span.end, when.span.end + _REMARK_REACH)
    return Span(opened, closed + 1) if closed >= 0 else None


def in_brackets(text: str, when: When) -> bool:
    """Tell whether a time stands in brackets, so that it is a remark on what stands there."""
    return _brackets(text, when) is not None


def _of_one_time(text: str, figures: Sequence[Figure], when: When, start: int) -> Mapping[Figure, When]:
    """Bind the only time of a sentence: to the base beside it, else to every figure that is no base.

    A time that is only compared with is of the base before it or of the figures behind it ("än 2022 då det var 95").
    """
    bases = [figure for figure in figures if is_base(text, figure, start) or _is_origin(text, figure)]
    if bases and when.span.start >= bases[-1].span.end:
        return {bases[-1]: when}
    compared = is_compared(text, when, start)
    if bases and compared and _follows(text, when, bases[0]):
        return {bases[0]: when}
    return {
        figure: when for figure in figures if figure not in bases and (not compared or _follows(text, when, figure))
    }


def _follows(text: str, when: When, figure: Figure) -> bool:
    """Tell whether a figure goes on from a time that is compared with: "än 2022 då det var 95", not "… och ligger på 64"."""
    if figure.span.start < when.span.end:
        return False
    return not _TURN.search(text, when.span.end, figure.span.start)


def _of_nearest(text: str, figures: Sequence[Figure], times: Sequence[When], start: int) -> Mapping[Figure, When]:
    """Bind each figure to the nearest time, one that is only compared with aside unless it stands right behind it."""
    bound = {}
    for figure in figures:
        base = is_base(text, figure, start)
        fitting = [when for when in times if base or not is_compared(text, when, start) or _follows(text, when, figure)]
        if fitting:
            bound[figure] = _nearest(figure, fitting)
    return bound


def _last_before(figure: Figure, times: Sequence[When]) -> When | None:
    before = [when for when in times if when.span.end <= figure.span.start]
    return before[-1] if before else None


def _times_behind(figures: Sequence[Figure], times: Sequence[When]) -> Mapping[Figure, When]:
    """Bind each figure to the time behind it, before the next figure; one without takes that of the figure behind it."""
    bound: dict[Figure, When] = {}
    following = None
    for figure, after in zip(reversed(figures), [None, *reversed(figures[1:])], strict=True):
        end = after.span.start if after else times[-1].span.end
        own = next((when for when in times if figure.span.end <= when.span.start < end), None)
        following = own or following
        if following:
            bound[figure] = following
    return bound


def _nearest_figure(when: When, figures: Sequence[Figure]) -> Figure:
    return min(figures, key=lambda figure: _distance(figure, when))


def _nearest(figure: Figure, times: Sequence[When]) -> When:
    return min(times, key=lambda when: _distance(figure, when))


def _distance(figure: Figure, when: When) -> int:
    return max(when.span.start - figure.span.end, figure.span.start - when.span.end)


def _relative(match: re.Match[str]) -> Relative:
    if match["last"]:
        return Relative.LAST_YEAR
    return Relative.THIS_YEAR if match["this"] else Relative.NEXT_YEAR
