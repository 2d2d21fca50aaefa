"""Income, costs and named rows told in prose, held against the very row and column that the words tell of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from avstamt.domain.economy import ColumnRole, RowRole
from avstamt.domain.report import OrganisationLevel
from avstamt.domain.text import Block, SubHeading, TextTable, block_text
from avstamt.language.claims.model import Balance, Comparison
from avstamt.language.claims.model import Level as Stated
from avstamt.language.numbers.model import Figure
from avstamt.language.words import word_set
from avstamt.rules.amounts import Amount
from avstamt.rules.economy_headings import read_heading
from avstamt.rules.economy_text_lines import COSTS, INCOMES, Line, blocks_beside, lines_of, whole_sides
from avstamt.rules.economy_text_rows import SCALES, VARIANCES, is_amount, is_printed, sign_of
from avstamt.rules.economy_text_signed import judge_signed
from avstamt.rules.economy_text_told import COST, INCOME, NET, Meant, meant_by
from avstamt.rules.model import Context, Observation, found
from avstamt.rules.prose_weighing import NOT_TRIED, RIGHT, Case, Judgement, wrong
from avstamt.rules.text_levels import is_this_year

_SIDES = {INCOME: INCOMES, COST: COSTS}
_OWN = {
    OrganisationLevel.COMMITTEE: ("nämndens", "förvaltningens", "bolagets"),
    OrganisationLevel.UNIT: ("enhetens", "förvaltningens"),
}
_ON_THE_WHOLE = re.compile(
    r"^\W*(?:(?:under|för)\s+(?:året|perioden|helåret)\s+(?:uppgår|uppgick|är|var|blev)\s+)?"
    r"(?:(?:nämndens|enhetens|förvaltningens|årets|de|totala|samlade)\s+)*(?:(?:intäkt|kostnad|resultat|utfall|nettot|bokslut|driftbudget|"
    r"budget|prognos|ekonomi|årsresultat)\w*|enheten|nämnden|förvaltningen|tabellen)\b",
    re.IGNORECASE,
)
_OF_THE_WHOLE = re.compile(r"intäkt|kostnad|drift|resultat|utfall|prognos|ekonomi|budget|bokslut", re.IGNORECASE)
_FORETOLD = re.compile(r"\b(?:beräknas|bedöms|väntas|förväntas|prognos\w*|helår\w*)\b", re.IGNORECASE)
_ANOTHER_BUDGET = re.compile(
    r"juster|ursprung|tillskott|tillför|kommunfullm|\bKF\b|beslut|utök|höj|sänk|preliminär|brutto|fördela|\btilldela",
    re.IGNORECASE,
)
_CLOSE = Decimal("0.9")
_COMPARABLE = Decimal("0.3")
_TOLD_AS = {
    ColumnRole.BUDGET: "budgeten",
    ColumnRole.OUTCOME: "utfallet",
    ColumnRole.FORECAST: "prognosen",
    ColumnRole.VARIANCE: "avvikelsen",
    ColumnRole.ADJUSTED_VARIANCE: "den justerade avvikelsen",
    ColumnRole.CLOSING: "bokslutet",
}
_BEFORE = {
    **dict.fromkeys(COSTS, word_set("kostnad kostnaden kostnader kostnaderna")),
    **dict.fromkeys(INCOMES, word_set("intäkt intäkten intäkter intäkterna")),
    RowRole.AREA: word_set("verksamheten"),
    RowRole.INVESTMENT: word_set("investering investeringen investeringar investeringarna"),
}
_TELLING = re.compile(r"(?!(?:summa|delsumma|total|varav|därav|netto|övrig)\b).{5}", re.IGNORECASE)
_Cell = tuple[Line, ColumnRole, Amount]


def judge_line(case: Case) -> Judgement:
    """Judge an amount that a text gives for income, costs or a named row, by the column that its words tell of."""
    number, claim = _amount(case), case.claim
    if number is None or number.unit not in SCALES or claim.negated or not number.low:
        return NOT_TRIED
    if (signed := judge_signed(case, number)).tried:
        return signed
    meant = meant_by(case.told, number, case.context.derived(_names), case.context.report.year)
    if meant is None or not is_this_year(case, claim.when):
        return NOT_TRIED
    if meant.name == NET:
        return NOT_TRIED if isinstance(claim, Balance) else _judge_net(case, number, meant)
    if meant.name in _SIDES:
        return _judge(case, number, meant, whole_sides(_near(case, meant), _SIDES[meant.name]), "EKO-412")
    return NOT_TRIED if isinstance(claim, Balance) and claim.said else _judge_row(case, number, meant)


def _names(context: Context) -> Mapping[str, frozenset[str]]:
    """Return the names of rows that a text may tell of, each with the words that may stand before it."""
    known = [line for line in lines_of(context) if line.role in _BEFORE and _TELLING.match(line.name)]
    return {line.name: _BEFORE[line.role] for line in known if line.name not in _SIDES}


def _judge_net(case: Case, number: Figure, meant: Meant) -> Judgement:
    """Judge what a text says that the whole's budget, outcome or forecast is, where nothing around tells of another budget."""
    lines = [line for line in _near(case, meant) if line.role in (RowRole.NET, RowRole.TOTAL)]
    said = abs(number.low) * SCALES[number.unit]
    sizes = [(line, abs(cell.number.amount) * line.scale) for line in lines for cell in line.of(meant.columns)]
    close = any(min(said, size) >= _CLOSE * max(said, size) for _line, size in sizes)
    unsure = not meant.sure or meant.way or _ANOTHER_BUDGET.search(case.told.block.text)
    if unsure or not close or is_printed(case.context, number):
        return NOT_TRIED
    return _judge(case, number, meant, lines, "EKO-413")


