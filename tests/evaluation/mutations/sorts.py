"""The visible list of all sorts of slips."""

from __future__ import annotations

from tests.evaluation.mutations.activity_sorts import ACTIVITY_SORTS
from tests.evaluation.mutations.economy_sorts import ECONOMY_SORTS
from tests.evaluation.mutations.economy_text_sorts import ECONOMY_TEXT_SORTS
from tests.evaluation.mutations.goal_sorts import GOAL_SORTS
from tests.evaluation.mutations.indicator_sorts import INDICATOR_SORTS
from tests.evaluation.mutations.model import Sort
from tests.evaluation.mutations.prose_sorts import PROSE_SORTS
from tests.evaluation.mutations.time_sorts import TIME_SORTS
from tests.evaluation.mutations.writing_sorts import WRITING_SORTS

SORTS: tuple[Sort, ...] = (
    *INDICATOR_SORTS,
    *ECONOMY_SORTS,
    *ECONOMY_TEXT_SORTS,
    *PROSE_SORTS,
    *GOAL_SORTS,
    *ACTIVITY_SORTS,
    *TIME_SORTS,
    *WRITING_SORTS,
)
