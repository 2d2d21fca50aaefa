"""A report that has been to Word and back is the same report, and what a colleague did there is found where she did it."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree
from tests.builders import report, rich_report, section
from tests.export.reports import NAMES, SAMPLES, papers_of
from tests.importers.word.documents import (
    OFFICE,
    W,
    added_after,
    changed,
    controls,
    fetched,
    paragraphs_in,
    say,
    some_words,
    through_office,
    written,
)

from avstamt.domain.economy import EconomyTable, Unit
from avstamt.domain.place import Place, value_at, with_value
from avstamt.domain.printed import Printed
from avstamt.domain.report import Report
from avstamt.domain.text import RichText
from avstamt.importers.word.returning import Returned, read_return

needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) finns inte på den här datorn.")
BATCHES, EDITS = 20, 15
OFFICE_BATCHES = 3


@pytest.fixture(params=NAMES)
def untouched(request) -> Report:
    return papers_of(request.param).report


def test_a_document_that_nobody_touched_gives_the_same_report(untouched, tmp_path):
    back = fetched(written(untouched, tmp_path / "ut.docx"))
    assert back.report == untouched
    assert (back.comments, back.loose, back.missing) == ((), (), ())


@pytest.mark.office
@needs_office
@pytest.mark.parametrize("name", [*SAMPLES, "rik", "elak"])
def test_a_document_that_libreoffice_rewrote_gives_the_same_report(name, tmp_path, office_profile):
    sent = papers_of(name).report
    back = fetched(through_office(written(sent, tmp_path / "ut.docx"), office_profile))
    assert back.report == sent
    assert (back.loose, back.missing) == ((), ())


Edit = Callable[[etree._Element, random.Random], str]


def _other_words(control: etree._Element, chance: random.Random) -> str:
    words = some_words(chance)
    say(chance.choice(_with_text(control)), words)
    return words


def _new_paragraph(control: etree._Element, chance: random.Random) -> str:
    words = some_words(chance)
    added_after(chance.choice(_with_text(control)), words)
    return words


def _tracked_insertion(control: etree._Element, chance: random.Random) -> str:
    words = some_words(chance)
    run = next(iter(chance.choice(_with_text(control)).iter(f"{W}r")))
    inserted = etree.Element(f"{W}ins", {f"{W}id": "900", f"{W}author": "Kollega"})
    etree.SubElement(etree.SubElement(inserted, f"{W}r"), f"{W}t").text = words
    run.addprevious(inserted)
    return words


def _tracked_replacement(control: etree._Element, chance: random.Random) -> str:
    words = _tracked_insertion(control, chance)
    inserted = next(node for node in control.iter(f"{W}ins") if "".join(node.itertext()) == words)
    struck = inserted.getnext()
    deleted = etree.Element(f"{W}del", {f"{W}id": "901", f"{W}author": "Kollega"})
    struck.addprevious(deleted)
    deleted.append(struck)
    for text in struck.iter(f"{W}t"):
        text.tag = f"{W}delText"
    return words


def _with_text(control: etree._Element) -> list[etree._Element]:
    """Return the paragraphs of a control that say something, or the control itself where it stands in one."""
    paragraphs = [one for one in paragraphs_in(control) if any(text.text for text in one.iter(f"{W}t"))]
    return paragraphs or [control]


TEXT_EDITS: tuple[Edit, ...] = (_other_words, _new_paragraph, _tracked_insertion, _tracked_replacement)


def _edited(path: Path, printed: Printed, sent: Report, chance: random.Random) -> dict[Place, str]:
    """Make edits in fields of a document, and return what is now to be found where."""
    made: dict[Place, str] = {}
    fields = [field.place for field in printed.fields if field.place.name not in ("assessment", "deviation")]

    def edit(root: etree._Element) -> None:
        for place in chance.sample(fields, min(EDITS, len(fields))):
            found = controls(root, place.tag)
            if found:
                is_text = isinstance(value_at(sent, place), RichText)
                how = chance.choice(TEXT_EDITS) if is_text else _other_words
                made[place] = how(found[0], chance)

    changed(path, edit)
    return made


def _assert_found(back: Returned, sent: Report, made: dict[Place, str]) -> None:
    restored = back.report
    for place, words in made.items():
        value = value_at(back.report, place)
        said = value.plain if isinstance(value, RichText) else value
        assert words in said, place
        restored = with_value(restored, place, value_at(sent, place))
    assert restored == sent  # nothing else has changed
    assert (back.loose, back.missing) == ((), ())


@pytest.mark.parametrize("batch", range(BATCHES))
def test_what_is_changed_in_a_field_comes_back_to_that_field(batch, tmp_path):
    chance = random.Random(batch)  # noqa: S311 - the same edits every time
    sent = papers_of([*SAMPLES, "rik"][batch % (len(SAMPLES) + 1)]).report
    path = written(sent, tmp_path / "ut.docx")
    made = _edited(path, read_return(path).printed, sent, chance)
    assert len(made) > 10
    _assert_found(fetched(path), sent, made)


@pytest.mark.office
@needs_office
@pytest.mark.parametrize("batch", range(OFFICE_BATCHES))
def test_what_is_changed_comes_back_through_libreoffice(batch, tmp_path, office_profile):
    chance = random.Random(100 + batch)  # noqa: S311 - the same edits every time
    sent = papers_of(SAMPLES[batch % len(SAMPLES)]).report
    path = written(sent, tmp_path / "ut.docx")
    made = _edited(path, read_return(path).printed, sent, chance)
    _assert_found(fetched(through_office(path, office_profile)), sent, made)


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
