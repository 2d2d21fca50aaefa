"""Rules about terms: one term in one spelling through the report, compounds in one word, and hyphens in pairs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from avstamt.domain.finding import Level
from avstamt.language.grammar import SMALL_WORDS
from avstamt.language.wordforms.stems import stem
from avstamt.language.words import WordSort, split_words, word_set
from avstamt.rules.model import Aspect, Context, Observation, rule
from avstamt.rules.writing_passages import Passage
from avstamt.rules.writing_slips import Slip, each
from avstamt.rules.writing_variants import inconsistent, variants
from avstamt.rules.writing_words import Occurrence, Vocabulary, all_of, in_words, vocabularies

_LEAST_KEY = 5
_LEAST_SECOND = 11
_LEAST_JOINT = 8
_PAIR = re.compile(r"(?<![\w-])(?P<first>[A-Za-zÅÄÖåäö]{3,})- och (?P<second>[a-zåäö]{9,})")
_KNOWN_PAIRS = frozenset((first, second[:_LEAST_KEY]) for first, second in (
    ("individ", "familjeomsorg"), ("budget", "skuldrådgiv"), ("hälso", "sjukvård"), ("kost", "måltids"),
    ("kvalitets", "utvecklingsarbete"), ("in", "utflöde"), ("jour", "beredskap"), ("plan", "byggprocess"),
    ("trafik", "renhållning"), ("bygg", "fastighets"), ("miljö", "hälsoskydd"), ("för", "nackdel"),
))  # fmt: skip
_HEADS = word_set(
    """
    material kompetens grupp gruppen grupper grupperna utbildning utbildningen utbildningar process processen möte mötet
    möten mötena team teamet samordnare samordnaren handläggare metod metoden metodik system systemet enkät enkäten hem
    boende boendet anställning anställningar mål målen målet indikator indikatorer aktivitet aktiviteter nätverk nätverket
    incident incidenter programmet programmen projektet modellen bedömning bedömningar instrument instrumentet
    """
)
"""What an acronym is often joined to."""

_ACRONYM = (2, 6)
_LEAST_PART = 4
_KEYED = 6
"""Letters in which a word and the two that it may be written apart as are alike: what they are looked up by."""

_MAY_STAND_ALONE = word_set(
    """
    lång långt hög höga högt egen eget egna andra första hela halv stor stora stort små låg låga lågt god goda gott nära
    rätt samma äldre yngre vuxen fast fritt fri fria över under efter inför genom mellan utan före bakom fram inom utom
    utanför gemensam gemensamt sista nästa bästa extra dålig svår svåra öppen öppna övrig övriga allmän allmänna kort korta
    mycket till från varje vissa enskild enskilda helt delvis vidare ännu även eller samt inte
    """
)
_DESCRIBES = ("ande", "ende", "iga", "iskt", "iska", "igt", "ade", "ella", "ellt")
_JOINT_ENDINGS = ("ions", "nings", "erings", "lings", "hets", "itets", "skaps", "arbets", "verksamhets")
_HEAD = re.compile(r"(?:material|arbete|plan|planen|program|programmet|möte|möten|process|processen|insats|insatser|grupp|gruppen|"
                   r"system|systemet|tid|tiden|kostnader|ansvar|område|områden|sätt|miljö|behov|nivå|chef|chefer|ledare)$")  # fmt: skip
_NEVER_ALONE = word_set(
    "ansvars arbets handels hälso medarbetar medborgar förskole tjänste välfärds invånar kvinno familje"
)
"""Forms that words have before another only."""
_SELDOM_ALONE = word_set("åtgärds samtals uppdrags besluts stadsdels ungdoms bostads")
"""Such forms that are a genitive too, behind "en" or "varje"."""

_GROUP_GENITIVE = re.compile(r"funktions(?:nedsättnings|variations|förmågas)$")
"""The end of "personer med funktionsnedsättnings behov", which is right."""

_DETERMINERS = word_set("en ett någon något varje viss visst ingen inget")
_OWNS = word_set("respektive annan egen samma denna vår er sin nästa föregående förra hel per vilken")
"""What is right before a genitive: "respektive avdelnings ansvar"."""

_DETERMINED = 3

_Pair = tuple[str, str, Passage, int]
"""The first of two words, both joined, and where the first stands."""


@rule("SPR-115", name="samma-term", level=Level.TIP, basis="samstämmighet", heeds=(Aspect.TEXTS, Aspect.ACTIVITIES))
def one_term_has_one_spelling(context: Context) -> Iterator[Observation]:
    """En term skrivs på ett sätt i hela rapporten.

    Varför: två stavningar av samma term får läsaren att undra om det är två saker, och sökningen hittar bara den ena.
    Fel: Besökarna når oss per e-post. Svar per epost ges samma dag.
    Rätt: Besökarna når oss per e-post. Svar per e-post ges samma dag.
    """
    for forms in variants(context):
        yield inconsistent(forms)


@rule(
    "SPR-116",
    name="särskrivning",
    level=Level.TIP,
    basis="svenska skrivregler",
    heeds=(Aspect.TEXTS, Aspect.ACTIVITIES),
)
def compounds_are_one_word(context: Context) -> Iterator[Observation]:
    """En sammansättning skrivs ihop, med bindestreck efter en förkortning.

    Varför: isärskriven betyder den ofta något annat, och rapporten får två former av samma ord.
    Fel: Alla går en MI utbildning.
    Rätt: Alla går en MI-utbildning.
    """
    slips = in_words(context, _wrongly_apart)
    yield from each((*slips, *_apart(context)), safe=False)


@rule(
    "SPR-117",
    name="bindestreck-i-par",
    level=Level.TIP,
    basis="svenska skrivregler",
    heeds=(Aspect.TEXTS, Aspect.ACTIVITIES),
)
def paired_compounds_keep_their_hyphen(context: Context) -> Iterator[Observation]:
    """När två sammansättningar delar sitt sista led har den första ett bindestreck.

    Varför: utan bindestreck läses det första ledet som ett eget ord.
    Fel: Enheten för budget och skuldrådgivning har flyttat.
    Rätt: Enheten för budget- och skuldrådgivning har flyttat.
    """
    known = all_of([_KNOWN_PAIRS, *context.kept.each(_pairs, context.passage_parts)])
    yield from each(in_words(context, _bare_pairs, known))


def _pairs(passages: Sequence[Passage]) -> frozenset[tuple[str, str]]:
    return frozenset(
        (match["first"].lower(), match["second"][:_LEAST_KEY])
        for passage in passages
        for match in (_PAIR.finditer(passage.text) if "- och" in passage.text else ())
    )


def _bare_pairs(words: Vocabulary, pairs: frozenset[tuple[str, str]]) -> list[Slip]:
    return [slip for one in words.of("och") if (slip := _bare_pair(one, pairs))]


def _bare_pair(joint: Occurrence, pairs: frozenset[tuple[str, str]]) -> Slip | None:
    """Return the slip of a pair around "och" whose first part lacks its hyphen."""
    first, second = joint.before, joint.after
    if first is None or second is None or not (len(second.text) >= _LEAST_SECOND or second.lower.endswith("ande")):
        return None
    if (first.lower, second.lower[:_LEAST_KEY]) not in pairs or not joint.follows_directly:
        return None
    new = f"{first.text}- och {second.text}"
    return Slip(joint.passage, first.start, second.end, f"Efter ’{first.text}’ saknas bindestreck.", new)


def _after_acronyms(one: Occurrence) -> Slip | None:
    """Return the slip of an acronym and a noun without hyphen; an acronym on S may stand in genitive."""
    before, word = one.before, one.word
    if before is None or not one.follows_directly or not word.text.islower():
        return None
    if not before.text.isupper() or not before.text.isalpha() or not _ACRONYM[0] <= len(before.text) <= _ACRONYM[1]:
        return None
    if before.text.endswith("S"):
        return None
    message = f"Orden ’{before.text} {word.text}’ skrivs med bindestreck."
    return Slip(one.passage, before.start, word.end, message, f"{before.text}-{word.text}")


def _apart(context: Context) -> Iterator[Slip]:
    """Yield the pairs of words that the report writes as one word at least as often."""
    words = vocabularies(context)
    long = context.kept.each(_long_words, words)
    grounds = all_of(context.kept.each(_grounds, long))
    begun = all_of(context.kept.each(_beginnings, long))
    pairs = context.kept.each(_neighbours, context.passage_parts)
    for first, ground, one in chain.from_iterable(context.kept.each(_promising, pairs, begun, grounds)):
        wholes = [whole for part in long for whole in part.get(ground, ()) if _goes_on(first, whole)]
        if not wholes or (after := one.after) is None:
            continue
        whole = min(wholes)
        together = sum(part.count(whole) for part in words)
        if together >= sum(_follows(other, after.lower) for part in words for other in part.of(first)):
            message = f"Orden ’{one.word.text} {after.text}’ skrivs ihop: på andra ställen står ’{whole}’."
            yield Slip(one.passage, one.word.start, after.end, message, one.word.text + after.text)


def _grounds(long: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Return the stems of long words."""
    return frozenset(long)


