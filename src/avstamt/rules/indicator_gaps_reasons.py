"""A text that says that an årsmål is not reached also says why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain

from avstamt.domain.finding import Level
from avstamt.domain.goal import Goal
from avstamt.domain.indicator import Indicator
from avstamt.domain.place import Place
from avstamt.domain.report import ReportKind
from avstamt.domain.section import Section
from avstamt.domain.text import block_places
from avstamt.language.numbers.finding import find_numbers
from avstamt.rules.assessment_text import Said, sentences_of
from avstamt.rules.figures import FigureCell, figure
from avstamt.rules.indicator_gaps_text import NOT_REACHED
from avstamt.rules.model import Aspect, Context, Observation, found, rule

_REPORTING = (ReportKind.TERTIAL_1, ReportKind.TERTIAL_2, ReportKind.ANNUAL)
_REASON = re.compile(
    r"\b(?:beror|berodde|berott|på\s+grund\s+av|till\s+följd\s+av|eftersom|därför\s+att|orsak\w*|förklar\w*|anledning\w*|trots|då|"
    r"vilket\s+har\s+gjort|påverkat|saknat|vakan\w*)\b",
    re.IGNORECASE,
)
_REACH = 3


@rule(
    "IND-406",
    name="missat-årsmål-utan-skäl",
    level=Level.DEVIATION,
    basis="fullständighet",
    kinds=_REPORTING,
    heeds=(Aspect.TEXTS, Aspect.INDICATORS),
)
def missed_target_in_words_has_a_reason(context: Context) -> Iterator[Observation]:
    """En text som säger att ett årsmål inte nås säger också varför.

    Varför: läsaren ser av talen att årsmålet missas. Det analysen kan tillföra är skälet och vad som görs åt det.
    Fel: ”96 personer har fått råd. Årsmålet 100 nås inte.”, och inget skäl vid indikatorn.
    Rätt: ”96 personer har fått råd. Årsmålet 100 nås inte, eftersom mottagningen var stängd i juli.”
    """
    rows = [row for row in (_row(indicator, place) for _goal, indicator, place in context.indicators) if row]
    rows.sort(key=lambda row: (row[0].text, row[1].text, row[0].place))
    parts: list[Section | Goal] = [goal for goal, _place in context.goals]
    parts += [section for section, _place in context.sections]
    for where, block in chain.from_iterable(context.kept.each(_telling, parts)) if rows else ():
        yield from _unexplained(where, block, rows)


def _telling(part: Section | Goal) -> list[tuple[Place, str]]:
    """Return the blocks of a goal's analysis, or of a section, that say that an årsmål is not reached."""
    if isinstance(part, Goal):
        texts = [(part.analysis, Place.of("goals", part.id, "analysis"))]
    else:
        place = Place.of("sections", part.id)
        texts = [(part.text, place / "text")]
        texts += [(table.comment, place / "tables" / table.id / "comment") for table in part.tables]
    blocks = (one for text, place in texts if text is not None for one in block_places(text, place))
    return [(where, block) for where, block in blocks if "rsmål" in block and NOT_REACHED.search(block)]


def _unexplained(where: Place, block: str, rows: Sequence[tuple[FigureCell, FigureCell]]) -> Iterator[Observation]:
    spans = sentences_of(block)
    for number, (start, end) in enumerate(spans):
        sentence = block[start:end]
        if not NOT_REACHED.search(sentence):
            continue
        told = block[spans[max(0, number - _REACH)].start : end]
        row = next((row for row in rows if _speaks_of(row, sentence, told)), None)
        near = block[spans[max(0, number - 1)].start : spans[min(len(spans) - 1, number + 1)].end]
        if row is not None and not _REASON.search(near):
            yield found(
                where.at(start, end),
                f"Texten säger att årsmålet {row[1].text} inte nås, men inte varför.",
                Said(sentence, where.at(start, end)).evidence,
                row[0].evidence,
                row[1].evidence,
                advice="Skriv vad det beror på.",
            )


def _row(indicator: Indicator, place: Place) -> tuple[FigureCell, FigureCell] | None:
    """Return outcome and target of a row that has no analysis of its own."""
    outcome, target = figure(indicator, place, "outcome"), figure(indicator, place, "target")
    explained = indicator.analysis is not None and not indicator.analysis.is_empty
    return (outcome, target) if outcome and target and not explained else None


def _speaks_of(row: tuple[FigureCell, FigureCell], sentence: str, told: str) -> bool:
    """Tell whether a sentence names the row's årsmål, and it or the sentences before it the row's outcome."""
    outcome, target = row
    return target.quantity.amount in _amounts(sentence) and outcome.quantity.amount in _amounts(told)


def _amounts(text: str) -> set[Decimal]:
    return {figure.low for figure in find_numbers(text).figures if not figure.is_range}
