"""Correct rows of indicators: targets in words, empty sexes, means, rounding, counts that do not split evenly."""

from __future__ import annotations

from functools import partial
from typing import Any

from tests.builders import indicator, text
from tests.rules.correct.grounds import NAMND_T1, NAMND_T2, NAMND_VB, OPENING, UNIT_VB, Ground, tree

from avstamt.domain.report import Report


def row(kind: dict[str, Any], year: int, name: str, **cells: str) -> Ground:
    """Return a ground whose goal has this row; the passage is the row's analysis, empty where there is none."""
    return partial(_row, kind, year, name, cells)


def _row(kind: dict[str, Any], year: int, name: str, cells: dict[str, str], passage: str) -> Report:
    cells = {"period": str(year)} | cells
    fields: dict[str, Any] = {"analysis": text(passage)} if passage else {}
    return tree("Verksamheten utvecklas", text(OPENING), (indicator(name, **cells, **fields),), year=year, **kind)


CASES = (
    (row(UNIT_VB, 2019, "Andel nöjda besökare", outcome="91 %", outcome_men="90 %", outcome_women="91 %", previous="91 %",
         target="90 %", city_target=""), ("",)),
    (row(UNIT_VB, 2019, "Andel nöjda besökare", outcome="90 %", outcome_men="90 %", outcome_women="90 %", previous="89 %",
         target="öka", city_target="öka"), ("",)),
    (row(UNIT_VB, 2018, "Andel nöjda besökare", outcome="84 %", previous="86 %", target="minst 80 %", city_target=""), ("",)),
    (row(NAMND_VB, 2016, "Antal besök på museerna", outcome="402 113", previous="398 020", target="400 000", city_target="400 000"), ("",)),
    (row(NAMND_VB, 2017, "Antal personer som fått budgetrådgivning", outcome="311 st", outcome_men="150 st", outcome_women="161 st",
         previous="290 st", target="300 st", city_target=""), ("",)),
    (row(NAMND_VB, 2020, "Genomsnittlig väntetid till simskola, veckor", outcome="6,5", previous="7,1", target="7", city_target=""), ("",)),
    (row(NAMND_VB, 2021, "Nämndens prognossäkerhet T2", outcome="-0,6 %", previous="0,4 %", target="+/-1 %", city_target="+/-1 %"), ("",)),
    (row(NAMND_VB, 2022, "Nämndens budgetföljsamhet efter resultatöverföringar", outcome="99,6 %", previous="100,1 %",
         target="100 %", city_target="100 %"), ("",)),
    (row(NAMND_VB, 2023, "Elförbrukning per kvadratmeter", outcome="42 kWh", previous="44 kWh", target="43 kWh", city_target=""), ("",)),
    (row(UNIT_VB, 2021, "Sjukfrånvaro", outcome="5,0 %", outcome_men="5,0 %", outcome_women="5,0 %", previous="5,6 %", target="5,5 %",
         city_target="5 %"), ("",)),
    (row(UNIT_VB, 2022, "Andel elever med gymnasiebehörighet", outcome="", previous="", target="90 %", city_target="89 %"),
     ("Skolan har ännu inga elever i årskurs 9, så utfall saknas.", "Mätningen har utgått och ingen uppgift finns för året.")),
    (row(NAMND_T1, 2019, "Andel nöjda föräldrar", outcome="", previous="85 %", forecast="86 %", target="86 %", city_target="87 %"), ("",)),
    (row(NAMND_T2, 2021, "Antal markanvisade bostäder", outcome="4 120", previous="8 310", forecast="8 000", target="8 000",
         city_target="8 000", period="Tertial 2 2021"), ("",)),
    (row(NAMND_T2, 2020, "Andel stockholmare som är nöjda med skötsel av park", outcome="71 %", previous="69 %", forecast="70 %",
         target="70 %", city_target="70 %"), ("",)),
    (row(NAMND_T1, 2023, "Antal tillhandahållna platser för feriejobb", outcome="0 st", previous="210 st", forecast="200 st",
         target="200 st", city_target="9 000 st", period="Tertial 1 2023"), ("",)),
    (row(UNIT_VB, 2024, "Index Bra arbetsgivare", outcome="84", outcome_men="85", outcome_women="84", previous="82", target="83",
         city_target="84"), ("",)),
    (row(NAMND_VB, 2015, "Stockholmarnas nöjdhet med renhållning", outcome="68 %", outcome_men="69 %", outcome_women="67 %",
         previous="64 %", target="65 %", city_target="65 %"), ("",)),
    (row(NAMND_VB, 2018, "Antal genomförda inspektioner", outcome="1 240", previous="612", target="1 200", city_target=""), ("",)),
    (row(NAMND_VB, 2019, "Andel upphandlade avtal med klausul om insyn", outcome="100 %", previous="100 %", target="100 %",
         city_target="100 %"), ("",)),
    (row(UNIT_VB, 2020, "Andel nöjda gäster", outcome="78 %", outcome_men="", outcome_women="", previous="77 %", target="75-80 %",
         city_target=""), ("",)),
    (row(NAMND_VB, 2022, "Antal döda och svårt skadade i trafiken", outcome="58", outcome_men="36", outcome_women="22", previous="63",
         target="60", city_target="60"), ("",)),
    (row(NAMND_VB, 2024, "Andel bostäder som byggs med träkonstruktion", outcome="7,4 %", previous="5,1 %", target="7 %",
         city_target="Fastställs 2025"), ("",)),
    (row(UNIT_VB, 2017, "Andel personal som kan rekommendera sin arbetsplats", outcome="66 %", previous="", target="65 %",
         city_target=""), ("",)),
    (row(NAMND_VB, 2023, "Andel barn i behov av särskilt stöd", outcome="9 %", outcome_men="11 %", outcome_women="7 %", previous="9 %",
         target="", city_target=""), ("Indikatorn är ny och har inget årsmål.",)),
)  # fmt: skip
