"""The result of an area told under its heading, held against the amount of the heading, else against the area's row."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from avstamt.domain.economy import ColumnRole, RowRole
from avstamt.domain.finding import Evidence
from avstamt.domain.place import Place
from avstamt.domain.text import SubHeading
from avstamt.language.claims.base import Modality
from avstamt.language.claims.model import Balance, Result
from avstamt.language.numbers.model import Degree, Figure
from avstamt.rules.amounts import Amount
from avstamt.rules.economy_headings import AmountHeading, plain_label, read_heading
from avstamt.rules.economy_text_adjusted import EARLIER, judge_adjusted
from avstamt.rules.economy_text_lines import Line, blocks_beside, lines_of
from avstamt.rules.economy_text_rows import (
    MEANT,
    PART,
    SCALES,
    SIGNS,
    VARIANCES,
    is_amount,
    judge_scale,
    sign_of,
    unlike,
)
from avstamt.rules.model import Observation, found
from avstamt.rules.prose_weighing import NOT_TRIED, RIGHT, Case, Judgement, wrong
from avstamt.rules.text_levels import is_this_year

_RESULT = r"(?:(?:hel)?års)?(?:prognosen|utfallet|resultatet|bokslutet)"
_OF_AREA = re.compile(
    rf"^\W*(?:(?:för|under)\s+(?:helåret|året|perioden)\s+\w+\s+)?(?:{_RESULT}\s+)?(?:(?:för|totalt|sammantaget|hela)\s+)*(?:verksamhets)?områdets?\b"
    rf"|^\W*(?:totalt|sammantaget)\b|^\W*(?:{_RESULT}|verksamheten|avdelningen|nämnden|förvaltningen)\s[^,.]*\b(?:totalt|sammantaget)\b",
    re.IGNORECASE,
)
_OF_FORECAST = re.compile(
    rf"^\W*{_RESULT}(?:\s+(?:för\s+(?:helåret|året|perioden)|20\d\d))*\s+"
    r"(?:visar|är|blev|blir|pekar\s+på|innebär|väntas|beräknas|bedöms|uppgår)\b"
    r"|^\W*(?:(?:över|under)skottet|avvikelsen)\s+(?:uppgår\s+till|uppgick\s+till|är|blev|blir|beräknas\s+till|väntas\s+bli|beräknas\s+bli)\b",
    re.IGNORECASE,
)
_OF_SOMETHING = re.compile(
    r"^\W*(?:verksamheten|avdelningen|avvikelsen|(?:ett\s+)?(?:över|under)skott(?:et)?|budget(?:över|under)skottet)\b",
    re.IGNORECASE,
)
_TRANSFERS = re.compile(
    r"\b(?:före|efter)\s+(?:prognos\w*\s+)?(?:resultat(?:över|dis)\w+|prestations\w+|budgetjuster\w+|överföring\w*)|\befter(?=[.,;]|$)",
    re.IGNORECASE,
)
_QUALIFIED = re.compile(r"\b(?:före|efter|exkl\w*|inkl\w*|utan|borträkn\w*|bortsett|justera\w*)\b", re.IGNORECASE)
_ITS_OWN = re.compile(r"\b(?:för\s+)?(?:verksamhets)?område\w*|\binom\s+(?:\w+\s+)?budget\w*", re.IGNORECASE)
_BREAK = re.compile(
    r",|;|\b(?:och|vilket|som|då|beror|berodde|förklaras|eftersom|på\s+grund|till\s+följd|främst)\b", re.IGNORECASE
)
_CLAUSE = re.compile(r"[,;]|\b(?:vilket|beror|berodde|förklaras|eftersom)\b", re.IGNORECASE)
_CAUSES = re.compile(r"\w*(?:kostnad|intäkt)\w*", re.IGNORECASE)
_HAS = re.compile(r"\b(?:ett|gå\s+med|med)\s+(?:\w+\s+)?$", re.IGNORECASE)
_EVEN = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class _Area:
    """What a text stands under: the heading's amount where it has one, and the rows of its name."""

    heading: AmountHeading | None
    lines: tuple[Line, ...]

    @property
    def variances(self) -> tuple[tuple[Line, Amount], ...]:
        """Return the variances of the rows."""
        return tuple((line, cell) for line in self.lines for cell in line.of(VARIANCES))


