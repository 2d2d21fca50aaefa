"""The named styles that a styles document must hold; the built-in ones under the names that Word stores."""

from __future__ import annotations

from avstamt.export.paper.items import Role

BODY = "Normal"
HEADINGS = tuple(f"heading {level}" for level in range(1, 10))
TYPED = tuple(f"Underrubrik {depth}" for depth in range(1, 5))
OPENING = "Inledande rubrik"
LABEL = "Fältrubrik"
PREFIX = "Målprefix"
STATUS = "Bedömning"
SYMBOL = "Bedömningstecken"
BULLET = "List Bullet"
NUMBER = "List Number"
APPENDIX = "Bilaga"
TABLE = "Tabell"
TABLE_TITLE = "Tabellrubrik"
TABLE_HEAD = "Tabellhuvud"
TABLE_TEXT = "Tabelltext"
TABLE_FIGURE = "Tabelltal"
TABLE_NOTE = "Tabellanalys"
TABLE_NOTE_LABEL = "Tabellanalys rubrik"
TABLE_GAP = "Tabellavstånd"
CONTENTS_HEADING = "TOC Heading"
CONTENTS = tuple(f"toc {level}" for level in range(1, 4))
HEADER = "header"
FOOTER = "footer"
LINK = "Hyperlink"

ROLES = {
    Role.DOCUMENT: "Dokumentslag",
    Role.DETAIL: "Dokumentuppgift",
    Role.LABEL: "Etikett",
    Role.CONTACT: "Kontaktuppgift",
    Role.TITLE: "Title",
    Role.SUBTITLE: "Subtitle",
    Role.SIGNATORY: "Underskrift",
    Role.SIGNATORY_TITLE: "Befattning",
}

COMMENTS = ("annotation text", "annotation reference")
"""What Word needs to show review comments."""

REQUIRED = (
    BODY,
    *HEADINGS,
    *TYPED,
    OPENING,
    LABEL,
    PREFIX,
    STATUS,
    SYMBOL,
    BULLET,
    NUMBER,
    APPENDIX,
    TABLE,
    TABLE_TITLE,
    TABLE_HEAD,
    TABLE_TEXT,
    TABLE_FIGURE,
    TABLE_NOTE,
    TABLE_NOTE_LABEL,
    TABLE_GAP,
    CONTENTS_HEADING,
    *CONTENTS,
    HEADER,
    FOOTER,
    LINK,
    *ROLES.values(),
    *COMMENTS,
)
