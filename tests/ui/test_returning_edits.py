"""What a colleague edits in the very document is held against what was written here meanwhile: conflicts are those, no others."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from tests.export.reports import SAMPLES, papers_of
from tests.importers.word.colleague import Edit, edited
from tests.importers.word.documents import written

from avstamt.domain.place import Place, value_at, with_value
from avstamt.domain.report import Report
from avstamt.domain.text import Paragraph, RichText, Run
from avstamt.ui.returning.fetching import fetch, is_conflict, put_together

OWN = "Det här skrevs under tiden."


def _written_here(sent: Report, places: Sequence[Place]) -> Report:
    for place in places:
        is_text = isinstance(value_at(sent, place), RichText)
        text = RichText(blocks=(Paragraph(id="eget", runs=(Run(text=OWN),)),))
        sent = with_value(sent, place, text if is_text else OWN)
    return sent


def _fields_in_words(made: dict[Place, Edit]) -> list[Place]:
    return [place for place, edit in made.items() if edit.kind not in ("assessment", "deviation")]


@pytest.mark.parametrize("name", SAMPLES)
def test_conflicts_are_the_fields_that_both_have_edited_and_nothing_of_either_is_lost(name, tmp_path):
    chance = random.Random(name)  # noqa: S311 - the same edits every time
    sent = papers_of(name).report
    path = written(sent, tmp_path / "åter.docx")
    made = edited(path, sent, chance)
    words = _fields_in_words(made)
    both = set(chance.sample(words, len(words) // 2))
    untouched = [one for goal in sent.goals if (one := Place.of("goals", goal.id, "title")) not in made]
    mine = _written_here(sent, [*both, *untouched])
    came = fetch(path, sent.id)
    changes = [change.place for change in came.changes]
    assert {place for place in changes if is_conflict(came, mine, place)} == both
    assert made.keys() <= set(changes)
    assert both

    kept = put_together(mine, came, [place for place in changes if place not in both], (), ())
    for place in made:
        assert value_at(kept, place) == value_at(mine if place in both else came.back.report, place)
    assert all(value_at(kept, place) == OWN for place in untouched)
