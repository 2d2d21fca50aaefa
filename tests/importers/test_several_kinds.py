"""Reports of different kinds in one file come apart too."""

from __future__ import annotations

from avstamt.importers.text import read_text
from avstamt.templates.catalogue import catalogue

ANNUAL = """Sammanfattande analys
Enheten når sina mål för 2023.
Uppföljning av Kommunfullmäktiges inriktningsmål
KF:s inriktningsmål:
1. Ett Stockholm som håller samman
Uppfylls helt
Uppföljning av ekonomi
Enheten har ett överskott på 200 tkr.
Övrigt
"""
PLAN = """Inledning
Verksamhetsbeskrivning
Enheten ger råd till invånare. Planen gäller 2024.
KF:s inriktningsmål:
1. Ett Stockholm som håller samman
Enhetsmål:
Besökarna får snabbt svar
Förväntat resultat
Alla får svar inom en dag.
Arbetssätt
Mottagningen har en telefon öppen hela dagen.
Uppföljning
Svarstiden följs varje månad.
Redovisning av ekonomi
Budget 2024
Övrigt
"""


def test_a_plan_behind_an_annual_report_is_a_report_of_its_own():
    made = [one.report.kind.value for one in read_text(ANNUAL + PLAN, "två.txt", catalogue())]
    assert made == ["VB", "VP"]


def test_an_introduction_without_goals_behind_it_opens_no_report():
    text = ANNUAL + "Inledning\nDet här är bara en rubrik i det sista avsnittet.\n"
    assert len(read_text(text, "en.txt", catalogue())) == 1
