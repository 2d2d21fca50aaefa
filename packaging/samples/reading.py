"""Makes a report of a sample's YAML: the template gives sections, prefixes and tables, the YAML gives the words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from avstamt.domain.activity import Activity
from avstamt.domain.economy import Cell, EconomyKind, EconomyTable, Row, RowRole
from avstamt.domain.goal import GOAL_TEXTS, Assessment, Goal, GoalLevel
from avstamt.domain.indicator import Direction, Indicator
from avstamt.domain.report import OrganisationLevel, Report, ReportKind
from avstamt.domain.section import Appendix, Contact, FrontPage, Section, Signatory
from avstamt.domain.text import Block, ListItem, ListKind, Paragraph, RichText, Run, SubHeading
from avstamt.templates.catalogue import catalogue
from avstamt.templates.skeleton import Ids, empty_sections, empty_table, numbered_ids
from avstamt.templates.template import EconomyTableTemplate, SectionTemplate, Template

Data = dict[str, Any]
LEVELS = {
    "direction": GoalLevel.DIRECTION,
    "area": GoalLevel.AREA,
    "committee": GoalLevel.COMMITTEE,
    "unit": GoalLevel.UNIT,
}
_AMOUNT = re.compile(r"(?<=\d) (?=\d{3}(?!\d)|%|(?:tkr|mnkr|kr|st|GWh)\b)")
_NUMBERED = re.compile(r"^(\d+(?:\.\d+)*)\s+(.*)$")
_ROLES = {EconomyKind.FORECAST: RowRole.AREA, EconomyKind.INVESTMENT: RowRole.INVESTMENT}


def read_source(path: Path) -> Data:
    """Return what a sample's YAML file says."""
    source: Data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return source


def report_of(source: Data) -> Report:
    """Return the report a sample describes, without its slips; ids count from 1."""
    maker = _Maker.of(source)
    year = int(source["year"])
    return Report(
        id=maker.ids("r"),
        kind=maker.template.kind,
        level=maker.template.level,
        year=year,
        organisation=source["organisation"],
        committee=source["committee"],
        title=_title(maker.template, source),
        front=maker.front(source["front"]) if "front" in source else None,
        sections=tuple(maker.sections(source["sections"])),
        goals=tuple(maker.goals(source["goals"])),
    )


def _title(template: Template, source: Data) -> str:
    title = template.title.replace("{year}", str(source["year"]))
    return f"{title} för {source['organisation']}" if template.level is OrganisationLevel.COMMITTEE else title


def hard(text: str) -> str:
    """Return a text with hard spaces inside amounts and before their units."""
    return _AMOUNT.sub("\u00a0", text)


