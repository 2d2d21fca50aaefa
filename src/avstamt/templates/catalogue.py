"""The catalogue: every template, KF's goals year by year, and the indicators; read once from `resources`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from avstamt.domain.report import OrganisationLevel, ReportKind
from avstamt.resources import resource
from avstamt.templates.faults import TemplateMissing
from avstamt.templates.indicators import IndicatorEntry, IndicatorIndex
from avstamt.templates.loading import load_indicators, load_templates, load_years
from avstamt.templates.template import CityYears, Template


@dataclass(frozen=True)
class Catalogue:
    """All shipped templates, years and indicators. Use `catalogue()` for the shipped one."""

    templates: tuple[Template, ...]
    years: tuple[CityYears, ...]
    indicators: tuple[IndicatorEntry, ...]

    def template(self, kind: ReportKind, level: OrganisationLevel, year: int) -> Template:
        """Return the template for this kind, level and year; the nearest in time where none covers the year.

        Raises TemplateMissing where no year has a template for the kind and level.
        """
        fitting = [template for template in self.templates if template.kind is kind and template.level is level]
        if not fitting:
            raise TemplateMissing(kind.value, level.value)
        return min(fitting, key=lambda template: (template.years_from(year), -template.first_year))

    def city_years(self, year: int) -> CityYears | None:
        """Return KF's goals for a year, or None where they are not known."""
        return next((mandate for mandate in self.years if mandate.first_year <= year <= mandate.last_year), None)

    def indicator(self, name: str) -> IndicatorEntry | None:
        """Return the entry whose name or variant is `name` (case, blanks, closing stop and brackets aside), or None."""
        return self._index.find(name)

    @cached_property
    def _index(self) -> IndicatorIndex:
        return IndicatorIndex(self.indicators)


def load_catalogue(root: Path) -> Catalogue:
    """Read the catalogue below `root`, which is laid out like `resources`; raises TemplateBroken."""
    return Catalogue(
        templates=load_templates(root / "templates"),
        years=load_years(root / "years"),
        indicators=load_indicators(root / "years" / "indicators"),
    )


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """Return the shipped catalogue, read on the first call; raises TemplateBroken."""
    return load_catalogue(resource())
