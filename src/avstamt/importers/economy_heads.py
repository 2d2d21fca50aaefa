"""Column heads of economy tables: which words they are made of, and what each column holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from avstamt.domain.economy import ColumnRole
from avstamt.importers.drafts import DraftColumn
from avstamt.importers.lines import Line

_YEAR = r"(?:\s+(?:20\d\d|år|helår|t[123]|tertial \d|perioden|period|ack\S*|jan\S*-\S+|tom \S+|t\.o\.m\.? \S+|januari-\S+))*"
_NUMBERED = r"(?:\s*\(?(?:tkr|mnkr|mkr|kr|%)\)?)?"
_TITLES: tuple[tuple[str, ColumnRole], ...] = (
    (r"(?:prognos\s+)?prestations-?\s?förändr\S*", ColumnRole.PERFORMANCE),
    (r"(?:prognos\s+)?budget-?\s?justering\S*", ColumnRole.BUDGET_ADJUSTMENT),
    (r"(?:prognos\s+)?(?:resultat-?\s?överför\S*|åter-?\s?redovisning\S*)", ColumnRole.CARRIED_OVER),
    (r"justerad\s+(?:budget)?avvikelse", ColumnRole.ADJUSTED_VARIANCE),
    (r"avvikelse\s+(?:efter|inkl\S*|exkl\S*)\s+\S+?(?:-\s?\S+)?", ColumnRole.ADJUSTED_VARIANCE),
    (r"avvikelse\s+(?:i\s+)?(?:%|procent)|%", ColumnRole.SHARE),
    (rf"(?:(?:budget)?avvikelse|differens|skillnad)(?:\s+mot\s+budget)?{_YEAR}{_NUMBERED}", ColumnRole.VARIANCE),
    (rf"(?:förbrukn\S*|andel)(?:\s+utf\S*/\s?budg\S*)?(?:\s+av\s+budget)?{_NUMBERED}", ColumnRole.SHARE),
    (rf"(?:års)?bokslut{_YEAR}{_NUMBERED}", ColumnRole.CLOSING),
    (rf"(?:ack\S*\s+)?(?:periodens\s+)?utfall{_YEAR}{_NUMBERED}", ColumnRole.OUTCOME),
    (
        rf"(?:ack\S*\s+)?(?:års|års\s|kf-|justerad\s|helårs|period(?:ens\s|iserad\s)?)?budget{_YEAR}{_NUMBERED}",
        ColumnRole.BUDGET,
    ),
    (rf"(?:helårs|års)?prognos{_YEAR}{_NUMBERED}", ColumnRole.FORECAST),
    (rf"vp\s+20\d\d{_NUMBERED}", ColumnRole.BUDGET),
)
_MATCHERS = tuple((re.compile(rf"(?:{pattern})(?=\s|$)", re.IGNORECASE), role) for pattern, role in _TITLES)
_ANY = re.compile(rf"(?<!\S)(?:{'|'.join(pattern for pattern, _role in _TITLES)})(?=\s|$)", re.IGNORECASE)
_GROUP = re.compile(
    r"(?:(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|helår|år|bokslut|tertial \d)\s+)?20\d\d",
    re.IGNORECASE,
)
_FULL_YEAR = re.compile(r"\b(20\d\d)\b")
LONGEST_HEAD = 20
"""So many lines a head takes at most, each word on its own."""
BENCHMARK = re.compile(r"riktvärde\D{0,12}(\d+(?:[.,]\d+)?\s?%)", re.IGNORECASE)


@lru_cache(maxsize=4096)  # a line is asked about time and again while a report is read
def column_titles(text: str) -> tuple[tuple[int, int, ColumnRole], ...]:
    """Return the column titles that end the text, one after the other with nothing between: start, end and role."""
    if _ANY.search(text) is None:
        return ()
    starts = (word.start() for word in re.finditer(r"\S+", text))
    return tuple(next(filter(None, (_titles_from(text, start) for start in starts)), ()))


def _titles_from(text: str, at: int) -> list[tuple[int, int, ColumnRole]]:
    titles: list[tuple[int, int, ColumnRole]] = []
    while at < len(text):
        match = next(((m, role) for pattern, role in _MATCHERS if (m := pattern.match(text, at))), None)
        if match is None:
            return []
        titles.append((match[0].start(), match[0].end(), match[1]))
        at = match[0].end()
        at += len(text[at:]) - len(text[at:].lstrip())
    return titles


def role_of(title: str) -> ColumnRole:
    """Return what a column of this title holds."""
    words = " ".join(title.split())
    exact = next((role for pattern, role in _MATCHERS if pattern.fullmatch(words)), None)
    if exact is not None:
        return exact
    return next((role for pattern, role in _MATCHERS if pattern.search(words)), ColumnRole.OTHER)


def column(title: str, group: str = "") -> DraftColumn:
    """Return a column of this head, with its role and year."""
    year = _FULL_YEAR.search(title) or _FULL_YEAR.search(group)
    title = re.sub(r"(?<=[a-zåäö])-\s+(?=[a-zåäö])", "", title)
    return DraftColumn(" ".join(title.split()), " ".join(group.split()), role_of(title), int(year[1]) if year else None)


def is_head_line(lines: Sequence[Line], at: int) -> bool:
    """Tell whether the line is part of an economy table's head set without tab characters, not a section's title."""
    if not _has_word(lines[at].text):
        return False
    text = " ".join(lines[at].text.split())
    if len(column_titles(text)) > 1:
        return True
    if not _is_vocabulary(text):
        return False
    below = " ".join(lines[at + 1].text.split()) if at + 1 < len(lines) and not lines[at + 1].tabbed else ""
    titles = column_titles(below)
    if (len(titles) > 1 and titles[0][0] > 0) or _BEGINS.match(below):
        return False
    block = [at]
    for step in (-1, 1):
        index = at + step
        while 0 <= index < len(lines) and abs(index - at) < LONGEST_HEAD and _is_untabbed(lines[index]):
            block.append(index)
            index += step
    joined = " ".join(lines[index].text for index in sorted(block))
    after = max(block) + 1
    rows_follow = any(re.search(r"\d\s*%?\s*$", line.text) for line in lines[after : after + 2])
    return len(_WORDS.findall(joined)) > 1 and rows_follow


_OF_A_HEAD = ("budget", "utfall", "avvikelse", "prognos", "bokslut", "förbrukn")
_WORDS = re.compile("|".join(_OF_A_HEAD), re.IGNORECASE)
_VOCABULARY = re.compile(
    r"^(?:(?:riktvärde|\d+(?:[.,]\d+)? ?%|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|20\d\d|"
    r"mnkr|tkr|kr|\(?(?:mnkr|tkr|kr)\)?,?|netto|verksamhetsområde|bokslut|budget|prognos|utfall|avvikelse|perioden|period|ack\.?|"
    r"förbrukn\S*|utf/budg|helår|t[123]|prestations-?\S*|förändr\S*|budget-?\S*|justering\S*|resultat-?\S*|överför\S*|återredovisning\S*|"
    r"justerad|efter|inkl\.?|exkl\.?|differens|vp|%|,)(?:\s+|$))+$",
    re.IGNORECASE,
)

_BEGINS = re.compile(r"^\(?(?:riktvärde|mnkr|mkr|tkr|verksamhetsområde)\b", re.IGNORECASE)
"""So begins the head of a table; the line above it is no part of the head."""


def _has_word(text: str) -> bool:
    """Tell whether one of the words of a head stands in the text; asked of every line, and quicker than the pattern."""
    lower = text.lower()
    return any(word in lower for word in _OF_A_HEAD)


def _is_untabbed(line: Line) -> bool:
    return not line.tabbed and _is_vocabulary(line.text)


def _is_vocabulary(text: str) -> bool:
    return _VOCABULARY.match(" ".join(text.split())) is not None


def begins_head(text: str) -> bool:
    """Tell whether a line begins as the head of a table does: with a unit, a riktvärde or "Verksamhetsområde"."""
    return _BEGINS.match(text) is not None


def is_head_word(text: str) -> bool:
    """Tell whether a line holds nothing but words of heads."""
    return _is_vocabulary(text)


def is_group_line(text: str) -> bool:
    """Tell whether a line names the years above a two-row head ("Riktvärde 33,3% april 2023 april 2024")."""
    return text.count("20") > 1 and len(_GROUP.findall(text)) > 1 and not _has_word(text) and _is_vocabulary(text)


def groups_of(text: str) -> tuple[str, list[str]]:
    """Split such a line into the corner and the groups."""
    matches = list(_GROUP.finditer(text))
    return text[: matches[0].start()].strip(), [match[0] for match in matches]
