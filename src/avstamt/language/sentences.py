"""Cutting Swedish text into sentences and clauses, as spans into the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from avstamt.language.abbreviations import ABBREVIATIONS, CLOSING_ABBREVIATIONS
from avstamt.language.words import BLANKS, Span, opens_line

_END = re.compile(r"[\n.!?…](?:(?<=\n)\n*|(?<=[.!?…])[.!?…]*[\"”’»)\]]*(?=\s|$)|(?<=[.!?])(?=[A-ZÅÄÖ][a-zåäö]))")
"""The end of a sentence; it opens with the signs it may begin with, for then the letters between are passed over at once."""

_LAST_WORD = re.compile(r"(?:[^\W\d_]+(?:[.:][^\W\d_]+)*|\d+(?:[.,:]\d+)*)$")
_WORD_REACH = 24
_LONGEST = 1200
_OPENING = '"”“’»(–-•\uf0b7 \u00a0\t'
MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
"""The months in order."""

_CLAUSE = re.compile(
    r"[;:](?=\s)"
    r"|,(?=\s+(?:men|medan|utan|samt|så|dock|däremot|därmed|därför|vilket|vilka|varav|varför|då|eftersom|trots|även|"
    r"och|som|där|när|om|vars|för\s+att|av\s+dessa|av\s+dem)\b)"
    r"|\s(?=(?:men|medan|varav|då|eftersom|varför|trots\s+att|samtidigt\s+som|så\s+(?:är|har|var|blir))\s)"
    r"|(?P<joined>\s)(?=(?:och|samt)\s+(?:(?:de|det|den|har|är|var|kommer|bedöms|ligger|visar|enheten|nämnden|målet|andelen|antalet)\s"
    r"|[^\W\d_]+(?:en|et|na|an|on)\s+(?:är|har|var|ligger|visar|blev|kommer|bedöms|hade|minskar|ökar)\b"
    r"|(?:[^\W\d_][\w-]*\s+){1,3}(?:ökade|minskade|sjönk|steg|ökar|minskar|uppgår|uppgick)\s+(?:från|till|med)\b))",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:är|har|hade|var|blev|blir|ligger|visar|kommer|ska|kan|minskar|ökar|uppgår|sjunker|sjönk|steg|gick|kom|tog|gav|höll|låg|stod|såg|fortsätter|pågår|innebär|finns|fick|får"
    r"|[^\W\d_]+(?:ats|ades|its|tts|des))\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)  # a block is read again only when it has changed
def split_sentences(text: str) -> tuple[Span, ...]:
    """Return the sentences of a text as spans without the blanks around them; every line ends one."""
    spans: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        if match.group()[0] == "\n" or _ends_sentence(text, match):
            _add(spans, text, start, match.end())
            start = match.end()
    _add(spans, text, start, len(text))
    return tuple(spans)


def split_clauses(text: str, sentence: Span) -> tuple[Span, ...]:
    """Return the clauses of a sentence: cut at "men", "medan", "varav", "vilket" and their like, and at semicolons."""
    spans: list[Span] = []
    start = sentence.start
    for match in _CLAUSE.finditer(text, sentence.start, sentence.end):
        if text.count("(", start, match.start()) > text.count(")", start, match.start()):
            continue
        if (match["joined"] or match.group() == ":") and not _FINITE.search(text, start, match.start()):
            continue
        _add(spans, text, start, match.end())
        start = match.end()
    _add(spans, text, start, sentence.end)
    return tuple(spans) or (sentence,)


def span_at(spans: tuple[Span, ...], position: int) -> Span | None:
    """Return the span among ordered, separate `spans` that holds the character at `position`."""
    place = bisect_left(spans, position + 1, key=lambda span: span.start) - 1
    return spans[place] if place >= 0 and position < spans[place].end else None


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    """Add a stretch without the blanks around it; one longer than any sentence is cut at blanks, so that reading stays quick."""
    start, end = _trimmed(text, start, end)
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + 1, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        _add(spans, text, start, cut)
        start, end = _trimmed(text, cut, end)
    if start < end:
        spans.append(Span(start, end))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the ends of a stretch without the blanks around it; nothing is cut out to see them."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    """Tell whether the stop that `match` found ends a sentence: not an abbreviation's, an ordinal's or a list number's."""
    following = _next_letter(text, match.end())
    if match.group()[0] != ".":
        return not following.islower()
    reach = max(0, match.start() - _WORD_REACH, text.rfind(" ", 0, match.start()) + 1)
    before = _LAST_WORD.search(text, reach, match.start())
    last = before.group().lower() if before else ""
    if last and not last[0].isdecimal():
        return _word_ends_sentence(text, last, before, following)
    if not last:
        return not following.islower()
    if before is not None and (opens_line(text, before.start()) or _follows_colon(text, before.start())):
        return False
    return not following.islower() and not text.startswith(MONTHS, match.end() + 1)


def _follows_colon(text: str, start: int) -> bool:
    """Tell whether a number stands behind a label with a colon, as in a heading: "Nämndmål: 1.2.1. Barn"."""
    return text[max(0, start - 3) : start].rstrip(BLANKS).endswith(":")


def _word_ends_sentence(text: str, last: str, before: re.Match[str] | None, following: str) -> bool:
    """Tell whether a stop behind a word ends the sentence, given the first letter that follows."""
    if following.islower():
        return False
    if last in CLOSING_ABBREVIATIONS:
        return True
    if last in ABBREVIATIONS:
        return not following
    initial = before is not None and len(last) == 1 and text[before.start()].isupper()
    return not initial or not following


def _next_letter(text: str, position: int) -> str:
    """Return the first character of the next word or number, past blanks, quotes and bullets; empty at the end."""
    end = min(len(text), position + _WORD_REACH)
    while position < end and (text[position] in _OPENING or text[position] == "\n"):
        position += 1
    return text[position] if position < len(text) else ""
