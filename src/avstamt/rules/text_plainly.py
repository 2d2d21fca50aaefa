"""A figure that is told of an indicator in plain words: the name, "är", the figure, and nothing more said of it."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from avstamt.language.claims.base import Sex
from avstamt.language.claims.model import Level as Stated
from avstamt.language.grammar import SMALL_WORDS
from avstamt.language.numbers.model import Degree, Figure, Sort
from avstamt.language.wordforms.names import name_words
from avstamt.language.wordforms.stems import stem
from avstamt.language.words import word_set
from avstamt.rules.figures import FigureCell, says
from avstamt.rules.prose_ties import Tie
from avstamt.rules.prose_weighing import Case

_IS = re.compile(
    r"^\W*(?P<what>[^.,;:()\d]+?)\s+(?:är|var|blev|ligger|låg|uppgår|uppgick|landade)(?:\s+(?:på|till|om|nu|alltså|därmed)){0,2}\s+$",
    re.IGNORECASE,
)
_WENT = r"har\s+(?:minskat|sjunkit|ökat|stigit|förbättrats|försämrats)"
_WENT_TO = re.compile(
    rf"^\W*(?P<what>[^.,;:()\d]+?)\s+{_WENT}(?:\s+med\s+[^.,;:()]{{1,30}}|\s+från\s+\d+(?:,\d+)?(?:\s?%|\s+procent)?)?,?\s+till\s+$",
    re.IGNORECASE,
)
_ONE_WORD_IS = re.compile(
    r"^\W*[^\W\d_]+(?:en|et|n|t)\s+(?:är|var|blev|ligger\s+på|låg\s+på|uppgår\s+till|uppgick\s+till)\s+$"
)
_COUNT_OF = re.compile(r"^(?:genomsnittligt\s+)?antal(?:et)?\s+", re.IGNORECASE)
_SEX = word_set("kvinnors kvinnornas mäns männens flickors flickornas pojkars pojkarnas")
_LEAST_LAST = 6
"""Letters of the last part of a compound that stands for all of it: "frånvaro" for "sjukfrånvaro"."""

_SAID = re.compile(rf"\s*(?:$|[.,;]|och\s+{_WENT}\b)", re.IGNORECASE)
_RESULT = word_set(
    "andelen antalet utfallet årsutfallet resultatet värdet index indexet indikatorn enhetens nämndens årets"
)
_TARGET = re.compile(r"\s*Årsmålet\s+(?:[^\W\d_]+\s+){0,4}(\d+)\b")
_LEAST = 2
_OTHER = {"outcome_men": ("outcome_women", Sex.WOMEN), "outcome_women": ("outcome_men", Sex.MEN)}


def is_told_plainly(case: Case, tie: Tie, number: Figure) -> bool:
    """Tell whether a sentence says of the indicator, by words of its name only, that it is so much.

    In the indicator's own analysis "Andelen är …" or "Resultatet har sjunkit till …" is enough; elsewhere two words of the
    name are needed, in its goal or one above or below, or in a section.
    """
    measured = number.sort is not Sort.COUNT or tie.is_index
    exact = measured and number.degree is Degree.EXACT and not number.is_range
    text = case.told.block.text
    before = text[case.told.span.start : number.extent.start] if exact else ""
    match = _IS.match(before) or (_WENT_TO.match(before) if tie.own else None)
    if match is None or not _SAID.match(text, number.extent.end):
        return is_named_behind(case, tie, number)
    told = _told(match["what"], tie.indicator.name, own=tie.own)
    least = min(_LEAST, len(name_words(tie.indicator.name)))
    return told is not None and (tie.own or (told >= least > 0 and _is_in_its_line(case, tie)))


def is_named_behind(case: Case, tie: Tie, number: Figure) -> bool:
    """Tell whether the sentence gives a count in the very words of its row: "Personaltätheten är 5,1 barn per årsarbetare"."""
    text, start = case.told.block.text, number.span.end
    name = _COUNT_OF.sub("", tie.indicator.name).lower()
    exact = number.degree is Degree.EXACT and not number.is_range and len(name_words(name)) >= _LEAST
    if not exact or name == tie.indicator.name.lower() or not _is_in_its_line(case, tie):
        return False
    rest = text[start:].lstrip().lower()
    is_plain = _ONE_WORD_IS.match(text[case.told.span.start : number.span.start])
    return bool(is_plain) and rest.startswith(name) and bool(_SAID.match(rest, len(name)))


@lru_cache(maxsize=1024)
def _told(what: str, name: str, *, own: bool) -> int | None:
    """Return how many words of an indicator's name are said, None where something else is said as well.

    In its `own` analysis the last part of a compound stands for all of it, and a sex may be told.
    """
    stems = {word.stem for word in name_words(name)}
    said = [word for word in re.findall(r"[^\W\d_]+", what.lower()) if word not in SMALL_WORDS and word not in _RESULT]
    said = [word for word in said if not (own and word in _SEX)]
    return len(said) if all(_is_of(stem(word), stems, own=own) for word in said) else None


def _is_of(word: str, stems: Collection[str], *, own: bool) -> bool:
    ends = own and len(word) >= _LEAST_LAST and any(one.endswith(word) for one in stems)
    return word in stems or ends


def _is_in_its_line(case: Case, tie: Tie) -> bool:
    goal = case.told.block.goal
    return goal is None or goal.id in (tie.goal.id, tie.goal.parent) or goal.parent == tie.goal.id


def stands_beside_the_other_sex(case: Case, tie: Tie, cell: FigureCell) -> bool:
    """Tell whether the sentence also tells the figure of the other sex, as it stands in the indicator's row."""
    if cell.name not in _OTHER:
        return False
    name, sex = _OTHER[cell.name]
    other = tie.cell(name)
    return other is not None and any(
        isinstance(one, Stated) and one.sex is sex and says(one.figure, other) for one in case.told.claims
    )


def is_followed_by_its_target(case: Case, tie: Tie) -> bool:
    """Tell whether the next sentence gives the indicator's årsmål, so that this one surely tells its outcome."""
    target = tie.cell("target")
    match = _TARGET.match(case.told.block.text, case.told.span.end) if target else None
    return match is not None and target is not None and match[1] == f"{target.quantity.amount.normalize():f}"
