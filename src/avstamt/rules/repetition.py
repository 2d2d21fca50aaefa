"""Rules about what stands twice: paragraphs, whole sections, fields that only repeat their title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import combinations

from rapidfuzz import fuzz

from avstamt.domain.finding import Evidence, Fix, Level
from avstamt.domain.naming import FIELD_NAMES
from avstamt.domain.place import Place, remove
from avstamt.domain.report import children_of
from avstamt.domain.section import Section
from avstamt.rules.model import Aspect, Context, Observation, found, rule
from avstamt.rules.prose import Written, steady
from avstamt.rules.repetition_pairs import Twin, plain_words, twins

_TITLE_ALIKE = 88
_TITLE_WORDS = 3
_ALIKE_SECTIONS = 95


@rule("UPP-101", name="stycke-två-gånger", level=Level.TIP, basis="samstämmighet", heeds=(Aspect.TEXTS,))
def paragraph_stands_once_in_its_text(context: Context) -> Iterator[Observation]:
    """Ett stycke står en gång i samma text.

    Varför: ett stycke som råkar klistras in två gånger gör texten längre, och läsaren letar efter skillnaden.
    Fel: en analys där stycket ”Mottagningen har haft öppet fyra kvällar i veckan under hela året” står två gånger.
    Rätt: en analys där stycket står en gång.
    """
    for twin in context.derived(twins):
        if twin.same_field:
            block = twin.second.block
            yield found(
                block.place,
                f"{_what(twin)} står två gånger i samma text.",
                *_evidence(twin),
                advice=f"Ta bort {_it(twin)} på det ena stället.",
                fix=_without(block) if twin.whole and twin.exact and block.own else None,
            )


@rule("UPP-102", name="avsnitt-två-gånger", level=Level.DEVIATION, basis="samstämmighet", heeds=(Aspect.TEXTS,))
def section_is_printed_once(context: Context) -> Iterator[Observation]:
    """Ett avsnitt trycks en gång.

    Varför: samma rubrik med samma text två gånger är nästan alltid en rest från inklistring eller import.
    Fel: avsnittet Verksamhetsidé två gånger efter varandra med samma text.
    Rätt: avsnittet Verksamhetsidé en gång.
    """
    sections = context.report.sections
    parents = sorted({section.parent for section in sections}, key=lambda parent: parent or "")
    for parent in parents:
        told: set[str] = set()
        for first, second in _with_one_title(context, children_of(sections, parent)):
            if second.id not in told and _is_same(first, second):
                told.add(second.id)
                yield _section_twice(context, first, second)


@rule("UPP-103", name="samma-text-på-två-ställen", level=Level.TIP, basis="samstämmighet", heeds=(Aspect.TEXTS,))
def text_stands_in_one_place(context: Context) -> Iterator[Observation]:
    """Samma stycke eller långa mening står inte under två mål eller i två avsnitt.

    Varför: läsaren undrar vilket mål texten hör till, och en ändring på det ena stället glöms lätt på det andra. Att
    sammanfattningen återger en analys är vanligt och räknas inte hit.
    Fel: stycket ”Mottagningen har haft öppet fyra kvällar i veckan under hela året” under två mål.
    Rätt: stycket under det ena målet, och en hänvisning dit från det andra.
    """
    groups: dict[tuple[Place, Place], list[Twin]] = {}
    for twin in context.derived(twins):
        if not twin.same_field and not twin.in_summary:
            groups.setdefault((twin.first.block.field, twin.second.block.field), []).append(twin)
    for twin, *others in groups.values():
        near = "" if twin.exact else "nästan "
        what = f"{len(others) + 1} stycken" if others else _what(twin)
        yield found(
            twin.second.block.place,
            f"{what} står {near}ordagrant {_where(twin)}.",
            *(evidence for one in (twin, *others) for evidence in _evidence(one)),
            advice="Behåll texten på ett ställe och hänvisa dit, om det inte är meningen att den ska stå två gånger.",
        )


@rule(
    "UPP-104", name="fält-upprepar-titeln", level=Level.TIP, basis="fullständighet", reads="part", heeds=(Aspect.TEXTS,)
)
def field_says_more_than_its_title(context: Context) -> Iterator[Observation]:
    """Ett fält säger mer än målets titel.

    Varför: ett förväntat resultat eller en analys som bara upprepar målet ger inget att följa upp.
    Fel: målet ”Besökarna får snabbt svar” med förväntat resultat ”Att besökarna får snabbt svar.”
    Rätt: samma mål med förväntat resultat ”Nio av tio samtal besvaras inom en timme.”
    """
    alone = [block for block in context.written if block.number == 0 and block.last and block.goal and block.own]
    for block in alone:
        title = plain_words(block.goal.title) if block.goal else ()
        said = plain_words(block.text)
        if block.field.path[2:3] not in (("indicators",), ("activities",)) and _repeats(title, said):
            yield found(
                block.place,
                "Fältet säger inte mer än målets titel.",
                Evidence(block.field.parent / "title", block.goal.title if block.goal else ""),
                block.opening(),
                advice="Skriv vad som ska märkas eller mätas, eller vad som har hänt.",
            )


def _repeats(title: tuple[str, ...], said: tuple[str, ...]) -> bool:
    if len(title) < _TITLE_WORDS or not said or len(said) > len(title) + 2:
        return False
    return fuzz.ratio(" ".join(title), " ".join(said)) >= _TITLE_ALIKE


def _what(twin: Twin) -> str:
    return "Stycket" if twin.whole else "Meningen"


def _it(twin: Twin) -> str:
    return "stycket" if twin.whole else "meningen"


def _evidence(twin: Twin) -> tuple[Evidence, ...]:
    return (twin.first.evidence(), twin.second.evidence())


def _without(block: Written) -> Fix:
    return Fix("Ta bort det andra stycket", safe=False, apply=partial(remove, place=block.place))


def _where(twin: Twin) -> str:
    first, second = twin.first.block, twin.second.block
    if first.goal is not None and second.goal is not None and first.goal.id == second.goal.id:
        if first.name == second.name:
            return f"i två analyser under målet ’{first.goal.label}’"
        return f"under {FIELD_NAMES[first.name]} och {FIELD_NAMES[second.name]} i målet ’{first.goal.label}’"
    return f"under {_holder(first)} och under {_holder(second)}"


def _holder(block: Written) -> str:
    if block.goal is not None:
        return f"målet ’{block.goal.label}’"
    if block.section is not None:
        return f"avsnittet ’{block.section.title}’"
    return "förslag till beslut"


def _with_one_title(context: Context, sections: Sequence[Section]) -> Iterator[tuple[Section, Section]]:
    """Yield the pairs of sections with the same heading, the one with more text first."""
    groups: dict[str, list[Section]] = {}
    for section in sections:
        groups.setdefault(context.kept.of(_plain_title, section), []).append(section)
    for group in groups.values():
        if len(group) > 1:
            yield from combinations(sorted(group, key=_by_content), 2)


def _plain_title(section: Section) -> str:
    return re.sub(r"\W+", "", section.title).casefold()


def _by_content(section: Section) -> tuple[int, object]:
    return (-len(section.text.plain), steady(Place.of(section.id)))


def _is_same(first: Section, second: Section) -> bool:
    """Tell whether two sections with the same heading have, but for a few letters, the same text."""
    texts = [" ".join(section.text.plain.split()) for section in (first, second)]
    if not all(texts):
        return False
    return texts[0] == texts[1] or fuzz.ratio(texts[0], texts[1]) >= _ALIKE_SECTIONS


def _section_twice(context: Context, first: Section, second: Section) -> Observation:
    places = {section.id: place for section, place in context.sections}
    bare = not second.tables and not children_of(context.report.sections, second.id)
    same = first.text.plain.split() == second.text.plain.split()
    place = places[second.id]
    fix = Fix("Ta bort det andra avsnittet", safe=False, apply=partial(remove, place=place))
    return found(
        place / "title",
        f"Avsnittet ’{second.title}’ står två gånger med {'samma' if same else 'nästan samma'} text.",
        Evidence(places[first.id] / "title", first.title),
        Evidence(place / "title", second.title),
        advice="Ta bort det ena avsnittet.",
        fix=fix if bare and not second.locked else None,
    )
