"""How something is said at a place in a sentence: as fact, forecast, intent or condition, or denied."""

from __future__ import annotations

from collections.abc import Sequence

from avstamt.language.claims.base import Modality
from avstamt.language.claims.scene import Scene
from avstamt.language.grammar import NEGATIONS
from avstamt.language.words import Span, Word, word_set

_FACT = word_set(
    """
    har hade är var blev blir fick får uppgår uppgick ligger låg visar visade ledde gjorde innebär innebar skedde kvarstår
    sågs ses når nådde kunnat lyckats finns fanns gick kom tog höll vilket genomgick deltog varit
    """
)
_PAST = "ades"
_FORECAST = word_set(
    """
    beräknas väntas förväntas prognostiseras prognostiserar prognosticerar prognosticeras prognos prognosen prognoser
    uppskattas förutses helårsprognos helårsprognosen prognostiserat prognostiserade förväntar
    """
)
_INTENT = word_set(
    """
    ska skall bör måste planeras planerar syftar syfte syftet ambition ambitionen vill behöver strävar målsättning
    målsättningen eftersträvar siktar
    """
)
_PLANS = word_set("planen målet syftet tanken ambitionen målsättningen avsikten uppdraget inriktningen förhoppningen")
_CONDITION = word_set("skulle ifall såvida riskerar riskera riskerade")
_ASKING = word_set("bedöma avgöra se osäkert oklart frågan veta undersöka utreda pröva osäkerhet bedöms")
_RISK = word_set("risk risken risker")
_VERBS = _FACT | word_set("ska skall bör måste planeras kommer beräknas väntas förväntas skulle")
_JOINING = frozenset({"och", "samt"})
_COORDINATING = frozenset({"och", "samt", "men", "eller"})
_AHEAD = 3
_INFINITIVE_FACTS = word_set("kunnat lyckats fortsatt fortsätter börjat tenderar hunnit lyckas")
_BETWEEN = word_set("att också även inte successivt något ytterligare till viss del")
_FORETELLING = _FORECAST | {"kommer", "bedöms", "ut"}
_NOT_ONLY = frozenset({"bara", "minst", "enbart", "endast"})
_NEAR = 4


def modality_at(scene: Scene, position: int) -> Modality:
    """Return how the clause that holds `position` is said there: the nearest marker before it decides, else one after."""
    clause = scene.clause_at(position)
    words = scene.words_in(clause)
    if _opens_with_if(words):
        return Modality.CONDITION
    before = [place for place, word in enumerate(words) if word.start < position]
    for place in reversed(before):
        if marked := _marker(words, place):
            return marked
    for place in range(len(before), len(words)):
        if words[place].lower in _VERBS and (marked := _marker(words, place)):
            return marked
    return Modality.FACT


def finite_modality(scene: Scene, position: int) -> Modality:
    """Return how a finite verb at `position` is said: a fact, unless its clause is an "om" or "skulle" stands close by."""
    words = scene.words_in(Span(scene.clause_at(position).start, position))
    if _opens_with_if(words) or any(
        _is_condition(words, place) for place in range(max(0, len(words) - _NEAR), len(words))
    ):
        return Modality.CONDITION
    return Modality.FACT


def led_modality(scene: Scene, position: int) -> Modality:
    """Return how a finite verb or noun is said by what leads to it: "ska bidra till att andelen ökar" is an intent.

    A clause that "och" joins goes on as the one before it, where it has no marker of its own.
    """
    place = next((n for n, clause in enumerate(scene.clauses) if position < clause.end), 0)
    while place >= 0:
        words = scene.words_in(Span(scene.clauses[place].start, min(position, scene.clauses[place].end)))
        if _opens_with_if(words):
            return Modality.CONDITION
        marked = next((found for n in range(len(words) - 1, -1, -1) if (found := _marker(words, n))), None)
        if marked:
            return marked
        if not words or words[0].lower not in _JOINING:
            return Modality.FACT
        place -= 1
    return Modality.FACT


def infinitive_modality(scene: Scene, position: int) -> Modality:
    """Return how an infinitive at `position` is said: "kommer att öka" a forecast, "har fortsatt att öka" a fact."""
    words = scene.words_in(Span(scene.clause_at(position).start, position))
    if _opens_with_if(words):
        return Modality.CONDITION
    lowers = [word.lower for word in words[-_NEAR:]]
    led = [lower for lower in lowers if lower not in _BETWEEN]
    if led and led[-1] in _INFINITIVE_FACTS:
        return Modality.FACT
    if any(_is_condition(words, place) for place in range(max(0, len(words) - _NEAR), len(words))):
        return Modality.CONDITION
    return Modality.FORECAST if _FORETELLING.intersection(lowers) else Modality.INTENT


def is_negated(scene: Scene, start: int, end: int) -> bool:
    """Tell whether "inte" or another negation goes with the words from `start` to `end`, on this side of any "och"."""
    clause = scene.clause_at(start)
    words = scene.words_in(clause)
    before = [place for place, word in enumerate(words) if word.start < start][-_NEAR - 1 :]
    joined = [place for place in before if words[place].lower in _COORDINATING]
    after = [place for place, word in enumerate(words) if word.start >= end][:2]
    near = [place for place in before if not joined or place > joined[-1]] + after
    return any(words[place].lower in NEGATIONS and _denies(words, place) for place in near)


def _marker(words: Sequence[Word], place: int) -> Modality | None:
    lower = words[place].lower
    if _is_condition(words, place):
        return Modality.CONDITION
    if lower in _FORECAST or (lower in ("kommer", "kom") and _leads_to(words, place, "att")):
        return Modality.FORECAST
    if lower in _INTENT or (lower in ("för", "avser") and _leads_to(words, place, "att", 1)):
        return Modality.INTENT
    if lower in ("är", "var") and place and words[place - 1].lower in _PLANS and _leads_to(words, place, "att", 1):
        return Modality.INTENT
    return Modality.FACT if lower in _FACT or lower.endswith(_PAST) else None


def _is_condition(words: Sequence[Word], place: int) -> bool:
    """Tell whether a word makes what follows a condition: "skulle", "risk att" (but not the risk in "riskanalys")."""
    lower = words[place].lower
    if lower == "om":
        return place > 0 and words[place - 1].lower in _ASKING
    return lower in _CONDITION or (lower in _RISK and _leads_to(words, place, "att"))


def _leads_to(words: Sequence[Word], place: int, sought: str, reach: int = _AHEAD) -> bool:
    return any(word.lower == sought for word in words[place + 1 : place + 1 + reach])


def _opens_with_if(words: Sequence[Word]) -> bool:
    return bool(words) and words[0].lower in ("om", "ifall", "såvida")


def _denies(words: Sequence[Word], place: int) -> bool:
    return place + 1 >= len(words) or words[place + 1].lower not in _NOT_ONLY
