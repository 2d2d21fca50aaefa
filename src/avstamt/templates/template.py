"""What a report of one kind, level and year contains: the pydantic models of `resources/templates/*.yaml`."""

from __future__ import annotations

from pydantic import Field, model_validator

from avstamt.domain.base import Frozen, duplicates
from avstamt.domain.economy import ColumnRole, EconomyKind, RowRole, SignConvention, Unit
from avstamt.domain.goal import GoalLevel
from avstamt.domain.report import OrganisationLevel, ReportKind


class FieldTemplate(Frozen):
    """One field: its attribute name in the domain, its printed label, its guidance, and whether it must be filled."""

    name: str
    label: str
    guidance: str
    required: bool = False


class ColumnTemplate(Frozen):
    """One column of the indicator or activity table: attribute name, printed head, guidance, width in parts.

    A head may hold `{year}` and `{previous_year}`.
    """

    name: str
    label: str
    guidance: str
    width: float = 1.0
    required: bool = False


class GoalTemplate(Frozen):
    """What a goal of one level holds in this report: prefix, texts, assessment, and whether it has tables.

    In a `locked` goal the number, the title and the texts that come from above (description, expected result) are not
    the writer's own; the assessment, the analysis and the writer's own rows are open.
    """

    level: GoalLevel
    prefix: str
    guidance: str
    assessed: bool = True
    assessment_guidance: str = ""
    fields: tuple[FieldTemplate, ...] = ()
    indicators: bool = True
    activities: bool = True
    locked: bool = False


class EconomyColumnTemplate(Frozen):
    """A column of an economy table; title and group may hold `{year}` and `{previous_year}`."""

    title: str
    role: ColumnRole
    group: str = ""
    year_offset: int = 0


class EconomyRowTemplate(Frozen):
    """A row of an economy table as it stands in an empty report."""

    label: str
    role: RowRole


class EconomyTableTemplate(Frozen):
    """An economy table as it stands in an empty report."""

    kind: EconomyKind
    title: str = ""
    corner: str = ""
    unit: Unit = Unit.MNKR
    sign: SignConvention = SignConvention.UNKNOWN
    benchmark: str = ""
    guidance: str
    columns: tuple[EconomyColumnTemplate, ...]
    rows: tuple[EconomyRowTemplate, ...]


class SectionTemplate(Frozen):
    """A section: key (stable name), title (may hold `{year}`), guidance, tables and sections below it.

    `aliases` are titles that other years and units print for the same section.
    """

    key: str
    title: str
    guidance: str
    required: bool = False
    holds_goals: bool = False
    aliases: tuple[str, ...] = ()
    tables: tuple[EconomyTableTemplate, ...] = ()
    sections: tuple[SectionTemplate, ...] = ()


class FrontTemplate(Frozen):
    """The front page of a tjänsteutlåtande: guidance for each of its fields, and the standing decision points."""

    fields: tuple[FieldTemplate, ...]
    proposals: tuple[str, ...] = ()


class Template(Frozen):
    """All that a report of this kind and level contains from `first_year` on, with where that is known from."""

    kind: ReportKind
    level: OrganisationLevel
    first_year: int
    last_year: int | None = None
    source: str
    title: str
    front: FrontTemplate | None = None
    sections: tuple[SectionTemplate, ...]
    goals: tuple[GoalTemplate, ...]
    indicator_columns: tuple[ColumnTemplate, ...]
    indicator_analysis: FieldTemplate | None = None
    activity_columns: tuple[ColumnTemplate, ...]
    activity_analysis: FieldTemplate | None = None

    def goal(self, level: GoalLevel) -> GoalTemplate:
        """Return what a goal of `level` holds; every template describes all four levels."""
        return next(goal for goal in self.goals if goal.level is level)

    def years_from(self, year: int) -> int:
        """Return how many years `year` lies outside the years this template holds for; 0 within them."""
        return max(self.first_year - year, year - (self.last_year or year), 0)

    def section(self, key: str) -> SectionTemplate | None:
        """Return the section with this key, at any depth, or None."""
        return next((section for section in self.all_sections() if section.key == key), None)

    def all_sections(self) -> tuple[SectionTemplate, ...]:
        """Return every section in document order."""
        return tuple(inner for section in self.sections for inner in _with_inner(section))

    @model_validator(mode="after")
    def _whole(self) -> Template:
        if twice := duplicates(section.key for section in self.all_sections()):
            raise ValueError(f"avsnittets nyckel förekommer två gånger: {', '.join(twice)}")
        levels = [goal.level for goal in self.goals]
        if sorted(levels) != sorted(GoalLevel):
            raise ValueError("mallen ska beskriva alla fyra målnivåer en gång var")
        return self


class CityGoal(Frozen):
    """One of KF's goals: its number and its title as decided."""

    number: str = Field(pattern=r"^\d+(\.\d+)?$")
    title: str
    variants: tuple[str, ...] = ()


class CityYears(Frozen):
    """KF's goals for the years of a mandate, with their source."""

    first_year: int
    last_year: int
    source: str
    directions: tuple[CityGoal, ...]
    areas: tuple[CityGoal, ...]


def _with_inner(section: SectionTemplate) -> tuple[SectionTemplate, ...]:
    return (section, *(inner for below in section.sections for inner in _with_inner(below)))
