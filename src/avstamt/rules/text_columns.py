"""Which column of a row the words around a figure tell of, so that another cell of the row cannot excuse it."""

from __future__ import annotations

import re

from avstamt.domain.report import ReportKind
from avstamt.language.claims.model import Change
from avstamt.language.claims.model import Level as Stated
from avstamt.language.numbers.model import Degree, Figure
from avstamt.rules.figures import FigureCell, says
from avstamt.rules.prose_ties import Tie
from avstamt.rules.prose_weighing import Case
from avstamt.rules.text_plainly import is_told_plainly

_OUTCOME = re.compile(
    r"\b(?:(?:års|hel[åa]rs)?utfallet|(?:års)?resultatet|årets\s+(?:utfall|resultat|nivå)|vi\s+nådde|enheten\s+nådde|nämnden\s+nådde)\s+"
    r"(?:(?:för|av|gällande|avseende|i)\s+[^.,;:()\d]{3,80}?\s)?"
    r"(?:(?:är|blev|var|uppgår|uppgick|landade|hamnade|stannade|ligger|låg|slutade)\s+)?(?:(?:till|på|vid|nu|alltså|därmed)\s+){0,2}$",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"(?:\b(?:mot|jämfört\s+med|i\s+jämförelse\s+med|från|än)\s+)?\b(?:förra\s+året|föregående\s+år|året\s+(?:innan|före)|i\s+fjol|fjolårets\s+\w+|"
    r"förra\s+årets\s+\w+)\s*(?:(?:,\s*då\s+(?:den|det|andelen|utfallet|resultatet|index)|var|låg|är|blev|på|det|den|andelen|utfallet|resultatet|siffran)\s*){0,5}$",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:är|ligger|uppgår)(?:\s+(?:nu|idag|i\s+dag|fortsatt|fortfarande))?(?:\s+(?:på|till|om))?\s+$", re.IGNORECASE
)
_ANOTHER_TIME = re.compile(
    r"\b(?:förra|föregående|tidigare|innan|fjol\w*|sedan|då|senaste|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|"
    r"november|kvartal\w*|tertial\w*|halvår\w*|mätning\w*|jämfört|jämförelse|jmf|mot|än|från|oförändrad\w*|samma)\b|(?<!\d)20\d\d(?!\d)",
    re.IGNORECASE,
)
_OTHER_SORTS = re.compile(
    r"mål(?:et|sättning\w*|nivå\w*|värde\w*)?\b|\bprogno\w*|\bbudget\w*|\b(?:väntas|beräknas|bedöms|planeras?|ska|skulle|bör|måste|behöv\w*|"
    r"ambition\w*|sträv\w*|syft\w*|avsikt\w*|förhoppning\w*|krav\w*|minst|högst|om|för\s+att)\b",
    re.IGNORECASE,
)

_QUALIFIED = re.compile(
    r"korriger|juster|omräkna|prelimin|uppskatt|\b(?:exkl|inkl|viktat|ovägt|utan|bortsett|räknat|delår|halvår)\w*",
    re.IGNORECASE,
)
_HAPPENED = re.compile(
    r"\s*(?:av\s+(?:(?!(?:med|som|i|på|inom|hos|utan)\b)[^\W\d_][\w-]*\s+){1,4}?)?(?:fick|hade|har\s+(?:fått|haft|varit|svarat|uppgett|angett)|svarade|uppgav|angav|ansåg|tyckte|kände|upplevde|"
    r"var|deltog|genomförde|nådde|klarade|fullföljde|besvarade|lämnade)\b",
    re.IGNORECASE,
)
IN_FULL = 0.95
"""From this strength on a sentence has all words of the indicator's name."""


def tells_column(case: Case, tie: Tie, number: Figure, name: str) -> bool:
    """Tell whether the words around a figure leave no doubt that it is the cell `name`: the outcome, or last year's."""
    if number.degree is not Degree.EXACT or number.is_range or _QUALIFIED.search(case.told.text):
        return False
    if name == "outcome":
        return _tells_outcome(case, tie, number)
    return name == "previous" and _tells_previous(case, tie, number)


def _tells_outcome(case: Case, tie: Tie, number: Figure) -> bool:
    """Tell whether a figure is what something changed to, what came of it, is now, is set beside last year's, or follows "utfallet blev"."""
    claim, before = case.claim, _before(case, number)
    if _OUTCOME.search(before):
        return True
    if _OTHER_SORTS.search(before):
        return False
    if isinstance(claim, Change):
        return claim.after == number
    if is_left_from_last_year(case, tie, number) or _is_plainly_of_the_year(case, tie, number):
        return True
    if not _says(number, tie.cell("previous")) and tells_what_happened(case, tie, number):
        return True
    return any(
        _says(one.figure, tie.cell("previous")) for one in case.told.claims if isinstance(one, Stated) and one.base
    )


def is_left_from_last_year(case: Case, tie: Tie, number: Figure) -> bool:
    """Tell whether a text says that something is what it was last year, when it is not: "Sjukfrånvaron är 7,9 procent".

    Only the annual report has a whole year to tell of, and only where nothing around speaks of another time.
    """
    outcome, target = tie.cell("outcome"), tie.cell("target")
    if (
        case.context.report.kind is not ReportKind.ANNUAL
        or outcome is None
        or not (tie.own or tie.sure or is_told_plainly(case, tie, number))
        or not tie.near
    ):
        return False
    alone = not _says(number, target) and not _says(number, outcome) and _says(number, tie.cell("previous"))
    return alone and bool(_NOW.search(_before(case, number))) and not _ANOTHER_TIME.search(_around(case))


def _is_plainly_of_the_year(case: Case, tie: Tie, number: Figure) -> bool:
    """Tell whether an annual report says of the indicator that it is so much, and nothing around of another time."""
    now = case.context.report.kind is ReportKind.ANNUAL and bool(_NOW.search(_before(case, number)))
    return now and is_told_plainly(case, tie, number) and not _ANOTHER_TIME.search(_around(case))


def _around(case: Case) -> str:
    """Return a claim's sentence with the one before it in the same text."""
    text, start = case.told.block.text, case.told.span.start
    before = case.told.block.sentence(max(0, start - 2), max(0, start - 2))[0] if start else 0
    return text[before : case.told.span.end]


def tells_what_happened(case: Case, tie: Tie, number: Figure) -> bool:
    """Tell whether a sentence says, in nearly all words of the indicator's name, that so many did or had something."""
    return tie.strength >= IN_FULL and number.degree is Degree.EXACT and bool(_HAPPENED.match(_after(case, number)))


def _tells_previous(case: Case, tie: Tie, number: Figure) -> bool:
    """Tell whether a figure is what this year's outcome, told in the same sentence, is compared with or came from."""
    claim = case.claim
    if isinstance(claim, Change):
        return claim.before == number and claim.after is not None and _says(claim.after, tie.cell("outcome"))
    if not isinstance(claim, Stated) or _OTHER_SORTS.search(_before(case, number)):
        return False
    if _EARLIER.search(_before(case, number)):
        return True
    beside = (one for one in case.told.claims if isinstance(one, Stated | Change) and one != claim)
    return claim.base and any(_says(figure, tie.cell("outcome")) for one in beside for figure in one.figures)


def _before(case: Case, number: Figure) -> str:
    return case.told.block.text[case.claim.sentence.start : number.extent.start]


def _after(case: Case, number: Figure) -> str:
    return case.told.block.text[number.extent.end : case.claim.sentence.end]


def _says(number: Figure, cell: FigureCell | None) -> bool:
    return cell is not None and says(number, cell)
