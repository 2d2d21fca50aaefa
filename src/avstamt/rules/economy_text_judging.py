"""Claims of money in prose held against the heading of their section, the tables of the report and their own sign."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from avstamt.domain.economy import ColumnRole, EconomyTable, RowRole
from avstamt.domain.finding import Evidence
from avstamt.domain.place import Place
from avstamt.language.claims.model import Balance, Comparison, Result
from avstamt.language.claims.model import Level as Stated
from avstamt.language.numbers.model import Figure, Sort
from avstamt.rules.amounts import Amount, amount, tables
from avstamt.rules.economy_headings import AmountHeading, read_heading, unit_of
from avstamt.rules.figures import overlap
from avstamt.rules.model import Context, Observation, found
from avstamt.rules.prose_weighing import NOT_TRIED, RIGHT, Case, Judgement, wrong
from avstamt.rules.text_levels import is_this_year

SCALES = {"mnkr": Decimal(1_000_000), "tkr": Decimal(1_000), "kr": Decimal(1), "mdkr": Decimal(1_000_000_000)}
_TOTAL = re.compile(
    r"\b(?:totalt|sammantaget|verksamhetsområdet|området|årsresultatet|helårsprognosen)\b", re.IGNORECASE
)
_WHOLE_UNIT = re.compile(
    r"^\W*(?:års)?(?:resultatet|enheten|nämnden|förvaltningen|årsresultatet|socialnämnden|\w+nämnden|bokslutet)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:varav|inom|avseende|för\s+(?!enheten|året|nämnden|20)\w+|verksamhetsområde\w*|området|kostnad\w*)\b",
    re.IGNORECASE,
)
_MEANT = re.compile(
    r"\b(?:strävar|arbetar|mål(?:et|sättning\w*)?|syft\w*|ska|bör|verka|säkerställ\w*|åtgärd\w*|upp?nå|krav\w*|resultatfond\w*|fond\w*|"
    r"investering\w*|\w*bidrag\w*|tidigare|inledningsvis|tertialrapport\w*)\b",
    re.IGNORECASE,
)
_USED = re.compile(r"\bförbruk\w+", re.IGNORECASE)
_SIGNS = {Result.SURPLUS: 1, Result.DEFICIT: -1, Result.EVEN: 0}
_FAR = Decimal("0.01")
_APPOSED = re.compile(r"skott(?:et)?\s?[,(]", re.IGNORECASE)
"""A signed amount set beside its word, "ett underskott, -0,5 mnkr", repeats it as the table prints it."""


def judge_balance(case: Case) -> Judgement:
    """Judge a surplus or deficit by the amount in the heading above it, else by the report's tables."""
    claim = case.claim
    if not isinstance(claim, Balance) or claim.heading or claim.negated:
        return NOT_TRIED
    if claim.said and claim.figure and claim.figure.sign and claim.figure.low:
        return _judge_sign(case, claim, claim.figure)
    heading = _heading(case)
    if heading and claim.figure and _TOTAL.search(case.told.text) and case.told.block.number == 0:
        return _judge_heading(case, claim, claim.figure, heading)
    if _WHOLE_UNIT.match(case.told.text) and not _PART.search(case.told.text) and heading is None:
        return _judge_total(case, claim)
    if claim.figure and _is_printed(case, claim.figure):
        return RIGHT
    return _judge_area(case, claim, claim.figure) if claim.figure else NOT_TRIED


def _judge_area(case: Case, claim: Balance, number: Figure) -> Judgement:
    """Judge an amount that no table prints, of an area that opens the sentence and has a table of its own."""
    opening = case.told.text.casefold().lstrip()
    variances = case.context.derived(_variances_by_title)
    named = [(one, scale) for title, one, scale in variances if opening.startswith(f"{title} ")]
    if len(named) != 1 or _PART.search(case.told.text) or _MEANT.search(case.told.text) or claim.negated:
        return NOT_TRIED
    cell, scale = named[0]
    slack = _slack(number) + Decimal(5).scaleb(-cell.number.decimals - 1) * scale
    if abs(abs(number.low) * SCALES[number.unit] - abs(cell.number.amount) * scale) <= slack:
        return RIGHT
    return wrong("EKO-403", _unlike(case, claim, [cell]))


def _judge_sign(case: Case, claim: Balance, number: Figure) -> Judgement:
    """Judge a word and a sign that say the same twice, or one against the other."""
    words = " ".join(case.told.words_of(claim).split())
    agrees = (number.low < 0) == (claim.result is Result.DEFICIT)
    told = "säger samma sak två gånger" if agrees else "säger emot varandra"
    return (
        wrong(
            "EKO-401",
            found(
                case.told.at(claim),
                f"Ordet och tecknet i ’{words}’ {told}.",
                case.told.evidence,
                advice="Skriv beloppet utan tecken." if agrees else "Rätta ordet eller tecknet.",
            ),
        )
        if not (agrees and (number.low > 0 or _APPOSED.search(words)))
        else RIGHT
    )


