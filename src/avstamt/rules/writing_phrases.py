"""Rules about set phrases: a word of one left out, written apart or mistaken for another, and capitals by rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from avstamt.domain.finding import Level
from avstamt.language.verbs import read_verb
from avstamt.rules.model import Aspect, Context, Observation, rule
from avstamt.rules.writing_pairs import unpaired
from avstamt.rules.writing_passages import Passage
from avstamt.rules.writing_set_phrases import broken_phrases
from avstamt.rules.writing_slips import Slip, each, kept, once
from avstamt.rules.writing_small_words import small_words
from avstamt.rules.writing_words import Occurrence, Vocabulary, in_words, picked

_OWNERS = (
    "staden", "kommunen", "nämnden", "förvaltningen", "gruppen", "avdelningen", "enheten", "verksamheten",
)  # fmt: skip
_OWNER = re.compile(rf"(?:staden|kommunen|\w*(?:{'|'.join(_OWNERS[2:])}))$")
_OWNED = re.compile(
    r"(?:arbete|mål|budget|verksamheter|uppdrag|insatser|ansvarsområde|resultat|ekonomi|medarbetare|snitt|personal|"
    r"\w+(?:enhet|plan|arbete|mål|uppdrag|program|verksamhet|avdelning|budget|insatser|processer))$"
)
_MAY_BE_OWNED = (
    "enhet", "avdelning", "jour", "program", "plan", "policy", "riktlinjer", "strategi", "arbete", "budget", "mål", "uppdrag",
    "insatser", "ansvarsområde", "resultat", "ekonomi", "verksamhet", "verksamheter", "medarbetare", "snitt", "personal",
    "invånare", "skolor", "nämnder", "webbplats", "handbok", "värdegrund", "processer",
)  # fmt: skip
_MAY_PRECEDE = frozenset(
    [
        "av",
        "i",
        "för",
        "till",
        "med",
        "från",
        "om",
        "på",
        "under",
        "inom",
        "att",
        "och",
        "enligt",
        "genom",
        "bland",
        "samt",
        "mot",
        "hos",
    ]
)

_WITHIN = frozenset({"i", "inom", "på", "hos", "från", "till", "bland"})
_DAYS = "januari februari mars april maj juni juli augusti september oktober november december måndag tisdag onsdag torsdag fredag lördag söndag"
_PEOPLES = "svenskar danskar norrmän finländare ukrainare syrier afghaner somalier romer samer tyskar engelsmän ryssar polacker stockholmare eritreaner irakier iranier turkar kurder"
_SEASONS = "våren hösten sommaren vintern"
_MANY = (
    "stadsdelsnämnder stadsdelsnämnderna stadsdelsförvaltningar stadsdelsförvaltningarna nämnder nämnderna förvaltningar "
    "förvaltningarna fackförvaltningar fackförvaltningarna kommuner kommunerna förskolor förskolorna skolor skolorna enheter "
    "enheterna verksamheter verksamheterna bolag bolagen"
)
"""What there are several of bears no name."""
_SMALL = frozenset(f"{_DAYS} {_PEOPLES} {_SEASONS} {_MANY}".split())
_BODIES = (
    "försäkringskassan arbetsförmedlingen skatteverket socialstyrelsen migrationsverket skolverket skolinspektionen kronofogden "
    "kriminalvården arbetsmiljöverket folkhälsomyndigheten domstolsverket boverket"
)
_TOWNS = (
    "stockholm stockholms sverige sveriges göteborg göteborgs malmö uppsala södermalm norrmalm östermalm kungsholmen rinkeby "
    "spånga tensta hässelby vällingby bromma farsta skärholmen hägersten älvsjö enskede årsta vantör skarpnäck"
)
_BIG = frozenset((_BODIES + " " + _TOWNS).split())
_ADDRESS = re.compile(r"[@/_-]|\.(?=[a-z])")


@rule(
    "SPR-111",
    name="fast-uttryck",
    level=Level.TIP,
    basis="svenska skrivregler",
    reads="part",
    heeds=(Aspect.TEXTS, Aspect.ACTIVITIES),
)
def set_phrases_are_whole(context: Context) -> Iterator[Observation]:
    """Fasta uttryck är hela: inget ord har fallit bort, skrivits isär eller bytts mot ett annat.

    Varför: ett utelämnat ord i ett fast uttryck får läsaren att läsa om meningen.
    Fel: Rutinen ändras i samband flytten.
    Rätt: Rutinen ändras i samband med flytten.
    """
    for passage in context.running:
        broken = (*broken_phrases(passage), *unpaired(passage))
        more = (slip for slip in small_words(passage) if all(map(slip.is_apart_from, broken)))
        yield from each((*broken, *more), safe=False)


@rule(
    "SPR-112",
    name="genitiv-s",
    level=Level.TIP,
    basis="svenska skrivregler",
    reads="part",
    heeds=(Aspect.TEXTS, Aspect.ACTIVITIES),
)
def an_owner_has_its_genitive(context: Context) -> Iterator[Observation]:
    """Den som äger eller ansvarar för något står i genitiv.

    Varför: utan s läses ägaren som meningens subjekt, och meningen faller sönder.
    Fel: Nämnden arbete bidrar till målet.
    Rätt: Nämndens arbete bidrar till målet.
    """
    yield from each(chain.from_iterable(map(_owners, context.running)), safe=False)


@kept
def _owners(passage: Passage) -> Iterator[Slip]:
    return (slip for one in picked((passage,), _may_be_owned) if (slip := _owner(one)))


@lru_cache(maxsize=16384)
def _may_be_owned(lower: str) -> bool:
    return lower.endswith(_MAY_BE_OWNED)


@rule(
    "SPR-113",
    name="stor-och-liten-bokstav",
    level=Level.TIP,
    basis="svenska skrivregler",
    heeds=(Aspect.TEXTS, Aspect.ACTIVITIES),
)
def capitals_follow_the_rules(context: Context) -> Iterator[Observation]:
    """Månader, veckodagar, årstider, folkslag och nämnder i flertal skrivs med liten bokstav, myndigheter och orter med stor.

    Varför: den stora bokstaven säger att ordet är ett namn.
    Fel: Under Mars flyttade mottagningen, efter samråd med försäkringskassan.
    Rätt: Under mars flyttade mottagningen, efter samråd med Försäkringskassan.
    """
    slips: dict[str, list[Slip]] = {}
    for lower, slip in in_words(context, _capitals):
        slips.setdefault(lower, []).append(slip)
    for same in slips.values():
        written, right = same[0].old, same[0].new
        times = f" på {len(same)} ställen" if len(same) > 1 else ""
        yield once(same, f"Ordet ’{written}’ skrivs ’{right}’{times}.", f"Skriv ’{right}’.")


def _capitals(words: Vocabulary) -> list[tuple[str, Slip]]:
    """Return the words with a wrong first letter, each with how it is spelt in small letters."""
    return [
        (lower, slip)
        for lower in words.among(_BIG | _SMALL)
        for one in words.of(lower)
        if one.passage.is_running and (slip := _capital(one))
    ]


def _owner(owned: Occurrence) -> Slip | None:
    """Return the slip of an owner without genitive in front of what it owns."""
    passage, word, owner = owned.passage, owned.word, owned.before
    if owner is None or not owned.follows_directly:
        return None
    one = Occurrence(passage, owned.number - 1)
    if owner.lower == "stad" and one.before is not None and one.before.text == "Stockholms":
        start = one.before.start
    elif owner.lower.endswith(_OWNERS) and _OWNER.match(owner.lower) and _OWNED.match(word.text) and _may_be_owner(one):
        start = owner.start
    else:
        return None
    name = passage.text[start : owner.end]
    return Slip(passage, start, word.end, f"Genitiv-s saknas i ’{name} {word.text}’.", f"{name}s {word.text}")


def _may_be_owner(one: Occurrence) -> bool:
    """Tell whether the owner begins its phrase: after a verb it is a subject of its own ("fick nämnden uppdrag")."""
    before = one.passage.text[: one.word.start].rstrip()
    if not before or before[-1] in ".!?:,;":
        return True
    if one.before is None or one.before.lower not in _MAY_PRECEDE:
        return False
    if one.number == 1 or one.before.lower not in _WITHIN:
        return True
    return read_verb(one.passage.words[one.number - 2].lower) is None  # "pågår inom enheten arbete"


def _capital(one: Occurrence) -> Slip | None:
    """Return the slip of a small letter in a name, or of a capital in what is none."""
    word = one.word
    if word.lower in _BIG:
        if _ADDRESS.search(one.passage.text, max(0, word.start - 1), word.end + 2):
            return None
        return Slip(one.passage, word.start, word.end, "", word.text.capitalize()) if word.text.islower() else None
    if not word.text.istitle() or one.opens:
        return None
    words = one.passage.words
    beside = [Occurrence(one.passage, number) for number in (one.number - 1, one.number + 1) if number < len(words)]
    if any(other.word.text[0].isupper() and not other.opens for other in beside):
        return None
    return Slip(one.passage, word.start, word.end, "", word.lower)
