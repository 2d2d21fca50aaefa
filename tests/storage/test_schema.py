"""The published schema says what the models say, and what is saved keeps to it."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator
from tests.builders import front_page, rich_report
from tests.strategies import reports

from avstamt.resources import resource
from avstamt.storage.format import dump
from avstamt.storage.migrations import FORMAT
from avstamt.storage.schema import NAME, schema


@pytest.fixture(scope="module")
def validator():
    return Draft202012Validator(json.loads(resource("schema", NAME).read_text(encoding="utf-8")))


def test_the_published_schema_is_the_one_the_models_give():
    published = json.loads(resource("schema", NAME).read_text(encoding="utf-8"))
    assert published == schema(), "skriv om schemat: python -m tests.storage.write_schema"


def test_the_schema_is_itself_valid_and_its_patterns_are_plain():
    Draft202012Validator.check_schema(schema())
    assert "(?P<" not in json.dumps(schema())


def test_a_saved_report_keeps_to_the_schema(validator):
    made = rich_report().model_copy(update={"front": front_page()})
    validator.validate(json.loads(dump(made)))


@given(reports())
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_report_keeps_to_the_schema(validator, made):
    validator.validate(json.loads(dump(made)))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda content: content.update(format=FORMAT + 1),
        lambda content: content["report"].update(colour="röd"),
        lambda content: content["report"].update(year="2024"),
        lambda content: content["report"]["goals"][0].update(level="delmål"),
        lambda content: content["report"]["goals"][2]["analysis"]["blocks"][0].update(kind="bild"),
    ],
    ids=["annat format", "okänd uppgift", "fel typ", "okänt värde", "okänt slag"],
)
def test_what_the_models_refuse_the_schema_refuses_too(validator, spoil):
    content = json.loads(dump(rich_report()))
    spoil(content)
    assert not validator.is_valid(content)
