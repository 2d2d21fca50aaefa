"""What is wrong in a template, a year or the indicator catalogue, said in one Swedish sentence with file and line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


class TemplateBroken(Exception):
    """A file of templates or years cannot be used; the message names the file and, where it is known, the line."""

    def __init__(self, file: str, line: int | None, what: str) -> None:
        self.file = Path(file).name
        self.line = line
        where = f"{self.file} på rad {line}" if line else self.file
        super().__init__(f"Mallfilen {where} kan inte användas: {what}.")


class TemplateMissing(LookupError):
    """No template describes this kind of report on this level."""

    def __init__(self, kind: str, level: str) -> None:
        super().__init__(f"Det finns ingen mall för {kind} på nivån {level}.")


def said_in_swedish(error: ErrorDetails) -> str:
    """Return what a pydantic error says, as the end of a Swedish sentence."""
    field = str(error["loc"][-1]) if error["loc"] else ""
    value = error.get("input")
    context = error.get("ctx", {})
    kind = error["type"]
    if kind == "missing":
        return f"uppgiften ’{field}’ saknas"
    if kind == "extra_forbidden":
        return f"uppgiften ’{field}’ finns inte i en mall"
    if kind == "enum":
        return f"’{value}’ kan inte stå i ’{field}’, som ska vara {_alternatives(str(context['expected']))}"
    if kind == "value_error":
        return str(context["error"])
    return f"’{field}’ {_ENDINGS.get(kind, 'har ett värde som inte passar')}"


def _alternatives(expected: str) -> str:
    return expected.replace("'", "").replace(" or ", " eller ")


_ENDINGS = {
    "int_parsing": "ska vara ett heltal",
    "float_parsing": "ska vara ett tal",
    "bool_parsing": "ska vara true eller false",
    "tuple_type": "ska vara en lista",
    "string_type": "ska vara en text",
    "model_type": "ska bestå av uppgifter med namn",
    "string_pattern_mismatch": "är inte skrivet på rätt sätt",
    "greater_than": "är för litet",
    "greater_than_equal": "är för litet",
    "string_too_short": "är tomt",
}
