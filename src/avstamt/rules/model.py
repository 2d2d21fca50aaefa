"""What a rule is: a pure generator over a report, declared with code, name, level and basis in one decorator.

A check yields what it finds (`found`), and tells for each claim it meets whether it could try it (`Trial`); the rule
makes findings of the first, the run counts the second as its coverage.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from avstamt.domain.finding import Evidence, Finding, Fix, Level
from avstamt.domain.place import Place
from avstamt.domain.report import OrganisationLevel, Report, ReportKind
from avstamt.rules.changes import EVERYTHING, Aspect, Aspects
from avstamt.rules.context import Context

__all__ = [
    "TRIED",
    "UNTRIED",
    "Aspect",
    "Check",
    "Context",
    "Observation",
    "Outcome",
    "Rule",
    "Trial",
    "Unable",
    "found",
    "rule",
]


@dataclass(frozen=True, slots=True)
class Observation:
    """Something a check found; the rule's own level holds unless another is given."""

    place: Place
    message: str
    evidence: tuple[Evidence, ...] = ()
    advice: str = ""
    fix: Fix | None = None
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class Trial:
    """A claim that a check met, and whether it could be tried."""

    done: bool


TRIED = Trial(done=True)
UNTRIED = Trial(done=False)


@dataclass(frozen=True, slots=True)
class Unable:
    """Why a check could not be made at all, in one Swedish sentence; it is told with the coverage."""

    sentence: str


Check = Callable[[Context], Iterator[Observation | Trial | Unable]]

Reads = Literal["part", "text", "report"]
"""How much of a report a rule reads for what it says of a goal, a section or the front page, besides what the report is.

"part": that part alone. "text": the texts of that part, and of the others the tables, titles and assessments.
"report": everything. What it finds of the first two sorts stands in the part itself.
"""


def found(
    place: Place,
    message: str,
    *evidence: Evidence,
    advice: str = "",
    fix: Fix | None = None,
    level: Level | None = None,
) -> Observation:
    """Return an observation at `place`: one Swedish sentence, the quoted evidence, and what to do."""
    return Observation(place, message, evidence, advice, fix, level)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one rule gave on one report."""

    findings: tuple[Finding, ...] = ()
    tried: int = 0
    total: int = 0
    unable: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rule:
    """A rule with what documents it; `kinds`, `levels` and years say which reports it is run on (empty: all).

    `claims` names the sort of claim it tries ("utfall mot årsmål"); `last` marks a rule that is run after the others
    and reads what they found; `slow` marks one that needs the dictionary and may be left out of a quick run; `compares`
    marks one that reads the earlier report, so that what it finds depends on which that is; `reads` tells
    what it must be run on again when something has changed, and `heeds` which changes can make it say something else
    (those elsewhere than in its own part, where it reads "text"); a changed outline always may.
    """

    code: str
    name: str
    level: Level
    basis: str
    check: Check
    kinds: frozenset[ReportKind] = frozenset()
    levels: frozenset[OrganisationLevel] = frozenset()
    first_year: int | None = None
    last_year: int | None = None
    claims: str = ""
    last: bool = False
    slow: bool = False
    compares: bool = False
    reads: Reads = "report"
    heeds: Aspects = EVERYTHING

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

    def run(self, context: Context) -> Outcome:
        """Return what the rule finds in the context's report, and how many claims it met and tried."""
        findings: list[Finding] = []
        unable: list[str] = []
        tried = total = 0
        for item in self.check(context):
            if isinstance(item, Observation):
                findings.append(self._finding(item))
            elif isinstance(item, Unable):
                unable.append(item.sentence)
            else:
                total += 1
                tried += item.done
        return Outcome(tuple(findings), tried, total, tuple(unable))

    def _finding(self, seen: Observation) -> Finding:
        level = seen.level or self.level
        return Finding(self.code, self.name, level, seen.message, seen.place, seen.evidence, seen.advice, seen.fix)


def rule(
    code: str,
    *,
    name: str,
    level: Level,
    basis: str,
    kinds: Iterable[ReportKind] = (),
    levels: Iterable[OrganisationLevel] = (),
    first_year: int | None = None,
    last_year: int | None = None,
    claims: str = "",
    last: bool = False,
    slow: bool = False,
    compares: bool = False,
    reads: Reads = "report",
    heeds: Iterable[Aspect] = EVERYTHING,
) -> Callable[[Check], Rule]:
    """Declare the function below as a rule; it takes a Context and yields observations and trials."""

    def declare(check: Check) -> Rule:
        scope = (frozenset(kinds), frozenset(levels), first_year, last_year)
        heeded = frozenset(heeds) | {Aspect.OUTLINE}
        return Rule(code, name, level, basis, check, *scope, claims, last, slow, compares, reads, heeded)

    return declare
