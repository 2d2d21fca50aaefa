"""Makes resources/layout/styles.docx, the Word document with the named styles, from resources/layout/stockholm.yaml.

Run it after a change of the layout: python packaging/make_styles.py (another path may follow). The same layout
gives the same bytes.
"""

from __future__ import annotations

import sys
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from styles_parts import (
    HEAD,
    R,
    W,
    font_parts,
    font_table_xml,
    identifier,
    numbering_xml,
    packaging_parts,
    settings_xml,
    theme_xml,
)

from avstamt.export.layout import Layout, shipped_layout
from avstamt.export.wordml import names

EPOCH = (2026, 1, 1, 0, 0, 0)
LANGUAGE = '<w:lang w:val="sv-SE" w:eastAsia="sv-SE" w:bidi="ar-SA"/>'


@dataclass(frozen=True)
class Style:
    """A style: its stored name, what it is based on and followed by, and its properties as WordprocessingML."""

    name: str
    paragraph: str = ""
    run: str = ""
    based_on: str = "Normal"
    next: str = ""
    kind: str = "paragraph"
    own: bool = True
    table: str = ""
    extra: str = field(default="")

    def xml(self, priority: int) -> str:
        """Return the w:style element."""
        default = ' w:default="1"' if self.name in ("Normal", "Default Paragraph Font", "Normal Table") else ""
        custom = ' w:customStyle="1"' if self.own else ""
        parts = [f'<w:style w:type="{self.kind}"{default}{custom} w:styleId="{identifier(self.name)}">']
        parts.append(f"<w:name w:val={quoteattr(self.name)}/>")
        if self.based_on:
            parts.append(f'<w:basedOn w:val="{identifier(self.based_on)}"/>')
        if self.next:
            parts.append(f'<w:next w:val="{identifier(self.next)}"/>')
        parts.append(f'<w:uiPriority w:val="{priority}"/>{self.extra}')
        parts.append(f"<w:pPr>{self.paragraph}</w:pPr>" if self.paragraph else "")
        parts.append(f"<w:rPr>{self.run}</w:rPr>" if self.run else "")
        return "".join([*parts, self.table, "</w:style>"])


def twips(points: float) -> int:
    """Return points as twentieths of a point."""
    return round(points * 20)


def centimetres(value: float) -> int:
    """Return centimetres as twentieths of a point."""
    return round(value * 1440 / 2.54)


def spacing(before: float, after: float, line: float, rule: str = "exact") -> str:
    """Return w:spacing; measures in points."""
    return (
        f'<w:spacing w:before="{twips(before)}" w:after="{twips(after)}" w:line="{twips(line)}" w:lineRule="{rule}"/>'
    )


def fonts(families: tuple[str, ...]) -> str:
    """Return w:rFonts with the first family; the fallbacks stand in the font table."""
    name = escape(families[0])
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def size(points: float) -> str:
    """Return w:sz and w:szCs."""
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def colour(value: str) -> str:
    """Return w:color."""
    return f'<w:color w:val="{value.lstrip("#")}"/>'


BOLD = "<w:b/><w:bCs/>"
PLAIN = '<w:b w:val="0"/><w:bCs w:val="0"/>'
ITALIC = "<w:i/><w:iCs/>"
KEEP = "<w:keepNext/><w:keepLines/>"
FULL_WIDTH = '<w:ind w:right="0"/>'


