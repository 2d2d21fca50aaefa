"""What a rule is: a pure generator over a report, declared with code, name, level and basis in one decorator."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from avstamt.domain.finding import Evidence, Finding, Fix, Level
from avstamt.domain.place import Place
from avstamt.domain.report import OrganisationLevel, Report, ReportKind
from avstamt.templates.catalogue import Catalogue


@dataclass(frozen=True)
class Context:
    """What a rule may read: the report, the catalogue of templates, years and indicators, and an earlier report."""

    report: Report
    catalogue: Catalogue
    earlier: Report | None = None


Check = Callable[[Context], Iterator[Finding]]


@dataclass(frozen=True)
class Rule:
    """A rule with what documents it; `kinds`, `levels` and years say which reports it is run on (empty: all)."""

    code: str
    name: str
    level: Level
    basis: str
    check: Check
    kinds: frozenset[ReportKind] = frozenset()
    levels: frozenset[OrganisationLevel] = frozenset()
    first_year: int | None = None
    last_year: int | None = None

    @property
    def documentation(self) -> str:
        """Return the docstring: title, Varför, Fel, Rätt."""
        return inspect.getdoc(self.check) or ""

    @property
    def title(self) -> str:
        """Return the docstring's first line: what the rule holds to be true."""
        return self.documentation.split("\n", 1)[0]

    def holds_for(self, report: Report) -> bool:
        """Tell whether the rule is to be run on this report."""
        if self.kinds and report.kind not in self.kinds:
            return False
        if self.levels and report.level not in self.levels:
            return False
        return (self.first_year or report.year) <= report.year <= (self.last_year or report.year)

    def finding(
        self,
        place: Place,
        message: str,
        *evidence: Evidence,
        advice: str = "",
        fix: Fix | None = None,
        level: Level | None = None,
    ) -> Finding:
        """Return a finding of this rule, at the rule's level unless another is given."""
        return Finding(self.code, self.name, level or self.level, message, place, evidence, advice, fix)