def _promising(
    pairs: Mapping[str, Sequence[_Pair]], begun: frozenset[str], grounds: frozenset[str]
) -> list[tuple[str, str, Occurrence]]:
    """Return the pairs that are, joined, of the stem of a long word: the first word, that stem, and where."""
    found_in = (pair for start in begun.intersection(pairs) for pair in pairs[start])
    stems = ((first, stem(joined), passage, number) for first, joined, passage, number in found_in)
    return [
        (first, ground, Occurrence(passage, number)) for first, ground, passage, number in stems if ground in grounds
    ]


def _goes_on(first: str, whole: str) -> bool:
    """Tell whether a word begins with another and goes on with a part of its own."""
    return whole.startswith(first) and len(whole) >= len(first) + _LEAST_PART


def _follows(one: Occurrence, second: str) -> bool:
    return one.after is not None and one.after.lower == second


def _long_words(words: Vocabulary) -> dict[str, list[str]]:
    """Return the words that may be compounds, by their stem."""
    long: dict[str, list[str]] = defaultdict(list)
    for lower in [lower for lower in words if len(lower) >= 2 * _LEAST_KEY and lower.isalpha()]:
        long[stem(lower)].append(lower)
    return dict(long)


def _beginnings(long: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Return the first letters of long words."""
    return frozenset(lower[:_KEYED] for lowers in long.values() for lower in lowers)


def _neighbours(passages: Sequence[Passage]) -> dict[str, list[_Pair]]:
    """Return the first of each two words that may be one word written apart, both joined, and where; by its first letters."""
    found_in: dict[str, list[_Pair]] = defaultdict(list)
    for passage in passages:
        for number, first, joined in _neighbours_in(passage.text) if passage.is_running else ():
            found_in[joined[:_KEYED]].append((first, joined, passage, number))
    return dict(found_in)


@lru_cache(maxsize=4096)  # a text is read again only when it has changed
def _neighbours_in(text: str) -> tuple[tuple[int, str, str], ...]:
    words = split_words(text)
    pairs = [
        (number, words[number], words[number + 1]) for number in _FIRSTS.numbers_in(text) if number < len(words) - 1
    ]
    return tuple(
        (number, word.lower, word.lower + after.lower)
        for number, word, after in pairs
        if after.start - word.end == 1
        and len(after.text) >= _LEAST_PART
        and text[word.end] == " "
        and word.text.islower()
        and after.text.islower()
    )


_FIRSTS = WordSort(
    lambda lower: len(lower) >= _LEAST_PART and lower not in _MAY_STAND_ALONE and not lower.endswith(_DESCRIBES)
)


def _wrongly_apart(words: Vocabulary) -> list[Slip]:
    """Return what is wrong wherever it stands: a noun apart from its acronym, a joining form that stands alone."""
    heads = (one for head in words.among(_HEADS) for one in words.of(head) if one.passage.is_running)
    return [*(slip for one in heads if (slip := _after_acronyms(one))), *_joint_form_alone(words)]


def _joint_form_alone(words: Vocabulary) -> Iterator[Slip]:
    """Yield words in the form they have before another, written apart from it: "informations material"."""
    for lower in words:
        if _is_joint_form(lower):
            yield from (slip for one in words.of(lower) if (slip := joint_form(one)))


@lru_cache(maxsize=16384)
def _is_joint_form(lower: str) -> bool:
    if lower.rpartition("-")[2] in _NEVER_ALONE or lower in _SELDOM_ALONE:
        return True
    return len(lower) >= _LEAST_JOINT and lower.endswith(_JOINT_ENDINGS) and not _GROUP_GENITIVE.search(lower)


def joint_form(one: Occurrence) -> Slip | None:
    """Return the slip of a word in a form that it has before another only, written apart from that."""
    if not _is_joint_form(one.word.lower):
        return None
    after = one.after
    if after is None or not one.passage.is_running or one.passage.text[one.word.end : after.start] != " ":
        return None
    if not _may_be_joined(after.text):
        return None
    near = one.passage.words[max(0, one.number - _DETERMINED) : one.number]
    is_only_joint = one.word.lower.rpartition("-")[2] in _NEVER_ALONE
    owns = one.before is not None and one.before.lower in _OWNS
    if not is_only_joint and (owns or any(word.lower in _DETERMINERS for word in near)):
        return None
    message = f"Orden ’{one.word.text} {after.text}’ skrivs ihop."
    return Slip(one.passage, one.word.start, after.end, message, one.word.text + after.text)


def _may_be_joined(text: str) -> bool:
    """Tell whether a word can be the last part of a compound: a noun as far as one can see."""
    if not (text.isalpha() and text.islower()):
        return False
    stands_alone = text in SMALL_WORDS or text in _MAY_STAND_ALONE or text.endswith(_DESCRIBES)
    return bool(_HEAD.match(text)) or (len(text) >= _LEAST_PART and not stands_alone)
