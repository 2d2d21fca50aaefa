"""The stretches of text that the writer of a report answers for, each with its place: what the language rules read.

Text that comes from above and cannot be changed (a unit's nämndmål with description and expected result, everything
that is locked) is left out: its writer is not the reader of the findings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, lru_cache
from itertools import zip_longest

from avstamt.domain.goal import Goal
from avstamt.domain.place import Place
from avstamt.domain.report import Report
from avstamt.domain.section import Section
from avstamt.domain.text import RichText, TextBlock, TextTable, block_text
from avstamt.language.sentences import split_sentences
from avstamt.language.words import Span, Word, split_words
from avstamt.rules.keeping import Kept
from avstamt.rules.prose import Written, is_responsible

_TOGETHER = 12
"""Passages that are read together: all of a long text would be read again after an edit of one of them."""


class Form(StrEnum):
    """What a stretch of text is."""

    PROSE = "paragraph"
    ITEM = "item"
    HEADING = "heading"
    LABEL = "label"  # a title, an activity, the name of a table's row, a table in running text


Italics = Mapping[Place, tuple[Span, ...]]
"""The spans in italics of each block that has some."""


@dataclass(frozen=True)
class Passage:
    """One stretch of text; `following` is what comes after it in the same field, None at the end.

    `goes_on` tells that what follows begins in the middle of a sentence.
    """

    place: Place
    text: str
    form: Form
    following: Form | None = None
    goes_on: bool = False
    is_running: bool = field(init=False, repr=False, compare=False)
    """Whether it is a paragraph or an item of a list."""
    _hash: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Every rule of the language asks a passage about these. One text may stand in many places.
        known = self.__dict__
        known["is_running"] = self.form is Form.PROSE or self.form is Form.ITEM
        known["_hash"] = hash(self.text) ^ hash(self.place.path[-1])

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Return the words in order."""
        return split_words(self.text)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Return the sentences in order."""
        return split_sentences(self.text)

    def quote(self, start: int, end: int, reach: int = 32) -> tuple[int, int]:
        """Return where a stretch with the words about it begins and ends, as evidence quotes it."""
        first, last = max(0, start - reach), min(len(self.text), end + reach)
        if first:
            blank = self.text.find(" ", first, start)
            first = blank + 1 if blank >= 0 else start
        if last < len(self.text):
            blank = self.text.rfind(" ", end, last)
            last = blank if blank >= 0 else end
        return first, last


def italics(report: Report, texts: Iterable[tuple[RichText, Place]], kept: Kept) -> Italics:
    """Return the spans in italics, by the places of their blocks: words of others, names, foreign words."""
    front = [(report.front.proposals, Place.of("front", "proposals"))] if report.front is not None else []
    every = [*front, *texts]
    spans = kept.each(_in_italics, [text for text, _place in every])
    return {
        place / "blocks" / block: within
        for (_text, place), blocks in zip(every, spans, strict=True)
        for block, within in blocks.items()
    }


def _in_italics(text: RichText) -> dict[str, tuple[Span, ...]]:
    """Return the spans in italics of each block of a text that has some, by its id."""
    made = ((block.id, tuple(_spans_in_italics(block))) for block in text.blocks if not isinstance(block, TextTable))
    return {block: spans for block, spans in made if spans}


def _spans_in_italics(block: TextBlock) -> Iterator[Span]:
    at = 0
    for run in block.runs:
        if run.italic:
            yield Span(at, at + len(run.text))
        at += len(run.text)


def running_passages(blocks: Sequence[Written]) -> tuple[tuple[Passage, ...], ...]:
    """Return the blocks of one part of a report that are the writer's own, as passages, a few together.

    A few that stand as they did are the same object as before, so that an edit costs its neighbours only.
    """
    passages = tuple(_running(blocks))
    return tuple(_once(passages[at : at + _TOGETHER]) for at in range(0, len(passages), _TOGETHER))


@lru_cache(maxsize=512)
def _once(passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """Return these passages; the same object for all that are equal."""
    return passages


def labels(report: Report, kept: Kept) -> Iterator[tuple[Passage, ...]]:
    """Yield the titles and labels of each part of a report that are the writer's own, as passages."""
    for goal in report.goals:
        yield kept.of(_goal_labels, goal, is_responsible(report, goal))
    for section in report.sections:
        yield kept.of(_section_labels, section)


def tables_in_texts(report: Report, texts: Iterable[tuple[RichText, Place]]) -> tuple[Passage, ...]:
    """Return the tables in running text that are the writer's own, each as one passage: its words are no sentences."""
    parts = {Place.of("goals", goal.id): is_responsible(report, goal) for goal in report.goals}
    parts |= {Place.of("sections", section.id): not section.locked for section in report.sections}
    return tuple(
        Passage(place / "blocks" / block.id, block_text(block), Form.LABEL)
        for text, place in texts
        for block in text.blocks
        if isinstance(block, TextTable) and (parts[Place(place.path[:2])] or place.name == "analysis")
    )


def _running(blocks: Sequence[Written]) -> Iterator[Passage]:
    for block, next_block in zip_longest(blocks, blocks[1:]):
        if block.own:
            after = next_block if next_block is not None and next_block.field == block.field else None
            goes_on = after is not None and after.text.lstrip()[:1].islower()
            following = Form(after.kind) if after is not None else None
            yield Passage(block.place, block.text, Form(block.kind), following, goes_on)


def _goal_labels(goal: Goal, responsible: bool) -> tuple[Passage, ...]:
    place = Place.of("goals", goal.id)
    title = [Passage(place / "title", goal.title, Form.LABEL)] if responsible else []
    rows = [row for row in goal.activities if not row.locked]
    texts = (Passage(place / "activities" / row.id / "text", row.text, Form.LABEL) for row in rows)
    return _once((*title, *texts))


def _section_labels(section: Section) -> tuple[Passage, ...]:
    if section.locked:
        return ()
    place = Place.of("sections", section.id)
    title = [] if section.key else [Passage(place / "title", section.title, Form.LABEL)]
    rows = [(place / "tables" / table.id / "rows" / row.id, row) for table in section.tables for row in table.rows]
    return _once((*title, *(Passage(where / "label", row.label, Form.LABEL) for where, row in rows)))
