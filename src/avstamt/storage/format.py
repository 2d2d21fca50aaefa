"""A report as bytes and back: UTF-8 JSON with a format number, fields in the models' order, defaults left out."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal, get_origin

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import from_json, to_json

from avstamt import __version__
from avstamt.domain.base import Frozen
from avstamt.domain.place import Place
from avstamt.domain.report import Report
from avstamt.storage.faults import broken_json, not_utf8, wrong_shape
from avstamt.storage.migrations import FORMAT, migrate
from avstamt.storage.refused import FileRefused

ASK_FOR_COPY = "Öppna en säkerhetskopia, eller be om en ny kopia av filen."
NOT_OURS = ("den är inte en rapport från Avstämt", "Välj en fil som slutar på .avst.")
_BOM = b"\xef\xbb\xbf"
_ZIP = b"PK\x03\x04"


class Envelope(BaseModel):
    """The whole content of a file in today's format; `program` says what wrote it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    format: int
    program: str = ""
    report: Report


class _Head(BaseModel):
    model_config = ConfigDict(strict=True)

    format: int


def dump(report: Report) -> bytes:
    """Return the content of a file; the same report always gives the same bytes."""
    content = {"format": FORMAT, "program": f"Avstämt {__version__}", "report": bare(report)}
    return to_json(content, indent=1) + b"\n"


def load(data: bytes) -> Report:
    """Return the report in the content of a file of this or an older format; raises FileRefused, without a path."""
    data = data.removeprefix(_BOM)
    try:
        head = _Head.model_validate_json(data)
        if head.format == FORMAT:
            return Envelope.model_validate_json(data, strict=True).report
        migrated = to_json(migrate(_content(data)))
        return Envelope.model_validate_json(migrated, strict=True).report
    except ValidationError as error:
        raise _refusal(data, error) from None


def bare(value: Any) -> Any:
    """Return a value as plain JSON data without the fields that hold their default."""
    if isinstance(value, Frozen):
        content = {}
        for name, default, always in _fields(type(value)):
            held = getattr(value, name)
            if always or held != default:
                content[name] = bare(held)
        return content
    if isinstance(value, Place):
        return str(value)
    return [bare(part) for part in value] if isinstance(value, tuple) else value


@cache
def _fields(kind: type[Frozen]) -> tuple[tuple[str, Any, bool], ...]:
    """Return name, default and whether it is always written: what tells a block's kind must stand in the file."""
    return tuple(
        (name, field.get_default(call_default_factory=True), get_origin(field.annotation) is Literal)
        for name, field in kind.model_fields.items()
    )


def _content(data: bytes) -> dict[str, Any]:
    content: dict[str, Any] = from_json(data)
    return content


def _refusal(data: bytes, error: ValidationError) -> FileRefused:
    """Return the refusal that says best what is wrong with this content."""
    if not data.strip():
        return FileRefused("den är tom", ASK_FOR_COPY)
    if data.startswith(_ZIP):
        return FileRefused(
            "den är ett Word- eller Excel-dokument, inte en rapport från Avstämt", "Importera den i stället."
        )
    if not data.lstrip().startswith(b"{"):
        return FileRefused(*NOT_OURS)
    if fault := not_utf8(data) or broken_json(error):
        return FileRefused(fault, ASK_FOR_COPY)
    try:
        content = _content(data)
        migrate(content)
    except FileRefused as refusal:
        return refusal
    return FileRefused(wrong_shape(error, content), ASK_FOR_COPY)
