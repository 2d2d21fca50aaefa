"""Rules about words of time that no year can have: a third tertial report, and a coming year that is the report's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from avstamt.domain.finding import Level
from avstamt.rules.model import Aspect, Context, Observation, found, rule
from avstamt.rules.prose import Written
from avstamt.rules.prose_claims import REPORTING

_THIRD = r"(?:3|tre|III)(?![\d,.:]\d|\w)"
_THIRD_REPORT = re.compile(
    rf"\btertialrapport(?:en|er|erna)?\s+{_THIRD}|\b(?:per|vid|efter|i\s+uppföljningen\s+av|i\s+rapporten\s+för)\s+tertial\s+{_THIRD}|"
    rf"\b(?:redovisa|rapportera|återrapportera|avrapportera)\w*\s+(?:\w+\s+){{0,3}}?(?:i|till|för)\s+tertial\s+{_THIRD}",
    re.IGNORECASE,
)
_COMING = re.compile(
    r"\b(?:kommande|nästa|nästkommande)\s+(?:verksamhets)?år(?:et)?,?\s\(?(?P<year>20\d\d)\b(?!\s?[-–/])", re.IGNORECASE
)
_PRESENT = re.compile(
    r"\b(?:innevarande\s+(?:verksamhets)?år(?:et)?,?\s\(?|i\s+år\s\()(?P<year>20\d\d)\b(?!\s?[-–/])", re.IGNORECASE
)
_PAST = re.compile(
    r"\b(?:förra|föregående)\s+(?:verksamhets)?år(?:et)?,?\s\(?(?P<year>20\d\d)\b(?!\s?[-–/])", re.IGNORECASE
)
_ANY_YEAR = re.compile(r"\b20\d\d\b")


@rule("TID-121", name="tredje-tertialet", level=Level.DEVIATION, basis="tid", reads="part", heeds=(Aspect.TEXTS,))
def no_third_tertial_is_reported(context: Context) -> Iterator[Observation]:
    """Texten hänvisar inte till en tredje tertialrapport.

    Varför: staden följer upp i tertialrapport 1 och 2; hela året redovisas i verksamhetsberättelsen. Att något görs under
    tertial 3 prövas inte.
    Fel: ”Arbetet redovisas i tertialrapport 3”.
    Rätt: ”Arbetet redovisas i verksamhetsberättelsen”.
    """
    for block in context.written:
        for match in _THIRD_REPORT.finditer(block.text) if block.own and "ertial" in block.text else ():
            yield found(
                block.place.at(*match.span()),
                f"Texten säger ’{' '.join(match.group().split())}’, men året följs upp i tertialrapport 1, tertialrapport 2 "
                "och verksamhetsberättelsen.",
                block.quote(*match.span()),
                advice="Skriv verksamhetsberättelsen, eller vilken rapport som menas.",
            )


@rule(
    "TID-122",
    name="år-efter-tidsord",
    level=Level.DEVIATION,
    basis="tid",
    kinds=REPORTING,
    reads="part",
    heeds=(Aspect.TEXTS,),
)
def words_of_time_agree_with_their_year(context: Context) -> Iterator[Observation]:
    """Det år som kallas kommande, innevarande eller föregående är det, sett från rapportens år.

    Varför: när texten har följt med från en plan eller en tidigare rapport är det årtalet eller ordet som är kvar.
    Fel: ”Inför kommande år 2024 planeras en ny mottagning” i en rapport för 2024.
    Rätt: ”Inför kommande år 2025 planeras en ny mottagning” i en rapport för 2024.
    """
    for block in context.written:
        for match in _at_odds(block, context) if block.own and "20" in block.text and "år" in block.text else ():
            yield found(
                block.place.at(*match.span()),
                f"Texten säger ’{' '.join(match.group().replace('(', '').split())}’, men rapporten gäller {context.report.year}.",
                block.quote(*match.span()),
                advice="Rätta årtalet eller ordet.",
            )


def _at_odds(block: Written, context: Context) -> Iterator[re.Match[str]]:
    """Yield the years that their word of time cannot be said of; one told from an earlier year may be."""
    year = context.report.year
    coming, present, past = _years_told(block.text)
    for matches, least, most in ((coming, year + 1, None), (present, year, None), (past, None, year - 1)):
        for match in matches:
            said = int(match["year"])
            wrong = (least is not None and said < least) or (most is not None and said > most)
            if wrong and not _is_told_from_then(block, match, year):
                yield match


@lru_cache(maxsize=2048)  # a text is searched again only when it has changed
def _years_told(text: str) -> tuple[tuple[re.Match[str], ...], ...]:
    """Return the years that a text calls coming, present and past."""
    return tuple(tuple(pattern.finditer(text)) for pattern in (_COMING, _PRESENT, _PAST))


def _is_told_from_then(block: Written, match: re.Match[str], year: int) -> bool:
    """Tell whether the sentence tells of another year, from which the word may be seen: "i planen 2023 för kommande år 2024"."""
    sentence = block.text[slice(*block.sentence(*match.span()))]
    others = {int(one) for one in _ANY_YEAR.findall(sentence)} - {int(match["year"])}
    return bool(others - {year}) or "planerade" in sentence or "beslutade" in sentence


TIME_TEXT_RULES = (no_third_tertial_is_reported, words_of_time_agree_with_their_year)
