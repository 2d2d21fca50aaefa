"""Correct analyses of activities that go as planned, though their words speak of waiting, moving and not."""

from __future__ import annotations

from tests.rules.correct.grounds import NAMND_T1, NAMND_T2, UNIT_VB, acted

DONE = acted("Ta fram en rutin för introduktion av nyanställda", year=2024, **UNIT_VB)
SPRING = acted("Utreda hur samverkan med regionen kan förbättras", year=2019, **NAMND_T1)
AUTUMN = acted("Nämnden ska ta fram en handlingsplan för trygghet", year=2022, **NAMND_T2)

DONE_WORDS = (
    "Arbetet är avslutat och ingen del har skjutits på framtiden.",
    "Enheten har infört rutinen utan att behöva skjuta upp något annat.",
    "Aktiviteten genomfördes inte av enheten ensam utan tillsammans med Jobbtorg.",
    "Två workshoppar ställdes in men ersattes av digitala träffar, och aktiviteten är klar.",
    "Pausade ärenden följs nu upp varje vecka.",
    "Ett flertal förseningar i upphandlingen har hanterats, och rutinen är på plats.",
    "De som inte kunnat delta har fått materialet skickat till sig.",
    "Rutinen gäller även när mötet flyttas till annan dag.",
    "Handläggare som inte hunnit gå kursen går den i januari.",
    "Verksamheten har inte påverkats av att lagen senarelagts.",
    "Inventeringen avslutades före sommaren, och bristerna åtgärdas löpande till och med 2026.",
    "Det som inte blev av 2023 är nu genomfört.",
    "Samtliga delar är slutförda, även den som försenades av flytten.",
    "Arbetet med den nya hemsidan, som inte ingår i aktiviteten, har pausats.",
    "Rutinen är framtagen och används i alla grupper.",
    "Aktiviteten är genomförd trots att starten försenades en månad av lokalflytten.",
    "Arbetet har genomförts enligt plan och övergår nu i ordinarie verksamhet.",
    "Rutinen blev klar i maj. En uppföljning görs under 2025.",
    "Utbildningen har hållits för alla utom dem som är föräldralediga, och de får den vid återkomsten.",
    "Inga hinder har uppstått, och tidplanen har hållits.",
    "Aktiviteten har inte behövt skjutas upp, trots pandemins efterverkningar.",
    "Rutinen har tagits fram. Den digitala delen ingår inte i aktiviteten utan hör till nästa års plan.",
    "Arbetsgruppen har träffats sex gånger och lämnat sitt förslag till ledningsgruppen, som har fattat beslut.",
    "Genomfört. Antalet avhopp från introduktionen har minskat.",
    "Enheten valde att inte anlita konsult, och arbetet är klart.",
    "Aktiviteten är avslutad i förtid, eftersom målet nåddes redan i september.",
    "Introduktionen ersätter den tidigare mentorn, som inte längre behövs.",
    "Verksamheten har flyttats till nya lokaler i Farsta, och rutinen är anpassad efter dem.",
    "Ansvaret flyttas till personalenheten vid årsskiftet, enligt beslut.",
    "Inget möte har ställts in.",
    "Personer som avvaktar med att söka hjälp har nåtts genom uppsökande arbete.",
    "Den nya skolan på samma tomt blir klar 2027.",
    "Vilande bokningar har rensats ur systemet, och rutinen är införd.",
    "Rutinen minskar risken för att utredningar försenas.",
    "Metoden har inte genomförts i någon annan stadsdel tidigare.",
    "Enheten startade inte från noll utan byggde på den gamla rutinen.",
    "Arbetet har genomförts utan förseningar.",
    "Ett möte sköts upp en vecka, men alla tolv har genomförts.",
    "Utbildningen hölls digitalt i stället för på plats.",
    "Ombyggnaden av huset är försenad, men det har inte påverkat aktiviteten.",
    "Rutinen gör att ingen ansökan blir vilande.",
    "Kartläggningen visar att tre av tio nyanställda inte har slutfört sin introduktion, och därför har rutinen skrivits om.",
    "Förseningar i lönesystemet har åtgärdats av serviceförvaltningen.",
    "Elever som inte har fullföljt gymnasiet har kontaktats.",
    "Tack vare rutinen har inga samtal behövt skjutas upp.",
    "Aktiviteten har inte försenats.",
    "Fler klarar sin introduktion på egen hand, och 2025 räknar enheten med att alla gör det.",
)
SPRING_WORDS = (
    "Rekryteringen är klar och arbetet inleds efter sommaren enligt plan.",
    "Arbetet har inte mött några hinder.",
    "Utredaren tillträder i maj.",
    "Först när regionen har beslutat kan avtalet skrivas, vilket väntas i september.",
    "Arbetet pågår enligt plan.",
    "En första kartläggning är klar, och förslaget lämnas efter sommaren.",
    "Arbetet har påbörjats och beräknas vara klart i december.",
    "Utredningen startar i september, enligt tidplanen.",
    "Projektledare är rekryterad. Arbetet kommer att genomföras tillsammans med äldrenämnden.",
    "Nämnden inväntar stadsledningskontorets anvisningar, som enligt planen kommer i juni.",
    "Dialog pågår med Region Stockholm, och ingen försening är väntad.",
    "Uppdraget redovisas i tertialrapport 2.",
    "Inga avvikelser eller förseningar finns att redovisa.",
    "Statens utredning är försenad, vilket inte påverkar nämndens arbete.",
    "Avtalet gäller till 2022 och kan därefter förlängas.",
    "Kartläggningen är inte avslutad, vilket följer tidplanen.",
    "Arbetet är inte påbörjat eftersom det enligt planen startar i september.",
)
AUTUMN_WORDS = (
    "Uppdraget redovisas i nämnden i november och är därmed klart enligt plan.",
    "Planen är klar, men beslutet fattas först i oktober, precis som tänkt.",
    "Polisen har skjutit upp sin del, men nämndens arbete fortsätter enligt plan.",
    "Remissen avslutas den 30 september 2022.",
    "Handlingsplanen har beslutats av nämnden den 16 juni 2022.",
    "Samråd har hållits med polisen, bostadsbolagen och fastighetsägarna. Planen beslutas i oktober.",
    "Arbetet löper på och blir klart före årsskiftet.",
    "Planen är inte beroende av det statsbidrag som regeringen drog in.",
    "Delar av arbetet gjordes redan under 2021, och resten blir klart i november.",
)  # fmt: skip

CASES = ((DONE, DONE_WORDS), (SPRING, SPRING_WORDS), (AUTUMN, AUTUMN_WORDS))
