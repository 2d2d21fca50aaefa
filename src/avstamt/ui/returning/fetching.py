"""What came back in a Word document, held against the report as it is now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from avstamt.domain.base import new_id
from avstamt.domain.differences import Change, Difference, differences, in_words
from avstamt.domain.merging import Side, merge
from avstamt.domain.naming import place_name
from avstamt.domain.place import Place, exists, insert, remove, value_at, with_value
from avstamt.domain.report import Report
from avstamt.domain.review import Reply, ReviewComment
from avstamt.domain.tree import without_branch
from avstamt.export.paper.characters import one_line, printable
from avstamt.importers.model import ImportRefused
from avstamt.importers.word.fields import Loose
from avstamt.importers.word.returning import Returned, read_return, returned
from avstamt.storage.format import load

_OF_TREE = 2
"""So many steps lead to a goal or a section; other parts lie below one."""


@dataclass(frozen=True)
class Fetched:
    """A document that came back: its name, the report it was written from, and what it holds now."""

    name: str
    base: Report
    back: Returned

    @property
    def changes(self) -> tuple[Difference, ...]:
        """Return what a colleague has changed, field by field, and the parts that she has taken away."""
        gone = (Difference(place, Change.OLD, in_words(value_at(self.base, place)), "") for place in self.back.gone)
        return (*differences(self.base, self.back.report), *gone)


def fetch(path: Path, report_id: str) -> Fetched:
    """Read a document that was written from the report with this id; raises ImportRefused."""
    came = read_return(path)
    base = load(came.base)
    if base.id != report_id:
        raise ImportRefused(
            f"{path.name} är skriven från en annan rapport än den som är öppen. Öppna den rapporten, "
            "eller öppna Word-dokumentet som en egen rapport."
        )
    return Fetched(path.name, base, returned(came, base))


def is_conflict(fetched: Fetched, mine: Report, place: Place) -> bool:
    """Tell whether the field has been changed both in Word and in the report since the document was written."""
    if not exists(fetched.base, place):  # a part that was added there
        return not exists(mine, place.parent)
    if not exists(mine, place):
        return True
    own, there = value_at(mine, place), None if place in fetched.back.gone else value_at(fetched.back.report, place)
    return bool(own != value_at(fetched.base, place) and own != there)


def new_comments(fetched: Fetched, mine: Report) -> tuple[ReviewComment, ...]:
    """Return the colleague's comments that the report does not have already.

    Of a thread that it has, what is new: a comment with the same id, the new answers alone, and whether it is settled.
    """
    known = {_said(reply): one for one in mine.comments for reply in one.replies}
    known |= {_said(one): one for one in mine.comments}
    new = (_news(one, known) for one in fetched.back.comments)
    return tuple(one for one in new if one is not None)


def _news(theirs: ReviewComment, known: Mapping[tuple[str, str], ReviewComment]) -> ReviewComment | None:
    own = known.get(_said(theirs))
    if own is None:
        return theirs
    answers = tuple(reply for reply in theirs.replies if _said(reply) not in known)
    if not answers and own.resolved >= theirs.resolved:
        return None
    return own.model_copy(update={"replies": answers, "resolved": own.resolved or theirs.resolved})


def _said(remark: ReviewComment | Reply) -> tuple[str, str]:
    """Return who says what, as far as Word keeps it: its blanks and lines are not always those that went out."""
    return one_line(remark.author), " ".join(printable(remark.text).split())


def put_together(
    mine: Report, fetched: Fetched, taken: Sequence[Place], comments: Sequence[ReviewComment], loose: Sequence[Loose]
) -> Report:
    """Return the report with the fields in `taken` as they are in Word, and with comments and loose words.

    Where both have changed a field that is taken, Word's words stand, but what only the report has changed in it stays.
    """
    theirs = fetched.base
    for place in taken:
        theirs = taken_in(theirs, fetched, place)
    conflicts = merge(fetched.base, mine, theirs).conflicts
    choices = {conflict.place: Side.THEIRS for conflict in conflicts}
    merged = merge(fetched.base, mine, theirs, choices).report
    news = {one.id: one for one in comments}
    kept = [_with_news(one, news.pop(one.id, None)) for one in merged.comments]
    added = [*news.values(), *_as_comments(fetched, loose)]
    placed = (
        one if exists(merged, one.place) else one.model_copy(update={"place": _near(merged, one.place)})
        for one in added
    )
    return merged.model_copy(update={"comments": (*kept, *placed)})


def _with_news(own: ReviewComment, news: ReviewComment | None) -> ReviewComment:
    """Return a comment of the report with the answers that came to it."""
    if news is None:
        return own
    return own.model_copy(update={"replies": (*own.replies, *news.replies), "resolved": news.resolved})


def taken_in(report: Report, fetched: Fetched, place: Place) -> Report:
    """Return the report with what stands at `place` in Word: another value, a part that was added, or one part less."""
    if place in fetched.back.gone:
        is_tree = len(place.path) == _OF_TREE
        return without_branch(report, place) if is_tree else remove(report, place)
    there = value_at(fetched.back.report, place)
    if exists(report, place):
        return with_value(report, place, there)
    ids = [node.id for node in value_at(fetched.back.report, place.parent)]
    after = (one for one in ids[ids.index(place.name) + 1 :] if exists(report, place.parent / one))
    return insert(report, place.parent, there, next(after, None))


def _near(report: Report, place: Place) -> Place:
    here = place.whole
    while here.path and not exists(report, here):
        here = here.parent
    return here


def _as_comments(fetched: Fetched, loose: Sequence[Loose]) -> Iterator[ReviewComment]:
    created = dt.datetime.now().astimezone().isoformat(timespec="seconds")
    for one in loose:
        text = f"Stod i Word utan att höra till något fält: {one.words}"
        yield ReviewComment(id=new_id("k"), place=one.after or Place(), author=fetched.name, created=created, text=text)


def called(report: Report, place: Place) -> str:
    """Return what a field is called in a list: the part it is in, and its name on a line of its own."""
    name = place_name(report, place)
    return "\n".join(filter(None, (" › ".join(name.parts[-2:]) or "Hela rapporten", name.field)))
