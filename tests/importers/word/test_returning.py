"""A report that has been to Word and back is the same report, and what a colleague did there is found where she did it."""

from __future__ import annotations

import docx
import pytest
from lxml import etree
from tests.builders import report, rich_report, section, text
from tests.export.reports import NAMES, SAMPLES, papers_of
from tests.importers.word.documents import (
    W,
    changed,
    controls,
    fetched,
    paragraphs_in,
    say,
    written,
)

from avstamt.domain.economy import EconomyTable, Unit
from avstamt.domain.place import Place, value_at
from avstamt.domain.report import Report
from avstamt.domain.text import RichText, block_text
from avstamt.importers.word.returning import read_return


@pytest.fixture(params=NAMES)
def untouched(request) -> Report:
    return papers_of(request.param).report


def test_a_document_that_nobody_touched_gives_the_same_report(untouched, tmp_path):
    path = written(untouched, tmp_path / "ut.docx")
    for _turn in ("as it went out", "as python-docx opens and saves it"):
        back = fetched(path)
        assert back.report == untouched
        assert (back.comments, back.loose, back.missing) == ((), (), ())
        docx.Document(str(path)).save(str(path))


def test_figures_that_no_line_breaks_between_come_back_as_typed_beside_what_was_changed(tmp_path):
    sent = report(sections=(section("Övrigt", text=text("Programmet 2020-2023 gäller.", "Planen 2024-2029 är ny.")),))
    path = written(sent, tmp_path / "ut.docx")

    def change(root: etree._Element) -> None:
        (words,) = (node for node in root.iter(f"{W}t") if node.text == "2023 gäller.")
        words.text = "2023 gällde."

    changed(path, change)
    assert [block_text(block) for block in fetched(path).report.sections[0].text.blocks] == [
        "Programmet 2020-2023 gällde.",
        "Planen 2024-2029 är ny.",
    ]


def test_a_status_chosen_in_word_comes_back_as_the_assessment(tmp_path):
    sent = rich_report()
    goal = next(goal for goal in sent.goals if goal.assessment is not None)
    place = Place.of("goals", goal.id, "assessment")
    path = written(sent, tmp_path / "ut.docx")
    changed(path, lambda root: say(controls(root, place.tag)[0], "Uppfylls inte"))
    back = fetched(path)
    assert value_at(back.report, place).value == "Uppfylls inte"
    assert value_at(back.report, place.parent / "wording") == ""


def test_a_status_that_is_none_of_the_choices_is_kept_aside(tmp_path):
    sent = rich_report()
    goal = next(goal for goal in sent.goals if goal.assessment is not None)
    place = Place.of("goals", goal.id, "assessment")
    path = written(sent, tmp_path / "ut.docx")
    changed(path, lambda root: say(controls(root, place.tag)[0], "Uppfylls nog"))
    back = fetched(path)
    assert back.report == sent
    assert [loose.words for loose in back.loose] == ["Uppfylls nog"]


def test_a_paragraph_written_below_a_field_comes_to_that_field(tmp_path):
    sent = papers_of(SAMPLES[1]).report
    goal = next(goal for goal in sent.goals if goal.analysis is not None and not goal.analysis.is_empty)
    place = Place.of("goals", goal.id, "analysis")
    path = written(sent, tmp_path / "ut.docx")

    def add(root: etree._Element) -> None:
        (control,) = controls(root, place.tag)
        made = etree.Element(f"{W}p")
        etree.SubElement(etree.SubElement(made, f"{W}r"), f"{W}t").text = "Det här skrevs under rutan."
        control.addnext(made)

    changed(path, add)
    analysis = fetched(path).report.goals[sent.goals.index(goal)].analysis
    assert analysis.plain.endswith("Det här skrevs under rutan.")
    assert analysis.blocks[:-1] == goal.analysis.blocks


def test_words_that_belong_to_no_field_are_kept_aside(tmp_path):
    sent = papers_of(SAMPLES[1]).report
    path = written(sent, tmp_path / "ut.docx")

    def add(root: etree._Element) -> None:
        row = next(
            row
            for row in root.iter(f"{W}tr")
            if row.find(f"{W}trPr/{W}tblHeader") is None and len(row.findall(f"{W}tc")) > 2
        )
        made = etree.Element(f"{W}tr")
        for words in ("Ny indikator", "12", "10"):
            line = etree.SubElement(etree.SubElement(made, f"{W}tc"), f"{W}p")
            etree.SubElement(etree.SubElement(line, f"{W}r"), f"{W}t").text = words
        row.addnext(made)

    back = fetched(changed(path, add))
    assert [loose.words for loose in back.loose] == ["Ny indikator | 12 | 10"]
    assert back.report == sent


def test_a_row_that_was_removed_is_told_and_kept(tmp_path):
    sent = papers_of(SAMPLES[1]).report
    place = next(
        Place.of("goals", goal.id, "indicators", goal.indicators[0].id) for goal in sent.goals if goal.indicators
    )
    path = written(sent, tmp_path / "ut.docx")

    def remove(root: etree._Element) -> None:
        row = next(node for node in controls(root, (place / "name").tag)[0].iterancestors(f"{W}tr"))
        row.getparent().remove(row)

    back = fetched(changed(path, remove))
    assert place / "name" in back.missing
    assert back.report == sent


def test_an_emptied_field_comes_back_empty(tmp_path):
    sent = papers_of(SAMPLES[1]).report
    goal = next(goal for goal in sent.goals if goal.analysis is not None and not goal.analysis.is_empty)
    path = written(sent, tmp_path / "ut.docx")

    def empty(root: etree._Element) -> None:
        (control,) = controls(root, Place.of("goals", goal.id, "analysis").tag)
        first, *rest = paragraphs_in(control)
        say(first, "")
        for paragraph in rest:
            paragraph.getparent().remove(paragraph)

    assert fetched(changed(path, empty)).report.goals[sent.goals.index(goal)].analysis == RichText()


def test_a_document_without_controls_cannot_be_fetched_from(tmp_path):
    from avstamt.export.word import write_word
    from avstamt.importers.model import ImportRefused

    papers = papers_of("rik")
    write_word(papers.report, papers.template, tmp_path / "ren.docx")
    with pytest.raises(ImportRefused, match="inte skriven av Avstämt"):
        read_return(tmp_path / "ren.docx")


def test_a_report_without_parts_makes_the_journey_too(tmp_path):
    bare = report(sections=())
    assert fetched(written(bare, tmp_path / "ut.docx")).report == bare


def test_a_table_with_nothing_but_its_unit_makes_the_journey_too(tmp_path):
    bare = report(sections=(section(id="s1", tables=(EconomyTable(id="t1", unit=Unit.MNKR, title="Driftbudget"),)),))
    back = fetched(written(bare, tmp_path / "ut.docx"))
    assert (back.report, back.loose) == (bare, ())
