"""The outline decides what is printed, in which words and which order."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import HealthCheck, given, settings
from tests.builders import front_page, goal, report, rich_report, section, text
from tests.export.papers import squeezed, words_of
from tests.strategies import reports

from avstamt.domain.base import Frozen
from avstamt.domain.goal import Assessment, GoalLevel
from avstamt.domain.place import Place, exists
from avstamt.domain.report import OrganisationLevel, Report, ReportKind
from avstamt.domain.section import Appendix, Contact
from avstamt.domain.text import ListItem, ListKind, RichText, Run, SubHeading
from avstamt.export.outline import outline
from avstamt.export.paper import items
from avstamt.export.paper.characters import set_figures
from avstamt.export.paper.items import Heading, Outline, StatusLine
from avstamt.templates.catalogue import catalogue

UNIT, AREA, DIRECTION = GoalLevel.UNIT, GoalLevel.AREA, GoalLevel.DIRECTION


def outlined(made: Report) -> Outline:
    return outline(made, catalogue().template(made.kind, made.level, made.year))


def headings(paper: Outline) -> list[Heading]:
    return [item for item in paper.items if isinstance(item, Heading)]


def levelled(paper: Outline) -> list[int]:
    return [item.level for item in paper.items if isinstance(item, (Heading, items.FieldLabel))]


def places(item) -> list[Place]:
    """Return the places of an item and of everything in it."""
    found = [item.place] if hasattr(item, "place") else []
    for field in dataclasses.fields(item):
        value = getattr(item, field.name)
        below = value if isinstance(value, tuple) else (value,)
        for part in below:
            parts = part if isinstance(part, tuple) else (part,)
            found += [
                place
                for one in parts
                if dataclasses.is_dataclass(one) and not isinstance(one, Place)
                for place in places(one)
            ]
    return found


def texts_in(value) -> list[str]:
    """Return every text that a reader of the report must find: all but ids, keys and what is never printed."""
    silent = {
        "id",
        "kind",
        "wording",
        "parent",
        "key",
        "unit",
        "benchmark",
        "corner",
        "source",
        "format",
        "link",
        "provenance",
        "waivers",
        "comments",
    }
    if isinstance(value, Frozen):
        return [
            text for name in type(value).model_fields if name not in silent for text in texts_in(getattr(value, name))
        ]
    if isinstance(value, tuple):
        return [text for part in value for text in texts_in(part)]
    return [str(value)] if type(value) is str else []


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(reports())
def test_heading_levels_start_at_one_and_never_skip(made):
    before = 0
    for level in levelled(outlined(made)):
        assert 1 <= level <= before + 1
        before = level


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(reports())
def test_every_item_points_at_something_in_the_report(made):
    found = [place for item in outlined(made).items for place in places(item)]
    assert found
    assert [place for place in found if not exists(made, place)] == []


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(reports())
def test_nothing_the_writer_typed_is_lost(made):
    printed = words_of(outlined(made), pages={})
    lost = [
        typed for typed in texts_in(made.sections) + texts_in(made.goals) if squeezed(set_figures(typed)) not in printed
    ]
    assert lost == []


def test_a_goal_prints_prefix_number_assessment_texts_tables_and_then_its_children():
    paper = outlined(rich_report())
    kinds = [type(item).__name__ for item in paper.items]
    area = next(index for index, item in enumerate(paper.items) if isinstance(item, Heading) and item.number == "1.3")
    assert paper.items[area].prefix == "KF:s mål för verksamhetsområdet:"
    assert kinds[area : area + 6] == ["Heading", "StatusLine", "FieldLabel", "Paragraph", "Table", "Heading"]
    assert paper.items[area + 5].text == "Besökarna får snabbt svar"


def test_a_goal_without_a_parent_level_between_stands_right_below_its_parent():
    made = report(
        goal("Ett Stockholm som håller samman", DIRECTION, id="g1", number="1"),
        goal("Besökarna får snabbt svar", UNIT, id="g2", parent="g1"),
        sections=(section("Uppföljning", holds_goals=True),),
    )
    assert [(heading.level, heading.text) for heading in headings(outlined(made))] == [
        (1, "Uppföljning"),
        (2, "Ett Stockholm som håller samman"),
        (3, "Besökarna får snabbt svar"),
    ]


def test_goals_print_where_the_first_section_holds_them_and_only_once():
    made = report(
        goal("Besökarna får snabbt svar"),
        sections=(section("A", holds_goals=True), section("B", holds_goals=True), section("C")),
    )
    assert [heading.text for heading in headings(outlined(made))] == ["A", "Besökarna får snabbt svar", "B", "C"]


def test_goals_in_a_section_without_a_title_stand_on_its_own_level():
    made = report(goal("Besökarna får snabbt svar"), sections=(section("Inledning"), section("", holds_goals=True)))
    assert [(heading.level, heading.text) for heading in headings(outlined(made))] == [
        (1, "Inledning"),
        (1, "Besökarna får snabbt svar"),
    ]


def test_goals_print_last_where_no_section_holds_them():
    made = report(goal("Besökarna får snabbt svar"), sections=(section("Sammanfattande analys"),))
    assert [heading.text for heading in headings(outlined(made))] == [
        "Sammanfattande analys",
        "Besökarna får snabbt svar",
    ]


@pytest.mark.parametrize(
    ("assessment", "wording", "symbol", "word"),
    [
        (Assessment.FULL, "", "●", "Uppfylls helt"),
        (Assessment.PARTLY, "", "◐", "Uppfylls delvis"),
        (Assessment.NOT, "Uppfylls ej", "○", "Uppfylls ej"),
        (Assessment.NONE, "", "–", "Ingen"),
    ],
)
def test_an_assessment_is_a_symbol_and_a_word(assessment, wording, symbol, word):
    paper = outlined(report(goal(assessment=assessment, wording=wording)))
    (line,) = [item for item in paper.items if isinstance(item, StatusLine)]
    assert (line.symbol, line.word) == (symbol, word)


def test_no_assessment_prints_no_line():
    assert not [item for item in outlined(report(goal())).items if isinstance(item, StatusLine)]


def test_an_empty_text_prints_its_heading_and_a_missing_one_does_not():
    paper = outlined(report(goal(analysis=RichText(), description=None)))
    assert [item.text for item in paper.items if isinstance(item, items.FieldLabel)] == ["Analys"]


def test_locked_text_prints_too():
    made = report(goal(locked=True, description="Nämndens egen text."), sections=())
    assert "Nämndensegentext." in words_of(outlined(made), pages={})


def test_numbered_items_count_on_their_level_and_start_anew_after_other_text():
    def item(level: int = 0, mark: ListKind = ListKind.NUMBER) -> ListItem:
        return ListItem(id=f"b{next(ids)}", runs=(Run(text="punkt"),), level=level, mark=mark)

    ids = iter(range(20))
    blocks = (
        item(),
        item(),
        item(1),
        item(1),
        item(),
        *text("mellan").blocks,
        item(),
        item(0, ListKind.BULLET),
        item(),
    )
    paper = outlined(report(sections=(section(text=RichText(blocks=blocks)),)))
    assert [item.number for item in paper.items if isinstance(item, items.ListItem)] == [1, 2, 1, 2, 3, 1, None, 1]


def test_a_typed_heading_stands_below_what_it_is_typed_in_and_outside_the_contents():
    paper = outlined(report(sections=(section("Övrigt", text=text("## Intern kontroll", "Utan anmärkning.")),)))
    own, typed = headings(paper)
    assert (own.level, own.typed, typed.level, typed.typed) == (1, 0, 2, 1)
    (contents,) = [item for item in paper.items if isinstance(item, items.TableOfContents)]
    assert [entry.text for entry in contents.entries] == ["Övrigt"]


def test_typed_headings_that_skip_a_depth_do_not_skip_a_level():
    blocks = (SubHeading(id="b1", runs=(Run(text="Djup"),), level=3), SubHeading(id="b2", runs=(Run(text="Grund"),)))
    paper = outlined(report(sections=(section("Övrigt", text=RichText(blocks=blocks)),)))
    assert [heading.level for heading in headings(paper)] == [1, 2, 2]


def test_the_contents_list_the_reports_own_headings_three_levels_deep():
    paper = outlined(rich_report())
    (contents,) = [item for item in paper.items if isinstance(item, items.TableOfContents)]
    assert [(entry.level, entry.text) for entry in contents.entries] == [
        (1, "Sammanfattande analys"),
        (1, "Uppföljning av kommunfullmäktiges\u00a0mål"),
        (2, "1 Ett Stockholm som håller samman"),
        (3, "1.3 Stockholms stad ska ge stöd där behoven är som\u00a0störst"),
        (1, "Uppföljning av ekonomi"),
        (2, "Uppföljning av driftbudget"),
        (1, "Övrigt"),
    ]
    anchors = [heading.anchor for heading in headings(paper) if heading.anchor]
    assert anchors == [entry.anchor for entry in contents.entries]
    assert len(set(anchors)) == len(anchors)


def test_a_statement_opens_with_its_first_page_then_contents_appendices_and_text():
    front = front_page().model_copy(
        update={
            "officers": (Contact(id="o1", name="Förnamn Efternamn", phone="08-123 45 67", email="namn@exempel.se"),),
            "appendices": (Appendix(id="b1", label="Bilaga 1", title="Blanketter"),),
        }
    )
    made = report(kind=ReportKind.TERTIAL_1, level=OrganisationLevel.COMMITTEE, front=front)
    paper = outlined(made)
    assert paper.running.document == "Tjänsteutlåtande"
    assert paper.running.sender == ("Exempelförvaltningen",)
    lines = [item.text for item in paper.items if isinstance(item, items.Line)]
    assert lines == [
        "Tjänsteutlåtande", "Dnr\u00a0EX 2024/123", "2024-05-21", "Handläggare", "Förnamn Efternamn", "Telefon: 08-123 45 67",
        "namn@exempel.se", "Till", "Exempelnämnden", "Tertialrapport 1 2024", "Förnamn Efternamn", "Förvaltningschef",
    ]  # fmt: skip
    assert [heading.text for heading in headings(paper)] == ["Förslag till beslut", "Bilagor", "Sammanfattande analys"]
    kinds = [type(item) for item in paper.items]
    assert kinds.index(items.TableOfContents) < kinds.index(items.Appendices) < kinds.index(items.Paragraph, 20)


def test_a_units_own_report_opens_with_its_title_and_who_it_is():
    paper = outlined(report(title="Verksamhetsberättelse 2024"))
    assert [(item.role.value, item.text) for item in paper.items if isinstance(item, items.Line)] == [
        ("title", "Verksamhetsberättelse 2024"),
        ("subtitle", "Enheten för rådgivning"),
    ]
    assert paper.running.document == "Verksamhetsberättelse 2024, Enheten för rådgivning"


def test_a_goal_without_a_name_still_has_a_heading():
    assert [heading.text for heading in headings(outlined(report(goal(""), sections=())))] == ["Mål utan namn"]


def test_a_link_that_leads_nowhere_safe_is_plain_text():
    runs = (Run(text="säker", link="https://start.stockholm"), Run(text="osäker", link="javascript:alert(1)"))
    made = section(text=RichText(blocks=(text("x").blocks[0].model_copy(update={"runs": runs}),)))
    paper = outlined(report(sections=(made,)))
    (paragraph,) = [item for item in paper.items if isinstance(item, items.Paragraph)]
    assert [run.link for run in paragraph.runs] == ["https://start.stockholm", None]
