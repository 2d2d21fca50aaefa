"""Slips in the cells of indicator tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from random import Random

from tests.evaluation.mutations.figures import amount, decimals, digit_changed, ulp, unit, written
from tests.evaluation.mutations.model import Sort, Spot, arithmetic, textual
from tests.evaluation.mutations.prose_sorts import sexes_told
from tests.evaluation.mutations.telling import tellings
from tests.evaluation.mutations.walking import Change, assign, indicators

from avstamt.domain.goal import Goal
from avstamt.domain.indicator import Indicator
from avstamt.domain.place import Place, insert, value_at, with_value
from avstamt.domain.report import Report, ReportKind

_ROW_FIGURES = ("outcome", "outcome_men", "outcome_women", "previous", "forecast", "target")


def _in_row(row: Place, cell: str, old: str, new: str, *against: Place) -> Spot:
    return Spot(row, f"{cell}: {old} → {new}", assign(row / cell, new), against)


def _told_cells(report: Report, random: Random, *cells: str) -> Iterator[Spot]:
    for telling in tellings(report):
        if telling.cell in cells:
            old = getattr(telling.indicator, telling.cell)
            yield _in_row(telling.row, telling.cell, old, digit_changed(old, random), telling.block.place)


@arithmetic("utfall i tabellen, som texten berättar")
def outcome_told(report: Report, random: Random) -> Iterator[Spot]:
    """A digit of an outcome cell is changed; plantable where a sentence about the indicator tells the same figure."""
    yield from _told_cells(report, random, "outcome", "outcome_men", "outcome_women")


@arithmetic("årsmål eller prognos i tabellen, som texten berättar")
def target_told(report: Report, random: Random) -> Iterator[Spot]:
    """A digit of a target or forecast cell is changed; plantable where a sentence about the indicator tells it."""
    yield from _told_cells(report, random, "target", "forecast")


@arithmetic("förra årets utfall i tabellen, som texten berättar")
def previous_told(report: Report, random: Random) -> Iterator[Spot]:
    """A digit of last year's outcome is changed; plantable where a sentence about the indicator tells it."""
    yield from _told_cells(report, random, "previous")


@arithmetic("antal män, kvinnor eller totalt")
def sexes_sum(report: Report, random: Random) -> Iterator[Spot]:
    """A digit of a count is changed; plantable where men and women (in st, or without a unit) make the total."""
    for _goal, node, row in indicators(report):
        parts = [amount(getattr(node, name)) for name in ("outcome", "outcome_men", "outcome_women")]
        total, men, women = parts
        if total is None or men is None or women is None or not total:
            continue
        units = {unit(text) for text in (node.outcome, node.outcome_men, node.outcome_women)}
        if men + women == total and len(units) == 1 and "%" not in units:
            cell = random.choice(("outcome", "outcome_men", "outcome_women"))
            old = getattr(node, cell)
            yield _in_row(row, cell, old, digit_changed(old, random))


@arithmetic("andel utanför män och kvinnor")
def share_outside(report: Report, random: Random) -> Iterator[Spot]:
    """The total of a share is put above both sexes or below both; plantable where it stands between them."""
    for _goal, node, row in indicators(report):
        total, men, women = (amount(getattr(node, name)) for name in ("outcome", "outcome_men", "outcome_women"))
        if total is None or men is None or women is None or unit(node.outcome) != "%":
            continue
        if min(men, women) <= total <= max(men, women):
            step = 2 * max(ulp(text) for text in (node.outcome, node.outcome_men, node.outcome_women))
            outside = random.choice([value for value in (max(men, women) + step, min(men, women) - step) if value > 0])
            yield _in_row(row, "outcome", node.outcome, written(outside, decimals(node.outcome), "%"))


@arithmetic("tal tio gånger för stort")
def ten_times(report: Report, random: Random) -> Iterator[Spot]:
    """A figure becomes ten times as large; plantable where two others of its row lie within half and double of it."""
    for _goal, node, row in indicators(report):
        cells = [name for name in ("outcome", "previous", "forecast", "target") if amount(getattr(node, name))]
        random.shuffle(cells)
        for cell in cells:
            old = getattr(node, cell)
            value = amount(old) or Decimal(0)
            near = [name for name in cells if name != cell and _alike(value, amount(getattr(node, name)))]
            if len(near) > 1:
                yield _in_row(row, cell, old, written(10 * value, decimals(old), unit(old)))
                break


