"""The lines of a source text: cleaned, counted from 1, with the blanks around them, which carry meaning in PDF text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

_LINE_END = re.compile(r"\r\n|\n|\r")
_TABLE_HEAD = re.compile(r"(?:Indikator|Aktivitet) {2,}\S.* {2,}\S")
_FEWEST_RUNS = 2
_BLANKS = " \t\u00a0\u2007\u2009\u202f"
SOFT_HYPHEN = "\u00ad"
TAB = "\t"
_SOFT = re.compile(rf"{SOFT_HYPHEN}(?!\s*$)|^\s*{SOFT_HYPHEN}\s*$")

_CLEAN: dict[int, str | None] = {
    **dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)], " "),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
    **dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF), None),
    **dict.fromkeys((0x2028, 0x2029, 0x0C, 0x0B), " "),
    **dict.fromkeys((0xFFFE, 0xFFFF), "\ufffd"),
    0x02: SOFT_HYPHEN,  # so PDFium writes a hyphen at a line end
    0x09: TAB,
    **dict(zip(range(0xFB00, 0xFB05), ("ff", "fi", "fl", "ffi", "ffl"), strict=True)),  # ligatures of the typesetter
}
_UNCLEAN = re.compile(f"[{re.escape(''.join(chr(code) for code in _CLEAN if chr(code) != TAB))}]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with text, and what stood around it.

    `lead` and `tail` count the blanks before and after the text, `gap` the empty lines since the text line before,
    `spacers` the lines of blanks only. `page_break` tells that a page ends between the two.
    """

    number: int
    raw: str
    text: str
    lead: int = 0
    tail: int = 0
    gap: int = 0
    spacers: int = 0
    page_break: bool = False

    @property
    def tabbed(self) -> bool:
        """Tell whether the line holds tab characters."""
        return "\t" in self.raw

    @property
    def cells(self) -> list[str]:
        """Return the texts between tab characters, with single blanks."""
        return [" ".join(cell.split()) for cell in self.raw.split("\t")]


def clean(text: str) -> str:
    """Return `text` without characters that no report means: controls, lone surrogates, marks of no width.

    Letters that a PDF holds in two parts (a and its dots) are put together.
    """
    composed = unicodedata.normalize("NFC", text)
    return composed.translate(_CLEAN) if _UNCLEAN.search(composed) else composed


def split_lines(source: str) -> list[Line]:
    """Return the lines of `source` that hold text; line ends of any system, form feeds are page breaks."""
    found: list[Line] = []
    gap = spacers = 0
    page_break = False
    originals = _LINE_END.split(source)
    raws = _without_margins([_without_soft_hyphens(clean(original)) for original in originals])
    for number, (original, raw) in enumerate(zip(originals, raws, strict=True), start=1):
        page_break = page_break or "\f" in original
        text = raw.strip(_BLANKS)
        if text:
            lead = raw.index(text)
            tail = len(raw) - len(text) - lead
            found.append(Line(number, raw, text, lead, tail, gap, spacers, page_break))
            gap, spacers, page_break = 0, 0, False
        elif raw:
            spacers += 1
        else:
            gap += 1
    return found


def _without_soft_hyphens(raw: str) -> str:
    """Return a line without the soft hyphens that break no word at its end."""
    return _SOFT.sub("", raw) if SOFT_HYPHEN in raw else raw


def _without_margins(raws: Sequence[str]) -> list[str]:
    """Return the lines without the blanks that every line of text begins or ends with: those carry no meaning."""
    filled = [raw for raw in raws if raw.strip(_BLANKS)]
    lead = min((len(raw) - len(raw.lstrip(" ")) for raw in filled), default=0)
    tail = min((len(raw) - len(raw.rstrip(" ")) for raw in filled), default=0)
    return [raw[lead : max(lead, len(raw) - tail)] for raw in raws] if lead or tail else list(raws)


def with_tabs(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with tab characters where blanks stand for them: as many in every column head between two titles."""
    widths = {len(run) for line in lines if _TABLE_HEAD.match(line.text) for run in re.findall(r" {2,}", line.text)}
    if len(widths) != 1:
        return list(lines)
    width = widths.pop()
    run = re.compile(rf" {{{width},}}")

    def tabbed(line: Line) -> Line:
        if len(run.findall(line.raw.strip())) + (line.lead >= width) < _FEWEST_RUNS:
            return line
        raw = run.sub(lambda match: "\t" * round(len(match[0]) / width), line.raw.rstrip())
        return line if raw == line.raw else replace(line, raw=raw, text=raw.strip(_BLANKS))

    return [tabbed(line) for line in lines]


def without(lines: Iterable[Line], numbers: Collection[int]) -> list[Line]:
    """Return the lines but those with these numbers; what stood around these passes on to the next line."""
    kept: list[Line] = []
    gap = spacers = 0
    dropped = False
    for line in lines:
        if line.number in numbers:
            gap, spacers, dropped = gap + line.gap, spacers + line.spacers, True
        elif dropped:
            kept.append(replace(line, gap=gap + line.gap, spacers=spacers + line.spacers, page_break=True))
            gap, spacers, dropped = 0, 0, False
        else:
            kept.append(line)
    return kept
