"""The command line, in Swedish, without a window: importera, granska, exportera, ny, regler.

What the commands need is loaded when one is run: the window comes by the same door, and shall be there at once.
"""

from __future__ import annotations

from collections.abc import Sequence

COMMANDS = frozenset(("importera", "granska", "exportera", "ny", "regler"))


def run_command(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit status."""
    from avstamt.cli import commands

    return commands.run_command(arguments)
