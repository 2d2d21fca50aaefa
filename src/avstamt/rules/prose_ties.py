"""Which indicator a claim in prose speaks of, and how surely: its own analysis first, else the words of its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from avstamt.domain.finding import Evidence
from avstamt.domain.goal import Goal
from avstamt.domain.indicator import INDICATOR_FIGURES, Direction, Indicator
from avstamt.domain.place import Place
from avstamt.domain.quantity import Quantity, quantity
from avstamt.language.claims.base import Claim
from avstamt.language.claims.model import Balance
from avstamt.language.numbers.model import Figure, Form, Sort
from avstamt.language.wordforms.mentions import LIKELY, Mention, Names
from avstamt.language.wordforms.names import name_words
from avstamt.language.wordforms.stems import stem
from avstamt.language.words import Span
from avstamt.rules.context import Context
from avstamt.rules.figures import FigureCell, figure, is_share, overlap
from avstamt.rules.prose_claims import Passage, Told, in_told
from avstamt.rules.prose_spans import in_their_words, ways_of

SURE = 0.8
"""From this strength on the words of a claim name the indicator nearly in full."""

_CLEAR = 0.75
_MOST_BEFORE = 2
_HINTED = 0.35
_BY_FIGURE = 0.75
_INHERITED = re.compile(
    r"^\W*(?:(?:års)?utfallet|resultatet|värdet|årsmålet|målet|målvärdet|indikatorn|andelen|antalet|prognosen|det är|detta är|året innan|"
    r"föregående år|förra året|motsvarande)\b",
    re.IGNORECASE,
)
_OWN_RESULT = re.compile(
    r"^\W*(?:(?:årets|enhetens|nämndens|periodens|vårt|totala?|det)\s+)*(?:(?:års)?utfall(?:et)?|resultat(?:et)?|värdet|indikatorn|"
    r"index(?:et)?|(?:andelen|antalet|siffran)\s+(?=är|var|blev|har|uppg|ligger|låg|öka|minska|steg|sjönk)|(?:är|innebär)\s+en\s+\w*(?:ökning|minskning|förbättring|försämring)|"
    r"en\s+(?:liten\s+|svag\s+|tydlig\s+)?(?:ökning|minskning|förbättring|försämring)\s+(?:jämfört|mot|från|sedan))\b",
    re.IGNORECASE,
)
_RESULT_BEFORE = re.compile(
    r"\b(?:utfall(?:et)?|resultat(?:et)?|index(?:et)?|andelen|antalet|värdet|enheten\s+når|nämnden\s+når)\s+"
    r"(?:(?:är|var|blev|på|om|uppgår|uppgick|ligger|låg|landade|till)\s+){0,2}$",
    re.IGNORECASE,
)
_INDEX = re.compile(r"index|\bAMI\b", re.IGNORECASE)
_PEOPLE = frozenset(stem(word) for word in ("personer", "person", "individer", "människor"))
_PERSON_NAMES = frozenset(
    stem(word) for word in ("aspiranter", "ungdomar", "brukare", "invånare", "vuxna", "medarbetare")
)


@dataclass(frozen=True, slots=True)
class Tie:
    """An indicator that a claim speaks of; `own` where it stands in the indicator's own analysis.

    `near` tells that the claim's own clause names it, and not only the sentence or the one before.
    """

    goal: Goal
    indicator: Indicator
    place: Place
    strength: float
    own: bool
    near: bool
    share: bool
    direction: Direction | None

    @property
    def is_index(self) -> bool:
        """Tell whether the indicator is an index, whose bare figures count nothing."""
        return bool(_INDEX.search(self.indicator.name))

    @property
    def sure(self) -> bool:
        """Tell whether nothing but this indicator can be meant."""
        return self.strength >= SURE

    def cell(self, name: str) -> FigureCell | None:
        """Return one of the indicator's cells that hold a plain number."""
        return figure(self.indicator, self.place, name)

    def typed(self, name: str) -> Evidence:
        """Return a cell as it stands."""
        return Evidence(self.place / name, getattr(self.indicator, name).strip())

    def measures(self, number: Figure) -> bool:
        """Tell whether a figure is of the sort that the indicator measures."""
        units = {cell.quantity.unit for name in ("outcome", "target", "previous") if (cell := self.cell(name))}
        if self.is_index and "%" not in units:
            plain = not number.noun and not number.is_range and number.form is Form.DIGITS
            return plain and number.unit in ("", "poäng")
        if self.share or "%" in units:
            return number.sort is Sort.SHARE and number.whole is None
        if number.sort is Sort.COUNT:
            return units <= {"", "st"} and self._counts(number)
        return number.unit in units

    def _counts(self, number: Figure) -> bool:
        noun = stem(number.noun.lower()) if number.noun else ""
        stems = {word.stem for word in name_words(self.indicator.name)}
        if not noun:
            return True
        return noun in stems or (noun in _PEOPLE and bool(stems & (_PEOPLE | _PERSON_NAMES)))


