"""Reads the inside of one paragraph: runs with their make-up, links, names of fields, and what comments are about."""

from __future__ import annotations

import re
from collections.abc import Mapping

from avstamt.domain.text import Run
from avstamt.importers.word.linking import LinkFields, address
from avstamt.importers.word.names import local, value, w
from avstamt.importers.word.package import Element, R
from avstamt.importers.word.pieces import ReadParagraph

TAG = re.compile(r"_av_[a-z2-7]{16}l?")
"""The name of a field, or of its label, in a control or a bookmark."""

_OFF = ("0", "false", "off", "none")
_SHOWN = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_HEX = re.compile(r"(?!D[89A-F]..$)[0-9A-F]{4}|1[0-9A-F]{4}", re.IGNORECASE)
_PICTURES = str.maketrans(
    "\uf0fc\uf0fb\uf0fe\uf0fd\uf0a8\uf06f\uf0e0\uf0e8\uf0d8\uf0b7\uf0a7\uf06c\uf0a1\uf06e\uf04a\uf04c",
    "✓✗☑☒☐☐→→➢•▪●○■☺☹",
)
_SIGNS = str.maketrans("\uf02d\uf0b3\uf0a3\uf0b1\uf0ae\uf0b7\uf0b0\uf0b4", "−≥≤±→•°×")
"""The signs of the picture fonts that reports use, and those of the font Symbol, by their numbers there."""

NOTES = {"footnoteReference": "fotnot", "endnoteReference": "slutnot"}
"""What refers to a note, and what such a note is called."""

_PASSED = frozenset({"del", "moveFrom", "pPr", "rPr", "instrText", "delText"})


def is_placeholder(control: Element) -> bool:
    """Tell whether a control is empty: what it shows then is Word's own words."""
    properties = control.find(w("sdtPr"))
    return properties is not None and properties.find(w("showingPlcHdr")) is not None


def chosen(node: Element) -> Element:
    """Return the first choice of what is written once for newer programs and once for older ones."""
    return next((child for child in node if local(child) == "Choice"), node)


class Line:
    """Reads the inside of one paragraph."""

    def __init__(
        self, made: ReadParagraph, links: Mapping[str, str], names: dict[str, str], notes: Mapping[str, str]
    ) -> None:
        self._made = made
        self._links = links
        self._notes = notes
        self._names = names
        self._fields = LinkFields()
        self._at = 0

    def read(self, node: Element, link: str | None = None) -> None:
        """Read an element's children; `link` is the address they lead to."""
        for child in node:
            kind = local(child)
            if kind in _PASSED:
                continue
            if kind == "r":
                self._run(child, link)
            elif kind == "hyperlink":
                self.read(child, self._address(child) or link)
            elif kind == "fldSimple":
                self.read(child, address(child.get(w("instr"), "")) or link)
            elif kind == "sdt":
                self._control(child, link)
            elif kind in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"):
                self._sign(child, kind)
            elif kind == "AlternateContent":  # the same twice, for newer and older programs
                self.read(chosen(child), link)
            else:  # tracked insertions, smart tags
                self.read(child, link)

    def _address(self, hyperlink: Element) -> str | None:
        """Return where a hyperlink leads; None for a place in the document itself."""
        target = self._links.get(hyperlink.get(f"{{{R}}}id", ""))
        within = hyperlink.get(w("anchor"), "")
        return f"{target}#{within}" if target and within and "#" not in target else target

    def _control(self, node: Element, link: str | None) -> None:
        tag = value(node.find(w("sdtPr")), "tag") or ""
        if TAG.fullmatch(tag):
            self._made.starts.setdefault(tag, self._at)
        content = node.find(w("sdtContent"))
        if content is not None and not is_placeholder(node):
            self.read(content, link)

    def _sign(self, node: Element, kind: str) -> None:
        number = node.get(w("id"), "")
        if kind == "bookmarkStart" and TAG.fullmatch(node.get(w("name"), "")):
            self._names[number] = node.get(w("name"), "")
            self._made.starts.setdefault(self._names[number], self._at)
            self._made.anchored.add(self._names[number])
        elif kind == "bookmarkEnd" and number in self._names:
            self._made.ends.add(self._names[number])
        elif kind == "commentRangeStart":
            self._made.remarks[number] = (self._at, None)
        elif kind == "commentRangeEnd":
            start, _end = self._made.remarks.get(number, (0, None))
            self._made.remarks[number] = (start, self._at)

    def _run(self, node: Element, link: str | None) -> None:
        look = node.find(w("rPr"))
        before = self._fields.link
        self._fields.read(node)
        link = link or before or self._fields.link
        text = "".join(self._shown(child) for child in node)
        if text:
            run = Run(text=text, bold=_is_on(look, "b"), italic=_is_on(look, "i"), link=link)
            self._at += len(text)
            self._made.runs.append(run)

    def _shown(self, child: Element) -> str:
        kind = local(child)
        if kind == "t":
            return child.text or ""
        if kind == "commentReference":
            self._made.remarks.setdefault(child.get(w("id"), ""), (self._at, self._at))
        if kind in ("sym", "symEx"):
            return _symbol(child)
        if kind == "AlternateContent":  # Word writes a coloured sign so
            return next(filter(None, ("".join(map(self._shown, choice)) for choice in child)), "")
        if kind in NOTES:
            note = self._notes.get(f"{kind} {child.get(w('id'), '')}", "")
            return f" ({NOTES[kind]}: {note})" if note else ""
        if kind == "br" and child.get(w("type")) in ("page", "column"):
            return ""
        return _SHOWN.get(kind, "")


def _symbol(node: Element) -> str:
    """Return the character of a symbol; those of the picture fonts that reports use, by what they look like."""
    code = next((value for key, value in node.items() if key.endswith("}char")), "")
    if not _HEX.fullmatch(code):
        return ""
    font = next((value for key, value in node.items() if key.endswith("}font")), "")
    return chr(int(code, 16)).translate(_SIGNS if font == "Symbol" else _PICTURES)


def _is_on(look: Element | None, tag: str) -> bool:
    set_to = value(look, tag)
    return set_to is not None and set_to not in _OFF
