"""The report's tables as an Excel workbook: one sheet a kind, then the economy tables as forms (the blankettset).

Heads stay where one scrolls, and a cell that is a number holds a real number.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from avstamt.domain.report import Report
from avstamt.export.files import write_file
from avstamt.export.forms import Form, forms
from avstamt.export.layout import shipped_layout
from avstamt.export.paper.front import document_title
from avstamt.export.sheets import Number, Sheet, SheetRow, Value, sheets
from avstamt.templates.template import Template

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST_TEXT = 32_700
"""Excel holds 32,767 characters in a cell."""
_LABEL_WIDTH = 40
_AMOUNT_WIDTH = 13
_CUT = " … (texten är längre än en cell rymmer)"


def write_workbook(report: Report, template: Template, path: Path) -> None:
    """Write the report's tables as an Excel workbook; raises ExportRefused."""
    write_file(path, workbook_bytes(report, template))


def workbook_bytes(report: Report, template: Template) -> bytes:
    """Return the report's tables as an Excel workbook."""
    title = document_title(report, template)
    return book_bytes(title, sheets(report, template), forms(report, title))


def book_bytes(title: str, made: Sequence[Sheet], blanks: Sequence[Form] = ()) -> bytes:
    """Return sheets, and forms after them, as an Excel workbook."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    _set_properties(book, title)
    for sheet in made:
        _add_sheet(book, sheet)
    for form in blanks:
        _add_form(book, form)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _set_properties(book: Workbook, title: str) -> None:
    book.properties.title = title
    book.properties.language = "sv-SE"
    book.properties.creator = ""


def _add_sheet(book: Workbook, sheet: Sheet) -> None:
    from openpyxl.utils import get_column_letter

    made: Worksheet = book.create_sheet(sheet.name)
    columns = max([len(sheet.heads), *(len(row.values) for row in sheet.rows)])
    for number in range(1, columns + 1):
        made.column_dimensions[get_column_letter(number)].width = sheet.widths[min(number, len(sheet.widths)) - 1]
    _add_row(made, 1, SheetRow((*sheet.heads, *("" for _ in range(columns - len(sheet.heads)))), head=True))
    for number, row in enumerate(sheet.rows, 2):
        _add_row(made, number, row)
    made.freeze_panes = f"{get_column_letter(sheet.fixed + 1)}2"
    made.auto_filter.ref = f"A1:{get_column_letter(columns)}{max(len(sheet.rows) + 1, 2)}"
    _set_page(made, "1:1")


def _set_page(made: Worksheet, repeated: str) -> None:
    """Print a sheet on A4 across, as wide as the page, with the `repeated` rows on each."""
    from openpyxl.worksheet.properties import PageSetupProperties

    made.print_title_rows = repeated
    made.page_setup.paperSize = made.PAPERSIZE_A4
    made.page_setup.orientation = "landscape"
    made.page_setup.fitToHeight = 0
    made.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _add_form(book: Workbook, form: Form) -> None:
    """Add a form: what it is, then the table with its heads, which stay and are printed on each page."""
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    made: Worksheet = book.create_sheet(form.name)
    for number, line in enumerate(form.lines, 1):
        made.cell(number, 1, line).font = Font(bold=number == 1, size=14 if number == 1 else 11)
    top = len(form.lines) + 2
    if form.groups:
        _add_groups(made, top, form)
    lowest = top + bool(form.groups)
    _add_row(made, lowest, SheetRow(form.heads, head=True), figures_from=1)
    for number, row in enumerate(form.rows, lowest + 1):
        _add_row(made, number, row, figures_from=1)
    widths = (_LABEL_WIDTH, *(_figure_width(head) for head in form.heads[1:]))
    for number, width in enumerate(widths, 1):
        made.column_dimensions[get_column_letter(number)].width = width
    made.freeze_panes = f"B{lowest + 1}"
    made.sheet_view.showGridLines = False
    _set_page(made, f"{top}:{lowest}")


def _add_groups(made: Worksheet, number: int, form: Form) -> None:
    """Add the row of heads over groups; a head stands over its columns without merging their cells."""
    texts = ["" for _head in form.heads]
    for group in form.groups:
        texts[group.column - 1] = group.text
    _add_row(made, number, SheetRow(tuple(texts), head=True))
    for group in form.groups:
        made.cell(number, group.column).alignment = _aligned("centerContinuous" if group.columns > 1 else "right")
        for column in range(group.column + 1, group.column + group.columns):
            made.cell(number, column).alignment = _aligned("centerContinuous")


def _aligned(side: str) -> Alignment:
    from openpyxl.styles import Alignment

    return Alignment(horizontal=side, vertical="bottom")


def _figure_width(head: str) -> float:
    """Return a column's width in characters: of the longest word of its head, and of an amount in any case."""
    return max(_AMOUNT_WIDTH, 1.2 * max((len(word) for word in head.split()), default=0) + 2)


def _add_row(made: Worksheet, number: int, row: SheetRow, figures_from: int | None = None) -> None:
    """Add a row; from column `figures_from` on, counted from 0, its heads stand over figures, and its rows have rules."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    shade = shipped_layout().colours.table_head.lstrip("#")
    for column, content in enumerate(row.values, 1):
        stored, form = _stored(content)
        cell = made.cell(number, column, stored)
        if isinstance(stored, str):
            cell.data_type = "s"  # text, also where it begins like a formula
        cell.number_format = form
        over_figures = row.head and figures_from is not None and column > figures_from
        side = "right" if over_figures or isinstance(content, (Number, int)) else "left"
        cell.alignment = Alignment(horizontal=side, vertical="bottom" if over_figures else "top", wrap_text=True)
        if figures_from is not None:
            line = Side(style="thin", color=shipped_layout().colours.rule.lstrip("#"))
            strong = Side(style="thin", color=shipped_layout().colours.quiet.lstrip("#"))
            cell.border = Border(bottom=strong if row.head else line, top=strong if row.total else None)
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
