"""The words of a report with every place they stand at: what rules about single words look things up in."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cache, lru_cache, partial
from itertools import chain
from typing import Any, NamedTuple, TypeVar, cast

from avstamt.domain.place import Place
from avstamt.language.words import Word, WordSort, numbers_of, standing_in
from avstamt.rules.context import Context
from avstamt.rules.writing_passages import Passage

T = TypeVar("T")

_OPENERS = '.!?:•"”“(–-/\n'


def opens_sentence(text: str, start: int) -> bool:
    """Tell whether a word that begins at `start` opens its text or a sentence, where a capital tells nothing."""
    while start and text[start - 1].isspace():
        start -= 1
    return not start or text[start - 1] in _OPENERS


class Occurrence(NamedTuple):
    """A word where it stands: the passage and its number there."""

    passage: Passage
    number: int

    @property
    def word(self) -> Word:
        """Return the word itself."""
        return self.passage.words[self.number]

    @property
    def place(self) -> Place:
        """Return the place of the word."""
        return self.passage.place.at(self.word.start, self.word.end)

    @property
    def before(self) -> Word | None:
        """Return the word in front of it, if there is one."""
        return self.passage.words[self.number - 1] if self.number else None

    @property
    def after(self) -> Word | None:
        """Return the word behind it, if there is one."""
        words = self.passage.words
        return words[self.number + 1] if self.number + 1 < len(words) else None

    @property
    def opens(self) -> bool:
        """Tell whether the word opens its text or a sentence, where a capital tells nothing."""
        return opens_sentence(self.passage.text, self.word.start)

    @property
    def follows_directly(self) -> bool:
        """Tell whether one blank parts the word from the one in front of it."""
        return self.before is not None and self.passage.text[self.before.end : self.word.start] in (" ", "\u00a0")


_occurrence = cast("Callable[[tuple[Passage, int]], Occurrence]", partial(tuple.__new__, Occurrence))
"""Makes an occurrence of its two fields, the quickest way: thousands are made in every run."""


class Vocabulary:
    """The words of some passages in lower case, each with where it stands."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = [(passage, numbers_of(passage.text)) for passage in passages]
        self._words = dict.fromkeys(chain.from_iterable(numbers for _passage, numbers in self._passages))

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __contains__(self, lower: str) -> bool:
        return lower in self._words

    def among(self, sought: frozenset[str]) -> frozenset[str]:
        """Return the words that are sought; the fewer are asked of the more."""
        return (
            sought.intersection(self._words)
            if len(self._words) < len(sought)
            else frozenset(filter(self._words.__contains__, sought))
        )

    def of(self, lower: str) -> list[Occurrence]:
        """Return where a word stands, in the order of the passages."""
        if lower not in self._words:
            return []
        holding = [(passage, numbers[lower]) for passage, numbers in self._passages if lower in numbers]
        return [_occurrence((passage, number)) for passage, numbers in holding for number in numbers]

    def count(self, lower: str) -> int:
        """Return how often a word stands there."""
        if lower not in self._words:
            return 0
        return sum(len(numbers[lower]) for _passage, numbers in self._passages if lower in numbers)


def picked(passages: Sequence[Passage], pick: Callable[[str], bool]) -> Iterator[Occurrence]:
    """Yield the words in running text that `pick` picks by how they are written in small letters."""
    for passage in passages:
        if passage.is_running:
            yield from [_occurrence((passage, number)) for number in _picked_in(passage.text, pick)]


def standing(passages: Sequence[Passage], sought: frozenset[str]) -> Iterator[Occurrence]:
    """Yield where the words that are sought stand in running text, in order; they are known, so that no word is asked about."""
    for passage in passages:
        yield from [_occurrence((passage, number)) for number in numbers_among(passage, sought)]


def numbers_among(passage: Passage, sought: frozenset[str]) -> list[int]:
    """Return the numbers of the words of a passage of running text that are sought, in order."""
    return standing_in(passage.text, sought) if passage.is_running else []


@lru_cache(maxsize=8192)  # most texts are those of the run before
def _picked_in(text: str, pick: Callable[[str], bool]) -> list[int]:
    return _sort_of(pick).numbers_in(text)


@cache
def _sort_of(pick: Callable[[str], bool]) -> WordSort:
    """Return the words that a rule picks: the rules are few, and what is told of a word is the same in every text."""
    return WordSort(pick)


def vocabularies(context: Context) -> list[Vocabulary]:
    """Return the vocabulary of each part of the report; that of a part that stands is the same from run to run."""
    return context.derived(_vocabularies)


def _vocabularies(context: Context) -> list[Vocabulary]:
    return context.kept.each(Vocabulary, context.passage_parts)


def all_of(parts: Sequence[frozenset[T]]) -> frozenset[T]:
    """Return all that is in the parts; the same object again where an edit changed none of them."""
    return _all_of(tuple(parts))


@lru_cache(maxsize=16)
def _all_of(parts: tuple[frozenset[Any], ...]) -> frozenset[Any]:
    return frozenset().union(*parts)


def in_words(context: Context, find: Callable[..., Iterable[T]], *more: Hashable) -> list[T]:
    """Return what `find(words, *more)` finds in the vocabulary of each part; a part that stands is not read again."""
    return list(chain.from_iterable(context.kept.each(find, vocabularies(context), *more)))