def judge_area(case: Case, claim: Balance) -> Judgement:
    """Judge a result told under an area's heading: its amount and its sign where it surely is the area's own."""
    area = _area(case)
    if (
        area is None
        or MEANT.search(case.told.text)
        or EARLIER.search(case.told.text)
        or not is_this_year(case, claim.when)
    ):
        return NOT_TRIED
    first = _opens_text(case)
    whole = bool(_OF_AREA.search(case.told.text)) and first
    plain = whole or (_is_first_sentence(case) and first and bool(_OF_FORECAST.match(case.told.text)))
    if claim.figure is None:
        return _judge_word(case, claim, area) if whole and _is_first_sentence(case) else NOT_TRIED
    if claim.figure.unit not in SCALES or claim.figure.is_range:
        return NOT_TRIED
    mentioned = plain or (_is_first_sentence(case) and first and bool(_OF_SOMETHING.match(case.told.text)))
    if not mentioned or _is_of_part(case, claim):
        return NOT_TRIED
    judge = _judge_heading if area.heading else _judge_row
    return judge(case, claim, claim.figure, area, firm=plain)


def _is_of_part(case: Case, claim: Balance) -> bool:
    """Tell whether a result is said to be of a part, up to its amount or right behind it, or comes after another."""
    text = case.told.block.text
    if any(isinstance(one, Balance) and one.span.start < claim.span.start for one in case.told.claims):
        return True
    before = _ITS_OWN.sub(" ", text[case.told.span.start : claim.span.end])
    behind = _ITS_OWN.sub(" ", _BREAK.split(text[claim.span.end : case.told.span.end], 1)[0])
    return bool(PART.search(before) or PART.search(_CAUSES.sub(" ", behind)))


def _is_qualified(case: Case, claim: Balance, area: _Area) -> bool:
    """Tell whether a result is told before or without something that the table does not show; its causes may be."""
    adjusted = any(line.of((ColumnRole.ADJUSTED_VARIANCE,)) for line in area.lines)
    text, start, end = case.told.block.text, case.told.span.start, case.told.span.end
    told = text[start : claim.span.end] + _CLAUSE.split(text[claim.span.end : end], maxsplit=1)[0]
    return bool(_QUALIFIED.search(_TRANSFERS.sub(" ", told) if adjusted else told))


def judge_second(case: Case, number: Figure) -> Judgement:
    """Judge the second result of a sentence, "4,4 mnkr efter resultatöverföring"."""
    area = _area(case)
    return judge_adjusted(case, number, area.lines if area else ())


def _area(case: Case) -> _Area | None:
    """Return the area whose heading a text stands under; None where the nearest heading names none."""
    block = case.told.block
    title = case.told.heading or (block.section.title if block.section else "")
    if not title:
        return None
    heading = read_heading(title, block.place)
    wanted = plain_label(heading.label if heading else title)
    lines = tuple(
        line for line in lines_of(case.context) if line.role is RowRole.AREA and plain_label(line.label) == wanted
    )
    return _Area(heading, lines) if heading or lines else None


def _opens_text(case: Case) -> bool:
    """Tell whether a block is the first under its heading."""
    block = case.told.block
    if block.number == 0 or not case.told.heading:
        return block.number == 0
    above = blocks_beside(block)
    return block.number <= len(above) and isinstance(above[block.number - 1], SubHeading)


def _is_first_sentence(case: Case) -> bool:
    return not case.told.block.text[: case.told.span.start].strip()


