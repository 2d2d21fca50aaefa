"""A copy of a part: the same words under ids of its own, its figures linked to its own tables."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from tests import strategies
from tests.builders import goal, indicator, result_table, section

from avstamt.domain.copying import copied
from avstamt.domain.goal import Goal
from avstamt.domain.place import Place
from avstamt.domain.report import Report
from avstamt.domain.section import Section
from avstamt.domain.text import FigureReference, Paragraph, RichText, Run


def linked(source: Place) -> RichText:
    run = Run(text="78 %", figure=FigureReference(source=source))
    return RichText(blocks=(Paragraph(id="b1", runs=(run,)),))


def sources(text: RichText | None) -> list[Place]:
    assert text is not None
    blocks = [block for block in text.blocks if isinstance(block, Paragraph)]
    return [run.figure.source for block in blocks for run in block.runs if run.figure is not None]


def test_a_copied_goal_is_called_so_and_has_ids_of_its_own() -> None:
    one = goal("Alla får svar", id="g1", indicators=(indicator(id="i1"),))

    made = copied(one, Place.of("goals", "g1"))

    assert isinstance(made, Goal)
    assert made.title == "Alla får svar (kopia)"
    assert made.id != "g1"
    assert made.indicators[0].id != "i1"
    assert made.indicators[0].name == one.indicators[0].name


def test_a_figure_of_the_goal_itself_is_linked_to_the_copy_and_one_of_another_stays() -> None:
    own, other = Place.of("goals", "g1", "indicators", "i1", "outcome"), Place.of("goals", "g2", "assessment")
    one = goal(id="g1", indicators=(indicator(id="i1"),), description=linked(own), analysis=linked(other))

    made = copied(one, Place.of("goals", "g1"))

    assert isinstance(made, Goal)
    assert sources(made.description) == [Place.of("goals", made.id, "indicators", made.indicators[0].id, "outcome")]
    assert sources(made.analysis) == [other]


def test_the_cells_of_a_copied_table_stand_in_its_own_columns() -> None:
    one = section("Ekonomi", id="s1", key="economy", tables=(result_table(id="t1"),))

    made = copied(one, Place.of("sections", "s1"))

    assert isinstance(made, Section)
    (table,) = made.tables
    assert made.key == ""
    assert [row.text(table.columns[1].id) for row in table.rows] == ["1 250", "-9 650", "-8 400"]
    assert not {column.id for column in table.columns} & {column.id for column in one.tables[0].columns}


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(strategies.reports())
def test_any_part_is_copied_word_for_word(report: Report) -> None:
    for node in (*report.goals, *report.sections):
        kind = "goals" if isinstance(node, Goal) else "sections"
        made = copied(node, Place.of(kind, node.id))
        assert made.parent == node.parent
        assert type(node).model_validate(made.model_dump()) == made
        assert _words(made) == _words(node)


def _words(node: Goal | Section) -> list[str]:
    texts = [getattr(node, name) for name in type(node).model_fields]
    return [text.plain for text in texts if isinstance(text, RichText)]
