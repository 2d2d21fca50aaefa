"""The catalogue finds the template, KF's goals and the indicator that a report asks for."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from avstamt.domain.indicator import Direction
from avstamt.domain.report import OrganisationLevel, ReportKind
from avstamt.templates.catalogue import Catalogue, catalogue, load_catalogue
from avstamt.templates.faults import TemplateMissing
from avstamt.templates.indicators import normal_name

VB, UNIT, COMMITTEE = ReportKind.ANNUAL, OrganisationLevel.UNIT, OrganisationLevel.COMMITTEE


@pytest.mark.parametrize(
    ("year", "first_year"), [(2010, 2016), (2016, 2016), (2018, 2016), (2021, 2019), (2024, 2023), (2040, 2023)]
)
def test_the_template_of_the_year_is_found_or_the_nearest(year, first_year):
    assert catalogue().template(VB, UNIT, year).first_year == first_year


@pytest.mark.parametrize("kind", ReportKind)
@pytest.mark.parametrize("level", OrganisationLevel)
def test_every_kind_and_level_has_a_template(kind, level):
    template = catalogue().template(kind, level, 2024)
    assert (template.kind, template.level) == (kind, level)


def test_without_a_template_the_catalogue_says_so():
    with pytest.raises(TemplateMissing, match="Det finns ingen mall för VB på nivån nämnd"):
        Catalogue((), (), ()).template(VB, COMMITTEE, 2024)


def test_no_year_has_two_templates_or_two_mandates():
    shipped = catalogue()
    for year in range(2010, 2035):
        assert sum(mandate.first_year <= year <= mandate.last_year for mandate in shipped.years) <= 1
        for kind in ReportKind:
            for level in OrganisationLevel:
                fitting = [
                    t for t in shipped.templates if (t.kind, t.level) == (kind, level) and not t.years_from(year)
                ]
                assert len(fitting) <= 1


def test_the_years_of_an_unknown_mandate_are_none():
    assert catalogue().city_years(1999) is None
    assert catalogue().city_years(2018) is None


@pytest.mark.parametrize(
    "printed",
    [
        "Sjukfrånvaro dag 1-14",
        "sjukfrånvaro dag 1–14",
        "  Sjuk-\nfrånvaro dag 1 - 14. ",
        "Sjukfrånvaro dag 1-14 (Enheten för stöd).",
    ],
)
def test_an_indicator_is_found_as_it_is_printed(printed):
    found = catalogue().indicator(printed)
    assert found is not None
    assert found.name == "Sjukfrånvaro dag 1-14"


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Andel ungdomar som har fullföljt sin ungdomstjänst", "(Framtid Stockholm)"),
        (
            (
                "Andel kunder med minderåriga/hemmavarande barn som i hög grad anser att insatsen haft betydelse ur barnens "
                "perspektiv (Familjerådgivning en)."
            ),
            "(Familjerådgivningen)",
        ),
        ("Antal familjer med barn som saknar stadigvarande bostad", "(IoF)"),
    ],
)
def test_brackets_at_the_end_may_be_missing_or_broken(printed, name):
    found = catalogue().indicator(printed)
    assert found is not None
    assert found.name.endswith(name)


def test_a_whole_name_goes_before_one_without_its_brackets():
    debt = "Andel personer som själva upplever att de får en förbättrad situation av insatserna de fått från socialtjänsten"
    found = catalogue().indicator(f"{debt} (vuxna missbruk)")
    assert found is not None
    assert found.name.endswith("(vuxna missbruk)")


@pytest.mark.parametrize("printed", ["", "  ", "()", "Antal solsken", "Sjukfrånvaro dag 15-90"])
def test_an_unknown_name_is_none(printed):
    assert catalogue().indicator(printed) is None


def test_every_name_and_variant_leads_to_its_own_entry():
    shipped = catalogue()
    seen: dict[str, str] = {}
    for entry in shipped.indicators:
        for name in (entry.name, *entry.variants):
            assert shipped.indicator(name) is entry
            assert seen.setdefault(normal_name(name), entry.name) == entry.name


@pytest.mark.parametrize(
    ("name", "direction"),
    [
        ("Sjukfrånvaro", Direction.LOWER),
        ("Antal hemlösa", Direction.LOWER),
        ("Köpt energi i stadens organisation", Direction.LOWER),
        ("Klimatpåverkan från upphandlade livsmedel och måltider", Direction.LOWER),
        ("Ledarskapsindex", Direction.HIGHER),
        ("Nämndens prognossäkerhet T2", Direction.NEAR),
        ("Antal personer som utsatts för våld i nära relation som är kända av socialtjänsten", None),
    ],
)
def test_the_direction_is_known_where_it_can_be_told(name, direction):
    found = catalogue().indicator(name)
    assert found is not None
    assert found.direction is direction


def test_a_share_is_counted_in_per_cent_or_is_an_index_and_a_count_in_pieces():
    for entry in catalogue().indicators:
        assert entry.unit in ({"%", ""} if entry.share else {"st", "%", "GWh", "kg CO2 per kg livsmedel"}), entry.name
        assert entry.years, entry.name
        assert entry.source, entry.name
        if entry.name.startswith("Antal "):
            assert (entry.unit, entry.share) == ("st", False), entry.name
        if entry.name.startswith("Andel "):
            assert (entry.unit, entry.share) == ("%", True), entry.name


@pytest.mark.shared
def test_every_indicator_of_the_labelled_reports_is_known(seeds):
    gold = sorted((Path(seeds[0]).parents[1] / "gold").glob("*.struktur.json"))
    names = {row["name"] for path in gold for row in json.loads(path.read_text(encoding="utf-8"))["indicators"]}
    unknown = sorted(name for name in names if catalogue().indicator(name) is None)
    assert names
    assert unknown == []


def test_the_shipped_catalogue_loads_quickly():
    from avstamt.resources import resource

    best = min(_seconds(lambda: load_catalogue(resource())) for _ in range(3))
    assert best < 0.5  # 0.03 s on two cores; wide, so that a busy machine does not fail


def _seconds(work) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
