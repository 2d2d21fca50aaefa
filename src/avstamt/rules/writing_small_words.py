"""Small words that have fallen off, stand twice or are mistaken for others: "möjlighet delta", "jämfört från".

Each pattern is tried only where one of the words it may begin with stands, and before one of those that may follow, so
that a text is not searched for all; a pattern that is never tried is never compiled.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, product
from typing import NamedTuple

from avstamt.language.verbs import VerbForm, read_verb
from avstamt.language.words import word_set
from avstamt.rules.writing_passages import Passage
from avstamt.rules.writing_slips import Slip, compiled, kept
from avstamt.rules.writing_words import Occurrence, numbers_among


class _Pattern(NamedTuple):
    """Words a slip may begin with, those that may follow, the slip, what is to be said of it, and what is to stand for it.

    Where no word is given to follow, any may; `_ENDS_WITH_A` stands for all that end so.
    A group `verb` must be an infinitive and no present tense, a group `infinitive` that and nothing else, a group
    `finite` a present or past tense.
    """

    begins: frozenset[str]
    follows: frozenset[str]
    pattern: str
    message: str
    right: str


def _of(begins: str, follows: str, pattern: str, message: str, right: str) -> _Pattern:
    return _Pattern(word_set(begins), word_set(follows), pattern, message, right)


_ENDS_WITH_A = "-a"

_INF = r"(?P<verb>[a-zåäö]+a?s?)\b"
_FREE = r"(?P<free>[a-zåäö]+a?s?)\b"
_PLACES = "ligger finns bor befinner"
_PATTERNS = (
    # a small word has fallen off
    _of("möjlighet möjligheten möjligheter möjligheterna", "", rf"(?P<first>\w+) {_FREE}", "Efter ’{first}’ saknas ’att’.", "{first} att {free}"),
    _of("viktigt svårt möjligt nödvändigt angeläget", "", rf"(?<!som )(?<!långt )(?P<first>\w+) {_FREE}", "Efter ’{first}’ saknas ’att’.", "{first} att {free}"),
    _of("lättare svårare enklare", "", rf"(?:(?<=är )|(?<=det )|(?<=blir )|(?<=blev )|(?<=blivit ))(?P<first>\w+) {_FREE}", "Efter ’{first}’ saknas ’att’.", "{first} att {free}"),
    _of("fokus fokusera fokuserar fokuserade fokuserat", "att", r"(?<!i )(?P<first>\w+) att (?!\w+s\b)(?=[a-zåäö])", "Efter ’{first}’ saknas ’på’.", "{first} på att "),
    _of("leder ledde lett bidra bidrar bidrog bidragit", "att", r"(?P<first>\w+) att\b", "Efter ’{first}’ saknas ’till’.", "{first} till att"),
    _of("syftar syftade", "att", r"(?P<first>\w+) att\b", "Efter ’{first}’ saknas ’till’.", "{first} till att"),
    _of("resultera resulterar resulterade resulterat", "att", r"(?P<first>\w+) att\b", "Efter ’{first}’ saknas ’i’.", "{first} i att"),
    _of("beror berodde berott", "att för", r"(?P<first>\w+) (?:att|för att)\b", "Efter ’{first}’ följer ’på’.", ""),
    _of("ansvarar ansvarade", "att", r"(?P<first>\w+) att\b", "Efter ’{first}’ saknas ’för’.", "{first} för att"),
    _of("arbetar arbetade arbetat", "att", r"(?P<first>\w+) att\b", "Efter ’{first}’ saknas ’för’ eller ’med’.", ""),
    _of("räknar räknade", "att", r"(?P<first>\w+) att\b", "Efter ’{first}’ saknas ’med’.", "{first} med att"),
    _of("behov", "fler ytterligare ökat ökad utökat utökad", r"(?<!vid )(?<!efter )(?P<first>\w+) (?P<more>fler|ytterligare|(?:ökat|ökad|utökat|utökad)(?= (?!har|är|krävs|behövs|med|till|från|och|under|i |på|de|vi|så|kan|ska|kommer)[a-zåäö]))\b", "Efter ’{first}’ saknas ’av’.", "{first} av {more}"),
    _of("till", "följd", r"(?<!få )(?<!får )(?<!fick )(?<!fått )(?<!ha )(?<!har )(?<!hade )till följd (?!av\b|utav\b|därav\b|härav\b|för\b|att\b)(?=[a-zåäö])", "Efter ’till följd’ saknas ’av’.", "till följd av "),
    _of("lett", "ökad ökat minskad minskat bättre högre lägre fler färre", r"lett (?P<more>ökad|ökat|minskad|minskat|bättre|högre|lägre|fler|färre)\b", "Efter ’lett’ saknas ’till’.", "lett till {more}"),
    _of("ta tar tog tagit", "del", r"(?P<first>\w+) del (?=(?:den(?! \d)|det|de|denna|detta|dessa|en|ett|sin|sitt|sina|alla|allt|varandras|(?!även|igen|redan|sedan|\w+ligen)\w+(?:en|et|na|ens|ets|nas))\b)", "Efter ’{first} del’ saknas ’av’.", "{first} del av "),
    _of("i", "väntan", r"i väntan (?!på\b)(?=[a-zåäö])", "Efter ’i väntan’ saknas ’på’.", "i väntan på "),
    _of("för genom utan", "-a", r"(?P<first>\w+) (?P<infinitive>[a-zåäö]+a)\b", "Mellan ’{first}’ och ’{infinitive}’ saknas ’att’.", "{first} att {infinitive}"),
    _of("med kring", "-a", r"(?<!till )(?P<first>\w+) (?P<infinitive>[a-zåäö]{4,}a)\b(?! (?:och|eller)\b)", "Mellan ’{first}’ och ’{infinitive}’ saknas ’att’.", "{first} att {infinitive}"),
    _of("under", "den", r"under den året\b", "Orden ’den året’ har inte samma genus.", "under året"),
    _of("utan", "ha", r"utan ha\b", "Mellan ’utan’ och ’ha’ saknas ’att’.", "utan att ha"),
    _of("enlighet", "med", r"(?<!i )(?<!full )(?<!god )(?<!all )(?<!stor )(?<!större )(?<!bättre )enlighet med\b", "Före ’enlighet’ saknas ’i’.", "i enlighet med"),
    _of("ansvarar ansvarade ansvarat", "om", r"(?P<first>\w+) om\b", "Efter ’{first}’ följer ’för’.", "{first} för"),
    _of("ökat minskat", "än", r"(?P<first>\w+) än (?P<last>föregående|förra|tidigare|20\d\d)\b", "Efter ’{first}’ följer ’jämfört med’.", "{first} jämfört med {last}"),
    _of("högre lägre bättre större fler färre", "som", r"(?P<first>\w+) som (?P<last>föregående|förra|20\d\d)\b", "Efter ’{first}’ följer ’än’.", "{first} än {last}"),
    _of("mer", "", r"mer (?P<how>\w+) som (?P<last>föregående|förra|20\d\d|tidigare(?=[.,]))", "Efter ’mer {how}’ följer ’än’.", "mer {how} än {last}"),
    _of("bra som", "på mål", r"(?P<first>bra på|som mål) och (?P<infinitive>[a-zåäö]+a)\b", "Här står ’och’ i stället för ’att’.", "{first} att {infinitive}"),
    _of("grund", "av", r"(?<!på )(?<!på samma )(?<!på den )(?<!på vilken )grund av\b", "Före ’grund av’ saknas ’på’.", "på grund av"),
    _of("tack", "", r"tack (?P<thing>[a-zåäö]{5,}(?:en|et|na)) (?=(?:med|för|från|mellan|av|i|på|har|kan|kunde|blev|är)\b)", "Efter ’Tack’ saknas ’vare’.", "tack vare {thing} "),
    _of("kommer", "", rf"kommer (?P<not>inte |även |också )?{_INF}(?! (?:nu|och)\b)", "Efter ’kommer’ saknas ’att’.", "kommer {not}att {verb}"),
    _of("kommer", "under", rf"kommer under (?P<spell>hösten|våren|sommaren|året|20\d\d) {_INF}", "Efter ’kommer’ saknas ’att’.", "kommer under {spell} att {verb}"),
    _of("vilket", "-a", r"vilket (?P<infinitive>[a-zåäö]+a)\b", "Verbet ’{infinitive}’ saknar sin ändelse efter ’vilket’.", ""),
    _of("fortsätta fortsätter fortsatte", "med och", r"(?P<first>\w+) (?:med att och|och att) (?P<verb>[a-zåäö]+)\b", "Här står ’och’ i stället för ’att’.", ""),
    # a small word too much or another than is meant
    _of("att", "och", r"att och (?!inte\b|ej\b|hur\b|när\b)(?=[a-zåäö])", "Orden ’att och’ kan inte stå bredvid varandra.", ""),
    _of("för kommer kom börjat började börjar fortsätter fortsatt försöker försökt", "och", rf"(?P<first>\w+) och {_INF}", "Här står ’och’ i stället för ’att’.", "{first} att {verb}"),
    _of("jämfört", "från av än till emot", r"jämfört (?:från|av|än|till|emot)\b", "Efter ’jämfört’ följer ’med’.", "jämfört med"),
    _of("utifrån enligt inom genom", "på av", r"(?P<first>\w+) (?:på|av)\b(?! (?:grund|sikt|plats|olika|många|förhand|oss|dem|\w+(?:en|et|na|tige))\b)", "Orden ’{old}’ kan inte stå bredvid varandra.", ""),
    _of("i", "jämförelse", r"i (?P<noun>jämförelse) (?:från|av|till|för|än)\b", "Efter ’i jämförelse’ följer ’med’.", "i jämförelse med"),
    _of("i", "förhållande", r"i förhållande (?:med|mot|från|av|för)\b", "Efter ’i förhållande’ följer ’till’.", "i förhållande till"),
    _of("i", "samarbete samverkan", r"i (?P<noun>samarbete|samverkan) (?:till|från|av)\b", "Efter ’i {noun}’ följer ’med’.", "i {noun} med"),
    _of("i", "nära samarbete samverkan", r"i (?P<near>nära )?(?P<noun>samarbete|samverkan) tillsammans med\b", "Orden ’{noun}’ och ’tillsammans’ säger samma sak.", "i {near}{noun} med"),
    _of("i", "samverkar", r"i samverkar med\b", "Det står ’i samverkan med’.", "i samverkan med"),
    _of("i", "linje", r"i linje (?:av|till|för|mot)\b", "Efter ’i linje’ följer ’med’.", "i linje med"),
    _of("i", "av om till utifrån enligt", r"(?:(?<=ning )|(?<=tion )|(?<=ngar )|(?<=ande )|(?<=bete ))i (?:av|om|till(?! exempel\b)|utifrån|enligt)\b", "Orden ’{old}’ kan inte stå bredvid varandra.", ""),
    _of("med", "hänsyn", r"med hänsyn (?:av|för|på|om|från|med)\b", "Efter ’med hänsyn’ följer ’till’.", "med hänsyn till"),
    _of("med", "avseende", r"med avseende (?:om|till|av|för|med)\b", "Efter ’med avseende’ följer ’på’.", "med avseende på"),
    _of("på med", "grund anledning", r"(?P<first>på grund|med anledning) utav\b", "I skrift står ’{first} av’.", "{first} av"),
    _of("mer", "bättre större högre lägre tydligare enklare lättare effektivare snabbare tryggare svårare starkare", r"mer (?P<better>bättre|större|högre|lägre|tydligare|enklare|lättare|effektivare|snabbare|tryggare|svårare|starkare)\b", "Ordet ’{better}’ är redan böjt: ’mer’ behövs inte.", "{better}"),
    _of("större högre lägre fler färre bättre", "mer", r"(?P<first>\w+) mer än\b", "Efter ’{first}’ behövs inte ’mer’.", "{first} än"),
    _of("innan", "", r"innan (?P<year>20\d\d) års\b", "Före ett substantiv står ’före’.", "före {year} års"),
    _of("angående gällande beträffande", "om", r"(?P<first>\w+) om\b", "Efter ’{first}’ behövs inget ’om’.", "{first}"),
    # a word that only sounds as the one that is meant
    _of("högre lägre fler färre bättre sämre större", "är", r"(?<!som är )(?<!som var )(?P<first>\w+) är (?P<last>(?:föregående|förra) året?\b(?=[.,]))", "Efter ’{first}’ följer ’än’.", "{first} än {last}"),
    _of("högre lägre fler färre bättre sämre större lättare mer mindre", "en", r"(?P<first>\w+) en (?P<last>(?:föregående|förra|tidigare år|planerat|väntat|förväntat|budgeterat|beräknat)\b)", "Efter ’{first}’ följer ’än’.", "{first} än {last}"),
    _of("mer mindre fler färre", "", r"(?P<first>\w+) (?P<thing>[a-zåäö]+) en (?P<last>(?:planerat|väntat|förväntat|budgeterat|beräknat|tidigare år|föregående år|förra året)(?=[.,;]))", "Efter ’{first} {thing}’ följer ’än’.", "{first} {thing} än {last}"),
    _of("högre lägre fler färre sämre", "en", r"(?P<first>\w+) en (?P<last>(?:genomsnittet|snittet|riket|årsmålet|målet|vad|20\d\d)\b(?! \w+(?:ing|het|tion)\b))", "Efter ’{first}’ följer ’än’.", "{first} än {last}"),
    _of("annat", "sätt", r"(?P<first>annat sätt) (?:är|en) (?P<last>(?:tidigare|föregående år|förra året|planerat)(?=[.,]))", "Efter ’{first}’ följer ’än’.", "{first} än {last}"),
    _of("jämfört tillsammans", "men", r"(?P<first>\w+) men (?=föregående|förra|tidigare|20\d\d|andra|\w+(?:erna|arna|orna)\b)", "Efter ’{first}’ följer ’med’.", "{first} med "),
    _of("i", "samband enlighet linje jämförelse", r"i (?P<noun>\w+) men\b", "Efter ’i {noun}’ följer ’med’.", "i {noun} med"),
    _of("enligt", "med", r"enligt med\b", "Orden ’enligt med’ kan inte stå bredvid varandra.", "enligt"),
    _of("minskat minskade ökat ökade sjunkit stigit", "av", r"(?P<first>\w+) av att\b", "Efter ’{first}’ följer ’på grund av att’ eller ’genom att’.", "{first} på grund av att"),
    _of("stockholm", "stads", r"Stockholm stads\b", "Staden heter Stockholms stad.", "Stockholms stads"),
    _of("har hade", "gjort genomfört utfört upprättat", r"(?P<first>\w+) (?P<did>gjort|genomfört|utfört|upprättat) av (?P<last>(?:den|det|de) \w+ som)\b", "Efter ’{first}’ skrivs ’{did}s’: det har gjorts med något, eller av någon.", "{first} {did}s av {last}"),
    _of("eftersom", "att", r"eftersom att\b", "Efter ’eftersom’ behövs inget ’att’.", "eftersom"),
    _of("pga", "av", r"pga\.? av\b", "Förkortningen ’pga’ rymmer redan ’av’.", "på grund av"),
    _of("jämfört", "föregående förra fjolåret", r"(?:(?<=[aeot]re )|(?<=\d )|(?<=procent )|(?<=% )|(?<=ökat )|(?<=minskat ))jämfört (?P<last>\w+)\b", "Efter ’jämfört’ saknas ’med’.", "jämfört med {last}"),
    _of("fokus tonvikten tyngdpunkten", "ligger låg", r"(?P<first>\w+) (?P<is>ligger|låg) att\b", "Efter ’{is}’ saknas ’på’.", "{first} {is} på att"),
    _of("har hade", "lett", r"(?P<first>\w+) lett (?P<last>en|ett) (?P<more>ökad|ökat|minskad|minskat)\b", "Efter ’lett’ saknas ’till’.", "{first} lett till {last} {more}"),
    _of("ett", "vist", r"ett vist\b(?! (?:beslut|val|råd|drag|ord)\b)", "Ordet ’vist’ betyder klokt; här står ’visst’.", "ett visst"),
    _of("förgående", "", r"förgående\b", "Det står ’föregående’; det som är förgående förgår.", "föregående"),
    _of("har hade", "fatt", r"(?P<first>\w+) fatt\b(?! (?:i|på|tag)\b)", "Det står ’fått’, inte ’fatt’.", "{first} fått"),
    _of("sitt vårt ert", "egen", r"(?P<first>\w+) egen\b(?! (?:regi|maskin)\b)", "Efter ’{first}’ står ’eget’.", "{first} eget"),
    _of("sin vår er", "eget", r"(?P<first>\w+) eget\b", "Efter ’{first}’ står ’egen’.", "{first} egen"),
    _of("sina våra", "egen eget", r"(?P<first>\w+) (?:egen|eget)\b", "Efter ’{first}’ står ’egna’.", "{first} egna"),
    _of("för genom till om på i", "ett", r"(?P<first>\w+) ett (?P<infinitive>[a-zåäö]{4,}a)\b", "Före ’{infinitive}’ står ’att’, inte ’ett’.", "{first} att {infinitive}"),
    _of("at", "-a", r"(?<=[a-zåäö] )at (?P<infinitive>[a-zåäö]+a)\b", "Det står ’att’, inte ’at’.", "att {infinitive}"),
    _of("den det", "ända", r"(?P<first>\w+) ända (?P<noun>[a-zåäö]{3,}(?:en|an|et))\b(?<!edan)(?<!utan)(?<!ellan)(?<!innan)(?<!ovan)(?<!igen)", "Ordet ’ända’ betyder hela vägen; här står ’enda’.", "{first} enda {noun}"),
    _of("enda", "sedan fram", r"(?<!den )(?<!det )(?<!de )(?<!en )(?<!ett )(?<!sin )(?<!sitt )(?<!sista )enda (?P<last>sedan|fram till)\b", "Ordet ’enda’ betyder ensam; här står ’ända’.", "ända {last}"),
    _of("att", "var", r"att var (?P<last>med|mer|delaktiga?|nöjda|trygga|på plats|till stöd)\b", "Efter ’att’ står ’vara’, inte ’var’.", "att vara {last}"),
    _of("ska kan kunde bör måste skulle kunna", "var", r"(?P<first>\w+) var (?P<last>med|mer|mycket|svårt|enkelt|lätt|möjligt|viktigt|bra|delaktiga?|nöjda|trygga|tillgängliga?|tydliga?)\b", "Efter ’{first}’ står ’vara’, inte ’var’.", "{first} vara {last}"),
    _of("målet syftet avsikten tanken utfallet", "vara", r"(?P<first>\w+) vara (?P<last>att|högre|lägre|bättre|sämre)\b", "Efter ’{first}’ står ’var’, inte ’vara’.", "{first} var {last}"),
    _of("tom", "", r"(?:(?<=erna )|(?<=arna )|(?<=orna )|(?<=ningar )|(?<=personer )|(?<=insatser )|(?<=elever ))tom (?P<finite>[a-zåäö]+)\b", "Det står ’som’, inte ’tom’.", "som {finite}"),
    _of("med", "verksamhetsberättelse tertialrapport årsredovisning verksamhetsplan", r"(?<=tillsammans )med (?P<noun>\w+?)(?P<e>e?)(?=[.,;])", "Efter ’tillsammans med’ ska ’{noun}{e}’ stå i bestämd form.", "med {noun}en"),
    _of("de", "senaste gångna", r"de (?P<last>\w+) (?P<noun>månaden|veckan|terminen)\b", "Orden ’{old}’ har inte samma antal.", "den {last} {noun}"),
    _of("de", "senaste gångna", r"de (?P<last>\w+) året\b", "Orden ’{old}’ har inte samma antal.", "det {last} året"),
    _of("den det", "senaste gångna", r"\w+ (?P<last>\w+) (?P<noun>åren|månaderna|veckorna)\b", "Orden ’{old}’ har inte samma antal.", "de {last} {noun}"),
    # words written together or apart
    _of("tillexempel", "", r"tillexempel\b", "Orden ’till exempel’ skrivs isär.", "till exempel"),
    _of("tillskillnad", "", r"tillskillnad\b", "Orden ’till skillnad’ skrivs isär.", "till skillnad"),
    _of("tackvare", "", r"tackvare\b", "Orden ’tack vare’ skrivs isär.", "tack vare"),
    _of("tillföljd", "", r"tillföljd\b", "Orden ’till följd’ skrivs isär.", "till följd"),
    _of("pågrund", "", r"pågrund\b", "Orden ’på grund’ skrivs isär.", "på grund"),
    _of("iallafall", "", r"iallafall\b", "Orden ’i alla fall’ skrivs isär.", "i alla fall"),
    _of("till sam fram dess sam", "sammans tidigt förallt utom", r"(?P<first>till|sam|fram|dess) (?P<rest>sammans|tidigt|förallt|utom)\b", "Orden ’{old}’ skrivs ihop.", "{first}{rest}"),
    _of("där", "emot med för", r"där (?P<rest>emot|med|för)(?= (?:har|är|ska|kan|kommer|behöver|blir|får|måste|har)\b)", "Orden ’{old}’ skrivs ihop.", "där{rest}"),
    _of("i", "egenregi", r"i egenregi\b", "Orden ’egen regi’ skrivs isär.", "i egen regi"),
    _of("arbeta arbetar arbetat arbetade delta deltar deltog deltagit bidra bidrar bidragit samverkar", "aktiv systematisk kontinuerlig strategisk långsiktig målmedveten regelbunden",
        r"(?P<first>\w+) (?P<how>aktiv|systematisk|kontinuerlig|strategisk|långsiktig|målmedveten|regelbunden)\b(?! \w+ing)",
        "Ordet ’{how}’ säger hur och skrivs med -t.", ""),
    _of("ta tar tog tagit", "tillvara", r"(?P<first>\w+) tillvara på (?!ett\b|bästa\b|olika\b|så\b)(?=[a-zåäö])", "Det står ’ta vara på’ eller ’ta till vara’.", "{first} vara på "),
    _of("utav", "", r"utav(?= (?!av\b)[a-zåäö])", "I skrift räcker ’av’.", "av"),
    _of("tertiärrapport tertiärrapporten tertiärrapporter", "", r"tertiärrapport(?P<rest>\w*)", "Rapporten heter tertialrapport.", "tertialrapport{rest}"),
    # abbreviations that lack their last stop
    _of("bl", "", r"bl\.a(?![.\w])", "Förkortningen skrivs ’bl.a.’.", "bl.a."),
    _of("t", "", r"t\.(?P<rest>ex|o\.m)(?![.\w])", "Förkortningen skrivs ’t.{rest}.’.", "t.{rest}."),
    _of("m", "", r"m\.(?P<rest>m|fl)(?![.\w])", "Förkortningen skrivs ’m.{rest}.’.", "m.{rest}."),
    _of("fr", "", r"fr\.o\.m(?![.\w])", "Förkortningen skrivs ’fr.o.m.’.", "fr.o.m."),
    _of("s p d o", "", r"(?P<all>s\.k|p\.g\.a|d\.v\.s|o\.s\.v)(?![.\w])", "Förkortningen skrivs ’{all}.’.", "{all}."),
    # de and dem, var and vart, sin and deras
    _of("att när eftersom medan som", "dem", r"(?P<first>\w+) dem (?P<finite>[a-zåäö]+)\b", "Här är ’dem’ den som gör något: det står ’de’.", "{first} de {finite}"),
    _of("dem", "som", r"dem som (?P<finite>[a-zåäö]+)\b", "Här är ’dem’ den som gör något: det står ’de’.", "de som {finite}"),
    _of("dem", "flesta", r"dem flesta\b", "Det står ’de flesta’, inte ’dem flesta’.", "de flesta"),
    _of("att när eftersom medan", "dem", r"(?P<first>\w+) dem som (?P<finite>[a-zåäö]+)\b(?=[^.,;]* (?:är|var|har|ska|kan|får|blev|blir|kommer|behöver)\b)(?! \w+ (?:vi|man|jag)\b)", "Här är ’dem’ den som gör något: det står ’de’.", "{first} de som {finite}"),
    _of("stöd insatser information hjälp verktyg kunskap utbildning vård omsorg", "dem", r"(?:(?<=det )|(?<=den )|(?<=de ))(?P<thing>\w+) dem (?P<finite>behöver|har|får|kan|vill|ska|önskar)\b", "Här är ’dem’ den som gör något: det står ’de’.", "{thing} de {finite}"),
    _of("dem", "har är kan ska får vill behöver", r"dem (?P<finite>har|är|kan|ska|får|vill|behöver)\b", "Här är ’dem’ den som gör något: det står ’de’.", ""),
    _of("och att men som när där om så eftersom", "dom", r"(?P<first>\w+) dom (?P<finite>[a-zåäö]+)\b", "I skrift står ’de’, inte ’dom’.", "{first} de {finite}"),
    _of("till för med av hos åt från bland mellan mot", "de", r"(?P<first>\w+) de(?=[.;]|, (?:men|vilket|så)\b| (?:genom|och|att|när|eftersom|eller)\b)", "Efter ’{first}’ står ’dem’, inte ’de’.", "{first} dem"),
    _of("vart", "", rf"vart (?P<who>man|de|den|det|du|vi|hen|\w+na) (?P<is>{'|'.join(_PLACES.split())}|kan få|kan hitta|kan finna|ska bo)\b", "Om en plats står ’var’, inte ’vart’.", "var {who} {is}"),
    _of("har hade", "inte vart", r"(?P<first>\w+) (?P<not>inte )?vart\b(?! och\b| \w+ (?:man|de|vi|du)\b)", "Det står ’varit’, inte ’vart’.", "{first} {not}varit"),
    _of("barnen eleverna ungdomarna brukarna deltagarna boende barn elever", "och", r"(?P<first>\w+) och (?:sin|sitt|sina) (?P<noun>föräldrar|vårdnadshavare|anhöriga|familjer|närstående|handläggare|nätverk)\b", "Ordet ’sina’ kan inte höra till meningens subjekt: det står ’deras’.", "{first} och deras {noun}"),
)  # fmt: skip
_WILL = r"\b(?:ska|skall|skulle|kan|kunde|bör|borde|måste|vill|får|fick)\b[^.,;:]*$"
"""A verb that may govern the infinitive: "därför kan möjligheten bli större"."""

_GOVERNED = 50
_NOUNS = word_set("hyra vila lyfta låsa leda")
"""Infinitives that are something else behind a preposition."""

_AT_OPENING = word_set(
    "målet syftet avsikten tanken utfallet tack dem barnen eleverna ungdomarna brukarna deltagarna boende barn elever angående gällande beträffande"
)
_ALL: frozenset[str] = frozenset().union(*(one.begins for one in _PATTERNS))


_ANY: frozenset[str] = frozenset({""})


@lru_cache(maxsize=1)
def _by_words() -> Mapping[tuple[str, str], Sequence[_Pattern]]:
    """Return the patterns by a word that they may begin with and the one that is to follow ("" where any may)."""
    patterns: dict[tuple[str, str], list[_Pattern]] = defaultdict(list)
    for one in _PATTERNS:
        for words in product(one.begins, one.follows or _ANY):
            patterns[words].append(one)
    return dict(patterns)


@lru_cache(maxsize=16384)
def _likely(lower: str, after: str) -> tuple[_Pattern, ...]:
    """Return the patterns that two words that follow each other may begin."""
    follows = (after, "", _ENDS_WITH_A) if after.endswith("a") else (after, "") if after else ("",)
    return tuple(chain.from_iterable(_by_words().get((lower, one), ()) for one in follows))


@kept
def small_words(passage: Passage) -> Iterator[Slip]:
    """Yield where a small word of a phrase is missing, too much, or another than is meant."""
    words = passage.words
    last = len(words) - 1
    for number in numbers_among(passage, _ALL):
        lower = words[number].lower
        likely = _likely(lower, words[number + 1].lower if number < last else "")
        if likely and (lower not in _AT_OPENING or Occurrence(passage, number).opens):
            yield from _first(passage, words[number].start, likely)


def _first(passage: Passage, start: int, patterns: Iterable[_Pattern]) -> Iterator[Slip]:
    """Yield the slip of the first pattern that stands at `start`."""
    for what in patterns:
        match = compiled(what.pattern).match(passage.text, start)
        if match and _has_its_verb(match):
            groups = {name: text or "" for name, text in match.groupdict().items()}
            old = match.group()
            right = what.right.format(**groups)
            if old[0].isupper():
                right = right[:1].upper() + right[1:]
            yield Slip(passage, match.start(), match.end(), what.message.format(old=old, **groups), right or None)
            return


def _has_its_verb(match: re.Match[str]) -> bool:
    """Tell whether the words that are to be verbs of a form are."""
    groups = match.groupdict()
    if "verb" in groups:
        reading = read_verb(groups["verb"].lower())
        return reading is not None and VerbForm.INFINITIVE in reading.forms and VerbForm.PRESENT not in reading.forms
    if "free" in groups:
        reading = read_verb(groups["free"].lower())
        known = reading is not None and VerbForm.INFINITIVE in reading.forms and VerbForm.PRESENT not in reading.forms
        before = match.string[max(0, match.start() - _GOVERNED) : match.start()]
        return known and compiled(_WILL).search(before) is None
    if "infinitive" in groups:
        reading = read_verb(groups["infinitive"])
        return reading is not None and reading.forms == {VerbForm.INFINITIVE} and groups["infinitive"] not in _NOUNS
    if "finite" in groups:
        reading = read_verb(groups["finite"].lower())
        return reading is not None and not reading.forms.isdisjoint({VerbForm.PRESENT, VerbForm.PAST})
    return True
