"""Runs the rules on a report: findings in document order, those set aside by waivers, and what could be tried."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from avstamt.domain.finding import Coverage, Finding
from avstamt.domain.report import Report
from avstamt.domain.review import waiver_of
from avstamt.rules.catalogue import CATALOGUE
from avstamt.rules.check_settings import CheckSettings
from avstamt.rules.context import Context
from avstamt.rules.coverage import coverage
from avstamt.rules.model import Outcome, Rule
from avstamt.rules.order import document_order
from avstamt.templates.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Result:
    """What a run gave: findings in document order, the findings that waivers set aside, and the coverage."""

    findings: tuple[Finding, ...]
    waived: tuple[Finding, ...]
    coverage: Coverage


def check(
    report: Report,
    catalogue: Catalogue,
    earlier: Report | None = None,
    rules: Sequence[Rule] = CATALOGUE,
    *,
    slow: bool = True,
    settings: CheckSettings | None = None,
) -> Result:
    """Return what `rules` find in the report; rules that do not hold for its kind, level or year are not run.

    Without `slow` the rules that need the dictionary are left out: what they said stands until they are run again.
    """
    context = Context(report, catalogue, earlier, settings=settings or CheckSettings())
    rules = [rule for rule in rules if slow or not rule.slow]
    ran = _run([rule for rule in rules if not rule.last], context)
    seen = frozenset((finding.rule, finding.place) for _rule, outcome in ran for finding in outcome.findings)
    after = replace(context, rules=_codes(report, rules), found=seen)
    ran += _run([rule for rule in rules if rule.last], after)
    findings = _in_order(report, [finding for _rule, outcome in ran for finding in outcome.findings])
    aside = [waiver_of(finding, report.waivers) is not None for finding in findings]
    return Result(
        tuple(finding for finding, set_aside in zip(findings, aside, strict=True) if not set_aside),
        tuple(finding for finding, set_aside in zip(findings, aside, strict=True) if set_aside),
        coverage(ran),
    )


def _run(rules: Sequence[Rule], context: Context) -> list[tuple[Rule, Outcome]]:
    return [(rule, rule.run(context)) for rule in rules if rule.holds_for(context.report)]


def _codes(report: Report, rules: Sequence[Rule]) -> frozenset[str]:
    """Return the codes that a waiver may be held against: of the rules given, and of rules that no longer exist.

    A waiver of a rule that compares waits for the report it was compared with.
    """
    gone = {waiver.rule for waiver in report.waivers} - {rule.code for rule in CATALOGUE}
    return frozenset(gone.union(rule.code for rule in rules if not rule.compares))


def _in_order(report: Report, findings: list[Finding]) -> list[Finding]:
    order = document_order(report)
    return sorted(findings, key=lambda finding: (order(finding.place), finding.rule, finding.message))
