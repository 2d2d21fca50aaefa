"""Swedish spelling: whether a word is right, compounds included, and what was probably meant where it is not.

The dictionary decides first. A word it does not know is right where it is put together of known words in the Swedish
way and no known word lies a slip of the fingers away; terms of the field and words of the user's own are right too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from avstamt.language.spelling_candidates import OFTEN_LEFT_OUT, likely, one_less, one_more, one_other
from avstamt.language.spelling_dictionary import Dictionary
from avstamt.resources import resource

_LEAST_FIRST, _LEAST_LAST, _LEAST_JOINED = 3, 4, 8
_SHORT_LAST = ("ord", "råd", "mål", "lag", "tid", "dag", "hus", "rum", "väg", "tal")
_LONGEST = 26
_OFFERED = 2
_TAILS = ("arbete", "plan", "verksamhet")
_ENDINGS = ("s", "en", "ens", "et", "ets", "er", "erna", "ar", "arna", "n", "ns", "t", "na", "or", "orna", "a", "r")
_JOINTS = re.compile(r"[-\u2010\u2011:]")
_FAR, _LEAST_FAR = 2, 9
_LEAST_PARTED = 7
_LONG = 13
_TRIED = 7


@lru_cache(maxsize=1)
def field_terms() -> frozenset[str]:
    """Return the terms of the field that no general dictionary knows, in lower case."""
    lines = resource("words", "facktermer.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.casefold().split())


class Speller:
    """Judges words by the dictionary, the terms of the field, and words that are given to it as right."""

    def __init__(self, dictionary: Dictionary, own: Collection[str] = ()) -> None:
        self.dictionary = dictionary
        self._own = field_terms().union(word.casefold() for word in own)
        self._right: dict[str, bool] = {}
        self._near: dict[str, str] = {}
        self._meant: dict[str, tuple[tuple[str, bool], ...]] = {}
        self._terms_near: dict[str, tuple[str, ...]] = {}

    def is_right(self, word: str) -> bool:
        """Tell whether a word, or each part of a hyphenated one, is right as far as is known."""
        right = self._right.get(word)
        if right is None:
            parts = [part for part in _JOINTS.split(word) if part]
            joined = len(parts) > 1 and all(_is_sign(part) or self.is_right(part) for part in parts)
            right = self._right[word] = joined or self._is_known(word) or self._is_put_together(word.casefold())
        return right

    def begins_a_compound(self, word: str) -> bool:
        """Tell whether a word stands as the first part of compounds: "familje", "hälso"."""
        return any(self.dictionary.knows(word + tail) for tail in _TAILS)

    def near_miss(self, word: str) -> str:
        """Return a known word that a doubled, halved, swapped or left-out letter makes of `word`, or nothing."""
        near = self._near.get(word)
        if near is None:
            near = self._near[word] = next(self._known(self._made(word, likely)), "")
        return near

    def meant(self, word: str, common: Mapping[str, int]) -> tuple[str, ...]:
        """Return at most two words in lower case that `word` may stand for, those `common` in the text first."""
        offered = self._meant.get(word)
        if offered is None:
            offered = self._meant[word] = tuple(self._search(word))
        if not offered or offered[0][1]:
            offered = tuple((term, False) for term in self._term_near(word)) or offered
        if len(offered) == 1:
            return (offered[0][0],)
        usual = sorted(offered, key=lambda one: (-min(common.get(one[0], 0), 1), one[1]))
        return tuple(dict.fromkeys(one for one, _compound in usual))[:_OFFERED]

    def _search(self, word: str) -> Iterator[tuple[str, bool]]:
        """Yield known words near `word`, and whether each is only a compound that could be; likelier slips first.

        Another or a superfluous letter makes a word of anything: there only entries of the dictionary count.
        """
        near = [(one, self._is_made_up(one)) for one in self._known(self._made(word, likely))]
        yield from near
        if near or len(word) > _LONGEST:
            return
        listed = dict.fromkeys(self._entries(one_more(word)))
        yield from ((one, False) for one in listed or self._entries((*one_other(word), *one_less(word))))
        if not listed:
            yield from ((one, True) for one in self._known(self._made(word, one_more)))

    def _made(self, word: str, slips: Callable[[str], Iterator[str]]) -> Iterator[str]:
        """Yield what one slip makes of `word` and may be a word that is known.

        To ask the dictionary about a long word that it does not know costs 0.1 ms. A compound has its slip in one of two
        parts, and the other part is a word: so only what can be a compound is asked about.
        """
        if len(word) < (_LONG if slips is likely else _LEAST_PARTED):
            yield from slips(word)
            return
        made = dict.fromkeys(one for one in slips(word) if not self._is_made_up(one))
        for cut in range(_LEAST_FIRST, len(word) - _LEAST_FIRST + 1):
            first, last = word[:cut], word[cut:]
            if self._may_begin(first):
                made.update(dict.fromkeys(first + one for one in slips(last) if not self._is_made_up(one)))
            if not self._is_made_up(last):
                if self._may_begin(first):
                    made[f"{first}s{last}"] = None
                made.update(dict.fromkeys(one + last for one in slips(first) if self._may_begin(one)))
        yield from made

    def _may_begin(self, part: str) -> bool:
        """Tell by the dictionary's list whether a part may begin a compound, with or without its joining s."""
        return not self._is_made_up(part) or not self._is_made_up(part.removesuffix("s"))

    def _is_made_up(self, word: str) -> bool:
        return word not in self._own and not self.dictionary.lists(word)

    def _term_near(self, word: str) -> tuple[str, ...]:
        if len(word) < _LEAST_FAR:
            return ()
        near = self._terms_near.get(word)
        if near is None:
            near = self._terms_near[word] = tuple(term for term in sorted(self._own) if _apart(word, term, _FAR))[:1]
        return near

    def _known(self, candidates: Iterable[str]) -> Iterator[str]:
        return (one for one in candidates if one in self._own or self.dictionary.knows(one))

    def _entries(self, candidates: Iterable[str]) -> Iterator[str]:
        """Yield the known words that are no mere compounds; the dictionary's list is asked first, for it is quicker."""
        return self._known(one for one in candidates if not self._is_made_up(one))

    def _is_known(self, word: str) -> bool:
        if self.dictionary.knows(word):
            return True
        lower = word.casefold()
        return lower in self._own or any(
            lower.endswith(ending) and lower[: -len(ending)] in self._own for ending in _ENDINGS
        )

    def _is_put_together(self, word: str) -> bool:
        """Tell whether the word is made of known words in the Swedish way, and no slip of another word."""
        if len(word) < _LEAST_JOINED or not word.isalpha():
            return False
        shortest = len(_SHORT_LAST[0]) if word.endswith(_SHORT_LAST) else _LEAST_LAST
        cuts = range(_LEAST_FIRST, len(word) - shortest + 1)
        if not any(self._is_known(word[cut:]) and self._begins(word[:cut]) for cut in cuts):
            return False
        if any(_apart(word, term, 1) for term in self._own):
            return False
        worse = (one for one in self._made(word, likely) if len(one) > len(word) or not self._is_made_up(one))
        if any(self._known(worse)):
            return False
        return not any(self._entries(one_more(word, OFTEN_LEFT_OUT[:_TRIED])))

    def _begins(self, part: str) -> bool:
        """Tell whether a part may begin a compound: it does in others, is a long word, or one with a joining s."""
        if part in self._own or self.begins_a_compound(part):
            return True
        whole = part.removesuffix("s")
        return len(whole) >= _LEAST_FIRST + (whole == part) * 2 and self.dictionary.knows(whole)


def _apart(one: str, other: str, steps: int) -> bool:
    """Tell whether two words lie at most so many changed letters apart."""
    return abs(len(one) - len(other)) <= steps and DamerauLevenshtein.distance(one, other, score_cutoff=steps) <= steps


def _is_sign(part: str) -> bool:
    """Tell whether a part of a hyphenated word is a number or an acronym, which no dictionary judges."""
    return part.isdigit() or part.isupper() or any(sign.isdigit() for sign in part)
