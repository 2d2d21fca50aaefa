"""Brings the content of older files to today's format, one step at a time. Steps are kept for ever."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from avstamt.storage.refused import FileRefused

FORMAT = 2
"""The format that this program writes."""

Content = dict[str, Any]
Step = Callable[[Content], Content]


def _nothing_to_do(content: Content) -> Content:
    """Return the content as it is: the next format only has parts that this one had not."""
    return content


STEPS: Mapping[int, Step] = {1: _nothing_to_do}
"""For every older format the function that brings a whole file's content from it to the next one."""

_HIGHEST_THINKABLE = 100_000


def migrate(content: Content, steps: Mapping[int, Step] = STEPS, current: int = FORMAT) -> Content:
    """Return the content in the current format; raises FileRefused on a format that this program does not know."""
    number = content.get("format")
    if not isinstance(number, int) or isinstance(number, bool) or not 1 <= number <= _HIGHEST_THINKABLE:
        raise FileRefused("den har inget giltigt formatnummer", "Den är kanske inte en rapport från Avstämt.")
    if number > current:
        known = f"den här versionen av programmet läser till och med format {current}"
        raise FileRefused(
            f"den har format {number}, och {known}", "Uppdatera programmet, eller be om filen i ett äldre format."
        )
    for step in range(number, current):
        content = {**steps[step](content), "format": step + 1}
    return content
