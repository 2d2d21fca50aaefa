"""A named style as WordprocessingML, and the measures and marks its look is put together from."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

LANGUAGE = '<w:lang w:val="sv-SE" w:eastAsia="sv-SE" w:bidi="ar-SA"/>'


@dataclass(frozen=True)
class Style:
    """A style: its stored name, what it is based on and followed by, and its properties as WordprocessingML."""

    name: str
    paragraph: str = ""
    run: str = ""
    based_on: str = "Normal"
    next: str = ""
    kind: str = "paragraph"
    own: bool = True
    table: str = ""
    extra: str = ""

    def xml(self, priority: int) -> str:
        """Return the w:style element."""
        default = ' w:default="1"' if self.name in ("Normal", "Default Paragraph Font", "Normal Table") else ""
        custom = ' w:customStyle="1"' if self.own else ""
        parts = [f'<w:style w:type="{self.kind}"{default}{custom} w:styleId="{identifier(self.name)}">']
        parts.append(f"<w:name w:val={quoteattr(self.name)}/>")
        if self.based_on:
            parts.append(f'<w:basedOn w:val="{identifier(self.based_on)}"/>')
        if self.next:
            parts.append(f'<w:next w:val="{identifier(self.next)}"/>')
        parts.append(f'<w:uiPriority w:val="{priority}"/>{self.extra}')
        parts.append(f"<w:pPr>{self.paragraph}</w:pPr>" if self.paragraph else "")
        parts.append(f"<w:rPr>{self.run}</w:rPr>" if self.run else "")
        return "".join([*parts, self.table, "</w:style>"])


def identifier(name: str) -> str:
    """Return the style id of a name: letters and digits without Swedish letters, each word capitalised."""
    plain = name.translate(str.maketrans("åäöÅÄÖ", "aaoAAO"))
    return "".join(word[:1].upper() + word[1:] for word in plain.split())


def twips(points: float) -> int:
    """Return points as twentieths of a point."""
    return round(points * 20)


def centimetres(value: float) -> int:
    """Return centimetres as twentieths of a point."""
    return round(value * 1440 / 2.54)


def spacing(before: float, after: float, line: float, rule: str = "exact") -> str:
    """Return w:spacing; measures in points."""
    return (
        f'<w:spacing w:before="{twips(before)}" w:after="{twips(after)}" w:line="{twips(line)}" w:lineRule="{rule}"/>'
    )


def fonts(families: tuple[str, ...]) -> str:
    """Return w:rFonts with the first family; the fallbacks stand in the font table."""
    name = escape(families[0])
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def size(points: float) -> str:
    """Return w:sz and w:szCs."""
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def colour(value: str) -> str:
    """Return w:color."""
    return f'<w:color w:val="{value.lstrip("#")}"/>'


BOLD = "<w:b/><w:bCs/>"
PLAIN = '<w:b w:val="0"/><w:bCs w:val="0"/>'
ITALIC = "<w:i/><w:iCs/>"
KEEP = "<w:keepNext/><w:keepLines/>"
FULL_WIDTH = '<w:ind w:right="0"/>'
