"""The plain pieces of work that ours are compared with."""

from __future__ import annotations

from io import BytesIO

import docx

from avstamt.domain.base import Frozen
from avstamt.domain.economy import EconomyTable
from avstamt.domain.indicator import INDICATOR_FIGURES
from avstamt.domain.report import Report
from avstamt.domain.text import RichText, block_text


def split_words(text: str) -> int:
    """Split a text into lines and the lines into words, and count them."""
    return sum(len(line.split()) for line in text.split("\n"))


def walk(part: object) -> int:
    """Visit every value of a report once, and count them."""
    if isinstance(part, Frozen):
        return 1 + sum(walk(getattr(part, name)) for name in type(part).model_fields)
    if isinstance(part, tuple):
        return sum(map(walk, part))
    return 1


def naive_word(report: Report) -> bytes:
    """Write every paragraph and every table cell of a report with python-docx, cell by cell, without make-up."""
    document = docx.Document()
    for text in _texts(report):
        document.add_paragraph(text)
    for rows in _tables(report):
        table = document.add_table(rows=len(rows), cols=max(map(len, rows)))
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                table.cell(r, c).text = text
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def _texts(part: object) -> list[str]:
    if isinstance(part, RichText):
        return [block_text(block) for block in part.blocks]
    if isinstance(part, Frozen):
        own = [part.title] if hasattr(part, "title") and isinstance(part.title, str) else []
        return own + [text for name in type(part).model_fields for text in _texts(getattr(part, name))]
    return [text for inner in part for text in _texts(inner)] if isinstance(part, tuple) else []


def _tables(report: Report) -> list[list[list[str]]]:
    indicators = [
        [[row.name, *(getattr(row, figure) for figure in INDICATOR_FIGURES), row.period] for row in goal.indicators]
        for goal in report.goals
    ]
    activities = [
        [[row.text, row.start, row.end, "Avvikelse" if row.deviation else ""] for row in goal.activities]
        for goal in report.goals
    ]
    economy = [_economy(table) for section in report.sections for table in section.tables]
    return [rows for rows in (*indicators, *activities, *economy) if rows]


def _economy(table: EconomyTable) -> list[list[str]]:
    heads = [table.corner, *(column.title for column in table.columns)]
    return [heads, *([row.label, *(row.text(column.id) for column in table.columns)] for row in table.rows)]
