"""Makes rich texts, indicators and activities at random."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from random import Random

from tests.evaluation.synthetic import names, words

from avstamt.domain.activity import Activity
from avstamt.domain.goal import GoalLevel
from avstamt.domain.indicator import Indicator
from avstamt.domain.report import ReportKind
from avstamt.domain.text import Block, ListItem, ListKind, Paragraph, RichText, Run, SubHeading

PLACEHOLDERS = ("Tas fram av nämnd/styrelse", "Tas fram av nämnd", "tas fram av nämnden", "Fastställs 2024")
UNITS_OF_PERIOD = {
    ReportKind.ANNUAL: ("{y}", "{y}", "VB {y}", "Tertial 2 {y}", "Halvår 1 {y}"),
    ReportKind.TERTIAL_1: ("Tertial 1 {y}", "Tertial 1 {y}", "{y}", "Halvår 1 {y}"),
    ReportKind.TERTIAL_2: ("Tertial 2 {y}", "Tertial 2 {y}", "{y}", "Halvår 1 {y}"),
}


@dataclass
class Maker:
    """Makes the parts of one report; ids are counted."""

    rng: Random
    kind: ReportKind
    year: int
    blanks_tell: bool = True
    sexes: bool = True
    used: set[str] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)

    def id(self, prefix: str) -> str:
        """Return the next id."""
        self.counts[prefix] += 1
        return f"{prefix}{self.counts[prefix]}"

    def chance(self, share: float) -> bool:
        """Tell yes as often as `share` says."""
        return self.rng.random() < share

    def pick(self, choices: tuple[str, ...]) -> str:
        """Return one of the choices not taken before, or any where all are."""
        free = [choice for choice in choices if choice not in self.used] or list(choices)
        chosen = self.rng.choice(free)
        self.used.add(chosen)
        return chosen

    def text(self, most: int = 3, *, headed: bool = False) -> RichText:
        """Return a text: paragraphs, sometimes a list behind a colon, with sub-headings where `headed`."""
        blocks: list[Block] = []
        for _ in range(self.rng.randint(1, 3) if headed else 1):
            if headed and self.chance(0.8):
                title = self.pick(words.HEADINGS).format(year=self.year + 1)
                blocks.append(SubHeading(id=self.id("b"), runs=(Run(text=title),)))
            blocks += [self.paragraph(words.paragraph(self.rng, self.year)) for _ in range(self.rng.randint(1, most))]
            if self.chance(0.2):
                blocks.append(
                    self.paragraph(self.rng.choice(("Under året prioriteras:", "Resultatet syns bland annat i:")))
                )
                chosen = self.rng.sample(words.ITEMS, self.rng.randint(2, 4))
                blocks += [ListItem(id=self.id("b"), runs=(Run(text=item),), mark=ListKind.BULLET) for item in chosen]
                blocks.append(self.paragraph(words.paragraph(self.rng, self.year, 2)))
        return RichText(blocks=tuple(blocks))

    def paragraph(self, text: str) -> Paragraph:
        """Return a paragraph."""
        return Paragraph(id=self.id("b"), runs=(Run(text=text),))

    def analysis(self) -> RichText:
        """Return the short text of an Analys row."""
        return RichText(blocks=(self.paragraph(words.analysis(self.rng, self.year)),))

    def indicator(self, level: GoalLevel) -> Indicator:
        """Return an indicator with cells of every sort that the columns of this kind of report hold."""
        name, unit, split = self.rng.choice([one for one in names.indicators() if one[0] not in self.used])
        self.used.add(name)
        city = level in (GoalLevel.DIRECTION, GoalLevel.AREA)
        figures = _Figures(self.rng, unit)
        if self.kind is ReportKind.PLAN:
            cells = self._plan_cells(figures, city=city)
        else:
            cells = self._outcomes(figures, city=city, split=split)
        told = self.kind is not ReportKind.PLAN and self.chance(0.2)
        return Indicator(id=self.id("i"), name=name, analysis=self.analysis() if told else None, **cells)

    def _plan_cells(self, figures: _Figures, *, city: bool) -> dict[str, str]:
        both = self.chance(0.3)
        cells = {"periodicity": self.rng.choice(("Tertial", "År", "År"))}
        if both or not city:
            cells["target"] = figures.cell(0.1)
        if both or city:
            cells["city_target"] = figures.placeholder(0.2)
        return cells

    def _outcomes(self, figures: _Figures, *, city: bool, split: bool) -> dict[str, str]:
        filled = self.chance if self.blanks_tell else bool
        cells = {"period": self.rng.choice(UNITS_OF_PERIOD[self.kind]).format(y=self.year)}
        if filled(0.8):
            cells["outcome"] = figures.cell()
            if self.sexes and filled(0.8 if split else 0.1):
                cells["outcome_men"], cells["outcome_women"] = figures.cell(), figures.cell()
                if self.chance(0.05) and self.blanks_tell:
                    del cells["outcome_women"]
        if filled(0.8):
            cells["previous"] = figures.cell()
        if self.kind.is_tertial and filled(0.6):
            cells["forecast"] = figures.cell()
        if filled(0.85):
            cells["target"] = figures.cell(0.08)
        if filled(0.7 if city else 0.05):
            cells["city_target"] = figures.placeholder(0.3)
        return cells

    def activity(self) -> Activity:
        """Return an activity with dates, now and then deviating."""
        first = self.year - self.rng.choice((0, 0, 0, 1, 2))
        end = f"{self.year + self.rng.choice((0, 0, 0, 1))}-{self.rng.choice(('12-31', '12-31', '06-30', '10-31'))}"
        deviates = self.kind is not ReportKind.PLAN and self.chance(0.15)
        told = self.kind is not ReportKind.PLAN and (deviates or self.chance(0.3))
        return Activity(
            id=self.id("a"), text=self.pick(names.ACTIVITIES), start=f"{first}-{self.rng.choice(('01-01', '01-01', '02-15'))}",
            end=end, deviation=deviates, analysis=self.analysis() if told else None,
        )  # fmt: skip


@dataclass(frozen=True)
class _Figures:
    """Figures of one indicator: all with its unit, printed alike."""

    rng: Random
    unit: str

    def cell(self, wish: float = 0.02) -> str:
        """Return a figure; with probability `wish` a word or a bound instead."""
        rng = self.rng
        if rng.random() < wish:
            return rng.choice(("öka", "minska", "< 6,5 %", "+/-1 %", "bibehålla"))
        if not self.unit or (self.unit != "st" and rng.random() < 0.08):
            return rng.choice((str(rng.randint(10, 95)), f"{rng.randint(10, 95)},{rng.randint(1, 9)}"))
        if self.unit == "%":
            whole = rng.randint(1, 100)
            return f"{whole} %" if whole == 100 or rng.random() < 0.5 else f"{whole},{rng.randint(0, 99)} %"
        if self.unit == "st":
            amount = rng.choice((rng.randint(1, 400), rng.randint(1, 400), rng.randint(1000, 19999)))
            return f"{amount:,} st".replace(",", " ")
        return f"{rng.randint(0, 40)},{rng.randint(1, 9)} {self.unit}"

    def placeholder(self, share: float) -> str:
        """Return a figure, or with this probability a placeholder."""
        return self.rng.choice(PLACEHOLDERS) if self.rng.random() < share else self.cell(0.05)
