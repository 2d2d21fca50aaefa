"""The table of contents: a field that Word can update, filled in beforehand with links and page numbers."""

from __future__ import annotations

from collections.abc import Mapping

from avstamt.export.paper.items import Entry, TableOfContents
from avstamt.export.paper.levels import CONTENTS_DEPTH
from avstamt.export.paper.widths import lines_within
from avstamt.export.wordml import names
from avstamt.export.wordml.desk import Desk
from avstamt.export.wordml.text import bookmark, line, paragraph
from avstamt.export.wordml.xml import SPACE, Element, add, add_field, add_text, element

INDENT = 14
"""How much farther in each level of the contents stands, in points."""
_NUMBER = 27
_SHIPPED = "Source Sans 3"
_REGULAR, _BOLD, _OTHERS = 0.945, 1.0, 1.06
"""How broad letters are beside those that `lines_within` counts with: the shipped font's bold and regular, and others."""
_TWIPS = 20


def contents(desk: Desk, item: TableOfContents) -> Element:
    """Return the block that Word shows as a table of contents, its heading included."""
    block = element("sdt")
    properties = add(add(block, "sdtPr"), "docPartObj")
    add(properties, "docPartGallery", val="Table of Contents")
    add(properties, "docPartUnique")
    content = add(block, "sdtContent")
    content.append(line(desk, names.CONTENTS_HEADING, item.title))
    has_own_styles = desk.layout.has_own_styles
    lines = [_entry(desk, entry, entry.text if has_own_styles else _in_lines(desk, entry)) for entry in item.entries]
    lines = lines or [paragraph(desk, names.CONTENTS[0])]
    _open_field(lines[0])
    content.extend(lines)
    last = add(content, "p")
    add(add(last, "pPr"), "pStyle", val=desk.styles[names.TABLE_GAP])
    add(add(last, "r"), "fldChar", fldCharType="end")
    return block


def _in_lines(desk: Desk, entry: Entry) -> str:
    """Return an entry's text broken where it would reach the page number.

    An indent at the right would do that too, but LibreOffice then drops the number, which stands beyond it.
    """
    is_deep = entry.level > 1
    size = desk.layout.sizes.body - (0.5 if is_deep else 0)
    breadth = _OTHERS if desk.layout.fonts.headings[0] != _SHIPPED else _REGULAR if is_deep else _BOLD
    room = desk.width / _TWIPS - INDENT * (entry.level - 1) - _NUMBER
    return "\n".join(lines_within(entry.text, room / (size * breadth)))


def _entry(desk: Desk, entry: Entry, text: str) -> Element:
    made = paragraph(desk, names.CONTENTS[entry.level - 1])
    link = add(made, "hyperlink", anchor=bookmark(entry.anchor), history="1")
    add_text(add(link, "r"), text)
    add(add(link, "r"), "tab")
    desk.numbers[entry.anchor] = add_field(link, f"PAGEREF {bookmark(entry.anchor)} \\h")
    return made


def fill_numbers(desk: Desk, pages: Mapping[str, int]) -> None:
    """Write the page of each anchor that has one."""
    for anchor, run in desk.numbers.items():
        add_text(run, str(pages.get(anchor, "")))


def _open_field(first: Element) -> None:
    """Begin the field at the start of its first line."""
    begin = element("r")
    add(begin, "fldChar", fldCharType="begin")
    code = element("r")
    instruction = add(code, "instrText")
    instruction.text = f' TOC \\o "1-{CONTENTS_DEPTH}" \\h \\z '
    instruction.set(SPACE, "preserve")
    separate = element("r")
    add(separate, "fldChar", fldCharType="separate")
    for number, run in enumerate((begin, code, separate), 1):
        first.insert(number, run)
