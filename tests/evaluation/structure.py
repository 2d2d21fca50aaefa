"""Compares an imported report with its labels, part by part.

What counts, and how:

- Goals, indicators, activities, tables and their rows are paired in document order without crossings, so that the
  pairs are as alike as can be (`matching.align`). What stays alone on the labelled side is missed (recall), on the
  imported side invented (precision). A part that is paired though its name is wrong counts against both.
- `goals` is right when level, number and title all are; each of them also stands alone. A parent is right when it is
  the goal that the labelled parent was paired with. Assessments count where one is labelled or claimed.
- `indicator_names` and `activities` are right when the text is equal and the goal is the paired one.
- `indicator_cells` counts every printed cell, the empty ones too (and a filled cell outside the printed columns as
  invented); `indicator_cells_filled` only those where labels or import hold a text. Economy cells likewise.
- `deviations` counts the activities marked as deviating. Analyses count where one is labelled or claimed; the labels
  hold the first 80 characters, so a longer one is right when it begins so, and a shorter one only when all is equal.
- `sections` are the labelled headings, those in goals' texts within the paired goal and the others in document order;
  right when the title is equal. Headings that the labels list apart (`inline_headings`) have a figure of their own,
  and headings in texts that match nothing count against it where there is one, else against `sections`.
- Depths of headings and whether text follows them are stated too (`section_depths`, `section_texts`).

Texts are compared exactly, but for white space: a run of it is one blank. Column heads, which break anywhere, are
compared without any. Other normalisations are stated in `gold`. The organisation's name is right when the labelled
words stand in the imported organisation or nämnd, capitals aside.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from tests.evaluation.matching import Score, align, alike
from tests.evaluation.parts import PREFIX, ActivityPart, Document, GoalPart, HeadingPart, IndicatorPart
from tests.evaluation.tables import compare_tables

Scores = defaultdict[str, Score]
Row = TypeVar("Row", IndicatorPart, ActivityPart)

FIGURES = (
    "facts", "goals", "goal_levels", "goal_numbers", "goal_titles", "goal_parents", "assessments", "fields",
    "indicator_names", "indicator_cells", "indicator_cells_filled", "indicator_analyses", "activities",
    "activity_dates", "deviations", "activity_analyses", "sections", "inline_headings", "section_depths",
    "section_texts", "tables", "economy_columns", "economy_labels", "economy_cells", "economy_cells_filled",
)  # fmt: skip
"""Every figure, in the order in which it is printed."""


def compare(labelled: Document, imported: Document) -> dict[str, Score]:
    """Return every figure for one report."""
    scores: Scores = defaultdict(Score)
    _compare_facts(scores, labelled, imported)
    goal_pairs = align(labelled.goals, imported.goals, _goals_alike, 0.6)
    _compare_goals(scores, goal_pairs)
    place_of = {gold.key: made.key for gold, made in goal_pairs if gold and made}
    _compare_indicators(scores, labelled, imported, place_of)
    _compare_activities(scores, labelled, imported, place_of)
    _compare_headings(scores, labelled, imported, place_of)
    compare_tables(scores, labelled.tables, imported.tables)
    return {name: scores[name] for name in FIGURES}


def _compare_facts(scores: Scores, labelled: Document, imported: Document) -> None:
    for name, value in labelled.facts.items():
        scores["facts"].count(value, imported.facts.get(name), name)
    for name in labelled.names:
        found = any(name.casefold() in given.casefold() for given in imported.names)
        scores["facts"].count(name, " / ".join(imported.names) or None, "organisation", right=found)


def _goals_alike(gold: GoalPart, made: GoalPart) -> float:
    title = alike(gold.title, made.title)
    return 0.6 * title + 0.25 * (gold.number == made.number) + 0.15 * (gold.level == made.level)


def _compare_goals(scores: Scores, pairs: Sequence[tuple[GoalPart | None, GoalPart | None]]) -> None:
    pair_of = {made.key: gold.key for gold, made in pairs if gold and made}
    for gold, made in pairs:
        where = _where(gold, made)
        whole_gold, whole_made = (_whole(part) if part else None for part in (gold, made))
        scores["goals"].count(whole_gold, whole_made, where)
        for name in ("level", "number", "title"):
            scores[f"goal_{name}s"].count(_get(gold, name), _get(made, name), where)
        above_gold = (gold.parent or "toppen") if gold else None
        above_made = (pair_of.get(made.parent, "ett annat mål") if made.parent else "toppen") if made else None
        scores["goal_parents"].count(above_gold, above_made, where)
        scores["assessments"].count(_get(gold, "assessment") or None, _get(made, "assessment") or None, where)
        for name in sorted((gold.fields if gold else frozenset()) | (made.fields if made else frozenset())):
            one, other = (name if part and name in part.fields else None for part in (gold, made))
            scores["fields"].count(one, other, where)


def _whole(goal: GoalPart) -> str:
    return f"{goal.level} | {goal.number} | {goal.title}"


def _compare_indicators(scores: Scores, labelled: Document, imported: Document, place_of: dict[str, str]) -> None:
    for gold, made in _paired_rows(labelled.indicators, imported.indicators, place_of, _indicators_alike):
        where = _where(gold, made)
        _count_row(scores["indicator_names"], gold, made, place_of, "name")
        _count_analysis(scores["indicator_analyses"], gold, made, where)
        gold_cells, made_cells = gold.cells if gold else {}, made.cells if made else {}
        for name in dict.fromkeys((*gold_cells, *made_cells)):
            one, other = gold_cells.get(name), made_cells.get(name)
            if name not in gold_cells:
                other = other or None
            scores["indicator_cells"].count(one, other, f"{where}, {name}")
            scores["indicator_cells_filled"].count(one or None, other or None, f"{where}, {name}")


def _indicators_alike(gold: IndicatorPart, made: IndicatorPart) -> float:
    same = sum(made.cells.get(name) == cell for name, cell in gold.cells.items()) / (len(gold.cells) or 1)
    return 0.8 * alike(gold.name, made.name) + 0.2 * same


def _compare_activities(scores: Scores, labelled: Document, imported: Document, place_of: dict[str, str]) -> None:
    for gold, made in _paired_rows(labelled.activities, imported.activities, place_of, _activities_alike):
        where = _where(gold, made)
        _count_row(scores["activities"], gold, made, place_of, "text")
        _count_analysis(scores["activity_analyses"], gold, made, where)
        for name in ("start", "end"):
            scores["activity_dates"].count(_get(gold, name) or None, _get(made, name) or None, f"{where}, {name}")
        marked, claimed = ("Avvikelse" if part and part.deviation else None for part in (gold, made))
        scores["deviations"].count(marked, claimed, where)


def _activities_alike(gold: ActivityPart, made: ActivityPart) -> float:
    same = (gold.start == made.start) + (gold.end == made.end)
    return 0.9 * alike(gold.text, made.text) + 0.05 * same


def _paired_rows(
    labelled: Sequence[Row], imported: Sequence[Row], place_of: dict[str, str], likeness: Callable[[Row, Row], float]
) -> list[tuple[Row | None, Row | None]]:
    def near(gold: Row, made: Row) -> float:
        same_goal = place_of.get(gold.goal) == made.goal
        return 0.9 * likeness(gold, made) + 0.1 * same_goal

    return align(labelled, imported, near, 0.55)


def _count_row(score: Score, gold: Row | None, made: Row | None, place_of: dict[str, str], name: str) -> None:
    right_goal = gold is not None and made is not None and place_of.get(gold.goal) == made.goal
    right = right_goal and _get(gold, name) == _get(made, name)
    where = _where(gold, made) + ("" if right_goal or gold is None or made is None else " (fel mål)")
    score.count(_get(gold, name), _get(made, name), where, right=right)


def _count_analysis(score: Score, gold: Row | None, made: Row | None, where: str) -> None:
    labelled, claimed = (part.analysis or None if part else None for part in (gold, made))
    right = labelled == claimed
    if labelled and claimed and len(labelled) >= PREFIX - 1:  # a blank at the cut is gone
        right = claimed.startswith(labelled)
    score.count(labelled, claimed[:200] if claimed else None, f"{where}, analys", right=right)


def _compare_headings(scores: Scores, labelled: Document, imported: Document, place_of: dict[str, str]) -> None:
    made_of = {made: gold for gold, made in place_of.items()}
    apart = any(heading.inline for heading in labelled.headings)
    groups = dict.fromkeys(
        [h.goal for h in labelled.headings] + [made_of.get(h.goal or "", h.goal) for h in imported.headings]
    )
    for goal in groups:
        gold = [h for h in labelled.headings if h.goal == goal]
        made = [h for h in imported.headings if made_of.get(h.goal or "", h.goal) == goal]
        for pair in align(gold, made, _headings_alike, 0.8):
            _count_heading(scores, *pair, apart=apart)


def _headings_alike(gold: HeadingPart, made: HeadingPart) -> float:
    return 0.95 * alike(gold.title, made.title) + 0.05 * (gold.depth == made.depth)


def _count_heading(scores: Scores, gold: HeadingPart | None, made: HeadingPart | None, *, apart: bool) -> None:
    inline = gold.inline if gold else bool(made and made.inline and apart)
    where = _where(gold, made)
    scores["inline_headings" if inline else "sections"].count(_get(gold, "title"), _get(made, "title"), where)
    if gold and made and not inline:
        scores["section_depths"].count(gold.depth, made.depth, where)
        scores["section_texts"].count(gold.filled, made.filled, where)


def _get(part: object, name: str) -> str | None:
    return getattr(part, name) if part is not None else None


def _where(gold: object, made: object) -> str:
    part = gold if gold is not None else made
    name = next(getattr(part, name) for name in ("title", "name", "text") if hasattr(part, name))
    line = getattr(part, "line", None)
    return f"rad {line} {name[:60]}" if line else name[:60]


def all_misses(scores: dict[str, Score]) -> Iterator[tuple[str, str]]:
    """Yield every fault with the figure it belongs to."""
    for name, score in scores.items():
        for miss in score.misses:
            yield name, miss
