"""The composition root: the command line where a command is named, the window where files or nothing are."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from avstamt.cli import COMMANDS, run_command


def main() -> int:
    """Run what the arguments ask for, and return the exit status."""
    arguments = sys.argv[1:]
    if arguments and (arguments[0] in COMMANDS or arguments[0].startswith("-")):
        return run_command(arguments)
    return window()


def window() -> int:
    """Open the window with the files named on the command line, and return the exit status."""
    gc.disable()  # nothing is let go of while the window is made, and then it has a collector of its own
    from avstamt.ui.application import run

    return run([Path(argument) for argument in sys.argv[1:]])


if __name__ == "__main__":
    if getattr(sys, "frozen", False):  # a packed program starts its workers as itself
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(main())
