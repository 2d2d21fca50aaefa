"""What every room of a Word document needs at hand: style ids, layout, links, numbered lists, bookmarks, page numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import count

from avstamt.export.layout import Layout
from avstamt.export.wordml.numbering import Numbering


@dataclass(frozen=True)
class Desk:
    """The tools of one document while it is being written.

    `styles` gives the style id of a style's name, `link` the relationship id of an address, `pages` the page of an
    anchor where it is known. `width` is the width between the margins in twentieths of a point.
    """

    styles: Mapping[str, str]
    layout: Layout
    link: Callable[[str], str]
    numbering: Numbering
    width: int
    pages: Mapping[str, int]
    bookmarks: count[int] = field(default_factory=lambda: count(1))
