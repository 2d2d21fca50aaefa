"""The tag tree of a PDF, as a screen reader goes through it, and the content of its pages that stands in it."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf
import pypdfium2
from pypdfium2 import raw

_PAINTS = frozenset(
    ["Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "INLINE", "IMAGE"]
)
"""Operators that leave something to be seen on the page."""


@dataclass
class Tag:
    """An element of the tree: its kind, its attributes, what it holds, and the marked content right in it."""

    kind: str
    attributes: dict[str, object]
    alt: str
    kids: list[Tag] = field(default_factory=list)
    content: list[tuple[int, int]] = field(default_factory=list)

    def all(self, *kinds: str) -> Iterator[Tag]:
        """Yield the tags of some kinds in this one, in their order."""
        for kid in self.kids:
            if kid.kind in kinds:
                yield kid
            yield from kid.all(*kinds)

    @property
    def contents(self) -> Iterator[tuple[int, int]]:
        """Yield the page and number of every marked content in it."""
        yield from self.content
        for kid in self.kids:
            yield from kid.contents


@dataclass(frozen=True)
class TaggedPaper:
    """A tagged PDF: its tree, the numbers of the marked content of each page, and what is painted outside of all marks."""

    tree: Tag
    marked: list[tuple[int, int]]
    unmarked: list[tuple[int, str]]
    tabs: set[str]


def tagged(pdf: bytes) -> TaggedPaper:
    """Read a PDF's tags."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        pages = {page.objgen: number for number, page in enumerate(document.pages)}
        tree = Tag("root", {}, "")
        for child in _several(document.Root.StructTreeRoot.K):
            _read(child, tree, -1, pages)
        marked: list[tuple[int, int]] = []
        unmarked: list[tuple[int, str]] = []
        for number, page in enumerate(document.pages):
            _read_page(page, number, marked, unmarked)
        return TaggedPaper(tree, marked, unmarked, {str(page.get("/Tabs")) for page in document.pages})


def _several(value: object) -> list[object]:
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def _read(node: object, parent: Tag, page: int, pages: dict[tuple[int, int], int]) -> None:
    if not isinstance(node, pikepdf.Dictionary):
        parent.content.append((page, int(node)))  # type: ignore[call-overload]
        return
    page = pages[node.Pg.objgen] if "/Pg" in node else page
    if "/S" not in node:
        if "/MCID" in node:
            parent.content.append((page, int(node.MCID)))
        return
    attributes = {
        key: value
        for one in _several(node.get("/A", []))
        if isinstance(one, pikepdf.Dictionary)
        for key, value in one.items()
    }
    made = Tag(str(node.S).lstrip("/"), attributes, str(node.get("/Alt", "")))
    parent.kids.append(made)
    for child in _several(node.get("/K", [])):
        _read(child, made, page, pages)


def _read_page(page: pikepdf.Page, number: int, marked: list[tuple[int, int]], unmarked: list[tuple[int, str]]) -> None:
    """Go through what a page paints: in marks of the tree, in marks of ornament, or in none."""
    around: list[bool] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BDC", "BMC"):
            properties = operands[1] if len(operands) > 1 else None
            if isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties:
                marked.append((number, int(properties.MCID)))
                around.append(True)
            else:
                around.append(str(operands[0]) == "/Artifact")
        elif name == "EMC":
            around.pop()
        elif name in _PAINTS and not any(around):
            unmarked.append((number, name))


def spoken(pdf: bytes) -> str:
    """Return the words of a PDF in the order of its tags, as a screen reader says them."""
    said: dict[tuple[int, int], list[str]] = {}
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document):
            letters = page.get_textpage()
            for one in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
                said.setdefault((number, raw.FPDFPageObj_GetMarkedContentID(one)), []).append(_letters(one, letters))
    return "".join(text for mark in tagged(pdf).tree.contents for text in said.get(mark, ()))


def _letters(one: pypdfium2.PdfObject, letters: pypdfium2.PdfTextPage) -> str:
    size = raw.FPDFTextObj_GetText(one, letters, None, 0)
    buffer = (ctypes.c_ushort * size)()
    raw.FPDFTextObj_GetText(one, letters, buffer, size)
    return bytes(buffer).decode("utf-16-le").rstrip("\x00")
