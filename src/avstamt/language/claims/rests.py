"""Claims that divide a whole and name its rest: "… och resterande 186 avslogs", and money that is spread over all it goes to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from avstamt.language.claims.division import is_part, made
from avstamt.language.claims.lists import OF_COUNT
from avstamt.language.claims.model import Parts
from avstamt.language.claims.scene import Scene
from avstamt.language.numbers.model import Figure, Sort
from avstamt.language.wordforms.stems import stem
from avstamt.language.words import word_set

_REST = word_set("resterande återstående övriga resten")
_VARAV = re.compile(r"\b(?:varav|därav)\b", re.IGNORECASE)
_SPREAD = re.compile(
    r"\bfördela(?:s|ts|des|t|d|de|r\s+sig|de\s+sig|t\s+sig)\s+(?:sig\s+)?(?:på|mellan|med|enligt\s+följande:?|så(?:\s+här)?:?)\s+",
    re.IGNORECASE,
)
_IT = re.compile(
    r"^\W*(?:det|de|detta|dessa|beloppet|medlen|summan|överskottet|underskottet|avvikelsen|bidraget|pengarna)\b",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"\b(?:över|under)skott\w*|\b(?:plus|minus|positiv\w*|negativ\w*)\b", re.IGNORECASE)
_NEARLY = Decimal("0.1")
_LEAST = 2
_OPENING = 3
_MOST = 6


def with_rest(scene: Scene) -> Iterator[Parts]:
    """Yield "Av 412 ansökningar beviljades 226 och resterande 186 avslogs", also where the rest is told a sentence later."""
    if _REST.isdisjoint(scene.lowers) or _SPREAD.search(scene.text, *scene.sentence):
        return
    for place, rest in enumerate(scene.figures):
        if not is_part(rest) or scene.word_before(rest.extent.start) not in _REST:
            continue
        if any(other.sort is rest.sort for other in scene.figures[place + 1 :]):
            return
        earlier = _alike(scene.figures[:place], rest)
        if earlier:
            yield from _of_one(scene, scene, earlier, rest)
        elif scene.before and rest.extent.start <= scene.words[min(_OPENING, len(scene.words)) - 1].start:
            yield from _of_one(scene, scene.before, _of_its_noun(_alike(scene.before.figures, rest), rest), rest)
        return


def _of_its_noun(figures: list[Figure], rest: Figure) -> list[Figure]:
    """Return the figures of the sentence before, none where the rest is of something that it does not count."""
    nouns = {stem(one.noun.lower()) for one in figures if one.noun}
    return figures if not rest.noun or stem(rest.noun.lower()) in nouns else []


def _alike(figures: Sequence[Figure], rest: Figure) -> list[Figure]:
    """Return the figures that a rest can be what is left of."""
    return [
        one for one in figures if is_part(one) and (one.sort, one.unit) == (rest.sort, rest.unit) and not one.is_range
    ]


def _of_one(scene: Scene, told: Scene, earlier: Sequence[Figure], rest: Figure) -> Iterator[Parts]:
    """Yield the division that one sentence makes of its first count, or of the count before "varav"."""
    if rest.sort is Sort.SHARE:
        if told is scene and len(earlier) + 1 == sum(one.unit == "%" for one in scene.figures):
            yield from _of_all(scene, [*earlier, rest])
        return
    cuts = list(_VARAV.finditer(told.text, *told.sentence))
    opening = OF_COUNT.match(told.text, told.sentence.start)
    if len(cuts) > 1 or not earlier:
        return
    if cuts:
        whole = next((one for one in reversed(earlier) if one.extent.end <= cuts[0].start()), None)
        parts = [one for one in earlier if one.span.start >= cuts[0].end()]
        sure = True
    else:
        whole, *parts = earlier
        sure = opening is not None and whole.span.start == opening.end()
    if whole is None or not parts or len(parts) > _MOST or _adds_up_otherwise(earlier, rest, parts):
        return
    total = sum((one.low for one in parts), rest.low)
    near = (sure or whole.sort is Sort.COUNT) and abs(total - whole.low) <= _NEARLY * whole.low
    own = {stem(one.noun.lower()) for one in parts if one.noun} <= {stem(whole.noun.lower())}
    if near or (sure and own and whole.low > max(one.low for one in (*parts, rest))):
        yield made(scene, whole, [*parts, rest], exhaustive=True)


def _adds_up_otherwise(earlier: Sequence[Figure], rest: Figure, parts: Sequence[Figure]) -> bool:
    """Tell whether the rest is what some of the figures leave of another: a part of a part is told among them."""
    for whole in earlier:
        others = [one for one in earlier if one is not whole]
        for size in range(1, len(others) + 1):
            for some in combinations(others, size):
                if whole.low - sum(one.low for one in some) == rest.low and list(some) != list(parts):
                    return True
    return False


def _of_all(scene: Scene, shares: Sequence[Figure]) -> Iterator[Parts]:
    """Yield shares of all of something, the last of them the rest: "45 procent …, 20 procent … och resterande 35 procent"."""
    if not _VARAV.search(scene.text, *scene.sentence):
        yield made(scene, None, shares, exhaustive=True)


def spread(scene: Scene) -> Iterator[Parts]:
    """Yield "Överskottet om 4,3 mnkr fördelar sig på barn 2,0 mnkr, äldre 1,5 mnkr och övrigt 0,8 mnkr": money, and all of it."""
    cue = _SPREAD.search(scene.text, *scene.sentence) if "fördela" in scene.lower else None
    if cue is None:
        return
    money = [one for one in scene.figures if one.sort is Sort.MONEY]
    parts = [one for one in money if one.span.start >= cue.end()]
    whole = next((one for one in reversed(money) if one.extent.end <= cue.start()), None)
    if whole is None and _IT.match(scene.sentence.of(scene.text)):
        earlier = [one for one in (scene.before.figures if scene.before else ()) if one.sort is Sort.MONEY]
        whole = earlier[0] if len(earlier) == 1 else None
    rest = scene.text[cue.end() : scene.sentence.end]
    signed = any(one.sign for one in parts) or _SIGNED.search(rest) or _VARAV.search(rest)
    if whole is not None and len(parts) >= _LEAST and not signed and not any(one.is_range for one in (whole, *parts)):
        yield made(scene, whole, parts, exhaustive=True)
