"""What a figure counts, as a noun that bends with its number: "1 person", "16 personer"."""

from __future__ import annotations

import re
from typing import NamedTuple

from avstamt.domain.quantity import Quantity
from avstamt.language.numbers.nouns import counted_noun
from avstamt.language.words import split_words


class Noun(NamedTuple):
    """A noun in the singular and the plural, and whether one of them is "ett"."""

    one: str
    many: str
    is_neuter: bool

    def after(self, quantity: Quantity) -> str:
        """Return the form that stands after a number; only a bare 1 takes the singular."""
        return self.one if abs(quantity.amount) == 1 and not quantity.decimals else self.many


_ANTAL = re.compile(r"^\W*antal(?:et)?\s+(?P<what>.+)$", re.IGNORECASE | re.DOTALL)
_ENDINGS = (("orna", "a"), ("or", "a"), ("ar", ""), ("er", ""))
_SAME = frozenset({"barn", "hushåll", "mål", "fall", "besök", "ärenden", "år"})
_SINGULARS = {
    "ärenden": "ärende",
    "möten": "möte",
    "elever": "elev",
    "pojkar": "pojke",
    "månader": "månad",
    "timmar": "timme",
    "veckor": "vecka",
    "dagar": "dag",
    "minuter": "minut",
    "procentenheter": "procentenhet",
    "miljoner kronor": "miljon kronor",
    "miljarder kronor": "miljard kronor",
}
_NEUTERS = frozenset({"ärende", "möte"})


def noun_of(many: str) -> Noun:
    """Return the noun with this plural."""
    one = _SINGULARS.get(many) or next(
        (many.removesuffix(end) + start for end, start in _ENDINGS if many.endswith(end) and many not in _SAME), many
    )
    return Noun(one, many, one == many or one in _NEUTERS)


def counted_in(name: str) -> Noun | None:
    """Return what an indicator counts by its name: "Antal hemlösa personer i staden" counts hemlösa personer."""
    match = _ANTAL.match(" ".join(name.split()))
    if match is None:
        return None
    what = match["what"]
    noun = counted_noun(what, split_words(what), 0, 0)
    if noun is None:
        return None
    made = noun_of(noun.text)
    return made._replace(many=what[: noun.span.end].strip())
