"""The report as a tagged PDF (PDF/UA-1), set by Typst from the outline, without network and with embedded fonts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, cast

from avstamt.domain.report import Report
from avstamt.export.files import write_file
from avstamt.export.layout import Layout, shipped_layout
from avstamt.export.outline import outline
from avstamt.export.paper.data import outline_data
from avstamt.export.paper.items import Outline
from avstamt.export.refused import ExportRefused
from avstamt.resources import resource
from avstamt.templates.template import Template

if TYPE_CHECKING:
    import typst


def write_pdf(report: Report, template: Template, path: Path, layout: Layout | None = None) -> None:
    """Write the report as PDF/UA-1; raises ExportRefused."""
    write_file(path, pdf_bytes(outline(report, template), layout or shipped_layout()))


def pdf_bytes(paper: Outline, layout: Layout) -> bytes:
    """Return the outline as a PDF/UA-1 file; raises ExportRefused."""
    import typst

    try:
        made = _compiler(paper, layout).compile(pdf_standards=["ua-1"])
    except typst.TypstError as error:
        raise ExportRefused(f"PDF-filen gick inte att göra: {error.message}. Exportera till Word så länge.") from error
    return cast("bytes", made)  # one file, since no output path was given


def heading_pages(paper: Outline, layout: Layout) -> dict[str, int]:
    """Return the page of each heading of the table of contents by its anchor; empty where it cannot be told."""
    import typst

    try:
        found = _compiler(paper, layout).query("<page>", field="value")
    except typst.TypstError:
        return {}
    return dict(json.loads(found))


def _compiler(paper: Outline, layout: Layout) -> typst.Compiler:
    import typst

    return typst.Compiler(
        resource("layout", "report.typ"),
        font_paths=[resource("fonts")],
        ignore_system_fonts=True,
        sys_inputs={"report": json.dumps(outline_data(paper, layout), ensure_ascii=False)},
    )
