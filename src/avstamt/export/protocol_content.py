"""What a granskningsprotokoll says, as rows of plain text that its Word document and its workbook share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from avstamt import __version__
from avstamt.domain.finding import Coverage, Finding, Level
from avstamt.domain.report import Report
from avstamt.domain.review import Waiver, waiver_of
from avstamt.export.findings import counted, part_name, quoted, report_name

FACTS_HEADS = ("Uppgift", "Innehåll")
COVERAGE_HEADS = ("Vad som prövas", "Prövade", "Finns")
_PLURALS = {Level.ERROR: "Fel", Level.DEVIATION: "Avvikelser", Level.TIP: "Tips"}


@dataclass(frozen=True)
class Review:
    """One report with what a run of the rules gave on it.

    `file` is what the report's file is called, `compared` the name of the earlier report it was held against (empty for
    none), `left_out` how many findings an earlier review already had, and `baseline` what that review is called.
    """

    report: Report
    file: str
    day: dt.date
    findings: tuple[Finding, ...] = ()
    waived: tuple[Finding, ...] = ()
    coverage: Coverage = field(default_factory=Coverage)
    compared: str = ""
    baseline: str = ""
    left_out: int = 0

    @property
    def name(self) -> str:
        """Return what the report is called: kind, year and whose it is."""
        return report_name(self.report)

    @property
    def summary(self) -> str:
        """Return how many findings there are, in a sentence or two."""
        return counted(self.findings, self.waived)


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding as the protocol says it; `evidence` has one line for each quote."""

    number: int
    level: str
    where: str
    message: str
    advice: str
    evidence: tuple[str, ...]
    rule: str
    place: str


@dataclass(frozen=True, slots=True)
class WaiverRow:
    """A finding that was set aside: why, by whom and when."""

    where: str
    message: str
    reason: str
    who: str
    rule: str


def facts(review: Review) -> tuple[tuple[str, str], ...]:
    """Return what was reviewed, when, against what and with what."""
    rows = [
        ("Rapport", review.name),
        ("Fil", review.file),
        ("Granskad", review.day.isoformat()),
        ("Jämförd med", review.compared or "ingen tidigare rapport"),
    ]
    if review.baseline:
        rows.append(("Tidigare granskat", f"{review.left_out} anmärkningar fanns redan i {review.baseline}"))
    return (*rows, ("Granskad med", f"Avstämt {__version__}"))


def finding_rows(review: Review) -> tuple[FindingRow, ...]:
    """Return the findings, gravest first and in document order within a level, numbered from 1."""
    order = tuple(Level)
    graded = sorted(review.findings, key=lambda finding: order.index(finding.level))
    return tuple(_finding_row(review.report, number, finding) for number, finding in enumerate(graded, 1))


def by_level(rows: Iterable[FindingRow]) -> tuple[tuple[str, tuple[FindingRow, ...]], ...]:
    """Return the rows of each level that has any, under its name in the plural."""
    known = tuple(rows)
    groups = ((_PLURALS[level], tuple(row for row in known if row.level == level.value)) for level in Level)
    return tuple((name, group) for name, group in groups if group)


def waiver_rows(review: Review) -> tuple[WaiverRow, ...]:
    """Return the findings that were set aside, with reason, author and date."""
    return tuple(
        WaiverRow(
            part_name(review.report, finding.place),
            finding.message,
            waiver.reason or "Inget skäl är angett.",
            _who(waiver),
            finding.rule,
        )
        for finding in review.waived
        if (waiver := waiver_of(finding, review.report.waivers))
    )


def coverage_rows(review: Review) -> tuple[tuple[str, int, int], ...]:
    """Return each sort of claim with how many were tried and how many there were, and the sum of several."""
    rows = [(part.subject[:1].upper() + part.subject[1:], part.tried, part.total) for part in review.coverage.parts]
    if len(rows) > 1:
        rows.append(("Tillsammans", review.coverage.tried, review.coverage.total))
    return tuple(rows)


def protocol_title(reviews: Sequence[Review]) -> str:
    """Return the protocol's title."""
    if len(reviews) == 1:
        return f"Granskningsprotokoll, {reviews[0].name}"
    return f"Granskningsprotokoll för {len(reviews)} rapporter"


def _finding_row(report: Report, number: int, finding: Finding) -> FindingRow:
    return FindingRow(
        number,
        finding.level.value,
        part_name(report, finding.place),
        finding.message,
        finding.advice,
        tuple(quoted(report, finding, evidence) for evidence in finding.evidence if evidence.quote),
        finding.rule,
        str(finding.place),
    )


def _who(waiver: Waiver) -> str:
    return ", ".join(part for part in (waiver.author, waiver.date) if part) or "okänt"
