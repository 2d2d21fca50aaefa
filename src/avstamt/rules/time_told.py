"""Rules about the order of time in a text: what ended before it began, and what is told as done before its time came."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from avstamt.domain.finding import Level
from avstamt.domain.report import ReportKind
from avstamt.language.sentences import MONTHS
from avstamt.language.verbs import VerbForm, read_verb
from avstamt.rules.model import Aspect, Context, Observation, found, rule
from avstamt.rules.prose import Written

_MONTH = rf"(?:{'|'.join(MONTHS)})"
_FIRST_WHEN, _LAST_WHEN = (
    rf"(?:den\s+\d{{1,2}}\s+)?(?:(?P<{which}_month>{_MONTH})\s+)?(?P<{which}_year>20\d\d)\b(?!\s?[-–/])"
    for which in ("first", "last")
)
_NO_STOP = r"(?:(?!\b(?:20\d\d|som|vilke[tn]|vilka|medan)\b)[^.;:()])"
_BEGINS = r"(?:påbörja(?:de|t)s|påbörjade|startade[sn]?|inleddes|började|öppnade[sn]?)"
_ENDS = r"(?:avslutades|slutfördes|färdigställdes|blev\s+klara?|stod\s+klara?|upphörde|stängde[sn]?|lades\s+ned|togs\s+i\s+bruk)"
_COURSE = re.compile(
    rf"\b{_BEGINS}\s+(?:redan\s+)?(?:i|under)?\s*{_FIRST_WHEN}{_NO_STOP}{{0,60}}?\boch\s+(?:sedan\s+|därefter\s+)?"
    rf"{_ENDS}\s+(?:i|under)?\s*{_LAST_WHEN}",
    re.IGNORECASE,
)
_STRETCH = re.compile(
    rf"\b(?:från(?:\s+och\s+med)?|fr\.o\.m\.|mellan)\s+{_FIRST_WHEN}\s+(?:till(?:\s+och\s+med)?|t\.o\.m\.|och)\s+"
    rf"{_LAST_WHEN}",
    re.IGNORECASE,
)
_SINKS = re.compile(
    r"\b(?:ned|ner|minsk\w*|ök\w*|jämfört|skillnad\w*|sjönk|sjunk\w*|steg|stig\w*|gick|gått)\b", re.IGNORECASE
)
"""Words beside a stretch that tell of figures, not of time: "ökningen mellan 2024 och 2023"."""

_LATER = rf"(?P<spell>hösten|sommaren|{_MONTH})"
_FIRST = re.compile(
    rf"(?:^|(?<=[.!?:]\s))(?:Under|I)\s+(?:{_LATER}\s+)?(?P<year>20\d\d)\s+(?P<verb>\w+)(?P<rest>[^.;:]*)", re.MULTILINE
)
_WITHIN = re.compile(
    rf"\b(?P<has>har|hade)\s+(?:redan\s+)?(?:under|i)\s+(?:{_LATER}\s+)?(?P<year>20\d\d)\s+(?P<verb>\w+)", re.IGNORECASE
)
_BEGIN = {"sommaren": 6, "hösten": 9} | {month: number for number, month in enumerate(MONTHS, 1)}
_LAST_MONTH = {ReportKind.PLAN: 2, ReportKind.TERTIAL_1: 4, ReportKind.TERTIAL_2: 9}
"""The last month that a report of each kind can tell of: a plan is decided in February, the second tertial's is written in September."""

_WHOLE_YEAR = {ReportKind.PLAN: 12}
"""Where the year itself is to come."""

_PLANNED = re.compile(
    r"\b(?:budget\w*|beslut\w*|tilldel\w*|uppdrag\w*|avsatt\w*|planera\w*|prognos\w*|beräkna\w*)\b", re.IGNORECASE
)
_MAY_BE_TO_COME = frozenset({"skulle", "kunde", "borde", "ville", "måste"})
_TELLS = frozenset({"har", "hade"})
_SUPINE_WITHIN = 6


@rule(
    "TID-123",
    name="slut-före-början-i-text",
    level=Level.ERROR,
    basis="tid",
    reads="part",
    heeds=(Aspect.TEXTS,),
)
def what_has_begun_ends_after_it(context: Context) -> Iterator[Observation]:
    """Det som texten säger har börjat och slutat slutar efter att det började.

    Varför: ett av årtalen är fel, ofta kvar från en äldre text. Bara årtal, eller månad och årtal, för samma arbete jämförs.
    Fel: ”Bytet påbörjades i mars 2024 och avslutades i juni 2023.”
    Rätt: ”Bytet påbörjades i mars 2023 och avslutades i juni 2024.”
    """
    for block in context.written:
        for match in _turned(block.text) if block.own and block.text.count("20") > 1 else ():
            yield found(
                block.place.at(*match.span()),
                f"{_said(match, 'last_').capitalize()} är före {_said(match, 'first_')}.",
                block.quote(*match.span()),
                advice="Rätta årtalet eller månaden.",
            )


