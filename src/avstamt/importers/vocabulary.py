"""The words of a report, to mend words that a narrow column broke: only where the whole word stands elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from avstamt.importers.lines import Line

_BETWEEN = r"(?:[^\w\n]|[\d_])+"
_LONG = 10
_FRAGMENT = 3


@dataclass(frozen=True)
class Vocabulary:
    """The words of a report's lines; looked at only when a word that may be broken is met, which few reports hold."""

    lines: Sequence[Line] = ()

    @cached_property
    def _text(self) -> str:
        return "\n".join(line.text for line in self.lines).casefold()

    def _holds(self, word: str) -> bool:
        return word in self._text and re.search(_whole(word), self._text) is not None

    def _often(self, first: str, second: str) -> int:
        """Return how often two words stand side by side on a line."""
        return len(re.findall(f"{_whole(first)}{_BETWEEN}{_whole(second)}", self._text))

    def mended(self, text: str) -> str:
        """Return `text` with broken words joined ("Familjerådgivning en)" → "Familjerådgivningen)") where that is evident."""
        return _BROKEN.sub(self._mend, text)

    def _mend(self, match: re.Match[str]) -> str:
        first, second = match["first"], match["second"]
        known = self._holds((first + second).casefold()) and self._often(first.casefold(), second.casefold()) <= 1
        return first + second if known else match[0]


_BROKEN = re.compile(rf"\b(?P<first>[^\W\d_]{{{_LONG},}}) (?P<second>[a-zåäö]{{1,{_FRAGMENT}}})(?=[).,]|$)")


def _whole(word: str) -> str:
    return rf"(?<![^\W\d_]){re.escape(word)}(?![^\W\d_])"
