"""The printed pages of a report that is being written: set again after each edit, and where each part stands on them.

Typst keeps what it has laid out from one run to the next as long as nothing but the report is another: so one compiler
is used all the time, and the report is given as part of the source (what is given as an input throws all of it away).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from avstamt.domain.place import Place
from avstamt.domain.report import Report
from avstamt.export.layout import Layout, shipped_layout
from avstamt.export.outline import outline
from avstamt.export.pdf import compiled, data_of
from avstamt.export.refused import ExportRefused
from avstamt.resources import resource
from avstamt.templates.template import Template

if TYPE_CHECKING:
    import pypdfium2
    import typst

_GIVEN = "json(bytes(sys.inputs.report))"
_ROUNDED_UP = 0.5
"""Sides are rounded up to whole pixels: from half a pixel less they become just those that were asked for."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a part of the report is printed: the page, counted from 0, and how far down on it in points."""

    place: Place
    page: int
    top: float


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages' sizes in points (width, height), and the spots in the order in which they are printed."""

    sizes: tuple[tuple[float, float], ...]
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as pixels, four bytes each: blue, green, red and one that says nothing."""

    width: int
    height: int
    pixels: bytes


class PageSetter:
    """Sets a report's pages again and again, and draws those that are asked for."""

    def __init__(self, layout: Layout | None = None) -> None:
        self._layout = layout or shipped_layout()
        self._source = resource("layout", "report.typ").read_text(encoding="utf-8")
        self._compilers: dict[int, typst.Compiler] = {}
        self._document: pypdfium2.PdfDocument | None = None

    def set(self, report: Report, template: Template) -> Pages:
        """Set a report and return its pages; raises ExportRefused."""
        import pypdfium2

        data = data_of(outline(report, template), self._layout, spots=True)
        file = compiled(data, self._layout, self._compiled)
        if self._document is not None:
            self._document.close()
        self._document = pypdfium2.PdfDocument(file)
        sizes = tuple(self._document.get_page_size(page) for page in range(len(self._document)))
        return Pages(sizes, _spots(self._document))

    def picture(self, page: int, width: int) -> Picture:
        """Draw a page of the last set report so many pixels wide; raises ExportRefused where there is no such page."""
        if self._document is None or not 0 <= page < len(self._document):
            raise ExportRefused("Sidan finns inte längre.")
        sheet = self._document[page]
        scale = (width - _ROUNDED_UP) / sheet.get_width()
        drawn = sheet.render(scale=scale, prefer_bgrx=True)
        made = Picture(drawn.width, drawn.height, bytes(drawn.buffer))
        drawn.close()
        sheet.close()
        return made

    def _compiled(self, data: str, fonts: typst.Fonts) -> bytes:
        import typst

        key = id(fonts)  # the sets of fonts live as long as the program
        if key not in self._compilers:
            self._compilers[key] = typst.Compiler(root=resource("layout"), font_paths=fonts)
        literal = data.replace("\\", "\\\\").replace('"', '\\"')
        source = self._source.replace(_GIVEN, f'json(bytes("{literal}"))', 1)
        made = self._compilers[key].compile(source.encode(), pdf_standards=["ua-1"])
        return cast("bytes", made)  # one file, since no output path was given


def _spots(document: pypdfium2.PdfDocument) -> tuple[Spot, ...]:
    found = json.loads(bytes(document.get_attachment(0).get_data()))
    return tuple(Spot(Place.parse(place), page - 1, top) for place, page, top in found)
