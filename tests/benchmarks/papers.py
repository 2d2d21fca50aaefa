"""Times the papers: Word beside docxtpl filling a template of the same content, PDF, and a folder of 200 reports.

docxtpl numbers no pages, so ours does not either where the two are compared; the row tells the ratio with numbers too.
What is timed again is another report each time, by one word: typst keeps what it laid out, and would else do nothing.
"""

from __future__ import annotations

import gc
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import Any

from tests.benchmarks.filling import filled, template_of
from tests.benchmarks.generated import told_in_table
from tests.benchmarks.processes import told
from tests.benchmarks.reading import Reading

from avstamt.domain.printed import for_paper
from avstamt.domain.report import Report
from avstamt.export.files import write_file
from avstamt.export.layout import shipped_layout
from avstamt.export.outline import outline
from avstamt.export.pdf import write_pdf
from avstamt.export.word import word_bytes, write_word
from avstamt.storage.file import read
from avstamt.storage.format import dump
from avstamt.templates.catalogue import catalogue
from avstamt.templates.template import Template

WORD, FILLING, PDF, FOLDER = 0.6, 0.7, 0.5, 90.0
MEMORY = 400_000_000
REPORTS = 200
_RUNS = 7
_NAMES = ("word", "returning", "unnumbered", "pdf", "filling")
_KIB = 1024

Write = Callable[[Report], object]


def paper_readings(file: Path) -> Iterator[Reading]:
    """Yield what the papers of the report in `file` take, and what a folder of them takes on the command line."""
    said = told("tests.benchmarks.papers", file)
    middle = {name: statistics.median(said[name]) for name in _NAMES}
    word, filling = middle["word"], middle["filling"]
    yield Reading("Word, färdigt", word, WORD, _first(said["first_word"]))
    yield Reading("Word som kan komma åter", middle["returning"], WORD, _first(said["first_returning"]))
    beside = f"{said['texts']} stycken och celler på {filling * 1000:.0f} ms; med sidnummer {word / filling:.2f} ggr"
    yield Reading("Word mot docxtpl", middle["unnumbered"] / filling, FILLING, beside, is_ratio=True)
    yield Reading("PDF", middle["pdf"], PDF, _first(said["first_pdf"]))
    yield Reading(
        "papper: minne mot 400 MB", said["memory"] / MEMORY, 1.0, f"{said['memory'] / 1e6:.0f} MB", is_ratio=True
    )
    yield from _folder_readings(file)


def _first(seconds: float) -> str:
    return f"första gången {seconds * 1000:.0f} ms"


def _folder_readings(file: Path) -> Iterator[Reading]:
    report = read(file)
    for target in ("docx", "pdf"):
        with tempfile.TemporaryDirectory() as folder:
            drafts = Path(folder) / "utkast"
            drafts.mkdir()
            for number in range(REPORTS):
                (drafts / f"{number:03}.avst").write_bytes(dump(_other(report, number)))
            command = [
                sys.executable,
                "-m",
                "avstamt",
                "exportera",
                str(drafts),
                "--till",
                target,
                "-o",
                f"{folder}/ut",
            ]
            seconds, most = _watched(command)
            made = len(list((Path(folder) / "ut").iterdir()))
        yield Reading(f"{made} rapporter till {target}", seconds, FOLDER)
        yield Reading("  största processen", most / MEMORY, 1.0, f"{most / 1e6:.0f} MB mot 400", is_ratio=True)


def _watched(command: Sequence[str]) -> tuple[float, int]:
    """Run a command and return its seconds, and the bytes of the largest of its processes."""
    tell = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL); "
    tell += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", tell, *command], check=True, capture_output=True, text=True)
    return time.perf_counter() - start, int(done.stdout) * _KIB


def measure(file: Path, folder: Path) -> dict[str, Any]:
    """Return all times in seconds, measured in this process, which has made no paper before; memory in bytes."""
    report = read(file, folder)
    template = catalogue().template(report.kind, report.level, report.year)
    model = folder / "mall.docx"
    works = _writers(template, folder)
    variants = (_other(report, number) for number in count())
    first = {f"first_{name}": _taken(work, next(variants)) for name, work in works.items()}
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KIB
    texts = template_of(outline(report, template), model)
    works["filling"] = lambda _report: filled(model, texts, folder / "fylld.docx")
    _taken(works["filling"], report)
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(_RUNS):
        for name, work in works.items():
            times[name].append(_taken(work, next(variants)))
    return {**times, **first, "memory": memory, "texts": len(texts)}


def _writers(template: Template, folder: Path) -> dict[str, Write]:
    layout = shipped_layout()

    def returning(report: Report) -> None:
        write_word(report, template, folder / "åter.docx", base=dump(for_paper(report)))

    return {
        "pdf": lambda report: write_pdf(report, template, folder / "r.pdf"),
        "word": lambda report: write_word(report, template, folder / "r.docx"),
        "returning": returning,
        "unnumbered": lambda report: write_file(
            folder / "u.docx", word_bytes(outline(report, template), layout, pages={})
        ),
    }


def _other(report: Report, number: int) -> Report:
    """Return the report with another title on its first goal, so that nothing laid out before is of use as it is."""
    first, *others = report.goals
    titled = first.model_copy(update={"title": f"{first.title} {number}"})
    return report.model_copy(update={"goals": (titled, *others)})


def _taken(work: Write, report: Report) -> float:
    gc.collect()
    start = time.perf_counter()
    work(report)
    return time.perf_counter() - start


def main(arguments: Sequence[str]) -> int:
    """Say what is measured on the report named, as data; with none named, measure a large one and say it in a table."""
    if not arguments:
        return told_in_table(paper_readings)
    with tempfile.TemporaryDirectory() as folder:
        sys.stdout.write(json.dumps(measure(Path(arguments[0]), Path(folder))) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
