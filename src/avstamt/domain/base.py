"""The two bases every part of a report stands on: frozen data, and frozen data with an id."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Iterable
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Identifier = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
"""A stable id: unique among its siblings, never reused, safe in a file, a Word tag and a URL."""


class Frozen(BaseModel):
    """A value that does not change; unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=False, validate_default=False)


class Node(Frozen):
    """A part of a report with an id that it keeps for its whole life."""

    id: Identifier


def new_id(prefix: str) -> str:
    """Return a fresh id: `prefix` and ten random characters (50 bits)."""
    alphabet = "abcdefghijklmnopqrstuvwxyz234567"
    return prefix + "".join(secrets.choice(alphabet) for _ in range(10))


def duplicates(ids: Iterable[str]) -> tuple[str, ...]:
    """Return the ids that occur more than once, sorted."""
    return tuple(sorted(value for value, count in Counter(ids).items() if count > 1))
