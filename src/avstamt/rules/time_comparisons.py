"""A rule about the year that a text compares with: the one before the report's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from avstamt.domain.finding import Level
from avstamt.domain.report import ReportKind
from avstamt.rules.model import Aspect, Context, Observation, found, rule
from avstamt.rules.prose import Written
from avstamt.rules.time_text import looking_back, looks_on

_YEAR = re.compile(r"\b(20\d\d)\b")
_COMPARED = re.compile(
    r"\b(?:jämför(?:t|else|elsevis)? med|jmf med|än)\s+(?:\d[\d \u00a0]*\s(?!20\d\d)(?:[^\W\d_]+\s+)?)?(?:år\s+|under\s+)?(?P<year>20\d\d)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:ska|skall|kommer|planera[rs]|beräknas|väntas|förväntas|budget\w*|mål(?:et|värd\w*)?|årsmål\w*|prognos\w*|förra|föregående|tidigare|i\s+fjol)\b",
    re.IGNORECASE,
)
_SELDOM = re.compile(
    r"\b(?:undersökning\w*|mätning\w*|enkät\w*|vartannat|vart tredje|senaste|pandemi\w*|covid\w*|val(?:et|år\w*))\b",
    re.IGNORECASE,
)
_PANDEMIC = 2020  # what was in 2021 is held against the last year before it


@rule(
    "TID-116",
    name="jämförelseår",
    level=Level.TIP,
    basis="tid",
    kinds=(ReportKind.TERTIAL_1, ReportKind.TERTIAL_2, ReportKind.ANNUAL),
    reads="part",
    heeds=(Aspect.TEXTS,),
)
def comparison_is_with_the_year_before(context: Context) -> Iterator[Observation]:
    """En jämförelse görs med året före, om inte texten säger varför.

    Varför: ett jämförelseår längre bort är ofta en rest från förra rapporten, och döljer vad som hände däremellan.
    Fel: ”fler ärenden jämfört med 2022” i en rapport för 2024.
    Rätt: ”fler ärenden jämfört med 2023” i en rapport för 2024.
    """
    for block in looking_back(context):
        for match in _compared(block.text, context.report.year):
            if told := _told(context, block, match):
                advice = "Rätta årtalet, eller skriv varför jämförelsen görs med det året."
                yield found(block.place.at(*match.span()), told, block.quote(*match.span()), advice=advice)


@lru_cache(maxsize=2048)  # a text is searched again only when it has changed
def _compared(text: str, year: int) -> tuple[re.Match[str], ...]:
    """Return the comparisons of a text that names the report's year, or the one two years before it."""
    return tuple(_COMPARED.finditer(text)) if str(year) in text or str(year - 2) in text else ()


def _told(context: Context, block: Written, match: re.Match[str]) -> str:
    """Return what is to be said of a comparison; nothing where it may be right."""
    year, compared = context.report.year, int(match["year"])
    first, last = block.sentence(*match.span())
    sentence = block.text[first:last]
    if compared == year and _is_of_itself(context, match, sentence):
        return f"Jämförelsen görs med {year}, som är rapportens eget år."
    before = block.text[slice(*block.sentence(first - 2, first - 2))] if first > 1 else ""
    others = {int(one["year"]) for one in _COMPARED.finditer(sentence)}
    skips = compared == year - 2 and year - 1 not in others and not _has_reason(year, f"{before} {sentence}")
    return f"Jämförelsen görs med {year - 2}; året före är {year - 1}." if skips else ""


def _is_of_itself(context: Context, match: re.Match[str], sentence: str) -> bool:
    """Tell whether a sentence that looks back over the report's own year compares it with itself."""
    ahead = looks_on(sentence) or _AHEAD.search(sentence)
    own = context.report.kind is ReportKind.ANNUAL and not match.string.startswith(" års", match.end())
    return own and not ahead and len(set(_YEAR.findall(sentence))) == 1


def _has_reason(year: int, words: str) -> bool:
    """Tell whether a comparison with two years ago is told to be, or surely is, meant."""
    return year == _PANDEMIC + 1 or bool(_SELDOM.search(words))
