"""The ids of the named styles in a styles document, and what is said when some are missing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from avstamt.export.refused import ExportRefused
from avstamt.export.wordml.names import COMMENTS, LINK, REQUIRED, SYMBOL, TABLE
from avstamt.export.wordml.xml import Element, name

_CALLED = {"paragraph": "styckeformatmall", "character": "teckenformatmall", "table": "tabellformatmall"}


def _kind(required: str) -> str:
    """Return what kind of style a name must be of."""
    if required == TABLE:
        return "table"
    return "character" if required in {LINK, SYMBOL, COMMENTS[1]} else "paragraph"


def style_ids(styles: Element, source: Path) -> Mapping[str, str]:
    """Return the style id of each required name; raises ExportRefused that lists the missing ones."""
    known: dict[str, str] = {}
    kinds: dict[str, str] = {}
    for style in styles.findall(name("style")):
        called = style.find(name("name"))
        if called is not None:
            known[called.get(name("val"), "").lower()] = style.get(name("styleId"), "")
            kinds[called.get(name("val"), "").lower()] = style.get(name("type"), "paragraph")
    missing = [required for required in REQUIRED if required.lower() not in known]
    if missing:
        listed = ", ".join(f"”{style}”" for style in missing)
        raise ExportRefused(
            f"Formatmallsdokumentet {source} saknar formatmallarna {listed}. Lägg till dem, eller ange ett annat dokument."
        )
    wrong = [
        f"”{required}” ska vara en {_CALLED[_kind(required)]}"
        for required in REQUIRED
        if kinds[required.lower()] != _kind(required)
    ]
    if wrong:
        raise ExportRefused(f"I formatmallsdokumentet {source} är formatmallar av fel slag: {', '.join(wrong)}.")
    return {required: known[required.lower()] for required in REQUIRED}
