"""Rules about texts that do not say what they should: that break off, announce a list, or only point elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from avstamt.domain.finding import Level
from avstamt.language.words import word_set
from avstamt.rules.model import Aspect, Context, Observation, found, rule
from avstamt.rules.prose import Written

_STOP = re.compile(r"\.(?=\s|$)")
_LEFT_HANGING = word_set(
    "att och eller samt vilket vilka enligt mellan eftersom inklusive respektive genom medan utifrån"
)
_WANTS_MORE = _LEFT_HANGING | word_set("av med till för från hos mot på vid i om som den det de en ett har är kan ska")
_CONTINUES = re.compile(r"[a-zåäö\d(–-]")
_WHOLE_PHRASES = frozenset({("varken", "eller"), ("både", "och"), ("antingen", "eller")})
_REACH = 40
_NAMELESS = re.compile(
    r"(?:^|(?<=[.!?]\s))(?:Utfallet|Resultatet|Värdet|Indexet)"
    r"(?:\s(?:för|under|per|hittills|i)\s(?:(?:den|perioden|året|tertialet|månaderna|januari|februari|mars|april|maj|juni|juli|"
    r"augusti|september|oktober|november|december|till|och|med|t\.o\.m\.|20\d\d|\d{1,2})\s?)+)?"
    r"\s*(?:är|var|blev|uppgår till|uppgick till|ligger på|låg på|landade på)\s\d[^.!?]*"
)
_OUTCOME_WORDS = re.compile("Utfallet|Resultatet|Värdet|Indexet")
_NAMES_A_MEASURE = re.compile(
    r"indikator|\bandel|\bantal|enkät|mätning|undersökning|index|frånvaro|årsmål|\d\s?(?:%|procent)|statistik",
    re.IGNORECASE,
)

_MONEY = re.compile(r"\d\s?(?:mnkr|tkr|kr|mdkr|miljon\w*|mkr)\b", re.IGNORECASE)


@rule(
    "LUC-111", name="avbruten-text", level=Level.DEVIATION, basis="fullständighet", reads="part", heeds=(Aspect.TEXTS,)
)
def sentence_is_finished(context: Context) -> Iterator[Observation]:
    """En mening slutar inte mitt i.

    Varför: en mening som slutar med ”att” eller med ett komma har förlorat sitt slut, ofta när text har flyttats.
    Fel: Bedömningen är att aktiviteterna väntas att.
    Rätt: Bedömningen är att aktiviteterna väntas bli klara.
    """
    ordered = context.written
    for number, block in enumerate(ordered):
        if block.own and not block.is_heading:
            for start, end in _broken_ends(block, _goes_on(block, ordered[number + 1 : number + 2])):
                yield found(
                    block.place.at(start, end),
                    "Meningen bryts av innan den är slut.",
                    block.quote(start, end),
                    advice="Skriv klart meningen.",
                )


@rule(
    "LUC-112", name="lista-saknas", level=Level.DEVIATION, basis="fullständighet", reads="part", heeds=(Aspect.TEXTS,)
)
def announced_list_follows(context: Context) -> Iterator[Observation]:
    """Efter ett kolon som inleder en uppräkning kommer uppräkningen.

    Varför: läsaren får veta att något följer, men det finns inte där.
    Fel: en analys som slutar ”Under året har enheten infört:”
    Rätt: en analys som slutar ”Under året har enheten infört:”, följd av punkter.
    """
    ordered = context.written
    for number, block in enumerate(ordered):
        after = ordered[number + 1] if number + 1 < len(ordered) else None
        closed = block.last or (after is not None and after.field == block.field and after.is_heading)
        end = len(block.text.rstrip())
        if block.own and closed and not block.is_heading and block.text.endswith(":", 0, end):
            yield found(
                block.place.at(max(0, end - 1), end),
                "Texten slutar med ett kolon, men inget följer.",
                block.quote(max(0, end - 1), end),
                advice="Skriv det som skulle följa, eller avsluta meningen med punkt.",
            )


@rule(
    "LUC-113",
    name="underrubrik-utan-text",
    level=Level.TIP,
    basis="fullständighet",
    reads="part",
    heeds=(Aspect.TEXTS,),
)
def sub_heading_has_text(context: Context) -> Iterator[Observation]:
    """En underrubrik som någon har skrivit in har text under sig.

    Varför: en rubrik sist i en text är oftast en rest, eller en rubrik vars text har fallit bort.
    Fel: en analys som slutar med underrubriken Besöken.
    Rätt: en analys där underrubriken Besöken följs av ”Kön är borta.”
    """
    for block in context.written:
        if block.own and block.is_heading and block.last:
            yield found(
                block.place,
                f"Underrubriken ’{block.text.strip()}’ har ingen text under sig.",
                block.opening(),
                advice="Skriv texten, eller ta bort rubriken.",
            )


@rule("LUC-114", name="utfall-utan-namn", level=Level.DEVIATION, basis="klarspråk", reads="part", heeds=(Aspect.TEXTS,))
def outcome_says_what_is_measured(context: Context) -> Iterator[Observation]:
    """Ett utfall i löpande text säger vad som är mätt.

    Varför: står det bara ”utfallet” mitt i en text om något annat går talet inte att knyta till någon indikator.
    Fel: ”En arbetsgrupp har tillsatts. Utfallet för perioden är 66 procent.”
    Rätt: ”En arbetsgrupp har tillsatts. Andelen nöjda besökare är 66 procent.”
    """
    before: Written | None = None
    for block in context.written:
        nearest = before if before is not None and before.field == block.field else None
        before = block
        if not block.own or block.is_heading or block.field.path[2:3] in (("indicators",), ("activities",)):
            continue
        for match in _NAMELESS.finditer(block.text) if _OUTCOME_WORDS.search(block.text) else ():
            said = block.text[: match.start()] + (nearest.text if nearest is not None else "")
            headed = nearest is not None and nearest.is_heading and match.start() == 0
            if not headed and not _NAMES_A_MEASURE.search(said) and not _MONEY.search(match.group()):
                yield found(
                    block.place.at(*match.span()),
                    "Texten ger ett utfall, men säger inte vad som är mätt.",
                    block.quote(*match.span()),
                    advice="Skriv indikatorns namn i meningen.",
                )


def _goes_on(block: Written, following: Sequence[Written]) -> bool:
    """Tell whether a sentence may be finished in the next block: that of an item, or one that begins so."""
    if not following or following[0].field != block.field:
        return False
    either_item = block.kind != "paragraph" or following[0].kind == "item"
    return either_item or _CONTINUES.match(following[0].text.lstrip()) is not None


def _broken_ends(block: Written, goes_on: bool) -> Iterator[tuple[int, int]]:
    """Yield where sentences end with a word that must be followed by more, or the text with a comma."""
    text = block.text.rstrip()
    stops = [(stop.start(), stop.end()) for stop in _STOP.finditer(text)]
    if not goes_on and not text.endswith("."):
        stops.append((len(text), len(text)))
        last = text.rpartition(" ")[2]
        if block.kind == "paragraph" and last in _WANTS_MORE - _LEFT_HANGING and len(text) > _REACH:
            yield len(text) - len(last), len(text)
    for stop, end in stops:
        *_before, previous, last = ("", "", *text[max(0, stop - _REACH) : stop].split())
        if last in _LEFT_HANGING and (previous, last) not in _WHOLE_PHRASES:
            yield text.rindex(last, 0, stop), end
    if block.last and block.kind == "paragraph" and text.endswith(","):
        yield len(text) - 1, len(text)