class Sheet:
    """The styles of one layout."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.sizes = layout.sizes
        self.colours = layout.colours
        self.sans = fonts(layout.fonts.headings)

    def all(self) -> list[Style]:
        """Return every style, in the order in which they stand in the document."""
        return [
            *self.base(),
            *self.headings(),
            *self.front(),
            *self.lists(),
            *self.contents(),
            *self.tables(),
            *self.rest(),
        ]

    def base(self) -> list[Style]:
        """Return body text and the defaults."""
        indent = f'<w:ind w:right="{centimetres(self.layout.page.text_indent_right)}"/>'
        body = spacing(0, self.layout.spacing.paragraph, self.sizes.line, "atLeast") + indent
        cells = (
            '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
            '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
            "</w:tblCellMar></w:tblPr>"
        )
        return [
            Style("Normal", f"<w:widowControl/>{body}", based_on="", own=False, extra="<w:qFormat/>"),
            Style("Default Paragraph Font", based_on="", kind="character", own=False, extra="<w:semiHidden/>"),
            Style("Normal Table", based_on="", kind="table", own=False, table=cells, extra="<w:semiHidden/>"),
        ]

    def headings(self) -> list[Style]:
        """Return the report's own headings, those typed inside texts, field labels, prefixes and assessments."""
        made = []
        room = self.layout.spacing
        for level, (name, points, above) in enumerate(
            zip(names.HEADINGS, self.sizes.headings, room.headings, strict=True)
        ):
            look = f'{KEEP}{spacing(above, room.after_heading, points * 1.2)}<w:outlineLvl w:val="{level}"/>'
            made.append(
                Style(name, look, self.sans + BOLD + size(points), next="Normal", own=False, extra="<w:qFormat/>")
            )
        for depth, (name, points) in enumerate(zip(names.TYPED, self.sizes.typed, strict=True)):
            make_up = BOLD if depth == 0 else ITALIC
            look = KEEP + spacing(14, room.after_heading, points * 1.25)
            made.append(Style(name, look, self.sans + make_up + size(points), next="Normal", extra="<w:qFormat/>"))
        opening = KEEP + spacing(24, room.after_heading, self.sizes.opening * 1.2)
        made.append(Style(names.OPENING, opening, self.sans + BOLD + size(self.sizes.opening), next="Normal"))
        label = KEEP + spacing(13, 2, self.sizes.label * 1.2)
        accent = colour(self.colours.accent)
        made.append(
            Style(
                names.LABEL,
                label,
                self.sans + BOLD + accent + size(self.sizes.label),
                next="Normal",
                extra="<w:qFormat/>",
            )
        )
        prefix = KEEP + spacing(room.headings[2], 2, self.sizes.prefix * 1.2)
        made.append(
            Style(
                names.PREFIX,
                prefix,
                self.sans + accent + size(self.sizes.prefix),
                next="heading 3",
                extra="<w:qFormat/>",
            )
        )
        status = KEEP + spacing(4, 5, self.sizes.body * 1.3)
        made.append(Style(names.STATUS, status, self.sans + BOLD, next="Normal", extra="<w:qFormat/>"))
        symbol = fonts(self.layout.fonts.symbols) + PLAIN
        made.append(Style(names.SYMBOL, "", symbol, based_on="Default Paragraph Font", kind="character"))
        return made

    def front(self) -> list[Style]:
        """Return the lines of the first page."""
        quiet, small, body = colour(self.colours.quiet), self.sizes.small, self.sizes.body
        role = {key.value: name for key, name in names.ROLES.items()}
        line = spacing(0, 3, body * 1.25)
        return [
            Style(role["document"], KEEP + spacing(0, 5, 16), self.sans + BOLD + colour(self.colours.accent) + size(13)),
            Style(role["detail"], line, self.sans + size(body - 1)),
            Style(role["label"], KEEP + spacing(22, 3, small * 1.2), self.sans + BOLD + quiet + size(small)),
            Style(role["contact"], line, self.sans + size(body - 1)),
            Style(
                role["title"], KEEP + spacing(44, 10, self.sizes.title * 1.15), self.sans + BOLD + size(self.sizes.title),
                next="Subtitle", own=False, extra="<w:qFormat/>",
            ),
            Style(
                role["subtitle"], spacing(0, 4, self.sizes.subtitle * 1.25), self.sans + quiet + size(self.sizes.subtitle),
                next="Normal", own=False, extra="<w:qFormat/>",
            ),
            Style(role["signatory"], KEEP + spacing(46, 2, body * 1.25), self.sans + BOLD + size(body)),
            Style(role["signatory_title"], line, self.sans + size(body - 1)),
        ]  # fmt: skip

    def lists(self) -> list[Style]:
        """Return bullets, numbers and appendices."""
        look = spacing(0, 3, self.sizes.line, "atLeast")
        made = [
            Style(name, f'<w:numPr><w:numId w:val="{number}"/></w:numPr>{look}', own=False, extra="<w:qFormat/>")
            for number, name in enumerate((names.BULLET, names.NUMBER), 1)
        ]
        return [*made, Style(names.APPENDIX, spacing(0, 6, self.sizes.body * 1.3), self.sans)]

    def contents(self) -> list[Style]:
        """Return the table of contents."""
        points = self.sizes.headings[0] - 3
        heading = Style(
            names.CONTENTS_HEADING, KEEP + spacing(36, 10, points * 1.2), self.sans + BOLD + size(points),
            next="Normal", own=False, extra="<w:qFormat/>",
        )  # fmt: skip
        return [heading, *(self.entry(depth, name) for depth, name in enumerate(names.CONTENTS))]

    def entry(self, depth: int, name: str) -> Style:
        """Return the style of one level of the table of contents."""
        edge = centimetres(self.layout.page.width)
        tabs = f'<w:tabs><w:tab w:val="right" w:pos="{edge}"/></w:tabs>'
        indent = f'<w:ind w:left="{twips(14 * depth)}" w:right="0"/>'
        points = self.sizes.body - (0.5 if depth else 0)
        look = tabs + spacing(2 if depth else 8, 0, points * 1.25) + indent
        return Style(name, look, self.sans + ("" if depth else BOLD) + size(points), next="Normal", own=False)

    def tables(self) -> list[Style]:
        """Return the table style and the paragraphs inside tables."""
        small = size(self.sizes.table)
        line = self.sizes.table_line
        cell = spacing(0, 0, line, "atLeast") + FULL_WIDTH
        note = '<w:ind w:left="180" w:right="0"/>'
        title = KEEP + spacing(12, 4, 14) + FULL_WIDTH
        return [
            Style(names.TABLE, based_on="Normal Table", kind="table", table=self.table_properties()),
            Style(names.TABLE_TITLE, title, self.sans + BOLD + size(self.sizes.table + 1)),
            Style(names.TABLE_TEXT, f"<w:keepLines/>{cell}", self.sans + small),
            Style(names.TABLE_FIGURE, '<w:jc w:val="right"/>', based_on=names.TABLE_TEXT),
            Style(names.TABLE_HEAD, "<w:keepNext/>", BOLD, based_on=names.TABLE_TEXT),
            Style(
                names.TABLE_NOTE,
                f'<w:keepLines w:val="0"/>{spacing(0, 3, line, "atLeast")}{note}',
                based_on=names.TABLE_TEXT,
            ),
            Style(
                names.TABLE_NOTE_LABEL, "<w:keepNext/>", BOLD + colour(self.colours.accent), based_on=names.TABLE_NOTE
            ),
            Style(names.TABLE_GAP, spacing(0, 0, 12), size(6)),
        ]

    def table_properties(self) -> str:
        """Return the table style's thin rules and cell margins."""
        rule = f'w:val="single" w:sz="4" w:space="0" w:color="{self.colours.rule.lstrip("#")}"'
        return (
            f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders><w:bottom {rule}/><w:insideH {rule}/></w:tblBorders>'
            '<w:tblCellMar><w:top w:w="52" w:type="dxa"/><w:left w:w="80" w:type="dxa"/>'
            '<w:bottom w:w="52" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        )

    def rest(self) -> list[Style]:
        """Return head and foot, links and what review comments need."""
        edge = centimetres(self.layout.page.width)
        tabs = f'<w:tabs><w:tab w:val="right" w:pos="{edge}"/></w:tabs>'
        quiet = self.sans + colour(self.colours.quiet) + size(self.sizes.small)
        furniture = tabs + spacing(0, 0, self.sizes.small * 1.3) + FULL_WIDTH
        accent = colour(self.colours.accent) + '<w:u w:val="single"/>'
        default = "Default Paragraph Font"
        return [
            Style(names.HEADER, furniture, quiet, own=False),
            Style(names.FOOTER, furniture, quiet, own=False),
            Style(names.LINK, "", accent, based_on=default, kind="character", own=False),
            Style(names.COMMENTS[0], spacing(0, 4, 13, "atLeast") + FULL_WIDTH, self.sans + size(10), own=False),
            Style(names.COMMENTS[1], "", size(8), based_on=default, kind="character", own=False),
        ]


def styles_xml(sheet: Sheet) -> str:
    """Return word/styles.xml."""
    layout = sheet.layout
    run = fonts(layout.fonts.body) + colour(layout.colours.text) + size(layout.sizes.body) + LANGUAGE
    defaults = f"<w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    styles = "".join(style.xml(priority) for priority, style in enumerate(sheet.all(), 1))
    return f'{HEAD}<w:styles xmlns:w="{W}">{defaults}{styles}</w:styles>'


def document_xml(sheet: Sheet) -> str:
    """Return word/document.xml: every paragraph style shown with its name, so that a designer sees what to change."""
    page = sheet.layout.page
    shown = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{identifier(style.name)}"/></w:pPr><w:r><w:t>{escape(style.name)}</w:t></w:r></w:p>'
        for style in sheet.all()
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
    sheet = Sheet(layout)
    return (
        packaging_parts()
        | font_parts(layout)
        | {
            "word/document.xml": document_xml(sheet),
            "word/styles.xml": styles_xml(sheet),
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
