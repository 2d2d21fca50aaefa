"""Amounts of the decision points: what the body tells by the same noun is passed, another amount is found."""

from __future__ import annotations

import pytest
from tests.builders import front_page, report, section, table, text

from avstamt.domain.economy import ColumnRole, RowRole, Unit
from avstamt.domain.report import OrganisationLevel, Report, ReportKind
from avstamt.rules.economy_text import ECONOMY_TEXT_RULES
from avstamt.rules.engine import check
from avstamt.templates.catalogue import catalogue

ADJUSTED = table(
    {"Budget": ColumnRole.BUDGET, "Budgetjustering": ColumnRole.BUDGET_ADJUSTMENT},
    [("Förskola", RowRole.AREA, ["120,0", "6,4"])],
    id="t1",
    unit=Unit.MNKR,
)


def decided(point: str, *body: str, title: str = "Begäran till kommunstyrelsen") -> Report:
    """Return a nämnd's T2 that decides this, and says that in a section of this title."""
    front = front_page().model_copy(update={"proposals": text(*point.split("\n"))})
    sections = (section("Prognos", id="s1", tables=(ADJUSTED,)), section(title, id="s2", text=text(*body)))
    fields = {"kind": ReportKind.TERTIAL_2, "level": OrganisationLevel.COMMITTEE}
    return report(id="r1", front=front, sections=sections, **fields)


def codes(made: Report) -> list[str]:
    return [one.rule for one in check(made, catalogue(), rules=ECONOMY_TEXT_RULES).findings if one.rule == "EKO-408"]


@pytest.mark.parametrize(
    ("point", "body", "right", "slip"),
    [
        (
            "Nämnden godkänner omslutningsförändringar om 12,3 mnkr.",
            "Omslutningsförändringarna beräknas till 12,3 mnkr och gäller intäkter och kostnader lika.",
            "12,3",
            "13,2",
        ),
        (
            "Nämnden begär budgetjustering om sammanlagt 4,5 mnkr.",
            "Förvaltningen föreslår budgetjusteringar med totalt 4,5 mnkr.",
            "4,5",
            "4,7",
        ),
        (
            "Nämnden begär ombudgetering av investeringsmedel med 2 400 tkr till nästa år.",
            "En ombudgetering om 2,4 mnkr behövs eftersom bygget av torget är försenat.",
            "2,4 mnkr",
            "2,9 mnkr",
        ),
        (
            "Nämnden godkänner resultatöverföring med 6,1 mnkr för resultatenheterna.",
            "Resultatenheternas resultatöverföring till nästa år uppgår till 6,1 mnkr.",
            "6,1",
            "6,7",
        ),
        (
            "Nämnden begär 3,3 mnkr i budgetjustering för hyror.",
            "För evakuering och hyror behövs budgetjustering på 3,3 mnkr för hyror.",
            "3,3",
            "3,8",
        ),
    ],
)
def test_an_amount_decided_is_that_of_the_body_by_its_noun(point, body, right, slip):
    assert codes(decided(point, body)) == []
    assert codes(decided(point, body.replace(right, slip, 1))) == ["EKO-408"]


def test_amounts_of_other_texts_make_no_sum_that_excuses():
    """By chance some of many amounts nearly always make another."""
    others = tuple(
        f"Enheten i kvarter {n} kostade {amount} mnkr." for n, amount in enumerate(("1,7", "2,0", "2,1", "3,0"), 1)
    )
    made = decided(
        "Nämnden godkänner omslutningsförändringar om 8,8 mnkr.", "Omslutningsförändringar om 8,0 mnkr görs."
    )
    more = made.model_copy(update={"sections": (*made.sections, section("Enheterna", id="s3", text=text(*others)))})
    assert codes(more) == ["EKO-408"]


def test_a_heading_names_the_only_amount_below_it():
    point = "Nämnden begär budgetjustering om 3,2 mnkr för lokaler."
    assert codes(decided(point, "Nämnden begär 3,2 mnkr för lokaler i Eken.", title="Budgetjusteringar")) == []
    assert codes(decided(point, "Nämnden begär 3,4 mnkr för lokaler i Eken.", title="Budgetjusteringar")) == ["EKO-408"]


@pytest.mark.parametrize(
    ("point", "body"),
    [
        (
            "Nämnden begär budgetjustering om 5,0 mnkr.",
            ("Budgetjustering om 3,0 mnkr begärs för hyror.", "Därtill begärs 2,0 mnkr för flytten."),
        ),
        (
            "Nämnden begär budgetjustering om 3,0 mnkr för hyror.\nNämnden begär budgetjustering om 2,0 mnkr för flytten.",
            ("Förvaltningen föreslår budgetjusteringar om totalt 5,0 mnkr.",),
        ),
        (
            "Nämnden begär budgetjustering om 3,0 mnkr för hyror.",
            ("En budgetjustering om 2,0 mnkr för flytten beviljades i våras.",),
        ),
        (
            "Nämnden begär budgetjustering om 3,0 mnkr för hyror.",
            ("Budgetjusteringar om totalt 5,0 mnkr har begärts under året.",),
        ),
        (
            "Nämnden begär ombudgetering om 3,0 mnkr till 2025.",
            ("Ombudgetering från 2023 uppgick till 3,4 mnkr.",),
        ),
        ("Nämnden begär budgetjustering om 6,4 mnkr.", ("Budgetjusteringar om 7,1 mnkr diskuterades först.",)),
        (
            "Nämnden godkänner omslutningsförändringar om 12,3 mnkr.",
            ("Omslutningsförändringarna framgår av bilaga 2.",),
        ),
        ("Nämnden godkänner omslutningsförändringar om 12,3 mnkr.", ("Budgetjusteringar om 11,3 mnkr begärs.",)),
        (
            "Nämnden godkänner omslutningsförändringar om 12,3 mnkr.",
            ("Omslutningsförändringar om cirka 12 mnkr görs.",),
        ),
        (
            "Nämnden godkänner omslutningsförändringar om 12,3 mnkr.",
            ("Omslutningsförändringar om 12 300 tkr görs, varav 2,0 mnkr avser skolan.",),
        ),
    ],
)
def test_parts_sums_and_other_matters_are_let_be(point, body):
    assert codes(decided(point, *body)) == []
