"""Whether millions that no noun follows are of something counted, or of money as they else are."""

from __future__ import annotations

import re

_NOUN = r"(?:\w*besök|\w*besökare|(?:ut|om)?lån|\w*visningar|nedladdningar|sökningar|resor|resenärer|invånare|måltider|portioner|samtal)"
_BEHIND = re.compile(
    rf"\s+(?:(?!(?:för|till|i|på|av|om|från|inom|med|under|via)\b)[^\W\d_][\w-]*,?\s+){{0,5}}{_NOUN}\b", re.IGNORECASE
)
_BEFORE = re.compile(
    r"\b(?:antal(?:et)?|besökstal\w*|\w*besöken|(?:ut|om)?lånen|\w*visningarna|nedladdningarna|sökningarna|resorna|måltiderna|"
    r"portionerna|samtalen)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"kron|kost|intäkt|budget|medel|bidrag|anslag|skott|hyr[ao]|ersättning|invester|finansier|satsning|omsätt|belopp|besparing|"
    r"\b(?:tkr|mnkr|mkr|kr|avsatt\w*|bevilja\w*|tilldela\w*|betala\w*)\b",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.;:!?]\s|\n")
_REACH = 90


def counts_millions(text: str, start: int, end: int) -> bool:
    """Tell whether the sentence around "2,5 miljoner" speaks of something counted and of no money."""
    before = _STOP.split(text[max(0, start - _REACH) : start])[-1]
    after = _STOP.split(text[end : end + _REACH])[0]
    if _MONEY.search(before) or _MONEY.search(after):
        return False
    return bool(_BEHIND.match(after) or _BEFORE.search(before))
