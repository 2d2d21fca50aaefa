"""Walks a Word document: into content controls and tracked insertions, past tracked deletions and generated fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from avstamt.importers.word.lines import TAG, Line, local, value, w
from avstamt.importers.word.package import Element, Package
from avstamt.importers.word.pieces import Piece, ReadCell, ReadPaper, ReadParagraph, ReadTable, Remark

_HEADING = re.compile(r"(?:heading|rubrik) (\d)", re.IGNORECASE)
_TYPED = re.compile(r"underrubrik (\d)", re.IGNORECASE)
_LISTS = {"list bullet": "b", "list number": "n"}
_DEEPEST_LIST, _DEEPEST_HEADING = 5, 4


JOINED = "joined"
"""Among a paragraph's ends: its mark is deleted, the next paragraph goes on in it."""


def read_paper(package: Package, *, with_contents: bool = False) -> ReadPaper:
    """Return the paragraphs, tables and comments of a document; its table of contents where that is asked for."""
    body = package.document.find(w("body"))
    walk = _Walk(_styles(package), _Lists.of(package), package.links, with_contents=with_contents)
    walk.numbers = {node: number for number, node in enumerate(package.document.iter(w("p")))}
    pieces = () if body is None else tuple(_joined(walk.pieces(body, ())))
    return ReadPaper(pieces, _remarks(package.part("word/comments.xml")))


def _styles(package: Package) -> dict[str, str]:
    root = package.part("word/styles.xml")
    styles = () if root is None else root.iter(w("style"))
    return {style.get(w("styleId"), ""): (value(style, "name") or "").lower() for style in styles}


@dataclass(frozen=True)
class _Lists:
    """Which definition each list of a document follows, and which of their levels are bulleted."""

    definitions: Mapping[str, str]
    bulleted: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, package: Package) -> _Lists:
        root = package.part("word/numbering.xml")
        if root is None:
            return cls({}, frozenset())
        bulleted = frozenset(
            (definition.get(w("abstractNumId"), ""), level.get(w("ilvl"), ""))
            for definition in root.iter(w("abstractNum"))
            for level in definition.iter(w("lvl"))
            if value(level, "numFmt") in ("bullet", "none")
        )
        return cls(
            {one.get(w("numId"), ""): value(one, "abstractNumId") or "" for one in root.iter(w("num"))}, bulleted
        )

    def kind(self, properties: Element) -> str:
        """Return "b" or "n" with the level of a list's paragraph, empty for one of no list."""
        definition = self.definitions.get(value(properties, "numId") or "0")
        if definition is None:
            return ""
        level = value(properties, "ilvl") or "0"
        depth = min(int(level), _DEEPEST_LIST) if level.isdecimal() else 0
        return f"{'b' if (definition, level) in self.bulleted else 'n'}{depth}"


class _Walk:
    """Makes pieces of elements."""

    def __init__(
        self, styles: Mapping[str, str], lists: _Lists, links: Mapping[str, str], *, with_contents: bool
    ) -> None:
        self._styles = styles
        self._lists = lists
        self._links = links
        self._with_contents = with_contents
        self._names: dict[str, str] = {}
        self.numbers: dict[Element, int] = {}

    def pieces(self, holder: Element, inside: tuple[str, ...]) -> Iterator[Piece]:
        """Yield the pieces of a body, a cell or a control."""
        waiting: list[str] = []
        for node in holder:
            kind = local(node)
            if kind == "p":
                yield self._paragraph(node, inside, waiting)
                waiting = []
            elif kind == "tbl":
                yield self._table(node, inside)
            elif kind == "sdt":
                yield from self._control(node, inside)
            elif kind == "bookmarkStart" and TAG.fullmatch(node.get(w("name"), "")):
                waiting.append(node.get(w("name"), ""))
                self._names[node.get(w("id"), "")] = waiting[-1]
            elif kind in ("ins", "moveTo", "customXml", "smartTag"):
                yield from self.pieces(node, inside)

    def _control(self, node: Element, inside: tuple[str, ...]) -> Iterator[Piece]:
        properties, content = node.find(w("sdtPr")), node.find(w("sdtContent"))
        is_generated = properties is not None and properties.find(w("docPartObj")) is not None
        if content is not None and (self._with_contents or not is_generated):
            tag = value(properties, "tag") or ""
            yield from self.pieces(content, (*inside, tag) if TAG.fullmatch(tag) else inside)

    def _table(self, node: Element, inside: tuple[str, ...]) -> ReadTable:
        made = ReadTable(inside=inside)
        rows = list(_through(node, "tr"))
        for row in rows:
            made.rows.append([ReadCell(list(_joined(self.pieces(cell, inside)))) for cell in _through(row, "tc")])
        made.header = bool(rows) and rows[0].find(f"{w('trPr')}/{w('tblHeader')}") is not None
        return made

    def _paragraph(self, node: Element, inside: tuple[str, ...], begun: list[str]) -> ReadParagraph:
        made = ReadParagraph(inside=inside, starts=dict.fromkeys(begun, 0), number=self.numbers.get(node, -1))
        made.kind = self._kind(node.find(w("pPr")))
        Line(made, self._links, self._names).read(node)
        deleted = node.find(f"{w('pPr')}/{w('rPr')}/{w('del')}")
        if deleted is not None:
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


def _through(node: Element, tag: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, those in controls too, without the deleted."""
    for child in node:
        if child.tag == w(tag):
            if child.find(f"{w('trPr')}/{w('del')}") is None:
                yield child
        elif child.tag == w("sdt") and (content := child.find(w("sdtContent"))) is not None:
            yield from _through(content, tag)
        elif local(child) in ("ins", "customXml", "smartTag"):
            yield from _through(child, tag)


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Yield the pieces; a paragraph whose mark a colleague deleted takes the next one in, within a field."""
    open_one: ReadParagraph | None = None
    for piece in pieces:
        if open_one is not None and isinstance(piece, ReadParagraph) and not piece.starts:
            at = len(open_one.text)
            open_one.runs += piece.runs
            open_one.starts.update({tag: at + start for tag, start in piece.starts.items()})
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


def _remarks(root: Element | None) -> dict[str, Remark]:
    if root is None:
        return {}
    made: dict[str, Remark] = {}
    for comment in root.iter(w("comment")):
        lines = ["".join(text.text or "" for text in line.iter(w("t"))) for line in comment.iter(w("p"))]
        author, created = comment.get(w("author"), ""), comment.get(w("date"), "")
        made[comment.get(w("id"), "")] = Remark(author, created, "\n".join(lines).strip())
    return made
