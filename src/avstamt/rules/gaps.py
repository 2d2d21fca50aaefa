"""Rules about what is not there: goals without content, headings and fields with nothing in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from avstamt.domain.economy import EconomyTable
from avstamt.domain.finding import Evidence, Level
from avstamt.domain.goal import Assessment, Goal, GoalLevel
from avstamt.domain.place import Place
from avstamt.domain.report import OrganisationLevel, ReportKind, children_of
from avstamt.domain.section import Section
from avstamt.domain.text import RichText
from avstamt.rules.gaps_numbering import misnumbered
from avstamt.rules.model import Aspect, Context, Observation, found, rule
from avstamt.rules.prose import is_responsible, steady

_REPORTING = (ReportKind.TERTIAL_1, ReportKind.TERTIAL_2, ReportKind.ANNUAL)
_FRONT = (("diary_number", "Dnr"), ("date", "datum"), ("recipient", "mottagare"))
_OPTIONAL = frozenset({"other", "economy-other", "special-efforts"})
_MANY = 3
_JUDGED = (Assessment.FULL, Assessment.PARTLY, Assessment.NOT)


@rule("LUC-101", name="fält-saknas", level=Level.TIP, basis="fullständighet", heeds=(Aspect.TEXTS,))
def required_fields_are_filled(context: Context) -> Iterator[Observation]:
    """Ett eget mål har text i de fält som mallen kräver.

    Varför: ett mål utan förväntat resultat eller uppföljning går inte att följa upp när året är slut. Ett fält som inget
    av målen använder räknas inte.
    Fel: ett enhetsmål i en verksamhetsplan utan Arbetssätt och Uppföljning.
    Rätt: ett enhetsmål i en verksamhetsplan med text under Förväntat resultat, Arbetssätt och Uppföljning.
    """
    own = [(goal, place) for goal, place in context.goals if is_responsible(context.report, goal)]
    for goal, place in own:
        alike = [other for other, _place in own if other.level is goal.level]
        empty = [
            field
            for field in context.template.goal(goal.level).fields
            if field.required and field.name != "analysis" and _is_blank(getattr(goal, field.name))
            if len(alike) == 1 or any(not _is_blank(getattr(other, field.name)) for other in alike)
        ]
        if empty:
            yield found(
                place / empty[0].name,
                f"{_listed([one.label for one in empty])} saknas för målet.",
                Evidence(place / "title", goal.title),
                advice="Fyll i fälten, eller ta bort målet om det inte ska följas upp.",
            )


@rule(
    "LUC-102",
    name="tomt-ekonomiavsnitt",
    level=Level.DEVIATION,
    basis="fullständighet",
    heeds=(Aspect.TEXTS, Aspect.ECONOMY),
)
def economy_section_has_content(context: Context) -> Iterator[Observation]:
    """Ett avsnitt där budget, utfall eller prognos redovisas har en tabell eller en text.

    Varför: utan siffror går det inte att pröva vad rapporten säger om ekonomin på andra ställen.
    Fel: rubriken Uppföljning av driftbudget utan tabell och text.
    Rätt: rubriken Uppföljning av driftbudget med en tabell, eller med texten ”Inte aktuellt”.
    """
    empty = [section for section in _core(context) if _has_nothing(context.report.sections, section)]
    if empty:
        what = "budgeten" if context.report.kind is ReportKind.PLAN else "resultatet"
        yield _empty_headings(empty, f"Skriv {what}, eller ”Inte aktuellt” om enheten inte har egen budget.")


@rule("LUC-103", name="tomma-rubriker", level=Level.TIP, basis="fullständighet", heeds=(Aspect.TEXTS, Aspect.ECONOMY))
def headings_are_not_left_empty(context: Context) -> Iterator[Observation]:
    """En rubrik som trycks har något under sig.

    Varför: en tom rubrik får läsaren att undra om något har fallit bort. ”Inte aktuellt” är ett svar; tomt är inget.
    Anmärkningen görs en gång för hela rapporten. En enhet får lämna Övrigt tomt; i ett tjänsteutlåtande tas rubriken bort.
    Fel: rubrikerna Investeringar och Medel för lokaländamål utan text.
    Rätt: samma rubriker med texten ”Inte aktuellt”.
    """
    aside = {section.id for section in _core(context)} | _may_be_empty(context)
    empty = [
        section
        for section, _place in context.sections
        if section.id not in aside and not section.holds_goals and section.title.strip()
        if not children_of(context.report.sections, section.id) and _has_nothing(context.report.sections, section)
    ]
    if empty:
        yield _empty_headings(empty, "Skriv ”Inte aktuellt”, eller ta bort rubriken om den inte behövs.")


@rule(
    "LUC-104",
    name="bedömt-mål-utan-innehåll",
    level=Level.DEVIATION,
    basis="fullständighet",
    kinds=_REPORTING,
    levels=(OrganisationLevel.UNIT,),
    heeds=(Aspect.TEXTS, Aspect.ASSESSMENTS),
)
def assessed_goal_has_something_below(context: Context) -> Iterator[Observation]:
    """Ett bedömt mål uppifrån har något under sig: analys, mål, indikator eller aktivitet.

    Varför: när en enhet bedömer nämndens eller KF:s mål utan att redovisa något under det finns inget som bär bedömningen.
    Fel: nämndmålet Stadsdelen är trygg med bedömningen Uppfylls helt och inget under.
    Rätt: samma nämndmål med ett enhetsmål under, eller utan bedömning.
    """
    bare = sorted(
        ((goal, place) for goal, place in context.goals if _is_bare(context, goal)), key=lambda one: steady(one[1])
    )
    if len(bare) > _MANY:
        yield found(
            bare[0][1] / "assessment",
            f"{len(bare)} mål är bedömda, men rapporten har varken analys, mål, indikator eller aktivitet under dem.",
            *(Evidence(place / "title", goal.title) for goal, place in bare),
            advice="Skriv en analys, eller ta bort de mål som inte berör er.",
        )
        return
    for goal, place in bare:
        yield found(
            place / "assessment",
            f"{_level(goal)} är bedömt ({goal.assessment}), men rapporten har varken analys, enhetsmål, indikator "
            "eller aktivitet under det.",
            Evidence(place / "title", goal.title),
            advice="Skriv en analys, eller ta bort målet om det inte berör er.",
        )


@rule("LUC-105", name="framsidan-ofullständig", level=Level.TIP, basis="fullständighet", reads="part")
def front_page_is_filled(context: Context) -> Iterator[Observation]:
    """Framsidan har diarienummer, datum, mottagare, förslag till beslut och en handläggare som går att nå.

    Varför: ärendet ska gå att hitta i diariet, och den som har en fråga ska veta vart den vänder sig.
    Fel: en framsida utan Dnr, med en handläggare utan telefon och e-post.
    Rätt: en framsida med Dnr EX 2024/123, och en handläggare med telefon.
    """
    front = context.report.front
    if front is None:
        return
    place = Place.of("front")
    missing = [(place / name, label) for name, label in _FRONT if not str(getattr(front, name)).strip()]
    missing += [(place / "proposals", "Förslag till beslut")] if front.proposals.is_empty else []
    reach = [one for one in front.officers if not (one.phone.strip() or one.email.strip())]
    missing += [(place / "officers" / one.id / "phone", "telefon eller e-post till handläggaren") for one in reach[:1]]
    if missing:
        yield found(
            missing[-1][0],
            f"Framsidan saknar {_listed([label for _place, label in missing])}.",
            *(Evidence(where, "") for where, _label in missing),
            advice="Fyll i uppgifterna på framsidan.",
        )


@rule("LUC-106", name="beslutspunkter-i-följd", level=Level.DEVIATION, basis="samstämmighet", reads="part")
def decisions_are_numbered_without_gaps(context: Context) -> Iterator[Observation]:
    """Punkterna i förslaget till beslut är numrerade i följd.

    Varför: ett hopp betyder att en punkt har fallit bort, och två punkter med samma nummer går inte att hänvisa till i
    protokollet.
    Fel: punkterna 1, 2, 3 och 5.
    Rätt: punkterna 1, 2, 3 och 4.
    """
    front = context.report.front
    yield from misnumbered(front.proposals) if front else ()


def _may_be_empty(context: Context) -> set[str]:
    """Return the sections that a unit's template lets stand empty."""
    if context.report.level is OrganisationLevel.COMMITTEE:
        return set()
    return {section.id for section, _place in context.sections if section.key in _OPTIONAL}


