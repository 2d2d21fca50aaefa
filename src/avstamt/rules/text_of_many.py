"""A rule about "142 av 189, 75 procent" and "mer än hälften (54 procent)": the share that numbers and words are said to be."""

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
_PARTS = {
    "hälften": Decimal(50), "en majoritet": Decimal(50), "majoriteten": Decimal(50), "merparten": Decimal(50),
    "en tredjedel": Decimal(100) / 3, "två tredjedelar": Decimal(200) / 3, "en fjärdedel": Decimal(25),
    "tre fjärdedelar": Decimal(75), "en femtedel": Decimal(20), "fyra femtedelar": Decimal(80), "en tiondel": Decimal(10),
    "två av tre": Decimal(200) / 3, "tre av fyra": Decimal(75), "fyra av fem": Decimal(80), "nio av tio": Decimal(90),
    "åtta av tio": Decimal(80), "sju av tio": Decimal(70), "sex av tio": Decimal(60),
}  # fmt: skip
"""The per cent that words for a part of the whole say."""

_MAJORITY = ("en majoritet", "majoriteten", "merparten")
_MORE = ("mer än", "fler än", "över", "drygt", "minst")
_LESS = ("mindre än", "färre än", "under", "knappt", "nästan", "närmare", "högst")
_IN_WORDS = re.compile(
    rf"(?:\b(?P<degree>{'|'.join((*_MORE, *_LESS))})\s)?\b(?P<part>{'|'.join(_PARTS)})\b"
    r"(?:\s(?!av\sdem\b)[^.;:,()\d%]{1,60}?)?"
    r"(?:\s?\(|,\s(?:(?:dvs\.?|alltså|det\svill\ssäga|närmare\sbestämt|eller)\s)?)"
    r"(?P<share>\d{1,3}(?:,\d{1,2})?)\s?(?:%|procent\b)(?=\s?[,)])(?!,\s\d)",
    re.IGNORECASE,
)
_ROUGHLY, _ROUNDED = Decimal(7), Decimal("0.5")
"""Points that "hälften" may be away from half, and those that "mer än hälften" may be short of it by rounding."""

_FAR = Decimal(15)
"""Points above a part of which nobody says that it is just more, "drygt hälften", and as many below."""

_HUNDRED, _FEW = 100, 10
"""Up to ten, "sju av tio" is a way of speaking and no count."""
_YEARS = range(1950, 2101)


@rule("TXT-118", name="andel-av-antal", level=Level.DEVIATION, basis="räkning", reads="part", heeds=(Aspect.TEXTS,))
def share_is_that_of_its_numbers(context: Context) -> Iterator[Observation]:
    """En andel som står bredvid sina två antal är den som antalen ger, och ”mer än hälften” är mer än 50 procent.

    Varför: när ett antal eller en andel rättas blir talet eller orden bredvid lätt kvar, och läsaren kan räkna ut att det
    är fel. Ungefärliga ord som ”en tredjedel” får vara några procentenheter ifrån.
    Fel: ”142 av 189 vårdnadshavare svarade, vilket ger en svarsfrekvens på 65 procent”.
    Rätt: ”142 av 189 vårdnadshavare svarade, vilket ger en svarsfrekvens på 75 procent”.
    """
    for block in context.written:
        if block.own and ("%" in block.text or "procent" in block.text):
            if " av " in block.text:
                yield from _in_block(block)
            if _named(block.text):
                yield from _in_words(block)


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


def _named(text: str) -> bool:
    """Tell whether a text has a word for a part of the whole."""
    return any(
        part in text for part in ("älften", "ajoritet", "erparten", "del", "av tre", "av fyra", "av fem", "av tio")
    )


def _in_words(block: Written) -> Iterator[Observation]:
    for match in _IN_WORDS.finditer(block.text):
        words = f"{match['degree'] or ''} {match['part']}".strip()
        if not _fits(match["degree"], match["part"].lower(), _plain(match["share"])):
            yield found(
                block.place.at(*match.span("share")),
                f"’{words}’ och {match['share']} procent säger inte samma sak.",
                block.quote(*match.span()),
                advice="Rätta orden eller talet.",
            )


def _fits(degree: str | None, part: str, share: Decimal) -> bool:
    """Tell whether a share may be called this part of the whole."""
    said, how = _PARTS[part], (degree or "").lower()
    if part in _MAJORITY or how in ("mer än", "fler än", "över", "minst"):
        return share >= said - _ROUNDED
    if how in ("mindre än", "färre än", "under", "högst"):
        return share <= said + _ROUNDED
    if how in _MORE:
        return -_ROUNDED <= share - said <= _FAR
    if how in _LESS:
        return -_ROUNDED <= said - share <= _FAR
    return abs(share - said) <= _ROUGHLY


def _plain(number: str) -> Decimal:
    return Decimal("".join(number.split()).replace(",", "."))


def _is_year(match: re.Match[str]) -> bool:
    return any(int(_plain(match[group])) in _YEARS and len(match[group]) == len("2024") for group in ("some", "all"))


SHARE_TEXT_RULES = (share_is_that_of_its_numbers,)
