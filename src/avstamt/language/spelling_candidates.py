"""The words that lie one slip of the fingers from a misspelt word, likeliest slips first."""

from __future__ import annotations

from collections.abc import Iterator

OFTEN_LEFT_OUT = "rsntelgadiokm"
"""The letters that are most often left out."""

_DOUBLED = frozenset("bcdfgklmnprst")
"""The letters that words have two of in a row."""

_LEAST_PART = 3
"""Letters that a part of a compound has at least, where it may lack its joining s."""

_MISTAKEN = {
    "a": "eåäos", "b": "vnpg", "c": "kxvs", "d": "tsfre", "e": "äraiw", "f": "vdgr", "g": "jkhtf", "h": "gjn",
    "i": "eouyj", "j": "gkih", "k": "cgljt", "l": "kpoö", "m": "n", "n": "mbhg", "o": "åuipö", "p": "blo",
    "q": "k", "r": "etdn", "s": "zcadt", "t": "dryg", "u": "oyij", "v": "fbcw", "w": "v", "x": "zc", "y": "ituö",
    "z": "sx", "å": "oäaö", "ä": "eöåa", "ö": "oäål", "é": "e",
}  # fmt: skip
"""For each letter those that sound like it or stand beside it on a Swedish keyboard."""


def likely(word: str) -> Iterator[str]:
    """Yield the words that a doubled, halved or swapped letter, or a joining s, makes of `word`."""
    for at in range(1, len(word)):
        if word[at] == word[at - 1]:
            yield word[:at] + word[at + 1 :]
    for at in range(1, len(word)):
        if word[at] in _DOUBLED and word[at] != word[at - 1]:
            yield word[:at] + word[at] + word[at:]
    for at in range(1, len(word)):
        if word[at] != word[at - 1]:
            yield word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
    for at in range(_LEAST_PART, len(word) - _LEAST_PART + 1):
        if word[at - 1] not in "aouyåäös":
            yield f"{word[:at]}s{word[at:]}"


def one_more(word: str, letters: str = OFTEN_LEFT_OUT) -> Iterator[str]:
    """Yield the words that one letter more makes of `word`."""
    for at in range(1, len(word) + 1):
        for letter in letters:
            if letter != word[at - 1]:
                yield word[:at] + letter + word[at:]


def one_less(word: str) -> Iterator[str]:
    """Yield the words that one letter less makes of `word`."""
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


def one_other(word: str) -> Iterator[str]:
    """Yield the words that another letter, alike in sound or near on the keyboard, makes of `word`."""
    for at, letter in enumerate(word):
        for other in _MISTAKEN.get(letter, ""):
            yield word[:at] + other + word[at + 1 :]
