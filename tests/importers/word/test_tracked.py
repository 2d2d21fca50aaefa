"""Changes that Word has tracked and nobody has accepted are read as if they were: rows, moves, marks and formatting."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

from lxml import etree
from tests.builders import activity, goal, indicator, report, result_table, section, text
from tests.importers.word.documents import W, changed, controls, fetched, paragraphs_in, written

from avstamt.domain.place import Place
from avstamt.domain.text import Paragraph, RichText, Run, TextCell, TextTable, runs_text
from avstamt.importers.word.returning import Returned
from avstamt.importers.word.tracking import Hand

_WHO = 'w:author="Kollega" w:date="2026-02-03T10:11:00Z"'
_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TABLE = TextTable(
    id="t1",
    header=True,
    rows=tuple(
        tuple(TextCell(runs=(Run(text=words),)) for words in row)
        for row in (("Månad", "Antal"), ("Januari", "4"), ("Februari", "6"))
    ),
)
SENT = report(
    goal(
        "Trygg omsorg",
        id="g1",
        number="1.1",
        analysis=text("Första stycket.", "Andra stycket.", "Tredje stycket."),
        follow_up=RichText(blocks=(Paragraph(id="p1", runs=(Run(text="Så här föll det ut:"),)), _TABLE)),
        indicators=(
            indicator("Andel nöjda", id="i1", outcome="80 %", target="85 %"),
            indicator("Andel trygga", id="i2", outcome="70 %", target="75 %"),
        ),
        activities=(activity("Utbilda alla i bemötande", id="a1", start="2026-01-01", end="2026-06-30"),),
    ),
    goal("Ekonomi i balans", id="g2", number="1.2", analysis=text("Budgeten höll.")),
    sections=(section("Ekonomi", id="s1", tables=(result_table(id="e1"),)),),
    id="r1",
)
ANALYSIS = Place.of("goals", "g1", "analysis")
FIRST, SECOND = (Place.of("goals", "g1", "indicators", one) for one in ("i1", "i2"))


def _xml(content: str) -> etree._Element:
    return etree.fromstring(f"<x {_NS}>{content}</x>")[0]


def _back(tmp_path: Path, change: Callable[[etree._Element], None]) -> Returned:
    return fetched(changed(written(SENT, tmp_path / "ut.docx"), change))


def _row(root: etree._Element, place: Place) -> etree._Element:
    """Return the row of a table in which the name of a part stands."""
    named = controls(root, (place / ("text" if "activities" in place.path else "name")).tag)
    return next(named[0].iterancestors(f"{W}tr"))


def _strike(holder: etree._Element, kind: str = "del") -> None:
    """Mark every word in an element, and the marks of its paragraphs, as deleted or as moved away."""
    for run in list(holder.iter(f"{W}r")):
        gone = _xml(f'<w:{kind} w:id="901" {_WHO}/>')
        run.addprevious(gone)
        gone.append(run)
        for words in run.iter(f"{W}t") if kind == "del" else ():
            words.tag = f"{W}delText"
    for paragraph in [holder] if holder.tag == f"{W}p" else list(holder.iter(f"{W}p")):
        paragraph[0].append(_xml(f'<w:rPr><w:{kind} w:id="902" {_WHO}/></w:rPr>'))


def _mark_row(row: etree._Element, kind: str) -> etree._Element:
    properties = row.find(f"{W}trPr")
    if properties is None:
        properties = etree.Element(f"{W}trPr")
        row.insert(0, properties)
    properties.append(_xml(f'<w:{kind} w:id="903" {_WHO}/>'))
    return row


def _delete_row(row: etree._Element) -> None:
    _mark_row(row, "del")
    _strike(row)


def _new_row(like: etree._Element, *cells: str) -> etree._Element:
    """Return a row as Word adds one beside another: no controls, no bookmarks, the words tracked as inserted."""
    made = deepcopy(like)
    for paragraph, words in zip(made.iter(f"{W}p"), cells, strict=True):
        for child in list(paragraph)[1:]:
            paragraph.remove(child)
        paragraph[0].append(_xml(f'<w:rPr><w:ins w:id="904" {_WHO}/></w:rPr>'))
        if words:
            paragraph.append(_xml(f'<w:ins w:id="905" {_WHO}><w:r><w:t>{words}</w:t></w:r></w:ins>'))
    return _mark_row(made, "ins")


def _indicators(back: Returned) -> list[tuple[str, str, str]]:
    return [(one.name, one.outcome, one.target) for one in back.report.goals[0].indicators]


def test_a_row_that_was_deleted_is_told_as_gone_and_the_report_keeps_it(tmp_path):
    back = _back(tmp_path, lambda root: _delete_row(_row(root, FIRST)))
    assert back.gone == (FIRST,)
    assert back.missing_alone == ()
    assert back.report == SENT
    assert back.loose == ()


def test_a_row_that_was_added_is_an_indicator_between_its_neighbours(tmp_path):
    def add(root: etree._Element) -> None:
        row = _row(root, FIRST)
        cells = len(list(row.iter(f"{W}tc")))
        row.addnext(_new_row(row, "Andel delaktiga", "60 %", *[""] * (cells - 2)))

    back = _back(tmp_path, add)
    assert [name for name, _outcome, _target in _indicators(back)] == ["Andel nöjda", "Andel delaktiga", "Andel trygga"]
    assert back.report.goals[0].indicators[1].outcome == "60 %"
    assert (back.loose, back.gone, back.missing) == ((), (), ())


def test_two_rows_added_at_the_top_stand_first_in_their_order(tmp_path):
    def add(root: etree._Element) -> None:
        row = _row(root, FIRST)
        empty = [""] * (len(list(row.iter(f"{W}tc"))) - 1)
        for name in ("Andel ett", "Andel två"):
            row.addprevious(_new_row(row, name, *empty))

    names = [name for name, _outcome, _target in _indicators(_back(tmp_path, add))]
    assert names == ["Andel ett", "Andel två", "Andel nöjda", "Andel trygga"]


def test_a_row_of_figures_that_was_added_has_its_figures_in_their_columns(tmp_path):
    place = Place.of("sections", "s1", "tables", "e1", "rows")

    def add(root: etree._Element) -> None:
        first = SENT.sections[0].tables[0].rows[0].id
        row = next(controls(root, (place / first / "label").tag)[0].iterancestors(f"{W}tr"))
        row.addnext(_new_row(row, "Hyror", "-1 000", "-1 050", "-50"))

    back = _back(tmp_path, add)
    rows = back.report.sections[0].tables[0].rows
    assert [row.label for row in rows] == ["Intäkter", "Hyror", "Kostnader", "Netto"]
    assert [cell.text for cell in rows[1].cells] == ["-1 000", "-1 050", "-50"]
    assert [cell.id for cell in rows[1].cells] == [cell.id for cell in rows[0].cells]


def test_a_row_that_was_moved_is_read_where_it_came_and_is_not_gone(tmp_path):
    def move(root: etree._Element) -> None:
        row = _row(root, FIRST)
        came = _mark_row(deepcopy(row), "ins")
        _row(root, SECOND).addnext(came)
        _delete_row(row)

    back = _back(tmp_path, move)
    assert (back.gone, back.missing, back.loose) == ((), (), ())
    assert back.report == SENT


def test_a_row_that_was_copied_and_filled_in_anew_is_a_row_of_its_own(tmp_path):
    """Word copies the controls with their names, and leaves the bookmarks where they were."""

    def copy(root: etree._Element) -> None:
        row = _row(root, FIRST)
        copied = deepcopy(row)
        for mark in [node for node in copied.iter() if node.tag in (f"{W}bookmarkStart", f"{W}bookmarkEnd")]:
            mark.getparent().remove(mark)
        next(copied.iter(f"{W}t")).text = "Andel mycket nöjda"
        row.addprevious(copied)

    back = _back(tmp_path, copy)
    assert _indicators(back) == [
        ("Andel mycket nöjda", "80 %", "85 %"),
        ("Andel nöjda", "80 %", "85 %"),
        ("Andel trygga", "70 %", "75 %"),
    ]


def test_an_activity_that_was_deleted_and_a_goal_cut_out_whole_are_gone_as_parts(tmp_path):
    part = Place.of("goals", "g1", "activities", "a1")
    assert _back(tmp_path, lambda root: _delete_row(_row(root, part))).gone == (part,)

    def cut(root: etree._Element) -> None:
        title = controls(root, Place.of("goals", "g2", "title").tag)[0].getparent()
        last = controls(root, Place.of("goals", "g2", "analysis").tag)[0]
        holder = title.getparent()
        for node in list(holder)[holder.index(title) : holder.index(last) + 1]:
            holder.remove(node)

    assert _back(tmp_path, cut).gone == (Place.of("goals", "g2"),)


def test_rows_added_and_deleted_in_a_table_of_the_text_are_as_if_accepted(tmp_path):
    place = Place.of("goals", "g1", "follow_up")

    def edit(root: etree._Element) -> None:
        _head, january, february = next(controls(root, place.tag)[0].iter(f"{W}tbl")).iter(f"{W}tr")
        _delete_row(january)
        february.addnext(_new_row(february, "Mars", "9"))

    back = _back(tmp_path, edit)
    rows = [[runs_text(cell.runs) for cell in row] for row in back.report.goals[0].follow_up.blocks[1].rows]
    assert rows == [["Månad", "Antal"], ["Februari", "6"], ["Mars", "9"]]


def test_cells_that_were_deleted_are_gone_and_those_added_are_there(tmp_path):
    place = Place.of("goals", "g1", "follow_up")

    def edit(root: etree._Element) -> None:
        for row in next(controls(root, place.tag)[0].iter(f"{W}tbl")).iter(f"{W}tr"):
            cell = list(row.iter(f"{W}tc"))[1]
            came = deepcopy(cell)
            came[0].append(_xml(f'<w:cellIns w:id="906" {_WHO}/>'))
            next(came.iter(f"{W}t")).text = "Ny"
            cell.addnext(came)
            cell[0].append(_xml(f'<w:cellDel w:id="907" {_WHO}/>'))

    back = _back(tmp_path, edit)
    rows = [[runs_text(cell.runs) for cell in row] for row in back.report.goals[0].follow_up.blocks[1].rows]
    assert rows == [["Månad", "Ny"], ["Januari", "Ny"], ["Februari", "Ny"]]


def test_a_whole_table_of_the_text_that_was_deleted_is_gone(tmp_path):
    place = Place.of("goals", "g1", "follow_up")

    def edit(root: etree._Element) -> None:
        for row in list(next(controls(root, place.tag)[0].iter(f"{W}tbl")).iter(f"{W}tr")):
            _delete_row(row)

    assert _back(tmp_path, edit).report.goals[0].follow_up.plain == "Så här föll det ut:"


def _analysis(root: etree._Element) -> list[etree._Element]:
    return paragraphs_in(controls(root, ANALYSIS.tag)[0])


def _lines(back: Returned) -> list[str]:
    return back.report.goals[0].analysis.plain.split("\n")


def test_a_paragraph_that_was_moved_stands_only_where_it_came(tmp_path):
    def move(root: etree._Element) -> None:
        first, _second, third = _analysis(root)
        came = _xml(
            f'<w:p><w:pPr><w:rPr><w:moveTo w:id="1" {_WHO}/></w:rPr></w:pPr>'
            f'<w:moveToRangeStart w:id="2" {_WHO} w:name="move1"/><w:moveTo w:id="3" {_WHO}><w:r><w:t>Första stycket.</w:t></w:r></w:moveTo></w:p>'
        )
        third.addprevious(came)
        came.addnext(_xml('<w:moveToRangeEnd w:id="2"/>'))
        _strike(first, "moveFrom")
        first.addprevious(_xml(f'<w:moveFromRangeStart w:id="4" {_WHO} w:name="move1"/>'))
        first.addnext(_xml('<w:moveFromRangeEnd w:id="4"/>'))

    assert _lines(_back(tmp_path, move)) == ["Andra stycket.", "Första stycket.", "Tredje stycket."]


def test_words_moved_to_another_field_leave_the_one_and_come_to_the_other(tmp_path):
    def move(root: etree._Element) -> None:
        run = next(_analysis(root)[1].iter(f"{W}r"))
        gone = _xml(f'<w:moveFrom w:id="1" {_WHO}/>')
        run.addprevious(gone)
        gone.append(run)
        target = paragraphs_in(controls(root, Place.of("goals", "g2", "analysis").tag)[0])[0]
        target.append(_xml(f'<w:moveTo w:id="2" {_WHO}><w:r><w:t> Andra stycket.</w:t></w:r></w:moveTo>'))

    back = _back(tmp_path, move)
    assert _lines(back) == ["Första stycket.", "Tredje stycket."]
    assert back.report.goals[1].analysis.plain == "Budgeten höll. Andra stycket."


def test_a_title_that_was_moved_with_its_control_keeps_its_words(tmp_path):
    """What is left behind at the old place has the name too, and nothing but struck out words."""
    place = Place.of("goals", "g2", "title")

    def move(root: etree._Element) -> None:
        (control,) = controls(root, place.tag)
        heading = control.getparent()
        came = deepcopy(heading)
        for mark in [node for node in came.iter() if node.tag in (f"{W}bookmarkStart", f"{W}bookmarkEnd")]:
            mark.getparent().remove(mark)
        heading.addnext(came)
        _strike(heading, "moveFrom")

    back = _back(tmp_path, move)
    assert [one.title for one in back.report.goals] == ["Trygg omsorg", "Ekonomi i balans"]
    assert back.missing == ()


def test_the_last_paragraph_struck_out_with_its_mark_takes_nothing_from_the_next_field(tmp_path):
    back = _back(tmp_path, lambda root: _strike(_analysis(root)[-1]))
    assert _lines(back) == ["Första stycket.", "Andra stycket."]
    assert back.report.goals[1] == SENT.goals[1]
    assert (back.loose, back.missing) == ((), ())


def test_two_paragraphs_put_together_are_one(tmp_path):
    def join(root: etree._Element) -> None:
        first, second, _third = _analysis(root)
        first[0].append(_xml(f'<w:rPr><w:del w:id="1" {_WHO}/></w:rPr>'))
        next(second.iter(f"{W}r")).addprevious(
            _xml(f'<w:ins w:id="2" {_WHO}><w:r><w:t xml:space="preserve"> </w:t></w:r></w:ins>')
        )

    assert _lines(_back(tmp_path, join)) == ["Första stycket. Andra stycket.", "Tredje stycket."]


def test_a_paragraph_that_was_inserted_is_there(tmp_path):
    def add(root: etree._Element) -> None:
        made = _xml(
            f'<w:p><w:pPr><w:rPr><w:ins w:id="1" {_WHO}/></w:rPr></w:pPr>'
            f'<w:ins w:id="2" {_WHO}><w:r><w:t>Ett nytt stycke</w:t></w:r></w:ins>'
            f'<w:ins w:id="3" {_WHO}><w:del w:id="4" w:author="Chef"><w:r><w:delText> som ströks</w:delText></w:r></w:del></w:ins>'
            f"<w:r><w:t>.</w:t></w:r></w:p>"
        )
        _analysis(root)[0].addnext(made)

    lines = _lines(_back(tmp_path, add))
    assert lines == ["Första stycket.", "Ett nytt stycke.", "Andra stycket.", "Tredje stycket."]


def test_changes_of_formatting_alone_are_no_changes(tmp_path):
    def reformat(root: etree._Element) -> None:
        for paragraph in _analysis(root):
            paragraph[0].append(
                _xml(f'<w:pPrChange w:id="1" {_WHO}><w:pPr><w:pStyle w:val="Heading1"/></w:pPr></w:pPrChange>')
            )
            run = next(paragraph.iter(f"{W}r"))
            run.insert(
                0,
                _xml(
                    f'<w:rPr><w:sz w:val="24"/><w:color w:val="FF0000"/><w:rPrChange w:id="2" {_WHO}><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr>'
                ),
            )
        for table in root.iter(f"{W}tbl"):
            table[0].append(
                _xml(f'<w:tblPrChange w:id="3" {_WHO}><w:tblPr><w:tblStyle w:val="x"/></w:tblPr></w:tblPrChange>')
            )
            for row in table.iter(f"{W}tr"):
                _mark_row(row, "trPrChange")[0][-1].append(_xml("<w:trPr><w:tblHeader/></w:trPr>"))
            for cell in table.iter(f"{W}tc"):
                cell[0].append(_xml(f'<w:tcPrChange w:id="4" {_WHO}><w:tcPr/></w:tcPrChange>'))
        root.find(f"{W}body/{W}sectPr").append(_xml(f'<w:sectPrChange w:id="5" {_WHO}><w:sectPr/></w:sectPrChange>'))

    back = _back(tmp_path, reformat)
    assert back.report == SENT
    assert (back.loose, back.missing, back.gone) == ((), (), ())


def _hands(back: Returned, place: Place) -> list[tuple[str, str]]:
    return [(hand.author, hand.created) for hand in sorted(back.hands.get(place, ()))]


def test_who_changed_a_field_and_when_is_read_from_every_mark_in_it(tmp_path):
    def edit(root: etree._Element) -> None:
        first, second, _third = _analysis(root)
        first.append(
            _xml('<w:ins w:id="1" w:author="Chef" w:date="2026-02-04T08:00:00Z"><w:r><w:t> Mer.</w:t></w:r></w:ins>')
        )
        _strike(second)
        name = controls(root, (SECOND / "name").tag)[0]
        next(name.iter(f"{W}r")).addprevious(_xml(f'<w:ins w:id="2" {_WHO}><w:r><w:t>Ny </w:t></w:r></w:ins>'))

    back = _back(tmp_path, edit)
    assert _hands(back, ANALYSIS) == [("Kollega", "2026-02-03T10:11:00"), ("Chef", "2026-02-04T08:00:00")]
    assert _hands(back, SECOND / "name") == [("Kollega", "2026-02-03T10:11:00")]
    assert back.hands.keys() == {ANALYSIS, SECOND / "name"}


def test_who_added_and_who_deleted_a_row_is_known(tmp_path):
    def edit(root: etree._Element) -> None:
        row = _row(root, FIRST)
        cells = len(list(row.iter(f"{W}tc")))
        _row(root, SECOND).addnext(_new_row(row, "Andel delaktiga", "60 %", *[""] * (cells - 2)))
        _delete_row(row)

    back = _back(tmp_path, edit)
    added = Place.of("goals", "g1", "indicators", back.report.goals[0].indicators[2].id)
    assert back.gone == (FIRST,)
    assert back.hands == dict.fromkeys((FIRST, added), frozenset([Hand("2026-02-03T10:11:00", "Kollega")]))


def test_a_document_without_tracked_changes_tells_nobody(tmp_path):
    assert _back(tmp_path, lambda root: next(_analysis(root)[0].iter(f"{W}t")).set("x", "y")).hands == {}
