"""Whether a sentence speaks of the whole that an indicator measures: not of others, of a part, or of another time."""

from __future__ import annotations

import re
from functools import lru_cache

from avstamt.language.claims.model import Level
from avstamt.language.claims.scene import SEXES
from avstamt.language.numbers.model import Figure, Sort
from avstamt.language.wordforms.mentions import mentions
from avstamt.language.wordforms.names import name_words
from avstamt.language.wordforms.stems import stem
from avstamt.language.words import word_set
from avstamt.rules.figures import overlap
from avstamt.rules.prose_claims import Told
from avstamt.rules.prose_spans import in_their_words, ways_of
from avstamt.rules.prose_ties import Tie

_OTHERS = re.compile(
    r"\b(?:stadens|staden|rikets|riket|länets|länet|snittet|\w*genomsnitt\w*|kommuner\w*|nationell\w*|enkätsvar\w*|svarsfrekvens\w*|"
    r"av dessa|(?<!ingen )(?<!inget )(?<!båda )(?<!alla )av dem|varav|bland de|svarande|\w+snittet|delindex\w*)\b|^\W*(?:av|bland)\s+(?!(?:kvinn|män|flick|pojk))|"
    r"\b(?:mest|minst)\s+(?:\w+\s+)?med\b",
    re.IGNORECASE,
)
_OWN_CITY = re.compile(r"\b(?:i\s+stadens\s+(?:regi|organisation)|stadens\s+medarbetarenkät\w*)\b", re.IGNORECASE)
_COST = re.compile(
    r"\b(?P<what>kostnad|utgift|behov|skillnad|kunskap|oro)(?:en|et|er|erna)?\s+(?:för|av|i|om)\b", re.IGNORECASE
)
_PARTS = re.compile(
    r"\b(?:dag\w*\s+\d|(?!kortare\s+(?:\w+\s+){0,2}än\b)(?:kort|lång)(?:a|e|tids|varig|are)?\w*)", re.IGNORECASE
)
_SHORT_TIME = re.compile(r"\bdag\s*1\s*[-–]\s*14\b|\bkort", re.IGNORECASE)
_CAUSE = re.compile(
    r"\b(?:(?:framför\s+allt|främst|huvudsakligen|bland\s+annat|delvis|till\s+stor\s+del|mycket)\s+)?"
    r"(?:på\s+grund\s+av|till\s+följd\s+av|tack\s+vare|beroende\s+på|eftersom|därför\s+att|vilket\s+(?:beror|förklaras)|och\s+(?:det\s+)?beror)\b",
    re.IGNORECASE,
)
_STEM = 4
_AMONG = re.compile(
    r"\b(?:inom|bland|hos|för|i|på)\s+(?:(?:de|den|det|våra|vår|enhetens|nämndens|årets)\s+)?(?P<word>[^\W\d_][\w-]+)",
    re.IGNORECASE,
)
_WHOLES = re.compile(
    r"(?:enhet|nämnd|förvaltning|verksamhet|stadsdel(?!s?förskol)|stad|avdelning|regi|organisation|år|period|helår|indikator|index|"
    r"snitt|genomsnitt|medel|helhet|total|stort|tertial|detta|att|den|det|grund|jämför|förhålland|relation|slut|början|frågan|"
    r"påstående|befolkning|område|hög|större|lägre|samma|nivå|\w*mål|\w*enkät|\w*undersökning|\w*mätning|\w*rapport|\w*berättelse|"
    r"sin|sig|minst|högst|mer|mellan|cirka|knappt|drygt|förra|föregående|fjol|tidigare|kvinn|män|man\b|flick|pojk|alla|samtliga|dag|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|"
    r"november|december|vår|höst|sommar|vinter|första|andra|tredje|fjärde|utfall|resultat|andel|antal|både|respektive|vilk)",
    re.IGNORECASE,
)
_OF = re.compile(
    r"\s+av\s+(?:(?:de|det|den|alla|samtliga|våra|enhetens|nämndens|stadsdelens|förvaltningens)\s+)?(?P<noun>[^\W\d_][\w-]+)",
    re.IGNORECASE,
)
_POPULATION = word_set("befolkningen invånarna invånare stadsdelsområdets")
_GETTING = frozenset(map(stem, word_set("fått får fick haft har hade erhållit erhöll")))
_LEAST_COUNT = 10


