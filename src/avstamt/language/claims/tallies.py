"""Counts of goals, activities and indicators: "alla mål utom två", "samtliga fem", "två helt och tre delvis"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypedDict

from avstamt.language.claims.aims import aim_of, degree_in
from avstamt.language.claims.base import Modality
from avstamt.language.claims.modality import infinitive_modality, is_negated, led_modality
from avstamt.language.claims.model import Aim, Tallied, Tally, Verdict
from avstamt.language.claims.scene import Scene
from avstamt.language.numbers.model import Figure, Form
from avstamt.language.words import BLANKS, Span, Word, word_set

_MAYBE = ("mål", "aktivitet", "indikator", "åtagande")
_ALL = word_set("alla samtliga")
_DONE = word_set(
    """
    genomförd genomförda genomfört genomförts genomförs genomfördes klara slutförda slutförts avslutade avslutats påbörjade
    påbörjats utförda utförts
    """
)
_REACHED = re.compile(r"upp(?:nå|fyll)\w*|nå(?:s|r|tts?|dd(?:e|es|a))?|infria\w*")
_EXCEPT = "utom"
_DETERMINERS = frozenset({"de", "våra", "nämndens", "enhetens", "samtliga", "alla", "dessa"})
_PLURALS = ("mål", "målen", "aktiviteter", "aktiviteterna", "indikatorer", "indikatorerna", "åtaganden", "åtagandena")
_DEFINITE = ("målen", "aktiviteterna", "indikatorerna")
_LEADS = word_set("att kan ska skall bör kommer bedöms väntas beräknas förväntas måste kunna inte")
_LEVEL_TAIL = re.compile(rf"[{BLANKS}]+för[{BLANKS}]+verksamhetsområdet", re.IGNORECASE)
_EACH = re.compile(
    r"\s+(?:mål(?:en)?\s+|är\s+|bedöms\s+|upp(?:fylls|nås|fylldes|nåddes|fyllas|nås)\s+|av\s+målen\s+)*"
    r"(?P<verdict>helt|delvis|inte|ej|uppfyll(?:da|t|d)|uppnå(?:dda|tt|dd))\b",
    re.IGNORECASE,
)
_EACH_VERDICTS = {"helt": Verdict.FULL, "delvis": Verdict.PARTLY, "inte": Verdict.NOT, "ej": Verdict.NOT}
_COUNTED = (Aim.GOAL, Aim.ACTIVITY, Aim.INDICATOR, Aim.TARGET)
_LEAST_EACH = 2
_NEAR_ALL = 4


def tallies(scene: Scene) -> Iterator[Tally]:
    """Yield the counts of aims that the sentence makes; at most one for each counted noun."""
    if not any(noun in scene.lower for noun in _MAYBE):
        return
    used: set[Span] = set()
    for place, word in enumerate(scene.words):
        aim = aim_of(word.lower)
        if aim not in _COUNTED or not word.lower.endswith(_PLURALS):
            continue
        clause = scene.clause_at(word.start)
        if clause not in used and (found := _tally(scene, place, word, aim, clause)):
            used.add(clause)
            yield found


def _tally(scene: Scene, place: int, word: Word, aim: Aim, clause: Span) -> Tally | None:
    whole = next((f for f in scene.figures if f.noun_span == word.span), None) or _part_of(scene, word, clause)
    if (
        whole
        and whole.noun
        and word.lower.endswith(_DEFINITE)
        and scene.word_before(whole.extent.start) not in _DETERMINERS
    ):
        return None
    some = _some_of(scene, whole, clause)
    everything = some is None and (_says_all(scene, place, whole) or _is_definite(scene, whole))
    each = _each(scene, clause)
    verdict = _verdict(scene, Span(whole.extent.end, clause.end) if some and whole else clause, aim)
    if not (everything or each or some or _is_told_of(whole)) or (verdict is None and not each):
        return None
    negated = not each and is_negated(scene, word.start, word.end)
    exceptions = _exceptions(scene, word, clause) if everything else None
    used = {figure for figure in (whole, some, exceptions, *(figure for figure, _ in each)) if figure}
    return Tally(
        **_frame(scene, word, clause, used),
        negated=negated,
        aim=aim,
        noun=_noun(scene, word),
        verdict=None if each else Verdict.NOT if negated and not everything else verdict,
        everything=everything,
        whole=_whole(whole, [figure for figure, _ in each]),
        count=None if everything or each else _count(some or whole),
        exceptions=int(exceptions.low) if exceptions else None,
        each=tuple(tallied for _, tallied in each),
    )


class _Frame(TypedDict):
    span: Span
    sentence: Span
    subject: tuple[str, ...]
    figures: tuple[Figure, ...]
    modality: Modality


def _frame(scene: Scene, word: Word, clause: Span, used: set[Figure]) -> _Frame:
    """Return what a tally has as every claim has it."""
    start = min([word.start, *(figure.extent.start for figure in used)])
    return {
        "span": Span(start, max([word.end, *(figure.extent.end for figure in used)])),
        "sentence": scene.sentence,
        "subject": scene.subject(clause),
        "figures": tuple(sorted(used, key=lambda figure: figure.span)),
        "modality": _modality(scene, clause),
    }


def _is_told_of(whole: Figure | None) -> bool:
    """Tell whether a figure counts by itself: "fyra av fem", "inga"."""
    return whole is not None and whole.form in (Form.PART, Form.NONE)


def _part_of(scene: Scene, word: Word, clause: Span) -> Figure | None:
    """Return the bare "7 av 9" that is told of "av indikatorerna"."""
    if scene.word_before(word.start) != "av":
        return None
    behind = Span(word.end, max(word.end, clause.end))
    return next((f for f in scene.figures_in(behind) if f.form is Form.PART and not f.noun), None)


def _some_of(scene: Scene, whole: Figure | None, clause: Span) -> Figure | None:
    """Return how many of a whole that "av" leads to: the 40 in "Av de 45 aktiviteterna är 40 genomförda"."""
    if whole is None or whole.form is Form.PART:
        return None
    before = [word.lower for word in scene.words if word.start < whole.extent.start][-2:]
    if "av" not in before:
        return None
    behind = Span(whole.extent.end, clause.end)
    return next((figure for figure in scene.figures_in(behind) if not figure.noun and not figure.unit), None)


def _is_definite(scene: Scene, whole: Figure | None) -> bool:
    return whole is not None and scene.word_before(whole.extent.start) in _DETERMINERS


def _says_all(scene: Scene, place: int, whole: Figure | None) -> bool:
    start = whole.extent.start if whole else scene.words[place].start
    before = [word.lower for word in scene.words if word.start < start][-_NEAR_ALL:]
    return any(lower in _ALL for lower in before)


def _exceptions(scene: Scene, word: Word, clause: Span) -> Figure | None:
    for figure in scene.figures_in(Span(word.end, clause.end)):
        if scene.word_before(figure.extent.start) == _EXCEPT:
            return figure
    return None


def _each(scene: Scene, clause: Span) -> list[tuple[Figure, Tallied]]:
    """Return the numbers that are told one verdict each: "två helt och tre delvis"; none where only one is."""
    found = []
    for figure in scene.figures_in(clause):
        match = _EACH.match(scene.text, figure.extent.end) or _EACH.match(scene.text, figure.span.end)
        if match and figure.amount is not None and not figure.unit:
            found.append(
                (figure, Tallied(_EACH_VERDICTS.get(match["verdict"].lower(), Verdict.REACHED), int(figure.amount)))
            )
    return found if len(found) >= _LEAST_EACH else []


def _modality(scene: Scene, clause: Span) -> Modality:
    """Return how the verb of reaching or doing is said: "bedöms uppfyllas" is a forecast."""
    for word in scene.words_in(clause):
        if _REACHED.fullmatch(word.lower) or word.lower in _DONE:
            infinitive = word.lower.endswith(("as", "å", "ås", "a")) and scene.word_before(word.start) in _LEADS
            return infinitive_modality(scene, word.start) if infinitive else led_modality(scene, word.start)
    return Modality.FACT


def _verdict(scene: Scene, clause: Span, aim: Aim) -> Verdict | None:
    """Return what is said of the counted aims: reached to some degree, or for activities done; None for neither."""
    lowers = [word.lower for word in scene.words_in(clause)]
    if any(_REACHED.fullmatch(lower) for lower in lowers):
        return degree_in(clause.of(scene.text)) or Verdict.REACHED
    done = next((place for place, lower in enumerate(lowers) if lower in _DONE), None)
    if aim is Aim.ACTIVITY and done is not None and "som" not in lowers[:done]:
        return Verdict.FULL
    return None


def _noun(scene: Scene, word: Word) -> str:
    tail = _LEVEL_TAIL.match(scene.text, word.end)
    return f"{word.lower} för verksamhetsområdet" if tail else word.lower


def _whole(figure: Figure | None, each: Sequence[Figure]) -> int | None:
    """Return how many there are in all; a count that is told one verdict among others is only its own part."""
    if figure is None or figure.is_range or figure.form is Form.NONE:
        return None
    if figure.whole is not None:
        return int(figure.whole)
    return None if figure in each else int(figure.low)


def _count(figure: Figure | None) -> int | None:
    return None if figure is None else int(figure.low)
