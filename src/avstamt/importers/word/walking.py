"""Walks a Word document: into content controls and tracked insertions, past tracked deletions and generated fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from avstamt.importers.word.lines import TAG, Line, chosen, is_placeholder
from avstamt.importers.word.margins import notes, remarks
from avstamt.importers.word.names import local, value, w
from avstamt.importers.word.numbering import Lists
from avstamt.importers.word.package import Element, Package
from avstamt.importers.word.pieces import Piece, ReadCell, ReadPaper, ReadParagraph, ReadTable
from avstamt.importers.word.tracking import tracked

_HEADING = re.compile(r"(?:heading|rubrik) (\d)", re.IGNORECASE)
_TYPED = re.compile(r"underrubrik (\d)", re.IGNORECASE)
_LISTS = {"list bullet": "b", "list number": "n"}
_DEEPEST_HEADING = 4
_MOST_COLUMNS = 64

_GONE = (f"{w('trPr')}/{w('del')}", f"{w('tcPr')}/{w('cellDel')}")
"""What marks a row or a cell as deleted, until the change is accepted."""

JOINED = "joined"
"""Among a paragraph's ends: its mark is deleted, the next paragraph goes on in it."""


def read_paper(package: Package, *, with_contents: bool = False) -> ReadPaper:
    """Return the paragraphs, tables and comments of a document; its table of contents where that is asked for."""
    body = package.document.find(w("body"))
    walk = _Walk(package, with_contents=with_contents)
    pieces = () if body is None else tuple(_joined(walk.pieces(body, ())))
    return ReadPaper(pieces, remarks(package), walk.tracked.rows_gone)


def _styles(package: Package) -> dict[str, str]:
    root = package.part("word/styles.xml")
    styles = () if root is None else root.iter(w("style"))
    return {style.get(w("styleId"), ""): (value(style, "name") or "").lower() for style in styles}


class _Walk:
    """Makes pieces of elements."""

    def __init__(self, package: Package, *, with_contents: bool) -> None:
        self._styles = _styles(package)
        self._lists = Lists.of(package)
        self._links = package.links
        self._notes = notes(package)
        self._with_contents = with_contents
        self._names: dict[str, str] = {}
        self._numbers = {node: number for number, node in enumerate(package.document.iter(w("p")))}
        self.tracked = tracked(package.document, self._numbers)

    def pieces(self, holder: Element, inside: tuple[str, ...]) -> Iterator[Piece]:
        """Yield the pieces of a body, a cell or a control."""
        waiting: list[str] = []
        for node in holder:
            kind = local(node)
            if kind == "p":
                yield self._paragraph(node, inside, waiting)
                waiting = []
                for box in _boxes(node):
                    yield from self.pieces(box, inside)
            elif kind == "tbl":
                yield self._table(node, inside)
            elif kind == "sdt":
                yield from self._control(node, inside)
            elif kind == "bookmarkStart" and TAG.fullmatch(node.get(w("name"), "")):
                waiting.append(node.get(w("name"), ""))
                self._names[node.get(w("id"), "")] = waiting[-1]
            elif kind in ("ins", "moveTo", "customXml", "smartTag"):
                yield from self.pieces(node, inside)
            elif kind == "AlternateContent":
                yield from self.pieces(chosen(node), inside)

    def _control(self, node: Element, inside: tuple[str, ...]) -> Iterator[Piece]:
        properties, content = node.find(w("sdtPr")), node.find(w("sdtContent"))
        is_generated = properties is not None and properties.find(w("docPartObj")) is not None
        if content is not None and (self._with_contents or not is_generated):
            tag = value(properties, "tag") or ""
            within = (*inside, tag) if TAG.fullmatch(tag) else inside
            if is_placeholder(node):
                yield ReadParagraph(inside=within)
            else:
                yield from self.pieces(content, within)

    def _table(self, node: Element, inside: tuple[str, ...]) -> ReadTable:
        made = ReadTable(inside=inside)
        rows = list(_through(node, "tr"))
        for row in rows:
            cells = [ReadCell(list(_joined(self.pieces(cell, inside))), _columns(cell)) for cell in _through(row, "tc")]
            made.rows.append(cells)
        made.header = bool(rows) and rows[0].find(f"{w('trPr')}/{w('tblHeader')}") is not None
        return made

    def _paragraph(self, node: Element, inside: tuple[str, ...], begun: list[str]) -> ReadParagraph:
        number = self._numbers.get(node, -1)
        made = ReadParagraph(inside=inside, number=number, hands=self.tracked.paragraphs.get(number, frozenset()))
        made.starts.update(dict.fromkeys(begun, 0))
        made.anchored.update(begun)
        properties = node.find(w("pPr"))
        made.kind = self._kind(properties)
        if made.kind.startswith("h"):
            made.counted = self._lists.counted(value(properties, "pStyle") or "", properties)
        Line(made, self._links, self._names, self._notes).read(node)
        mark = None if properties is None else properties.find(w("rPr"))
        if mark is not None and any(mark.find(w(gone)) is not None for gone in ("del", "moveFrom")):
            made.ends.add(JOINED)
        return made

    def _kind(self, properties: Element | None) -> str:
        style = self._styles.get(value(properties, "pStyle") or "", "")
        if match := _TYPED.match(style) or _HEADING.match(style):
            return f"h{min(int(match[1]), _DEEPEST_HEADING)}"
        listed = properties.find(w("numPr")) if properties is not None else None
        if listed is not None:
            return self._lists.kind(listed) or "p"
        return next((f"{kind}0" for name, kind in _LISTS.items() if style.startswith(name)), "p")


