"""What in an indicator's name tells it from others: its words, each with a weight and a stem."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from avstamt.language.grammar import SMALL_WORDS
from avstamt.language.wordforms.stems import stem
from avstamt.language.words import word_set

_BRACKETS = frozenset("()")
_PART = re.compile(r"[^\W\d_]+(?:[-:][^\W\d_]+)*|\d+(?:\s?[-–]\s?\d+)?|[()]")
_DASHES = re.compile(r"\s?[-–]\s?")
_MEASURING = word_set(
    "andel andelen antal antalet procent utfall resultat nivå genomsnitt snitt medelvärde värde värdet totalt totala kronor"
)
_GENERAL = word_set(
    """
    person personer barn ungdom ungdomar unga vuxna familj familjer hushåll brukare medarbetare deltagare invånare
    kvinnor män flickor pojkar stad staden stadens stockholm stockholms stadsdelsområdet stadsdelsnämnden nämnden
    nämndens enheten enhetens förvaltningen förvaltningens verksamhet verksamheter verksamheternas regi insats insatser
    insatserna insatsen stöd service index indexvärde upplever anser känner lever bedöms genomförs genomförts år dagar
    månader veckor timmar inkommet tillhandahållna stadsövergripande enligt ärenden ärende socialtjänsten socialtjänst
    förhållande jämfört samband förebyggande arbete arbetet helt hela utsatts får fått fullföljt
    """
)
_WHOLE = 1.0
_SLIGHT = 0.4
_ASIDE = 0.5


class NameWord(NamedTuple):
    """One telling word of a name: its stem and how much it tells, from 0 to 1."""

    stem: str
    weight: float


@lru_cache(maxsize=4096)
def name_words(name: str) -> tuple[NameWord, ...]:
    """Return the telling words of an indicator's name, each stem once, in order.

    Words that every name has ("andel", "antal", "som") tell nothing, general ones ("personer") little, those in
    brackets half. A span of digits ("1-14") tells as much as a word.
    """
    found: dict[str, float] = {}
    depth = 0
    for part in _PART.findall(name.lower()):
        if part in _BRACKETS:
            depth += 1 if part == "(" else -1
            continue
        if part in SMALL_WORDS or part in _MEASURING:
            continue
        weight = (_SLIGHT if part in _GENERAL else _WHOLE) * (_ASIDE if depth > 0 else 1)
        key = _DASHES.sub("-", part) if part[0].isdecimal() else stem(part)
        found[key] = max(found.get(key, 0.0), weight)
    if not found:
        return tuple(NameWord(stem(part), _WHOLE) for part in _PART.findall(name.lower()) if part not in _BRACKETS)
    return tuple(NameWord(key, weight) for key, weight in found.items())
