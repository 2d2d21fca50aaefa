"""What the comments of a Word document are about: the words between the two ends of each, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree
from tests.export.papers import W, part, text_of


@dataclass
class Range:
    """What one comment is about: its words, and the paragraphs that its ends and words stand in."""

    words: str = ""
    paragraphs: list[etree._Element] = field(default_factory=list)

    @property
    def row(self) -> list[str]:
        """Return the cells of the row of a table that it stands in, the one it is about in guillemets; else nothing."""
        cell = next(self.paragraphs[0].iterancestors(f"{W}tc"), None)
        if cell is None:
            return []
        texts = ((one, "".join(text_of(line) for line in one.iter(f"{W}p"))) for one in cell.getparent().iter(f"{W}tc"))
        return [f"»{text}«" if one is cell else text for one, text in texts]

    @property
    def below(self) -> str:
        """Return what the paragraph says that follows the one it begins in."""
        return text_of(self.paragraphs[0].xpath("following::w:p[1]", namespaces={"w": W.strip("{}")})[0])

    @property
    def style(self) -> str:
        """Return the id of the style of the paragraph that it begins in; empty for running text of no style."""
        style = self.paragraphs[0].find(f"{W}pPr/{W}pStyle")
        return "" if style is None else style.get(f"{W}val")


def ranges(docx: bytes) -> dict[int, Range]:
    """Return what each comment is about, by its id in the file; one that ends nowhere is not there."""
    open_ones: dict[int, Range] = {}
    made: dict[int, Range] = {}
    for node in part(docx, "word/document.xml").iter():
        if node.tag == f"{W}commentRangeStart":
            open_ones[int(node.get(f"{W}id"))] = Range(paragraphs=[next(node.iterancestors(f"{W}p"))])
        elif node.tag == f"{W}commentRangeEnd":
            made[int(node.get(f"{W}id"))] = open_ones.pop(int(node.get(f"{W}id")))
        elif node.tag in (f"{W}t", f"{W}noBreakHyphen"):
            for one in open_ones.values():
                one.words += "-" if node.tag == f"{W}noBreakHyphen" else node.text or ""
    assert not open_ones
    return dict(sorted(made.items()))
