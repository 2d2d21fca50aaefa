"""Counting runs of words again where blocks have changed gives what counting all of them gives."""

from __future__ import annotations

from collections import Counter
from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from avstamt.rules.repetition_phrases import Phrases

BLOCKS = st.lists(st.frozensets(st.integers(0, 12), max_size=6), max_size=8)


@given(st.lists(BLOCKS, min_size=1, max_size=5))
def test_what_is_counted_follows_the_blocks(stages):
    phrases = Phrases()
    for blocks in stages:
        phrases.count(blocks)
        times = Counter(chain.from_iterable(blocks))
        assert phrases.common == {run for run, number in times.items() if number > 3}
        assert phrases.few == {run for run, number in times.items() if 1 < number <= 3}
