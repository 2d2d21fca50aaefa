"""When "en" and "ett" are the number one, and "ingen" is none; most often they are only an article and a pronoun."""

from __future__ import annotations

import re
from collections.abc import Sequence

from avstamt.language.numbers.model import Figure
from avstamt.language.numbers.nouns import counted_noun
from avstamt.language.numbers.units import read_unit
from avstamt.language.numbers.wording import NUMBER_WORDS
from avstamt.language.words import BLANKS, Word, word_set

_OUT_OF = re.compile(r"\s+av\s+(?:de\s+|totalt\s+)?(\w+)")
_JUDGED = re.compile(
    r"\s+(?:\w*mål\s+)?(?:är|bedöms|upp(?:fyll|nå)\w+)\s+(?:\w+\s+)?(?:helt|delvis|inte|ej|uppfyll\w+|uppnå\w+)\b",
    re.IGNORECASE,
)
_BEFORE_ONE = word_set("varav utom endast bara enbart minst högst blott exakt")
_AFTER_ALL = "utom"
_LIST_JOINERS = frozenset({"och", "samt"})
_LONGEST_LIST_STEP = 4
_UNITS_OF_ONE = frozenset({"%", "procentenheter", "poäng", "mnkr", "mdkr", "promille"})
_COUNTED = word_set(
    """
    aktivitet anmälan anmälning anställd ansökan avhysning avvikelse barn barnfamilj besök besökare bidragshushåll brukare
    deltagare elev ensamkommande familj familjehem flicka fall fråga händelse hushåll hushållet incident indikator insats
    klagomål klient kvinna lägenhet man medarbetare mål möte olycka person placering plats pojke samtal skola student
    synpunkt tillbud tjänst tonåring ungdom utbildning utredning vräkning ärende enhetsmål nämndmål olycksfall
    """
)


def counts_one(text: str, words: Sequence[Word], index: int, before: Figure | None) -> bool:
    """Tell whether the "en" or "ett" at `index` counts, given the figure `before` it in the text."""
    word = words[index]
    unit = read_unit(text, word.end)
    if unit and (unit.name in _UNITS_OF_ONE or unit.power):
        return True
    if (of := _OUT_OF.match(text, word.end)) and (of[1].isdecimal() or of[1].lower() in NUMBER_WORDS):
        return of[1].lower() not in ("en", "ett")
    if _JUDGED.match(text, word.end):
        return True
    last = words[index - 1].lower if index else ""
    noun = counted_noun(text, words, index + 1, words[index].end, one=True)
    if last in _BEFORE_ONE and (noun or last == _AFTER_ALL):
        return True
    if noun is None or before is None or last not in _LIST_JOINERS:
        return False
    return _closes_list(text, words, index, before) and noun.text.lower() in _COUNTED


def counts_none(text: str, words: Sequence[Word], index: int) -> bool:
    """Tell whether "inga", "inget" or "ingen" at `index` says that there are none of what follows."""
    noun = counted_noun(text, words, index + 1, words[index].end, one=True)
    if noun is None:
        return False
    return words[index].lower == "inga" or noun.text.lower() in _COUNTED


def _closes_list(text: str, words: Sequence[Word], index: int, before: Figure) -> bool:
    """Tell whether only a noun and "och" stand between the figure before and this word: "två pojkar och en …"."""
    between = [word for word in words[max(0, index - _LONGEST_LIST_STEP) : index] if word.start >= before.span.end]
    gap = text[before.span.end : words[index].start]
    return len(between) < _LONGEST_LIST_STEP and not set(gap) & set(".;:\n") and bool(gap.strip(BLANKS))
