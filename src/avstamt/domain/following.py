"""Comments stay with the words they are about when the report is changed, and are never lost."""

from __future__ import annotations

from collections.abc import Iterator

from avstamt.domain.place import Place, PlaceError, Span, exists, value_at
from avstamt.domain.report import Report
from avstamt.domain.review import ReviewComment
from avstamt.domain.text import RichText, block_text

_BETWEEN = "\n"


def with_comments_following(before: Report, after: Report) -> Report:
    """Return `after` with the comments that both hold moved along with what they are about.

    A span follows its words through typing, splitting and joining; where the words are gone the comment falls back to
    the field, then to what the field lay in.
    """
    known = {comment.id: comment for comment in before.comments}
    moved = tuple(
        _followed(comment, before, after) if known.get(comment.id) == comment else comment for comment in after.comments
    )
    return after if moved == after.comments else after.model_copy(update={"comments": moved})


def moved_span(before: str, after: str, span: Span) -> Span | None:
    """Return where the characters of `span` stand after an edit of one stretch; None where none of them are left."""
    most = min(len(before), len(after))
    head = next((at for at in range(most) if before[at] != after[at]), most)
    tail = next((at for at in range(most - head) if before[-1 - at] != after[-1 - at]), most - head)
    end, shift = len(before) - tail, len(after) - len(before)
    start = span[0] if span[0] < head else head if span[0] < end else span[0] + shift
    stop = span[1] if span[1] <= head else head if span[1] < end else span[1] + shift
    return (start, stop) if start < stop else None


def _followed(comment: ReviewComment, before: Report, after: Report) -> ReviewComment:
    place = _place_after(comment.place, before, after)
    return comment if place == comment.place else comment.model_copy(update={"place": place})


def _place_after(place: Place, before: Report, after: Report) -> Place:
    if not exists(before, place):
        return place
    if "blocks" in place.path:
        at = place.path.index("blocks")
        text, block = Place(place.path[:at]), place.path[at + 1 : at + 2]
        return _in_text(place, text, block[0] if block else "", before, after)
    if place.span is None or not exists(after, place):
        return _existing(place, after)
    old, new = _plain(before, place), _plain(after, place)
    return place if old == new else _spanned(place.whole, moved_span(old, new, place.span))


def _in_text(place: Place, text: Place, block: str, before: Report, after: Report) -> Place:
    old, new = _rich(before, text), _rich(after, text)
    if old is new and exists(after, place):
        return place
    if old is None or new is None:
        return _existing(text, after)
    was = next((block_text(one) for one in old.blocks if one.id == block), None)
    now = next((block_text(one) for one in new.blocks if one.id == block), None)
    if was is None or was == now or (place.span is None and now is not None):
        return place if now is not None else _existing(text, after)
    span = place.span or (0, len(was))
    home = text / "blocks" / block
    if now is not None and (inside := moved_span(was, now, span)):
        return home.at(*inside)
    first = next(begin for one, begin, _words in _laid_out(old) if one == block)
    moved = moved_span(old.plain, new.plain, (first + span[0], first + span[1]))
    if moved is None or (found := _at(new, moved)) is None:
        return home if now is not None else _existing(text, after)
    other = text / "blocks" / found[0]
    return other.at(*found[1]) if place.span is not None else other


def _at(text: RichText, span: Span) -> tuple[str, Span] | None:
    """Return the block that holds the first of a text's characters in `span`, and which of its own they are."""
    for block, begin, words in _laid_out(text):
        start, end = max(span[0] - begin, 0), min(span[1] - begin, len(words))
        if start < end:
            return block, (start, end)
    return None


def _laid_out(text: RichText) -> Iterator[tuple[str, int, str]]:
    begin = 0
    for block in text.blocks:
        words = block_text(block)
        yield block.id, begin, words
        begin += len(words) + len(_BETWEEN)


def _spanned(place: Place, span: Span | None) -> Place:
    return place.at(*span) if span else place


def _existing(place: Place, report: Report) -> Place:
    """Return the nearest place at or above `place` where something stands."""
    if exists(report, place):
        return place
    above = place.parent
    while not exists(report, above):
        above = above.parent
    return above


def _rich(report: Report, place: Place) -> RichText | None:
    try:
        value = value_at(report, place)
    except PlaceError:
        return None
    return value if isinstance(value, RichText) else None


def _plain(report: Report, place: Place) -> str:
    try:
        value = value_at(report, place)
    except PlaceError:
        return ""
    return value if isinstance(value, str) else ""
