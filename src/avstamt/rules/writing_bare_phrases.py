"""Nouns in a form that what stands before them does not allow: "en ledaren", "av de nya medarbetare har", "med nya rutin"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from avstamt.language.nouns import Noun, is_definite, read_noun
from avstamt.language.verbs import VerbForm, read_verb
from avstamt.language.words import Word, word_set
from avstamt.rules.writing_passages import Passage
from avstamt.rules.writing_slips import Slip, kept
from avstamt.rules.writing_words import numbers_among

_ARTICLES = {"en": False, "ett": True}
_FREE = word_set("den de")
_OWN = frozenset({"egna"})
_PREPOSITIONS = word_set("med för om till under inom på kring genom vid utifrån hos enligt av")
_SOUGHT = frozenset(_ARTICLES) | _FREE | _OWN | _PREPOSITIONS
_COMPARED = word_set(
    "lugnare tydligare bredare starkare bättre större högre lägre längre kortare tryggare snabbare djupare enklare bättre"
)
_WEAK = ("liga", "iska", "ella", "tiva", "itala", "onala", "okala", "erade")
_NO_WEAK = word_set("samtliga enstaka svenska politiska engelska")
_MADE = (*_WEAK, "ande", "da", "ade")
"""Ends of adjectives and participles in the weak form; not "-sta", which "de flesta medarbetare har" ends with."""

_VERBS = word_set("har är ska kan kommer får hade var blev utgör")
_AGENTS = ("aren",)
_LEAST = 7


@kept
def wrong_behind(passage: Passage) -> Iterator[Slip]:
    """Yield the phrases whose noun has a form that its article, adjective or preposition does not allow."""
    words = passage.words
    last = len(words) - 1
    for number in numbers_among(passage, _SOUGHT):
        one = words[number]
        if number < last and one.lower in _PREPOSITIONS and not words[number + 1].lower.endswith(_WEAK):
            continue  # as most are
        after = words[number + 1 : number + 4]
        if not after or passage.text[one.end : after[0].start] != " ":
            continue
        if one.lower in _ARTICLES:
            noun = _behind_article(passage, one, after)
        elif one.lower in _FREE:
            noun = _behind_free(passage, after)
        elif one.lower in _OWN:
            noun = _behind_own(words[number - 1] if number else None, after)
        else:
            noun = _behind_preposition(passage, after)
        if noun is not None:
            start = after[0].start if one.lower in _PREPOSITIONS else one.start
            phrase = passage.text[start : noun.end]
            message = f"Orden i ’{phrase}’ har inte samma genus, antal eller bestämdhet."
            yield Slip(passage, start, noun.end, message)


def _behind_article(passage: Passage, article: Word, after: tuple[Word, ...]) -> Word | None:
    """Return the definite name of who does something, or the plural noun behind a comparative."""
    first = after[0]
    if first.text.islower() and len(first.text) >= _LEAST and first.lower.endswith(_AGENTS):
        noun = read_noun(first.lower)
        return first if not _ARTICLES[article.lower] and (noun is None or noun.definite) else None
    if first.lower in _COMPARED and _meet(passage, *after[:2]):
        noun = read_noun(after[1].lower)
        return after[1] if noun is not None and noun.plural and not noun.definite else None
    return None


def _behind_free(passage: Passage, after: tuple[Word, ...]) -> Word | None:
    """Return the indefinite noun behind "de" and an adjective, where a verb or a stop follows: "de nya medarbetare har"."""
    if not _meet(passage, *after[:2]):
        return None
    adjective, noun = after[:2]
    ends = passage.text[noun.end : noun.end + 1] == "."
    verb_follows = len(after) > len(("adjective", "noun")) and _meet(passage, *after[1:]) and after[2].lower in _VERBS
    read = read_noun(noun.lower)
    is_noun = read_noun(adjective.lower) is not None and not adjective.lower.endswith("ande")
    if read is None or read.definite or is_noun or not (ends or verb_follows):
        return None
    if not adjective.lower.endswith(_MADE) and adjective.lower not in ("nya", "stora", "olika"):
        return None
    verb_too = read_verb(adjective.lower)
    return noun if (verb_too is None or VerbForm.INFINITIVE not in verb_too.forms) and not read.is_bare else None


def _behind_own(owner: Word | None, after: tuple[Word, ...]) -> Word | None:
    """Return the singular noun behind "egna" and its owner: "barnens egna metod"."""
    if owner is None or not owner.lower.endswith("s") or not is_definite(owner.lower[:-1]):
        return None
    return after[0] if _is_one(read_noun(after[0].lower)) else None


def _behind_preposition(passage: Passage, after: tuple[Word, ...]) -> Word | None:
    """Return the singular, indefinite noun behind an adjective on -a, with no article: "med digitala metod"."""
    if not _meet(passage, *after[:2]) or not after[0].text.islower():
        return None
    adjective, noun = after[:2]
    if not adjective.lower.endswith(_WEAK) or adjective.lower in _NO_WEAK or not noun.text.islower():
        return None
    if passage.text[noun.end : noun.end + 1] in ("-", "/", "\u2011") or read_noun(adjective.lower) is not None:
        return None
    reading = read_verb(adjective.lower)
    if reading is not None and VerbForm.INFINITIVE in reading.forms:
        return None
    return noun if _is_one(read_noun(noun.lower)) else None


def _is_one(noun: Noun | None) -> bool:
    return noun is not None and noun.is_bare


def _meet(passage: Passage, *words: Word) -> bool:
    """Tell whether two or more words stand with a blank between them, and nothing else."""
    return len(words) > 1 and all(passage.text[one.end : two.start] == " " for one, two in pairwise(words))
