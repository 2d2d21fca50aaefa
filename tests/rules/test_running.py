"""Rules run again on what has changed: always what a run on the whole gives, with less work."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import pairwise
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import shared_seeds
from tests.rules.examples import EXAMPLES
from tests.rules.random_edits import dice, donors, edited, merged, with_a_cell
from tests.strategies import reports

from avstamt.domain.place import Place, with_value
from avstamt.domain.report import Report
from avstamt.domain.text import RichText
from avstamt.importers.text import read_text
from avstamt.resources import resource
from avstamt.rules.catalogue import CATALOGUE
from avstamt.rules.changes import EVERYTHING, Aspect, changed
from avstamt.rules.check_settings import CheckSettings
from avstamt.rules.context import Context
from avstamt.rules.engine import Result, check
from avstamt.rules.keeping import Kept
from avstamt.rules.model import Outcome, Rule
from avstamt.rules.parts import frame, only, part_of, parts_of, telling
from avstamt.rules.running import Checks, Superseded
from avstamt.templates.catalogue import catalogue

LAW = settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
LOCAL = [rule for rule in CATALOGUE if rule.reads != "report"]


@lru_cache
def sample() -> Report:
    path = resource("samples", "verksamhetsberattelse-2024-enhet.txt")
    return read_text(path.read_text("utf-8"), path.name, catalogue())[0].report


def said(finding, report: Report | None = None):
    fix = finding.fix
    mended = fix.apply(report) if fix and report else None
    evidence = tuple((str(one.place), one.quote, one.source) for one in finding.evidence)
    mend = (fix.title, fix.safe, mended) if fix else None
    return finding.rule, str(finding.place), finding.level, finding.message, evidence, finding.advice, mend


def told(result: Result, report: Report):
    findings = [said(one, report) for one in result.findings], [said(one, report) for one in result.waived]
    return (*findings, result.coverage)


def outcomes_of_parts(rule: Rule, report: Report) -> list[tuple[tuple[str, ...], Outcome]]:
    kept = Kept()
    bare = frame(report, kept)
    alone = {
        part: only(report, part) if rule.reads == "part" else telling(report, part, bare) for part in parts_of(report)
    }
    return [(part, rule.run(Context(one, catalogue(), kept=kept))) for part, one in alone.items()]


def holds_part_by_part(rule: Rule, report: Report) -> bool:
    whole = rule.run(Context(report, catalogue()))
    parts = outcomes_of_parts(rule, report)
    in_place = all(part_of(finding.place) == part for part, outcome in parts for finding in outcome.findings)
    summed = Counter(str(said(finding)) for _part, outcome in parts for finding in outcome.findings)
    counts = sum(one.tried for _part, one in parts), sum(one.total for _part, one in parts)
    same = summed == Counter(str(said(finding)) for finding in whole.findings)
    return in_place and same and counts == (whole.tried, whole.total)


@pytest.mark.parametrize("rule", LOCAL, ids=lambda rule: rule.code)
def test_a_rule_that_reads_its_part_gives_part_by_part_what_it_gives_on_the_whole(rule):
    example = EXAMPLES[rule.code]
    others = [one.wrong for code, one in EXAMPLES.items() if code != rule.code and one.wrong.kind is example.wrong.kind]
    met = [example.wrong, example.right, merged(example.wrong, example.wrong), merged(example.wrong, example.right)]
    met += [merged(example.wrong, other) for other in dice(rule.code).sample(others, min(4, len(others)))] + [sample()]
    assert all(holds_part_by_part(rule, report) for report in met if rule.holds_for(report))


def tried_edits(rule: Rule) -> list[tuple[Report, Report]]:
    """Return reports that give the rule something to say, each before and after an edit that the rule does not heed."""
    random, (goals, sections, _reports) = dice(rule.code), donors(sample())
    wrong, right = EXAMPLES[rule.code].wrong, EXAMPLES[rule.code].right
    pairs = []
    for report in (wrong, merged(wrong, right), merged(sample(), wrong)):
        for _edit in range(6):
            after = with_a_cell(report, goals, sections, random)
            mended = {Aspect.TEXTS} if rule.reads == "text" else set()
            if not (aspects_changed(report, after) - mended) & rule.heeds:
                pairs.append((report, after))
    return pairs


def aspects_changed(before: Report, after: Report) -> frozenset[Aspect]:
    old, new = parts_of(before), parts_of(after)
    return frozenset().union(*(changed(old[part], new[part]) for part in old))


@pytest.mark.parametrize(
    "rule",
    [rule for rule in CATALOGUE if rule.heeds != EVERYTHING],
    ids=lambda rule: rule.code,
)
def test_what_a_rule_does_not_heed_does_not_change_what_it_finds(rule):
    for before, after in tried_edits(rule):
        old, new = parts_of(before), parts_of(after)
        touched = {part for part in old if old[part] != new[part]} if rule.reads == "text" else set()
        one, other = (rule.run(Context(report, catalogue())) for report in (before, after))
        elsewhere = [
            Counter(str(said(finding)) for finding in outcome.findings if part_of(finding.place) not in touched)
            for outcome in (one, other)
        ]
        assert elsewhere[0] == elsewhere[1]
        assert touched or (one.tried, one.total, one.unable) == (other.tried, other.total, other.unable)


def test_every_field_of_a_part_is_an_aspect_or_the_outline():
    goal = next(goal for goal in sample().goals if goal.analysis is not None)
    assert changed(goal, goal) == frozenset()
    assert changed(goal, None) == EVERYTHING
    assert changed(goal, goal.model_copy(update={"title": "Annat"})) == {Aspect.OUTLINE}
    assert changed(goal, goal.model_copy(update={"analysis": None})) == {Aspect.TEXTS, Aspect.OUTLINE}
    assert changed(goal, goal.model_copy(update={"wording": "Nås"})) == {Aspect.ASSESSMENTS}


@LAW
@given(reports())
def test_on_any_report_the_parts_give_what_the_whole_gives(report):
    assert not [rule.code for rule in LOCAL if rule.holds_for(report) and not holds_part_by_part(rule, report)]


@pytest.mark.shared
@pytest.mark.parametrize("path", shared_seeds(), ids=lambda path: path.stem)
def test_on_the_real_reports_the_parts_give_what_the_whole_gives(path):
    for made in read_text(path.read_text("utf-8"), path.name, catalogue()):
        rules = [rule for rule in LOCAL if rule.holds_for(made.report)]
        assert not [rule.code for rule in rules if not holds_part_by_part(rule, made.report)]


@pytest.mark.parametrize("seed", range(10))
def test_after_any_edits_the_result_is_that_of_a_run_on_the_whole(seed):
    random, pool = dice(seed), donors(sample())
    report = merged(*(random.choice(list(EXAMPLES.values())).wrong for _ in range(2)))
    assert_same_after_edits(report, random, pool, steps=12)


def test_after_edits_of_a_long_report_the_result_is_that_of_a_run_on_the_whole():
    assert_same_after_edits(sample(), dice(1), donors(), steps=10)


@pytest.mark.shared
@pytest.mark.parametrize("path", shared_seeds()[1:3], ids=lambda path: path.stem)
def test_after_edits_of_a_real_report_the_result_is_that_of_a_run_on_the_whole(path):
    report = read_text(path.read_text("utf-8"), path.name, catalogue())[0].report
    assert_same_after_edits(report, dice(path.stem), donors(report), steps=5)


def assert_same_after_edits(report: Report, random: Random, pool, steps: int) -> None:
    checks = Checks(catalogue())
    checks.run(report)
    for _step in range(steps):
        report = edited(report, random, pool)
        assert told(checks.run(report), report) == told(check(report, catalogue()), report)


@LAW
@given(reports(), reports(), st.booleans())
def test_one_report_after_another_gives_what_each_gives_by_itself(one, other, slow):
    checks = Checks(catalogue())
    for report in (one, other, one.model_copy(update={"goals": other.goals}), one):
        assert told(checks.run(report, slow=slow), report) == told(check(report, catalogue(), slow=slow), report)


def test_another_report_to_compare_with_is_compared_with():
    checks = Checks(catalogue())
    for code in ("JMF-101", "JMF-122"):
        example = EXAMPLES[code]
        for earlier in (None, example.earlier, None):
            result = checks.run(example.wrong, earlier)
            assert told(result, example.wrong) == told(check(example.wrong, catalogue(), earlier), example.wrong)


def test_other_settings_hold_at_once():
    checks = Checks(catalogue())
    for size in (5, 50, 5):
        limits = CheckSettings(small_group=size)
        assert told(checks.run(sample(), settings=limits), sample()) == told(
            check(sample(), catalogue(), settings=limits), sample()
        )


def test_what_a_quick_run_left_out_is_there_in_the_next():
    checks = Checks(catalogue())
    for slow in (True, False, True, False, False, True):
        assert told(checks.run(sample(), slow=slow), sample()) == told(
            check(sample(), catalogue(), slow=slow), sample()
        )


def test_a_run_that_is_given_up_leaves_the_next_one_right():
    checks = Checks(catalogue())
    checks.run(sample())
    place = Place.of("goals", sample().goals[0].id, "analysis")
    first, second = (with_value(sample(), place, value) for value in (None, RichText()))
    answers = iter([False] * 40 + [True])
    with pytest.raises(Superseded):
        checks.run(first, is_superseded=lambda: next(answers))
    assert told(checks.run(second), second) == told(check(second, catalogue()), second)


def test_a_rule_of_its_own_part_is_run_on_what_has_changed_and_no_more():
    seen: list[int] = []

    def counted(rule: Rule) -> Rule:
        def check_(context: Context):
            seen.append(len(context.report.goals) + len(context.report.sections))
            return rule.check(context)

        return Rule(rule.code, rule.name, rule.level, rule.basis, check_, reads=rule.reads)

    checks = Checks(catalogue(), [counted(rule) for rule in CATALOGUE if rule.code == "IND-101"])
    titles = ["A", "B", "C"]
    made = [sample()]
    for title in titles:
        made.append(with_value(made[-1], Place.of("goals", sample().goals[0].id, "title"), title))
    for report in made:
        checks.run(report)
    whole = len(sample().goals) + len(sample().sections)
    assert seen == [whole, 1, 1, 1]
    assert all(one != other for one, other in pairwise(made))
