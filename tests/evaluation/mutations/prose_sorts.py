"""Slips in what running text tells: figures of indicators, directions, sexes, parts of a whole, counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from random import Random

from tests.evaluation.mutations.figures import amount, decimals, digit_changed, figures, plain, unit
from tests.evaluation.mutations.model import Sort, Spot, arithmetic, textual
from tests.evaluation.mutations.telling import Telling, is_about, tellings
from tests.evaluation.mutations.walking import Told, context, indicators, replace_in, running

from avstamt.domain.indicator import Indicator
from avstamt.domain.place import Place
from avstamt.domain.report import Report

_DIRECTIONS = {
    "ökat": "minskat", "minskat": "ökat", "ökade": "minskade", "minskade": "ökade", "ökar": "minskar",
    "minskar": "ökar", "sjunkit": "stigit", "stigit": "sjunkit", "sjönk": "steg", "steg": "sjönk",
    "högre": "lägre", "lägre": "högre", "fler": "färre", "färre": "fler",
}  # fmt: skip
_DIRECTION = re.compile(rf"\b({'|'.join(_DIRECTIONS)})\b", re.IGNORECASE)
_FROM_TO = re.compile(r"\bfrån (\d[\d,]*)(?: ?%| procent)?(?: [a-zåäö]+)? till (\d[\d,]*)", re.IGNORECASE)
_SEXES = {"kvinnor": "män", "män": "kvinnor", "flickor": "pojkar", "pojkar": "flickor"}
_SEX = re.compile(r"\b(kvinnor|män|flickor|pojkar)\b", re.IGNORECASE)
_NUMBERS = ("två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
_HIGHER = re.compile(
    rf"\b(?P<by>\d+(?:,\d+)?|{'|'.join(_NUMBERS)}) (?:procentenheter|enheter|fler|färre|personer)\b[^.]{{0,12}}?"
    r"(?:högre|lägre|fler|färre|än)",
    re.IGNORECASE,
)
_SEX_COMPARED = re.compile(
    r"\b(?P<one>kvinnor|män|flickor|pojkar)\b[^.]{0,40}?\b(?P<how>högre|oftare|mer|större|fler|lägre|mindre|färre)\b[^.]{0,25}?\bän\b"
    r"[^.]{0,15}?\b(?:kvinnor|män|flickor|pojkar)\b",
    re.IGNORECASE,
)
_SEX_COUNTED = re.compile(
    rf"\b(?P<count>\d+|{'|'.join(_NUMBERS)}) (?:av (?:dem|dessa) (?:är|var) )?(?P<sex>män|kvinnor|pojkar|flickor)\b",
    re.IGNORECASE,
)
_SEX_SHARES = re.compile(
    r"(?P<a>\d+) ?(?:%|procent) (?:av [a-zåäö ]{3,30} )?(?:är |var )?(?P<one>flickor|pojkar|kvinnor|män)(?:,| och) "
    r"(?P<b>\d+) ?(?:%|procent) (?:är |var )?(?:flickor|pojkar|kvinnor|män)\b"
)
_LISTED = re.compile(r"\b(?:varav|fördelat på|uppdelat på|av dessa|bestående av)\b|:")
_SOME = re.compile(r"\b(?:varav|av dessa)\b")
_BOTH_SEXES = re.compile(
    r"\b(?:kvinn\w+|flick\w+)\b.*\b(?:män\w*|pojk\w+)\b|\b(?:män\w*|pojk\w+)\b.*\b(?:kvinn\w+|flick\w+)\b"
)


def edited(block: Told, start: int, end: int, new: str, *against: Place) -> Spot:
    """Return the spot where the characters [start, end) of a block are written over."""
    return Spot(block.place, context(block.text, start, end, new), replace_in(block.place, start, end, new), against)


def _figure(telling: Telling, random: Random) -> Spot:
    new = digit_changed(telling.figure, random)
    return edited(telling.block, telling.start, telling.end, new, telling.row)


@arithmetic("utfall i texten")
def outcome(report: Report, random: Random) -> Iterator[Spot]:
    """A digit is changed where a sentence about an indicator tells its outcome, whole or by sex."""
    for telling in tellings(report):
        if telling.cell in ("outcome", "outcome_men", "outcome_women"):
            yield _figure(telling, random)


@arithmetic("årsmål eller prognos i texten")
def target(report: Report, random: Random) -> Iterator[Spot]:
    """A digit is changed where a sentence about an indicator tells its target or forecast."""
    for telling in tellings(report):
        if telling.cell in ("target", "city_target", "forecast"):
            yield _figure(telling, random)


@arithmetic("förra årets utfall i texten")
def previous(report: Report, random: Random) -> Iterator[Spot]:
    """A digit is changed where a sentence about an indicator tells last year's outcome."""
    for telling in tellings(report):
        if telling.cell == "previous":
            yield _figure(telling, random)


