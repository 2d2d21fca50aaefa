"""Rules about references: to appendices and goals that do not exist, and about goals told in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from avstamt.domain.finding import Evidence, Level
from avstamt.domain.goal import GOAL_TEXTS, Goal
from avstamt.domain.place import Place
from avstamt.domain.report import children_of
from avstamt.domain.section import Appendix
from avstamt.rules.model import TRIED, UNTRIED, Aspect, Context, Observation, Trial, found, rule
from avstamt.rules.prose import Written

_APPENDIX = re.compile(r"\b[Bb]ilag(?:a|orna|or)\s+(?:nr\.?\s*)?(\d{1,2})\s?([a-z])?\b(?!\s*(?:procent|%|st\b|sid))")
_OF_ANOTHER_PAPER = re.compile(
    r"\s*(?:till|i)\s+(?:nämndens\s+|stadens\s+|förvaltningens\s+|KF:s\s+)?\w*(?:avtal|plan|budget|överenskommelse|program|beslut|policy|riktlinje|lag|förordning)\w*",
    re.IGNORECASE,
)
_AFTER_ANOTHER_PAPER = re.compile(
    r"\b(?:\w*budget\w*|\w*avtal\w*|\w*överenskommelse\w*|\w*förordning\w*|\w*lagen|\w*riktlinje\w*)(?:\s+(?:20\d\d|med\s+\w+|\([^)]*\)))?,\s*$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(\d{1,2})\s?([a-z])?", re.IGNORECASE)
_GOALS = re.compile(
    r"\b(?P<kind>kf-mål\w*|nämndmål\w*|inriktningsmål\w*|enhetsmål\w*|verksamhets(?:områdes)?mål\w*|mål(?:et|en)?)"
    r"(?:\s+för\s+verksamhetsområdet)?\s+(?:nr\.?\s*)?(?P<numbers>\d(?:\.\d{1,2}){0,2}\b"
    r"(?:\s*(?:,|och|samt|respektive|eller)\s*\d(?:\.\d{1,2}){1,2}\b)*)(?!\s*(?:%|°|procent|grader|st\b|kr\b|tkr\b|mnkr\b|av\b|\d|mål))",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d(?:\.\d{1,2}){0,2}")
_ELSEWHERE = re.compile(
    r"\bi\s+(?:nämndens|stadens|förvaltningens|kommunfullmäktiges|KF:s)\s+(?:\w+\s+)?(?:verksamhetsplan|budget)",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"\b(?:se(?!\s+(?:till|över|att)\b)|beskrivs|redovisas|framgår|återfinns|behandlas|läs)\b", re.IGNORECASE
)
_AROUND = 60
_AGENDA = re.compile(r"agenda\s*2030|globala\s+mål|hållbarhetsmål|delmål|miljömål|etappmål|FN:s", re.IGNORECASE)


@rule(
    "LUC-121",
    name="bilaga-saknas",
    level=Level.DEVIATION,
    basis="samstämmighet",
    claims="hänvisningar till bilagor",
    heeds=(Aspect.TEXTS,),
)
def mentioned_appendix_is_listed(context: Context) -> Iterator[Observation | Trial]:
    """En bilaga som texten hänvisar till står i förteckningen över bilagor.

    Varför: nämnden letar efter bilagan när den ska besluta.
    Fel: texten hänvisar till bilaga 3, och förteckningen har bilaga 1 och 2.
    Rätt: texten hänvisar till bilaga 2, och förteckningen har bilaga 1 och 2.
    """
    front = context.report.front
    listed = {_appendix_key(one): one for one in front.appendices} if front else {}
    listed.pop(("", ""), None)
    for block, match in context.in_writing(_appendices_mentioned):
        if not listed or _is_of_another_paper(block.text, match):
            yield UNTRIED
            continue
        yield TRIED
        key = (match[1], (match[2] or "").lower())
        if key not in listed:
            yield _unlisted(block, match, [one for other, one in listed.items() if other[0] == key[0]])


def _appendices_mentioned(blocks: Sequence[Written]) -> list[tuple[Written, re.Match[str]]]:
    holding = (block for block in blocks if "ilag" in block.text)
    return [(block, match) for block in holding for match in _APPENDIX.finditer(block.text)]


@rule("LUC-122", name="bilagor-i-följd", level=Level.DEVIATION, basis="samstämmighet", reads="part")
def appendices_are_numbered_without_gaps(context: Context) -> Iterator[Observation]:
    """Bilagorna är numrerade i följd.

    Varför: ett hopp i numreringen betyder att en bilaga saknas, eller att hänvisningar pekar fel.
    Fel: Bilaga 1, Bilaga 2 och Bilaga 4.
    Rätt: Bilaga 1, Bilaga 2 och Bilaga 3.
    """
    front = context.report.front
    keyed = [(_appendix_key(one), one) for one in front.appendices] if front else []
    numbered = [(key, one) for key, one in keyed if key[0]]
    numbered.sort(key=lambda pair: (int(pair[0][0]), pair[0][1], pair[1].id))
    before: tuple[tuple[str, str], Appendix] | None = None
    for key, one in numbered:
        missing = _missing_before(before[0] if before else ("0", ""), key)
        if missing and before is not None:
            yield found(
                Place.of("front", "appendices", one.id, "label"),
                f"Förteckningen går från {before[1].label} till {one.label}; {missing} saknas.",
                _listed(before[1]),
                _listed(one),
                advice="Lägg till bilagan, eller numrera om och ändra hänvisningarna.",
            )
        before = (key, one)


@rule(
    "LUC-123",
    name="mål-saknas",
    level=Level.DEVIATION,
    basis="samstämmighet",
    claims="hänvisningar till mål",
    heeds=(Aspect.TEXTS,),
)
def mentioned_goal_exists(context: Context) -> Iterator[Observation | Trial]:
    """Ett mål som texten hänvisar till finns i rapporten, och har text eller mål under sig.

    Varför: den som följer hänvisningen hittar inget.
    Fel: ”Arbetet beskrivs under mål 3.6”, och rapporten har inget mål 3.6.
    Rätt: ”Arbetet beskrivs under mål 1.3”, och rapporten har mål 1.3 med en analys.
    """
    if not context.derived(_numbered):
        return
    for block, match in context.in_writing(_goals_mentioned):
        if _is_elsewhere(block, match):
            yield UNTRIED
            continue
        for number in _NUMBER.finditer(match["numbers"]):
            yield TRIED
            yield from _try_goal(context, block, match, number)


def _goals_mentioned(blocks: Sequence[Written]) -> list[tuple[Written, re.Match[str]]]:
    holding = (block for block in blocks if "mål" in block.text or "Mål" in block.text)
    return [(block, match) for block in holding for match in _GOALS.finditer(block.text)]


def _try_goal(context: Context, block: Written, match: re.Match[str], number: re.Match[str]) -> Iterator[Observation]:
    written = number.group()
    sentence = block.text[slice(*block.sentence(*match.span()))]
    pointed = bool(_POINTS.search(sentence))
    goal = context.derived(_numbered).get(written)
    known = written in context.derived(_city_numbers)
    if goal is not None:
        why = "som saknar innehåll" if pointed and _is_bare(context, goal) else ""
    elif known:
        why = "som är ett av KF:s mål men inte finns i rapporten" if pointed else ""
    else:
        why = "som inte finns i rapporten"
    if why:
        start = match.start("numbers") + number.start()
        yield found(
            block.place.at(start, start + len(written)),
            f"Texten hänvisar till mål {written}, {why}.",
            block.quote(*match.span()),
            advice="Rätta numret, eller skriv här vad hänvisningen skulle leda till.",
        )


def _is_bare(context: Context, goal: Goal) -> bool:
    """Tell whether a goal has neither text, rows nor goals below it."""
    texts = [getattr(goal, name) for name in GOAL_TEXTS]
    written = any(text is not None and not text.is_empty for text in texts)
    return not (written or goal.indicators or goal.activities or children_of(context.report.goals, goal.id))


def _numbered(context: Context) -> dict[str, Goal]:
    return {goal.normal_number: goal for goal in context.report.goals if goal.normal_number}


def _is_elsewhere(block: Written, match: re.Match[str]) -> bool:
    """Tell whether a number is of another document's goals, or perhaps no goal's at all ("målet 5 nya platser")."""
    around = block.text[max(0, match.start() - _AROUND) : match.end() + _AROUND]
    if "." not in match["numbers"]:
        plain = match["kind"].lower() in {"mål", "inriktningsmål"} and _POINTS.search(around)
        return not plain
    return bool(_ELSEWHERE.search(around) or _AGENDA.search(around))


def _city_numbers(context: Context) -> frozenset[str]:
    years = context.catalogue.city_years(context.report.year)
    return frozenset(one.number for one in (*years.directions, *years.areas)) if years else frozenset()


def _is_of_another_paper(text: str, match: re.Match[str]) -> bool:
    """Tell whether an appendix is one to an agreement, a plan or a budget: "bilaga 4 till avtalet"."""
    before = _AFTER_ANOTHER_PAPER.search(text, max(0, match.start() - _AROUND), match.start())
    return bool(before or _OF_ANOTHER_PAPER.match(text, match.end()))


def _appendix_key(appendix: Appendix) -> tuple[str, str]:
    match = _LABEL.search(appendix.label)
    return (str(int(match[1])), (match[2] or "").lower()) if match else ("", "")


def _unlisted(block: Written, match: re.Match[str], near: Sequence[Appendix]) -> Observation:
    said = match.group().strip()
    said = said[0].lower() + said[1:]
    instead = ""
    if near:
        labels = [one.label[0].lower() + one.label[1:] for one in near]
        instead = f"; där finns {labels[0] if len(labels) == 1 else ', '.join(labels[:-1]) + ' och ' + labels[-1]}"
    return found(
        block.place.at(*match.span()),
        f"Texten hänvisar till {said}, som inte står bland bilagorna{instead}.",
        block.quote(*match.span()),
        *(_listed(one) for one in near),
        advice="Rätta hänvisningen, eller lägg till bilagan i förteckningen.",
    )


def _listed(appendix: Appendix) -> Evidence:
    return Evidence(Place.of("front", "appendices", appendix.id, "label"), f"{appendix.label}: {appendix.title}")


def _missing_before(before: tuple[str, str], key: tuple[str, str]) -> str:
    """Return what is skipped between two labels: "bilaga 3", "bilaga 3a"; empty where nothing is."""
    number, last = int(key[0]), int(before[0])
    if number > last + 1:
        return f"bilaga {last + 1}"
    if number == last + 1 and key[1] > "a":
        return f"bilaga {number}a"
    if number == last and before[1] and key[1] and ord(key[1]) > ord(before[1]) + 1:
        return f"bilaga {number}{chr(ord(before[1]) + 1)}"
    return ""
