"""Compares the economy tables of a report with their labels, down to the cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from tests.evaluation.matching import Score, align, alike
from tests.evaluation.parts import TablePart, dense

Scores = defaultdict[str, Score]
Line = tuple[str, ...]


def compare_tables(scores: Scores, labelled: Sequence[TablePart], imported: Sequence[TablePart]) -> None:
    """Count tables, column heads, row labels and cells.

    A table is right when it stands under the labelled heading with as many columns as labelled. Columns of tables
    with equally many are paired by position, else by their heads.
    """
    for gold, made in align(labelled, imported, _tables_alike, 0.3):
        where = _where(gold or made)
        found = gold is not None and made is not None and _same_frame(gold, made)
        scores["tables"].count(_frame(gold), _frame(made), where, right=found)
        _compare_inside(scores, gold, made, where)


def _tables_alike(gold: TablePart, made: TablePart) -> float:
    labels = [row[0] for row in made.rows]
    shared = sum(row[0] in labels for row in gold.rows) / (len(gold.rows) or 1)
    heads = sum(dense(head) in map(dense, made.columns) for head in gold.columns) / (len(gold.columns) or 1)
    return 0.5 * shared + 0.2 * heads + 0.3 * (not gold.headings.isdisjoint(made.headings))


def _same_frame(gold: TablePart, made: TablePart) -> bool:
    return len(gold.columns) == len(made.columns) and not gold.headings.isdisjoint(made.headings)


def _frame(table: TablePart | None) -> str | None:
    return f"{' / '.join(sorted(table.headings))} ({len(table.columns)} kolumner)" if table else None


def _where(table: TablePart | None) -> str:
    return f"tabell {min(table.headings)}" if table and table.headings else "tabell"


def _compare_inside(scores: Scores, gold: TablePart | None, made: TablePart | None, where: str) -> None:
    columns = _column_pairs(gold.columns if gold else (), made.columns if made else ())
    for one, other in columns:
        heads = _head(gold, one), _head(made, other)
        right = None not in heads and dense(heads[0] or "") == dense(heads[1] or "")
        scores["economy_columns"].count(*heads, where, right=right)
    rows = align(gold.rows if gold else (), made.rows if made else (), _rows_alike, 0.5)
    for gold_row, made_row in rows:
        labels = (gold_row[0] if gold_row else None), (made_row[0] if made_row else None)
        scores["economy_labels"].count(*labels, where)
        for one, other in columns:
            if one == 0 or other == 0:
                continue
            cells = _cell(gold_row, one), _cell(made_row, other)
            at = f"{where}, {labels[0] or labels[1]}, {_head(gold, one) or _head(made, other)}"
            scores["economy_cells"].count(*cells, at)
            scores["economy_cells_filled"].count(cells[0] or None, cells[1] or None, at)


def _column_pairs(gold: Line, made: Line) -> list[tuple[int | None, int | None]]:
    if len(gold) == len(made):
        return [(index, index) for index in range(len(gold))]
    return align(range(len(gold)), range(len(made)), lambda a, b: alike(dense(gold[a]), dense(made[b])), 0.6)


def _rows_alike(gold: Line, made: Line) -> float:
    same = sum(a == b for a, b in zip(gold[1:], made[1:], strict=False)) / (len(gold) - 1 or 1)
    return 0.6 * alike(gold[0], made[0]) + 0.4 * same


def _head(table: TablePart | None, index: int | None) -> str | None:
    return table.columns[index] if table is not None and index is not None else None


def _cell(row: Line | None, index: int | None) -> str | None:
    return row[index] if row is not None and index is not None and index < len(row) else None
