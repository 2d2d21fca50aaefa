"""Paragraphs of a Word document: headings, labels, assessments, body text, list items, lines of the first page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import copy

from avstamt.export.paper.items import (
    Appendices,
    FieldLabel,
    Heading,
    Item,
    Line,
    ListItem,
    Paragraph,
    Role,
    Run,
    StatusLine,
    Table,
)
from avstamt.export.wordml import names
from avstamt.export.wordml.desk import Desk
from avstamt.export.wordml.xml import Element, R, add, add_text, element, name

_AFTER_PREFIX = "20"
_AFTER_EMPTY = "180"
_AFTER_TABLE = "240"
_AFTER_LIST = "140"
_BEFORE_TABLE = "220"
_HEADING_BEFORE_TABLE = "180"
_BETWEEN_FIGURES = re.compile(r"(?<=\d)(?<!-\d\d)-(?=\d{1,4}\b(?!-))")
"""The hyphen of "2024-2029" and "dag 1-14", none of a date's."""


def paragraph(desk: Desk, style: str) -> Element:
    """Return an empty paragraph of a named style."""
    blank = desk.blanks.get(style)
    if blank is None:
        blank = desk.blanks[style] = element("p")
        add(add(blank, "pPr"), "pStyle", val=desk.styles[style])
    return copy(blank)


def line(desk: Desk, style: str, text: str) -> Element:
    """Return a paragraph with plain text."""
    made = paragraph(desk, style)
    if text:
        add_text(add(made, "r"), text)
    return made


def add_runs(desk: Desk, holder: Element, runs: Sequence[Run], *, bold: bool = False) -> None:
    """Put runs into a paragraph; `bold` makes all of them bold."""
    for run in runs:
        parent = holder
        if run.link:
            parent = add(holder, "hyperlink")
            parent.set(f"{{{R}}}id", desk.link(run.link))
        is_plain = not (run.bold or run.italic or run.link or bold)
        pieces = _BETWEEN_FIGURES.split(run.text) if "-" in run.text else (run.text,)
        for number, piece in enumerate(pieces):
            if number:  # after any other hyphen Word breaks the line
                add(_run(desk, parent, run, bold=bold, is_plain=is_plain), "noBreakHyphen")
            add_text(_run(desk, parent, run, bold=bold, is_plain=is_plain), piece)


def _run(desk: Desk, parent: Element, run: Run, *, bold: bool, is_plain: bool) -> Element:
    made = add(parent, "r")
    if not is_plain:
        _make_up(desk, made, run, bold=bold)
    return made


def _make_up(desk: Desk, made: Element, run: Run, *, bold: bool) -> None:
    look = add(made, "rPr")
    if run.link:
        add(look, "rStyle", val=desk.styles[names.LINK])
    if run.bold or bold:
        add(look, "b")
    if run.italic:
        add(look, "i")


def body_paragraph(desk: Desk, item: Paragraph, before: Item | None) -> Element:
    """Return a paragraph of body text, with air above it where it follows a table or list."""
    made = paragraph(desk, names.BODY)
    if item.kept:
        add(made[0], "keepNext")
    if isinstance(before, Table | ListItem):
        add(made[0], "spacing", before=_AFTER_TABLE if isinstance(before, Table) else _AFTER_LIST)
    add_runs(desk, made, item.runs)
    return made


def list_item(desk: Desk, item: ListItem, style: str = "") -> Element:
    """Return an item of a list, in its list's own style unless another is given."""
    made = paragraph(desk, style or (names.BULLET if item.number is None else names.NUMBER))
    if item.kept:
        add(made[0], "keepNext")
    number = add(made[0], "numPr")
    add(number, "ilvl", val=str(item.level))
    add(number, "numId", val=desk.numbering.list_of(item))
    add_runs(desk, made, item.runs)
    return made


def heading(desk: Desk, item: Heading) -> list[Element]:
    """Return a heading and, above it, its prefix; one that the table of contents passes over carries its level itself."""
    if item.typed or item.opening:
        made = line(desk, names.OPENING if item.opening else names.TYPED[item.typed - 1], item.label)
        add(made[0], "outlineLvl", val=str(item.level - 1))
        if item.opening and item.place.name == "proposals":
            desk.mark_label(made, item.place)
        elif item.opening:
            desk.pass_over(item.label)
        return [made]
    made = paragraph(desk, names.HEADINGS[item.level - 1])
    if item.loose:
        add(made[0], "keepNext", val="0")
    if item.prefix or item.close:
        add(made[0], "spacing", before=_AFTER_PREFIX if item.prefix else _AFTER_EMPTY)
    _add_bookmarked(desk, made, item)
    return [_prefix(desk, item), made] if item.prefix else [made]


