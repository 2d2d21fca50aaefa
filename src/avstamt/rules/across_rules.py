"""The rules that compare with an earlier report, in the order in which they are documented."""

from __future__ import annotations

from avstamt.rules.across_figures import (
    last_years_outcome_is_filled_in,
    last_years_outcome_is_that_of_last_years_report,
    targets_are_those_of_the_plan,
)
from avstamt.rules.across_parts import (
    activities_are_those_of_the_earlier_report,
    goals_are_those_of_the_earlier_report,
    indicators_are_those_of_the_earlier_report,
)
from avstamt.rules.across_texts import figures_in_text_change_with_the_table, text_is_written_for_the_year
from avstamt.rules.model import Rule

ACROSS_RULES: tuple[Rule, ...] = (
    last_years_outcome_is_that_of_last_years_report,
    last_years_outcome_is_filled_in,
    targets_are_those_of_the_plan,
    goals_are_those_of_the_earlier_report,
    indicators_are_those_of_the_earlier_report,
    activities_are_those_of_the_earlier_report,
    text_is_written_for_the_year,
    figures_in_text_change_with_the_table,
)
