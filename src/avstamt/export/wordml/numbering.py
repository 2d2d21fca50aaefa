"""Numbered and bulleted lists in a Word document: one definition of each, one instance for each numbered list."""

from __future__ import annotations

from avstamt.export.paper.items import ListItem
from avstamt.export.wordml.xml import Element, add, element, name

_LEVELS = 6
_INDENT = 284
_FORMATS = ("decimal", "lowerLetter", "lowerRoman")


class Numbering:
    """Adds our lists to a numbering part, beside whatever lists the styles document has."""

    def __init__(self, part: Element) -> None:
        self._part = part
        self._numbers = self._define("number")
        self._bulleted = self._instance(self._define("bullet"))
        self._numbered: dict[int, str] = {}

    def list_of(self, item: ListItem) -> str:
        """Return the id of the list an item stands in; an item numbered 1 opens a list of its own."""
        if item.number is None:
            return self._bulleted
        if item.number == 1:
            self._numbered[item.level] = self._instance(self._numbers, restart=True)
        return self._numbered[item.level]

    def _define(self, kind: str) -> str:
        number = self._next("abstractNum", "abstractNumId")
        made = element("abstractNum", abstractNumId=number)
        add(made, "multiLevelType", val="hybridMultilevel")
        for level in range(_LEVELS):
            _add_level(made, level, kind)
        instances = self._part.findall(name("num"))
        if instances:  # definitions stand before instances
            instances[0].addprevious(made)
        else:
            self._part.append(made)
        return number

    def _instance(self, definition: str, *, restart: bool = False) -> str:
        number = self._next("num", "numId")
        made = add(self._part, "num", numId=number)
        add(made, "abstractNumId", val=definition)
        if restart:
            for level in range(_LEVELS):
                add(add(made, "lvlOverride", ilvl=str(level)), "startOverride", val="1")
        return number

    def _next(self, tag: str, attribute: str) -> str:
        taken = [int(found.get(name(attribute), "0")) for found in self._part.findall(name(tag))]
        return str(max(taken, default=0) + 1)


def _add_level(definition: Element, level: int, kind: str) -> None:
    bullet = kind == "bullet"
    made = add(definition, "lvl", ilvl=str(level))
    add(made, "start", val="1")
    add(made, "numFmt", val="bullet" if bullet else _FORMATS[level % 3])
    mark = ("•", "–")[level % 2] if bullet else f"%{level + 1}."
    add(made, "lvlText", val=mark)
    add(made, "lvlJc", val="left")
    look = add(made, "pPr")
    add(look, "ind", left=str(_INDENT * (level + 1)), hanging=str(_INDENT))
