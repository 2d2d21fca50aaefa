"""Turns lines of running text into blocks: paragraphs whole again, list items, sub-headings, simple tables."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from avstamt.domain.text import Block, ListItem, ListKind, Paragraph, Run, SubHeading, TextCell, TextTable
from avstamt.importers.drafts import Ids, TextLine
from avstamt.importers.headings import Stretch, has_verb, is_heading
from avstamt.importers.layout import Layout
from avstamt.importers.lines import SOFT_HYPHEN, Line
from avstamt.importers.wording import (
    BULLETS,
    bullet,
    ends_sentence,
    folded,
    goal_head,
    list_number,
    without_list_number,
)

_BEGINNING = 3
_LONGEST_TITLE = 3
_SHORT_ITEM = 110
_SHORT_LINE = 60

Placed = tuple[Block, tuple[int, int]]
"""A block and its lines in the source."""


@dataclass(slots=True)
class Chunk:
    """Lines that make one block; `heading` is a level already known, `item` a list item's text."""

    lines: list[Line]
    text: str = ""
    heading: int = 0
    unplaced: bool = False
    mark: ListKind | None = None
    level: int = 0
    in_run: bool = False
    grid: bool = field(default=False)

    @property
    def numbers(self) -> tuple[int, int]:
        """Return the first and last line."""
        return self.lines[0].number, self.lines[-1].number


@dataclass(frozen=True)
class Prose:
    """Makes blocks in one report's layout; `known` are folded titles that head text wherever they stand alone."""

    layout: Layout
    known: Collection[str]
    ids: Ids

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        return frozenset(title[:_BEGINNING] for title in self.known)

    def blocks(self, lines: Sequence[TextLine]) -> list[Placed]:
        """Return the blocks of a text, each with its lines."""
        chunks = self._chunks(lines)
        for chunk in chunks:
            self._read_item(chunk)
        _number_items(chunks)
        _mark_runs(chunks)
        self._find_headings(chunks)
        return [(self._block(chunk), chunk.numbers) for chunk in chunks]

    def _chunks(self, lines: Sequence[TextLine]) -> list[Chunk]:
        chunks: list[Chunk] = []
        at = 0
        while at < len(lines):
            item = lines[at]
            title = 0 if item.heading else self._title_lines(lines, at)
            if title:
                chunks.append(Chunk([part.line for part in lines[at : at + title]], heading=1, unplaced=item.unplaced))
                at += title
                continue
            if not self._joins(chunks, item) or self._stands_alone(lines, at):
                chunks.append(Chunk([item.line], heading=item.heading, unplaced=item.unplaced, grid=item.line.tabbed))
            else:
                chunks[-1].lines.append(item.line)
            at += 1
        for chunk in chunks:
            chunk.text = self.layout.joined(chunk.lines)
        return chunks

    def _joins(self, chunks: Sequence[Chunk], item: TextLine) -> bool:
        if not chunks or item.heading or chunks[-1].heading or item.unplaced > chunks[-1].unplaced:
            return False  # what goes on after a line without a place has none either
        last = chunks[-1].lines[-1]
        if item.line.tabbed or last.tabbed:
            return item.line.tabbed and last.tabbed
        return last.text in BULLETS or self.layout.continues(last, item.line)

    def _stands_alone(self, lines: Sequence[TextLine], at: int) -> bool:
        """Tell whether a line after a full stop is a heading whose long first word only seems to have been wrapped."""
        line, before = lines[at].line, lines[at - 1].line
        following = lines[at + 1].line if at + 1 < len(lines) else None
        if following is None or not self.layout.wrapped or not ends_sentence(before.text) or ends_sentence(line.text):
            return False
        bare = line.text[0].isupper() and len(line.text) < _SHORT_LINE and not has_verb(line.text)
        return bare and following.text[0].isupper() and self.layout.fits(line, following)

    def _title_lines(self, lines: Sequence[TextLine], at: int) -> int:
        """Return how many lines from here on are a title known from elsewhere, 0 where none is."""
        word = folded(lines[at].line.text.split(maxsplit=1)[0].replace(SOFT_HYPHEN, ""))
        if len(word) >= _BEGINNING and word[:_BEGINNING] not in self._beginnings:  # of nearly all lines
            return 0
        for count in range(1, _LONGEST_TITLE + 1):
            part = [item.line for item in lines[at : at + count]]
            if len(part) < count or any(line.tabbed for line in part):
                break
            text = self.layout.joined(part)
            if not text.endswith(".") and folded(text) in self.known:
                return count
        return 0

    def _read_item(self, chunk: Chunk) -> None:
        sign = None if chunk.heading or chunk.grid else bullet(chunk.text)
        if sign is not None:
            chunk.mark = ListKind.BULLET
            chunk.level = 1 if sign.startswith("o") else 0
            chunk.text = chunk.text[len(sign) :].strip()

    def _find_headings(self, chunks: Sequence[Chunk]) -> None:
        given = [
            index for index, chunk in enumerate(chunks) if chunk.heading == 1 and goal_head(chunk.text) is not None
        ]
        for index in range(len(chunks) - 1, -1, -1):
            chunk = chunks[index]
            if not chunk.heading and chunk.mark is None and not chunk.grid and self._is_heading(chunks, index):
                chunk.heading = 2 if given and index > given[0] else 1

    def _is_heading(self, chunks: Sequence[Chunk], index: int) -> bool:
        around = [_stretch(chunks[i]) if 0 <= i < len(chunks) else None for i in (index - 1, index, index + 1)]
        before, own, after = around
        return own is not None and is_heading(own, before, after, self.layout, self.known)

    def _block(self, chunk: Chunk) -> Block:
        ident = self.ids.next("b")
        if chunk.grid:
            cells = [[" ".join(cell.split()) for cell in line.raw.split("\t")] for line in chunk.lines]
            rows = tuple(tuple(TextCell(runs=_runs(cell)) for cell in row) for row in cells)
            return TextTable(id=ident, rows=rows, header=len(rows) > 1)
        runs = _runs(chunk.text)
        if chunk.heading:
            return SubHeading(id=ident, runs=runs, level=chunk.heading)
        if chunk.mark is not None:
            return ListItem(id=ident, runs=runs, mark=chunk.mark, level=chunk.level)
        return Paragraph(id=ident, runs=runs, unplaced=chunk.unplaced)


