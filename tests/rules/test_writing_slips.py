"""Slips that hurried writers make in verbs, small words and agreement, and right passages that look like them."""

from __future__ import annotations

import pytest
from tests.rules.test_writing import BLOCK, plain, said, told

FOUND = [
    # a verb in a form that what governs it cannot have
    ("SPR-121", "Nämnden strävar efter att arbetar mer förebyggande.", "arbetar"),
    ("SPR-121", "Enheterna har genomföra två möten.", "genomföra"),
    ("SPR-121", "Andelen nöjda gäster har ökar i år.", "ökar"),
    ("SPR-121", "Arbetet med att utvecklat den digitala miljön fortsätter.", "utvecklat"),
    ("SPR-121", "Enheten bör säkerställer att rutinen är känd.", "säkerställer"),
    ("SPR-121", "Målet bedöms uppfylls under året.", "uppfylls"),
    ("SPR-121", "Förvaltningen har under hösten påbörjar en översyn.", "påbörjar"),
    ("SPR-121", "Under året har nämnden tog fram en plan.", "tog"),
    ("SPR-121", "Aktiviteten är genomföras enligt plan.", "genomföras"),
    ("SPR-121", "Det finns ett behov av att ska växa.", "ska"),
    ("SPR-121", "Strategin omfatta alla parker.", "omfatta"),
    ("SPR-121", "Vi ska planera och genomför möten.", "genomför"),
    ("SPR-121", "Aktiviteterna kommer att genomföra under hösten.", "genomföra"),
    ("SPR-121", "Antalet grupper utökats från fyra till fem.", "utökats"),
    # a small word that has fallen off, or another than is meant
    ("SPR-111", "Alla har fått möjlighet delta i kursen.", "möjlighet delta"),
    ("SPR-111", "Det är viktigt fortsätta med samtalen.", "viktigt fortsätta"),
    ("SPR-111", "Bristen leder att färre får plats.", "leder att"),
    ("SPR-111", "Tack samarbetet med polisen är fler trygga.", "Tack samarbetet "),
    ("SPR-111", "Kostnaden ökar till följd högre hyror.", "till följd "),
    ("SPR-111", "Lokalen kommer byggas om nästa år.", "kommer byggas"),
    ("SPR-111", "Nämnden kommer och se över planen.", "kommer och se"),
    ("SPR-111", "Vi vill fortsätta att och utveckla stödet.", "att och "),
    ("SPR-111", "Antalet ökar jämfört från förra året.", "jämfört från"),
    ("SPR-111", "I förhållande med förra året ökar antalet.", "I förhållande med"),
    ("SPR-111", "Stödet planeras utifrån på barnens behov.", "utifrån på"),
    ("SPR-111", "Utfallet är högre jämfört än i fjol.", "jämfört än"),
    ("SPR-111", "Alla har fått utbildning i av ergonomi.", "i av"),
    ("SPR-111", "Vi erbjuder tillexempel digitala möten.", "tillexempel"),
    ("SPR-111", "Det gäller bl.a unga vuxna.", "bl.a"),
    ("SPR-111", "Vi har använt oss utav metoden.", "utav"),
    ("SPR-111", "Stödet ges i egenregi av staden.", "i egenregi"),
    ("SPR-111", "Dem som deltog var nöjda.", "Dem som deltog"),
    ("SPR-111", "Vi ser att dem behöver mer stöd.", "att dem behöver"),
    ("SPR-111", "De kan inte säga vart man kan få hjälp.", "vart man kan få"),
    ("SPR-111", "Barnen och sina vårdnadshavare deltar.", "Barnen och sina vårdnadshavare"),
    # a word that only sounds as the one that is meant
    ("SPR-111", "Arbetet kräver ett vist mått av samordning.", "ett vist"),
    ("SPR-111", "Kön är kortare eftersom att fler anställts.", "eftersom att"),
    ("SPR-111", "Mötena planeras på ett annat sätt är tidigare.", "annat sätt är tidigare"),
    ("SPR-111", "Utfallet är högre en förra året.", "högre en förra"),
    ("SPR-111", "Utfallet är lägre än förgående år.", "förgående"),
    ("SPR-111", "Det är den ända parken med lekplats.", "den ända parken"),
    ("SPR-111", "Arbetet har pågått enda sedan i maj.", "enda sedan"),
    ("SPR-111", "Det ska var enkelt att söka stöd.", "ska var enkelt"),
    ("SPR-111", "Målet vara att korta kön.", "Målet vara att"),
    ("SPR-111", "Jämfört men förra året ökar antalet.", "Jämfört men "),
    ("SPR-111", "Gruppen har sitt egen rum för möten.", "sitt egen"),
    ("SPR-111", "Planen tas fram för ett skapa trygghet.", "för ett skapa"),
    ("SPR-111", "De senaste året har fler sökt stöd.", "De senaste året"),
    ("SPR-111", "Vi ser att dem som deltog var nöjda.", "att dem som deltog"),
    ("SPR-111", "Planen lämnas tillsammans med verksamhetsberättelse.", "med verksamhetsberättelse"),
    # a word that lacks its fellow
    ("SPR-111", "Stödet ges såväl enskilt och i grupp.", "såväl enskilt och"),
    ("SPR-111", "Vi har varken tid och lokaler för det.", "varken tid och"),
    ("SPR-111", "Det gäller både nya samt äldre parker.", "både nya samt"),
    ("SPR-111", "Alla förskolor deltog i mätningen, liksom verksamheten från.", "från"),
    ("SPR-111", "Vi har märkt av fler tillbud och därför har infört en rond.", "därför har"),
    # two sentences in one
    ("SPR-104", "Många fler barn kom efter sommaren, det är mycket glädjande.", ", det"),
    # compounds whose first part looks like another form
    ("SPR-122", "Alla följer enhetens hygien rutiner.", "hygien rutiner"),
    ("SPR-122", "Samtalet rör minnen från barndoms hem och skola.", "barndoms hem"),
    ("SPR-122", "Personal omsättningen minskar.", "Personal omsättningen"),
    ("SPR-122", "Arbetsmiljö ronden görs i maj.", "Arbetsmiljö ronden"),
    ("SPR-102", "Alla har fått utbildning och utbildning i bemötande.", "utbildning och utbildning"),
    ("SPR-102", "Det är är viktigt att alla är trygga.", "är är"),
    ("SPR-104", "Nu finns en ny kurs för alla chefer, Programmet startade i april.", ", Programmet"),
    ("SPR-104", "Verksamheten finns i parken, på torget och på fritidsgården,", ","),
    ("SPR-118", "Arbetet sker i dialog med skolorna och prioritera barnens behov.", "och prioritera"),
    ("SPR-121", "Barnen får möjlighet att rita, skriva och lyssnar på sagor.", "lyssnar"),
    ("SPR-111", "Nämnden kommer under hösten ta fram en plan.", "kommer under hösten ta"),
    ("SPR-111", "Bilarna laddas på natten, vilket minska kostnaden.", "vilket minska"),
    ("SPR-111", "Nämnden har tagit del resultatet.", "tagit del "),
    ("SPR-111", "Vi arbetar för öka tryggheten.", "för öka"),
    ("SPR-111", "Genom samverka når vi fler.", "Genom samverka"),
    ("SPR-111", "Det sker enlighet med planen.", "enlighet med"),
    ("SPR-111", "Alla är mer nöjda som förra året.", "mer nöjda som förra"),
    ("SPR-111", "Det har lett ökad trygghet.", "lett ökad"),
    ("SPR-111", "Vi vill delta aktiv i stadens arbete.", "delta aktiv"),
    ("SPR-111", "Det är bra att ta tillvara på kunskapen.", "ta tillvara på "),
    ("SPR-113", "Det sker med Stadsdelsnämnderna. Entreprenören följer upp.", "Stadsdelsnämnderna"),
    ("SPR-104", "Projektet avslutades i juni.och erfarenheterna har spridits.", "juni.och"),
    ("SPR-102", "Det finns finns ett stort intresse.", "finns finns"),
    ("SPR-121", "I år har antalet ärenden minskar.", "minskar"),
    ("SPR-113", "Frågan har gått till berörda Stadsdelsnämnder.", "Stadsdelsnämnder"),
    ("SPR-113", "Under Våren har en chef anställts.", "Våren"),
    ("SPR-113", "Boendet ligger i norra stockholm.", "stockholm"),
    # compounds written apart
    ("SPR-122", "Ett nytt ärendehanterings system har köpts in.", "ärendehanterings system"),
    ("SPR-122", "Alla har gått en webb kurs.", "webb kurs"),
    ("SPR-122", "Alla nya får en introduktions utbildning.", "introduktions utbildning"),
    ("SPR-122", "En samtals grupp för anhöriga har startat.", "samtals grupp"),
    ("SPR-122", "Kursen leds av en social sekreterare.", "social sekreterare"),
    ("SPR-122", "Förskolan har fått en ny lek plats.", "lek plats"),
    ("SPR-122", "Svar ges till förslags ställarna i maj.", "förslags ställarna"),
    ("SPR-122", "Vi har gjort en upp följning av målet.", "upp följning"),
    # words that do not agree
    ("SPR-114", "Detta är ett prioriterad område för nämnden.", "ett prioriterad område"),
    ("SPR-114", "Föreningarna har en viktiga roll.", "en viktiga roll"),
    ("SPR-114", "Förskolans pedagogerna har fått fortbildning.", "Förskolans pedagogerna"),
    ("SPR-114", "Under den första halvåret ökade antalet.", "den första halvåret"),
    ("SPR-114", "Vi ser att målet är uppfylld i år.", "målet är uppfylld"),
    ("SPR-114", "De insatser som är genomfört har gett resultat.", "insatser som är genomfört"),
    ("SPR-114", "Under året har ett ny vägledning tagits fram.", "ett ny"),
    ("SPR-114", "De nya arbetssättet ger resultat.", "De nya arbetssättet"),
    ("SPR-114", "Den planerade åtgärderna har vidtagits.", "Den planerade åtgärderna"),
    ("SPR-114", "Nämnden har fått en nytt program.", "en nytt program"),
    ("SPR-114", "Detta arbetet fortsätter i höst.", "Detta arbetet"),
    ("SPR-114", "Kursen är en viktigt del av stödet.", "en viktigt del"),
    ("SPR-114", "Nämnden har en hög andelen behöriga.", "en hög andelen"),
    ("SPR-114", "Den fysisk miljön har setts över.", "Den fysisk miljön"),
    ("SPR-114", "Enheten har många olika verksamhet i huset.", "olika verksamhet"),
    ("SPR-114", "Målet är uppfylld för året.", "Målet är uppfylld"),
    ("SPR-114", "Verksamheten är genomfört enligt plan.", "Verksamheten är genomfört"),
    ("SPR-114", "Insatserna har varit uppskattad av alla.", "Insatserna har varit uppskattad"),
]


