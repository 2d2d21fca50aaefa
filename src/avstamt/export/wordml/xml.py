"""Short hands for WordprocessingML elements."""

from __future__ import annotations

from lxml import etree

Element = etree._Element  # noqa: SLF001 - lxml gives its element class no public name

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SOFT_HYPHEN = "\u00ad"
_NAMES: dict[str, str] = {}


def name(tag: str) -> str:
    """Return the full name of a tag or attribute in the w namespace: "p" → "{…}p"."""
    full = _NAMES.get(tag)
    if full is None:
        full = _NAMES[tag] = f"{{{W}}}{tag}"
    return full


def element(tag: str, **attributes: str) -> Element:
    """Return a new w element with w attributes; `type_` stands for "type"."""
    made = etree.Element(name(tag), nsmap={"w": W, "r": R})
    for key, value in attributes.items():
        made.set(name(key.rstrip("_")), value)
    return made


def add(parent: Element, tag: str, **attributes: str) -> Element:
    """Return a new w element as the last child of `parent`."""
    made = etree.SubElement(parent, name(tag))
    for key, value in attributes.items():
        made.set(name(key.rstrip("_")), value)
    return made


def add_text(run: Element, text: str) -> None:
    """Put text into a run; a newline becomes a line break, and a soft hyphen Word's own (it shows the character)."""
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
