"""Rules about sentences as they begin and end: a capital first, a stop last."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from avstamt.domain.finding import Level
from avstamt.language.abbreviations import ABBREVIATIONS
from avstamt.language.grammar import SMALL_WORDS
from avstamt.language.nouns import read_noun
from avstamt.language.words import word_set
from avstamt.rules.model import Aspect, Context, Observation, rule
from avstamt.rules.writing_passages import Form, Passage
from avstamt.rules.writing_slips import Slip, each, few_or_once, kept

_LEAST_WORDS, _LEAST_LAST, _LONGEST = 6, 2, 60
_OPEN_END = re.compile(r"[a-zåäöA-ZÅÄÖ0-9%)]$")
_FINITE = re.compile(
    r"\b(?:är|var|har|hade|blir|blev|får|fick|ska|skall|skulle|kan|kunde|ger|gav|gör|görs|sker|går|står|ser|deltar|tar|"
    r"bidrar|beskrivs|redovisas|genomförs|genomför|följs|följer|används|utgår|kommer|ökar|minskar|behöver|finns|"
    r"[a-zåäö]*arbetar|[a-zåäö]*verkar|[a-zåäö]{3,}erar|[a-zåäö]{3,}eras)\b"
)
_INNER_STOP = re.compile(r"\. (?<=[a-zåäö]{3}\. )(?=[A-ZÅÄÖ][a-zåäö])")
_SHORT = 20
_SMALL_START = re.compile(r"\. (?P<first>[a-zåäö]+)")
_LAST_WORD = re.compile(r"[a-zåäö]+$")
_RUN_ON = re.compile(
    r",? (?<=[a-zåäö,] )(?P<begun>(?:Under (?:året|våren|hösten|sommaren|perioden|20\d\d)|Detta|Dessa|Dessutom|Vidare|"
    r"Samtidigt|Samtliga|Därutöver|Därför|Därmed|Däremot|Vi (?:har|ser|kommer)|Enheten (?:har|kommer)|Av (?:dem|dessa)|"
    r"Målet (?:uppnås|nås|bedöms)|Det (?:har|är|finns)|Arbetet (?:har|är|med)|Resultatet (?:av|är|visar)|"
    r"[A-ZÅÄÖ][a-zåäö]{2,}(?:erna|arna|orna)))\b"
)
_TITLED = word_set(
    """
    mål målet målen målområdet målområde indikator indikatorn aktivitet aktiviteten rubriken avsnittet projektet
    frågan frågorna påståendet påståendena utbildningen kursen området programmet boken filmen rapporten föreningen
    avdelningen avdelningarna förskolan förskolorna skolan parkleken gruppen boendet gruppbostaden klubben laget kören
    """
)
"""What is followed by a name that begins with a capital."""
_NAMED = re.compile(r"(?:en|et|an|na)$")
_PEOPLE = ("erna", "arna", "orna")
_LISTED = ("expected_result",)
_OPENING = re.compile(r"^[\"”(]?[A-ZÅÄÖ0-9]")


@rule(
    "SPR-107",
    name="punkt-saknas",
    level=Level.TIP,
    basis="svenska skrivregler",
    heeds=(Aspect.TEXTS, Aspect.ACTIVITIES),
)
def a_paragraph_ends_with_a_stop(context: Context) -> Iterator[Observation]:
    """Ett stycke slutar med punkt.

    Varför: utan slutpunkt undrar läsaren om något har fallit bort. Rubriker, listor och stycken som leder in en lista
    prövas inte.
    Fel: Enheten har under året arbetat med att korta väntetiden
    Rätt: Enheten har under året arbetat med att korta väntetiden.
    """
    slips = context.in_passages(_unended_in)
    yield from few_or_once(slips, "Slutpunkt saknas i {n} stycken.", "Sätt punkt sist i styckena.", few=8)


@rule(
    "SPR-108",
    name="liten-bokstav-efter-punkt",
    level=Level.TIP,
    basis="svenska skrivregler",
    reads="part",
    heeds=(Aspect.TEXTS, Aspect.ACTIVITIES),
)
def a_sentence_begins_with_a_capital(context: Context) -> Iterator[Observation]:
    """En mening börjar med stor bokstav.

    Varför: en liten bokstav efter punkt är en rest av en ändring: antingen är punkten fel eller bokstaven.
    Fel: Rutinen är klar. den används av alla.
    Rätt: Rutinen är klar. Den används av alla.
    """
    for passage in context.running:
        yield from each(_small_starts(passage), safe=False)


def _unended_in(passages: Sequence[Passage]) -> list[Slip]:
    return [slip for passage in passages for slip in _unended(passage)]


@kept
def _unended(passage: Passage) -> Iterator[Slip]:
    text = passage.text.rstrip()
    if passage.is_running:
        yield from _run_on(passage, text)
    if passage.form is not Form.PROSE or passage.following is Form.ITEM or len(passage.words) < _LEAST_WORDS:
        return
    if not _OPEN_END.search(text, len(text) - 1) or not _OPENING.match(text) or passage.goes_on:
        return
    several = _INNER_STOP.search(text) is not None
    if (passage.place.path[2] in _LISTED and not several) or text.startswith("Att "):
        return
    last = passage.sentences[-1]
    word = passage.words[-1]
    told = _FINITE.search(text, last.start) or (several and len(text) - last.start > _SHORT)
    if told and word.lower not in SMALL_WORDS:
        yield Slip(
            passage, word.start, len(text), f"Stycket slutar med ’{word.text}’ utan punkt.", f"{text[word.start :]}."
        )


def _run_on(passage: Passage, text: str) -> Iterator[Slip]:
    """Yield where a sentence begins with a capital in the middle of another: the stop between them has fallen off."""
    for match in _RUN_ON.finditer(text):
        before, begun = _word_before(text, match.start()), match["begun"]
        if len(before) > _LEAST_LAST and before not in SMALL_WORDS and not _is_name(begun, before):
            start, end = match.start() - len(before), match.start("begun")
            yield Slip(passage, start, end, f"Punkt saknas före ’{begun}’.", f"{before}. ")


def _is_name(begun: str, before: str) -> bool:
    """Tell whether what begins with a capital is the name of what stands before it: "avdelningen Humlorna"."""
    if before in _TITLED:
        return True
    return begun.endswith(_PEOPLE) and _NAMED.search(before) is not None and read_noun(begun.lower()) is None


@kept
def _small_starts(passage: Passage) -> Iterator[Slip]:
    for match in _SMALL_START.finditer(passage.text):
        last = _word_before(passage.text, match.start())
        before = passage.text[: match.start() - len(last)][-1:]
        if len(last) < _LEAST_LAST or last in ABBREVIATIONS or before in (".", "-"):
            continue
        first = match["first"]
        message = f"Meningen som börjar med ’{first}’ har liten bokstav efter punkt."
        yield Slip(passage, match.start("first"), match.end("first"), message, first.capitalize())


def _word_before(text: str, at: int) -> str:
    """Return the small letters in a row that end at `at`."""
    match = _LAST_WORD.search(text, max(0, at - _LONGEST), at)
    return match.group() if match else ""
