"""A figure in prose held against the indicator it is of: the outcome, last year's, the target, the forecast, by sex."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from avstamt.language.claims.base import Modality, Relative, Sex, When
from avstamt.language.claims.model import Change, Comparison, Role, Standard
from avstamt.language.claims.model import Level as Stated
from avstamt.language.numbers.model import Degree, Figure, Sort
from avstamt.rules.assessment_text import in_short
from avstamt.rules.figures import CELL_NAMES, FigureCell, says
from avstamt.rules.model import Observation, found
from avstamt.rules.prose_scope import (
    counts_the_same,
    is_anchored,
    is_narrowed,
    is_of_the_people,
    is_only_count,
    is_part_of_others,
    part_of,
    speaks_of_others,
)
from avstamt.rules.prose_ties import Tie
from avstamt.rules.prose_weighing import NOT_TRIED, RIGHT, Case, Judgement, wrong
from avstamt.rules.text_columns import IN_FULL, is_left_from_last_year, tells_column, tells_what_happened
from avstamt.rules.text_plainly import (
    is_followed_by_its_target,
    is_named_behind,
    is_told_plainly,
    stands_beside_the_other_sex,
)

_MONTHS = re.compile(
    r"\b(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|kvartal\w*|halvår\w*|tertial\w*|"
    r"vecka|månad\w*|mätning\w*|per dag)\b",
    re.IGNORECASE,
)
_WHOLE_YEAR = re.compile(
    r"^\W*(?:under|hela|för\s+hela)\s+(?:år(?:et)?\s+)?(?P<year>20\d\d)\b(?!\s*[-–/])", re.IGNORECASE
)
_GROUP = re.compile(
    r"\b(?:enhet(?:er)?|\w*grupp\w*|avdelning(?:en)?|team\w*|stadsdel\w*|flest|lägst|högst)\b", re.IGNORECASE
)
_SOME = re.compile(
    r"\b(?:\w*grupp\w*|avdelning\w*|team\w*|chefer\w*|några|flera|vissa|flest|lägst|högst)\b", re.IGNORECASE
)
_STATED = re.compile(
    r"\b(?:utfall\w*|resultat\w*|uppgår|uppgick|ligger|låg|är|var|blev|sjönk|steg|stigit|sjunkit|öka(?:r|t|de)|minska(?:r|t|de)|erbj\w+|"
    r"andel\w*|fick|får|fått|har|haft|hade|visar|visade|landade|når|nådde|uppmättes|svara(?:r|t|de)|känner|anser|upplever|uppger|utgör)\b",
    re.IGNORECASE,
)
_TARGET_OF = re.compile(
    r"\b(?P<city>(?:kf:s|kommunfullmäktiges|stadens)\s+)?årsmål(?:et)?\s+(?:för|gällande|avseende)\s+[^.,;:()\d]{3,80}?\s"
    r"(?:är|var|sattes\s+till|uppgår\s+till|ligger\s+på)\s*$|"
    r"\b(?:enligt\s+(?P<citys>kf:s\s+|kommunfullmäktiges\s+|stadens\s+)?årsmålet\s+(?:ska|skulle)|(?<!kf:s )årsmålet\s+(?:är|var)\s+att)\s+"
    r"(?:(?:minst|högst)\s+)?$",
    re.IGNORECASE,
)
_EARLIER_AIM = re.compile(
    r"\b(?:skulle|före|innan|våren|hösten|sommaren|tidigare|ursprunglig\w*|nästa|delmål\w*|förvaltningens|ändra\w*|sänk\w*|höj\w*)\b",
    re.IGNORECASE,
)
_SEX = re.compile(r"\b(?:kvinn|män\b|män[ns]|flick|pojk|kön|tjej|kill)", re.IGNORECASE)
_NEAR = Decimal("0.35")
_CELLS = ("outcome", "outcome_men", "outcome_women", "previous", "forecast", "target", "city_target")
_BY_SEX = {Sex.MEN: "outcome_men", Sex.WOMEN: "outcome_women"}


def judge_level(case: Case) -> Judgement:
    """Judge a stated figure against the cell that it is of."""
    claim, tie = case.claim, case.tie
    if not isinstance(claim, Stated) or tie is None or not tie.measures(claim.figure):
        return NOT_TRIED
    if claim.modality in (Modality.INTENT, Modality.CONDITION) and not _target_name(case, claim):
        return NOT_TRIED
    name = _cell_name(case, claim)
    return judge_figure(case, tie, claim.figure, name, claim.when) if name else NOT_TRIED


def _cell_name(case: Case, claim: Stated) -> str:
    """Return the name of the cell that a stated figure is of, empty where the table has none for it."""
    if target := _target_name(case, claim):
        return target
    if claim.role is Role.FORECAST or claim.modality is Modality.FORECAST:
        return "forecast"
    if claim.base or is_last_year(case, claim.when):
        return "" if claim.sex else "previous"
    if claim.role is not Role.OUTCOME or not is_this_year(case, claim.when):
        return ""
    return _BY_SEX[claim.sex] if claim.sex else "outcome"


def _target_name(case: Case, claim: Stated) -> str:
    """Return which target a figure is said to be, empty where it is none."""
    if claim.role in (Role.TARGET, Role.CITY_TARGET):
        return "city_target" if claim.role is Role.CITY_TARGET else "target"
    match = _TARGET_OF.search(case.told.block.text[claim.sentence.start : claim.figure.extent.start])
    if match is None:
        return ""
    return "city_target" if match["city"] or match["citys"] else "target"


def is_last_year(case: Case, when: When | None) -> bool:
    """Tell whether a time is the year before the report's."""
    return when is not None and (when.relative is Relative.LAST_YEAR or when.year == case.context.report.year - 1)


