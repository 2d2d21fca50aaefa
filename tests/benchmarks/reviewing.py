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

from tests.benchmarks.generated import many_reports
from tests.benchmarks.processes import run
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


def folder_readings() -> Iterator[Reading]:
    """Yield what a review of a folder takes on the command line, and the largest of its processes."""
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(many_reports(REPORTS)):
            (Path(folder) / f"{number:03}.txt").write_text(text, "utf-8")
        run("-m", "avstamt", "granska", str(Path(folder) / "000.txt"))  # an installed program is compiled
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        run("-m", "avstamt", "granska", folder, "-o", str(Path(folder) / "granskning"))
        seconds, used = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
    more = f"processortid {processor:.1f} s, största processen {used.ru_maxrss * _KIB / 1e6:.0f} MB"
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
