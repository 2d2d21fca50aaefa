"""How long a text may be to be read as a report: ten times the longest known, and no more."""

from __future__ import annotations

from avstamt.importers.model import ImportRefused

_MOST_CHARACTERS = 2_000_000
_MOST_LINES = 8_000
_LONGEST_LINE = 50_000


def refuse_abnormal(text: str, name: str) -> None:
    """Raise ImportRefused with a sentence where a text is too long to be a report."""
    lines = text.count("\n") + 1
    if len(text) > _MOST_CHARACTERS or lines > _MOST_LINES:
        raise ImportRefused(
            f"Filen {name} innehåller {lines} rader och {len(text)} tecken. Så lång är ingen rapport, och den läses "
            "därför inte in. Dela upp den om den innehåller flera rapporter."
        )
    if any(len(line) > _LONGEST_LINE for line in text.split("\n")):
        raise ImportRefused(
            f"Filen {name} har en rad på mer än {_LONGEST_LINE} tecken. Den har förlorat sina radbrytningar: "
            "spara den på nytt från det program den kommer ifrån."
        )
