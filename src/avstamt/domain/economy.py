"""Economy tables: driftbudget, resultat, prognos and investeringar with typed columns and rows."""

from __future__ import annotations

from enum import StrEnum

from pydantic import model_validator

from avstamt.domain.base import Node, duplicates
from avstamt.domain.text import RichText


class EconomyKind(StrEnum):
    """Which table it is."""

    RESULT = "resultat"  # unit: Intäkter / Kostnader / Netto × Budget, Utfall, Avvikelse
    OPERATING = "driftbudget"  # nämnd: cost types × years × Budget, Utfall, Förbrukning
    FORECAST = "prognos"  # nämnd: verksamhetsområden × Bokslut, Budget, Prognos, Avvikelse …
    INVESTMENT = "investeringar"
    OTHER = "övrig"


class Unit(StrEnum):
    """The unit of a table's amounts."""

    MNKR = "mnkr"
    TKR = "tkr"
    KR = "kr"
    NONE = ""


class SignConvention(StrEnum):
    """How income and variance are signed."""

    INCOME_NEGATIVE = "intäkter negativa"
    INCOME_POSITIVE = "intäkter positiva"
    UNKNOWN = "okänd"


class ColumnRole(StrEnum):
    """What a column holds."""

    CLOSING = "bokslut"
    BUDGET = "budget"
    OUTCOME = "utfall"
    FORECAST = "prognos"
    VARIANCE = "avvikelse"
    SHARE = "förbrukning"
    PERFORMANCE = "prestationsförändring"
    BUDGET_ADJUSTMENT = "budgetjustering"
    CARRIED_OVER = "resultatöverföring"
    ADJUSTED_VARIANCE = "justerad avvikelse"
    OTHER = "övrigt"


class RowRole(StrEnum):
    """What a row stands for."""

    INCOME = "intäkt"
    COST = "kostnad"
    AREA = "verksamhetsområde"
    INVESTMENT = "investering"
    TOTAL_INCOME = "summa intäkter"
    TOTAL_COST = "summa kostnader"
    NET = "netto"
    TOTAL = "totalt"
    OTHER = "övrigt"


class Column(Node):
    """A column: its head as printed, the group head above it ("april 2024"), and what it holds."""

    title: str = ""
    group: str = ""
    role: ColumnRole = ColumnRole.OTHER
    year: int | None = None


def heads_amounts(title: str) -> bool:
    """Tell whether a column's head says income, cost or net: what a plan's budget has for columns."""
    return title.casefold().startswith(("intäkt", "kostnad", "netto"))


class Cell(Node):
    """A cell: its id is its column's id, its text exactly as typed."""

    text: str = ""


class Row(Node):
    """A row: label, role and cells; a column without a cell is empty."""

    label: str = ""
    role: RowRole = RowRole.OTHER
    cells: tuple[Cell, ...] = ()

    def text(self, column_id: str) -> str:
        """Return the text in a column, empty where the row has no cell there."""
        return next((cell.text for cell in self.cells if cell.id == column_id), "")


class EconomyTable(Node):
    """A table of amounts; `corner` is the head above the row labels ("Mnkr, netto", "Riktvärde 33,3%").

    `comment` is the text that stands after the table. `benchmark` is the riktvärde as typed ("33,3 %").
    """

    kind: EconomyKind = EconomyKind.OTHER
    title: str = ""
    corner: str = ""
    unit: Unit = Unit.NONE
    sign: SignConvention = SignConvention.UNKNOWN
    benchmark: str = ""
    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    comment: RichText = RichText()

    @model_validator(mode="after")
    def _cells_stand_in_columns(self) -> EconomyTable:
        columns = {column.id for column in self.columns}
        for siblings in (self.columns, self.rows):
            if twice := duplicates(node.id for node in siblings):
                raise ValueError(f"id förekommer två gånger i tabellen {self.id}: {', '.join(twice)}")
        for row in self.rows:
            cells = [cell.id for cell in row.cells]
            if duplicates(cells) or not columns.issuperset(cells):
                raise ValueError(f"raden {row.id} har en cell utan kolumn i tabellen {self.id}")
        return self


def without_column(table: EconomyTable, column_id: str) -> EconomyTable:
    """Return the table without a column and its cells."""
    rows = tuple(
        Row(id=row.id, label=row.label, role=row.role, cells=tuple(cell for cell in row.cells if cell.id != column_id))
        for row in table.rows
    )
    columns = tuple(column for column in table.columns if column.id != column_id)
    values = {name: getattr(table, name) for name in EconomyTable.model_fields}
    return EconomyTable(**{**values, "columns": columns, "rows": rows})
