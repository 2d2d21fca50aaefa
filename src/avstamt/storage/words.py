"""Says in Swedish where in a report file something is wrong: "mål 1.2.1, indikator 3, utfall"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_FIELDS = {
    "report": "rapporten",
    "kind": "slag",
    "level": "nivå",
    "year": "år",
    "organisation": "organisation",
    "committee": "nämnd",
    "title": "rubrik",
    "front": "försättssidan",
    "parent": "överordnad",
    "number": "nummer",
    "assessment": "bedömning",
    "wording": "bedömningens ord",
    "description": "beskrivning",
    "expected_result": "förväntat resultat",
    "working_method": "arbetssätt",
    "resource_use": "resursanvändning",
    "follow_up": "uppföljning",
    "development": "utveckling",
    "analysis": "analys",
    "locked": "låst",
    "name": "namn",
    "outcome": "utfall",
    "outcome_men": "utfall män/pojkar",
    "outcome_women": "utfall kvinnor/flickor",
    "previous": "utfall föregående år",
    "forecast": "prognos",
    "target": "årsmål",
    "city_target": "KF:s årsmål",
    "period": "period",
    "periodicity": "periodicitet",
    "direction": "riktning",
    "start": "startdatum",
    "end": "slutdatum",
    "deviation": "avvikelse",
    "unit": "enhet",
    "sign": "tecken",
    "benchmark": "riktvärde",
    "corner": "hörnrubrik",
    "label": "rubrik",
    "role": "roll",
    "group": "grupprubrik",
    "comment": "kommentar",
    "department": "förvaltning",
    "diary_number": "diarienummer",
    "date": "datum",
    "recipient": "mottagare",
    "proposals": "förslag till beslut",
    "phone": "telefon",
    "email": "e-post",
    "text": "text",
    "place": "plats",
    "quote": "citat",
    "content": "innehållets kännetecken",
    "reason": "skäl",
    "author": "skriven av",
    "created": "skapad",
    "rule": "regel",
    "resolved": "avklarad",
    "key": "nyckel",
    "source": "källa",
    "first": "första rad",
    "last": "sista rad",
    "bold": "fetstil",
    "italic": "kursiv",
    "link": "länk",
    "figure": "talhänvisning",
    "mark": "listtecken",
    "header": "tabellhuvud",
    "format": "format",
    "program": "program",
    "holds_goals": "målens plats",
    "unplaced": "oplacerad",
    "id": "id",
}

_MEMBERS = {
    "goals": ("mål", "målen"),
    "sections": ("avsnitt", "avsnitten"),
    "indicators": ("indikator", "indikatorerna"),
    "activities": ("aktivitet", "aktiviteterna"),
    "tables": ("tabell", "tabellerna"),
    "columns": ("kolumn", "kolumnerna"),
    "rows": ("rad", "raderna"),
    "cells": ("cell", "cellerna"),
    "blocks": ("stycke", "styckena"),
    "runs": ("textdel", "textdelarna"),
    "waivers": ("undantag", "undantagen"),
    "comments": ("kommentar", "kommentarerna"),
    "replies": ("svar", "svaren"),
    "marks": ("markering", "markeringarna"),
    "provenance": ("källhänvisning", "källhänvisningarna"),
    "officers": ("handläggare", "handläggarna"),
    "signatories": ("undertecknare", "undertecknarna"),
    "appendices": ("bilaga", "bilagorna"),
}
"""One and all of the parts that stand in a list."""


def place_in_words(steps: Sequence[int | str], data: Any) -> str:
    """Return the way to a part in words; `steps` are field names and positions, `data` what the file holds.

    Steps that are neither (pydantic's tag of a block's kind) are passed over; a name that is not ours stands as it is.
    """
    first, *rest = list(_words(steps, data)) or [""]
    return ", ".join(rest if rest and first == _FIELDS["report"] else (first, *rest))


def _words(steps: Sequence[int | str], here: Any) -> Iterator[str]:
    one = "del"
    for position, step in enumerate(steps):
        last = position == len(steps) - 1
        if isinstance(step, int):
            here = _inside(here, step)
            yield f"{one} {_name(here) or step + 1}"
            one = "cell"  # a row of a simple table is a list of cells
        elif isinstance(here, Mapping) and (step in here or last):
            here = _inside(here, step)
            one, every = _MEMBERS.get(step, ("del", ""))
            if last or not every:
                yield every or _FIELDS.get(step, f"’{step}’")


def _inside(here: Any, step: int | str) -> Any:
    try:
        return here[step]
    except (LookupError, TypeError):
        return None


def _name(part: Any) -> str:
    """Return what a goal or section is known by: its number, else its title in quotes; nothing for other parts."""
    if not isinstance(part, Mapping) or "runs" in part or "cells" in part:
        return ""
    number, title = part.get("number"), part.get("title")
    if isinstance(number, str) and number.strip():
        return number.strip().rstrip(".")
    return f"’{title.strip()[:60]}’" if isinstance(title, str) and title.strip() else ""
