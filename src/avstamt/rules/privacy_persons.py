"""Rules about people who may be recognised: groups so small that a figure tells on them, and single persons' facts.

They ask; only the writer knows whether somebody can be recognised.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from avstamt.domain.finding import Level
from avstamt.domain.indicator import Indicator
from avstamt.domain.place import Place
from avstamt.domain.report import OrganisationLevel, ReportKind
from avstamt.language.words import numbers_of, split_words
from avstamt.rules.figures import figure, is_count
from avstamt.rules.model import Aspect, Context, Observation, found, rule
from avstamt.rules.prose import Written

_REPORTING = (ReportKind.TERTIAL_1, ReportKind.TERTIAL_2, ReportKind.ANNUAL)

_WORDS = {"en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9}
_STAFF = (
    r"medarbetare|anställda?|(?:bitr(?:ädande|\.)\s+)?(?:enhets|grupp)?chef(?:er)?|fältassistent(?:er)?|socialsekreterare|"
    r"handläggare|behandlare|familjebehandlare|lärare|pedagog(?:er)?|stödpersoner?|sjuksköterskor?|undersköterskor?|"
    r"biståndshandläggare|kurator(?:er)?|kolleg(?:a|or)"
)
_OTHERS = (
    r"personer?|barn|brukare|klient(?:er)?|boende|deltagare|elev(?:er)?|ungdom(?:ar)?|pojk(?:e|ar)|flick(?:a|or)|"
    r"kvinn(?:a|or)|m[äa]n|familj(?:er)?|hushåll|unga|vuxna|individ(?:er)?|barnfamilj(?:er)?|aspirant(?:er)?"
)
_COUNTED = re.compile(
    rf"(?P<number>[Ee]n|[Ee]tt|[Tt]vå|[Tt]re|[Ff]yra|[Ff]em|[Ss]ex|[Ss]ju|[Åå]tta|[Nn]io|[1-9]\d?)(?P<part>\s+av\s+(?:de\s+|enhetens\s+|våra\s+)?"
    rf"\w+)?\s+(?P<adjectives>(?:(?:\d{{1,3}}-årig|[a-zåäö]+(?:ade|ande|iga|ig|na|da|de|ta))a?\s+){{0,2}})(?P<noun>{_STAFF}|{_OTHERS})\b"
)
_FEW = frozenset(["en", "ett", *_WORDS, *map(str, range(1, 100))])
_STAFF_NOUN = re.compile(_STAFF)
_BEFORE = 24
_HEALTH = re.compile(
    r"\b(?:lång(?:tids|a)?\s?)?sjuk(?:skriv\w*|dom\w*|ersättning)|\bgravid\w*|\bavled\b|\bavlidit\b|\bavliden\b|\bgått bort\b|"
    r"\bdiagnos\w*|\bcancer\w*|\bstroke\b|\bdepression\w*|\butmattning\w*|\bsärskild avtalspension\b|\bföräldraledig\w*|"
    r"\bskilsmässa\b|\brehabilitering\w*|\buppsagd\b|\bavskedad\b|\bvarslad\b",
    re.IGNORECASE,
)
_SENSITIVE = re.compile(
    r"\bplacera(?:d|de|ts)\b|\w+placerade?\b|\bLV[UM]\b|\bomhändertag\w+|\bmissbruk\w*|\bvåldsuts\w+|\butsatta? för våld\b|"
    r"\bskyddat boende\b|\bhemlös\w*|\bstadigvarande bostad\b|\btillfälligt boende\b|\bvräkt\w*|\bavhys\w+|\borosanmäl\w+|\bsjälvmord\w*|"
    r"\bsuicid\w*|\bensamkommande\b|\bbrott\w*|\bdömt?s?\b|\bkriminal\w+|\bdiskriminera\w+|\bskolfrånvaro\b|\bkunskapsmål\w*|\bhiv\b|"
    r"\bautis(?:m|tisk)\w*|\badhd\b|\bparkinson\w*|\balzheimer\w*|\bepileps?\w*|\bcancer\w*|\bschizofreni\w*|\bbipolär\w*|"
    r"\bpsykisk\w* ohälsa\b|\bavled\b|\bavlidit\b|\bdiagnos\w*|\bsjukskriv\w*|\bförsörjningsstöd\b|\bekonomiskt bistånd\b",
    re.IGNORECASE,
)
_GENERAL = re.compile(
    r"\b(?:om|när|ifall|då|att|där|varje|ingen|inte|antingen|någon|såsom|exempelvis|som)\s+(?:\w+\s+)?$", re.IGNORECASE
)
_TRAINED = re.compile(
    r"\b(?:\w*utbild\w+|kurs\w*|föreläsning\w*|specialist\w*|ansvar\w*|arbetar\s+med|handledning|samordnar\w*)\b",
    re.IGNORECASE,
)
_RATIO = re.compile(r"\s+av\s+(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio)$", re.IGNORECASE)
_SHARE_OF = re.compile(r"\b(?:en|ett|två|tre|fyra|fem|sex|sju|åtta|nio)\s+av\s+$", re.IGNORECASE)
_LEAVE = "föräldraledig"
_MODAL = re.compile(r"\b(?:kan|ska|skulle|bör|får inte|kommer att|riskerar)\b", re.IGNORECASE)
_HAPPENED = re.compile(
    r"\b(?:har|hade|haft|blev|blivit|är|var|varit|fick|gick|avled|slutade|slutat|drabbades|saknade|uppnår)\b"
)
_PARTED = re.compile(
    rf"(?P<total>\d{{1,4}})\s+(?:{_OTHERS})\b[^.]{{0,40}}?\bvarav\s+(?P<part>\d{{1,4}}|{'|'.join(_WORDS)})\s+"
    r"(?P<sex>kvinnor|män|flickor|pojkar|flicka|pojke|kvinna|man)\b"
)
_TOLD = frozenset({"analysis", "text", "comment"})
_PERSONS = re.compile(rf"\b(?:{_OTHERS}|\w*hemlösa|vräkningar|avhysningar)\b", re.IGNORECASE)
_SENSITIVE_NAME = re.compile(
    r"våld|hemlös|vräk|avhys|stadigvarande bostad|hotell|vandrar?hem|placer|missbruk|LVU|orosanmäl|brott|självmord|prostitution|"
    r"heders|sjuk|akutboende",
    re.IGNORECASE,
)


@rule(
    "INT-103",
    name="få-personer-i-tabell",
    level=Level.TIP,
    basis="integritet",
    kinds=_REPORTING,
    reads="part",
    heeds=(Aspect.INDICATORS,),
)
def small_groups_are_not_told_in_tables(context: Context) -> Iterator[Observation]:
    """Känsliga antal i tabellerna gäller inte färre än fem personer.

    Varför: när få personer räknas kan någon kännas igen, också när talet går att räkna ut ur de andra.
    Fel: Antal personer som utsatts för våld, totalt 12 st, män 3 st, kvinnor 9 st.
    Rätt: Antal personer som utsatts för våld, totalt 40 st, män 11 st, kvinnor 29 st.
    """
    for _goal, indicator, place in context.indicators:
        if _SENSITIVE_NAME.search(indicator.name) and _PERSONS.search(indicator.name):
            yield from _small_cells(context, indicator, place)


@rule(
    "INT-104",
    name="få-personer-i-text",
    level=Level.TIP,
    basis="integritet",
    kinds=_REPORTING,
    reads="part",
    heeds=(Aspect.TEXTS,),
)
def small_groups_are_not_told_in_text(context: Context) -> Iterator[Observation]:
    """Texten berättar inte om två till fyra personer i en känslig situation.

    Varför: i en liten grupp kan någon kännas igen av den som känner till verksamheten. Bara den som skriver kan avgöra det.
    Fel: Tre barn har varit placerade på skyddat boende under året.
    Rätt: Ett fåtal barn har varit placerade på skyddat boende under året.
    """
    for few in context.derived(_few):
        in_row = few.block.field.path[2:3] == ("indicators",)
        if few.number > 1 and not (in_row and str(few.number) in few.words):  # the row's own figure, asked of there
            yield found(
                few.block.place.at(few.start, few.end),
                f"En liten grupp (’{few.words}’) i ett känsligt sammanhang; fråga dig om någon kan kännas igen.",
                few.block.quote(few.start, few.end),
                advice=f"Skriv ”ett fåtal” eller slå ihop med fler om gruppen är mindre än {context.settings.small_group}.",
            )
    for block in _told(context):
        if "varav" in block.text:
            yield from _left_over(block, context.settings.small_group)


@rule(
    "INT-105",
    name="enskild-person",
    level=Level.TIP,
    basis="integritet",
    kinds=_REPORTING,
    reads="part",
    heeds=(Aspect.TEXTS,),
)
def no_single_person_is_told_of(context: Context) -> Iterator[Observation]:
    """Texten berättar inte om en enskild persons hälsa eller familj.

    Varför: på en liten arbetsplats eller mottagning vet många vem det gäller. Orsaken kan nästan alltid skrivas utan personen.
    Fel: En medarbetare har varit sjukskriven sedan maj, därför ställdes två kurser in.
    Rätt: Två kurser ställdes in på grund av lägre bemanning.
    """
    for few in context.derived(_few):
        if few.number == 1:
            yield found(
                few.block.place.at(few.start, few.end),
                f"Texten berättar om en enskild person (’{few.words}’); fråga dig om det behöver stå.",
                few.block.quote(few.start, few.end),
                advice="Skriv orsaken utan att peka ut någon, till exempel ”på grund av lägre bemanning”.",
            )


def _told(context: Context) -> Iterator[Written]:
    for block in context.written:
        if block.own and block.name in _TOLD and not block.is_heading:
            yield block


@dataclass(frozen=True, slots=True)
class _Few:
    """Few persons with a sensitive fact in the same sentence: the span that counts them, and how many they are."""

    block: Written
    start: int
    end: int
    number: int

    @property
    def words(self) -> str:
        """Return the words that count them."""
        return " ".join(self.block.text[self.start : self.end].split())


def _few(context: Context) -> tuple[_Few, ...]:
    """Return where the texts tell of few persons, once for each sentence."""
    whole = context.report.level is OrganisationLevel.COMMITTEE
    return tuple(
        few for block in _told(context) for few in _few_in(block, context.settings.small_group, ratios=not whole)
    )


def _few_in(block: Written, small: int, *, ratios: bool) -> Iterator[_Few]:
    """Yield the few persons of a block; without `ratios` "två av tre kvinnor" is taken as a share, as in a large body it is."""
    text, told = block.text, -1
    for match in _counted_in(text):
        start = match.start()
        if start < told or _GENERAL.search(text, max(0, start - _BEFORE), start):
            continue
        if not ratios and (
            _RATIO.search(match["part"] or "") or _SHARE_OF.search(text, max(0, start - _BEFORE), start)
        ):
            continue
        number = _WORDS.get(match["number"].lower()) or int(match["number"])
        first, last = block.sentence(*match.span())
        if number < small and _tells(match, text[first:last]):
            told = last
            yield _Few(block, start, match.end(), number)


@lru_cache(maxsize=4096)  # a text is searched again only when it has changed
def _counted_in(text: str) -> tuple[re.Match[str], ...]:
    """Return the numbers below a hundred, and the words for one to nine, that count persons."""
    standing = numbers_of(text)
    words = split_words(text)
    starts = sorted(words[place].start for lower in _FEW.intersection(standing) for place in standing[lower])
    return tuple(
        match
        for start in starts
        if (start == 0 or text[start - 1] not in ",.-–") and (match := _COUNTED.match(text, start))
    )


def _tells(match: re.Match[str], sentence: str) -> bool:
    """Tell whether a sentence says something sensitive of those it counts, as a thing that has happened."""
    noun = match["noun"].lower()
    if noun == "boende" and match["number"].lower() == "ett":
        return False
    if _MODAL.search(sentence) or not _HAPPENED.search(sentence):
        return False
    if not _STAFF_NOUN.fullmatch(noun):
        return bool(_SENSITIVE.search(sentence))
    fact = _HEALTH.search(sentence)
    is_one = match["number"].lower() in ("en", "ett", "1")
    common = fact is not None and _LEAVE in fact.group().lower() and not is_one
    return fact is not None and not common and (is_one or not _TRAINED.search(sentence))


def _left_over(block: Written, small: int) -> Iterator[Observation]:
    """Yield where a total and one part of it tell how few the others are."""
    for match in _PARTED.finditer(block.text):
        total, part = int(match["total"]), _WORDS.get(match["part"]) or int(match["part"])
        sensitive = _SENSITIVE.search(block.text)
        smallest = min(part, total - part)
        if sensitive and 0 < smallest < small and total > part:
            yield found(
                block.place.at(*match.span()),
                f"Av {total} och {part} går det att räkna ut en grupp på {smallest}; fråga dig om någon kan kännas igen.",
                block.quote(*match.span()),
                advice=f"Ange inte delen om den är mindre än {small}.",
            )


def _small_cells(context: Context, indicator: Indicator, place: Place) -> Iterator[Observation]:
    cells = [figure(indicator, place, name) for name in ("outcome", "outcome_men", "outcome_women")]
    filled = [cell for cell in cells if cell is not None]
    if not filled or not is_count(indicator, context.entry(indicator), tuple(filled)):
        return
    least = context.settings.small_group
    small = [cell for cell in filled if 0 < cell.quantity.amount < least]
    total, *parts = cells
    others = [cell for cell in parts if cell is not None]
    if not small and total is not None and len(others) == 1:
        rest = total.quantity.amount - others[0].quantity.amount
        small = [others[0]] if 0 < rest < least else []
    if small:
        parted = small[0].name != "outcome"
        yield found(
            small[0].place,
            f"Färre än {least} personer går att läsa ut ur raden; fråga dig om någon kan kännas igen.",
            *dict.fromkeys(cell.evidence for cell in (total, *small) if cell is not None),
            advice=("Lämna uppdelningen tom" if parted else "Lämna rutan tom")
            + ", eller skriv i analysen att antalet är för litet för att redovisas.",
        )