def _is_bare(context: Context, goal: Goal) -> bool:
    """Tell whether a goal from above is assessed with nothing of the unit's own below it."""
    if goal.assessment not in _JUDGED or is_responsible(context.report, goal) or not _is_blank(goal.analysis):
        return False
    return not (goal.indicators or goal.activities or children_of(context.report.goals, goal.id))


def _core(context: Context) -> list[Section]:
    """Return the sections that carry the report's own economy: required by the template, or with a table in it."""
    keys = {
        one.key
        for one in context.template.all_sections()
        if one.key != "summary" and (one.required or one.tables) and one.key != "investments"
    }
    economy = {section.id for section, _place in context.sections if section.key == "economy"}
    inside = set(economy)
    for section, _place in context.sections:  # parents come first
        if section.parent in inside:
            inside.add(section.id)
    return [section for section, _place in context.sections if section.id in inside and section.key in keys]


def _has_nothing(sections: Sequence[Section], section: Section) -> bool:
    """Tell whether neither a section nor, where it is to hold a table, those below it have text or table of their own."""
    if not section.text.is_empty or any(_is_filled(table) for table in section.tables):
        return False
    return not any(_is_table_holder(sections, child) for child in children_of(sections, section.id))


def _is_table_holder(sections: Sequence[Section], section: Section) -> bool:
    below = children_of(sections, section.id)
    return any(_is_filled(table) for table in section.tables) or any(_is_table_holder(sections, one) for one in below)


def _is_filled(table: EconomyTable) -> bool:
    return any(cell.text.strip() for row in table.rows for cell in row.cells) or not table.comment.is_empty


def _empty_headings(empty: Sequence[Section], advice: str) -> Observation:
    ordered = sorted(empty, key=lambda section: steady(Place.of(section.id)))
    places = [Place.of("sections", section.id, "title") for section in ordered]
    several = "Rubrikerna" if len(ordered) > 1 else "Rubriken"
    titles = _listed([f"’{section.title.strip()}’" for section in ordered])
    return found(
        places[0],
        f"{several} {titles} har ingenting under sig.",
        *(Evidence(place, section.title) for place, section in zip(places, ordered, strict=True)),
        advice=advice,
    )


def _is_blank(text: RichText | None) -> bool:
    return text is None or text.is_empty


def _level(goal: Goal) -> str:
    return "KF:s mål" if goal.level in (GoalLevel.DIRECTION, GoalLevel.AREA) else "Nämndmålet"


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} och {names[-1]}"
