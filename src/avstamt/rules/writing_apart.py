"""The rule about compounds that are written as two words, told by the dictionary: "samtals grupp", "dans lärare"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from avstamt.domain.finding import Level
from avstamt.language.grammar import SMALL_WORDS
from avstamt.language.nouns import is_definite, read_noun
from avstamt.language.spelling import Speller
from avstamt.language.spelling_dictionary import Dictionary, DictionaryMissing, swedish
from avstamt.language.verbs import read_verb
from avstamt.language.words import Word, WordSort, split_words, standing_in, word_set
from avstamt.rules.model import Aspect, Context, Observation, rule
from avstamt.rules.writing_passages import Passage
from avstamt.rules.writing_slips import Slip, each
from avstamt.rules.writing_spelling import speller_of
from avstamt.rules.writing_terms import joint_form
from avstamt.rules.writing_words import Occurrence, vocabularies

_LEAST_FIRST, _LEAST_JOINT, _LEAST_SECOND = 3, 5, 4
_NEAR_BY = 3
_JOINTS = "eos"
_JOINT_ENDINGS = ("nings", "rings", "lings", "tions", "hets", "itets")
_DEFINITE = ("en", "et", "na", "or", "ar", "er")
_ADJECTIVE = ("s", "a", "skt", "igt", "samt", "ande", "ende")
_VOWELS = "aeiouyåäö"
_NO_BARE = (
    "en",
    "et",
    "na",
    "ar",
    "er",
    "or",
    "an",
    "ade",
    "ande",
    "ende",
    "iga",
    "iska",
    "ella",
    "ell",
    "sam",
    "ig",
    "isk",
    "t",
)
_DESCRIBES = ("ande", "ende", "iga", "iskt", "iska", "igt", "ade", "ella", "ellt", "bar", "lös", "full")
_PARTICLES = word_set("upp in ut åter sam bi an ned ner fram")
_DERIVED = (
    "ning",
    "ningen",
    "ningar",
    "ningarna",
    "else",
    "elsen",
    "elser",
    "sats",
    "satsen",
    "satser",
    "satserna",
    "verkan",
    "arbete",
    "arbetet",
)
_GETS = word_set("få får fick fått")
_HEADS = word_set(
    """
    lärare lärarna ledare ledarna chef chefen chefer cheferna sekreterare sekreterarna handläggare handläggarna pedagog
    pedagoger pedagogerna samordnare samordnaren utvecklare arbetare arbetarna jobbare assistent assistenter personal
    personalen utbildning utbildningen utbildningar verksamhet verksamheten verksamheter arbete arbetet grupp gruppen
    grupper plan planen planer program programmet möte mötet möten process processen processer insats insatsen insatser
    höjning område området områden plats platsen platser marknad marknaden analys analysen beslut beslutet uppdrag bil
    övning övningen övningar kurs kursen kurser avvikelse avvikelser avvikelsen perspektiv perspektivet biträde biträden behov
    behovet system systemet rutin rutiner rutinerna enhet enheten enheter avdelning avdelningen avdelningar mottagning
    mottagningen mottagningar team teamet tjänst tjänsten tjänster samtal samtalen träff träffen budget budgeten kostnad
    kostnader modell modellen metod metoder metoden dygn uppgift uppgifter avtal avtalet strategi strategin undersökning
    undersökningen undersökningar känsla problem problemen frågor frågorna form rum rummet tid tiden dag dagen gård gården gårdar stöd stödet råd rådet ombud bibliotek festival nätverk miljö miljön
    """
)
"""Last parts that compounds often have."""
_PAIRED = {
    "under": ("sköterska", "sköterskor", "sköterskorna", "sköterskan"), "social": ("sekreterare", "sekreterarna", "tjänsten"),
    "hem": ("tjänst", "tjänsten", "tagning", "tagningar"), "med": ("borgare", "borgarna", "borgarhuset", "arbetarskap"),
    "sommar": ("jobbare", "jobb", "jobben", "jobbarna", "lov", "lovet", "kollo"), "jul": ("marknad", "marknaden"),
    "bi": ("stånd", "ståndet"), "barndoms": ("hem", "hemmet", "minnen", "vän", "vänner"),
    "personal": ("omsättning", "omsättningen", "täthet", "tätheten", "gruppen", "kostnaderna", "försörjningen", "politiken"),
    "arbetsmiljö": ("rond", "ronden", "ronder"), "skydds": ("rond", "ronden", "ronder"),
    "hygien": ("rutin", "rutiner", "rutinerna", "krav", "kraven", "regler", "reglerna", "ombud"),
}  # fmt: skip
_NO_FIRST = word_set(
    """
    antal grupp del rad mängd procent andel typ form sorts par dussin flertal majoritet timme dag vecka månad tertial handfull
    gång vid hemma över när fler resten procentenhet kronor samma hela halv öppet öppen fast rätt bra gott extra varje
    mål nivå steg etapp kapitel bilaga fas punkt klass årskurs höst vår sommar vinter
    lång långt hög höga högt egen eget stor stort små låg lågt god nära äldre yngre vuxen fritt fri över under efter inför
    genom mellan utan före bakom fram inom utom gemensam sista nästa bästa dålig svår öppna övrig allmän kort mycket till från
    vissa enskild helt delvis vidare ännu även eller inte team lag klass skara längs utmed själv varsin barn personal folk ungdom
    stads lands års barns dags kommuns regions människas företags någons allas annans alls hemmavid
    tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton tjugo trettio fyrtio femtio hundra
    """
)
_NEAR = word_set(
    "en ett någon något varje viss visst ingen inget sin sitt vår vårt denna detta den det respektive samma vilken vilket per"
)
_PLURAL = word_set("våra sina era mina flera många några dessa alla olika inga två tre fyra fem")
_NO_OWNERS = ("introduktions", "informations", "kommunikations", "motivations", "reflektions", "rehabiliterings", "integrations",
              "observations", "uppföljnings", "planerings", "inriktnings", "trygghets", "tillgänglighets", "säkerhets", "kvalitets",
              "kompetensutvecklings", "rekryterings", "dokumentations", "samverkans", "omvärlds", "vålds", "arbets", "samtals")  # fmt: skip
"""Joining forms that hardly are a genitive, since what they stand for owns nothing."""


@rule(
    "SPR-122",
    name="isärskriven-sammansättning",
    level=Level.TIP,
    basis="svenska skrivregler och svensk ordlista",
    slow=True,
    heeds=(Aspect.TEXTS, Aspect.ACTIVITIES),
)
def compounds_of_the_dictionary_are_one_word(context: Context) -> Iterator[Observation]:
    """Två ord som tillsammans är ett sammansatt ord skrivs ihop.

    Varför: isärskrivna läses de som två ord, och meningen får läsas om.
    Fel: Under året har fler dans lärare anställts.
    Rätt: Under året har fler danslärare anställts.
    """
    try:
        speller = speller_of(swedish(), context.settings.own_words)
    except DictionaryMissing:
        return  # the rule on spelling says so
    slips = context.in_passages(_parted, speller)
    words = vocabularies(context)
    told = [slip for slip in slips if not any(str(slip.new).lower() in part for part in words)]
    yield from each(told, safe=False)  # what the report itself writes as one word is told by the rule on that


def _parted(passages: Sequence[Passage], speller: Speller) -> list[Slip]:
    return [
        Slip(
            passage,
            start,
            end,
            f"Orden ’{passage.text[start:end]}’ skrivs ihop.",
            passage.text[start:end].replace(" ", ""),
        )
        for passage in passages
        if passage.is_running
        for number, start, end in _parted_in(passage.text, speller)
        if joint_form(Occurrence(passage, number)) is None  # told by the rule that needs no dictionary
    ]


@lru_cache(maxsize=2048)  # a text is read again only when it has changed
def _parted_in(text: str, speller: Speller) -> tuple[tuple[int, int, int], ...]:
    words = split_words(text)
    numbers = {*_FIRSTS.numbers_in(text), *(number - 1 for number in standing_in(text, _HEADS))}
    pairs = [(number, words[number], words[number + 1]) for number in sorted(numbers) if 0 <= number < len(words) - 1]
    return tuple(
        (number, one.start, two.end)
        for number, one, two in pairs
        if two.start - one.end == 1
        and text[one.end] == " "
        and two.text.islower()
        and two.text.isalpha()
        and text[two.end : two.end + 1] != "-"
        and (len(two.text) >= _LEAST_SECOND or two.lower in _PAIRED.get(one.lower, ()))
        and _may_be_parted(one.lower, two.lower)
        and not _is_of_another_phrase(words, number)
        and not (one.text[0].isupper() and read_verb(f"{one.lower}a"))  # "Skriv analys"
        and _is_parted(
            one.lower, two.lower, [word.lower for word in words[max(0, number - _NEAR_BY) : number]], speller
        )
    )


def _is_of_another_phrase(words: Sequence[Word], number: int) -> bool:
    """Tell whether the second of two words begins a phrase of its own: "det perspektiv utbildningen ger"."""
    if [word.lower for word in words[max(0, number - _NEAR_BY) : number]] == ["i", "behov", "av"]:
        return True  # "människor i behov av stöd insatser i tid"
    if not 0 < number < len(words) - 2 or words[number - 1].lower not in ("den", "det", "de"):
        return False
    return read_verb(words[number + 2].lower) is not None and is_definite(words[number + 1].lower)


@lru_cache(maxsize=65536)
def _may_be_parted(first: str, second: str) -> bool:
    """Tell whether two words may be a compound by how they are written, before the dictionary is asked."""
    if second in _PAIRED.get(first, ()):
        return True
    if first in _PARTICLES:
        return second.endswith(_DERIVED)
    if second in SMALL_WORDS or not _may_be_first(first):
        return False
    return _is_in_joining_form(first) or (second in _HEADS and not first.endswith(_NO_BARE))


def _may_be_first(first: str) -> bool:
    return first not in _NO_FIRST and first not in SMALL_WORDS and len(first) >= _LEAST_FIRST and first.isalpha()


def _is_in_joining_form(first: str) -> bool:
    return len(first) >= _LEAST_JOINT and first[-1] in _JOINTS


_FIRSTS = WordSort(
    lambda lower: lower in _PAIRED or lower in _PARTICLES or (_is_in_joining_form(lower) and _may_be_first(lower))
)
"""Words that may be the first part of a compound whatever stands behind them."""


def _is_parted(first: str, second: str, before: Sequence[str], speller: Speller) -> bool:
    """Tell whether the two are one word by the dictionary or the article, and the first can hardly stand before the second."""
    if second in _PAIRED.get(first, ()):
        return True
    if read_verb(first) or (first in _PARTICLES and before and (read_verb(before[-1]) or before[-1] in _GETS)):
        return False  # "bjöds in ledningen"
    if first.endswith(_JOINT_ENDINGS) and _article_is_of_second(first[:-1], second, before):
        return True
    # What the dictionary says of words of their own is remembered; two words joined are new, and long to look for.
    return _is_one_word(first, second, before, speller) and speller.dictionary.knows(first + second)


def _is_one_word(first: str, second: str, before: Sequence[str], speller: Speller) -> bool:
    """Tell whether two words that the dictionary has as one are hardly right as two."""
    dictionary = speller.dictionary
    if first in _PARTICLES:
        return dictionary.lists(first + second)
    if second in _HEADS and not first.endswith(_NO_BARE) and _is_noun(first, dictionary):
        return True
    if first[-1] == "s":
        return _is_joint(first, second, before, dictionary)
    return first[-1] in _JOINTS and not speller.is_right(first) and speller.begins_a_compound(first)


def _is_joint(first: str, second: str, before: Sequence[str], dictionary: Dictionary) -> bool:
    """Tell whether the first word is a noun in the form that it has in compounds, and no genitive."""
    whole, listed = first[:-1], dictionary.lists(first + second)
    noun = read_noun(whole)
    if whole[-1] == "a" or not dictionary.knows(whole):
        return False
    if (noun.definite or noun.plural) if noun else (whole.endswith(_DEFINITE) or not _is_noun(whole, dictionary)):
        return False
    if not listed and (read_verb(second) or second.endswith(_DESCRIBES)):
        return False
    if not listed and dictionary.knows(second) and not _is_some_noun(second, dictionary):
        return False
    if noun is not None and before and before[-1] in _PLURAL:
        return True  # no singular owner stands behind a word in plural
    owned = not _NEAR.isdisjoint(before) or (bool(before) and before[-1].endswith(_ADJECTIVE))
    return not owned or first.endswith(_NO_OWNERS) or _article_is_of_second(whole, second, before)


def _article_is_of_second(whole: str, second: str, before: Sequence[str]) -> bool:
    """Tell whether the article before the two is that of the second word, and not that of the first."""
    one, two = read_noun(whole), read_noun(second)
    articles = {"en": False, "ett": True}
    said = next((articles[word] for word in reversed(before) if word in articles), None)
    return one is not None and two is not None and one.neuter is not two.neuter and said is two.neuter


def _is_noun(word: str, dictionary: Dictionary) -> bool:
    """Tell whether a word is a noun in its ground form, by the definite form beside it, and no adjective."""
    if read_noun(word) is not None:
        return True
    definite = (f"{word}en", f"{word}et") if word[-1] not in _VOWELS else (f"{word}n", f"{word}t")
    adjective = dictionary.knows(f"{word}t") and dictionary.knows(f"{word}a") and read_verb(f"{word}a") is None
    return any(map(dictionary.knows, definite)) and not adjective


def _is_some_noun(word: str, dictionary: Dictionary) -> bool:
    """Tell whether a word is a noun in any form."""
    if read_noun(word) is not None or _is_noun(word, dictionary):
        return True
    return any(
        word.endswith(ending) and _is_noun(word[: -len(ending)], dictionary)
        for ending in ("en", "et", "er", "ar", "n", "erna", "arna")
    )
