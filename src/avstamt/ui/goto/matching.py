"""How well a few typed letters fit a name: at the beginnings of words, inside compounds, by initials, by number."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+(?:\.\d+)*\.?")
_PLAIN = str.maketrans("åäöéèüáà", "aaoeeuaa")
_WHOLE, _START, _INSIDE, _INITIALS, _SCATTERED = 100, 80, 45, 40, 15
_FIRST = 10
_PLAIN_COST = 6
_LEAST_INSIDE = 3
_FEWEST_SCATTERED = 3


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a name fits, and the letters of it that were typed as spans [start, end)."""

    score: int
    spans: tuple[tuple[int, int], ...] = ()


def fit(typed: str, name: str, number: str = "") -> Fit | None:
    """Return how well what is typed fits a name, and a number that stands before it; None where it does not.

    Each typed word must fit somewhere. A typed "a" also finds "å" and "ä", a little worse; a typed "ä" finds only "ä".
    """
    fits = [_of_word(word, name, number) for word in typed.casefold().split()]
    if any(one is None for one in fits):
        return None
    good = [one for one in fits if one is not None]
    spans = sorted({span for one in good for span in one.spans})
    return Fit(sum(one.score for one in good) - len(name) // 16, tuple(spans))


def _of_word(word: str, name: str, number: str) -> Fit | None:
    if number and _NUMBER.fullmatch(word):
        stripped = word.rstrip(".")
        if number.rstrip(".") == stripped:
            return Fit(2 * _WHOLE)
        if number.startswith((stripped + ".", word)):
            return Fit(_WHOLE)
    low = name.casefold()
    if len(low) != len(name):
        low = name.lower() if len(name.lower()) == len(name) else name
    exact = _in(word, low)
    plain = _in(word, low.translate(_PLAIN)) if word == word.translate(_PLAIN) else None
    if plain is not None and (exact is None or plain.score - _PLAIN_COST > exact.score):
        return Fit(plain.score - _PLAIN_COST, plain.spans)
    return exact


def _in(word: str, name: str) -> Fit | None:
    words = [match.span() for match in _WORD.finditer(name)]
    starts = [span for span in words if name.startswith(word, span[0])]
    if starts:
        start, end = starts[0]
        score = (_WHOLE if end - start == len(word) else _START) + (_FIRST if start == 0 else 0)
        return Fit(score, ((start, start + len(word)),))
    at = name.find(word)
    if at >= 0 and len(word) >= _LEAST_INSIDE:
        return Fit(_INSIDE, ((at, at + len(word)),))
    initials = "".join(name[start] for start, _end in words)
    at = initials.find(word)
    if at >= 0 and len(word) > 1:
        return Fit(_INITIALS, tuple((start, start + 1) for start, _end in words[at : at + len(word)]))
    return _scattered(word, name)


def _scattered(word: str, name: str) -> Fit | None:
    """Return the fit of letters that stand in order with others between, the first at the beginning of a word."""
    if len(word) < _FEWEST_SCATTERED:
        return None
    for match in _WORD.finditer(name):
        if name[match.start()] != word[0]:
            continue
        spans = [(match.start(), match.start() + 1)]
        for letter in word[1:]:
            at = name.find(letter, spans[-1][1])
            if at < 0:
                break
            spans.append((at, at + 1))
        else:
            width = spans[-1][1] - spans[0][0]
            if width <= 3 * len(word):
                return Fit(_SCATTERED, tuple(spans))
    return None
