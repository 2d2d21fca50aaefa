"""The styles of tables, heads and feet, links and review comments."""

from __future__ import annotations

from avstamt.export.layout import Layout
from avstamt.export.wordml import names
from styles.marks import BOLD, FULL_WIDTH, KEEP, Style, centimetres, colour, fonts, size, spacing


def tables(layout: Layout) -> list[Style]:
    """Return the table style and the paragraphs inside tables."""
    small = size(layout.sizes.table)
    line = layout.sizes.table_line
    cell = spacing(0, 0, line, "atLeast") + FULL_WIDTH
    note = '<w:ind w:left="180" w:right="0"/>'
    title = KEEP + spacing(12, 4, 14) + FULL_WIDTH
    return [
        Style(names.TABLE, based_on="Normal Table", kind="table", table=table_properties(layout)),
        Style(names.TABLE_TITLE, title, fonts(layout.fonts.headings) + BOLD + size(layout.sizes.table + 1)),
        Style(names.TABLE_TEXT, f"<w:keepLines/>{cell}", fonts(layout.fonts.headings) + small),
        Style(names.TABLE_FIGURE, '<w:jc w:val="right"/>', based_on=names.TABLE_TEXT),
        Style(names.TABLE_HEAD, "<w:keepNext/>", BOLD, based_on=names.TABLE_TEXT),
        Style(
            names.TABLE_NOTE,
            f'<w:keepLines w:val="0"/>{spacing(0, 3, line, "atLeast")}{note}',
            based_on=names.TABLE_TEXT,
        ),
        Style(names.TABLE_NOTE_LABEL, "", BOLD + colour(layout.colours.accent), based_on=names.TABLE_NOTE),
        Style(names.TABLE_GAP, spacing(0, 0, 12), size(6)),
    ]


def table_properties(layout: Layout) -> str:
    """Return the table style's thin rules and cell margins."""
    rule = f'w:val="single" w:sz="4" w:space="0" w:color="{layout.colours.rule.lstrip("#")}"'
    return (
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders><w:bottom {rule}/><w:insideH {rule}/></w:tblBorders>'
        '<w:tblCellMar><w:top w:w="52" w:type="dxa"/><w:left w:w="80" w:type="dxa"/>'
        '<w:bottom w:w="52" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    )


def rest(layout: Layout) -> list[Style]:
    """Return head and foot, links and what review comments need."""
    edge = centimetres(layout.page.width)
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{edge}"/></w:tabs>'
    quiet = fonts(layout.fonts.headings) + colour(layout.colours.quiet) + size(layout.sizes.small)
    furniture = tabs + spacing(0, 0, layout.sizes.small * 1.3) + FULL_WIDTH
    accent = colour(layout.colours.accent) + '<w:u w:val="single"/>'
    default = "Default Paragraph Font"
    return [
        Style(names.HEADER, furniture, quiet, own=False),
        Style(names.FOOTER, furniture, quiet, own=False),
        Style(names.LINK, "", accent, based_on=default, kind="character", own=False),
        Style(
            names.COMMENTS[0],
            spacing(0, 4, 13, "atLeast") + FULL_WIDTH,
            fonts(layout.fonts.headings) + size(10),
            own=False,
        ),
        Style(names.COMMENTS[1], "", size(8), based_on=default, kind="character", own=False),
    ]
