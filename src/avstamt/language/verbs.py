"""The forms of common verbs: what form a word is, and what its verb is called in the other forms."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import Enum, auto
from functools import lru_cache, partial
from typing import NamedTuple, cast

from avstamt.language.words import word_set
from avstamt.resources import resource

_PREFIXES = word_set(
    """
    an av bort fast fort fram för genom in med ned om på sam samman säker till tillbaka under upp ut vidare vidareut åter över
    """
)
_OTHER_WORDS = word_set(
    """
    andra bar få framför för inför kalla klara led leds låg lär resa skola steg säkra trygga var vara vår öppna
    """
)
"""Forms that are other words as often: neither is told from the other here."""


class VerbForm(Enum):
    """A form of a verb."""

    INFINITIVE = auto()
    PRESENT = auto()
    PAST = auto()
    SUPINE = auto()


class Verb(NamedTuple):
    """The forms of a verb, in the order of `VerbForm`; a passive one has forms of its own."""

    infinitive: str
    present: str
    past: str
    supine: str

    @property
    def has_one_participle(self) -> bool:
        """Tell whether its participle is one for both genders, and like its supine: "köpt", "stärkt", "utsatt"."""
        return self.past.endswith("te")


class Reading(NamedTuple):
    """A word read as a form of a verb: the verb, and which of its forms the word may be."""

    verb: Verb
    forms: frozenset[VerbForm]

    def is_only(self, *forms: VerbForm) -> bool:
        """Tell whether the word can be no other form than these."""
        return self.forms.issubset(forms)


_reading = cast("Callable[[tuple[Verb, frozenset[VerbForm]]], Reading]", partial(tuple.__new__, Reading))
"""Makes a reading of its two fields, the quickest way: there are thousands in the list."""


@lru_cache(maxsize=16384)
def read_verb(lower: str) -> Reading | None:
    """Return the word in small letters read as a form of a common verb, with or without a prefix; None for any other."""
    if lower in _OTHER_WORDS:
        return None
    known = _readings()
    if lower in known:
        return known[lower]
    for end in range(2, len(lower) - 1):
        if lower[:end] in _PREFIXES and (rest := known.get(lower[end:])):
            return Reading(Verb(*(f"{lower[:end]}{form}" for form in rest.verb)), rest.forms)
    return None


@lru_cache(maxsize=1)
def _readings() -> Mapping[str, Reading]:
    known: dict[str, Reading] = {}
    for active in _listed():
        for verb in (active,) if active.infinitive.endswith("s") else (active, _passive(active)):
            for word, forms in zip(verb, _forms(tuple(map(verb.index, verb))), strict=True):
                if word not in known:
                    known[word] = _reading((verb, forms))
    return known


@lru_cache(maxsize=16)
def _forms(firsts: tuple[int, ...]) -> list[frozenset[VerbForm]]:
    """Return what forms each form of a verb is, given the first place of its like; there are few such verbs, and many words."""
    forms = list(VerbForm)
    return [frozenset(form for form, other in zip(forms, firsts, strict=True) if other == first) for first in firsts]


def _passive(verb: Verb) -> Verb:
    """Return the passive forms: "följa, följer" makes "följas, följs"; "läsa, läser" makes "läsas, läses"."""
    infinitive, present = verb.infinitive, verb.present
    if not infinitive.endswith("a"):
        present = infinitive
    elif present.endswith("er"):
        present = present[: -3 if present.endswith("mmer") else -1 if present[-3] == "s" else -2]
    elif present.endswith("ar"):
        present = present[:-1]
    return Verb(f"{infinitive}s", f"{present}s", f"{verb.past}s", f"{verb.supine}s")


def _listed() -> Iterator[Verb]:
    """Yield the verbs of the list, which says under each heading by which endings they are made."""
    endings: list[str] = []
    for line in resource("words", "verb.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            endings = line.strip("[]").split()
        elif line and not line.startswith("#"):
            words = line.split()
            yield from [_made(word, endings) for word in words] if len(endings) > 1 else [Verb(*words)]


def _made(infinitive: str, endings: list[str]) -> Verb:
    root = infinitive[:-1]
    present, past, supine = (root + ("" if ending == "r" else ending) for ending in endings)
    return Verb(infinitive, present, past, supine)
