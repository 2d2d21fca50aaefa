"""The report as a Word document, built on the styles document of the layout."""

from __future__ import annotations

import base64
import datetime as dt
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from avstamt.domain.report import Report
from avstamt.export.files import write_file
from avstamt.export.layout import Layout, shipped_layout
from avstamt.export.office import office_pages
from avstamt.export.outline import outline
from avstamt.export.paper.items import Outline
from avstamt.export.pdf import forget_at_times, heading_pages
from avstamt.export.refused import ExportRefused
from avstamt.export.remarks import Remark
from avstamt.export.wordml import names
from avstamt.export.wordml.body import body
from avstamt.export.wordml.carried import add_printed
from avstamt.export.wordml.contents import fill_numbers
from avstamt.export.wordml.controls import Controls
from avstamt.export.wordml.desk import Desk
from avstamt.export.wordml.dressing import dress
from avstamt.export.wordml.furniture import first_head, foot, later_head, replace_content
from avstamt.export.wordml.margin import Margin
from avstamt.export.wordml.numbering import Numbering
from avstamt.export.wordml.package import opened, saved
from avstamt.export.wordml.styles import style_ids
from avstamt.export.wordml.xml import Element, name
from avstamt.templates.template import Template

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import _Header

_TWIPS_TO_EMU = 635
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


@dataclass(frozen=True)
class Returns:
    """What a document needs in order to come back: the report, and the same as a file of ours."""

    report: Report
    base: bytes


def write_word(
    report: Report,
    template: Template,
    path: Path,
    layout: Layout | None = None,
    *,
    base: bytes | None = None,
    remarks: Sequence[Remark] = (),
    exact: bool = False,
) -> None:
    """Write the report as a Word document; raises ExportRefused.

    With `base`, the report as a file of ours, every field is a content control and what a colleague changes in the
    document can be fetched back; without, the document carries nothing but what is read. `remarks` stand as comments
    in the margin, at their places. With `exact` the page numbers of the contents are LibreOffice's, where it is
    installed; without, they are those of our own pages, which are hardly ever more than one off.
    """
    returns = None if base is None else Returns(report, base)
    paper, layout = outline(report, template), layout or shipped_layout()
    made = word_bytes(paper, layout, returns, remarks)
    pages = office_pages(made, paper) if exact else {}
    write_file(path, word_bytes(paper, layout, returns, remarks, pages) if pages else made)


def word_bytes(
    paper: Outline,
    layout: Layout,
    returns: Returns | None = None,
    remarks: Sequence[Remark] = (),
    pages: Mapping[str, int] | None = None,
) -> bytes:
    """Return the outline as a Word document; `pages` gives the page of each heading's anchor. Raises ExportRefused."""
    with ThreadPoolExecutor(1) as beside:  # typst lets go of the interpreter: the pages are set while the body is made
        told = None if pages is not None else beside.submit(heading_pages, paper, layout)
        if told is not None:
            beside.submit(forget_at_times)
        document = opened(layout.styles_path)
        dress(document, layout)
        desk = _desk(document, layout, returns)
        _fill_furniture(document, desk, paper)  # first: python-docx looks through all that is written for each head
        _fill_body(document, desk, paper)
        if returns is not None and desk.controls is not None:
            add_printed(document.part, desk.controls.printed(base64.b64encode(returns.base).decode()))
        if remarks:
            text_style, reference_style = (desk.styles[style] for style in names.COMMENTS)
            Margin(document.comments, text_style, reference_style).add(desk.spots, remarks)
        _set_properties(document, paper)
        fill_numbers(desk, told.result() if told is not None else pages or {})
        return saved(document, layout.styles_path)


def _desk(document: Document, layout: Layout, returns: Returns | None) -> Desk:
    from docx.opc.constants import RELATIONSHIP_TYPE

    try:
        numbering = document.part.numbering_part.element
    except NotImplementedError as error:  # what python-docx says of a document without lists
        raise ExportRefused(
            f"Formatmallsdokumentet {layout.styles_path} har inga listor. Gör en punktlista i det, spara, och ta bort den igen."
        ) from error
    section = document.sections[0]
    margins = (section.page_width, section.left_margin, section.right_margin)
    width, left, right = (int(value or 0) for value in margins)
    bookmarks = count(1)
    return Desk(
        styles=style_ids(document.styles.element, layout.styles_path),
        layout=layout,
        link=lambda target: document.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True),
        numbering=Numbering(numbering),
        width=(width - left - right) // _TWIPS_TO_EMU,
        bookmarks=bookmarks,
        controls=None if returns is None else Controls(returns.report, bookmarks),
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
    _add_logotype(section.first_page_header, desk)
    replace_content(section.header.part.element, later_head(desk, paper.running))
    replace_content(section.first_page_footer.part.element, foot(desk))
    replace_content(section.footer.part.element, foot(desk))


def _add_logotype(header: _Header, desk: Desk) -> None:
    """Put the organisation's logotype above the sender, with its text for who does not see it."""
    from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
    from docx.shared import Cm, Emu

    if desk.layout.logotype_path is None:
        return
    first = header.paragraphs[0].insert_paragraph_before(style=header.paragraphs[0].style)
    first.paragraph_format.line_spacing = 1.0
    image = BytesIO(desk.layout.logotype())
    try:
        picture = first.add_run().add_picture(image, height=Cm(desk.layout.sender.logotype_height))
    except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError) as error:
        raise ExportRefused(
            f"Logotypen {desk.layout.logotype_path} är skadad. Ange en annan bild i layouten."
        ) from error
    room = desk.width * _TWIPS_TO_EMU
    if picture.width > room:
        picture.width, picture.height = Emu(room), Emu(picture.height * room // picture.width)
    for drawn in header.part.element.iter(_DRAWN):
        drawn.set("descr", desk.layout.sender.logotype_text)


def _set_properties(document: Document, paper: Outline) -> None:
    properties = document.core_properties
    now = dt.datetime.now(dt.UTC).replace(tzinfo=None, microsecond=0)
    properties.title, properties.language = paper.title, paper.language
    properties.created = properties.modified = now
