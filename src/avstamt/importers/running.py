"""Running heads and feet: what a page repeats and a report does not say. Found by form and repetition."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from avstamt.importers.lines import Line
from avstamt.importers.model import Noise
from avstamt.importers.wording import assessment, field_label, goal_head

REASON = "sidhuvud eller sidfot"

_PAGE = re.compile(
    r"^(?:Sid(?:a|an|or)?\.?\s*\d{1,3}(?:\s*\(\s*\d{1,3}\s*\)|\s*(?:av|/)\s*\d{1,3})?|\d{1,3}\s*\(\s*\d{1,3}\s*\))$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"^(?:https?://)?(?:start\.stockholm|(?:www\.)?stockholm\.se)(?:/\S*)?$", re.IGNORECASE)
_MARK = re.compile(r"^Tjänsteutlåtande$", re.IGNORECASE)
_SOFT = re.compile(
    r"^(?:(?i:Box\s*\d+.*|(?:Telefon|Tfn|Tel|Växel|Fax)?\.?:?\s*0\d{1,3}\s*[-–\s]\s*\d[\d\s-]{4,11}|Dnr:?\s.*)|"
    r"\d{3}\s?\d{2}\s+[A-ZÅÄÖ][a-zåäö]+|[A-ZÅÄÖ][\wåäö,-]+(?:\s[\wåäö-]+){0,4}(?:förvaltning|nämnd)(?:en)?|"
    r"Stockholms stad|[\w.+-]+@[\w.-]+\.\w+|[A-ZÅÄÖ][a-zåäö]+(?:gatan|vägen|torget|torg|plan)\s+\d+\s*\w?)$",
)
_OFTEN = 3
_EDGE = 3
_SHORT = 70


def running_lines(lines: Sequence[Line]) -> list[Noise]:
    """Return the lines that are running heads and feet."""
    anchors = {index for index, line in enumerate(lines) if _is_anchor(line.text)}
    repeated = _repeated(lines, anchors)
    first_body = _front_end(lines)
    found = set(anchors)
    for anchor in anchors:
        for step in (-1, 1):
            index = anchor + step
            while 0 <= index < len(lines) and index not in found and index >= first_body:
                text = lines[index].text
                if not (_SOFT.match(text) or _masked(text) in repeated) or _ends_prose(lines, index):
                    break
                found.add(index)
                index += step
    found |= _page_edges(lines)
    return [Noise(lines[index].number, lines[index].text, REASON) for index in sorted(found)]


def _is_anchor(text: str) -> bool:
    return len(text) < _SHORT and bool(_PAGE.match(text) or _ADDRESS.match(text) or _MARK.match(text))


def _front_end(lines: Sequence[Line]) -> int:
    """Return the index from which contact details are no longer those of the front page."""
    for index, line in enumerate(lines[:120]):
        if line.text.casefold().startswith(("förslag till beslut", "innehållsförteckning", "sammanfattande analys")):
            return index
    return 0


def _ends_prose(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line is the last of a paragraph, whose sentence began on the line before."""
    before = lines[index - 1] if index else None
    return before is not None and len(before.text) > _SHORT and before.number == lines[index].number - 1 and not before.text.endswith((".", ":"))


def _masked(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _repeated(lines: Sequence[Line], anchors: set[int]) -> set[str]:
    near = {index + step for index in anchors for step in (-3, -2, -1, 1, 2, 3)} - anchors
    counts = Counter(
        _masked(lines[index].text)
        for index in near
        if 0 <= index < len(lines) and len(lines[index].text) < _SHORT and not lines[index].tabbed
    )
    return {text for text, count in counts.items() if count >= _OFTEN and _is_plain(text)}


def _page_edges(lines: Sequence[Line]) -> set[int]:
    """Return page numbers and repeated lines at the edges of pages that form feeds mark."""
    starts = [index for index, line in enumerate(lines) if "\f" in line.raw or line.page_break]
    if not starts:
        return set()
    edges: set[int] = set()
    for start in starts:
        edges |= set(range(start, min(start + _EDGE, len(lines)))) | set(range(max(start - _EDGE, 0), start))
    edges |= set(range(max(len(lines) - _EDGE, 0), len(lines)))
    counts = Counter(_masked(lines[index].text) for index in edges if len(lines[index].text) < _SHORT)
    numbers = {start for start in starts if lines[start].text.isdigit()}
    numbers |= {start - 1 for start in starts if start and lines[start - 1].text.isdigit()}
    if len(numbers) < _OFTEN:
        numbers = set()
    often = {
        index
        for index in edges
        if counts[_masked(lines[index].text)] >= max(_OFTEN, len(starts) // 2) and _is_plain(lines[index].text)
    }
    return numbers | often


def _is_plain(text: str) -> bool:
    """Tell whether a text may be a running head: words, but none that a report is built of."""
    if not re.search(r"[^\W\d_]{3}", text) or goal_head(text) or assessment(text) or field_label(text):
        return False
    return not _STRUCTURE.match(text)


_STRUCTURE = re.compile(
    r"(?:Indikator|Aktivitet|Startdatum|Slutdatum|Avvikelse|Periodens|Utfall|Prognos|Årsmål|KF:s|årsmål|utfall|Period|män|kvinnor|"
    r"pojkar|flickor|Tertial|Halvår|VB|Tas fram|tas fram|nämnd|styrelse)\b|\d{4}-\d\d-\d\d|.*\d\s?%|\S+$",
)