@arithmetic("delar i en mening")
def parts(report: Report, random: Random) -> Iterator[Spot]:
    """A digit is changed in a sentence that lists the parts of a whole ("126: 91 … och 35", "52 varav 41 och 11").

    Plantable where the first figure is the sum of all that follow a colon or "varav", in whole numbers from ten up. Parts
    after "varav" need not be all, so there only parts that come to more than the whole are known to be wrong, unless
    they are the two sexes.
    """
    for block in running(report):
        for offset, sentence in block.sentences():
            found = [match for match in figures(sentence) if "," not in match[0] and not _is_year(match[0])]
            if len(found) > 2 and _is_list(sentence, found):
                number = random.randrange(len(found))
                chosen = found[number]
                new = digit_changed(chosen[0], random)
                more = plain(new) > plain(chosen[0])
                if not _names_some(sentence, found) or more == (number > 0):
                    start = offset + chosen.start()
                    yield edited(block, start, offset + chosen.end(), new)


def _is_list(sentence: str, found: list[re.Match[str]]) -> bool:
    whole, *rest = (plain(match[0]) for match in found)
    return whole >= 10 and sum(rest) == whole and bool(_LISTED.search(_between(sentence, found)))


def _names_some(sentence: str, found: list[re.Match[str]]) -> bool:
    """Tell whether the parts that a sentence lists need not be all."""
    return bool(_SOME.search(_between(sentence, found))) and not _BOTH_SEXES.search(sentence)


def _between(sentence: str, found: list[re.Match[str]]) -> str:
    return sentence[found[0].end() : found[1].start()]


def _is_year(figure: str) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", figure))


@textual("riktningsord vänt")
def direction(report: Report, random: Random) -> Iterator[Spot]:
    """A word of direction becomes its opposite ("ökat" → "minskat").

    Plantable where the sentence itself says "från X till Y", or tells both this year's outcome of an indicator and last
    year's, or stands alone on an indicator in its own analysis with "förra året" or the year before.
    """
    rows = {row: node for _goal, node, row in indicators(report)}
    for block in running(report):
        for offset, sentence in block.sentences():
            words = list(_DIRECTION.finditer(sentence))
            against = _moves(report, block, sentence, rows)
            if len(words) == 1 and against is not None:
                word = words[0]
                new = _DIRECTIONS[word[1].lower()]
                new = new.capitalize() if word[1][0].isupper() else new
                yield edited(block, offset + word.start(), offset + word.end(), new, *against)


def _moves(report: Report, block: Told, sentence: str, rows: dict[Place, Indicator]) -> tuple[Place, ...] | None:
    """Return the rows that move the way the sentence says, nothing where its own figures say it, else None."""
    if _FROM_TO.search(sentence):
        return ()
    said = {plain(match[0]) for match in figures(sentence)}
    for row, node in rows.items():
        now, before = amount(node.outcome), amount(node.previous)
        if now is None or before is None or now == before:
            continue
        mine = block.place.is_within(row)
        if {now, before} <= said and (mine or is_about(sentence, node.name)):
            return (row,)
        if (
            mine
            and re.search(rf"förra året|föregående år|(?<!\d){report.year - 1}(?!\d)", sentence)
            and not said - {Decimal(report.year - 1)}
        ):
            return (row,)
    return None


@textual("kvinnor och män omkastade i texten")
def sexes(report: Report, random: Random) -> Iterator[Spot]:
    """The words for the sexes change places in a sentence.

    Plantable where the sentence is about an indicator split by sex and compares them ("kvinnor har oftare än män …"), or
    tells how many one of them are ("elva av dem var män", "11 män").
    """
    for telling in sexes_told(report):
        text = telling.block.text[telling.start : telling.end]
        new = _SEX.sub(lambda match: _like(match[1], _SEXES[match[1].lower()]), text)
        yield edited(telling.block, telling.start, telling.end, new, telling.row)


def _like(old: str, new: str) -> str:
    return new.capitalize() if old[0].isupper() else new


