"""The two reports of each rule about repetition, gaps, references, privacy and time."""

from __future__ import annotations

from typing import Any

from tests.builders import activity, front_page, goal, indicator, report, section, text

from avstamt.domain.goal import Assessment, GoalLevel
from avstamt.domain.report import OrganisationLevel, Report, ReportKind
from avstamt.domain.section import Appendix, Contact, FrontPage

OPEN = "Mottagningen har haft öppet fyra kvällar i veckan under hela året."
VALUES = "Vi möter alla med respekt och utgår från vad den enskilde själv vill och kan."
AREA_3_1 = "Stockholms ekonomi är stark, hållbar och lägger grunden för en jämlik välfärd"
ABUSED = "Antal personer som utsatts för våld"


def analysed(*paragraphs: str, **fields: Any) -> Report:
    """Return a VB 2024 of one assessed enhetsmål with this analysis."""
    own = {"assessment": Assessment.FULL, "analysis": text(*paragraphs)}
    return report(goal(id="g1", **(own | fields)), id="r1")


def planned(**fields: Any) -> Report:
    """Return a VP 2024 of one enhetsmål."""
    return report(goal(id="g1", **fields), id="r1", kind=ReportKind.PLAN, sections=())


def with_sections(*titles: str, kind: ReportKind = ReportKind.ANNUAL, **texts: str) -> Report:
    """Return a report whose economy has these sections, with text by their keys."""
    keys = {
        "Uppföljning av driftbudget": "result",
        "Investeringar": "investments",
        "Medel för lokaländamål": "premises",
    }
    economy = section("Uppföljning av ekonomi", id="s1", key="economy")
    below = (
        section(
            title,
            id=f"s{n}",
            key=keys[title],
            parent="s1",
            text=(texts.get(keys[title], "") and text(texts[keys[title]])) or text(),
        )
        for n, title in enumerate(titles, 2)
    )
    return report(id="r1", kind=kind, sections=(economy, *below))


def twice(first: str, second: str) -> Report:
    """Return a VB with two sections of the same title."""
    sections = (section("Verksamhetsidé", id="s1", text=first), section("Verksamhetsidé", id="s2", text=second))
    return report(id="r1", sections=sections)


def committee(
    *goals: Any, front: FrontPage | None = None, kind: ReportKind = ReportKind.TERTIAL_1, **fields: Any
) -> Report:
    """Return a T1 2024 of a nämnd."""
    return report(*goals, id="r1", kind=kind, level=OrganisationLevel.COMMITTEE, front=front, **fields)


def front(*labels: str, proposal: str = "Nämnden godkänner rapporten.", **fields: Any) -> FrontPage:
    """Return a filled front page with these appendices."""
    appendices = tuple(Appendix(id=f"x{n}", label=label, title="Underlag") for n, label in enumerate(labels, 1))
    officer = Contact(id="o1", name="Förnamn Efternamn", phone="08-508 00 000")
    own = {"appendices": appendices, "proposals": text(proposal), "officers": (officer,)}
    return front_page().model_copy(update=own | fields)


def referring(said: str, *labels: str) -> Report:
    """Return a T1 of a nämnd whose summary says this, and whose front page lists these appendices."""
    summary = section(id="s1", key="summary", text=said)
    return committee(front=front(*labels), sections=(summary,))


def numbered(*numbers: str) -> Report:
    """Return a T1 of a nämnd with nämndmål of these numbers under goal 1.2, each analysed."""
    area = goal("Alla barn", GoalLevel.COMMITTEE, id="g0", number="1.2", assessment=Assessment.FULL, analysis=OPEN)
    below = (
        goal(f"Nämndens mål {n}", GoalLevel.COMMITTEE, id=f"g{n}", parent="g0", number=number, assessment=Assessment.FULL,
             analysis=f"Måttet nummer {n} har blivit bättre.")
        for n, number in enumerate(numbers, 1)
    )  # fmt: skip
    return committee(area, *below)


def headed(*headings: str, title: str = "Besökarna får snabbt svar") -> Report:
    """Return a T1 of a nämnd whose KF goal repeats its nämndmål as headings in its analysis."""
    lines = [line for heading in headings for line in (f"## {heading}", f"Här står vad som har hänt med {heading}.")]
    area = goal("Kf:s mål", GoalLevel.AREA, id="g0", number="1.2", assessment=Assessment.FULL, analysis=text(*lines))
    own = (
        goal(title if n == 1 else name, GoalLevel.COMMITTEE, id=f"g{n}", parent="g0", number=f"1.2.{n}",
             assessment=Assessment.FULL, analysis=f"Måttet {name} har blivit bättre.")
        for n, name in ((1, ""), (2, "Snabba svar"), (3, "Trygga besök"))
    )  # fmt: skip
    return committee(area, *own)


