"""Makes economy tables at random: a unit's result, driftbudget, prognos and investeringar."""

from __future__ import annotations

from collections.abc import Sequence

from tests.evaluation.synthetic import names
from tests.evaluation.synthetic.texts import Maker

from avstamt.domain.economy import Cell, Column, ColumnRole, EconomyKind, EconomyTable, Row
from avstamt.domain.text import RichText

COSTS = (
    ("Personalkostnader", 1), ("Köp av verksamhet", 1), ("Lokalkostnader inkl hyror", 1), ("Bidrag", 1), ("Övriga kostnader", 1),
    ("Kapitalkostnader", 1),
)  # fmt: skip
INCOMES = (
    ("Avgifter", -1),
    ("Hyresintäkter mm", -1),
    ("Intäkter bidrag", -1),
    ("Försäljning", -1),
    ("Övriga intäkter", -1),
)
INVESTMENTS = (
    "Parkinvesteringar",
    "Reinvesteringar",
    "Inventarier och maskiner",
    "Klimatinvesteringar",
    "Trygghetsinvesteringar",
)


def mnkr(tenths: int, sign: str = "-") -> str:
    """Return an amount given in tenths as in print: "1 919,5"."""
    text = f"{abs(tenths) // 10:,}".replace(",", " ") + f",{abs(tenths) % 10}"
    return f"{sign}{text}" if tenths < 0 else text


def tkr(amount: int) -> str:
    """Return whole thousands as in print: "-9 800"."""
    return ("-" if amount < 0 else "") + f"{abs(amount):,}".replace(",", " ")


def result(make: Maker) -> EconomyTable:
    """Return a unit's result: Intäkter, Kostnader, Netto against budget, in tkr."""
    rng = make.rng
    income, cost = rng.randint(0, 1500), -rng.randint(900, 42000)
    got, spent = income + rng.randint(-50, 900), cost + rng.randint(-900, 900)
    rows = [("Intäkter", income, got), ("Kostnader", cost, spent), ("Netto (tkr)", income + cost, got + spent)]
    corner = rng.choice(("", "Tkr", "Hemtjänst", "Prevention (IOF BoU)"))
    cells = [[label, tkr(plan), tkr(real), tkr(real - plan)] for label, plan, real in rows]
    return table(make, EconomyKind.RESULT, corner, ["Budget", "Utfall", "Avvikelse"], cells)


def operating(make: Maker) -> EconomyTable:
    """Return a nämnd's driftbudget over two years in groups."""
    rows: list[list[str]] = []
    total = [0] * 4
    for title, parts in (("Summa intäkter", INCOMES), ("Summa kostnader", COSTS)):
        sums = [0] * 4
        for label, sign in parts:
            values = [sign * make.rng.randint(20, 8000) for _ in range(4)]
            empty = make.blanks_tell and make.chance(0.1)
            if not empty:
                sums = [one + other for one, other in zip(sums, values, strict=True)]
            rows.append([label, *(_shares([None] * 2 + values[2:]) if empty else _shares(values))])
        rows.append([title, *_shares(sums)])
        total = [one + other for one, other in zip(total, sums, strict=True)]
    rows.append(["Netto", *_shares(total)])
    month, mark = ("april", "33,3") if make.kind.value == "T1" else ("augusti", "66,7")
    heads = ["Budget", "Utfall", "Förbrukn utf/budg", "Budget", "Utfall perioden", "Förbrukn utf/budg"]
    groups = [f"{month} {make.year - 1}"] * 3 + [f"{month} {make.year}"] * 3
    return table(make, EconomyKind.OPERATING, f"Riktvärde {mark}%", heads, rows, groups=groups)


def _shares(values: Sequence[int | None]) -> list[str]:
    found: list[str] = []
    for budget, outcome in (values[:2], values[2:]):
        if budget is None or outcome is None:
            found += ["", "", ""]
            continue
        share = f"{1000 * outcome // budget / 10:.1f}%".replace(".", ",") if budget else "0,0%"
        found += [mnkr(budget), mnkr(outcome), share]
    return found


def forecast(make: Maker, areas: Sequence[str]) -> EconomyTable:
    """Return a nämnd's prognos: verksamhetsområden against budget, some with adjustments."""
    heads = [f"Bokslut {make.year - 1}", f"Budget {make.year}", f"Prognos {make.year}", "Avvikelse"]
    adjusted = make.chance(0.5)
    if adjusted:
        heads += [
            "Prognos Prestationsförändr.",
            "Prognos Budgetjustering",
            "Prognos Resultatöverföring",
            "Justerad avvikelse",
        ]
    rows: list[list[str]] = []
    total = [0, 0, 0, 0]
    for area in areas:
        closing, budget = make.rng.randint(100, 9000), make.rng.randint(100, 12000)
        variance = make.rng.choice((0, make.rng.randint(-90, 90)))
        values = [closing, budget, budget - variance, variance]
        total = [one + other for one, other in zip(total, values, strict=True)]
        extra = ["", "", "", mnkr(variance)] if make.blanks_tell else ["0,0", "0,0", "0,0", mnkr(variance)]
        rows.append([area, *map(mnkr, values), *(extra if adjusted else [])])
    rows.append(["Nämnden totalt", *map(mnkr, total), *(["0,0", "0,0", "0,0", mnkr(total[3])] if adjusted else [])])
    return table(make, EconomyKind.FORECAST, "Verksamhetsområde, mnkr", heads, rows)


def investment(make: Maker) -> EconomyTable:
    """Return the investments, with rows that are empty."""
    rows: list[list[str]] = []
    for label in INVESTMENTS:
        amount = make.rng.randint(1, 90)
        rows.append([label, "", "", ""] if make.chance(0.4) else [label, mnkr(amount), mnkr(amount), "0,0"])
    rows.append(["Totalt", "9,0", "9,0", "0,0"])
    second = f"Prognos {make.kind.value}" if make.kind.is_tertial else "Utfall"
    heads = [f"Budget {make.year}", f"{second} {make.year}", "Avvikelse"]
    return table(make, EconomyKind.INVESTMENT, "Mnkr, netto", heads, rows)


def table(
    make: Maker,
    kind: EconomyKind,
    corner: str,
    heads: list[str],
    rows: list[list[str]],
    *,
    groups: list[str] | None = None,
) -> EconomyTable:
    """Return a table of printed texts, with some text behind it."""
    groups = groups or [""] * len(heads)
    columns = tuple(
        Column(id=f"c{n}", title=title, group=group, role=ColumnRole.OTHER)
        for n, (title, group) in enumerate(zip(heads, groups, strict=True), 1)
    )
    made = tuple(
        Row(
            id=f"r{n}",
            label=row[0],
            cells=tuple(Cell(id=f"c{i}", text=text) for i, text in enumerate(row[1:], 1) if text),
        )
        for n, row in enumerate(rows, 1)
    )
    comment = make.text(2) if make.chance(0.6) else RichText()
    return EconomyTable(id=make.id("t"), kind=kind, corner=corner, columns=columns, rows=made, comment=comment)


def areas(make: Maker) -> list[str]:
    """Return a nämnd's verksamhetsområden."""
    return make.rng.sample(names.AREAS_OF_WORK, make.rng.randint(4, 9))
