"""Claims that divide a whole by a list: behind a colon, or one that comes near the count before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from avstamt.language.claims.division import is_part, made
from avstamt.language.claims.model import Parts
from avstamt.language.claims.scene import Scene
from avstamt.language.numbers.model import Figure, Sort
from avstamt.language.wordforms.stems import stem
from avstamt.language.words import word_set

_LIST = re.compile(r":\s+")
_LIST_OF = re.compile(r"[^:.;,()]{0,90}:\s+")
_OPEN_LIST = re.compile(
    r"\b(?:bland\s+annat|till\s+exempel|t\.?\s?ex|framför\s+allt|främst|varav|även|med\s+flera?|m\.?\s?fl|m\.?\s?m|etc)\b",
    re.IGNORECASE,
)
_IN_ALL = word_set("tillsammans totalt sammanlagt sammantaget")
_OPENS_LIST = re.compile(r"[^.;:,()\d]{0,60}[,;:–-]\s+(?:[^.;:,()\d]{1,40}\s)?")
_GOES_ON = re.compile(r"[^.;:()\d,]{0,40},\s+(?:[^.;:,()\d]{1,40}\s)?")
_LAST_OF_LIST = re.compile(r"[^.;:()\d,]{0,40}\s(?:och|samt)\s+(?:[^.;:,()\d]{1,40}\s)?")
_WORD_BEHIND = re.compile(r"\s([^\W\d_]+)")
_JOINS = ("och", "samt")
_ADJECTIVE = re.compile(r"(?:ala|ella|iga|iska|liga|bara|samma|ande|ende|ade|ista|ära)$", re.IGNORECASE)
_NEARLY = Decimal("0.1")
_LEAST_LISTED = 2

CLOSED = re.compile(r"\s*(?:$|[.,;)\n])")
"""Nothing more is said of what stands before."""
OF_COUNT = re.compile(r"(?:av|bland)\s+(?:(?:de|totalt|sammanlagt|[^\W\d_]+s)\s+)*", re.IGNORECASE)
"""What a sentence begins with that tells of some of a count."""


def behind_colon(scene: Scene) -> Iterator[Parts]:
    """Yield "56 synpunkter: 30 klagomål, 20 förslag och 6 beröm"."""
    for place, whole in enumerate(scene.figures):
        listed = [figure for figure in scene.figures if figure.span.start >= whole.extent.end and is_part(figure)]
        if len(listed) < _LEAST_LISTED or whole.sort is not Sort.COUNT or {one.sort for one in listed} != {Sort.COUNT}:
            continue
        gap = scene.text[whole.extent.end : listed[0].extent.start]
        is_counted = place == 0 or (place == 1 and _is_of_count(scene))
        if _LIST.fullmatch(gap) or (is_counted and _LIST_OF.fullmatch(gap) and _are_its_own(scene, whole, listed)):
            yield made(scene, whole, listed, exhaustive=True)


def _is_of_count(scene: Scene) -> bool:
    """Tell whether the sentence begins "Av 180 planerade träd": what comes next is some of those, and may be divided."""
    opening = OF_COUNT.match(scene.text, scene.sentence.start)
    return opening is not None and scene.figures[0].span.start == opening.end()


def _are_its_own(scene: Scene, whole: Figure, listed: Sequence[Figure]) -> bool:
    """Tell whether what is listed behind a sentence and a colon is counted as the whole is, and all of it is listed."""
    rest = scene.text[whole.extent.end : scene.sentence.end]
    nouns = {stem(one.noun.lower()) for one in listed if one.noun}
    joined = re.search(r"\b(?:och|samt)\b", scene.text[listed[-2].extent.end : listed[-1].extent.start])
    own = nouns <= {stem(whole.noun.lower())} or _are_of_its_sort(scene, listed)
    return bool(joined) and own and not _OPEN_LIST.search(rest)


def _are_of_its_sort(scene: Scene, listed: Sequence[Figure]) -> bool:
    """Tell whether only adjectives are counted, which are of what the whole counts: "31 kommunala och 15 fristående"."""
    counted = [_counted(scene, figure) for figure in listed]
    end = listed[-1].span.end + len(counted[-1]) + 1
    return all(map(_ADJECTIVE.search, counted)) and bool(CLOSED.match(scene.text, end))


def added_up(scene: Scene) -> Iterator[Parts]:
    """Yield "tillsammans 214 lägenheter; Almen har 88, Boken 72 och Eken 56", and "31 synpunkter, 14 klagomål, 11 …"."""
    for whole in scene.figures[:-_LEAST_LISTED]:
        listed = [figure for figure in scene.figures if figure.span.start >= whole.extent.end]
        if not whole.noun or not _are_counts(whole, listed) or not _comes_near(whole, listed):
            continue
        counted = [_counted(scene, figure) for figure in listed]
        own, nouns = stem(whole.noun.lower()), {stem(word.lower()) for word in counted}
        is_summed = scene.word_before(whole.extent.start) in _IN_ALL and nouns <= {"", own}
        are_sorts = len(nouns - {"", own}) == len(listed) > _LEAST_LISTED
        if (is_summed or are_sorts) and _is_list(scene, whole, listed, counted):
            yield made(scene, whole, listed, exhaustive=True)
            return


def _are_counts(whole: Figure, listed: Sequence[Figure]) -> bool:
    return {figure.sort for figure in (whole, *listed)} == {Sort.COUNT} and all(map(is_part, (whole, *listed)))


def _counted(scene: Scene, figure: Figure) -> str:
    """Return the word right behind a figure, empty where none is: what it counts, known as a noun or not."""
    match = _WORD_BEHIND.match(scene.text, figure.span.end)
    return match[1] if match and match[1] not in _JOINS else ""


def _is_list(scene: Scene, whole: Figure, listed: Sequence[Figure], counted: Sequence[str]) -> bool:
    """Tell whether the sentence goes on with nothing but a list of counts, its last joined with "och"."""
    first, *middle, last = (
        scene.text[one.extent.end : other.extent.start] for one, other in pairwise((whole, *listed))
    )
    end = max(listed[-1].extent.end, listed[-1].span.end + (len(counted[-1]) + 1 if counted[-1] else 0))
    return (
        bool(_OPENS_LIST.fullmatch(first))
        and all(_GOES_ON.fullmatch(gap) for gap in middle)
        and bool(_LAST_OF_LIST.fullmatch(last))
        and bool(CLOSED.match(scene.text, end))
        and not _OPEN_LIST.search(scene.text[whole.extent.end : scene.sentence.end])
    )


def _comes_near(whole: Figure, listed: Sequence[Figure]) -> bool:
    """Tell whether the listed are nearly as many as the whole: other things that are listed seldom are."""
    told = sum((figure.low for figure in listed), Decimal(0))
    return abs(told - whole.low) <= whole.low * _NEARLY