@dataclass(frozen=True)
class _Maker:
    template: Template
    year: int
    ids: Ids

    @classmethod
    def of(cls, source: Data) -> _Maker:
        kind, level, year = ReportKind(source["kind"]), OrganisationLevel(source["level"]), int(source["year"])
        return cls(catalogue().template(kind, level, year), year, numbered_ids())

    def text(self, words: str) -> RichText:
        return RichText(blocks=tuple(self._block(line) for line in words.splitlines() if line.strip()))

    def _block(self, line: str) -> Block:
        runs = (Run(text=hard(line.removeprefix("## ").removeprefix("- ").strip())),)
        if line.startswith("## "):
            return SubHeading(id=self.ids("b"), runs=runs)
        if line.startswith("- "):
            return ListItem(id=self.ids("b"), runs=runs)
        return Paragraph(id=self.ids("b"), runs=runs)

    def front(self, given: Data) -> FrontPage:
        points = (
            ListItem(id=self.ids("b"), runs=(Run(text=hard(point)),), mark=ListKind.NUMBER)
            for point in given["proposals"]
        )
        return FrontPage(
            **{name: given[name] for name in ("department", "unit", "diary_number", "date", "recipient")},
            officers=tuple(Contact(id=self.ids("o"), **one) for one in given["officers"]),
            proposals=RichText(blocks=tuple(points)),
            signatories=tuple(Signatory(id=self.ids("u"), **one) for one in given["signatories"]),
            appendices=tuple(Appendix(id=self.ids("p"), **one) for one in given["appendices"]),
        )

    def sections(self, given: dict[str, Data]) -> Iterator[Section]:
        for section in empty_sections(self.template.sections, self.year, self.ids):
            words = given.get(section.key, {})
            template = self.template.section(section.key)
            yield self._filled(section, words, template)
            for below in words.get("below", ()):
                text = self.text(below["text"])
                yield Section(id=self.ids("s"), parent=section.id, title=hard(below["title"]), text=text)

    def _filled(self, section: Section, words: Data, template: SectionTemplate | None) -> Section:
        changed: Data = {"text": self.text(words.get("text", ""))}
        if "tables" in words and template:
            shape = template.tables[0]
            changed["tables"] = tuple(self._table(shape, table) for table in words["tables"])
        return section.model_copy(update=changed)

    def _table(self, template: EconomyTableTemplate, given: Data) -> EconomyTable:
        table = empty_table(template, self.year, self.ids)
        roles = {row.label: row.role for row in template.rows}
        other = _ROLES.get(template.kind, RowRole.OTHER)
        rows = []
        for line in given["rows"]:
            label, *texts = _cells(line)
            cells = (Cell(id=column.id, text=text) for column, text in zip(table.columns, texts, strict=True) if text)
            rows.append(Row(id=self.ids("w"), label=label, role=roles.get(label, other), cells=tuple(cells)))
        comment = self.text(given.get("comment", ""))
        return table.model_copy(
            update={"corner": given.get("corner", table.corner), "rows": tuple(rows), "comment": comment}
        )

    def goals(self, given: list[Data]) -> Iterator[Goal]:
        above: dict[int, str] = {}
        for entry in given:
            key = next(key for key in entry if key in LEVELS)
            level = LEVELS[key]
            goal = self._goal(entry, level, entry[key], above.get(level.depth - 1))
            above[level.depth] = goal.id
            yield goal

    def _goal(self, entry: Data, level: GoalLevel, words: str, parent: str | None) -> Goal:
        number, title = self._numbered(level, words)
        return Goal(
            id=self.ids("g"),
            parent=parent,
            level=level,
            number=number,
            title=title,
            locked=self.template.goal(level).locked,
            assessment=Assessment(entry["assessment"]) if "assessment" in entry else None,
            **{name: self.text(entry[name]) for name in GOAL_TEXTS if name in entry},
            indicators=tuple(self._indicator(row) for row in entry.get("indicators", ())),
            activities=tuple(self._activity(row) for row in entry.get("activities", ())),
        )

    def _numbered(self, level: GoalLevel, words: str) -> tuple[str, str]:
        if level in {GoalLevel.DIRECTION, GoalLevel.AREA}:
            mandate = catalogue().city_years(self.year)
            known = {goal.number: goal.title for goal in (*mandate.directions, *mandate.areas)} if mandate else {}
            return words, known[words]
        match = _NUMBERED.match(words)
        return (match[1], match[2]) if match else ("", words)

    def _indicator(self, given: Data) -> Indicator:
        columns = [column.name for column in self.template.indicator_columns]
        cells: Data = dict(zip(columns, _cells(given["row"]), strict=True))
        direction = Direction(given["direction"]) if "direction" in given else None
        return Indicator(id=self.ids("i"), direction=direction, analysis=self._analysis(given), **cells)

    def _activity(self, given: Data) -> Activity:
        text, start, end, *flag = _cells(given["row"])
        return Activity(
            id=self.ids("a"), text=text, start=start, end=end, deviation=bool(flag), analysis=self._analysis(given)
        )

    def _analysis(self, given: Data) -> RichText | None:
        return self.text(given["analysis"]) if "analysis" in given else None


def _cells(line: str) -> list[str]:
    return [hard(cell.strip()) for cell in line.split("|")]
