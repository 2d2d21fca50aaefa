"""Rules about terms: one term in one spelling through the report, compounds in one word, and hyphens in pairs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from avstamt.domain.finding import Level
from avstamt.language.wordforms.stems import stem
from avstamt.language.words import Word, word_set
from avstamt.rules.model import Context, Observation, found, rule
from avstamt.rules.writing_places import in_order, quoted
from avstamt.rules.writing_slips import Slip, each
from avstamt.rules.writing_words import Occurrence, Vocabulary, capitalised, vocabulary

_LEAST_KEY = 5
_LEAST_CAPITALS = 2
_QUOTED = 2
_LEAST_SECOND = 11
_PAIR = re.compile(r"(?<![\w-])(?P<first>[A-Za-zÅÄÖåäö]{3,})- och (?P<second>[a-zåäö]{9,})")
_KNOWN_PAIRS = (
    ("individ", "familjeomsorg"), ("budget", "skuldrådgiv"), ("hälso", "sjukvård"), ("kost", "måltids"),
    ("kvalitets", "utvecklingsarbete"), ("in", "utflöde"), ("jour", "beredskap"), ("plan", "byggprocess"),
    ("trafik", "renhållning"), ("bygg", "fastighets"), ("miljö", "hälsoskydd"), ("för", "nackdel"),
)  # fmt: skip
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
_MAY_STAND_ALONE = word_set(
    """
    lång långt hög höga högt egen eget egna andra första hela halv stor stora stort små låg låga lågt god goda gott nära
    rätt samma äldre yngre vuxen fast fritt fri fria över under efter inför genom mellan utan före bakom fram inom utom
    utanför gemensam gemensamt sista nästa bästa extra dålig svår svåra öppen öppna övrig övriga allmän allmänna kort korta
    mycket till från varje vissa enskild enskilda helt delvis vidare ännu även eller samt inte
    """
)
_DESCRIBES = ("ande", "ende", "iga", "iskt", "iska", "igt", "ade", "ella", "ellt")
_JOINT_ENDINGS = ("ions", "nings", "hets", "tets", "skaps", "arbets", "verksamhets")
_HEAD = re.compile(r"(?:material|arbete|plan|planen|program|programmet|möte|möten|process|processen|insats|insatser|grupp|gruppen|"
                   r"system|systemet|tid|tiden|kostnader|ansvar|område|områden|sätt|miljö|behov|nivå|chef|chefer|ledare)$")  # fmt: skip
_DETERMINERS = word_set("en ett någon något varje viss visst ingen inget")
_DETERMINED = 3
_ARTICLES = ("den", "det", "de")

Forms = dict[str, list[Slip]]
"""The spellings of one term, each with where it stands."""


@rule("SPR-115", name="samma-term", level=Level.TIP, basis="samstämmighet")
def one_term_has_one_spelling(context: Context) -> Iterator[Observation]:
    """En term skrivs på ett sätt i hela rapporten.

    Varför: två stavningar av samma term får läsaren att undra om det är två saker, och sökningen hittar bara den ena.
    Fel: Besökarna når oss per e-post. Svar per epost ges samma dag.
    Rätt: Besökarna når oss per e-post. Svar per e-post ges samma dag.
    """
    for forms in _variants(context):
        yield _inconsistent(forms)


@rule("SPR-116", name="särskrivning", level=Level.TIP, basis="svenska skrivregler")
def compounds_are_one_word(context: Context) -> Iterator[Observation]:
    """En sammansättning skrivs ihop, med bindestreck efter en förkortning.

    Varför: isärskriven betyder den ofta något annat, och rapporten får två former av samma ord.
    Fel: Alla går en MI utbildning.
    Rätt: Alla går en MI-utbildning.
    """
    words = vocabulary(context)
    heads = (one for head in _HEADS & words.keys() for one in words[head] if one.passage.is_running)
    slips = [slip for one in heads if (slip := _after_acronyms(one))]
    yield from each((*slips, *_apart(words), *_joint_form_alone(words)), safe=False)


@rule("SPR-117", name="bindestreck-i-par", level=Level.TIP, basis="svenska skrivregler")
def paired_compounds_keep_their_hyphen(context: Context) -> Iterator[Observation]:
    """När två sammansättningar delar sitt sista led har den första ett bindestreck.

    Varför: utan bindestreck läses det första ledet som ett eget ord.
    Fel: Enheten för budget och skuldrådgivning har flyttat.
    Rätt: Enheten för budget- och skuldrådgivning har flyttat.
    """
    pairs = {(first.lower(), second[:_LEAST_KEY]) for first, second in _pairs(context)}
    known = frozenset(pairs | {(first, second[:_LEAST_KEY]) for first, second in _KNOWN_PAIRS})
    yield from each(slip for one in vocabulary(context).get("och", ()) if (slip := _bare_pair(one, known)))


def _pairs(context: Context) -> Iterator[tuple[str, str]]:
    for passage in context.passages:
        for match in _PAIR.finditer(passage.text) if "- och" in passage.text else ():
            yield match["first"], match["second"]


def _bare_pair(joint: Occurrence, pairs: frozenset[tuple[str, str]]) -> Slip | None:
    """Return the slip of a pair around "och" whose first part lacks its hyphen."""
    first, second = joint.before, joint.after
    if first is None or second is None or not (len(second.text) >= _LEAST_SECOND or second.lower.endswith("ande")):
        return None
    if (first.lower, second.lower[:_LEAST_KEY]) not in pairs or not joint.follows_directly:
        return None
    new = f"{first.text}- och {second.text}"
    return Slip(joint.passage, first.start, second.end, f"Efter ’{first.text}’ saknas bindestreck.", new)


def _variants(context: Context) -> Iterator[Forms]:
    """Yield the spellings of one term: with and without hyphen, acronyms in two cases, names in two."""
    words = vocabulary(context)
    hyphened = {_bare(lower) for lower in words if "-" in lower}
    by_hyphen: dict[str, Forms] = defaultdict(lambda: defaultdict(list))
    by_case: dict[str, Forms] = defaultdict(lambda: defaultdict(list))
    for lower, where in words.items():
        if (key := _bare(lower)) in hyphened and len(key) >= _LEAST_KEY and key.isalpha():
            by_hyphen[key][lower] += [_use(one) for one in where]
    for one in capitalised(context):
        text = one.word.text
        if text.isalpha() and sum(sign.isupper() for sign in text) >= _LEAST_CAPITALS:
            by_case[one.word.lower][text].append(_use(one))
        elif text.istitle() and (use := _name(one)):
            by_case[use.old.lower()][use.old].append(use)
            for other in _uncapitalised(one, words):
                by_case[use.old.lower()][other.old].append(other)
    yield from (forms for forms in (*by_hyphen.values(), *by_case.values()) if len(forms) > 1)


def _bare(lower: str) -> str:
    return lower.replace("-", "").replace("\u2011", "")


def _use(one: Occurrence) -> Slip:
    return Slip(one.passage, one.word.start, one.word.end, "")


def _name(one: Occurrence) -> Slip | None:
    """Return two words in a row of which the first is capitalised within its sentence: "Stockholms stad"."""
    after = one.after
    if after is None or not after.text.isalpha() or one.opens or one.passage.text[one.word.end : after.start] != " ":
        return None
    return Slip(one.passage, one.word.start, after.end, "")


def _uncapitalised(name: Occurrence, words: Vocabulary) -> Iterator[Slip]:
    """Yield the same two words in small letters, where both have a capital in the name, or the same article before."""
    after, article = name.after, name.before
    if after is None:
        return
    for one in words[name.word.lower]:
        if one.after is None or not one.word.text.islower() or one.after.text != after.lower:
            continue
        if after.text.istitle() or _same_article(article, one.before):
            yield Slip(one.passage, one.word.start, one.after.end, "")


def _same_article(one: Word | None, other: Word | None) -> bool:
    return one is not None and other is not None and one.lower in _ARTICLES and one.lower == other.lower


def _inconsistent(forms: Forms) -> Observation:
    """Tell of the spellings: the most used first, at the first place of another."""
    ordered = [sorted(dict.fromkeys(uses), key=lambda use: in_order(use.place)) for uses in forms.values()]
    usual, *others = sorted(ordered, key=lambda uses: (-len(uses), uses[0].old))
    odd = min((uses[0] for uses in others), key=lambda use: in_order(use.place))
    texts = [uses[0].old for uses in (usual, *others)]
    return found(
        odd.place,
        f"Samma term är skriven på olika sätt: {', '.join(f'’{text}’' for text in texts[:-1])} och ’{texts[-1]}’.",
        *(quoted(use.passage, use.start, use.end) for uses in (*others, usual) for use in uses[:_QUOTED]),
        advice=f"Välj en form, till exempel ’{texts[0]}’.",
    )


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


def _apart(words: Vocabulary) -> Iterator[Slip]:
    """Yield the pairs of words that the report writes as one word at least as often."""
    long = {stem(lower): lower for lower in words if len(lower) >= 2 * _LEAST_KEY and lower.isalpha()}
    firsts = {lower[:cut] for lower in long.values() for cut in range(_LEAST_PART, len(lower) - _LEAST_PART + 1)}
    for first in firsts & words.keys() - _MAY_STAND_ALONE:
        if first.endswith(_DESCRIBES):
            continue
        for one in words[first]:
            after = one.after
            if after is None or len(after.text) < _LEAST_PART or not after.text.islower() or not one.passage.is_running:
                continue
            whole = long.get(stem(first + after.lower))
            if (
                not one.word.text.islower()
                or not whole
                or len(words[whole]) < len(_pairs_of(words[first], after.lower))
            ):
                continue
            if whole.startswith(first) and one.passage.text[one.word.end : after.start] == " ":
                message = f"Orden ’{one.word.text} {after.text}’ skrivs ihop: på andra ställen står ’{whole}’."
                yield Slip(one.passage, one.word.start, after.end, message, one.word.text + after.text)


def _pairs_of(firsts: list[Occurrence], second: str) -> list[Occurrence]:
    return [one for one in firsts if one.after is not None and one.after.lower == second]


def _joint_form_alone(words: Vocabulary) -> Iterator[Slip]:
    """Yield words in the form they have before another, written apart from it: "informations material"."""
    for lower in words:
        if not lower.endswith(_JOINT_ENDINGS) or len(lower) < 2 * _LEAST_KEY:
            continue
        for one in words[lower]:
            after = one.after
            if after is None or not after.text.islower() or one.passage.text[one.word.end : after.start] != " ":
                continue
            near = one.passage.words[max(0, one.number - _DETERMINED) : one.number]
            if one.passage.is_running and _HEAD.match(after.lower) and not any(w.lower in _DETERMINERS for w in near):
                message = f"Orden ’{one.word.text} {after.text}’ skrivs ihop."
                yield Slip(one.passage, one.word.start, after.end, message, one.word.text + after.text)
