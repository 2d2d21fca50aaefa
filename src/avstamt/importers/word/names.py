"""Names in WordprocessingML, and the value of a setting."""

from __future__ import annotations

from avstamt.importers.word.package import Element, W


def w(tag: str) -> str:
    """Return the full name of a tag or attribute of WordprocessingML."""
    return f"{{{W}}}{tag}"


def local(node: Element) -> str:
    """Return an element's name without its namespace; empty for a comment."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def value(node: Element | None, tag: str) -> str | None:
    """Return the value of a child that is a setting, None where there is no such child."""
    found = None if node is None else node.find(w(tag))
    return None if found is None else found.get(w("val"), "")
