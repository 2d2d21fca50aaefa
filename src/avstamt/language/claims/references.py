"""References: to goals, appendices, reports and sections by number, to goals, activities and indicators by title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from avstamt.language.claims.aims import aim_of
from avstamt.language.claims.model import Aim, Reference, Target
from avstamt.language.claims.scene import Scene
from avstamt.language.numbers.model import Aside, AsideKind
from avstamt.language.words import opens_line

_BY_LABEL = (
    (re.compile(r"(?:del|nämnd|enhets|verksamhets|inriktnings)?mål(?:en)?"), Target.GOAL),
    (re.compile(r"bilag\w+"), Target.APPENDIX),
    (re.compile(r"tertia\w*|terti[äa]r\w*|delårsrapport|t|vb|vp"), Target.REPORT),
    (re.compile(r"kapitel|avsnitt"), Target.SECTION),
    (re.compile(r"tabell|figur|diagram"), Target.TABLE),
)
_BY_AIM = {
    Aim.GOAL: Target.GOAL,
    Aim.TARGET: Target.GOAL,
    Aim.ACTIVITY: Target.ACTIVITY,
    Aim.INDICATOR: Target.INDICATOR,
}
_WORDS_BEFORE_QUOTE = 2


def references(scene: Scene) -> Iterator[Reference]:
    """Yield what the sentence points at."""
    for aside in scene.asides:
        if target := _target(scene, aside):
            number = aside.text.rstrip(".")
            yield Reference(span=aside.span, sentence=scene.sentence, subject=(), target=target, number=number)
    for span, title in scene.quotes:
        near = scene.words_in(scene.sentence._replace(end=span.start))[-_WORDS_BEFORE_QUOTE:]
        aims = [aim for word in near if (aim := aim_of(word.lower))]
        if aims and aims[-1] in _BY_AIM:
            yield Reference(span=span, sentence=scene.sentence, target=_BY_AIM[aims[-1]], title=title)


def _target(scene: Scene, aside: Aside) -> Target | None:
    if aside.kind is AsideKind.GOAL:
        return None if opens_line(scene.text, aside.span.start) else Target.GOAL
    if aside.kind is not AsideKind.REFERENCE or not aside.label:
        return None
    return next((target for pattern, target in _BY_LABEL if pattern.fullmatch(aside.label)), None)
