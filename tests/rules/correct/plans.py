"""Correct words of plans: what is to be done, by whom, with what, and how it will be followed up."""

from __future__ import annotations

from functools import partial

from tests.builders import goal, report, section, text

from avstamt.domain.goal import GoalLevel
from avstamt.domain.report import OrganisationLevel, Report, ReportKind


def planned(year: int, passage: str) -> Report:
    """Return a unit's plan whose passage stands in the way of working."""
    area = goal("Stockholmarna får stöd efter sina behov", GoalLevel.AREA)
    own = goal("Verksamheten är trygg", parent=area.id, expected_result="Fler är nöjda.", working_method=text(*passage.split("\n")),
               resource_use="Arbetet görs inom ordinarie bemanning.", follow_up="Enheten följer upp målet i tertialrapporterna.")  # fmt: skip
    head = section("Redovisning av ekonomi", key="economy")
    return report(
        area,
        own,
        kind=ReportKind.PLAN,
        level=OrganisationLevel.UNIT,
        year=year,
        sections=(
            section("Inledning", key="introduction", text="Enheten har 24 medarbetare."),
            head,
            section("Budget", key="economy_operating", parent=head.id, text="Enhetens budget är 18,4 mnkr."),
        ),
    )


WORDS = (
    "Under 2021 ska enheten införa digital bokning.",
    "Elförbrukningen ska minska med 3 procent per år, från 410 MWh 2020 till 375 MWh 2023.",
    "Andelen nöjda ska öka från 80 till 84 procent, alltså med fyra procentenheter.",
    "Antalet fall ska minska med 20 procent, från 150 till 120.",
    "Boendet har 54 lägenheter fördelade på sex avdelningar med nio lägenheter på varje.",
    "De 18 grupperna är fördelade på fyra hus och två våningsplan.",
    "År 2020 svarade 40 av 64 boende, och 82 procent var nöjda, vilket är två procentenheter fler än 2019 då 80 procent var nöjda.",
    "Träffarna är åtta under året, fyra på våren och fyra på hösten.",
    "Andelen med genomförandeplan ska öka med 5 procent varje år, från 70 procent till 85 procent 2023.",
    "Arbetet påbörjades 2020 och fortsätter under 2021 och 2022.",
    "Medarbetarna ska lyssna, bekräfta och ge tydlig information.",
    "Varje barn ska ha en namngiven kontaktperson.",
    "En medarbetare per grupp ansvarar för dokumentationen.",
    "Två medarbetare ska under året gå utbildning till handledare.",
    "Vi arbetar för att ingen ska behöva vänta längre än två veckor.",
    "Om någon blir sjukskriven kontaktar chefen medarbetaren inom en vecka.",
    "Brukarundersökningen visade 2020 att 82 procent var nöjda, och målet för 2021 är 85 procent.",
    "Budgeten är oförändrad jämfört med 2020.",
    "Enheten räknar med 140 ärenden per månad, varav hälften är nya.",
    "Bemanningen är 12 socialsekreterare, 2 gruppledare och 1 administratör, sammanlagt 15 tjänster.",
    "Schemat läggs sex veckor i taget.",
    "Uppföljning sker i tertialrapport 1, tertialrapport 2 och verksamhetsberättelsen.",
    "Arbetssättet utvärderades hösten 2020, och resultatet ligger till grund för planen.",
    "Planen har tagits fram tillsammans med medarbetarna på två arbetsplatsträffar.",
    "Målgruppen är barn och unga 0–20 år och deras familjer.",
    "Alla som söker stöd ska få svar samma dag, även om beslutet kommer senare.",
    "Kontakttider: vardagar kl. 8.30–12.00",
    "Personalen ska\n- möta alla med respekt\n- förklara beslut så att de går att förstå\n- följa upp att stödet har fungerat",
    "Risken att tidplanen försenas hanteras genom veckovisa avstämningar.",
    "Öppettiderna kan komma att ändras under sommaren.",
    "Det förebyggande arbetet prioriteras, och gruppverksamheten ställs om till digitala möten vid behov.",
    "Inköp görs via stadens avtal och med minst 70 procent ekologiska varor.",
    "Våra kärnvärden är respekt, tydlighet och omtanke.",
    "Avvikelser och lex Sarah gås igenom på varje arbetsplatsträff.",
    "Enheten deltar i stadens pilot, som pågår till och med maj 2022.",
    "Jämställdhetsarbetet följer handlingsplanen 2018–2022.",
    "Barnrättsperspektivet ska synas i varje beslut, och barnkonventionen är lag sedan den 1 januari 2020.",
    "Medarbetarsamtal hålls under våren och lönesamtal i februari.",
)  # fmt: skip

CASES = ((partial(planned, 2021), WORDS),)