def city_goal(title: str) -> Report:
    """Return a T1 2024 of a nämnd with KF's goal 3.1 under this title."""
    return committee(goal(title, GoalLevel.AREA, id="g1", number="3.1", assessment=Assessment.FULL, analysis=OPEN))


def measured(name: str = "Andel nöjda besökare", kind: ReportKind = ReportKind.ANNUAL, **cells: str) -> Report:
    """Return a unit's report for 2024 with one indicator."""
    made = goal(id="g1", assessment=Assessment.FULL, analysis=OPEN, indicators=(indicator(name, id="i1", **cells),))
    return report(made, id="r1", kind=kind)


def acted(start: str, end: str) -> Report:
    """Return a VB 2024 with one activity."""
    made = goal(
        id="g1", assessment=Assessment.FULL, analysis=OPEN, activities=(activity(id="a1", start=start, end=end),)
    )
    return report(made, id="r1")


def _plan(said: str) -> Report:
    return planned(expected_result="Kortare kö", working_method=said, follow_up="Följs upp i maj.")


def _called(heading: str) -> Report:
    return planned(expected_result="Kortare kö", working_method=text(f"## {heading}", "Kön."), follow_up="I maj.")


def _aimed(expected: str) -> Report:
    return analysed(OPEN, expected_result=expected)


def _two_goals(second: str) -> Report:
    goals = (
        goal("Snabba svar", id="g1", assessment=Assessment.FULL, analysis=OPEN),
        goal("Nöjda besökare", id="g2", assessment=Assessment.FULL, analysis=second),
    )
    return report(*goals, id="r1")


def _committee_goal(assessment: Assessment | None) -> Report:
    return report(goal("Stadsdelen är trygg", GoalLevel.COMMITTEE, id="g1", assessment=assessment), id="r1")


