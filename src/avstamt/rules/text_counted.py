"""A rule about "följande tre områden: …": so many things are announced, and so many are named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from avstamt.domain.finding import Level
from avstamt.language.numbers.wording import NUMBER_WORDS
from avstamt.rules.model import Aspect, Context, Observation, found, rule
from avstamt.rules.prose import Written

_MOST = 12
_NUMBERS = {word: number for word, number in NUMBER_WORDS.items() if 1 < number <= _MOST}
_WORDS = {number: word for word, number in _NUMBERS.items()}
_THINGS = (
    r"\w*(?:områden|mål|punkter|delar|steg|åtgärder|insatser|aktiviteter|prioriteringar|grupper|målgrupper|enheter|team|avdelningar|boenden|"
    r"förskolor|skolor|uppdrag|perspektiv|värdeord|ledord|processer|kategorier|orsaker|skäl|anledningar|faktorer|indikatorer|"
    r"verksamheter|åtaganden|teman|principer|strategier|projekt|kompetenser|nivåer|spår|utmaningar|behov|risker|metoder|frågor)"
)
_ANNOUNCED = re.compile(
    rf"(?<![\d,.–-])(?<!\bav\s)(?<!\d\s)\b(?P<number>{'|'.join(_NUMBERS)}|[2-9]|1[0-2])\s+(?:(?!av\b)[a-zåäö]+\s+)?(?P<things>{_THINGS})(?:\s+[a-zåäö]+){{0,3}}:",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\s*(?P<named>[^.;:()\d!?–]{3,240}?)\.?\s*(?=$|\.\s|\n)")
_LAST = re.compile(r"\s+(?:och|samt)\s+")
_MOST_WORDS = 5


class _List(NamedTuple):
    """What is announced in a block, and how many are named behind it."""

    number: re.Match[str]
    named: int


@rule("TXT-123", name="antal-i-uppräkning", level=Level.DEVIATION, basis="räkning", heeds=(Aspect.TEXTS,))
def so_many_are_named_as_announced(context: Context) -> Iterator[Observation]:
    """En uppräkning har så många led som texten säger före den.

    Varför: ett led läggs till eller tas bort, och antalet före kolonet blir kvar. Bara rena uppräkningar prövas.
    Fel: ”Enheten prioriterar tre områden: trygghet, delaktighet, hälsa och utbildning.”
    Rätt: ”Enheten prioriterar fyra områden: trygghet, delaktighet, hälsa och utbildning.”
    """
    for block, behind in _with_items(context.written):
        for one in _lists(block.text, behind):
            said = one.number["number"].lower()
            if (int(said) if said.isdigit() else _NUMBERS[said]) != one.named:
                yield found(
                    block.place.at(*one.number.span("number")),
                    f"Texten säger {said} {one.number['things'].lower()}, men räknar upp {_WORDS.get(one.named, one.named)}.",
                    block.quote(*one.number.span()),
                    advice="Rätta antalet eller uppräkningen.",
                )


def _with_items(blocks: Sequence[Written]) -> Iterator[tuple[Written, int]]:
    """Yield the writer's own blocks that announce something, each with how many items of a list follow."""
    for at, block in enumerate(blocks):
        if block.own and block.kind == "paragraph" and ":" in block.text:
            after = [one.kind == "item" and one.field == block.field for one in blocks[at + 1 : at + 2 + _MOST]]
            yield block, (*after, False).index(False)


def _lists(text: str, behind: int) -> Iterator[_List]:
    for match in _ANNOUNCED.finditer(text):
        rest = text[match.end() :]
        if not rest.strip():
            if 1 < behind <= _MOST:
                yield _List(match, behind)
        elif (named := _NAMED.match(rest)) is not None and (many := _count(named["named"])):
            yield _List(match, many)


def _count(named: str) -> int:
    """Return how many a plain enumeration names, 0 where it is none: "trygghet, hälsa och utbildning"."""
    parts = [part.strip() for part in named.split(",")]
    last = _LAST.split(parts[-1])
    items = [*parts[:-1], *last]
    plain = all(items) and all(len(item.split()) <= _MOST_WORDS for item in items)
    joined = any(_LAST.search(part) for part in parts[:-1])
    return len(items) if plain and not joined and len(items) == len(parts) + 1 else 0
