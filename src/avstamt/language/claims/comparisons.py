"""Claims that something is higher, lower or equal to something else: last year, the target, the city, the other sex."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from avstamt.language.claims.aims import aim_of
from avstamt.language.claims.base import Sex, When
from avstamt.language.claims.modality import is_negated, led_modality
from avstamt.language.claims.model import Aim, Comparison, Relation, Standard
from avstamt.language.claims.scene import SEXES, Scene
from avstamt.language.numbers.model import Figure
from avstamt.language.words import BLANKS, Span, word_set

_GAP = rf"[{BLANKS}\n]+"
_PLAIN = r"(?!(?:än|högre|lägre|fler|färre|mer|mindre|större|bättre|sämre)\b)[^\W\d_][\w-]*"
_A_SEX = rf"(?:(?:hos|för|bland){_GAP})?(?:{'|'.join(sorted(SEXES))})\b"
_CUE = re.compile(
    rf"\b(?:(?P<adjective>högre|lägre|fler|färre|mer|mindre|större|bättre|sämre|längre|kortare|dyrare|billigare){_GAP}"
    rf"(?:(?P<noun>{_PLAIN}(?:{_GAP}{_PLAIN}){{0,5}}?){_GAP})?(?:än|jämfört{_GAP}med|i{_GAP}jämförelse{_GAP}med)\b"
    rf"|(?P<place>ligg(?:er|a)|låg|legat|är|var|hamnar|hamnade){_GAP}(?:\w+{_GAP}){{0,2}}?(?P<side>över|under){_GAP}"
    rf"(?=(?:det{_GAP})?(?:stadens?\b|rikets?\b|länets?\b|\w*snitte?t?\b|\w*genomsnitt|\w*årsmål|\w*mål(?:et|värd)|riktvärd|nivån|kf:s))"
    rf"|(?P<equal>i{_GAP}(?:paritet|nivå|linje){_GAP}med|på{_GAP}(?:ungefär{_GAP})?samma{_GAP}nivå{_GAP}som|samma{_GAP}som|lik(?:a|värdigt?){_GAP}(?:\w+{_GAP})?(?:som|med)|precis{_GAP}som)\b"
    rf"|(?P<degree>(?!oftare)[^\W\d_]{{3,}}are){_GAP}(?:{_PLAIN}{_GAP}){{0,4}}?än\b(?={_GAP}{_A_SEX})"
    r"|(?P<alone>högre|lägre|fler|färre)\b"
    r"|(?P<exceeds>över(?:stiger|steg|stigit|skrider|skred|skridit))\b|(?P<falls>under(?:stiger|steg|stigit|skrider|skred|skridit))\b"
    r"|(?P<beats>överträffa(?:r|s|de|des|t|ts)?)\b"
    rf"|(?P<short>ifrån|från){_GAP}att{_GAP}nå\b)",
    re.IGNORECASE,
)
_QUICK = word_set(
    """
    än jämfört jämförelse högre lägre fler färre paritet nivå linje samma lika likvärdigt likvärdig precis
    överstiger översteg överstigit överskrider överskred överskridit understiger understeg understigit underskrider
    underskred underskridit överträffar överträffas överträffade överträffades överträffat överträffats
    """
)
_SIDES = frozenset({"över", "under"})
_STANDING = word_set("ligger ligga låg legat är var hamnar hamnade")
_RELATIONS = {
    **dict.fromkeys(("högre", "fler", "mer", "större", "längre", "dyrare"), Relation.HIGHER),
    **dict.fromkeys(("lägre", "färre", "mindre", "kortare", "billigare"), Relation.LOWER),
    "bättre": Relation.BETTER,
    "sämre": Relation.WORSE,
}
_CITY = re.compile(
    r"stad(?:en|ens)?|riket|rikets|länet|länets|\w*snitt(?:et)?|\w*genomsnitt(?:et|liga)?|nationella?|stadsövergripande|kommunens"
)
_BUDGET = re.compile(r"budget\w*|beräknat|beräknad|kalkylerat")
_BENCHMARK = re.compile(r"riktvärde\w*")
_EARLIER = word_set("tidigare föregående förra innan året vanligt")
_UNFIT = (Standard.OTHER, Standard.BUDGET)
_STOP = re.compile(r",(?!\d)|\b(?:och|men|samt|då|medan|vilket)\b", re.IGNORECASE)
_MOST_WORDS = 7
_MOST_BEFORE_TIME = 5
_NOT_AMOUNTS = word_set("gånger")
_EXTENTS = word_set("grad utsträckning omfattning")
_MORE_OR_LESS = word_set("mer mindre")


@dataclass(frozen=True)
class _Cue:
    match: re.Match[str]
    relation: Relation

    @property
    def span(self) -> Span:
        return Span(*self.match.span())


def comparisons(scene: Scene) -> Iterator[Comparison]:
    """Yield each claim of the sentence that compares."""
    if not _may_compare(scene.lowers):
        return
    for match in _CUE.finditer(scene.text, *scene.sentence):
        cue = _Cue(match, _relation(match))
        if _is_degree(scene, cue) or (match["alone"] and not _amount(scene, cue)):
            continue
        comparison = _comparison(scene, cue)
        if not (_needs_standard(match) and comparison.standard in _UNFIT):
            yield comparison


def _may_compare(lowers: frozenset[str]) -> bool:
    """Tell whether a sentence with these words is worth looking through."""
    beside = not (_SIDES.isdisjoint(lowers) or _STANDING.isdisjoint(lowers))
    return beside or "nå" in lowers or not _QUICK.isdisjoint(lowers)


def _needs_standard(match: re.Match[str]) -> bool:
    """Tell whether a cue is a comparison only with something known: "i linje med", "överstiger"; money is a balance."""
    return bool(match["exceeds"] or match["falls"]) or "linje" in match.group().lower()


def _relation(match: re.Match[str]) -> Relation:
    if match["equal"]:
        return Relation.EQUAL
    if match["short"]:
        return Relation.SHORT
    if match["beats"]:
        return Relation.BETTER
    if match["side"] or match["exceeds"] or match["falls"]:
        over = match["exceeds"] or (match["side"] or "").lower() == "över"
        return Relation.HIGHER if over else Relation.LOWER
    if match["degree"]:
        return Relation.HIGHER
    return _RELATIONS[(match["adjective"] or match["alone"]).lower()]


def _is_degree(scene: Scene, cue: _Cue) -> bool:
    """Tell whether the words only say how exactly a figure is given: "mer än 30 ärenden"."""
    return any(figure.extent.meets(cue.span) and figure.span.start >= cue.span.end for figure in scene.figures)


def _amount(scene: Scene, cue: _Cue) -> Figure | None:
    """Return the figure right before a comparison, which says by how much: "0,5 mnkr högre än"."""
    if cue.match["exceeds"] or cue.match["falls"] or cue.match["beats"]:
        behind = Span(cue.span.end, max(cue.span.end, scene.clause_at(cue.span.start).end))
        return next((f for f in scene.figures_in(behind) if scene.word_before(f.extent.start) == "med"), None)
    if cue.match["side"]:
        return next((figure for figure in scene.figures if cue.span.holds(figure.extent)), None)
    return next((figure for figure in scene.figures if _leads_to(scene, figure, cue.span.start)), None)


def _comparison(scene: Scene, cue: _Cue) -> Comparison:
    clause = scene.clause_at(cue.span.start)
    behind = _behind(scene, cue, clause)
    base = next((figure for figure in scene.figures_in(behind) if _is_beside(scene, cue.span.end, figure)), None)
    by = _amount(scene, cue)
    than = _than(scene, behind)
    sex = _sex(scene, Span(clause.start, cue.span.end))
    figures = tuple(figure for figure in (by, base) if figure)
    start = min(cue.span.start, by.extent.start) if by else cue.span.start
    return Comparison(
        span=Span(start, max(cue.span.end, base.extent.end if base else 0, than.span.end if than else 0)),
        sentence=scene.sentence,
        subject=scene.subject(Span(clause.start, cue.span.start), [cue.span]),
        figures=figures,
        when=scene.time_in(Span(clause.start, cue.span.start)),
        modality=led_modality(scene, cue.span.start),
        negated=is_negated(scene, *cue.span),
        relation=cue.relation,
        standard=_standard_of_clause(scene, clause)
        if cue.match["beats"]
        else _standard(scene, behind, base, than, sex),
        by=by,
        base=base,
        than=than,
        sex=sex,
        quality=_quality(cue),
    )


def _quality(cue: _Cue) -> str:
    """Return what there is more or less of, in lower case: "nöjda med stödet" in "mer nöjda med stödet än", "tryggare"."""
    words = (cue.match["noun"] or "").lower().split()
    if words and words[0] in _EXTENTS:
        return " ".join(words[1:])
    if (cue.match["adjective"] or "").lower() in _MORE_OR_LESS:
        return " ".join(words)
    return (cue.match["degree"] or "").lower()


def _than(scene: Scene, behind: Span) -> When | None:
    """Return the time that is compared with: it stands among the first words behind the comparison."""
    words = scene.words_in(behind)[:_MOST_BEFORE_TIME]
    last = words[-1].end if words else behind.start
    return next((when for when in scene.times if behind.start <= when.span.start < last), None)


def _behind(scene: Scene, cue: _Cue, clause: Span) -> Span:
    """Return the stretch behind a comparison that may say what is compared with: up to "och", a comma or the clause's end."""
    end = max(clause.end, cue.span.end)
    stop = _STOP.search(scene.text, cue.span.end, end)
    return Span(cue.span.end, stop.start() if stop else end)


