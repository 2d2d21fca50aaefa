"""What the running text says of the economy's tables: most areas, amounts that are missing, empty rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from avstamt.domain.economy import ColumnRole, RowRole
from avstamt.domain.finding import Evidence
from avstamt.language.claims.model import Balance, Result
from avstamt.language.numbers.model import Figure, Sort
from avstamt.language.wordforms.stems import stem
from avstamt.rules.amounts import amount, column_of, rows_of, tables
from avstamt.rules.model import Context, Observation, found
from avstamt.rules.prose import few
from avstamt.rules.prose_claims import Passage, Told, in_told, sentences_told
from avstamt.rules.writing_places import in_order

_MOST = re.compile(
    r"\b(?P<how>de\s+flesta|flertalet|merparten\s+av|majoriteten\s+av|samtliga|alla)\s+(?:av\s+)?(?:nämndens\s+)?"
    r"verksamhet(?:er(?:na)?|sområden(?:a)?)?\b[^.;]*\bi\s+balans\b",
    re.IGNORECASE,
)
_EXCEEDS = re.compile(r"\böver(?:skrider|skred|skridit|stiger|steg|stigit)\s+(?:\w+\s+)?budget\w*", re.IGNORECASE)
_OWN_SHORTFALL = re.compile(r"\bett\s+(?:\w+\s+)?(?:under|över)skott\b", re.IGNORECASE)
_APPLIED_FOR = re.compile(r"\b(?:an)?sök(?:er|a|t|te|an\w*)\b|\bbegär\w*|\bäskar?\b|\bföresl\w+", re.IGNORECASE)
"""Money that is asked for stands in no row until it is granted."""

_FEW_ROWS = 3
_MOST_SHOWN = 5
_LONG = 7
_AROUND = 12
_TELLING = (ColumnRole.ADJUSTED_VARIANCE, ColumnRole.VARIANCE)


def counted_areas(context: Context) -> Iterator[Observation]:
    """Yield "de flesta verksamheterna … i balans" where most rows of the table deviate."""
    rows = [row for row in _areas(context) if len(row[1]) >= _FEW_ROWS]
    if len(rows) != 1:
        return
    even, cells = rows[0]
    seen: set[str] = set()
    for told, match in sorted(in_told(context, _of_most), key=lambda one: in_order(one[0].block.place)):
        if told.text in seen:
            continue
        seen.add(told.text)
        every = match["how"].lower() in ("samtliga", "alla")
        if 2 * even > len(cells) and not (every and even < len(cells)):
            continue
        start = told.span.start + match.start()
        yield found(
            told.block.place.at(start, start + len(match.group())),
            f"Texten säger ’{' '.join(match.group().split())}’, men i tabellen är {even} av {len(cells)} rader i balans.",
            told.evidence,
            *few(cells, _MOST_SHOWN),
            advice="Rätta texten.",
        )


def _of_most(passages: Sequence[Passage]) -> list[tuple[Told, re.Match[str]]]:
    """Return the sentences that say how many of the areas are in balance."""
    told = (told for passage in passages for told in passage.sentences)
    return [(one, match) for one in told if "balans" in one.text.lower() and (match := _MOST.search(one.text))]


def _areas(context: Context) -> Iterator[tuple[int, list[Evidence]]]:
    """Yield for each table how many of its areas are in balance, and the variances of all."""
    for table, place in tables(context):
        column = column_of(table.columns, *_TELLING)
        cells = [amount(row, column, place) for row in rows_of(table, RowRole.AREA)] if column else []
        filled = [cell for cell in cells if cell and cell.filled]
        if filled:
            yield sum(cell.number.amount == 0 for cell in filled), [cell.evidence for cell in filled]


def untold_amounts(context: Context) -> Iterator[Observation]:
    """Yield "överskrider budget" and "ett underskott" that no amount goes with."""
    labels = [stems for table, _place in tables(context) for row in table.rows if (stems := _stems(row.label))]
    sentences = list(sentences_told(context))
    for told, following in zip(sentences, (*sentences[1:], None), strict=False):
        if told.block.section is None or told.block.name not in ("text", "comment") or not _is_economy(told):
            continue
        for claim in told.claims:
            if isinstance(claim, Balance) and _lacks_amount(told, claim, following) and not _has_row(told, labels):
                yield found(
                    told.at(claim),
                    f"Texten säger {claim.result.value} mot budget, men inte hur stort.",
                    told.evidence,
                    advice="Skriv beloppet.",
                )
                break


def _is_economy(told: Told) -> bool:
    section = told.block.section
    return section is not None and section.key != "summary"


def _lacks_amount(told: Told, claim: Balance, following: Told | None) -> bool:
    words = told.block.text[max(0, claim.span.start - _AROUND) : claim.span.end + _AROUND]
    if claim.figure or claim.negated or claim.result is Result.EVEN or claim.modality.name not in ("FACT", "FORECAST"):
        return False
    if not (_EXCEEDS.search(told.text) or _OWN_SHORTFALL.search(words)):
        return False
    near = [told, following] if following and following.block.place == told.block.place else [told]
    return not any(number.sort in (Sort.MONEY, Sort.SHARE) for one in near for number in _numbers(one))


def _numbers(told: Told) -> Iterator[Figure]:
    return (number for claim in told.claims for number in claim.figures)


def _has_row(told: Told, labels: list[frozenset[str]]) -> bool:
    words = _stems(told.text)
    return any(label <= words for label in labels)


def empty_rows(context: Context) -> Iterator[Observation]:
    """Yield each amount that the texts give for a row whose cells are all empty."""
    empty = [
        (row, place, words)
        for table, place in tables(context)
        for row in table.rows
        if len(row.label.strip()) >= _LONG and not any(cell.text.strip() for cell in row.cells)
        if len(words := _stems(row.label)) == 1
    ]
    for told, numbers in in_told(context, _of_money) if empty else ():
        for row, place, words in empty:
            if words <= _stems(told.text):
                yield found(
                    told.block.place.at(*numbers[0].span),
                    f"Texten ger {numbers[0].span.of(told.block.text)} till {row.label.strip().lower()}, men raden är tom.",
                    told.evidence,
                    Evidence(place / "rows" / row.id / "label", row.label),
                    advice="Fyll i raden, eller skriv varför den är tom.",
                )


def _of_money(passages: Sequence[Passage]) -> list[tuple[Told, list[Figure]]]:
    """Return the sentences that give one amount which is not asked for, with that amount."""
    told = (one for passage in passages for one in passage.sentences if one.block.name != "proposals")
    given = ((one, [number for number in _numbers(one) if number.sort is Sort.MONEY]) for one in told)
    return [(one, numbers) for one, numbers in given if len(numbers) == 1 and not _APPLIED_FOR.search(one.text)]


@lru_cache(maxsize=4096)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word.lower()) for word in re.findall(r"[^\W\d_]{4,}", text))
