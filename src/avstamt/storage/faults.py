"""Turns what the readers of JSON and of the model complain about into one Swedish phrase that says where."""

from __future__ import annotations

import re
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from avstamt.storage.words import place_in_words

_AT = re.compile(r"at line (?P<row>\d+) column (?P<column>\d+)")
_KINDS = {
    "missing": "saknas",
    "extra_forbidden": "är en uppgift som programmet inte känner till",
    "string_type": "ska vara text",
    "string_pattern_mismatch": "har en form som inte är tillåten",
    "string_unicode": "har tecken som inte går att läsa",
    "int_type": "ska vara ett heltal",
    "int_from_float": "ska vara ett heltal",
    "int_parsing_size": "är ett orimligt stort tal",
    "bool_type": "ska vara true eller false",
    "enum": "har ett värde som inte finns",
    "literal_error": "har ett värde som inte finns",
    "union_tag_invalid": "är av ett slag som inte finns",
    "union_tag_not_found": "saknar uppgift om slag",
    "tuple_type": "ska vara en lista",
    "model_type": "ska vara en grupp av uppgifter",
    "model_attributes_type": "ska vara en grupp av uppgifter",
    "greater_than_equal": "är ett för litet tal",
    "less_than_equal": "är ett för stort tal",
}


def broken_json(error: ValidationError) -> str | None:
    """Return where the content stops being JSON, by its row; None where it is JSON."""
    fault = error.errors(include_url=False, include_input=False)[0]
    if fault["type"] != "json_invalid":
        return None
    said = str(fault["ctx"]["error"])
    at = _AT.search(said)
    row, column = (at["row"], at["column"]) if at else ("1", "1")
    if said.startswith("EOF"):
        return f"rad {row} är avbruten"
    if said.startswith("recursion"):
        return f"rad {row} ligger för många nivåer ner"
    return f"rad {row} går inte att tolka vid tecken {column}"


def not_utf8(data: bytes) -> str | None:
    """Return the line with the first byte that is not UTF-8; None where all of it is."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return f"rad {line} har tecken som inte är sparade som UTF-8"
    return None


def wrong_shape(error: ValidationError, data: Any) -> str:
    """Return the first thing that does not fit the model, with its place in words, and how many more there are."""
    faults = error.errors(include_url=False, include_input=False)
    first, more = faults[0], len(faults) - 1
    phrase = _phrase(first, data)
    return f"{phrase} (och {more} fel till)" if more else phrase


def _phrase(fault: ErrorDetails, data: Any) -> str:
    where = place_in_words(fault["loc"], data)
    if fault["type"] == "value_error":  # our own validators speak Swedish
        said = str(fault.get("ctx", {}).get("error", fault["msg"]))
        return f"{where}: {said.rstrip('.')}" if where else said.rstrip(".")
    return f"{where} {_KINDS.get(fault['type'], 'har fel form')}".strip()
