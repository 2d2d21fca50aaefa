"""The report's tables as an Excel workbook: heads that stay, real numbers where a cell is a number."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from avstamt.domain.report import Report
from avstamt.export.files import write_file
from avstamt.export.layout import shipped_layout
from avstamt.export.paper.front import document_title
from avstamt.export.sheets import Number, Sheet, SheetRow, Value, sheets
from avstamt.templates.template import Template

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST_TEXT = 32_700
"""Excel holds 32,767 characters in a cell."""
_CUT = " … (texten är längre än en cell rymmer)"


def write_workbook(report: Report, template: Template, path: Path) -> None:
    """Write the report's tables as an Excel workbook; raises ExportRefused."""
    write_file(path, workbook_bytes(report, template))


def workbook_bytes(report: Report, template: Template) -> bytes:
    """Return the report's tables as an Excel workbook."""
    return book_bytes(document_title(report, template), sheets(report, template))


def book_bytes(title: str, made: Sequence[Sheet]) -> bytes:
    """Return sheets as an Excel workbook."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    _set_properties(book, title)
    for sheet in made:
        _add_sheet(book, sheet)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _set_properties(book: Workbook, title: str) -> None:
    book.properties.title = title
    book.properties.language = "sv-SE"
    book.properties.creator = ""


def _add_sheet(book: Workbook, sheet: Sheet) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    made: Worksheet = book.create_sheet(sheet.name)
    columns = max([len(sheet.heads), *(len(row.values) for row in sheet.rows)])
    for number in range(1, columns + 1):
        made.column_dimensions[get_column_letter(number)].width = sheet.widths[min(number, len(sheet.widths)) - 1]
    _add_row(made, 1, SheetRow((*sheet.heads, *("" for _ in range(columns - len(sheet.heads)))), head=True))
    for number, row in enumerate(sheet.rows, 2):
        _add_row(made, number, row)
    made.freeze_panes = f"{get_column_letter(sheet.fixed + 1)}2"
    made.auto_filter.ref = f"A1:{get_column_letter(columns)}{max(len(sheet.rows) + 1, 2)}"
    made.print_title_rows = "1:1"
    made.page_setup.orientation = "landscape"
    made.page_setup.fitToHeight = 0
    made.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _add_row(made: Worksheet, number: int, row: SheetRow) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    shade = shipped_layout().colours.table_head.lstrip("#")
    for column, content in enumerate(row.values, 1):
        stored, form = _stored(content)
        cell = made.cell(number, column, stored)
        if isinstance(stored, str):
            cell.data_type = "s"  # text, also where it begins like a formula
        cell.number_format = form
        side = "right" if isinstance(content, (Number, int)) else "left"
        cell.alignment = Alignment(horizontal=side, vertical="top", wrap_text=True)
        if row.head or row.total:
            cell.font = Font(bold=True)
        if row.head:
            cell.fill = PatternFill("solid", start_color=shade, end_color=shade)


def _stored(content: Value) -> tuple[str | int | Decimal | dt.date | None, str]:
    """Return what a cell holds and the format that shows it; a share is stored as Excel stores it, 5 % as 0.05."""
    if isinstance(content, Number):
        return (content.amount / 100 if content.unit == "%" else content.amount), number_format(content)
    if isinstance(content, str):
        whole = len(content) <= LONGEST_TEXT
        return (content if whole else content[:LONGEST_TEXT] + _CUT) or None, "General"
    return content, "General" if isinstance(content, int) else "yyyy-mm-dd"


def number_format(number: Number) -> str:
    """Return the Excel format that shows a number with its decimals and its unit."""
    decimals = f".{'0' * number.decimals}" if number.decimals else ""
    if number.unit == "%":
        return f"0{decimals} %"
    unit = number.unit.replace('"', "")
    return f'#,##0{decimals} "{unit}"' if unit else f"#,##0{decimals}"
