"""A rule's page: title, level, basis, Varför, Fel, Rätt, and which reports it is for."""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from dataclasses import dataclass

from avstamt.rules.model import Rule

PARTS = ("Varför", "Fel", "Rätt")


@dataclass(frozen=True, slots=True)
class RulePage:
    """What a rule's docstring says, part by part, as running text."""

    title: str
    why: str
    wrong: str
    right: str


def page_of(rule: Rule) -> RulePage:
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


def rule_page(rule: Rule) -> str:
    """Return the page of one rule as text for people."""
    page = page_of(rule)
    lines = (
        f"{rule.code} {rule.name}",
        page.title,
        "",
        f"Nivå:    {rule.level.value}",
        f"Grund:   {rule.basis}",
        f"Gäller:  {_scope(rule)}",
        "",
        f"Varför:  {_sentence(page.why)}",
        f"Fel:     {_sentence(page.wrong)}",
        f"Rätt:    {_sentence(page.right)}",
    )
    return "\n".join(lines)


def rule_list(rules: Iterable[Rule]) -> str:
    """Return one line a rule: code, level, title."""
    return "\n".join(f"{rule.code}  {rule.level.value:<9}  {rule.title}" for rule in rules)


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


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
