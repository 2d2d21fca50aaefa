"""The rules about goals, activities and gaps in the indicator table, in the order in which they are documented."""

from __future__ import annotations

from avstamt.rules.activity_claims import activities_are_counted_as_they_stand, activities_said_to_be_done_are
from avstamt.rules.activity_deviations import (
    deviation_says_what_is_next,
    ended_activity_is_told_of,
    what_does_not_go_as_planned_is_marked,
)
from avstamt.rules.assessment_analysis import (
    assessment_says_what_its_analysis_says,
    full_assessment_stands_over_no_shortfall,
)
from avstamt.rules.assessment_below import assessment_goes_with_the_goals_below, goals_are_counted_as_they_stand
from avstamt.rules.assessment_every import full_assessment_holds_for_all
from avstamt.rules.assessment_expected import full_assessment_has_its_expected_results
from avstamt.rules.assessment_grounds import analysis_gives_a_result_or_a_reason, assessed_goal_has_an_analysis
from avstamt.rules.assessment_indicators import (
    indicators_said_to_be_reached_are,
    indicators_said_to_be_reached_have_figures,
)
from avstamt.rules.assessment_summary import (
    full_assessment_takes_up_weak_results,
    summary_says_what_the_goal_is_assessed,
)
from avstamt.rules.assessment_told import full_assessment_is_not_told_otherwise
from avstamt.rules.assessment_weighing import assessment_is_weighed_from_the_indicators
from avstamt.rules.assessments import goals_of_others_are_assessed_alike
from avstamt.rules.indicator_gaps import (
    forecast_in_words_stands_in_its_cell,
    forecast_is_given_within_the_year,
    individual_figures_are_split_by_sex,
    outcome_or_forecast_is_given,
    target_is_set_where_a_figure_is_reported,
)
from avstamt.rules.indicator_gaps_reasons import missed_target_in_words_has_a_reason
from avstamt.rules.leaps import (
    figures_of_a_row_are_of_one_size,
    forecast_far_below_is_explained,
    forecast_is_not_passed_already,
    shares_of_the_people_weigh_the_sexes_alike,
)
from avstamt.rules.leaps_text import analysis_counts_in_the_size_of_the_row, shares_can_be_of_the_answers
from avstamt.rules.model import Rule

GOAL_RULES: tuple[Rule, ...] = (
    goals_of_others_are_assessed_alike,
    assessment_says_what_its_analysis_says,
    full_assessment_stands_over_no_shortfall,
    indicators_said_to_be_reached_are,
    indicators_said_to_be_reached_have_figures,
    assessment_is_weighed_from_the_indicators,
    goals_are_counted_as_they_stand,
    assessment_goes_with_the_goals_below,
    summary_says_what_the_goal_is_assessed,
    full_assessment_takes_up_weak_results,
    full_assessment_has_its_expected_results,
    full_assessment_is_not_told_otherwise,
    full_assessment_holds_for_all,
    assessed_goal_has_an_analysis,
    analysis_gives_a_result_or_a_reason,
    what_does_not_go_as_planned_is_marked,
    deviation_says_what_is_next,
    ended_activity_is_told_of,
    activities_said_to_be_done_are,
    activities_are_counted_as_they_stand,
    forecast_is_given_within_the_year,
    outcome_or_forecast_is_given,
    forecast_in_words_stands_in_its_cell,
    target_is_set_where_a_figure_is_reported,
    individual_figures_are_split_by_sex,
    missed_target_in_words_has_a_reason,
    figures_of_a_row_are_of_one_size,
    forecast_is_not_passed_already,
    forecast_far_below_is_explained,
    shares_of_the_people_weigh_the_sexes_alike,
    analysis_counts_in_the_size_of_the_row,
    shares_can_be_of_the_answers,
)
