"""Rules about agreement: article, adjective and noun, number and noun, subject and what is said of it.

Each pattern is one that hardly ever is right Swedish; what needs a parse of the sentence is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from avstamt.domain.finding import Level
from avstamt.language.nouns import read_noun
from avstamt.language.words import WordSort, word_set
from avstamt.rules.model import Aspect, Context, Observation, rule
from avstamt.rules.writing_bare_phrases import wrong_behind
from avstamt.rules.writing_noun_phrases import disagreeing_phrases
from avstamt.rules.writing_passages import Passage
from avstamt.rules.writing_predicates import disagreeing_predicates
from avstamt.rules.writing_slips import Slip, each, kept
from avstamt.rules.writing_words import Occurrence, standing

_STRONG = r"\w+(?:lig|isk|säker|bar|sam|ell|siv|tiv|ande)"
_ON_AL = r"\w*(?:digital|social|lokal|central|regional|optimal|normal|global|neutral)"
_WEAK = r"\w{2,}(?:liga|iska|ella|siva|tiva|samma|bara|itala|okala|onala|ulära)"
_PLURAL = r"\w{3,}(?:ningar|heter|elser|ationer|iteter|nämnder)"
_NUMBERS = ["två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"]
_NUMBER = "|".join(_NUMBERS)
_ONE = (
    r"(?:person|insats|utbildning|indikator|aktivitet|elev|klient|lägenhet|månad|vecka|timme|\w{3,}(?:ning|het|ation))"
)
_LABEL = (
    r"(?:tertial|fas|nivå|steg|del|etapp|mål|bilaga|version|punkt|paragraf|prio|kapitel|kap|grupp|alternativ|figur|tabell|"
    r"kvartal|halvår|årskurs|åk|klass|kl|klockan|vecka|dag|avdelning|enhet|team|hus|sida|nr|nummer|moment)"
)
_FREQUENT = r"(?:fortsatt|fortfarande|alltjämt|mycket|relativt|något|för|ganska|oförändrat)"
_SAID = r"(?=\s*[;,.]|\s*$|\s+(?:jämfört|i|på|för|under|även|trots)\b)"
_COMMON = "stark|svag|bred|ökad|minskad|förbättrad|fördjupad|utvecklad|strukturerad|samordnad|särskild|tydlig|gemensam|digital"
_NO_RELATIVE = r"(?:(?! (?:som|där|när|om|att|och|men|är|var|blev|vilka|vilket|vars) )[^,.;:()])"
_NO_CLAUSE = r"(?:(?! (?:där|när|om|att|och|men|är|var|blev|vilka|vilket|vars) )[^,.;:()])"


class Pattern(NamedTuple):
    """Words that do not agree: the words it may begin with, the pattern from there, and what is to be said of it."""

    begins: frozenset[str]
    pattern: re.Pattern[str]
    message: str


def _of(begins: str, pattern: str, message: str) -> Pattern:
    return Pattern(frozenset(begins.split()), re.compile(pattern, re.IGNORECASE), message)


_ARTICLES, _DIGITS = "en ett", " ".join(str(number) for number in range(2, 1000))
_BY_WORD = (
    _of(_ARTICLES, rf"(?P<first>\w+) (?:(?P<between>{_STRONG}|{_ON_AL}|ny|stor|bra|god|viktig) )?(?P<noun>{_PLURAL})\b(?! (?:som|i)\b)",
        "Artikeln ’{first}’ står till ’{noun}’, som är plural."),
    _of("ett", rf"(?P<first>\w+) (?:(?P<between>\w+t) )?(?P<noun>{_WEAK}) (?=[a-zåäö]{{3,}})",
        "Efter ’{first}’ står ’{noun}’ i stället för formen på -t."),
    _of("en", rf"(?P<first>\w+) (?:{_STRONG} )?(?P<noun>{_WEAK}) (?=[a-zåäö]{{3,}}(?:ning|het|else|ation|itet|grupp|plan)\b)",
        "Efter ’{first}’ står ’{noun}’ i stället för formen utan -a."),
    _of("ett", rf"(?P<first>\w+) (?P<noun>ny|stor|god|hög|låg|lång|egen|{_COMMON}) (?=[a-zåäö]{{3,}})",
        "Efter ’{first}’ står ’{noun}’ i stället för formen på -t."),
    _of("en", r"(?P<first>\w+) (?P<noun>nytt|stort|gott|högt|lågt|långt|eget|ökat|förbättrat|minskat|fördjupat) "
        r"(?=[a-zåäö]{3,}(?:ning|het|else|ation|itet|grupp|plan|rutin|modell|metod|process)\b)",
        "Efter ’{first}’ står ’{noun}’ i stället för formen utan -t."),
    _of("flera många några en ett två tre fyra", rf"(?P<first>\w+) av (?P<noun>{_PLURAL})\b",
        "Efter ’{first} av’ ska ’{noun}’ stå i bestämd form."),
    _of(f"{_DIGITS} {' '.join(_NUMBERS)}", rf"(?P<first>\w+) (?P<noun>{_ONE})\b(?!-)", "Efter ’{first}’ ska ’{noun}’ stå i plural."),
    _of("de", rf"(?P<first>de (?:{_NUMBER})) (?:\w+(?:a|ande) )?"
        r"(?P<noun>\w{2,}(?:heter|ningar|elser|nämnder|tjänster|insatser|grupper))"
        r" (?=(?:utgör|är|har|ska|kan|kommer|får|arbetar|ansvarar|deltar|bidrar|visar|ger)\b)",
        "Efter ’{first}’ ska ’{noun}’ stå i bestämd form."),
    _of("andelen sjukfrånvaron personalomsättningen beläggningen måluppfyllelsen arbetsbelastningen nivån kvaliteten efterfrågan "
        "trivseln budgetföljsamheten tillgängligheten omsättningen",
        rf"(?P<first>\w+){_NO_CLAUSE}*? (?:är|var|blev|har varit) (?:{_FREQUENT} )*(?P<noun>lågt|högt|stort|litet|stabilt|gott){_SAID}",
        "Ordet ’{first}’ är ett en-ord, men ’{noun}’ har ett-form."),
    _of("antalet resultatet utfallet inflödet behovet indexet underskottet överskottet",
        rf"(?P<first>\w+){_NO_RELATIVE}*? (?:är|var|blev|har varit) (?:{_FREQUENT} )*(?P<noun>låg|hög|stor|liten|stabil|oförändrad|god){_SAID}",
        "Ordet ’{first}’ är ett ett-ord, men ’{noun}’ har en-form."),
    _of("alla samtliga flera många",
        rf"(?P<first>\w+){_NO_RELATIVE}*? (?:är|har blivit|blev) (?P<noun>genomförd|slutförd|påbörjad|avslutad|färdig|klar|planerad|"
        r"uppfylld|nådd|åtgärdad)\b", "Ordet ’{first}’ är plural, men ’{noun}’ står i singular."),
    _of("antalet andelen",
        rf"(?P<first>\w+){_NO_CLAUSE}*? (?:är|var|har varit) (?:{_FREQUENT} )*(?P<noun>få|många|flest)(?=\s*[;,.]|\s*$)",
        "Det är inte ’{first}’ som är ’{noun}’: skriv hur stort eller litet det är."),
)  # fmt: skip
_AT_OPENING = _BY_WORD[-4:]
_ALL: frozenset[str] = frozenset().union(*(pattern.begins for pattern in _BY_WORD))
_BEGUN_BY = {word: [pattern for pattern in _BY_WORD if word in pattern.begins] for word in _ALL}
_DEFINITE = ("ningen", "heten", "elsen", "ationen", "iteten")
_NO_ADJECTIVES = word_set(
    "alternativ motiv direktiv arkiv paket avsnitt moment dokument instrument nät fält segment element utskott format hotell"
)
"""Nouns that end as adjectives do."""

_HOW = word_set("hur mer mindre mest minst så lika för ju desto")
"""Behind these an adjective is said of a subject that follows: "ju mer tillgänglig informationen är"."""

_STRONG_WORD = re.compile(r"(?!synnerlig|tillräcklig|samtidig)\w+(?:lig|isk|säker|bar|sam|ell|siv|tiv)$")
_STRONG_WORDS = WordSort(lambda lower: _STRONG_WORD.match(lower) and _may_describe(lower))
"""Adjectives that stand before no definite noun as they are written."""

_LABELLED = re.compile(rf"(?:\b{_LABEL}\.?|§) $|\d[.,/–-]$|\b(?:19|20)\d\d $", re.IGNORECASE)
_REACH = 16


@rule(
    "SPR-114",
    name="böjning",
    level=Level.TIP,
    basis="svensk språklära",
    reads="part",
    heeds=(Aspect.TEXTS, Aspect.ACTIVITIES),
)
def words_agree(context: Context) -> Iterator[Observation]:
    """Ord som hör ihop har samma genus, antal och bestämdhet.

    Varför: när artikel, adjektiv och substantiv inte stämmer stannar läsaren upp. Bara mönster som nästan aldrig är
    rätt svenska anmärks.
    Fel: En digital utbildningar har genomförts.
    Rätt: Digitala utbildningar har genomförts.
    """
    yield from each(chain.from_iterable(map(_disagreements, context.running)))


@kept
def _disagreements(passage: Passage) -> Iterator[Slip]:
    if not passage.is_running:
        return
    slips = [slip for one in standing((passage,), _ALL) if (slip := _at_word(one))]
    slips += _strong_with_definite(passage)
    told = [slip for slip in slips if not _is_label(slip)]
    yield from told
    for more in (disagreeing_phrases, disagreeing_predicates, wrong_behind):
        told += (others := [slip for slip in more(passage) if all(map(slip.is_apart_from, told))])
        yield from others


def _is_label(slip: Slip) -> bool:
    """Tell whether the number is no count but a name: "mål 2 uppföljning", "år 2021 utbildning"."""
    return _LABELLED.search(slip.passage.text, max(0, slip.start - _REACH), slip.start) is not None


def _at_word(one: Occurrence) -> Slip | None:
    """Return the slip that begins with this word."""
    passage, word = one.passage, one.word
    for pattern in _BEGUN_BY[word.lower]:
        match = pattern.pattern.match(passage.text, word.start) if pattern not in _AT_OPENING or one.opens else None
        if match and _may_describe(match.groupdict().get("between") or ""):
            message = pattern.message.format(**match.groupdict())
            return Slip(passage, match.start("first"), match.end("noun"), message)
    return None


def _may_describe(word: str) -> bool:
    """Tell whether a word with the ending of an adjective is one, or there is none."""
    return word.lower() not in _NO_ADJECTIVES and read_noun(word.lower()) is None


def _strong_with_definite(passage: Passage) -> Iterator[Slip]:
    """Yield an indefinite adjective before a definite noun: "rättssäker handläggningen"."""
    words = passage.words
    for number in _STRONG_WORDS.numbers_in(passage.text):
        before, word = words[number], words[number + 1] if number + 1 < len(words) else None
        if word is None or not word.lower.endswith(_DEFINITE) or (number and words[number - 1].lower in _HOW):
            continue
        if word.text.islower() and Occurrence(passage, number + 1).follows_directly:
            message = f"Orden ’{before.text}’ och ’{word.text}’ stämmer inte överens i bestämdhet."
            yield Slip(passage, before.start, word.end, message)
