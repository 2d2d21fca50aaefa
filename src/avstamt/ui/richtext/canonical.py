"""The one form in which a shown text and a stored text are compared.

A QTextDocument joins stretches of equal make-up, drops empty ones and cannot hold some characters. A stored block that
differs from the shown one in nothing but that has not been edited, and stays as it is.
"""

from __future__ import annotations

import re
from itertools import groupby

from avstamt.domain.text import Block, Run, Runs, TextCell, TextTable

LINE_SEPARATOR = "\u2028"
_SHOWN = str.maketrans({
    "\n": LINE_SEPARATOR,
    "\r": LINE_SEPARATOR,
    "\u2029": LINE_SEPARATOR,
    "\x00": "\ufffd",
    "\ufdd0": "\ufffd",
    "\ufdd1": "\ufffd",
    "\ufffc": "\ufffd",
})  # fmt: skip

_UNSHOWABLE = re.compile("[\n\r\u2029\x00\ufdd0\ufdd1\ufffc]")


def shown(text: str) -> str:
    """Return a text as a QTextDocument can hold it within one block."""
    if _UNSHOWABLE.search(text) is None:
        return text
    return text.replace("\r\n", "\n").translate(_SHOWN)


def stored(text: str) -> str:
    """Return a text read from a QTextDocument as the report stores it: a line break is a newline."""
    return text.replace(LINE_SEPARATOR, "\n")


def canonical_runs(runs: Runs) -> Runs:
    """Return the runs as they are read back after being shown."""
    clean = [run.model_copy(update={"text": stored(shown(run.text))}) for run in runs if run.text]
    return tuple(_joined(group) for group in _groups(clean))


def canonical(block: Block) -> Block:
    """Return a block as it is read back after being shown."""
    if isinstance(block, TextTable):
        return block.model_copy(update={"rows": _canonical_rows(block)})
    return block.model_copy(update={"runs": canonical_runs(block.runs)})


def _canonical_rows(table: TextTable) -> tuple[tuple[TextCell, ...], ...]:
    width = max((len(row) for row in table.rows), default=0) or 1
    rows = table.rows or ((),)
    return tuple(
        tuple(TextCell(runs=canonical_runs(row[at].runs if at < len(row) else ())) for at in range(width))
        for row in rows
    )


def _groups(runs: list[Run]) -> list[list[Run]]:
    return [[run for _index, run in members] for _key, members in groupby(enumerate(runs), key=_neighbours)]


def _neighbours(placed: tuple[int, Run]) -> tuple[bool, bool, str | None, int | None]:
    """Return what makes two neighbouring runs one: equal make-up; a figure is never joined to anything."""
    index, run = placed
    return run.bold, run.italic, run.link, None if run.figure is None else index


def _joined(group: list[Run]) -> Run:
    if len(group) == 1:
        return group[0]
    return group[0].model_copy(update={"text": "".join(run.text for run in group)})