def _runs(text: str) -> tuple[Run, ...]:
    return (Run(text=text),) if text else ()


def _stretch(chunk: Chunk) -> Stretch:
    return Stretch(chunk.lines, chunk.text or " ", chunk.in_run, chunk.mark is not None, chunk.heading > 0)


def _number_items(chunks: Sequence[Chunk]) -> None:
    """Make list items of paragraphs that are numbered 1, 2, 3 … without a gap."""
    at = 0
    while at < len(chunks):
        count = 0
        while at + count < len(chunks) and not chunks[at + count].heading and not chunks[at + count].grid:
            if chunks[at + count].mark is not None or list_number(chunks[at + count].text) != count + 1:
                break
            count += 1
        if count > 1:
            for chunk in chunks[at : at + count]:
                chunk.mark, chunk.text = ListKind.NUMBER, without_list_number(chunk.text)
        at += max(count, 1)


def _mark_runs(chunks: Sequence[Chunk]) -> None:
    """Mark short paragraphs in a row without a full stop as a list; behind a colon they are one that lost its bullets."""
    at = 0
    while at < len(chunks):
        end = at
        while end < len(chunks) and _is_bare(chunks[end]):
            end += 1
        after_colon = at > 0 and chunks[at - 1].text.endswith(":") and chunks[at - 1].mark is None
        if end - at > 2 or (end - at > 1 and after_colon):  # noqa: PLR2004 - two may be heading and sub-heading
            for chunk in chunks[at:end]:
                chunk.in_run = True
                chunk.mark = ListKind.BULLET if after_colon else None
        at = max(end, at + 1)


def _is_bare(chunk: Chunk) -> bool:
    plain = chunk.mark is None and not chunk.heading and not chunk.grid
    return plain and len(chunk.text) <= _SHORT_ITEM and not ends_sentence(chunk.text) and not has_verb(chunk.text)


def with_line(item: TextLine, line: Line) -> TextLine:
    """Return the text line with another line."""
    return replace(item, line=line)
