"""Whether a sentence tells the result of the whole unit or nämnd, and tells it plainly."""

from __future__ import annotations

import re
from functools import lru_cache

from avstamt.rules.economy_text_rows import MEANT, PART


@lru_cache(maxsize=1024)
def says_whole(text: str) -> bool:
    """Tell whether a sentence speaks of the whole unit's or nämnd's result."""
    return bool(_WHOLE_UNIT.match(text)) and not PART.search(_WITHIN_BUDGET.sub("budget", text))


def is_plain_result(text: str) -> bool:
    """Tell whether a sentence tells a result as it is: not as meant, and not before or without something."""
    return not MEANT.search(text) and not _BEFORE.search(text)


_BEFORE = re.compile(
    r"\b(?:före|efter|exkl\w*|inkl\w*|utan|borträknat|bortsett|tidigare|april|augusti|tertial\w*)\b", re.IGNORECASE
)
_WITHIN_BUDGET = re.compile(r"\binom\s+(?:\w+\s+)?budget", re.IGNORECASE)
_WHOLE_UNIT = re.compile(
    r"^\W*(?:(?:års)?(?:resultatet|enheten|nämnden|förvaltningen|bolaget|kontoret|årsresultatet|\w+nämnden|\w+förvaltningen|bokslutet)\b"
    r"|(?:enhetens|nämndens|förvaltningens|årets)\s+(?:ekonomi\w*|ekonomiska\s+resultat|resultat|utfall|årsutfall|årsresultat|budget|bokslut|prognos)\b|ekonomin\s+är\b|budgeten\s+är\b)",
    re.IGNORECASE,
)
