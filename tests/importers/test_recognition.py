"""What a report is: told by its title, else by its tables, else by its words, and never without saying that it is a guess."""

from __future__ import annotations

import pytest

from avstamt.importers.lines import split_lines
from avstamt.importers.recognition import identify

FORECAST = "Indikator Periodens utfall Utfall VB {previous} Prognos helår Årsmål KF:s årsmål Period\n"
ANNUAL = "Indikator Periodens utfall Utfall VB {previous} Årsmål KF:s årsmål Period\n"
PLAN = "Indikator Årsmål KF:s årsmål Periodicitet\n"
UNIT = "Enhetsmål: Alla bygger\n"


@pytest.mark.parametrize(
    ("source", "name", "expected"),
    [
        ("Tertialrapport 1 2024 för Kulturnämnden\nFörslag till beslut\n", "", ("T1", "nämnd", 2024, "Kulturnämnden")),
        ("Tertialrapport Tertial 2 2020 för Kulturnämnden\n", "", ("T2", "nämnd", 2020, "Kulturnämnden")),
        ("Verksamhetsberättelse 2026 för Verkstadsenheten\n" + UNIT, "", ("VB", "enhet", 2026, "Verkstadsenheten")),
        (
            "Verksamhetsplan 2018\n" + UNIT + "Verkstadsenheten Verkstadsenheten Verkstadsenheten",
            "",
            ("VP", "enhet", 2018, "Verkstadsenheten"),
        ),
        (UNIT + FORECAST.format(previous=2022) + "Antal 1 2 3 4 5 Tertial 2 2023\n", "", ("T2", "enhet", 2023, "")),
        (UNIT + FORECAST.format(previous=2022) + "Riktvärde 33,3 %\n", "", ("T1", "enhet", 2023, "")),
        (UNIT + ANNUAL.format(previous=2017), "verksamhetsplan-2011.txt", ("VB", "enhet", 2018, "")),
        (UNIT + PLAN + "Måla 2025-01-01 2025-12-31\n", "", ("VP", "enhet", 2025, "")),
        (UNIT + "Analys\nBra.\n", "verksamhetsberattelse_2019_enhet.txt", ("VB", "enhet", 2019, "")),
        ("Nämndmål: 1.1.1 Alla bygger\nNämnden bygger.\n", "tertialrapport-2-2022.txt", ("T2", "nämnd", 2022, "")),
    ],
)
def test_a_report_is_recognised(source: str, name: str, expected: tuple[str, str, int, str]) -> None:
    found = identify(split_lines(source), name)
    assert (found.kind.value, found.level.value, found.year, found.organisation) == expected


def test_a_units_name_is_the_phrase_that_stands_oftenest_cut_before_its_verb() -> None:
    text = (
        UNIT
        + "Enheten för hantverk och slöjd har vuxit. Vid enheten för hantverk och slöjd arbetar tio. Enheten för trä är ny."
    )
    assert identify(split_lines(text), "").organisation == "Enheten för hantverk och slöjd"


def test_a_units_committee_is_the_district_its_goals_name() -> None:
    text = UNIT + "Nämndmål:\nNorra holmens stadsdelsområde är tryggt\nÖstbergas stadsdelsförvaltning hjälper till.\n"
    assert (
        identify(split_lines(text.replace("Norra holmens", "Nordholmens")), "").committee
        == "Nordholmens stadsdelsnämnd"
    )


def test_guesses_are_told() -> None:
    found = identify(split_lines("Bara en rad utan något."), "okänd.txt")
    assert len(found.doubts) == 4
