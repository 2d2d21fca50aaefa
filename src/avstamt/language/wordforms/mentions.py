"""Whether a text speaks of an indicator: how much of its name the text says, and where.

A name is seldom written out. "Sommarjobben" speaks of "Antal ungdomar som fått sommarjobb i stadens regi"; "sjukfrånvaron" of "Sjukfrånvaro" and hardly of "Sjukfrånvaro dag 1-14". So the answer is a strength
from 0 to 1, and among several names the specific beats the general where the text is specific.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from avstamt.language.wordforms.likeness import Likeness, likeness, together
from avstamt.language.wordforms.names import name_words
from avstamt.language.wordforms.synonyms import depends_on_neighbours, said_stems
from avstamt.language.words import Span, Word, split_words

LIKELY = 0.6
"""From this strength on a text most likely speaks of the indicator."""

_LEAST_STRENGTH = 0.15
_KEY = 4
_BEATEN = 0.5


class _Hit(NamedTuple):
    place: int
    like: Likeness


class Mention(NamedTuple):
    """A text speaks of the indicator `name`: how surely (0 to 1), and in which stretch.

    `words` are the places of the text's words that say it, `said` the stems of the name that they say.
    """

    name: str
    strength: float
    span: Span
    words: frozenset[int]
    said: frozenset[str]


class Names:
    """The names of a report's indicators, ready to be looked for in many texts."""

    def __init__(self, names: Iterable[str]) -> None:
        self._words = {name: name_words(name) for name in dict.fromkeys(names) if name.strip()}
        self._weights = {name: sum(word.weight for word in words) for name, words in self._words.items()}
        self._having: dict[str, list[str]] = defaultdict(list)
        self._near: dict[str, list[str]] = defaultdict(list)
        for name, words in self._words.items():
            for word in words:
                self._having[word.stem].append(name)
        for sought in self._having:
            for key in {sought[:_KEY], "…" + sought[-_KEY:]}:
                self._near[key].append(sought)
        self._likenesses: dict[str, list[tuple[str, Likeness]]] = {}
        self._said_by: dict[
            str, list[tuple[str, Likeness]]
        ] = {}  # what a word says by itself; most are like none of the names

    def spoken_of(self, text: str) -> tuple[Mention, ...]:
        """Return the names that `text` speaks of, the strongest first."""
        words = split_words(text)
        said = self._said(words, text)
        told = {sought: together([hit.like for hit in hits], sought) for sought, hits in said.items()}
        names = {name for sought in said for name in self._having[sought]}
        strengths = ((name, self._strength(name, told)) for name in names)
        found = [
            _mention(
                name, strength, {word.stem: said[word.stem] for word in self._words[name] if word.stem in said}, words
            )
            for name, strength in strengths
            if strength >= _LEAST_STRENGTH
        ]
        return tuple(sorted(_specific_first(found), key=lambda mention: (-mention.strength, mention.name)))

    def _strength(self, name: str, told: Mapping[str, float]) -> float:
        """Return how much of a name is told, from 0 to 1."""
        score = 0.0
        for word in self._words[name]:
            if word.stem in told:
                score += word.weight * told[word.stem]
        return score / self._weights[name]

    def _said(self, words: Sequence[Word], text: str) -> Mapping[str, list[_Hit]]:
        """Return for each stem of the names which words of the text say it, and how far."""
        said: dict[str, list[_Hit]] = defaultdict(list)
        known = self._said_by
        for place, word in enumerate(words):
            likes = known.get(word.lower)
            if likes is None:
                likes = [pair for own in said_stems(words, place, text) for pair in self._like(own)]
                if not depends_on_neighbours(word):
                    known[word.lower] = likes
            for sought, like in likes:
                said[sought].append(_Hit(place, like))
        return said

    def _like(self, own: str) -> list[tuple[str, Likeness]]:
        known = self._likenesses.get(own)
        if known is None:
            near = dict.fromkeys([*self._near.get(own[:_KEY], ()), *self._near.get("…" + own[-_KEY:], ())])
            known = [(sought, like) for sought in near if (like := likeness(own, sought))]
            self._likenesses[own] = known
        return known


@lru_cache(maxsize=8192)  # asked of single words, again after every edit
def mentions(text: str, name: str) -> Mention | None:
    """Return how far `text` speaks of the indicator `name`, None where it does not."""
    found = Names((name,)).spoken_of(text)
    return found[0] if found else None


def _mention(name: str, strength: float, said: Mapping[str, Sequence[_Hit]], words: Sequence[Word]) -> Mention:
    """Return the mention of a name of which these stems are said."""
    places = frozenset(hit.place for hits in said.values() for hit in hits)
    span = Span(words[min(places)].start, words[max(places)].end)
    return Mention(name, round(strength, 3), span, places, frozenset(said))


def _specific_first(found: Sequence[Mention]) -> Iterable[Mention]:
    """Weaken a name of which all that is said belongs to a likely name that says more: the specific one is meant."""
    likely = [mention for mention in found if mention.strength >= LIKELY]
    for mention in found:
        beaten = any(mention.words <= other.words and mention.said < other.said for other in likely)
        yield mention._replace(strength=round(mention.strength * _BEATEN, 3)) if beaten else mention
