"""Rules about words that stand twice: the same word in a row, and the same verb on both sides of its subject."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from avstamt.domain.finding import Level
from avstamt.language.grammar import SMALL_WORDS
from avstamt.language.nouns import read_noun
from avstamt.language.words import Word, repeated_in, word_set
from avstamt.rules.model import Aspect, Context, Observation, rule
from avstamt.rules.writing_passages import Passage
from avstamt.rules.writing_slips import Slip, each, kept

_MAY_MEET = frozenset(
    [
        "det",
        "den",
        "de",
        "är",
        "har",
        "var",
        "så",
        "där",
        "här",
        "finns",
        "ut",
        "upp",
        "in",
        "man",
        "hur",
        "vad",
        "kan",
        "ska",
        "gör",
        "görs",
        "sker",
        "gäller",
        "händer",
        "behövs",
        "krävs",
    ]
)
_TURNS_CLAUSE = frozenset(
    ["som", "vad", "där", "när", "hur", "de", "vi", "man", "den", "det", "vilka", "vilket", "vilken", "om", "att"]
)
_LOOKS_BACK = 5
_HEADS_CLAUSE = word_set("som vi de man den det hon han")
_LEAST_NOUN = 7
_PAIR = 2
_AUXILIARIES = frozenset(
    ["har", "är", "kan", "ska", "hade", "var", "kommer", "bör", "får", "blev", "blir", "skulle", "kunde"]
)
_BEHIND_IT = _AUXILIARIES | {"finns", "gäller", "sker", "krävs", "behövs"}
_SUBJECT = re.compile(r"^(?:\w{2,}(?:en|et|na|erna|arna)|vi|de|man|hon|han|den|det)$")
_PASSIVE = re.compile(r"^\w{3,}(?:ås|as|es)$")
_NO_PASSIVE = re.compile(r"(?:nas|ens|ets|ers|ars|ess|gas|ndes|ades|des|lles)$")
_BREAKS = re.compile(r"[,.;:()!?\n–]")
_JOINS = frozenset(["och", "men", "eller", "som", "att", "samt", "där", "om", "när", "än", "respektive", "till"])
_REACH = 4
_STEP_BY_STEP = word_set("för efter till vid om i mot")
_STRANDED, _RELATIVE = word_set("med på i för till om av från"), word_set("som vad")
"""What may end a relative clause and begin what follows: "det vi arbetar med med barnen"."""


@rule(
    "SPR-102",
    name="dubblerat-ord",
    level=Level.TIP,
    basis="svenska skrivregler",
    reads="part",
    heeds=(Aspect.TEXTS, Aspect.ACTIVITIES),
)
def no_word_stands_twice(context: Context) -> Iterator[Observation]:
    """Inget ord står två gånger i rad.

    Varför: ett dubblerat ord är nästan alltid en rest av en ändring. Ord som kan mötas i en riktig mening, som ’det
    det’ och ’har har’, anmärks bara där de inte kan höra till var sin sats.
    Fel: Enheten arbetar med att att korta väntetiden.
    Rätt: Enheten arbetar med att korta väntetiden.
    """
    yield from each(slip for passage in context.passages for slip in _doubled(passage))


@rule(
    "SPR-103",
    name="dubblerat-verb",
    level=Level.TIP,
    basis="svenska skrivregler",
    reads="part",
    heeds=(Aspect.TEXTS, Aspect.ACTIVITIES),
)
def no_verb_stands_on_both_sides(context: Context) -> Iterator[Observation]:
    """Samma verb står inte både före och efter sitt subjekt.

    Varför: när en mening skrivs om blir verbet ofta kvar på den gamla platsen.
    Fel: Under våren har nämnden har beslutat om en ny rutin.
    Rätt: Under våren har nämnden beslutat om en ny rutin.
    """
    for passage in context.running:
        yield from each(_doubled_verbs(passage))


@kept
def _doubled(passage: Passage) -> Iterator[Slip]:
    words = passage.words
    for at in _again(passage):
        one, two = words[at - 1], words[at]
        if one.lower == two.lower:
            if _meet(passage, one, two) and _is_slip(passage, at):
                yield Slip(passage, one.start, two.end, f"Ordet ’{two.text}’ står två gånger i rad.", one.text)
        elif one.lower == "och" and _is_doubled_noun(passage, at):
            yield Slip(passage, words[at - 2].start, two.end, f"Ordet ’{two.text}’ står två gånger.", two.text)
        elif at > _PAIR and _is_doubled_pair(passage, at):
            first = words[at - 3]
            kept = passage.text[first.start : words[at - 2].end]
            yield Slip(passage, first.start, two.end, f"Orden ’{kept}’ står två gånger i rad.", kept)


def _again(passage: Passage) -> list[int]:
    """Return the numbers of the words that stand at most a word behind the same word, in order."""
    return sorted(
        two for _word, numbers in repeated_in(passage.text) for one, two in pairwise(numbers) if two - one <= _PAIR
    )


def _meet(passage: Passage, one: Word, two: Word) -> bool:
    return bool(passage.text[one.end : two.start]) and not passage.text[one.end : two.start].strip(" \u00a0\n")


def _is_slip(passage: Passage, at: int) -> bool:
    """Tell whether the word at `at` cannot well stand twice: no number, no name, no clause that ends with it."""
    words = passage.words
    word = words[at]
    if not word.text[0].isalpha() or word.text[0].isupper():
        return False
    if word.lower not in _MAY_MEET:
        near = words[max(0, at - 1 - _LOOKS_BACK) : at - 1]
        return word.lower not in _STRANDED or _RELATIVE.isdisjoint(other.lower for other in near)
    sentence = next((span for span in passage.sentences if span.start <= word.start < span.end), None)
    if sentence is None or words[at - 1].start == sentence.start:
        return sentence is not None
    if at == _PAIR and words[0].lower == "det" and word.lower in _BEHIND_IT:
        return True
    before = [other.lower for other in words[max(0, at - 1 - _LOOKS_BACK) : at - 1] if other.start >= sentence.start]
    return word.lower in _AUXILIARIES and not _TURNS_CLAUSE.intersection(before)


def _is_doubled_noun(passage: Passage, at: int) -> bool:
    """Tell whether a noun stands on both sides of "och", and nothing is said of the second of the two."""
    words = passage.words
    if len(words[at].text) < _LEAST_NOUN or not words[at].text.islower() or words[at].lower.endswith("re"):
        return False
    if at > _PAIR and words[at - 3].lower == "mellan":
        return False
    apart = passage.text[words[at - 2].end : words[at].start] != " och "
    return (
        not apart and read_noun(words[at].lower) is not None and passage.text[words[at].end : words[at].end + 1] != "-"
    )


def _is_doubled_pair(passage: Passage, at: int) -> bool:
    words = passage.words[at - 3 : at + 1]
    if words[1].lower in _STEP_BY_STEP and words[0].lower not in SMALL_WORDS:
        return False  # "steg för steg för att"
    return (
        (words[0].lower, words[1].lower) == (words[2].lower, words[3].lower)
        and all(word.text[0].isalpha() for word in words)
        and all(_meet(passage, one, two) for one, two in pairwise(words))
        and not words[1].text[0].isupper()
    )


@kept
def _doubled_verbs(passage: Passage) -> Iterator[Slip]:
    words = passage.words
    for at, others in sorted(_verbs_again(passage)):
        word = words[at]
        ahead = next((ahead for ahead in others if _is_left_over(passage, at, ahead)), None)
        if ahead is not None:
            message = f"Verbet ’{word.lower}’ står både före och efter sitt subjekt eller adverb."
            yield Slip(passage, word.start, words[ahead].end, message, _without_second(passage, word, words[ahead]))


def _verbs_again(passage: Passage) -> Iterator[tuple[int, list[int]]]:
    """Yield the numbers of the words that may be verbs, each with those of the same word a word or more behind it."""
    for lower, numbers in repeated_in(passage.text):
        if lower[-1] == "s" or lower in _AUXILIARIES:
            for at in numbers:
                if others := [ahead for ahead in numbers if _PAIR <= ahead - at <= _REACH]:
                    yield at, others


def _without_second(passage: Passage, word: Word, other: Word) -> str | None:
    return passage.text[word.start : other.start].rstrip() if word.lower in _AUXILIARIES else None


def _is_left_over(passage: Passage, at: int, ahead: int) -> bool:
    words = passage.words
    between = words[at + 1 : ahead]
    if _BREAKS.search(passage.text, words[at].end, words[ahead].start):
        return False
    if words[at].lower in _AUXILIARIES:
        relative = at > 0 and words[at - 1].lower in _HEADS_CLAUSE  # "den som har ansvaret har"
        return not relative and len(between) == 1 and _SUBJECT.match(between[0].lower) is not None
    if not _PASSIVE.match(words[at].lower) or _NO_PASSIVE.search(words[at].lower):
        return False
    return not _JOINS.intersection(word.lower for word in between)