def _alike(one: Decimal, other: Decimal | None) -> bool:
    return other is not None and one > 0 and other > 0 and Decimal("0.5") <= other / one <= 2


@textual("enheten bytt i en ruta")
def unit_changed(report: Report, random: Random) -> Iterator[Spot]:
    """The unit of one cell becomes another (% and st change places); plantable where two other cells carry the old."""
    for _goal, node, row in indicators(report):
        cells = [name for name in _ROW_FIGURES if amount(getattr(node, name)) is not None and unit(getattr(node, name))]
        if len(cells) > 2 and len({unit(getattr(node, name)) for name in cells}) == 1:
            cell = random.choice(cells)
            old = getattr(node, cell)
            new = old.replace("%", "st") if "%" in old else old.replace("st", "%")
            yield _in_row(row, cell, old, new)


@textual("indikatorn två gånger, med olika tal")
def indicator_twice(report: Report, random: Random) -> Iterator[Spot]:
    """The row is repeated in its goal with another outcome; plantable wherever a row has an outcome."""
    for goal, node, row in indicators(report):
        if amount(node.outcome) is not None:
            other = digit_changed(node.outcome, random)
            copy = node.model_copy(update={"id": f"{node.id[:50]}-2", "outcome": other, "analysis": None})
            yield _added(goal, copy, row, f"{node.name}: {node.outcome} och {other}")


def _added(goal: Goal, copy: Indicator, row: Place, what: str) -> Spot:
    rows = Place.of("goals", goal.id, "indicators")
    return Spot(rows / copy.id, what, lambda report: insert(report, rows, copy), (row,))


@textual("utfallet tömt")
def outcome_emptied(report: Report, random: Random) -> Iterator[Spot]:
    """Outcome and its parts by sex are emptied; plantable in an annual report where the row has a target."""
    if report.kind is not ReportKind.ANNUAL:
        return
    for _goal, node, row in indicators(report):
        if amount(node.outcome) is not None and amount(node.target) is not None:
            bare = node.model_copy(update={"outcome": "", "outcome_men": "", "outcome_women": ""})
            yield Spot(row, f"utfall {node.outcome} tömt", _put(bare, row))


def _put(node: Indicator, row: Place) -> Change:
    def change(report: Report) -> Report:
        rows = value_at(report, row.parent)
        return with_value(report, row.parent, tuple(node if one.id == node.id else one for one in rows))

    return change


@textual("platshållare i en ruta")
def placeholder(report: Report, random: Random) -> Iterator[Spot]:
    """The unit's own target becomes "Tas fram av nämnd/styrelse"; plantable where the row has target and outcome."""
    for _goal, node, row in indicators(report):
        if amount(node.target) is not None and amount(node.outcome) is not None:
            yield _in_row(row, "target", node.target, "Tas fram av nämnd/styrelse")


@textual("inaktuell period i tabellen")
def period_stale(report: Report, random: Random) -> Iterator[Spot]:
    """The year of a row's period goes three years back; plantable where the period holds the report's year."""
    for _goal, node, row in indicators(report):
        if str(report.year) in node.period and amount(node.outcome) is not None:
            yield _in_row(row, "period", node.period, node.period.replace(str(report.year), str(report.year - 3)))


@textual("könen omkastade i tabellen")
def sexes_swapped(report: Report, random: Random) -> Iterator[Spot]:
    """Men's and women's figures change places; plantable where a sentence compares the sexes or counts one of them."""
    for telling in sexes_told(report):
        node = telling.indicator
        swapped = node.model_copy(update={"outcome_men": node.outcome_women, "outcome_women": node.outcome_men})
        what = f"män {node.outcome_men} ↔ kvinnor {node.outcome_women}"
        yield Spot(telling.row, what, _put(swapped, telling.row), (telling.block.place,))


@arithmetic("andel över hundra")
def above_hundred(report: Report, random: Random) -> Iterator[Spot]:
    """A share of something whole becomes more than 100 %; plantable where the name begins "Andel"."""
    for _goal, node, row in indicators(report):
        if re.match("Andel", node.name) and unit(node.outcome) == "%":
            yield _in_row(row, "outcome", node.outcome, f"{random.randint(101, 190)} %")


INDICATOR_SORTS: tuple[Sort, ...] = (
    outcome_told, target_told, previous_told, sexes_sum, share_outside, ten_times, above_hundred,
    unit_changed, indicator_twice, outcome_emptied, placeholder, period_stale, sexes_swapped,
)  # fmt: skip
