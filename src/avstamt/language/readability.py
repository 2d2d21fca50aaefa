"""LIX, the Swedish measure of how hard a text is to read (C. H. Björnsson, 1968)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from avstamt.language.sentences import split_sentences
from avstamt.language.words import split_words

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


@lru_cache(maxsize=4096)  # a text is counted again only when it has changed
def lix(text: str) -> Lix:
    """Return the LIX counts of a text."""
    lengths = [len(word.text) for word in split_words(text) if word.text[0].isalpha()]
    return Lix(len(lengths), len(split_sentences(text)), sum(length > _LONG for length in lengths))


def together(texts: Sequence[Lix]) -> Lix:
    """Return the counts of several texts taken as one."""
    words, sentences, long_words = (
        sum(getattr(one, name) for one in texts) for name in ("words", "sentences", "long_words")
    )
    return Lix(words, sentences, long_words)
