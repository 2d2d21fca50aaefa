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
_DATES = re.compile(r"\d{4}-\d\d-\d\d\s+\d{4}-\d\d-\d\d")
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
                if not (_SOFT.match(text) or _masked(text) in repeated) or text[0].islower():
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


def _masked(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _repeated(lines: Sequence[Line], anchors: set[int]) -> set[str]:
    """Return the texts that stand again and again at the same distance from a page number or an address."""
    counts = Counter(
        (_masked(lines[index + step].text), step)
        for index in anchors
        for step in (-3, -2, -1, 1, 2, 3)
        if 0 <= index + step < len(lines) and index + step not in anchors and _may_run(lines[index + step])
    )
    return {text for (text, _), count in counts.items() if count >= _OFTEN and _is_plain(text)}


def _may_run(line: Line) -> bool:
    text = line.text
    return len(text) < _SHORT and not line.tabbed and not text.endswith((".", ",", ";")) and not _DATES.search(text)


def _page_edges(lines: Sequence[Line]) -> set[int]:
    """Return page numbers and repeated lines at the edges of pages that form feeds mark."""
    starts = [index for index, line in enumerate(lines) if "\f" in line.raw or line.page_break]
    at_edge = [
        (start + step, step)
        for start in starts
        for step in range(-_EDGE, _EDGE)
        if 0 <= start + step < len(lines) and _may_run(lines[start + step])
    ]
    counts = Counter((_masked(lines[index].text), step) for index, step in at_edge)
    numbers = {index for index, step in at_edge if step in (-1, 0) and lines[index].text.isdigit()}
    often = {
        index
        for index, step in at_edge
        if counts[_masked(lines[index].text), step] >= max(_OFTEN, len(starts) // 2) and _is_plain(lines[index].text)
    }
    return often | (numbers if len(numbers) >= _OFTEN else set())


def _is_plain(text: str) -> bool:
    """Tell whether a text may be a running head: words, but none that a report is built of."""
    if (
        text[0].islower()
        or not re.search(r"[^\W\d_]{3}", text)
        or goal_head(text)
        or assessment(text)
        or field_label(text)
    ):
        return False
    return not _STRUCTURE.match(text)


_STRUCTURE = re.compile(
    r"(?:Indikator|Aktivitet|Startdatum|Slutdatum|Avvikelse|Periodens|Utfall|Prognos|Årsmål|KF:s|årsmål|utfall|Period|män|kvinnor|"
    r"pojkar|flickor|Tertial|Halvår|VB|Tas fram|tas fram|nämnd|styrelse)\b|\d{4}-\d\d-\d\d|.*\d\s?%|\S+$",
)
