"""The family Språk: what each rule finds, what it must pass, and that its mends mend and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.builders import goal, indicator, report, section, text

from avstamt.domain.finding import Finding, Level
from avstamt.domain.goal import GoalLevel
from avstamt.domain.place import Place, value_at
from avstamt.domain.report import OrganisationLevel, Report
from avstamt.domain.review import Waiver
from avstamt.domain.text import Paragraph, RichText, Run, TextCell, TextTable
from avstamt.language import spelling_dictionary
from avstamt.rules.catalogue import CATALOGUE
from avstamt.rules.engine import check
from avstamt.rules.writing import WRITING_RULES
from avstamt.rules.writing_fixes import with_text
from avstamt.templates.catalogue import catalogue

BLOCK = Place.of("sections", "s1", "text", "blocks", "b1")


def said(*lines: str) -> Report:
    """Return a report whose summary says this; the first paragraph is block b1."""
    blocks = text(*lines).blocks
    first = blocks[0].model_copy(update={"id": "b1"})
    summary = section(id="s1", key="summary", text=RichText(blocks=(first, *blocks[1:])))
    return report(id="r1", sections=(summary,))


def told(made: Report, code: str) -> list[Finding]:
    return [one for one in check(made, catalogue(), rules=WRITING_RULES).findings if one.rule == code]


def plain(made: Report) -> str:
    return made.sections[0].text.plain


FOUND = [
    ("SPR-101", "Mötet hölls på ett vandrahem i maj.", "vandrahem"),
    ("SPR-101", "Socialsekreterana har fått handledning.", "Socialsekreterana"),
    ("SPR-102", "Kön har kortats för för många besökare.", "för för"),
    ("SPR-102", "Vi har öppet för att för att nå fler.", "för att för att"),
    ("SPR-102", "Personalen ska ska delta i mötet.", "ska ska"),
    ("SPR-103", "Målet uppnås endast delvis uppnås i år.", "uppnås endast delvis uppnås"),
    ("SPR-104", "Mötet ställdes in,därför att få kom.", "in,därför"),
    ("SPR-104", "Boendet stängdes i juni.Alla fick nya bostäder snabbt.", "juni.Alla"),
    ("SPR-104", "Alla har fått en plats..", ".."),
    ("SPR-106", "Kursen (för nyanställda är avslutad.", "("),
    ("SPR-107", "Rutinen är klar och används av alla medarbetare", "medarbetare"),
    ("SPR-107", "Samarbetet fungerar bra i nätverket Under året har vi haft fyra möten.", "nätverket "),
    ("SPR-107", "Fyra medarbetare har gått en kurs i bemötande Rutinerna är klara.", "bemötande "),
    ("SPR-107", "Alla chefer deltog i mötet, Det har gett fler idéer.", "mötet, "),
    ("SPR-110", "Förbrukningen är 0,4 Gwh i år.", "Gwh"),
    ("SPR-111", "Det görs på grund bristen på lokaler.", "på grund"),
    ("SPR-111", "Andelen är mellan 10 till 20 procent.", "mellan 10 till "),
    ("SPR-111", "Förvaltningen föreslår nämnden godkänna rapporten.", "föreslår nämnden "),
    ("SPR-111", "Kursen gäller män och kvinnors hälsa.", "män och kvinnors"),
    ("SPR-112", "Resultatet ligger under staden snitt.", "staden snitt"),
    ("SPR-112", "Vi följer Stockholms stad miljöprogram.", "Stockholms stad miljöprogram"),
    ("SPR-113", "Mötet hölls en Måndag i början av året.", "Måndag"),
    ("SPR-114", "Ett gemensamt digitala arbetssätt används.", "Ett gemensamt digitala"),
    ("SPR-114", "Vi har fått ett ny arbetssätt i år.", "ett ny"),
    ("SPR-111", "Vi frågar dom som kommer.", "dom"),
    ("SPR-111", "Barnen sjunger å dansar.", "å"),
    ("SPR-121", "Förvaltningen arbeta med rutinerna.", "arbeta"),
    ("SPR-114", "Flera av utbildningar har ställts in.", "Flera av utbildningar"),
    ("SPR-114", "Under våren fick 12 person en plats.", "12 person"),
    ("SPR-114", "Andelen nöjda är fortsatt högt.", "Andelen nöjda är fortsatt högt"),
    ("SPR-114", "Samtliga aktiviteter är genomförd.", "Samtliga aktiviteter är genomförd"),
    ("SPR-116", "Vi har gått en LOV utbildning.", "LOV utbildning"),
    ("SPR-116", "Alla har fått informations material.", "informations material"),
    ("SPR-116", "Vi har en tydlig ansvars fördelning.", "ansvars fördelning"),
    ("SPR-116", "Alla har fått reflektions tid.", "reflektions tid"),
    ("SPR-116", "Parken har fått trygghets armaturer.", "trygghets armaturer"),
    ("SPR-117", "Enheten för individ och familjeomsorg har flyttat.", "individ och familjeomsorg"),
    ("SPR-118", "Vi erbjuder samtal samt använda digitala möten.", "samt använda"),
    ("SPR-121", "Metoden har inte genomförs i alla grupper.", "genomförs"),
    ("SPR-121", "Rutinen ska följs upp i höst.", "följs"),
    ("SPR-121", "Lekplatsernas har rustats upp.", "Lekplatsernas"),
]


@pytest.mark.parametrize(("code", "line", "slip"), FOUND)
def test_a_slip_is_found_where_it_stands(code, line, slip):
    (finding,) = told(said(line), code)
    assert finding.level is Level.TIP
    assert finding.place.whole == BLOCK
    start, end = finding.place.span
    assert line[start:end] == slip


PASSED = [
    ("SPR-101", "Brinkebo har fått fler besök, och ASoS används av SISAB."),
    ("SPR-101", "Vi deltar i nätverket Signs of Safety and Wellbeing."),
    ("SPR-101", "Metoden kallas ”klimmpen” av barnen."),
    ("SPR-101", "Skriv till funktionsbrevladan@exempel.se om rösträtten."),
    ("SPR-101", "Familje- och fritidsfrågor samt hälso- och sjukvård."),
    ("SPR-102", "De insatser som vi har har fungerat väl."),
    ("SPR-102", "Det som är är bra nog, och vad det det innebär vet vi."),
    ("SPR-103", "Nämnden har haft det stöd som enheten har efterfrågat."),
    ("SPR-104", "Rutinen (m.m.) gäller t.ex. kl. 12.30, jfr www.exempel.se och 3,5 %."),
    ("SPR-106", "Vi har gjort följande: a) mätt, b) räknat och c) ritat (utan dator)."),
    ("SPR-107", "Deltagarna får i början av varje termin:"),
    ("SPR-107", "Gäster kom från Nederländerna, och målet Samtliga barn läser följs upp."),
    ("SPR-108", "Vi har bl.a. mätt t.ex. väntetid m.m. och ca. tio besök."),
    ("SPR-110", "År 2024 kom 1250 barn, och version 3.5 används."),
    ("SPR-111", "Det sker i samband med flytten, på grund av bristen och i syfte att växa."),
    ("SPR-111", "Vi arbetar så som det beskrivs i planen, från och med maj."),
    ("SPR-112", "Under året fick nämnden uppdrag att utreda frågan."),
    ("SPR-113", "I maj deltog Svenska kyrkan. Måndagen efter kom Arbetsförmedlingen."),
    ("SPR-114", "Ett nytt arbetssätt, en särskilt viktig grupp och ett egenregiboende."),
    ("SPR-111", "Det är å ena sidan en dom, å andra sidan ett råd; de åkte med dem."),
    ("SPR-121", "Barnen andra dagen och enheterna egna lokaler. Rutinerna gamla som nya finns."),
    ("SPR-114", "En rad utbildningar och ett antal insatser, två av fyra utbildningar."),
    ("SPR-114", "År 2023 utbildning, mål 2 uppföljning och tertial 2 planering."),
    ("SPR-115", "Stockholms stad och stadens e-tjänst används av alla i Stockholms stad."),
    ("SPR-116", "Stöd enligt LSS insatser, och SKR rekommenderar metoden."),
    ("SPR-116", "Personer med funktionsnedsättnings behov och projektets filmer beskrivs."),
    ("SPR-116", "En avdelnings budget gäller även utvecklings- och forskningsfrågor."),
    ("SPR-117", "Barn och ungdomar får råd, stöd och behandling."),
    ("SPR-121", "Stödet kan ges som boende, ska nås av alla och har barns bästa i fokus."),
    ("SPR-121", "Resultatet är bättre än avdelningens är, och de har lyckats."),
    ("SPR-118", "Enheten ska utveckla rutiner och följa upp avvikelser."),
]


@pytest.mark.parametrize(("code", "line"), PASSED)
def test_what_is_right_is_passed(code, line):
    assert told(said(line), code) == []


def test_a_word_misspelt_twice_is_one_finding_whose_mend_reaches_both():
    made = said("Mötet hölls på ett vandrahem.", "Ett vandrahem till har öppnat.")
    (finding,) = told(made, "SPR-101")
    assert "2 ställen" in finding.message
    assert plain(finding.fix.apply(made)) == "Mötet hölls på ett vandrarhem.\nEtt vandrarhem till har öppnat."


def in_a_table(*rows: tuple[str, ...], locked: bool = False) -> Report:
    cells = tuple(tuple(TextCell(runs=(Run(text=words),)) for words in row) for row in rows)
    table = TextTable(id="b1", rows=cells)
    return report(id="r1", sections=(section(id="s1", text=RichText(blocks=(table,)), locked=locked),))


def test_a_word_in_a_table_in_the_text_is_spelt_and_mended_there():
    made = in_a_table(("Boende", "Platser"), ("Stort vandrahem", "12"))
    (finding,) = told(made, "SPR-101")
    assert finding.place == BLOCK.at(21, 30)
    assert finding.fix is not None
    assert plain(finding.fix.apply(made)) == "Boende\tPlatser\nStort vandrarhem\t12"


def test_a_capital_at_the_head_of_a_cell_makes_no_name_of_the_word():
    made = in_a_table(("Boende", "Vandrahem"), ("Andra", "vandrahem"))
    assert [len(one.evidence) for one in told(made, "SPR-101")] == [2]


def test_a_table_that_cannot_be_changed_is_not_spelt():
    assert told(in_a_table(("Stort vandrahem", "12"), locked=True), "SPR-101") == []


def test_words_the_report_uses_time_and_again_are_its_own():
    lines = ["Vårt bryggbolag startade.", "Ett bryggbolag till kom.", "Alla bryggbolag är med."]
    assert told(said(*lines), "SPR-101") == []


def test_words_in_italics_are_others():
    block = Paragraph(id="b1", runs=(Run(text="Metoden heter "), Run(text="klimmpen", italic=True), Run(text=" i år.")))
    made = report(id="r1", sections=(section(id="s1", key="summary", text=RichText(blocks=(block,))),))
    assert told(made, "SPR-101") == []


def test_a_word_set_aside_once_is_not_told_of_elsewhere():
    made = said("Ett vandrahem är öppet.", "Vårt vandrahem är stängt.")
    (finding,) = told(made, "SPR-101")
    waiver = Waiver(id="w1", rule="SPR-101", place=finding.place, reason="Namn")
    result = check(made.model_copy(update={"waivers": (waiver,)}), catalogue(), rules=WRITING_RULES)
    assert [one.rule for one in result.findings] == []
    assert [one.rule for one in result.waived] == ["SPR-101"]


def test_without_a_dictionary_the_coverage_says_so_once(monkeypatch, tmp_path):
    monkeypatch.setattr(spelling_dictionary, "_places", lambda: iter((tmp_path,)))
    result = check(said("Ett vandrahem är öppet."), catalogue(), rules=WRITING_RULES)
    assert result.findings == ()
    assert result.coverage.sentence.count("Stavningen är inte granskad") == 1


def test_a_quick_run_leaves_the_dictionary_out():
    made = said("Ett vandrahem har har öppnat.")
    assert {one.rule for one in check(made, catalogue(), rules=WRITING_RULES, slow=False).findings} == {"SPR-102"}
    assert {rule.code for rule in CATALOGUE if rule.slow} == {"SPR-101", "SPR-118", "SPR-121", "SPR-122"}


def test_text_from_above_is_not_the_writers_to_mend():
    wrong = "Besökarna bor på ett vandrahem ."
    committee = goal(
        "Alla får stöd i tid", GoalLevel.COMMITTEE, id="g1", description=wrong, expected_result=wrong, analysis="Klart."
    )
    assert check(report(committee, id="r1"), catalogue(), rules=WRITING_RULES).findings == ()
    own = report(committee, id="r1", level=OrganisationLevel.COMMITTEE)
    assert {one.rule for one in check(own, catalogue(), rules=WRITING_RULES).findings} == {"SPR-101", "SPR-104"}


def test_the_citys_own_indicator_names_are_not_judged():
    row = indicator("Andel vandrahem med plats", id="i1")
    assert check(report(goal(id="g1", indicators=(row,)), id="r1"), catalogue(), rules=WRITING_RULES).findings == ()


def test_many_slips_of_one_sort_are_told_once_and_mended_at_once():
    made = said(*[f"Andelen var {number}% i år." for number in range(20, 29)])
    (finding,) = told(made, "SPR-109")
    assert "9 ställen" in finding.message
    mended = finding.fix.apply(made)
    assert "%" in plain(mended)
    assert told(mended, "SPR-109") == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Vi arbetar med att att växa.", "Vi arbetar med att växa."),
        ("Rutinen är klar ,men ny.", "Rutinen är klar, men ny."),
        ("Andelen var 30% i år.", "Andelen var 30\u00a0% i år."),
        ("Under året har nämnden har valt en ny metod.", "Under året har nämnden valt en ny metod."),
        ("Två  blanksteg står här.", "Två blanksteg står här."),
    ],
)
def test_all_safe_mends_together_make_the_text_right(wrong, right):
    made = said(wrong)
    while fixes := [one.fix for one in check(made, catalogue(), rules=WRITING_RULES).findings if one.fix]:
        made = fixes[0].apply(made)
    assert plain(made) == right


def test_a_mend_keeps_the_make_up_around_it():
    block = Paragraph(id="b1", runs=(Run(text="Det är "), Run(text="är", bold=True), Run(text=" klart nu.")))
    made = report(id="r1", sections=(section(id="s1", key="summary", text=RichText(blocks=(block,))),))
    mended = with_text(made, BLOCK.at(4, 9), "är är", "är")
    assert [(run.text, run.bold) for run in value_at(mended, BLOCK).runs] == [("Det är", False), (" klart nu.", False)]


def test_a_mend_whose_words_are_gone_changes_nothing():
    made = said("Allt är klart.")
    assert with_text(made, BLOCK.at(0, 5), "borta", "här") == made
    assert with_text(made, Place.of("sections", "s9", "text", "blocks", "b1").at(0, 1), "A", "B") == made


@given(st.lists(st.text(alphabet='aäb ,.()"%0123 \u00a0A–-\n', max_size=60), min_size=1, max_size=4))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_can_be_read_and_every_safe_mend_applies(lines):
    made = said(*lines)
    for finding in check(made, catalogue(), rules=WRITING_RULES, slow=False).findings:
        if finding.fix:
            mended = finding.fix.apply(made)
            assert [section.id for section in mended.sections] == ["s1"]
