"""What the user may set for a review: how few persons make a small group, and words that are right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

SMALL_GROUP = 5
"""Fewer persons than this can often be recognised, where nothing else is set."""


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """Fewer persons than `small_group` are asked about; `own_words` (in lower case) are spelt right."""

    small_group: int = SMALL_GROUP
    own_words: frozenset[str] = frozenset()


def word_list(lines: Iterable[str]) -> frozenset[str]:
    """Return the words of a word list in lower case: any number on a line, lines that begin with # left out."""
    return frozenset(word for line in lines if not line.lstrip().startswith("#") for word in line.casefold().split())
