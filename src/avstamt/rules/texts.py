"""The rules about repetition, gaps, references, privacy and time, in the order in which they are documented."""

from __future__ import annotations

from avstamt.rules.gaps import (
    assessed_goal_has_something_below,
    decisions_are_numbered_without_gaps,
    economy_section_has_content,
    front_page_is_filled,
    headings_are_not_left_empty,
    required_fields_are_filled,
)
from avstamt.rules.gaps_text import (
    announced_list_follows,
    outcome_says_what_is_measured,
    sentence_is_finished,
    sub_heading_has_text,
)
from avstamt.rules.model import Rule
from avstamt.rules.privacy import no_identity_number_is_printed, no_private_contact_details_are_printed
from avstamt.rules.privacy_persons import (
    no_single_person_is_told_of,
    small_groups_are_not_told_in_tables,
    small_groups_are_not_told_in_text,
)
from avstamt.rules.references import (
    appendices_are_numbered_without_gaps,
    mentioned_appendix_is_listed,
    mentioned_goal_exists,
)
from avstamt.rules.references_bodies import abbreviation_has_the_letters_of_its_name, bodies_have_their_names
from avstamt.rules.references_names import (
    city_goal_has_its_name,
    goal_number_continues_the_one_above,
    goal_numbers_are_written_one_way,
    repeated_heading_is_the_goals_title,
    repeated_headings_have_one_form,
)
from avstamt.rules.repetition import (
    field_says_more_than_its_title,
    paragraph_stands_once_in_its_text,
    section_is_printed_once,
    text_stands_in_one_place,
)
from avstamt.rules.time import (
    activity_touches_the_reports_year,
    dates_exist,
    measurement_is_of_the_reports_year,
    outcome_is_of_a_period_that_has_been,
)
from avstamt.rules.time_comparisons import comparison_is_with_the_year_before
from avstamt.rules.time_text import (
    annual_report_does_not_await_its_own_year,
    annual_report_does_not_speak_as_a_tertial_report,
    headings_and_decisions_name_the_reports_year,
    named_programmes_are_in_force,
    what_will_be_done_is_not_in_the_past,
)
from avstamt.rules.time_years import budget_and_forecast_are_of_the_reports_year, columns_are_of_the_reports_year

TEXT_RULES: tuple[Rule, ...] = (
    paragraph_stands_once_in_its_text,
    section_is_printed_once,
    text_stands_in_one_place,
    field_says_more_than_its_title,
    required_fields_are_filled,
    economy_section_has_content,
    headings_are_not_left_empty,
    assessed_goal_has_something_below,
    front_page_is_filled,
    decisions_are_numbered_without_gaps,
    sentence_is_finished,
    announced_list_follows,
    sub_heading_has_text,
    outcome_says_what_is_measured,
    mentioned_appendix_is_listed,
    appendices_are_numbered_without_gaps,
    mentioned_goal_exists,
    city_goal_has_its_name,
    repeated_heading_is_the_goals_title,
    goal_numbers_are_written_one_way,
    repeated_headings_have_one_form,
    goal_number_continues_the_one_above,
    bodies_have_their_names,
    abbreviation_has_the_letters_of_its_name,
    no_identity_number_is_printed,
    no_private_contact_details_are_printed,
    small_groups_are_not_told_in_tables,
    small_groups_are_not_told_in_text,
    no_single_person_is_told_of,
    measurement_is_of_the_reports_year,
    outcome_is_of_a_period_that_has_been,
    activity_touches_the_reports_year,
    dates_exist,
    what_will_be_done_is_not_in_the_past,
    headings_and_decisions_name_the_reports_year,
    named_programmes_are_in_force,
    annual_report_does_not_speak_as_a_tertial_report,
    annual_report_does_not_await_its_own_year,
    comparison_is_with_the_year_before,
    columns_are_of_the_reports_year,
    budget_and_forecast_are_of_the_reports_year,
)
