"""The Swedish dictionary: found where its package put it, loaded when the first word is asked for, kept for all."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cache, cached_property
from importlib import metadata
from pathlib import Path
from threading import Lock
from typing import Any

from avstamt.resources import resource

LANGUAGE = "sv_SE"
_PACKAGE = "hunspell-sv"
_KEPT = 100_000
_LONGEST = 60
_ENDINGS = (
    "ernas", "arnas", "ornas", "ats", "arna", "erna", "orna", "ades", "aren", "ande", "ets", "ens", "ade", "ers", "ars", "het", "na",
    "en", "et", "er", "or", "ar", "ad", "at", "as", "es", "de", "te", "ns", "n", "t", "s", "r", "a",
)  # fmt: skip
_BY_LAST = {last: tuple(ending for ending in _ENDINGS if ending[-1] == last) for last in {e[-1] for e in _ENDINGS}}
_ENTRY = re.compile(r"^[^/\n]+", re.MULTILINE)
_loading = Lock()


class DictionaryMissing(Exception):
    """The dictionary cannot be used; the message is a Swedish sentence that says why and what to do."""


class Dictionary:
    """Answers whether a word is known, and remembers its answers. Loading takes about 0.3 s and 30 MB.

    Only the library's `spell` is asked: its `analyze` and `stem` bring the whole process down on some compounds.
    """

    def __init__(self, hunspell: Any, listed: Path) -> None:
        self._hunspell = hunspell
        self._listed = listed
        self._known: dict[str, bool] = {}

    def knows(self, word: str) -> bool:
        """Tell whether the word is in the dictionary or a compound that it allows."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            known = self._known[word] = len(word) <= _LONGEST and bool(self._hunspell.spell(word))
        return known

    def lists(self, word: str) -> bool:
        """Tell whether a known word stands in the dictionary itself, inflected or not, and is no compound it allows."""
        if word in self._entries:
            return True
        for ending in _BY_LAST.get(word[-1:], ()):
            if word.endswith(ending):
                rest = word[: -len(ending)]
                if rest in self._entries or f"{rest}a" in self._entries or f"{rest}e" in self._entries:
                    return True
        return False

    @cached_property
    def _entries(self) -> frozenset[str]:
        """The entries of the dictionary's file, read the first time they are asked for (0.1 s, 40 MB)."""
        return frozenset(_ENTRY.findall(self._listed.read_text(encoding="utf-8")))


def swedish() -> Dictionary:
    """Return the one dictionary of this process; raises DictionaryMissing."""
    with _loading:
        return _loaded(dictionary_folder())


def dictionary_folder() -> Path | None:
    """Return the folder that holds sv_SE.dic and sv_SE.aff, or None."""
    return next((folder for folder in _places() if _is_there(folder)), None)


@cache
def _loaded(folder: Path | None) -> Dictionary:
    if folder is None:
        raise DictionaryMissing(
            "Stavningen är inte granskad: den svenska ordlistan (sv_SE.dic) finns inte i installationen. "
            "Installera om programmet."
        )
    try:
        from hunspell import Hunspell
    except ImportError as why:
        raise DictionaryMissing(
            "Stavningen är inte granskad: stavningsprogrammet hunspell finns inte i installationen. "
            "Installera om programmet."
        ) from why
    hunspell = Hunspell(LANGUAGE, hunspell_data_dir=str(folder), system_encoding="UTF-8")
    return Dictionary(hunspell, folder / f"{LANGUAGE}.dic")


def _places() -> Iterator[Path]:
    yield resource("hunspell")
    yield from _in_packages()
    frozen = getattr(sys, "_MEIPASS", None)
    for root in (frozen, sys.prefix, sys.base_prefix):
        if root:
            yield Path(root) / "share" / "hunspell"


@cache
def _in_packages() -> tuple[Path, ...]:
    """Return the folders of the installed package that holds the dictionary; they do not move while the program runs."""
    try:
        files = metadata.files(_PACKAGE) or []
    except metadata.PackageNotFoundError:
        files = []
    return tuple(Path(str(file.locate())).resolve().parent for file in files if file.name == f"{LANGUAGE}.dic")


@cache
def _is_there(folder: Path) -> bool:
    return all((folder / f"{LANGUAGE}.{ending}").is_file() for ending in ("dic", "aff"))
