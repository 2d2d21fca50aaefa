"""Finds passages of running text that stand twice: whole blocks and long sentences, word for word or nearly."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import attrgetter, itemgetter

from rapidfuzz import fuzz

from avstamt.domain.finding import Evidence
from avstamt.domain.place import Place
from avstamt.language.words import split_words
from avstamt.rules.context import Context
from avstamt.rules.prose import Written, steady
from avstamt.rules.repetition_phrases import Phrases, Runs

Words = tuple[str, ...]
_Key = tuple[tuple[tuple[tuple[int, str], ...], ...], int]

_WORD = re.compile(r"\w+")
_FIGURES = re.compile(r"\d+")
_CUT = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ0-9])")
_ASSESSES = re.compile(
    r"\bbedöm(?:er|s|t|a|ningen|de)\b.*\b(?:\w*mål\w*|uppfyll\w+|uppnå\w*)\b|\bmålet\b[^.]{0,40}\b(?:uppfyll|uppnå)\w*",
    re.IGNORECASE,
)
_POINTING = ("beskrivs", "redovisas", "återfinns", "återkommer", "framgår")
_POINTS = re.compile(rf"\b(?:{'|'.join(_POINTING)})\b", re.IGNORECASE)
_OPENING = 120
_AIMS = frozenset({"description", "expected_result"})
_SHORTEST = 50
_FEWEST = 10
"""Words in a passage that is long enough to be recognised as the same one."""

_MANY = 3
"""A sentence that stands in more blocks than this is a set phrase, not a slip of pasting."""

_NEAR_FEWEST = 15
_NEAR = 88
_RUN = 5
_SHARED = 0.35


@dataclass(frozen=True)
class Passage:
    """A block, or a sentence of one, with its words in lower case."""

    block: Written
    start: int
    end: int
    words: tuple[str, ...]
    whole: bool

    @property
    def text(self) -> str:
        """Return the passage as written."""
        return self.block.text[self.start : self.end]

    @cached_property
    def figures(self) -> list[str]:
        """Return the figures in the passage."""
        return _FIGURES.findall(self.text)

    @cached_property
    def runs(self) -> Runs:
        """Return every run of five words, each as its hash: counting them is most of the work."""
        return _runs(self.words)

    @cached_property
    def is_formal(self) -> bool:
        """Tell whether the passage opens by stating an assessment, or points elsewhere."""
        return _is_formal(self.text[:_OPENING])

    @cached_property
    def sentences(self) -> tuple[Passage, ...]:
        """Return the sentences that are long enough to be recognised."""
        return tuple(one for one in _sentences(self) if len(one.words) >= _FEWEST)

    def evidence(self) -> Evidence:
        """Return the passage, its beginning where it is long, as evidence."""
        if self.whole:
            return self.block.opening()
        return self.block.quote(self.start, self.end)


@dataclass(frozen=True)
class Twin:
    """Two passages that say the same; `exact` when word for word."""

    first: Passage
    second: Passage
    exact: bool

    @property
    def whole(self) -> bool:
        """Tell whether whole blocks are alike, not only a sentence of each."""
        return self.first.whole and self.second.whole

    @property
    def same_field(self) -> bool:
        """Tell whether both stand in one text."""
        return self.first.block.field == self.second.block.field

    @property
    def in_summary(self) -> bool:
        """Tell whether one of them stands in the summary."""
        return any(one.block.section is not None and is_summary(one.block) for one in (self.first, self.second))


def is_summary(block: Written) -> bool:
    """Tell whether a block stands in the report's summary."""
    return block.section is not None and block.section.key in {"summary", "introduction"}


