"""Where a long Swedish compound may be broken: at the seam before a well-known last part. Used in crowded tables only."""

from __future__ import annotations

import re

SOFT_HYPHEN = "\u00ad"
_LAST_PARTS = (
    "administrat",
    "anläggn",
    "avvikels",
    "behandl",
    "beredskap",
    "bidrag",
    "förbrukn",
    "försäljn",
    "förändr",
    "genomför",
    "hanter",
    "insats",
    "intäkt",
    "invester",
    "juster",
    "kostnad",
    "nedsättn",
    "områd",
    "prognos",
    "redovisn",
    "tillgång",
    "uppföljn",
    "utveckl",
    "verksamhet",
    "överför",
)
"""The beginnings of last parts, so that "Prestationsförändr." is known too."""
_LONG = 12
_WORD = re.compile(rf"\w{{{_LONG},}}")
_SEAM = re.compile(rf"(?<=\w{{4}})(?={'|'.join(sorted(_LAST_PARTS, key=len, reverse=True))})", re.IGNORECASE)


def with_seams(text: str) -> str:
    """Return the text with a soft hyphen at the seams of its long compounds."""
    return _WORD.sub(_sewn, text)


def _sewn(match: re.Match[str]) -> str:
    word = match[0]
    seams = [seam.start() for seam in _SEAM.finditer(word)]
    kept = [seam for seam in seams if seam - 1 not in seams and not any(other < seam <= other + 4 for other in seams)]
    pieces = [word[start:end] for start, end in zip([0, *kept], [*kept, len(word)], strict=True)]
    return SOFT_HYPHEN.join(pieces)