def _prefix(desk: Desk, item: Heading) -> Element:
    made = line(desk, names.PREFIX, item.prefix)
    above = desk.layout.spacing.headings[item.level - 1]
    made[0].append(element("spacing", before=str(round(above * 20))))
    desk.pass_over(item.prefix)
    return made


def _add_bookmarked(desk: Desk, made: Element, item: Heading) -> None:
    number = str(next(desk.bookmarks))
    if item.anchor:
        add(made, "bookmarkStart", id=number, name=bookmark(item.anchor))
    if item.number and item.text:
        add_text(add(made, "r"), f"{item.number} ")
        desk.pass_over(item.number)
    first = len(made)
    add_text(add(made, "r"), item.text or item.number)
    desk.mark(made, item.place, item.text or item.number, first)
    if item.anchor:
        add(made, "bookmarkEnd", id=number)


def bookmark(anchor: str) -> str:
    """Return the bookmark's name for an anchor, of the form that Word gives its own tables of contents."""
    return f"_Toc_{anchor}"


def label(desk: Desk, item: FieldLabel) -> Element:
    """Return the label of a goal's text, a heading on its level."""
    made = line(desk, names.LABEL, item.text)
    add(made[0], "outlineLvl", val=str(item.level - 1))
    desk.mark_label(made, item.place)
    return made


def status(desk: Desk, item: StatusLine) -> Element:
    """Return an assessment: the symbol in its colour, then the word."""
    made = paragraph(desk, names.STATUS)
    mark = add(made, "r")
    look = add(mark, "rPr")
    add(look, "rStyle", val=desk.styles[names.SYMBOL])
    add(look, "color", val=desk.layout.colours.of_status(item.status).lstrip("#"))
    add_text(mark, item.symbol)
    desk.pass_over(item.symbol)
    add_text(add(made, "r"), " ")
    word = add(made, "r")
    if item.is_quiet:
        plain = add(word, "rPr")
        add(plain, "b", val="0")
        add(plain, "color", val=desk.layout.colours.quiet.lstrip("#"))
    add_text(word, item.word)
    desk.mark(made, item.place, item.word, len(made) - 1)
    return made


def front_line(desk: Desk, item: Line) -> Element:
    """Return a line of the first page."""
    made = line(desk, names.ROLES[item.role], item.text)
    if item.role in (Role.DOCUMENT, Role.LABEL):
        desk.pass_over(item.text)
    else:
        desk.mark(made, item.place, item.text)
    return made


def appendices(desk: Desk, item: Appendices) -> list[Element]:
    """Return the lines of the list of appendices."""
    made = [line(desk, names.APPENDIX, text) for text, _place in item.lines]
    for kept in made[:-1] if item.is_short else ():
        add(kept[0], "keepNext")
    for (text, place), line_made in zip(item.lines, made, strict=True):
        desk.pass_over(text)
        desk.note(place, line_made)
    return made


def before_table(made: Element, *, of_text: bool) -> None:
    """Give a paragraph air below it, as a table that follows needs it: more under running text than under a heading."""
    spacing = made[0].find(name("spacing"))
    if spacing is None:
        spacing = element("spacing")
        level = made[0].find(name("outlineLvl"))  # spacing stands before it
        made[0].insert(len(made[0]) if level is None else made[0].index(level), spacing)
    spacing.set(name("after"), _BEFORE_TABLE if of_text else _HEADING_BEFORE_TABLE)


def on_new_page(desk: Desk, elements: list[Element]) -> list[Element]:
    """Return the elements with the first paragraph at the top of a new page."""
    first = next((made for top in elements[:1] for made in top.iter(name("p"))), None)
    if first is None or elements[0].tag == name("tbl"):
        first = paragraph(desk, names.TABLE_GAP)
        elements = [first, *elements]
    look = first[0]
    at = 1 if look.find(name("keepNext")) is None else 2
    look.insert(at, element("pageBreakBefore"))
    if look.find(name("numPr")) is None:
        spacing = look.find(name("spacing"))
        if spacing is None:
            spacing = element("spacing")
            look.insert(at + 1, spacing)
        spacing.set(name("before"), "0")
    return elements
