"""The words that say that something changed, in all their forms, and whether a form is a verb or describes a noun."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from avstamt.language.claims.model import Direction
from avstamt.language.claims.scene import Scene
from avstamt.language.grammar import SMALL_WORDS
from avstamt.language.words import Span, Word, word_set


class Kind(Enum):
    """Which form a word of change has."""

    INFINITIVE = "infinitiv"
    FINITE = "finit"
    SUPINE = "supinum"
    PARTICIPLE = "particip"
    NOUN = "substantiv"


class Cue(NamedTuple):
    """A word, or verb and particle, that says that something changed."""

    span: Span
    direction: Direction
    kind: Kind


_WEAK = {
    "öka": Direction.UP,
    "utöka": Direction.UP,
    "minska": Direction.DOWN,
    "reducera": Direction.DOWN,
    "halvera": Direction.DOWN,
    "fördubbla": Direction.UP,
    "tredubbla": Direction.UP,
    "förbättra": Direction.BETTER,
    "försämra": Direction.WORSE,
}
_WEAK_ENDINGS = {
    Kind.INFINITIVE: ("a", "as"),
    Kind.FINITE: ("ar", "ade", "ades"),
    Kind.SUPINE: ("at", "ats"),
    Kind.PARTICIPLE: ("ad",),
}
_STRONG: dict[Direction, dict[Kind, str]] = {
    Direction.UP: {
        Kind.INFINITIVE: "stiga växa höja höjas tillta",
        Kind.FINITE: "stiger steg växer växte höjer höjs höjde höjdes tilltar tilltog",
        Kind.SUPINE: "stigit vuxit höjt höjts tilltagit",
    },
    Direction.DOWN: {
        Kind.INFINITIVE: "sjunka sänka sänkas avta",
        Kind.FINITE: "sjunker sjönk sänker sänks sänkte sänktes avtar avtog",
        Kind.SUPINE: "sjunkit sänkt sänkts avtagit",
    },
    Direction.SAME: {
        Kind.PARTICIPLE: "oförändrad oförändrat oförändrade",
        Kind.SUPINE: "stabiliserats",
        Kind.FINITE: "stabiliserades",
    },
}
_NOUN = re.compile(
    r"\w*?(?<!unders)(?<!ans)(?<!bes)(?<!upps)(?:(?P<up>ökning|uppgång)|(?P<down>minskning|nedgång))(?:en|ar|arna|ens)?"
)
_GOING = {"gått": Kind.SUPINE, "gick": Kind.FINITE, "går": Kind.FINITE, "gå": Kind.INFINITIVE}
_PARTICLES = {"upp": Direction.UP, "ned": Direction.DOWN, "ner": Direction.DOWN}
_NOT_GOING = word_set("i tid till på vid mot och över")
_PARTICLE_REACH = 2
_DESCRIBES_AFTER = word_set(
    "ett en den det de dess av med till på för genom mot om utan kring från sådan fler denna dessa trots vid"
)
_VERB_BEFORE = word_set(
    "med från till under något kraftigt markant successivt stadigt jämfört också dock i mycket inte när då sedan bland för både"
)
_STEG_AFTER = word_set("med till från kraftigt något under också markant igen åter snabbt")
_DEFINITE = re.compile(r"(?:en|et|na|an|on|erna|arna|ens)$")
_AUXILIARIES = word_set("har hade ha att som är var blivit blev haft")
_BEEN = word_set("är var blivit blev varit")
_AUXILIARY_REACH = 12


def _forms() -> dict[str, tuple[Direction, Kind]]:
    forms: dict[str, tuple[Direction, Kind]] = {}
    for verb, direction in _WEAK.items():
        for kind, endings in _WEAK_ENDINGS.items():
            forms |= {verb[:-1] + ending: (direction, kind) for ending in endings}
    for direction, kinds in _STRONG.items():
        for kind, words in kinds.items():
            forms |= dict.fromkeys(words.split(), (direction, kind))
    return forms


_FORMS = _forms()
_KNOWN = frozenset((*_FORMS, *_GOING))


def change_cues(scene: Scene) -> Iterator[Cue]:
    """Yield the words of the sentence that say that something changed; those that describe a noun ("ökad press") are none."""
    if _KNOWN.isdisjoint(scene.lowers) and "kning" not in scene.lower and "gång" not in scene.lower:
        return
    for place, word in enumerate(scene.words):
        if known := _FORMS.get(word.lower):
            direction, kind = known
            if _is_said(scene.words, place, kind):
                yield Cue(word.span, direction, kind)
        elif word.lower in _GOING:
            if going := _with_particle(scene.words, place):
                yield going
        elif ("kning" in word.lower or "gång" in word.lower) and (match := _NOUN.fullmatch(word.lower)):
            yield Cue(word.span, Direction.UP if match["up"] else Direction.DOWN, Kind.NOUN)


def _with_particle(words: Sequence[Word], place: int) -> Cue | None:
    """Return "gått ned" and the like; "gått upp i tid" and "gick till" are none."""
    for after in range(place + 1, min(place + 1 + _PARTICLE_REACH, len(words))):
        direction = _PARTICLES.get(words[after].lower)
        following = words[after + 1].lower if after + 1 < len(words) else ""
        if direction and following not in _NOT_GOING:
            return Cue(Span(words[place].start, words[after].end), direction, _GOING[words[place].lower])
    return None


def _is_said(words: Sequence[Word], place: int, kind: Kind) -> bool:
    before = words[place - 1].lower if place else ""
    after = words[place + 1].lower if place + 1 < len(words) else ""
    lower = words[place].lower
    if kind is Kind.PARTICIPLE:
        return _describes_a_subject(words, place, before, lower)
    if kind is Kind.SUPINE:
        has_auxiliary = any(word.lower in _AUXILIARIES for word in words[max(0, place - _AUXILIARY_REACH) : place])
        return before not in _DESCRIBES_AFTER and (has_auxiliary or not after or after in SMALL_WORDS)
    if lower.startswith(("väx", "vux")) and after in ("upp", "in", "fram"):
        return False
    if lower == "steg":
        return after in _STEG_AFTER
    if kind is Kind.FINITE and lower.endswith("ade"):
        return _is_preterite(before, after)
    return True


def _describes_a_subject(words: Sequence[Word], place: int, before: str, lower: str) -> bool:
    """Tell whether a participle says something of its subject: "är förbättrad", "är i stort sett oförändrat"."""
    if lower.startswith("oförändra"):
        return any(word.lower in {*_BEEN, "ligger", "låg"} for word in words[max(0, place - 5) : place])
    return before in _BEEN


def _is_preterite(before: str, after: str) -> bool:
    """Tell whether "ökade" is a verb: nothing that leads to a noun before it, and no bare noun behind it."""
    if before in _DESCRIBES_AFTER:
        return False
    return not after or after in _VERB_BEFORE or bool(_DEFINITE.search(after)) or after[0].isdecimal()
