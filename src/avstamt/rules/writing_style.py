"""Rules about plain language: texts that are very hard to read, and heavy expressions with lighter ones beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from avstamt.domain.finding import Level
from avstamt.domain.place import Place
from avstamt.language.readability import lix, together
from avstamt.resources import resource
from avstamt.rules.model import Aspect, Context, Observation, found, rule
from avstamt.rules.writing_passages import Passage
from avstamt.rules.writing_places import in_order, quoted
from avstamt.rules.writing_slips import Slip, once
from avstamt.rules.writing_words import Vocabulary, all_of, vocabularies

_HEAVY, _LEAST_WORDS = 70, 100
_LEAST_EXPRESSIONS = 3
_SHOWN = 5
_OPENING = 120


@rule("SPR-119", name="läsbarhet", level=Level.TIP, basis="LIX", reads="part", heeds=(Aspect.TEXTS, Aspect.ACTIVITIES))
def texts_can_be_read(context: Context) -> Iterator[Observation]:
    """En text har ett läsbarhetsindex (LIX) på högst 70.

    Varför: över 60 räknas en text som mycket svår. Över 70 orkar få läsa den till slut. Texter på färre än 100 ord
    prövas inte.
    Fel: en lång analys i en enda mening av sammansatta ord.
    Rätt: samma analys i korta meningar.
    """
    texts: dict[Place, list[Passage]] = {}
    for passage in context.running:
        texts.setdefault(passage.place.parent.parent, []).append(passage)
    for place, parts in texts.items():
        if sum(len(part.words) for part in parts) < _LEAST_WORDS:
            continue
        counted = together([lix(part.text) for part in parts])
        if counted.value > _HEAVY:
            mean = round(counted.words / counted.sentences)
            yield found(
                place,
                f"Texten är mycket svår att läsa: LIX är {counted.value}, med {mean} ord i en mening i snitt.",
                quoted(parts[0], 0, min(_OPENING, len(parts[0].text))),
                advice="Dela de längsta meningarna och byt långa ord mot kortare där det går.",
            )


@rule(
    "SPR-120",
    name="tunga-uttryck",
    level=Level.TIP,
    basis="språklagen 11 § och klarspråk",
    heeds=(Aspect.TEXTS, Aspect.ACTIVITIES),
)
def expressions_are_plain(context: Context) -> Iterator[Observation]:
    """Texten använder vardagliga ord i stället för tunga uttryck.

    Varför: språket i offentlig verksamhet ska vara vårdat, enkelt och begripligt. Anmärkningen kommer en gång för hela
    rapporten, när minst tre tunga uttryck står i den.
    Fel: Medel erfordras. Behov föreligger. Den enskilde erhåller stöd.
    Rätt: Medel behövs. Behov finns. Den enskilde får stöd.
    """
    lighter = heavy_expressions()
    words = all_of(context.kept.each(_words_of_expressions, vocabularies(context)))
    here = [heavy for heavy in lighter if words.issuperset(heavy.split())]
    if not here:
        return
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(here, key=len, reverse=True))})\b", re.IGNORECASE)
    slips = context.in_passages(_matching, pattern, tuple(here))
    if len(slips) >= _LEAST_EXPRESSIONS:
        slips.sort(key=lambda slip: in_order(slip.place))
        used = list(dict.fromkeys(slip.old.lower() for slip in slips))
        listed = ", ".join(f"’{one}’ ({lighter[one]})" for one in used[:_SHOWN])
        more = f" och {len(used) - _SHOWN} till" if len(used) > _SHOWN else ""
        yield once(slips, f"Tunga uttryck står på {{n}} ställen: {listed}{more}.", "Byt ut dem där det går.")


def _words_of_expressions(words: Vocabulary) -> frozenset[str]:
    return words.among(_words_of_all())


@lru_cache(maxsize=1)
def _words_of_all() -> frozenset[str]:
    return frozenset(word for heavy in heavy_expressions() for word in heavy.split())


def _matching(passages: Sequence[Passage], pattern: re.Pattern[str], words: tuple[str, ...]) -> list[Slip]:
    return [
        Slip(passage, *span, "")
        for passage in passages
        if passage.is_running
        for span in _spans_of(passage.text, pattern, words)
    ]


@lru_cache(maxsize=4096)  # a text is searched again only when it has changed
def _spans_of(text: str, pattern: re.Pattern[str], words: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Return where the pattern, made of the words, stands in a text."""
    lower = text.lower()
    if not any(word in lower for word in words):
        return ()
    return tuple(match.span() for match in pattern.finditer(text))


@lru_cache(maxsize=1)
def heavy_expressions() -> dict[str, str]:
    """Return the heavy expressions, in lower case, each with what may stand instead."""
    lines = resource("words", "klarspråk.txt").read_text("utf-8").splitlines()
    pairs = (line.split("=") for line in lines if "=" in line and not line.startswith("#"))
    return {heavy.strip(): light.strip() for heavy, light in pairs}
