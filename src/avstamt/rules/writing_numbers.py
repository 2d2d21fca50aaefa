"""Rules about how figures are written in running text: per cent, decimals, thousands, and the names of units."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from avstamt.domain.finding import Level
from avstamt.rules.model import Aspect, Context, Observation, rule
from avstamt.rules.writing_passages import Passage
from avstamt.rules.writing_slips import Slip, few_or_once, kept, once

_HARD = "\u00a0"
_TIGHT_PERCENT = re.compile(r"(?P<number>\d+(?:,\d+)?)%(?!\w|-)")
_TIGHT_WORD = re.compile(r"(?P<number>\d+(?:,\d+)?)(?P<word>procent(?:enhet\w*)?|mnkr|tkr|personer)\b")
_FIVE_DIGITS = re.compile(r"\d{5}")
_POINT = re.compile(r"\.\d")
_DECIMAL_POINT = re.compile(
    r"(?<![\d.,])(?P<whole>\d{1,3})\.(?P<part>\d{1,2})(?=[ \u00a0]?(?:%|procent|mnkr|miljoner|GWh|kWh)\b|[ \u00a0]?%)"
)
_THOUSANDS = re.compile(
    r"(?<![\d.,/:-])(?P<number>[1-9]\d{4,6})(?=[ \u00a0](?:kronor|kr|tkr|mnkr|personer|besök|ärenden|timmar|hushåll|platser|kWh|st)\b)"
)
_THOUSANDS_POINT = re.compile(r"(?<![\d.,/:-])[1-9]\d{0,2}(?:\.\d{3})+(?![\d.:/-]\d|\d)")
_UNITS = {"kwh": "kWh", "mwh": "MWh", "gwh": "GWh", "twh": "TWh"}
_UNIT = re.compile(r"(?<![A-Za-zÅÄÖåäö])(?:kwh|mwh|gwh|twh)(?![A-Za-zÅÄÖåäö])", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_GROUP = 3


@rule(
    "SPR-109",
    name="procenttecken",
    level=Level.TIP,
    basis="svenska skrivregler",
    heeds=(Aspect.TEXTS, Aspect.ACTIVITIES),
)
def a_space_stands_before_per_cent(context: Context) -> Iterator[Observation]:
    """Mellan tal och procenttecken står ett fast mellanslag.

    Varför: så skrivs måttenheter på svenska, och det fasta mellanslaget håller ihop talet med sitt tecken.
    Fel: Andelen nöjda besökare var 86%.
    Rätt: Andelen nöjda besökare var 86 %.
    """
    slips = context.in_passages(_tight)
    if slips:
        where = "på ett ställe" if len(slips) == 1 else "på {n} ställen"
        yield once(slips, f"Mellanslag före procenttecknet saknas {where}.", "Skriv ett fast mellanslag före %.")


@rule(
    "SPR-110",
    name="tal-och-enheter",
    level=Level.TIP,
    basis="svenska skrivregler och SI-systemet",
    heeds=(Aspect.TEXTS, Aspect.ACTIVITIES),
)
def figures_are_written_the_swedish_way(context: Context) -> Iterator[Observation]:
    """Tal skrivs med decimalkomma och mellanrum mellan tusental, och enheter med rätt stora och små bokstäver.

    Varför: 2.500 kan läsas som två och en halv, och i kWh är k kilo och W watt.
    Fel: Besparingen blev 12000 kwh, eller 3.5 procent.
    Rätt: Besparingen blev 12 000 kWh, eller 3,5 procent.
    """
    slips = context.in_passages(_misprinted)
    yield from few_or_once(
        slips, "Tal eller enheter är skrivna på annat sätt än det svenska på {n} ställen.", "Rätta dem."
    )


def _tight(passages: Sequence[Passage]) -> list[Slip]:
    return [
        Slip(passage, match.start(), match.end(), "", f"{match['number']}{_HARD}%")
        for passage in passages
        if passage.is_running
        for match in (_TIGHT_PERCENT.finditer(passage.text) if "%" in passage.text else ())
    ]


def _misprinted(passages: Sequence[Passage]) -> list[Slip]:
    return [slip for passage in passages if passage.is_running for slip in _figures(passage)]


@kept
def _figures(passage: Passage) -> Iterator[Slip]:
    text = passage.text
    if not _DIGIT.search(text):
        return
    for match in _UNIT.finditer(text) if "wh" in text.lower() else ():
        right = _UNITS[match.group().lower()]
        if match.group() != right:
            yield Slip(passage, match.start(), match.end(), f"Enheten ’{match.group()}’ skrivs {right}.", right)
    for match in _TIGHT_WORD.finditer(text):
        right = f"{match['number']}{_HARD}{match['word']}"
        yield Slip(passage, match.start(), match.end(), f"Mellanrum saknas i ’{match.group()}’.", right)
    has_point = _POINT.search(text) is not None
    for match in _DECIMAL_POINT.finditer(text) if has_point else ():
        right = f"{match['whole']},{match['part']}"
        yield Slip(passage, match.start(), match.end(), f"Talet ’{match.group()}’ har decimalpunkt.", right)
    for match in _THOUSANDS_POINT.finditer(text) if has_point else ():
        right = match.group().replace(".", _HARD)
        yield Slip(passage, match.start(), match.end(), f"Talet ’{match.group()}’ har punkt mellan tusental.", right)
    for match in _THOUSANDS.finditer(text) if _FIVE_DIGITS.search(text) else ():
        right = f"{match['number'][:-_GROUP]}{_HARD}{match['number'][-_GROUP:]}"
        if len(match["number"]) <= 2 * _GROUP:
            message = f"Talet ’{match.group()}’ saknar mellanrum mellan tusental."
            yield Slip(passage, match.start(), match.end(), message, right)
