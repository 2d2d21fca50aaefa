"""A rule about "142 av 189, 75 procent": so many of so many, and the share that they are said to be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from avstamt.domain.finding import Level
from avstamt.domain.quantity import format_amount
from avstamt.rules.model import Aspect, Context, Observation, found, rule
from avstamt.rules.prose import Written

_NUMBER = r"(?:\d{1,3}(?:[ \u00a0]\d{3})+|\d{1,6})"
_OF_MANY = re.compile(
    rf"(?<![\d,.–-])(?P<some>{_NUMBER})(?:\s[^\W\d_]+)?\sav\s(?:(?:de|totalt|våra|sammanlagt|[^\W\d_]+s)\s)?(?P<all>{_NUMBER})(?!,?\d)"
    r"[^.;:()\d%]{0,70}?"
    r"(?:(?P<says>,?\s(?:vilket|som|det)\s(?:ger|gav|är|blir|blev|motsvarar|motsvarade|innebär|betyder|utgör|vill\ssäga)|,?\s(?:dvs\.?|d\.v\.s\.|alltså|eller|motsvarande|motsvarar))"
    r"|(?P<opens>[,(–]))\s*"
    r"(?:en\s)?(?:(?:svarsfrekvens|svarsandel|andel|täckningsgrad|närvaro|nivå|måluppfyllelse)\s(?:på|av|om)\s)?"
    r"(?P<share>\d{1,3}(?:,\d{1,2})?)\s?(?:%|procent\b)(?!enhet)(?P<after>\s?[,.;)–]|\s?$)?(?!\s(?:av|bland|fler|färre|högre|lägre|mer|mindre)\b)",
    re.IGNORECASE,
)
_HUNDRED, _FEW = 100, 10
"""Up to ten, "sju av tio" is a way of speaking and no count."""
_YEARS = range(1950, 2101)


@rule("TXT-118", name="andel-av-antal", level=Level.DEVIATION, basis="räkning", reads="part", heeds=(Aspect.TEXTS,))
def share_is_that_of_its_numbers(context: Context) -> Iterator[Observation]:
    """En andel som står bredvid sina två antal är den som antalen ger.

    Varför: när ett antal rättas blir andelen bredvid lätt kvar, och läsaren kan räkna ut att den är fel.
    Fel: ”142 av 189 vårdnadshavare svarade, vilket ger en svarsfrekvens på 65 procent”.
    Rätt: ”142 av 189 vårdnadshavare svarade, vilket ger en svarsfrekvens på 75 procent”.
    """
    for block in context.written:
        if block.own and " av " in block.text and ("%" in block.text or "procent" in block.text):
            yield from _in_block(block)


def _in_block(block: Written) -> Iterator[Observation]:
    for match in _OF_MANY.finditer(block.text):
        some, every, said = _plain(match["some"]), _plain(match["all"]), _plain(match["share"])
        if not (match["says"] or match["after"]) or some > every or every <= _FEW or _is_year(match):
            continue
        decimals = len(match["share"].partition(",")[2])
        share = some * _HUNDRED / every
        if abs(share - said) >= Decimal(1).scaleb(-decimals):  # cut off or rounded, either will do
            yield found(
                block.place.at(*match.span("share")),
                f"{match['some']} av {match['all']} är {format_amount(round(share, decimals), decimals)} procent, inte {match['share']}.",
                block.quote(*match.span()),
                advice="Rätta något av talen.",
            )


def _plain(number: str) -> Decimal:
    return Decimal("".join(number.split()).replace(",", "."))


def _is_year(match: re.Match[str]) -> bool:
    return any(int(_plain(match[group])) in _YEARS and len(match[group]) == len("2024") for group in ("some", "all"))


SHARE_TEXT_RULES = (share_is_that_of_its_numbers,)
