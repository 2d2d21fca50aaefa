"""Sets a report as text the way PDF extraction leaves it, in any mixture of the scars that are known."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tests.importers.words import LABELS, PREFIXES

from avstamt.domain.economy import EconomyTable
from avstamt.domain.goal import GOAL_TEXTS, Goal, GoalLevel
from avstamt.domain.indicator import Indicator
from avstamt.domain.report import Report, ReportKind, preorder
from avstamt.domain.text import ListItem, RichText, SubHeading, block_text

HEADS = {
    "outcome": "Periodens utfall",
    "outcome_men": "Utfall män/ pojkar",
    "outcome_women": "Utfall kvinnor/ flickor",
    "previous": "Utfall VB {previous}",
    "forecast": "Prognos helår",
    "target": "Årsmål",
    "city_target": "KF:s årsmål",
    "period": "Period",
    "periodicity": "Periodicitet",
}
FOLLOW_UP = ("outcome", "outcome_men", "outcome_women", "previous", "target", "city_target", "period")
COLUMNS = {
    ReportKind.PLAN: ("target", "city_target", "periodicity"),
    ReportKind.ANNUAL: FOLLOW_UP,
    ReportKind.TERTIAL_1: (*FOLLOW_UP[:4], "forecast", *FOLLOW_UP[4:]),
    ReportKind.TERTIAL_2: (*FOLLOW_UP[:4], "forecast", *FOLLOW_UP[4:]),
}


@dataclass(frozen=True)
class Setting:
    """One mixture: margin (0: lines are not wrapped), and which scars the text bears."""

    margin: int = 92
    tabs: bool = False
    doubled: bool = False
    tail: str = " "
    marks: bool = True
    prefix_alone: bool = False
    broken_heads: bool = True
    values_apart: bool = True
    page: int = 0
    form_feeds: bool = False
    contents: bool = False
    line_end: str = "\n"
    front: tuple[str, ...] = ()
    bullet: str = "- "


@dataclass
class Typesetter:
    """Sets one report; the lines grow as it goes."""

    report: Report
    setting: Setting
    lines: list[str] = field(default_factory=list)

    def text(self) -> str:
        """Return the whole text."""
        for line in self.setting.front:
            self.plain(line)
        if self.setting.contents:
            self.contents()
        for section, _ in preorder(self.report.sections):
            if section.title:
                self.line(section.title)
            self.rich(section.text)
            for table in section.tables:
                self.economy(table)
                self.rich(table.comment)
            if section.holds_goals:
                for goal, _ in preorder(self.report.goals):
                    self.goal(goal)
        return self.setting.line_end.join(self.paged())

    def paged(self) -> Iterator[str]:
        """Yield the lines with running heads and feet after each full page."""
        number = 1
        for index, line in enumerate(self.lines):
            if self.setting.page and index and index % self.setting.page == 0:
                number += 1
                feed = "\f" if self.setting.form_feeds else ""
                yield from (
                    "Kulturförvaltningen",
                    "Box 1234",
                    "start.stockholm",
                    f"{feed}Tjänsteutlåtande",
                    f"Sid {number} (40)",
                    "",
                )
            yield line

    def plain(self, text: str) -> None:
        self.lines.append(text + self.setting.tail if text else "")

    def line(self, text: str, lead: str = "") -> None:
        """Set a line of running text, with the blank line after it that some files have."""
        self.plain(lead + text)
        if self.setting.doubled or not self.setting.margin:
            self.lines.append("")

    def wrapped(self, text: str, first: str = "") -> None:
        for part in self.parts(first + text, self.setting.margin):
            self.line(part)

    def parts(self, text: str, margin: int) -> list[str]:
        return textwrap.wrap(text, margin, break_on_hyphens=False) if margin else [text]

    def rich(self, text: RichText) -> None:
        for index, block in enumerate(text.blocks):
            if isinstance(block, SubHeading) and index and not self.setting.doubled and self.setting.margin:
                self.lines.append("")
            sign = self.setting.bullet if isinstance(block, ListItem) else ""
            self.wrapped(block_text(block), sign)

    def contents(self) -> None:
        self.plain("Innehållsförteckning")
        page = 3
        for section, _ in preorder(self.report.sections):
            for title in [section.title] if section.title else []:
                self.plain(f"{title}{'.' * 12} {page}")
                page += 1
            if section.holds_goals:
                for goal, _ in preorder(self.report.goals):
                    if goal.level in (GoalLevel.DIRECTION, GoalLevel.AREA):
                        self.entry(f"{PREFIXES[goal.level]} {goal.number} {goal.title}", page)

    def entry(self, text: str, page: int) -> None:
        *first, last = self.parts(text, 70)
        for part in first:
            self.plain(part)
        self.plain(f"{last}\t{page}" if self.setting.tabs else f"{last} {'.' * 8} {page}")

    def goal(self, goal: Goal) -> None:
        title = f"{goal.number} {goal.title}".strip()
        if self.setting.prefix_alone:
            self.line(PREFIXES[goal.level], lead=" ")
            self.title(title)
        else:
            self.title(f"{PREFIXES[goal.level]} {title}")
        if goal.assessment is not None:
            self.line(goal.wording or goal.assessment.value, lead=" ")
        for name in GOAL_TEXTS:
            value = getattr(goal, name)
            if value is not None:
                self.line(LABELS[name])
                self.rich(value)
        if goal.indicators:
            self.indicators(goal.indicators)
        if goal.activities:
            self.activities(goal)

    def title(self, text: str) -> None:
        for part in self.parts(text, self.setting.margin and 78):
            self.line(part)

    def head(self, columns: Sequence[str]) -> None:
        previous = str(self.report.year - 1)
        titles = [HEADS[name].format(previous=previous) for name in columns]
        if self.setting.tabs:
            self.plain("\t".join(["Indikator", *titles]))
        elif self.setting.broken_heads:
            self.plain(f"   Indikator {titles[0].split()[0]}")
            for word in [*titles[0].split()[1:], *(word for title in titles[1:] for word in title.split())]:
                self.plain(word)
        else:
            self.plain(f"Indikator {' '.join(titles)}")
        self.lines.append("")

    def indicators(self, indicators: Sequence[Indicator]) -> None:
        columns = COLUMNS[self.report.kind]
        self.head(columns)
        for indicator in indicators:
            cells = [getattr(indicator, name) for name in columns]
            if self.setting.tabs:
                self.plain("\t".join([indicator.name, *cells]))
                if indicator.analysis is not None:
                    self.plain(f"Analys {indicator.analysis.plain}" + "\t" * len(cells))
            else:
                self.row(indicator.name, " ".join(cells).rstrip(), 26)
                self.analysis(indicator.analysis)
        self.lines.append("")

    def row(self, name: str, values: str, column: int) -> None:
        """Set a row: the name in its narrow column, the values behind its last line or on a line of their own."""
        if self.setting.marks:
            self.lines += [" ", ""]
        parts = self.parts(name, column)
        apart = self.setting.values_apart and len(parts) > 1
        for part in parts if apart else parts[:-1]:
            self.plain(part)
        if apart:
            self.lines.append("")
        self.plain(values if apart else f"{parts[-1]} {values}")
        self.lines.append("")

    def analysis(self, text: RichText | None) -> None:
        if text is None:
            return
        self.plain("Analys")
        self.lines.append("")
        for block in text.blocks:
            for part in self.parts(block_text(block), self.setting.margin and 118):
                self.plain(part)
        self.lines.append("")

    def activities(self, goal: Goal) -> None:
        columns = ["Aktivitet", "Startdatum", "Slutdatum"]
        columns += [] if self.report.kind is ReportKind.PLAN else ["Avvikelse"]
        self.plain(("\t" if self.setting.tabs else " ").join(columns))
        self.lines.append("")
        for activity in goal.activities:
            deviation = "Avvikelse" if activity.deviation else ""
            if self.setting.tabs:
                self.plain("\t".join([activity.text, activity.start, activity.end, deviation][: len(columns)]))
                if activity.analysis is not None:
                    self.plain(f"Analys {activity.analysis.plain}\t\t\t")
            else:
                self.row(activity.text, f"{activity.start} {activity.end} {deviation}".rstrip(), 64)
                self.analysis(activity.analysis)

    def economy(self, table: EconomyTable) -> None:
        joint = "\t" if self.setting.tabs else " "
        groups = [column.group for column in table.columns]
        if any(groups):
            distinct = [group if index == 0 or groups[index - 1] != group else "" for index, group in enumerate(groups)]
            self.plain(joint.join([table.corner, *(distinct if self.setting.tabs else filter(None, distinct))]))
            self.plain(
                joint.join(
                    ["" if self.setting.tabs else None, *(c.title for c in table.columns)][not self.setting.tabs :]
                )
            )
        else:
            self.plain(joint.join([table.corner, *(column.title for column in table.columns)]))
        for row in table.rows:
            self.plain(joint.join([row.label, *(row.text(column.id) for column in table.columns)]).rstrip(" "))
        self.lines.append("")


def typeset(report: Report, setting: Setting) -> str:
    """Return the report set as text."""
    return Typesetter(report, setting).text()
