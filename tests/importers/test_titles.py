"""Titles of sections: what is longer than all of them is told without being compared."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from avstamt.importers.titles import Heading, Titles, title_key

_ROOT = Heading("", set(), [Heading("a", {"uppföljning av driftbudget"}), Heading("b", {"övrigt"})])


@given(st.text(alphabet="uppföljning av driftbudget -–.:\u00a0{", max_size=60))
def test_no_text_that_is_a_title_when_it_is_folded_is_too_long(text):
    titles = Titles(_ROOT)
    assert not (titles.is_too_long(text) and titles.may_hold(title_key(text)))


def test_blanks_and_marks_that_a_title_loses_make_it_no_longer():
    titles = Titles(_ROOT)
    assert not titles.is_too_long("Uppföljning av  driftbudget .  .  .  :")
    assert not titles.is_too_long("Uppföljning av driftbudget;;;:::")
    assert titles.is_too_long("Uppföljning av driftbudgeten och av investeringarna")
