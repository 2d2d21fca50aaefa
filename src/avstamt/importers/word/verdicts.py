"""Assessments as people write them: with a coloured sign, as a colour of the traffic light, after a label."""

from __future__ import annotations

import re

from avstamt.domain.goal import Assessment
from avstamt.importers.wording import assessment

_LABEL = r"(?:Bedömning(?: av måluppfyllelsen?)?|Måluppfyllelsen?|Uppfyllelse|Status|Målet)"
_LABELLED = re.compile(rf"{_LABEL}\s*(?:är\s*)?[:–-]?\s*(?P<said>\S.*)", re.IGNORECASE)
_NAME = re.compile(rf"{_LABEL}:?", re.IGNORECASE)
_SIGN = re.compile(r"^[^\w\s]+\s*(?=\w)")
_WORDS = {
    Assessment.FULL: ("grön", "grönt", "uppfyllt", "uppnått", "nås", "uppnås"),
    Assessment.PARTLY: ("gul", "gult", "delvis", "delvis uppnått", "uppnås delvis", "nås delvis"),
    Assessment.NOT: ("röd", "rött", "ej uppnått", "inte uppnått", "uppnås inte", "nås inte", "uppnås ej", "nås ej"),
}
_SIGNS = {"🟢": Assessment.FULL, "🟡": Assessment.PARTLY, "🟨": Assessment.PARTLY, "🔴": Assessment.NOT}
_SIGNS |= {"🟩": Assessment.FULL, "🟥": Assessment.NOT}
_LONGEST = 80


def is_verdict_name(text: str) -> bool:
    """Tell whether a text is only what an assessment is called: "Bedömning", "Måluppfyllelse:"."""
    return _NAME.fullmatch(text) is not None


def verdict(text: str, *, alone: bool = True) -> str | None:
    """Return an assessment in the words that a report prints, None where the text is none.

    A colour or a bare word ("gul", "delvis") counts after a label, with a coloured sign, or where it is not `alone`:
    in a column of assessments.
    """
    if len(text) > _LONGEST:
        return None
    labelled = _LABELLED.fullmatch(text)
    said = labelled["said"] if labelled else text
    bare = _SIGN.sub("", said).strip().rstrip(".")
    known = assessment(bare)
    if known is not None:
        return bare
    sign = next((_SIGNS[letter] for letter in said if letter in _SIGNS), None)
    words = bare.lower().removesuffix(" ljus")
    meant = next((one for one, names in _WORDS.items() if words in names), None)
    if meant is not None and (labelled is not None or sign is not None or not alone):
        return meant.value
    return sign.value if sign is not None and not any(map(str.isalnum, said)) else None