@pytest.mark.parametrize(("code", "line", "slip"), FOUND)
def test_a_slip_of_a_hurried_writer_is_found_where_it_stands(code, line, slip):
    (finding,) = told(said(line), code)
    assert finding.place.whole == BLOCK
    start, end = finding.place.span
    assert line[start:end] == slip


PASSED = [
    # verbs whose participle is one for both genders
    ("SPR-114", "Belysningen är bytt i en av tre lokaler."),
    ("SPR-114", "En stärkt samverkan med regionen behövs."),
    ("SPR-114", "En utsatt grupp nås, och gruppen är utsatt för mer våld."),
    ("SPR-114", "Tjänsten är tillsatt och verksamheten är omtyckt av barnen."),
    ("SPR-114", "En köpt tjänst kan sägas upp."),
    ("SPR-114", "Trots att fler sökt har alla fått plats."),
    ("SPR-111", "Möjlighet ges att delta digitalt."),
    ("SPR-111", "Barnen har vart och ett en plan."),
    ("SPR-121", "De resurser som vi har räcker, och det stöd enheten har ges till alla."),
    ("SPR-121", "Den kompetens som nämnden kan använda ska användas."),
    ("SPR-121", "Det som planeras genomförs i höst, och den enhet det är gäller bara oss."),
    ("SPR-121", "Personalen har ökade krav, utbildade ledare och öppna möten."),
    ("SPR-121", "Att utvecklat samarbete lönar sig vet vi, liksom att ökade kostnader märks."),
    ("SPR-121", "Han har fortsatt erbjudas stöd, och nämnden har under året arbetat vidare."),
    ("SPR-121", "Alla har för andra gången fått svara på vad de kan och vill göra."),
    ("SPR-121", "I den mån det varit möjligt har möten hållits; insatser som utökats, och sedan det blivit ljust."),
    ("SPR-121", "Den plan som nämnden kommer att genomföra. Vi ska genomföra den under våren."),
    ("SPR-121", "Syftet är att planera och att följa; arbetet att delta och se ökar."),
    ("SPR-102", "Det blev tydligare och tydligare, fler och fler, medarbetare och medarbetares barn."),
    ("SPR-113", "Läs på stockholm.se om Mötesplats Våren. Enheter och skolor i Stockholm deltar."),
    ("SPR-104", "Med parken, Programmet och, i maj, Målet som gäller nu följs allt upp."),
    ("SPR-111", "Allt tas tillvara på ett bra sätt, och vi vill delta aktivt i en aktiv grupp."),
    ("SPR-111", "De tar del i arbetet, i väntan på svar, för hyra och utan vila, i enlighet med planen."),
    ("SPR-111", "Antalet har ökat än mer, och fler som tidigare hjälpts har lett grupper."),
    ("SPR-122", "Vi har två team pedagoger och en grupp lärare."),
    ("SPR-114", "Efter en första version och en andra insats, ett fortsatt stöd och en ökad insats."),
    ("SPR-114", "Kvaliteten på stödet och insatserna är hög, och barnens stöd är känt av alla."),
    ("SPR-111", "Vi deltar t.ex. i möten, bl.a. i maj, och m.m. följer t.o.m. juni, p.g.a. vädret."),
    ("SPR-111", "Det har fått till följd att fler söker, och särskilt fokus kommer att läggas på det."),
    ("SPR-111", "Möjligheten finns att delta, och det är viktigt för alla."),
    ("SPR-111", "Stödet ges genom till exempel samtal, utifrån olika behov och enligt plan."),
    ("SPR-111", "Kommer barnen hit? De kommer och går, och läget kommer att bestå."),
    ("SPR-111", "Vid behov fler möten; vart de än går vet de var stödet finns."),
    ("SPR-111", "Att hjälpa dem är viktigt, och för dem som kommer är det gott."),
    ("SPR-111", "Ungdomarna följer sina föräldrar, och de har varit med och påverkat."),
    ("SPR-111", "För de som är nya, av de sökande och till de med störst behov."),
    ("SPR-122", "En god mans uppdrag, ett års arbete och 30 dagars uppföljning."),
    ("SPR-122", "Vi ger barn stöd, personal utbildning och en grupp chefer tid."),
    ("SPR-122", "Sex grupper och fem områden, trots insatser längs vägen."),
    ("SPR-122", "Nu hålls möten, behövs platser och hänvisas rätt till områdets parker."),
    ("SPR-122", "Ekonomiskt bistånds uppdrag är stöd, en svensk marknad och lokal plan."),
    ("SPR-122", "De söker vidare utbildning, från dag till dag, i en social grupp."),
    ("SPR-114", "Det gynnade verksamheten, och den utvärderade insatserna."),
    ("SPR-114", "Ett gott kvalitets- och utvecklingsarbete ger många möjlighet att delta."),
    ("SPR-114", "En del arbete återstår på ett våningsplan, och en grupp projekt är nya."),
    ("SPR-114", "Utvecklingen är fortsatt god, målet är delvis uppfyllt och trenden är positivt sedd."),
    ("SPR-114", "I den nya planen, det nya området och de nya områdena finns ett bra läkemedel."),
    ("SPR-114", "Bland annat verksamheten i vår lokal, och detta arbete, har ett gott stöd."),
    ("SPR-114", "Alla medarbetare, samtliga projekt och flera boende har deltagit."),
]


@pytest.mark.parametrize(("code", "line"), PASSED)
def test_what_looks_like_a_slip_is_passed(code, line):
    assert told(said(line), code) == []


def test_a_wrong_form_is_mended_to_the_one_that_is_asked_for():
    made = said("Nämnden strävar efter att arbetar mer förebyggande.")
    (finding,) = told(made, "SPR-121")
    assert plain(finding.fix.apply(made)) == "Nämnden strävar efter att arbeta mer förebyggande."


def test_a_wrong_small_word_is_mended_with_its_capital():
    made = said("Jämfört från förra året har antalet ökat.")
    (finding,) = told(made, "SPR-111")
    assert plain(finding.fix.apply(made)) == "Jämfört med förra året har antalet ökat."
