"""Claims that state a figure: outcomes and counts, targets, forecasts, budgets; of a time and a sex where told."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from avstamt.language.claims.aims import AIM_LINKS
from avstamt.language.claims.base import Modality
from avstamt.language.claims.division import sex_of
from avstamt.language.claims.modality import modality_at
from avstamt.language.claims.model import Level, Role
from avstamt.language.claims.scene import Scene
from avstamt.language.claims.times import is_base
from avstamt.language.numbers.model import Figure, Form, Sort
from avstamt.language.words import Span

_TARGET = re.compile(r"(?:kf-?)?(?:års)?mål(?:et|en|värdet?|talet?|nivån?|sättningen?)?")
_CITY = re.compile(r"(?:kf:s|kommunfullmäktiges|stadens)\s+(?:års)?mål", re.IGNORECASE)
_FORECAST = re.compile(
    r"(?:helårs|års)?prognos(?:en|er|erna|tiserat|tiserade|tiseras|tiserar|ticerar|ticeras)?|beräkna(?:s|d|de|t)|uppskatta(?:s|d|de|t)|förvänta(?:s|d|t|de)|väntas"
)
_BUDGET = re.compile(r"(?!budgetöver|budgetunder)(?:\w*budget(?:en|ens|erad|erat|erade|eras)?|anslag(?:et)?)")
_BENCHMARK = re.compile(r"riktvärde(?:t)?")
_OUTCOME = re.compile(
    r"(?:års|periodens|del)?utfall(?:et)?|resultat(?:et)?|uppgår|uppgick|blev|är|var|har|hade|fick|kom"
)
_APPOSED = re.compile(r"\s+för\s+[\w\s]{1,60},\s*")
_COPULA_REACH = 3


def levels(scene: Scene, taken: Collection[Figure]) -> Iterator[Level]:
    """Yield a level for each figure of the sentence that no other claim has `taken` and that says something of something."""
    for figure in scene.figures:
        if figure not in taken and (level := _level(scene, figure)):
            yield level


def _level(scene: Scene, figure: Figure) -> Level | None:
    if scene.word_before(figure.extent.start) == "utom":
        return None
    if figure.form is Form.FACTOR or (figure.sort is Sort.TIME and not _is_stated(scene, figure)):
        return None
    clause = scene.clause_at(figure.span.start)
    subject = scene.subject(clause, [figure.span])
    if not subject:
        return None
    role = _role(scene, figure, clause)
    modality = modality_at(scene, figure.span.start)
    if role is Role.FORECAST:
        modality = Modality.FORECAST
    return Level(
        span=figure.extent,
        sentence=scene.sentence,
        subject=subject,
        figures=(figure,),
        when=scene.when.get(figure),
        modality=modality,
        figure=figure,
        role=role,
        sex=sex_of(scene, figure),
        base=is_base(scene.text, figure, scene.sentence.start),
    )


def _role(scene: Scene, figure: Figure, clause: Span) -> Role:
    """Return what a figure is by the nearest telling word before it in its clause; a target only where it is linked to it."""
    before = [other.span.end for other in scene.figures if other.span.end <= figure.span.start]
    start = max([clause.start, *before])
    words = scene.words_in(Span(start, figure.extent.start))
    linked = True
    for word in reversed(words):
        lower = word.lower
        gap = scene.text[word.end : figure.extent.start]
        if (linked or _APPOSED.fullmatch(gap)) and _TARGET.fullmatch(lower):
            near = scene.text[max(start, word.start - 24) : word.end]
            return Role.CITY_TARGET if _CITY.search(near) else Role.TARGET
        if linked and _BENCHMARK.fullmatch(lower):
            return Role.BENCHMARK
        linked = linked and (lower in AIM_LINKS or lower[0].isdecimal())
    return _role_of_clause([word.lower for word in words], figure)


def _role_of_clause(lowers: list[str], figure: Figure) -> Role:
    for lower in reversed(lowers):
        if _FORECAST.fullmatch(lower):
            return Role.FORECAST
        if figure.sort is Sort.MONEY and _BUDGET.fullmatch(lower):
            return Role.BUDGET
        if lower in ("utfall", "utfallet", "årsutfall"):
            return Role.OUTCOME
    return Role.OUTCOME


def _is_stated(scene: Scene, figure: Figure) -> bool:
    """Tell whether a time is what is said ("väntetiden är 14 dagar") and not only when ("under tre dagar")."""
    before = scene.words_in(Span(scene.clause_at(figure.span.start).start, figure.extent.start))[-_COPULA_REACH:]
    return bool(before) and before[-1].lower in (
        "är",
        "var",
        "varit",
        "blev",
        "uppgår",
        "uppgick",
        "tar",
        "tog",
        "tagit",
    )
