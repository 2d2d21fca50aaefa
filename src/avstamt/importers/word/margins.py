"""What stands beside the body of a Word document: the comments in its margin, and the footnotes."""

from __future__ import annotations

from avstamt.importers.word.lines import w
from avstamt.importers.word.package import Element, Package
from avstamt.importers.word.pieces import Remark

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


def remarks(package: Package) -> dict[str, Remark]:
    """Return the comments of a document by their ids; Word tells in a part of its own which are settled."""
    root = package.part("word/comments.xml")
    extended = package.part("word/commentsExtended.xml")
    settled = {
        one.get(f"{_W15}paraId")
        for one in (() if extended is None else extended.iter(f"{_W15}commentEx"))
        if one.get(f"{_W15}done") in ("1", "true")
    }
    made: dict[str, Remark] = {}
    for comment in () if root is None else root.iter(w("comment")):
        lines = list(comment.iter(w("p")))
        made[comment.get(w("id"), "")] = Remark(
            comment.get(w("author"), ""),
            comment.get(w("date"), ""),
            "\n".join(map(_words, lines)).strip(),
            resolved=any(line.get(f"{_W14}paraId") in settled for line in lines if line.get(f"{_W14}paraId")),
        )
    return made


def notes(package: Package) -> dict[str, str]:
    """Return the words of the footnotes by their ids; the lines that separate them from the text have none."""
    root = package.part("word/footnotes.xml")
    return {
        note.get(w("id"), ""): " ".join(filter(None, (_words(line).strip() for line in note.iter(w("p")))))
        for note in (() if root is None else root.iter(w("footnote")))
    }


def _words(line: Element) -> str:
    return "".join(text.text or "" for text in line.iter(w("t")))
