"""The words for what is aimed at: goals, targets, indicators, expected results and activities."""

from __future__ import annotations

import re
from functools import lru_cache

from avstamt.language.claims.model import Aim, Verdict
from avstamt.language.words import word_set

_GOAL = re.compile(
    r"(?:enhets|nämnd|nämnde|verksamhets|inriktnings|områdes|del|huvud|resultat|effekt|kvalitets|miljö|klimat|budget|kf-|"
    r"övergripande|fullmäktige)?mål(?:et|en|ets|ens|s|sättning(?:en|ar|arna)?)?|(?:enhets|nämnd)?åtagande(?:t|n|na)?"
)
_TARGET = re.compile(
    r"(?:kf-?)?årsmål(?:et|en|ets|ens|s)?|mål(?:värde|tal|nivå)(?:t|et|en|er|erna|na)?|etappmål(?:et|en)?"
)
_INDICATOR = re.compile(r"(?:kf-|nämnd|enhets|del)?indikator(?:n|er|erna|ns|ers|ernas)?")
_ACTIVITY = re.compile(r"(?:kf-|nämnd|enhets)?aktivitet(?:en|er|erna|ens|ernas|s)?")
_FULFILMENT = re.compile(r"måluppfyllelse(?:n)?")
_RESULT_BEFORE = re.compile(r"förvänta[dt]e?|förväntade")
_RESULT = re.compile(r"resultat(?:et|en)?")

AIM_LINKS = word_set(
    """
    om på är var att satt satta sattes till minst högst för året årets har varit ligger låg uppgår uppgick uppsatta dvs
    ca cirka helåret verksamhetsåret i motsvarar nämndens enhetens stadens vara under maximalt max lägst år uppgå som
    """
)
"""Words that may stand between the word for an aim and its figure: "årsmålet för 2024 är satt till minst 70 procent"."""

DEGREES: tuple[tuple[re.Pattern[str], Verdict], ...] = (
    (re.compile(r"\binte\s+(?:fullt\s+ut|helt|till\s+fullo|i\s+sin\s+helhet)\b", re.IGNORECASE), Verdict.PARTLY),
    (
        re.compile(
            r"\b(?:delvis|till\s+(?:viss|stor|större)\s+del|i\s+huvudsak|nästan|i\s+stort(?:\s+sett)?|i\s+viss\s+mån)\b",
            re.IGNORECASE,
        ),
        Verdict.PARTLY,
    ),
    (re.compile(r"\b(?:helt|fullt\s+ut|till\s+fullo|i\s+sin\s+helhet|fullständigt)\b", re.IGNORECASE), Verdict.FULL),
)
"""Words that say how far an aim is reached, the denied ones first."""


def aim_of(lower: str, before: str = "") -> Aim | None:
    """Return what a word in lower case aims at, given the word before it; None for other words."""
    aim = _aim_word(lower)
    return None if aim is Aim.EXPECTED_RESULT and not _RESULT_BEFORE.fullmatch(before) else aim


@lru_cache(maxsize=16384)
def _aim_word(lower: str) -> Aim | None:
    if _TARGET.fullmatch(lower):
        return Aim.TARGET
    if _GOAL.fullmatch(lower) or _FULFILMENT.fullmatch(lower):
        return Aim.GOAL
    if _INDICATOR.fullmatch(lower):
        return Aim.INDICATOR
    if _ACTIVITY.fullmatch(lower):
        return Aim.ACTIVITY
    return Aim.EXPECTED_RESULT if _RESULT.fullmatch(lower) else None


def degree_in(text: str) -> Verdict | None:
    """Return how far a stretch of text says that something is reached, None where it does not say."""
    return next((verdict for pattern, verdict in DEGREES if pattern.search(text)), None)
