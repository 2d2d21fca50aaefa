"""The one value of a field as it is read from paper: without what we print before it, in the kind the report keeps."""

from __future__ import annotations

import re
from typing import Any

from avstamt.domain.goal import Assessment
from avstamt.domain.place import Place

_PREFIXES = {"diary_number": ("Dnr ", "Diarienummer "), "phone": ("Telefon: ", "Telefon ", "Tel: ", "Tel. ")}
_DEVIATES = frozenset({"ja", "x", "avvikelse", "avviker"})
_HARD_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " "})
_BETWEEN_FIGURES = re.compile(r"(?<=\d)\u2011(?=\d)")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\ufeff"))


def typed(before: Any, place: Place, words: str) -> Any:
    """Return what `words` mean at `place`, where `before` stood; None where they mean nothing there."""
    text = plain(words, before if isinstance(before, str) else "").strip()
    if isinstance(before, bool):
        return text.lower() in _DEVIATES
    if place.name == "assessment":
        return _assessment(text)
    for prefix in _PREFIXES.get(place.name, ()):
        if text.lower().startswith(prefix.lower()) and not str(before).lower().startswith(prefix.lower()):
            return text[len(prefix) :].strip()
    return text


def plain(words: str, before: str) -> str:
    """Return words without the marks we print for the eye; hard spaces and hyphens, minus and dashes only where there were."""
    text = words.translate(_UNSEEN)
    if "\u00a0" not in before:
        text = text.translate(_HARD_SPACES)
    if "\u2011" not in before:
        text = _BETWEEN_FIGURES.sub("-", text)
    if "-" in before and "\u2212" not in before:
        text = text.replace("\u2212", "-")
    return text.replace(" – ", " - ") if " - " in before and "–" not in before else text


def _assessment(text: str) -> Assessment | None:
    return next((choice for choice in Assessment if choice.value.lower() == text.lower()), None)
