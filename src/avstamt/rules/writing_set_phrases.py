"""Phrases that have lost a word, or hold another than they should: "i samband flytten", "mellan 5 till 7".

Each is looked for only where one of its words stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from avstamt.language.nouns import is_definite
from avstamt.language.words import numbers_of, word_set
from avstamt.rules.writing_passages import Passage
from avstamt.rules.writing_slips import Slip, compiled, kept
from avstamt.rules.writing_words import numbers_among

_BODY = r"(?:kommunfullmäktige|kommunstyrelsen|\w*nämnden|förvaltningen|styrelsen)"


class Phrase(NamedTuple):
    """A pattern of a phrase gone wrong, the words of which it holds one, what is to be said, what is right, letters it holds."""

    words: frozenset[str]
    pattern: str
    message: str
    right: str
    letters: str


def _phrase(words: str, pattern: str, message: str, right: str, letters: str = "") -> Phrase:
    return Phrase(word_set(words), pattern, message, right, letters)


_UNENDED = {
    "samband": ("i", "med", word_set("därmed härmed och som eller")),
    "grund": ("på", "av", word_set("utav härav därav och")),
    "enlighet": ("i", "med", word_set("därmed härmed")),
    "anledning": ("med", "av", word_set("utav därav härav till")),
    "syfte": ("i", "att", word_set("och med som är")),
    "ramen": ("inom", "för", word_set("av")),
}
"""Words of phrases: what stands before, what is to follow, and what else may."""

_RAMEN, _DETERMINERS = "ramen", word_set("den det de denna detta dessa en ett")
_UNENDED_WORDS = frozenset(_UNENDED)
_PHRASES = (
    _phrase("når nar näär", r"\b(?:når|nar|näär) (det gäller)\b", "Det står ’når det gäller’.", r"när \1"),
    _phrase(
        "där här",
        r"\b([dh]är)(?:(?<=^[dh]är)|(?<=[.!?] [dh]är)|(?<=, [dh]är)) (efter|av|utöver|igenom|emot)(?= \w+(?:r|s|de|te|t)\b)",
        "Ord som ’där efter’ skrivs ihop.",
        r"\1\2",
    ),
    _phrase(
        "så",
        r"(?:(?<=ingar)|(?<=heter)|(?<=teter)|(?<=elser)|(?<=ioner)|(?<=atser)|(?<=ster)|(?<=örer)|(?<=upper)|(?<=toder)|(?<=erna)|(?<=arna)|(?<=orna)) (så som)(?= (?!(?:det|den|de|vi|man|han|hon|ni|du|jag|tidigare|nu|då|detta|beskr\w+|framgår|anges|angavs|redovisas|är|var|har|hade|planerat|avsett|nämnts|ovan|\w+(?:en|et|erna|arna|orna|na))\b)[a-zåäö])",
        "Orden ’så som’ skrivs ihop när de inleder exempel.",
        " såsom",
        " så som ",
    ),
    _phrase(
        "mellan",
        r"\b(mellan (?:kl\.? )?\d[\d .,]*(?:%|procent|år|tkr|mnkr)?) ?till (?=\d)",
        "Efter ’mellan’ följer ’och’, inte ’till’.",
        r"\1 och ",
        "till ",
    ),
    _phrase(
        "föreslå föreslår föreslås",
        rf"\b(föreslå[rs]? {_BODY}) (?=(?:begära|söka|godkänna|besluta|ansöka|fastställa|överlämna|medge|anta|bevilja|avslå|uppdra|återkomma|tillstyrka)\b)",
        "Ett ’att’ saknas före det som föreslås.",
        r"\1 att ",
    ),
    _phrase(
        "män",
        r"\b(män) (och kvinnors)\b",
        "Det saknas ett s i ’män’: här ska det stå ’mäns och kvinnors’.",
        r"mäns \2",
        " kvinnors",
    ),
    _phrase(
        "kvinnor",
        r"\b(?<!mot )(kvinnor) (och mäns)\b",
        "Det saknas ett s i ’kvinnor’: här ska det stå ’kvinnors och mäns’.",
        r"kvinnors \2",
        " mäns",
    ),
    _phrase(
        "flickor",
        r"\b(flickor) (och pojkars)\b",
        "Det saknas ett s i ’flickor’: här ska det stå ’flickors och pojkars’.",
        r"flickors \2",
        " pojkars",
    ),
    _phrase(
        "pojkar",
        r"\b(pojkar) (och flickors)\b",
        "Det saknas ett s i ’pojkar’: här ska det stå ’pojkars och flickors’.",
        r"pojkars \2",
        " flickors",
    ),
    _phrase(
        "dom",
        r"\b(?<!en )(?<!ny )(?<!denna )(?<!s )(?<!ande )(?<!sk )(?<!ig )(?<!första )(?<!senaste )(?<!enligt )(?<!genom )(?<!efter )(dom)(?= (?:som|har|är|får|kan|inte|själva|andra|olika|flesta|äldre|yngre|boende|nya)\b)",
        "I skrift står ’de’, inte ’dom’.",
        "de",
    ),
    _phrase("dom", r"\b(hos|åt|med|bland|mellan) dom\b", "I skrift står ’dem’, inte ’dom’.", r"\1 dem"),
    _phrase(
        "å",
        r"(?<=[a-zåäö]{2} )(å)(?= (?!(?:ena|andra|sin|det|den|dess|och|tjänstens|\w+ vägnar)\b)[a-zåäö])",
        "Här står ’å’ i stället för ’och’.",
        "och",
    ),
    _phrase(
        "behövs",
        r"\b(om behov av [^,.;]{3,60}?) behövs\b",
        "Ett behov finns; det behövs inte.",
        r"\1 finns",
        "behov av",
    ),
    _phrase("och", r"\b(\w+-) (\w+-)(?= och \w)", "Mellan lederna i uppräkningen saknas komma.", r"\1, \2", "- "),
    _phrase("och", r"(\w+-, \w+) – (?=och \w)", "Tankstrecket ska vara ett bindestreck vid ordet.", r"\1- ", " – och"),
)
_PHRASE_WORDS: frozenset[str] = frozenset().union(*(phrase.words for phrase in _PHRASES))


@kept
def broken_phrases(passage: Passage) -> Iterator[Slip]:
    """Yield the phrases of a passage that have lost a word, or hold another than they should."""
    yield from _unended(passage)
    met = _PHRASE_WORDS.intersection(numbers_of(passage.text))
    for phrase in _PHRASES if met else ():
        if phrase.words.isdisjoint(met) or phrase.letters not in passage.text:
            continue
        for match in compiled(phrase.pattern).finditer(passage.text):
            right = match.expand(phrase.right)
            if match.group()[:1].isupper():
                right = right[:1].upper() + right[1:]
            yield Slip(passage, match.start(), match.end(), phrase.message, right)


def _unended(passage: Passage) -> Iterator[Slip]:
    """Yield the phrases whose last word has fallen off: "i samband flytten"."""
    words, text = passage.words, passage.text
    for number in numbers_among(passage, _UNENDED_WORDS):
        word = words[number]
        first, last, others = _UNENDED[word.lower]
        if number == 0 or number + 1 == len(words) or words[number - 1].lower != first:
            continue
        before, after = words[number - 1], words[number + 1]
        if word.lower == _RAMEN and not (is_definite(after.lower) or after.lower in _DETERMINERS):
            continue  # "ryms inom ramen och"
        gaps = text[before.end : word.start], text[word.end : after.start]
        if gaps == (" ", " ") and after.text[0].isalpha() and after.lower != last and after.lower not in others:
            phrase = text[before.start : word.end]
            yield Slip(
                passage, before.start, word.end, f"Efter ’{phrase.lower()}’ saknas ’{last}’.", f"{phrase} {last}"
            )
