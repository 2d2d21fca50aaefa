"""Correct words about persons and groups that single nobody out, in reports of school, care and social services."""

from __future__ import annotations

from tests.rules.correct.grounds import NAMND_VB, UNIT_VB, analysed

UNIT = analysed("Verksamheten är trygg", year=2022, **UNIT_VB)
NAMND = analysed("Verksamheten är trygg", year=2020, **NAMND_VB)

UNIT_WORDS = (
    "En elev har varit skolans representant i ungdomsrådet.",
    "Två barn kan dela rum när syskon placeras tillsammans.",
    "Fyra familjer i veckan kommer till öppna förskolan.",
    "Tre av mottagningens sjuksköterskor har vidareutbildats om diagnosen adhd.",
    "En tjänst är vakant på grund av sjukskrivning.",
    "Två pedagoger har gått en utbildning om rehabilitering av röstproblem.",
    "Fyra medarbetare har utbildats i att upptäcka våld i nära relationer.",
    "Tre handläggare arbetar med ekonomiskt bistånd och två med budgetrådgivning.",
    "Två socialsekreterare har ansvar för barn som är placerade.",
    "En kurator är specialist på missbruk.",
    "En av tre elever har varit i kontakt med elevhälsan.",
    "Ett av fyra barn i staden har någon gång upplevt våld, enligt en nationell studie.",
    "Två personer ur personalgruppen leder arbetet mot diskriminering.",
    "Två lärare har varit föräldralediga, och vikarier har funnits hela tiden.",
    "Det finns tre boende för hemlösa i området.",
    "Två boenden har bytt namn efter ombyggnaden.",
    "Fyra elever i taget kan delta i skolfrånvaroteamets morgonmöten.",
    "I varje grupp har två ungdomar varit ledare, och ingen känner till vilka som tidigare varit dömda.",
    "Av 212 personer som fått budgetrådgivning var 120 kvinnor och 92 män.",
    "Två män och två kvinnor sitter i brukarrådet.",
    "Tre av fem mottagningar har haft öppet under sommaren.",
    "Enheten har 24 barn per avdelning, varav fyra i taget äter frukost.",
)
NAMND_WORDS = (
    "En person kan ha fått flera insatser.",
    "En person som är hemlös ska inom ett dygn erbjudas tak över huvudet.",
    "Under året har 41 personer vräkts, varav 17 kvinnor och 24 män.",
    "Två stadsdelsnämnder har prövat metoden för våldsutsatta.",
    "Två av tre kvinnor som sökt skyddat boende har haft barn med sig.",
    "Tre av fyra barn som är placerade bor i familjehem.",
    "Nämnden nås på telefon 08-508 25 000.",
    "Ärendet har diarienummer 3.1.1-123/2020.",
    "Frågor ställs till funktionsbrevlådan, fornamn.efternamn@stockholm.se.",
    "Bankgiro 5678-9012 används för gåvor.",
    "Socialjouren har haft 18 400 kontakter, varav 2 100 gällde barn.",
)  # fmt: skip

CASES = ((UNIT, UNIT_WORDS), (NAMND, NAMND_WORDS))
