"""What a sentence gives an amount for: intäkterna, kostnaderna or a named row, and the column that its words tell of.

Only words that are known to say nothing more may stand between the name and the amount: "Kostnaderna uppgår till
83,8 mnkr, vilket är 1,2 mnkr högre än budget". Any other word makes the amount one of something else, of which nothing
is said here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from avstamt.domain.economy import ColumnRole
from avstamt.language.numbers.model import MONEY_UNITS, Degree, Figure
from avstamt.language.words import Span, split_words, word_set
from avstamt.rules.economy_text_rows import VARIANCES
from avstamt.rules.prose_claims import Told

EVERY_AMOUNT = tuple(role for role in ColumnRole if role is not ColumnRole.SHARE)

INCOME, COST, NET = "intäkter", "kostnader", "netto"
"""The names of the two sides of a table, and of what they come to."""

_COLUMNS = {
    **dict.fromkeys(
        word_set(
            "budget budgeten budgeterat budgeterade nettobudget nettobudgeten årsbudget årsbudgeten investeringsbudget "
            "investeringsbudgeten"
        ),
        ColumnRole.BUDGET,
    ),
    **dict.fromkeys(word_set("utfall utfallet årsutfall årsutfallet helårsutfallet"), ColumnRole.OUTCOME),
    **dict.fromkeys(
        word_set("prognos prognosen helårsprognos helårsprognosen årsprognosen prognostiserat prognostiserade"),
        ColumnRole.FORECAST,
    ),
    **dict.fromkeys(
        word_set("avvikelse avvikelsen budgetavvikelse budgetavvikelsen nettoavvikelse nettoavvikelsen"),
        ColumnRole.VARIANCE,
    ),
}
_PLAIN = word_set(
    """
    är var blev blir bli blivit uppgår uppgick uppgå uppgått landar landade landa hamnar hamnade hamna stannar stannade
    stanna ligger låg ha har hade haft varit visar visade redovisar redovisade redovisas beräknas bedöms väntas förväntas
    prognostiserar prognostiseras prognostisera till på om med mot för i och medan men samtidigt som vilket detta dock nu
    alltså därmed således totalt sammantaget sammanlagt tillsammans en ett det den sin sitt år året helåret hela perioden
    verksamhetsåret bokslutet jämfört jämförelse än då innebär motsvarar ger gav per under
    verksamhetsområdet verksamhetsområde området avdelningen avdelning nämndens nämnden enhetens enheten förvaltningens
    förvaltningen bolagets årets samlade totala sammanlagda samtliga
    högre lägre mer mindre större
    """
)
_SIDE = re.compile(r"\b(?P<side>intäkter(?:na)?|kostnader(?:na)?)\b(?!\s*-)", re.IGNORECASE)
_NET = re.compile(
    r"\b(?P<owner>nämndens|förvaltningens|enhetens|bolagets)(?=\s+(?:(?:totala|samlade)\s+)?(?:(?:netto|års)?budget|(?:års)?utfall|(?:helårs|års)?prognos)\b)",
    re.IGNORECASE,
)
_OWNER = re.compile(
    r"(?P<owner>\b(?:nämndens|förvaltningens|enhetens|bolagets)\s+)?(?:(?:de\s+)?(?:totala|samlade|sammanlagda|summa)\s+)?$",
    re.IGNORECASE,
)
_QUALIFIED = re.compile(
    r"\b(?:före|efter|exkl\w*|inkl\w*|utan|borträkn\w*|bortsett|justera\w*|korriger\w*|preliminär\w*|periodiser\w*|brutto\w*|"
    r"ursprunglig\w*|tidigare|förra|föregående|kvarta\w*|tertial\w*|halvår\w*|jan|januari|feb|februari|mars|april|maj|juni|juli|augusti|"
    r"september|oktober|november|december|inte|ej|skulle|kan|snitt|genomsnitt\w*|strävar|arbetar|mål(?:et|sättning\w*)?|syft\w*|ska|bör|verka|säkerställ\w*|åtgärd\w*|"
    r"upp?nå|krav\w*|inledningsvis)\b",
    re.IGNORECASE,
)
_SHARE = r"(?:\s*(?:\(|,?\s*(?:eller|motsvarande|dvs\.?)\s)\s*[\d,]+\s*(?:procent|%)\)?,?)?"
_VERSUS = re.compile(
    _SHARE + r"\s*(?P<way>högre|lägre|mer|mindre|större|fler|över|under)\s+(?P<rest>[^.;]*)", re.IGNORECASE
)
_OF_BUDGET = re.compile(
    r"\s*(?:vad\s+som\s+)?(?:(?:den|det|nämndens|enhetens|årets|beslutade|tilldelad|var|är|har)\s+)*budget(?:en|erat|erade|erats)?\b",
    re.IGNORECASE,
)
_THAN = re.compile(r"\b(?:än|jämfört\s+med|mot|i\s+förhållande\s+till)\b", re.IGNORECASE)
_OVERRUN = re.compile(
    r"\b(?P<way>över|under)(?:stiger|steg|stiga|skrider|skred|skridit|skrida)\s+(?:(?:den|sin|årets)\s+)*budget(?:en)?\s+med\s+$",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"\b(?:ett\s+(?P<result>över|under)skott|en\s+(?P<sign>positiv|negativ)\s+(?:budget)?avvikelse)\s+(?:mot\s+budget(?:en)?\s+|jämfört\s+med\s+budget(?:en)?\s+)?"
    r"(?:på|om|med)\s+$",
    re.IGNORECASE,
)
_TURN = re.compile(r"\s*(?:(?:högre|lägre|mer|mindre)\b)?\s*(?:[,;]|och\b|medan\b|men\b|samt\b)", re.IGNORECASE)
_ENDS = re.compile(
    r"\s*(?:$|[.;:,]|\((?!\s*(?:varav|exkl|inkl))|(?:och(?!\s+(?:avser|avsåg|rör|gäller)\b)|medan|men|samt|mot|jämfört|vilket|i\s+budget|för\s+(?:hel)?året)\b)",
    re.IGNORECASE,
)
_NONE: frozenset[str] = frozenset()
_UP = word_set("högre mer större fler över")


@dataclass(frozen=True, slots=True)
class Meant:
    """What an amount is told of: the name as it stands and in lower case, whose it is, the columns, and which way it went.

    `owner` is "nämndens", "enhetens" or empty; `way` is 1 for more than the budget, -1 for less; `result` 1 for a surplus, -1 for a
    deficit; both 0 where neither is told. `sure` tells that a word names the column.
    """

    name: str
    owner: str
    columns: tuple[ColumnRole, ...]
    sure: bool
    way: int = 0
    result: int = 0


def meant_by(told: Told, number: Figure, names: Mapping[str, frozenset[str]], year: int) -> Meant | None:
    """Return what an amount of a sentence is told of: a side, or one of these names of rows; None where it is not plain.

    `names` gives for each the words that may stand before it: "kostnaderna" för personal. `year` is the report's own.
    """
    text = told.block.text
    if number.unit not in MONEY_UNITS or number.is_range or number.degree not in _DEGREES:
        return None
    if _is_qualified(told.text):
        return None
    lead = text[told.span.start : number.extent.start]
    named = _named(lead, names)
    if named is None or not _is_plain(told, lead, named, names.get(named.name, _NONE) | {str(year)}):
        return None
    return _meant(lead, text[number.span.end : told.span.end], named)


_DEGREES = (Degree.EXACT, Degree.ABOUT, Degree.JUST_ABOVE, Degree.JUST_BELOW)


@lru_cache(maxsize=1024)
def _is_qualified(text: str) -> bool:
    return bool(_QUALIFIED.search(text))


@dataclass(frozen=True, slots=True)
class _Named:
    """Where a name stands in what leads to an amount, and whose it is said to be."""

    span: Span
    name: str
    owner: str


def _named(lead: str, names: Iterable[str]) -> _Named | None:
    """Return the last name before an amount; of those that overlap, the longest."""
    lower = lead.casefold()
    found = [*_sides(lead), *(one for name in names if (one := _row(lower, name)))]
    if not found:
        return None
    last = max(found, key=lambda one: one.span.end)
    return max((one for one in found if one.span.meets(last.span)), key=lambda one: one.span.end - one.span.start)


def _sides(lead: str) -> Iterator[_Named]:
    for match in _SIDE.finditer(lead):
        before = _OWNER.search(lead, 0, match.start())
        start = before.start() if before else match.start()
        owner = (before["owner"] or "").strip().lower() if before else ""
        yield _Named(Span(start, match.end()), INCOME if match["side"][0] in "iI" else COST, owner)
    for match in _NET.finditer(lead):
        yield _Named(Span(*match.span()), NET, match["owner"].lower())


_DEFINITE = re.compile(r"(?:e?n|e?t|erna|na)?s?(?![^\W_])")


def _row(lower: str, name: str) -> _Named | None:
    start = lower.rfind(name)
    if start < 0 or (start and (lower[start - 1].isalnum() or lower[start - 1] == "-")):
        return None
    match = _DEFINITE.match(lower, start + len(name))
    return _Named(Span(start, match.end()), name, "") if match else None


def _is_plain(told: Told, lead: str, named: _Named, besides: frozenset[str]) -> bool:
    """Tell whether nothing but plain words and other amounts stands around the name, from its clause to the amount."""
    offset = told.span.start
    money = [one for claim in told.claims for one in claim.figures if one.unit in MONEY_UNITS]
    before = [one.span.end - offset for one in money if one.span.end - offset <= named.span.start]
    start = max(before, default=0)
    if before and not _TURN.match(lead, start):
        return False
    covered = [Span(one.extent.start - offset, one.extent.end - offset) for one in money]
    for word in split_words(lead):
        if word.start < start or named.span.meets(word.span) or any(one.meets(word.span) for one in covered):
            continue
        known = word.lower in _PLAIN or word.lower in _COLUMNS or word.lower in besides
        if not known and not _is_result_word(lead, word.span):
            return False
    return True


def _is_result_word(lead: str, span: Span) -> bool:
    """Tell whether a word belongs to "ett överskott mot budget på" or "överskrider budget med" right before the amount."""
    return any(match and match.start() <= span.start for match in (_RESULT.search(lead), _OVERRUN.search(lead)))


def _meant(lead: str, tail: str, named: _Named) -> Meant | None:
    if overrun := _OVERRUN.search(lead):
        way = 1 if overrun["way"].lower() == "över" else -1
        return Meant(named.name, named.owner, VARIANCES, sure=True, way=way)
    if result := _RESULT.search(lead):
        up = (result["result"] or "").lower() == "över" or (result["sign"] or "").lower() == "positiv"
        return Meant(named.name, named.owner, VARIANCES, sure=True, result=1 if up else -1)
    if versus := _VERSUS.match(tail):
        return _versus(versus, named)
    if not _ENDS.match(tail):
        return None
    told = [_COLUMNS[word.lower] for word in split_words(lead) if word.lower in _COLUMNS]
    if not told:
        return Meant(named.name, named.owner, EVERY_AMOUNT, sure=False)
    columns = VARIANCES if told[-1] is ColumnRole.VARIANCE else (told[-1],)
    return Meant(named.name, named.owner, columns, sure=True)


def _versus(versus: re.Match[str], named: _Named) -> Meant | None:
    """Return the variance that "1,2 mnkr högre än budget" tells of; None for a comparison with anything else."""
    rest, way = versus["rest"], versus["way"].lower()
    than = None if way in ("över", "under") else _THAN.search(rest)
    start = than.end() if than else 0
    if (than is None and way not in ("över", "under")) or not _OF_BUDGET.match(rest, start):
        return None
    return Meant(named.name, named.owner, VARIANCES, sure=True, way=1 if way in _UP else -1)
