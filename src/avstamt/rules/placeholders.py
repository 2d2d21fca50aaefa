"""Rules about what was to be filled in and was not: placeholders in figure cells and in running text.

A placeholder is a slip where the one who reports owns the cell. "Tas fram av nämnd/styrelse" among KF's targets is
KF's own word: it leaves the target to the nämnd, and is a gap only where the årsmål is empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from avstamt.domain.finding import Evidence, Level
from avstamt.domain.place import Place
from avstamt.domain.quantity import FigureKind, read_figure
from avstamt.domain.report import Report, ReportKind
from avstamt.domain.text import block_places
from avstamt.rules.figures import CELL_NAMES, OWN_FIGURES
from avstamt.rules.model import Aspect, Context, Observation, found, rule

_REPORTING = (ReportKind.TERTIAL_1, ReportKind.TERTIAL_2, ReportKind.ANNUAL)
_UNFINISHED = re.compile(
    r"^(tas\s*fram|fastställ|beslutas|kommer\s+att|inväntas|ej\s+klart|x{2,}|\?+$|tbd$|\[.*\]$|…$|\.{2,}$)",
    re.IGNORECASE,
)
_ONLY_UNIT = re.compile(r"^(%|st|kr|tkr|mnkr)\.?$", re.IGNORECASE)
_YEAR = re.compile(r"\b20\d\d\b")
_SIGNS = ("xx", "[", "??", "tbd", "lorem")
_IN_TEXT = re.compile(
    r"(?<![\w-])(?:[Xx]{2,4}(?![\w-])|x\s?%|tbd\b)|\[\s*(?:…|\.{2,}|x+|namn|datum|belopp|antal|siffra|text|(?:fyll|skriv|lägg|ange|komplettera|text)\b[^\]]{0,60})\s*\]"
    r"|\?\?\?+|lorem ipsum",
    re.IGNORECASE,
)

_SAYS_WHY = re.compile(
    r"mät|undersök|enkät|statisti|uppgift|underlag|rapporter|redovis|publicer|saknas|tillgänglig|sekretess|svar|\bsvårt?\b"
    r"|\b(?:kan|går|har|finns|är|ska|kommer|ingår)\s+(?:\w+\s+)?(?:inte|ej|inga|inget)\b|\bing(?:en|a|et)\b|inte\s+aktuell|\bse\s"
    r"|utgå|pandemi|ställ\w*\s+in|inställ|(?:^|\.\s)(?:ej|inte)\b|\d\s?(?:%|procent)|(?:utfall|index|resultat|värde)\w*\s[^.]{0,30}?(?<!\d)(?!20\d\d)\d",
    re.IGNORECASE,
)


@rule(
    "FYL-101",
    name="platshållare-i-cell",
    level=Level.DEVIATION,
    basis="fullständighet",
    reads="part",
    heeds=(Aspect.INDICATORS,),
)
def own_cells_hold_no_placeholder(context: Context) -> Iterator[Observation]:
    """En ruta som du själv fyller i har inget platshållarord kvar.

    Varför: ”Tas fram av nämnd” eller ett ensamt procenttecken säger läsaren att något skulle ha fyllts i.
    Fel: årsmålet ’Tas fram av nämnd/styrelse’.
    Rätt: årsmålet 85 %.
    """
    for _goal, indicator, place in context.indicators:
        for name in OWN_FIGURES:
            text = " ".join(str(getattr(indicator, name)).split())
            if _ONLY_UNIT.match(text):
                yield _only_unit(name, text, place)
            elif _UNFINISHED.match(text) and _is_due(text, context.report):
                yield found(
                    place / name,
                    f"I rutan för {CELL_NAMES[name]} står platshållaren ’{text}’ kvar.",
                    Evidence(place / name, text),
                    advice="Fyll i talet, eller töm rutan och skriv varför i analysen.",
                )


def _only_unit(name: str, text: str, place: Place) -> Observation:
    return found(
        place / name,
        f"I rutan för {CELL_NAMES[name]} står bara ’{text}’, utan tal.",
        Evidence(place / name, text),
        advice="Fyll i talet, eller töm rutan.",
    )


@rule(
    "FYL-102",
    name="årsmål-lämnat-åt-nämnden",
    level=Level.DEVIATION,
    basis="fullständighet",
    kinds=_REPORTING,
    reads="part",
    heeds=(Aspect.INDICATORS,),
)
def target_left_to_the_committee_is_set(context: Context) -> Iterator[Observation]:
    """Ett årsmål som KF har lämnat åt nämnden är satt när utfallet redovisas.

    Varför: utan årsmål har utfallet inget att mätas mot.
    Fel: utfall 9 %, tomt årsmål, KF:s årsmål ’tas fram av nämnden’.
    Rätt: utfall 9 %, årsmål 8 %, KF:s årsmål ’tas fram av nämnden’.
    """
    for _goal, indicator, place in context.indicators:
        left = " ".join(indicator.city_target.split())
        has_figure = any(read_figure(text).number for text in (indicator.outcome, indicator.forecast))
        if has_figure and not indicator.target.strip() and _left_to_committee(left):
            yield found(
                place / "target",
                f"KF har lämnat årsmålet åt nämnden (’{left}’), men årsmålet är tomt. "
                f"Utfallet {indicator.outcome.strip() or indicator.forecast.strip()} har inget att mätas mot.",
                Evidence(place / "city_target", left),
                Evidence(place / "outcome", indicator.outcome.strip()),
                advice="Fyll i nämndens årsmål, eller skriv i analysen att det saknas.",
            )


@rule(
    "FYL-103",
    name="kf-mål-inte-satt",
    level=Level.TIP,
    basis="fullständighet",
    kinds=(ReportKind.ANNUAL,),
    heeds=(Aspect.INDICATORS,),
)
def city_target_is_set_when_the_year_is_over(context: Context) -> Iterator[Observation]:
    """KF:s årsmål är ett mål när året är slut, om inte nämnden har satt ett eget för alla de indikatorer KF lämnade åt den.

    Varför: den som läser verksamhetsberättelsen undrar om målet aldrig togs fram. Enheten kan inte ändra KF:s ruta, men
    förvaltningen kan. Anmärkningen görs en gång för hela rapporten.
    Fel: KF:s årsmål ’tas fram av nämnden’ och tomt årsmål i en verksamhetsberättelse.
    Rätt: KF:s årsmål ’tas fram av nämnden’ och årsmålet 85 %.
    """
    left = [
        (indicator, place)
        for _goal, indicator, place in context.indicators
        if _UNFINISHED.match(indicator.city_target.strip()) and _is_due(indicator.city_target, context.report)
    ]
    if any(not indicator.target.strip() for indicator, _place in left):
        first = min(left, key=lambda row: (row[0].name, row[1]))[1]
        many = "en indikator" if len(left) == 1 else f"{len(left)} indikatorer"
        yield found(
            first / "city_target",
            f"KF:s årsmål är fortfarande en platshållare för {many}, fast året är slut.",
            *(Evidence(place / "city_target", " ".join(indicator.city_target.split())) for indicator, place in left),
            advice="Fråga förvaltningen om ett mål har beslutats.",
        )


@rule(
    "FYL-104",
    name="platshållare-i-text",
    level=Level.DEVIATION,
    basis="fullständighet",
    reads="part",
    heeds=(Aspect.TEXTS,),
)
def text_holds_no_placeholder(context: Context) -> Iterator[Observation]:
    """Löpande text har inga platshållare kvar.

    Varför: ”XX” eller ”[antal]” visar att en uppgift skulle ha fyllts i.
    Fel: Under året har XX personer fått stöd.
    Rätt: Under året har 16 personer fått stöd.
    """
    for text, place in context.texts:
        for block_place, block in block_places(text, place):
            for match in _placeholders_in(block):
                yield found(
                    block_place.at(*match.span()),
                    f"Platshållaren ’{match.group()}’ står kvar i texten.",
                    Evidence(block_place.at(*match.span()), _around(block, match)),
                    advice="Skriv uppgiften, eller ta bort meningen.",
                )


@rule(
    "FYL-105",
    name="utfall-saknas",
    level=Level.DEVIATION,
    basis="fullständighet",
    kinds=_REPORTING,
    reads="part",
    heeds=(Aspect.TEXTS, Aspect.INDICATORS),
)
def outcome_is_reported(context: Context) -> Iterator[Observation]:
    """En indikator med årsmål har ett utfall när året eller tertialet är slut, eller en analys som säger varför inte.

    Varför: läsaren kan annars inte veta om mätningen uteblev eller glömdes. En analys som talar om mätningen, underlaget
    eller svaren godtas. I en tertialrapport prövas bara indikatorer vars period är tertialet.
    Fel: tomt utfall, årsmål 2,5 %, ingen analys, i en verksamhetsberättelse.
    Rätt: tomt utfall, årsmål 2,5 % och analysen ”Mätningen ställdes in”.
    """
    for _goal, indicator, place in context.indicators:
        target = indicator.target.strip()
        cells = (indicator.outcome, indicator.outcome_men, indicator.outcome_women, indicator.forecast)
        silent = indicator.analysis is None or not _SAYS_WHY.search(indicator.analysis.plain)
        measured = context.report.kind is ReportKind.ANNUAL or indicator.period.casefold().strip().startswith("tertial")
        if silent and measured and read_figure(target).quantity and not any(cell.strip() for cell in cells):
            yield found(
                place / "outcome",
                f"Årsmålet är {target}, men utfallet saknas och ingen analys säger varför.",
                Evidence(place / "target", target),
                advice="Fyll i utfallet, eller skriv i analysen varför det saknas.",
            )


@lru_cache(maxsize=4096)  # a block is searched again only when it has changed
def _placeholders_in(text: str) -> tuple[re.Match[str], ...]:
    lower = text.lower()  # one of these stands in every match, and is found much faster
    has_sign = any(sign in lower for sign in _SIGNS) or ("x" in lower and "%" in lower)
    return tuple(_IN_TEXT.finditer(text)) if has_sign else ()


def _left_to_committee(text: str) -> bool:
    return read_figure(text).kind is FigureKind.PLACEHOLDER and bool(re.match(r"tas\s*fram", text, re.IGNORECASE))


def _is_due(text: str, report: Report) -> bool:
    """Tell whether a placeholder should be filled by now: one that names a later year is not."""
    years = [int(year) for year in _YEAR.findall(text)]
    return not years or min(years) <= report.year


def _around(text: str, match: re.Match[str]) -> str:
    start, end = max(0, match.start() - 40), min(len(text), match.end() + 40)
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
