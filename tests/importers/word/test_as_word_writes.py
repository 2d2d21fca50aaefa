"""What Word itself writes when a colleague works in our document is understood: no word twice, none lost."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import docx
import pytest
from lxml import etree
from tests.builders import goal, indicator, report, text
from tests.importers.word.documents import DOCUMENT, W, changed, controls, fetched, paragraphs_in, written

from avstamt.domain.place import Place
from avstamt.domain.printed import PROGRAM
from avstamt.importers.word.returning import Returned

_NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
SENT = report(
    goal(
        "Trygg omsorg",
        id="g1",
        number="1.1",
        analysis=text("Första stycket.", "Andra stycket.", "Tredje stycket."),
        indicators=(indicator("Andel nöjda", id="i1", outcome="80 %", target="85 %"),),
    ),
    goal("Ekonomi i balans", id="g2", number="1.2", analysis=text("Budgeten höll.")),
    id="r1",
)
ANALYSIS = Place.of("goals", "g1", "analysis")


def _xml(content: str) -> etree._Element:
    return etree.fromstring(f"<x {_NS}>{content}</x>")[0]


def _back(tmp_path: Path, change: Callable[[etree._Element], None]) -> Returned:
    return fetched(changed(written(SENT, tmp_path / "ut.docx"), change))


def _lines(back: Returned) -> list[str]:
    return back.report.goals[0].analysis.plain.split("\n")


def _first(root: etree._Element) -> etree._Element:
    return paragraphs_in(controls(root, ANALYSIS.tag)[0])[0]


def test_runs_that_word_splits_are_the_same_text(tmp_path):
    def split(root: etree._Element) -> None:
        run = next(_first(root).iter(f"{W}r"))
        run.addnext(_xml('<w:r w:rsidR="00AB12CD"><w:t>stycket.</w:t></w:r>'))
        run.addnext(_xml('<w:proofErr w:type="spellStart"/>'))
        run.find(f"{W}t").text = "Första "

    assert _back(tmp_path, split).report == SENT


def test_a_control_that_was_removed_leaves_its_text_to_the_field(tmp_path):
    def remove(root: etree._Element) -> None:
        (control,) = controls(root, ANALYSIS.tag)
        for one in list(control.find(f"{W}sdtContent")):
            control.addprevious(one)
        control.getparent().remove(control)

    assert _back(tmp_path, remove).report == SENT


def test_what_word_asks_for_in_an_empty_control_is_no_text(tmp_path):
    def empty(root: etree._Element) -> None:
        (control,) = controls(root, ANALYSIS.tag)
        control.find(f"{W}sdtPr").append(_xml("<w:showingPlcHdr/>"))
        control.find(f"{W}sdtContent")[:] = [
            _xml("<w:p><w:r><w:t>Klicka eller tryck här för att ange text.</w:t></w:r></w:p>")
        ]

    back = _back(tmp_path, empty)
    assert back.report.goals[0].analysis.is_empty
    assert (back.loose, back.missing) == ((), ())


def test_an_emptied_cell_empties_the_value(tmp_path):
    place = Place.of("goals", "g1", "indicators", "i1", "outcome")

    def empty(root: etree._Element) -> None:
        (control,) = controls(root, place.tag)
        control.find(f"{W}sdtPr").append(_xml("<w:showingPlcHdr/>"))
        next(control.iter(f"{W}t")).text = "Klicka här."

    back = _back(tmp_path, empty)
    assert back.report.goals[0].indicators[0].outcome == ""
    assert back.missing == ()


def test_a_paragraph_split_by_enter_is_two(tmp_path):
    def split(root: etree._Element) -> None:
        first = _first(root)
        second = deepcopy(first)
        for mark in [node for node in second.iter() if node.tag in (f"{W}bookmarkStart", f"{W}bookmarkEnd")]:
            mark.getparent().remove(mark)
        next(first.iter(f"{W}t")).text = "Första"
        next(second.iter(f"{W}t")).text = "stycket."
        first.addnext(second)

    assert _lines(_back(tmp_path, split)) == ["Första", "stycket.", "Andra stycket.", "Tredje stycket."]


@pytest.mark.parametrize("gone", ["del", "moveFrom"])
def test_a_paragraph_that_is_struck_out_whole_leaves_the_next_as_it_was(gone, tmp_path):
    def strike(root: etree._Element) -> None:
        second = paragraphs_in(controls(root, ANALYSIS.tag)[0])[1]
        second.find(f"{W}pPr").append(_xml(f'<w:rPr><w:{gone} w:id="90" w:author="K"/></w:rPr>'))
        run = next(second.iter(f"{W}r"))
        holder = _xml(f'<w:{gone} w:id="91" w:author="K"/>')
        run.addprevious(holder)
        holder.append(run)

    back = _back(tmp_path, strike)
    assert _lines(back) == ["Första stycket.", "Tredje stycket."]
    assert back.report.goals[0].analysis.blocks[1].id == SENT.goals[0].analysis.blocks[2].id


def test_a_text_box_is_read_once(tmp_path):
    box = "<w:txbxContent><w:p><w:r><w:t>I en ruta.</w:t></w:r></w:p></w:txbxContent>"

    def add(root: etree._Element) -> None:
        _first(root).append(
            _xml(
                f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
                f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
            )
        )

    assert _lines(_back(tmp_path, add)) == ["Första stycket.", "I en ruta.", "Andra stycket.", "Tredje stycket."]


def test_symbols_tabs_and_hard_hyphens_are_characters(tmp_path):
    def add(root: etree._Element) -> None:
        _first(root).append(
            _xml(
                '<w:r><w:tab/><w:t>e</w:t><w:noBreakHyphen/><w:t>post </w:t><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
            )
        )

    assert _lines(_back(tmp_path, add))[0] == "Första stycket.\te\u2011post ✓"


def test_a_link_that_word_keeps_as_a_field_is_its_words(tmp_path):
    def add(root: etree._Element) -> None:
        link = '<w:fldSimple w:instr=" HYPERLINK &quot;https://start.stockholm&quot; "><w:r><w:t> Stadens sida</w:t></w:r></w:fldSimple>'
        _first(root).append(_xml(link))

    assert _lines(_back(tmp_path, add))[0] == "Första stycket. Stadens sida"


def test_the_words_of_a_footnote_stand_where_its_number_stood(tmp_path):
    path = written(SENT, tmp_path / "ut.docx")
    changed(path, lambda root: _first(root).append(_xml('<w:r><w:footnoteReference w:id="2"/></w:r>')))
    note = '<w:footnote w:id="2"><w:p><w:r><w:t> Enligt årets mätning.</w:t></w:r></w:p></w:footnote>'
    _add_part(path, "word/footnotes.xml", f"<w:footnotes {_NS}>{note}</w:footnotes>")
    assert _lines(fetched(path))[0] == "Första stycket. (fotnot: Enligt årets mätning.)"


def _add_part(path: Path, name: str, content: str) -> None:
    import zipfile

    with zipfile.ZipFile(path, "a") as package:
        package.writestr(name, content)


def test_a_field_that_was_copied_loses_none_of_its_words(tmp_path):
    place = Place.of("goals", "g2", "title")

    def copy(root: etree._Element) -> None:
        (control,) = controls(root, place.tag)
        copied = deepcopy(control)
        next(copied.iter(f"{W}t")).text = "Ekonomi i kopia"
        holder = etree.SubElement(etree.Element("x"), f"{W}p")
        holder.append(copied)
        controls(root, ANALYSIS.tag)[0].addnext(holder)

    back = _back(tmp_path, copy)
    said = [goal.title for goal in back.report.goals] + [one.words for one in back.loose] + _lines(back)
    assert any("Ekonomi i kopia" in one for one in said)
    assert any("Ekonomi i balans" in one for one in said)


def test_a_changed_number_before_a_title_is_told(tmp_path):
    def change(root: etree._Element) -> None:
        (control,) = controls(root, Place.of("goals", "g1", "title").tag)
        number = next(node for node in control.getparent().iter(f"{W}t"))
        assert number.text == "1.1 "
        number.text = "1.7 "

    back = _back(tmp_path, change)
    assert [one.words for one in back.loose] == ["1.7"]
    assert back.report == SENT


def test_a_goal_that_was_cut_out_is_told_and_kept(tmp_path):
    def cut(root: etree._Element) -> None:
        body = root.find(f"{W}body")
        top = next(
            node
            for node in (controls(root, Place.of("goals", "g1", "title").tag)[0]).iterancestors()
            if node.getparent() is body
        )
        last = next(
            node
            for node in (controls(root, Place.of("goals", "g2", "title").tag)[0]).iterancestors()
            if node.getparent() is body
        )
        for node in list(body)[list(body).index(top) : list(body).index(last)]:
            body.remove(node)

    back = _back(tmp_path, cut)
    assert back.report == SENT
    assert {Place.of("goals", "g1", "title"), ANALYSIS} <= set(back.missing)


def _commented(path: Path, *remarks: tuple[str, str]) -> Path:
    document = docx.Document(str(path))
    for author, words in remarks:
        document.add_comment(document.paragraphs[0].runs[0], words, author=author)
    document.save(str(path))
    return path


def test_the_findings_of_the_program_do_not_come_back_as_a_colleagues(tmp_path):
    path = _commented(written(SENT, tmp_path / "ut.docx"), (PROGRAM, "Fel: Talet saknas."), ("Kollega", "Stämmer."))
    assert [one.author for one in fetched(path).comments] == ["Kollega"]


def test_a_comment_that_is_settled_in_word_comes_back_settled(tmp_path):
    path = _commented(written(SENT, tmp_path / "ut.docx"), ("Kollega", "Är detta klart?"), ("Kollega", "Och detta?"))

    def name(root: etree._Element) -> None:
        for number, line in enumerate(root.iter(f"{W}p")):
            line.set("{http://schemas.microsoft.com/office/word/2010/wordml}paraId", f"0000000{number}")

    changed(path, name, "word/comments.xml")
    done = '<w15:commentEx w15:paraId="00000000" w15:done="1"/><w15:commentEx w15:paraId="00000001" w15:done="0"/>'
    _add_part(path, "word/commentsExtended.xml", f"<w15:commentsEx {_NS}>{done}</w15:commentsEx>")
    assert [one.resolved for one in fetched(path).comments] == [True, False]


def test_an_answer_in_a_thread_is_an_answer_and_one_to_a_finding_is_a_comment(tmp_path):
    said = (
        (PROGRAM, "Fel: Talet saknas."),
        ("Kollega", "Talet kommer i mars."),
        ("Chef", "Bra."),
        ("Kollega", "Klart?"),
    )
    path = _commented(written(SENT, tmp_path / "ut.docx"), *said, ("Chef", "Ja."))

    def name(root: etree._Element) -> None:
        for number, line in enumerate(root.iter(f"{W}p")):
            line.set("{http://schemas.microsoft.com/office/word/2010/wordml}paraId", f"0000000{number}")

    changed(path, name, "word/comments.xml")
    parents = {0: None, 1: 0, 2: 0, 3: None, 4: 3}
    told = "".join(
        f'<w15:commentEx w15:paraId="0000000{own}" {f"""w15:paraIdParent="0000000{above}" """ if above is not None else ""}'
        f'w15:done="{int(own >= 3)}"/>'
        for own, above in parents.items()
    )
    _add_part(path, "word/commentsExtended.xml", f"<w15:commentsEx {_NS}>{told}</w15:commentsEx>")
    first, second = fetched(path).comments
    assert (first.text, [one.text for one in first.replies], first.resolved) == (
        "Talet kommer i mars.",
        ["Bra."],
        False,
    )
    assert (second.text, [one.text for one in second.replies], second.resolved) == ("Klart?", ["Ja."], True)


def test_comments_that_answer_each_other_in_a_circle_are_all_read(tmp_path):
    path = _commented(written(SENT, tmp_path / "ut.docx"), ("Kollega", "Ett."), ("Chef", "Två."))

    def name(root: etree._Element) -> None:
        for number, line in enumerate(root.iter(f"{W}p")):
            line.set("{http://schemas.microsoft.com/office/word/2010/wordml}paraId", f"0000000{number}")

    changed(path, name, "word/comments.xml")
    told = "".join(
        f'<w15:commentEx w15:paraId="0000000{a}" w15:paraIdParent="0000000{b}"/>' for a, b in ((0, 1), (1, 0))
    )
    _add_part(path, "word/commentsExtended.xml", f"<w15:commentsEx {_NS}>{told}</w15:commentsEx>")
    assert {one.text for one in fetched(path).comments} == {"Ett.", "Två."}


def test_a_comment_over_several_paragraphs_comes_once_and_on_deleted_words_too(tmp_path):
    path = _commented(written(SENT, tmp_path / "ut.docx"), ("Kollega", "Gäller båda."))

    def spread(root: etree._Element) -> None:
        start, end = (next(root.iter(f"{W}commentRange{side}")) for side in ("Start", "End"))
        first, second, *_rest = paragraphs_in(controls(root, ANALYSIS.tag)[0])
        next(first.iter(f"{W}r")).addprevious(start)
        second.append(end)

    changed(path, spread, DOCUMENT)
    (comment,) = fetched(path).comments
    assert comment.place.whole.is_within(ANALYSIS)
