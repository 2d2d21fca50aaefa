"""Word comments at the words they are about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from avstamt.domain.place import Place, Span
from avstamt.export.paper.characters import one_line, printable
from avstamt.export.remarks import Remark
from avstamt.export.wordml.threads import add_threads
from avstamt.export.wordml.xml import Element, add, element, name

if TYPE_CHECKING:
    from docx.comments import Comments

_PRINTED_AS = {"wording": "assessment", "number": "title"}
_HYPHEN = "noBreakHyphen"
_HEADS = ("title", "name", "text", "label")


@dataclass(frozen=True)
class Margin:
    """The comments of a document, and the ids that the two styles of comments have in it."""

    comments: Comments
    text_style: str
    reference_style: str

    def add(self, spots: Mapping[Place, Element], remarks: Sequence[Remark]) -> None:
        """Add each remark on the paragraph where its place is printed, on its very words where it has a span."""
        threads: list[list[Element]] = []
        for remark in remarks if spots else ():
            spot = spot_of(spots, remark.place)
            exact = spots.get(remark.place.whole) is spot
            made = self.comment(spot, remark, remark.place.span if exact else None)
            if remark.answers and threads:
                threads[-1].append(made)
            else:
                threads.append([made])
        if any(len(thread) > 1 for thread in threads):
            add_threads(self.comments, threads)

    def comment(self, paragraph: Element, remark: Remark, span: Span | None) -> Element:
        """Add a comment on a paragraph, or on the characters of it in `span`, and return it."""
        author = one_line(remark.author)
        made = self.comments.add_comment(printable(remark.text), author, _initials(author))
        body: Element = made._comment_elm  # noqa: SLF001 - styles and date of a comment have no setters
        body.set(name("date"), _date(remark.created))
        for style, own in (("pStyle", self.text_style), ("rStyle", self.reference_style)):
            for found in body.iter(name(style)):
                found.set(name("val"), own)
        self._anchor(paragraph, str(made.comment_id), span)
        return body

    def _anchor(self, paragraph: Element, number: str, span: Span | None) -> None:
        start, end = element("commentRangeStart", id=number), element("commentRangeEnd", id=number)
        runs = _runs_in(paragraph, span)
        if runs:
            runs[0].addprevious(start)
            runs[-1].addnext(end)
        else:
            paragraph.insert(1 if paragraph.find(name("pPr")) is not None else 0, start)
            start.addnext(end)
        reference = element("r")
        add(add(reference, "rPr"), "rStyle", val=self.reference_style)
        add(reference, "commentReference", id=number)
        end.addnext(reference)


def spot_of(spots: Mapping[Place, Element], place: Place) -> Element:
    """Return the paragraph of a place; of the nearest part around it that is printed where the place itself is not."""
    here = place.whole
    while here.path:
        beside = here.parent / _PRINTED_AS.get(here.name, here.name)
        for candidate in (here, beside, *(here / head for head in _HEADS)):
            if candidate in spots:
                return spots[candidate]
        inside = next((spot for known, spot in spots.items() if known.is_within(here)), None)
        if inside is not None:
            return inside
        here = here.parent
    return next(iter(spots.values()))


def _runs_in(paragraph: Element, span: Span | None) -> list[Element]:
    """Return the runs that hold the characters of `span`, cut so that they hold no others; all with text without one."""
    runs = [run for run in paragraph.iter(name("r")) if any(run.find(name(tag)) is not None for tag in ("t", _HYPHEN))]
    if span is None:
        return runs
    found: list[Element] = []
    at = 0
    for run in runs:
        length = _length(run)
        start, end = max(span[0] - at, 0), min(span[1] - at, length)
        at += length
        if start < end:
            found.append(_cut(run, start, end) if len(run.findall(name("t"))) == 1 and length == _plain(run) else run)
    return found or runs


def _length(run: Element) -> int:
    return sum(
        len(child.text or "") if child.tag == name("t") else child.tag in (name("br"), name("tab"), name(_HYPHEN))
        for child in run
    )


def _plain(run: Element) -> int:
    return len(run.findtext(name("t")) or "")


def _cut(run: Element, start: int, end: int) -> Element:
    """Return the run with the characters [start, end) of `run`, the others in runs of their own beside it."""
    text = run.findtext(name("t")) or ""
    before, inside, after = text[:start], text[start:end], text[end:]
    if before:
        run.addprevious(_like(run, before))
    if after:
        run.addnext(_like(run, after))
    _say(run, inside)
    return run


def _like(run: Element, text: str) -> Element:
    made = deepcopy(run)
    made.tail = None
    _say(made, text)
    return made


def _say(run: Element, text: str) -> None:
    holder = run.find(name("t"))
    if holder is not None:
        holder.text = text
        holder.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _initials(author: str) -> str:
    return "".join(word[0] for word in author.split() if word[:1].isalpha())[:3].upper()


def _date(created: str) -> str:
    try:
        return dt.datetime.fromisoformat(created).strftime("%Y-%m-%dT%H:%M:%SZ")
    except ValueError:
        return dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