def plain_words(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case, an opening "att" aside."""
    words = tuple(_WORD.findall(text.lower()))
    return words[1:] if words[:1] == ("att",) else words


def twins(context: Context) -> tuple[Twin, ...]:
    """Return every pair of own passages that say the same: whole blocks first, then sentences; by id, not by order."""
    blocks = [passage for _key, passage in sorted(context.in_writing(_own_blocks), key=itemgetter(0))]
    whole = [passage for passage in blocks if passage.block.name not in _AIMS]
    phrases = context.kept.of(_phrases, context.catalogue)  # the same from run to run
    phrases.count([passage.runs for passage in whole])
    common, twice = phrases.common, phrases.few
    holding = [(passage, not passage.runs.isdisjoint(twice)) for passage in whole]
    telling = [passage for passage, holds in holding if holds and not passage.is_formal]
    pairs = [twin for twin in _alike_blocks(telling, twice) if not _may_be_alike(twin)]
    formal = [passage for passage in blocks if passage.block.name in _AIMS or passage.is_formal]
    pairs += _twice_in_its_text([passage for passage in formal if len(passage.words) >= _FEWEST])
    known = {(twin.first.block.place, twin.second.block.place) for twin in pairs}
    again = [passage for passage, holds in holding if holds or not passage.runs.isdisjoint(common)]
    pairs += [twin for twin in _same_sentences(again, common, twice, known) if not _may_be_alike(twin)]
    return tuple(pairs)


def _phrases(_catalogue: object) -> Phrases:
    return Phrases()


def _own_blocks(blocks: Sequence[Written]) -> list[tuple[_Key, Passage]]:
    """Return the writer's own blocks of one part, each with the key that it is sorted by."""
    return [
        ((steady(block.field), block.number), Passage(block, 0, len(block.text), _low_words(block.text), whole=True))
        for block in blocks
        if block.own and not block.is_heading
    ]


@lru_cache(maxsize=4096)  # here and below: a block is cut again only when it has changed
def _low_words(text: str) -> Words:
    return tuple([word.lower for word in split_words(text)])


def _sentences(passage: Passage) -> Iterator[Passage]:
    """Yield the sentences of a block that are long enough, and say something of their own."""
    words = split_words(passage.block.text)
    for start, end in _cut(passage.block.text):
        first = bisect_left(words, start, key=attrgetter("start"))
        last = bisect_left(words, end, first, key=attrgetter("start"))
        yield Passage(passage.block, start, end, passage.words[first:last], whole=False)


@lru_cache(maxsize=4096)
def _cut(text: str) -> tuple[tuple[int, int], ...]:
    spans, start = [], 0
    for end, after in [(match.start(), match.end()) for match in _CUT.finditer(text)] + [(len(text), 0)]:
        said = text[start:end].rstrip()
        if len(said) >= _SHORTEST and not _is_formal(said):
            spans.append((start, start + len(said)))
        start = after
    return tuple(spans)


@lru_cache(maxsize=4096)
def _is_formal(said: str) -> bool:
    """Tell whether a text states an assessment or points elsewhere, which many texts do in the same words."""
    lower = said.lower()  # one of these words stands in every match, and is found much faster
    may_assess = "bedöm" in lower or "målet" in lower
    return bool(
        (may_assess and _ASSESSES.search(said)) or (any(word in lower for word in _POINTING) and _POINTS.search(said))
    )


@lru_cache(maxsize=4096)
def _runs(words: Words) -> Runs:
    return frozenset(map(hash, zip(*(words[at:] for at in range(_RUN)), strict=False)))


def _alike_blocks(blocks: Sequence[Passage], twice: Runs) -> Iterator[Twin]:
    """Yield pairs of long blocks that are the same, or differ in a few letters and in no figure."""
    for first, second in _sharing([one for one in blocks if len(one.words) >= _FEWEST], twice):
        if first.words == second.words:
            yield Twin(first, second, exact=True)
        elif _is_near(first, second):
            yield Twin(first, second, exact=False)


def _twice_in_its_text(blocks: Sequence[Passage]) -> Iterator[Twin]:
    """Yield pairs of long blocks that stand word for word twice in one text."""
    first_of: dict[tuple[Place, Words], Passage] = {}
    for passage in blocks:
        first = first_of.setdefault((passage.block.field, passage.words), passage)
        if first is not passage:
            yield Twin(first, passage, exact=True)


def _is_near(first: Passage, second: Passage) -> bool:
    if len(first.words) < _NEAR_FEWEST or first.figures != second.figures:
        return False
    return fuzz.ratio(first.text, second.text, score_cutoff=_NEAR) > 0


def _sharing(blocks: Sequence[Passage], twice: Runs) -> list[tuple[Passage, Passage]]:
    """Return the pairs that have a good part of their runs of words in common; `twice` holds those of several blocks."""
    shared = tuple([_shared(passage.runs, twice) for passage in blocks])
    pairs = _pairs_sharing(shared, tuple([len(passage.runs) for passage in blocks]))
    return [(blocks[one], blocks[other]) for one, other in pairs]


@lru_cache(maxsize=1024)  # most blocks and the runs that several have are the same after an edit
def _shared(runs: Runs, twice: Runs) -> Runs:
    return runs & twice


@lru_cache(maxsize=4)
def _pairs_sharing(blocks: tuple[Runs, ...], lengths: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """Return the numbers of the blocks that share a good part of their runs, given those they share and how many they have."""
    holders: dict[int, list[int]] = {}
    shared: Counter[tuple[int, int]] = Counter()
    for number, runs in enumerate(blocks):
        for run in runs:
            if others := holders.get(run):
                shared.update((other, number) for other in others)
                others.append(number)
            else:
                holders[run] = [number]
    return tuple(
        (one, other)
        for (one, other), count in sorted(shared.items())
        if count >= _SHARED * max(lengths[one], lengths[other])
    )


def _same_sentences(
    blocks: Sequence[Passage], common: Runs, twice: Runs, known: set[tuple[Place, Place]]
) -> Iterator[Twin]:
    """Yield pairs of blocks with a long sentence in common, one pair for each two blocks not `known` already."""
    groups: dict[Words, dict[Place, Passage]] = {}
    for passage in blocks:
        for sentence in passage.sentences:
            if (run := hash(sentence.words[:_RUN])) not in twice and run not in common:
                continue  # no other block has its first words
            groups.setdefault(sentence.words, {}).setdefault(passage.block.place, sentence)
    for words, places in groups.items():
        if 1 < len(places) <= _MANY and 2 * len(_runs(words) - common) >= len(_runs(words)):
            first, *others = places.values()
            for second in others:
                key = (first.block.place, second.block.place)
                if key not in known:
                    known.add(key)
                    yield Twin(first, second, exact=True)


def _may_be_alike(twin: Twin) -> bool:
    """Tell whether two texts may well be the same: analyses of activities of one goal, or a section printed twice."""
    first, second = twin.first.block, twin.second.block
    if first.section is not None and second.section is not None and first.section.id != second.section.id:
        return first.section.title == second.section.title
    rows = first.field.path[:3] == second.field.path[:3]
    return rows and first.field.path[2:3] == ("activities",) and first.field != second.field