def sexes_told(report: Report) -> Iterator[Telling]:
    """Yield the sentences that compare or count the sexes as an indicator's row does."""
    for goal, node, row in indicators(report):
        men, women = amount(node.outcome_men), amount(node.outcome_women)
        if men is None or women is None or men == women:
            continue
        for block in running(report):
            for offset, sentence in block.sentences():
                near = block.place.is_within(row) or is_about(sentence, node.name)
                counted = block.goal is not None and (goal.id in (block.goal.id, block.goal.parent))
                if (near and _compares(sentence, men, women)) or (counted and _counts(sentence, men, women)):
                    yield Telling(row, node, "outcome_men", block, offset, offset + len(sentence))


def _compares(sentence: str, men: Decimal, women: Decimal) -> bool:
    match = _SEX_COMPARED.search(sentence)
    if match is None:
        return False
    first_higher = match["how"].lower() in ("högre", "oftare", "mer", "större", "fler")
    return first_higher == ((men > women) == (match["one"].lower() in ("män", "pojkar")))


def _counts(sentence: str, men: Decimal, women: Decimal) -> bool:
    for match in _SEX_COUNTED.finditer(sentence):
        number = _number(match["count"])
        if number == (men if match["sex"].lower() in ("män", "pojkar") else women):
            return True
    return False


@arithmetic("flickor och pojkar blir hundra procent i texten")
def hundred(report: Report, random: Random) -> Iterator[Spot]:
    """A digit is changed in the shares of the two sexes; plantable where they make 100 per cent, by more than one."""
    for block in running(report):
        for match in _SEX_SHARES.finditer(block.text):
            if plain(match["a"]) + plain(match["b"]) == 100:
                group = random.choice("ab")
                new = digit_changed(match[group], random)
                if abs(plain(new) - plain(match[group])) > 1:
                    yield edited(block, match.start(group), match.end(group), new)


@arithmetic("förändring mot förra året i texten")
def change(report: Report, random: Random) -> Iterator[Spot]:
    """How much higher or lower than last year becomes another number ("två enheter högre än 2023").

    Plantable in an indicator's own analysis, where the number in words or digits is outcome less last year's outcome. Between
    two shares it becomes one that is more than one off: they are rounded, and from what they were before that "åtta"
    procentenheter in print may rightly be "sju" or "nio". An index has no more than its whole steps.
    """
    for _goal, node, row in indicators(report):
        now, before = amount(node.outcome), amount(node.previous)
        for block in running(report):
            if now is None or before is None or not block.place.is_within(row):
                continue
            for match in _HIGHER.finditer(block.text):
                if _number(match["by"]) == abs(now - before):
                    least = 1 if unit(node.outcome) == "%" and not decimals(node.outcome) else 0
                    others = [word for n, word in enumerate(_NUMBERS, 2) if abs(n - abs(now - before)) > least]
                    other = random.choice(others)
                    yield edited(block, match.start("by"), match.end("by"), other, row)


def _number(word: str) -> Decimal | None:
    if word[0].isdigit():
        return plain(word)
    return Decimal(_NUMBERS.index(word.lower()) + 2) if word.lower() in _NUMBERS else None


@arithmetic("samma uppgift i två texter")
def twice(report: Report, random: Random) -> Iterator[Spot]:
    """A digit is changed in one of two texts that tell the same figure of the same thing.

    Plantable where two sentences in different texts share a figure of two digits or more and at least 60 per cent of
    their longer words: a reader sees that they tell the same thing.
    """
    sentences = [(block, offset, text, _stems(text)) for block in running(report) for offset, text in block.sentences()]
    for block, offset, text, stems in sentences:
        for match in figures(text):
            if len(re.sub(r"\D", "", match[0])) < 2 or _is_year(match[0]) or len(stems) < 3:
                continue
            same = [
                other.place
                for other, _at, other_text, other_stems in sentences
                if other.place.parent != block.place.parent
                and len(stems & other_stems) >= 0.6 * max(len(stems), len(other_stems))
                and any(found[0] == match[0] for found in figures(other_text))
            ]
            if same:
                new = digit_changed(match[0], random)
                yield edited(block, offset + match.start(), offset + match.end(), new, *same)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:6] for word in re.findall(r"[a-zåäö]{5,}", text.lower()))


PROSE_SORTS: tuple[Sort, ...] = (outcome, target, previous, parts, hundred, direction, sexes, change, twice)