def _judge_row(case: Case, number: Figure, meant: Meant) -> Judgement:
    """Judge an amount of a named row; costs and income by their sort are those of the table that the text is of."""
    lines = [line for line in lines_of(case.context) if line.name == meant.name]
    if any(line.role in (*INCOMES, *COSTS) for line in lines):
        near = _near(case, meant)
        lines = [line for line in lines if line in near]
    elif not any(is_amount(number, cell, line.scale) for line in lines for _role, cell in line.cells):
        alike = any(_are_alike(number, line, cell) for line in lines for cell in line.of(meant.columns))
        if not meant.sure or not alike:
            return NOT_TRIED
    elif any(is_amount(number, cell, line.scale) for line in lines for cell in line.of(VARIANCES)):
        return RIGHT
    return _judge(case, number, meant, lines, "EKO-413")


def _amount(case: Case) -> Figure | None:
    """Return the amount that a claim tells of something; None where it tells none."""
    claim = case.claim
    if isinstance(claim, Comparison):
        return claim.by
    return claim.figure if isinstance(claim, Stated | Balance) else None


def _near(case: Case, meant: Meant) -> tuple[Line, ...]:
    """Return the rows that bare "intäkterna" may be of: those of the text's own table or section, else of all tables."""
    lines, block = lines_of(case.context), case.told.block
    if meant.owner:
        return lines if meant.owner in _OWN[case.context.report.level] else ()
    section = block.section
    if section is None or not _is_of_the_whole(case):
        return ()
    if block.name == "comment":
        return tuple(line for line in lines if line.table == block.field.parent)
    own = tuple(line for line in lines if section.id in line.table.path)
    whole = case.context.report.level is OrganisationLevel.UNIT or _OF_THE_WHOLE.search(section.title)
    return own or (lines if whole else ())


def _is_of_the_whole(case: Case) -> bool:
    """Tell whether nothing above a sentence says that it is of a part: no area's heading, no other opening of its block."""
    told, block = case.told, case.told.block
    title = block.section.title if block.section else ""
    areas = {line.name for line in lines_of(case.context) if line.role is RowRole.AREA}
    if read_heading(title, block.place) or title.casefold().strip() in areas:
        return False
    if told.heading and not _OF_THE_WHOLE.search(told.heading):
        return False
    return not block.text[: told.span.start].strip() or bool(_ON_THE_WHOLE.match(block.text))


def _is_first(case: Case) -> bool:
    """Tell whether a sentence opens the text that stands beside its table."""
    block = case.told.block
    return block.number == 0 and not block.text[: case.told.span.start].strip()


