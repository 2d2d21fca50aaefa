"""The text of a table row whose cells run over several lines, with the way back from its characters to the lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from avstamt.importers.layout import Layout
from avstamt.importers.lines import SOFT_HYPHEN, Line


@dataclass(frozen=True, slots=True)
class RowText:
    """A row's lines as one text, blanks kept; `starts` are the offsets at which its lines begin."""

    text: str
    starts: tuple[int, ...]
    numbers: tuple[int, ...]

    @property
    def joints(self) -> tuple[int, ...]:
        """Return the offsets at which lines were joined."""
        return self.starts[1:]

    def lines(self, start: int, end: int) -> tuple[int, int]:
        """Return the first and last line of the characters from `start` to `end`."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        last = max(bisect_right(self.starts, max(end - 1, start)) - 1, first)
        return self.numbers[first], self.numbers[last]


def row_text(lines: Sequence[Line], layout: Layout) -> RowText:
    """Join the lines of a row: a line without a blank at its end is glued to a next one that begins within a word."""
    parts: list[str] = []
    starts: list[int] = []
    at = 0
    for index, line in enumerate(lines):
        begin = line.raw.lstrip() if index == 0 else line.raw
        if index:
            glue = _glue(lines[index - 1], line, layout)
            if parts and parts[-1].endswith(SOFT_HYPHEN):
                parts[-1] = parts[-1][:-1]
                at -= 1
                glue = ""
            parts.append(glue)
            at += len(glue)
        starts.append(at)
        parts.append(begin)
        at += len(begin)
    return RowText("".join(parts).rstrip(), tuple(starts), tuple(line.number for line in lines))


def _glue(line: Line, following: Line, layout: Layout) -> str:
    if line.tail or following.lead:
        return ""
    end, begin = line.text[-1], following.text[0]
    if layout.spaced and begin.islower() and (end.isalnum() or end in "-/"):
        return ""
    if end == "-" and len(line.text) > 1 and line.text[-2].isalnum() and begin.isalnum():
        return ""
    return " "
