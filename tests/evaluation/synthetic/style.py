"""How a report is set and what extraction leaves of it: the layouts seen in real files, and mixtures in their spirit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

SIDES = (
    "Tjänsteutlåtande",
    "Sid {page} ({pages})",
    "start.stockholm",
    "Box 490",
    "08-508 33 303",
    "Norrmalms stadsdelsförvaltning",
)


@dataclass(frozen=True)
class Style:
    """One way to set and to lose. Widths are in thousandths of the type's size.

    `doubled`: a blank line after every line; `blank_end`: lines end with a blank, paragraphs too unless `marked`.
    `tells_blanks`: empty cells leave blanks. `icons`: what stands before a row. `heads`: how column heads break.
    `gaps`: a blank line stands around headings, and between paragraphs where `apart`.
    """

    name: str
    wrapped: bool = True
    measure: int = 37800
    sans: bool = False
    doubled: bool = False
    blank_end: bool = True
    marked: bool = False
    gaps: bool = True
    apart: bool = False
    tabs: bool = False
    tab_as: str = "\t"
    tells_blanks: bool = True
    keeps_lead: bool = True
    icons: str = "lines"
    heads: str = "broken"
    name_width: int = 11000
    wraps_cells: float = 0.2
    own_line: float = 0.0
    prefix_apart: bool = True
    area_prefix: str = "KF:s mål för verksamhetsområdet:"
    committee_prefix: str = "Nämndmål:"
    unit_prefix: str = "Enhetsmål:"
    previous: str = "Utfall VB {previous}"
    sexes: bool = True
    cover: bool = False
    number_stop: bool = False
    status: str = " "
    bullet: str = "\uf0b7 "
    contents: str = ""
    sides: tuple[str, ...] = ()
    page: int = 34
    break_lead: bool = True
    head_again: float = 0.1
    analysis_apart: bool = True
    line_end: str = "\n"
    form_feed: bool = False
    minus: str = "-"
    hard_blanks: bool = False
    ligatures: bool = False
    hyphen: str = ""
    blanks: str = "keep"


A = Style("A", doubled=True, name_width=10500, wraps_cells=0.3)
B = Style(
    "B", marked=True, apart=True, tells_blanks=False, icons="blank", heads="line", name_width=33000, own_line=0.6,
    wraps_cells=0.5, status="",
)  # fmt: skip
C = Style(
    "C", wrapped=False, blank_end=False, apart=True, tabs=True, icons="glyph", prefix_apart=False, status="glyph", bullet="- ",
    contents="tab", sides=SIDES[2:3], page=60, heads="line",
)  # fmt: skip
D = Style("D", doubled=True, prefix_apart=False, number_stop=True, heads="some", name_width=11500, wraps_cells=0.15)
D3 = replace(D, name="D3", doubled=False)
BASES = (A, B, C, D, D3)

VARIANTS: tuple[Style, ...] = (
    replace(A, name="A-sidor", sides=SIDES, break_lead=False, contents="dots"),
    replace(A, name="A-fönster", line_end="\r\n", minus="\u2212", hard_blanks=True),
    replace(A, name="A-smal", previous="Periodens utfall VB {previous}", sexes=False, blank_end=False, icons="none", sides=SIDES[:2], break_lead=False, keeps_lead=False),
    replace(B, name="B-sidor", sides=SIDES, break_lead=False, contents="dots", tells_blanks=True),
    replace(B, name="B-tät", unit_prefix="Åtagande:", cover=True, blanks="none", bullet="• ", committee_prefix="Nämndens mål:", sans=True, measure=44000),
    replace(C, name="C-blanksteg", tab_as="    ", contents="dots"),
    replace(C, name="C-sidor", sexes=False, cover=True, sides=SIDES[:2], contents="", status=" ", icons="blank", blanks="double", line_end="\r\n"),
    replace(C, name="C-tät", contents="tab", blanks="none", status="", icons="none", area_prefix="KF:s mål för verksamhetsområde:"),
    replace(D, name="D-sidor", cover=True, unit_prefix="Enhetens mål:", sides=SIDES[:2], break_lead=False, contents="dots", form_feed=True, ligatures=True),
    replace(D3, name="D3-fönster", line_end="\r\n", bullet="- ", contents="line", sides=SIDES[:2], break_lead=False),
    replace(D3, name="D3-delat", hyphen="\u00ad", sans=True, measure=46000, blanks="double"),
    replace(D3, name="D3-rent", blank_end=False, icons="none", head_again=0.0, apart=True, heads="line", status=""),
)  # fmt: skip


def style_of(name: str) -> Style:
    """Return the layout with this name."""
    return next(style for style in BASES + VARIANTS if style.name == name)


def any_style(rng: Random) -> Style:
    """Return one of the layouts."""
    return rng.choice(BASES + VARIANTS)


def mixed(number: int) -> Style:
    """Return a layout that mixes the marks of two; the same number gives the same."""
    rng = Random(number)  # noqa: S311 - a repeatable layout, no secret
    first, second = rng.sample(BASES + VARIANTS, 2)
    taken = {name: getattr(second, name) for name in _FREE if rng.random() < 0.5}
    if first.wrapped:
        taken |= {"sides": second.sides or first.sides, "bullet": rng.choice(BULLETS)}
    return replace(first, **taken, name=f"{first.name}+{second.name}-{number}")


_FREE = (
    "area_prefix", "committee_prefix", "number_stop", "status", "contents", "line_end", "minus", "hard_blanks", "prefix_apart",
    "form_feed", "unit_prefix", "previous", "sexes", "cover",
)  # fmt: skip
BULLETS = ("\uf0b7 ", "• ", "- ", "– ", "\u00b7 ", "o ", "* ", "\uf0a7 ")
"""Marks of a layout that go with any other."""
