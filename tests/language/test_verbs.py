"""The forms of verbs and nouns that the rules of agreement go by."""

from __future__ import annotations

import pytest

from avstamt.language.nouns import read_noun
from avstamt.language.verbs import VerbForm, read_verb


@pytest.mark.parametrize(
    ("word", "forms", "supine"),
    [
        ("arbetar", {VerbForm.PRESENT}, "arbetat"),
        ("genomföra", {VerbForm.INFINITIVE}, "genomfört"),
        ("följs", {VerbForm.PRESENT}, "följts"),
        ("läses", {VerbForm.PRESENT}, "lästs"),
        ("påbörjas", {VerbForm.INFINITIVE, VerbForm.PRESENT}, "påbörjats"),
        ("tog", {VerbForm.PAST}, "tagit"),
        ("vidareutvecklat", {VerbForm.SUPINE}, "vidareutvecklat"),
        ("lyckas", {VerbForm.INFINITIVE, VerbForm.PRESENT}, "lyckats"),
    ],
)
def test_a_verb_is_read_with_its_other_forms(word, forms, supine):
    reading = read_verb(word)
    assert reading is not None
    assert (set(reading.forms), reading.verb.supine) == (forms, supine)


@pytest.mark.parametrize("word", ["andra", "inför", "var", "få", "enheten", "bra", "skola"])
def test_what_is_another_word_as_often_is_no_verb(word):
    assert read_verb(word) is None


@pytest.mark.parametrize(
    ("word", "neuter", "plural", "definite"),
    [
        ("vägledning", False, False, False),
        ("arbetssättet", True, False, True),
        ("målen", True, True, True),
        ("projekt", True, None, False),
        ("förskolor", False, True, False),
        ("medarbetarna", False, True, True),
        ("handlingsplan", False, False, False),
    ],
)
def test_a_noun_is_read_by_its_last_part(word, neuter, plural, definite):
    assert read_noun(word) == (neuter, plural, definite)


@pytest.mark.parametrize("word", ["plan", "våningsplan", "läkemedel", "arbetar"])
def test_a_word_of_two_genders_or_of_another_kind_is_no_noun_of_the_list(word):
    assert read_noun(word) is None
