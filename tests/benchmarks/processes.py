"""Processes of their own for what is timed: without a screen, with nobody's settings, compiled as an installed program."""

from __future__ import annotations

import atexit
import json
import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

_HOMES = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "AVSTAMT_DATA")


def output(*arguments: str) -> str:
    """Return what Python writes when it is started with these arguments in a home of its own."""
    with tempfile.TemporaryDirectory() as home:
        command = [sys.executable, *arguments]
        return subprocess.run(command, env=_environment(home), check=True, capture_output=True, text=True).stdout


def run(*arguments: str) -> int:
    """Return the exit status of Python started with these arguments in a home of its own."""
    with tempfile.TemporaryDirectory() as home:
        command = [sys.executable, *arguments]
        return subprocess.run(command, env=_environment(home), check=False, capture_output=True).returncode


def told(module: str, file: Path) -> dict[str, Any]:
    """Return what a module of ours says, on its last line, that it measured on a report."""
    made: dict[str, Any] = json.loads(output("-m", module, str(file)).splitlines()[-1])
    return made


def _environment(home: str) -> dict[str, str]:
    environment = {**os.environ, **dict.fromkeys(_HOMES, home), "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return {**environment, "PYTHONPYCACHEPREFIX": _compiled()}


@cache
def _compiled() -> str:
    """Return the folder where what is compiled is kept until all is measured."""
    made = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made
