"""A rule about targets that stand in expected results and in plans: as the indicator's årsmål."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from avstamt.domain.finding import Level
from avstamt.domain.goal import Goal
from avstamt.domain.indicator import Indicator
from avstamt.domain.report import ReportKind
from avstamt.rules.figures import FigureCell, figure
from avstamt.rules.mentions import name_stems
from avstamt.rules.model import Aspect, Context, Observation, found, rule
from avstamt.rules.prose import Written
from avstamt.rules.prose_scope import narrows

_NUMBER = r"(?P<number>\d{1,3}(?:[ \u00a0]\d{3})+|\d+(?:,\d+)?)(?P<unit>\s?%|\sprocent\b(?!enhet))?(?!\s?[-–]\s?\d)"
_LIMITS, _TARGET = r"\b(?:minst|högst|lägst|max(?:imalt)?)\s", r"\bårsmålet(?:\sär|\spå)?\s"
_OPENING_SHARE = r"(?:^|(?<=[.!?]\s)|(?<=\n))(?=\d+(?:,\d+)?\s?(?:%|procent\b(?!enhet)))"
_IN_PLAN = re.compile(rf"(?:{_LIMITS}|{_TARGET}){_NUMBER}", re.IGNORECASE)
_IN_AIM = re.compile(rf"(?:{_LIMITS}|{_OPENING_SHARE}){_NUMBER}", re.IGNORECASE)
_IN_PLANNED_AIM = re.compile(rf"(?:{_LIMITS}|{_TARGET}|{_OPENING_SHARE}){_NUMBER}", re.IGNORECASE)
_MEASURE = re.compile(r"^(?P<what>[^,(]+?)(?:,\s+|\s+\()(?P<measure>[^\d()]+)\)?$")
_STOP = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])|\n")
_AT_A_PLACE = re.compile(r"\b(?:på|i|inom|vid)\s+(?:avdelningen|enheten|förskolan|huset|boendet|gruppen)\s+[A-ZÅÄÖ]")
_YEAR = re.compile(r"\b20\d\d\b")
_AIM = "expected_result"
_ENOUGH = 0.6
_FIGURES_OF_A_SHARE = ("", "%")


@rule(
    "TXT-117",
    name="mål-i-förväntat-resultat",
    level=Level.TIP,
    basis="samstämmighet",
    heeds=(Aspect.TEXTS, Aspect.INDICATORS),
)
def target_in_an_aim_is_that_of_the_table(context: Context) -> Iterator[Observation]:
    """Ett mål i tal som står i förväntat resultat, eller i en plans text, är indikatorns årsmål.

    Varför: läsaren ser två olika mål för samma sak. Är enhetens mål ett annat än nämndens behöver det sägas.
    Fel: förväntat resultat ”Sjukfrånvaron är högst 7,5 procent”, med årsmålet 6,5 %.
    Rätt: förväntat resultat ”Sjukfrånvaron är högst 6,5 procent”, med årsmålet 6,5 %.
    """
    rows = [
        (goal, row, cell)
        for goal, row, place in context.indicators
        if (cell := figure(row, place, "target")) is not None and cell.quantity.unit in _FIGURES_OF_A_SHARE
    ]
    plan = context.report.kind is ReportKind.PLAN
    for block in context.in_writing(_aiming, plan) if rows else ():
        near = [row for row in rows if block.goal is None or _is_near(context, row[0], block.goal)]
        yield from _differing(block, near, _cue(block, plan=plan), context.report.year)


def _aiming(blocks: Sequence[Written], plan: bool) -> list[Written]:
    """Return the writer's own blocks that give a target as a number."""
    own = (block for block in blocks if block.own and not block.is_heading)
    return [block for block in own if (plan or block.name == _AIM) and _cue(block, plan=plan).search(block.text)]


def _cue(block: Written, *, plan: bool) -> re.Pattern[str]:
    """Return what a target begins with: in an expected result a share that opens the sentence is one too."""
    if block.name != _AIM:
        return _IN_PLAN
    return _IN_PLANNED_AIM if plan else _IN_AIM


def _is_near(context: Context, goal: Goal, other: Goal) -> bool:
    """Tell whether one of two goals is the other or stands above it."""
    return goal.id == other.id or goal.id in context.above[other.id]


def _differing(
    block: Written, rows: list[tuple[Goal, Indicator, FigureCell]], cue: re.Pattern[str], year: int
) -> Iterator[Observation]:
    for start, end in _sentences(block.text):
        sentence = block.text[start:end]
        if any(int(one) != year for one in _YEAR.findall(sentence)) or _AT_A_PLACE.search(sentence):
            continue
        found_in = list(cue.finditer(block.text, start, end))
        for number, match in enumerate(found_in):
            after = found_in[number + 1].start() if number + 1 < len(found_in) else end
            before = found_in[number - 1].end() if number else start
            opens = match.group()[0].isdecimal() or not block.text[start : match.start()].strip()
            clause = block.text[match.end() : after] if opens else block.text[before : match.start()]
            named = _named(clause, rows) or _measured(
                block.text[before : match.start()], block.text[match.end() : after], rows
            )
            yield from _held(block, match, [one for one in named if not narrows(sentence, one[0].name)])


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in _STOP.finditer(text):
        yield start, stop.start()
        start = stop.end()
    yield start, len(text)


def _named(clause: str, rows: list[tuple[Goal, Indicator, FigureCell]]) -> list[tuple[Indicator, FigureCell]]:
    """Return the indicators most of whose words stand in a clause."""
    said = clause.lower()
    named: list[tuple[Indicator, FigureCell]] = []
    for _goal, row, cell in rows:
        stems = name_stems(row.name)
        known = [stem for stem in stems if re.search(rf"\b{re.escape(stem)}", said)]
        if stems and len(known) >= _ENOUGH * len(stems):
            named.append((row, cell))
    return named


def _measured(
    said: str, behind: str, rows: list[tuple[Goal, Indicator, FigureCell]]
) -> list[tuple[Indicator, FigureCell]]:
    """Return the indicators that are named before a figure in whose own measure it is: "högst 40 gram per portion"."""
    before, unit = said.lower(), behind.strip().lower()
    named: list[tuple[Indicator, FigureCell]] = []
    for _goal, row, cell in rows:
        match = _MEASURE.match(row.name.strip())
        if match is None or not re.match(rf"{re.escape(match['measure'].lower())}\b", unit):
            continue
        stems = name_stems(match["what"])
        if stems and all(re.search(rf"\b{re.escape(stem)}", before) for stem in stems):
            named.append((row, cell))
    return named


def _held(block: Written, match: re.Match[str], named: list[tuple[Indicator, FigureCell]]) -> Iterator[Observation]:
    """Yield the target told where none of the indicators named has it, and one of them is of its sort."""
    said = Decimal(re.sub(r"[ \u00a0]", "", match["number"]).replace(",", "."))
    fitting = [(row, cell) for row, cell in named if (cell.quantity.unit == "%") == bool(match["unit"])]
    if not fitting or any(cell.quantity.amount == said for _row, cell in named):
        return
    row, cell = min(fitting, key=lambda one: (len(one[0].name), one[0].name, one[1].text, one[1].place))
    yield found(
        block.place.at(*match.span()),
        f"Texten säger ’{' '.join(match.group().split())}’, men årsmålet för ’{row.name}’ är {cell.text}.",
        block.quote(*match.span()),
        cell.evidence,
        advice="Rätta talet, eller skriv varför målet är ett annat.",
    )
