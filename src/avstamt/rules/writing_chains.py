"""Verbs that do not fit the word that governs them: a present tense behind "att", an infinitive behind "har".

A verb that ends a relative clause may be followed by the main clause's own ("det stöd vi har räcker"): where a word that
may open such a clause stands before, a finite verb is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from avstamt.language.nouns import is_definite, read_noun
from avstamt.language.verbs import Reading, VerbForm, read_verb
from avstamt.language.words import Word, word_set
from avstamt.rules.writing_passages import Form, Passage
from avstamt.rules.writing_slips import Slip, kept
from avstamt.rules.writing_words import Occurrence, picked, standing

_HAS = word_set("har hade ha")
_WILL = word_set("ska skall skulle kan kunde kunna bör borde måste vill ville")
_EXPECTED = word_set("bedöms bedömdes beräknas beräknades förväntas förväntades planeras väntas anses antas")
_IS, _TO, _AND = "är", "att", frozenset({"och"})
_GOVERNORS = _HAS | _WILL | _EXPECTED | {_IS, _TO}
_ADVERBS = word_set("inte även också nu redan ännu alltid aldrig dock därför därmed successivt löpande sedan")
_SPELLS = word_set("hösten våren sommaren vintern året perioden tertialet") | {str(year) for year in range(2015, 2035)}
_COUNTS = word_set("antalet andelen")
_SUBJECT, _LEAST_SUBJECT = ("en", "et", "na"), 6
_OPENS_CLAUSE = word_set(
    """
    som vad där när hur om vilka vilket vilken vars allt alla så vi man ni jag du än då mer desto ju dit flera flest mest
    sådant sådana något några samma
    """
)
_QUANTIFIERS = word_set("alla några flera")
"""Words that open no clause where one noun parts them from the verb."""

_DETERMINERS = word_set("det den de dem")
_OBJECTS = word_set("den det de dem en ett sin sitt sina våra vår vårt fler")
_NO_INFINITIVE = "skola"
_NOUNS = ("kör", "vila", "hyra")
_NEED_NO_OBJECT = word_set(
    """
    lyssna delta arbeta leka läsa skriva tala prata samverka samarbeta växa äta sjunga stanna starta sluta börja svara spela
    tänka bidra fungera mäta öva reflektera diskutera samtala öka minska gå åka köra bo sova
    """
)
"""Infinitives that need no object: behind one "och" may tie the next verb to the main verb: "bra på att lyssna och ger tid"."""

_BREAKS = frozenset(',;:.!?()–-/\n"”')
_LOOKS_BACK = 14
_TRANSITIVE = word_set("genomföra införa vidta upprätta utföra slutföra färdigställa anordna säkerställa fastställa")
_NO_OBJECT = word_set("under senast av våren hösten")
_MAY_LEAVE_OUT = word_set(
    "eftersom sedan innan trots medan fast därför kunnat måst torde lär både två tre fyra fem eller och samt"
)
"""Beside what opens a clause: words that may stand before a supine without "har"."""

_NOT_BEFORE = _OPENS_CLAUSE | _MAY_LEAVE_OUT | _GOVERNORS


@kept
def wrong_verbs(passage: Passage) -> Iterator[Slip]:
    """Yield the verbs of a passage that do not have the form that the words before them ask for."""
    yield from _badly_governed(passage)
    yield from _unlike_beside(passage)
    yield from _bare(passage)
    yield from _without_object(passage)
    yield from without_has(passage)


def _badly_governed(passage: Passage) -> Iterator[Slip]:
    for one in standing((passage,), _GOVERNORS):
        verb = _governed(one)
        reading = read_verb(verb.lower) if verb is not None else None
        if (
            verb is None or reading is None or verb.lower in (one.word.lower, *_NOUNS)
        ):  # a word twice is told by its own rules
            continue
        if right := _right(one, verb, reading):
            known = right not in (verb.lower, _NO_INFINITIVE)
            message = f"Efter ’{one.word.lower}’ skrivs ’{right}’, inte ’{verb.text}’."
            unknown = f"Verbet ’{verb.text}’ kan inte stå efter ’{one.word.lower}’."
            yield Slip(passage, verb.start, verb.end, message if known else unknown, right if known else None)


def _governed(one: Occurrence) -> Word | None:
    """Return the word that is governed: the next one past adverbs, and past a stretch of time or the subject."""
    words = one.passage.words
    at = _past_adverbs(words, one.number + 1)
    if at + 1 < len(words) and one.word.lower in _HAS | _WILL:
        if words[at].lower == "under" and words[at + 1].lower in _SPELLS:
            at = _past_adverbs(words, at + 2)
        elif words[at].lower in _COUNTS and at + 2 < len(words):
            at += 2
        elif _may_be_subject(words[at]):
            at = _past_adverbs(words, at + 1)
    if at >= len(words) or not words[at].text.islower():
        return None
    between = one.passage.text[one.word.end : words[at].start]
    return words[at] if _BREAKS.isdisjoint(between) else None


def _past_adverbs(words: tuple[Word, ...], at: int) -> int:
    while at < len(words) and words[at].lower in _ADVERBS:
        at += 1
    return at


def _may_be_subject(word: Word) -> bool:
    return len(word.text) >= _LEAST_SUBJECT and word.lower.endswith(_SUBJECT) and read_verb(word.lower) is None


def _right(one: Occurrence, verb: Word, reading: Reading) -> str:
    """Return what is to stand for the verb, the verb itself where that is not known; nothing where it may be right."""
    governor, forms = one.word.lower, reading.forms
    participle = verb.lower.endswith("ade")
    finite = forms == {VerbForm.PRESENT} or (forms == {VerbForm.PAST} and not participle)
    if governor == _TO:
        has_object = forms == {VerbForm.SUPINE} and _has_object(one.passage, verb)
        return reading.verb.infinitive if finite or has_object else ""
    if governor in _HAS:
        bare = forms == {VerbForm.INFINITIVE}
        wrong = finite or forms == {VerbForm.INFINITIVE, VerbForm.PRESENT}
        return reading.verb.supine if bare or (wrong and not may_end_clause(one)) else ""
    if governor == _IS:
        wrong = forms in ({VerbForm.INFINITIVE}, {VerbForm.PRESENT})
        return verb.lower if wrong and not may_end_clause(one) else ""
    return reading.verb.infinitive if finite and not may_end_clause(one) else ""


def _has_object(passage: Passage, verb: Word) -> bool:
    """Tell whether an object follows directly: then a form on -t is no participle ("att utvecklat den …")."""
    after = next((word for word in passage.words if word.start > verb.end), None)
    return after is not None and after.lower in _OBJECTS and passage.text[verb.end : after.start] == " "


def may_end_clause(one: Occurrence) -> bool:
    """Tell whether a clause within another may end with this word, so that the next verb is of the outer one."""
    words = one.passage.words
    if one.number > 1 and all(map(_may_be_subject, words[one.number - 2 : one.number])):
        return True  # "lokalerna enheten har fungerar bra"
    for number in range(one.number - 1, max(-1, one.number - _LOOKS_BACK), -1):
        if not _BREAKS.isdisjoint(one.passage.text[words[number].end : words[number + 1].start]):
            return False
        lower = words[number].lower
        if lower == _TO and number < one.number - 1:
            return False  # a clause of its own, that lacks nothing: "gjort att grupperna har"
        if lower in _QUANTIFIERS and number == one.number - 2:
            continue  # "Alla medarbetare ska"
        if lower in _OPENS_CLAUSE or (lower in _DETERMINERS and read_verb(words[number + 1].lower) is None):
            return True
    return False


def _unlike_beside(passage: Passage) -> Iterator[Slip]:
    """Yield a present tense that "och" ties to an infinitive: "att planera och genomför"."""
    words = passage.words
    for joint in standing((passage,), _AND):
        before, after = joint.number - 1, joint.number + 1
        if before < 1 or after >= len(words) or passage.text[words[before].end : words[after].start] != " och ":
            continue
        governs = words[before - 1].lower
        listed = passage.text[words[before - 1].end : words[before].start] == ", " and _is_only(
            words[before - 1], VerbForm.INFINITIVE
        )
        if not listed and governs != _TO and governs not in _WILL:
            continue
        reading = read_verb(words[after].lower)
        if words[before].lower in _NEED_NO_OBJECT and not listed:
            continue
        if reading and reading.forms == {VerbForm.PRESENT} and _is_only(words[before], VerbForm.INFINITIVE):
            right, verb = reading.verb.infinitive, words[after]
            message = f"Efter ’{words[before].text} och’ skrivs ’{right}’, inte ’{verb.text}’."
            yield Slip(passage, verb.start, verb.end, message, right)


def _bare(passage: Passage) -> Iterator[Slip]:
    """Yield an infinitive directly behind the subject that opens a sentence: "Planen omfatta"."""
    for one in picked((passage,), is_definite):
        verb = one.after
        if verb is not None and one.opens and verb.text.islower() and _is_only(verb, VerbForm.INFINITIVE):
            reading = read_verb(verb.lower)
            if reading is not None and passage.text[one.word.end : verb.start] == " ":
                message = f"Verbet ’{verb.text}’ saknar sin ändelse efter ’{one.word.text}’."
                yield Slip(passage, verb.start, verb.end, message, reading.verb.present)


def _is_only(word: Word, form: VerbForm) -> bool:
    reading = read_verb(word.lower)
    return reading is not None and reading.forms == {form}


def _without_object(passage: Passage) -> Iterator[Slip]:
    """Yield an infinitive that does something to something, with nothing to do it to: "kommer att genomföra."."""
    words = passage.words
    for one in standing((passage,), _TRANSITIVE):
        at = one.number - 1
        at -= at > 0 and words[at].lower == _TO and words[at - 1].lower == "kommer"
        governs = words[at].lower if at >= 0 else ""
        if governs not in _WILL and governs != "kommer":
            continue
        after = one.passage.text[one.word.end : one.word.end + 1]
        if (
            after == "." or (one.after is not None and after == " " and one.after.lower in _NO_OBJECT)
        ) and not may_end_clause(one):
            message = f"Verbet ’{one.word.text}’ har inget objekt; ska det stå ’{one.word.lower}s’?"
            yield Slip(passage, one.word.start, one.word.end, message, f"{one.word.text}s")


def without_has(passage: Passage) -> Iterator[Slip]:
    """Yield a supine that is the first verb of its sentence, where no word opens a clause in which "har" may be left out."""
    if passage.form is not Form.PROSE:
        return
    words = passage.words
    for one in picked((passage,), _is_clear_supine):
        start = next(
            (span.start for span in passage.sentences if span.start <= one.word.start < span.end), one.word.start
        )
        before = [word for word in words[: one.number] if word.start >= start]
        if 1 <= len(before) <= _LOOKS_BACK and before[0].text[0].isupper() and not _holds_clause(before):
            yield Slip(
                passage, one.word.start, one.word.end, f"Före ’{one.word.text}’ saknas ’har’.", f"har {one.word.text}"
            )


@lru_cache(maxsize=16384)
def _is_clear_supine(lower: str) -> bool:
    """Tell whether a word is a supine, and by its ending no participle."""
    if not lower.endswith(("ats", "tts", "its", "rts", "lts", "git", "rit", "vit", "dit", "ått")):
        return False
    reading = read_verb(lower)
    return reading is not None and reading.forms == {VerbForm.SUPINE}


def _holds_clause(before: Sequence[Word]) -> bool:
    """Tell whether one of the words is a verb, may be one, or opens a clause within the sentence."""
    if any(word.lower in _DETERMINERS for word in before[1:]):
        return True
    return any(word.lower in _NOT_BEFORE or _may_be_verb(word.lower) for word in before)


def _may_be_verb(lower: str) -> bool:
    """Tell whether a word is a verb, or may be one by its ending; a number may stand for anything."""
    if not lower.isalpha() or read_verb(lower) is not None:
        return True
    return lower.endswith(("ar", "er", "ade")) and read_noun(lower) is None
