"""Rules about names that must be right: the bodies a text speaks of, and abbreviations against what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from avstamt.domain.finding import Evidence, Level
from avstamt.domain.place import Place
from avstamt.language.words import word_set
from avstamt.rules.model import Aspect, Context, Observation, found, rule

_BODY = re.compile(
    r"(?:(?P<first>[a-zåäö]+)-\s(?:och|samt)\s)?(?P<stem>[a-zåäö]+)nämnde(?:n|ns|rna|rnas)\b", re.IGNORECASE
)
_ENDING = re.compile(r"nämnde(?:n|ns|rna|rnas)\b")
_BEGINNING = re.compile(r"(?:[a-zåäö]+-\s(?:och|samt)\s)?[a-zåäö]+$", re.IGNORECASE)
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzåäö")
_LONGEST = 50
_LINK = re.compile(r"\s*(?:,|\s(?:och|samt))\s+(?:och\s+)?")
_KNOWN = word_set(
    """
    arbetsmarknads avfalls exploaterings fack fastighets förskole idrotts kultur kyrkogårds service social stadsbyggnads
    stadsdels trafik utbildnings val äldre överförmyndar miljö krislednings personal
    """
)
"""The first part of the names of the city's bodies, and of what bodies are called together."""

_KNOWN_PAIRS = frozenset({("miljö", "hälsoskydds"), ("hälso", "sjukvårds"), ("vård", "omsorgs"), ("kultur", "fritids")})
_OTHERS = word_set(
    """
    patient regions hyres arrende övervaknings prövnings ansvars överklagande diskriminerings konsument reklamations
    kommun region fullmäktige revisions smittskydds hemvårds trygghets gymnasie vuxenutbildnings
    omsorgs fritids byggnads bygg samhällsbyggnads näringslivs demokrati integrations vuxen tekniska
    socialtjänst renhållnings gatu mark
    """
)
"""Bodies of the region, the state and other municipalities, and the city's own of earlier years."""

_FIRST = re.compile(r"(?P<short>[A-ZÅÄÖ]{3,5})(?:,\s|\s\()(?P<long>[^\W\d_]+(?:\s[a-zåäö]+){2,6})")
_LAST = re.compile(r"\s\((?P<short>[A-ZÅÄÖ]{3,5})\)")


@rule(
    "LUC-135",
    name="nämndens-namn",
    level=Level.TIP,
    basis="samstämmighet",
    reads="part",
    heeds=(Aspect.TEXTS, Aspect.ACTIVITIES),
)
def bodies_have_their_names(context: Context) -> Iterator[Observation]:
    """En nämnd som texten nämner finns, och står en gång i en uppräkning.

    Varför: ett uppdrag till en nämnd som inte finns når ingen.
    Fel: Arbetet görs med äldre- och barnnämnden.
    Rätt: Arbetet görs med äldrenämnden.
    """
    for place, text in _texts(context):
        if "nämnd" in text:
            mentions = _mentions(text)
            for match in mentions:
                yield from _unknown(place, match)
            yield from _twice(place, text, mentions)


@rule(
    "LUC-136",
    name="förkortning-mot-namn",
    level=Level.DEVIATION,
    basis="samstämmighet",
    reads="part",
    heeds=(Aspect.TEXTS, Aspect.ACTIVITIES),
)
def abbreviation_has_the_letters_of_its_name(context: Context) -> Iterator[Observation]:
    """En förkortning har bokstäverna i samma ordning som namnet bredvid.

    Varför: en förkortning med omkastade bokstäver går inte att söka på.
    Fel: Kursen i metoden ELS, Ett självständigt liv, är klar.
    Rätt: Kursen i metoden ESL, Ett självständigt liv, är klar.
    """
    for place, text in _texts(context):
        for start, end, short, name in _abbreviated(text):
            initials = "".join(word[0] for word in name).upper()
            if initials != short and sorted(initials) == sorted(short):
                yield found(
                    place.at(start, end),
                    f"Förkortningen är {short}, men namnet ’{' '.join(name)}’ förkortas {initials}.",
                    Evidence(place.at(start, end), short),
                    advice=f"Skriv {initials}, om namnet är rätt.",
                )


