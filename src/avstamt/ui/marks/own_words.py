"""The words that the user has said are right, as the window sees whoever keeps them."""

from __future__ import annotations

from typing import Protocol


class OwnWords(Protocol):
    """Where the user's own words are kept."""

    def add(self, word: str) -> None:
        """Take a word in."""
