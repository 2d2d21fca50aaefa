"""The open comments at a place, and what is said of them where they stand."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from avstamt.domain.place import Place
from avstamt.domain.report import Report
from avstamt.domain.review import ReviewComment

_NAMELESS = "Utan namn"


def comments_within(report: Report, place: Place) -> tuple[ReviewComment, ...]:
    """Return the open comments at a place or anywhere in it."""
    return tuple(one for one in report.comments if not one.resolved and one.place.is_within(place))


def comments_at(report: Report, holder: Place, position: int) -> tuple[ReviewComment, ...]:
    """Return the open comments about what stands at a position in a block, a heading or a line."""
    return tuple(one for one in report.comments if not one.resolved and _touches(one.place, holder, position))


def as_lines(comments: Iterable[ReviewComment]) -> list[str]:
    """Return what the comments say and what was answered, plain, a line for each."""
    lines: list[str] = []
    for comment in comments:
        lines.append(f"{comment.author or _NAMELESS}: {comment.text}")
        lines += [f"{reply.author or _NAMELESS} svarade: {reply.text}" for reply in comment.replies]
    return lines


def as_tool_tip(comments: Iterable[ReviewComment]) -> str:
    """Return the comments as the rich text of a tool tip."""
    parts = ["<br>".join(map(escape, as_lines([comment]))) for comment in comments]
    return f'<div style="white-space: normal"><b>Kommentar</b><br>{"<hr>".join(parts)}</div>' if parts else ""


def _touches(place: Place, holder: Place, position: int) -> bool:
    if place.whole != holder.whole:
        return False
    return place.span is None or place.span[0] <= position <= place.span[1]
