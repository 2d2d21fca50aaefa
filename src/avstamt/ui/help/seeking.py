"""Seeks in the help: every word that is typed must begin a word of the page; titles come first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from avstamt.ui.help.pages import HelpPage

_WORD = re.compile(r"\w+")


def found(pages: Sequence[HelpPage], sought: str) -> tuple[HelpPage, ...]:
    """Return the pages that hold all the words, those with them in the title first; all pages where nothing is sought."""
    wanted = [word.casefold() for word in _WORD.findall(sought)]
    if not wanted:
        return tuple(pages)
    ranked = [(rank, number, page) for number, page in enumerate(pages) if (rank := _rank(page, wanted)) is not None]
    return tuple(page for _rank_of, _number, page in sorted(ranked, key=lambda one: one[:2]))


def _rank(page: HelpPage, wanted: Sequence[str]) -> int | None:
    """Return 0 where the title holds the words, 1 where the name of a written page's parts does, 2 for the text."""
    if _holds(f"{page.title} {page.name}", wanted):
        return 0
    if not _holds(page.plain, wanted):
        return None
    return 2 if page.group else 1


def _holds(text: str, wanted: Sequence[str]) -> bool:
    words = [word.casefold() for word in _WORD.findall(text)]
    return all(any(word.startswith(sought) for word in words) for sought in wanted)
