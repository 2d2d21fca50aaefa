"""Times the review: the first run and its memory in a process of its own, after one edit, and a folder of 200 reports."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks.window import Reading

from avstamt.domain.place import Place, with_value
from avstamt.domain.report import Report
from avstamt.domain.text import Paragraph, RichText, Run
from avstamt.importers.text import read_text
from avstamt.rules.engine import check
from avstamt.rules.running import Checks
from avstamt.templates.catalogue import Catalogue, catalogue

QUICK, SPELLING, FOLDER = 0.300, 1.0, 20.0
MEMORY = 300_000_000
REPORTS = 200
_KIB = 1024
_WORDS = ("bra", "lugnt", "svårt", "tungt", "lätt", "roligt", "trångt", "kallt", "varmt", "mörkt", "ljust")


def review_readings(text: str) -> Iterator[Reading]:
    """Yield the first run of a process that has just read `text`, without and with spelling."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.reviewing"], input=text, check=True, capture_output=True, text=True
    )
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    yield Reading("regler i ny process", told["quick"], QUICK, "utan stavning, allt läses för första gången")
    yield Reading("stavning, första gången", told["spelling"], SPELLING, "utöver de andra reglerna")
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


def after_an_edit(report: Report, kept: Catalogue) -> Callable[[], object]:
    """Return the work of typing one more word in the longest text and running the rules again."""
    checks = Checks(kept)
    checks.run(report)
    told = [goal for goal in report.goals if goal.analysis and isinstance(goal.analysis.blocks[0], Paragraph)]
    place = Place.of(
        "goals", max(told, key=lambda goal: len(goal.analysis.plain if goal.analysis else "")).id, "analysis"
    )
    typed = _typed(report, place)
    return lambda: checks.run(next(typed))


def _typed(report: Report, place: Place) -> Iterator[Report]:
    goal = next(goal for goal in report.goals if goal.id == place.path[1])
    first, *rest = goal.analysis.blocks if goal.analysis else ()
    runs = first.runs if isinstance(first, Paragraph) else ()
    for number in range(sys.maxsize):
        words = (_WORDS[number % len(_WORDS)], _WORDS[number // len(_WORDS) % len(_WORDS)])
        said = Run(text=f" Det var {' och '.join(words)}.")
        block = first.model_copy(update={"runs": (*runs, said)})
        yield with_value(report, place, RichText(blocks=(block, *rest)))


def measure(text: str) -> dict[str, float]:
    """Return the seconds of a first run without spelling, and of what spelling adds, and the most memory it took."""
    kept = catalogue()
    report = read_text(text, "rapport.txt", kept)[0].report
    seconds = []
    for slow in (False, False, True):
        start = time.perf_counter()
        check(report, kept, slow=slow)
        seconds.append(time.perf_counter() - start)
    first, again, whole = seconds
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KIB
    return {"quick": first, "spelling": whole - again, "memory": memory}


if __name__ == "__main__":
    print(json.dumps(measure(sys.stdin.read())))
