"""Slips in goals: status, analysis, titles, numbers and counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from tests.evaluation.mutations.model import Sort, Spot, textual
from tests.evaluation.mutations.prose_sorts import edited
from tests.evaluation.mutations.walking import Told, assign, own, running

from avstamt.domain.goal import Assessment, Goal, GoalLevel
from avstamt.domain.place import Place
from avstamt.domain.report import OrganisationLevel, Report, ReportKind, children_of
from avstamt.domain.text import EMPTY_TEXT, Paragraph, RichText, Run

_SAID = (
    (re.compile(r"\b(?:uppfylls|uppfyllt|uppnås|uppnått|uppnåtts|uppnår|uppfyller)\b[^.]{0,12}\binte\b|\binte\b[^.]{0,12}\b(?:uppfylls|uppfyllt|uppnås|uppnått)\b", re.IGNORECASE), Assessment.NOT),
    (re.compile(r"\b(?:uppfylls|uppfyllt|uppnås|uppnått|uppnåtts|uppfyllts)\b[^.]{0,12}\bdelvis\b|\bdelvis\b[^.]{0,12}\b(?:uppfylls|uppfyllt|uppfyllts|uppnås|uppnått|uppnåtts)\b", re.IGNORECASE), Assessment.PARTLY),
    (re.compile(r"\b(?:uppfylls|uppfyllt|uppnås|uppnåtts|uppnått|uppfyllts)\b[^.]{0,12}\bhelt\b|\b(?:uppfyller|uppnår) (?:enhets|nämnd)?målet|målet (?:är|bedöms vara|har) (?:uppfyllt|uppnåtts|uppnått|nått)", re.IGNORECASE), Assessment.FULL),
)  # fmt: skip
_GOAL_WORD = re.compile(r"\b(?:enhets|nämnd|inriktnings|verksamhets)?mål(?:et|en)?\b", re.IGNORECASE)
_COUNTS = {
    "två": "tre", "tre": "fyra", "fyra": "fem", "fem": "sex", "sex": "sju", "sju": "åtta", "åtta": "nio", "nio": "tio",
}  # fmt: skip
_COUNTED = re.compile(
    rf"\b(?P<before>alla|samtliga|de|av de|av enhetens|av nämndens) (?P<count>{'|'.join(_COUNTS)})\b"
    rf"(?= (?:mål|målen|nämndmål|nämndmålen|enhetsmål|enhetsmålen|aktiviteter|aktiviteterna|indikatorer|indikatorerna)\b)",
    re.IGNORECASE,
)


def _said(goal: Goal) -> tuple[Assessment, Place] | None:
    """Return what the analysis's first two sentences about the goal as a whole say that it is assessed to."""
    if goal.analysis is None or not goal.analysis.blocks:
        return None
    for block in goal.analysis.blocks[:1]:
        place = Place.of("goals", goal.id, "analysis", "blocks", block.id)
        told = Told(place, RichText(blocks=(block,)).plain, goal, block.kind, "analysis", inherited=False)
        for _offset, sentence in list(told.sentences())[:2]:
            if _GOAL_WORD.search(sentence):
                for pattern, assessment in _SAID:
                    if pattern.search(sentence):
                        return assessment, place
    return None


@textual("status mot analysens egna ord")
def status_against_words(report: Report, random: Random) -> Iterator[Spot]:
    """The status becomes another; plantable where the analysis opens by saying how far the goal is reached."""
    for goal in report.goals:
        said = _said(goal)
        if said is not None and said[0] is goal.assessment:
            others = [one for one in (Assessment.FULL, Assessment.PARTLY, Assessment.NOT) if one is not goal.assessment]
            yield _status(goal, random.choice(others), said[1])


@textual("status mot målen under")
def status_against_below(report: Report, random: Random) -> Iterator[Spot]:
    """The status becomes "Uppfylls inte"; plantable where it and all its two or more goals below are "Uppfylls helt"."""
    for goal in report.goals:
        below = children_of(report.goals, goal.id)
        if len(below) > 1 and all(one.assessment is Assessment.FULL for one in (goal, *below)):
            yield _status(goal, Assessment.NOT, *(Place.of("goals", one.id) for one in below))


def _status(goal: Goal, new: Assessment, *against: Place) -> Spot:
    place = Place.of("goals", goal.id)
    what = f"{goal.label}: {goal.assessment.value if goal.assessment else '—'} → {new.value}"
    return Spot(place, what, assign(place / "assessment", new), against)


@textual("status tömd")
def status_emptied(report: Report, random: Random) -> Iterator[Spot]:
    """The status is emptied; plantable on a goal the writer answers for, in a report that assesses all its like."""
    if report.kind is ReportKind.PLAN:
        return
    level = GoalLevel.UNIT if report.level is OrganisationLevel.UNIT else GoalLevel.COMMITTEE
    like = [goal for goal in report.goals if goal.level is level]
    for goal in like:
        if goal.assessment and all(one.assessment for one in like):
            place = Place.of("goals", goal.id)
            yield Spot(place, f"{goal.label}: status tömd", assign(place / "assessment", None))


