"""Runs the rules again and again on a report that is being written: only what can have changed is run again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from avstamt.domain.report import Report
from avstamt.rules.catalogue import CATALOGUE
from avstamt.rules.changes import EVERYTHING, Aspect, Aspects, changed
from avstamt.rules.check_settings import CheckSettings
from avstamt.rules.context import Context
from avstamt.rules.engine import Result, finished, first_rules
from avstamt.rules.keeping import Kept
from avstamt.rules.model import Outcome, Rule
from avstamt.rules.parts import Frame, PartKey, about, frame, only, part_of, parts_of, telling
from avstamt.templates.catalogue import Catalogue

_MOST_PARTS = 6
"""Where more parts than this have changed, the rules are run on the whole report."""


class Superseded(Exception):
    """A run was given up, because a newer one is waiting."""


class _Side:
    """What rules give on a report of one part, each rule's outcome kept."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._outcomes: dict[str, Outcome] = {}

    def run(self, rule: Rule) -> Outcome:
        """Return the rule's outcome."""
        if rule.code not in self._outcomes:
            self._outcomes[rule.code] = rule.run(self._context)
        return self._outcomes[rule.code]


_Sides = dict[tuple[str, PartKey], _Side]


@dataclass(frozen=True)
class _Past:
    """The run before: its report and settings, what each rule gave, and the sides that it made of what had changed."""

    report: Report
    settings: CheckSettings
    frame: Frame
    outcomes: Mapping[str, Outcome]
    earlier: Report | None = None
    sides: _Sides = field(default_factory=dict)


class Checks:
    """Runs the rules on one report after the other, with the same result as `check` and the work of what has changed.

    A rule that reads its own part only, or the texts of its own part against the tables of all, is run on the parts
    that have changed, as they were and as they are: what it gave on the whole is mended by the difference. Other rules
    are run on the whole report, where something has changed that they heed. It is for one thread at a time.
    """

    def __init__(self, catalogue: Catalogue, rules: Sequence[Rule] = CATALOGUE) -> None:
        self._catalogue = catalogue
        self._rules = rules
        self._kept = Kept()
        self._past: _Past | None = None

    def run(
        self,
        report: Report,
        earlier: Report | None = None,
        *,
        slow: bool = True,
        settings: CheckSettings | None = None,
        is_superseded: Callable[[], bool] = lambda: False,
    ) -> Result:
        """Return what `check` returns; raises Superseded between two rules where the run is no longer wanted."""
        context = Context(report, self._catalogue, earlier, settings=settings or CheckSettings(), kept=self._kept)
        run = _Run(context, frame(report, self._kept), self._past)
        ran: list[tuple[Rule, Outcome]] = []
        for rule in first_rules(report, self._rules, slow=slow):
            if is_superseded():
                raise Superseded
            ran.append((rule, run.outcome(rule)))
        self._past = run.as_past({rule.code: outcome for rule, outcome in ran})
        self._kept.turn()
        return finished(context, self._rules, ran, slow=slow)


class _Run:
    """One run, with what it can take over from the run before."""

    def __init__(self, context: Context, bare: Frame, past: _Past | None) -> None:
        self._context = context
        self._frame = bare
        self._past = past
        self._touched = _touched(past, context)
        self._changed = _changed(past, context, self._touched or ())
        self._sides: _Sides = {}
        self._old_sides = past.sides if past is not None else {}

    def outcome(self, rule: Rule) -> Outcome:
        """Return what a rule gives on the report, worked out from what it gave before where that can be done."""
        before = self._past.outcomes.get(rule.code) if self._past is not None else None
        if before is None or self._past is None or self._touched is None or before.unable:
            return rule.run(self._context)
        if self._is_same(self._past):
            return before
        heeded = self._changed & rule.heeds
        if not heeded and rule.reads != "text":
            return before
        if rule.reads == "report" or (rule.reads == "text" and heeded - {Aspect.TEXTS}):
            return rule.run(self._context)
        for part in self._touched:
            old = self._was(self._past, rule, part) if rule.claims else None
            new = self._side(self._sides, self._context.report, self._frame, rule, part)
            before = _mended(before, part, old, new)
        return before

    def _was(self, past: _Past, rule: Rule, part: PartKey) -> Outcome:
        """Return what a rule gave on a part as it was: only how many claims it met cannot be read off its findings."""
        return self._side(self._old_sides, past.report, past.frame, rule, part)

    def as_past(self, outcomes: Mapping[str, Outcome]) -> _Past:
        """Return this run as the one before the next; outcomes of rules that were left out are forgotten."""
        sides = self._sides if self._past is None or not self._is_same(self._past) else self._past.sides
        context = self._context
        return _Past(context.report, context.settings, self._frame, outcomes, context.earlier, sides)

    def _is_same(self, past: _Past) -> bool:
        """Tell whether the run before read the very same."""
        context = self._context
        same = past.report is context.report and past.earlier is context.earlier
        return same and past.settings == context.settings

    def _side(self, sides: _Sides, report: Report, bare: Frame, rule: Rule, part: PartKey) -> Outcome:
        key = (rule.reads, part)
        if key not in sides:
            read = only(report, part) if rule.reads == "part" else telling(report, part, bare)
            alone = parts_of(report).get(part) if rule.reads == "part" else None
            base = self._context
            made = Context(read, base.catalogue, settings=base.settings, kept=base.kept, alone=alone)
            sides[key] = _Side(made)
        return sides[key].run(rule)


def _touched(past: _Past | None, context: Context) -> tuple[PartKey, ...] | None:
    """Return the parts that differ from the run before, None where everything is to be run."""
    if past is None or past.settings != context.settings or about(past.report) != about(context.report):
        return None
    old, new = parts_of(past.report), parts_of(context.report)
    keys = dict.fromkeys((*old, *new))
    touched = tuple(key for key in keys if old.get(key) is not new.get(key) and old.get(key) != new.get(key))
    return touched if len(touched) <= _MOST_PARTS else None


def _changed(past: _Past | None, context: Context, touched: Sequence[PartKey]) -> Aspects:
    """Return what has changed since the run before: everything, where that is more than what stands in some parts."""
    if past is None or past.earlier is not context.earlier or past.report.waivers != context.report.waivers:
        return EVERYTHING
    old, new = parts_of(past.report), parts_of(context.report)
    if list(old) != list(new):
        return EVERYTHING
    return frozenset().union(*(changed(old[part], new[part]) for part in touched))


def _mended(before: Outcome, part: PartKey, old: Outcome | None, new: Outcome) -> Outcome:
    """Return the outcome on the whole, with what the part gave before replaced by what it gives now.

    Claims are counted where it is told how many the part had before: of other rules nobody asks.
    """
    others = tuple(finding for finding in before.findings if part_of(finding.place) != part)
    if old is None:
        return replace(before, findings=others + new.findings)
    tried = before.tried - old.tried + new.tried
    return Outcome(others + new.findings, tried, before.total - old.total + new.total, before.unable)
