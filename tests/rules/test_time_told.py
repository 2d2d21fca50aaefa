"""What ended before it began, and what is told as done before its time: and the right passages beside them."""

from __future__ import annotations

import pytest
from tests.builders import report, section, text

from avstamt.domain.report import ReportKind
from avstamt.rules.engine import check
from avstamt.rules.time_told import TIME_TOLD_RULES
from avstamt.templates.catalogue import catalogue


def codes(sentence: str, kind: ReportKind = ReportKind.ANNUAL) -> list[str]:
    made = report(kind=kind, sections=(section(key="summary", text=text(sentence)),))
    return [one.rule for one in check(made, catalogue(), rules=TIME_TOLD_RULES).findings]


@pytest.mark.parametrize(
    "sentence",
    [
        "Renoveringen påbörjades i augusti 2024 och avslutades i maj 2023.",
        "Projektet startade 2024 och avslutades under 2022.",
        "Gruppen startades i maj 2024 med stöd av skolan och stängdes i februari 2024.",
        "Avtalet gäller från januari 2024 till december 2022.",
        "Kursen ges från och med oktober 2024 till och med mars 2024.",
        "Mellan juni 2024 och april 2024 var lokalen stängd.",
    ],
)
def test_an_end_before_its_beginning_is_found(sentence):
    assert codes(sentence) == ["TID-123"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Renoveringen påbörjades i augusti 2023 och avslutades i maj 2024.",
        "Projektet startade 2024. Det gamla avslutades 2022.",
        "Gruppen startades 2024, medan den tidigare avslutades 2023.",
        "Mottagningen öppnades 2024 och ersätter den som stängdes 2023.",
        "Mottagningen öppnades 2024 och den gamla stängdes i maj.",
        "Mottagningen öppnades 2024 och den gamla stängdes i maj 2023.",
        "Jämförelsen mellan 2024 och 2023 visar att fler deltar.",
        "Ökningen från juni 2024 till maj 2024 saknar förklaring.",
        "Antalet minskade mellan 2024 och 2023 års mätningar.",
        "Skillnaden mellan 2024 och 2023 beror på fler besök.",
        "Kostnaden har gått från 2024 till 2023 års nivå.",
        "Insatsen startade i september 2024 och avslutades 2024.",
        "Programmet från 2024 till skolor för 2023 års kull.",
        "Arbetet påbörjades 2024 och planen för 2020 avslutades 2023.",
    ],
)
def test_a_course_in_its_order_is_passed(sentence):
    assert codes(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Under hösten 2024 genomfördes en utbildning.", ReportKind.TERTIAL_1),
        ("Personalen har i oktober 2024 utbildats i brandskydd.", ReportKind.TERTIAL_1),
        ("I november 2024 öppnade en ny mottagning.", ReportKind.TERTIAL_2),
        ("Under 2024 har gruppen infört digitala möten.", ReportKind.PLAN),
        ("Gruppen har under 2024 infört digitala möten.", ReportKind.PLAN),
        ("Under våren går kursen. I maj 2024 deltog alla i kursen.", ReportKind.PLAN),
    ],
)
def test_what_is_told_as_done_before_its_time_is_found(sentence, kind):
    assert codes(sentence, kind) == ["TID-124"]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Under hösten 2024 genomfördes en utbildning.", ReportKind.ANNUAL),
        ("Under hösten 2023 genomfördes en utbildning.", ReportKind.TERTIAL_1),
        ("Under hösten genomfördes en utbildning.", ReportKind.TERTIAL_1),
        ("Under våren 2024 genomfördes en utbildning.", ReportKind.TERTIAL_1),
        ("Under hösten 2024 genomförs en utbildning som beställdes i mars.", ReportKind.TERTIAL_1),
        ("Under 2024 har nämnden genomfört två mätningar.", ReportKind.TERTIAL_1),
        ("I september 2024 öppnade en ny mottagning.", ReportKind.TERTIAL_2),
        ("Under 2024 har nämnden tilldelats medel och fått i uppdrag att växa.", ReportKind.PLAN),
        ("Under 2024 har alla chefer ansvar för att öka takten.", ReportKind.PLAN),
        ("Under 2023 har gruppen infört digitala möten.", ReportKind.PLAN),
        ("I januari 2024 flyttade gruppen, och i februari 2024 har alla flyttat.", ReportKind.PLAN),
        ("Gruppen har för 2024 tagit fram en plan.", ReportKind.PLAN),
        ("Under 2024 ska gruppen införa det som prövades 2023.", ReportKind.PLAN),
        ("Under hösten 2024 skulle en kurs kunna ges.", ReportKind.TERTIAL_1),
    ],
)
def test_what_is_told_in_its_time_is_passed(sentence, kind):
    assert codes(sentence, kind) == []
