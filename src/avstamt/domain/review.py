"""What reviewers leave in a report: waivers of findings, comments, marks, and where imported parts came from."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from avstamt.domain.base import Frozen, Node
from avstamt.domain.finding import Finding
from avstamt.domain.place import Place


class Waiver(Node):
    """A finding set aside with a reason: rule code, place, who and when (ISO date)."""

    rule: str
    place: Place
    reason: str = ""
    author: str = ""
    date: str = ""


def waiver_of(finding: Finding, waivers: Iterable[Waiver]) -> Waiver | None:
    """Return the waiver that sets `finding` aside (same rule, same place), or None."""
    return next((waiver for waiver in waivers if (waiver.rule, waiver.place) == (finding.rule, finding.place)), None)


class Reply(Node):
    """An answer to a review comment; `created` is an ISO date and time."""

    author: str = ""
    created: str = ""
    text: str = ""


class ReviewComment(Node):
    """A reviewer's remark at a place or a span of it; `quote` is the words it was made about."""

    place: Place
    quote: str = ""
    author: str = ""
    created: str = ""
    text: str = ""
    resolved: bool = False
    replies: tuple[Reply, ...] = ()


class MarkKind(StrEnum):
    """What is said of a part by marking it: its writer is done with it, or a reviewer has read it."""

    DONE = "klar"
    REVIEWED = "granskad"


class Mark(Node):
    """A part (`place`) marked as done or reviewed, by whom and when (ISO date).

    `content` is a digest of what the part held then, so that one can tell whether it has been changed since.
    """

    place: Place
    kind: MarkKind = MarkKind.DONE
    author: str = ""
    date: str = ""
    content: str = ""


class SourceLines(Frozen):
    """Where a part came from: the source's name and its lines, first and last, counted from 1."""

    place: Place
    source: str = ""
    first: int
    last: int