def _judge(case: Case, number: Figure, meant: Meant, lines: Sequence[Line], code: str) -> Judgement:
    cells = [(line, role, cell) for line in lines for role, cell in line.cells if role in meant.columns]
    same = [one for one in cells if is_amount(number, one[2], one[0].scale)]
    if same:
        turned = [one for one in same if _is_turned(one, meant)]
        return wrong(code, _turned(case, meant, turned[0])) if len(turned) == len(same) else RIGHT
    if not cells or len({line.table for line in lines}) != 1 or not _is_sure(case, number, meant, cells):
        return NOT_TRIED
    return wrong(code, _differs(case, number, _meant_cell(case, cells)))


def _is_turned(one: _Cell, meant: Meant) -> bool:
    """Tell whether a row went the other way than the words say."""
    line, _role, cell = one
    if meant.way:
        return line.role in (*INCOMES, *COSTS) and line.way == -meant.way
    if meant.result and line.way and line.role in (*INCOMES, *COSTS):
        return line.way != meant.result * (1 if line.role in INCOMES else -1)
    return bool(meant.result) and sign_of(cell, line.upside) == -meant.result


def _is_sure(case: Case, number: Figure, meant: Meant, cells: Sequence[_Cell]) -> bool:
    """Tell whether an amount that the row does not have is surely meant to be the row's."""
    foretold = _FORETOLD.search(case.told.block.text)
    if not meant.sure:
        period = case.context.report.kind.is_tertial or _FORETOLD.search(case.told.text)
        if is_printed(case.context, number) or (
            period and foretold and not any(role is ColumnRole.FORECAST for _line, role, _cell in cells)
        ):
            return False
    if meant.owner or _is_first(case):
        return True
    return _goes_on(case) and any(_are_alike(number, line, cell) for line, _role, cell in cells)


def _goes_on(case: Case) -> bool:
    """Tell whether the block before, where one is, speaks of the whole too, so that bare "kostnaderna" are not a part's."""
    block = case.told.block
    before = blocks_beside(block)[block.number - 1 : block.number] if block.number else ()
    return all(isinstance(one, SubHeading) or _ON_THE_WHOLE.match(_text_of(one)) for one in before)


def _text_of(block: Block) -> str:
    return "" if isinstance(block, TextTable) else block_text(block)


def _are_alike(number: Figure, line: Line, cell: Amount) -> bool:
    """Tell whether an amount is of about the size of a cell, or has its digits."""
    said, printed = abs(number.low) * SCALES[number.unit], abs(cell.number.amount) * line.scale
    small, large = sorted((said, printed))
    digits = {str(one.normalize().as_tuple().digits) for one in (said, printed)}
    return len(digits) == 1 or small >= _COMPARABLE * large > 0


def _meant_cell(case: Case, cells: Sequence[_Cell]) -> _Cell:
    """Return the cell to show: the forecast where one is told, else the outcome, else the first."""
    foretold = (ColumnRole.FORECAST, ColumnRole.OUTCOME)
    order = foretold if _FORETOLD.search(case.told.text) else foretold[::-1]
    return min(cells, key=lambda one: order.index(one[1]) if one[1] in order else len(order))


def _differs(case: Case, number: Figure, one: _Cell) -> Observation:
    line, role, cell = one
    return found(
        case.told.block.place.at(*number.span),
        f"Texten säger {' '.join(number.span.of(case.told.block.text).split())}, men {_TOLD_AS.get(role, 'beloppet')} på raden "
        f"’{line.label}’ är {cell.text}.",
        case.told.evidence,
        cell.evidence,
        advice="Rätta texten eller tabellen.",
    )


def _turned(case: Case, meant: Meant, one: _Cell) -> Observation:
    line, _role, cell = one
    if meant.way:
        instead = "är det högre än budget" if line.way > 0 else "är det lägre än budget"
    else:
        instead = "är avvikelsen ett underskott" if meant.result > 0 else "är avvikelsen ett överskott"
    return found(
        case.told.at(case.claim),
        f"Texten säger ’{' '.join(case.told.words_of(case.claim).split())}’, men enligt raden ’{line.label}’ {instead} ({cell.text}).",
        case.told.evidence,
        *(cell.evidence for role, cell in line.cells if role in (ColumnRole.BUDGET, *VARIANCES[:1])),
        advice="Rätta texten eller tabellen.",
    )
