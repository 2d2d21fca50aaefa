"""The right passages on their pages: each with the ground it stands on, under the name of its family."""

from __future__ import annotations

from collections.abc import Iterator

from tests.rules.correct import (
    care,
    city,
    deeds,
    judgements,
    language,
    links,
    measures,
    money,
    people,
    phrases,
    plans,
    rows,
    school,
    sums,
    times,
    told,
    words,
)
from tests.rules.correct.grounds import Ground

FAMILIES = (
    school,
    care,
    city,
    money,
    deeds,
    judgements,
    measures,
    times,
    people,
    links,
    rows,
    language,
    sums,
    plans,
    words,
    phrases,
    told,
)
APART = {"_acted", "_headed", "_measured", "_partly", "_row"}
"""Grounds that hold one passage; the others take a page of them, each a paragraph, which also tries them together."""


def pages() -> Iterator[tuple[str, Ground, str]]:
    """Yield the name, the ground and the text of every page."""
    for family in FAMILIES:
        for number, (ground, passages) in enumerate(family.CASES):
            name = f"{family.__name__.rsplit('.', 1)[-1]}-{number}"
            if ground.func.__name__ in APART:
                yield from ((f"{name}-{one[:40]}", ground, one) for one in passages)
            else:
                yield name, ground, "\n".join(passages)
