"""Articles and adjectives that do not agree with the noun they stand before: "ett ny vägledning", "de nya arbetssättet".

Only phrases of article, at most one adjective, and a noun whose gender is known are judged.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from functools import lru_cache

from avstamt.language.grammar import SMALL_WORDS
from avstamt.language.nouns import Noun, is_definite, read_noun
from avstamt.language.verbs import VerbForm, read_verb
from avstamt.language.words import Word, WordSort, word_set
from avstamt.rules.writing_passages import Passage
from avstamt.rules.writing_slips import Slip, kept
from avstamt.rules.writing_words import Occurrence, numbers_among

_ARTICLES = {"en": False, "ett": True}
_OWNERS = {
    "sin": False,
    "vår": False,
    "någon": False,
    "ingen": False,
    "sitt": True,
    "vårt": True,
    "något": True,
    "inget": True,
}
_POINTING = {"denna": False, "detta": True, "dessa": None}
_FREE = {"den": False, "det": True, "de": None}
_MANY = word_set("alla samtliga flera många olika dessa några flertal")
_DETERMINERS = frozenset((*_ARTICLES, *_OWNERS, *_POINTING, *_FREE, *_MANY))
_COUNTED = (
    "skola", "nämnd", "aktivitet", "indikator", "insats", "verksamhet", "åtgärd", "förvaltning", "avdelning", "rutin",
    "metod", "process", "utmaning", "enhet", "förening", "satsning", "rapport", "händelse", "effekt", "kontakt", "område",
    "möte", "ärende", "chef", "ungdom", "elev", "pedagog", "förutsättning",
)  # fmt: skip
"""What is counted and hardly ever given: "ger många möjlighet" is right."""


_PHRASE = 3
"""The words from what stands before a phrase to its noun."""


class _Shape(Enum):
    """The form of an adjective: before an en-word, an ett-word, either, or a plural or definite noun."""

    COMMON = auto()
    NEUTER = auto()
    EITHER = auto()
    WEAK = auto()
    PARTICIPLE = auto()  # weak too, but a past tense as well


_STRONG = (_Shape.COMMON, _Shape.NEUTER, _Shape.EITHER)
_WORDS = {
    _Shape.COMMON: "ny stor god hög låg lång bred stark svag egen särskild öppen tydlig säker aktiv effektiv positiv negativ kreativ annan",
    _Shape.NEUTER: "annat nytt stort gott högt lågt långt brett starkt svagt eget öppet säkert ökat minskat förbättrat fördjupat utökat "
                   "utvecklat",
    _Shape.EITHER: "bra fortsatt förstärkt extra",
    _Shape.WEAK: "nya stora goda höga låga långa breda starka svaga egna särskilda öppna senaste gångna första andra tredje sista befintliga",
}  # fmt: skip
_SHAPE_OF = {word: shape for shape, words in _WORDS.items() for word in words.split()}
_ENDINGS = {
    _Shape.COMMON: ("lig", "tig", "isk", "sam", "bar", "ell", "ital", "onal", "okal", "ulär"),
    _Shape.NEUTER: ("ligt", "tigt", "iskt", "samt", "bart", "ellt", "italt", "onalt", "okalt", "ulärt", "tivt"),
    _Shape.EITHER: ("ande", "ende"),
    _Shape.WEAK: ("liga", "tiga", "iska", "samma", "bara", "ella", "tiva", "itala", "onala", "okala", "ulära"),
    _Shape.PARTICIPLE: ("ade",),
}
_DEFINITE_GENITIVES = WordSort(lambda lower: lower.endswith("s") and is_definite(lower[:-1]))
_NO_ADJECTIVES = word_set("förverkliga samtliga samtidigt")
_ORDINALS = word_set("första andra tredje sista senaste")
_PREPOSITIONS = word_set("i av med för om till under inom från på kring genom vid utifrån hos bland mot efter enligt")


@kept
def disagreeing_phrases(passage: Passage) -> Iterator[Slip]:
    """Yield the phrases of a passage whose article or adjective does not agree with their noun."""
    if not passage.is_running:
        return
    for number, start in sorted((dict(_owned(passage)) | dict(_determined(passage))).items()):
        one, noun = Occurrence(passage, number), read_noun(passage.words[number].lower)
        if noun is not None and one.word.text.islower() and _disagree(one, passage.words[start], noun):
            first, last = passage.words[start].start, one.word.end
            phrase = passage.text[first:last]
            yield Slip(passage, first, last, f"Orden i ’{phrase}’ har inte samma genus, antal eller bestämdhet.")


def _determined(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the nouns that have an article or its like, at most one adjective away, each with that of it."""
    words, text = passage.words, passage.text
    for start in numbers_among(passage, _DETERMINERS):
        for number in range(start + 1, min(start + _PHRASE, len(words))):
            word = words[number]
            if text[words[number - 1].end : word.start] != " ":
                break
            of_name = (
                text[word.end : word.end + 1] in ("-", "/", "\u2011") or text[word.end + 1 : word.end + 2].isdigit()
            )
            if not of_name and read_noun(word.lower) is not None and _may_stand(words[start + 1 : number]):
                yield number, start
            if word.lower in _DETERMINERS:
                break


