"""Makes goal trees at random: KF's goals of the year and some that no catalogue knows, nämndmål, enhetsmål."""

from __future__ import annotations

from dataclasses import dataclass

from tests.evaluation.synthetic import names, words
from tests.evaluation.synthetic.texts import Maker

from avstamt.domain.activity import Activity
from avstamt.domain.goal import Assessment, Goal, GoalLevel
from avstamt.domain.indicator import Indicator
from avstamt.domain.report import OrganisationLevel, ReportKind
from avstamt.domain.text import RichText, Run, SubHeading

UNKNOWN_AREAS = (
    "Stockholm är en stad där alla elever når längre än de trodde var möjligt",
    "Äldre i Stockholm har en trygg ålderdom och får en god omsorg",
    "Stockholm är en växande och attraktiv stad för näringsliv och besökare med goda förutsättningar för företagande",
    "Alla barn i Stockholm har en god uppväxt",
)
UNKNOWN_DIRECTIONS = (
    "En stad för alla som växer och mår bra",
    "Ett Stockholm som håller ihop genom utbildning, arbete och bostad",
)


@dataclass
class GoalMaker:
    """Makes the goals of one report. `texts_by_title`: KF's analysis carries text under its nämndmål's titles."""

    make: Maker
    level: OrganisationLevel
    numbered: bool
    texts_by_title: bool

    def goals(self) -> list[Goal]:
        """Return the tree, parents before children."""
        make, made = self.make, list[Goal]()
        known = dict(names.city_goals(make.year))
        for number in range(1, make.rng.randint(2, 3) + 1):
            title = known.get(str(number)) or make.pick(UNKNOWN_DIRECTIONS)
            top = self._goal(GoalLevel.DIRECTION, None, str(number), title)
            made.append(top)
            below = make.rng.sample(range(1, 8), make.rng.randint(1, 3))
            for index in sorted(below):
                made += self._area(top, f"{number}.{index}", known)
        return made

    def _area(self, top: Goal, number: str, known: dict[str, str]) -> list[Goal]:
        make = self.make
        area = self._goal(GoalLevel.AREA, top, number, known.get(number) or make.pick(UNKNOWN_AREAS))
        made: list[Goal] = []
        for index in range(1, make.rng.randint(1, 2) + 1):
            own = f"{number}.{index}" if self.numbered else ""
            goal = self._goal(GoalLevel.COMMITTEE, area, own, make.pick(names.COMMITTEE_GOALS))
            made.append(goal)
            if self.level is OrganisationLevel.UNIT:
                made += [
                    self._goal(GoalLevel.UNIT, goal, "", make.pick(names.UNIT_GOALS))
                    for _ in range(make.rng.randint(0, 2))
                ]
        if self.texts_by_title and area.analysis is not None:
            area = area.model_copy(update={"analysis": self._headed(area.analysis, made)})
        return [area, *made]

    def _headed(self, text: RichText, below: list[Goal]) -> RichText:
        make, blocks = self.make, list(text.blocks)
        for goal in below:
            title = f"Nämndmål: {goal.number} {goal.title}" if goal.number else f"Nämndmål: {goal.title}"
            blocks.append(SubHeading(id=make.id("b"), runs=(Run(text=title),)))
            if make.chance(0.5):
                sub = make.pick(words.HEADINGS).format(year=make.year + 1)
                blocks.append(SubHeading(id=make.id("b"), runs=(Run(text=sub),), level=2))
            blocks += [make.paragraph(words.paragraph(make.rng, make.year)) for _ in range(make.rng.randint(1, 2))]
        return RichText(blocks=tuple(blocks))

    def _goal(self, level: GoalLevel, parent: Goal | None, number: str, title: str) -> Goal:
        make = self.make
        assessment, wording = self._assessment(level)
        texts = {name: make.text() for name in self._fields(level)}
        if texts and make.chance(0.03):
            texts[next(reversed(texts))] = RichText()
        indicators, activities = self._rows(level)
        return Goal(
            id=make.id("g"), parent=parent.id if parent else None, level=level, number=number, title=title,
            assessment=assessment, wording=wording, indicators=indicators, activities=activities, **texts,
        )  # fmt: skip

    def _rows(self, level: GoalLevel) -> tuple[tuple[Indicator, ...], tuple[Activity, ...]]:
        make = self.make
        share = {GoalLevel.DIRECTION: 0.0, GoalLevel.AREA: 0.7, GoalLevel.COMMITTEE: 0.5, GoalLevel.UNIT: 0.25}[level]
        indicators = [make.indicator(level) for _ in range(make.rng.randint(1, 4))] if make.chance(share) else []
        activities = [make.activity() for _ in range(make.rng.randint(1, 3))] if make.chance(share) else []
        return tuple(indicators), tuple(activities)

    def _assessment(self, level: GoalLevel) -> tuple[Assessment | None, str]:
        make = self.make
        if make.kind is ReportKind.PLAN or (level is GoalLevel.DIRECTION and make.chance(0.6)):
            return None, ""
        chosen = make.rng.choices(list(Assessment), weights=(6, 3, 1, 1))[0]
        return chosen, "Uppfylls ej" if chosen is Assessment.NOT and make.chance(0.5) else ""

    def _fields(self, level: GoalLevel) -> list[str]:
        make, plan = self.make, self.make.kind is ReportKind.PLAN
        if level in (GoalLevel.DIRECTION, GoalLevel.AREA):
            told = self.level is OrganisationLevel.COMMITTEE or make.chance(0.2)
            return [] if plan or not told else ["analysis"]
        found = ["description"] if level is GoalLevel.COMMITTEE and make.chance(0.8) else []
        found += ["expected_result"] if make.chance(0.9) else []
        if plan and (level is GoalLevel.UNIT or self.level is OrganisationLevel.COMMITTEE):
            found += [
                name for name in ("working_method", "resource_use", "follow_up", "development") if make.chance(0.8)
            ]
        told = level is GoalLevel.UNIT or self.level is OrganisationLevel.COMMITTEE
        return found + (["analysis"] if not plan and told else [])
