"""What can be done about a finding, each as one step that can be undone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from avstamt.domain.base import new_id
from avstamt.domain.finding import Finding
from avstamt.domain.place import ROOT, Place, PlaceError, insert, remove
from avstamt.domain.report import Report
from avstamt.domain.review import Waiver, waiver_of
from avstamt.ui.desk import Desk
from avstamt.ui.words import count

_WAIVERS = Place.of("waivers")
WORD_IS_RIGHT = "Ordet är rätt."


def fix(desk: Desk, finding: Finding) -> None:
    """Mend what the finding is about, where it says how."""
    if finding.fix is not None:
        desk.document.change(ROOT, finding.fix.apply, f"rättning: {finding.fix.title}")


def safe_ones(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings whose fix is safe without asking."""
    return tuple(finding for finding in findings if finding.fix is not None and finding.fix.safe)


def fix_all(desk: Desk, findings: Iterable[Finding]) -> int:
    """Mend everything that is safe to mend as one step; return how many findings that was."""
    safe = safe_ones(findings)
    if safe:
        title = f"rättning av {count(len(safe), 'anmärkning', 'anmärkningar')}"
        desk.document.change(ROOT, lambda report: _all_fixed(report, safe), title)
    return len(safe)


def waive(desk: Desk, finding: Finding, reason: str) -> None:
    """Set a finding aside with a reason, signed and dated."""
    today = dt.datetime.now().astimezone().date().isoformat()
    author = desk.look.settings.author
    made = Waiver(id=new_id("w"), rule=finding.rule, place=finding.place, reason=reason, author=author, date=today)
    desk.document.change(_WAIVERS, lambda report: insert(report, _WAIVERS, made), "angivet skäl")


def unwaive(desk: Desk, finding: Finding) -> None:
    """Take a finding up again that was set aside."""
    waiver = waiver_of(finding, desk.document.report.waivers)
    if waiver is not None:
        place = _WAIVERS / waiver.id
        desk.document.change(_WAIVERS, lambda report: remove(report, place), "borttagning av skälet")


def respell(desk: Desk, place: Place, old: str, new: str) -> None:
    """Write `new` for `old` at the span of `place`."""
    from avstamt.rules.writing_fixes import with_text

    desk.document.change(place.whole, lambda report: with_text(report, place, old, new), f"rättning: Skriv {new}")


def _all_fixed(report: Report, findings: Iterable[Finding]) -> Report:
    for finding in findings:
        if finding.fix is None:
            continue
        try:
            report = finding.fix.apply(report)
        except PlaceError:  # an earlier one of them took the place away
            continue
    return report
