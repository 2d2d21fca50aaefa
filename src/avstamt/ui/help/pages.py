"""The pages of the help as plain data: those that are written, those made of the rules, and the sheet of keys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from avstamt.resources import resource
from avstamt.ui.help.keys import key_sheet

KEYS = "tangenter"
FIRST = "borja"
_MARKS = re.compile(r"!\[[^\]]*\]\([^)]*\)|[*`#>]|^\s*\d+\.\s|^\s*-\s", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class HelpPage:
    """A page: its name in links, its title, its Markdown, and the name of the group it is listed in."""

    name: str
    title: str
    text: str
    group: str = ""

    @property
    def plain(self) -> str:
        """Return the words of the page without its marks."""
        return " ".join(_MARKS.sub(" ", self.text).split())


@lru_cache(maxsize=1)
def pages() -> tuple[HelpPage, ...]:
    """Return every page in order: by task, the keys, the rules."""
    written = sorted(resource("help").glob("*.md"))
    keys = HelpPage(KEYS, "Tangenter", key_sheet())
    return (*(_written(path) for path in written), keys, *_rules())


def page_named(name: str) -> HelpPage:
    """Return the page with this name, the first where there is none."""
    return next((page for page in pages() if page.name == name), pages()[0])


def _written(path: Path) -> HelpPage:
    text = path.read_text(encoding="utf-8")
    name = path.stem.partition("-")[2]
    return HelpPage(name, text.split("\n", 1)[0].lstrip("# "), text)


def _rules() -> Iterator[HelpPage]:
    from avstamt.rules.catalogue import CATALOGUE
    from avstamt.rules.documentation import parts_of

    for rule in CATALOGUE:
        parts = parts_of(rule)
        name = rule.name.replace("-", " ")
        lines = (
            f"# {name[:1].upper()}{name[1:]}",
            f"**{_escaped(parts.title)}**",
            f"Nivå: {rule.level.value}. Grund: {_escaped(rule.basis)}. Regel {rule.code}.",
            "## Varför",
            _sentence(parts.why),
            "## Fel",
            _sentence(parts.wrong),
            "## Rätt",
            _sentence(parts.right),
        )
        yield HelpPage(rule.code, f"{name[:1].upper()}{name[1:]}", "\n\n".join(lines), "Regler")


def _sentence(text: str) -> str:
    return _escaped(text[:1].upper() + text[1:])


def _escaped(text: str) -> str:
    """Return a text in which nothing is taken for Markdown."""
    return re.sub(r"([\\`*_{}\[\]<>#|~])", r"\\\1", text)
