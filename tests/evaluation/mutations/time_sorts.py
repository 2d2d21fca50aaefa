"""Slips of time and of references: stale years, another report's words, appendices that do not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from tests.evaluation.mutations.economy_relations import tables
from tests.evaluation.mutations.model import Sort, Spot, textual
from tests.evaluation.mutations.prose_sorts import edited
from tests.evaluation.mutations.walking import assign, context, own, replace_in, told

from avstamt.domain.place import Place
from avstamt.domain.report import Report, ReportKind
from avstamt.domain.text import TextTable, block_text

_APPENDIX = re.compile(r"\b[Bb]ilaga (\d+)(?!\d)")
_HEADED = r"(?:plan|budget|mål|områden|prioritering|resultat|ekonomi|bokslut|prognos)\w*(?: (?:för|under|år))? "
_REPORT_YEAR = r"(?:verksamhetsberättelse|verksamhetsplan|tertialrapport(?: \d)?|budget|prognos)(?:en)?(?: för)? "


def _year_back(report: Report, random: Random) -> str:
    return str(report.year - random.choice((1, 2)))


def _decisions(report: Report) -> Iterator[tuple[Place, str]]:
    if report.front is not None:
        for block in report.front.proposals.blocks:
            if not isinstance(block, TextTable):
                yield Place.of("front", "proposals", "blocks", block.id), block_text(block)


def _in_decision(place: Place, text: str, match: re.Match[str], new: str, group: int = 0) -> Spot:
    start, end = match.span(group)
    return Spot(place, context(text, start, end, new), replace_in(place, start, end, new))


@textual("inaktuellt år i förslaget till beslut")
def decision_year(report: Report, random: Random) -> Iterator[Spot]:
    """The report's year goes one or two years back in a decision point; plantable where the point names the year."""
    for place, text in _decisions(report):
        for match in re.finditer(rf"\b{report.year}\b", text):
            yield _in_decision(place, text, match, _year_back(report, random))


@textual("inaktuellt år i en kolumnrubrik")
def column_year(report: Report, random: Random) -> Iterator[Spot]:
    """The report's year goes one or two years back in a column's head; plantable where budget or forecast carries it."""
    for table, place in tables(report):
        for column in table.columns:
            for field in ("title", "group"):
                old = getattr(column, field)
                if str(report.year) in old:
                    new = old.replace(str(report.year), _year_back(report, random))
                    where = place / "columns" / column.id
                    yield Spot(where, f"{old} → {new}", assign(where / field, new))


@textual("inaktuellt år i rubrik eller om rapporten")
def heading_year(report: Report, random: Random) -> Iterator[Spot]:
    """The report's year goes back in a heading of plan, budget, goals or result, or in "prognos för 2024" in the text.

    Plantable in headings of text and sections, and where text tells of this year's plan, report, budget or forecast.
    """
    for block in told(report):
        if block.inherited:
            continue
        before = _HEADED if block.kind == "heading" else _REPORT_YEAR
        for match in re.finditer(rf"{before}\b({report.year})\b(?!\s*[–−-])", block.text, re.IGNORECASE):
            yield edited(block, match.start(1), match.end(1), _year_back(report, random))
    for section in report.sections:
        if re.search(rf"{_HEADED}\b{report.year}\b", section.title, re.IGNORECASE):
            place = Place.of("sections", section.id)
            new = section.title.replace(str(report.year), _year_back(report, random))
            yield Spot(place, f"{section.title} → {new}", assign(place / "title", new))


@textual("framtid i ett år som har gått")
def future_past(report: Report, random: Random) -> Iterator[Spot]:
    """ "Under 2025 ska …" becomes a year before the report's; plantable where the sentence says ska, kommer att, planeras.

    The year told must be the report's own in a plan or the following in any report, standing with "under" or "inför".
    """
    future = re.compile(r"\b(?:ska|kommer|planerar|planeras|avser|fortsätter)\b")
    for block in own(report):
        for offset, sentence in block.sentences():
            for match in re.finditer(rf"\b([Uu]nder|[Ii]nför) ({report.year}|{report.year + 1})\b", sentence):
                year = int(match[2])
                if future.search(sentence) and (year > report.year or report.kind is ReportKind.PLAN):
                    start = offset + match.start(2)
                    yield edited(block, start, start + 4, _year_back(report, random))


@textual("en annan rapports periodord")
def period_words(report: Report, random: Random) -> Iterator[Spot]:
    """ "Under året har" becomes "Hittills i år har" or "Under tertialet har"; plantable in an annual report."""
    if report.kind is not ReportKind.ANNUAL:
        return
    for block in own(report):
        for match in re.finditer(rf"\bUnder (?:året|{report.year}) (?=har)", block.text):
            new = random.choice(("Hittills i år ", "Under tertialet ", "Till och med april "))
            yield edited(block, match.start(), match.end(), new)


@textual("hänvisning till en bilaga som inte finns")
def appendix(report: Report, random: Random) -> Iterator[Spot]:
    """The number of an appendix becomes one that is not listed; plantable where the report lists its appendices."""
    if report.front is None or not report.front.appendices:
        return
    listed = {node.label for node in report.front.appendices}
    for place, text in (*_decisions(report), *((block.place, block.text) for block in own(report))):
        for match in _APPENDIX.finditer(text):
            if f"Bilaga {match[1]}" in listed:
                yield _in_decision(place, text, match, "9", 1)


TIME_SORTS: tuple[Sort, ...] = (
    decision_year, column_year, heading_year, future_past, period_words, appendix,
)  # fmt: skip
