"""Rules about how running text speaks of time: stale years, tenses and words left from another report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from avstamt.domain.finding import Evidence, Level
from avstamt.domain.place import Place
from avstamt.domain.report import ReportKind
from avstamt.rules.model import Aspect, Context, Observation, found, rule
from avstamt.rules.prose import Written, steady

_TOLD = frozenset({"analysis", "text", "comment"})
_YEAR = re.compile(r"\b(20\d\d)\b")
_WILL = r"(?:ska|skall|kommer|planerar|planeras|avser(?=[^.]{0,40}\satt\b)|fortsätter|påbörjas)"
_SEASON = r"(?:våren|sommaren|hösten|vintern|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)"
_STALE_FIRST = re.compile(rf"(?:^|(?<=[.!?,:;]\s)|(?<=och\s))[Uu]nder (?:år )?(?P<year>20\d\d) {_WILL}\b")
_STALE_LAST = re.compile(
    r"\b(?:ska|skall|kommer(?: att)?|plane(?:rar|ras) att|avser att|tas med)\b(?P<between>[^.,;:]{0,70}?)\b(?:under|inför) (?:år )?"
    rf"(?:{_SEASON} )?(?P<year>20\d\d)\b"
)
_LOOKS_FORWARD = re.compile(
    r"\b(?:mål|prioriter\w*|fokus\w*|utveckl\w*|budget\w*|aktivitet\w*|åtagande\w*|plan\w*)\b", re.IGNORECASE
)
_REPORT_OF = re.compile(
    r"\b(?:verksamhetsberättelse|verksamhetsplan|tertialrapport|per den (?:30 april|31 augusti|31 december))"
    r"(?:n|en)?(?:\s+[12])?(?:,[^.]{0,30},)?\s+(?:för\s+)?(?:år\s+)?(?P<year>20\d\d)\b",
    re.IGNORECASE,
)
_YEARS = re.compile(r"20[0-9]{2}\s?[-–]\s?20[0-9]{2}(?![\d-])")
_PROGRAMME = re.compile(
    r"\b(?P<head>\w*(?:program|plan|strategi|policy))(?:met|en|n)?\b[^.;:()]{0,130}?\s"
    r"(?P<from>20\d\d)\s?[-–]\s?(?P<to>20\d\d)$",
    re.IGNORECASE,
)
_PROGRAMME_HEAD = re.compile(r"\b\w*(?:program|plan|strategi|policy)", re.IGNORECASE)
_PROGRAMME_REACH = 180
_IS_OVER = re.compile(
    r"\b(?:löp(?:te|t) ut|upphör\w*|avsluta\w*|utvärder\w*|tidigare|förra|föregående|gällde|ers[aä]tt\w*|nytt?\b|nya\b|förläng\w*|"
    r"slutrapport\w*|slutredovis\w*|dåvarande)",
    re.IGNORECASE,
)
_FORECASTS = re.compile(
    r"(?<!mot )(?<!än )(?<!från )(?<!med )\bprognos(?:en (?:för (?:helåret|året) )?(?:är|visar|pekar|ligger)|ti[sc]era[rs]?\b)",
    re.IGNORECASE,
)
_SO_FAR = re.compile(
    r"\bhittills (?:i år|under året|under perioden)\b|\bså här långt i år\b|\btill och med (?:sista )?(?:april|augusti) har\b|\bunder (?:tertialet|tertialen|tertial (?:ett|två|1|2))\b",
    re.IGNORECASE,
)
_WILL_REPORT = re.compile(
    r"\b(?:återkommer|kommer att (?:redovisas|rapporteras|följas upp|återrapporteras|presenteras))\b[^.]{0,80}"
    r"\b(?:tertialrapport(?:en)?(?!\s*(?:1|ett)\b)|delårsrapport\w*|T2|verksamhetsberättelsen)\b",
    re.IGNORECASE,
)
_HINTS_OF_TERTIAL = ("prognos", "hittills", "så här långt", "till och med", "under tertial", "återkommer", "kommer att")
"""What one of the three above holds at least."""

_FUTURE_THIS_YEAR = re.compile(
    r"\bkommer\b(?:[^.;]{0,40}?\satt\b)[^.;]{0,60}?\bunder året\b|\bkommer under året att\b|\bunder året kommer\b|\bkommer\b[^.;]{0,50}?\satt\b[^.;]{0,90}?\b(?:under|till|i början av|i slutet av) hösten\b(?! 20)|"
    r"\b(?:upphör|startar|öppnar|börjar|införs|genomförs|avslutas) (?:till|i|under) hösten?\b(?! 20)",
    re.IGNORECASE,
)
_DATED_FUTURE = re.compile(
    rf"\bkommer att\b(?:(?!\b(?:som|från|sedan|av)\b)[^.,;:]){{0,60}}?\b(?:under |i |till )?{_SEASON} (?P<year>20\d\d)\b"
)
_NEXT = re.compile(r"\b(?:nästa|kommande|framöver|följande) (?:år\w*)?|\bframöver\b|\bkommande\b", re.IGNORECASE)
_MOST_SHOWN = 4


@rule("TID-111", name="gammalt-år", level=Level.DEVIATION, basis="tid", reads="part", heeds=(Aspect.TEXTS,))
def what_will_be_done_is_not_in_the_past(context: Context) -> Iterator[Observation]:
    """Det som ska göras, ska göras i år eller senare.

    Varför: ett gammalt årtal visar att texten har följt med från förra rapporten.
    Fel: ”Under 2023 ska enheten införa en ny rutin” i en plan för 2024.
    Rätt: ”Under 2024 ska enheten införa en ny rutin” i en plan för 2024.
    """
    for block in context.written:
        if not block.own or "20" not in block.text:
            continue
        for match in _to_come(block.text):
            between = match.groupdict().get("between") or ""
            if int(match["year"]) < context.report.year and " som " not in between:
                yield found(
                    block.place.at(*match.span("year")),
                    f"Texten säger vad som ska göras {match['year']}, men rapporten gäller {context.report.year}.",
                    block.quote(*match.span()),
                    advice="Rätta årtalet, eller skriv vad som gjordes.",
                )


@rule("TID-112", name="fel-år-i-rubrik", level=Level.DEVIATION, basis="tid", reads="part", heeds=(Aspect.TEXTS,))
def headings_and_decisions_name_the_reports_year(context: Context) -> Iterator[Observation]:
    """Rubriker om mål och budget, och förslaget till beslut, har rapportens år.

    Varför: beslutet gäller den rapport som det nämner.
    Fel: rubriken Prioriterade områden 2023 i en plan för 2024.
    Rätt: rubriken Prioriterade områden 2024 i en plan för 2024.
    """
    report = context.report
    for block in context.written:
        if block.place.path[0] == "front":
            for match in _REPORT_OF.finditer(block.text):
                if int(match["year"]) < report.year:
                    yield _wrong_year(context, block, match)
        elif block.is_heading and block.own and _LOOKS_FORWARD.search(block.text):
            years = list(_YEAR.finditer(block.text))
            if len(years) == 1 and int(years[0][1]) < report.year and report.kind is not ReportKind.ANNUAL:
                yield _wrong_year(context, block, years[0])
    for section, place in context.sections if report.kind is not ReportKind.ANNUAL else ():
        said = _YEAR.findall(section.title) if _LOOKS_FORWARD.search(section.title) else []
        if len(said) == 1 and int(said[0]) < report.year:
            yield found(
                place / "title",
                f"Rubriken säger {said[0]}, men rapporten gäller {report.year}.",
                Evidence(place / "title", section.title),
                advice="Rätta årtalet.",
            )


@rule("TID-113", name="program-som-har-gått-ut", level=Level.TIP, basis="tid", heeds=(Aspect.TEXTS,))
def named_programmes_are_in_force(context: Context) -> Iterator[Observation]:
    """Ett program eller en plan som rapporten stöder sig på gäller rapportens år.

    Varför: när perioden är slut har programmet oftast ersatts eller förlängts, och det bör stå vilket. Anmärkningen görs
    en gång för varje program.
    Fel: ”Arbetet följer miljöprogrammet 2020–2023” i en rapport för 2024.
    Rätt: ”Arbetet följer miljöprogrammet 2024–2030” i en rapport för 2024.
    """
    named: dict[tuple[str, str, str], list[tuple[Written, re.Match[str]]]] = {}
    for block in context.written:
        for match in _programmes(block.text) if block.own else ():
            sentence = block.text[slice(*block.sentence(*match.span()))]
            if int(match["from"]) < int(match["to"]) < context.report.year and not _IS_OVER.search(sentence):
                named.setdefault((match["head"].lower(), match["from"], match["to"]), []).append((block, match))
    for (_head, first, last), places in named.items():
        places.sort(key=lambda one: (steady(one[0].field), one[0].number, one[1].start()))
        block, match = places[0]
        times = f" på {len(places)} ställen" if len(places) > 1 else ""
        yield found(
            block.place.at(*match.span()),
            f"Perioden {first}–{last} är slut, men rapporten för {context.report.year} stöder sig på "
            f"’{' '.join(match.group().split())}’{times}.",
            *(one.quote(*found_at.span()) for one, found_at in places[:_MOST_SHOWN]),
            advice="Nämn det som gäller nu, eller skriv att programmet är förlängt.",
        )


@rule(
    "TID-114",
    name="ord-ur-annan-rapport",
    level=Level.DEVIATION,
    basis="tid",
    kinds=(ReportKind.ANNUAL,),
    reads="part",
    heeds=(Aspect.TEXTS,),
)
def annual_report_does_not_speak_as_a_tertial_report(context: Context) -> Iterator[Observation]:
    """En verksamhetsberättelse talar om året som helhet, inte om prognoser eller vad som har hänt hittills.

    Varför: orden visar att text har följt med från en tertialrapport och inte har lästs om.
    Fel: ”Enheten prognostiserar ett underskott” i en verksamhetsberättelse.
    Rätt: ”Enheten har ett underskott” i en verksamhetsberättelse.
    """
    told: dict[Place, list[tuple[Written, re.Match[str]]]] = {}
    for block in looking_back(context):
        for match in _of_tertial_reports(block.text):
            if not _is_of_next_year(context, block, match):
                told.setdefault(block.field, []).append((block, match))
    for hits in told.values():
        hits.sort(key=lambda hit: (hit[0].number, hit[1].start()))
        block, first = hits[0]
        yield found(
            block.place.at(*first.span()),
            f"Ordet ’{' '.join(first.group().split())}’ hör till en tertialrapport; det här är en verksamhetsberättelse.",
            *dict.fromkeys(one.quote(*match.span()) for one, match in hits[:_MOST_SHOWN]),
            advice="Skriv hur det blev.",
        )


@rule(
    "TID-115",
    name="futurum-om-det-som-varit",
    level=Level.TIP,
    basis="tid",
    kinds=(ReportKind.ANNUAL,),
    reads="part",
    heeds=(Aspect.TEXTS,),
)
def annual_report_does_not_await_its_own_year(context: Context) -> Iterator[Observation]:
    """En verksamhetsberättelse skriver inte i futurum om det år som är slut.

    Varför: läsaren vet inte om det blev av, eller om det gäller nästa år.
    Fel: ”En utvärdering kommer att göras i början av hösten” i en verksamhetsberättelse.
    Rätt: ”En utvärdering gjordes i september”, eller ”kommer att göras hösten 2025” i en verksamhetsberättelse för 2024.
    """
    for block in looking_back(context):
        for match in _futures(block.text, context.report.year) if block.own else ():
            if not _is_of_next_year(context, block, match):
                yield found(
                    block.place.at(*match.span()),
                    "Meningen står i framtid om det år som är slut, eller säger inte vilket år som menas.",
                    block.quote(*match.span()),
                    advice="Skriv om det blev av, eller vilket år det gäller.",
                )


@lru_cache(maxsize=2048)  # a text is searched again only when it has changed
def _to_come(text: str) -> tuple[re.Match[str], ...]:
    """Return what a text says is to be done in a year that it names."""
    return (*_STALE_FIRST.finditer(text), *_STALE_LAST.finditer(text))


@lru_cache(maxsize=2048)  # a text is searched again only when it has changed
def _of_tertial_reports(text: str) -> tuple[re.Match[str], ...]:
    """Return the words of a text that belong to a tertial report."""
    lower = text.lower()
    if not any(hint in lower for hint in _HINTS_OF_TERTIAL):
        return ()
    return (*_FORECASTS.finditer(text), *_SO_FAR.finditer(text), *_WILL_REPORT.finditer(text))


@lru_cache(maxsize=2048)  # a text is searched again only when it has changed
def _programmes(text: str) -> tuple[re.Match[str], ...]:
    """Return where a programme or plan is named with its years; sought by the years, which are rare."""
    found_in = (_programme(text, years) for years in _YEARS.finditer(text))
    return tuple(match for match in found_in if match)


def _programme(text: str, years: re.Match[str]) -> re.Match[str] | None:
    start = max(0, years.start() - _PROGRAMME_REACH)
    heads = list(_PROGRAMME_HEAD.finditer(text, start, years.start()))
    named = (_PROGRAMME.match(text, head.start(), years.end()) for head in reversed(heads))
    return next((match for match in named if match), None)


def looking_back(context: Context) -> Iterator[Written]:
    """Yield the writer's own blocks that tell how it went."""
    for block in context.written:
        if block.own and block.name in _TOLD and not block.is_heading and block.place.path[0] != "front":
            yield block


def _futures(text: str, year: int) -> Iterator[re.Match[str]]:
    """Yield what is told as to come in a year that is over."""
    yield from _FUTURE_THIS_YEAR.finditer(text)
    if str(year) in text:
        yield from (match for match in _DATED_FUTURE.finditer(text) if int(match["year"]) == year)


def _is_of_next_year(context: Context, block: Written, match: re.Match[str]) -> bool:
    sentence = block.text[slice(*block.sentence(*match.span()))]
    later = any(int(year) > context.report.year for year in _YEAR.findall(sentence))
    return later or looks_on(sentence)


def _wrong_year(context: Context, block: Written, match: re.Match[str]) -> Observation:
    span = match.span("year") if "year" in match.re.groupindex else match.span(1)
    return found(
        block.place.at(*span),
        f"Här står {block.text[slice(*span)]}, men rapporten gäller {context.report.year}.",
        block.quote(*match.span()),
        advice="Rätta årtalet.",
    )


def looks_on(sentence: str) -> bool:
    """Tell whether a sentence speaks of what is to come after the year."""
    return bool(_NEXT.search(sentence))
