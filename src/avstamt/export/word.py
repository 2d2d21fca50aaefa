"""The report as a Word document, built on the styles document of the layout."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from avstamt.domain.report import Report
from avstamt.export.files import write_file
from avstamt.export.layout import Layout, shipped_layout
from avstamt.export.outline import outline
from avstamt.export.paper.items import Outline
from avstamt.export.pdf import heading_pages
from avstamt.export.refused import ExportRefused
from avstamt.export.wordml.body import body
from avstamt.export.wordml.desk import Desk
from avstamt.export.wordml.furniture import first_head, foot, later_head, replace_content
from avstamt.export.wordml.numbering import Numbering
from avstamt.export.wordml.styles import style_ids
from avstamt.export.wordml.xml import Element, name
from avstamt.templates.template import Template

if TYPE_CHECKING:
    from docx.document import Document

_TWIPS_TO_EMU = 635


def write_word(report: Report, template: Template, path: Path, layout: Layout | None = None) -> None:
    """Write the report as a Word document; raises ExportRefused."""
    write_file(path, word_bytes(outline(report, template), layout or shipped_layout()))


def word_bytes(paper: Outline, layout: Layout) -> bytes:
    """Return the outline as a Word document; raises ExportRefused."""
    document = _opened(layout.styles_path)
    desk = _desk(document, paper, layout)
    _fill_body(document, desk, paper)
    _fill_furniture(document, desk, paper)
    _set_properties(document, paper)
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def _opened(path: Path) -> Document:
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        return docx.Document(str(path))
    except (PackageNotFoundError, OSError, KeyError, ValueError) as error:
        raise ExportRefused(
            f"Formatmallsdokumentet {path} gick inte att öppna. Kontrollera att det är en Word-fil."
        ) from error


def _desk(document: Document, paper: Outline, layout: Layout) -> Desk:
    from docx.opc.constants import RELATIONSHIP_TYPE

    section = document.sections[0]
    margins = (section.page_width, section.left_margin, section.right_margin)
    width, left, right = (int(value or 0) for value in margins)
    return Desk(
        styles=style_ids(document.styles.element, layout.styles_path),
        layout=layout,
        link=lambda target: document.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True),
        numbering=Numbering(document.part.numbering_part.element),
        width=(width - left - right) // _TWIPS_TO_EMU,
        pages=heading_pages(paper, layout),
    )


def _fill_body(document: Document, desk: Desk, paper: Outline) -> None:
    """Put the items in place of the samples, before the section's properties."""
    holder: Element = document.element.body
    section = holder.find(name("sectPr"))
    holder[:] = body(desk, paper.items) if section is None else [*body(desk, paper.items), section]


def _fill_furniture(document: Document, desk: Desk, paper: Outline) -> None:
    section = document.sections[0]
    section.different_first_page_header_footer = True
    replace_content(section.first_page_header.part.element, first_head(desk, paper.running))
    replace_content(section.header.part.element, later_head(desk, paper.running))
    replace_content(section.first_page_footer.part.element, foot(desk))
    replace_content(section.footer.part.element, foot(desk))


def _set_properties(document: Document, paper: Outline) -> None:
    properties = document.core_properties
    now = dt.datetime.now(dt.UTC).replace(tzinfo=None, microsecond=0)
    properties.title, properties.language = paper.title, paper.language
    properties.created = properties.modified = now
