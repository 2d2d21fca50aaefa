"""How an activity's analysis says that the activity does not go as planned, and what happens next."""

from __future__ import annotations

import re
from collections.abc import Iterator

from avstamt.domain.activity import Activity
from avstamt.domain.goal import Goal
from avstamt.domain.place import Place
from avstamt.language.verbs import Reading, VerbForm, read_verb
from avstamt.language.words import split_words
from avstamt.rules.activity_dates import is_ahead
from avstamt.rules.assessment_text import Said, said_in
from avstamt.rules.context import Context

_DONE = (
    r"(?:genomför\w*|slutför\w*|fullfölj\w*|färdigställ\w*|avsluta\w*|påbörja\w*|starta\w*|hunnit\w*|implementer\w*)"
)
_NOT_DONE = re.compile(
    rf"\b(?:inte|ej|ännu\s+inte)\s+(?:\w+\s+){{0,3}}?{_DONE}\b"
    rf"|\b(?:inte|ej)\s+(?:\w+\s+){{0,2}}?(?:kunnat|blivit\s+(?:av|klar\w*)|kommit\s+(?:i\s*gång|till\s+stånd)|tillsatt\w*|tagits\s+fram|tagit\s+fram)\b"
    r"|\b(?:genomför(?:de)?s|slutför(?:de)?s|påbörja(?:de)?s|hölls|blev|startade)\s+(?:\w+\s+){0,1}?(?:inte|ej|aldrig)\b(?!\s+(?:från|av|bara|endast|enbart|minst)\b)"
    r"|\b(?:blev|blir|blivit)\s+(?:tyvärr\s+|dock\s+)?(?:inte|ej|aldrig)\s+av\b(?!\s+med\b)(?=\s*(?:[.,;]|på\s+grund|under|då|eftersom|som|$))"
    r"|\bstå\s+tillbaka\b|\bprioriterats\s+(?:bort|ned|ner)\b|\b(?:ned|ner|bort)prioriter\w+|\bdragit\s+ut\s+på\s+tiden\b"
    r"|\bavvakta\w*\b|\bsenarelägg\w*\b|\bsenarelagt?s?\b|\bskjut(?:s|its|as|it)?\s+(?:upp|fram)\w*|\buppskjut\w+|\bframskjut\w+"
    r"|\bförsena\w*\b|\bförsening\w*\b|\bförskjut\w*\b|\bpausa(?:s|t|ts|des)\b|\bär\s+pausa(?:d|de)\b|\bdröj(?:er|de|t)\b|\b(?:är|var|varit|ligger|legat|lagts?)\s+(?:\w+\s+)?vilande\b|\bstannat\s+av\b|\butgå(?:r|tt)\b(?=\s*(?:[.,;]|under\b|ur\b|på\s+grund|eftersom\b|då\b|$))"
    r"|\b(?:har|är|blev|blivit)\s+(?:\w+\s+){0,2}?(?:ställts\s+in|inställ\w+)|\bställdes\s+in\b"
    r"|\bflytt(?:as|ats|ades)\s+(?:fram\b|till\s+(?:\w+\s+)?(?:nästa|kommande|hösten|våren|sommaren|vintern|januari|februari|mars|april|maj|juni|juli|augusti|"
    r"september|oktober|november|december|20\d\d|senare))",
    re.IGNORECASE,
)
_NOT_OF_THIS = re.compile(
    r"\b(?:utan|undvik\w*|risk\w*|om(?!\s+att)|inte\s+ska|som$|några|vissa|enstaka|ifall|för\s+att|tidigare|föregående\s+år|förra\s+året|hindr\w*|förebygg\w*|motverka\w*)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:inte|ej|ingen|inget|inga|aldrig|varken)\s+(?:\w+\s+){0,2}$|\btrots\s+att\s+(?:\w+\s+){0,3}$", re.IGNORECASE
)
_FOUND_OUT = re.compile(
    r"\b(?:visa[rd]?\w*|framgår|framkom\w*)\s+att\s+(?!(?:[^.,;]*\s)?(?:aktivitet|arbete|uppdrag|projekt|insats)\w*)[^.,;]*$",
    re.IGNORECASE,
)
_AS_IT_SHOULD = re.compile(
    r"\b(?:vilket|men|eftersom)\b[^.]*\b(?:inte\s+(?:har\s+)?påverka\w*|påverkar\s+inte|enligt\s+(?:tid)?plan(?:en)?|följer\s+(?:tid)?plan\w*)\b"
    r"|\bhar\s+(?:åtgärdats|hanterats|lösts)\b|\binte\s+påverka\w*|\binte\s+ingår\b|\bingår\s+inte\b|\b(?:tidigare|förut)\s*\.?$",
    re.IGNORECASE,
)
_DONE_AFTER_ALL = re.compile(
    r"\b(?:aktiviteten|arbetet|rutinen|planen|uppdraget|utbildningen)\s+är\s+(?:nu\s+)?(?:klar[ta]?|genomför[dt]|avsluta[dt]|slutför[dt]|införd|på\s+plats)\b"
    r"|\b(?:men|däremot|sedan|därefter|nu|i\s+stället)\b[^.]*\b(?:genomför(?:ts|des|t|da)|slutför(?:ts|des|da))\b|\båterupptog\w*|\bhar\s+återupptagits\b",
    re.IGNORECASE,
)
_NEXT_STEP = re.compile(
    r"\b(?:kommer|ska|skall|planera\w*|planer\w*|flytta\w*|fortsätt\w*|återuppta\w*|nästa|inför|beräknas|väntas|förväntas|senarelägg\w*|"
    r"avslutas|utgår|ersätts|hösten|våren|fram\s+till|till\s+dess|i\s+stället|istället)\b|\b20\d\d\b",
    re.IGNORECASE,
)
_DONE_LATER = re.compile(
    r"\b(?:klar[ta]?\b|slutför(?:s|as)|genomför(?:s|as)|färdigställ(?:s|as|d)|avsluta(?:s|d)|fullfölj(?:s|as))\b[^.]{0,40}?\b(20\d\d)\b",
    re.IGNORECASE,
)
_WORK = re.compile(
    r"\b(?:arbet(?:e|et)|aktivitet\w*|uppdrag\w*|projekt\w*|\w*utredning\w*|\w*revidering\w*|\w*kartläggning\w*|översyn\w*|"
    r"\w*upphandling\w*|\w*utbildning\w*|\w*plan(?:en)?|rutin\w*|det|detta|denna|dessa)\b|^\W*(?:beräkna\w*|vänta\w*|planera\w*|klar\w*)\b",
    re.IGNORECASE,
)
_DENIES = re.compile(r"\bhar\s+(?:ännu\s+)?(?:inte|ej)\b", re.IGNORECASE)
_SAME_START = 6
_BY_YEAR = re.compile(r"\bunder\s+(20\d\d)\b")


