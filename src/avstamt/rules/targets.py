"""Rules about the årsmål: a target that is missed is explained."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from avstamt.domain.finding import Evidence, Level
from avstamt.domain.goal import Goal
from avstamt.domain.indicator import Indicator
from avstamt.domain.place import Place
from avstamt.domain.report import ReportKind
from avstamt.rules.aims import Aim, Verdict, aim_of, judge
from avstamt.rules.figures import FigureCell, figure, is_count, shown
from avstamt.rules.mentions import Mention, mentions, name_stems, names
from avstamt.rules.model import TRIED, UNTRIED, Aspect, Context, Observation, Trial, found, rule
from avstamt.rules.prose import few

_AFTER = (ReportKind.TERTIAL_1, ReportKind.TERTIAL_2, ReportKind.ANNUAL)
_AGAINST_TARGET = "utfall och prognoser mot årsmål"
_SPEAKS_OF_TARGET = re.compile(
    r"\b(års)?mål(et|en|sättning\w*|nivå\w*)?\b|\buppn(år|å|ås|ått|åtts|ådde\w*)\b|\bmåluppfyll\w+|\bnå(r|s|dde\w*|tt\w*)\b",
    re.IGNORECASE,
)
_GIVES_REASON = re.compile(
    r"\b(beror|berott|på grund av|till följd av|eftersom|därför|orsak\w*|förklar\w*|anledning\w*|vilket har gjort|trots att|"
    r"(?<!år )(?<!året )(?<!20\d\d )då)\b",
    re.IGNORECASE,
)
_SAYS_REACHED = re.compile(
    r"\b(?:når|nådde|(?:har|är)\s+(?:upp)?nått|uppnår|uppnådde)\s+(?:\w+\s+){0,2}?årsmålet\b"
    r"|\bårsmålet\s+(?:\w+\s+)?(?:nås|nåddes|uppnås|uppnåddes|är\s+(?:upp)?nått|har\s+(?:upp)?nåtts)\b",
    re.IGNORECASE,
)
_NOT_QUITE = re.compile(
    r"\b(?:inte|ej|ingen|inga|nästan|knappt|delvis|utom|endast|om|när|först|hur|för\s+att|förra|föregående)\b",
    re.IGNORECASE,
)
_QUOTED = 200
_MOST_SHOWN = 2


@rule(
    "IND-201",
    name="årsmål-utan-analys",
    level=Level.DEVIATION,
    basis="fullständighet",
    kinds=_AFTER,
    claims=_AGAINST_TARGET,
    heeds=(Aspect.TEXTS, Aspect.INDICATORS),
)
def missed_target_is_explained(context: Context) -> Iterator[Observation | Trial]:
    """Ett årsmål som inte nås får en förklaring.

    Varför: den som läser vill veta vad resultatet beror på. Ett missat årsmål är inget fel, men ett missat årsmål som
    ingen nämner är en lucka. I en tertialrapport prövas prognosen, och utfallet bara när det inte växer under året.
    Fel: Antal hemlösa, utfall 174 st, årsmål 150 st, och ingen text som nämner det.
    Rätt: samma tal och analysen ”Fler har vräkts under året, därför nås inte årsmålet”.
    """
    for goal, indicator, place in context.indicators:
        missed = missed_by(context, indicator, place)
        if isinstance(missed, Trial):
            yield missed
        elif missed is not None:
            yield TRIED
            if indicator.analysis is None or indicator.analysis.is_empty:
                yield from _unexplained(context, goal, indicator, missed)


@dataclass(frozen=True, slots=True)
class Missed:
    """A figure that is short of its aim, with the places of both."""

    cell: FigureCell
    aim: Aim
    target: Evidence


def missed_by(context: Context, indicator: Indicator, place: Place) -> Missed | Trial | None:
    """Return the figure that misses the årsmål; else whether it could be tried, None where there is nothing to try."""
    aim = aim_of(indicator.target, context.direction(indicator), indicator.previous)
    cell = _judged(context, indicator, place)
    if aim is None or cell is None:
        return None
    verdict = judge(cell.quantity, aim)
    if verdict is Verdict.REACHED:
        return TRIED
    if verdict is Verdict.UNKNOWN or _still_growing(context, indicator, cell, aim):
        return UNTRIED
    return Missed(cell, aim, Evidence(place / "target", indicator.target.strip()))


def _judged(context: Context, indicator: Indicator, place: Place) -> FigureCell | None:
    """Return the figure to hold against the årsmål: the forecast where there is one, else the outcome."""
    forecast = figure(indicator, place, "forecast") if context.report.kind.is_tertial else None
    return forecast or figure(indicator, place, "outcome")


def _still_growing(context: Context, indicator: Indicator, cell: FigureCell, aim: Aim) -> bool:
    """Tell whether an outcome within the year may yet reach a target that more is better for."""
    if not context.report.kind.is_tertial or cell.name == "forecast" or aim.asks_for_less:
        return False
    return is_count(indicator, context.entry(indicator), (cell,)) or not (
        cell.quantity.is_share or "index" in indicator.name.lower()
    )


def _unexplained(context: Context, goal: Goal, indicator: Indicator, missed: Missed) -> Iterator[Observation]:
    cell = missed.cell
    subject = "Prognosen" if cell.name == "forecast" else "Utfallet"
    short = f"{subject} {shown(cell.quantity)} når inte årsmålet {_target(missed)}{missed.aim.why}"
    where = tuple(mentions(context, goal, indicator, cell.quantity))
    if not where:
        yield found(
            cell.place,
            f"{short}, och analysen säger inte varför.",
            cell.evidence,
            missed.target,
            advice="Skriv en analys, eller ange skäl.",
        )
    elif claims := _claims(context, indicator, where):
        yield _claimed(short, missed, claims)
    elif not any(_SPEAKS_OF_TARGET.search(one.near) or _GIVES_REASON.search(one.near) for one in where):
        yield found(
            cell.place,
            f"{short}. Texten nämner indikatorn, men säger varken att årsmålet missas eller varför.",
            cell.evidence,
            missed.target,
            *few((_quoted(one) for one in where), _MOST_SHOWN),
            advice="Skriv vad resultatet beror på.",
        )


def _claimed(short: str, missed: Missed, claims: list[Mention]) -> Observation:
    return found(
        missed.cell.place,
        f"{short}, men texten säger att det nås.",
        missed.cell.evidence,
        missed.target,
        *few((_quoted(one) for one in claims), _MOST_SHOWN),
        advice="Rätta texten eller talen, och skriv vad resultatet beror på.",
    )


def _claims(context: Context, indicator: Indicator, where: Sequence[Mention]) -> list[Mention]:
    """Return the sentences that say that a missed target is reached; of a year that is over, TXT-106 tells them."""
    return [one for one in where if _says_reached(indicator, one)] if context.report.kind.is_tertial else []


def _says_reached(indicator: Indicator, one: Mention) -> bool:
    """Tell whether a sentence that names the indicator itself says that its årsmål is reached."""
    told = _SAYS_REACHED.search(one.sentence) and not _NOT_QUITE.search(one.sentence)
    return bool(told) and names(one.sentence, name_stems(indicator.name))


def _target(missed: Missed) -> str:
    quantity = missed.aim.quantity
    plain = quantity is not None and missed.aim.why
    return shown(quantity) if plain and quantity is not None else f"’{missed.target.quote}’"


def _quoted(one: Mention) -> Evidence:
    text = one.sentence if len(one.sentence) <= _QUOTED else f"{one.sentence[:_QUOTED].rsplit(' ', 1)[0]} …"
    return Evidence(one.place, text)
