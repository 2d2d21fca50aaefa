"""Swedish sentences of the kind that reports are full of, made of pieces: our own words, never a real report's."""

from __future__ import annotations

from random import Random

SUBJECTS = (
    "Enheten", "Arbetsgruppen", "Verksamheten", "Mottagningen", "Förskolan", "Skolan", "Medarbetarna", "Personalgruppen",
    "Ledningsgruppen", "Nämnden", "Förvaltningen", "Samarbetet med vårdcentralen", "Kvalitetsgruppen", "Elevhälsan",
    "Biståndshandläggarna", "Föräldrarådet", "Fritidsledarna", "Hemtjänsten", "Den nya rutinen", "Satsningen på kvällsöppet",
)  # fmt: skip
PAST = (
    "har under året prövat", "har byggt upp", "har förenklat", "arbetade fram", "har fördjupat", "har följt upp",
    "har inte hunnit med", "har tillsammans med grannenheten utvecklat", "har för tredje året i rad genomfört", "har sett över",
)  # fmt: skip
FUTURE = ("ska utveckla", "ska erbjuda", "kommer att pröva", "ska följa upp", "planerar att förenkla", "fortsätter med")
OBJECTS = (
    "rutinerna för första kontakten", "ett gemensamt arbetssätt kring övergångar", "introduktionen för nya kollegor",
    "en mötesform där barn och unga kommer till tals", "dokumentationen i verksamhetssystemet", "kontakten med anhöriga",
    "schemaläggningen så att fler får en fast kontakt", "utemiljön vid den norra gården", "matsedeln och måltidsmiljön",
    "en modell för kollegialt lärande", "stödet till vårdnadshavare", "det förebyggande arbetet i stadsdelen",
    "samverkan mellan skola, socialtjänst, polis och fritid (SSPF)", "den digitala tillgängligheten", "IT-stödet",
)  # fmt: skip
ENDINGS = (
    "", "", "", " under våren", " i enlighet med handlingsplanen", " tillsammans med två andra enheter", " varje vecka",
    ", vilket har gett kortare väntetider", ", och resultatet syns i den senaste mätningen", " trots två vakanser",
    ", men effekten går ännu inte att mäta", " för drygt {n} personer", " vid {n} tillfällen", " (se även föregående avsnitt)",
    " med {n} procent jämfört med {year}", " enligt den plan som antogs {date}",
)  # fmt: skip
LEADS = (
    "", "", "", "", "Under hösten gäller att ", "Utifrån enkäten kan vi se att ", "Bedömningen är att ", "Till följd av detta ",
)  # fmt: skip
HEADINGS = (
    "Trygghet och trivsel", "Kompetensförsörjning", "Barnrättsperspektivet", "Måltider", "Anhörigstöd", "Digitalisering",
    "Samverkan med vårdgrannar", "Tidiga insatser", "Språkutveckling", "Lokaler och utemiljö", "Jämställdhet",
    "Arbetsmiljö", "Extra anpassningar och särskilt stöd", "Brukarundersökning", "Konsekvenser av pandemin",
    "Fritidsgårdar och parklek", "Internkontroll", "Utvecklingsområden", "Våld i nära relationer", "Lex Sarah",
    "Avdelningen för äldreomsorg", "Medarbetarnas delaktighet", "Covid-19", "Förbättringsbehov under {year}",
)  # fmt: skip
ITEMS = (
    "kortare väg till första besöket", "tydligare information på webben", "fler gemensamma möten", "ökad kontinuitet",
    "Fler barn deltar i språkstimulerande lek", "Alla nya medarbetare har en handledare", "Anhöriga känner sig trygga",
    "minskat matsvinn", "en gemensam plan för övergångar mellan avdelningarna inför hösten", "Gården används mer",
)  # fmt: skip


def sentence(rng: Random, year: int) -> str:
    """Return one sentence."""
    lead = rng.choice(LEADS)
    subject, verb, what = rng.choice(SUBJECTS), rng.choice(PAST + FUTURE), rng.choice(OBJECTS)
    if lead == "Till följd av detta ":
        verb, _, rest = verb.partition(" ")
        body = f"{verb} {subject[0].lower()}{subject[1:]} {rest} {what}"
    else:
        body = f"{subject if not lead else subject[0].lower() + subject[1:]} {verb} {what}"
    end = rng.choice(ENDINGS).format(n=rng.randint(3, 240), year=year - 1, date=f"{year}-0{rng.randint(1, 9)}-15")
    return f"{lead}{body}{end}."


def paragraph(rng: Random, year: int, most: int = 5) -> str:
    """Return a paragraph of some sentences."""
    return " ".join(sentence(rng, year) for _ in range(rng.randint(1, most)))


def analysis(rng: Random, year: int) -> str:
    """Return a short analysis."""
    return " ".join(sentence(rng, year) for _ in range(rng.randint(1, 2)))
