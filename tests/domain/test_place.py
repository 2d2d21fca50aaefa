"""Places point at one part, and changing a part leaves all others as they were."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.builders import goal, report, rich_report
from tests.strategies import reports

from avstamt.domain.base import Frozen, Node
from avstamt.domain.goal import Assessment, Goal, GoalLevel
from avstamt.domain.place import (
    ROOT,
    Place,
    PlaceError,
    ValueRefused,
    exists,
    insert,
    move,
    remove,
    value_at,
    with_value,
)
from avstamt.domain.report import Report

SLOW_OK = settings(
    max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None
)


def every_place(value, place=ROOT):
    """Yield each place of a report from the root down."""
    yield place
    if isinstance(value, Frozen):
        for name in type(value).model_fields:
            yield from every_place(getattr(value, name), place / name)
    elif isinstance(value, tuple):
        for node in value:
            if isinstance(node, Node):
                yield from every_place(node, place / node.id)


@given(reports())
@SLOW_OK
def test_every_place_is_read_back_from_its_text(made: Report):
    for place in every_place(made):
        assert Place.parse(str(place)) == place
        assert exists(made, place)


@given(reports(), st.data())
@SLOW_OK
def test_putting_back_what_stood_there_changes_nothing(made: Report, data):
    place = data.draw(st.sampled_from([place for place in every_place(made) if place.path]))
    assert with_value(made, place, value_at(made, place)) == made


@given(reports(), st.data())
@SLOW_OK
def test_a_change_is_seen_at_its_place_and_nowhere_else(made: Report, data):
    texts = [place for place in every_place(made) if place.name in ("title", "name", "label", "outcome")]
    if not texts:
        return
    place = data.draw(st.sampled_from(texts))
    changed = with_value(made, place, "nytt")
    assert value_at(changed, place) == "nytt"
    for other in every_place(made):
        if not place.is_within(other):
            assert value_at(changed, other) == value_at(made, other)


@given(reports(), st.data())
@SLOW_OK
def test_what_is_inserted_is_removed_without_a_trace(made: Report, data):
    new = goal(id="new")
    before = data.draw(st.none() | st.sampled_from([node.id for node in made.goals] or [None]))
    changed = insert(made, Place.of("goals"), new, before)
    assert value_at(changed, Place.of("goals", "new")) == new
    assert remove(changed, Place.of("goals", "new")) == made


@given(reports(), st.data())
@SLOW_OK
def test_a_move_keeps_every_node_and_moves_back(made: Report, data):
    if len(made.goals) < 2:
        return
    ids = [node.id for node in made.goals]
    index = data.draw(st.integers(0, len(ids) - 1))
    place = Place.of("goals", ids[index])
    moved = move(made, place, data.draw(st.none() | st.sampled_from(ids)))
    assert sorted(node.id for node in moved.goals) == sorted(ids)
    back = move(moved, place, ids[index + 1] if index + 1 < len(ids) else None)
    assert back == made


def test_a_span_is_written_behind_a_hash():
    assert str(Place.of("goals", "g7", "title").at(3, 8)) == "goals/g7/title#3-8"
    assert Place.parse("goals/g7/title#3-8").whole == Place.of("goals", "g7", "title")


@pytest.mark.parametrize("text", ["mål/g7", "goals//g 7", "goals#3", "a#1-"])
def test_what_is_no_place_is_refused(text: str):
    with pytest.raises(ValueError, match="inte en giltig plats"):
        Place.parse(text)


def test_a_place_that_is_not_there_says_which():
    with pytest.raises(PlaceError, match="goals/g9/title"):
        value_at(rich_report(), Place.of("goals", "g9", "title"))


def test_a_value_of_the_wrong_kind_is_refused():
    with pytest.raises(ValueRefused):
        with_value(rich_report(), Place.of("goals", "g3", "assessment"), "hej")
    changed = with_value(rich_report(), Place.of("goals", "g3", "assessment"), Assessment.NOT)
    assert value_at(changed, Place.of("goals", "g3", "assessment")) is Assessment.NOT


def test_an_id_stands_once_and_does_not_change():
    made = report(goal(id="g1"))
    with pytest.raises(ValueRefused, match="finns redan"):
        insert(made, Place.of("goals"), goal(id="g1"))
    with pytest.raises(ValueRefused, match="byta id"):
        with_value(made, Place.of("goals", "g1"), Goal(id="g2", level=GoalLevel.UNIT))


def test_untouched_parts_are_the_very_same_objects():
    made = rich_report()
    changed = with_value(made, Place.of("goals", "g3", "title"), "nytt")
    assert changed.goals[0] is made.goals[0]
    assert all(new is old for new, old in zip(changed.sections, made.sections, strict=True))
