"""Links that Word keeps as fields: a code that is not shown, and the words it leads from."""

from __future__ import annotations

import re

from avstamt.importers.word.names import local, w
from avstamt.importers.word.package import Element

_LINK = re.compile(r'\s*HYPERLINK\s+"([^"]+)"', re.IGNORECASE)
_WITHIN = re.compile(r'\\l\s+"([^"]+)"', re.IGNORECASE)


def address(code: str) -> str | None:
    """Return where the code of a field leads; None for another field, and for a place in the document itself."""
    found = _LINK.match(code)
    if found is None:
        return None
    within = _WITHIN.search(code, found.end())
    return f"{found[1]}#{within[1]}" if within and "#" not in found[1] else found[1]


class LinkFields:
    """The fields that are open at one spot of a paragraph: each a code while it is being read, then an address."""

    def __init__(self) -> None:
        self._open: list[tuple[str, str | None]] = []

    @property
    def link(self) -> str | None:
        """Return where the words at this spot lead."""
        return next((link for _code, link in reversed(self._open) if link), None)

    def read(self, run: Element) -> None:
        """Take in what a run says of fields."""
        for child in run:
            kind = local(child)
            if kind == "instrText" and self._open:
                code, link = self._open[-1]
                self._open[-1] = (code + (child.text or ""), link)
            elif kind == "fldChar":
                self._turn(child.get(w("fldCharType"), ""))

    def _turn(self, kind: str) -> None:
        if kind == "begin":
            self._open.append(("", None))
        elif self._open and kind == "separate":
            self._open[-1] = ("", address(self._open[-1][0]))
        elif self._open and kind == "end":
            self._open.pop()
