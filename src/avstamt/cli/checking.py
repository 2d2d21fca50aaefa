"""`avstamt granska`: runs the rules on files and folders and prints what does not add up."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from avstamt.cli.comparing import earlier_reports, read_baseline
from avstamt.cli.reading import files_in
from avstamt.cli.remarking import write_remarks
from avstamt.cli.review_settings import settings_of
from avstamt.cli.running import Checked, Task, check_all, reports_of
from avstamt.domain.finding import Level
from avstamt.export.files import write_file
from avstamt.export.findings import as_text, findings_object, report_name, sarif_log, sarif_run
from avstamt.export.protocol import Review, require_suffix, write_protocol
from avstamt.rules.catalogue import CATALOGUE
from avstamt.templates.catalogue import catalogue

CLEAN, FOUND, UNUSABLE = 0, 1, 2
_HEADS = ("Rapport", "Fel", "Avvikelser", "Tips")


def check_files(given: argparse.Namespace) -> int:
    """Check every report in the named files and folders; the exit status says whether anything is at level Fel."""
    files = files_in(given.files)
    if not files:
        print(f"Det finns inga rapporter i {', '.join(str(path) for path in given.files)}.", file=sys.stderr)
        return UNUSABLE
    if given.protocol is not None:
        require_suffix(given.protocol)
    task = Task(earlier_reports(given.earlier, catalogue()), read_baseline(given.baseline), settings_of(given))
    done = check_all(files, task)
    refused = [one.refused for one in done if one.refused]
    for sentence in refused:
        print(sentence, file=sys.stderr)
    checked = list(reports_of(done))
    if checked:
        _tell(checked, task, given)
    if refused:
        return UNUSABLE
    return FOUND if any(_has_error(one) for one in checked) else CLEAN


def _tell(checked: Sequence[Checked], task: Task, given: argparse.Namespace) -> None:
    """Print or save the findings, and say beside them what was left out, not compared, and saved."""
    _put(_FORMATS[given.format](checked), given.out)
    for one in checked:
        if given.earlier is not None and one.earlier is None:
            said = f"{one.opened.name}: i {given.earlier} finns ingen tidigare rapport att jämföra med."
            print(said, file=sys.stderr)
    if given.baseline is not None:
        print(_left_out(sum(one.left_out for one in checked), given.baseline), file=sys.stderr)
    if given.protocol is not None:
        write_protocol([_review(one, task) for one in checked], given.protocol)
        print(f"Granskningsprotokollet är sparat i {given.protocol}.", file=sys.stderr)
    if given.remarked is not None:
        for path in write_remarks(checked, given.remarked):
            print(f"Kommentarerna är skrivna i {path}.", file=sys.stderr)


def _left_out(many: int, baseline: Path) -> str:
    if many == 1:
        return f"1 anmärkning som redan finns i {baseline} är utelämnad."
    return f"{many} anmärkningar som redan finns i {baseline} är utelämnade."


def _review(one: Checked, task: Task) -> Review:
    return Review(
        one.opened.report,
        Path(one.opened.name).name,
        dt.datetime.now().astimezone().date(),
        one.result.findings,
        one.result.waived,
        one.result.coverage,
        compared=report_name(one.earlier) if one.earlier else "",
        baseline=task.baseline.name,
        left_out=one.left_out,
    )


def _as_text(checked: Sequence[Checked]) -> str:
    pages = []
    for one in checked:
        result = one.result
        head = f"{one.opened.name}\n" if len(checked) > 1 else ""
        pages.append(head + as_text(one.opened.report, result.findings, result.waived, result.coverage))
    if len(checked) > 1:
        errors = sum(_has_error(one) for one in checked)
        pages += [_table(checked), f"{len(checked)} rapporter är granskade, {errors} av dem har minst ett fel."]
    return "\n\n".join(pages)


def _table(checked: Sequence[Checked]) -> str:
    """Return one row a report: its name, and how many findings it has of each level."""
    rows = [_HEADS, *(_row(one) for one in checked)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADS))]
    return "\n".join(
        "  ".join(
            [row[0].ljust(widths[0]), *(text.rjust(wide) for text, wide in zip(row[1:], widths[1:], strict=True))]
        )
        for row in rows
    )


def _row(one: Checked) -> tuple[str, ...]:
    counts = Counter(finding.level for finding in one.result.findings)
    return (Path(one.opened.name).name, *(str(counts[level]) for level in Level))


def _as_json(checked: Sequence[Checked]) -> str:
    made = [
        {
            **findings_object(one.opened.report, one.result.findings, one.result.waived, one.result.coverage),
            "file": one.opened.name,
        }
        for one in checked
    ]
    return json.dumps(made[0] if len(made) == 1 else made, ensure_ascii=False, indent=2)


def _as_sarif(checked: Sequence[Checked]) -> str:
    return sarif_log(
        [
            sarif_run(one.opened.report, one.result.findings, one.result.waived, CATALOGUE, one.opened.file)
            for one in checked
        ]
    )


_FORMATS = {"text": _as_text, "json": _as_json, "sarif": _as_sarif}


def _has_error(one: Checked) -> bool:
    return any(finding.level is Level.ERROR for finding in one.result.findings)


def _put(text: str, out: Path | None) -> None:
    if out is None:
        print(text)
    else:
        write_file(out, text.encode())
        print(f"Granskningen är sparad i {out}.")
