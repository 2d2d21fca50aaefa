"""Recognises whose a report is: the unit's name and the nämnd's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from avstamt.domain.report import OrganisationLevel
from avstamt.importers.lines import Line
from avstamt.importers.wording import goal_head
from avstamt.language.words import word_set

_FOR = re.compile(r"\bför\s+(?P<name>[A-ZÅÄÖa-zåäö][\w åäöÅÄÖ,-]+?)(?:\s+20\d\d)?$")
_UNIT_NAME = re.compile(
    r"(?=[eA-ZÅÄÖ])\b(?P<name>[Ee]nheten för [a-zåäö-]+(?:,? [a-zåäö-]+){0,5}|"
    r"(?:Förskolan|Förskoleområdet?|Kulturskolan|Fritidsgården|Servicehuset|Äldreboendet|Gruppbostaden|Träffpunkten)"
    r"(?: [A-ZÅÄÖ][\wåäö-]+){1,2}|[A-ZÅÄÖ][a-zåäö]{3,}enheten för [a-zåäö-]+|[A-ZÅÄÖ][a-zåäö]{3,}(?:enheten|skolan|gymnasiet|förskolor))\b"
)
_DISTRICT = re.compile(
    r"\b(?P<name>(?:(?:Norra|Södra|Östra|Västra) [A-ZÅÄÖa-zåäö]|[A-ZÅÄÖ])[a-zåäö]+(?:-[A-ZÅÄÖ]?[a-zåäö]+)*)(?: |-)"
    r"stadsdels(?:nämnd|förvaltning|område)"
)
_COMMITTEE = re.compile(r"\b(?P<name>[A-ZÅÄÖ][a-zåäö]+(?: och [a-zåäö]+)?nämnden)\b")
_STOP_WORDS = word_set(
    """
    att har är ska kan som under med i på av för till inom vid från haft genom då när där hade arbetar består bidrar
    bidragit
    """
)
_OFTEN = 3
_ORGANISATION = re.compile(
    r"(?:enhet|skol|boende|hem|grupp|central|team|gård|hus|bibliotek|mottagning|hemtjänst|bostad)(?:en|et|an|n|or|er|s)?\b"
)
_LONGEST_NAME = 70
_GENERIC = ("Stadsdelsnämnden", "Nämnden", "Facknämnden")
_FIRST = 60
"""Lines among which the recipient stands."""


class Names(NamedTuple):
    """The organisation's name and the nämnd's, and the doubts about them as sentences."""

    organisation: str
    committee: str
    doubts: tuple[str, ...] = ()


def names(lines: Sequence[Line], text: str, title: Line | None, level: OrganisationLevel) -> Names:
    """Return whose the report in these lines, `text` put together, is: by its title, its recipient and its words."""
    named = _FOR.search(title.text) if title else None
    committee = _committee(lines, text, level)
    if level is OrganisationLevel.COMMITTEE:
        name = named["name"].strip() if named else _recipient(lines) or committee
        return Names(name, name or committee)
    organisation = named["name"].strip() if named else _unit_name(text) or _under_title(lines, title)
    if not organisation:
        district = committee.removesuffix(" stadsdelsnämnd")
        return Names(district, committee, ("Enhetens namn står inte utskrivet i rapporten: fyll i det.",))
    return Names(organisation, committee)


def _under_title(lines: Sequence[Line], title: Line | None) -> str:
    """Return the name of a unit that stands on the line below the title."""
    text = next((line.text for line in lines if title and line.number > title.number and line.text), "")
    return text if len(text) < _LONGEST_NAME and _ORGANISATION.search(text) and text[-1] not in ".:;,?" else ""


def _recipient(lines: Sequence[Line]) -> str:
    for line, following in pairwise(lines[:_FIRST]):
        if line.text.rstrip(":").casefold() == "till" and re.search(r"nämnd", following.text):
            return following.text
    return ""


def _committee(lines: Sequence[Line], text: str, level: OrganisationLevel) -> str:
    districts = Counter(_named(_DISTRICT, text.replace("\n", " "), "stadsdels"))
    committees = Counter(name for name in _named(_COMMITTEE, text, "nämnden") if name not in _GENERIC)
    if districts:
        heads = [index for index, line in enumerate(lines) if goal_head(line.text)]
        titles = " ".join(line.text for index in heads for line in lines[index : index + 3])
        best = max(districts, key=lambda name: _weight(name, text, titles))
        best = f"{best}s" if f"{best}s" in districts else best
        own = sum(count for name, count in districts.items() if name.rstrip("s") == best.rstrip("s"))
        if level is OrganisationLevel.UNIT or own >= max(committees.values(), default=0):
            return f"{best} stadsdelsnämnd"
    if level is OrganisationLevel.UNIT:
        return ""
    return committees.most_common(1)[0][0] if committees else ""


def _named(pattern: re.Pattern[str], text: str, mark: str) -> Iterator[str]:
    """Yield the names in a text; only where their mark stands, for the names themselves may be any word with a capital."""
    reached = 0
    for at in _places_of(mark, text):
        start = max(reached, at - _LONGEST_NAME)
        for match in pattern.finditer(text, start, at + _LONGEST_NAME):
            if match.start() <= at < match.end():
                reached = match.end()
                yield match["name"]


def _places_of(mark: str, text: str) -> Iterator[int]:
    at = text.find(mark)
    while at >= 0:
        yield at
        at = text.find(mark, at + 1)


def _weight(name: str, text: str, titles: str) -> int:
    """Return how much speaks for a district: how often it is named, above all in titles."""
    stem = name.rstrip("s")
    return text.count(stem) + 5 * titles.count(stem)


def _unit_name(text: str) -> str:
    """Return the name the unit goes by: the phrase "Enheten för …" (or "…enheten") that stands most often."""
    spelled: dict[str, Counter[str]] = {}
    for match in _UNIT_NAME.finditer(" ".join(text.split())):
        for name in _forms(match["name"]):
            spelled.setdefault(name.casefold(), Counter())[name] += 1
    counts = {
        name: sum(forms.values()) for name, forms in spelled.items() if " " in name or sum(forms.values()) >= _OFTEN
    }
    if not counts:
        return ""
    best = max(counts, key=lambda name: (counts[name], -len(name)))
    longer = [name for name, count in counts.items() if name.startswith(best + " ") and count >= 0.6 * counts[best]]
    return spelled[max([best, *longer], key=len)].most_common(1)[0][0]


def _forms(name: str) -> list[str]:
    """Return a name and its shorter forms, cut before the first word that no name holds."""
    words = name.split()
    if words[0].casefold() != "enheten":
        return [name]
    end = next((index for index, word in enumerate(words[2:], start=2) if word in _STOP_WORDS), len(words))
    return [
        " ".join(words[:count])
        for count in range(3, end + 1)
        if words[count - 1] not in ("och", "samt") and words[count - 1][-1] != ","
    ]
