"""Content controls: each field of the report is wrapped in one and named by its place, so that it can come back.

A hidden bookmark of the same name stands beside every control, for programs that drop the names of controls.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import copy
from itertools import count

from avstamt.domain.goal import Assessment
from avstamt.domain.locks import lock_reason
from avstamt.domain.naming import place_name
from avstamt.domain.place import Place, PlaceError, value_at
from avstamt.domain.printed import (
    Printed,
    PrintedBlock,
    PrintedField,
    fingerprint,
    fingerprint_of_table,
    fingerprint_of_value,
)
from avstamt.domain.report import Report
from avstamt.export.paper.items import Heading, ListItem, Paragraph, Run, Table
from avstamt.export.wordml.xml import Element, add, element, name

Block = Paragraph | ListItem | Table | Heading
"""What a rich text prints as; a heading is one that the writer typed."""

LABEL = "l"
"""Ends the name of the bookmark at a field's label, where the field itself may be empty."""


def _empty_control() -> Element:
    made = element("sdt")
    properties = add(made, "sdtPr")
    add(properties, "alias")
    add(properties, "tag")
    add(made, "sdtContent")
    return made


_CONTROL = _empty_control()


class Controls:
    """Wraps what is printed of one report, and remembers how it was printed."""

    def __init__(self, report: Report, bookmarks: count[int]) -> None:
        self._report = report
        self._bookmarks = bookmarks
        self._fields: dict[Place, tuple[PrintedBlock, ...]] = {}
        self._others: set[str] = set()
        self._locked: dict[tuple[str, ...], bool] = {}

    def printed(self, base: str) -> Printed:
        """Return what was printed, with `base` as the report it came from."""
        fields = tuple(PrintedField(place=place, blocks=blocks) for place, blocks in self._fields.items())
        return Printed(base=base, fields=fields, others=frozenset(self._others))

    def wrap(self, place: Place, blocks: Iterable[Block], elements: Sequence[Element]) -> Element:
        """Return the elements of a rich text as one control of the page."""
        self._fields[place] = tuple(PrintedBlock(id=block.place.name, mark=_mark(block)) for block in blocks)
        tag = place.tag
        control, content = self._control(place, tag)
        content.extend(elements)
        paragraphs = list(content.iter(name("p")))
        start, end = self._bookmark(tag)
        paragraphs[0].insert(1, start)
        paragraphs[-1].append(end)
        return control

    def mark_value(self, paragraph: Element, place: Place, text: str, first: int = 1) -> None:
        """Wrap the runs of a paragraph from child `first` on as a field's one value, which reads `text`.

        A text that stands for an empty field ("Mål utan namn") is no value of it.
        """
        if text and not self._value(place):
            self.pass_over(text)
            return
        self._fields[place] = (PrintedBlock(mark=fingerprint_of_value(text)),)
        runs = paragraph[first:]
        tag = place.tag
        start, end = self._bookmark(tag)
        paragraph.insert(first, start)
        if runs:
            control, content = self._control(place, tag)
            content.extend(runs)
            paragraph.append(control)
        paragraph.append(end)

    def mark_label(self, paragraph: Element, place: Place) -> None:
        """Name the label of a field, so that what is written under it has a field to come to."""
        start, end = self._bookmark(place.tag + LABEL)
        paragraph.insert(1, start)
        paragraph.append(end)

    def pass_over(self, text: str) -> None:
        """Remember a line that is printed but is no field's."""
        self._others.add(fingerprint_of_value(text))

    def _value(self, place: Place) -> object:
        try:
            return value_at(self._report, place)
        except PlaceError:
            return None

    def _control(self, place: Place, tag: str) -> tuple[Element, Element]:
        control = copy(_CONTROL)
        properties, content = control
        called = place_name(self._report, place)
        properties[0].set(name("val"), (called.field or next(iter(called.parts[-1:]), ""))[:64])
        properties[1].set(name("val"), tag)
        if self._is_locked(place):
            add(properties, "lock", val="sdtContentLocked")
        if place.name == "assessment":
            choices = add(properties, "dropDownList")
            for choice in Assessment:
                add(choices, "listItem", displayText=choice.value, value=choice.value)
        return control, content

    def _is_locked(self, place: Place) -> bool:
        """Tell whether a field is locked; what says so is known by the first five steps, the same for a whole table."""
        known = self._locked.get(place.path[:5])
        if known is None:
            known = self._locked[place.path[:5]] = bool(lock_reason(self._report, place))
        return known

    def _bookmark(self, named: str) -> tuple[Element, Element]:
        number = str(next(self._bookmarks))
        return element("bookmarkStart", id=number, name=named), element("bookmarkEnd", id=number)


def _mark(block: Block) -> str:
    match block:
        case Table():
            head = [[(Run(cell.text),) for cell in row] for row in block.head]
            return fingerprint_of_table([*head, *([cell.runs for cell in row.cells] for row in block.rows)])
        case Heading():
            return fingerprint(f"h{block.typed}", (Run(block.label),))
        case ListItem():
            return fingerprint(f"{'b' if block.number is None else 'n'}{block.level}", block.runs)
        case _:
            runs = (
                block.runs
                if not block.lead
                else tuple(Run(run.text, bold=True, italic=run.italic, link=run.link) for run in block.runs)
            )
            return fingerprint("p", runs)