def _standard(scene: Scene, behind: Span, base: Figure | None, than: When | None, sex: Sex | None) -> Standard:
    """Return what the words behind a comparison compare with; the first that tells decides."""
    words = scene.words_in(behind)[:_MOST_WORDS]
    for place, word in enumerate(words):
        lower = word.lower
        if than and than.span.start <= word.start < than.span.end:
            return Standard.EARLIER
        if sex and lower in SEXES and SEXES[lower] is not sex:
            return Standard.OTHER_SEX
        if aim_of(lower, words[place - 1].lower if place else "") in (Aim.TARGET, Aim.GOAL):
            return Standard.TARGET
        for pattern, standard in ((_BUDGET, Standard.BUDGET), (_BENCHMARK, Standard.BENCHMARK), (_CITY, Standard.CITY)):
            if pattern.fullmatch(lower):
                return standard
        if lower in _EARLIER:
            return Standard.EARLIER
    return Standard.FIGURE if base else Standard.OTHER


def _standard_of_clause(scene: Scene, clause: Span) -> Standard:
    """Return what is beaten: the target where the clause names one, on either side of the verb."""
    aims = {aim_of(word.lower) for word in scene.words_in(clause)}
    return Standard.TARGET if aims & {Aim.TARGET, Aim.GOAL} else Standard.OTHER


def _is_beside(scene: Scene, end: int, figure: Figure) -> bool:
    """Tell whether a figure is what is compared with: it follows at once, or behind "riktvärdet" or "årsmålet"."""
    between = scene.words_in(Span(end, figure.extent.start))
    return all(_BENCHMARK.fullmatch(word.lower) or aim_of(word.lower) or word.lower in ("på", "om") for word in between)


def _leads_to(scene: Scene, figure: Figure, start: int) -> bool:
    """Tell whether a figure stands right before a comparison, as its amount: "0,5 mnkr högre än"."""
    gap = scene.text[figure.span.end : start]
    return figure.span.end <= start and not gap.strip() and figure.noun not in _NOT_AMOUNTS


def _sex(scene: Scene, span: Span) -> Sex | None:
    found = [SEXES[word.lower] for word in scene.words_in(span) if word.lower in SEXES]
    return found[0] if found and len(set(found)) == 1 else None