@lru_cache(maxsize=4096)  # here and below: a text is searched again only when it has changed
def _abbreviated(text: str) -> tuple[tuple[int, int, str, list[str]], ...]:
    return tuple(_each_abbreviation(text))


def _each_abbreviation(text: str) -> Iterator[tuple[int, int, str, list[str]]]:
    """Yield each abbreviation that stands beside a name: its span, itself, and as many words of the name as letters."""
    for match in _FIRST.finditer(text):
        if match.start() == 0 or not text[match.start() - 1].isalnum():
            yield *match.span("short"), match["short"], match["long"].split()[: len(match["short"])]
    for match in _LAST.finditer(text) if "(" in text else ():
        name = text[max(0, match.start() - _LONGEST) : match.start()].split()[-len(match["short"]) :]
        yield *match.span("short"), match["short"], name


@lru_cache(maxsize=4096)
def _mentions(text: str) -> tuple[re.Match[str], ...]:
    found_in: list[re.Match[str]] = []
    for ending in _ENDING.finditer(text):
        beginning = _beginning(text, max(0, ending.start() - _LONGEST), ending.start())
        if beginning < ending.start() and (match := _BODY.match(text, beginning)):
            found_in.append(match)
    return tuple(found_in)


def _beginning(text: str, start: int, end: int) -> int:
    """Return where the words before the ending of a name begin: a word, or two where a hyphen says that there are two."""
    if "-" in text[start:end]:
        match = _BEGINNING.search(text, start, end)
        return match.start() if match else end
    first = end
    while first > start and text[first - 1].lower() in _LETTERS:
        first -= 1
    return first


def _texts(context: Context) -> Iterator[tuple[Place, str]]:
    for block in context.written:
        if block.own:
            yield block.place, block.text
    for goal, place in context.goals:
        for activity in goal.activities:
            if not activity.locked:
                yield place / "activities" / activity.id / "text", activity.text


def _named(match: re.Match[str]) -> list[str]:
    """Return the bodies that a mention names: "äldre- och socialnämnden" names two, "miljö- och hälsoskyddsnämnden" one."""
    first, stem = (match["first"] or "").lower(), match["stem"].lower()
    if (first, stem) in _KNOWN_PAIRS:
        return [f"{first}- och {stem}nämnden"]
    return [f"{part}nämnden" for part in (first, stem) if part]


def _unknown(place: Place, match: re.Match[str]) -> Iterator[Observation]:
    first, stem = (match["first"] or "").lower(), match["stem"].lower()
    if not first or (first, stem) in _KNOWN_PAIRS:
        return
    known = [part in _KNOWN or f"{part}s" in _KNOWN for part in (first, stem)]
    if all(known) or not any(known) or {first, stem} & _OTHERS:
        return
    stranger = stem if known[0] else first
    yield found(
        place.at(*match.span()),
        f"Staden har ingen {stranger}nämnd.",
        Evidence(place.at(*match.span()), match.group()),
        advice="Rätta namnet.",
    )


def _twice(place: Place, text: str, mentions: Sequence[re.Match[str]]) -> Iterator[Observation]:
    """Yield where a row of bodies, parted by commas and "och" only, names one of them twice."""
    row: dict[str, re.Match[str]] = {}
    end = -1
    for match in mentions:
        if end < 0 or not _LINK.fullmatch(text, end, match.start()):
            row = {}
        end = match.end()
        for name in _named(match):
            if name in row and row[name] is not match:
                yield found(
                    place.at(*match.span()),
                    f"Uppräkningen nämner {name} två gånger.",
                    Evidence(place.at(*row[name].span()), row[name].group()),
                    Evidence(place.at(*match.span()), match.group()),
                    advice="Ta bort den ena, eller rätta namnet.",
                )
            row.setdefault(name, match)