def all_activities(context: Context) -> Iterator[tuple[Goal, Activity, Place]]:
    """Yield every activity with its goal and its place, in document order."""
    for goal, place in context.goals:
        for activity in goal.activities:
            yield goal, activity, place / "activities" / activity.id


def activities_of(goal: Goal) -> tuple[tuple[Activity, Place], ...]:
    """Return a goal's activities, each with its place."""
    place = Place.of("goals", goal.id, "activities")
    return tuple((activity, place / activity.id) for activity in goal.activities)


def not_as_planned(activity: Activity, place: Place) -> Said | None:
    """Return the sentence of the analysis that says that the activity is not done, late, waiting or called off."""
    for said in said_in(activity.analysis, place / "analysis"):
        if _says_not_done(said.text):
            return None if _runs_longer(activity, said) else said
        if _is_left_undone(activity, said) or _is_done_later(activity, said) or is_ahead(activity, said.text):
            return said
    return None


def says_what_is_next(activity: Activity) -> bool:
    """Tell whether the analysis says what happens to the activity now."""
    return activity.analysis is not None and bool(_NEXT_STEP.search(activity.analysis.plain))


def _says_not_done(text: str) -> bool:
    if _DONE_AFTER_ALL.search(text) or _AS_IT_SHOULD.search(text):
        return False
    return any(_is_of_this(text, match.start()) for match in _NOT_DONE.finditer(text))


def _is_of_this(text: str, start: int) -> bool:
    """Tell whether the words at `start` are said of the activity, neither denied nor told of others."""
    denied = _DENIED.search(text, 0, start) or _FOUND_OUT.search(text, 0, start)
    return not denied and not _NOT_OF_THIS.search(_just_before(text, start))


def _just_before(text: str, position: int) -> str:
    return " ".join(text[:position].split()[-5:])


def _is_left_undone(activity: Activity, said: Said) -> bool:
    """Tell whether the sentence denies the activity's own verb: "Inrätta ett råd" and "Rådet har inte inrättats"."""
    if not _DENIES.search(said.text):
        return False
    verb = next((one.verb for word in split_words(activity.text) if (one := _infinitive(word.lower))), None)
    if verb is None or _DONE_AFTER_ALL.search(said.text) or _AS_IT_SHOULD.search(said.text):
        return False
    own = {verb.supine, f"{verb.supine}s", f"{verb.past}s"}
    pattern = (
        rf"\b(?:har\s+(?:ännu\s+)?(?:inte|ej)\s+(?:ännu\s+)?|har\s+inte\s+kunnat\s+)(?P<verb>{'|'.join(sorted(own))})\b"
    )
    match = re.search(pattern, said.text, re.IGNORECASE)
    return match is not None and _is_of_this(said.text, match.start())


def _infinitive(lower: str) -> Reading | None:
    reading = read_verb(lower)
    return reading if reading is not None and reading.is_only(VerbForm.INFINITIVE) else None


def _is_done_later(activity: Activity, said: Said) -> bool:
    """Tell whether the sentence puts the end of the activity in a year after its end date."""
    year = _DONE_LATER.search(said.text)
    late = year and activity.ends and activity.ends.year < int(year[1])
    return bool(late and (_WORK.search(said.text) or _shares_a_word(activity.text, said.text)))


def _shares_a_word(text: str, other: str) -> bool:
    words, others = (
        {word[:_SAME_START] for word in one.lower().split() if len(word) >= _SAME_START} for one in (text, other)
    )
    return bool(words & others)


def _runs_longer(activity: Activity, said: Said) -> bool:
    """Tell whether the sentence only says that a year's end is missed that the activity was never to keep."""
    year = _BY_YEAR.search(said.text)
    return bool(year and activity.ends and activity.ends.year > int(year[1]))
