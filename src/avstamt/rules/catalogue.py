"""The visible list of all rules, in the order in which they are documented."""

from __future__ import annotations

from avstamt.rules.across_rules import ACROSS_RULES
from avstamt.rules.activities import activity_ends_after_it_starts, deviation_is_explained
from avstamt.rules.assessment_rules import GOAL_RULES
from avstamt.rules.assessments import assessment_is_written_in_the_citys_words, own_goals_are_assessed
from avstamt.rules.duplicates import indicator_stands_once_in_its_goal
from avstamt.rules.economy_differences import (
    adjusted_variance_is_variance_and_adjustments,
    share_used_is_outcome_of_budget,
    variance_is_the_difference,
)
from avstamt.rules.economy_headings import heading_amount_is_in_the_table
from avstamt.rules.economy_signs import row_keeps_its_sign
from avstamt.rules.economy_sums import net_is_income_and_cost, rows_make_their_total
from avstamt.rules.economy_text import ECONOMY_TEXT_RULES
from avstamt.rules.figures_in_text import FIGURE_TEXT_RULES
from avstamt.rules.indicators import (
    men_and_women_make_the_total,
    share_lies_between_0_and_100,
    share_lies_between_men_and_women,
)
from avstamt.rules.indicators_in_parts import part_is_not_more_than_the_whole
from avstamt.rules.linked_figures import linked_figure_shows_its_source
from avstamt.rules.model import Rule
from avstamt.rules.placeholders import (
    city_target_is_set_when_the_year_is_over,
    outcome_is_reported,
    own_cells_hold_no_placeholder,
    target_left_to_the_committee_is_set,
    text_holds_no_placeholder,
)
from avstamt.rules.sexes_in_text import SEX_TEXT_RULES
from avstamt.rules.targets import missed_target_is_explained
from avstamt.rules.targets_in_aims import target_in_an_aim_is_that_of_the_table
from avstamt.rules.text_counted import so_many_are_named_as_announced
from avstamt.rules.text_of_many import SHARE_TEXT_RULES
from avstamt.rules.text_staff import workers_are_as_many_as_their_list
from avstamt.rules.text_times import TIME_TEXT_RULES
from avstamt.rules.texts import TEXT_RULES
from avstamt.rules.time_told import TIME_TOLD_RULES
from avstamt.rules.units import every_figure_has_the_unit_of_its_row, row_has_one_unit
from avstamt.rules.waivers import waiver_sets_something_aside
from avstamt.rules.writing import WRITING_RULES

CATALOGUE: tuple[Rule, ...] = (
    share_lies_between_men_and_women,
    men_and_women_make_the_total,
    share_lies_between_0_and_100,
    row_has_one_unit,
    every_figure_has_the_unit_of_its_row,
    part_is_not_more_than_the_whole,
    missed_target_is_explained,
    indicator_stands_once_in_its_goal,
    own_goals_are_assessed,
    assessment_is_written_in_the_citys_words,
    activity_ends_after_it_starts,
    deviation_is_explained,
    rows_make_their_total,
    net_is_income_and_cost,
    row_keeps_its_sign,
    variance_is_the_difference,
    adjusted_variance_is_variance_and_adjustments,
    share_used_is_outcome_of_budget,
    heading_amount_is_in_the_table,
    own_cells_hold_no_placeholder,
    target_left_to_the_committee_is_set,
    city_target_is_set_when_the_year_is_over,
    text_holds_no_placeholder,
    outcome_is_reported,
    *GOAL_RULES,
    *WRITING_RULES,
    *FIGURE_TEXT_RULES,
    linked_figure_shows_its_source,
    *SEX_TEXT_RULES,
    *SHARE_TEXT_RULES,
    workers_are_as_many_as_their_list,
    so_many_are_named_as_announced,
    target_in_an_aim_is_that_of_the_table,
    *ECONOMY_TEXT_RULES,
    *TEXT_RULES,
    *TIME_TEXT_RULES,
    *TIME_TOLD_RULES,
    *ACROSS_RULES,
    waiver_sets_something_aside,
)
