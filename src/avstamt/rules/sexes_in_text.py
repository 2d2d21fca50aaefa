"""Rules about what text tells of women and men: shares that make the whole, and how many or how often, as in the table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from avstamt.domain.finding import Level
from avstamt.domain.goal import Goal
from avstamt.domain.indicator import Indicator
from avstamt.domain.quantity import quantity
from avstamt.rules.assessment_counts import number_of
from avstamt.rules.figures import FigureCell, figure
from avstamt.rules.mentions import name_stems
from avstamt.rules.model import Aspect, Context, Observation, found, rule
from avstamt.rules.prose import Written

_SEXES = ("flickor", "pojkar", "kvinnor", "män", "tjejer", "killar")
_SEX = rf"(?:{'|'.join(_SEXES)})"
_SHARES = re.compile(
    rf"(?P<a>\d+(?:,\d+)?)\s?(?:%|procent)\s(?:av\s(?:de\s)?[a-zåäö]+\s)?(?:är\s|var\s)?(?P<one>{_SEX})(?:,|\soch)\s"
    rf"(?P<b>\d+(?:,\d+)?)\s?(?:%|procent)\s(?:är\s|var\s)?(?P<other>{_SEX})\b",
    re.IGNORECASE,
)
_DIVIDED = re.compile(
    r"\b(?:är|var|fördel\w*|uppdel\w*|könsfördelning\w*|antal\w*|varav|deltagare|besökare|svarande|personer)\b",
    re.IGNORECASE,
)
_OF_EACH = re.compile(
    r"\b(?:nöjd\w*|andel\w*|instämm\w*|upplev\w*|uppg\w+|känner|anser|svarade|trygg\w*|nådd\w*)\b", re.IGNORECASE
)
_OF_THEM = re.compile(
    r"\b(?P<count>\d{1,5}|[a-zåäö]{2,7}) av (?:dem|dessa) (?:är|var) (?P<sex>män|kvinnor|pojkar|flickor)\b",
    re.IGNORECASE,
)
_OFTENER = re.compile(
    r"\b(?P<one>kvinnor|män|flickor|pojkar)\b(?!\soch\b)[^.]{0,20}?\b(?P<how>oftare|i högre grad|i större utsträckning|mer sällan|i lägre grad|i mindre utsträckning)\b"
    r"[^.]{0,20}?\bän (?P<other>kvinnor|män|flickor|pojkar)\b",
    re.IGNORECASE,
)
_MORE = ("oftare", "högre", "större")
_MEN = ("män", "pojkar", "killar")
_WHOLE, _ROUNDING = 100, 1
_ENOUGH = 0.6
_FEWEST_STEMS = 2
_FIGURE = re.compile(r"(?<![\d,.])\d{1,3}(?:[ \u00a0]\d{3})+|(?<![\d,.])\d+")


@rule("TXT-115", name="könsandelar-i-text", level=Level.DEVIATION, basis="räkning", reads="part", heeds=(Aspect.TEXTS,))
def shares_of_the_sexes_make_the_whole(context: Context) -> Iterator[Observation]:
    """Andelen flickor och andelen pojkar av samma grupp är tillsammans 100 procent.

    Varför: delarna är av samma helhet. Blir de inte hundra är något av talen fel, eller så saknas en grupp.
    Fel: ”Av besökarna var 43 % flickor och 67 % pojkar”.
    Rätt: ”Av besökarna var 43 % flickor och 57 % pojkar”.
    """
    for block in context.written:
        for match in _SHARES.finditer(block.text) if block.own and _tells_of_a_sex(block.text) else ():
            sentence = block.text[slice(*block.sentence(*match.span()))]
            pair = {match["one"].lower() in _MEN, match["other"].lower() in _MEN}
            if len(pair) == 1 or not _DIVIDED.search(sentence) or _OF_EACH.search(sentence):
                continue
            both = sum((Decimal(match[group].replace(",", ".")) for group in "ab"), Decimal(0))
            if abs(both - _WHOLE) > _ROUNDING:
                yield found(
                    block.place.at(*match.span()),
                    f"{match['a']} och {match['b']} procent blir {str(both).replace('.', ',')}, inte 100.",
                    block.quote(*match.span()),
                    advice="Rätta något av talen, eller skriv vilka fler som ingår.",
                )


@rule(
    "TXT-116",
    name="kön-mot-raden",
    level=Level.DEVIATION,
    basis="samstämmighet",
    reads="text",
    heeds=(Aspect.INDICATORS,),
)
def what_is_told_of_a_sex_is_in_the_table(context: Context) -> Iterator[Observation]:
    """Det som texten berättar om ett kön säger också indikatorns rad.

    Varför: kvinnor och män byter lätt plats när en mening eller en kolumn skrivs om.
    Fel: ”Antalet ökade till 104, och elva av dem var kvinnor”, när raden har 104, varav 11 män.
    Rätt: ”Antalet ökade till 104, och elva av dem var män”, när raden har 104, varav 11 män.
    """
    rows = [row for row in _split_rows(context) if row[2].quantity.amount != row[3].quantity.amount]
    for block in context.written if rows else ():
        if (
            block.own
            and block.goal is not None
            and not block.is_heading
            and (_counts(block.text) or _compares(block.text))
        ):
            near = [row for row in rows if _is_near(context, row[0], block.goal)]
            yield from _counted(block, near)
            yield from _compared(block, near)


_Row = tuple[Goal, Indicator, FigureCell, FigureCell]
"""A row with the figures of men and of women."""


def _split_rows(context: Context) -> Iterator[_Row]:
    for goal, indicator, place in context.indicators:
        men, women = figure(indicator, place, "outcome_men"), figure(indicator, place, "outcome_women")
        if men is not None and women is not None and men.quantity.unit == women.quantity.unit:
            yield goal, indicator, men, women


def _is_near(context: Context, goal: Goal, other: Goal) -> bool:
    """Tell whether one of two goals is the other or stands right above it."""
    return goal.id == other.id or goal.id in context.above[other.id]


@lru_cache(maxsize=4096)  # a text is searched again only when it has changed
def _counts(text: str) -> tuple[re.Match[str], ...]:
    lower = text.lower()
    return tuple(_OF_THEM.finditer(text)) if " av dem " in lower or " av dessa " in lower else ()


@lru_cache(maxsize=4096)
def _compares(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_OFTENER.finditer(text)) if " än " in text else ()


@lru_cache(maxsize=4096)  # a text is searched again only when it has changed
def _tells_of_a_sex(text: str) -> bool:
    lower = text.lower()
    return any(word in lower for word in _SEXES)


def _counted(block: Written, rows: list[_Row]) -> Iterator[Observation]:
    """Yield counts of one sex, beside the whole of a row, that are not the row's."""
    for match in _counts(block.text):
        count = number_of(match["count"])
        sentence = block.text[slice(*block.sentence(*match.span()))]
        said = {re.sub(r"\D", "", one) for one in _FIGURE.findall(sentence)}
        for _goal, row, men, women in rows:
            whole = quantity(row.outcome)
            if count is None or whole is None or whole.is_share or str(whole.amount) not in said:
                continue
            cell = men if match["sex"].lower() in _MEN else women
            if cell.quantity.amount != count:
                yield _contradicted(block, match, row, men, women)