def _columns(cell: Element) -> int:
    span = value(cell.find(w("tcPr")), "gridSpan") or "1"
    return max(1, min(int(span), _MOST_COLUMNS)) if span.isdecimal() else 1


def _boxes(paragraph: Element) -> Iterator[Element]:
    """Yield the text boxes of a paragraph, each once: what older programs are given, and boxes in boxes, are passed."""
    for box in paragraph.iter(w("txbxContent")):
        around = takewhile(lambda one: one is not paragraph, box.iterancestors())
        if not any(local(one) in ("Fallback", "txbxContent") for one in around):
            yield box


def _through(node: Element, tag: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, those in controls too, without the deleted."""
    for child in node:
        if child.tag == w(tag):
            if all(child.find(gone) is None for gone in _GONE):
                yield child
        elif child.tag == w("sdt") and (content := child.find(w("sdtContent"))) is not None:
            yield from _through(content, tag)
        elif local(child) in ("ins", "customXml", "smartTag"):
            yield from _through(child, tag)


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Yield the pieces; a paragraph whose mark a colleague deleted takes the next one in, within a field."""
    open_one: ReadParagraph | None = None
    for piece in pieces:
        if open_one is not None and isinstance(piece, ReadParagraph) and _goes_on(open_one, piece):
            at = len(open_one.text)
            if not at:  # all of it is deleted: what stands is the next
                open_one.kind, open_one.number, open_one.counted = piece.kind, piece.number, piece.counted
            open_one.runs += piece.runs
            open_one.hands |= piece.hands
            open_one.remarks.update(
                {one: (at + start, None if end is None else at + end) for one, (start, end) in piece.remarks.items()}
            )
            open_one.ends = (open_one.ends - {JOINED}) | piece.ends
        else:
            if open_one is not None:
                yield open_one
            open_one = None
            if not isinstance(piece, ReadParagraph):
                yield piece
                continue
            open_one = piece
        if JOINED not in open_one.ends:
            yield open_one
            open_one = None
    if open_one is not None:
        yield open_one


def _goes_on(paragraph: ReadParagraph, after: ReadParagraph) -> bool:
    """Tell whether what stands after a deleted mark is of the same field: Word joins nothing across a control's edge."""
    return not after.starts and after.inside == paragraph.inside and paragraph.ends <= {JOINED}
