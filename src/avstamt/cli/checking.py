"""`avstamt granska`: runs the rules on files and folders and prints what does not add up."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from avstamt.cli.comparing import earlier_reports, read_baseline
from avstamt.cli.reading import files_in
from avstamt.cli.review_settings import settings_of
from avstamt.cli.running import Checked, Sheet, Task, check_all, reports_of
from avstamt.domain.finding import Level
from avstamt.export.files import write_file
from avstamt.export.findings import as_text, findings_object, sarif_log, sarif_run
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
        from avstamt.export.protocol import require_suffix

        require_suffix(given.protocol)
    task = _task(given)
    done = check_all(files, task)
    refused = [one.refused for one in done if one.refused]
    for sentence in refused:
        print(sentence, file=sys.stderr)
    checked = list(reports_of(done))
    if checked:
        _tell(checked, task, given)
    if refused:
        return UNUSABLE
    return FOUND if any(one.has_error for one in checked) else CLEAN


def _task(given: argparse.Namespace) -> Task:
    show, _put_together = _FORMATS[given.format]
    keeps = given.protocol is not None or given.remarked is not None
    earlier = earlier_reports(given.earlier, catalogue())
    return Task(earlier, read_baseline(given.baseline), settings_of(given), show, keeps)


def _tell(checked: Sequence[Sheet], task: Task, given: argparse.Namespace) -> None:
    """Print or save the findings, and say beside them what was left out, not compared, and saved."""
    _show, put_together = _FORMATS[given.format]
    _put(put_together(checked), given.out)
    for one in checked:
        if given.earlier is not None and not one.compared:
            said = f"{one.name}: i {given.earlier} finns ingen tidigare rapport att jämföra med."
            print(said, file=sys.stderr)
    if given.baseline is not None:
        print(_left_out(sum(one.left_out for one in checked), given.baseline), file=sys.stderr)
    whole = [one.checked for one in checked if one.checked is not None]
    if given.protocol is not None:
        from avstamt.cli.protocol import write_reviews

        write_reviews(whole, task.baseline.name, given.protocol)
        print(f"Granskningsprotokollet är sparat i {given.protocol}.", file=sys.stderr)
    if given.remarked is not None:
        from avstamt.cli.remarking import write_remarks

        for path in write_remarks(whole, given.remarked):
            print(f"Kommentarerna är skrivna i {path}.", file=sys.stderr)


def _left_out(many: int, baseline: Path) -> str:
    if many == 1:
        return f"1 anmärkning som redan finns i {baseline} är utelämnad."
    return f"{many} anmärkningar som redan finns i {baseline} är utelämnade."


def _page(one: Checked) -> str:
    return as_text(one.opened.report, one.result.findings, one.result.waived, one.result.coverage)


def _pages(checked: Sequence[Sheet]) -> str:
    if len(checked) == 1:
        return str(checked[0].shown)
    errors = sum(one.has_error for one in checked)
    closing = f"{len(checked)} rapporter är granskade, {errors} av dem har minst ett fel."
    return "\n\n".join([*(f"{one.name}\n{one.shown}" for one in checked), _table(checked), closing])


def _table(checked: Sequence[Sheet]) -> str:
    """Return one row a report: its name, and how many findings it has of each level."""
    rows = [_HEADS, *((Path(one.name).name, *(str(one.counts[level]) for level in Level)) for one in checked)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADS))]
    return "\n".join(
        "  ".join(
            [row[0].ljust(widths[0]), *(text.rjust(wide) for text, wide in zip(row[1:], widths[1:], strict=True))]
        )
        for row in rows
    )


def _object(one: Checked) -> dict[str, Any]:
    made = findings_object(one.opened.report, one.result.findings, one.result.waived, one.result.coverage)
    return {**made, "file": one.opened.name}


def _objects(checked: Sequence[Sheet]) -> str:
    made = [one.shown for one in checked]
    return json.dumps(made[0] if len(made) == 1 else made, ensure_ascii=False, indent=2)


def _run(one: Checked) -> dict[str, Any]:
    return sarif_run(one.opened.report, one.result.findings, one.result.waived, CATALOGUE, one.opened.file)


def _runs(checked: Sequence[Sheet]) -> str:
    return sarif_log([one.shown for one in checked])


_FORMATS: dict[str, tuple[Callable[[Checked], Any], Callable[[Sequence[Sheet]], str]]] = {
    "text": (_page, _pages),
    "json": (_object, _objects),
    "sarif": (_run, _runs),
}
"""What a report is shown as, and how the reports are put together."""


def _put(text: str, out: Path | None) -> None:
    if out is None:
        print(text)
    else:
        write_file(out, text.encode())
        print(f"Granskningen är sparad i {out}.")
