"""Words are found as a reader sees them, and replaced where they may be changed, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders import goal, indicator, report, result_table, section, text
from tests.strategies import reports

from avstamt.domain.place import Place, value_at
from avstamt.domain.searching import Match, Search, Where, folded, found, replaced
from avstamt.domain.stretches import in_runs, stretches
from avstamt.domain.text import FigureReference, Paragraph, RichText, Run, TextCell, TextTable, block_text

ANALYSIS = Place.of("goals", "g1", "analysis")
UNUSED = "\ue000"


def with_analysis(*blocks: Paragraph | TextTable):
    return report(goal("Målet", id="g1", analysis=RichText(blocks=blocks)), sections=())


def words_found(whole, search) -> list[str]:
    return [match.words for match in found(whole, search)]


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("1\u00a0234 tkr", "1 234"),
        ("\u22121,7 mnkr", "-1,7"),
        ("åren 2023\u20132024", "2023-2024"),
        ("ÅRSMÅLET nås", "årsmålet"),
        ("det så kallade \u201dstödet\u201d", '"stödet"'),
    ],
)
def test_what_a_reader_takes_for_the_same_is_found(written, asked):
    whole = with_analysis(Paragraph(id="b1", runs=(Run(text=written),)))
    (match,) = found(whole, Search(asked))
    assert folded(match.words) == folded(asked)


def test_words_are_found_over_a_change_of_make_up_and_keep_that_of_their_first_letter():
    whole = with_analysis(
        Paragraph(id="b1", runs=(Run(text="fler får st"), Run(text="öd i", bold=True), Run(text=" tid")))
    )
    (match,) = found(whole, Search("stöd"))
    after = replaced(whole, [match], "hjälp")
    assert value_at(after, ANALYSIS / "blocks" / "b1").runs == (
        Run(text="fler får hjälp"), Run(text=" i", bold=True), Run(text=" tid"),
    )  # fmt: skip


def test_whole_words_and_case_are_told_apart():
    whole = report(sections=(section(text=text("Stöd ges som stödet i stöd.")),))
    assert words_found(whole, Search("stöd")) == ["Stöd", "stöd", "stöd"]
    assert words_found(whole, Search("stöd", whole_words=True)) == ["Stöd", "stöd"]
    assert words_found(whole, Search("stöd", whole_words=True, match_case=True)) == ["stöd"]


def test_the_fields_searched_are_those_that_were_chosen():
    whole = report(
        goal("Stöd i tid", id="g1", indicators=(indicator("Andel med stöd", outcome="12"),)),
        sections=(section(id="s1", text=text("Stöd ges.")), section("Ekonomi", id="s2", tables=(result_table(),))),
    )
    assert len(found(whole, Search("stöd"))) == 3
    assert [match.text for match in found(whole, Search("stöd", where=Where.TABLES))] == ["Andel med stöd"]
    assert len(found(whole, Search("stöd", where=Where.TEXTS))) == 2
    assert len(found(whole, Search("stöd", where=Where.PART, part=Place.of("sections", "s1")))) == 1


def test_locked_words_are_found_with_the_reason_and_stay():
    whole = report(goal("Stöd i tid", id="g1", locked=True, analysis="Stöd ges."), sections=())
    title, analysis = found(whole, Search("stöd"))
    assert title.lock == "Målet är hämtat från enhetens verksamhetsplan."
    assert analysis.lock == ""
    after = replaced(whole, [title, analysis], "Hjälp")
    assert after.goals[0].title == "Stöd i tid"
    assert after.goals[0].analysis.plain == "Hjälp ges."


def test_a_linked_figure_is_found_and_stays():
    figure = Run(text="86", figure=FigureReference(source=Place.of("goals", "g1", "title")))
    whole = with_analysis(Paragraph(id="b1", runs=(Run(text="Utfallet är "), figure, Run(text=" procent, inte 86."))))
    linked, typed = found(whole, Search("86"))
    assert "länkad" in linked.lock
    assert typed.lock == ""
    after = replaced(whole, [linked, typed], "90")
    assert after.goals[0].analysis.plain == "Utfallet är 86 procent, inte 90."


def test_words_in_a_table_of_a_text_are_replaced_in_their_cell():
    rows = (("", "Antal besök"), ("Besök i juni", "12"))
    cells = tuple(tuple(TextCell(runs=(Run(text=cell),)) for cell in row) for row in rows)
    whole = with_analysis(TextTable(id="b1", rows=cells))
    after = replaced(whole, found(whole, Search("besök")), "möten")
    assert block_text(value_at(after, ANALYSIS / "blocks" / "b1")) == "\tAntal möten\nmöten i juni\t12"


@settings(max_examples=30, deadline=None)
@given(reports(), st.sampled_from(["e", "målet", " ", "2024", "-", "Åse och"]), st.booleans(), st.booleans())
def test_every_match_that_is_open_is_replaced_and_nothing_else(whole, words, whole_words, match_case):
    search = Search(words, whole_words=whole_words, match_case=match_case)
    matches = found(whole, search)
    after = replaced(whole, matches, UNUSED)
    marks = sum(stretch.text.count(UNUSED) for stretch in stretches(after))
    marks -= sum(stretch.text.count(UNUSED) for stretch in stretches(whole))
    assert marks == sum(not match.lock for match in matches)
    assert len(found(after, search)) == sum(bool(match.lock) for match in matches) or whole_words
    back = replaced(after, found(after, Search(UNUSED, match_case=True)), words)
    assert [folded(stretch.text) for stretch in stretches(back)] == [
        folded(stretch.text) for stretch in stretches(whole)
    ]


@settings(max_examples=15, deadline=None)
@given(reports(), st.sampled_from(["e", "målet", " ", "2024"]))
def test_words_replaced_by_themselves_leave_every_text_as_it_was(whole, words):
    after = whole
    for match in found(whole, Search(words, match_case=True)):
        after = replaced(after, [Match(match.place, match.text, match.lock)], match.words)
    assert [stretch.text for stretch in stretches(after)] == [stretch.text for stretch in stretches(whole)]


@given(st.lists(st.text(max_size=5), max_size=4), st.data())
def test_replacing_in_runs_is_replacing_in_their_text(texts, data):
    runs = tuple(Run(text=one, bold=at % 2 == 1) for at, one in enumerate(texts))
    plain = "".join(texts)
    start = data.draw(st.integers(0, len(plain)))
    end = data.draw(st.integers(start, len(plain)))
    after = "".join(run.text for run in in_runs(runs, (start, end), "X"))
    assert after == (plain[:start] + "X" + plain[end:] if start < end else plain)


def test_a_search_for_nothing_finds_nothing():
    assert found(report(), Search("")) == ()