def _judge_heading(case: Case, claim: Balance, number: Figure, area: _Area, *, firm: bool) -> Judgement:
    """Judge an amount by that of the heading; where the heading has no sign, the word by the row's."""
    heading = area.heading
    if heading is None:
        return NOT_TRIED
    said = abs(number.low) * SCALES[number.unit] * (SIGNS[claim.result] or 1)
    written = heading.amount.amount * SCALES[heading.amount.unit]
    slack = _slack(number) + Decimal(5).scaleb(-heading.amount.decimals - 1) * SCALES[heading.amount.unit]
    if (number.unit, number.decimals, number.degree) == (heading.amount.unit, heading.amount.decimals, Degree.EXACT):
        slack = Decimal(0)
    turned = abs(said + written) <= slack
    if not heading.signed:
        same = turned or abs(said - written) <= slack
        by_row = _judge_row(case, claim, number, area, firm=False) if same else judge_scale(case, number)
        return RIGHT if same and not by_row.tried else by_row
    if abs(said - written) <= slack:
        return RIGHT
    if not turned and (not firm or _is_qualified(case, claim, area)):
        return NOT_TRIED
    if not turned and _is_of_row(written, area) and any(is_amount(number, c, line.scale) for line, c in area.variances):
        return RIGHT  # heading and text each tell one of the row's variances
    scaled = judge_scale(case, number)
    return scaled if scaled.tried else wrong("EKO-402", _unlike_heading(case, claim, number, heading))


def _is_of_row(written: Decimal, area: _Area) -> bool:
    """Tell whether the heading's amount, in kronor, is one of the row's variances, as far as the row shows."""
    return any(
        low <= abs(written) <= high
        for line, cell in area.variances
        for low, high in [sorted(abs(end) * line.scale for end in cell.number.interval)]
    )


def _unlike_heading(case: Case, claim: Balance, number: Figure, heading: AmountHeading) -> Observation:
    section = case.told.block.section
    return found(
        case.told.at(claim),
        f"Texten säger {claim.result.value} {' '.join(number.span.of(case.told.block.text).split())}, men rubriken ’{heading.text}’.",
        case.told.evidence,
        *(
            (Evidence(Place.of("sections", section.id, "title"), heading.text),)
            if section and not case.told.heading
            else ()
        ),
        advice="Rätta texten eller rubriken.",
    )


def _slack(number: Figure) -> Decimal:
    low, high = number.interval
    return (high - low) / 2 * SCALES[number.unit]


def _judge_row(case: Case, claim: Balance, number: Figure, area: _Area, *, firm: bool) -> Judgement:
    """Judge an amount by the variances of the area's row."""
    if not area.variances:
        return NOT_TRIED
    said = SIGNS[claim.result]
    same = [(line, cell) for line, cell in area.variances if is_amount(number, cell, line.scale)]
    if same:
        turned = said and all(sign_of(cell, line.upside) == -said for line, cell in same)
        return wrong("EKO-403", unlike(case, claim, [cell for _line, cell in same])) if turned else RIGHT
    if not firm or _is_qualified(case, claim, area) or number.degree not in (Degree.EXACT, Degree.ABOUT):
        return NOT_TRIED
    scaled = judge_scale(case, number)
    return scaled if scaled.tried else wrong("EKO-403", unlike(case, claim, [cell for _line, cell in area.variances]))


def _judge_word(case: Case, claim: Balance, area: _Area) -> Judgement:
    """Judge a surplus, a deficit or a balance told without its amount, by the sign of the area's variances."""
    results = [one for one in case.told.claims if isinstance(one, Balance)]
    if claim.modality not in (Modality.FACT, Modality.FORECAST) or len(results) > 1 or _is_of_part(case, claim):
        return NOT_TRIED
    if _QUALIFIED.search(case.told.text) or not area.variances:
        return NOT_TRIED
    cells = [cell for _line, cell in area.variances]
    if claim.result is Result.EVEN:
        even = any(abs(cell.number.amount) <= _EVEN * _size(line) for line, cell in area.variances)
        return RIGHT if even else wrong("EKO-403", unlike(case, claim, cells))
    signs = {sign_of(cell, line.upside) for line, cell in area.variances}
    has = _HAS.search(case.told.block.text, case.told.span.start, claim.span.start)
    if not has or not signs <= {1, -1} or len(signs) != 1:
        return NOT_TRIED
    return RIGHT if SIGNS[claim.result] in signs else wrong("EKO-403", unlike(case, claim, cells))


def _size(line: Line) -> Decimal:
    """Return the largest amount of a row."""
    return max(abs(cell.number.amount) for _role, cell in line.cells)
