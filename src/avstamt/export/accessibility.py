"""Whether everyone can read the paper: what is left for the writer to do before it is published.

Headings, tables, language and reading order are right by construction; only what the writer has typed, and a layout of
the organisation's own, can bar someone. Source: EN 301 549 and the law (2018:1937) on digital public service.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from avstamt.colours import contrast
from avstamt.domain.place import ROOT, Place
from avstamt.export.layout import Layout
from avstamt.export.paper.items import (
    FieldLabel,
    Heading,
    Item,
    ListItem,
    Outline,
    PageBreak,
    Paragraph,
    Row,
    Run,
    StatusLine,
    Table,
    TableKind,
)

_VAGUE = frozenset(
    {"här", "klicka här", "länk", "länken", "läs mer", "mer", "mer information", "se här", "denna länk", "sidan"}
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_TYPED_MARK = re.compile(r"^(?:[-–•*·]\s|\d{1,2}[.)]\s)")
_SHORT_HEADING = 80
_LETTERS_OF_CAPITALS = 25
_TEXT_CONTRAST = 4.5
_WHITE = "#FFFFFF"
_READ_COLOURS = {"text": "brödtext", "quiet": "sidhuvud och tabellhuvud", "accent": "rubriker och länkar"}


@dataclass(frozen=True, slots=True)
class Barrier:
    """Something that bars a reader: where it stands, and a sentence that says what to do about it."""

    place: Place
    sentence: str


def barriers(paper: Outline, layout: Layout) -> tuple[Barrier, ...]:
    """Return what is left to do before everyone can read the paper, in its order."""
    return (*_of_layout(layout), *_of_items(paper.items))


def _of_items(items: tuple[Item, ...]) -> Iterator[Barrier]:
    for item, after in pairwise((*items, None)):
        if isinstance(item, Heading) and item.typed and _is_left_empty(item, after):
            yield Barrier(
                item.place, f"Under rubriken ”{item.text}” står ingen text. Skriv den, eller ta bort rubriken."
            )
        elif isinstance(item, Paragraph | ListItem):
            yield from _of_text(item)
        elif isinstance(item, Table):
            yield from _of_table(item)


def _is_left_empty(item: Heading, after: Item | None) -> bool:
    if isinstance(after, Heading):
        return after.level <= item.level
    return after is None or isinstance(after, FieldLabel | StatusLine | PageBreak)


def _of_text(item: Paragraph | ListItem) -> Iterator[Barrier]:
    text = "".join(run.text for run in item.runs).strip()
    yield from _of_links(item.runs, item.place)
    if isinstance(item, ListItem) or item.lead:
        return
    if (
        text
        and all(run.bold for run in item.runs if run.text.strip())
        and len(text) < _SHORT_HEADING
        and text[-1] not in ".:!?"
    ):
        yield Barrier(
            item.place,
            f"”{text}” ser ut som en rubrik men är fet text. Gör den till en underrubrik, så hittas den av skärmläsare.",
        )
    if _TYPED_MARK.match(text):
        yield Barrier(
            item.place, f"Raden ”{_cut(text)}” börjar med ett skrivet tecken. Gör den till en punkt i en lista."
        )
    if len(text) >= _LETTERS_OF_CAPITALS and text == text.upper() and text != text.lower():
        yield Barrier(
            item.place,
            f"”{_cut(text)}” är skrivet med bara versaler, som är svåra att läsa och läses upp bokstav för bokstav.",
        )


def _of_links(runs: tuple[Run, ...], place: Place) -> Iterator[Barrier]:
    for run in runs:
        words = run.text.strip()
        if run.link and words.lower().strip(".") in _VAGUE:
            yield Barrier(place, f"Länken ”{words}” säger inte vart den leder. Låt länktexten vara sidans namn.")
        elif run.link and _ADDRESS.fullmatch(words):
            yield Barrier(
                place, f"Länken är utskriven som en adress, ”{_cut(words)}”. Låt länktexten vara sidans namn."
            )


def _of_table(table: Table) -> Iterator[Barrier]:
    for row in table.rows:
        yield from _of_note(row)
    if table.kind is TableKind.TEXT:
        if len(table.columns) == 1 or len(table.rows) + len(table.head) == 1:
            yield Barrier(
                table.place,
                "En tabell med en enda rad eller kolumn läses upp som en tabell. Skriv den som text eller som en lista.",
            )
        elif not table.head:
            yield Barrier(
                table.place,
                "Tabellen i texten saknar rubrikrad, så en skärmläsare kan inte säga vad cellerna är. Ange att första raden är rubriker.",
            )
        elif any(not cell.text for cell in table.head[0]):
            yield Barrier(table.place, "En kolumn i tabellen i texten saknar rubrik.")
    elif table.kind is TableKind.ECONOMY and any(not cell.text for row in table.head for cell in row[1:]):
        yield Barrier(
            table.place,
            "En kolumn i tabellen saknar rubrik."
            if not table.title
            else f"En kolumn i tabellen ”{table.title}” saknar rubrik.",
        )


def _of_note(row: Row) -> Iterator[Barrier]:
    for item in row.note.items if row.note else ():
        if isinstance(item, Table):
            yield from _of_table(item)
        else:
            yield from _of_text(item)


def _of_layout(layout: Layout) -> Iterator[Barrier]:
    if layout.logotype_path is not None and not layout.sender.logotype_text.strip():
        yield Barrier(ROOT, "Logotypen saknar alternativtext. Skriv den på raden logotype_text i layouten.")
    for name, what in _READ_COLOURS.items():
        colour = getattr(layout.colours, name)
        if contrast(colour, _WHITE) < _TEXT_CONTRAST:
            yield Barrier(
                ROOT, f"Färgen {colour} för {what} har för svag kontrast mot vitt papper. Välj en mörkare i layouten."
            )


def _cut(text: str) -> str:
    return text if len(text) <= _SHORT_HEADING else f"{text[: _SHORT_HEADING - 1].rstrip()}…"
