"""The command line, in Swedish, without a window: importera, granska, exportera, ny, regler."""

from avstamt.cli.commands import COMMANDS, run_command

__all__ = ["COMMANDS", "run_command"]
