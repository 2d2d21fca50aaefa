"""The words of a report, to mend words that a narrow column broke: only where the whole word stands elsewhere."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from avstamt.importers.lines import Line

_WORD = re.compile(r"[^\W\d_]+")
_LONG = 10
_FRAGMENT = 3


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How often each word, and each pair of a long word and a short one, stands in the report's prose."""

    words: Counter[str] = field(default_factory=Counter)
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)

    def mended(self, text: str) -> str:
        """Return `text` with broken words joined ("Familjerådgivning en)" → "Familjerådgivningen)") where that is evident."""
        return _BROKEN.sub(self._mend, text)

    def _mend(self, match: re.Match[str]) -> str:
        first, second = match["first"], match["second"]
        whole = (first + second).casefold()
        known = self.words[whole] > 0 and self.pairs[first.casefold(), second.casefold()] <= 1
        return first + second if known else match[0]


_BROKEN = re.compile(rf"\b(?P<first>[^\W\d_]{{{_LONG},}}) (?P<second>[a-zåäö]{{1,{_FRAGMENT}}})(?=[).,]|$)")


def vocabulary_of(lines: Iterable[Line]) -> Vocabulary:
    """Return the words of the report's lines."""
    words: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for line in lines:
        found = [word.casefold() for word in _WORD.findall(line.text)]
        words.update(found)
        pairs.update(
            (first, second)
            for first, second in itertools.pairwise(found)
            if len(first) >= _LONG and len(second) <= _FRAGMENT
        )
    return Vocabulary(words, pairs)
