"""The family Språk: the rules about how the report is written, in the order in which they are documented."""

from __future__ import annotations

from avstamt.rules.model import Rule
from avstamt.rules.writing_agreement import words_agree
from avstamt.rules.writing_apart import compounds_of_the_dictionary_are_one_word
from avstamt.rules.writing_forms import verbs_have_the_form_their_sentence_asks_for
from avstamt.rules.writing_numbers import a_space_stands_before_per_cent, figures_are_written_the_swedish_way
from avstamt.rules.writing_phrases import an_owner_has_its_genitive, capitals_follow_the_rules, set_phrases_are_whole
from avstamt.rules.writing_repeats import no_verb_stands_on_both_sides, no_word_stands_twice
from avstamt.rules.writing_sentences import a_paragraph_ends_with_a_stop, a_sentence_begins_with_a_capital
from avstamt.rules.writing_spaces import (
    every_bracket_has_its_fellow,
    marks_stand_close_to_their_word,
    one_space_between_words,
)
from avstamt.rules.writing_spelling import words_are_spelt_right
from avstamt.rules.writing_style import expressions_are_plain, texts_can_be_read
from avstamt.rules.writing_terms import (
    compounds_are_one_word,
    one_term_has_one_spelling,
    paired_compounds_keep_their_hyphen,
)
from avstamt.rules.writing_verbs import every_infinitive_is_governed

WRITING_RULES: tuple[Rule, ...] = (
    words_are_spelt_right,
    no_word_stands_twice,
    no_verb_stands_on_both_sides,
    marks_stand_close_to_their_word,
    one_space_between_words,
    every_bracket_has_its_fellow,
    a_paragraph_ends_with_a_stop,
    a_sentence_begins_with_a_capital,
    a_space_stands_before_per_cent,
    figures_are_written_the_swedish_way,
    set_phrases_are_whole,
    an_owner_has_its_genitive,
    capitals_follow_the_rules,
    words_agree,
    one_term_has_one_spelling,
    compounds_are_one_word,
    paired_compounds_keep_their_hyphen,
    every_infinitive_is_governed,
    texts_can_be_read,
    expressions_are_plain,
    verbs_have_the_form_their_sentence_asks_for,
    compounds_of_the_dictionary_are_one_word,
)
