"""LIX: words to a sentence and long words to a hundred, with the names of its steps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avstamt.language.readability import Lix, lix


def test_lix_is_words_per_sentence_plus_long_words_per_cent():
    # 10 words in 2 sentences; "Mottagningen", "telefontid" and "förlängdes" have more than six letters
    counted = lix("Mottagningen har ny telefontid i år. Den förlängdes en timme.")
    assert counted == Lix(words=10, sentences=2, long_words=3)
    assert counted.value == 35


def test_numbers_are_no_words():
    assert lix("År 2024 kom 1 250 barn.").words == 3


def test_a_text_without_words_has_no_lix():
    assert lix("").value == 0
    assert lix("12 %").value == 0


@pytest.mark.parametrize(
    ("words", "long_words", "label"),
    [(10, 1, "mycket lättläst"), (10, 3, "lättläst"), (20, 5, "medelsvår"), (20, 7, "svår"), (40, 20, "mycket svår")],
)
def test_the_steps_have_their_names(words, long_words, label):
    assert Lix(words, 1, long_words).label == label


@given(st.text(max_size=200))
def test_any_text_can_be_measured(text):
    counted = lix(text)
    assert 0 <= counted.long_words <= counted.words
    assert counted.value >= 0
