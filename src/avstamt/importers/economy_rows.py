"""Rows of economy tables without tab characters: the amounts at the end of a line, told apart by form and arithmetic."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, islice

from avstamt.domain.economy import ColumnRole
from avstamt.importers.drafts import DraftColumn

_WORD = re.compile(r"[-−–+±]?\d+(?:[.,]\d+)?%?|%|[-−–+±](?=\s?\d)")
_GROUP = re.compile(r"\d{3}(?:,\d+)?%?")
_HEAD = re.compile(r"[-−–+±]?[1-9]\d{0,2}")
_MOST = 200
_TOLD = 4.0
"""What blanks that show empty cells weigh."""

Cell = tuple[int, int]


def amounts_at_end(text: str) -> list[Cell]:
    """Return the number words that end the text, as offsets, in order."""
    words = [(match.start(), match.end()) for match in re.finditer(r"\S+", text)]
    found: list[Cell] = []
    for start, end in reversed(words):
        if not _WORD.fullmatch(text[start:end]) and text[start:end] not in ("-", "–", "−", "+", "±"):
            break
        found.append((start, end))
    return found[::-1]


def read_cells(text: str, columns: Sequence[DraftColumn]) -> tuple[str, tuple[str, ...]] | None:
    """Split a row's text into its label and one text a column; None where no amounts end it."""
    words = amounts_at_end(text)
    best: tuple[float, str, tuple[str, ...]] | None = None
    for first in range(len(words)):
        label = text[: words[first][0]].strip()
        for cells in _partitions(text, words[first:], len(columns)):
            for places, told in _placements(text, cells, words[first][0], columns):
                filled = [""] * len(columns)
                for place, (start, end) in zip(places, cells, strict=True):
                    filled[place] = " ".join(text[start:end].split())
                score = _score(filled, columns) + told - 3 * first - (0 if label else 5)
                if best is None or score > best[0]:
                    best = (score, label, tuple(filled))
    return (best[1], best[2]) if best else None


def _partitions(text: str, words: Sequence[Cell], most: int) -> Iterator[tuple[Cell, ...]]:
    """Yield the ways to join number words into at most `most` amounts ("1 400" is one or two)."""
    return islice(_joined(text, words, most, ()), _MOST)


def _joined(
    text: str, words: Sequence[Cell], most: int, cells: tuple[Cell, ...], at: int = 0
) -> Iterator[tuple[Cell, ...]]:
    """Yield the amounts that are joined already with all that the words from `at` on may be joined into."""
    if at == len(words):
        if cells:
            yield cells
    elif len(cells) < most:
        for end in _ends(text, words, at):
            yield from _joined(text, words, most, (*cells, (words[at][0], words[end][1])), end + 1)


def _ends(text: str, words: Sequence[Cell], index: int) -> list[int]:
    """Return the indexes of the words at which an amount that begins at `index` can end, the longest first."""
    word = text[words[index][0] : words[index][1]]
    last = index
    if word in ("-", "–", "−", "+", "±") and index + 1 < len(words):
        last += 1
        word += text[words[last][0] : words[last][1]]
    ends = [last]
    grouped = _HEAD.fullmatch(word) is not None
    while grouped and last + 1 < len(words):
        following = text[words[last + 1][0] : words[last + 1][1]]
        if not _GROUP.fullmatch(following) or words[last + 1][0] - words[last][1] > 1:
            break
        last += 1
        ends.append(last)
        grouped = following.isdigit()
    with_sign = [end + 1 for end in ends if end + 1 < len(words) and text[words[end + 1][0] : words[end + 1][1]] == "%"]
    return sorted({*ends, *with_sign}, reverse=True)


def _placements(
    text: str, cells: Sequence[Cell], first: int, columns: Sequence[DraftColumn]
) -> Iterator[tuple[Sequence[int], float]]:
    """Yield the columns the amounts may stand in, with what the blanks say for it; else every order-keeping choice."""
    label_end = len(text[:first].rstrip())
    blanks, column, before = [], -1, label_end
    for start, end in cells:
        column += max(start - before - 1, 0) + 1
        blanks.append(column)
        before = end
    agrees = blanks[-1] < len(columns)
    if len(cells) == len(columns):
        yield range(len(columns)), 0.0 if agrees else -_TOLD
    elif agrees and blanks != list(range(len(cells))):
        yield blanks, _TOLD
    elif len(columns) <= 10:  # noqa: PLR2004 - beyond that there are too many choices to weigh
        for places in combinations(range(len(columns)), len(cells)):
            yield places, 0.0


def _score(filled: Sequence[str], columns: Sequence[DraftColumn]) -> float:
    score = 0.0
    for index, (text, column) in enumerate(zip(filled, columns, strict=True)):
        if text:
            score += 2.0 + 0.01 * index
            share = column.role is ColumnRole.SHARE
            score += 1.5 if share == ("%" in text) else -3.0
    if _adds_up(filled, columns):
        score += 4.0
    plain = [text for text, column in zip(filled, columns, strict=True) if text and column.role is not ColumnRole.SHARE]
    with_part = sum("," in text for text in plain)
    score -= 2.0 * min(with_part, len(plain) - with_part)
    return score - 0.2 * sum(len(text.split()) - 1 for text in filled)


def _adds_up(filled: Sequence[str], columns: Sequence[DraftColumn]) -> bool:
    """Tell whether a variance is the difference of budget and outcome (or forecast), whichever way it is signed."""
    amounts = {column.role: amount(text) for text, column in zip(filled, columns, strict=True) if text}
    budget, variance = amounts.get(ColumnRole.BUDGET), amounts.get(ColumnRole.VARIANCE)
    other = amounts.get(ColumnRole.OUTCOME, amounts.get(ColumnRole.FORECAST))
    if budget is None or variance is None or other is None:
        return False
    return abs(abs(budget - other) - abs(variance)) < Decimal("0.2")


def amount(text: str) -> Decimal | None:
    """Return an amount's value; None where the text is none."""
    match = re.fullmatch(r"([-−–+±]?)\s?(\d[\d\s]*)(?:[.,](\d+))?\s?%?", text.strip())
    if match is None:
        return None
    value = Decimal("".join(match[2].split()) + ("." + match[3] if match[3] else ""))
    return -value if match[1] in ("-", "−", "–") and match[1] else value
