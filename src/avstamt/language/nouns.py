"""The gender and forms of common nouns, and of the compounds that end with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from avstamt.resources import resource

_LEAST_FIRST = 2
_LONGEST_HEAD = 20
_TAIL = 3
_NONE, _SAME = "-", "0"
_FORMS = ((False, True), (True, False), (True, True))
"""Whether the forms of a heading are plural and definite."""
_NOT_ALONE = frozenset({"plan", "planen", "planer", "form", "formen", "former"})
"""Words of two genders, of which compounds have but one."""
_UNLIKE = frozenset({"medel", "medlen", "våningsplan", "markplan"})
"""Words that end as one of the list, and are no compounds of it."""


class Noun(NamedTuple):
    """A word read as a noun: whether it is an ett-word, and whether it is plural and definite (None: either)."""

    neuter: bool
    plural: bool | None
    definite: bool

    @property
    def is_bare(self) -> bool:
        """Tell whether it is singular and indefinite, and nothing else."""
        return self.plural is False and not self.definite


@lru_cache(maxsize=16384)
def read_noun(lower: str) -> Noun | None:
    """Return the word in small letters read as a common noun or a compound of one; None for any other."""
    known = _readings()
    if lower in _NOT_ALONE:
        return None
    if lower in known:
        return known[lower]
    if lower[-_TAIL:] not in _tails():
        return None
    for start in range(max(_LEAST_FIRST, len(lower) - _LONGEST_HEAD), len(lower) - 2):
        if lower[start:] in known:
            return known[lower[start:]]
    return None


def is_definite(lower: str) -> bool:
    """Tell whether a word in small letters is a common noun in definite form."""
    noun = read_noun(lower)
    return noun is not None and noun.definite


@lru_cache(maxsize=1)
def _tails() -> frozenset[str]:
    """Return the last letters of the listed words: most other words end otherwise, and need not be taken apart."""
    return frozenset(word[-_TAIL:] for word in _readings())


@lru_cache(maxsize=1)
def _readings() -> Mapping[str, Noun | None]:
    known: dict[str, Noun | None] = dict.fromkeys(_UNLIKE)
    for article, endings, words in _listed():
        neuter = article == "ett"
        for word in words:
            root = word[:-1] if len(endings) > len(_FORMS) else word
            known[word] = Noun(neuter, None if endings[1] == _SAME else False, definite=False)
            for ending, stem, made in zip(endings, (word, root, root), _FORMS, strict=False):
                if ending not in (_NONE, _SAME):
                    known[stem + ending] = Noun(neuter, *made)
    return known


def _listed() -> Iterator[tuple[str, list[str], list[str]]]:
    """Yield the article, the endings and the words of each line of the list."""
    heading: list[str] = []
    for line in resource("words", "substantiv.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            heading = line.strip("[]").split()
        elif line and not line.startswith("#"):
            yield heading[0], heading[1:], line.split()
