"""Words that ask for another later in their sentence, and do not get it: "såväl … och", "liksom utbildningarna för."."""

from __future__ import annotations

from collections.abc import Iterator

from avstamt.language.nouns import is_definite
from avstamt.language.verbs import VerbForm, read_verb
from avstamt.language.words import Word, word_set
from avstamt.rules.writing_passages import Passage
from avstamt.rules.writing_slips import Slip, kept
from avstamt.rules.writing_words import numbers_among

_PAIRS = {
    "såväl": ("som", word_set("som liksom"), "och"),
    "varken": ("eller", word_set("eller inte"), "och"),
    "både": ("och", word_set("och plus"), "samt"),
}
"""Words of pairs: the word that is to follow, those that may, and the one that is written instead."""

_THEREFORE = "därför"
_SOUGHT = frozenset((*_PAIRS, _THEREFORE))
_STOPS = ".,;:!?\n"
_OPEN = word_set("för från kring enligt mellan hos")
"""Prepositions that are no particles of verbs and no adverbs: what they are of comes after them."""

_LAST = tuple(f" {word}." for word in sorted(_OPEN))

_STRANDS = word_set("som vad vem vilka vilken vilket det den dem dessa detta där hur så")
"""Words that what a preposition is of may stand before it with: "det som vi ansvarar för"."""

_FINITE = frozenset({VerbForm.PRESENT, VerbForm.PAST})
_SUBORDINATE = word_set(
    "som att eftersom när då medan vilka vilken vilket där om innan sedan för trots fast ifall hur vad vars"
)
_HAVING = word_set("har hade")
_FOLLOWING = 2
"""The words behind "därför" that are looked at."""


@kept
def unpaired(passage: Passage) -> Iterator[Slip]:
    """Yield the words that lack their fellow, prepositions that end a sentence, and verbs without a subject."""
    for number in numbers_among(passage, _SOUGHT):
        therefore = passage.words[number].lower == _THEREFORE
        if slip := (_without_subject if therefore else _without_fellow)(passage, number):
            yield slip
    if any(ending in passage.text for ending in _LAST):
        for number in numbers_among(passage, _OPEN):
            if slip := _ends_its_sentence(passage, number):
                yield slip


def _without_fellow(passage: Passage, number: int) -> Slip | None:
    """Return the slip of a pair whose second word is another: one that stands once, and before any other stop."""
    words, text = passage.words, passage.text
    first = words[number]
    fellow, may_follow, instead = _PAIRS[first.lower]
    end = _end_of_sentence(passage, first.start)
    after = [word for word in words[number + 1 :] if word.end <= end]
    others = [word for word in after if word.lower == instead]
    if len(others) != 1 or any(word.lower in may_follow for word in after):
        return None
    if any(sign in text[first.end : others[0].start] for sign in _STOPS) or others[0] is after[-1]:
        return None
    right = text[first.start : others[0].start] + fellow
    message = f"Efter ’{first.lower}’ följer ’{fellow}’, inte ’{instead}’."
    return Slip(passage, first.start, others[0].end, message, right)


def _ends_its_sentence(passage: Passage, number: int) -> Slip | None:
    """Return the slip of a preposition behind a definite noun at the very end of a clause without a verb."""
    words, text = passage.words, passage.text
    word = words[number]
    if number < 1 or text[word.end : word.end + 1] != "." or not is_definite(words[number - 1].lower):
        return None
    sentence = _sentence_before(passage, word)
    clause = [one for one in sentence if one.start > text.rfind(",", 0, word.start)]
    if any(one.lower in _STRANDS for one in sentence) or any(_is_finite(one.lower) for one in clause):
        return None
    return Slip(passage, word.start, word.end, f"Meningen slutar med ’{word.text}’: något har fallit bort efter det.")


def _without_subject(passage: Passage, number: int) -> Slip | None:
    """Return the slip of "och därför har hängt upp", where nobody is told who has, and no clause began before it."""
    words, text = passage.words, passage.text
    if not 0 < number < len(words) - _FOLLOWING or words[number - 1].lower != "och":
        return None
    verb, did = words[number + 1 : number + 1 + _FOLLOWING]
    if verb.lower not in _HAVING:
        return None
    supine = read_verb(did.lower)
    if supine is None or supine.forms != {VerbForm.SUPINE}:
        return None
    if any(one.lower in _SUBORDINATE for one in _sentence_before(passage, verb)):
        return None
    start, end = words[number].start, verb.end
    message = f"Efter ’{text[start:end]}’ saknas den som gör något, eller så står orden i fel ordning."
    return Slip(passage, start, end, message)


def _sentence_before(passage: Passage, word: Word) -> list[Word]:
    """Return the words of the sentence that stand before a word of it."""
    start = next((span.start for span in passage.sentences if span.start <= word.start < span.end), 0)
    return [one for one in passage.words if start <= one.start < word.start]


def _end_of_sentence(passage: Passage, at: int) -> int:
    return next((span.end for span in passage.sentences if span.start <= at < span.end), len(passage.text))


def _is_finite(lower: str) -> bool:
    reading = read_verb(lower)
    return reading is not None and not reading.forms.isdisjoint(_FINITE)
