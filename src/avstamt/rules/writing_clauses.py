"""Verbs whose form is wrong for the clause: "har tre möten genomförs", "kunnat deltagit", "arbetet har påbörjat."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from avstamt.language.nouns import is_definite
from avstamt.language.verbs import VerbForm, read_verb
from avstamt.language.words import Word, word_set
from avstamt.rules.writing_chains import may_end_clause
from avstamt.rules.writing_passages import Form, Passage
from avstamt.rules.writing_slips import Slip, kept
from avstamt.rules.writing_words import Occurrence, numbers_among

_HAS = word_set("har hade")
_WILL = word_set("ska skall skulle kan kunde bör måste")
_MANAGED = word_set("kunnat lyckats hunnit orkat")
"""Supines that govern an infinitive, and that no participle stands behind."""

_BEGUN = word_set("påbörjat inlett slutfört avslutat färdigställt genomfört")
_ENDLESS = word_set("pågå fortgå fortsätta ingå")
_GOVERNS = word_set("torde lär tycks brukar måste får låter ser hör bör")
_OF = word_set("med för kring inom om i på mot runt")
_WORK, _IS = frozenset({"arbetet"}), frozenset({"är"})
_SOUGHT = _HAS | _WILL | _MANAGED | _BEGUN | _ENDLESS | _WORK | _IS
_COUNTS = word_set("två tre fyra fem sex sju åtta nio tio elva tolv flera många ytterligare samtliga alla några cirka")
_ADVERBS = word_set("även också nu redan därför därmed dessutom sedan totalt sammanlagt")
_MOST_BETWEEN = 5
_LEAST_BETWEEN = 2
_RELATIVE = word_set("som vad vilka vilken vilket där när hur om att då vars ju desto så vi de man")
_ASKS = word_set("hur vad vilka vilken vilket var när vem där")
_BREAKS = frozenset(",;:.!?()–/\n")
_PREPOSITIONS = word_set("i med för utifrån enligt mot")
_SPELLS = word_set("året hösten våren sommaren vintern perioden tertialet")
_AFTER_BEGUN = word_set("under i enligt vid")
_DONE_TO = ("arbetet", "ningen", "tionen", "synen", "naden", "projektet", "processen")
"""Ends of subjects that something is done to: they have not begun or carried out anything themselves."""

_LEAST, _MOST_BEHIND = 5, 3
_MAY_BE_SUPINE = (
    "at",
    "ats",
    "tt",
    "tts",
    "it",
    "its",
    "rt",
    "rts",
    "lt",
    "lts",
    "st",
    "sts",
    "kt",
    "kts",
    "nt",
    "nts",
)


@kept
def wrong_in_clause(passage: Passage) -> Iterator[Slip]:
    """Yield the verbs of running text that do not fit the clause they stand in."""
    if passage.form is not Form.PROSE:
        return
    for number in numbers_among(passage, _SOUGHT):
        one = Occurrence(passage, number)
        lower = one.word.lower
        if lower in _MANAGED:
            slip = _supine_twice(one)
        elif lower in _BEGUN:
            slip = _begun_by_nobody(one)
        elif lower in _ENDLESS:
            slip = _only_infinitive(one)
        elif lower in _WORK:
            slip = _noun_for_supine(one)
        elif lower in _IS:
            slip = _is_before_has(one)
        else:
            slip = _behind_what_is_counted(one)
        if slip:
            yield slip


def _behind_what_is_counted(one: Occurrence) -> Slip | None:
    """Return the slip of a passive present tense that a counted subject parts from its helping verb."""
    words = one.passage.words
    start = one.number + 1
    while start < len(words) and words[start].lower in _ADVERBS:
        start += 1
    if start >= len(words) or not (words[start].text.isdigit() or words[start].lower in _COUNTS):
        return None
    end = min(len(words), one.number + 1 + _MOST_BETWEEN)
    for number in range(start + _LEAST_BETWEEN - 1, end):
        verb = words[number]
        reading = read_verb(verb.lower)
        if not _BREAKS.isdisjoint(one.passage.text[words[number - 1].end : verb.start]) or verb.lower in _RELATIVE:
            return None
        if reading is None:
            continue
        fits = (VerbForm.PRESENT, VerbForm.INFINITIVE) if one.word.lower in _HAS else (VerbForm.PRESENT,)
        if not reading.is_only(*fits) or not verb.lower.endswith("s") or number == start or _may_be_within(one):
            return None
        right = reading.verb.supine if one.word.lower in _HAS else reading.verb.infinitive
        message = f"Efter ’{one.word.lower}’ skrivs ’{right}’, inte ’{verb.text}’."
        return Slip(one.passage, verb.start, verb.end, message, right)
    return None


def _may_be_within(one: Occurrence) -> bool:
    """Tell whether the clause before a helping verb may be one within another, that ends before the next verb."""
    return any(word.lower in _RELATIVE for word in _before(one)[-_MOST_BETWEEN:])


def _supine_twice(one: Occurrence) -> Slip | None:
    """Return the slip of a supine behind another that governs an infinitive: "har kunnat deltagit"."""
    verb = one.after
    if verb is None or one.passage.text[one.word.end : verb.start] != " ":
        return None
    reading = read_verb(verb.lower)
    if reading is None or not reading.is_only(VerbForm.SUPINE):
        return None
    right = reading.verb.infinitive
    message = f"Efter ’{one.word.lower}’ skrivs ’{right}’, inte ’{verb.text}’."
    return Slip(one.passage, verb.start, verb.end, message, right)


def _begun_by_nobody(one: Occurrence) -> Slip | None:
    """Return the slip of work that is said to have begun something, and nothing that it has begun: "har påbörjat."."""
    has, text = one.before, one.passage.text
    if has is None or has.lower not in _HAS or text[has.end : one.word.start] != " " or one.number < _LEAST_BETWEEN:
        return None
    after = one.after
    follows = after is not None and text[one.word.end : after.start] == " " and after.lower in _AFTER_BEGUN
    follows = follows and len(_after(one)) <= _MOST_BEHIND
    if not follows and text[one.word.end : one.word.end + 1] != ".":
        return None
    before = _before(one)[:-1]
    if not before or not before[0].lower.endswith(_DONE_TO) or text[has.start - 2] == "–":
        return None
    within = [word for word in before if word.lower in _RELATIVE - {"att"}]
    closed = text[before[-1].end : has.start].startswith(",")
    if within and not closed:
        return None
    if any(_is_finite(word.lower) for word in before) and not closed:
        return None
    right = f"{one.word.lower}s"
    message = f"Verbet ’{one.word.text}’ har inget objekt; ska det stå ’{right}’?"
    return Slip(one.passage, one.word.start, one.word.end, message, right)


def _only_infinitive(one: Occurrence) -> Slip | None:
    """Return the slip of a sentence that ends with an infinitive, and has no other verb: "Arbetet med planen pågå."."""
    text = one.passage.text
    before = _before(one)
    if text[one.word.end : one.word.end + 1] != "." or len(before) < _LEAST_BETWEEN:
        return None
    if (
        not is_definite(before[0].lower)
        or not before[0].text[0].isupper()
        or one.passage.text[one.word.start - 1] != " "
    ):
        return None
    if any(
        _is_finite(word.lower) or word.lower in _GOVERNS or word.lower in _RELATIVE - {"att"} for word in before[1:]
    ):
        return None
    if (
        before[1].lower not in _OF
        or before[-1].lower in ("att", "och")
        or "," in text[before[0].start : one.word.start]
    ):
        return None
    right = f"{one.word.lower}r"
    message = f"Verbet ’{one.word.text}’ saknar sin ändelse: meningen har inget annat verb."
    return Slip(one.passage, one.word.start, one.word.end, message, right)


def _noun_for_supine(one: Occurrence) -> Slip | None:
    """Return the slip of "har under året arbetet i enlighet med", where no supine follows."""
    words = one.passage.words
    at = one.number - 1
    if at > 1 and words[at].lower in _SPELLS and words[at - 1].lower == "under":
        at -= 2
    if at < 1 or words[at].lower not in _HAS or one.after is None or one.after.lower not in _PREPOSITIONS:
        return None
    text = one.passage.text
    if not _BREAKS.isdisjoint(text[words[at].end : one.after.start]) or not is_definite(words[at - 1].lower):
        return None
    if any(word.lower in _RELATIVE for word in _before(one)):
        return None
    if any(_may_be_supine(word.lower) for word in _after(one)):
        return None
    message = f"Efter ’{words[at].lower}’ skrivs ’arbetat’, inte ’arbetet’."
    return Slip(one.passage, one.word.start, one.word.end, message, "arbetat")


def _is_before_has(one: Occurrence) -> Slip | None:
    """Return the slip of "är" before "har" and its supine, behind a clause within the sentence: "de som är nya är har fått".

    Where no such clause can have ended it is told of as a verb that does not fit the one before it.
    """
    words = one.passage.words
    if one.number + 2 >= len(words) or words[one.number + 1].lower != "har":
        return None
    has, did = words[one.number + 1 : one.number + 3]
    if one.passage.text[one.word.end : did.start] != " har " or not may_end_clause(one):
        return None
    reading = read_verb(did.lower)
    if reading is None or not reading.is_only(VerbForm.SUPINE) or any(word.lower in _ASKS for word in _before(one)):
        return None
    return Slip(one.passage, one.word.start, has.end, "Orden ’är har’ kan inte stå bredvid varandra.", None)


def _before(one: Occurrence) -> Sequence[Word]:
    """Return the words of the sentence before this one."""
    passage = one.passage
    start = next((span.start for span in passage.sentences if span.start <= one.word.start < span.end), one.word.start)
    return [word for word in passage.words[: one.number] if word.start >= start]


def _after(one: Occurrence) -> Sequence[Word]:
    passage = one.passage
    end = next((span.end for span in passage.sentences if span.start <= one.word.start < span.end), one.word.end)
    return [word for word in passage.words[one.number + 1 :] if word.end <= end]


def _is_finite(lower: str) -> bool:
    reading = read_verb(lower)
    return reading is not None and not reading.forms.isdisjoint({VerbForm.PRESENT, VerbForm.PAST})


def _may_be_supine(lower: str) -> bool:
    reading = read_verb(lower)
    if reading is not None:
        return VerbForm.SUPINE in reading.forms
    return len(lower) >= _LEAST and lower.endswith(_MAY_BE_SUPINE)
