"""Prints economy tables, with tab characters or with blanks alone."""

from __future__ import annotations

from collections.abc import Sequence

from tests.evaluation.synthetic.paper import Paper, wrapped

from avstamt.domain.economy import EconomyTable


def print_table(paper: Paper, table: EconomyTable) -> None:
    """Print a table."""
    paper.gap()
    paper.held = True
    (_tabbed if paper.style.tabs else _spaced)(paper, table)
    paper.held = False
    if not paper.lines[-1]:
        return
    paper.lines.append("")


def _tabbed(paper: Paper, table: EconomyTable) -> None:
    titles = [column.title for column in table.columns]
    groups = _once([column.group for column in table.columns])
    if any(groups):
        paper.raw("\t".join([table.corner, *groups]), "\t".join(["", *titles]))
    else:
        paper.raw("\t".join([table.corner, *titles]))
    for row in table.rows:
        paper.raw("\t".join([row.label, *(row.text(column.id) for column in table.columns)]))


def _once(groups: Sequence[str]) -> list[str]:
    return [group if index == 0 or groups[index - 1] != group else "" for index, group in enumerate(groups)]


def _spaced(paper: Paper, table: EconomyTable) -> None:
    style = paper.style
    for line in _head(paper, table):
        paper.line(line, last=True)
    for row in table.rows:
        cells = [row.text(column.id) for column in table.columns]
        if not style.tells_blanks:
            cells = [cell for cell in cells if cell]
        parts = wrapped(row.label, 18000, sans=style.sans)
        for part in parts[:-1]:
            paper.raw(part + (" " if style.blank_end else ""))
        paper.line(" ".join([parts[-1], *cells]), last=True)


def _head(paper: Paper, table: EconomyTable) -> list[str]:
    """Return the head's lines: as wide as the page, or in narrow columns one word a line."""
    style = paper.style
    titles = [column.title for column in table.columns]
    groups = [group for group in _once([column.group for column in table.columns]) if group]
    corner = [table.corner] if table.corner else []
    if style.heads == "broken" and paper.rng.random() < 0.5:
        return [*corner, *groups, *(word for title in titles for word in title.split())]
    if groups:
        return [" ".join([*corner, *groups]), " ".join(titles)]
    return wrapped(" ".join([*corner, *titles]), style.measure, sans=style.sans)
