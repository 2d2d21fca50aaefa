"""Rules that hold a report's text against an earlier report: what is copied unchanged, and figures that drifted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from avstamt.domain.finding import Evidence, Level
from avstamt.domain.indicator import INDICATOR_FIGURES
from avstamt.domain.place import Place
from avstamt.domain.quantity import Quantity, quantity
from avstamt.domain.report import Report, preorder
from avstamt.language.claims.reading import read_claims
from avstamt.language.numbers.model import Figure
from avstamt.rules.across_pairs import Comparison, compared
from avstamt.rules.model import Context, Observation, found, rule
from avstamt.rules.prose import Written, written

_WORD = re.compile(r"\w+")
_LONG = 25
"""Words in a paragraph that no one writes alike twice by chance."""

_OPENING, _FORMULA = 6, 3
"""A paragraph that begins with the same words as this many in its own report is a formula, and is no one year's."""

_MOST_APART = 8
_MOST_SHOWN = 20
_FEWEST = 5
_AIMS = frozenset({"description", "expected_result"})
_PLANNED = frozenset({*_AIMS, "working_method", "resource_use", "follow_up", "development"})
_COUNTS = {2: "Två", 3: "Tre", 4: "Fyra", 5: "Fem", 6: "Sex", 7: "Sju", 8: "Åtta", 9: "Nio", 10: "Tio"}


@rule("JMF-121", name="text-från-förra-året", level=Level.TIP, basis="jämförelse", compares=True)
def text_is_written_for_the_year(context: Context) -> Iterator[Observation]:
    """Långa stycken är skrivna för året, inte kopierade ordagrant ur en rapport från ett tidigare år.

    Varför: en text som är oförändrad sedan förra året berättar sällan om det år som har gått. Beskrivningar, förväntade
    resultat, inledningen och texter från nämnden räknas inte; de står ofta kvar med avsikt.
    Fel: en analys på trettio ord som står ordagrant likadan i förra årets rapport.
    Rätt: en analys som säger vad som hänt under året.
    """
    comparison = context.derived(compared)
    if comparison is None or comparison.same_year:
        return
    groups = [list(group) for _field, group in groupby(_copied(context, comparison.earlier), key=lambda one: one.field)]
    if len(groups) > _MOST_APART:
        groups = [[block for group in groups for block in group]]
    for blocks in groups:
        what = "Stycket är" if len(blocks) == 1 else f"{_COUNTS.get(len(blocks), len(blocks))} stycken är"
        figures = " med samma tal" if any(read_claims(block.text).figures for block in blocks) else ""
        yield found(
            blocks[0].place,
            f"{what} ordagrant {'detsamma' if len(blocks) == 1 else 'desamma'} som i {comparison.name}{figures}.",
            *(block.opening() for block in blocks[:_MOST_SHOWN]),
            advice="Skriv vad som gäller i år, eller låt det stå om det fortfarande stämmer.",
        )


@rule("JMF-122", name="tal-ändrat-bara-i-texten", level=Level.DEVIATION, basis="jämförelse", compares=True)
def figures_in_text_change_with_the_table(context: Context) -> Iterator[Observation]:
    """Ett tal i texten ändras inte utan att tabellen ändras.

    Varför: när utkast går runt rättas talet ofta på det ena stället och blir kvar på det andra.
    Fel: meningen sade 270 ungdomar i den förra versionen och säger 290 nu, men utfallet i tabellen är 270.
    Rätt: meningen säger 290 ungdomar, och utfallet i tabellen är 290.
    """
    comparison = context.derived(compared)
    if comparison is None or not comparison.same_year:
        return
    said_before = {said.key: said for said in _sayings(written(comparison.earlier), comparison)}
    cells = list(_cells(context.report))
    for said in _sayings(context.written, comparison):
        before = said_before.get(said.key)
        if before is not None and said.block.own:
            yield from _drifted(said, before, cells, comparison)


@dataclass(frozen=True, slots=True)
class _Saying:
    """A sentence with figures; `key` is the sentence without them and the field it stands in."""

    key: tuple[str, ...]
    block: Written
    start: int
    end: int
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell of a table that holds a number."""

    place: Place
    text: str
    number: Quantity


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


def _copied(context: Context, earlier: Report) -> Iterator[Written]:
    """Yield the long paragraphs of the writer's own that stand word for word in the earlier report."""
    known = {_words(block.text) for block in written(earlier)}
    openings = Counter(_words(block.text)[:_OPENING] for block in context.written)
    standing = _introduction(context.report)
    for block in context.written:
        introduces = block.section is not None and block.section.id in standing
        if block.own and not (block.is_heading or introduces or block.name in _AIMS):
            words = _words(block.text)
            if len(words) >= _LONG and words in known and openings[words[:_OPENING]] < _FORMULA:
                yield block


