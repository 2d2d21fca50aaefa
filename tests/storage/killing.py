"""Kills a program that saves and saves, at random moments, and looks at what is left.

`python -m tests.storage.killing --rounds 200` does the full run; the test suite does a few rounds.
"""

from __future__ import annotations

import argparse
import os
import secrets
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from tests.builders import goal, rich_report

from avstamt.storage.backups import backups_of
from avstamt.storage.file import read, save
from avstamt.storage.format import dump, load

READY = "sparar"
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Round:
    """What one killed program left: which report is in the file, how many backups open, whether a save was under way."""

    held: str
    backups: int
    interrupted: bool


def random_moment() -> float:
    """Return how many seconds a program may save before it is killed."""
    return secrets.randbelow(60_000) / 1_000_000


def put_two_reports(folder: Path) -> None:
    """Put a short report and a long one in the folder, so that half of the one is never the whole of the other."""
    short = rich_report().model_copy(update={"organisation": "Den korta"})
    more = tuple(goal(f"Mål nummer {n}", id=f"x{n}", analysis="Utfallet förklaras. " * 40) for n in range(150))
    long = short.model_copy(update={"organisation": "Den långa", "goals": (*short.goals, *more)})
    for name, report in (("kort", short), ("lång", long)):
        (folder / f"{name}.avst").write_bytes(dump(report))


def save_one(folder: Path, name: str) -> None:
    """Save one of the two reports to the file that is tried."""
    save(load((folder / f"{name}.avst").read_bytes()), folder / "plan.avst", folder / "kopior")


def save_forever(folder: Path) -> None:
    """Save the two reports in turn, and say when the first is saved."""
    save_one(folder, "kort")
    print(READY, flush=True)
    while True:
        save_one(folder, "lång")
        save_one(folder, "kort")


def killed_round(folder: Path, seconds: float) -> Round:
    """Start a program that saves in `folder`, kill it (kill -9) after `seconds` of saving, and read what is left."""
    put_two_reports(folder)
    command = [sys.executable, "-m", "tests.storage.killing", "--save-in", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as program:
        assert program.stdout is not None
        assert program.stdout.readline().strip() == READY
        try:
            program.wait(seconds)
        except subprocess.TimeoutExpired:
            program.send_signal(signal.SIGKILL)
        assert program.wait() == -signal.SIGKILL
    return inspect(folder)


def killed_step(folder: Path, step: int) -> Round | None:
    """Save once in a copy of this process that kills itself before its file operation number `step`.

    None where the save came to its end before that step.
    """
    put_two_reports(folder)
    save_one(folder, "kort")
    child = os.fork()
    if child == 0:
        _kill_before(step)
        save_one(folder, "lång")
        os._exit(0)
    _pid, status = os.waitpid(child, 0)
    return inspect(folder) if os.WIFSIGNALED(status) else None


def killed_steps(folder: Path) -> list[str]:
    """Return which report the file held after a kill before each file operation of a save, in order.

    It is done in a program of its own: a process with threads (Qt's) should not copy itself.
    """
    command = [sys.executable, "-m", "tests.storage.killing", "--steps-in", str(folder)]
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, cwd=ROOT).stdout.split()


def _each_step(folder: Path) -> None:
    for step in count(1):
        own = folder / str(step)
        own.mkdir()
        left = killed_step(own, step)
        if left is None:
            return
        print(left.held)


def _kill_before(step: int) -> None:
    seen = 0

    def strike(event: str, _arguments: object) -> None:
        nonlocal seen
        if event.startswith(("open", "os.")):
            seen += 1
            if seen == step:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(strike)


def inspect(folder: Path) -> Round:
    """Return what is left; raises FileRefused or AssertionError where it is not one of the two reports, whole."""
    whole = {(folder / f"{name}.avst").read_bytes(): name for name in ("kort", "lång")}
    left = dump(read(folder / "plan.avst", folder / "kopior"))
    assert left in whole
    backups = backups_of(folder / "plan.avst", folder / "kopior")
    assert all(backup.path.read_bytes() in whole for backup in backups)
    return Round(whole[left], len(backups), any(folder.rglob("*.tmp")))


def main() -> None:
    """Run the rounds and print what was left, or (`--save-in`, `--steps-in`) be the program that is killed."""
    parser = argparse.ArgumentParser(prog="python -m tests.storage.killing", description=__doc__)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--save-in", type=Path)
    parser.add_argument("--steps-in", type=Path)
    arguments = parser.parse_args()
    if arguments.save_in:
        save_forever(arguments.save_in)
    elif arguments.steps_in:
        _each_step(arguments.steps_in)
    else:
        _many_rounds(arguments.rounds)


def _many_rounds(rounds: int) -> None:
    left = Counter[str]()
    for number in range(rounds):
        with tempfile.TemporaryDirectory() as name:
            one = killed_round(Path(name), random_moment())
        left.update([f"filen höll den {'korta' if one.held == 'kort' else 'långa'}"])
        left.update(["en sparning var avbruten"] if one.interrupted else [])
        print(f"\r{number + 1} av {rounds}", end="", flush=True, file=sys.stderr)
    print(f"\n{rounds} rundor, varje gång en hel rapport: {dict(left)}")


if __name__ == "__main__":
    main()
