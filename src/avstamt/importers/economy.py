"""Takes the economy tables out of a section's lines: heads, rows, and the text after each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from avstamt.importers import economy_spaced, economy_tabbed
from avstamt.importers.drafts import DraftSection, DraftTable, DraftText, Ids, TextLine
from avstamt.importers.economy_heads import BENCHMARK
from avstamt.importers.economy_kinds import kind_of, sign_of, unit_in, with_roles
from avstamt.importers.economy_tabbed import FoundTable
from avstamt.importers.lines import Line


@dataclass(frozen=True, slots=True)
class EconomyReader:
    """Reads the tables of sections."""

    ids: Ids

    def split(self, section: DraftSection, *, in_economy: bool) -> None:
        """Move the section's tables, and the text after each, out of its text.

        `in_economy` tells that the section stands below the economy's, where a table may lack its head.
        """
        lines = section.text.lines
        plain = [item.line for item in lines]
        target: list[TextLine] = []
        section.text.lines = target
        at = 0
        while at < len(lines):
            found = None if lines[at].heading else _found(plain, at, in_economy=in_economy)
            if found is None:
                target.append(lines[at])
                at += 1
                continue
            table = self._draft(found, plain[at : found.end], section)
            section.tables.append(table)
            target, at = table.comment.lines, found.end
        _share_unit(section.tables)

    def _draft(self, found: FoundTable, lines: Sequence[Line], section: DraftSection) -> DraftTable:
        head = found.head
        kind = kind_of(head.columns, found.rows, section.title)
        rows = with_roles(found.rows, kind)
        benchmark = BENCHMARK.search(" ".join([head.corner, *(column.group for column in head.columns)]))
        words = [head.corner, *(column.title for column in head.columns), *(row.label for row in rows), section.title]
        numbers = (lines[0].number, lines[-1].number)
        return DraftTable(
            id=self.ids.next("t"), kind=kind, title="", corner=head.corner, unit=unit_in(*words),
            sign=sign_of(rows, head.columns), benchmark=benchmark[1] if benchmark else "",
            columns=head.columns, rows=rows, lines=numbers, comment=DraftText(numbers[1]),
        )  # fmt: skip


def _found(lines: Sequence[Line], at: int, *, in_economy: bool) -> FoundTable | None:
    if lines[at].tabbed:
        return economy_tabbed.table_at(lines, at)
    return economy_spaced.table_at(lines, at, in_economy=in_economy)


def share_units(sections: Sequence[DraftSection]) -> None:
    """Give tables that name no unit the one that all others of the report name, where that is only one."""
    _share_unit([table for section in sections for table in section.tables])


def _share_unit(tables: Sequence[DraftTable]) -> None:
    units = {table.unit for table in tables if table.unit}
    if len(units) == 1:
        for table in tables:
            table.unit = table.unit or next(iter(units))
