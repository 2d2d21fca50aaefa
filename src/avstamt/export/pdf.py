"""The report as a tagged PDF (PDF/UA-1), set by Typst from the outline, without network and with embedded fonts."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, cast

from avstamt.domain.report import Report
from avstamt.export.files import write_file
from avstamt.export.glyphs import plainest, shown_by
from avstamt.export.layout import Layout, shipped_layout
from avstamt.export.outline import outline
from avstamt.export.paper.data import outline_data
from avstamt.export.paper.items import Outline
from avstamt.export.refused import ExportRefused
from avstamt.resources import resource
from avstamt.templates.template import Template

if TYPE_CHECKING:
    import typst

_KEPT = 2
_AGES = 11
_runs = count(1)


def write_pdf(report: Report, template: Template, path: Path, layout: Layout | None = None) -> None:
    """Write the report as PDF/UA-1; raises ExportRefused."""
    write_file(path, pdf_bytes(outline(report, template), layout or shipped_layout()))


def pdf_bytes(paper: Outline, layout: Layout) -> bytes:
    """Return the outline as a PDF/UA-1 file; raises ExportRefused."""
    return compiled(data_of(paper, layout), layout, _compiled)


def compiled(data: str, layout: Layout, compile_: Callable[[str, typst.Fonts], bytes]) -> bytes:
    """Return the file that `compile_` makes of the outline's data; raises ExportRefused.

    Where the shipped fonts lack a letter, the computer's own fonts help, and a letter that none has is replaced. Where
    Typst fails to tag a link (it does so for a few odd texts), the links become plain text; where letters that show
    alone do not show together, all but the usual ones are replaced.
    """
    import typst

    try:
        return compile_(data, _fonts_for(layout))
    except typst.TypstError:
        fonts = _all_fonts()
    data = shown_by(data, fonts)
    for mended in (data, _without_links(data)):
        try:
            return compile_(mended, fonts)
        except typst.TypstError:
            continue
    try:
        return compile_(plainest(_without_links(data)), fonts)
    except typst.TypstError as error:
        raise ExportRefused(
            f"PDF-filen gick inte att göra ({error.message}). Exportera till Word i stället."
        ) from error


def data_of(paper: Outline, layout: Layout, *, spots: bool = False) -> str:
    """Return the outline as the JSON that the layout program reads; with `spots` the file tells where each part stands."""
    return json.dumps(outline_data(paper, layout, spots=spots), ensure_ascii=False)


def heading_pages(paper: Outline, layout: Layout) -> dict[str, int]:
    """Return the page of each heading of the table of contents by its anchor; empty where it cannot be told.

    Whoever asks makes Typst forget (`forget_at_times`) when there is time for it.
    """
    try:
        found = _compiler(data_of(paper, layout), _fonts_for(layout), bare="").query("<pages>", field="value", one=True)
    except RuntimeError:  # what a query raises
        return {}
    return dict(json.loads(found))


def _compiled(data: str, fonts: typst.Fonts) -> bytes:
    made = _compiler(data, fonts).compile(pdf_standards=["ua-1"])
    forget_at_times()
    return cast("bytes", made)  # one file, since no output path was given


def _compiler(data: str, fonts: typst.Fonts, **inputs: str) -> typst.Compiler:
    import typst

    return typst.Compiler(resource("layout", "report.typ"), font_paths=fonts, sys_inputs={"report": data, **inputs})


def forget_at_times() -> None:
    """Make Typst forget what it laid out, after every second report: 60 MB stay of each of the largest.

    It has no call for it: it lets go of what no compilation of the last ten has needed, and a query is none.
    """
    import typst

    if next(_runs) % _KEPT == 0:
        idle = typst.Compiler(font_paths=_shipped_fonts())
        for _ in range(_AGES):
            idle.compile(b" ", format="svg")


def _fonts_for(layout: Layout) -> typst.Fonts:
    """Return the shipped fonts, with which a report looks the same everywhere; all where the layout asks for others."""
    asked = {layout.fonts.headings[0], layout.fonts.body[0]}
    shipped = _shipped_fonts()
    return shipped if asked <= set(shipped.families()) else _all_fonts()


@cache
def _shipped_fonts() -> typst.Fonts:
    import typst

    return typst.Fonts(include_system_fonts=False, font_paths=[resource("fonts")])


@cache
def _all_fonts() -> typst.Fonts:
    """Return the shipped fonts and the computer's own."""
    import typst

    return typst.Fonts(font_paths=[resource("fonts")])


def _without_links(data: str) -> str:
    plain = json.loads(data, object_hook=lambda one: one | {"link": None} if "link" in one else one)
    return json.dumps(plain, ensure_ascii=False)
