"""The shipped styles document in an organisation's own fonts, colours and margins.

A styles document of the organisation's own is its designer's word, and is left as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from avstamt.export.layout import Layout, shipped_layout
from avstamt.export.wordml.xml import Element, name

if TYPE_CHECKING:
    from docx.document import Document

_FONTS = tuple(name(side) for side in ("ascii", "hAnsi", "eastAsia", "cs"))
_COLOURS = ("text", "quiet", "accent", "table_head", "rule")
_TWIPS_IN_CENTIMETRE = 1440 / 2.54


def dress(document: Document, layout: Layout) -> None:
    """Give the shipped styles document what the layout has otherwise; nothing where it has a document of its own."""
    shipped = shipped_layout()
    if layout.has_own_styles or _looks(layout) == _looks(shipped):
        return
    styles: Element = document.styles.element
    _set_fonts(styles, layout, shipped)
    _set_colours(styles, layout, shipped)
    _set_measures(styles, layout, shipped)
    _set_margins(document, layout)


def _looks(layout: Layout) -> tuple[object, ...]:
    return layout.fonts, layout.colours, layout.page


def _set_fonts(styles: Element, layout: Layout, shipped: Layout) -> None:
    pairs = ((shipped.fonts.headings, layout.fonts.headings), (shipped.fonts.body, layout.fonts.body))
    other = {before[0]: after[0] for before, after in pairs}
    for fonts in styles.iter(name("rFonts")):
        for side in _FONTS:
            fonts.set(side, other.get(fonts.get(side, ""), fonts.get(side, "")))


def _set_colours(styles: Element, layout: Layout, shipped: Layout) -> None:
    """Replace each colour of the shipped layout, as a colour of text and as one of rules."""
    other = {
        getattr(shipped.colours, one).lstrip("#").upper(): getattr(layout.colours, one).lstrip("#") for one in _COLOURS
    }
    for node in styles.iter():
        for attribute in (name("val") if node.tag == name("color") else "", name("color"), name("fill")):
            if attribute and (new := other.get(node.get(attribute, "").upper())):
                node.set(attribute, new)


def _set_measures(styles: Element, layout: Layout, shipped: Layout) -> None:
    """Move the tabs at the right edge, and the place where running text ends, to the page's own."""
    edges = {_twips(shipped.page.width): _twips(layout.page.width)}
    ends = {_twips(shipped.page.text_indent_right): _twips(layout.page.text_indent_right)}
    for tab in styles.iter(name("tab")):
        tab.set(name("pos"), edges.get(tab.get(name("pos"), ""), tab.get(name("pos"), "")))
    for indent in styles.iter(name("ind")):
        if (right := indent.get(name("right"))) is not None:
            indent.set(name("right"), ends.get(right, right))


def _set_margins(document: Document, layout: Layout) -> None:
    from docx.shared import Cm

    section, page = document.sections[0], layout.page
    section.top_margin, section.bottom_margin = Cm(page.top), Cm(page.bottom)
    section.left_margin, section.right_margin = Cm(page.left), Cm(page.right)
    section.header_distance, section.footer_distance = Cm(page.head), Cm(page.foot)


def _twips(centimetres: float) -> str:
    return str(round(centimetres * _TWIPS_IN_CENTIMETRE))
