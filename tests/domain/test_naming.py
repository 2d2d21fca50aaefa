"""What a place of a report is called in findings and comparisons."""

from __future__ import annotations

import pytest
from tests.builders import report

from avstamt.domain.naming import place_name
from avstamt.domain.place import Place
from avstamt.domain.section import FrontPage


@pytest.mark.parametrize(("field", "name"), [("diary_number", "Dnr"), ("recipient", "Till"), ("date", "Datum")])
def test_a_field_of_the_front_page_is_called_by_its_own_name(field: str, name: str) -> None:
    whole = report().model_copy(update={"front": FrontPage()})
    assert place_name(whole, Place.of("front", field)).field == name


def test_the_front_page_itself_is_called_framsidan() -> None:
    whole = report().model_copy(update={"front": FrontPage()})
    assert place_name(whole, Place.of("front")).field == "Framsidan"
