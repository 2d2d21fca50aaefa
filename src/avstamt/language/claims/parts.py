"""Claims that divide a whole into parts: in brackets, behind "varav", "fördelat på" or "av dessa", or by sex."""

from __future__ import annotations

import re
from collections.abc import Iterator

from avstamt.language.claims.division import is_part, made, sex_of
from avstamt.language.claims.lists import CLOSED, OF_COUNT, added_up, behind_colon
from avstamt.language.claims.model import Parts
from avstamt.language.claims.rests import spread, with_rest
from avstamt.language.claims.scene import SEXES, Scene
from avstamt.language.numbers.model import Figure, Form, Sort
from avstamt.language.wordforms.stems import stem
from avstamt.language.words import BLANKS, Span, word_set

_SPLITTERS = re.compile(
    r"\b(?P<some>varav|därav)\b|\b(?P<all>fördela(?:t|de|d|s|des)\s+på|uppdelat\s+på|bestående\s+av)\b", re.IGNORECASE
)
_OF_THESE = re.compile(r"(?<![%\d])(?<!procent)\s*\b(?:av|bland)\s+(?:dessa|dem)\b(?!\s+som\b)", re.IGNORECASE)
_TOLD_OF = re.compile(r"[^:.;,()]{0,60},\s+")
_TURN = re.compile(
    r"\b(?:vilket|vilka|men|medan|samtidigt|av\s+(?:de\s+)?(?:resterande|återstående|övriga))\b", re.IGNORECASE
)
_FROM = re.compile(r"\s+(?:från|av|för|hos|till|i|på|inom)\s+(?:(?:de|totalt|sammanlagt)\s+)*", re.IGNORECASE)
_IS_SEX = re.compile(
    r"\s+(?:av\s+(?:\w+\s+){1,4}?(?:var|är)\s+|var\s+|är\s+|utgjordes\s+av\s+)?(?:kvinnor|män|flickor|pojkar)\b",
    re.IGNORECASE,
)
_OCCASIONS = word_set("tillfällen tillfälle gånger gång kvällar kväll dagar veckor möten")
_PLACES = word_set(
    """
    avdelningar enheter hus byggnader plan våningar våningsplan grupper barngrupper arbetsgrupper team arbetslag förskolor
    skolor lokaler adresser boenden gruppbostäder servicehus rum orter kommuner områden stadsdelar förvaltningar chefer år
    månader omgångar klasser sektioner
    """
)
_BRACKET = re.compile(rf"[{BLANKS}]*\(([^()\n]*)\)")
_EQUATION = re.compile(r"\s*=\s*")
_PLUS = re.compile(r"\s*\+\s*")
_COMPARED = re.compile(
    r"\b(?:än|mot|jämfört\s+med|jämföra\s+med|jämförelse\s+med)\s+(?:[^\W\d]+\s+){0,2}$|\b(?:totalt|sammanlagt)\s+$",
    re.IGNORECASE,
)
_COMPARED_REACH = 40
_STEP = re.compile(r"\s+(?:fler|färre|mer|mindre)\s+än\b", re.IGNORECASE)
_LEAST_LISTED = 2
_BOTH_SEXES = 2
_MOST_BACK = 2


def parts(scene: Scene) -> Iterator[Parts]:
    """Yield each division of a whole that the sentence makes."""
    if not scene.figures:
        return
    used: set[Figure] = set()
    for found in (
        *with_rest(scene),
        *spread(scene),
        *_in_brackets(scene),
        *behind_colon(scene),
        *_equations(scene),
        *_split(scene),
        *_of_these(scene),
        *_of_named(scene),
        *added_up(scene),
    ):
        fresh = [part for part in found.parts if part.figure not in used]
        if len(fresh) == len(found.parts):
            used.update(part.figure for part in fresh)
            yield found
    yield from _by_sex(scene, used)


