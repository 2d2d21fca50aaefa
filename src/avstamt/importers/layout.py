"""How a source sets its text: wrapped or not, what its blank lines and line ends mean. Inferred per file, never assumed."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from avstamt.importers.lines import SOFT_HYPHEN, Line
from avstamt.importers.wording import bullet, ends_sentence, list_number

_WIDTHS = (
    dict.fromkeys(" .,\u00a0", 250)
    | dict.fromkeys("ijlt:;/|\\", 278)
    | dict.fromkeys("fr-()[]I!", 333)
    | dict.fromkeys("acezåäéàèá?”“", 444)
    | dict.fromkeys("sJ", 389)
    | dict.fromkeys("FPS", 556)
    | dict.fromkeys("ELTZ", 611)
    | dict.fromkeys("BCR", 667)
    | dict.fromkeys("wADGHKNOQUVXYÅÄÖ", 722)
    | dict.fromkeys("m&", 778)
    | {"M": 889, "W": 944, "%": 833, "@": 921, "—": 1000, "…": 1000, "•": 350, '"': 408, "'": 180, "’": 333, "+": 564}
)
"""Widths of Times in thousandths of its size, in which most of the city's reports are set."""
_OTHER_WIDTH = 500
_width_of = defaultdict(lambda: _OTHER_WIDTH, _WIDTHS).__getitem__

_CROWD = 1.004
_APART = 1.04
_MANY = 40
_TOLERANCE = 0.97
_UNWRAPPED = 150
_NO_LINE = 1.7
_NEAR = 3
_BREAK = re.compile(r"\s|(?<=[^\W\d]-)(?=[^\W\d])")
"""Where a line may break: at a blank, and behind a hyphen within a word."""
_LEAD_IN = re.compile(r"(?:[A-ZÅÄÖ][\w-]+|20\d\d): ")
_HANGS = re.compile(r"\s(?:och|att|eller|samt|med|av|för|till|som|enligt|mellan|inom|från|vid|under|en|ett)$")
"""A word that no paragraph ends with."""

_MIDDLE = re.compile(r"\d{1,4}(?:,| och)\s")
"""What begins a line in the middle of an enumeration: "tertialrapport" / "1, tertialrapport 2 och …"."""

_CONJUNCTIONS = ("och", "eller", "samt", "respektive", "men", "till", "som", "resp", "resp.")


@lru_cache(maxsize=4096)  # a line is measured time and again while a report is read
def width(text: str) -> int:
    """Return the text's width in Times, in thousandths of its size."""
    return sum(map(_width_of, text))


@dataclass(frozen=True, slots=True)
class Layout:
    """What a file's lines tell.

    `wrapped`: lines are broken at the margin, `measure` is the widest they get. `doubled`: a blank line follows every
    line and means nothing. `spaced`: lines end with a blank, so that one without it is glued to the next.
    `marked`: only the last line of a paragraph lacks that blank. `step`: so many blank lines stand between any two.
    `small_measure` is the widest that the smaller text of tables gets. `tolerance` is how much of the measure a line may
    fill before nobody can tell whether one more word had found room: nearly all of it where the type is known.
    """

    wrapped: bool = True
    measure: float = 43000.0
    doubled: bool = False
    spaced: bool = False
    marked: bool = False
    step: int = 0
    small_measure: float = 52000.0
    tolerance: float = _TOLERANCE

    def fits(self, line: Line, following: Line) -> bool:
        """Tell whether the following line's first word had found room: then the break between them was meant."""
        word = _BREAK.split(following.text, maxsplit=1)[0]
        return width(line.text) + _WIDTHS[" "] + width(word) <= self.tolerance * self.measure

    def fits_in_table(self, line: Line, following: Line) -> bool:
        """Tell the same of a text in a table, which is set smaller."""
        return replace(self, measure=self.small_measure).fits(line, following)

    def continues(self, line: Line, following: Line) -> bool:
        """Tell whether the following line carries on the paragraph of `line`."""
        if bullet(following.text) or following.tabbed or line.tabbed:
            return False
        ended = ends_sentence(line.text)
        low = begins_low(following.text) or _MIDDLE.match(following.text) is not None or following.text.startswith("(")
        low = low or bool(_HANGS.search(line.text))
        meant = self.marked and line.tail == 0 and not line.text.endswith(("-", SOFT_HYPHEN))
        if low and not ended:
            return not (meant and following.gap > 0 and not following.page_break)
        if not self.wrapped or meant or following.spacers:
            return False
        if following.gap and not self.doubled and not following.page_break:
            return False
        if ended and (
            list_number(following.text) or _LEAD_IN.match(following.text) or width(line.text) > _NO_LINE * self.measure
        ):
            return False
        return not self.fits(line, following)

    def joint(self, line: Line, following: Line) -> str:
        """Return what stands between two lines of one paragraph: a blank, or nothing where a word was broken."""
        end, begin = line.text[-1], following.text[0]
        if end == SOFT_HYPHEN:
            return ""
        if end == "-" and len(line.text) > 1 and line.text[-2].isalnum():
            if line.tail or following.lead or following.text.split(maxsplit=1)[0].lower() in _CONJUNCTIONS:
                return " "
            return ""
        glued = self.spaced and not self.marked and line.tail == 0 and following.lead == 0
        return "" if glued and end.isalnum() and begin.islower() else " "

    def joined(self, lines: Sequence[Line]) -> str:
        """Return the lines as one paragraph."""
        parts = [lines[0].text] if lines else []
        for line, following in itertools.pairwise(lines):
            parts += [self.joint(line, following), following.text]
        return "".join(parts).replace(SOFT_HYPHEN, "")


