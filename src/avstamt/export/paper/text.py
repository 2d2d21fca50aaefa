"""Rich text as items of an outline, on the page and inside table cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from avstamt.domain import text as rich
from avstamt.domain.place import Place
from avstamt.export.paper.characters import one_line, set_figures, title_line
from avstamt.export.paper.items import (
    Align,
    Cell,
    HeadCell,
    Heading,
    Item,
    ListItem,
    Paragraph,
    Row,
    Run,
    Table,
    TableKind,
    TextItem,
)
from avstamt.export.paper.widths import fitted

_LONG_HEADING = 64
_LINK = re.compile(r"^(?:https?://|mailto:)[\x21-\x7e]+$")


def text_items(text: rich.RichText, place: Place, level: int) -> Iterator[Item]:
    """Yield the items of a text at `place`, with its sub-headings from `level` on; one without words is none."""
    numbering = _Numbering()
    for block in text.blocks:
        here = place / "blocks" / block.id
        if isinstance(block, rich.SubHeading):
            words = title_line(rich.runs_text(block.runs), _LONG_HEADING)
            numbering.end()
            if words:
                yield Heading(level + block.level - 1, "", "", words, here, typed=block.level)
        elif not _is_bare(block):
            yield _item(block, here, numbering)


def cell_items(text: rich.RichText, place: Place) -> tuple[TextItem, ...]:
    """Return the items of a text that stands in a table cell, where a sub-heading is a bold paragraph."""
    numbering = _Numbering()
    items: list[TextItem] = []
    for block in text.blocks:
        here = place / "blocks" / block.id
        if isinstance(block, rich.SubHeading):
            numbering.end()
            items.append(Paragraph(paper_runs(block.runs), here, lead=True))
        elif not _is_bare(block):
            items.append(_item(block, here, numbering))
    return tuple(items)


def _is_bare(block: rich.Paragraph | rich.ListItem | rich.TextTable) -> bool:
    """Tell whether the block is a table without a single cell."""
    return isinstance(block, rich.TextTable) and not any(block.rows)


def paper_runs(runs: Sequence[rich.Run]) -> tuple[Run, ...]:
    """Return runs as they print; a link that no reader could follow is plain text."""
    made = (Run(set_figures(run.text), run.bold, run.italic, _link(run.link)) for run in runs)
    return tuple(run for run in made if run.text)


def plain_runs(text: str) -> tuple[Run, ...]:
    """Return a text without make-up as runs."""
    words = set_figures(text)
    return (Run(words),) if words else ()


def _link(target: str | None) -> str | None:
    return target if target and _LINK.match(target) else None


def _item(block: rich.Paragraph | rich.ListItem | rich.TextTable, place: Place, numbering: _Numbering) -> TextItem:
    if isinstance(block, rich.ListItem):
        return ListItem(paper_runs(block.runs), place, block.level, numbering.number(block))
    numbering.end()
    if isinstance(block, rich.TextTable):
        return _table(block, place)
    return Paragraph(paper_runs(block.runs), place)


def _table(block: rich.TextTable, place: Place) -> Table:
    count = max((len(row) for row in block.rows), default=0)
    rows = [tuple(Cell(paper_runs(cell.runs), place) for cell in row) for row in block.rows]
    full = [row + (Cell((), place),) * (count - len(row)) for row in rows]
    head = full[:1] if block.header else []
    heads = tuple(tuple(HeadCell(one_line(cell.text), place, at) for at, cell in enumerate(row)) for row in head)
    texts = [[cell.text for cell in row] for row in full]
    columns = fitted([""] * count, texts, [1.0] * count, [Align.LEFT] * count)
    return Table(
        TableKind.TEXT,
        "",
        "Tabell i löpande text",
        columns,
        heads,
        tuple(Row(row, place) for row in full[len(head) :]),
        place,
    )


class _Numbering:
    """Counts the numbered items of a text, level by level; anything but an item starts the count anew."""

    def __init__(self) -> None:
        self._counts: list[int] = []

    def end(self) -> None:
        self._counts = []

    def number(self, item: rich.ListItem) -> int | None:
        bullet = item.mark is rich.ListKind.BULLET
        self._counts = self._counts[: item.level + (0 if bullet else 1)]
        if bullet:
            return None
        self._counts += [0] * (item.level + 1 - len(self._counts))
        self._counts[item.level] += 1
        return self._counts[item.level]
