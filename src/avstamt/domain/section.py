"""The parts of a report outside the goal tree: analyses, economy, other; and the front page of a tjänsteutlåtande."""

from __future__ import annotations

from avstamt.domain.base import Frozen, Identifier, Node
from avstamt.domain.economy import EconomyTable
from avstamt.domain.text import RichText


class Section(Node):
    """A heading with text and economy tables under it; `parent` is the section above, None at the top.

    `key` is the template's name for it ("summary", "economy"), empty for a section the writer added.
    `holds_goals` marks where the goal tree is printed; its title may be empty.
    """

    parent: Identifier | None = None
    key: str = ""
    title: str = ""
    text: RichText = RichText()
    tables: tuple[EconomyTable, ...] = ()
    holds_goals: bool = False
    locked: bool = False


class Contact(Node):
    """A handläggare on the front page."""

    name: str = ""
    phone: str = ""
    email: str = ""


class Signatory(Node):
    """Someone who signs, with title."""

    name: str = ""
    title: str = ""


class Appendix(Node):
    """An appendix: "Bilaga 3b" and its title."""

    label: str = ""
    title: str = ""


class FrontPage(Frozen):
    """The first page of a tjänsteutlåtande to a nämnd; every part may be empty."""

    department: str = ""
    unit: str = ""
    diary_number: str = ""
    date: str = ""
    officers: tuple[Contact, ...] = ()
    recipient: str = ""
    proposals: RichText = RichText()
    signatories: tuple[Signatory, ...] = ()
    appendices: tuple[Appendix, ...] = ()
