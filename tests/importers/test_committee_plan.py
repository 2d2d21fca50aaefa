"""A nämnd's plan: text under KF's goals without labels, the economy's own section, the budget by area."""

from __future__ import annotations

from decimal import Decimal

import pytest

from avstamt.domain.economy import RowRole
from avstamt.domain.text import block_text
from avstamt.importers.model import Import
from avstamt.importers.text import read_text
from avstamt.rules.engine import check
from avstamt.templates.catalogue import Catalogue

PLAN = """Verksamhetsplan 2025 för Södra strandens stadsdelsnämnd

Inledning

Södra strandens stadsdelsnämnd svarar för förskola, äldreomsorg och parker.

KF:s inriktningsmål: 3. Ett Stockholm med en stabil och hållbar ekonomi med utbildning, jobb och bostäder för alla

KF:s mål för verksamhetsområdet: 3.1 Stockholms ekonomi är stark, hållbar och lägger grunden för en jämlik välfärd

Nämnden följer ekonomin varje månad och enheter med \nbefarat underskott och och höga kostnader får stöd.\x20

Indikator\tÅrsmål\tKF:s årsmål\tPeriodicitet
Sjukfrånvaro\t7 %\t7 %\tTertial

Resursanvändning

Budget 2025

Verksamhetsområde, mnkr\tKostnader\tIntäkter\tNetto budget
Förskola\t120,0\t-20,0\t100,0
Äldreomsorg\t230,0\t-30,0\t200,0
Summa\t350,0\t-50,0\tNETTO

Investeringar

Inget är planerat.
"""


@pytest.fixture
def plan(shipped: Catalogue) -> Import:
    return read_text(PLAN.replace("NETTO", "300,0"), "plan.txt", shipped)[0]


def test_a_district_may_have_a_name_of_two_words(plan: Import) -> None:
    assert plan.report.organisation == "Södra strandens stadsdelsnämnd"


def test_after_a_citys_goal_resursanvandning_opens_the_economy(plan: Import) -> None:
    assert [one.title for one in plan.report.sections if one.title][-3:] == [
        "Resursanvändning",
        "Budget 2025",
        "Investeringar",
    ]


def test_text_without_a_label_stays_one_paragraph(plan: Import) -> None:
    description = plan.report.goals[1].description
    assert description is not None
    assert [block_text(one) for one in description.blocks] == [
        "Nämnden följer ekonomin varje månad och enheter med befarat underskott och och höga kostnader får stöd."
    ]


def test_what_a_committee_writes_under_the_citys_goal_is_its_own_text(plan: Import, shipped: Catalogue) -> None:
    assert "SPR-102" in {one.rule for one in check(plan.report, shipped).findings}


@pytest.mark.parametrize(("net", "wrong"), [(Decimal("300.0"), False), (Decimal("310.0"), True)])
def test_a_plans_budget_by_area_is_added_up(shipped: Catalogue, net: Decimal, wrong: bool) -> None:
    text = PLAN.replace("NETTO", str(net).replace(".", ","))
    report = read_text(text, "plan.txt", shipped)[0].report
    rows = [row for part in report.sections for table in part.tables for row in table.rows]
    assert [row.role for row in rows] == [RowRole.AREA, RowRole.AREA, RowRole.TOTAL]
    assert ("EKO-101" in {one.rule for one in check(report, shipped).findings}) is wrong
