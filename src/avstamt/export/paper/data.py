"""An outline as plain JSON data, as the PDF's layout program reads it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import TypeAlias

from avstamt.domain.place import Place
from avstamt.export.layout import Layout
from avstamt.export.paper.items import (
    Appendices,
    FieldLabel,
    HeadCell,
    Heading,
    Item,
    Line,
    ListItem,
    Outline,
    Paragraph,
    Row,
    Run,
    StatusLine,
    Table,
    TableOfContents,
)
from avstamt.export.paper.kept import is_small

LONGEST_WORD = 60
LONGEST_WORD_IN_HEADING = 34
_LINE_OF_CELLS = 96
"""So many letters of a table fit beside each other across the page, whatever letters they are."""

Tell: TypeAlias = Callable[[Place], str]
"""Says the place of a part, or nothing where nobody asks where it is printed."""
Data: TypeAlias = "str | int | float | bool | list[Data] | dict[str, Data] | None"


def outline_data(outline: Outline, layout: Layout, *, spots: bool = False) -> dict[str, Data]:
    """Return the outline as JSON data; neighbouring list items become one list, deeper ones lists inside it.

    With `spots` the file tells where each part of the report is printed.
    """
    running: dict[str, Data] = {"sender": list(outline.running.sender), "document": outline.running.document}
    settings = layout.model_dump(mode="json", exclude={"folder", "styles_document"})
    return {
        "title": outline.title,
        "running": running,
        "layout": settings,
        "logotype": _logotype(layout),
        "spots": spots,
        "items": _items(outline.items, layout, str if spots else _untold),
    }


def _untold(_place: Place) -> str:
    return ""


def _logotype(layout: Layout) -> Data:
    if layout.logotype_path is None:
        return None
    kind = layout.logotype_path.suffix.lstrip(".").lower()
    return {
        "bytes": list(layout.logotype()),
        "format": "jpg" if kind == "jpeg" else kind,
        "text": layout.sender.logotype_text,
    }


def _items(items: Sequence[Item], layout: Layout, tell: Tell) -> list[Data]:
    made: list[Data] = []
    waiting: list[ListItem] = []
    for item in items:
        if isinstance(item, ListItem):
            waiting.append(item)
            continue
        if waiting:
            made.extend(_lists(waiting, tell))
            waiting = []
        made.append({"place": tell(item.place), **_item(item, layout, tell)})
    made.extend(_lists(waiting, tell))
    return made


def _item(item: Item, layout: Layout, tell: Tell) -> dict[str, Data]:  # noqa: PLR0911 - one answer for each kind of item
    match item:
        case Paragraph():
            return {"kind": "paragraph", "runs": _runs(item.runs), "lead": item.lead, "kept": item.kept}
        case Heading():
            return {
                "kind": "heading",
                "level": item.level,
                "prefix": item.prefix,
                "label": with_places_to_break(item.label, LONGEST_WORD_IN_HEADING),
                "anchor": item.anchor,
                "typed": item.typed,
                "opening": item.opening,
                "close": item.close,
                "loose": item.loose,
            }
        case FieldLabel():
            return {"kind": "label", "level": item.level, "text": item.text}
        case StatusLine():
            colour = layout.colours.of_status(item.status)
            return {
                "kind": "status",
                "quiet": item.is_quiet,
                "symbol": item.symbol,
                "word": with_places_to_break(item.word, LONGEST_WORD),
                "colour": colour,
            }
        case Line():
            return {
                "kind": "line",
                "role": item.role.value,
                "text": with_places_to_break(item.text, LONGEST_WORD_IN_HEADING),
            }
        case Table():
            return _table(item, layout, tell)
        case TableOfContents():
            return {"kind": "contents", "title": item.title}
        case Appendices():
            return {
                "kind": "appendices",
                "whole": item.is_short,
                "lines": [with_places_to_break(text, LONGEST_WORD) for text, _place in item.lines],
            }
        case _:
            return {"kind": "page-break"}


def _table(table: Table, layout: Layout, tell: Tell) -> dict[str, Data]:
    room = [max(4, int(column.width * _LINE_OF_CELLS)) for column in table.columns]
    return {
        "kind": "table",
        "wide": True,
        "whole": is_small(table),
        "narrow": table.is_narrow,
        "title": with_places_to_break(table.title, LONGEST_WORD),
        "columns": [{"width": column.width, "apart": column.apart} for column in table.columns],
        "head": [
            [_head(cell, room[cell.column], index + cell.rows == len(table.head)) for cell in row]
            for index, row in enumerate(table.head)
        ],
        "rows": [_row(row, room, layout, tell) for row in table.rows],
    }


def _head(cell: HeadCell, room: int, lowest: bool) -> Data:
    return {
        "text": with_places_to_break(cell.text, room),
        "column": cell.column,
        "columns": cell.columns,
        "rows": cell.rows,
        "align": cell.align.value,
        "lowest": lowest,
    }


def _row(row: Row, room: Sequence[int], layout: Layout, tell: Tell) -> Data:
    cells: list[Data] = [
        {"runs": _runs(cell.runs, letters), "align": cell.align.value, "room": cell.room}
        for cell, letters in zip(row.cells, room, strict=True)
    ]
    note: Data = None
    if row.note is not None:
        items = _items(row.note.items, layout, tell)
        note = {"label": row.note.label, "items": items, "short": row.note.is_short, "place": tell(row.note.place)}
    return {"cells": cells, "total": row.total, "note": note, "short": row.is_short, "place": tell(row.place)}


def _runs(runs: Sequence[Run], longest: int = LONGEST_WORD) -> Data:
    """Return runs as data: one without make-up, as nearly all text is, as nothing but its characters."""
    if len(runs) == 1 and not (runs[0].bold or runs[0].italic or runs[0].link):
        return with_places_to_break(runs[0].text, longest)
    return [
        {
            "text": with_places_to_break(run.text, longest),
            "bold": run.bold,
            "italic": run.italic,
            "link": run.link,
        }
        for run in runs
    ]


_LETTER = r"[^\s\u00ad/–-]|[/–-](?=[/–-])"
"""What a line is never broken after by itself; after a slash or dash it may be, but not between two."""


@cache
def _longer(longest: int) -> re.Pattern[str]:
    return re.compile(rf"(?:{_LETTER}){{{longest}}}(?={_LETTER})")


def with_places_to_break(text: str, longest: int) -> str:
    """Return the text with places to break, unseen, in words that no line has room for."""
    if len(text) <= longest or max(map(len, text.split()), default=0) <= longest:
        return text
    return _longer(longest).sub("\\g<0>\u200b", text)


def _lists(items: Sequence[ListItem], tell: Tell) -> list[Data]:
    """Return the items as lists at the level of the first; deeper ones become lists inside the item above them."""
    made: list[list[Data]] = []
    previous: ListItem | None = None
    at = 0
    while at < len(items):
        item = items[at]
        end = next((n for n in range(at + 1, len(items)) if items[n].level <= item.level), len(items))
        if previous is None or not _follows(previous, item):
            made.append([])
        inner = _lists(items[at + 1 : end], tell)
        made[-1].append({"runs": _runs(item.runs), "number": item.number, "lists": inner, "place": tell(item.place)})
        previous, at = item, end
    whole = len(items) > 1 and all(item.kept for item in items[:-1])
    return [{"kind": "list", "items": members, "place": "", "whole": whole} for members in made]


def _follows(previous: ListItem, item: ListItem) -> bool:
    if previous.number is None or item.number is None:
        return previous.number is item.number
    return item.number == previous.number + 1