@dataclass(frozen=True, slots=True)
class _Named:
    """An indicator's name with how surely a claim speaks of it."""

    name: str
    strength: float
    own: bool = False
    near: bool = False


class KnownNames:
    """The names of a report's indicators, with what was found in the texts that were asked about."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self._names = Names(names)
        self._ways = ways_of(names)
        self._spoken: dict[str, tuple[Mention, ...]] = {}

    def spoken_of(self, text: str) -> tuple[Mention, ...]:
        """Return the names that `text` speaks of, the strongest first."""
        known = self._spoken.get(text)
        if known is None:
            known = self._spoken[text] = self._names.spoken_of(in_their_words(text, self._ways))
        return known


@lru_cache(maxsize=32)
def names_of(names: tuple[str, ...]) -> KnownNames:
    """Return these names ready to be looked for; the same names are the same from run to run."""
    return KnownNames(names)


Ties = Mapping[tuple[Place, Span, type[Claim]], Tie]


def tie_of(context: Context, told: Told, claim: Claim) -> Tie | None:
    """Return the indicator that a claim speaks of, None where it cannot be told."""
    return ties_of(context).get((told.block.place, claim.span, type(claim)))


def ties_of(context: Context) -> Ties:
    """Return the indicators that the claims of the running text speak of."""
    return context.derived(_ties)


def _ties(context: Context) -> Ties:
    rows = {row.name: (goal, row, place) for goal, row, place in reversed(_in_steady_order(context))}
    names = names_of(tuple(sorted(rows.keys() - _named_twice(context))))
    outcomes = frozenset((name, number) for name, (_, row, _) in rows.items() if (number := quantity(row.outcome)))
    found: dict[tuple[Place, Span, type[Claim]], Tie] = {}
    for told, claim, named in in_told(context, _named_in, names, outcomes) if rows else ():
        goal, row, place = rows[named.name]
        entry = context.entry(row)
        direction = context.direction(row)
        made = Tie(goal, row, place, named.strength, named.own, named.near, is_share(row, entry), direction)
        found[told.block.place, claim.span, type(claim)] = made
    return found


def _named_in(
    passages: Sequence[Passage], names: KnownNames, outcomes: frozenset[tuple[str, Quantity]]
) -> list[tuple[Told, Claim, _Named]]:
    """Return the claims of a part of the report that name an indicator, each with its sentence and the name."""
    by_name = _by_name(outcomes)
    return [one for passage in passages for one in _named(passage, names, _own_name(passage), by_name)]


@lru_cache(maxsize=8)  # asked for every part with the same outcomes
def _by_name(outcomes: frozenset[tuple[str, Quantity]]) -> Mapping[str, Quantity]:
    return dict(outcomes)


def _in_steady_order(context: Context) -> list[tuple[Goal, Indicator, Place]]:
    return sorted(context.indicators, key=lambda row: row[2])


def _named_twice(context: Context) -> frozenset[str]:
    """Return the names that rows with different figures have; one indicator shown twice alike is one."""
    figures: dict[str, tuple[str, ...]] = {}
    unlike: set[str] = set()
    for _goal, row, _place in context.indicators:
        cells = tuple(getattr(row, name).strip() for name in INDICATOR_FIGURES)
        if figures.setdefault(row.name, cells) != cells:
            unlike.add(row.name)
    return frozenset(unlike)


def _own_name(passage: Passage) -> str:
    """Return the name of the indicator in whose analysis a block stands, empty where it stands in none."""
    path = passage.block.field.path
    if passage.block.goal is None or "indicators" not in path:
        return ""
    wanted = path[path.index("indicators") + 1]
    return next((row.name for row in passage.block.goal.indicators if row.id == wanted), "")


def _named(
    passage: Passage, names: KnownNames, own: str, outcomes: Mapping[str, Quantity]
) -> Iterator[tuple[Told, Claim, _Named]]:
    for place, told in enumerate(passage.sentences):
        claims = [claim for claim in told.claims if _may_be_tied(claim)]
        if not claims:
            continue
        inherited = _inherited(passage.sentences[:place], names) if _INHERITED.match(told.text) else None
        inherited = inherited or _by_figure(told, names, outcomes)
        for claim in claims:
            if tie := _tie(claim, names, told, inherited, own):
                yield told, claim, tie


def _by_figure(told: Told, names: KnownNames, outcomes: Mapping[str, Quantity]) -> _Named | None:
    """Return the only indicator that is hinted at and whose outcome, a share, is told in the sentence."""
    shares = [number for claim in told.claims for number in claim.figures if number.unit == "%" and not number.is_range]
    if not shares:
        return None
    spoken = names.spoken_of(told.text)
    hinted = [mention.name for mention in spoken if mention.strength >= _HINTED]
    fitting = [
        name
        for name in hinted
        if name in outcomes and any(overlap(number.interval, outcomes[name].interval) for number in shares)
    ]
    rivals = any(mention.strength >= LIKELY and mention.name not in fitting for mention in spoken)
    return _Named(fitting[0], _BY_FIGURE, near=True) if len(fitting) == 1 and not rivals else None


def _may_be_tied(claim: Claim) -> bool:
    """Tell whether a claim may be of an indicator: money and time never are."""
    if isinstance(claim, Balance):
        return False
    return not claim.figures or any(number.sort not in (Sort.MONEY, Sort.TIME) for number in claim.figures)


def _inherited(before: tuple[Told, ...], names: KnownNames) -> _Named | None:
    """Return the indicator that one of the two sentences before speaks of."""
    for told in reversed(before[-_MOST_BEFORE:]):
        spoken = names.spoken_of(told.text)
        if spoken and spoken[0].strength >= LIKELY:
            best = _best(spoken)
            return replace(best, near=True) if best else None
    return None


def _tie(claim: Claim, names: KnownNames, told: Told, inherited: _Named | None, own: str) -> _Named | None:
    """Return the indicator that a claim's own words name, else its sentence, its analysis or the sentences before."""
    whole = names.spoken_of(told.text)
    named = _best(names.spoken_of(" ".join(claim.subject))) if whole else None
    near = replace(named, near=True) if named else None
    best = near or _best(whole)
    if not own:
        return best or inherited
    if best and best.name != own and best.strength >= SURE:
        return best
    strength = best.strength if best and best.name == own else 0.0
    near_own = best.near if best else _tells_own_result(claim, told)
    return _Named(own, max(LIKELY, strength), own=True, near=near_own)


def _tells_own_result(claim: Claim, told: Told) -> bool:
    """Tell whether a claim in an indicator's analysis is of its result: "Utfallet är …", "… och index på 81"."""
    if _OWN_RESULT.match(told.text):
        return True
    text = told.block.text
    return any(_RESULT_BEFORE.search(text, told.span.start, number.extent.start) for number in claim.figures)


def _best(found: tuple[Mention, ...]) -> _Named | None:
    """Return the name that is said, where it is said clearly and no other as much."""
    likely = [mention for mention in found if mention.strength >= LIKELY]
    if not likely:
        return None
    first, *others = likely
    if any(other.strength > first.strength * _CLEAR for other in others if not other.words < first.words):
        return None
    return _Named(first.name, first.strength)
