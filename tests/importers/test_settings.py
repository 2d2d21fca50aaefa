"""The same report, set in any mixture of the known scars, is read back the same."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.importers.facts import facts
from tests.importers.reports import committee_report, unit_report
from tests.importers.typeset import Setting, typeset
from tests.importers.words import unexplained

from avstamt.domain.report import ReportKind
from avstamt.importers.text import read_text
from avstamt.templates.catalogue import Catalogue

REPORTS = {
    "VB enhet": unit_report(ReportKind.ANNUAL),
    "VB enhet 2016": unit_report(ReportKind.ANNUAL, 2016),
    "T2 enhet": unit_report(ReportKind.TERTIAL_2, 2026),
    "VP enhet": unit_report(ReportKind.PLAN),
    "T1 nämnd": committee_report(ReportKind.TERTIAL_1),
    "T2 nämnd": committee_report(ReportKind.TERTIAL_2, 2020),
    "VB nämnd": committee_report(ReportKind.ANNUAL, 2023),
}
SETTINGS = {
    "plain": Setting(),
    "every line followed by a blank one": Setting(doubled=True),
    "tab characters": Setting(tabs=True),
    "tab characters, paragraphs on one line": Setting(tabs=True, margin=0, tail=""),
    "no tab characters, paragraphs on one line": Setting(margin=0, tail=""),
    "no blank at line ends": Setting(tail=""),
    "lost icons leave no trace": Setting(marks=False, tail=""),
    "prefix on a line of its own": Setting(prefix_alone=True),
    "heads on one line": Setting(broken_heads=False),
    "values behind the name": Setting(values_apart=False),
    "running heads anywhere": Setting(page=37),
    "form feeds": Setting(page=41, form_feeds=True, doubled=True),
    "table of contents": Setting(contents=True),
    "table of contents with tab characters": Setting(contents=True, tabs=True, margin=0, tail=""),
    "line ends of Windows": Setting(line_end="\r\n"),
    "bullets of Word": Setting(bullet="\uf0b7 "),
}


@pytest.mark.parametrize("setting", SETTINGS.values(), ids=SETTINGS.keys())
@pytest.mark.parametrize("name", REPORTS)
def test_a_report_is_read_back_from_each_setting(name: str, setting: Setting, shipped: Catalogue) -> None:
    report = REPORTS[name]
    (found,) = read_text(typeset(report, setting), "rapport.txt", shipped)
    assert (found.report.kind, found.report.level, found.report.year) == (report.kind, report.level, report.year)
    assert sorted(facts(found.report)) == sorted(facts(report))


mixtures = st.builds(
    Setting,
    margin=st.sampled_from((0, 70, 92, 110)),
    tabs=st.booleans(),
    doubled=st.booleans(),
    tail=st.sampled_from((" ", "")),
    marks=st.booleans(),
    prefix_alone=st.booleans(),
    broken_heads=st.booleans(),
    values_apart=st.booleans(),
    page=st.sampled_from((0, 31, 44)),
    form_feeds=st.booleans(),
    contents=st.booleans(),
    line_end=st.sampled_from(("\n", "\r\n")),
    bullet=st.sampled_from(("- ", "• ", "\uf0b7 ")),
)
modest = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@modest
@given(setting=mixtures, name=st.sampled_from(sorted(REPORTS)))
def test_the_tables_and_goals_are_read_back_from_any_mixture(setting: Setting, name: str, shipped: Catalogue) -> None:
    report = REPORTS[name]
    (found,) = read_text(typeset(report, setting), "rapport.txt", shipped)
    kinds = ("mål", "bedömning", "indikator", "aktivitet", "tabell", "kolumner", "rad", "avsnitt")
    expected = sorted(fact for fact in facts(report) if fact[0] in kinds)
    assert sorted(fact for fact in facts(found.report) if fact[0] in kinds) == expected


@modest
@given(data=st.data(), setting=mixtures, name=st.sampled_from(sorted(REPORTS)))
def test_cut_and_shuffled_texts_are_read_without_losing_a_word(
    data: st.DataObject, setting: Setting, name: str, shipped: Catalogue
) -> None:
    lines = typeset(REPORTS[name], setting).split("\n")
    first = data.draw(st.integers(0, len(lines)), label="first")
    last = data.draw(st.integers(first, len(lines)), label="last")
    kept = lines[first:last]
    if data.draw(st.booleans(), label="shuffle"):
        data.draw(st.randoms(use_true_random=False), label="order").shuffle(kept)
    source = "\n".join(kept)
    missing, _, _ = unexplained(source, list(read_text(source, "bit.txt", shipped)))
    assert not missing


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(source=st.text(max_size=400) | st.text(alphabet="aÅä1 \t\n\f.,:%-–•()●\x00\xad", max_size=200))
def test_no_text_makes_the_reader_fail(source: str, shipped: Catalogue) -> None:
    assert read_text(source, "vad som helst.txt", shipped)
