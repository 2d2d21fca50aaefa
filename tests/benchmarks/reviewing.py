"""Times the review: the first run, spelling and memory in a process of its own, and a folder of 200 reports."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks.reading import Reading

from avstamt.domain.report import Report
from avstamt.rules.engine import check
from avstamt.templates.catalogue import catalogue

QUICK, SPELLING, FOLDER = 0.300, 1.0, 20.0
MEMORY = 300_000_000
REPORTS = 200
_KIB = 1024


def review_readings(report: Report) -> Iterator[Reading]:
    """Yield the first run of a process that has just opened the report, without and with spelling, and what it needs."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.reviewing"],
        input=report.model_dump_json(),
        check=True,
        capture_output=True,
        text=True,
    )
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    yield Reading("regler i ny process", told["quick"], QUICK, "utan stavning, varje text är ny (processortid)")
    yield Reading("stavning, första gången", told["spelling"], SPELLING, "utöver de andra reglerna (processortid)")
    yield Reading("minne mot 300 MB", told["memory"] / MEMORY, 1.0, f"{told['memory'] / 1e6:.0f} MB", is_ratio=True)


def folder_readings(texts: list[str]) -> Iterator[Reading]:
    """Yield what a review of a folder takes on the command line, and the largest of its processes."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(REPORTS):
            (Path(folder) / f"{number:03}.txt").write_text(texts[number % len(texts)], "utf-8")
        command = [sys.executable, "-m", "avstamt", "granska", folder, "--format", "json", "-o", f"{folder}.json"]
        start = time.perf_counter()
        subprocess.run(command, check=False, capture_output=True)
        seconds = time.perf_counter() - start
        Path(f"{folder}.json").unlink(missing_ok=True)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    more = f"processortid {used.ru_utime + used.ru_stime:.1f} s, största processen {used.ru_maxrss * _KIB / 1e6:.0f} MB"
    yield Reading(f"mapp med {REPORTS} rapporter", seconds, FOLDER, more)


def measure(report: Report) -> dict[str, float]:
    """Return the processor's seconds of a first run without spelling, and of what spelling adds, and the most memory."""
    kept = catalogue()
    seconds = []
    for slow in (False, False, True):
        start = time.process_time()
        check(report, kept, slow=slow)
        seconds.append(time.process_time() - start)
    first, again, whole = seconds
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KIB
    return {"quick": first, "spelling": whole - again, "memory": memory}


if __name__ == "__main__":
    print(json.dumps(measure(Report.model_validate_json(sys.stdin.read()))))
