"""Linked figures follow their sources, and nothing else moves."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders import goal, indicator, report, rich_report, section
from tests.strategies import activities, indicators, tables, unique

from avstamt.domain.goal import Assessment
from avstamt.domain.place import Place, remove, with_value
from avstamt.domain.report import Report
from avstamt.domain.text import FigureReference, Paragraph, RichText, Run, TextCell, TextTable
from avstamt.language.linked.listing import figures, source_name
from avstamt.language.linked.sources import formats
from avstamt.language.linked.texts import (
    fresh_text,
    refreshed,
    texts_of,
    uses,
    uses_of,
    with_fresh_figure,
    without_figure,
)

OUTCOME = Place.of("goals", "g1", "indicators", "i1", "outcome")
ANALYSIS = Place.of("goals", "g1", "analysis")


def linked(text: str = "86 procent", way: str = "words", source: Place = OUTCOME) -> Run:
    return Run(text=text, figure=FigureReference(source=source, format=way))


def written(*runs: Run, **cells: str) -> Report:
    text = RichText(blocks=(Paragraph(id="b1", runs=runs),))
    rows = (indicator("Nöjda", id="i1", **({"outcome": "86 %", "previous": "83 %"} | cells)),)
    return report(goal(id="g1", analysis=text, indicators=rows))


def words(made: Report) -> str:
    return made.goals[0].analysis.plain.replace("\u00a0", " ")


def test_a_changed_cell_is_followed_by_the_texts_that_link_to_it():
    made = with_value(written(Run(text="Utfallet är "), linked(), Run(text=".")), OUTCOME, "91 %")
    fresh, places = refreshed(made)
    assert words(fresh) == "Utfallet är 91 procent."
    assert places == (ANALYSIS,)


def test_a_figure_at_the_head_of_a_sentence_keeps_its_capital():
    made = written(linked("En ökning med 3 procentenheter", "change:phrase"), Run(text="."))
    fresh, _ = refreshed(with_value(made, OUTCOME, "80 %"))
    assert words(fresh) == "En minskning med 3 procentenheter."


def test_a_figure_whose_source_is_gone_keeps_its_text():
    made = remove(written(linked()), OUTCOME.parent)
    assert refreshed(made) == (made, ())


def test_a_figure_whose_cell_is_emptied_keeps_its_text():
    made = with_value(written(linked()), OUTCOME, "")
    assert words(refreshed(made)[0]) == "86 procent"


def test_figures_in_the_cells_of_a_table_follow_too():
    table = TextTable(id="b1", rows=((TextCell(runs=(Run(text="Nöjda"),)), TextCell(runs=(linked("1"),))),))
    made = with_value(written(), ANALYSIS, RichText(blocks=(table,)))
    fresh, _ = refreshed(made)
    assert words(fresh) == "Nöjda\t86 procent"
    assert [use.place for use in uses(fresh)] == [(ANALYSIS / "blocks" / "b1").at(6, 16)]


def test_one_can_ask_where_a_figure_is_used():
    made = written(Run(text="Nu "), linked(), Run(text=" och "), linked("en ökning", "change:phrase"))
    assert [use.place.span for use in uses_of(made, OUTCOME)] == [(3, 13), (18, 27)]
    assert [use.text for use in uses_of(made, OUTCOME.parent / "previous")] == ["en ökning"]
    assert uses_of(made, OUTCOME.parent / "target") == ()


def test_a_figure_can_be_made_ordinary_text_or_fresh_by_its_place():
    made = written(linked("1"), Run(text=" och "), linked("2"))
    block = ANALYSIS / "blocks" / "b1"
    assert [use.text for use in uses(without_figure(made, block.at(0, 1)))] == ["2"]
    assert words(with_fresh_figure(made, block.at(4, 7))) == "1 och 86 procent"


def test_the_nearest_figures_are_listed_first_and_all_can_be_written():
    made = rich_report()
    listed = figures(made, Place.of("sections", "s4", "text"))
    assert listed[0].source.path[:2] == ("sections", "s4")
    assert {"sections", "goals"} == {figure.source.path[0] for figure in listed}
    assert all(formats(made, figure.source, figure.measure) for figure in listed)
    assert len({(figure.source, figure.measure) for figure in listed}) == len(listed)


def test_a_source_is_named_by_row_and_column():
    assert source_name(written(), FigureReference(source=OUTCOME)) == "Nöjda, Periodens utfall"
    counted = FigureReference(source=Place.of("goals"), format="activities-kept:noun")
    assert source_name(written(), counted) == "Aktiviteter utan avvikelse"


@st.composite
def linked_reports(draw):
    """Return any report whose sections link to figures that it has, to some that are gone, and show what they once said."""
    rows, made_table = draw(unique(indicators(), low=1, high=2)), draw(tables())
    deeds = unique(activities(), high=2)
    made = report(
        goal(
            id="g1", indicators=rows, activities=draw(deeds), assessment=draw(st.none() | st.sampled_from(Assessment))
        ),
        sections=(section("Ekonomi", id="s1", tables=(made_table,)),),
    )
    sources = [(figure.source, figure.measure) for figure in figures(made)]
    known = [
        FigureReference(source=place, format=way) for place, what in sources for way, _ in formats(made, place, what)
    ]
    references = st.sampled_from(
        [*known, FigureReference(source=Place.of("goals", "borta")), FigureReference(source=OUTCOME)]
    )
    runs = st.lists(
        st.builds(Run, text=st.sampled_from(["5", "fem", "Fem", " ", "."]), figure=st.none() | references), max_size=6
    )
    block = Paragraph(id="b1", runs=tuple(draw(runs)))
    return with_value(made, Place.of("sections", "s1", "text"), RichText(blocks=(block,)))


@settings(max_examples=60, deadline=None)
@given(linked_reports())
def test_refreshing_twice_is_refreshing_once_and_touches_nothing_but_linked_figures(made):
    fresh, places = refreshed(made)
    assert refreshed(fresh) == (fresh, ())
    assert bare(fresh) == bare(made)
    assert set(places) <= {place for place, _text in texts_of(made)}


@settings(max_examples=30, deadline=None)
@given(linked_reports())
def test_links_survive_being_written_and_read(made):
    again = Report.model_validate_json(made.model_dump_json())
    assert tuple(uses(again)) == tuple(uses(made))
    assert all(text is fresh_text(made, text) for _place, text in texts_of(refreshed(made)[0]))


def bare(made: Report) -> Report:
    """Return the report with its linked figures emptied."""
    for place, text in texts_of(made):
        blocks = tuple(
            block.model_copy(update={"rows": tuple(tuple(TextCell(runs=_bare(cell.runs)) for cell in row) for row in block.rows)})
            if isinstance(block, TextTable)
            else block.model_copy(update={"runs": _bare(block.runs)})
            for block in text.blocks
        )  # fmt: skip
        made = with_value(made, place, RichText(blocks=blocks))
    return made


def _bare(runs):
    return tuple(run.model_copy(update={"text": ""}) if run.figure else run for run in runs)
