"""Blocks of cells as tab-separated text, the way spreadsheets exchange them."""

from __future__ import annotations

import csv
import io
import json

from PySide6.QtCore import QMimeData

from avstamt.ui.tables.numbers import for_spreadsheets

MIME = "application/x-avstamt-cells"


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


def copied(rows: list[list[str]]) -> QMimeData:
    """Return a block for the clipboard: exactly as it stands for our own tables, and as a spreadsheet counts with it."""
    data = QMimeData()
    data.setData(MIME, json.dumps(rows).encode())
    data.setText(as_text([[for_spreadsheets(cell) for cell in row] for row in rows]))
    return data


def pasted(data: QMimeData) -> list[list[str]]:
    """Return the cells of what lies on the clipboard."""
    if data.hasFormat(MIME):
        rows: list[list[str]] = json.loads(bytes(data.data(MIME).data()))
        return rows
    return as_block(data.text())
