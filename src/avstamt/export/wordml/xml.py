"""Short hands for WordprocessingML elements."""

from __future__ import annotations

from copy import copy

from lxml import etree

Element = etree._Element  # noqa: SLF001 - lxml gives its element class no public name

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SOFT_HYPHEN = "\u00ad"


class _Names(dict[str, str]):
    """The full names of tags and attributes by their short ones, each made when it is first asked for."""

    def __missing__(self, tag: str) -> str:
        full = self[tag] = f"{{{W}}}{tag.rstrip('_')}"
        return full


_NAMES = _Names()
_BLANKS: dict[str, Element] = {}


def name(tag: str) -> str:
    """Return the full name of a tag or attribute in the w namespace: "p" → "{…}p"; `type_` stands for "type"."""
    return _NAMES[tag]


def element(tag: str, **attributes: str) -> Element:
    """Return a new w element with w attributes; `type_` stands for "type"."""
    blank = _BLANKS.get(tag)
    if blank is None:
        blank = _BLANKS[tag] = etree.Element(_NAMES[tag], nsmap={"w": W, "r": R})
    made = copy(blank)  # to copy is quicker than to make
    for key, value in attributes.items():
        made.set(_NAMES[key], value)
    return made


def add(parent: Element, tag: str, **attributes: str) -> Element:
    """Return a new w element as the last child of `parent`."""
    made = etree.SubElement(parent, _NAMES[tag])
    for key, value in attributes.items():
        made.set(_NAMES[key], value)
    return made


def add_text(run: Element, text: str) -> None:
    """Put text into a run; a newline becomes a line break, and a soft hyphen Word's own (it shows the character)."""
    if "\n" not in text and _SOFT_HYPHEN not in text:
        _add_words(run, text)
        return
    for number, line in enumerate(text.split("\n")):
        if number:
            add(run, "br")
        for piece, words in enumerate(line.split(_SOFT_HYPHEN)):
            if piece:
                add(run, "softHyphen")
            _add_words(run, words)


def _add_words(run: Element, words: str) -> None:
    if words:
        holder = add(run, "t")
        holder.text = words
        if words[0].isspace() or words[-1].isspace() or "  " in words:
            holder.set(SPACE, "preserve")


def add_field(parent: Element, code: str, shown: str = "") -> Element:
    """Put a field into a paragraph or link, with the text to show until Word counts it anew; return the run of that text."""
    result = parent
    for kind, text in (("begin", ""), ("", code), ("separate", ""), ("shown", shown), ("end", "")):
        run = add(parent, "r")
        if kind == "shown":
            add_text(run, text)
            result = run
        elif text:
            instruction = add(run, "instrText")
            instruction.text = f" {text} "
            instruction.set(SPACE, "preserve")
        else:
            add(run, "fldChar", fldCharType=kind)
    return result
