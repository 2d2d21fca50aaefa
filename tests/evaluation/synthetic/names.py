"""Names to make reports of: units, nämnder, goals, activities; the city's goals and indicators come from the catalogue."""

from __future__ import annotations

from functools import cache

from avstamt.templates.catalogue import catalogue

UNITS = (
    "Enheten för ekonomiskt bistånd", "Enheten för barn och ungdom", "Förskolan Solgläntan", "Hammarbyskolan",
    "Enheten för sysselsättning", "Vuxenenheten", "Beställarenheten för äldre", "Förskoleområde Norra Parken",
    "Enheten för hemtjänst och dagverksamhet", "Kulturskolan Södra",
)  # fmt: skip
COMMITTEES = (
    "Socialnämnden", "Farsta stadsdelsnämnd", "Norrmalms stadsdelsnämnd", "Spånga-Tensta stadsdelsnämnd", "Äldrenämnden",
    "Rinkeby-Kista stadsdelsnämnd", "Utbildningsnämnden",
)  # fmt: skip
COMMITTEE_GOALS = (
    "Barn och unga växer upp under trygga förhållanden",
    "Äldre får en vård och omsorg av god kvalitet med stor möjlighet att påverka insatserna",
    "Förskolan ger alla barn en god start i livet och en lustfylld utbildning som rustar dem för skolan",
    "Stadsdelsområdet är tryggt, rent och välskött",
    "Nämndens verksamheter bedrivs effektivt och inom beslutad budget",
    "Personer med funktionsnedsättning lever ett självständigt liv och deltar i samhället på samma villkor som andra",
    "Nämnden är en attraktiv arbetsgivare med goda arbetsvillkor",
    "Invånarna får stöd till egen försörjning",
    "Verksamheterna har låg miljöbelastning",
    "Den som utsatts för våld får ett samordnat och professionellt stöd",
    "Inköp och upphandling sker med fokus på kvalitet, kostnadseffektivitet och hållbarhet 2030",
    "Invånarna har en meningsfull fritid med ett brett utbud av kultur och idrott nära bostaden",
)
UNIT_GOALS = (
    "Barnen utvecklar sitt språk varje dag",
    "Den enskilde får en planering som är begriplig och går att följa.",
    "Eleverna når kunskapsmålen och känner lust att lära",
    "Enheten håller sin budget",
    "Vi möter alla besökare med respekt och ger rätt information vid den första kontakten oavsett ärende.",
    "Medarbetarna har en god arbetsmiljö där sjukfrånvaron är låg och där alla är delaktiga i planeringen",
    "Gästerna på dagverksamheten är nöjda med måltiderna",
    "Föräldrar och vårdnadshavare känner sig trygga",
    "Handläggningen är rättssäker",
    "Vår verksamhet minskar sin klimatpåverkan",
    "IT-stöden används fullt ut",
)
ACTIVITIES = (
    "Ta fram en rutin för introduktion",
    "Genomföra två tematräffar för anhöriga i samarbete med frivilligorganisationer och pensionärsråd",
    "Kartlägga behovet av kvällsöppet",
    "Socialnämnden ska i samarbete med stadsdelsnämnderna ta fram en gemensam vägledning för uppföljning av insatser",
    "Utbilda samtliga chefer i hälsofrämjande ledarskap",
    "Införa digitala signeringslistor.",
    "Kommunstyrelsen ska i samråd med berörda nämnder motverka välfärdsbrott samt redovisa resultatet i tertialrapport 2",
    "Förbättra uppföljningen av skolfrånvaro i årskurs 7-9",
    "Delta i stadens nätverk för hållbara inköp",
    "Öva krisledning minst 2 gånger per år",
    "Se över matsedeln (klimatsmarta måltider)",
    "Ta fram en handlingsplan utifrån medarbetarenkäten 2021",
)
NUMBERED_INDICATORS = (
    ("Sjukfrånvaro dag 1-14", "%", True),
    ("Andel elever i årskurs 3 som klarat alla delprov i matematik", "%", True),
    ("Genomsnittligt meritvärde i årskurs 9", "", True),
    ("Antal barn 1-5 år per årsarbetare", "st", False),
    ("Nämndens prognossäkerhet T2", "%", False),
    ("Andel hushåll som fått besked inom 14 dagar", "%", False),
    ("Antal genomförda brandövningar under 2022", "st", False),
    ("Index Bra arbetsgivare", "", True),
    ("Ledarskapsindex", "", True),
    ("Andel personal i förskolan med förskollärarexamen", "%", False),
    ("Brukarens upplevelse av trygghet - servicehus", "%", True),
    ("Elförbrukning per kvadratmeter", "kWh", False),
)
"""Names with figures in them and short ones: name, unit, whether it is split by sex."""
AREAS_OF_WORK = (
    "Barn och ungdom", "Äldreomsorg", "Stöd och service till personer med funktionsnedsättning", "Förskoleverksamhet",
    "Individ- och familjeomsorg", "Stadsmiljöverksamhet", "Kultur- och föreningsverksamhet", "Ekonomiskt bistånd",
    "Nämnd- och förvaltningsadministration", "Arbetsmarknadsåtgärder", "Övrig verksamhet",
)  # fmt: skip


@cache
def indicators() -> tuple[tuple[str, str, bool], ...]:
    """Return name, unit and split of the catalogue's indicators and of those above."""
    shipped = tuple((entry.name, entry.unit, entry.split_by_sex) for entry in catalogue().indicators)
    return shipped + NUMBERED_INDICATORS


@cache
def city_goals(year: int) -> tuple[tuple[str, str], ...]:
    """Return KF's goals of a year as number and title, inriktningsmål and mål för verksamhetsområdet alike."""
    years = catalogue().city_years(year)
    if years is None:
        return ()
    return tuple((goal.number, goal.title) for goal in (*years.directions, *years.areas))
