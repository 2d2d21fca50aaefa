"""The report as plain JSON for other programs: nested as it prints, texts without make-up, figures read.

The file is one object: `format` ("avstamt-rapport"), `version` (1) and `report`. The report has `kind` (VP, T1, T2,
VB), `level` (enhet, nämnd), `year`, `organisation`, `committee`, `title`, `front` (null or the first page's parts),
`sections` and `goals`, both as trees: what lies below stands in `sections` or `goals` of its parent, in print order.

A text is null where the heading is missing, else a list of blocks: `{"kind": "paragraph" | "heading" | "item",
"text", "level"}`, or `{"kind": "table", "rows"}` with rows of texts. A figure is `{"text", "amount", "unit"}`: the
text as typed, and the number (a string with a decimal point) and unit where the text is a number, else null and "".
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypeAlias

from avstamt.domain.activity import Activity
from avstamt.domain.economy import EconomyTable
from avstamt.domain.goal import GOAL_TEXTS, Goal
from avstamt.domain.indicator import INDICATOR_FIGURES, Indicator
from avstamt.domain.quantity import quantity
from avstamt.domain.report import Report, children_of
from avstamt.domain.section import FrontPage, Section
from avstamt.domain.text import ListItem, RichText, SubHeading, TextTable, block_text, runs_text
from avstamt.export.files import write_file

FORMAT = "avstamt-rapport"
VERSION = 1

Data: TypeAlias = "str | int | bool | list[Data] | dict[str, Data] | None"


def write_json(report: Report, path: Path) -> None:
    """Write the report as plain JSON in UTF-8; raises ExportRefused."""
    content = {"format": FORMAT, "version": VERSION, "report": plain(report)}
    write_file(path, (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode())


def plain(report: Report) -> dict[str, Data]:
    """Return the report as plain data."""
    return {
        "kind": report.kind.value,
        "level": report.level.value,
        "year": report.year,
        "organisation": report.organisation,
        "committee": report.committee,
        "title": report.title,
        "front": None if report.front is None else _front(report.front),
        "sections": [_section(report, section) for section in children_of(report.sections, None)],
        "goals": [_goal(report, goal) for goal in children_of(report.goals, None)],
    }


def _front(front: FrontPage) -> Data:
    return {
        "department": front.department,
        "unit": front.unit,
        "diary_number": front.diary_number,
        "date": front.date,
        "officers": [{"name": one.name, "phone": one.phone, "email": one.email} for one in front.officers],
        "recipient": front.recipient,
        "proposals": _text(front.proposals),
        "signatories": [{"name": one.name, "title": one.title} for one in front.signatories],
        "appendices": [{"label": one.label, "title": one.title} for one in front.appendices],
    }


def _section(report: Report, section: Section) -> Data:
    return {
        "id": section.id,
        "key": section.key,
        "title": section.title,
        "holds_goals": section.holds_goals,
        "text": _text(section.text),
        "tables": [_table(table) for table in section.tables],
        "sections": [_section(report, below) for below in children_of(report.sections, section.id)],
    }


def _goal(report: Report, goal: Goal) -> Data:
    return {
        "id": goal.id,
        "level": goal.level.value,
        "number": goal.number,
        "title": goal.title,
        "assessment": goal.assessment.value if goal.assessment else None,
        "texts": {name: _text(getattr(goal, name)) for name in GOAL_TEXTS},
        "indicators": [_indicator(indicator) for indicator in goal.indicators],
        "activities": [_activity(activity) for activity in goal.activities],
        "goals": [_goal(report, below) for below in children_of(report.goals, goal.id)],
    }


def _indicator(indicator: Indicator) -> Data:
    figures: dict[str, Data] = {name: _figure(getattr(indicator, name)) for name in INDICATOR_FIGURES}
    return {
        "id": indicator.id,
        "name": indicator.name,
        **figures,
        "period": indicator.period,
        "periodicity": indicator.periodicity,
        "analysis": _text(indicator.analysis),
    }


def _activity(activity: Activity) -> Data:
    return {
        "id": activity.id,
        "text": activity.text,
        "start": activity.start,
        "end": activity.end,
        "deviation": activity.deviation,
        "analysis": _text(activity.analysis),
    }


def _table(table: EconomyTable) -> Data:
    return {
        "id": table.id,
        "kind": table.kind.value,
        "title": table.title,
        "corner": table.corner,
        "unit": table.unit.value,
        "sign": table.sign.value,
        "benchmark": _figure(table.benchmark),
        "columns": [
            {"title": column.title, "group": column.group, "role": column.role.value, "year": column.year}
            for column in table.columns
        ],
        "rows": [
            {
                "label": row.label,
                "role": row.role.value,
                "cells": [_figure(row.text(column.id)) for column in table.columns],
            }
            for row in table.rows
        ],
        "comment": _text(table.comment),
    }


def _figure(text: str) -> Data:
    read = quantity(text)
    return {"text": text, "amount": str(read.amount) if read else None, "unit": read.unit if read else ""}


def _text(text: RichText | None) -> Data:
    if text is None:
        return None
    blocks: list[Data] = []
    for block in text.blocks:
        if isinstance(block, TextTable):
            blocks.append({"kind": "table", "rows": [[runs_text(cell.runs) for cell in row] for row in block.rows]})
        else:
            level = block.level if isinstance(block, (SubHeading, ListItem)) else 0
            blocks.append({"kind": block.kind, "text": block_text(block), "level": level})
    return blocks