TEXT_EXAMPLES: dict[str, tuple[Report, Report]] = {
    "UPP-101": (analysed(OPEN, "Kön är borta.", OPEN), analysed(OPEN, "Kön är borta.")),
    "UPP-102": (twice(VALUES, VALUES), twice(VALUES, "Vi svarar inom en dag.")),
    "UPP-103": (_two_goals(OPEN), _two_goals("Nio av tio är nöjda.")),
    "UPP-104": (_aimed("Att besökarna får snabbt svar."), _aimed("Nio av tio samtal besvaras inom en timme.")),
    "LUC-101": (planned(expected_result="Kortare kö."), _plan("Två kvällar i veckan.")),
    "LUC-102": (
        with_sections("Uppföljning av driftbudget"),
        with_sections("Uppföljning av driftbudget", result="Inte aktuellt"),
    ),
    "LUC-103": (
        with_sections("Investeringar", "Medel för lokaländamål"),
        with_sections("Investeringar", "Medel för lokaländamål", investments="Inte aktuellt", premises="Inte aktuellt"),
    ),
    "LUC-104": (_committee_goal(Assessment.FULL), _committee_goal(None)),
    "LUC-105": (
        committee(front=front(diary_number="", officers=(Contact(id="o1", name="Förnamn Efternamn"),))),
        committee(front=front(diary_number="EX 2024/123")),
    ),
    "LUC-106": (
        committee(front=front(proposals=text("1. Godkänna.", "2. Fastställa.", "3. Begära.", "5. Justera."))),
        committee(front=front(proposals=text("1. Godkänna.", "2. Fastställa.", "3. Begära.", "4. Justera."))),
    ),
    "LUC-111": (
        analysed("Bedömningen är att aktiviteterna väntas att."),
        analysed("Bedömningen är att aktiviteterna väntas bli klara."),
    ),
    "LUC-112": (
        analysed("Under året har enheten infört:"),
        analysed("Under året har enheten infört:", "- kvällsöppet"),
    ),
    "LUC-113": (analysed("Kön är borta.", "## Besöken"), analysed("## Besöken", "Kön är borta.")),
    "LUC-114": (
        analysed("En arbetsgrupp har tillsatts. Utfallet för perioden är 66 procent."),
        analysed("En arbetsgrupp har tillsatts. Andelen nöjda besökare är 66 procent."),
    ),
    "LUC-121": (
        referring("Medel söks enligt bilaga 3.", "Bilaga 1", "Bilaga 2"),
        referring("Medel söks enligt bilaga 2.", "Bilaga 1", "Bilaga 2"),
    ),
    "LUC-122": (
        referring("Året började lugnt.", "Bilaga 1", "Bilaga 2", "Bilaga 4"),
        referring("Året började lugnt.", "Bilaga 1", "Bilaga 2", "Bilaga 3"),
    ),
    "LUC-123": (
        analysed("Arbetet beskrivs under mål 3.6.", number="1.3"),
        analysed("Arbetet beskrivs under mål 1.3.", number="1.3"),
    ),
    "LUC-131": (city_goal("Stockholms ekonomi är svag"), city_goal(AREA_3_1)),
    "LUC-132": (
        headed("Nämndmål: 1.2.1 Besökarna får svar"),
        headed("Nämndmål: 1.2.1 Besökarna får snabbt svar"),
    ),
    "LUC-133": (numbered("1.2.1.", "1.2.2"), numbered("1.2.1", "1.2.2")),
    "LUC-134": (
        headed("Nämndmål: 1.2.1 Besökarna får snabbt svar", "Nämndmål: 1.2.2 Snabba svar", "Nämndmål 1.2.3: Trygga besök"),
        headed("Nämndmål: 1.2.1 Besökarna får snabbt svar", "Nämndmål: 1.2.3 Trygga besök"),
    ),
    "LUC-137": (numbered("1.3.1"), numbered("1.2.1")),
    "LUC-135": (
        analysed("Arbetet görs med äldre- och barnnämnden."),
        analysed("Arbetet görs med äldrenämnden."),
    ),
    "LUC-136": (
        analysed("Kursen i metoden ELS, Ett självständigt liv, är klar."),
        analysed("Kursen i metoden ESL, Ett självständigt liv, är klar."),
    ),
    "INT-101": (
        analysed("Ansökan från 811218-9876 har avslagits."),
        analysed("En ansökan har avslagits."),
    ),
    "INT-102": (
        analysed("Anmälan görs till kontakt@gmail.com."),
        analysed("Anmälan görs till enhetens funktionsbrevlåda."),
    ),
    "INT-103": (
        measured(ABUSED, outcome="12 st", outcome_men="3 st", outcome_women="9 st"),
        measured(ABUSED, outcome="40 st", outcome_men="11 st", outcome_women="29 st"),
    ),
    "INT-104": (
        analysed("Tre barn har varit placerade på skyddat boende under året."),
        analysed("Ett fåtal barn har varit placerade på skyddat boende under året."),
    ),
    "INT-105": (
        analysed("En medarbetare har varit sjukskriven sedan maj, därför ställdes två kurser in."),
        analysed("Två kurser ställdes in på grund av lägre bemanning."),
    ),
    "TID-101": (measured(outcome="86 %", period="2022"), measured(outcome="86 %", period="2024")),
    "TID-102": (
        measured("Antal besök", ReportKind.TERTIAL_1, outcome="16 st", period="Halvår 2 2024"),
        measured("Antal besök", ReportKind.TERTIAL_1, outcome="16 st", period="Tertial 1 2024"),
    ),
    "TID-103": (acted("2022-01-01", "2022-12-31"), acted("2022-01-01", "2024-12-31")),
    "TID-104": (analysed("Mätningen gjordes den 31 april."), analysed("Mätningen gjordes den 30 april.")),
    "TID-111": (
        _plan("Under 2023 ska enheten införa en ny rutin."),
        _plan("Under 2024 ska enheten införa en ny rutin."),
    ),
    "TID-112": (_called("Prioriterade områden 2023"), _called("Prioriterade områden 2024")),
    "TID-113": (
        analysed("Arbetet följer miljöprogrammet 2020–2023."),
        analysed("Arbetet följer miljöprogrammet 2024–2030."),
    ),
    "TID-114": (
        analysed("Enheten prognostiserar ett underskott."),
        analysed("Enheten har ett underskott."),
    ),
    "TID-115": (
        analysed("En utvärdering kommer att göras i början av hösten."),
        analysed("En utvärdering kommer att göras hösten 2025."),
    ),
    "TID-116": (
        analysed("Mottagningen tog emot fler ärenden jämfört med 2022."),
        analysed("Mottagningen tog emot fler ärenden jämfört med 2023."),
    ),
    "TID-121": (
        analysed("Arbetet redovisas i tertialrapport 3."),
        analysed("Arbetet redovisas i verksamhetsberättelsen."),
    ),
    "TID-122": (
        analysed("Inför kommande år 2024 planeras en ny mottagning."),
        analysed("Inför kommande år 2025 planeras en ny mottagning."),
    ),
    "TID-123": (
        analysed("Bytet påbörjades i mars 2024 och avslutades i juni 2023."),
        analysed("Bytet påbörjades i mars 2023 och avslutades i juni 2024."),
    ),
    "TID-124": (
        planned(working_method=text("Under 2024 har gruppen infört en ny metod.")),
        planned(working_method=text("Under 2023 har gruppen infört en ny metod.")),
    ),
    "TID-118": (analysed("Prognosen för 2023 är i balans."), analysed("Prognosen för 2024 är i balans.")),
}  # fmt: skip
