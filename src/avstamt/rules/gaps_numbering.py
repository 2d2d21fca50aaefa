"""Points of the proposed decisions whose typed numbers skip one, or give one twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from avstamt.domain.finding import Evidence
from avstamt.domain.place import Place
from avstamt.domain.text import ListItem, ListKind, RichText, TextTable, block_text
from avstamt.rules.model import Observation, found

_TYPED = re.compile(r"\s*(?P<number>\d{1,2})(?P<mark>[.)])\s+(?=\S)")
_PLACE = Place.of("front", "proposals", "blocks")
_QUOTED = 80


def misnumbered(proposals: RichText) -> Iterator[Observation]:
    """Yield each point whose typed number does not follow on that of the point before it; a list counts its own.

    What is numbered with another mark ("1)" below "1.") is counted on its own, and what stands between two points may be
    the one that lacks its number.
    """
    last, before, broken, mark = 0, None, False, ""
    for block in proposals.blocks:
        if isinstance(block, TextTable):
            continue
        text = block_text(block)
        if isinstance(block, ListItem):
            counted = block.mark is ListKind.NUMBER and block.level == 0
            last, broken = (1 if broken else last + 1, False) if counted else (last, broken)
        elif (match := _TYPED.match(text)) and mark in ("", match["mark"]):
            number, mark = int(match["number"]), match["mark"]
            if number != last + 1 and not (broken and (number == 1 or number > last)):
                yield _out_of_order(last, number, before, _quoted(block.id, text, match.end("number")))
            counted, last, broken = True, number, False
        else:
            counted, broken = False, broken or match is None
        before = _quoted(block.id, text, 0) if counted else before


def _quoted(block: str, text: str, end: int) -> Evidence:
    """Return the beginning of a point, or no more than its number."""
    stop = end or (len(text) if len(text) <= _QUOTED else text.rfind(" ", 0, _QUOTED))
    stop = stop if stop > 0 else _QUOTED
    return Evidence((_PLACE / block).at(0, stop), text[:stop])


def _out_of_order(last: int, number: int, before: Evidence | None, own: Evidence) -> Observation:
    if number == last:
        told = f"Två punkter i förslaget till beslut har nummer {number}."
    elif number > last:
        missing = str(last + 1) if number == last + 2 else f"{last + 1}–{number - 1}"
        start = f"går från punkt {last} till punkt {number}" if last else f"börjar med punkt {number}"
        told = f"Förslaget till beslut {start}; punkt {missing} saknas."
    else:
        told = f"Punkt {number} i förslaget till beslut står efter punkt {last}."
    return found(
        own.place,
        told,
        own,
        *((before,) if before else ()),
        advice="Numrera om punkterna, eller lägg till den som saknas.",
    )
