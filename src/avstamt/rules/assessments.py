"""Rules about the assessment of goals."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from avstamt.domain.finding import Evidence, Fix, Level
from avstamt.domain.goal import Assessment, GoalLevel
from avstamt.domain.place import with_value
from avstamt.domain.report import OrganisationLevel, ReportKind
from avstamt.rules.assessment_text import assessed, assessment_evidence
from avstamt.rules.model import Aspect, Context, Observation, found, rule

_REPORTING = (ReportKind.TERTIAL_1, ReportKind.TERTIAL_2, ReportKind.ANNUAL)
_ASSESSED_BY = {
    OrganisationLevel.UNIT: (GoalLevel.UNIT,),
    OrganisationLevel.COMMITTEE: (GoalLevel.AREA, GoalLevel.COMMITTEE),
}
_ENOUGH_WITH, _ENOUGH_WITHOUT = 3, 4
_PLURAL = {
    GoalLevel.DIRECTION: "inriktningsmålen",
    GoalLevel.AREA: "målen för verksamhetsområdet",
    GoalLevel.COMMITTEE: "nämndmålen",
    GoalLevel.UNIT: "enhetsmålen",
}
_CITY_WORDS = {"uppfylls helt", "uppfylls delvis", "uppfylls inte", "uppfylls ej", "ingen"}


@rule(
    "BED-101",
    name="bedömning-saknas",
    level=Level.DEVIATION,
    basis="fullständighet",
    kinds=_REPORTING,
    reads="part",
    heeds=(Aspect.ASSESSMENTS,),
)
def own_goals_are_assessed(context: Context) -> Iterator[Observation]:
    """Varje mål som du ansvarar för har en bedömning.

    Varför: bedömningen är svaret på om målet nås. En enhet bedömer sina enhetsmål, en nämnd sina nämndmål och KF:s mål
    för verksamhetsområdet.
    Fel: ett enhetsmål i en verksamhetsberättelse med bedömningen Ingen.
    Rätt: ett enhetsmål i en verksamhetsberättelse med bedömningen Uppfylls delvis.
    """
    for goal, place in context.goals:
        if goal.level not in _ASSESSED_BY[context.report.level] or not context.template.goal(goal.level).assessed:
            continue
        if goal.assessment in (None, Assessment.NONE):
            shown = "har bedömningen Ingen" if goal.assessment else "saknar bedömning"
            yield found(
                place / "assessment",
                f"{goal.level.value.capitalize()}et {shown}.",
                Evidence(place / "title", goal.title),
                advice="Bedöm målet, eller skriv i analysen varför det inte kan bedömas.",
            )


@rule(
    "BED-103",
    name="bedömning-på-fel-nivå",
    level=Level.DEVIATION,
    basis="samstämmighet",
    kinds=_REPORTING,
    heeds=(Aspect.ASSESSMENTS,),
)
def goals_of_others_are_assessed_alike(context: Context) -> Iterator[Observation]:
    """Mål som andra ansvarar för är antingen alla bedömda eller inget av dem.

    Varför: en enhet bedömer sina enhetsmål. Står en enda bedömning bland tio nämndmål med Ingen har den troligen hamnat
    på fel nivå, och står en enda Ingen bland de bedömda har en fallit bort.
    Fel: fyra nämndmål i en enhets rapport, varav ett är bedömt Uppfylls helt och de andra Ingen.
    Rätt: fyra nämndmål i en enhets rapport, alla med bedömningen Ingen.
    """
    for level in GoalLevel:
        if level in _ASSESSED_BY[context.report.level]:
            continue
        alike = [(goal, place) for goal, place in context.goals if goal.level is level]
        with_one = [one for one in alike if assessed(one[0])]
        without = [one for one in alike if not assessed(one[0])]
        lacks = len(without) == 1 and len(alike) >= _ENOUGH_WITH
        if not lacks and not (len(with_one) == 1 and len(alike) >= _ENOUGH_WITHOUT):
            continue
        goal, place = without[0] if lacks else with_one[0]
        others = f"de andra {len(alike) - 1} {_PLURAL[level]}"
        alone = not lacks
        yield found(
            place / "assessment",
            f"{level.value.capitalize()}et är bedömt {goal.assessment.value if goal.assessment else ''}, men {others} har ingen bedömning."
            if alone
            else f"{level.value.capitalize()}et har ingen bedömning, men {others} har det.",
            assessment_evidence(goal, place),
            Evidence(place / "title", goal.title),
            advice="Ta bort bedömningen om den hör till ett annat mål."
            if alone
            else "Bedöm målet, eller fråga den som ansvarar för det.",
        )


@rule(
    "BED-102",
    name="bedömningens-ord",
    level=Level.TIP,
    basis="samstämmighet",
    reads="part",
    heeds=(Aspect.ASSESSMENTS,),
)
def assessment_is_written_in_the_citys_words(context: Context) -> Iterator[Observation]:
    """En bedömning skrivs med stadens ord: Uppfylls helt, Uppfylls delvis, Uppfylls inte eller Ingen.

    Varför: samma ord överallt gör att bedömningarna går att räkna och jämföra.
    Fel: Uppfylles helt.
    Rätt: Uppfylls helt.
    """
    for goal, place in context.goals:
        wording = " ".join(goal.wording.split())
        if goal.assessment and wording and wording.casefold() not in _CITY_WORDS:
            yield found(
                place / "wording",
                f"Bedömningen är skriven ’{wording}’; stadens ord är ’{goal.assessment.value}’.",
                Evidence(place / "wording", wording),
                advice=f"Skriv {goal.assessment.value}.",
                fix=Fix(
                    f"Skriv {goal.assessment.value}",
                    safe=True,
                    apply=partial(with_value, place=place / "wording", value=""),
                ),
            )
