"""The granskningsprotokoll: what a review found, set aside, tried and compared with, as Word or as a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from avstamt.export.files import write_file
from avstamt.export.layout import Layout, shipped_layout
from avstamt.export.paper.characters import printable
from avstamt.export.protocol_content import (
    COVERAGE_HEADS,
    FACTS_HEADS,
    Review,
    coverage_rows,
    facts,
    finding_rows,
    protocol_title,
    waiver_rows,
)
from avstamt.export.protocol_outline import protocol_outline
from avstamt.export.refused import ExportRefused
from avstamt.export.sheets import Sheet, SheetRow, Value

__all__ = ["SUFFIXES", "Review", "protocol_sheets", "require_suffix", "write_protocol"]

SUFFIXES = (".docx", ".xlsx")
_FINDING_HEADS = ("Rapport", "Nr", "Nivå", "Var", "Anmärkning", "Åtgärd", "Belägg", "Regel", "Plats")
_WAIVER_HEADS = ("Rapport", "Var", "Anmärkning", "Skäl", "Av", "Regel")


def write_protocol(reviews: Sequence[Review], path: Path, layout: Layout | None = None) -> None:
    """Write the protocol as Word or Excel, by the file's suffix; raises ExportRefused."""
    require_suffix(path)
    if path.suffix.lower() == ".docx":
        from avstamt.export.word import word_bytes

        write_file(path, word_bytes(protocol_outline(reviews), layout or shipped_layout()))
    else:
        from avstamt.export.workbook import book_bytes

        write_file(path, book_bytes(protocol_title(reviews), protocol_sheets(reviews)))


def require_suffix(path: Path) -> None:
    """Raise ExportRefused where a protocol cannot have this file name."""
    if path.suffix.lower() not in SUFFIXES:
        raise ExportRefused(f"Protokollet {path} ska heta något på .docx eller .xlsx. Välj ett av dem.")


def protocol_sheets(reviews: Sequence[Review]) -> tuple[Sheet, ...]:
    """Return the four sheets: Översikt, Anmärkningar, Undantag, Prövat."""
    overview = [(*row, review) for review in reviews for row in (*facts(review), ("Anmärkningar", review.summary))]
    return (
        _sheet(
            "Översikt",
            ("Rapport", *FACTS_HEADS),
            (44, 22, 80),
            [(one.name, name, said) for name, said, one in overview],
        ),
        _sheet("Anmärkningar", _FINDING_HEADS, (34, 6, 12, 44, 60, 40, 60, 10, 40), _findings(reviews), fixed=3),
        _sheet("Undantag", _WAIVER_HEADS, (34, 44, 60, 44, 24, 10), _waivers(reviews)),
        _sheet("Prövat", ("Rapport", *COVERAGE_HEADS), (34, 60, 10, 10), _tried(reviews)),
    )


def _sheet(
    name: str, heads: tuple[str, ...], widths: tuple[int, ...], rows: Sequence[tuple[Value, ...]], fixed: int = 1
) -> Sheet:
    made = (SheetRow(tuple(printable(cell) if isinstance(cell, str) else cell for cell in row)) for row in rows)
    return Sheet(name, heads, widths, tuple(made), fixed)


def _findings(reviews: Sequence[Review]) -> list[tuple[Value, ...]]:
    return [
        (
            review.name,
            row.number,
            row.level,
            row.where,
            row.message,
            row.advice,
            "\n".join(row.evidence),
            row.rule,
            row.place,
        )
        for review in reviews
        for row in finding_rows(review)
    ]


def _waivers(reviews: Sequence[Review]) -> list[tuple[Value, ...]]:
    return [
        (review.name, row.where, row.message, row.reason, row.who, row.rule)
        for review in reviews
        for row in waiver_rows(review)
    ]


def _tried(reviews: Sequence[Review]) -> list[tuple[Value, ...]]:
    return [(review.name, *row) for review in reviews for row in coverage_rows(review)]
