"""A Word document that anyone may have written, as the lines of text that the importer of text reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from avstamt.importers.word.goal_signs import goals_among, is_goal_name, named_goal, on_one_line
from avstamt.importers.word.pieces import Piece, ReadCell, ReadParagraph, ReadTable
from avstamt.importers.word.plain_tables import in_known_columns, table_rows
from avstamt.importers.word.verdicts import is_verdict_name, verdict

_BULLET = "• "
_FORM = 2


@dataclass(frozen=True, slots=True)
class PlainLine:
    """A line of text and the paragraphs it comes from, by their numbers in the file."""

    text: str
    paragraphs: tuple[int, ...]


def plain_lines(pieces: Sequence[Piece]) -> tuple[PlainLine, ...]:
    """Return a document's lines: a paragraph is a line, a table's row is one with tabs between its cells."""
    return tuple(_lines(pieces))


def _lines(pieces: Sequence[Piece]) -> Iterator[PlainLine]:
    goals = dict(goals_among(pieces))
    for at, piece in enumerate(pieces):
        if isinstance(piece, ReadTable):
            yield from _of_table(piece)
        elif at in goals:
            yield from (PlainLine(line, (piece.number,)) for line in goals[at].lines)
        else:
            yield _of_paragraph(piece)


def _of_paragraph(paragraph: ReadParagraph) -> PlainLine:
    text = on_one_line(paragraph.text)
    text = verdict(text) or text
    is_item = paragraph.kind.startswith("b") and text
    before = _BULLET if is_item else f"{paragraph.counted} " if paragraph.counted and text else ""
    return PlainLine(f"{before}{text}", (paragraph.number,))


def _of_table(table: ReadTable) -> Iterator[PlainLine]:
    if _is_form(table):
        yield from _of_form(table)
        return
    rows = table_rows(table)
    if rows and len(rows) > 1 and is_goal_name(rows[0][1][0]):
        yield from _of_goals(rows)
        return
    for numbers, cells in in_known_columns(rows) if rows else ():
        yield PlainLine("\t".join(cells), numbers)


def _is_form(table: ReadTable) -> bool:
    """Tell whether a table is a form of two columns, a goal's name first and what is said of it below."""
    return (
        len(table.rows) > 1
        and all(len(row) == _FORM and len(row[1].paragraphs) == len(row[1].pieces) for row in table.rows)
        and is_goal_name(on_one_line(table.rows[0][0].text))
        and not is_verdict_name(on_one_line(table.rows[0][1].text))
    )


def _of_form(table: ReadTable) -> Iterator[PlainLine]:
    for label, said in sorted(table.rows, key=_order):
        called, numbers = on_one_line(label.text), tuple(line.number for line in label.paragraphs)
        if is_goal_name(called):
            goal = named_goal(called, "", on_one_line(said.text))
            yield from (PlainLine(line, (*numbers, *(one.number for one in said.paragraphs))) for line in goal.lines)
            continue
        if not _is_assessment(label, said):
            yield PlainLine(called, numbers)
            yield from _lines(said.pieces)
            continue
        words = verdict(on_one_line(said.text), alone=False) or ""
        yield PlainLine(words, (*numbers, *(one.number for one in said.paragraphs)))


def _order(row: Sequence[ReadCell]) -> int:
    """Return where a row of a form belongs: the goal first, then its assessment, then its texts in their order."""
    if is_goal_name(on_one_line(row[0].text)):
        return 0
    return 1 if _is_assessment(*row) else 2


def _is_assessment(label: ReadCell, said: ReadCell) -> bool:
    return verdict(on_one_line(said.text), alone=not is_verdict_name(on_one_line(label.text))) is not None


def _of_goals(rows: Sequence[tuple[tuple[int, ...], list[str]]]) -> Iterator[PlainLine]:
    """Yield the lines of a table with a goal on every row: the goal, its assessment, and the columns of its indicator."""
    numbers, head = rows[0]
    judged = next((at for at, cell in enumerate(head) if is_verdict_name(cell)), -1)
    rest = [at for at in range(1, len(head)) if at != judged]
    last = ""
    for own, cells in rows[1:]:
        if cells[0] and cells[0] != last:
            last = cells[0]
            yield from (PlainLine(line, own) for line in named_goal(head[0], "", last).lines)
            if 0 <= judged < len(cells) and cells[judged]:
                yield PlainLine(verdict(cells[judged], alone=False) or f"{head[judged]}: {cells[judged]}", own)
        below = [(numbers, [head[at] for at in rest]), (own, [cells[at] for at in rest if at < len(cells)])]
        for from_these, row in in_known_columns(below) if any(below[1][1]) else ():
            yield PlainLine("\t".join(row), from_these)
