"""Runs one command line; what a command needs is loaded when it is that command which is run."""

from __future__ import annotations

from collections.abc import Sequence

from avstamt.cli.arguments import USAGE_ERROR, parser


def run_command(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit status: 0, 1 (findings at level Fel), 2 (unusable), 130 (stopped)."""
    top = parser()
    given = top.parse_args(arguments)
    if given.command is None:
        top.print_help()
        return USAGE_ERROR
    if given.command == "regler":
        from avstamt.cli.explaining import explain

        return explain(given)
    from avstamt.cli.deeds import do

    return do(given)
