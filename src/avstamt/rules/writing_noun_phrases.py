"""Articles and adjectives that do not agree with the noun they stand before: "ett ny vägledning", "de nya arbetssättet".

Only phrases of article, at most one adjective, and a noun whose gender is known are judged.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from functools import lru_cache

from avstamt.language.nouns import Noun, read_noun
from avstamt.language.verbs import VerbForm, read_verb
from avstamt.language.words import Word, word_set
from avstamt.rules.writing_passages import Passage
from avstamt.rules.writing_slips import Slip, kept
from avstamt.rules.writing_words import Occurrence, picked

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
_NO_ADJECTIVES = word_set("förverkliga samtliga samtidigt")
_ORDINALS = word_set("första andra tredje sista senaste")
_PREPOSITIONS = word_set("i av med för om till under inom från på kring genom vid utifrån hos bland mot efter enligt")


@kept
def disagreeing_phrases(passage: Passage) -> Iterator[Slip]:
    """Yield the phrases of a passage whose article or adjective does not agree with their noun."""
    for one in picked((passage,), _is_noun):
        noun, start = read_noun(one.word.lower), _determiner(one)
        start = start or (_definite_owner(one) if noun is not None and noun.definite else None)
        if noun is not None and start is not None and one.word.text.islower() and _disagree(one, start, noun):
            phrase = passage.text[start.start : one.word.end]
            yield Slip(
                passage, start.start, one.word.end, f"Orden i ’{phrase}’ har inte samma genus, antal eller bestämdhet."
            )


@lru_cache(maxsize=16384)
def _is_noun(lower: str) -> bool:
    return read_noun(lower) is not None


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


def _determiner(one: Occurrence) -> Word | None:
    """Return the article or its like that a noun has, at most one adjective away."""
    words, text = one.passage.words, one.passage.text
    if text[one.word.end : one.word.end + 1] in ("-", "/", "\u2011"):  # the first part of a pair
        return None
    for ahead in (1, 2):
        at = one.number - ahead
        if at < 0 or text[words[at].end : words[at + 1].start] != " ":
            return None
        if words[at].lower in _DETERMINERS:
            return words[at] if ahead == 1 or words[at + 1].lower not in _DETERMINERS else None
        if not words[at].text.islower() or _shape(words[at].lower) is None:
            return None
    return None


def _definite_owner(one: Occurrence) -> Word | None:
    """Return the word before where it is the genitive of a definite noun: "förskolans pedagogerna"."""
    before = one.before
    if before is None or not one.follows_directly or not before.lower.endswith("s"):
        return None
    owner = read_noun(before.lower[:-1])
    return before if owner is not None and owner.definite else None


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
    if gender is None or noun.definite or noun.plural or (lower == "vår" and before == "i"):
        return False
    return gender is not noun.neuter


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
