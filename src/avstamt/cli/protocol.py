"""`avstamt granska --protokoll`: the review of one report or many as a granskningsprotokoll."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from avstamt.cli.running import Checked
from avstamt.export.findings import report_name
from avstamt.export.protocol import Review, write_protocol


def write_reviews(checked: Sequence[Checked], baseline: str, out: Path) -> None:
    """Write the protocol, as Word or Excel by the name of `out`; raises ExportRefused.

    `baseline` is the name of the earlier review, empty where there is none.
    """
    write_protocol([_review(one, baseline) for one in checked], out)


def _review(one: Checked, baseline: str) -> Review:
    return Review(
        one.opened.report,
        Path(one.opened.name).name,
        dt.datetime.now().astimezone().date(),
        one.result.findings,
        one.result.waived,
        one.result.coverage,
        compared=report_name(one.earlier) if one.earlier else "",
        baseline=baseline,
        left_out=one.left_out,
    )
