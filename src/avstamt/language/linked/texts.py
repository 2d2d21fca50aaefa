"""Every linked figure in a report's texts: where it stands, where it is used, and how it follows its source."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from avstamt.domain.goal import GOAL_TEXTS, Goal
from avstamt.domain.place import ROOT, Place, Span, with_value
from avstamt.domain.report import Report
from avstamt.domain.section import FrontPage, Section
from avstamt.domain.text import Block, FigureReference, RichText, Run, Runs, TextCell, TextTable, runs_text
from avstamt.language.linked.sources import State, depends_on, shown

Change = Callable[[Run, str], Run]
"""From a run and the text before it to what is to stand in its place."""

Part = FrontPage | Section | Goal

_SENTENCE_ENDS = ".!?"


@dataclass(frozen=True, slots=True)
class Use:
    """A linked figure in a text: where its characters stand, what they are, and what they refer to."""

    place: Place
    text: str
    reference: FigureReference


def texts_of(report: Report) -> Iterator[tuple[Place, RichText]]:
    """Yield every rich text of a report with its place, in the order of the report's parts."""
    for part in parts_with_text(report):
        yield from _texts_in(part)


def parts_with_text(report: Report) -> tuple[Part, ...]:
    """Return the front page, the sections and the goals of a report."""
    front = (report.front,) if report.front is not None else ()
    return (*front, *report.sections, *report.goals)


def _texts_in(part: Part) -> Iterator[tuple[Place, RichText]]:
    if isinstance(part, FrontPage):
        yield Place.of("front", "proposals"), part.proposals
    elif isinstance(part, Section):
        place = Place.of("sections", part.id)
        yield place / "text", part.text
        for table in part.tables:
            yield place / "tables" / table.id / "comment", table.comment
    else:
        place = Place.of("goals", part.id)
        own = [(place / name, getattr(part, name)) for name in GOAL_TEXTS]
        rows = [(place / "indicators" / row.id / "analysis", row.analysis) for row in part.indicators]
        rows += [(place / "activities" / row.id / "analysis", row.analysis) for row in part.activities]
        yield from ((where, text) for where, text in (*own, *rows) if text is not None)


def uses(report: Report) -> Iterator[Use]:
    """Yield every linked figure of a report."""
    for part in parts_with_text(report):
        yield from uses_in(part)


def uses_in(part: Part) -> tuple[Use, ...]:
    """Return the linked figures of the front page, a section or a goal."""
    linked = ((block, place) for place, text in _texts_in(part) for block in text.blocks if _is_linked(block))
    return tuple(use for block, place in linked for use in _uses_in(block, place / "blocks" / block.id))


def uses_of(report: Report, place: Place) -> tuple[Use, ...]:
    """Return the linked figures that show, or are worked out from, what stands at `place`."""
    return tuple(use for use in uses(report) if depends_on(report, use.reference, place))


def refreshed(report: Report) -> tuple[Report, tuple[Place, ...]]:
    """Return the report with every linked figure as its source says it now, and the places of the texts that changed.

    A figure whose source is gone, or holds no number, keeps its text.
    """
    changed = [(place, fresh) for place, text in texts_of(report) if (fresh := fresh_text(report, text)) is not text]
    for place, fresh in changed:
        report = with_value(report, place, fresh)
    return report, tuple(place for place, _fresh in changed)


def fresh_text(report: Report, text: RichText) -> RichText:
    """Return a text with its linked figures as their sources say them now; the very same text where nothing differs."""
    if not any(map(_is_linked, text.blocks)):
        return text
    blocks = tuple(_fresh_block(report, block) for block in text.blocks)
    return text if all(new is old for new, old in zip(blocks, text.blocks, strict=True)) else RichText(blocks=blocks)


def recased(text: str, before: str, lead: str) -> str:
    """Return a figure's new text with a capital where the old one has it, or where it now begins the sentence in words."""
    if not text[:1].islower() or (before[:1].isalpha() and not before[:1].isupper()):
        return text
    opens = not before[:1].isalpha() and (not lead.strip() or lead.rstrip()[-1] in _SENTENCE_ENDS)
    return text[:1].upper() + text[1:] if before[:1].isupper() or opens else text


def without_figure(report: Report, place: Place) -> Report:
    """Return the report with the figures that touch the span at `place` in a block as ordinary text."""
    return _with_runs(report, place, lambda run, _lead: run.model_copy(update={"figure": None}))


def with_fresh_figure(report: Report, place: Place) -> Report:
    """Return the report with the figures that touch the span at `place` in a block as their sources say them now."""
    return _with_runs(report, place, partial(_fresh_run, report))


def _with_runs(report: Report, place: Place, change: Change) -> Report:
    for where, text in texts_of(report):
        if place.is_within(where / "blocks"):
            block_id = place.path[len(where.path) + 1]
            blocks = (_changed(block, place.span, change) if block.id == block_id else block for block in text.blocks)
            return with_value(report, where, RichText(blocks=tuple(blocks)))
    return report


def _changed(block: Block, span: Span | None, change: Change) -> Block:
    """Return a block with the linked figures changed that begin within a span of its text, or all of them."""
    reached = {use.place.span for use in _uses_in(block, ROOT) if _meets(use.place.span, span)}
    at = 0

    def of_runs(runs: Runs) -> Runs:
        nonlocal at
        made: list[Run] = []
        for run in runs:
            made.append(change(run, runs_text(tuple(made))) if (at, at + len(run.text)) in reached else run)
            at += len(run.text)
        at += isinstance(block, TextTable)
        return tuple(made)

    return _mapped(block, of_runs)


def _meets(one: Span | None, other: Span | None) -> bool:
    return one is None or other is None or (one[0] < other[1] and other[0] < one[1])


def _mapped(block: Block, change: Callable[[Runs], Runs]) -> Block:
    if isinstance(block, TextTable):
        rows = tuple(tuple(TextCell(runs=change(cell.runs)) for cell in row) for row in block.rows)
        return block.model_copy(update={"rows": rows})
    return block.model_copy(update={"runs": change(block.runs)})


def _is_linked(block: Block) -> bool:
    return any(run.figure is not None for run in _runs(block))


def _runs(block: Block) -> Iterator[Run]:
    if isinstance(block, TextTable):
        yield from (run for row in block.rows for cell in row for run in cell.runs)
    else:
        yield from block.runs


def _fresh_block(report: Report, block: Block) -> Block:
    fresh = _mapped(block, lambda runs: _fresh_runs(report, runs))
    return block if fresh == block else fresh


def _fresh_runs(report: Report, runs: Runs) -> Runs:
    made: list[Run] = []
    for run in runs:
        made.append(_fresh_run(report, run, runs_text(tuple(made))))
    return tuple(made)


def _fresh_run(report: Report, run: Run, lead: str) -> Run:
    if run.figure is None:
        return run
    now = shown(report, run.figure)
    text = recased(now.text, run.text, lead) if now.state is State.LIVE else run.text
    return run if text == run.text else run.model_copy(update={"text": text})


def _uses_in(block: Block, place: Place) -> Iterator[Use]:
    if not isinstance(block, TextTable):
        yield from _uses_among(block.runs, place, 0)
        return
    at = 0
    for row in block.rows:
        for cell in row:
            yield from _uses_among(cell.runs, place, at)
            at += len(runs_text(cell.runs)) + 1


def _uses_among(runs: Runs, place: Place, at: int) -> Iterator[Use]:
    for run in runs:
        if run.figure is not None:
            yield Use(place.at(at, at + len(run.text)), run.text, run.figure)
        at += len(run.text)
