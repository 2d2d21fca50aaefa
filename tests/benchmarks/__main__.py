"""Measures import, load, rules and Word export on a report of the 79-page class: `python -m tests.benchmarks`.

Prints a table and ends with 1 where a bound is missed. Everything is warm: one run of each is done untimed.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.baselines import naive_word, split_words, walk
from tests.benchmarks.edits import edit_readings
from tests.benchmarks.generated import SEED, large_report
from tests.benchmarks.measure import Case, lines, timed
from tests.benchmarks.papers import paper_readings
from tests.benchmarks.preview import preview_readings
from tests.benchmarks.reviewing import folder_readings, review_readings
from tests.benchmarks.window import readings

from avstamt.domain.report import Report
from avstamt.export.word import write_word
from avstamt.importers.text import read_text
from avstamt.rules.engine import check
from avstamt.storage.file import read, save
from avstamt.templates.catalogue import Catalogue, catalogue


def main() -> int:
    """Measure, print, and return 1 where a bound is missed."""
    text = large_report()
    kept = catalogue()
    report = read_text(text, SEED.name, kept)[0].report
    print(f"{SEED.name if SEED.is_file() else 'påhittad rapport'}: {len(text):,} tecken, {walk(report):,} värden")
    with tempfile.TemporaryDirectory() as folder:
        timings = [timed(case) for case in cases(text, report, kept, Path(folder))]
        print("\n".join(lines(timings)))
        window = []
        file = Path(folder) / "r.avst"
        reviews = (*review_readings(report), *edit_readings(report, kept))
        for reading in (
            *reviews,
            *folder_readings(),
            *readings(file),
            *preview_readings(file),
            *paper_readings(file),
        ):
            print(reading.line)
            window.append(reading)
    return 0 if all(one.holds for one in (*timings, *window)) else 1


def cases(text: str, report: Report, kept: Catalogue, folder: Path) -> Sequence[Case]:
    """Return the measured pieces of work with their bounds in seconds and their baselines."""
    file = folder / "r.avst"
    save(report, file, folder)
    template = kept.template(report.kind, report.level, report.year)
    return (
        Case("import av text", 1.0, lambda: read_text(text, SEED.name, kept), "dela texten i ord", lambda: split_words(text)),
        Case("öppna .avst", 0.150, lambda: read(file, folder), "json.loads av samma fil", lambda: json.loads(file.read_bytes())),
        Case("regler utan stavning", 0.150, lambda: check(report, kept, slow=False), "gå igenom rapporten", lambda: walk(report)),
        Case("alla regler", 0.150, lambda: check(report, kept), "gå igenom rapporten", lambda: walk(report)),
        Case(
            "export till Word", 0.6, lambda: write_word(report, template, folder / "r.docx"),
            "python-docx, cell för cell", lambda: naive_word(report),
        ),
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
