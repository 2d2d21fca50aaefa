"""Women and men compared in prose, "kvinnor är mer nöjda än män", held against the two columns of the row it is of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from avstamt.domain.indicator import Indicator
from avstamt.domain.place import Place
from avstamt.language.claims.base import Modality, Sex
from avstamt.language.claims.model import Comparison, Standard
from avstamt.language.claims.scene import SEXES
from avstamt.language.grammar import SMALL_WORDS
from avstamt.language.wordforms.names import name_words
from avstamt.language.wordforms.stems import stem
from avstamt.language.words import word_set
from avstamt.rules.assessment_text import in_short
from avstamt.rules.figures import figure
from avstamt.rules.model import found
from avstamt.rules.prose_scope import speaks_of_others
from avstamt.rules.prose_weighing import NOT_TRIED, RIGHT, Case, Judgement, wrong
from avstamt.rules.text_directions import RELATIONS, are_alike, by_worth, is_plain

_WORD = re.compile(r"[^\W\d_]{4,}")
_YEAR = re.compile(r"\b20\d\d\b|\bförra\b|\bföregående\b|\btidigare\b|\binnan\b")
_DENIED = re.compile(r"\b(?:inte|ej|icke|inga?|saknar|utan)\b", re.IGNORECASE)
_ADJECTIVE_END = re.compile(r"(?:are|a|t|e)$")
_LEAST = 4
_GENERAL = frozenset(
    map(
        stem,
        word_set(
            """
            resultat resultatet utfall utfallet visar visade årets året undersökning undersökningen brukarundersökningen enkät enkäten
            mätning mätningen svarar svarade uppger uppgav uppgett anser ansåg upplever upplevde känner kände generellt något
            betydligt fortfarande också dock totalt samtidigt däremot dessutom liksom skillnad skillnaden skiljer andel andelen
            könen kön mellan jämfört jämförelse grad utsträckning omfattning högre lägre större mindre visa sett däribland
            indikator indikatorn brukare brukarna medarbetare elever eleverna respektive procent procentenheter
            """
        ),
    )
)
"""Words that tell nothing of what is compared."""

_Row = tuple[Indicator, Place]


def judge_sexes(case: Case) -> Judgement:
    """Judge which sex is said to lie above the other."""
    claim = case.claim
    if not isinstance(claim, Comparison) or claim.standard is not Standard.OTHER_SEX or claim.sex is None:
        return NOT_TRIED
    if claim.modality is not Modality.FACT or claim.negated:
        return NOT_TRIED
    said = RELATIONS.get(claim.relation, by_worth(claim.relation, case.tie) if case.tie else None)
    row = _row(case, claim)
    return NOT_TRIED if said is None or row is None else _judge(case, claim, claim.sex, row, said)


def _row(case: Case, claim: Comparison) -> _Row | None:
    """Return the row that a comparison is of: the one it names, else the only near one whose name holds what is compared."""
    tie = case.tie
    if tie is not None and is_plain(case, tie) and (not claim.quality or _is_in(claim.quality, tie.indicator.name)):
        return tie.indicator, tie.place
    if not claim.quality or speaks_of_others(case.told) or _YEAR.search(case.told.text):
        return None
    fitting = [row for row in _near(case) if _is_in(claim.quality, row[0].name) and _says_no_more(case, row[0].name)]
    return fitting[0] if len(fitting) == 1 else None


def _near(case: Case) -> Iterator[_Row]:
    """Yield the row in whose analysis a sentence stands, else those of its goal and of the goals above, split by sex."""
    block = case.told.block
    if block.goal is None:
        return
    goals = {block.goal.id, *case.context.above[block.goal.id]}
    rows = [(row, place) for goal, row, place in case.context.indicators if goal.id in goals]
    own = [row for row in rows if block.field.is_within(row[1])]
    yield from (row for row in own or rows if row[0].outcome_men.strip() and row[0].outcome_women.strip())


def _is_in(quality: str, name: str) -> bool:
    """Tell whether a name measures what is compared, and not the lack of it: "nöjda" in "Andel nöjda brukare"."""
    compared, words = quality.split(maxsplit=1)[0], {word.lower() for word in _WORD.findall(name)}
    if (compared.endswith("are") and compared in words) or _DENIED.search(name):  # "brukare" is no comparative
        return False
    begins = _ADJECTIVE_END.sub("", compared)
    return len(begins) >= _LEAST and any(word.startswith(begins) for word in words)


def _says_no_more(case: Case, name: str) -> bool:
    """Tell whether a sentence speaks of nothing but what the name does: not of "utomhus" or of "bemötandet"."""
    known = {word.stem for word in name_words(name)}
    told = {word for word in _WORD.findall(case.told.text.lower()) if word not in SEXES and word not in SMALL_WORDS}
    quality = case.claim.quality.split()[:1] if isinstance(case.claim, Comparison) else []
    return all(stem(word) in known or stem(word) in _GENERAL or word in quality for word in told)


def _judge(case: Case, claim: Comparison, sex: Sex, row: _Row, said: int) -> Judgement:
    indicator, place = row
    men, women = figure(indicator, place, "outcome_men"), figure(indicator, place, "outcome_women")
    if men is None or women is None or men.quantity.unit != women.quantity.unit:
        return NOT_TRIED
    one, other = (men, women) if sex is Sex.MEN else (women, men)
    course = (one.quantity.amount > other.quantity.amount) - (one.quantity.amount < other.quantity.amount)
    if course == said or (said == 0 and are_alike(one.quantity.amount, other.quantity.amount)):
        return RIGHT
    if 0 in (said, course):
        return NOT_TRIED
    return wrong(
        "TXT-104",
        found(
            case.told.at(claim),
            f"Texten säger ’{case.told.words_of(claim)}’ om män och kvinnor, men för ’{in_short(indicator.name)}’ är det "
            f"{men.text} för män och {women.text} för kvinnor.",
            case.told.evidence,
            men.evidence,
            women.evidence,
            advice="Rätta texten eller tabellen.",
        ),
    )
