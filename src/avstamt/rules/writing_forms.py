"""The rule about forms that cannot stand where they stand: a present tense behind "har" or "ska", a genitive before a verb."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from avstamt.domain.finding import Level
from avstamt.language.spelling_dictionary import Dictionary, DictionaryMissing, swedish
from avstamt.language.words import Word, word_set
from avstamt.rules.model import Aspect, Context, Observation, rule
from avstamt.rules.writing_chains import may_end_clause, wrong_verbs
from avstamt.rules.writing_clauses import wrong_in_clause
from avstamt.rules.writing_passages import Passage
from avstamt.rules.writing_slips import Slip, each
from avstamt.rules.writing_verbs import is_infinitive
from avstamt.rules.writing_words import Occurrence, picked

_LEAST = 5
_SUBJECTS = ("enheten", "nämnden", "förvaltningen", "verksamheten", "avdelningen", "gruppen", "arbetet", "personalen", "barnen",
             "arna", "erna", "orna")  # fmt: skip
_HAS = word_set("har hade ha")
_WILL = word_set("ska skall skulle kan kunde bör måste behöver")
_BETWEEN = word_set("inte även också nu redan ännu alltid aldrig")
_VERBS = word_set("har hade är var ska skulle kommer får kan blev")
_VOWELS = "aeiouyåäö"
_OWNERS = ("ernas", "arnas", "ornas", "ningens", "hetens", "tionens", "arbetets")
_OPENING_ENDS = (*_OWNERS, *_SUBJECTS)


@rule(
    "SPR-121",
    name="verbform",
    level=Level.TIP,
    basis="svensk språklära",
    slow=True,
    reads="part",
    heeds=(Aspect.TEXTS, Aspect.ACTIVITIES),
)
def verbs_have_the_form_their_sentence_asks_for(context: Context) -> Iterator[Observation]:
    """Verbet har den form som ’har’ eller ’ska’ före det kräver, och den som gör något skrivs utan genitiv-s.

    Varför: en ändelse för mycket eller för lite är ofta kvar från en tidigare version av meningen.
    Fel: Rutinerna har används av alla enheter.
    Rätt: Rutinerna har använts av alla enheter.
    """
    told = {
        slip.place: slip for passage in context.running for slip in (*wrong_verbs(passage), *wrong_in_clause(passage))
    }
    yield from each(told.values(), safe=False)
    try:
        dictionary = swedish()
    except DictionaryMissing:
        return  # the rule on spelling says so
    slips = chain.from_iterable(_wrong_forms(passage, dictionary) for passage in context.running)
    yield from each((slip for slip in slips if slip.place not in told), safe=False)


@lru_cache(maxsize=4096)  # a passage that stands unchanged is not read again
def _wrong_forms(passage: Passage, dictionary: Dictionary) -> tuple[Slip, ...]:
    governing = picked((passage,), _opens_form)
    return tuple(slip for one in governing if (slip := _wrong_form(one, dictionary)))


def _opens_form(lower: str) -> bool:
    return lower in _HAS or lower in _WILL or lower.endswith(_OPENING_ENDS)


def _wrong_form(one: Occurrence, dictionary: Dictionary) -> Slip | None:
    if one.word.lower.endswith(_OWNERS):
        return _owner_without(one)
    if one.word.lower.endswith(_SUBJECTS):
        return _bare_infinitive(one, dictionary)
    verb, governs = _governed(one), one.word.lower
    if verb is None or may_end_clause(one):
        return None
    right = _supine(verb.text, dictionary) if governs in _HAS else _infinitive(verb.text, dictionary)
    if right is None:
        return None
    message = f"Efter ’{governs}’ skrivs ’{right}’, inte ’{verb.text}’."
    return Slip(one.passage, verb.start, verb.end, message, right)


def _bare_infinitive(one: Occurrence, dictionary: Dictionary) -> Slip | None:
    """Return the slip of a subject that opens a sentence, and a verb without the ending of its tense behind it."""
    verb = one.after
    if verb is None or not one.opens or not one.passage.is_running or not is_infinitive(verb.text, dictionary):
        return None
    if one.passage.text[one.word.end : verb.start] != " ":
        return None
    message = f"Verbet ’{verb.text}’ saknar sin ändelse efter ’{one.word.text}’."
    return Slip(
        one.passage, verb.start, verb.end, message, f"{verb.text}r" if dictionary.knows(f"{verb.text}r") else None
    )


def _governed(one: Occurrence) -> Word | None:
    """Return the word that a helping verb governs where it may be a passive verb; a small word may stand between."""
    words = one.passage.words[one.number + 1 : one.number + 3]
    verb = next((word for word in words if word.lower not in _BETWEEN), None)
    if verb is None or not _BETWEEN.issuperset(one.passage.text[one.word.end : verb.start].split()):
        return None
    is_one = verb.text.islower() and verb.text.isalpha() and len(verb.text) >= _LEAST and verb.text.endswith("s")
    return verb if is_one and one.passage.is_running else None


def _supine(word: str, dictionary: Dictionary) -> str | None:
    """Return the supine of a passive verb in the present tense or infinitive: "används" has "använts"."""
    root = word[:-2] if word.endswith("as") else word[:-1]
    if not (dictionary.knows(f"{root}ande") and (word.endswith("as") or dictionary.knows(f"{root}as"))):
        return None
    made = (f"{root}ats",) if word.endswith("as") else (f"{root[:-1]}ts" if root.endswith("d") else "", f"{root}ts")
    return next((form for form in made if form and dictionary.knows(form)), None)


def _infinitive(word: str, dictionary: Dictionary) -> str | None:
    """Return the infinitive of a passive verb in the present tense: "följs" has "följas"."""
    root = word[:-1]
    if root[-1] in _VOWELS or not (dictionary.knows(f"{root}as") and dictionary.knows(f"{root}ande")):
        return None
    return f"{root}as"


def _owner_without(one: Occurrence) -> Slip | None:
    """Return the slip of a genitive that owns nothing: "Trafiksignalernas har" as a sentence begins."""
    verb = one.after
    if verb is None or verb.lower not in _VERBS or one.passage.text[one.word.end : verb.start] != " ":
        return None
    if not (one.opens and one.passage.is_running):  # later in it something may be understood: "… och flickornas var 85"
        return None
    message = f"Ordet ’{one.word.text}’ har ett s för mycket: ingenting som hör till det följer."
    return Slip(one.passage, one.word.start, one.word.end, message, one.word.text[:-1])
