"""The catalogue: every template, KF's goals year by year, and the indicators; read once from `resources`."""

from __future__ import annotations

from dataclasses import dataclass

from avstamt.domain.report import OrganisationLevel, ReportKind
from avstamt.templates.indicators import IndicatorEntry
from avstamt.templates.template import CityYears, Template


@dataclass(frozen=True)
class Catalogue:
    """All shipped templates, years and indicators. Use `catalogue()` for the shipped one."""

    templates: tuple[Template, ...]
    years: tuple[CityYears, ...]
    indicators: tuple[IndicatorEntry, ...]

    def template(self, kind: ReportKind, level: OrganisationLevel, year: int) -> Template:
        """Return the template for this kind, level and year; the nearest in time where none covers the year."""
        raise NotImplementedError

    def city_years(self, year: int) -> CityYears | None:
        """Return KF's goals for a year, or None where they are not known."""
        raise NotImplementedError

    def indicator(self, name: str) -> IndicatorEntry | None:
        """Return the entry whose name or variant is `name` (case, blanks, closing stop and brackets aside), or None."""
        raise NotImplementedError