def _compared(block: Written, rows: list[_Row]) -> Iterator[Observation]:
    """Yield sentences that say which sex does something oftener, where the row they name says the other."""
    for match in _compares(block.text):
        rest = block.text[slice(*block.sentence(*match.span()))].lower()
        named = [row for row in rows if _names(rest, row[1])]
        men_said = (match["one"].lower() in _MEN) == any(word in match["how"].lower() for word in _MORE)
        if len(named) == 1 and (match["one"].lower() in _MEN) != (match["other"].lower() in _MEN):
            _goal, row, men, women = named[0]
            if men_said != (men.quantity.amount > women.quantity.amount):
                yield _contradicted(block, match, row, men, women)


def _names(sentence: str, row: Indicator) -> bool:
    stems = name_stems(row.name)
    known = [stem for stem in stems if stem in sentence]
    return len(known) >= _FEWEST_STEMS and len(known) >= _ENOUGH * len(stems)


def _contradicted(
    block: Written, match: re.Match[str], row: Indicator, men: FigureCell, women: FigureCell
) -> Observation:
    return found(
        block.place.at(*match.span()),
        f"Texten säger ’{' '.join(match.group().split())}’, men för ’{row.name}’ är det {men.text} för män och "
        f"{women.text} för kvinnor.",
        block.quote(*match.span()),
        men.evidence,
        women.evidence,
        advice="Rätta texten eller tabellen.",
    )


SEX_TEXT_RULES = (shares_of_the_sexes_make_the_whole, what_is_told_of_a_sex_is_in_the_table)
