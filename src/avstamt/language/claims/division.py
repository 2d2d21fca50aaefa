"""A division of a whole into parts, and of which sex a part is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from avstamt.language.claims.base import Sex
from avstamt.language.claims.modality import modality_at
from avstamt.language.claims.model import Part, Parts
from avstamt.language.claims.scene import SEXES, Scene
from avstamt.language.numbers.model import Figure, Form, Sort
from avstamt.language.words import Span, word_set

_HALT = re.compile(r"[,(;:]")
_OF_ALL = re.compile(r"\s+av\s+(?:de|alla|samtliga|dem)\b", re.IGNORECASE)
_MAN = "man"
_LINKS = word_set("var är av för bland hos till de dem som utgör utgjorde gällande gällde gäller avsåg avser rörde rör")
_LINK_REACH = 2
_BOTH_SEXES = 2


def sex_of(scene: Scene, figure: Figure) -> Sex | None:
    """Return the sex a figure is of: its noun's, that of the words right behind it, else of those before it."""
    noun = figure.noun.lower()
    if found := Sex.MEN if noun == _MAN else SEXES.get(noun):
        return found
    if behind := _sex_behind(scene, figure):
        return behind
    if _sex_behind(scene, scene.figures[0]):
        return None
    before = [other.extent.end for other in scene.figures if other.span.end <= figure.span.start]
    clause = scene.clause_at(figure.span.start)
    earlier = scene.words_in(Span(max([clause.start, *before]), figure.extent.start))
    found_before = [SEXES[word.lower] for word in earlier if word.lower in SEXES]
    return found_before[-1] if found_before else None


def _sex_behind(scene: Scene, figure: Figure) -> Sex | None:
    """Return the sex named behind a figure and before the next: at once ("5 % för män"), or for a share anywhere there."""
    following = [other.span.start for other in scene.figures if other.span.start >= figure.extent.end]
    end = min([*following, scene.sentence.end])
    stop = _HALT.search(scene.text, figure.extent.end, end)
    words = scene.words_in(Span(figure.extent.end, stop.start() if stop else end))
    for word in words[: _LINK_REACH + 1]:
        if word.lower in SEXES:
            return SEXES[word.lower]
        if word.lower not in _LINKS:
            break
    named = {SEXES[word.lower] for word in words if word.lower in SEXES}
    return (
        named.pop()
        if figure.sort is Sort.SHARE and len(named) == 1 and _OF_ALL.match(scene.text, figure.extent.end)
        else None
    )


def made(scene: Scene, whole: Figure | None, figures: Sequence[Figure], *, exhaustive: bool | None = None) -> Parts:
    """Return a division; by default it is exhaustive where both sexes are told."""
    told = tuple(Part(figure, sex_of(scene, figure)) for figure in figures)
    sexes = {part.sex for part in told if part.sex}
    both = len(sexes) == _BOTH_SEXES == len(told)
    all_figures = (*((whole,) if whole else ()), *figures)
    within = [figure for figure in all_figures if scene.sentence.holds(figure.span)]
    return Parts(
        span=Span(min(figure.extent.start for figure in within), max(figure.extent.end for figure in within)),
        sentence=scene.sentence,
        subject=scene.subject(scene.sentence),
        figures=tuple(all_figures),
        when=scene.when.get(figures[0]),
        modality=modality_at(scene, figures[0].span.start),
        whole=whole,
        parts=told,
        exhaustive=both if exhaustive is None else exhaustive or both,
    )


def is_part(figure: Figure) -> bool:
    """Tell whether a figure can be one of several that are added."""
    return figure.sort in (Sort.COUNT, Sort.SHARE, Sort.MONEY) and figure.form not in (Form.FACTOR, Form.PART)
