"""Runs the rules on the labelled reports and counts which labels their findings reach (the law stands in `slips`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.evaluation.slips import Label, Located, Matched, locate, match, read_labels
from tests.evaluation.sources import imported, labelled

from avstamt.rules.engine import check
from avstamt.templates.catalogue import Catalogue


@dataclass(frozen=True)
class Outcome:
    """One report's labels, its findings, and how they match."""

    labels: tuple[Label, ...]
    located: tuple[Located, ...]
    matched: Matched


def findings(reports: Path, gold: Path, shipped: Catalogue, only: str = "") -> dict[str, Outcome]:
    """Return the outcome for every report that has labelled slips."""
    return {
        name: _outcome(report, read_labels(slips), shipped)
        for name, report, slips in labelled(reports, gold, "brister", only)
    }


def _outcome(path: Path, labels: tuple[Label, ...], shipped: Catalogue) -> Outcome:
    source = path.read_text(encoding="utf-8")
    located = tuple(
        one
        for made in imported(path, shipped)
        for one in locate(made.report, check(made.report, shipped).findings, source)
    )
    return Outcome(labels, located, match(labels, located))


def findings_json(outcomes: Mapping[str, Outcome]) -> dict[str, Any]:
    """Return recall and n: in all, by category, by severity and certainty, per report; and the unmatched findings."""
    labels = [
        (label, number in one.matched.found) for one in outcomes.values() for number, label in enumerate(one.labels)
    ]
    return {
        "total": {**_both(labels), "findings": sum(len(one.located) for one in outcomes.values())},
        "levels": _grouped(labels, lambda label: f"{label.severity} {label.certainty}"),
        "categories": _grouped(labels, lambda label: label.category),
        "reports": {
            name: _both([(label, number in one.matched.found) for number, label in enumerate(one.labels)])
            for name, one in outcomes.items()
        },
        "unmatched": [
            {"report": name, "rule": one.finding.rule, "level": one.finding.level.value, "place": str(one.finding.place),
             "lines": sorted(frozenset().union(*one.pieces)), "message": one.finding.message}
            for name, outcome in outcomes.items() for one in outcome.matched.unmatched
        ],
    }  # fmt: skip


def _both(labels: Iterable[tuple[Label, bool]]) -> dict[str, Any]:
    pairs = list(labels)
    return {
        "substantive": _share(found for label, found in pairs if label.is_substantive),
        "notes": _share(found for label, found in pairs if label.is_note),
    }


def _grouped(labels: Iterable[tuple[Label, bool]], key: Callable[[Label], str]) -> dict[str, Any]:
    groups: dict[str, list[bool]] = {}
    for label, found in labels:
        groups.setdefault(key(label), []).append(found)
    return {name: _share(groups[name]) for name in sorted(groups)}


def _share(found: Iterable[bool]) -> dict[str, Any]:
    each = list(found)
    return {"recall": round(sum(each) / len(each), 4) if each else 1.0, "n": len(each), "found": sum(each)}


def findings_text(outcomes: Mapping[str, Outcome]) -> Iterator[str]:
    """Yield the lines of the report: labels with their findings, what is missed, what is unmatched, and the figures."""
    for name, outcome in outcomes.items():
        yield f"{name}: {len(outcome.located)} fynd, {len(outcome.labels)} märkta brister"
        for number, label in enumerate(outcome.labels):
            yield from _label_text(label, outcome.matched.found.get(number))
        yield "  Fynd utan märkt brist:"
        for one in outcome.matched.unmatched:
            yield f"    {_finding_text(one)}"
        yield ""
    figures = findings_json(outcomes)
    for part in ("levels", "categories"):
        yield from (f"  {name:28} {_of(share)}" for name, share in figures[part].items())
        yield ""
    yield f"  Fel och varningar (säkra och troliga): {_of(figures['total']['substantive'])}"
    yield f"  Säkra notiser:                         {_of(figures['total']['notes'])}"
    per_rule = Counter(one.finding.rule for outcome in outcomes.values() for one in outcome.matched.unmatched)
    yield f"  Fynd: {figures['total']['findings']}, utan märkt brist: {dict(per_rule.most_common())}"


def _label_text(label: Label, found: tuple[Located, ...] | None) -> Iterator[str]:
    if found is None and not (label.is_substantive or label.is_note):
        return
    sign = "+" if found else "–"
    yield f"  {sign} {label.id} {label.category} ({label.severity}, {label.certainty}): {label.what[:110]}"
    for one in found or ():
        yield f"      {_finding_text(one)}"


def _finding_text(one: Located) -> str:
    lines = ",".join(str(min(piece)) for piece in one.pieces) or "?"
    return f"[{one.finding.rule}] rad {lines}: {one.finding.message}"


def _of(share: Mapping[str, Any]) -> str:
    return f"{share['found']:3} av {share['n']:3}  ({share['recall']:.0%})"
