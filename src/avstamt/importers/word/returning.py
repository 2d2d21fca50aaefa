"""What a colleague did in Word: the report with the changes made, the comments, and the words that fit nowhere."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from avstamt.domain.goal import GOAL_TEXTS
from avstamt.domain.naming import place_name
from avstamt.domain.place import Place, PlaceError, ValueRefused, value_at, with_value
from avstamt.domain.printed import PART_NAMESPACE, Printed, PrintedField, fingerprint_of_value
from avstamt.domain.report import Report
from avstamt.domain.review import ReviewComment
from avstamt.domain.text import EMPTY_TEXT, RichText
from avstamt.importers.model import ImportRefused
from avstamt.importers.word.fields import Fields, Loose, Sorter
from avstamt.importers.word.homes import Names
from avstamt.importers.word.package import Package, open_package
from avstamt.importers.word.pieces import ReadPaper, ReadParagraph
from avstamt.importers.word.rows import parts_gone, with_new_rows
from avstamt.importers.word.texts import new_text, places_of
from avstamt.importers.word.threads import comments_at
from avstamt.importers.word.tracking import Hand
from avstamt.importers.word.values import typed
from avstamt.importers.word.walking import read_paper

_LARGEST_BASE = 100_000_000


@dataclass(frozen=True)
class WordReturn:
    """A document of ours as it came back, before it is held against its report.

    `base` is the report as a file, as it was when the document was written.
    """

    name: str
    base: bytes
    printed: Printed
    paper: ReadPaper


@dataclass(frozen=True)
class Returned:
    """What came back: the report with a colleague's changes, her comments, words in no field, and fields not found.

    `paragraphs` gives for each place the paragraphs of the document it is read from, by their numbers there. `gone` are
    the parts of which nothing is left; the report still has them. `hands` tells who changed a field, added a part or
    took one away, where changes were tracked.
    """

    report: Report
    comments: tuple[ReviewComment, ...]
    loose: tuple[Loose, ...]
    missing: tuple[Place, ...]
    paragraphs: Mapping[Place, tuple[int, ...]]
    gone: tuple[Place, ...] = ()
    hands: Mapping[Place, frozenset[Hand]] = field(default_factory=dict)

    @property
    def missing_alone(self) -> tuple[Place, ...]:
        """Return the fields that are not in the document, of parts that are."""
        return tuple(place for place in self.missing if not any(place.is_within(part) for part in self.gone))


def read_return(path: Path) -> WordReturn:
    """Read a Word document that we wrote; raises ImportRefused."""
    came = return_in(open_package(path))
    if came is None:
        raise ImportRefused(
            f"Filen {path.name} är inte skriven av Avstämt, eller har gjorts om av ett annat program. "
            "Öppna det som en egen rapport och se vad som skiljer med Jämför, eller be om ändringarna i ett nytt "
            "dokument från Avstämt."
        )
    return came


def return_in(package: Package) -> WordReturn | None:
    """Return the document of ours that a Word file is, or None where another wrote it; raises ImportRefused."""
    root = next((part for part in package.parts.values() if part.tag == f"{{{PART_NAMESPACE}}}printed"), None)
    if root is None:
        return None
    try:
        packed = base64.b64decode("".join(root.itertext()))
        printed = Printed.model_validate_json(zlib.decompressobj().decompress(packed, _LARGEST_BASE))
        base = base64.b64decode(printed.base)
    except (ValueError, zlib.error) as error:  # of base 64, of characters, of the model
        raise ImportRefused(
            f"Filen {package.name} har förlorat uppgifterna om vilken rapport den hör till. Be om en ny kopia."
        ) from error
    return WordReturn(package.name, base, printed, read_paper(package))


def returned(came: WordReturn, base: Report) -> Returned:
    """Hold a document against the report it was written from, and return what a colleague changed."""
    printed = {field.place: field for field in came.printed.fields}
    names = _names(base, printed)
    fields = Sorter(names, came.printed.others).sort(came.paper.pieces)
    report = base
    for place, known in printed.items():
        report = _changed(report, place, known, fields)
    for place in fields.texts.keys() - printed.keys():
        report = _changed(report, place, PrintedField(place=place), fields)
    missing = tuple(place for place in printed if place not in fields.values and place not in fields.texts)
    places = list(places_of(fields, report))
    comments = comments_at(came.paper, places)
    gone = parts_gone(base, tuple(printed), missing)
    loose = tuple(fields.loose)
    report, hands = with_new_rows(report, fields.rows)
    hands |= fields.hands() | _who_took(gone, printed, came.paper)
    return Returned(report, comments, loose, missing, _by_place(places), gone, hands)


def _who_took(gone: Sequence[Place], printed: Iterable[Place], paper: ReadPaper) -> dict[Place, frozenset[Hand]]:
    """Return who deleted the rows of parts that are gone."""
    made: dict[Place, frozenset[Hand]] = {}
    for place in printed if paper.rows_gone else ():
        for part in (part for part in gone if place.is_within(part)):
            made[part] = made.get(part, frozenset()) | paper.rows_gone.get(place.tag, frozenset())
    return made


def _by_place(places: Sequence[tuple[ReadParagraph, Place]]) -> dict[Place, tuple[int, ...]]:
    found: dict[Place, tuple[int, ...]] = {}
    for paragraph, place in places:
        whole = place.parent.parent if place.path[-2:-1] == ("blocks",) else place
        for each in {place, whole}:
            found[each] = (*found.get(each, ()), paragraph.number)
    return found


def _names(base: Report, printed: dict[Place, PrintedField]) -> Names:
    texts = {place.tag: place for place in _text_places(base)}
    values = {place.tag: place for place in printed if place.tag not in texts}
    return Names(values, texts)


def _text_places(report: Report) -> Iterator[Place]:
    """Yield every place of a report that holds rich text, or may hold it."""
    if report.front is not None:
        yield Place.of("front", "proposals")
    for goal in report.goals:
        here = Place.of("goals", goal.id)
        yield from (here / name for name in GOAL_TEXTS)
        yield from (here / "indicators" / node.id / "analysis" for node in goal.indicators)
        yield from (here / "activities" / node.id / "analysis" for node in goal.activities)
    for section in report.sections:
        here = Place.of("sections", section.id)
        yield here / "text"
        yield from (here / "tables" / table.id / "comment" for table in section.tables)


def _changed(report: Report, place: Place, field: PrintedField, fields: Fields) -> Report:
    """Return the report with what stands in one field of the document."""
    try:
        before = value_at(report, place)
        after = _after(before, place, field, fields)
        if after is before:
            return report
        if place.name == "assessment":  # a wording of its own was that of the old assessment
            report = with_value(report, place.parent / "wording", "")
        return with_value(report, place, after)
    except (PlaceError, ValueRefused):
        return report


def _after(before: Any, place: Place, field: PrintedField, fields: Fields) -> Any:
    if place in fields.texts:
        text = before if isinstance(before, RichText) else EMPTY_TEXT
        made = new_text(text, field.blocks, fields.texts[place], look_lost=not fields.has_controls)
        return before if made == text else made
    if place in fields.values:
        words, _paragraph = fields.values[place]
        if [fingerprint_of_value(words)] == [block.mark for block in field.blocks]:
            return before
        meant = typed(before, place, words)
        if place.name == "assessment" and not words.strip():
            return None
        if meant is None:
            fields.loose.append(Loose(words.strip(), place))
        return before if meant is None else meant
    return before


def told_loose(report: Report, loose: Loose) -> str:
    """Return the words that stand in no field as a sentence that says where they stand."""
    where = "i början av dokumentet" if loose.after is None else f"efter {_called(report, loose.after)}"
    return f"Text som inte hör till något fält, {where}: ”{loose.words}”. Klistra in den där den hör hemma."


def told_missing(report: Report, place: Place) -> str:
    """Return that a field is not in the document any more as a sentence."""
    return f"Fältet {_called(report, place)} finns inte kvar i dokumentet. Rapportens text står kvar."


def told_gone(report: Report, place: Place) -> str:
    """Return that a whole part is not in the document any more as a sentence."""
    return f"”{_called(report, place)}” finns inte kvar i dokumentet. Rapportens text står kvar."


def _called(report: Report, place: Place) -> str:
    name = place_name(report, place)
    part = name.parts[-1] if name.parts else "rapporten"
    return f"”{name.field}” i {part}" if name.field else part
