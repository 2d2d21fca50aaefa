"""What stands beside the body of a Word document: the comments in its margin, and the footnotes."""

from __future__ import annotations

from avstamt.importers.word.lines import NOTES
from avstamt.importers.word.names import w
from avstamt.importers.word.package import Element, Package
from avstamt.importers.word.pieces import Remark

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


def remarks(package: Package) -> dict[str, Remark]:
    """Return the comments of a document by their ids; Word tells in a part of its own which answer and are settled."""
    root = package.part("word/comments.xml")
    comments = [] if root is None else list(root.iter(w("comment")))
    told = _told(package)
    ids = {one: comment.get(w("id"), "") for comment in comments for one in _paragraph_ids(comment)}
    made: dict[str, Remark] = {}
    for comment in comments:
        own = [told[one] for one in _paragraph_ids(comment) if one in told]
        above = {ids.get(one.get(f"{_W15}paraIdParent", ""), "") for one in own} - {"", comment.get(w("id"), "")}
        made[comment.get(w("id"), "")] = Remark(
            comment.get(w("author"), ""),
            comment.get(w("date"), "").removesuffix("Z"),  # the writer's own clock, whatever Word puts behind it
            "\n".join(map(_words, comment.iter(w("p")))).strip(),
            resolved=any(one.get(f"{_W15}done") in ("1", "true") for one in own),
            answers=next(iter(above), ""),
        )
    return made


def _told(package: Package) -> dict[str, Element]:
    """Return what Word tells of comments, by the id of a paragraph of theirs."""
    extended = package.part("word/commentsExtended.xml")
    every = () if extended is None else extended.iter(f"{_W15}commentEx")
    return {one.get(f"{_W15}paraId", ""): one for one in every}


def _paragraph_ids(comment: Element) -> list[str]:
    return [one for line in comment.iter(w("p")) if (one := line.get(f"{_W14}paraId"))]


def notes(package: Package) -> dict[str, str]:
    """Return the words of foot- and endnotes by what refers to them; the lines that separate them have none."""
    return {
        f"{reference} {note.get(w('id'), '')}": " ".join(
            filter(None, (_words(line).strip() for line in note.iter(w("p"))))
        )
        for reference in NOTES
        if (root := package.part(f"word/{reference.removesuffix('Reference')}s.xml")) is not None
        for note in root.iter(w(reference.removesuffix("Reference")))
    }


def _words(line: Element) -> str:
    return "".join(text.text or "" for text in line.iter(w("t")))
