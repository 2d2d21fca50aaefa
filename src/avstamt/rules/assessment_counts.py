"""What a text claims of many goals at once: all, all but two, five of seven, the three below."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from avstamt.domain.goal import GoalLevel
from avstamt.rules.assessment_text import Said
from avstamt.rules.assessment_words import Degree, degree_of, is_of_another_time, is_only_spoken_of

_WORDS = (
    ("noll",),
    ("en", "ett"),
    *((word,) for word in ("två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "tretton")),
)
_NUMBERS = {word: number for number, words in enumerate(_WORDS) for word in words}
NUMBER = rf"(?:\d{{1,2}}|{'|'.join(_NUMBERS)})"
"""What matches a small number in digits or words."""
_NOUNS = {
    "inriktningsmål": GoalLevel.DIRECTION,
    "verksamhetsområde": GoalLevel.AREA,
    "nämndmål": GoalLevel.COMMITTEE,
    "enhetsmål": GoalLevel.UNIT,
    "enhetsspecifika": GoalLevel.UNIT,
}
_GOALS = re.compile(
    rf"\b(?:(?P<all>samtliga|alla|båda|bägge|de)\s+)?(?:av\s+)?(?:(?:\w+s|våra|egna|uppsatta|prioriterade)\s+)?"
    rf"(?:(?P<some>{NUMBER})\s+av\s+(?:(?:de|totalt|våra|\w+s)\s+)?)?(?:(?P<count>{NUMBER})\s+)?"
    r"(?P<noun>inriktningsmål(?:en)?|(?:\w+s\s+)?mål(?:en)?\s+för\s+verksamhetsområde\w*|nämndmål(?:en)?|enhetsmål(?:en)?|"
    r"enhetsspecifika\s+mål(?:en)?|underliggande\s+(?:nämnd|enhets)?mål(?:en)?|mål(?:en)?)\b"
    rf"(?:,?\s+(?:utom|förutom|med\s+undantag\s+av)\s+(?P<but>{NUMBER})\b)?",
    re.IGNORECASE,
)
_REACHED_AFTER = re.compile(
    r"(?P<between>[^.;:!?]{0,100}?)\b(?:uppfyll(?:s|as|ts|da|d)|uppnå(?:s|tts|dda|dd)?|nå(?:s|tts|dda))\b(?P<after>[^.;,:!?]{0,32})",
    re.IGNORECASE,
)
_SOME_BEFORE_VERB = re.compile(rf"\b(?P<some>{NUMBER})\s+(?:\w+\s+){{0,1}}$", re.IGNORECASE)
_THE_OTHERS = re.compile(rf"\b(?:och|medan)\s+{NUMBER}\s+(?:\w+\s+){{0,3}}?(?:delvis|inte|ej)\b.*", re.IGNORECASE)
_BUT_LATER = re.compile(
    rf"\b(?:samtliga|alla)\b[^.;:]{{0,30}}?\b(?:utom|förutom)\s+(?P<but>{NUMBER})?\b", re.IGNORECASE
)
_HEDGED = re.compile(
    r"\b(?:i\s+huvudsak|i\s+stort|huvudsakligen|(?:till\s+)?stor\w*\s+del\w*|i\s+(?:hög|stor)\s+(?:grad|utsträckning)|"
    r"överlag|flertalet|de\s+flesta|merparten|majoritet\w*)\b",
    re.IGNORECASE,
)
_REACHES = re.compile(r"uppfyll|uppnå|\bnå[sr]\b|\bnått|\bnådda", re.IGNORECASE)
_REACHED_BEFORE = re.compile(
    r"\b(?:uppfyll(?:er|t)|uppnå(?:r|tt)|når|nått)\s+(?P<middle>(?:\w+\s+){0,2})$", re.IGNORECASE
)


_Counted = tuple[GoalLevel | None, bool, Degree, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Tally:
    """A claim of many goals: which level (None: the nearest below, or the writer's own), and how they are said to stand.

    `whole` is how many there are said to be, `exceptions` how many are said not to be reached (0: none, None: not said).
    """

    said: Said
    level: GoalLevel | None
    below: bool
    degree: Degree
    whole: int | None
    exceptions: int | None


def tallies(said: Iterable[Said], year: int) -> Iterator[Tally]:
    """Yield the claims that sentences make of many goals in the report's own year."""
    for one in said:
        counted = _counted(one.text)
        if counted is not None and not is_of_another_time(one.text, year):
            yield Tally(one, *counted)


@lru_cache(maxsize=4096)
def _counted(text: str) -> _Counted | None:
    """Return what a sentence says of many goals: level, whether below, degree, whole and exceptions."""
    if "mål" not in text or not _REACHES.search(text):
        return None
    return next((counted for match in _GOALS.finditer(text) if (counted := _tally(text, match))), None)


def _tally(text: str, match: re.Match[str]) -> _Counted | None:
    noun = match["noun"].lower()
    below = noun.startswith("underliggande")
    many = noun.split()[-1].endswith("målen") or "målen för" in noun
    if not (match["all"] or match["count"] or below or many):
        return None
    if is_only_spoken_of(text[: match.start()]) or _HEDGED.search(text):
        return None
    reached = _reached(text, match)
    if reached is None:
        return None
    degree, some_at_verb = reached
    whole, some = number_of(match["count"]), number_of(match["some"]) or some_at_verb
    if whole is not None and some is None and not match["all"]:
        return None
    if degree is Degree.NOT or (degree is Degree.PARTLY and some is None):
        return None
    exceptions = number_of(match["but"])
    later = _BUT_LATER.search(text, match.end()) if "utom" in text else None
    if later is not None:
        exceptions = number_of(later["but"])
    elif exceptions is None:
        exceptions = 0 if some is None else whole - some if whole is not None else None
    level = next((level for word, level in _NOUNS.items() if word in noun), None)
    return level, below, degree, whole, exceptions


def _reached(text: str, match: re.Match[str]) -> tuple[Degree, int | None] | None:
    """Return how far the goals are said to be reached, and how many of them where the number stands at the verb."""
    after = _REACHED_AFTER.match(text, match.end())
    if after and "mål" not in after["between"].lower().replace("inriktningsmålet", ""):
        some = _SOME_BEFORE_VERB.search(after["between"])
        words = _THE_OTHERS.sub("", f"{after['between']} {after['after']}")
        return degree_of(words), number_of(some["some"]) if some else None
    before = _REACHED_BEFORE.search(text, 0, match.start())
    if before:
        words = f"{text[max(0, before.start() - 24) : before.start()]} {before['middle']} {text[match.end() : match.end() + 16]}"
        return degree_of(words), None
    return None


def number_of(word: str | None) -> int | None:
    """Return what a number in digits or small words says; None for no number."""
    if not word:
        return None
    return int(word) if word.isdecimal() else _NUMBERS.get(word.lower())