def is_this_year(case: Case, when: When | None) -> bool:
    """Tell whether a time is the report's own year, as it is where none is told."""
    return when is None or when.relative is Relative.THIS_YEAR or when.year == case.context.report.year


def judge_figure(case: Case, tie: Tie, number: Figure, name: str, when: When | None = None) -> Judgement:
    """Judge a figure against the cell `name`; one that is in another cell of the row is of that."""
    cell = tie.cell(name)
    part = name == "previous" and case.context.report.kind.is_tertial
    part = part and not (tie.is_index or _names_the_report(case) or _names_the_year(case))
    if cell is None or part:  # a tertial report compares with the same months of the year before
        return NOT_TRIED
    if says(number, cell):
        return RIGHT
    if name in ("target", "city_target"):
        return _judge_target(case, tie, number, cell)
    others = [other for one in _CELLS if one != name and (other := tie.cell(one)) and says(number, other)]
    by_sex = _SEX.search(case.told.block.text)
    if any(other.name not in _BY_SEX.values() for other in others) or (others and by_sex):
        year = _judge_year(case, tie, number, (cell, *others), when)
        if year.slips or by_sex or not tells_column(case, tie, number, name):
            return year
    if not _is_meant(case, tie, number, cell):
        return NOT_TRIED
    return wrong("TXT-101", _differs(case, tie, number, cell))


def _names_the_report(case: Case) -> bool:
    """Tell whether the sentence says that its figure is that of last year's annual report."""
    return "verksamhetsberättelse" in case.told.text.lower()


def _names_the_year(case: Case) -> bool:
    """Tell whether the sentence opens with the whole of last year: "Under 2024 hade 640 ungdomar …"."""
    year = str(case.context.report.year - 1)
    match = _WHOLE_YEAR.match(case.told.text)
    return match is not None and match["year"] == year and not _MONTHS.search(case.told.text)


def _judge_target(case: Case, tie: Tie, number: Figure, cell: FigureCell) -> Judgement:
    """Judge a target that is told; KF's own is a target too."""
    if any(says(number, other) for other in (tie.cell("target"), tie.cell("city_target")) if other):
        return RIGHT
    if number.degree is not Degree.EXACT and number.degree not in (Degree.AT_LEAST, Degree.AT_MOST):
        return NOT_TRIED
    if _EARLIER_AIM.search(case.told.text):
        return NOT_TRIED
    return wrong("TXT-105", _differs(case, tie, number, cell))


def _judge_year(case: Case, tie: Tie, number: Figure, cells: tuple[FigureCell, ...], when: When | None) -> Judgement:
    """Judge a figure that stands in other cells of the row than the first: wrong only where the text names the year."""
    cell, *others = cells
    swapped = {cell.name, *(other.name for other in others)} == {"outcome", "previous"}
    if not swapped or when is None or when.year is None or not tie.sure:
        return RIGHT
    return wrong(
        "TXT-103",
        found(
            case.told.block.place.at(*number.span),
            f"Texten ger {_words(case, number)} för {when.year}, men i tabellen är det {CELL_NAMES[others[0].name]} "
            f"för ’{in_short(tie.indicator.name)}’.",
            case.told.evidence,
            cell.evidence,
            others[0].evidence,
            advice="Rätta årtalet eller talet.",
        ),
    )


