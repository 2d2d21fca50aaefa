"""Claims that a goal, a target or an indicator is reached, partly or not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from avstamt.language.claims.aims import AIM_LINKS, aim_of, degree_in
from avstamt.language.claims.base import Modality
from avstamt.language.claims.modality import infinitive_modality, is_negated, led_modality
from avstamt.language.claims.model import Achievement, Aim, Verdict
from avstamt.language.claims.scene import Scene
from avstamt.language.numbers.model import Figure
from avstamt.language.words import Span, Word, word_set

_VERBS = word_set(
    """
    uppnå uppnår uppnådde uppnåddes uppnås uppnått uppnåtts uppnådd uppnådda uppfylla uppfyller uppfyllde uppfylldes
    uppfylls uppfyllas uppfyllt uppfyllts uppfylld uppfyllda nå når nådde nåddes nås nått nåtts nådd nådda infria infriar
    infriat infriats infrias överträffar överträffat överträffats överträffas
    överträffade överträffades uppfylles uppnåtts
    """
)
_INFINITIVES = word_set("uppnå uppnås uppfylla uppfyllas nå nås infria infrias överträffa uppfyllda")
_PASSIVE_AMBIGUOUS = word_set("uppnås nås infrias uppfyllas")
_LEADS_INFINITIVE = word_set(
    "att kan kunna ska skall bör kommer bedöms väntas beräknas förväntas måste kunnat vill skulle inte"
)
_PRESUMED = re.compile(
    r"^att\b.*?\b(?:inte|ej)\b.*?\b(?:beror|påverkas|förklaras|beror\s+på|har\s+påverkats)\b", re.IGNORECASE | re.DOTALL
)
_FOREIGN = re.compile(
    r"\b(?:barnen|eleverna|elever|klienten|brukaren|brukarna)\b[^.]{0,40}\bnår\b|\b(?:kunskapsmål\w*|målen\s+för\s+sin|utbildningsmål\w*|lärandemål\w*)",
    re.IGNORECASE,
)
_JOINED = re.compile(r",|\b(?:och|samt)\b", re.IGNORECASE)
_LIST_REACH = 6
_MOST_TO_FIGURE = 4
_REACH = 9
_STATUS = re.compile(
    r"^\W*uppfylles?\s+(helt|delvis|inte|ej)\W*$|^\W*uppfylls\s+(helt|delvis|inte|ej)\W*$", re.IGNORECASE
)
_STATUS_VERDICTS = {"helt": Verdict.FULL, "delvis": Verdict.PARTLY, "inte": Verdict.NOT, "ej": Verdict.NOT}
_NOBODY = word_set("inget inga ingen")


def achievements(scene: Scene) -> Iterator[Achievement]:
    """Yield each claim of the sentence that an aim is reached or not."""
    if not scene.lowers & _VERBS:
        return
    if status := _STATUS.match(scene.sentence.of(scene.text)):
        verdict = _STATUS_VERDICTS[(status[1] or status[2]).lower()]
        yield Achievement(span=scene.sentence, sentence=scene.sentence, verdict=verdict, aim=Aim.GOAL)
        return
    if _FOREIGN.search(scene.text, *scene.sentence):
        return
    told: set[Span] = set()
    for place, word in enumerate(scene.words):
        if word.lower not in _VERBS or (clause := scene.clause_at(word.start)) in told:
            continue
        for found in _aims(scene, place, clause):
            told.add(clause)
            yield _achievement(scene, word, clause, found)


def _aims(scene: Scene, place: int, clause: Span) -> Iterator[tuple[Aim, Word]]:
    """Yield the aims that the verb at `place` is about: the nearest and those joined to it by "och", "samt" or a comma."""
    nearest = _nearest(scene, place, clause)
    if nearest is None:
        return
    yield _aim_at(scene, nearest) or (Aim.GOAL, scene.words[nearest])
    kinds = {_aim_at(scene, nearest)}
    last = nearest
    for other in range(nearest - 1, max(scene.indices(clause).start, nearest - _LIST_REACH) - 1, -1):
        found = _aim_at(scene, other)
        if found is None:
            continue
        between = scene.text[scene.words[other].end : scene.words[last].start]
        if not _JOINED.search(between) or found[0] in {kind[0] for kind in kinds if kind}:
            return
        kinds.add(found)
        last = other
        yield found


def _nearest(scene: Scene, place: int, clause: Span) -> int | None:
    """Return the place of the nearest aim before the verb in its clause, behind it, or in an earlier clause."""
    within = scene.indices(clause)
    before = [*range(place - 1, within.start - 1, -1)]
    after = [*range(place + 1, min(within.stop, place + _REACH))]
    earlier = [*range(within.start - 1, -1, -1)] if _has_no_own_subject(scene, place, within.start) else []
    return next((other for other in (*before, *after, *earlier) if _aim_at(scene, other)), None)


def _aim_at(scene: Scene, place: int) -> tuple[Aim, Word] | None:
    word = scene.words[place]
    found = aim_of(word.lower, scene.words[place - 1].lower if place else "")
    return (found, word) if found and found is not Aim.ACTIVITY else None


def _has_no_own_subject(scene: Scene, place: int, first: int) -> bool:
    """Tell whether the verb opens its clause, so that its subject stands before: "… och uppnås därmed inte"."""
    return place - first <= 1 or scene.words[first].lower in ("vilket", "som", "vilka")


def _achievement(scene: Scene, verb: Word, clause: Span, aim: tuple[Aim, Word]) -> Achievement:
    kind, word = aim
    negated = is_negated(scene, verb.start, verb.end) or _nobody_before(scene, verb, clause)
    degree = degree_in(clause.of(scene.text))
    modality = _modality(scene, verb)
    return Achievement(
        span=Span(min(verb.start, word.start), max(verb.end, word.end)),
        sentence=scene.sentence,
        subject=scene.subject(clause),
        modality=modality,
        negated=negated,
        verdict=_verdict(degree, negated=negated),
        aim=kind,
        figures=_aimed_at(scene, word, clause),
    )


def _aimed_at(scene: Scene, word: Word, clause: Span) -> tuple[Figure, ...]:
    """Return the figure that an aim's word leads to: the 22 in "årsmålet om 35 platser"."""
    for figure in scene.figures_in(Span(word.end, max(word.end, clause.end))):
        between = scene.words_in(Span(word.end, figure.extent.start))
        linked = all(other.lower in AIM_LINKS or other.lower[0].isdecimal() for other in between)
        return (figure,) if linked and len(between) <= _MOST_TO_FIGURE else ()
    return ()


def _verdict(degree: Verdict | None, *, negated: bool) -> Verdict:
    if negated:
        return Verdict.PARTLY if degree in (Verdict.PARTLY, Verdict.FULL) else Verdict.NOT
    return degree or Verdict.REACHED


def _modality(scene: Scene, verb: Word) -> Modality:
    """Return how the verb is said; "att målet inte nås påverkas av …" takes for granted that it is not reached."""
    if _PRESUMED.match(scene.sentence.of(scene.text)):
        return Modality.FACT
    before = scene.word_before(verb.start)
    if verb.lower in _INFINITIVES and before in _LEADS_INFINITIVE:
        if verb.lower in _PASSIVE_AMBIGUOUS and before == "inte":
            return led_modality(scene, verb.start)
        return infinitive_modality(scene, verb.start)
    return led_modality(scene, verb.start)


def _nobody_before(scene: Scene, verb: Word, clause: Span) -> bool:
    return any(word.lower in _NOBODY for word in scene.words_in(Span(clause.start, verb.start)))
