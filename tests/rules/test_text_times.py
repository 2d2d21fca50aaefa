"""Words of time that the report's year speaks against, and those that it does not."""

from __future__ import annotations

import pytest
from tests.builders import report, section, text

from avstamt.domain.report import ReportKind
from avstamt.rules.engine import check
from avstamt.rules.text_times import TIME_TEXT_RULES
from avstamt.templates.catalogue import catalogue


def codes(sentence: str, kind: ReportKind = ReportKind.ANNUAL) -> list[str]:
    made = report(kind=kind, sections=(section(key="summary", text=text(sentence)),))
    return [one.rule for one in check(made, catalogue(), rules=TIME_TEXT_RULES).findings]


@pytest.mark.parametrize(
    "sentence",
    [
        "Resultatet följs upp i tertialrapport 3.",
        "I tertialrapport tre återkommer nämnden med en bedömning.",
        "Utfallet per tertial 3 är 84 procent.",
        "Insatserna redovisas samlat i tertial 3.",
    ],
)
def test_a_third_tertial_report_is_found(sentence):
    assert codes(sentence) == ["TID-121"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Arbetet fortsätter under tertial 3.",
        "Tertial 3 är den tid då flest söker stöd.",
        "Nämnden har lämnat två tertialrapporter, tre uppföljningar och en plan.",
        "I tertialrapport 2 lämnades en prognos.",
        "Tre tertialrapporter har granskats.",
        "Under tertial 3,5 procent fler besök.",
    ],
)
def test_work_in_the_last_third_of_the_year_is_let_be(sentence):
    assert codes(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Kommande år 2024 fortsätter arbetet med nya rutiner.",
        "Inför nästa år, 2024, planeras en ny mottagning.",
        "Nästa år (2023) införs ett nytt system.",
        "Under innevarande år 2023 har enheten bytt lokal.",
        "Föregående år 2024 var ett år av förändring.",
        "Förra året (2024) startade gruppen.",
    ],
)
def test_a_year_that_its_word_cannot_be_said_of_is_found(sentence):
    assert codes(sentence) == ["TID-122"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kommande år 2025 fortsätter arbetet med nya rutiner.",
        "Kommande år väntas fler söka sig hit än 2024.",
        "Kommande år 2024–2026 samlas insatserna i ett program.",
        "I verksamhetsplanen 2023 beskrevs kommande år 2024 som ett prövande år.",
        "Hösten 2023 planerades bemanningen inför nästa år, 2024.",
        "Förra året, 2023, startade gruppen.",
        "Föregående år 2022 jämförs inte, eftersom mätningen gjordes om.",
        "Under innevarande år 2024 har enheten bytt lokal.",
        "I år har 2024 personer besökt mottagningen.",
    ],
)
def test_a_year_that_agrees_or_is_told_from_another_is_let_be(sentence):
    assert codes(sentence) == []


def test_a_plan_may_call_its_own_year_the_coming_one():
    assert codes("Kommande år 2024 fortsätter arbetet.", ReportKind.PLAN) == []
