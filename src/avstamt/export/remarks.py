"""What is said of a report in the margin of a paper: findings and review comments, each at its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from avstamt.domain.finding import Finding
from avstamt.domain.place import Place
from avstamt.domain.printed import PROGRAM
from avstamt.domain.review import ReviewComment


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark: what it is about (with a span, the very words), who makes it, when (ISO, empty for now), and its text.

    One that answers belongs to the nearest remark before it that does not.
    """

    place: Place
    author: str
    text: str
    created: str = ""
    answers: bool = False


def remarks_of_findings(findings: Iterable[Finding]) -> tuple[Remark, ...]:
    """Return the findings as remarks of the program's own."""
    return tuple(
        Remark(
            finding.place,
            PROGRAM,
            f"{finding.level.value}: {finding.message} {finding.advice}".strip() + f" ({finding.rule})",
        )
        for finding in findings
    )


def remarks_of_comments(comments: Iterable[ReviewComment]) -> tuple[Remark, ...]:
    """Return the comments that are not settled, each with its answers."""
    return tuple(
        remark
        for comment in comments
        if not comment.resolved
        for remark in (
            Remark(comment.place, comment.author, comment.text, comment.created),
            *(
                Remark(comment.place, reply.author, reply.text, reply.created, answers=True)
                for reply in comment.replies
            ),
        )
    )