def _is_meant(case: Case, tie: Tie, number: Figure, cell: FigureCell) -> bool:
    """Tell whether a differing figure surely is meant to be the cell's: named nearly in full, or near it in amount."""
    text = case.told.text
    if is_named_behind(case, tie, number):
        return True
    if (
        speaks_of_others(case.told, number.span.end)
        or is_narrowed(case.told, tie, number.span.end)
        or is_part_of_others(case.told, tie, number)
        or number.is_range
    ):
        return False
    if _MONTHS.search(text) and not _MONTHS.search(tie.indicator.name):
        return False
    amount, other = abs(number.low), abs(cell.quantity.amount)
    near = other != 0 and abs(amount - other) <= _NEAR * other
    anchored = is_anchored(case.told, tie, number) or is_followed_by_its_target(case, tie)
    if number.sort is Sort.COUNT and not tie.is_index:
        same = tie.sure or anchored or (near and tie.near and counts_the_same(case.told, tie, number))
        alone = is_only_count(case.told, number) or anchored
        return (
            same
            and (near or tie.own or anchored)
            and not _GROUP.search(text)
            and alone
            and _is_stated(text, tie, anchored)
        )
    close = near and tie.near and (tie.own or not _GROUP.search(text))
    whole = (
        not part_of(case.told, number) or is_of_the_people(case.told, number) or tells_what_happened(case, tie, number)
    )
    sure = tie.sure and (near or whole) and not (tie.is_index and _SOME.search(text))
    plain = is_told_plainly(case, tie, number) or stands_beside_the_other_sex(case, tie, cell)
    return plain or ((sure or close or (anchored and tie.near)) and _is_stated(text, tie, anchored))


def _is_stated(text: str, tie: Tie, anchored: bool) -> bool:
    return anchored or tie.strength >= IN_FULL or bool(_STATED.search(text))


def _words(case: Case, number: Figure) -> str:
    return " ".join(number.span.of(case.told.block.text).split())


def _differs(case: Case, tie: Tie, number: Figure, cell: FigureCell) -> Observation:
    what = {"target": "årsmålet", "city_target": "KF:s årsmål", "forecast": "prognosen"}.get(cell.name, "")
    said = f"Texten säger {f'{what} ' if what else ''}{_words(case, number)}"
    stale = cell.name == "outcome" and is_left_from_last_year(case, tie, number)
    return found(
        case.told.block.place.at(*number.span),
        f"{said}, men för ’{in_short(tie.indicator.name)}’ är {CELL_NAMES[cell.name]} {cell.text}.",
        case.told.evidence,
        cell.evidence,
        advice="Texten har förra årets utfall: skriv årets, eller säg vilket år talet gäller."
        if stale
        else "Rätta texten eller tabellen.",
    )


def judge_ends(case: Case) -> Iterator[Judgement]:
    """Judge the two ends of a change: what it came to against the outcome, where it came from against last year's."""
    claim, tie = case.claim, case.tie
    if (
        not isinstance(claim, Change)
        or tie is None
        or claim.modality is not Modality.FACT
        or (claim.sex and not tie.own)
    ):
        return
    if claim.after and tie.measures(claim.after) and is_this_year(case, claim.when):
        yield judge_figure(case, tie, claim.after, _BY_SEX[claim.sex] if claim.sex else "outcome")
    if claim.before and tie.measures(claim.before) and not claim.sex:  # no column has last year's by sex
        yield _judge_before(case, tie, claim, claim.before)


def judge_base(case: Case) -> Judgement:
    """Judge the figure that the outcome is compared with: the target, or last year's."""
    claim, tie = case.claim, case.tie
    if (
        not isinstance(claim, Comparison)
        or tie is None
        or claim.base is None
        or claim.sex
        or not tie.measures(claim.base)
    ):
        return NOT_TRIED
    if claim.modality is not Modality.FACT or not tie.near:
        return NOT_TRIED
    if claim.standard is Standard.TARGET:
        return judge_figure(case, tie, claim.base, "target")
    return NOT_TRIED


def _judge_before(case: Case, tie: Tie, claim: Change, number: Figure) -> Judgement:
    since, previous = claim.since, tie.cell("previous")
    if since is None or is_last_year(case, since):
        return judge_figure(case, tie, number, "previous")
    if previous is None or since.year is None or case.context.report.kind.is_tertial or not says(number, previous):
        return NOT_TRIED
    return wrong(
        "TXT-103",
        found(
            case.told.block.place.at(*number.span),
            f"Texten ger {_words(case, number)} för {since.year}, men i tabellen är det förra årets utfall för "
            f"’{in_short(tie.indicator.name)}’.",
            case.told.evidence,
            previous.evidence,
            advice="Rätta årtalet eller talet.",
        ),
    )
