"""Where a text looks ahead: forecasts, what will come, what shall be done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from avstamt.language.claims.model import Outlook, Sight
from avstamt.language.claims.scene import Scene
from avstamt.language.words import Span, word_set

_CUE = re.compile(
    r"\b(?:(?P<forecast>(?:helårs)?prognos(?:en|er|erna)?(?!\w)|prognos(?:tis|tic)er\w+)"
    r"|(?P<future>kommer\s+(?:\w+\s+){0,4}?att\b|planeras\b|väntas\b|förväntas\b)"
    r"|(?P<duty>ska|skall))\b",
    re.IGNORECASE,
)
_QUICK = word_set("kommer planeras väntas förväntas ska skall")
_PROGNOSIS = re.compile("prognos", re.IGNORECASE)
_SIGHTS = {"forecast": Sight.FORECAST, "future": Sight.FUTURE, "duty": Sight.DUTY}


def outlooks(scene: Scene) -> Iterator[Outlook]:
    """Yield how the sentence looks ahead, once for each way in each clause."""
    if not scene.lowers & _QUICK and not _PROGNOSIS.search(scene.text, *scene.sentence):
        return
    told: set[tuple[Span, Sight]] = set()
    for match in _CUE.finditer(scene.text, *scene.sentence):
        clause = scene.clause_at(match.start())
        sight = _SIGHTS[match.lastgroup or ""]
        if (clause, sight) not in told:
            told.add((clause, sight))
            yield Outlook(
                span=Span(*match.span()),
                sentence=scene.sentence,
                subject=scene.subject(clause),
                when=scene.time_in(clause),
                sight=sight,
            )
