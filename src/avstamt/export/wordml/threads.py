"""Which comments of a Word document answer which: Word keeps that in a part of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lxml import etree

from avstamt.export.wordml.xml import Element, name

if TYPE_CHECKING:
    from docx.comments import Comments

_PART = "/word/commentsExtended.xml"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml"
_RELATION = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_FIRST_ID = 0x5A000001


def add_threads(comments: Comments, threads: Sequence[Sequence[Element]]) -> None:
    """Tell of each comment which one it answers: the first of its thread. They are named by their last paragraphs."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    root = etree.Element(f"{{{_W15}}}commentsEx", nsmap={"w15": _W15, "mc": _COMPATIBILITY})
    root.set(f"{{{_COMPATIBILITY}}}Ignorable", "w15")
    number = _FIRST_ID
    for thread in threads:
        first = f"{number:08X}"
        for comment in thread:
            own = f"{number:08X}"
            number += 1
            list(comment.iter(name("p")))[-1].set(f"{{{_W14}}}paraId", own)
            told = etree.SubElement(root, f"{{{_W15}}}commentEx")
            told.set(f"{{{_W15}}}paraId", own)
            if comment is not thread[0]:
                told.set(f"{{{_W15}}}paraIdParent", first)
            told.set(f"{{{_W15}}}done", "0")
    holder = comments._comments_part  # noqa: SLF001 - python-docx knows no threads
    holder.element.set(f"{{{_COMPATIBILITY}}}Ignorable", "w14")
    xml = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    package = holder.package
    package.main_document_part.relate_to(Part(PackURI(_PART), _CONTENT, xml, package), _RELATION)
