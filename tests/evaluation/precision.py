"""What a reader thinks of the findings on the real reports: rule by rule, how many are worth the writer's time.

A reading is keyed by report, rule, source lines and quoted words, so that it survives changes of ids and of messages. Its
`reader` says what one who did not write the rules judged by the report's text alone: ja, tveksam (right, but not everyone
would act) or nej (wrong, or no one would act); `note` says why. `helpful` and `why` are what the rule's author wrote.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.evaluation.slips import Located, locate
from tests.evaluation.sources import imported

from avstamt.domain.finding import Level
from avstamt.domain.place import PlaceError, value_at
from avstamt.domain.report import Report
from avstamt.domain.text import block_text
from avstamt.rules.engine import check
from avstamt.templates.catalogue import Catalogue

READINGS = Path(__file__).parent / "readings"
YES, DOUBT, NO = "ja", "tveksam", "nej"
ENOUGH, MOST_UNHELPFUL = 10, 0.1


@dataclass(frozen=True)
class Seen:
    """A finding on a report: where it stands in the source, and the words it points at and quotes."""

    report: str
    rule: str
    level: Level
    message: str
    lines: tuple[int, ...]
    words: tuple[str, ...]


@dataclass
class Tally:
    """How the findings of one rule or level were judged; `unread` have no reading."""

    judged: Counter[str] = field(default_factory=Counter)
    unread: list[Seen] = field(default_factory=list)

    @property
    def read(self) -> int:
        """Return how many findings have a reading."""
        return sum(self.judged.values())

    @property
    def unhelpful(self) -> float:
        """Return the share of the read findings that are of no help."""
        return self.judged[NO] / self.read if self.read else 0.0


def readings() -> list[dict[str, Any]]:
    """Return every reading that is written down."""
    return [one for path in sorted(READINGS.glob("*.json")) for one in json.loads(path.read_text("utf-8"))]


def seen(reports: Path, shipped: Catalogue, only: str = "") -> Iterator[Seen]:
    """Yield every finding on the reports of a folder."""
    for path in sorted(reports.glob("*.txt")):
        if only in path.stem:
            source = path.read_text("utf-8")
            for made in imported(path, shipped):
                for one in locate(made.report, check(made.report, shipped).findings, source):
                    yield _seen(path.stem, made.report, one)


def _seen(name: str, report: Report, one: Located) -> Seen:
    finding = one.finding
    words = (_pointed(report, one), *(evidence.quote for evidence in finding.evidence))
    lines = tuple(sorted(frozenset().union(*one.pieces)))
    return Seen(name, finding.rule, finding.level, finding.message, lines, tuple(filter(None, map(_plain, words))))


def _pointed(report: Report, one: Located) -> str:
    place = one.finding.place
    try:
        value = value_at(report, place.whole)
    except PlaceError:
        return ""
    text = value if isinstance(value, str) else block_text(value) if hasattr(value, "runs") else ""
    return text[slice(*place.span)] if place.span else text


def _plain(words: str) -> str:
    return " ".join(words.split())


def paired(findings: Sequence[Seen], read: Sequence[Mapping[str, Any]]) -> list[tuple[Seen, Mapping[str, Any] | None]]:
    """Return each finding with its reading: the one on its lines whose quoted words it has, each reading given once."""
    free: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for one in read:
        free.setdefault((one["report"], one["rule"]), []).append(one)
    pairs = []
    for finding in findings:
        near = free.get((finding.report, finding.rule), [])
        best = next((one for one in near if _on_lines(finding, one) and _quotes(finding, one)), None)
        if best is not None:
            near.remove(best)
        pairs.append((finding, best))
    return pairs


def _on_lines(finding: Seen, one: Mapping[str, Any]) -> bool:
    return not one["lines"] or not finding.lines or bool(set(one["lines"]) & set(finding.lines))


def _quotes(finding: Seen, one: Mapping[str, Any]) -> bool:
    quote = _plain(one["quote"])
    return not quote or any(quote in words for words in finding.words)


def tallies(pairs: Sequence[tuple[Seen, Mapping[str, Any] | None]], by: str) -> dict[str, Tally]:
    """Return the tallies by "rule", by "level" or by "all"."""
    made: dict[str, Tally] = {}
    for finding, one in pairs:
        name = {"rule": finding.rule, "level": finding.level.value}.get(by, "Alla")
        tally = made.setdefault(name, Tally())
        if one is None:
            tally.unread.append(finding)
        else:
            tally.judged[one["reader"]] += 1
    return {name: made[name] for name in sorted(made)}


def precision_json(pairs: Sequence[tuple[Seen, Mapping[str, Any] | None]]) -> dict[str, Any]:
    """Return the tallies of all rules, of the levels and of all together, and what has no reading."""
    grouped = {
        by: {name: _figures(tally) for name, tally in tallies(pairs, by).items()} for by in ("rule", "level", "all")
    }
    unread = [
        {"report": one.report, "rule": one.rule, "lines": one.lines, "message": one.message} for one in _unread(pairs)
    ]
    return {**grouped, "unread": unread}


def _figures(tally: Tally) -> dict[str, Any]:
    counts = {"findings": tally.read + len(tally.unread), "read": tally.read}
    return {**counts, **{word: tally.judged[word] for word in (YES, DOUBT, NO)}, "unhelpful": round(tally.unhelpful, 3)}


def _unread(pairs: Sequence[tuple[Seen, Mapping[str, Any] | None]]) -> list[Seen]:
    return [finding for finding, one in pairs if one is None]


def precision_text(pairs: Sequence[tuple[Seen, Mapping[str, Any] | None]]) -> Iterator[str]:
    """Yield the lines of the report: rules, levels and all together, then what was of no help, in doubt, or unread."""
    yield f"{'Regel':10} {'fynd':>5} {'lästa':>6} {'ja':>4} {'tveksam':>8} {'nej':>4} {'till ingen hjälp':>17}"
    for by in ("rule", "level", "all"):
        for name, tally in tallies(pairs, by).items():
            figures = _figures(tally)
            yield (
                f"{name:10} {figures['findings']:5} {tally.read:6} {tally.judged[YES]:4} {tally.judged[DOUBT]:8} "
                f"{tally.judged[NO]:4} {tally.unhelpful:17.0%}"
            )
        yield ""
    for word, head in ((NO, "Till ingen hjälp"), (DOUBT, "Tveksamma")):
        yield f"{head}:"
        for finding, one in pairs:
            if one is not None and one["reader"] == word:
                yield f"  {_line(finding)}\n      {one['note']}"
    yield f"Utan läsning: {len(_unread(pairs))}"
    yield from (f"  {_line(one)}" for one in _unread(pairs))


def _line(one: Seen) -> str:
    return f"{one.report} rad {one.lines[0] if one.lines else '?'} [{one.rule}] {one.message}"
