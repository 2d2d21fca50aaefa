"""The published JSON Schema of a file in today's format, made from the models."""

from __future__ import annotations

import re
from typing import Any

from avstamt.storage.format import Envelope
from avstamt.storage.migrations import FORMAT

NAME = f"avst-{FORMAT}.schema.json"


def schema() -> dict[str, Any]:
    """Return the schema (JSON Schema 2020-12) of a whole file."""
    made: dict[str, Any] = _portable(Envelope.model_json_schema())
    made["properties"]["format"] = {"const": FORMAT, "title": "Format", "type": "integer"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:avstamt:avst-{FORMAT}",
        "title": f"Avstämt report, format {FORMAT}",
        **{name: part for name, part in made.items() if name != "title"},
    }


def _portable(part: Any) -> Any:
    """Return a schema whose patterns every regular-expression dialect reads: Python's named groups lose their names."""
    if isinstance(part, dict):
        return {
            name: re.sub(r"\(\?P<\w+>", "(?:", value)
            if name == "pattern" and isinstance(value, str)
            else _portable(value)
            for name, value in part.items()
        }
    return [_portable(value) for value in part] if isinstance(part, list) else part
