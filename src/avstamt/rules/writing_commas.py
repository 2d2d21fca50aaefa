"""Commas that part what belongs together: an opening from its verb ("Enheten, har …"), the last of a list from "och"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from avstamt.language.nouns import read_noun
from avstamt.language.verbs import VerbForm, read_verb
from avstamt.language.words import Word, word_set
from avstamt.rules.writing_passages import Form, Passage
from avstamt.rules.writing_slips import Slip, kept

_VERBS = word_set("har hade är var ska skulle kan kunde kommer får fick blev blir bör måste")
"""Finite verbs that are told by themselves; others are known by the list of verbs."""

_CLAUSE = word_set(
    "som att när då om där medan eftersom för vad hur vilka vilket vilken vars fast innan sedan ju desto än men så"
)
_PREPOSITIONS = word_set("under i på efter vid genom trots utöver förutom inom från enligt utifrån av för till med hos")
_FINITE = frozenset({VerbForm.PRESENT, VerbForm.PAST})
_ANY_FORM = _FINITE | {VerbForm.INFINITIVE}
_AFTER_COMMA = re.compile(r", ([a-zåäö]+)")
_OTHER_MARKS = frozenset(';:–("”/\n')
_ENDINGS, _LEAST = ("en", "et", "arna", "erna", "orna"), 6
_MOST = 6
_LEAST_AFTER = 2
_ITEM = r"[a-zåäö]{3,}(?:-[a-zåäö]+)*"
_LISTED = re.compile(
    rf"\b(?P<one>{_ITEM}), (?P<two>{_ITEM})(?P<comma>, (?:och|samt)) (?:(?:på|i|av|för|med|till) )?(?:{_ITEM} )?(?P<last>{_ITEM})(?=[.;])"
)
_ENDS_LIST = (", och ", ", samt ")
_NO_ITEMS = word_set(
    "dels exempelvis bland framför alltså dock också inte även sedan nämligen förutom inklusive särskilt främst"
)


@kept
def commas_before_last_item(passage: Passage) -> Iterator[Slip]:
    """Yield the commas before "och" that end an enumeration of single words: "skolor, torg, och parker."."""
    if passage.form is not Form.PROSE or not any(sign in passage.text for sign in _ENDS_LIST):
        return
    for match in _LISTED.finditer(passage.text):
        items = match["one"], match["two"], match["last"]
        if not any(item in _NO_ITEMS or item in _CLAUSE or read_verb(item) is not None for item in items):
            message = f"Mellan ’{match['two']}’ och ’{match['comma'][2:]}’ står inget komma."
            yield Slip(passage, match.start("two"), match.end("comma"), message, match["two"] + match["comma"][1:])


@kept
def commas_before_verbs(passage: Passage) -> Iterator[Slip]:
    """Yield the commas that part the opening of a sentence, its subject or when or where, from the verb behind it."""
    text, words = passage.text, passage.words
    if passage.form is not Form.PROSE or ", " not in text:
        return
    for match in _AFTER_COMMA.finditer(text):
        if not _is_finite(match[1]):
            continue
        number = bisect_left(words, match.start(1), key=attrgetter("start"))
        verb = words[number]
        if not number or text[words[number - 1].end : verb.start] != ", ":
            continue
        sentence = next((span for span in passage.sentences if span.start <= verb.start < span.end), None)
        if sentence is None:
            continue
        before = [word for word in words[:number] if word.start >= sentence.start]
        opening = text[sentence.start : verb.start]
        whole = text[sentence.start : sentence.end]
        if opening.count(",") == 1 and _OTHER_MARKS.isdisjoint(opening) and not whole.endswith("?"):
            after = [word for word in words[number + 1 :] if word.end <= sentence.end]
            if len(after) >= _LEAST_AFTER and _is_one_phrase(before):
                last = words[number - 1]
                message = f"Mellan ’{last.text}’ och ’{verb.text}’ står inget komma."
                yield Slip(passage, last.start, verb.end, message, f"{last.text} {verb.text}")


def _is_one_phrase(before: Sequence[Word]) -> bool:
    """Tell whether the words before a comma are a subject, or when or where, and no clause."""
    if not 0 < len(before) <= _MOST or not before[0].text[0].isupper():
        return False
    if any(word.lower in _CLAUSE or _may_be_verb(word.lower) for word in before):
        return False
    first, last = before[0].lower, before[-1].lower
    return first in _PREPOSITIONS or _is_definite(last) or (_is_definite(first) and read_noun(last) is not None)


def _is_definite(lower: str) -> bool:
    noun = read_noun(lower)
    return noun.definite if noun is not None else len(lower) >= _LEAST and lower.endswith(_ENDINGS)


def _is_finite(lower: str) -> bool:
    """Tell whether a word can be nothing but a verb in the present or past tense."""
    reading = read_verb(lower)
    known = reading is not None and reading.forms.issubset(_FINITE) and not lower.endswith(("s", "ade"))
    return lower in _VERBS or (known and read_noun(lower) is None)


def _may_be_verb(lower: str) -> bool:
    reading = read_verb(lower)
    return reading is not None and not reading.forms.isdisjoint(_ANY_FORM) and read_noun(lower) is None
