"""Findings and review comments stand in the margin of the Word document, on the very words they speak of."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO

import pytest
from openxml_audit import FileFormat, OpenXmlValidator
from tests.builders import goal, report, text
from tests.export.papers import W, part, text_of
from tests.export.ranges import ranges
from tests.export.reports import NAMES, Papers, papers_of

from avstamt.domain.naming import place_name
from avstamt.domain.place import Place, value_at
from avstamt.domain.printed import PROGRAM
from avstamt.domain.report import Report
from avstamt.domain.review import Reply, ReviewComment
from avstamt.domain.text import TextTable, block_text
from avstamt.export.layout import shipped_layout
from avstamt.export.remarks import remarks_of_comments, remarks_of_findings
from avstamt.export.word import Returns, word_bytes
from avstamt.rules.engine import check
from avstamt.storage.format import dump
from avstamt.templates.catalogue import catalogue

_PARTS = ("goals", "sections", "indicators", "activities", "tables", "rows")


def _written(made: Report, remarks) -> bytes:
    return word_bytes(Papers(made).outline, shipped_layout(), Returns(made, dump(made)), remarks)


def _about(docx: bytes) -> list[str]:
    """Return the words that each comment of a document is about, in the order of the comments."""
    return [one.words for one in ranges(docx).values()]


def _comments(docx: bytes) -> list[tuple[str, str]]:
    found = part(docx, "word/comments.xml").findall(f"{W}comment")
    return [(one.get(f"{W}author"), "\n".join(text_of(line) for line in one.iter(f"{W}p"))) for one in found]


def test_a_comment_on_a_span_is_about_those_words_alone():
    words = "Väntetiden är kortare än förra året."
    made = report(goal(id="g1", analysis=text(words)))
    block = made.goals[0].analysis.blocks[0].id
    place = Place.of("goals", "g1", "analysis", "blocks", block).at(14, 21)
    comment = ReviewComment(id="k1", place=place, author="Granskare", text="Hur mycket?", created="2024-05-02T10:15:00")
    docx = _written(made, remarks_of_comments([comment]))
    assert _about(docx) == ["kortare"]
    assert _comments(docx) == [("Granskare", "Hur mycket?")]
    assert words in "".join(text_of(line) for line in part(docx, "word/document.xml").iter(f"{W}p"))


def test_a_comment_behind_two_years_is_about_its_own_words():
    made = report(goal(id="g1", analysis=text("Programmet 2020-2023 och planen 2024-2029 gäller ännu.")))
    place = Place.of("goals", "g1", "analysis", "blocks", made.goals[0].analysis.blocks[0].id)
    spans = [(11, 20), (25, 31), (42, 48)]
    comments = [ReviewComment(id=f"k{at}", place=place.at(at, end), author="A", text="?") for at, end in spans]
    assert _about(_written(made, remarks_of_comments(comments))) == ["2020-2023", "planen", "gäller"]


def test_answers_stand_behind_their_comment_and_settled_ones_are_left_out():
    made = report(goal(id="g1", title="Trygg omsorg"))
    place = Place.of("goals", "g1", "title")
    answer = Reply(id="s1", author="Chefen", text="Det är rättat.")
    comments = [
        ReviewComment(id="k1", place=place, author="Granskare", text="Är rubriken rätt?", replies=(answer,)),
        ReviewComment(id="k2", place=place, author="Granskare", text="Klart sedan länge.", resolved=True),
    ]
    docx = _written(made, remarks_of_comments(comments))
    assert _comments(docx) == [("Granskare", "Är rubriken rätt?"), ("Chefen", "Det är rättat.")]
    assert set(_about(docx)) == {"Trygg omsorg"}


def test_an_answer_is_one_in_the_thread_of_its_comment(tmp_path):
    made = report(goal(id="g1", title="Trygg omsorg"))
    place = Place.of("goals", "g1", "title")
    answers = tuple(Reply(id=f"s{at}", author="Chefen", text=f"Svar {at}.\nRad två.") for at in (1, 2))
    comments = [
        ReviewComment(id="k1", place=place, author="Granskare", text="Är rubriken rätt?", replies=answers),
        ReviewComment(id="k2", place=place, author="Granskare", text="Och numret?", replies=answers[:1]),
    ]
    docx = _written(made, remarks_of_comments(comments))
    assert _parents(docx) == [None, 0, 0, None, 3]
    with zipfile.ZipFile(BytesIO(docx)) as package:
        types = package.read("[Content_Types].xml").decode()
    assert "/word/commentsExtended.xml" in types
    (tmp_path / "ut.docx").write_bytes(docx)
    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(tmp_path / "ut.docx")
    assert not list(result.errors)


def test_comments_without_answers_need_no_threads():
    made = report(goal(id="g1", title="Trygg omsorg"))
    comment = ReviewComment(id="k1", place=Place.of("goals", "g1"), author="G", text="Bra.")
    with zipfile.ZipFile(BytesIO(_written(made, remarks_of_comments([comment])))) as package:
        assert "word/commentsExtended.xml" not in package.namelist()


def _parents(docx: bytes) -> list[int | None]:
    """Return for each comment the number of the one it answers."""
    last = [list(one.iter(f"{W}p"))[-1] for one in part(docx, "word/comments.xml").iter(f"{W}comment")]
    numbers = {
        line.get("{http://schemas.microsoft.com/office/word/2010/wordml}paraId"): at for at, line in enumerate(last)
    }
    w15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
    told = {one.get(f"{w15}paraId"): one.get(f"{w15}paraIdParent") for one in part(docx, "word/commentsExtended.xml")}
    return [numbers.get(told[each]) for each in numbers]


@pytest.mark.parametrize("words", ["rad\x0brad", "noll\x00", "\ufffe", "två\n\nstycken", ""])
def test_no_character_in_a_comment_stops_the_export(words):
    made = report(goal(id="g1", title="Trygg omsorg"))
    comment = ReviewComment(id="k1", place=Place.of("goals", "g1"), author="G\x01ranskare", text=words)
    ((author, _said),) = _comments(_written(made, remarks_of_comments([comment])))
    assert author == "Granskare"


def test_a_comment_on_a_part_without_words_stands_at_its_heading():
    made = report(goal(id="g1", title="Trygg omsorg", analysis=None))
    comment = ReviewComment(id="k1", place=Place.of("goals", "g1", "analysis"), author="G", text="Analys saknas.")
    assert _about(_written(made, remarks_of_comments([comment]))) == ["Trygg omsorg"]


@pytest.mark.parametrize("name", NAMES)
def test_every_finding_stands_on_the_words_it_speaks_of(name):
    made = papers_of(name).report
    findings = check(made, catalogue(), slow=False).findings
    docx = _written(made, remarks_of_findings(findings))
    if not findings:
        assert not docx_has_comments(docx)
        return
    assert [author for author, _words in _comments(docx)] == [PROGRAM] * len(findings)
    if name == "elak":  # its characters are not all printed
        return
    for finding, one in zip(findings, ranges(docx).values(), strict=True):
        said, words = _said(made, finding.place), _plain(one.words)
        if not one.words:  # an empty cell: of the row it speaks of
            assert "»«" in one.row, finding
            assert any(len(cell) > 1 and _plain(cell) in _words_of_part(made, finding.place) for cell in one.row), (
                finding
            )
        elif said is not None:
            assert _plain(said) in words or words in _plain(said), finding
        elif words == _plain(place_name(made, finding.place).field):  # the label of the field: of the right part
            assert _plain(one.below) in _words_of_part(made, finding.place), finding
        else:
            assert words in _words_of_part(made, finding.place), finding


def _words_of_part(made: Report, place: Place) -> str:
    """Return all that the part of the report says that a place is in: a row, a table, a goal or a section."""
    path = place.path
    steps = [at for at, step in enumerate(path) if step in _PARTS]
    node = value_at(made, Place(path[: steps[-1] + 2])) if steps else made
    return _plain(" ".join(_texts_in(node.model_dump())))


def _texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts_in(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts_in(one)


def docx_has_comments(docx: bytes) -> bool:
    return "word/comments.xml" in zipfile.ZipFile(BytesIO(docx)).namelist()


def _said(made: Report, place: Place) -> str | None:
    """Return the words at a place that is printed as one line; None for a part or an empty field."""
    value = value_at(made, place.whole)
    if place.path[-2:-1] == ("blocks",) and not isinstance(value, TextTable):
        value = block_text(value)
    if not isinstance(value, str) or not value.strip():
        return None
    return value[slice(*place.span)] if place.span else value


def _plain(words: str) -> str:
    as_typed = words.replace("\u00ad", "").replace("\u200b", "").replace("\u2212", "-").replace("–", "-")
    return "".join(as_typed.split())


@pytest.mark.parametrize("name", NAMES)
def test_a_document_with_remarks_is_one_that_word_opens(name, tmp_path):
    made = papers_of(name).report
    (tmp_path / "ut.docx").write_bytes(
        _written(made, remarks_of_findings(check(made, catalogue(), slow=False).findings))
    )
    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(tmp_path / "ut.docx")
    assert not list(result.errors)
