"""Claims of how far something has come: done, not done, under way, postponed, delayed, cancelled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from avstamt.language.claims.base import Modality
from avstamt.language.claims.modality import finite_modality, hedges_in, infinitive_modality, is_negated
from avstamt.language.claims.model import Progress, State
from avstamt.language.claims.scene import Scene
from avstamt.language.words import Span, word_set

_CUE = re.compile(
    r"(?:(?P<postponed>skj[uö]t\w*\s+(?:upp|fram)\w*|uppskj\w+|framskj\w+|senarel\w+|flytta(?:t|ts|s|d|de)\s+(?:fram\b|till\s+(?:\d{4}|nästa\s+år))|avvakta\w*)"
    r"|(?P<delayed>försena\w*|förseningar?\w*|fördröj\w+|drag(?:it|er)\s+ut\s+på\s+tiden)"
    r"|(?P<cancelled>ställ(?:ts|des|as|s|t|a)\s+in\b|inställd[ea]?|utgått\b(?!\s+(?:i?från|i\s+från))|utgår\b(?!\s+(?:i?från|i\s+från))|uteblivit|utebli\w*)"
    r"|(?P<paused>pausa\w*|vilande|avstannat|stannat\s+av|avbrutits|avbröts)"
    r"|(?P<track>(?:fort)?löp(?:er|te|t)\s+(?:på\s+)?(?:enligt|som|utan)|enligt\s+(?:tid|projekt|arbets|genomförande)?plan(?:en|ering|eringen)?\b|som\s+planerat|utan\s+avvikelser)"
    r"|(?P<infinitive>genomföras?|slutföras?|avslutas?|färdigställas?|implementeras|införas)"
    r"|(?P<done>(?:genomfört?s|genomfört|genomförd|genomförda|genomfördes?|slutfört?s|slutfört|slutförd[ae]?s?|avslutats|avslutades|avslutat|avslutade|avslutad|färdigställts?"
    r"|färdigställd[ae]?s?|implementera(?:ts|d|des)|införts|infördes|tagits\s+fram|upprättats|anordnats|utförts|hunnits\s+med|tillsatts?|tillsattes))"
    r"|(?P<started>påbörja(?:ts|des|d|t|s)|inletts|inleddes|startats?(?:\s+upp)?|startades|initierats)"
    r"|(?P<ongoing>pågår|pågick|pågått|fortgår|fortgick|fortsätter|i\s+gång\b|igång\b))\b",
    re.IGNORECASE,
)
_BEGINNINGS = tuple(
    word_set(
        """
        skj upps framskj senarel flytt avvakta försen fördröj drag ställ inställ utgå utebli paus vilande avstann stannat
        avbr fort löp enligt som utan genomför slutför avslut färdigställ implementer inför tagits upprätt anordn utför hunn
        till påbörja inle start initi pågå pågick i
        """
    )
)
_STARTS = frozenset(beginning[:2] for beginning in _BEGINNINGS)
_AUXILIARIES = word_set("har hade ha är var blev blivit att som inte ej")
_PASSIVE_PAST = re.compile(r"(?:des|ades|tes)$")
_PRESENT = re.compile(r"genomförs|slutförs|påbörjas", re.IGNORECASE)
_AUXILIARY_REACH = 10
_CAN = word_set("kan kunna kunnat kunde")
_FROM = word_set("från ifrån utifrån")
_NOBODY = word_set("ingen inga inget")
_DESCRIBES = word_set("den de det en ett av")
_CONTRARY = {State.DONE: State.NOT_DONE, State.STARTED: State.NOT_STARTED, State.ONGOING: State.NOT_DONE}


def progress(scene: Scene) -> Iterator[Progress]:
    """Yield each claim of the sentence on how far something has come; one for each state and clause."""
    told: set[tuple[Span, State]] = set()
    for match in _cues(scene):
        clause = scene.clause_at(match.start())
        state = _state(scene, match, clause)
        if state is None or (clause, state) in told:
            continue
        told.add((clause, state))
        span = Span(*match.span())
        yield Progress(
            span=span,
            sentence=scene.sentence,
            subject=scene.subject(clause, [span]),
            when=scene.time_in(clause),
            modality=_modality(scene, match),
            hedges=hedges_in(scene, clause),
            state=state,
        )


def _cues(scene: Scene) -> Iterator[re.Match[str]]:
    """Yield the words of progress in order; only words that may begin one are looked at."""
    reached = 0
    for word in scene.words:
        if word.lower[:2] in _STARTS and word.start >= reached and word.lower.startswith(_BEGINNINGS):
            match = _CUE.match(scene.text, word.start, scene.sentence.end)
            if match:
                reached = match.end()
                yield match


def _state(scene: Scene, match: re.Match[str], clause: Span) -> State | None:
    """Return the state a cue says; None where it only describes a noun, or a plan that is not said to have failed."""
    kind = match.lastgroup
    negated = is_negated(scene, *match.span()) or _nobody(scene, match, clause)
    before = scene.words_in(Span(clause.start, match.start()))[-_AUXILIARY_REACH:]
    lowers = [word.lower for word in before]
    if kind == "infinitive":
        return _infinitive_state(lowers) if negated else State.DONE
    if kind in ("done", "started"):
        state = (
            State.STARTED if kind == "started" else State.ONGOING if _PRESENT.fullmatch(match.group()) else State.DONE
        )
        if not _is_said(match, lowers):
            return None
        return _CONTRARY.get(state) if negated else state
    if negated or _sets_out(scene, match, clause):
        return None
    return _STATES[kind or ""]


def _sets_out(scene: Scene, match: re.Match[str], clause: Span) -> bool:
    """Tell whether "utgår" means to start from something, which is not to be cancelled."""
    behind = scene.words_in(Span(match.end(), max(match.end(), clause.end)))
    return match.group().lower().startswith("utg") and any(word.lower in _FROM for word in behind)


def _infinitive_state(lowers: list[str]) -> State:
    """Return what a denied infinitive says: "har inte kunnat genomföras" it was not, "kan inte slutföras" it cannot be."""
    if {"kunnat", "kunde"}.intersection(lowers):
        return State.NOT_DONE
    return State.CANNOT if {*_CAN, "möjligt", "går"}.intersection(lowers) else State.NOT_DONE


_STATES = {
    "postponed": State.POSTPONED,
    "delayed": State.DELAYED,
    "cancelled": State.CANCELLED,
    "paused": State.PAUSED,
    "track": State.ON_TRACK,
    "ongoing": State.ONGOING,
}


def _is_said(match: re.Match[str], lowers: list[str]) -> bool:
    """Tell a verb from a describing form: "har genomförts" and "genomfördes", not "genomförda kurser"."""
    word = match.group().lower()
    if _PASSIVE_PAST.search(word) or _PRESENT.search(word):
        return True
    return bool(_AUXILIARIES.intersection(lowers)) and (not lowers or lowers[-1] not in _DESCRIBES)


def _nobody(scene: Scene, match: re.Match[str], clause: Span) -> bool:
    """Tell whether "ingen" or "inga" stands before as the subject or object: "Ingen enkät är genomförd"."""
    return any(word.lower in _NOBODY for word in scene.words_in(Span(clause.start, match.start())))


def _modality(scene: Scene, match: re.Match[str]) -> Modality:
    if match.lastgroup == "infinitive":
        before = [word.lower for word in scene.words_in(Span(scene.sentence.start, match.start()))][-4:]
        if _CAN.intersection(before):
            return Modality.FACT
        return infinitive_modality(scene, match.start())
    return finite_modality(scene, match.start())
