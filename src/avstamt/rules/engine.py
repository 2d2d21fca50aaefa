"""Runs the rules on a report: findings in document order, those set aside by waivers, and what could be tried."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
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
    with _without_collecting():
        ran = [(rule, rule.run(context)) for rule in first_rules(report, rules, slow=slow)]
        return finished(context, rules, ran, slow=slow)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Let Python look for no cycles meanwhile: rules make none, and to look through all that they keep is a sixth of the time.

    Nor does it at once afterwards: frozen and let go again, what was made is among what is seldom looked through.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not gc.get_freeze_count():  # what a process has frozen for good stays so
                gc.freeze()
                gc.unfreeze()
            gc.enable()


def first_rules(report: Report, rules: Sequence[Rule], *, slow: bool) -> list[Rule]:
    """Return the rules that are to be run on the report before those that read what the others found."""
    return [rule for rule in rules if not rule.last and (slow or not rule.slow) and rule.holds_for(report)]


def finished(context: Context, rules: Sequence[Rule], ran: Sequence[tuple[Rule, Outcome]], *, slow: bool) -> Result:
    """Return the result of a run: `ran` with what the last rules find, in order, and what waivers set aside apart."""
    report = context.report
    seen = frozenset((finding.rule, finding.place) for _rule, outcome in ran for finding in outcome.findings)
    codes = _codes(report, [rule for rule in rules if slow or not rule.slow])
    after = replace(context, rules=codes, found=seen)
    last = [(rule, rule.run(after)) for rule in rules if rule.last and rule.holds_for(report)]
    findings = _in_order(context, [finding for _rule, outcome in (*ran, *last) for finding in outcome.findings])
    aside = [waiver_of(finding, report.waivers) is not None for finding in findings]
    return Result(
        tuple(finding for finding, set_aside in zip(findings, aside, strict=True) if not set_aside),
        tuple(finding for finding, set_aside in zip(findings, aside, strict=True) if set_aside),
        coverage((*ran, *last)),
    )


def _codes(report: Report, rules: Sequence[Rule]) -> frozenset[str]:
    """Return the codes that a waiver may be held against: of the rules given, and of rules that no longer exist.

    A waiver of a rule that compares waits for the report it was compared with.
    """
    gone = {waiver.rule for waiver in report.waivers} - {rule.code for rule in CATALOGUE}
    return frozenset(gone.union(rule.code for rule in rules if not rule.compares))


def _in_order(context: Context, findings: list[Finding]) -> list[Finding]:
    order = document_order(context.report, context.kept)
    return sorted(findings, key=lambda finding: (order(finding.place), finding.rule, finding.message))
