"""Rules about years that were not changed with the report: in the heads of columns, and of budget and forecast in text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from avstamt.domain.economy import Column, ColumnRole, EconomyTable
from avstamt.domain.finding import Evidence, Level
from avstamt.domain.report import ReportKind
from avstamt.rules.model import Aspect, Context, Observation, found, rule

_YEAR = re.compile(r"\b(20\d\d)\b")
_PAIR = 2
_MOST_SHOWN = 4
_PRESENT = (ColumnRole.BUDGET, ColumnRole.FORECAST, ColumnRole.OUTCOME)
_OF_YEAR = re.compile(
    r"\b(?:prognos(?:en)?|\w*budget(?:en)?|verksamhetsplan(?:en)?|ekonomiskt\s+utfall)\s+(?:för\s+)?(?:år\s+)?(?P<year>20\d\d)\b(?!\s*[-–/])",
    re.IGNORECASE,
)
_IS = re.compile(
    r"\b(?:är|uppgår\s+till|löper\s+på|pågår|lämnar|väntas|förväntas|bedöms|beräknas|prognosti[sc]erar|godkänner|fastställer|visar|har)\b",
    re.IGNORECASE,
)
_THIS_YEAR = re.compile(r"\b(?:vid\s+årets\s+slut|under\s+året|i\s+år|hittills)\b", re.IGNORECASE)
_WAS = re.compile(r"\b(?:var|blev|hade|uppgick|lämnade|visade|beslutade\w*|i\s+samband)\b", re.IGNORECASE)
_EARLIER = re.compile(r"\b(?:förra|föregående|tidigare|överför\w*)\b", re.IGNORECASE)
_HELD_AGAINST = re.compile(r"\b(?:jämför\w*|jmf|mot|än|sedan|från)\b", re.IGNORECASE)
_ACCORDING = re.compile(r"\b(?:enligt|genom|i\s+och\s+med)\b", re.IGNORECASE)
_SHALL = re.compile(r"\bska(?:ll)?\b", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:har|hade)\b", re.IGNORECASE)


@rule("TID-117", name="fel-år-i-kolumnrubrik", level=Level.DEVIATION, basis="tid", reads="part")
def columns_are_of_the_reports_year(context: Context) -> Iterator[Observation]:
    """En ekonomitabell har rapportens år i sina kolumner, och varje rubrik en gång.

    Varför: en rubrik från förra årets rapport gör att läsaren jämför fel år. Föregående år får stå bredvid, men det ena
    talet i en avvikelse kan inte vara av ett annat år än det andra.
    Fel: kolumnerna Budget 2023 och Prognos 2024 med en Avvikelse i en rapport för 2024.
    Rätt: kolumnerna Budget 2024 och Prognos 2024 med en Avvikelse i en rapport för 2024.
    """
    for section, place in context.sections:
        for table in section.tables:
            at = place / "tables" / table.id / "columns"
            for column, why in _stale(table, context.report.year, context.report.kind):
                yield found(
                    at / column.id / ("title" if _YEAR.search(column.title) else "group"),
                    f"Kolumnen ’{_head(column)}’ {why}; rapporten gäller {context.report.year}.",
                    Evidence(at / column.id, _head(column)),
                    *(Evidence(at / one.id, _head(one)) for one in table.columns[:_MOST_SHOWN] if one.id != column.id),
                    advice="Rätta årtalet i rubriken.",
                )


@rule("TID-118", name="budget-för-fel-år", level=Level.DEVIATION, basis="tid", reads="part", heeds=(Aspect.TEXTS,))
def budget_and_forecast_are_of_the_reports_year(context: Context) -> Iterator[Observation]:
    """Det som texten säger om årets plan, budget eller prognos gäller rapportens år.

    Varför: ett gammalt årtal visar att meningen har följt med från förra rapporten. Meningar om hur det var prövas inte.
    Fel: ”Prognosen för 2023 är i balans” i en rapport för 2024.
    Rätt: ”Prognosen för 2024 är i balans” i en rapport för 2024.
    """
    year = context.report.year
    for block in context.written:
        for match in _OF_YEAR.finditer(block.text) if block.own and "20" in block.text and not block.is_heading else ():
            start, end = block.sentence(*match.span())
            decides = block.place.path[0] == "front"
            told = (block.text[start : match.start()], block.text[match.end() : end])
            if int(match["year"]) < year and (decides or _is_told_now(*told, str(year))):
                yield found(
                    block.place.at(*match.span("year")),
                    f"Texten talar om {' '.join(match.group().split())}, men rapporten gäller {year}.",
                    block.quote(*match.span()),
                    advice="Rätta årtalet.",
                )


def _is_told_now(before: str, after: str, year: str) -> bool:
    """Tell whether what stands around an old plan, budget or forecast speaks of it as the present one.

    A comparison before it (”mot budget 2023”) makes it what another is held against; after it (”är 77 mnkr, mer än
    2024”) the old one itself is told.
    """
    sentence = f"{before} {after}"
    if year in sentence or _EARLIER.search(sentence) or _HELD_AGAINST.search(before):
        return False
    if _ACCORDING.search(before):
        return bool(_SHALL.search(after)) and not _SINCE.search(after)
    return bool(_THIS_YEAR.search(after)) or bool(_IS.search(sentence) and not _WAS.search(sentence))


def _stale(table: EconomyTable, year: int, kind: ReportKind) -> Iterator[tuple[Column, str]]:
    """Yield each column that has another year than it can have, and why it cannot."""
    dated = [(column, int(match[1])) for column in table.columns if (match := _YEAR.search(_head(column)))]
    own = [pair for pair in dated if pair[0].role in _PRESENT]
    heads = Counter(_head(column) for column, _year in dated)
    varies = len(own) == _PAIR and any(column.role is ColumnRole.VARIANCE for column in table.columns)
    apart = {column.id for columns in _of_one_share(dated) for column in columns}
    for column, said in own:
        if heads[_head(column)] > 1 and column is not _first(dated, _head(column)):
            yield column, "står två gånger"
        elif said < year - 1 or (
            said < year and (column.role is ColumnRole.FORECAST or _is_all_old(dated, year, kind))
        ):
            yield column, f"är av år {said}"
        elif varies and said != year and {one for _column, one in own} != {said}:
            yield column, "är av ett annat år än den som avvikelsen räknas mot"
    yield from ((column, "är av ett annat år än kolumnerna bredvid") for column, _said in dated if column.id in apart)


def _of_one_share(dated: Sequence[tuple[Column, int]]) -> Iterator[tuple[Column, ...]]:
    """Yield budget, outcome and share that stand side by side but are not of one year: those that differ."""
    for trio in zip(dated, dated[1:], dated[2:], strict=False):
        years = Counter(said for _column, said in trio)
        if trio[2][0].role is ColumnRole.SHARE and trio[0][0].role is ColumnRole.BUDGET and len(years) > 1:
            usual = years.most_common(1)[0][0]
            yield tuple(column for column, said in trio if said != usual)


def _first(dated: Sequence[tuple[Column, int]], head: str) -> Column:
    return next(column for column, _year in dated if _head(column) == head)


def _is_all_old(dated: Sequence[tuple[Column, int]], year: int, kind: ReportKind) -> bool:
    return kind is not ReportKind.PLAN and all(said < year for _column, said in dated)


def _head(column: Column) -> str:
    return " ".join(f"{column.group} {column.title}".split())
