"""Blocks of cells as tab-separated text, the way spreadsheets exchange them."""

from __future__ import annotations

import csv
import io


def as_text(rows: list[list[str]]) -> str:
    """Return a block of cells as text: tabs between cells, a cell with tab, quote or line break in quotes."""
    stream = io.StringIO()
    csv.writer(stream, dialect="excel-tab", lineterminator="\n").writerows(rows)
    return stream.getvalue().removesuffix("\n")


def as_block(text: str) -> list[list[str]]:
    """Return the cells of a pasted text; a text without tabs or line breaks is one cell."""
    if '"' not in text:
        lines = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n")
        return [line.split("\t") for line in lines]
    return [row or [""] for row in csv.reader(io.StringIO(text.replace("\r\n", "\n")), dialect="excel-tab")]
