"""What can be done with comments and marks, each as one step that can be undone."""

from __future__ import annotations

import datetime as dt

from avstamt.domain.base import new_id
from avstamt.domain.place import Place, insert, remove, value_at, with_value
from avstamt.domain.progress import MARKS, mark_of, with_mark, without_mark
from avstamt.domain.report import Report
from avstamt.domain.review import Mark, MarkKind, Reply, ReviewComment
from avstamt.ui.desk import Desk
from avstamt.ui.safety.lock import login_name

COMMENTS = Place.of("comments")
_MARKINGS = {MarkKind.DONE: "klarmarkering", MarkKind.REVIEWED: "markering som granskad"}


def add_comment(desk: Desk, place: Place, quote: str, text: str) -> str:
    """Put a comment at a place and return its id."""
    made = ReviewComment(id=new_id("k"), place=place, quote=quote, author=author(desk), created=_now(), text=text)
    desk.document.change(COMMENTS, lambda report: insert(report, COMMENTS, made), "kommentar")
    return made.id


def answer(desk: Desk, comment_id: str, text: str) -> None:
    """Answer a comment."""
    place = COMMENTS / comment_id / "replies"
    made = Reply(id=new_id("s"), author=author(desk), created=_now(), text=text)
    desk.document.change(COMMENTS, lambda report: insert(report, place, made), "svar på kommentar")


def resolve(desk: Desk, comment_id: str, *, is_resolved: bool) -> None:
    """Set a comment aside as taken care of, or open it again."""
    place = COMMENTS / comment_id / "resolved"
    title = "kommentar klar" if is_resolved else "kommentar öppnad igen"
    desk.document.change(COMMENTS, lambda report: with_value(report, place, is_resolved), title)


def delete(desk: Desk, comment_id: str) -> None:
    """Take a comment away."""
    place = COMMENTS / comment_id
    desk.document.change(COMMENTS, lambda report: remove(report, place), "borttagning av kommentar")


def is_own(desk: Desk, comment: ReviewComment) -> bool:
    """Tell whether the user has made a comment."""
    return comment.author == author(desk)


def toggle_mark(desk: Desk, part: Place, kind: MarkKind) -> None:
    """Mark a part as done or reviewed, or take the mark away."""
    if mark_of(desk.document.report, part, kind) is not None:
        desk.document.change(MARKS, lambda report: without_mark(report, part, kind), f"borttagen {_MARKINGS[kind]}")
        return
    today = dt.datetime.now().astimezone().date().isoformat()
    made = Mark(id=new_id("m"), place=part, kind=kind, author=author(desk), date=today)
    desk.document.change(MARKS, lambda report: with_mark(report, made), _MARKINGS[kind])


def author(desk: Desk) -> str:
    """Return the name that the user signs with: the one in the settings, else the one she is logged in with."""
    return desk.look.settings.author or login_name()


def comment_of(report: Report, comment_id: str) -> ReviewComment:
    """Return the comment with an id; raises PlaceError where there is none."""
    found: ReviewComment = value_at(report, COMMENTS / comment_id)
    return found


def _now() -> str:
    return dt.datetime.now().astimezone().isoformat(timespec="minutes")
