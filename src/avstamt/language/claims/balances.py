"""Claims of surplus, deficit and balance, with their amounts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from avstamt.language.claims.base import Modality
from avstamt.language.claims.modality import modality_at
from avstamt.language.claims.model import Balance, Result
from avstamt.language.claims.scene import Scene
from avstamt.language.numbers.model import Figure, Sort
from avstamt.language.words import Span, word_set

_CUE = re.compile(
    r"\b(?:(?P<surplus>\w*överskott(?:et)?|positiv[at]?\s+(?:resultat|avvikelse)\w*|plusresultat\w*)"
    r"|(?P<deficit>\w*underskott(?:et)?|negativ[at]?\s+(?:resultat|avvikelse)\w*|minusresultat\w*)"
    r"|(?P<over>över(?:skrider|skred|skridit|skrids|skrida|skridits|stiger|stiga|steg|stigit|skridande)\w*)"
    r"|(?P<under>under(?:skrider|skred|skridit|skrids|skrida|stiger|stiga|steg|stigit)\w*)"
    r"|(?P<even>i\s+balans|nollresultat\w*|(?:håll(?:er|it)|höll|följ(?:er|t|de))\s+(?:sin\s+|den\s+|enhetens\s+|nämndens\s+|"
    r"tilldelade?\s+|beslutade?\s+)*budget(?:en|ram(?:en)?)?|(?:ligger|är|håller\s+sig)\s+inom\s+(?:\w+\s+)?budget(?:en|ram(?:en)?)?))\b",
    re.IGNORECASE,
)
_QUICK = ("skott", "budget", "balans", "skrid", "stig", "steg", "resultat", "negativ", "positiv", "avvikelse", "skred")
_BUDGET = re.compile(r"\b\w*budget\w*|\bbudgeterat\b|\brammen\b|\bramen\b|\btilldelade\s+medel\b", re.IGNORECASE)
_ECONOMY = re.compile(
    r"\b(?:\w*budget\w*|\w*ekonomi\w*|\w*resultat\w*|prognos\w*|kostnad\w*|verksamhet\w*|\w*intäkt\w*|\w*enhet\w*|nämnd\w*)\b",
    re.IGNORECASE,
)
_NONE_BEFORE = word_set("inget inga utan ingen")
_RESULT = re.compile(r"\b\w*(?:resultat|utfall|netto|avvikelse)\w*\b", re.IGNORECASE)
_FORETOLD = re.compile(r"\b(?:helårs)?prognos(?:en|er)?\b|\bprognos(?:tis|tic)er\w+|\bberäknas\b", re.IGNORECASE)
_HEADING = re.compile(r"^[^\W\d_][^.:;!?\n]*$")
_BEFORE_CUE = re.compile(r"\s*(?:i|i\s+ett|stort|lågt)?\s*$")
_MOST_HEADING_WORDS = 12


def balances(scene: Scene) -> Iterator[Balance]:
    """Yield each claim of the sentence about how money came out."""
    if heading := _heading(scene):
        yield heading
        return
    if not any(part in scene.lower for part in _QUICK):
        return
    cues = [match for match in _CUE.finditer(scene.text, *scene.sentence) if _is_of_money(scene, match)]
    used: set[Figure] = set()
    for place, match in enumerate(cues):
        end = cues[place + 1].start() if place + 1 < len(cues) else scene.sentence.end
        figure = _figure(scene, match, end, used)
        if figure:
            used.add(figure)
        yield _balance(scene, match, figure)
    if not cues and (signed := _signed_result(scene)):
        yield signed


def _is_of_money(scene: Scene, match: re.Match[str]) -> bool:
    """Tell whether a cue is about money: "överskrider" needs a budget, "i balans" an economy; "inget" denies it."""
    if scene.word_before(match.start()) in _NONE_BEFORE:
        return False
    if match["over"] or match["under"]:
        return bool(_BUDGET.search(scene.text, match.end(), scene.clause_at(match.start()).end))
    if match["even"]:
        return bool(_ECONOMY.search(scene.text, *scene.sentence))
    return True


def _figure(scene: Scene, match: re.Match[str], end: int, used: set[Figure]) -> Figure | None:
    """Return the amount of a cue: the first money behind it in its clause, else money right before it."""
    if match["even"]:
        return None
    clause = scene.clause_at(match.start())
    behind = Span(match.end(), min(end, clause.end))
    for figure in scene.figures_in(behind):
        if figure.sort is Sort.MONEY and figure not in used:
            return figure
    for figure in scene.figures_in(Span(clause.start, match.start())):
        if figure.sort is Sort.MONEY and figure not in used:
            gap = scene.text[figure.extent.end : match.start()]
            if _BEFORE_CUE.fullmatch(gap) and scene.word_before(figure.extent.start) != "varav":
                return figure
    return None


def _balance(scene: Scene, match: re.Match[str], figure: Figure | None) -> Balance:
    clause = scene.clause_at(match.start())
    start, end = match.span()
    if figure:
        start, end = min(start, figure.extent.start), max(end, figure.extent.end)
    return Balance(
        span=Span(start, end),
        sentence=scene.sentence,
        subject=scene.subject(Span(clause.start, clause.end), [Span(*match.span())]),
        figures=(figure,) if figure else (),
        when=scene.when.get(figure) if figure else scene.time_in(clause),
        modality=_modality(scene, match),
        result=_result(match),
        figure=figure,
    )


def _modality(scene: Scene, match: re.Match[str]) -> Modality:
    """Return how a result is said; what a sentence that gives a forecast says of money is the forecast."""
    if _FORETOLD.search(scene.text, *scene.sentence):
        return Modality.FORECAST
    return modality_at(scene, match.start())


def _result(match: re.Match[str]) -> Result:
    if match["even"]:
        return Result.EVEN
    return Result.SURPLUS if match["surplus"] or match["under"] else Result.DEFICIT


def _heading(scene: Scene) -> Balance | None:
    """Read a heading that ends in a signed amount: "Barn och unga −1,4 mnkr"."""
    figures: Sequence[Figure] = scene.figures
    if len(figures) != 1 or not figures[0].sign or figures[0].sort is not Sort.MONEY:
        return None
    figure = figures[0]
    label = Span(scene.sentence.start, figure.span.start)
    if figure.span.end != scene.sentence.end or not _HEADING.match(label.of(scene.text).strip()):
        return None
    if len(scene.words_in(label)) > _MOST_HEADING_WORDS or _has_verb(scene, label):
        return None
    return Balance(
        span=scene.sentence,
        sentence=scene.sentence,
        subject=scene.subject(label),
        figures=(figure,),
        result=_by_sign(figure),
        figure=figure,
        heading=True,
        said=False,
    )


def _has_verb(scene: Scene, span: Span) -> bool:
    """Tell whether a verb stands within `span`, which makes it a sentence and no heading."""
    return any(word.lower in _VERBS for word in scene.words_in(span))


_VERBS = word_set("är var blev blir har hade visar uppgår uppgick redovisar prognostiserar ger gav")


def _signed_result(scene: Scene) -> Balance | None:
    """Read a result told by its sign alone: "Enhetens resultat är +5 111 tkr"."""
    for figure in scene.figures:
        clause = scene.clause_at(figure.span.start)
        if figure.sign and figure.sort is Sort.MONEY and _RESULT.search(scene.text, clause.start, figure.span.start):
            return Balance(
                span=Span(clause.start, figure.extent.end),
                sentence=scene.sentence,
                subject=scene.subject(clause),
                figures=(figure,),
                when=scene.when.get(figure),
                modality=modality_at(scene, figure.span.start),
                result=_by_sign(figure),
                figure=figure,
                said=False,
            )
    return None


def _by_sign(figure: Figure) -> Result:
    if figure.low == 0:
        return Result.EVEN
    return Result.DEFICIT if figure.low < 0 else Result.SURPLUS