def _assessed(report: Report) -> Iterator[tuple[Goal, Place]]:
    level = GoalLevel.UNIT if report.level is OrganisationLevel.UNIT else GoalLevel.COMMITTEE
    for goal in report.goals:
        if goal.level is level and goal.assessment and goal.analysis is not None and not goal.analysis.is_empty:
            yield goal, Place.of("goals", goal.id)


@textual("analys tömd")
def analysis_emptied(report: Report, random: Random) -> Iterator[Spot]:
    """The analysis of an assessed goal of the writer's own is emptied: nothing then says why it is so assessed."""
    for goal, place in _assessed(report):
        yield Spot(place, f"{goal.label}: analysen tömd", assign(place / "analysis", EMPTY_TEXT))


@textual("analys utbytt mot titeln")
def analysis_is_title(report: Report, random: Random) -> Iterator[Spot]:
    """The analysis of an assessed goal of the writer's own becomes the goal's title and nothing else."""
    for goal, place in _assessed(report):
        text = RichText(blocks=(Paragraph(id="b-title", runs=(Run(text=goal.title),)),))
        yield Spot(place, f"{goal.label}: analysen är titeln", assign(place / "analysis", text))


@textual("målets nummer ändrat")
def number_changed(report: Report, random: Random) -> Iterator[Spot]:
    """The middle part of a goal's number becomes another; plantable where the goal above carries the right one."""
    for goal in report.goals:
        parts = goal.normal_number.split(".")
        above = next((one for one in report.goals if one.id == goal.parent), None)
        if len(parts) > 1 and above is not None and above.normal_number == ".".join(parts[:-1]):
            wrong = [*parts]
            wrong[-2] = str(int(parts[-2]) + random.choice((1, 2)))
            place = Place.of("goals", goal.id)
            yield Spot(place, f"{goal.label} → {'.'.join(wrong)}", assign(place / "number", ".".join(wrong)))


@textual("KF:s mål med fel ord")
def title_changed(report: Report, random: Random) -> Iterator[Spot]:
    """A long word of the title of KF's goal falls away; plantable on KF's goals, whose names are printed and public."""
    for goal in report.goals:
        words = list(re.finditer(r"\b[a-zåäö]{6,} ", goal.title))
        if goal.level in (GoalLevel.DIRECTION, GoalLevel.AREA) and words:
            word = random.choice(words)
            title = goal.title[: word.start()] + goal.title[word.end() :]
            place = Place.of("goals", goal.id)
            yield Spot(place, f"{goal.title} → {title}", assign(place / "title", title))


@textual("antal mål eller aktiviteter")
def count_changed(report: Report, random: Random) -> Iterator[Spot]:
    """A count word becomes one more ("alla fem målen" → "alla sex målen"), where the text counts goals or activities.

    Plantable where the count is that of the goals below the goal (or the direction goal the heading names), or of all
    the goals of one level, or of the goal's own activities or indicators, as the report stands.
    """
    for block in running(report):
        for match in _COUNTED.finditer(block.text):
            number = list(_COUNTS).index(match["count"].lower()) + 2
            against = _counted(report, block, number)
            if against:
                new = _COUNTS[match["count"].lower()]
                yield edited(block, match.start("count"), match.end("count"), new, *against)


def _counted(report: Report, block: Told, number: int) -> tuple[Place, ...]:
    groups: list[list[Place]] = []
    over = [block.goal] if block.goal is not None else [goal for goal in report.goals if goal.parent is None]
    for goal in over:
        groups.append([Place.of("goals", one.id) for one in children_of(report.goals, goal.id)])
        groups += [
            [Place.of("goals", goal.id)] * len(goal.activities),
            [Place.of("goals", goal.id)] * len(goal.indicators),
        ]
    for level in GoalLevel:
        groups.append([Place.of("goals", goal.id) for goal in report.goals if goal.level is level])
    return next((tuple(group) for group in groups if len(group) == number), ())


@textual("hänvisning till ett mål som inte finns")
def goal_reference(report: Report, random: Random) -> Iterator[Spot]:
    """ "mål 3.6" becomes a goal that is not in the report; plantable where the text refers to one that is."""
    numbers = {goal.normal_number for goal in report.goals}
    for block in own(report):
        for match in re.finditer(r"\bmål(?:et|en)? (\d(?:\.\d{1,2}){1,2})\b", block.text):
            wrong = re.sub(r"\d+$", "9", match[1])
            if match[1] in numbers and wrong not in numbers:
                yield edited(block, match.start(1), match.end(1), wrong)


GOAL_SORTS: tuple[Sort, ...] = (
    status_against_words, status_against_below, status_emptied, analysis_emptied, analysis_is_title, number_changed,
    title_changed, count_changed, goal_reference,
)  # fmt: skip
