"""The counted noun behind a number: past its adjectives, but never a verb or a small word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from avstamt.language.grammar import SMALL_WORDS
from avstamt.language.words import BLANKS, Span, Word, word_set

_MOST_ADJECTIVES = 3
_TWIN_JOINERS = frozenset({"och", "samt", "eller"})
_VERB = re.compile(r"(?:ats|its|tts|dts|ades|des|at|ade|ått|[^aeiouyåäön]de|[^aeiouyåäö]te)$")
_NOUNS_IN_AT = re.compile(
    r"(?:värde|resultat|certifikat|kamrat|mandat|format|apparat|klimat|kandidat|magistrat|internat|citat|soldat|debat|salat"
    r"|automat|advokat|demokrat|mat|aspirat|referat|avtalat|konsulat|sekretariat|patient)$"
)
_NO_NOUNS = ("ade", "rda", "lda", "nda", "gda", "jda", "målet")
_PEOPLE = word_set("anställda")
_NOUNS_IN_S = ("hus", "ljus", "plats", "kurs", "process", "adress", "buss", "paus", "kris")
_VERBS = word_set(
    """
    gått fått haft blivit kommit lett sett gjort tagit hållit ringt sökt mött nått stått lämnat deltagit beviljats
    avslutats inkommit erhållit avser gäller avsåg gällde kom fick gick blev ledde tog höll ringde sökte nådde tackat
    ligger låg behöver behövde saknar saknade uppger uppgav svarade svarar anger angav tycker tyckte känner kände
    är var deltar arbetar väntar finns fanns står stod går bor bodde lever levde visar upplever upplevde söker börjar
    började slutar slutade byter bytte uppnår uppfyller når klarar klarade kvarstår återstår tillkommer tillkom omfattar
    pågår pågick fortsätter fortsatte återstod erbjuder ger tar driver leder ledde ingår ingick består bestod
    flyttar flyttade startar stängde öppnade berör höjer sänker sker skedde deltog gav såg skrev drog slog lät lade sade bad valde
    gällande avseende angående rörande jämfört jmf jmfr jfr jämförelse vardera totalt sammanlagt färdigställda
    innebär innebar förra föregående samma motsvarar motsvarade planeras ökar minskar sjunker stiger
    """
)
_ADJECTIVE = re.compile(
    r"(?:liga|iga|ska|ella|ala|iva|ande|ende|ade|ära|ösa|bara|samma|ana|ata|fulla|ista|alda|yllda|öpta|sta|nda|lda|rda)$"
)
_ADJECTIVES = word_set(
    """
    nya stora små olika andra egna flera fler färre bra goda långa korta höga låga unga äldre yngre gamla hela halva
    fasta lösa öppna extra digitala fysiska interna externa fria tunga lätta mindre större ytterligare övriga gamla
    ny ett stort nytt stor liten litet egen eget extern intern digital fysisk särskilda särskild gemensam gemensamma
    sådana sådan sådant ordinarie vuxna inskrivna placerade
    """
)


class Noun(NamedTuple):
    """A counted noun and where it stands."""

    text: str
    span: Span


def counted_noun(text: str, words: Sequence[Word], index: int, end: int, *, one: bool = False) -> Noun | None:
    """Return the noun that the word at `index` begins or leads to; None where something else follows the number.

    The number ends at `end`; `one` tells that it is 1, before which an adjective ends otherwise. A word counts only
    where nothing but blanks stands between it and what goes before.
    """
    chosen: Word | None = None
    for place in range(index, min(index + _MOST_ADJECTIVES + 1, len(words))):
        word = words[place]
        if not _is_beside(text, end, word.start) or not _may_be_counted(text, word):
            break
        if chosen is not None and not _is_adjective(chosen.lower, one=one):
            break
        chosen, end = word, word.end
        if twin := _twin(text, words, place):
            chosen = twin
            break
    if chosen is None or chosen.lower in _ADJECTIVES or _describes(chosen.lower):
        return None
    return Noun(text[chosen.start : chosen.end], chosen.span)


def _describes(lower: str) -> bool:
    """Tell whether a last word only describes ("40 genomförda"), so that nothing is named as counted."""
    return lower.endswith(_NO_NOUNS) and lower not in _PEOPLE


def _twin(text: str, words: Sequence[Word], place: int) -> Word | None:
    """Return the whole word that a cut-off one leads to: "trygghets- och säkerhetsråd"."""
    if not text.startswith("-", words[place].end) or place + 2 >= len(words):
        return None
    return words[place + 2] if words[place + 1].lower in _TWIN_JOINERS else None


def _is_beside(text: str, end: int, start: int) -> bool:
    return not text[end:start].strip(BLANKS + "\n")


def _may_be_counted(text: str, word: Word) -> bool:
    lower = word.lower
    if lower in SMALL_WORDS or lower in _VERBS or lower[0].isdecimal():
        return False
    if lower.endswith("s") and not lower.endswith(_NOUNS_IN_S) and not text.startswith("-", word.end):
        return False
    return not _VERB.search(lower) or lower in _ADJECTIVES or lower.endswith("ade") or bool(_NOUNS_IN_AT.search(lower))


def _is_adjective(lower: str, *, one: bool) -> bool:
    return lower in _ADJECTIVES or bool(_ADJECTIVE.search(lower)) or (not one and lower.endswith("a"))
