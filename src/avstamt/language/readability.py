"""LIX, the Swedish measure of how hard a text is to read (C. H. Björnsson, 1968)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from avstamt.language.sentences import split_sentences
from avstamt.language.words import Span, Word, split_words

_LONG = 6
_STEPS = ((30, "mycket lättläst"), (40, "lättläst"), (50, "medelsvår"), (60, "svår"))


class Lix(NamedTuple):
    """What LIX counts: words, sentences, and words of more than six letters."""

    words: int
    sentences: int
    long_words: int

    @property
    def value(self) -> int:
        """Return words per sentence plus long words per cent, rounded; 0 for a text without words."""
        if not self.words or not self.sentences:
            return 0
        return round(self.words / self.sentences + 100 * self.long_words / self.words)

    @property
    def label(self) -> str:
        """Return what the value is called: up to 30 very easy … over 60 very hard."""
        return next((label for bound, label in _STEPS if self.value <= bound), "mycket svår")


def lix(text: str) -> Lix:
    """Return the LIX counts of a text."""
    return counts([(split_words(text), split_sentences(text))])


def counts(texts: Iterable[tuple[Sequence[Word], Sequence[Span]]]) -> Lix:
    """Return the LIX counts of texts taken together, each given as its words and its sentences."""
    words = sentences = long_words = 0
    for all_words, spans in texts:
        lengths = [len(word.text) for word in all_words if word.text[0].isalpha()]
        words += len(lengths)
        long_words += sum(length > _LONG for length in lengths)
        sentences += len(spans)
    return Lix(words, sentences, long_words)
