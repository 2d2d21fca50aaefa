"""Titles of sections and where they stand: from the catalogue's templates, with what other years and units print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from avstamt.importers.wording import folded
from avstamt.templates.template import SectionTemplate, Template

_YEAR = re.compile(r"\b20\d\d\b|\{year\}|\{previous_year\}")
_AMOUNT = re.compile(r"\d\s*(?:mnkr|mkr|tkr|kr)$", re.IGNORECASE)
_MAY_GO = ("-", "–", "—", "−", "{", "  ", "\u00a0")
_AT_ENDS = " .:;,*"
_ALIKE = 92
_LONG = 14
_DIFFERENCE = 2
"""So many letters more or fewer a title may have that is the same."""

SUMMARY, GOALS, ECONOMY, QUALITY, OTHER, INTRODUCTION = (
    "summary",
    "goals",
    "economy",
    "quality",
    "other",
    "introduction",
)


@dataclass(slots=True)
class Heading:
    """A section that may occur: its key in the template, its titles, and the sections below it; `title` is its own."""

    key: str
    titles: set[str]
    children: list[Heading] = field(default_factory=list)
    holds_goals: bool = False
    title: str = ""

    def is_called(self, title: str) -> bool:
        """Tell whether the section bears this title; long titles may differ by a letter."""
        if title in self.titles:
            return True
        if len(title) < _LONG:
            return False
        shortest, longest = max(_LONG, len(title) - _DIFFERENCE), len(title) + _DIFFERENCE
        near = [own for own in self.titles if shortest <= len(own) <= longest]  # of every line of a report: few remain
        return any(fuzz.ratio(own, title) >= _ALIKE for own in near)

    def find(self, title: str) -> Heading | None:
        """Return the child with this title, or None."""
        return next((child for child in self.children if child.is_called(title)), None)


class Titles:
    """All titles of a tree of sections: most lines of a report are none of them, and that is told by one look."""

    def __init__(self, root: Heading) -> None:
        self._titles = {title for node in _walk(root) for title in node.titles}
        self._longest = max(map(len, self._titles), default=0) + _DIFFERENCE
        self._by_length: dict[int, list[str]] = {}
        for title in self._titles:
            for length in range(len(title) - _DIFFERENCE, len(title) + _DIFFERENCE + 1):
                self._by_length.setdefault(length, []).append(title)

    def is_too_long(self, text: str) -> bool:
        """Tell whether a text is longer than all titles however it is folded: blanks about dashes may go, and what ends it."""
        bare = len(text) > self._longest and not any(map(text.__contains__, _MAY_GO))
        return bare and len(text.strip(_AT_ENDS)) > self._longest

    def may_hold(self, title: str) -> bool:
        """Tell whether some section may bear this title; that one does is for `Heading.is_called` to say."""
        if title in self._titles:
            return True
        near = self._by_length.get(len(title), ()) if len(title) >= _LONG else ()
        return any(fuzz.ratio(own, title, score_cutoff=_ALIKE) for own in near)


Entry = tuple[str, str, tuple[str, ...]]
_COMMON: tuple[Entry, ...] = (
    ("", SUMMARY, ("Sammanfattande analys", "Sammanfattning", "Sammanfattande bedömning")),
    ("", GOALS, (
        "Uppföljning av Kommunfullmäktiges inriktningsmål",
        "Uppföljning av kommunfullmäktiges mål för verksamhetsområdet",
        "Uppföljning av Kommunfullmäktiges inriktningsmål och mål för verksamhetsområdet",
        "Kommunfullmäktiges inriktningsmål",
        "Uppföljning av mål", "Måluppfyllelse", "Nämndens mål",
    )),
    ("", ECONOMY, (
        "Uppföljning av ekonomi", "Uppföljning av ekonomi och särskilda satsningar", "Redovisning av ekonomi",
        "Ekonomisk uppföljning", "Uppföljning av budget", "Ekonomi", "Budget och ekonomi",
    )),
    ("", QUALITY, ("Systematiskt kvalitetsarbete", "Synpunkter och klagomål", "Kvalitetsarbete", "Synpunkter, klagomål och avvikelser")),
    ("", OTHER, ("Övrigt", "Övriga frågor", "Övriga redovisningar")),
)  # fmt: skip
_PLAN: tuple[Entry, ...] = (
    ("", INTRODUCTION, ("Inledning",)),
    (
        INTRODUCTION,
        "description",
        ("Verksamhetsbeskrivning", "Beskrivning av verksamheten", "Presentation av enheten", "Om enheten"),
    ),
    (INTRODUCTION, "idea", ("Verksamhetsidé och värdegrund", "Verksamhetsidé", "Värdegrund")),
    (INTRODUCTION, "development", ("Kvalitets- och utvecklingsarbete", "Kvalitetsarbete", "Utvecklingsarbete")),
    (INTRODUCTION, "competence", ("Kompetensutveckling", "Kompetensförsörjning")),
    (ECONOMY, "resources", ("Resursanvändning",)),
    (ECONOMY, "budget", ("Budget", "Budget 2000")),
)
_FOLLOW_UP: tuple[Entry, ...] = (
    (ECONOMY, "initiatives", ("Särskilda satsningar",)),
    (ECONOMY, "operating", (
        "Analys av resultaträkning - uppföljning av driftbudget", "Uppföljning av driftbudget", "Analys av resultaträkning",
        "Uppföljning av driftbudgeten", "Driftbudget", "Analys av resultaträkning, uppföljning av driftbudget",
    )),
    ("operating", "comment", ("Kommentar till ekonomiskt utfall", "Kommentarer till ekonomiskt utfall")),
    ("operating", "closing", ("Tertialbokslut", "Delårsbokslut", "Bokslut", "Årsbokslut", "Ekonomiskt utfall")),
    ("operating", "forecast", ("Prognos", "Helårsprognos", "Prognos helår", "Årsprognos", "Prognos 2000")),
    (ECONOMY, "balance", ("Analys av balansräkning", "Analys av balansräkningen")),
    (ECONOMY, "result_units", ("Resultatenheter",)),
    (ECONOMY, "investments", ("Investeringar", "Uppföljning av investeringsbudget", "Investeringsbudget")),
    (ECONOMY, "sales", ("Försäljningar av anläggningstillgångar", "Försäljning av anläggningstillgångar")),
    (ECONOMY, "projects", ("Verksamhetsprojekt (driftprojekt)", "Verksamhetsprojekt", "Driftprojekt")),
    (ECONOMY, "volume", ("Omslutningsförändringar", "Omslutningsförändring")),
    (ECONOMY, "adjustments", ("Budgetjusteringar", "Budgetjustering")),
    (ECONOMY, "premises", ("Medel för lokaländamål",)),
    (ECONOMY, "economy_other", ("Övrigt",)),
)  # fmt: skip


def title_key(text: str) -> str:
    """Return a section title as titles are compared: folded, any year alike."""
    return folded(_YEAR.sub("2000", text) if "20" in text or "{" in text else text)


def headings_for(template: Template | None, *, plan: bool, extra: Iterable[str] = ()) -> Heading:
    """Return the tree of sections a report may hold; `extra` are titles of its table of contents, in order."""
    root = Heading("", set())
    if template is not None:
        root.children = [_of_template(section) for section in template.sections]
    for parent, key, titles in (*_COMMON, *(_PLAN if plan else _FOLLOW_UP)):
        _add(root, parent, key, titles)
    _add_contents(root, extra)
    return root


def _of_template(section: SectionTemplate) -> Heading:
    titles = {title_key(title) for title in (section.title, *section.aliases) if title}
    children = [_of_template(child) for child in section.sections]
    return Heading(section.key, titles, children, section.holds_goals, title_key(section.title))


def _add(root: Heading, parent: str, key: str, titles: Sequence[str]) -> None:
    """Add a section's titles to the one the template has, or as a new one below its parent."""
    above = _parent(root, parent)
    if above is None:
        return
    keys = {title_key(title) for title in titles}
    known = [child for child in above.children if child.titles & keys]
    taken = set[str]().union(*(child.titles for child in above.children))
    if known:
        known[0].titles |= keys - taken
        known[0].holds_goals = known[0].holds_goals or key == GOALS
    else:
        above.children.append(Heading(key, keys, holds_goals=key == GOALS, title=title_key(titles[0])))


def _parent(root: Heading, key: str) -> Heading | None:
    if not key:
        return root
    if key in _SIGNS:
        return next((node for node in _walk(root) if _SIGNS[key] in node.titles), None)
    return next((node for node in _walk(root) if node.key == key), None)


_SIGNS = {
    ECONOMY: title_key("Uppföljning av ekonomi"),
    INTRODUCTION: title_key("Inledning"),
    "operating": title_key("Uppföljning av driftbudget"),
}


def _walk(node: Heading) -> Iterable[Heading]:
    for child in node.children:
        yield child
        yield from _walk(child)


def _add_contents(root: Heading, titles: Iterable[str]) -> None:
    """Add titles that only the table of contents knows, below the last section there that the tree knows."""
    above = root
    for title in titles:
        key = title_key(title)
        top = root.find(key)
        if top is not None and (above is root or above.find(key) is None):
            above = top
        elif not _AMOUNT.search(title) and not any(node.is_called(key) for node in _walk(root)):
            above.children.append(Heading("", {key}))
