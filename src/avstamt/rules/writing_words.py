"""The words of a report with every place they stand at: what rules about single words look things up in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple, TypeVar

from avstamt.domain.place import Place
from avstamt.language.words import Word
from avstamt.rules.context import Context
from avstamt.rules.writing_passages import Passage

T = TypeVar("T")

_OPENERS = '.!?:•"”“(–-/\n'


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
        before = self.passage.text[: self.word.start].rstrip()
        return not before or before[-1] in _OPENERS

    @property
    def follows_directly(self) -> bool:
        """Tell whether one blank parts the word from the one in front of it."""
        return self.before is not None and self.passage.text[self.before.end : self.word.start] in (" ", "\u00a0")


_occurrence = Occurrence._make
"""Makes an occurrence of a pair; every word of a report becomes one, and this is the quickest way."""

Vocabulary = Mapping[str, list[Occurrence]]


def vocabulary(context: Context) -> Vocabulary:
    """Return the report's words in lower case, each with where it stands, in document order."""
    return context.derived(_vocabulary)


def vocabularies(context: Context) -> list[Vocabulary]:
    """Return the vocabulary of each part of the report; that of a part that stands is the same from run to run."""
    return context.kept.each(words_in, context.passage_parts)


def in_words(context: Context, find: Callable[..., Iterable[T]], *more: Hashable) -> list[T]:
    """Return what `find(words, *more)` finds in the vocabulary of each part; a part that stands is not read again."""
    return list(chain.from_iterable(context.kept.each(find, vocabularies(context), *more)))


def words_in(passages: Sequence[Passage]) -> Vocabulary:
    """Return the words of these passages in lower case, each with where it stands."""
    index: dict[str, list[Occurrence]] = defaultdict(list)
    for passage in passages:
        for number, word in enumerate(passage.words):
            index[word.lower].append(_occurrence((passage, number)))
    return dict(index)


def _vocabulary(context: Context) -> Vocabulary:
    parts = vocabularies(context)
    if len(parts) == 1:
        return parts[0]
    index: dict[str, list[Occurrence]] = defaultdict(list)
    for part in parts:
        for lower, where in part.items():
            index[lower] += where
    return dict(index)
