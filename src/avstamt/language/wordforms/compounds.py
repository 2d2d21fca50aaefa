"""Splitting Swedish compounds with the words that a report itself uses: "ledarskapsindex" is ledarskap and index."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from avstamt.language.wordforms.stems import stem
from avstamt.language.words import split_words

_LEAST_PART = 3
_LEAST_WORD = 4
_LONGEST_WORD = 60
_LINKS = ("", "s", "e", "o", "u", "-")


class Vocabulary:
    """The words of a report, by which its compounds are split."""

    def __init__(self, words: Iterable[str]) -> None:
        self._known = frozenset(word for word in words if len(word) >= _LEAST_PART)
        self._stems = frozenset(stem(word) for word in self._known if len(word) >= _LEAST_WORD)
        self._parts = lru_cache(maxsize=16384)(self._split)

    @classmethod
    def of(cls, texts: Iterable[str]) -> Vocabulary:
        """Return the vocabulary of some texts."""
        return cls({word.lower for text in texts for word in split_words(text) if word.text[0].isalpha()})

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the parts of a compound in lower case, without linking letters; the word alone where it is none."""
        return self._parts(word.lower()[:_LONGEST_WORD]) or (word.lower(),)

    def _split(self, word: str) -> tuple[str, ...] | None:
        """Return the fewest parts into which a word splits, the longest last part first among equals; None for none."""
        best: tuple[str, ...] | None = None
        for at in range(_LEAST_PART, len(word) - _LEAST_PART + 1):
            if not self._is_known(word[at:]):
                continue
            before = self._modifier(word[:at])
            if before and (best is None or len(before) + 1 < len(best)):
                best = (*before, word[at:])
        return best

    def _modifier(self, text: str) -> tuple[str, ...] | None:
        bare = [text.removesuffix(link) for link in _LINKS if text.endswith(link)]
        for known in (self._known.__contains__, self._is_known):
            if found := next((word for word in bare if known(word)), None):
                return (found,)
        longer = self._parts(text)
        return longer if longer and len(longer) > 1 else None

    def _is_known(self, word: str) -> bool:
        return len(word) >= _LEAST_PART and (
            word in self._known or (len(word) >= _LEAST_WORD and stem(word) in self._stems)
        )
