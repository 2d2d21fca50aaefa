"""The papers of every report held against what they must be: valid, whole, and right about their own pages.

Reports are the real ones beside the project, the samples, and the empty report of every kind and level.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from ooxml_integrity import check
from openxml_audit import FileFormat, OpenXmlValidator
from tests.evaluation.sources import imported
from tests.export.printed import lost_words, page_numbers, pages_off, print_all

from avstamt.domain.report import OrganisationLevel, Report, ReportKind
from avstamt.export.layout import shipped_layout
from avstamt.export.outline import outline
from avstamt.export.paper.items import Outline
from avstamt.export.pdf import pdf_bytes
from avstamt.export.word import write_word
from avstamt.resources import resource
from avstamt.storage.file import read
from avstamt.templates.catalogue import Catalogue
from avstamt.templates.skeleton import skeleton

YEAR = 2025
ENOUGH = 0.95
"""So many of the contents' lines must be within a page without the second pass."""


@dataclass(frozen=True)
class PaperOutcome:
    """What was found about one report's papers; all lists are empty where it is as it must be."""

    name: str
    pages: int
    faults: tuple[str, ...]
    off_exact: tuple[int, ...]
    off_reckoned: tuple[int, ...]
    lost: Mapping[str, int]
    numbered_wrong: int

    @property
    def is_right(self) -> bool:
        """Tell whether everything is as it must be."""
        within = sum(off <= 1 for off in self.off_reckoned) >= ENOUGH * len(self.off_reckoned)
        return not (self.faults or any(self.off_exact) or self.lost or self.numbered_wrong) and within


def paper_cases(reports: Path, shipped: Catalogue, only: str = "") -> dict[str, Report]:
    """Return every report to print by its name."""
    made = {path.stem: read(path) for path in sorted(resource("samples").glob("*.avst"))}
    for path in sorted(reports.glob("*.txt")):
        for one in imported(path, shipped)[:1]:
            made[f"verklig-{path.stem}"] = one.report
    for kind, level in product(ReportKind, OrganisationLevel):
        empty = skeleton(shipped, kind, level, YEAR, organisation="Exempelenheten", committee="Exempelnämnden")
        made[f"tom-{kind.value}-{level.value}"] = empty
    return {name: report for name, report in made.items() if only in name}


def examined(cases: Mapping[str, Report], shipped: Catalogue) -> list[PaperOutcome]:
    """Print the reports and return what was found, in their order."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        reckoned, exact = Path(folder) / "a", Path(folder) / "b"
        outlines: dict[str, Outline] = {}
        for name, report in cases.items():
            template = shipped.template(report.kind, report.level, report.year)
            outlines[name] = outline(report, template)
            for target, is_exact in ((reckoned, False), (exact, True)):
                target.mkdir(exist_ok=True)
                write_word(report, template, target / f"{name}.docx", exact=is_exact)
        for target in (reckoned, exact):
            print_all(sorted(target.glob("*.docx")), Path(folder) / "profil")
        return [_outcome(name, paper, reckoned, exact) for name, paper in outlines.items()]


def _outcome(name: str, paper: Outline, reckoned: Path, exact: Path) -> PaperOutcome:
    docx = (exact / f"{name}.docx").read_bytes()
    pdf = (exact / f"{name}.pdf").read_bytes()
    told = page_numbers(pdf)
    own = page_numbers(pdf_bytes(paper, shipped_layout()))
    wrong = [said for papers in (told, own) for n, said in enumerate(papers, 1) if said != (n, len(papers))]
    plain = ((reckoned / f"{name}.docx").read_bytes(), (reckoned / f"{name}.pdf").read_bytes())
    return PaperOutcome(
        name,
        len(told),
        tuple(faults_of(exact / f"{name}.docx")),
        tuple(pages_off(docx, pdf, paper)),
        tuple(pages_off(*plain, paper)),
        lost_words(docx, pdf),
        len(wrong),
    )


def faults_of(path: Path) -> Iterator[str]:
    """Yield what openxml-audit and ooxml-integrity say of a Word file."""
    for error in OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(path).errors:
        yield f"{error.part_uri} {error.path}: {error.description}"
    yield from (str(one) for one in check(path))


def papers_text(outcomes: Sequence[PaperOutcome]) -> list[str]:
    """Return a table of the outcomes, and what is wrong where something is."""
    head = f"{'report':<46} pages lines exact ≤1 reckoned lost sid faults"
    return [head, *(line for one in outcomes for line in _lines(one)), _total(outcomes)]


def _lines(one: PaperOutcome) -> Iterator[str]:
    exact = sum(off == 0 for off in one.off_exact)
    near = sum(off <= 1 for off in one.off_reckoned)
    figures = f"{len(one.off_exact):5} {exact:5} {near:11} {len(one.lost):4} {one.numbered_wrong:3} {len(one.faults):6}"
    yield f"{one.name:<46} {one.pages:5} {figures}"
    yield from (f"    {fault}" for fault in one.faults)
    if one.lost:
        yield f"    lost: {dict(one.lost)}"


def _total(outcomes: Sequence[PaperOutcome]) -> str:
    right = sum(one.is_right for one in outcomes)
    return f"{right} of {len(outcomes)} as they must be"
