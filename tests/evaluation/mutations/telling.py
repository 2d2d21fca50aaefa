"""Finds where running text tells a figure of an indicator, as a reader of the report alone would see it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.evaluation.mutations.figures import FIGURE, amount, decimals, plain, unit
from tests.evaluation.mutations.walking import Told, indicators, running

from avstamt.domain.indicator import INDICATOR_FIGURES, Indicator
from avstamt.domain.place import Place
from avstamt.domain.report import Report

_GENERIC = {"antal", "andel", "andelen", "antalet", "personer", "totalt", "staden", "stadens", "inom", "samt", "eller"}
_SHARE_OF_WORDS = 0.6
_STEM = 6
_PERCENT = re.compile(r"\s*(?:%|procent\b)")
_SPAN = re.compile(r"\bmellan \d[\d, ]*(?:%|procent)? ?och $", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:mot|från|än|förra|föregående|fjol\w*|innan|tidigare|jämför\w*|jmf|ök\w*|minsk\w*|steg|stigit|sjönk|sjunkit|20\d\d)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Telling:
    """A figure in running text that is a cell of an indicator's row: the row's place, the cell, and the stretch."""

    row: Place
    indicator: Indicator
    cell: str
    block: Told
    start: int
    end: int

    @property
    def figure(self) -> str:
        return self.block.text[self.start : self.end]


def tellings(report: Report) -> tuple[Telling, ...]:
    """Return every figure that equals exactly one cell of an indicator that the sentence is about.

    A sentence is about an indicator when it stands in the indicator's own analysis or holds most of the words of its
    name. Shares must be told with "%" or "procent", other figures without; single digits are left out, as they
    coincide, and so do the ends of "mellan 85 och 88". A figure of last year is left out where the text names a still
    earlier year, or where nothing in the sentence looks back: it is then a part that happens to be the same.
    """
    blocks = running(report)
    return tuple(
        telling
        for _goal, node, row in indicators(report)
        for block in blocks
        for telling in _in_block(node, row, block)
        if telling.cell != "previous" or not _is_of_earlier(telling, report.year)
    )


def _is_of_earlier(telling: Telling, year: int) -> bool:
    """Tell whether the text dates a figure before last year, so that the row's last year does not contradict it."""
    return any(int(said) < year - 1 for said in re.findall(r"\b20\d\d\b", telling.block.text))


def _in_block(node: Indicator, row: Place, block: Told) -> Iterator[Telling]:
    mine = block.place.is_within(row)
    for offset, sentence in block.sentences():
        if not mine and not is_about(sentence, node.name):
            continue
        for match in FIGURE.finditer(sentence):
            cell = _cell_told(node, match, sentence)
            if cell and (cell != "previous" or _EARLIER.search(sentence)):
                start = offset + match.start()
                yield Telling(row, node, cell, block, start, start + len(match[0]))


def is_about(sentence: str, name: str) -> bool:
    """Tell whether most words of an indicator's name stand in the sentence."""
    words = {word[:_STEM] for word in _words(name.split("(", maxsplit=1)[0])}
    said = {word[:_STEM] for word in _words(sentence)}
    return bool(words) and len(words & said) >= _SHARE_OF_WORDS * len(words)


def _words(text: str) -> list[str]:
    return [word for word in re.findall(r"[a-zåäöé]{4,}", text.lower()) if word not in _GENERIC]


def _cell_told(node: Indicator, match: re.Match[str], sentence: str) -> str | None:
    figure = match[0]
    if len(re.sub(r"\D", "", figure)) < 2 or _is_year(figure) or _SPAN.search(sentence[: match.start()]):
        return None
    value = plain(figure)
    same = [name for name in INDICATOR_FIGURES if amount(getattr(node, name)) == value]
    if len(same) != 1 or decimals(getattr(node, same[0])) != decimals(figure):
        return None
    share = bool(_PERCENT.match(sentence, match.end()))
    return same[0] if share == (unit(getattr(node, same[0])) == "%") else None


def _is_year(figure: str) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", figure))
