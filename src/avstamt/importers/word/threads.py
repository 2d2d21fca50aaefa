"""The comments of a document as review comments with their answers, at the places they are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from avstamt.domain.base import new_id
from avstamt.domain.place import Place
from avstamt.domain.printed import PROGRAM
from avstamt.domain.review import Reply, ReviewComment
from avstamt.importers.word.pieces import ReadPaper, ReadParagraph, Remark


def comments_at(paper: ReadPaper, places: Sequence[tuple[ReadParagraph, Place]]) -> tuple[ReviewComment, ...]:
    """Return the comments of a document; the program's own findings are none, but an answer to one is a comment."""
    threads = _threads(paper)
    where = dict(_where(places))
    found = [*(number for number in where if number in threads), *sorted(threads.keys() - where.keys())]
    return tuple(made for number in found for made in _comment(threads[number], where.get(number, Place())))


def _threads(paper: ReadPaper) -> dict[str, list[Remark]]:
    """Return the remarks of each thread by the id of its first one, in the file's order."""
    threads: dict[str, list[Remark]] = {}
    for number, remark in paper.remarks.items():
        first, seen = number, {number}
        while (above := paper.remarks[first].answers) in paper.remarks and above not in seen:
            first = above
            seen.add(above)
        if first == number:
            threads.setdefault(number, []).insert(0, remark)
        else:
            threads.setdefault(first, []).append(remark)
    return threads


def _where(places: Sequence[tuple[ReadParagraph, Place]]) -> Iterator[tuple[str, Place]]:
    told: set[str] = set()
    for paragraph, place in places:
        for number, (start, end) in paragraph.remarks.items():
            if number not in told:
                told.add(number)
                last = len(paragraph.text) if end is None else end
                yield number, place.at(start, last) if start < last else place


def _comment(thread: Sequence[Remark], place: Place) -> Iterator[ReviewComment]:
    own = [remark for remark in thread if remark.author != PROGRAM]
    if own:
        first, *answers = own
        yield ReviewComment(
            id=new_id("k"),
            place=place,
            author=first.author,
            created=first.created,
            text=first.text,
            resolved=thread[0].resolved,
            replies=tuple(
                Reply(id=new_id("s"), author=one.author, created=one.created, text=one.text) for one in answers
            ),
        )
