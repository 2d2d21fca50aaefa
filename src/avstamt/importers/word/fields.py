"""Gives every piece of a document that came back to the field it belongs to; what belongs to none is kept aside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from avstamt.domain.place import Place
from avstamt.domain.printed import fingerprint_of_value
from avstamt.importers.word.homes import Homes, Names, Shape
from avstamt.importers.word.pieces import Piece, ReadCell, ReadParagraph, ReadTable, all_paragraphs
from avstamt.importers.word.rows import NewRow
from avstamt.importers.word.tracking import Hand

_LABEL = "l"


@dataclass(frozen=True, slots=True)
class Loose:
    """Words that stand in no field: what they are, and the field they stand after."""

    words: str
    after: Place | None


@dataclass
class Fields:
    """What a document says in each field."""

    texts: dict[Place, list[Piece]] = field(default_factory=dict)
    values: dict[Place, tuple[str, ReadParagraph]] = field(default_factory=dict)
    loose: list[Loose] = field(default_factory=list)
    rows: list[NewRow] = field(default_factory=list)
    has_controls: bool = False
    """Whether any control kept its name; LibreOffice drops the names and keeps the bookmarks."""

    def hands(self) -> dict[Place, frozenset[Hand]]:
        """Return who has changed each field with changes tracked; an assessment's wording changes with it."""
        found = {place: paragraph.hands for place, (_words, paragraph) in self.values.items()}
        found |= {place.parent / "wording": hands for place, hands in found.items() if place.name == "assessment"}
        for place, pieces in self.texts.items():
            found[place] = frozenset(hand for line in all_paragraphs(pieces) for hand in line.hands)
        return {place: hands for place, hands in found.items() if hands}


class Sorter:
    """Goes through a document in order and sorts its pieces into fields."""

    def __init__(self, names: Names, others: frozenset[str]) -> None:
        self._names = names
        self._others = others
        self._homes = Homes(names)
        self._made = Fields()
        self._current: Place | None = None
        self._last: Place | None = None
        self._open: Place | None = None

    def sort(self, pieces: Sequence[Piece]) -> Fields:
        """Return the fields of a whole document."""
        self._homes = Homes.of(pieces, self._names)
        self._take(pieces)
        return self._made

    def _take(self, pieces: Sequence[Piece]) -> None:
        for piece in pieces:
            text = self._text_of(piece)
            if text is not None:
                self._made.texts.setdefault(text, []).append(piece)
                self._current = self._last = text
            elif isinstance(piece, ReadParagraph):
                self._paragraph(piece)
            else:
                self._table(piece)

    def _text_of(self, piece: Piece) -> Place | None:
        """Return the rich text that a piece stands in by its control, or by a bookmark that is still open."""
        for tag in reversed(piece.inside):
            if tag in self._names.texts:
                self._made.has_controls = True
                return self._names.texts[tag]
        paragraphs = list(all_paragraphs((piece,)))
        starts = {tag for paragraph in paragraphs for tag in paragraph.starts}
        opened = next((self._names.texts[tag] for tag in starts if tag in self._names.texts), None)
        if isinstance(piece, ReadTable) and opened is not None and not paragraphs[0].starts:
            opened = None  # a table of ours, with an Analys in one of its rows
        if opened is not None and self._open is None:
            self._open = opened
        elif any(self._is_other(tag) for tag in starts):  # the end of the text was deleted with its last words
            self._open = None
        here = self._open
        if here is not None and any(here.tag in paragraph.ends for paragraph in paragraphs):
            self._open = None
        return here

    def _is_other(self, tag: str) -> bool:
        return tag in self._names.values or tag[:-1] in self._names.texts

    def _paragraph(self, paragraph: ReadParagraph) -> None:
        if self._label(paragraph) or self._value(paragraph, paragraph.text):
            return
        self._unnamed(paragraph)

    def _label(self, paragraph: ReadParagraph) -> bool:
        for tag in paragraph.starts:
            if tag.endswith(_LABEL) and (place := self._names.texts.get(tag[:-1])) is not None:
                self._made.texts.setdefault(place, [])
                self._current = self._last = place
                return True
        return False

    def _value(self, paragraph: ReadParagraph, whole: str) -> bool:
        for tag, start in paragraph.starts.items():
            place = self._names.values.get(tag)
            if place is not None and self._homes.is_home(tag, paragraph):
                self._made.values[place] = (whole[start:], paragraph)
                self._before(whole[:start].strip(), place)
                self._current, self._last = self._text_after(place), place
                return True
        return False

    def _before(self, words: str, place: Place) -> None:
        """Keep what stands before a value aside where it is not what we print there: a number, a symbol."""
        if words and fingerprint_of_value(words) not in self._others:
            self._made.loose.append(Loose(words, place))

    def _text_after(self, place: Place) -> Place | None:
        """Return the rich text that begins right after the value at `place`: a section's after its title."""
        text = place.parent / "text"
        return (
            text
            if place.path[:1] == ("sections",)
            and place.name == "title"
            and len(place.path) == len(text.path)
            and text.tag in self._names.texts
            else None
        )

    def _unnamed(self, paragraph: ReadParagraph) -> None:
        """Take a paragraph of no name: nothing, a line that we printed, or something a colleague wrote."""
        text = paragraph.text.strip()
        if not text or fingerprint_of_value(text) in self._others:
            return
        if self._current is not None:
            self._made.texts.setdefault(self._current, []).append(paragraph)
        else:
            self._made.loose.append(Loose(text, self._last))

    def _table(self, table: ReadTable) -> None:
        if not any(self._homes.is_named(cell) for row in table.rows for cell in row):
            self._unnamed_table(table)
            return
        self._current = None
        comment: Place | None = None
        shape = self._homes.shape(table)
        above: Place | None = None
        for row in table.rows:
            above = self._row(row, shape, above) or above
            if self._last is not None and self._last.path[2:3] == ("tables",):
                comment = Place(self._last.path[:4]) / "comment"
        self._current = comment if comment is not None and comment.tag in self._names.texts else None

    def _row(self, row: Sequence[ReadCell], shape: Shape | None, above: Place | None) -> Place | None:
        """Take a row, and return the part of the report that it is; `above` is the part in the row above."""
        named = [self._homes.is_named(cell) for cell in row]
        part = next(filter(None, (self._homes.part(cell) for cell in row)), None)
        for cell, has_name in zip(row, named, strict=True):
            if has_name:
                self._cell(cell)
        unknown = [
            cell.text.strip()
            for cell, has_name in zip(row, named, strict=True)
            if not has_name and cell.text.strip() and fingerprint_of_value(cell.text) not in self._others
        ]
        if unknown and not any(named) and shape is not None and len(shape.paths) == len(row):
            self._made.rows.append(shape.filled(row, above))
        elif unknown:
            self._made.loose.append(Loose(" | ".join(unknown), self._last))
        return part

    def _cell(self, cell: ReadCell) -> None:
        first = cell.paragraphs[0]
        if not self._value(first, cell.text):
            self._take(cell.pieces)
        self._current = None

    def _unnamed_table(self, table: ReadTable) -> None:
        """Take a table of no name: one where nothing stands but what we printed, or one that a colleague made."""
        texts = [cell.text for row in table.rows for cell in row if cell.text.strip()]
        if all(fingerprint_of_value(text) in self._others for text in texts):
            return
        words = [" | ".join(cell.text for cell in row) for row in table.rows]
        if self._current is not None:
            self._made.texts.setdefault(self._current, []).append(table)
        else:
            self._made.loose.append(Loose("\n".join(words), self._last))
