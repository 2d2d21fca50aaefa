"""Head and foot of the pages: who sends the report, what it is, and "Sid n (N)" counted by Word itself."""

from __future__ import annotations

from collections.abc import Sequence

from avstamt.export.paper.items import RunningHead
from avstamt.export.wordml import names
from avstamt.export.wordml.desk import Desk
from avstamt.export.wordml.text import paragraph
from avstamt.export.wordml.xml import Element, add, add_field, add_text

_BETWEEN = "  ·  "


def first_head(desk: Desk, running: RunningHead) -> list[Element]:
    """Return the head of the first page: the sender, and the page number at the right."""
    lines = running.sender or ("",)
    made = [_line(desk, names.HEADER, text, bold=number == 0) for number, text in enumerate(lines)]
    _add_page_number(made[0])
    return made


def later_head(desk: Desk, running: RunningHead) -> list[Element]:
    """Return the head of the other pages: what the document is, and the page number at the right."""
    made = _line(desk, names.HEADER, running.document)
    _add_page_number(made)
    return [made]


def foot(desk: Desk) -> list[Element]:
    """Return the foot of every page."""
    return [_line(desk, names.FOOTER, _BETWEEN.join(desk.layout.sender.lines))]


def replace_content(part: Element, paragraphs: Sequence[Element]) -> None:
    """Put paragraphs into a head or foot in place of what stands there."""
    for child in list(part):
        part.remove(child)
    part.extend(paragraphs)


def _line(desk: Desk, style: str, text: str, *, bold: bool = False) -> Element:
    made = paragraph(desk, style)
    run = add(made, "r")
    if bold:
        look = add(run, "rPr")
        add(look, "b")
        add(look, "color", val=desk.layout.colours.text.lstrip("#"))
    add_text(run, text)
    return made


def _add_page_number(made: Element) -> None:
    add(add(made, "r"), "tab")
    add_text(add(made, "r"), "Sid ")
    add_field(made, "PAGE", "1")
    add_text(add(made, "r"), " (")
    add_field(made, "NUMPAGES", "1")
    add_text(add(made, "r"), ")")
