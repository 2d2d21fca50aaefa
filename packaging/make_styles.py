#!/usr/bin/env python3
"""Makes resources/layout/styles.docx, the Word document with the named styles, from resources/layout/stockholm.yaml.

Run it after a change of the layout: python packaging/make_styles.py (another path may follow). The same layout
gives the same bytes.
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from styles import tables, text
from styles.marks import LANGUAGE, Style, centimetres, colour, fonts, identifier, size
from styles.parts import (
    HEAD,
    R,
    W,
    font_parts,
    font_table_xml,
    numbering_xml,
    packaging_parts,
    settings_xml,
    theme_xml,
)

from avstamt.export.layout import Layout, shipped_layout

EPOCH = (2026, 1, 1, 0, 0, 0)


def all_styles(layout: Layout) -> list[Style]:
    """Return every style, in the order in which they stand in the document."""
    made = (text.base, text.headings, text.front, text.lists, text.contents, tables.tables, tables.rest)
    return [style for styles in made for style in styles(layout)]


def styles_xml(layout: Layout) -> str:
    """Return word/styles.xml."""
    run = fonts(layout.fonts.body) + colour(layout.colours.text) + size(layout.sizes.body) + LANGUAGE
    defaults = f"<w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    styles = "".join(style.xml(priority) for priority, style in enumerate(all_styles(layout), 1))
    return f'{HEAD}<w:styles xmlns:w="{W}">{defaults}{styles}</w:styles>'


def document_xml(layout: Layout) -> str:
    """Return word/document.xml: every paragraph style shown with its name, so that a designer sees what to change."""
    page = layout.page
    shown = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{identifier(style.name)}"/></w:pPr><w:r><w:t>{escape(style.name)}</w:t></w:r></w:p>'
        for style in all_styles(layout)
        if style.kind == "paragraph"
    )
    margins = (
        f'<w:pgMar w:top="{centimetres(page.top)}" w:right="{centimetres(page.right)}" w:bottom="{centimetres(page.bottom)}" '
        f'w:left="{centimetres(page.left)}" w:header="{centimetres(page.head)}" w:footer="{centimetres(page.foot)}" w:gutter="0"/>'
    )
    section = f'<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>{margins}<w:titlePg/></w:sectPr>'
    return f'{HEAD}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{shown}{section}</w:body></w:document>'


def make(layout: Layout) -> dict[str, str | bytes]:
    """Return every part of the styles document by its name in the package."""
    return (
        packaging_parts()
        | font_parts(layout)
        | {
            "word/document.xml": document_xml(layout),
            "word/styles.xml": styles_xml(layout),
            "word/settings.xml": settings_xml(),
            "word/fontTable.xml": font_table_xml(layout),
            "word/numbering.xml": numbering_xml(),
            "word/theme/theme1.xml": theme_xml(layout),
        }
    )


def write(parts: dict[str, str | bytes], path: Path) -> None:
    """Write the package with fixed dates."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    shipped = shipped_layout()
    write(make(shipped), Path(sys.argv[1]) if len(sys.argv) > 1 else shipped.styles_path)
