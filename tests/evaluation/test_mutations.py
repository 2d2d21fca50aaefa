"""Slips planted in the shipped samples are found, harmless edits are left in peace; the whole is the command `mutations`."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from tests.builders import goal, indicator, report, text
from tests.evaluation.mutations.figures import amount, digit_changed, figures, moved, sign_turned
from tests.evaluation.mutations.harmless import HARMLESS
from tests.evaluation.mutations.model import Spot
from tests.evaluation.mutations.planting import Ground, disturb, grounds, plant, spots
from tests.evaluation.mutations.printing import shares, slips_text
from tests.evaluation.mutations.prose_sorts import parts
from tests.evaluation.mutations.sorts import SORTS
from tests.evaluation.mutations.telling import tellings
from tests.evaluation.mutations.walking import assign, replace_in

from avstamt.domain.finding import Evidence, Finding, Level
from avstamt.domain.place import Place, value_at
from avstamt.domain.text import Paragraph, RichText, Run
from avstamt.resources import resource
from avstamt.rules.engine import check
from avstamt.templates.catalogue import catalogue

SAMPLE = "verksamhetsberattelse-2024-utan-brister.avst"


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample")
    (folder / SAMPLE).write_bytes(resource("samples", SAMPLE).read_bytes())
    return grounds([folder], catalogue())


def finding(place: str, *evidence: Evidence) -> Finding:
    return Finding("X-1", "x", Level.TIP, "Det är fel.", Place.parse(place), evidence)


def test_there_are_at_least_25_sorts_and_each_says_where_it_can_be_planted():
    assert len({sort.name for sort in SORTS}) == len(SORTS) >= 25
    assert sum(sort.arithmetic for sort in SORTS) >= 10
    assert all(len(sort.plantable) >= 30 for sort in (*SORTS, *HARMLESS))


def test_nearly_all_arithmetic_slips_in_the_clean_sample_are_found(sample):
    sorts = [sort for sort in SORTS if sort.arithmetic]
    planted = list(plant(sorts, sample, catalogue(), count=32, seed=1))
    assert len(planted) == 32
    missed = [(one.sort.name, one.spot.what) for one in planted if not one.detected]
    assert len(missed) <= 0.1 * len(planted), missed


def test_most_textual_slips_in_the_clean_sample_are_found(sample):
    sorts = [sort for sort in SORTS if not sort.arithmetic]
    planted = list(plant(sorts, sample, catalogue(), count=36, seed=1))
    assert len(planted) == 36
    missed = [(one.sort.name, one.spot.what) for one in planted if not one.detected]
    assert len(missed) <= 0.2 * len(planted), missed


def test_no_harmless_edit_of_the_sample_raises_a_finding(sample):
    edits = list(disturb(HARMLESS, sample, catalogue(), count=40, seed=1))
    assert len(edits) == 40
    assert [(one.sort.name, one.findings) for one in edits if one.findings] == []


@pytest.mark.parametrize("sort", [*SORTS, *HARMLESS], ids=lambda sort: sort.name)
def test_every_planted_change_changes_the_report(sample, sort):
    for ground, spot in spots(sort, sample, Random(2))[:5]:  # noqa: S311 - chance, not a secret
        assert spot.change(ground.report) != ground.report


def test_a_slip_is_spoken_of_by_a_finding_at_it_or_one_that_quotes_what_contradicts_it():
    spot = Spot(
        Place.parse("goals/g1/indicators/i1"), "", lambda made: made, (Place.parse("sections/s1/text/blocks/b1"),)
    )
    assert spot.is_spoken_of_by(finding("goals/g1/indicators/i1/outcome"))
    assert spot.is_spoken_of_by(finding("goals/g2", Evidence(Place.parse("sections/s1/text/blocks/b1#0-4"), "…")))
    assert not spot.is_spoken_of_by(finding("goals/g1/indicators/i2"))
    assert not spot.is_spoken_of_by(finding(""))


def test_a_finding_that_was_there_before_detects_nothing():
    made = report(goal(id="g1", analysis="Texten är är skriven två gånger."), id="r1")
    ground = Ground("r", made, check(made, catalogue()).findings)
    unchanged = Spot(Place.parse("goals/g1/analysis"), "", lambda same: same)
    assert ground.findings
    assert ground.found(unchanged, catalogue()) == ()


def test_a_figure_told_of_an_indicator_is_found_where_a_reader_finds_it():
    rows = (indicator("Andel nöjda besökare", id="i1", outcome="86 %", previous="83 %", target="90 %"),)
    made = report(
        goal(id="g1", indicators=rows, analysis="Andelen nöjda besökare är 86 procent. I hallen hänger 83 kartor.")
    )
    assert [(one.cell, one.figure) for one in tellings(made)] == [("outcome", "86")]


def test_a_part_that_happens_to_be_last_years_figure_is_not_told_of_last_year():
    rows = (indicator("Andel nöjda besökare", id="i1", outcome="86 %", previous="83 %", target="90 %"),)
    apart = goal(
        id="g1", indicators=rows, analysis="Andelen nöjda besökare är 86 procent, i den norra hallen 83 procent."
    )
    looking_back = goal(id="g1", indicators=rows, analysis="Andelen nöjda besökare är 86 procent, mot 83 procent 2023.")
    assert [one.cell for one in tellings(report(apart))] == ["outcome"]
    assert [one.cell for one in tellings(report(looking_back))] == ["outcome", "previous"]


def test_parts_behind_varav_are_only_planted_where_they_come_to_more_than_the_whole():
    made = report(goal(id="g1", analysis="Av 59 besökare kom 59 igen, varav 41 fick råd och 18 visades vidare."))
    told = report(goal(id="g1", analysis="Mottagningen tog emot 59 besökare, varav 41 fick råd och 18 visades vidare."))
    assert not list(parts.spots(made, Random(1)))  # noqa: S311 - chance, not a secret
    for seed in range(20):
        for spot in parts.spots(told, Random(seed)):  # noqa: S311 - as above
            text = spot.change(told).goals[0].analysis.plain
            whole, *rest = (int(match[0]) for match in figures(text))
            assert sum(rest) > whole


def test_a_sort_with_few_places_is_planted_in_spare_grounds_too(sample):
    where = (*sample, *(replace(ground, spare=True) for ground in sample))
    few, many = (next(sort for sort in SORTS if sort.name == name) for name in ("riktningsord vänt", "stavfel"))
    assert {ground.spare for ground, _spot in spots(few, where, Random(1))} == {False, True}  # noqa: S311 - chance
    assert {ground.spare for ground, _spot in spots(many, where, Random(1))} == {False}  # noqa: S311 - chance


def test_an_edit_writes_over_characters_and_keeps_the_runs():
    block = Paragraph(id="b1", runs=(Run(text="Andelen är "), Run(text="86", bold=True), Run(text=" procent.")))
    made = report(goal(id="g1", analysis=RichText(blocks=(block,))))
    place = Place.parse("goals/g1/analysis/blocks/b1")
    changed = value_at(replace_in(place, 11, 13, "68")(made), place)
    assert [(run.text, run.bold) for run in changed.runs] == [
        ("Andelen är ", False),
        ("68", True),
        (" procent.", False),
    ]
    inserted = value_at(replace_in(place, 13, 13, ",5")(made), place)
    assert "".join(run.text for run in inserted.runs) == "Andelen är 86,5 procent."


def test_figures_are_changed_in_the_form_they_were_written():
    assert amount("−1 250,5") == -amount("1 250,5")
    assert sign_turned("−12") == "12"
    assert moved("-1 250", amount("1")) == "-1 249"
    assert all(amount(digit_changed("91 %", Random(seed))) != amount("91 %") for seed in range(20))  # noqa: S311 - as above


def test_the_table_tells_which_sorts_fall_short():
    made = report(goal(id="g1", analysis=text("Målet är uppfyllt helt.")), id="r1")
    ground = Ground("r", made, ())
    silent = [sort for sort in SORTS if sort.name == "dubblerat ord"]
    planted = list(plant(silent, (ground,), catalogue(), count=1, seed=1))
    assert [share.holds for share in shares(silent, planted)] == [all(one.detected for one in planted)]
    assert any("dubblerat ord" in line for line in slips_text(silent, planted, verbose=True))
    assert not shares(silent, [])[0].holds


def test_assigning_puts_a_value():
    made = report(goal(id="g1"), id="r1")
    assert assign(Place.parse("goals/g1/number"), "9.9")(made).goals[0].number == "9.9"
