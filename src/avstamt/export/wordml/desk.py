"""What every room of a Word document needs at hand: style ids, layout, links, numbered lists, bookmarks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import count

from avstamt.domain.place import Place
from avstamt.export.layout import Layout
from avstamt.export.wordml.controls import Controls
from avstamt.export.wordml.numbering import Numbering
from avstamt.export.wordml.xml import Element, name


@dataclass(frozen=True)
class Desk:
    """The tools of one document while it is being written.

    `styles` gives the style id of a style's name, `link` the relationship id of an address, `width` is the width between the margins in twentieths of a point. `controls` wraps the
    fields of a document that may come back; one that goes out for good has none.
    """

    styles: Mapping[str, str]
    layout: Layout
    link: Callable[[str], str]
    numbering: Numbering
    width: int
    bookmarks: count[int] = field(default_factory=lambda: count(1))
    controls: Controls | None = None
    spots: dict[Place, Element] = field(default_factory=dict)
    """The paragraph that each place is printed in; a label's where the text under it is empty."""
    numbers: dict[str, Element] = field(default_factory=dict)
    """The run that awaits the page number of each anchor of the contents."""
    blanks: dict[str, Element] = field(default_factory=dict)
    """An empty paragraph of each style, to be copied."""
    cells: dict[tuple[object, ...], Element] = field(default_factory=dict)
    """An empty table cell of each look, to be copied."""

    def mark(self, paragraph: Element, place: Place, text: str, first: int = 1) -> None:
        """Mark a paragraph, from child `first` on, as the value of the field at `place`."""
        self.spots.setdefault(place, paragraph)
        if self.controls is not None:
            self.controls.mark_value(paragraph, place, text, first)

    def mark_label(self, paragraph: Element, place: Place) -> None:
        """Mark a paragraph as the label of the rich text at `place`."""
        self.spots.setdefault(place, paragraph)
        if self.controls is not None:
            self.controls.mark_label(paragraph, place)

    def note(self, place: Place, made: Element) -> None:
        """Note where a block of running text is printed: a paragraph, or the first of a table."""
        paragraph = made if made.tag == name("p") else next(made.iter(name("p")), None)
        if paragraph is not None:
            self.spots.setdefault(place, paragraph)

    def pass_over(self, text: str) -> None:
        """Note a line that is printed but is no field's."""
        if self.controls is not None:
            self.controls.pass_over(text)
