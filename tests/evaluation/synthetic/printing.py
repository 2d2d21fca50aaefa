"""Prints a report as text, in a layout: front page, contents, sections, goals."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from tests.evaluation.synthetic.economy_print import print_table
from tests.evaluation.synthetic.paper import Paper, width, wrapped
from tests.evaluation.synthetic.rows import print_activities, print_indicators
from tests.evaluation.synthetic.style import Style

from avstamt.domain.goal import GOAL_TEXTS, Goal, GoalLevel
from avstamt.domain.report import Report, preorder
from avstamt.domain.section import Section
from avstamt.domain.text import ListItem, ListKind, RichText, SubHeading, block_text

LABELS = dict(
    zip(
        GOAL_TEXTS,
        ("Beskrivning", "Förväntat resultat", "Arbetssätt", "Resursanvändning", "Uppföljning", "Utveckling", "Analys"),
        strict=True,
    )
)


def print_report(report: Report, style: Style, rng: Random) -> str:
    """Return the report as the extraction of a PDF in this layout would leave it."""
    printer = _Printer(report, style, rng)
    printer.all()
    return _damaged("\n".join(printer.paper.lines) + "\n", style)


def _damaged(text: str, style: Style) -> str:
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    if style.blanks == "none":
        text = text.replace("\n\n", "\n")
    if style.blanks == "double":
        text = text.replace("\n\n", "\n\n\n")
    if style.ligatures:
        text = text.replace("fi", "\ufb01").replace("fl", "\ufb02")
    if style.hard_blanks:
        text = text.replace(" %", "\u00a0%").replace(" mnkr", "\u00a0mnkr")
    if style.minus != "-":
        text = "".join(style.minus if _is_minus(text, at) else letter for at, letter in enumerate(text))
    text = text.replace("\t", style.tab_as)
    return text.replace("\n", style.line_end)


def _is_minus(text: str, at: int) -> bool:
    return text[at] == "-" and text[at - 1 : at] in ("", " ", "\n", "\t") and text[at + 1 : at + 2].isdigit()


class _Printer:
    def __init__(self, report: Report, style: Style, rng: Random) -> None:
        self.report, self.style, self.rng = report, style, rng
        self.paper = Paper(style, rng)

    def all(self) -> None:
        if self.report.front is not None:
            self._front()
        elif self.style.cover:
            self._cover()
        elif self.rng.random() < 0.5:
            self.paper.paragraph(self.report.title)
            self.paper.gap()
        if self.style.contents:
            self._contents()
        if self.report.front is not None and self.report.front.appendices:
            self._appendices()
        for section, depth in preorder(self.report.sections):
            self._section(section, depth)

    def _cover(self) -> None:
        for line in (
            "Norrmalms stadsdelsförvaltning",
            self.report.organisation,
            "Tjänsteutlåtande",
            "Sid 1 (60)",
            f"{self.report.year}-02-03",
            self.report.title,
        ):
            self.paper.line(line, last=True)
        self.paper.turn()

    def _front(self) -> None:
        front, paper = self.report.front, self.paper
        assert front is not None
        officer = front.officers[0]
        for line in (front.department, f"Dnr {front.diary_number}", "Handläggare", officer.name, f"Telefon: {officer.phone}", "Till",
                     front.recipient, front.date):  # fmt: skip
            paper.line(line, last=True)
        paper.gap()
        paper.paragraph(self.report.title)
        paper.gap()
        self._heading("Förslag till beslut")
        number = 0
        for block in front.proposals.blocks:
            number += isinstance(block, ListItem)
            paper.paragraph(block_text(block), mark=f"{number}. " if number else "")
        paper.gap()
        for signatory in front.signatories:
            paper.line(signatory.name, last=True)
            paper.line(signatory.title, last=True)
        paper.gap()

    def _contents(self) -> None:
        paper = self.paper
        self._heading("Innehållsförteckning")
        page = 2
        for title in _titles(self.report, self.style):
            page += self.rng.randint(0, 2)
            parts = (
                [title] if not self.style.wrapped else wrapped(title, self.style.measure - 4000, sans=self.style.sans)
            )
            for part in parts[:-1]:
                paper.line(part)
            dots = {"tab": "\t", "dots": " " + "." * self.rng.randint(8, 60) + " ", "line": " "}[self.style.contents]
            paper.line(f"{parts[-1]}{dots}{page}", last=True)
        paper.gap()

    def _appendices(self) -> None:
        assert self.report.front is not None
        self._heading("Bilagor")
        for appendix in self.report.front.appendices:
            self.paper.line(f"{appendix.label}: {appendix.title}", last=True)
            self.paper.gap()

    def _heading(self, text: str) -> None:
        self.paper.gap()
        measure = self.style.measure * 5 // 6
        parts = [text] if not self.style.wrapped else wrapped(text, measure, sans=self.style.sans)
        for part in parts:
            self.paper.line(part, last=part is parts[-1])
        if not self.style.marked and self.style.name != "D3":
            self.paper.gap()

    def _section(self, section: Section, depth: int) -> None:
        if depth == 0 and section.title and self.style.wrapped and self.rng.random() < 0.3:
            self.paper.turn()
        if section.title:
            self._heading(section.title)
        if section.text.blocks:
            self._text(section.text)
        for table in section.tables:
            print_table(self.paper, table)
            self._text(table.comment)
        if section.holds_goals:
            for goal, _depth in preorder(self.report.goals):
                self._goal(goal)

    def _text(self, text: RichText) -> None:
        for block in text.blocks:
            words = block_text(block)
            if isinstance(block, SubHeading):
                self._heading(words)
            elif isinstance(block, ListItem) and block.mark is ListKind.BULLET:
                self.paper.paragraph(words, mark=self.style.bullet)
            else:
                self.paper.paragraph(words)
        self.paper.gap()

    def _goal(self, goal: Goal) -> None:
        paper, style = self.paper, self.style
        stop = (
            "."
            if goal.number and (goal.level is GoalLevel.DIRECTION or (style.number_stop and self.rng.random() < 0.6))
            else ""
        )
        title = f"{goal.number}{stop} {goal.title}".strip()
        paper.gap()
        if style.prefix_apart:
            paper.line(_prefix(goal, self.style), last=True)
        else:
            title = f"{_prefix(goal, self.style)} {title}"
        parts = [title] if not style.wrapped else wrapped(title, style.measure * 7 // 8, sans=style.sans)
        for part in parts:
            paper.line(part, last=part is parts[-1])
        if goal.assessment is not None:
            paper.gap()
            glyph = self.rng.choice((" ", "● ", "♀ ", "  ")) if style.status == "glyph" else style.status
            paper.line(goal.wording or goal.assessment.value, lead=glyph, last=True)
        self._parts(goal)

    def _parts(self, goal: Goal) -> None:
        paper = self.paper
        for name in GOAL_TEXTS:
            text = getattr(goal, name)
            if text is not None:
                self._label(LABELS[name])
                self._text(text)
        if goal.indicators:
            paper.gap()
            print_indicators(paper, goal.indicators, self.report)
        if goal.activities:
            paper.gap()
            print_activities(paper, goal.activities, self.report)
        paper.gap()

    def _label(self, label: str) -> None:
        self.paper.gap()
        self.paper.line(label, last=True, lead=" " if self.style.wrapped and self.rng.random() < 0.1 else "")
        self.paper.gap()


def hidden_breaks(report: Report, style: Style) -> set[str]:
    """Return what stands behind a paragraph whose last line is as good as full: there this layout shows no break."""
    if not style.wrapped or style.apart or style.marked:
        return set()
    hidden: set[str] = set()
    texts = [section.text for section in report.sections]
    texts += [text for goal in report.goals for name in GOAL_TEXTS if (text := getattr(goal, name)) is not None]
    texts += [table.comment for section in report.sections for table in section.tables]
    for text in texts:
        for before, block in zip(text.blocks, text.blocks[1:], strict=False):
            shown = isinstance(block, SubHeading) and style.gaps and not style.doubled
            if not shown and _is_full(block_text(before), block_text(block), style):
                hidden.add(block_text(block))
    return hidden


def _is_full(before: str, following: str, style: Style) -> bool:
    last = wrapped(before, style.measure, sans=style.sans, hyphen=style.hyphen)[-1]
    return (
        width(f"{last} {following.split(maxsplit=1)[0]}", sans=style.sans)
        > (0.95 if style.sans else 1.0) * style.measure
    )


def _titles(report: Report, style: Style) -> Iterator[str]:
    for section, _depth in preorder(report.sections):
        if section.title:
            yield section.title
        if section.holds_goals:
            for goal in report.goals:
                if goal.level in (GoalLevel.DIRECTION, GoalLevel.AREA):
                    yield f"{_prefix(goal, style)} {goal.number} {goal.title}"


def _prefix(goal: Goal, style: Style) -> str:
    return {
        GoalLevel.DIRECTION: "KF:s inriktningsmål:", GoalLevel.AREA: style.area_prefix,
        GoalLevel.COMMITTEE: style.committee_prefix, GoalLevel.UNIT: style.unit_prefix,
    }[goal.level]  # fmt: skip
