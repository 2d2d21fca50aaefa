"""The claims that a report's running text makes, sentence by sentence, each with the block it stands in."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import NamedTuple, TypeVar

from avstamt.domain.finding import Evidence
from avstamt.domain.goal import GOAL_TEXTS
from avstamt.domain.place import Place
from avstamt.domain.report import ReportKind
from avstamt.language.claims.base import Claim
from avstamt.language.claims.model import Achievement, Balance, Change, Comparison, Level, Parts, Reading
from avstamt.language.claims.reading import read_claims
from avstamt.language.words import Span, numbers_of, word_set
from avstamt.rules.context import Context
from avstamt.rules.prose import Written

T = TypeVar("T")

REPORTING = (ReportKind.TERTIAL_1, ReportKind.TERTIAL_2, ReportKind.ANNUAL)
"""The reports whose texts tell how it went."""

_TELLING_FIELDS = frozenset({"analysis", "text", "comment", "proposals"})
_PLANNING_FIELDS = frozenset({*_TELLING_FIELDS, *GOAL_TEXTS})
_DIGIT = re.compile(r"\d")
_COUNTS = word_set("en ett två tre fyra fem sex sju åtta nio tio elva tolv hälften")
_BEGINNINGS = tuple(word_set("ök minsk sjunk sjönk steg stig högre lägre fler färre förbättr försämr oförändr samma"))
_PARTS = ("procent", "skott", "balans", "budget", "årsmål", "målvärd")
_THAN = re.compile(r"\bän\s+(?:hos\s+|bland\s+|för\s+)?(?:kvinn|män|flick|pojk|tjej|kill)", re.IGNORECASE)
_QUOTED = 240


class Told(NamedTuple):
    """A sentence of a block with its claims; `heading` is the nearest sub-heading above it in the same text."""

    block: Written
    span: Span
    claims: tuple[Claim, ...]
    heading: str = ""

    @property
    def text(self) -> str:
        """Return the sentence."""
        return self.span.of(self.block.text)

    @property
    def evidence(self) -> Evidence:
        """Return the sentence quoted, a long one without its end."""
        return self.block.quote(*self.span) if self.span.end - self.span.start > _QUOTED else self._whole

    @property
    def _whole(self) -> Evidence:
        return Evidence(self.block.place.at(*self.span), self.text)

    def at(self, claim: Claim) -> Place:
        """Return the place of a claim's words."""
        return self.block.place.at(*claim.span)

    def words_of(self, claim: Claim) -> str:
        """Return a claim's words as they stand."""
        return claim.span.of(self.block.text)


@dataclass(frozen=True, slots=True)
class Passage:
    """A block that tells how it went, read: its sentences with claims, and how many figures no claim holds."""

    block: Written
    reading: Reading
    sentences: tuple[Told, ...]


def passages_told(context: Context) -> tuple[Passage, ...]:
    """Return every block that tells how it went, in a plan how it is and will be, read into claims.

    A block's reading is kept from run to run.
    """
    return context.derived(_passages)


def sentences_told(context: Context) -> Iterator[Told]:
    """Yield every sentence with claims, in document order."""
    for passage in passages_told(context):
        yield from passage.sentences


def in_told(context: Context, find: Callable[..., Iterable[T]], *more: Hashable) -> list[T]:
    """Return what `find(passages, *more)` finds in each part of the report; a part that stands is not read again."""
    return list(chain.from_iterable(context.kept.each(find, context.derived(_told_parts), *more)))


def _passages(context: Context) -> tuple[Passage, ...]:
    return tuple(chain.from_iterable(context.derived(_told_parts)))


def _told_parts(context: Context) -> list[list[Passage]]:
    fields = _PLANNING_FIELDS if context.report.kind is ReportKind.PLAN else _TELLING_FIELDS
    return context.kept.each(_passages_in, context.written_parts, fields)


def _passages_in(blocks: Sequence[Written], fields: frozenset[str]) -> list[Passage]:
    found: list[Passage] = []
    heading, field = "", None
    for block in blocks:
        if block.field != field:
            heading, field = "", block.field
        if block.is_heading:
            heading = block.text.strip()
        elif block.name in fields and (block.own or block.name in _TELLING_FIELDS) and _tells(block.text):
            reading = read_claims(block.text)
            found.append(Passage(block, reading, tuple(_sentences(block, reading, heading))))
    return found


@lru_cache(maxsize=4096)  # a block is searched again only when it has changed
def _tells(text: str) -> bool:
    """Tell whether a text may claim something: it counts, compares, or speaks of money or a target."""
    words = numbers_of(text)
    if _DIGIT.search(text) or not _COUNTS.isdisjoint(words) or any(word.startswith(_BEGINNINGS) for word in words):
        return True
    lower = text.lower()
    return any(part in lower for part in _PARTS) or bool("än" in words and _THAN.search(text))


_KINDS = (Level, Change, Comparison, Parts, Balance, Achievement)


def _sentences(block: Written, reading: Reading, heading: str) -> Iterator[Told]:
    by_sentence: dict[Span, list[Claim]] = {}
    for claim in reading.claims:
        if isinstance(claim, _KINDS):
            by_sentence.setdefault(claim.sentence, []).append(claim)
    for sentence in reading.sentences:
        yield Told(block, sentence, tuple(by_sentence.get(sentence, ())), heading)
