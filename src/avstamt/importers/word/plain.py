"""A Word document that anyone may have written, as the lines of text that the importer of text reads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from avstamt.domain.goal import Assessment
from avstamt.domain.printed import seen
from avstamt.importers.word.pieces import Piece, ReadCell, ReadParagraph, ReadTable

_BULLET = "• "
_ASSESSMENTS = "|".join((*Assessment, "Uppfyllt", "Delvis uppfyllt", "Ej uppfyllt"))
_SYMBOL = re.compile(rf"^[^\w\s]\s+(?=(?:{_ASSESSMENTS})\b)", re.IGNORECASE)
_SAID = re.compile(rf"(?:[^\w\s]\s+)?(?:{_ASSESSMENTS})\.?", re.IGNORECASE)
_KINDS = r"KF:s (?:inriktningsmål|mål för verksamhetsområdet)|(?:Nämnd|Enhets|Nämndens |Enhetens )?mål"
_GOAL = re.compile(rf"(?P<kind>{_KINDS}):\s*(?P<title>\S.*)", re.IGNORECASE)
_GOAL_NAMES = re.compile(rf"(?:{_KINDS}):?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PlainLine:
    """A line of text and the paragraphs it comes from, by their numbers in the file."""

    text: str
    paragraphs: tuple[int, ...]


def plain_lines(pieces: Sequence[Piece]) -> tuple[PlainLine, ...]:
    """Return a document's lines: a paragraph is a line, a table's row is one with tabs between its cells."""
    return tuple(_lines(pieces))


def _lines(pieces: Sequence[Piece]) -> Iterator[PlainLine]:
    for piece in pieces:
        if isinstance(piece, ReadParagraph):
            yield from _of_paragraph(piece)
        elif _is_form(piece):
            yield from _of_form(piece)
        else:
            for row in _rows(piece):
                numbers = tuple(paragraph.number for cell in row for paragraph in cell.paragraphs)
                yield PlainLine("\t".join(_cells(row)), numbers)


def _of_paragraph(paragraph: ReadParagraph) -> Iterator[PlainLine]:
    text = _SYMBOL.sub("", _on_one_line(paragraph.text))
    goal = _GOAL.fullmatch(text) if _is_heading(paragraph) else None
    numbers = (paragraph.number,)
    if goal is not None and (paragraph.counted or goal["kind"].lower() == "mål"):
        yield from (PlainLine(line, numbers) for line in _goal(goal["kind"], goal["title"], paragraph.counted))
        return
    is_item = paragraph.kind.startswith("b") and text
    before = _BULLET if is_item else f"{paragraph.counted} " if paragraph.counted and text else ""
    yield PlainLine(f"{before}{text}", numbers)


def _is_heading(paragraph: ReadParagraph) -> bool:
    """Tell whether a paragraph is a heading, by its style or as people make them: all of it bold."""
    return paragraph.kind.startswith("h") or all(run.bold for run in paragraph.runs if run.text.strip())


def _goal(kind: str, title: str, number: str) -> tuple[str, str]:
    """Return a goal as its kind and its title on a line each; what a unit calls just a goal is its own."""
    is_own = kind.lower() == "mål"
    return (
        f"{'Enhetsmål' if is_own else kind}:",
        title if is_own or "enhet" in kind.lower() else f"{number} {title}".strip(),
    )


def _is_form(table: ReadTable) -> bool:
    """Tell whether a table is a form of two columns, a goal's name first and what is said of it below."""
    return (
        len(table.rows) > 1
        and all(len(row) == 2 and len(row[1].paragraphs) == len(row[1].pieces) for row in table.rows)  # noqa: PLR2004 - label and text
        and _GOAL_NAMES.fullmatch(_on_one_line(table.rows[0][0].text)) is not None
    )


def _of_form(table: ReadTable) -> Iterator[PlainLine]:
    for label, said in sorted(table.rows, key=_order):
        called, numbers = _on_one_line(label.text), tuple(line.number for line in label.paragraphs)
        if _GOAL_NAMES.fullmatch(called):
            lines = _goal(called.rstrip(":"), _on_one_line(said.text), "")
            yield from (PlainLine(line, (*numbers, *(one.number for one in said.paragraphs))) for line in lines)
            continue
        if not _is_assessment(said):
            yield PlainLine(called, numbers)
        yield from _lines(said.pieces)


def _order(row: Sequence[ReadCell]) -> int:
    """Return where a row of a form belongs: the goal first, then its assessment, then its texts in their order."""
    if _GOAL_NAMES.fullmatch(_on_one_line(row[0].text)):
        return 0
    return 1 if _is_assessment(row[1]) else 2


def _is_assessment(cell: ReadCell) -> bool:
    return _SAID.fullmatch(_on_one_line(cell.text)) is not None


def _rows(table: ReadTable) -> list[list[ReadCell]]:
    """Return a table's rows; a head of indicators on two rows, with heads over several columns, is made one."""
    if len(table.rows) < 2:  # noqa: PLR2004 - two rows of heads
        return table.rows
    first, second, *rest = table.rows
    is_double = any(cell.columns > 1 for cell in first) and bool(second) and not second[0].text.strip()
    if not is_double or not _on_one_line(first[0].text).lower().startswith("indikator"):
        return table.rows
    above = [cell for cell in first for _column in range(cell.columns)]
    below = [cell for cell in second for _column in range(cell.columns)]
    return [[ReadCell([*top.pieces, *low.pieces]) for top, low in zip(above, below, strict=False)], *rest]


def _cells(row: Sequence[ReadCell]) -> Iterator[str]:
    """Yield the cells of a row, each in its column: one that reaches over several is followed by empty ones."""
    for number, cell in enumerate(row, 1):
        yield _on_one_line(cell.text).replace("\t", " ")
        if number < len(row):
            yield from [""] * (cell.columns - 1)


def _on_one_line(text: str) -> str:
    return " ".join(part for part in seen(text).split("\n") if part).strip()
