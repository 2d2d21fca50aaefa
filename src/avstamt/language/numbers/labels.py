"""The words before digits that tell that they name something instead of counting it."""

from __future__ import annotations

from avstamt.language.numbers.model import AsideKind
from avstamt.language.words import word_set

GOAL_LABELS = frozenset(
    {"mål", "målen", "delmål", "delmålen", "nämndmål", "enhetsmål", "verksamhetsmål", "inriktningsmål"}
)
"""Words that a goal's number stands behind ("mål 3.6"), or else a number of goals."""

_REFERENCES = word_set("""
    bilaga bilagan bilagor bilagorna tertial tertialen tertialrapport tertialrapporten tertiärrapport kvartal kvartalet
    halvår halvåret punkt punkten punkter punkterna kapitel avsnitt tabell figur diagram nr nummer steg fas nivå etapp
    modul del version linje kategori zon block kod åk årskurs årskurserna klass årskursen vecka veckorna veckan v dag
    dagarna artikel paragraf fråga alternativ år-kurs typ linjen spår t vb vp delår delårsrapport
""")

LABELS: dict[str, AsideKind] = (
    dict.fromkeys(_REFERENCES, AsideKind.REFERENCE)
    | dict.fromkeys(GOAL_LABELS, AsideKind.REFERENCE)
    | dict.fromkeys(("sid", "sida", "sidan", "sidorna", "s"), AsideKind.PAGE)
    | dict.fromkeys(("dnr", "diarienr", "diarienummer", "ärendenr", "ärendenummer"), AsideKind.RECORD)
    | dict.fromkeys(("box", "postbox", "rum", "sal", "hus", "våning"), AsideKind.ADDRESS)
    | dict.fromkeys(("tel", "telefon", "mobil", "fax", "telefonnummer"), AsideKind.TELEPHONE)
    | dict.fromkeys(("kap", "lag", "sfs", "prop", "sou", "ds", "förordning", "afs", "sosfs"), AsideKind.LAW)
)
"""What the digits behind a word are."""

TIME_WORDS = frozenset({"kl", "klockan", "kl."})
"""Words before a time of day."""

NAME_LABELS = frozenset({"agenda", "windows", "office", "vision", "horizon", "word", "excel", "iso", "sfi", "kurs"})
"""Names that end in digits; they count as names with a capital only."""

ADDRESS_ENDINGS = (
    "vägen",
    "gatan",
    "gata",
    "torget",
    "torg",
    "backen",
    "stigen",
    "gränd",
    "väg",
    "allé",
    "allén",
    "plan",
)
"""How the names of streets and squares end."""

AGE_WORDS = word_set(
    """
    över under från till fyllda fyllt ålder åldern åldrarna åldersgruppen barn ungdomar unga flickor pojkar män kvinnor
    personer elever vuxna mellan
    """
)
"""Words before a number of years that make it an age."""