def _heading(case: Case) -> AmountHeading | None:
    block = case.told.block
    if case.told.heading:
        return read_heading(case.told.heading, block.place)
    return read_heading(block.section.title, block.place) if block.section else None


def _judge_heading(case: Case, claim: Balance, number: Figure, heading: AmountHeading) -> Judgement:
    said = number.low * SCALES[number.unit] * (_SIGNS[claim.result] or 1)
    written = heading.amount.amount * SCALES[heading.amount.unit]
    slack = _slack(number) + Decimal(5).scaleb(-heading.amount.decimals - 1) * SCALES[heading.amount.unit]
    if abs(said - written) <= slack or (not heading.signed and abs(abs(said) - written) <= slack):
        return RIGHT
    if not heading.signed:
        return NOT_TRIED
    section = case.told.block.section
    return wrong(
        "EKO-402",
        found(
            case.told.at(claim),
            f"Texten säger {claim.result.value} {' '.join(number.span.of(case.told.block.text).split())}, men rubriken ’{heading.text}’.",
            case.told.evidence,
            *((_title(section.id, heading),) if section and not case.told.heading else ()),
            advice="Rätta texten eller rubriken.",
        ),
    )


def _title(section: str, heading: AmountHeading) -> Evidence:
    return Evidence(Place.of("sections", section, "title"), heading.text)


def _slack(number: Figure) -> Decimal:
    low, high = number.interval
    return (high - low) / 2 * SCALES[number.unit]


def _judge_total(case: Case, claim: Balance) -> Judgement:
    """Judge what is said of the whole unit's result by the total variance of a table."""
    totals = [one for one in total_variances(case) if one[0].filled]
    if not totals or _MEANT.search(case.told.text) or not is_this_year(case, claim.when):
        return NOT_TRIED
    each = [one.number.amount * scale for one, scale, _whole in totals]
    sums = [*each, sum(each, Decimal(0))]
    if claim.figure is None:
        return _judge_even(case, claim, totals, sums)
    said = claim.figure.low * SCALES[claim.figure.unit]
    slack = _slack(claim.figure)
    rounding = max(Decimal(5).scaleb(-one.number.decimals - 1) * scale for one, scale, _whole in totals)
    if any(abs(abs(said) - abs(one)) <= slack + rounding for one in sums) or _is_printed(case, claim.figure):
        return RIGHT
    return wrong("EKO-403", _unlike(case, claim, [one for one, _scale, _whole in totals]))


def _judge_even(
    case: Case, claim: Balance, totals: Sequence[tuple[Amount, Decimal, Decimal]], sums: Sequence[Decimal]
) -> Judgement:
    """Judge that the whole is in balance: a variance of one per cent at most is that."""
    if claim.result is not Result.EVEN:
        return NOT_TRIED
    whole = max(abs(size) for _one, _scale, size in totals)
    if any(abs(one) <= _FAR * whole for one in sums):
        return RIGHT
    return wrong("EKO-403", _unlike(case, claim, [one for one, _scale, _whole in totals]))


def _unlike(case: Case, claim: Balance, cells: list[Amount]) -> Observation:
    shown = " och ".join(dict.fromkeys(one.text for one in cells))
    return found(
        case.told.at(claim),
        f"Texten säger ’{' '.join(case.told.words_of(claim).split())}’, men tabellens avvikelse är totalt {shown}.",
        case.told.evidence,
        *(one.evidence for one in cells),
        advice="Rätta texten eller tabellen.",
    )


def total_variances(case: Case) -> list[tuple[Amount, Decimal, Decimal]]:
    """Return the variances of the net or total rows, each with its unit in kronor and the size of the row's budget."""
    return case.context.derived(_total_variances)


def _total_variances(context: Context) -> list[tuple[Amount, Decimal, Decimal]]:
    result: list[tuple[Amount, Decimal, Decimal]] = []
    for table, place in tables(context):
        scale = SCALES.get(unit_of(table))
        for row in table.rows if scale else ():
            if row.role not in (RowRole.NET, RowRole.TOTAL) or scale is None:
                continue
            cells = {column: amount(row, column, place) for column in table.columns}
            sizes = [abs(one.number.amount) * scale for one in cells.values() if one]
            for column, cell in cells.items():
                if cell and column.role in (ColumnRole.VARIANCE, ColumnRole.ADJUSTED_VARIANCE):
                    result.append((cell, scale, max(sizes, default=Decimal(0))))
    return result


