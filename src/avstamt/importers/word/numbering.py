"""The lists of a Word document: which are bulleted, and the numbers that Word counts before headings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from avstamt.importers.word.names import value, w
from avstamt.importers.word.package import Element, Package

Level: TypeAlias = tuple[str, int]
"""The number of a definition, and a level of it."""

_DEEPEST_LIST, _LEVELS = 5, 9
_PART = re.compile(r"%([1-9])")


@dataclass
class Lists:
    """Which definition each list follows, the levels that are bulleted, those of the styles, and the counts so far."""

    definitions: Mapping[str, str]
    bulleted: frozenset[Level]
    shapes: Mapping[Level, str]
    of_styles: Mapping[str, Level]
    _counts: dict[str, list[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, package: Package) -> Lists:
        """Read the lists of a document."""
        root = package.part("word/numbering.xml")
        if root is None:
            return cls({}, frozenset(), {}, {})
        levels = {
            (definition.get(w("abstractNumId"), ""), _level(one.get(w("ilvl")))): one
            for definition in root.iter(w("abstractNum"))
            for one in definition.iter(w("lvl"))
        }
        definitions = {one.get(w("numId"), ""): value(one, "abstractNumId") or "" for one in root.iter(w("num"))}
        return cls(
            definitions,
            frozenset(key for key, one in levels.items() if value(one, "numFmt") in ("bullet", "none")),
            {key: value(one, "lvlText") or "" for key, one in levels.items() if value(one, "numFmt") == "decimal"},
            {style: key for key, one in levels.items() if (style := value(one, "pStyle"))}
            | _styled(package, definitions),
        )

    def kind(self, properties: Element) -> str:
        """Return "b" or "n" with the level of a list's paragraph, empty for one of no list."""
        key = self._key(properties)
        if key is None:
            return ""
        return f"{'b' if key in self.bulleted else 'n'}{min(key[1], _DEEPEST_LIST)}"

    def counted(self, style: str, properties: Element | None) -> str:
        """Return the number that Word shows before the next heading; empty where it counts in no plain figures."""
        listed = None if properties is None else properties.find(w("numPr"))
        key = self._key(listed) if listed is not None and value(listed, "numId") else self.of_styles.get(style)
        if key is None:
            return ""
        definition, level = key
        counts = self._counts.setdefault(definition, [0] * _LEVELS)
        counts[level] += 1
        counts[level + 1 :] = [0] * (_LEVELS - level - 1)
        parts = [int(part) - 1 for part in _PART.findall(self.shapes.get(key, ""))]
        if any((definition, part) not in self.shapes for part in parts):
            return ""
        return _PART.sub(lambda part: str(max(counts[int(part[1]) - 1], 1)), self.shapes.get(key, "")).strip()

    def _key(self, listed: Element) -> Level | None:
        definition = self.definitions.get(value(listed, "numId") or "0")
        return None if definition is None else (definition, _level(value(listed, "ilvl")))


def _styled(package: Package, definitions: Mapping[str, str]) -> dict[str, Level]:
    """Return the levels of the styles that name a list themselves."""
    root = package.part("word/styles.xml")
    made: dict[str, Level] = {}
    for style in () if root is None else root.iter(w("style")):
        listed = style.find(f"{w('pPr')}/{w('numPr')}")
        definition = definitions.get(value(listed, "numId") or "")
        if definition is not None and value(listed, "ilvl") is not None:
            made[style.get(w("styleId"), "")] = (definition, _level(value(listed, "ilvl")))
    return made


def _level(said: str | None) -> int:
    return min(int(said), _LEVELS - 1) if said and said.isdecimal() else 0
