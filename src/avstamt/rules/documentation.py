"""A rule's page: title, level, basis, Varför, Fel, Rätt, and which reports it is for."""

from __future__ import annotations

import inspect
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass

from avstamt.rules.model import Rule

PARTS = ("Varför", "Fel", "Rätt")

_WIDTH = 88


@dataclass(frozen=True, slots=True)
class RulePage:
    """What a rule's docstring says, part by part, as running text."""

    title: str
    why: str
    wrong: str
    right: str


def parts_of(rule: Rule) -> RulePage:
    """Return the parts of a rule's docstring; a part that is missing is empty."""
    parts: dict[str, list[str]] = {}
    current = "title"
    for line in inspect.cleandoc(rule.documentation).splitlines():
        head, colon, rest = line.partition(":")
        starts = bool(colon) and head in PARTS
        current = head if starts else current
        parts.setdefault(current, []).append(rest if starts else line)
    text = {part: " ".join(" ".join(lines).split()) for part, lines in parts.items()}
    return RulePage(text.get("title", ""), *(text.get(part, "") for part in PARTS))


def page(rule: Rule) -> str:
    """Return the page of one rule as text for people."""
    parts = parts_of(rule)
    lines = (
        f"{rule.code} {rule.name}",
        parts.title,
        "",
        f"Nivå:    {rule.level.value}",
        f"Grund:   {rule.basis}",
        f"Gäller:  {_scope(rule)}",
        "",
        *_part("Varför", parts.why),
        *_part("Fel", parts.wrong),
        *_part("Rätt", parts.right),
    )
    return "\n".join(lines)


def summary(rule: Rule) -> str:
    """Return one line about a rule: code, level, title."""
    return f"{rule.code}  {rule.level.value:<9}  {rule.title}"


def find_rule(rules: Iterable[Rule], name: str) -> Rule | None:
    """Return the rule with this code or name (case aside), or None."""
    wanted = name.strip().casefold()
    return next((rule for rule in rules if wanted in (rule.code.casefold(), rule.name.casefold())), None)


def _scope(rule: Rule) -> str:
    kinds = ", ".join(sorted(kind.value for kind in rule.kinds)) or "alla rapporter"
    levels = f" för {', '.join(sorted(level.value for level in rule.levels))}" if rule.levels else ""
    return f"{kinds}{levels}{_years(rule)}"


def _years(rule: Rule) -> str:
    if rule.first_year and rule.last_year:
        return f", {rule.first_year}–{rule.last_year}"
    if rule.first_year:
        return f", från {rule.first_year}"
    return f", till och med {rule.last_year}" if rule.last_year else ""


def _part(head: str, text: str) -> list[str]:
    first = f"{head}:"
    return textwrap.wrap(
        text[:1].upper() + text[1:], _WIDTH, initial_indent=f"{first:<9}", subsequent_indent=" " * 9
    ) or [first]