def _in_brackets(scene: Scene) -> Iterator[Parts]:
    """Yield "25 personer (14 män och 11 kvinnor)"."""
    for whole in scene.figures:
        match = _BRACKET.match(scene.text, whole.extent.end)
        if match is None or not is_part(whole):
            continue
        inner = [figure for figure in scene.figures_in(Span(match.start(1), match.end(1))) if is_part(figure)]
        years_told = any(match.start() <= when.span.start < match.end() for when in scene.times)
        compares = whole.sort is Sort.SHARE or years_told
        if len(inner) >= _LEAST_LISTED and len({figure.sort for figure in inner}) == 1 and not compares:
            yield made(scene, whole, inner, exhaustive="varav" not in match[1])


def _equations(scene: Scene) -> Iterator[Parts]:
    """Yield "41 = 19 + 14 + 8"."""
    figures = scene.figures
    for place, whole in enumerate(figures[:-1]):
        if not _EQUATION.fullmatch(scene.text, whole.extent.end, figures[place + 1].extent.start):
            continue
        terms = [figures[place + 1]]
        for term in figures[place + 2 :]:
            if not _PLUS.fullmatch(scene.text, terms[-1].extent.end, term.extent.start):
                break
            terms.append(term)
        yield made(scene, whole, terms, exhaustive=True)


def _split(scene: Scene) -> Iterator[Parts]:
    """Yield what "varav" and "fördelat på" divide: the figure before them by those behind, up to the next such word."""
    cues = list(_SPLITTERS.finditer(scene.text, *scene.sentence))
    for place, cue in enumerate(cues):
        end = cues[place + 1].start() if place + 1 < len(cues) else scene.sentence.end
        clause = scene.clause_at(cue.end())
        reach = Span(cue.end(), min(end, max(clause.end, cue.end())))
        behind = [f for f in scene.figures_in(reach) if is_part(f) and not _is_beside(scene, f)]
        if place + 1 < len(cues) and len(behind) > 1:
            behind = behind[:-1]
        if behind and not behind[0].noun and sex_of(scene, behind[0]) is None:
            behind = [figure for figure in behind if not figure.noun]
        earlier = [f for f in scene.figures if f.extent.end <= cue.start() and is_part(f)]
        whole = next((f for f in reversed(earlier) if f.noun.lower() not in _OCCASIONS), None)
        if behind and whole and (cue["some"] or (len(behind) > 1 and not _tells_where(whole, behind[0]))):
            yield made(scene, whole, behind, exhaustive=None if cue["some"] else True)


def _tells_where(whole: Figure, first: Figure) -> bool:
    """Tell whether what something is spread over are the places it is in, and no parts: "72 lägenheter fördelade på åtta hus"."""
    noun = first.noun.lower()
    return (noun in _PLACES or noun in _OCCASIONS) and noun != whole.noun.lower()


def _of_these(scene: Scene) -> Iterator[Parts]:
    """Yield "Av dessa var 71 kvinnor och 9 män", of the one count before, and "Av de 45 avtalen är 40 följda"."""
    match = _OF_THESE.search(scene.text, *scene.sentence)
    opening = OF_COUNT.match(scene.text, scene.sentence.start)
    if match is None and opening is None:
        return
    start = match.end() if match else scene.sentence.start
    stop = _TURN.search(scene.text, start, scene.sentence.end)
    behind = Span(start, stop.start() if stop else scene.sentence.end)
    told = [
        f for f in scene.figures_in(behind) if is_part(f) and not (_is_below_varav(scene, f) or _is_beside(scene, f))
    ]
    if match:
        here = [f for f in scene.figures if f.extent.end <= match.start() and f.sort in (Sort.COUNT, Sort.MONEY)]
        whole = here[-1] if here else _only_count(scene.before)
    else:
        whole, told = (told[0], told[1:]) if told and opening and told[0].span.start == opening.end() else (None, [])
        if whole and told and _FROM.fullmatch(scene.text, whole.extent.end, told[0].extent.start):
            told = told[1:]  # "Av 412 ansökningar från 380 personer"
    if told and len({figure.sort for figure in told}) == 1:
        yield made(scene, whole, told)


