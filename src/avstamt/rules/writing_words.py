"""The words of a report with every place they stand at: what rules about single words look things up in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from avstamt.domain.place import Place
from avstamt.language.words import Word
from avstamt.rules.context import Context
from avstamt.rules.writing_passages import Passage

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


Vocabulary = Mapping[str, list[Occurrence]]


def vocabulary(context: Context) -> Vocabulary:
    """Return the report's words in lower case, each with where it stands, in document order."""
    return context.derived(_vocabulary)


def capitalised(context: Context) -> list[Occurrence]:
    """Return the words that hold a capital, in document order."""
    return context.derived(_capitalised)


def _capitalised(context: Context) -> list[Occurrence]:
    return [
        Occurrence(passage, number)
        for passage in context.passages
        for number, word in enumerate(passage.words)
        if word.text is not word.lower and word.text != word.lower
    ]


def _vocabulary(context: Context) -> Vocabulary:
    index: dict[str, list[Occurrence]] = defaultdict(list)
    for passage in context.passages:
        for lower, occurrence in _standing(passage):
            index[lower].append(occurrence)
    return dict(index)


@lru_cache(maxsize=4096)  # a passage that stands unchanged is not cut up again
def _standing(passage: Passage) -> tuple[tuple[str, Occurrence], ...]:
    return tuple([(word.lower, Occurrence(passage, number)) for number, word in enumerate(passage.words)])
