"""The rule about infinitives that nothing governs: a verb left in the plan's form, or one whose ending fell off."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from avstamt.domain.finding import Level
from avstamt.language.spelling_dictionary import Dictionary, DictionaryMissing, swedish
from avstamt.language.verbs import VerbForm, read_verb
from avstamt.language.words import Word, word_set
from avstamt.rules.model import Aspect, Context, Observation, rule
from avstamt.rules.writing_passages import Form, Passage
from avstamt.rules.writing_slips import Slip, each
from avstamt.rules.writing_words import Occurrence, numbers_among

_LEAST = 4
_GOVERNS = word_set(
    """
    att ska skall skulle kan kunna kunnat kunde vill ville vilja velat bör borde måste får få fått fick behöver behövde
    behövt behöva kommer kom kommit lär låter låta låtit lät brukar brukade försöker försöka försökte försökt börjar
    började börjat börja slutar hinner hann hunnit hinna orkar vågar tänker avser avsåg planerar planerade önskar hoppas
    lyckas lyckats lyckades tenderar fortsätter fortsätta fortsatte fortsatt anses ansågs bedöms bedömdes beräknas
    förväntas förväntades förutses planeras avses uppmanas tillåts ser sett hör lära ämnar må vågat orkat slapp slipper
    hjälper behövs torde ombads väljer valt valde valdes anser tros sägs verkar tycks lärt
    """
)
_NO_VERBS = word_set(
    """
    andra samma extra bästa första sista nästa hela halva båda dessa vilka några många olika skola unga äldre vara
    flera svåra enda egna hemma borta ofta sällan inga detta denna såna sådana alla lika stora små nya goda
    """
)
_JOINTS = frozenset({"och", "samt"})
_REACH = 2


@rule(
    "SPR-118",
    name="lös-infinitiv",
    level=Level.TIP,
    basis="svensk språklära",
    slow=True,
    reads="part",
    heeds=(Aspect.TEXTS, Aspect.ACTIVITIES),
)
def every_infinitive_is_governed(context: Context) -> Iterator[Observation]:
    """Ett verb i infinitiv föregås av ’att’ eller ett hjälpverb.

    Varför: när två verb binds samman med ’och’ ska de ha samma form; annars har ett ’att’ eller en ändelse fallit bort.
    Fel: Enheten utvecklar rutiner och följa upp avvikelser.
    Rätt: Enheten utvecklar rutiner och följer upp avvikelser.
    """
    try:
        dictionary = swedish()
    except DictionaryMissing:
        return  # the rule on spelling says so
    yield from each(chain.from_iterable(_loose_ones(passage, dictionary) for passage in context.running))


@lru_cache(maxsize=4096)  # a passage that stands unchanged is not read again
def _loose_ones(passage: Passage, dictionary: Dictionary) -> tuple[Slip, ...]:
    joints = numbers_among(passage, _JOINTS) if passage.form is Form.PROSE else ()
    return tuple(slip for number in joints if (slip := _loose(Occurrence(passage, number), dictionary)))


def _loose(joint: Occurrence, dictionary: Dictionary) -> Slip | None:
    """Return the slip of an infinitive behind "och" in a sentence where nothing governs one and a present tense stands."""
    verb = joint.after
    if verb is None or not is_infinitive(verb.text, dictionary):
        return None
    passage = joint.passage
    sentence = next((span for span in passage.sentences if span.start <= verb.start < span.end), None)
    if sentence is None:
        return None
    before = [word for word in passage.words[: joint.number] if word.start >= sentence.start]
    if _GOVERNS.intersection(word.lower for word in before) or not _has_present(before, dictionary):
        return None
    if any(is_infinitive(word.text, dictionary) for word in before) or not _goes_on(passage, joint.number + 1):
        return None
    message = f"Verbet ’{verb.text}’ står i infinitiv utan ’att’ eller hjälpverb."
    return Slip(passage, joint.word.start, verb.end, message)


def is_infinitive(word: str, dictionary: Dictionary) -> bool:
    """Tell whether a word is a verb in infinitive by the forms that it has beside it, and cannot be a noun."""
    if len(word) < _LEAST or not word.islower() or not word.endswith("a") or word in _NO_VERBS:
        return False
    root = word[:-1]
    past = (f"{root}de", f"{root}te", *((f"{root}e",) if root.endswith("d") else ()))
    strong = dictionary.knows(f"{root}er") and dictionary.knows(f"{word}nde") and any(map(dictionary.knows, past))
    weak = dictionary.knows(f"{word}r") and dictionary.knows(f"{word}de") and dictionary.knows(f"{word}nde")
    return (strong or weak) and not dictionary.knows(f"{word}n") and not dictionary.knows(f"{root}orna")


def _has_present(words: list[Word], dictionary: Dictionary) -> bool:
    """Tell whether one of the words is a verb in the present tense: of the list, or by the infinitive and participle."""
    if any((verb := read_verb(word.lower)) and verb.forms == {VerbForm.PRESENT} for word in words):
        return True
    roots = [word.lower[:-2] for word in words if word.lower.endswith(("ar", "er")) and len(word.text) > _LEAST]
    return any(dictionary.knows(f"{root}a") and dictionary.knows(f"{root}ande") for root in roots)


def _goes_on(passage: Passage, number: int) -> bool:
    """Tell whether words follow in the same sentence: an infinitive has something to act upon."""
    after = passage.words[number + 1 : number + 1 + _REACH]
    return bool(after) and not passage.text[passage.words[number].end : after[0].start].strip()
