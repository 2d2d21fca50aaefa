"""Words of a text found again by what they are, and sorts of words that are asked about once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from avstamt.language.words import WordSort, repeated_in, split_words, standing_in

TEXTS = st.text(alphabet="abåÅ ,-1", max_size=60)


@given(TEXTS)
def test_the_words_of_a_sort_are_those_for_which_the_test_holds_in_order(text):
    words = split_words(text)
    assert WordSort(lambda lower: "a" in lower).numbers_in(text) == [
        number for number, word in enumerate(words) if "a" in word.lower
    ]


@given(TEXTS)
def test_words_that_are_sought_are_found_in_order(text):
    words = split_words(text)
    expected = [number for number, word in enumerate(words) if word.lower in {"a", "å", "1"}]
    assert standing_in(text, frozenset({"a", "å", "1"})) == expected


def test_a_sort_asks_about_each_word_once_whatever_text_it_stands_in():
    asked = []
    sort = WordSort(lambda lower: asked.append(lower) or lower.endswith("a"))
    assert sort.numbers_in("Lokalerna är stora, och lokalerna är bra.") == [0, 2, 4, 6]
    assert sort.numbers_in("Lokalerna är små.") == [0]
    assert sorted(asked) == ["bra", "lokalerna", "och", "små", "stora", "är"]


def test_words_that_stand_more_than_once_are_given_with_their_numbers():
    assert repeated_in("Vi har sett att vi har tid.") == [("vi", [0, 4]), ("har", [1, 5])]
