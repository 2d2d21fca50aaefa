"""Rules about what goals are called: by KF, in their heading, and where a text repeats the heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial

from rapidfuzz import fuzz

from avstamt.domain.finding import Evidence, Fix, Level
from avstamt.domain.goal import Goal, GoalLevel
from avstamt.domain.place import Place, value_at, with_value
from avstamt.domain.report import Report
from avstamt.rules.model import TRIED, UNTRIED, Aspect, Context, Observation, Trial, found, rule
from avstamt.rules.prose import Written, is_responsible, steady
from avstamt.templates.template import CityGoal

_FOLD = re.compile(r"[\s\u00ad\-–‐‑−.,:;’'\"”*]+")
_REPEATED = re.compile(
    r"^(?:(?P<prefix>KF:s [^:]{3,40}|[Nn]ämndmål|[Ee]nhetsmål)\s*:?\s*)?(?P<number>\d(?:\.\d{1,2}){1,2}\.?)?\s*:?\s*(?P<title>.*)$"
)
_FORM = re.compile(r"^[^\W\d]+(?P<before>\s*:)?\s*\d(?:\.\d{1,2})*\.?(?P<after>\s*:)?", re.IGNORECASE)
_ALIKE = 80
_SAME_GOAL = 90
_LONG_TITLE = 20
_FEWEST_WORDS = 3
_WORD = re.compile(r"\w+")


@rule(
    "LUC-131",
    name="kf-målets-namn",
    level=Level.DEVIATION,
    basis="samstämmighet",
    claims="namn på KF:s mål",
    reads="part",
)
def city_goal_has_its_name(context: Context) -> Iterator[Observation | Trial]:
    """KF:s mål har det nummer och det namn som kommunfullmäktige har beslutat.

    Varför: målen går bara att följa genom staden om de heter lika överallt. Ett namn som är förkortat med flera ord går
    ändå att känna igen.
    Fel: KF:s mål 3.1 med titeln Stockholms ekonomi är svag i en tertialrapport 2024.
    Rätt: KF:s mål 3.1 med titeln Stockholms ekonomi är stark, hållbar och lägger grunden för en jämlik välfärd.
    """
    years = context.catalogue.city_years(context.report.year)
    decided = {one.number: one for one in (*years.directions, *years.areas)} if years else {}
    for goal, place in context.goals:
        if goal.level not in (GoalLevel.DIRECTION, GoalLevel.AREA) or not goal.title.strip():
            continue
        known = decided.get(goal.normal_number)
        if known is None:
            yield UNTRIED
            continue
        yield TRIED
        names = (known.title, *known.variants)
        if _folded(goal.title) not in {_folded(name) for name in names} and not any(
            _is_short_for(goal.title, name) for name in names
        ):
            yield _misnamed(goal, place, known)


@rule("LUC-132", name="målets-titel-i-texten", level=Level.TIP, basis="samstämmighet", reads="text", heeds=())
def repeated_heading_is_the_goals_title(context: Context) -> Iterator[Observation]:
    """En rubrik i löpande text som upprepar ett måls titel är likadan som titeln.

    Varför: olika ordalydelse får läsaren att undra om det är samma mål.
    Fel: rubriken ”Nämndmål: 1.2.1 Besökarna får svar”, när målet heter Besökarna får snabbt svar.
    Rätt: rubriken ”Nämndmål: 1.2.1 Besökarna får snabbt svar”.
    """
    goals = {goal.id: goal for goal in context.report.goals}
    for goal_id, blocks in context.derived(_headings).items():
        for block in blocks:
            yield from _differs(block, goals[goal_id])


@rule("LUC-133", name="målnummer-på-två-sätt", level=Level.TIP, basis="samstämmighet", heeds=(Aspect.TEXTS,))
def goal_numbers_are_written_one_way(context: Context) -> Iterator[Observation]:
    """Målens nummer skrivs på ett sätt: alla med punkt efter, eller ingen.

    Varför: samma form gör numren lätta att söka. Anmärkningen görs en gång för hela rapporten, och bara om egna mål.
    Fel: målen 1.2.1. och 1.2.2 under samma mål.
    Rätt: målen 1.2.1 och 1.2.2.
    """
    families: dict[tuple[GoalLevel, str | None], list[Goal]] = {}
    for goal in sorted(context.report.goals, key=lambda one: steady(Place.of(one.id))):
        if goal.number.strip() and is_responsible(context.report, goal):
            families.setdefault((goal.level, goal.parent), []).append(goal)
    for family in families.values():
        dotted = [goal for goal in family if goal.number.strip().endswith(".")]
        plain = [goal for goal in family if goal not in dotted]
        if dotted and plain:
            pair = (dotted[0], plain[0])
            yield found(
                Place.of("goals", pair[0].id, "number"),
                f"Målens nummer skrivs både med och utan punkt: {dotted[0].number.strip()} och {plain[0].number.strip()}.",
                *(Evidence(Place.of("goals", goal.id, "number"), goal.number.strip()) for goal in pair),
                *(block.opening() for goal in pair for block in context.derived(_headings).get(goal.id, ())[:1]),
                advice="Skriv alla nummer på samma sätt.",
                fix=Fix("Ta bort punkten efter målnumren", safe=True, apply=_without_stops),
            )
            return


@rule("LUC-137", name="målnummer-under-fel-mål", level=Level.DEVIATION, basis="samstämmighet", heeds=())
def goal_number_continues_the_one_above(context: Context) -> Iterator[Observation]:
    """Ett måls nummer börjar med numret på målet ovanför.

    Varför: numret säger vart målet hör. Stämmer det inte har målet hamnat fel, eller numret skrivits fel.
    Fel: nämndmålet 1.3.1 under KF:s mål 1.2.
    Rätt: nämndmålet 1.2.1 under KF:s mål 1.2.
    """
    by_id = {goal.id: goal for goal in context.report.goals}
    for goal, place in context.goals:
        above = by_id.get(goal.parent or "")
        if above is None or not _is_astray(goal, above):
            continue
        higher = by_id.get(above.parent or "")
        if higher is None or not _is_astray(above, higher):
            yield found(
                place / "number",
                f"Målet {goal.normal_number} står under mål {above.normal_number}.",
                Evidence(place / "number", goal.label),
                Evidence(Place.of("goals", above.id, "number"), above.label),
                advice="Rätta numret, eller flytta målet.",
            )


@rule("LUC-134", name="målrubrik-på-två-sätt", level=Level.TIP, basis="samstämmighet", heeds=(Aspect.TEXTS,))
def repeated_headings_have_one_form(context: Context) -> Iterator[Observation]:
    """Rubriker i texten som upprepar målens titlar är skrivna på ett sätt.

    Varför: den som söker eller läser på skärm hittar bara den form som de andra har.
    Fel: rubriken ”Nämndmål 1.2.3: Trygga besök”, när de andra är skrivna ”Nämndmål: 1.2.1 Snabba svar”.
    Rätt: rubriken ”Nämndmål: 1.2.3 Trygga besök”.
    """
    forms: dict[bool, list[tuple[str, Written]]] = {True: [], False: []}
    for goal_id, blocks in context.derived(_headings).items():
        for block in blocks:
            if match := _FORM.match(block.text.strip()):
                forms[match["before"] is not None].append((goal_id, block))
    usual, odd = sorted(forms.values(), key=len, reverse=True)
    if len(usual) <= len(odd):
        return
    example = min((block for _goal, block in usual), key=lambda block: steady(block.place)).text.strip()
    for goal_id, block in odd:
        yield found(
            block.place,
            f"Rubriken är skriven ’{_head(block.text)}’, men de andra målrubrikerna som ’{_head(example)}’.",
            block.opening(),
            Evidence(
                Place.of("goals", goal_id, "title"), value_at(context.report, Place.of("goals", goal_id, "title"))
            ),
            advice="Skriv målrubrikerna på samma sätt.",
        )


def _head(heading: str) -> str:
    match = _FORM.match(heading.strip())
    return match.group().strip() if match else heading


def _is_astray(goal: Goal, above: Goal) -> bool:
    """Tell whether a number has one part more than that above and begins otherwise; other numbers follow other plans."""
    number, start = goal.normal_number.split("."), above.normal_number.split(".")
    return len(number) == len(start) + 1 and all(start) and number[: len(start)] != start


def _without_stops(report: Report) -> Report:
    for goal in report.goals:
        if goal.number.strip().endswith(".") and is_responsible(report, goal):
            report = with_value(report, Place.of("goals", goal.id, "number"), goal.number.strip().rstrip("."))
    return report


def _misnamed(goal: Goal, place: Place, known: CityGoal) -> Observation:
    near = fuzz.ratio(_folded(goal.title), _folded(known.title)) >= _ALIKE
    fix = Fix("Skriv KF:s titel", safe=False, apply=partial(with_value, place=place / "title", value=known.title))
    return found(
        place / "title",
        f"KF:s mål {goal.normal_number} heter ’{known.title}’.",
        Evidence(place / "title", goal.title),
        advice="Skriv titeln som kommunfullmäktige har beslutat den, eller rätta numret.",
        fix=fix if near else None,
    )


def _headings(context: Context) -> dict[str, list[Written]]:
    """Return for each goal's id the headings in running text that repeat the goal's title."""
    goals = context.report.goals
    by_number = {goal.normal_number: goal for goal in sorted(goals, key=lambda one: one.id) if goal.normal_number}
    titles = tuple(goal.title for goal in goals)
    found_in: dict[str, list[Written]] = {}
    for block, match in context.in_writing(_own_headings):
        number = None if match["number"] else _titled(match["title"], titles)
        named = goals[number] if number is not None else None
        goal = by_number.get(match["number"].rstrip(".")) if match["number"] else named
        if goal is not None and match["title"]:
            found_in.setdefault(goal.id, []).append(block)
    return {goal: sorted(blocks, key=lambda block: steady(block.place)) for goal, blocks in found_in.items()}


def _own_headings(blocks: Sequence[Written]) -> list[tuple[Written, dict[str, str]]]:
    return [(block, _parts(block)) for block in blocks if block.is_heading and block.own]


def _parts(block: Written) -> dict[str, str]:
    match = _REPEATED.match(" ".join(block.text.split()))
    return {name: text or "" for name, text in match.groupdict().items()} if match else {"number": "", "title": ""}


@lru_cache(maxsize=1024)  # asked for every heading after every edit
def _titled(heading: str, titles: tuple[str, ...]) -> int | None:
    """Return the number of the one title that is nearly this long heading, or None."""
    if len(heading) < _LONG_TITLE:
        return None
    folded = _folded(heading)
    near = [n for n, one in enumerate(titles) if abs(len(one) - len(heading)) <= _LONG_TITLE and _alike(one, folded)]
    return near[0] if len(near) == 1 else None


def _alike(title: str, folded: str) -> bool:
    return fuzz.ratio(_folded(title), folded, score_cutoff=_SAME_GOAL) > 0


def _differs(block: Written, goal: Goal) -> Iterator[Observation]:
    title, own = _parts(block)["title"], " ".join(goal.title.split())
    if title == own:
        return
    message = f"Rubriken i texten är ’{title}’, men målet heter ’{own}’."
    if title.rstrip(".") == own.rstrip("."):
        message = "Målets titel slutar med punkt på det ena stället och inte på det andra."
    yield found(
        block.place,
        message,
        block.opening(),
        Evidence(Place.of("goals", goal.id, "title"), goal.title),
        advice="Skriv titeln likadant på båda ställena.",
    )


def _is_short_for(title: str, name: str) -> bool:
    """Tell whether a title is the name with at least two words left out."""
    said, whole = _WORD.findall(title.casefold()), iter(full := _WORD.findall(name.casefold()))
    return len(full) >= len(said) + 2 and len(said) > _FEWEST_WORDS and all(word in whole for word in said)


@lru_cache(maxsize=4096)
def _folded(title: str) -> str:
    return _FOLD.sub("", title).casefold()
