"""One trial: a random report, printed in a layout, imported, and held against what it was."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from tests.evaluation.matching import Score
from tests.evaluation.structure import compare
from tests.evaluation.synthetic.printing import hidden_breaks, print_report
from tests.evaluation.synthetic.reports import random_report
from tests.evaluation.synthetic.style import Style
from tests.evaluation.synthetic.truth import compare_texts, found, normal, truth

from avstamt.domain.report import OrganisationLevel, Report, ReportKind
from avstamt.importers.model import Import
from avstamt.importers.text import read_text
from avstamt.templates.catalogue import catalogue

SORTS = tuple(
    (kind, level)
    for level in OrganisationLevel
    for kind in ReportKind
    if level is OrganisationLevel.COMMITTEE or not kind.is_tertial
)
"""Every kind and level that is written; a unit makes no tertial reports."""


@dataclass(frozen=True)
class Trial:
    """What was made, printed, imported and measured."""

    name: str
    reports: tuple[Report, ...]
    text: str
    imports: tuple[Import, ...]
    scores: dict[str, Score]


def trial(style: Style, seed: int, *, several: bool = False) -> Trial:
    """Run one trial; the same style and seed give the same report. `several` puts two reports into one text."""
    rng = Random(f"{style.name} {seed}")  # noqa: S311 - a repeatable report, no secret
    kind, level = SORTS[seed % len(SORTS)]
    reports = tuple(
        random_report(rng, kind, level, blanks_tell=style.tells_blanks, sexes=style.sexes)
        for _ in range(2 if several else 1)
    )
    text = "".join(print_report(report, style, rng) for report in reports)
    imports = read_text(text, "rapport.txt", catalogue())
    hidden = set().union(*(hidden_breaks(report, style) for report in reports))
    gold = normal(truth(reports, style, hidden))
    scores = compare(gold, normal(found(imports, hidden)))
    scores |= compare_texts(reports, imports, hidden)
    return Trial(f"{style.name} {seed} {kind.value} {level.value}", reports, text, imports, scores)
