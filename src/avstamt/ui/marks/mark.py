"""What the findings underline in a text: stretches of its blocks, each with the finding that it shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from avstamt.domain.finding import Finding, Level
from avstamt.domain.place import Place, PlaceError, value_at
from avstamt.domain.report import Report
from avstamt.domain.text import Block, RichText, block_text

SPELLING = "SPR-101"


WHOLE = ""
"""The block of a mark in what has no blocks: a heading, a line, a cell."""


class Stroke(Enum):
    """How a mark is underlined, so that no colour need be seen: the graver the firmer; spelling is a wave."""

    LINE = Level.ERROR
    DASHES = Level.DEVIATION
    DOTS = Level.TIP
    WAVE = SPELLING


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch [start, end) of a block's text that a finding is about; `words` is what stands there."""

    finding: Finding
    block: str
    start: int
    end: int
    words: str

    @property
    def stroke(self) -> Stroke:
        """Return how it is underlined."""
        return Stroke.WAVE if self.finding.rule == SPELLING else Stroke(self.finding.level)

    def place_in(self, field: Place) -> Place:
        """Return the place of its words in the field at `field`."""
        holder = field / "blocks" / self.block if self.block else field
        return holder.at(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Checked:
    """A text as the rules saw it: what each block said, and the marks in it."""

    blocks: Mapping[str, str]
    marks: tuple[Mark, ...]


class Underlines:
    """The marks of one run of the rules, text by text."""

    def __init__(self, report: Report, findings: Iterable[Finding]) -> None:
        self._report = report
        self._spelling: dict[str, Finding] = {}
        self._spans: dict[tuple[str, ...], list[tuple[Finding, int, int]]] = {}
        self._at_places: dict[Place, list[Finding]] = {}
        for finding in findings:
            self._take(finding)
        self._words = _any_of(self._spelling)

    def of(self, place: Place) -> Checked:
        """Return the marks of the text at `place`, none where there was no text."""
        try:
            text = value_at(self._report, place)
        except PlaceError:
            text = None
        if isinstance(text, str):
            return Checked({WHOLE: text}, tuple(self._in_line(place, text)))
        if not isinstance(text, RichText):
            return Checked({}, ())
        said = {block.id: block_text(block) for block in text.blocks}
        return Checked(said, tuple(mark for block in text.blocks for mark in self._in(place, block, said[block.id])))

    def at(self, place: Place) -> tuple[Finding, ...]:
        """Return the findings that point at just this place, by their own or by what they quote."""
        return tuple(self._at_places.get(place.whole, ()))

    def within(self, place: Place) -> tuple[Finding, ...]:
        """Return the findings that point into a place."""
        return tuple(dict.fromkeys(finding for at in self.places_within(place) for finding in self._at_places[at]))

    def places_within(self, place: Place) -> tuple[Place, ...]:
        """Return the places in a place that findings point at."""
        return tuple(at for at in self._at_places if at.is_within(place))

    def marks_at(self, place: Place) -> tuple[Mark, ...]:
        """Return a mark for each finding that points into a place; without words where it points at none of them."""
        marks = self.of(place).marks
        marked = {mark.finding for mark in marks}
        rest = (finding for finding in self.within(place) if finding not in marked)
        return (*marks, *(Mark(finding, WHOLE, 0, 0, "") for finding in rest))

    def _take(self, finding: Finding) -> None:
        quoted = [evidence.place for evidence in finding.evidence if not evidence.source]
        for place in dict.fromkeys(one.whole for one in (finding.place, *quoted)):
            self._at_places.setdefault(place, []).append(finding)
        for place in dict.fromkeys((finding.place, *quoted)):
            if place.span is not None and not _has_span(place):
                self._spans.setdefault(place.path, []).append((finding, *place.span))
        if finding.rule == SPELLING and (word := self._at(finding.place)):
            self._spelling.setdefault(word.casefold(), finding)
            return
        places = [finding.place]
        if not _has_span(finding.place):  # it stands at a cell or a whole field: what it quotes from a text is shown
            places = quoted
        for place in places:
            if place.span is not None and _has_span(place):
                self._spans.setdefault(place.path, []).append((finding, *place.span))

    def _at(self, place: Place) -> str:
        if place.span is None:
            return ""
        try:
            holder = value_at(self._report, place)
        except PlaceError:
            return ""
        text = holder if isinstance(holder, str) else block_text(holder)
        return text[slice(*place.span)]

    def _in_line(self, place: Place, said: str) -> Iterator[Mark]:
        """Yield the marks of what has no blocks; a finding about all of it marks it whole, one that only quotes it does not."""
        spans = self._spans.get(place.path, [])
        known = {finding for finding, _start, _end in spans}
        about = (finding for finding in self.at(place) if finding.place.whole == place.whole)
        whole = [(finding, 0, len(said)) for finding in about if finding not in known]
        for finding, start, end in (*spans, *whole):
            if start < end <= len(said):
                yield Mark(finding, WHOLE, start, end, said[start:end])

    def _in(self, place: Place, block: Block, said: str) -> Iterator[Mark]:
        for finding, start, end in self._spans.get((place / "blocks" / block.id).path, ()):
            if start < end <= len(said):
                yield Mark(finding, block.id, start, end, said[start:end])
        if self._words is not None:
            for found in self._words.finditer(said):
                finding = self._spelling[found[0].casefold()]
                yield Mark(finding, block.id, found.start(), found.end(), found[0])


def _has_span(place: Place) -> bool:
    return place.span is not None and place.path[-2:-1] == ("blocks",)


def _any_of(words: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds any of the words, every time it stands by itself."""
    longest_first = sorted(words, key=len, reverse=True)
    if not longest_first:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
