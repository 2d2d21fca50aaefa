"""The styles of running text: body, headings, first page, lists, table of contents."""

from __future__ import annotations

from avstamt.export.layout import Layout
from avstamt.export.wordml import names
from avstamt.export.wordml.contents import INDENT
from styles.marks import BOLD, ITALIC, KEEP, PLAIN, Style, centimetres, colour, fonts, size, spacing, twips


def base(layout: Layout) -> list[Style]:
    """Return body text and the defaults."""
    indent = f'<w:ind w:right="{centimetres(layout.page.text_indent_right)}"/>'
    body = spacing(0, layout.spacing.paragraph, layout.sizes.line, "atLeast") + indent
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


def headings(layout: Layout) -> list[Style]:
    """Return the report's own headings, those typed inside texts, field labels, prefixes and assessments."""
    made = []
    room = layout.spacing
    for level, (name, points, above) in enumerate(
        zip(names.HEADINGS, layout.sizes.headings, room.headings, strict=True)
    ):
        look = f'{KEEP}{spacing(above, room.after_heading, points * 1.2)}<w:outlineLvl w:val="{level}"/>'
        made.append(
            Style(
                name,
                look,
                fonts(layout.fonts.headings) + BOLD + size(points),
                next="Normal",
                own=False,
                extra="<w:qFormat/>",
            )
        )
    for depth, (name, points) in enumerate(zip(names.TYPED, layout.sizes.typed, strict=True)):
        make_up = BOLD if depth == 0 else ITALIC
        look = KEEP + spacing(14, room.after_heading, points * 1.25)
        made.append(
            Style(
                name, look, fonts(layout.fonts.headings) + make_up + size(points), next="Normal", extra="<w:qFormat/>"
            )
        )
    opening = KEEP + spacing(24, room.after_heading, layout.sizes.opening * 1.2)
    made.append(
        Style(names.OPENING, opening, fonts(layout.fonts.headings) + BOLD + size(layout.sizes.opening), next="Normal")
    )
    label = KEEP + spacing(13, 2, layout.sizes.label * 1.2)
    accent = colour(layout.colours.accent)
    made.append(
        Style(
            names.LABEL,
            label,
            fonts(layout.fonts.headings) + BOLD + accent + size(layout.sizes.label),
            next="Normal",
            extra="<w:qFormat/>",
        )
    )
    prefix = KEEP + spacing(room.headings[2], 2, layout.sizes.prefix * 1.2)
    made.append(
        Style(
            names.PREFIX,
            prefix,
            fonts(layout.fonts.headings) + accent + size(layout.sizes.prefix),
            next="heading 3",
            extra="<w:qFormat/>",
        )
    )
    status = KEEP + spacing(4, 5, layout.sizes.body * 1.3)
    made.append(Style(names.STATUS, status, fonts(layout.fonts.headings) + BOLD, next="Normal", extra="<w:qFormat/>"))
    symbol = fonts(layout.fonts.symbols) + PLAIN
    made.append(Style(names.SYMBOL, "", symbol, based_on="Default Paragraph Font", kind="character"))
    return made


def front(layout: Layout) -> list[Style]:
    """Return the lines of the first page."""
    quiet, small, body = colour(layout.colours.quiet), layout.sizes.small, layout.sizes.body
    role = {key.value: name for key, name in names.ROLES.items()}
    line = spacing(0, 1, body * 1.2)
    return [
        Style(role["document"], KEEP + spacing(0, 3, 16), fonts(layout.fonts.headings) + BOLD + colour(layout.colours.accent) + size(13)),
        Style(role["detail"], line, fonts(layout.fonts.headings) + size(body - 1)),
        Style(role["label"], KEEP + spacing(16, 1, small * 1.2), fonts(layout.fonts.headings) + BOLD + quiet + size(small)),
        Style(role["contact"], line, fonts(layout.fonts.headings) + size(body - 1)),
        Style(
            role["title"], KEEP + spacing(44, 10, layout.sizes.title * 1.15), fonts(layout.fonts.headings) + BOLD + size(layout.sizes.title),
            next="Subtitle", own=False, extra="<w:qFormat/>",
        ),
        Style(
            role["subtitle"], spacing(0, 4, layout.sizes.subtitle * 1.25), fonts(layout.fonts.headings) + quiet + size(layout.sizes.subtitle),
            next="Normal", own=False, extra="<w:qFormat/>",
        ),
        Style(role["signatory"], KEEP + spacing(46, 1, body * 1.2), fonts(layout.fonts.headings) + BOLD + size(body)),
        Style(role["signatory_title"], line, fonts(layout.fonts.headings) + size(body - 1)),
    ]  # fmt: skip


def lists(layout: Layout) -> list[Style]:
    """Return bullets, numbers and appendices."""
    look = spacing(0, 3, layout.sizes.line, "atLeast")
    made = [
        Style(name, f'<w:numPr><w:numId w:val="{number}"/></w:numPr>{look}', own=False, extra="<w:qFormat/>")
        for number, name in enumerate((names.BULLET, names.NUMBER), 1)
    ]
    return [*made, Style(names.APPENDIX, spacing(0, 3, layout.sizes.body * 1.3), fonts(layout.fonts.headings))]


def contents(layout: Layout) -> list[Style]:
    """Return the table of contents."""
    points = layout.sizes.headings[0] - 3
    heading = Style(
        names.CONTENTS_HEADING, KEEP + spacing(36, 10, points * 1.2), fonts(layout.fonts.headings) + BOLD + size(points),
        next="Normal", own=False, extra="<w:qFormat/>",
    )  # fmt: skip
    return [heading, *(entry(layout, depth, name) for depth, name in enumerate(names.CONTENTS))]


def entry(layout: Layout, depth: int, name: str) -> Style:
    """Return the style of one level of the table of contents."""
    edge = centimetres(layout.page.width)
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{edge}"/></w:tabs>'
    # No room is kept at the right: LibreOffice drops a page number that stands beyond the indent.
    indent = f'<w:ind w:left="{twips(INDENT * depth)}" w:right="0"/>'
    points = layout.sizes.body - (0.5 if depth else 0)
    look = tabs + spacing(2 if depth else 8, 0, points * 1.25) + indent
    return Style(
        name, look, fonts(layout.fonts.headings) + ("" if depth else BOLD) + size(points), next="Normal", own=False
    )