def _may_stand(between: tuple[Word, ...]) -> bool:
    """Tell whether the words between an article and its noun are adjectives."""
    return all(word.text.islower() and _shape(word.lower) is not None for word in between)


def _owned(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the definite nouns behind the genitive of another, each with its: "förskolans pedagogerna"."""
    words, text = passage.words, passage.text
    for number in _DEFINITE_GENITIVES.numbers_in(text):
        after = number + 1
        if (
            after < len(words)
            and text[words[number].end : words[after].start] in (" ", "\u00a0")
            and is_definite(words[after].lower)
        ):
            yield after, number


@lru_cache(maxsize=16384)
def _shape(lower: str) -> _Shape | None:
    """Return the form of a word that is an adjective by its ending."""
    if lower in _SHAPE_OF:
        return _SHAPE_OF[lower]
    if lower in _NO_ADJECTIVES or read_noun(lower) is not None:
        return None
    verb = read_verb(lower)
    if verb is not None and VerbForm.INFINITIVE in verb.forms:
        return None
    if _is_supine(lower) and verb is not None and verb.verb.has_one_participle:
        return _Shape.EITHER
    if _is_supine(f"{lower[:-1]}t"):
        return _Shape.NEUTER if lower[-1] == "t" else _Shape.COMMON if lower[-1] == "d" else None
    return next((shape for shape, endings in _ENDINGS.items() if lower.endswith(endings)), None)


def _is_supine(lower: str) -> bool:
    verb = read_verb(lower)
    return verb is not None and verb.forms == {VerbForm.SUPINE} and not lower.endswith("it")


def _disagree(one: Occurrence, start: Word, noun: Noun) -> bool:
    between = one.before
    lower = start.lower
    if lower not in _DETERMINERS:
        return True
    if between is None or between is start:
        return _disagree_directly(one, lower, noun)
    shape = _shape(between.lower)
    if lower in _ARTICLES:
        return between.lower not in _ORDINALS and _disagree_with_article(_ARTICLES[lower], shape, noun)
    if lower in _FREE:
        return _disagree_when_definite(one, _FREE[lower], shape, noun)
    if lower in _MANY and not noun.definite:
        single = noun.plural is False and one.word.lower.endswith(_COUNTED) and shape is _Shape.WEAK
        neuter = shape is _Shape.NEUTER and not _is_supine(between.lower)  # "trots att alla fått plats"
        return single or (neuter and lower not in ("några", "flertal"))
    return False


def _disagree_directly(one: Occurrence, lower: str, noun: Noun) -> bool:
    before = one.passage.words[one.number - 2].lower if one.number > 1 else ""
    if lower in _POINTING and noun.definite:
        return True
    if lower in _MANY and noun.plural is False and not noun.definite:
        return one.word.lower.endswith(_COUNTED)
    gender = _ARTICLES.get(lower, _OWNERS.get(lower))
    if _is_participle(one):
        return False
    if gender is None or noun.definite or noun.plural or (lower == "vår" and before == "i"):
        return False
    return gender is not noun.neuter


def _is_participle(one: Occurrence) -> bool:
    """Tell whether a noun on -ande describes the word behind it: "en lärande organisation"."""
    after = one.after
    if after is None or not one.word.lower.endswith("ande") or after.lower in SMALL_WORDS:
        return False
    return one.passage.text[one.word.end : after.start] == " "


def _disagree_with_article(neuter: bool, shape: _Shape | None, noun: Noun) -> bool:
    """Tell whether "en" or "ett", an adjective and a noun disagree: in gender, or the noun is definite."""
    if shape is _Shape.WEAK:
        return not noun.plural and not noun.definite
    if shape not in _STRONG or noun.plural:
        return False
    wrong_shape = shape is (_Shape.COMMON if neuter else _Shape.NEUTER)
    return noun.definite or neuter is not noun.neuter or wrong_shape


def _disagree_when_definite(one: Occurrence, neuter: bool | None, shape: _Shape | None, noun: Noun) -> bool:
    """Tell whether "den", "det" or "de", an adjective and a definite noun disagree."""
    if not noun.definite:
        return False
    fits = bool(noun.plural) if neuter is None else (not noun.plural and neuter is noun.neuter)
    if shape in (_Shape.COMMON, _Shape.NEUTER):
        return fits and (neuter is not None or shape is _Shape.COMMON)
    if shape is _Shape.PARTICIPLE and not (_follows_preposition(one) or _has_its_verb(one)):
        return False  # "det gynnade verksamheten"
    return not fits


def _follows_preposition(one: Occurrence) -> bool:
    words = one.passage.words
    before = one.number - _PHRASE
    return before >= 0 and words[before].lower in _PREPOSITIONS


def _has_its_verb(one: Occurrence) -> bool:
    verb = read_verb(one.after.lower) if one.after is not None else None
    return verb is not None and verb.forms.issubset({VerbForm.PRESENT, VerbForm.PAST})