def speaks_of_others(told: Told, at: int | None = None) -> bool:
    """Tell whether a sentence speaks of the city, the country, a mean or a part of the whole.

    What is said up to `at` in the block is the whole that "varav" behind it divides.
    """
    text = told.text
    cut = text.find(", varav ", at - told.span.start) if at is not None and ", varav " in text else -1
    return _speaks_of_others(text if cut < 0 else text[:cut])


@lru_cache(maxsize=4096)
def _speaks_of_others(text: str) -> bool:
    return bool(_OTHERS.search(without_own_city(text)))


def without_own_city(text: str) -> str:
    """Return a text without "i stadens regi" and the like, where the city is no other one."""
    return _OWN_CITY.sub(" ", text)


def is_of_its_cost(told: Told, tie: Tie) -> bool:
    """Tell whether a sentence speaks of what something costs or needs, and not of it: "kostnaden för sjukfrånvaron"."""
    match = _COST.search(told.text)
    return match is not None and match["what"].lower() not in tie.indicator.name.lower()


def is_narrowed(told: Told, tie: Tie, at: int | None = None) -> bool:
    """Tell whether a sentence speaks of a part of what the indicator measures: its short ones, some of its days, one place.

    What is said up to `at` in the block is not narrowed by the reason that follows it: "… har stigit på grund av långa …".
    """
    text = told.text
    cause = _CAUSE.search(text, max(0, at - told.span.start)) if at is not None else None
    return narrows(text[: cause.start()] if cause else text, tie.indicator.name)


@lru_cache(maxsize=4096)
def narrows(text: str, name: str) -> bool:
    """Tell whether a text speaks of a part only of what the indicator `name` measures."""
    text = in_their_words(text, ways_of((name,)))
    short = bool(_SHORT_TIME.search(name))
    for match in _PARTS.finditer(text):
        begins = match.group().lower()[:_STEM]
        if begins not in name.lower() and not (short and begins == "kort"):
            return True
    stems = {word.stem for word in name_words(name)}
    words = [match["word"].lower() for match in _AMONG.finditer(text)]
    return any(
        stem(word) not in stems and word not in name.lower() and not _WHOLES.match(word) and not mentions(word, name)
        for word in words
    )


def part_of(told: Told, number: Figure) -> str:
    """Return what a figure is said to be a part of, empty where nothing is said: "mejlen" in "5 procent av mejlen"."""
    match = _OF.match(told.block.text, number.span.end)
    return match["noun"].lower() if match else ""


def is_of_the_people(told: Told, number: Figure) -> bool:
    """Tell whether a share is said to be of the whole population, as shares of inhabitants are."""
    return part_of(told, number) in _POPULATION


def is_part_of_others(told: Told, tie: Tie, number: Figure) -> bool:
    """Tell whether a figure is a share or number of something else than what the indicator is of: "5 procent av mejlen"."""
    noun = part_of(told, number)
    if not noun and not number.partitive:
        return False
    stems = {word.stem for word in name_words(tie.indicator.name)}
    return number.sort is not Sort.SHARE or not (stem(noun) in stems or noun in SEXES or noun in _POPULATION)


def is_anchored(told: Told, tie: Tie, number: Figure) -> bool:
    """Tell whether another figure of the sentence is one of the indicator's own, so that it surely speaks of it."""
    others = {one for claim in told.claims for one in claim.figures if one != number and one.unit == number.unit}
    cells = [cell for name in ("outcome", "previous") if (cell := tie.cell(name))]
    return any(
        overlap(one.interval, cell.quantity.interval)
        for one in others
        if one.sort is not Sort.COUNT or one.low >= _LEAST_COUNT
        for cell in cells
    )


def counts_the_same(told: Told, tie: Tie, number: Figure) -> bool:
    """Tell whether a count is of those that the name counts, and says that they got what the name says they got."""
    noun = stem(number.noun.lower()) if number.noun else ""
    name = tie.indicator.name.lower()
    if not noun or noun not in {word.stem for word in name_words(name)}:
        return False
    said = {stem(word) for word in re.findall(r"[^\W\d_]+", told.text.lower())}
    named = {stem(word) for word in re.findall(r"[^\W\d_]+", name)}
    return bool(named & _GETTING and said & _GETTING)


def is_only_count(told: Told, number: Figure) -> bool:
    """Tell whether a count is the only one in its sentence, but for those it is compared with."""
    stated = [one for claim in told.claims if isinstance(claim, Level) and not claim.base for one in claim.figures]
    return all(one == number or one.sort is not Sort.COUNT or not one.noun for one in stated)
