"""The granskningsprotokoll as an outline, which Word and PDF print as they print a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from avstamt.domain.place import ROOT
from avstamt.export.outline import LANGUAGE
from avstamt.export.paper.characters import HARD_SPACE, one_line, set_figures
from avstamt.export.paper.items import (
    Align,
    Cell,
    HeadCell,
    Heading,
    Item,
    Line,
    Outline,
    PageBreak,
    Paragraph,
    Role,
    Row,
    Run,
    RunningHead,
    Table,
    TableKind,
)
from avstamt.export.paper.widths import fitted
from avstamt.export.protocol_content import (
    COVERAGE_HEADS,
    FACTS_HEADS,
    FindingRow,
    Review,
    by_level,
    coverage_rows,
    facts,
    finding_rows,
    protocol_title,
    waiver_rows,
)

TITLE = "Granskningsprotokoll"
_FINDING_HEADS = ("Nr", "Var", "Anmärkning", "Belägg", "Regel")
_FINDING_PARTS = (0.1, 2.0, 3.2, 3.4, 0.1)
_WAIVER_HEADS = ("Var", "Anmärkning", "Skäl", "Av", "Regel")
_WAIVER_PARTS = (2.0, 3.0, 3.0, 1.2, 0.1)
_HARD_HYPHEN = "\u2011"
_LEFT = (Align.LEFT,) * len(_FINDING_HEADS)

Cells = tuple[Sequence[Run], ...]


def protocol_outline(reviews: Sequence[Review]) -> Outline:
    """Return the protocol of one or more reviews; each of several begins on a page of its own."""
    title = protocol_title(reviews)
    day = max((review.day for review in reviews), default=None)
    items: list[Item] = [Line(Role.DOCUMENT, TITLE, ROOT)]
    if day is not None:
        items.append(Line(Role.DETAIL, day.isoformat(), ROOT))
    several = len(reviews) > 1
    names = [f"{len(reviews)} rapporter"] if several else [review.name for review in reviews]
    items += [Line(Role.TITLE, one_line(name), ROOT) for name in names]
    if several:
        items.append(_counts(reviews))
    for review in reviews:
        items += [PageBreak(ROOT), _heading(1, review.name)] if several else []
        items += _review(review, 2 if several else 1)
    return Outline(title, LANGUAGE, RunningHead((TITLE,), title), tuple(items))


def _review(review: Review, level: int) -> Iterator[Item]:
    yield _heading(level, "Sammanfattning")
    yield _paragraph(review.summary)
    yield _table(FACTS_HEADS, [(_plain(name, bold=True), _plain(value)) for name, value in facts(review)], (1, 3))
    yield _heading(level, "Anmärkningar")
    rows = finding_rows(review)
    if not rows:
        yield _paragraph("Inga anmärkningar.")
    for name, group in by_level(rows):
        yield _heading(level + 1, f"{name} ({len(group)})")
        yield _table(_FINDING_HEADS, [_finding(row) for row in group], _FINDING_PARTS)
    yield from _waivers(review, level)
    yield from _coverage(review, level)


def _finding(row: FindingRow) -> Cells:
    said = [Run(set_figures(row.message))]
    if row.advice:
        said.append(Run(f"\n→ {set_figures(row.advice)}", italic=True))
    return (_plain(str(row.number)), _plain(row.where), said, _plain(_unbroken(row.evidence)), _code(row.rule))


def _waivers(review: Review, level: int) -> Iterator[Item]:
    yield _heading(level, "Undantag")
    rows = waiver_rows(review)
    if not rows:
        yield _paragraph("Ingen anmärkning är satt åt sidan.")
        return
    cells = [(*map(_plain, (row.where, row.message, row.reason, row.who)), _code(row.rule)) for row in rows]
    yield _table(_WAIVER_HEADS, cells, _WAIVER_PARTS)


def _coverage(review: Review, level: int) -> Iterator[Item]:
    yield _heading(level, "Vad som prövades")
    yield _paragraph(review.coverage.sentence or "Inga påståenden kunde prövas.")
    if rows := coverage_rows(review):
        aligns = (Align.LEFT, Align.RIGHT, Align.RIGHT)
        yield _table(COVERAGE_HEADS, [tuple(_plain(str(value)) for value in row) for row in rows], (3, 1, 1), aligns)


def _counts(reviews: Sequence[Review]) -> Item:
    """Return the table of all reports with their findings by level."""
    rows = [(_plain(review.name), _plain(review.file), _plain(review.summary)) for review in reviews]
    return _table(("Rapport", "Fil", "Anmärkningar"), rows, (3, 3, 3))


def _heading(level: int, text: str) -> Heading:
    return Heading(level, "", "", one_line(text), ROOT)


def _paragraph(text: str) -> Paragraph:
    return Paragraph(tuple(_plain(text)), ROOT)


def _plain(text: str, *, bold: bool = False) -> tuple[Run, ...]:
    return (Run(set_figures(text), bold=bold),) if text else ()


def _code(rule: str) -> tuple[Run, ...]:
    """Return a rule's code, which no line break parts."""
    return (Run(rule.replace("-", _HARD_HYPHEN)),)


def _unbroken(quotes: Sequence[str]) -> str:
    """Return quotes a line each, marked where they are several; a line number stays with its word."""
    mark = f"–{HARD_SPACE}" if len(quotes) > 1 else ""
    return "\n".join(mark + quote.replace("(rad ", f"(rad{HARD_SPACE}") for quote in quotes)


def _table(
    heads: Sequence[str], rows: Sequence[Cells], parts: Sequence[float], aligns: Sequence[Align] = _LEFT
) -> Table:
    aligns = tuple(aligns[: len(heads)])
    made = tuple(
        Row(tuple(Cell(tuple(runs), ROOT, align) for runs, align in zip(cells, aligns, strict=True)), ROOT)
        for cells in rows
    )
    texts = [[_broadest(cell.text) for cell in row.cells] for row in made]
    head = tuple(
        HeadCell(text, ROOT, column, align=align)
        for column, (text, align) in enumerate(zip(heads, aligns, strict=True))
    )
    return Table(TableKind.TEXT, "", ", ".join(heads), fitted(heads, texts, parts, aligns), (head,), made, ROOT)


def _broadest(text: str) -> str:
    return max(text.split("\n"), key=len)