def begins_low(text: str) -> bool:
    """Tell whether the text begins as the middle of a sentence does."""
    return text[0].islower() or text[0] in "),;%"


def layout_of(lines: Iterable[Line]) -> Layout:
    """Infer the layout from all lines of a report."""
    prose = [line for line in lines if not line.tabbed and len(line.text) > 30]  # noqa: PLR2004 - shorter is seldom full
    wraps = [
        (line, following)
        for line, following in itertools.pairwise(prose)
        if following.number - line.number <= _NEAR and begins_low(following.text) and not ends_sentence(line.text)
    ]
    if not prose or _is_unwrapped(prose):
        return Layout(wrapped=False)
    if len(wraps) < 8:  # noqa: PLR2004 - too few to infer from
        return Layout(measure=max(width(line.text) for line in prose))
    widths = sorted(width(line.text) for line, _ in wraps)
    measure, exact = _measure(widths)
    small = [width(line.text) for line in prose if 1.08 * measure < width(line.text) < 1.6 * measure]
    sentence_ends = [line for line in prose if line.text.endswith(".")]
    spaced = _share(line.tail > 0 for line, _ in wraps) > 0.8  # noqa: PLR2004 - a custom of the file
    return Layout(
        step=sorted(following.gap for _, following in wraps)[len(wraps) // 2],
        measure=measure,
        small_measure=max(small, default=1.3 * measure),
        tolerance=0.998 if exact else _TOLERANCE,
        doubled=_share(following.gap > 0 for _, following in wraps) > 0.6,  # noqa: PLR2004
        spaced=spaced,
        marked=spaced and _share(line.tail == 0 for line in sentence_ends) > 0.4,  # noqa: PLR2004
    )


def _measure(widths: Sequence[int]) -> tuple[int, bool]:
    """Return how wide the text is set, and whether the widths show it exactly: they crowd at a margin, and none is a little wider."""
    common = widths[int(0.92 * len(widths))]
    top = widths[int(0.85 * len(widths))]
    for wider in widths[int(0.85 * len(widths)) :]:
        if wider > _CROWD * top:
            break
        top = wider
    between = bisect_right(widths, int(_APART * top)) - bisect_right(widths, top)
    if len(widths) >= _MANY and between == 0:
        return top, True
    return common, False


def _is_unwrapped(prose: Sequence[Line]) -> bool:
    long = sum(len(line.text) for line in prose if len(line.text) > _UNWRAPPED)
    return long > 0.5 * sum(len(line.text) for line in prose)


def _share(flags: Iterable[bool]) -> float:
    values = list(flags)
    return sum(values) / len(values) if values else 0.0
