"""Prints the figures of an evaluation as a table, or as one JSON object."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from tests.evaluation.matching import Score
from tests.evaluation.structure import FIGURES, all_misses


def totals(reports: Mapping[str, Mapping[str, Score]]) -> dict[str, Score]:
    """Return every figure over all reports."""
    sums = {name: Score() for name in FIGURES}
    for report, scores in reports.items():
        for name, score in scores.items():
            sums[name].add(score, f"{report}: ")
    return sums


def structure_json(reports: Mapping[str, Mapping[str, Score]]) -> dict[str, Any]:
    """Return precision, recall and n for every figure, in all and per report, with every miss."""
    return {
        "total": _figures(totals(reports)),
        "reports": {
            name: {**_figures(scores), "misses": [f"{figure}: {miss}" for figure, miss in all_misses(dict(scores))]}
            for name, scores in reports.items()
        },
    }


def _figures(scores: Mapping[str, Score]) -> dict[str, Any]:
    return {
        name: {"precision": round(score.precision, 4), "recall": round(score.recall, 4), "n": score.n}
        for name, score in scores.items()
    }


def structure_text(reports: Mapping[str, Mapping[str, Score]]) -> Iterable[str]:
    """Yield the lines of the report: a table per report and in all, each followed by its misses."""
    for name, scores in reports.items():
        yield from _table(name, scores)
        yield from (f"  {figure}: {miss}" for figure, miss in all_misses(dict(scores)))
        yield ""
    yield from _table("I allt", totals(reports))


def _table(title: str, scores: Mapping[str, Score]) -> Iterable[str]:
    yield f"{title}"
    yield f"  {'':24} {'precision':>9} {'recall':>9} {'n':>6} {'fel':>5}"
    for name, score in scores.items():
        yield f"  {name:24} {score.precision:9.2%} {score.recall:9.2%} {score.n:6} {len(score.misses):5}"
