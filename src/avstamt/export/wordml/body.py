"""The items of an outline as the paragraphs and tables of a Word document, in the same order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from avstamt.domain.place import Place
from avstamt.export.paper.items import (
    Appendices,
    FieldLabel,
    Heading,
    Item,
    Line,
    ListItem,
    PageBreak,
    Paragraph,
    StatusLine,
    Table,
    TableOfContents,
)
from avstamt.export.wordml import names
from avstamt.export.wordml.contents import contents
from avstamt.export.wordml.desk import Desk
from avstamt.export.wordml.tables import table
from avstamt.export.wordml.text import (
    appendices,
    before_table,
    body_paragraph,
    front_line,
    heading,
    label,
    line,
    list_item,
    on_new_page,
    paragraph,
    status,
)
from avstamt.export.wordml.xml import Element


def body(desk: Desk, items: Sequence[Item]) -> list[Element]:
    """Return everything between the heads and feet."""
    made: list[tuple[Item, list[Element]]] = []
    before: Item | None = None
    for item in items:
        elements = _elements(desk, item, before)
        if (
            isinstance(item, Table)
            and not item.title
            and isinstance(before, Paragraph | ListItem | Heading | StatusLine)
        ):
            before_table(made[-1][1][-1], of_text=isinstance(before, Paragraph | ListItem))
        if elements and _text_place(item) is not None:
            desk.note(item.place, elements[-1])
        made.append((item, on_new_page(desk, elements) if isinstance(before, PageBreak) and elements else elements))
        before = item
    if isinstance(before, Table):
        made[-1][1].append(paragraph(desk, names.TABLE_GAP))
    return _wrapped(desk, made)


def _wrapped(desk: Desk, made: Sequence[tuple[Item, list[Element]]]) -> list[Element]:
    """Return all elements in order, those of one rich text in a control of their own where fields are marked."""
    if desk.controls is None:
        return [one for _item, elements in made for one in elements]
    wrapped: list[Element] = []
    for place, members in groupby(made, key=lambda pair: _text_place(pair[0])):
        pairs = list(members)
        elements = [one for _item, several in pairs for one in several]
        blocks = [item for item, _several in pairs if isinstance(item, Paragraph | ListItem | Table | Heading)]
        wrapped.extend(elements if place is None else [desk.controls.wrap(place, blocks, elements)])
    return wrapped


def _text_place(item: Item) -> Place | None:
    """Return the place of the rich text that an item is a block of."""
    return item.place.parent.parent if item.place.path[-2:-1] == ("blocks",) else None


def _elements(desk: Desk, item: Item, before: Item | None) -> list[Element]:
    match item:
        case Paragraph():
            return [body_paragraph(desk, item, before)]
        case ListItem():
            return [list_item(desk, item)]
        case Table():
            return [*_above_table(desk, item, before), table(desk, item, desk.width)]
        case PageBreak():  # the next item opens the page
            return []
        case _:
            return _lines(desk, item)


def _lines(desk: Desk, item: Heading | FieldLabel | StatusLine | Line | TableOfContents | Appendices) -> list[Element]:
    match item:
        case Heading():
            return heading(desk, item)
        case FieldLabel():
            return [label(desk, item)]
        case StatusLine():
            return [status(desk, item)]
        case Line():
            return [front_line(desk, item)]
        case TableOfContents():
            return [contents(desk, item)]
        case Appendices():
            return appendices(desk, item)


def _above_table(desk: Desk, item: Table, before: Item | None) -> list[Element]:
    """Return the table's title, or the gap without which Word makes one table of two."""
    if item.title:
        title = line(desk, names.TABLE_TITLE, item.title)
        desk.mark(title, item.place / "title", item.title)
        return [title]
    return [paragraph(desk, names.TABLE_GAP)] if isinstance(before, Table) else []
