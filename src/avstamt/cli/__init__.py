"""The command line, in Swedish, without a window: importera, granska, exportera, ny, regler."""

from __future__ import annotations

from collections.abc import Sequence

COMMANDS = frozenset(("importera", "granska", "exportera", "ny", "regler"))


def run_command(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit status."""
    from avstamt.cli.commands import run_command as run  # all machinery: the window comes by this door and shall be quick

    return run(arguments)
