"""The front page of a tjänsteutlåtande, its table of contents and its appendices."""

from __future__ import annotations

import pytest

from avstamt.domain.report import OrganisationLevel, Report, ReportKind
from avstamt.domain.section import FrontPage
from avstamt.domain.text import ListItem, block_text
from avstamt.importers.model import Import
from avstamt.importers.text import read_text
from avstamt.templates.catalogue import Catalogue

FRONT = """Kulturförvaltningen
Avdelningen för verksamhetsstöd
Tjänsteutlåtande
Dnr KUN 2020/123
2020-09-01
Sid 1 (79)

Handläggare
Eva Exempel
Telefon: 08-508 11 222
eva.exempel@example.se
Olle von Prov
08-508 33 444

Till
Kulturnämnden

Tertialrapport Tertial 2 2020 för Kulturnämnden

Förslag till beslut

1. Kulturnämnden godkänner tertialrapport 2 och överlämnar den till
kommunstyrelsen.
2. Kulturnämnden begär en budgetjustering om 3,5 mnkr enligt bilaga 3b.
3. Paragrafen justeras omedelbart.

Anna Andersson
Förvaltningsdirektör

Kulturförvaltningen
Box 1234
start.stockholm

Innehållsförteckning

Sammanfattande analys........................3
KF:s inriktningsmål: 1. En stad för alla 4
KF:s mål för verksamhetsområdet: 1.3 Alla barn har tillgång till läsning
och kultur i hela staden....................................... 4
Uppföljning av ekonomi 12
Lokaler för ung kultur 14

Bilagor

Bilaga 1: Blankettset
Bilaga 3b: Ansökan om budgetjusteringar för
särskilda ändamål

Tjänsteutlåtande
Sid 3 (79)

Sammanfattande analys

Nämnden bedömer att målen nås.

KF:s inriktningsmål: 1. En stad för alla

KF:s mål för verksamhetsområdet: 1.3 Alla barn har tillgång till läsning
och kultur i hela staden

Uppfylls helt

Uppföljning av ekonomi

Lokaler för ung kultur

Nämnden hyr två lokaler.
"""


@pytest.fixture
def found(shipped: Catalogue) -> Import:
    return read_text(FRONT, "okänd.txt", shipped)[0]


@pytest.fixture
def report(found: Import) -> Report:
    return found.report


@pytest.fixture
def front(report: Report) -> FrontPage:
    assert report.front is not None
    return report.front


def test_kind_level_year_and_organisation_stand_in_the_title(report: Report) -> None:
    assert (report.kind, report.level, report.year) == (ReportKind.TERTIAL_2, OrganisationLevel.COMMITTEE, 2020)
    assert (report.organisation, report.title) == ("Kulturnämnden", "Tertialrapport Tertial 2 2020 för Kulturnämnden")


def test_the_head_of_the_page_is_read(front: FrontPage) -> None:
    assert (front.department, front.unit) == ("Kulturförvaltningen", "Avdelningen för verksamhetsstöd")
    assert (front.diary_number, front.date, front.recipient) == ("KUN 2020/123", "2020-09-01", "Kulturnämnden")


def test_each_officer_has_telephone_and_address(front: FrontPage) -> None:
    assert [(one.name, one.phone, one.email) for one in front.officers] == [
        ("Eva Exempel", "08-508 11 222", "eva.exempel@example.se"),
        ("Olle von Prov", "08-508 33 444", ""),
    ]


def test_the_proposals_are_numbered_items(front: FrontPage) -> None:
    assert [block_text(block) for block in front.proposals.blocks if isinstance(block, ListItem)] == [
        "Kulturnämnden godkänner tertialrapport 2 och överlämnar den till kommunstyrelsen.",
        "Kulturnämnden begär en budgetjustering om 3,5 mnkr enligt bilaga 3b.",
        "Paragrafen justeras omedelbart.",
    ]


def test_the_signatory_follows_the_proposals(front: FrontPage) -> None:
    assert [(one.name, one.title) for one in front.signatories] == [("Anna Andersson", "Förvaltningsdirektör")]


def test_appendices_have_label_and_title(front: FrontPage) -> None:
    assert [(one.label, one.title) for one in front.appendices] == [
        ("Bilaga 1", "Blankettset"),
        ("Bilaga 3b", "Ansökan om budgetjusteringar för särskilda ändamål"),
    ]


def test_the_table_of_contents_is_noise_and_makes_its_titles_sections(found: Import, report: Report) -> None:
    assert sum(noise.reason == "innehållsförteckning" for noise in found.noise) == 7
    assert [section.title for section in report.sections if section.title] == [
        "Sammanfattande analys",
        "Uppföljning av ekonomi",
        "Lokaler för ung kultur",
    ]


def test_a_title_that_the_contents_know_whole_is_joined_over_its_lines(report: Report) -> None:
    assert [goal.title for goal in report.goals[1:]] == ["Alla barn har tillgång till läsning och kultur i hela staden"]


def test_nothing_on_the_page_is_in_doubt(found: Import) -> None:
    assert found.problems == ()


def test_a_recipient_on_one_line_with_the_day_of_the_meeting_is_read(shipped: Catalogue) -> None:
    lines = FRONT.split("\n")
    till = lines.index("Till")
    source = "\n".join([*lines[:till], "Till Kulturnämnden 2020-09-22", *lines[till + 2 :]])
    made = read_text(source, "okänd.txt", shipped)[0].report
    assert made.front is not None
    assert (made.front.recipient, made.front.date) == ("Kulturnämnden", "2020-09-01")
    assert "2020-09-22" in "".join(block_text(block) for one in made.sections for block in one.text.blocks)
