"""What a finding means, in words: its sentence, why the rule is there, and what its fix does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from avstamt.domain.finding import Finding

MENU_KEY = "Ctrl+."


@dataclass(frozen=True, slots=True)
class Explanation:
    """The parts of what is said about a finding; `why` and `fix` may be empty."""

    name: str
    message: str
    why: str
    fix: str
    code: str


def explanation(finding: Finding) -> Explanation:
    """Return what is said about a finding."""
    fix = finding.fix.title if finding.fix is not None else ""
    return Explanation(rule_name(finding), finding.message, why(finding.rule), fix, finding.rule)


def rule_name(finding: Finding) -> str:
    """Return what the finding's rule is called: "Utfall mellan könen"."""
    words = finding.name.replace("-", " ")
    return words[:1].upper() + words[1:]


@lru_cache(maxsize=256)
def why(code: str) -> str:
    """Return why there is a rule with this code, empty where its documentation does not say."""
    from avstamt.rules.catalogue import CATALOGUE  # a third of a second: the window is shown by then
    from avstamt.rules.documentation import find_rule, parts_of

    rule = find_rule(CATALOGUE, code)
    words = parts_of(rule).why if rule is not None else ""
    return words[:1].upper() + words[1:]


def as_tool_tip(findings: Iterable[Finding]) -> str:
    """Return the findings as the rich text of a tool tip."""
    parts = [_paragraphs(explanation(finding), finding.level.value) for finding in findings]
    return f'<div style="white-space: normal">{"<hr>".join(parts)}</div>' if parts else ""


def _paragraphs(said: Explanation, level: str) -> str:
    lines = [f"<b>{escape(level)}: {escape(said.name)}</b>", escape(said.message)]
    if said.why:
        lines.append(f"<i>Varför:</i> {escape(said.why)}")
    if said.fix:
        lines.append(f"<i>Förslag:</i> {escape(said.fix)} ({MENU_KEY})")
    return "<br>".join(lines)