def _is_below_varav(scene: Scene, figure: Figure) -> bool:
    return scene.word_before(figure.extent.start) in ("varav", "därav", "utom")


def _is_beside(scene: Scene, figure: Figure) -> bool:
    """Tell whether a figure is no part but what one is compared with, the step between, or a sum of its own.

    "Färre än förra årets 91", "12 fler än", "totalt 287".
    """
    before = max(scene.sentence.start, figure.extent.start - _COMPARED_REACH)
    compared = _COMPARED.search(scene.text, before, figure.extent.start) is not None
    return compared or _STEP.match(scene.text, figure.extent.end) is not None


def _only_count(scene: Scene | None) -> Figure | None:
    """Return the one figure of a sentence that counts something, None where there are more or none."""
    counts = [
        figure
        for figure in (scene.figures if scene else ())
        if figure.sort is Sort.COUNT and not _in_parts(scene, figure)
    ]
    return counts[0] if len(counts) == 1 else None


def _in_parts(scene: Scene | None, figure: Figure) -> bool:
    """Tell whether a figure of the sentence before is itself a part there (it stands in brackets or behind "varav")."""
    if scene is None:
        return False
    before = scene.text[scene.sentence.start : figure.extent.start]
    return before.count("(") > before.count(")") or "varav" in before.lower()


def _of_named(scene: Scene) -> Iterator[Parts]:
    """Yield "19 av mejlen kom …, 13 … och 8 …" where the sentences before count those samtal."""
    first = next((figure for figure in scene.figures if figure.partitive and figure.form is not Form.FRACTION), None)
    if first is None:
        return
    earlier, steps = scene.before, 0
    while earlier and steps < _MOST_BACK:
        for whole in earlier.figures:
            if whole.noun and stem(whole.noun.lower()) == stem(first.noun.lower()) and not whole.partitive:
                rest = [f for f in scene.figures if f.span.start > first.span.start and not f.noun and is_part(f)]
                yield made(scene, whole, [first, *rest])
                return
        earlier, steps = earlier.before, steps + 1


def _by_sex(scene: Scene, used: set[Figure]) -> Iterator[Parts]:
    """Yield "25 personer, 14 män och 11 kvinnor", and shares of all: "45 % var flickor och 55 % pojkar"."""
    for place, (one, other) in enumerate(zip(scene.figures, scene.figures[1:], strict=False)):
        sexes = {sex_of(scene, one), sex_of(scene, other)}
        if None in sexes or len(sexes) != _BOTH_SEXES or {one, other} & used:
            continue
        if one.unit == other.unit == "%" and all(_IS_SEX.match(scene.text, f.extent.end) for f in (one, other)):
            used.update((one, other))
            yield made(scene, None, [one, other], exhaustive=True)
            continue
        whole = scene.figures[place - 1] if place else None
        if (
            whole
            and _is_listed_behind(scene, whole, one, other)
            and {f.noun.lower() in SEXES for f in (one, other)} == {True}
        ):
            used.update((one, other))
            yield made(scene, whole, [one, other], exhaustive=True)


def _is_listed_behind(scene: Scene, whole: Figure, one: Figure, other: Figure) -> bool:
    """Tell whether nothing but a comma or dash stands between a count of both sexes and the first of them."""
    gap = scene.text[whole.extent.end : one.extent.start]
    if whole.sort is not Sort.COUNT or whole.noun.lower() in SEXES:
        return False
    return not gap.strip(BLANKS + ",–-:;") or (_ends_list(scene, other) and bool(_TOLD_OF.fullmatch(gap)))


def _ends_list(scene: Scene, last: Figure) -> bool:
    """Tell whether nothing is said of the last of a list: the sentence ends there, or a comma or stop follows."""
    return bool(CLOSED.match(scene.text, last.extent.end))