def _variances_by_title(context: Context) -> list[tuple[str, Amount, Decimal]]:
    """Return the net variance of each table that has a title, with the title in lower case."""
    found_: list[tuple[str, Amount, Decimal]] = []
    for table, place in tables(context):
        scale, title = SCALES.get(unit_of(table)), (table.title or table.corner).strip().casefold()
        rows = [row for row in table.rows if row.role in (RowRole.NET, RowRole.TOTAL)]
        columns = [column for column in table.columns if column.role is ColumnRole.VARIANCE]
        cells = [amount(row, column, place) for row in rows for column in columns]
        found_ += [(title, cell, scale) for cell in cells if cell and cell.filled and scale and title]
    return found_


def _is_printed(case: Case, number: Figure) -> bool:
    """Tell whether a table of the report prints an amount."""
    if number.unit not in SCALES:
        return False
    low, high = number.interval
    scale = SCALES[number.unit]
    return any(overlap((low * scale, high * scale), one) for one in case.context.derived(_printed))


def _printed(context: Context) -> tuple[tuple[Decimal, Decimal], ...]:
    """Return the intervals, in kronor, of every amount in the tables, without their signs."""
    found_: list[tuple[Decimal, Decimal]] = []
    for table, place in tables(context):
        scale = SCALES.get(unit_of(table))
        for row in table.rows if scale else ():
            for column in table.columns:
                cell = amount(row, column, place)
                if scale and cell and cell.filled and column.role is not ColumnRole.SHARE:
                    one, other = sorted(abs(end) for end in cell.interval)
                    found_.append((one * scale, other * scale))
    return tuple(found_)


def judge_money_level(case: Case) -> Judgement:
    """Judge a stated amount, or a share used, by the tables of the section it stands in."""
    claim = case.claim
    if isinstance(claim, Stated) and claim.figure.sort is Sort.SHARE and _USED.search(case.told.text):
        return _judge_share(case, claim.figure)
    if (
        isinstance(claim, Comparison)
        and claim.base
        and claim.base.sort is Sort.SHARE
        and "riktvärde" in case.told.text.lower()
    ):
        return _judge_benchmark(case, claim.base)
    if isinstance(claim, Stated) and claim.figure.sort is Sort.MONEY and _is_printed(case, claim.figure):
        return RIGHT
    return NOT_TRIED


def _judge_share(case: Case, number: Figure) -> Judgement:
    """Judge a share used by the share columns of the section's tables."""
    cells = [cell for table, place in _own_tables(case) for cell in _shares(table, place)]
    if not cells:
        return NOT_TRIED
    if any(overlap(number.interval, cell.number.interval) for cell in cells):
        return RIGHT
    net = [cell for table, place in _own_tables(case) for cell in _shares(table, place, RowRole.NET, RowRole.TOTAL)]
    shown = " och ".join(dict.fromkeys(cell.text for cell in net or cells[-1:]))
    return wrong(
        "EKO-404",
        found(
            case.told.block.place.at(*number.span),
            f"Texten säger {number.span.of(case.told.block.text)}, men tabellens förbrukning är {shown}.",
            case.told.evidence,
            *(cell.evidence for cell in net[-2:] or cells[-1:]),
            advice="Rätta texten eller tabellen.",
        ),
    )


def _judge_benchmark(case: Case, number: Figure) -> Judgement:
    marks = [(table, place) for table, place in _own_tables(case) if re.search(r"\d", table.benchmark)]
    for table, place in marks:
        printed = Decimal(re.sub(r"[^\d,]", "", table.benchmark).replace(",", ".") or "0")
        if not overlap(number.interval, (printed, printed)):
            return wrong(
                "EKO-404",
                found(
                    case.told.block.place.at(*number.span),
                    f"Texten säger riktvärdet {number.span.of(case.told.block.text)}, men tabellen {table.benchmark}.",
                    case.told.evidence,
                    Evidence(place / "benchmark", table.benchmark),
                    advice="Rätta texten eller tabellen.",
                ),
            )
    return RIGHT if marks else NOT_TRIED


def _own_tables(case: Case) -> list[tuple[EconomyTable, Place]]:
    section = case.told.block.section
    if section is None:
        return []
    return [(table, Place.of("sections", section.id, "tables", table.id)) for table in section.tables]


def _shares(table: EconomyTable, place: Place, *roles: RowRole) -> list[Amount]:
    columns = [column for column in table.columns if column.role is ColumnRole.SHARE]
    rows = [row for row in table.rows if not roles or row.role in roles]
    cells = [amount(row, column, place) for row in rows for column in columns]
    return [cell for cell in cells if cell and cell.filled]