def _introduction(report: Report) -> frozenset[str]:
    """Return the ids of the sections that present the unit: the introduction and what lies below it."""
    tops = [section.id for section in report.sections if section.key == "introduction"]
    below = [node.id for top in tops for node, _depth in preorder(report.sections, top)]
    return frozenset((*tops, *below))


def _sayings(blocks: tuple[Written, ...], comparison: Comparison) -> Iterator[_Saying]:
    """Yield the sentences with figures that stand once in their report; of another kind of report only what is planned."""
    made = [
        saying
        for block in blocks
        if not block.is_heading and (comparison.is_draft or block.name in _PLANNED)
        for saying in _of_block(block)
    ]
    count = Counter(saying.key for saying in made)
    yield from (saying for saying in made if count[saying.key] == 1)


def _of_block(block: Written) -> Iterator[_Saying]:
    reading = read_claims(block.text)
    for start, end in reading.sentences:
        figures = tuple(figure for figure in reading.figures if start <= figure.span.start < end)
        if figures:
            masked = _masked(block.text, start, end, figures)
            if len(masked) >= _FEWEST:
                yield _Saying((block.name, *masked), block, start, end, figures)


def _masked(text: str, start: int, end: int, figures: tuple[Figure, ...]) -> tuple[str, ...]:
    pieces: list[str] = []
    at = start
    for figure in figures:
        pieces += [*_words(text[at : figure.span.start]), "#"]
        at = max(at, figure.span.end)
    return (*pieces, *_words(text[at:end]))


def _drifted(said: _Saying, before: _Saying, cells: list[_Cell], comparison: Comparison) -> Iterator[Observation]:
    for now, then in zip(said.figures, before.figures, strict=True):
        if (now.low, now.high, now.unit) == (then.low, then.high, then.unit) or _cell_with(now, cells) is not None:
            continue
        new, old = now.span.of(said.block.text), then.span.of(before.block.text)
        quotes = (
            said.block.quote(now.span.start, now.span.end),
            Evidence(said.block.place, before.block.quote(then.span.start, then.span.end).quote, comparison.name),
        )
        place = said.block.place.at(now.span.start, now.span.end)
        change = f"Talet i texten har ändrats från {old} till {new} sedan {comparison.name}"
        if (cell := _cell_with(then, cells)) is not None:
            evidence = (*quotes, Evidence(cell.place, cell.text))
            yield found(
                place, f"{change}, men i tabellen står {cell.text} kvar.", *evidence, advice="Rätta det som är fel."
            )
        else:
            message = f"{change}, och inget av dem står i någon tabell."
            yield found(place, message, *quotes, advice="Kontrollera vilket som stämmer.", level=Level.TIP)


def _cell_with(figure: Figure, cells: list[_Cell]) -> _Cell | None:
    return next((cell for cell in cells if _says(figure, cell.number)), None)


def _says(figure: Figure, number: Quantity) -> bool:
    """Tell whether a figure in prose is a cell's number, maybe rounded."""
    if figure.amount is None or (figure.unit and number.unit and figure.unit != number.unit):
        return False
    apart = abs(abs(figure.amount) - abs(number.amount))
    half = Quantity(figure.amount, decimals=figure.decimals).interval[1] - figure.amount
    return apart <= half if number.decimals > figure.decimals else apart == 0


def _cells(report: Report) -> Iterator[_Cell]:
    """Yield every number of the report's indicator and economy tables, whatever order its parts have."""
    for goal in sorted(report.goals, key=lambda goal: goal.id):
        for row in sorted(goal.indicators, key=lambda row: row.id):
            place = Place.of("goals", goal.id, "indicators", row.id)
            yield from (_cell for name in INDICATOR_FIGURES if (_cell := _number(place / name, getattr(row, name))))
    for section in sorted(report.sections, key=lambda section: section.id):
        for table in sorted(section.tables, key=lambda table: table.id):
            place = Place.of("sections", section.id, "tables", table.id, "rows")
            for line in sorted(table.rows, key=lambda line: line.id):
                places = ((place / line.id / "cells" / cell.id, cell.text) for cell in line.cells)
                yield from (_cell for where, text in places if (_cell := _number(where, text)))


def _number(place: Place, text: str) -> _Cell | None:
    number = quantity(text)
    return _Cell(place, text.strip(), number) if number else None