@rule(
    "TID-124",
    name="berättat-i-förväg",
    level=Level.DEVIATION,
    basis="tid",
    kinds=(ReportKind.PLAN, ReportKind.TERTIAL_1, ReportKind.TERTIAL_2),
    reads="part",
    heeds=(Aspect.TEXTS,),
)
def what_is_to_come_is_not_told_as_done(context: Context) -> Iterator[Observation]:
    """Det som texten daterar till en tid efter rapportens period berättas inte som gjort.

    Varför: antingen är årtalet fel, eller så är meningen hämtad ur nästa berättelse. I en plan gäller det hela året.
    Fel: ”Under 2024 har gruppen infört en ny metod” i en plan för 2024.
    Rätt: ”Under 2023 har gruppen infört en ny metod” i en plan för 2024.
    """
    year = context.report.year
    last = _LAST_MONTH.get(context.report.kind, 12)
    for block in context.written:
        for match in _told(block.text) if block.own and str(year) in block.text and not block.is_heading else ():
            begins = _BEGIN.get((match["spell"] or "").lower(), _WHOLE_YEAR.get(context.report.kind, 1))
            if int(match["year"]) == year and begins > last and not _is_of_a_plan(block, match):
                yield found(
                    block.place.at(*match.span("year")),
                    f"Texten berättar vad som har gjorts {_spell(match)}, men det är efter den tid som rapporten kan berätta om.",
                    block.quote(*match.span()),
                    advice="Rätta årtalet, eller skriv vad som ska göras.",
                )


@lru_cache(maxsize=2048)  # a text is searched again only when it has changed
def _turned(text: str) -> tuple[re.Match[str], ...]:
    """Return the courses and stretches of time whose end is before their beginning."""
    courses = (match for match in _COURSE.finditer(text) if _is_turned(match))
    stretches = (match for match in _STRETCH.finditer(text) if _is_turned(match) and not _is_of_figures(text, match))
    return (*courses, *stretches)


def _is_turned(match: re.Match[str]) -> bool:
    """Tell whether the end is before the beginning; with a month on one side only the years are compared."""
    first, last = (match["first_year"], match["first_month"]), (match["last_year"], match["last_month"])
    if match.re is _STRETCH and not (first[1] and last[1]):
        return False  # "ökningen mellan 2024 och 2023", "från 2024 till 2023 års nivå"
    if first[0] != last[0] or not (first[1] and last[1]):
        return last[0] < first[0]
    return MONTHS.index(last[1].lower()) < MONTHS.index(first[1].lower())


def _is_of_figures(text: str, match: re.Match[str]) -> bool:
    start, end = text.rfind(".", 0, match.start()) + 1, text.find(".", match.end())
    return _SINKS.search(text[start : end if end >= 0 else len(text)]) is not None


def _said(match: re.Match[str], which: str) -> str:
    return " ".join(filter(None, (match[f"{which}month"], match[f"{which}year"]))).lower()


@lru_cache(maxsize=2048)  # a text is searched again only when it has changed
def _told(text: str) -> tuple[re.Match[str], ...]:
    """Return what a text tells as done in a year that it names."""
    if "20" not in text:
        return ()
    first = (match for match in _FIRST.finditer(text) if _is_done(match["verb"].lower(), match["rest"]))
    within = (match for match in _WITHIN.finditer(text) if _is_form(match["verb"].lower(), VerbForm.SUPINE))
    return (*first, *within)


def _is_done(verb: str, rest: str) -> bool:
    """Tell whether the verb behind the year tells of what has been: a past tense, or "har" with a supine soon behind it."""
    if verb in _TELLS:
        return any(_is_form(word.lower(), VerbForm.SUPINE) for word in rest.split()[:_SUPINE_WITHIN])
    return verb not in _MAY_BE_TO_COME and _is_form(verb, VerbForm.PAST)


def _is_form(word: str, form: VerbForm) -> bool:
    reading = read_verb(word.strip(",."))
    return reading is not None and reading.is_only(form)


def _is_of_a_plan(block: Written, match: re.Match[str]) -> bool:
    """Tell whether the sentence is of what has been decided for the time: "under 2025 har nämnden tilldelats"."""
    return _PLANNED.search(block.text[slice(*block.sentence(*match.span("year")))]) is not None


def _spell(match: re.Match[str]) -> str:
    return " ".join(filter(None, (match["spell"], match["year"]))).lower()


TIME_TOLD_RULES = (what_has_begun_ends_after_it, what_is_to_come_is_not_told_as_done)
