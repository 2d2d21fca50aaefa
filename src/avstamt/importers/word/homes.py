"""Where each value of a report stands on paper, also where its name stands in several places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from avstamt.domain.place import Place
from avstamt.importers.word.pieces import Piece, ReadCell, ReadParagraph, ReadTable, all_paragraphs
from avstamt.importers.word.rows import NewRow, part_of_row


@dataclass(frozen=True)
class Names:
    """The places of a report by the names they have on paper: values (one line), and rich texts."""

    values: Mapping[str, Place]
    texts: Mapping[str, Place]


@dataclass(frozen=True)
class Shape:
    """What the cells of a table's rows are: fields below the part that a row is; None for a cell of no field."""

    first: Place
    paths: tuple[tuple[str, ...] | None, ...]

    def filled(self, row: Sequence[ReadCell], above: Place | None) -> NewRow:
        """Return a row of this shape that a colleague added below the part `above`, or at the top of the table."""
        said = {path: cell.text for path, cell in zip(self.paths, row, strict=True) if path is not None}
        hands = frozenset(hand for cell in row for line in cell.paragraphs for hand in line.hands)
        return NewRow(above or self.first, above is None, said, hands)


@dataclass(frozen=True)
class Homes:
    """The one paragraph that each value is read from."""

    names: Names
    _paragraphs: Mapping[str, ReadParagraph] = field(default_factory=dict)

    @classmethod
    def of(cls, pieces: Sequence[Piece], names: Names) -> Homes:
        """Choose for each value the paragraph with words before an empty one, and one that a bookmark names.

        Word copies the name of a control with its words; what was moved with changes tracked is left behind empty.
        """
        made: dict[str, ReadParagraph] = {}
        best: dict[str, tuple[bool, bool]] = {}
        for paragraph in all_paragraphs(tuple(pieces)):
            for tag, start in paragraph.starts.items():
                worth = bool(paragraph.text[start:].strip()), tag in paragraph.anchored
                if tag in names.values and (tag not in best or worth > best[tag]):
                    made[tag], best[tag] = paragraph, worth
        return cls(names, made)

    def is_home(self, tag: str, paragraph: ReadParagraph) -> bool:
        """Tell whether the value named `tag` is read from this paragraph."""
        return self._paragraphs.get(tag) is paragraph

    def is_named(self, cell: ReadCell) -> bool:
        """Tell whether a value or a text of ours stands in a cell."""
        return any(
            self.is_home(tag, paragraph) or tag in self.names.texts or tag[:-1] in self.names.texts
            for paragraph in cell.paragraphs
            for tag in (*paragraph.starts, *paragraph.inside)
        )

    def part(self, cell: ReadCell) -> Place | None:
        """Return the part of the report whose row a cell stands in."""
        place = self._value(cell)
        return None if place is None else part_of_row(place)

    def shape(self, table: ReadTable) -> Shape | None:
        """Return what the cells of a table's rows are, by the row that tells the most of it."""
        made: list[Shape] = []
        for row in table.rows:
            places = [self._value(cell) for cell in row]
            parts = {part for place in places if place is not None and (part := part_of_row(place)) is not None}
            if len(parts) == 1:
                (part,) = parts
                paths = tuple(place.path[len(part.path) :] if place else None for place in places)
                made.append(Shape(made[0].first if made else part, paths))
        return min(made, key=lambda shape: shape.paths.count(None), default=None)

    def _value(self, cell: ReadCell) -> Place | None:
        first = cell.paragraphs[0] if cell.paragraphs else None
        tags = () if first is None else first.starts
        return next((self.names.values[tag] for tag in tags if self._paragraphs.get(tag) is first), None)
