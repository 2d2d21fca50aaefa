"""Every word of an imported report, labels and prefixes as they print, to hold against the words of its source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from avstamt.domain.goal import GOAL_TEXTS, Goal, GoalLevel
from avstamt.domain.indicator import INDICATOR_FIGURES
from avstamt.domain.report import Report
from avstamt.domain.section import Section
from avstamt.domain.text import ListItem, ListKind, RichText, block_text
from avstamt.importers.lines import SOFT_HYPHEN, clean
from avstamt.importers.model import Import

PREFIXES = {
    GoalLevel.DIRECTION: "KF:s inriktningsmål:",
    GoalLevel.AREA: "KF:s mål för verksamhetsområdet:",
    GoalLevel.COMMITTEE: "Nämndmål:",
    GoalLevel.UNIT: "Enhetsmål:",
}
LABELS = dict(
    zip(
        GOAL_TEXTS,
        ("Beskrivning", "Förväntat resultat", "Arbetssätt", "Resursanvändning", "Uppföljning", "Utveckling", "Analys"),
        strict=True,
    )
)
BULLET = re.compile(r"^\s*(?:[\uf0b7•][ ]*|[-–*][ ]+|-(?=[A-ZÅÄÖ][a-zåäö]))")


def report_words(found: Import) -> Counter[str]:
    """Return the words of the report and of the noise set aside beside it."""
    texts = [*_report(found.report), *(noise.text for noise in found.noise)]
    return Counter(word for text in texts for word in clean(text).split())


def source_words(source: str) -> list[str]:
    """Return the words of the source in order, bullets at the beginning of lines aside."""
    lines = [clean(line).replace(SOFT_HYPHEN, "") for line in re.split(r"\r\n|\n|\r", source)]
    return [word for line in lines for word in BULLET.sub("", line).split()]


def unexplained(source: str, found: list[Import]) -> tuple[Counter[str], Counter[str], list[str]]:
    """Return the words only the source has, those only the reports have, and the joins of broken words that were undone.

    A join is two or three words in a row in the source that stand as one in the report ("nämnd/s" + "tyrelse").
    """
    words = source_words(source)
    there = sum((report_words(one) for one in found), Counter())
    missing, extra = Counter(words) - there, there - Counter(words)
    known = [word for word in words if missing[word]]
    joins: list[str] = []
    for count in (2, 3, 4):
        for at in range(len(known) - count + 1):
            parts = known[at : at + count]
            whole = "".join(parts)
            if extra[whole] and not Counter(parts) - missing:
                extra[whole] -= 1
                missing -= Counter(parts)
                joins.append("+".join(parts))
    return +missing, +extra, joins


def _report(report: Report) -> Iterator[str]:
    yield report.title
    if report.front is not None:
        front = report.front
        yield from (front.department, front.unit, front.diary_number, front.date, front.recipient)
        yield from (text for one in front.officers for text in (one.name, one.phone, one.email))
        yield "Förslag till beslut" if front.proposals.blocks else ""
        yield from _text(front.proposals)
        yield from (text for one in front.signatories for text in (one.name, one.title))
        yield from (text for one in front.appendices for text in (f"{one.label}:" if one.label else "", one.title))
    for section in report.sections:
        yield from _section(section)
    for goal in report.goals:
        yield from _goal(goal)


def _section(section: Section) -> Iterator[str]:
    yield section.title
    yield from _text(section.text)
    for table in section.tables:
        yield table.corner
        group = ""
        for column in table.columns:
            yield column.group if column.group != group else ""
            group = column.group
            yield column.title
        for row in table.rows:
            yield row.label
            yield from (cell.text for cell in row.cells)
        yield from _text(table.comment)


def _goal(goal: Goal) -> Iterator[str]:
    yield f"{PREFIXES[goal.level]} {goal.number} {goal.title}"
    yield goal.wording or (goal.assessment.value if goal.assessment else "")
    for name in GOAL_TEXTS:
        text = getattr(goal, name)
        if text is not None:
            yield LABELS[name]
            yield from _text(text)
    for indicator in goal.indicators:
        yield indicator.name
        yield from (getattr(indicator, name) for name in (*INDICATOR_FIGURES, "period", "periodicity"))
        yield from _analysis(indicator.analysis)
    for activity in goal.activities:
        yield f"{activity.text} {activity.start} {activity.end} {'Avvikelse' if activity.deviation else ''}"
        yield from _analysis(activity.analysis)


def _analysis(text: RichText | None) -> Iterator[str]:
    if text is not None:
        yield "Analys"
        yield from _text(text)


def _text(text: RichText) -> Iterator[str]:
    number = 0
    for block in text.blocks:
        numbered = isinstance(block, ListItem) and block.mark is ListKind.NUMBER
        number = number + 1 if numbered else 0
        yield f"{number}. {block_text(block)}" if numbered else block_text(block)
