"""Opens each file of a folder in a process of its own, and tells what was said, and how much time and memory it took."""

from __future__ import annotations

import contextlib
import io
import json
import os
import resource
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from avstamt.cli import run_command
from avstamt.importers.model import ImportRefused
from avstamt.importers.opening import read_file
from avstamt.storage.format import load
from avstamt.templates.catalogue import catalogue

_TOO_LONG = 60


def opened(path: Path) -> str:
    """Read a file as the window and `importera` do."""
    try:
        return f"läst: {len(read_file(path, catalogue(), load))}"
    except ImportRefused as refused:
        return f"avvisad: {refused}"


def reviewed(path: Path) -> str:
    """Review a file as `granska` does."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = run_command(["granska", str(path)])
    return f"{status}: {err.getvalue().strip() or out.getvalue().strip()}"


def _alone(work: Callable[[Path], str], path: Path) -> dict[str, object]:
    """Do the work in a forked process."""
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        signal.alarm(_TOO_LONG)
        began = time.process_time()
        said = work(path)
        used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        told = {"said": said[:2_000], "seconds": time.process_time() - began, "megabytes": used}
        os.write(write_end, json.dumps(told).encode())
        os._exit(0)
    os.close(write_end)
    with os.fdopen(read_end, "rb") as stream:
        told = stream.read()
    os.waitpid(child, 0)
    return json.loads(told) if told else {"said": "avbruten", "seconds": _TOO_LONG, "megabytes": 0}


if __name__ == "__main__":
    files = sorted(Path(sys.argv[1]).iterdir())
    works = {"opened": opened, "reviewed": reviewed}
    for warm in works.values():  # what is loaded once is not each file's to answer for
        warm(Path(sys.argv[2]))
    told = {path.name: {name: _alone(work, path) for name, work in works.items()} for path in files}
    json.dump(told, sys.stdout)
