"""Rules about those who work in a unit: the list of them, its total, and what the texts say of as many."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby, takewhile
from typing import NamedTuple

from avstamt.domain.finding import Evidence, Level
from avstamt.rules.model import Aspect, Context, Observation, found, rule
from avstamt.rules.prose import Written

_WORDS = ["en", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"]
_NUMBER = {word: max(1, number) for number, word in enumerate(_WORDS)}
_ITEM = re.compile(r"\s*(?P<number>\d{1,3})\s+(?P<what>[a-zåäö-]+(?:\s+[a-zåäö-]+){0,2})\s*[.,;]?\s*$", re.IGNORECASE)
_WORKERS = re.compile(
    r"\w*(?:assistent|behandlar|handläggar|sekreterar|pedagog|lärar|chef|samordnar|skötar|skötersk|biträde|terapeut|kurator|"
    r"konsulent|rådgivar|vägledar|instruktör|ledar|rektor|kock|måltidsbiträde|psykolog|administratör|socionom|utredar)\w*$",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"(?:^|(?<=[.!?]\s))(?:Totalt|Sammanlagt|Sammantaget)\b[^.;:,\d]{0,40}?\b(?P<number>\d{1,3}|tolv|elva|tio)\s+"
    r"(?P<noun>medarbetare|personer|anställda|tjänster)\b(?=\s*(?:[.;]|$))",
    re.IGNORECASE,
)
_SAID = re.compile(rf"\b(?P<number>\d{{1,3}}|{'|'.join(_WORDS[2:])})\s+(?P<what>\w{{5,}})\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:staden\w*|regionen\w*|förvaltningen\w*|skolan\w*|förra|tidigare|20\d\d|nya|behov|sök\w*|samarbet\w*)\b",
    re.IGNORECASE,
)
"""Words of a sentence that may speak of other workers than those of the list."""

_LEAST = 3


class _Staff(NamedTuple):
    """The items of a list of workers, each with how many and who, in order."""

    items: tuple[tuple[int, str, Written], ...]
    after: tuple[Written, ...]

    @property
    def total(self) -> int:
        """Return how many they are together."""
        return sum(number for number, _who, _block in self.items)


@rule("TXT-119", name="personallista", level=Level.DEVIATION, basis="sifferkontroll", heeds=(Aspect.TEXTS,))
def workers_are_as_many_as_their_list(context: Context) -> Iterator[Observation]:
    """Det antal medarbetare som texten säger är det som listan över dem räknar upp.

    Varför: listan och texten ändras var för sig när någon börjar eller slutar. Summan prövas i stycket efter listan, och
    ett antal av ett slag mot listan bara när texten säger fler än den.
    Fel: ”6 behandlare, 4 kuratorer, 1 chef” i en lista och ”Totalt har enheten 12 medarbetare” efter den.
    Rätt: ”Totalt har enheten 11 medarbetare” efter samma lista.
    """
    for staff in _lists(context.written):
        yield from _wrong_totals(staff)
        yield from _more_than_listed(staff, context.written)


def _lists(blocks: Sequence[Written]) -> Iterator[_Staff]:
    """Yield the lists whose items all are a number and who they are, with the paragraphs directly behind them."""
    for _field, group in groupby(blocks, key=lambda block: block.field):
        texts = list(group)
        for start, block in enumerate(texts):
            if block.kind != "item" or not block.own or (start and texts[start - 1].kind == "item"):
                continue
            items = list(takewhile(lambda one: one.kind == "item", texts[start:]))
            read = [(_item(one.text), one) for one in items]
            told = tuple((item[0], item[1], one) for item, one in read if item is not None)
            if len(told) == len(items) >= _LEAST and any(_WORKERS.search(who) for _number, who, _one in told):
                yield _Staff(told, tuple(texts[start + len(items) : start + len(items) + 1]))


@lru_cache(maxsize=2048)
def _item(text: str) -> tuple[int, str] | None:
    match = _ITEM.match(text)
    return (int(match["number"]), match["what"].lower()) if match else None


def _wrong_totals(staff: _Staff) -> Iterator[Observation]:
    for block in staff.after:
        for match in _TOTAL.finditer(block.text):
            said = _read(match["number"])
            if said != staff.total:
                yield found(
                    block.place.at(*match.span("number")),
                    f"Texten säger {said} {match['noun']}, men listan före räknar upp {staff.total}.",
                    block.quote(*match.span()),
                    *(Evidence(one.place, one.text.strip()) for _number, _who, one in staff.items[:_LEAST]),
                    advice="Rätta talet eller listan.",
                )


def _more_than_listed(staff: _Staff, blocks: Sequence[Written]) -> Iterator[Observation]:
    """Yield where a text tells of more workers of a kind than the list has, in the list's own word."""
    listed = {who: (number, one) for number, who, one in staff.items if _WORKERS.fullmatch(who)}
    for block in blocks:
        if not block.own or block.kind == "item" or not any(who in block.text.lower() for who in listed):
            continue
        for match in _SAID.finditer(block.text):
            number, item = listed.get(match["what"].lower(), (None, None))
            said = _read(match["number"])
            sentence = block.text[slice(*block.sentence(*match.span()))]
            if number is not None and item is not None and said > number and not _OTHERS.search(sentence):
                yield found(
                    block.place.at(*match.span()),
                    f"Texten säger {said} {match['what'].lower()}, men listan har {number}.",
                    block.quote(*match.span()),
                    Evidence(item.place, item.text.strip()),
                    advice="Rätta talet eller listan.",
                )


def _read(number: str) -> int:
    return int(number) if number.isdigit() else _NUMBER[number.lower()]
