"""Tells sub-headings that a writer typed from paragraphs: by form, by what follows, and by titles known elsewhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from avstamt.importers.layout import Layout, width
from avstamt.importers.lines import Line
from avstamt.importers.wording import ends_sentence, folded

_LONGEST = 110
_ENOUGH = 2.0
_MOST_WORDS_WITH_COLON = 7
_VERBS = frozenset(
    [
        "är",
        "var",
        "har",
        "hade",
        "ska",
        "skall",
        "kan",
        "kunde",
        "får",
        "fick",
        "finns",
        "fanns",
        "ges",
        "gavs",
        "görs",
        "gör",
        "blir",
        "blev",
        "sker",
        "bidrar",
        "bidragit",
        "arbetar",
        "arbetat",
        "erbjuds",
        "erbjuder",
        "uppfylls",
        "uppfyller",
        "uppnås",
        "uppnår",
        "nås",
        "når",
        "minskar",
        "minskat",
        "ökar",
        "ökat",
        "följs",
        "följer",
        "deltar",
        "deltagit",
        "ingår",
        "används",
        "består",
        "lever",
        "utvecklas",
        "genomförs",
        "genomfört",
        "pågår",
        "visar",
        "innebär",
        "behöver",
        "kommer",
        "tar",
        "ger",
        "ser",
        "bedöms",
        "bedömer",
        "redovisas",
        "beskrivs",
        "omfattar",
        "ansvarar",
        "leder",
        "skapar",
        "stärks",
        "synliggörs",
        "beviljas",
        "trivs",
        "råder",
        "känner",
        "upplever",
        "vet",
        "utgörs",
        "saknas",
        "inkommit",
        "fortsätter",
        "samverkar",
        "hålls",
        "ligger",
        "anses",
        "uppgår",
        "beror",
        "gäller",
        "vill",
        "bör",
        "måste",
        "möter",
        "stödjer",
        "håller",
        "står",
        "samordnar",
        "utgår",
        "grundas",
        "syns",
        "märks",
        "finner",
        "prioriteras",
        "planeras",
        "krävs",
        "erhölls",
        "innefattar",
        "inkluderar",
        "betyder",
    ]
)
_PASSIVE = re.compile(r"^[a-zåäö]{4,}(?:[^n\W]as|ats|ades|erar|erats|eras)$")
_NOUN = re.compile(r"(?:plats|insats|slutsats|matsats|ansats)$")
_MOST_WORDS_OF_QUESTION = 7
_TOO_MUCH = 9.0
_INFINITIVES = frozenset(
    [
        "öka",
        "minska",
        "utveckla",
        "vidareutveckla",
        "förbättra",
        "stärka",
        "säkerställa",
        "skapa",
        "ta",
        "ge",
        "fortsätta",
        "genomföra",
        "följa",
        "arbeta",
        "införa",
        "erbjuda",
        "synliggöra",
        "upprätta",
        "främja",
        "verka",
        "att",
    ]
)
_LEAD_IN_ENDS = frozenset(
    [
        "för",
        "av",
        "på",
        "att",
        "om",
        "till",
        "genom",
        "annat",
        "i",
        "med",
        "inom",
        "mot",
        "från",
        "vid",
        "bl.a",
        "exempelvis",
        "exempel",
        "följande",
        "nedan",
    ]
)
"""A line that ends in one of these and a colon leads a list in; it heads no text."""
_STARTS_BADLY = re.compile(r"^(?:(?:19|20)\d\d\s*:|\d+\s*(?:%|st\b|kr\b)|[-–•]|https?:|Tabell\b|Källa\b)")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A paragraph to judge: its lines and text, and whether it is one of several short ones in a row (a list)."""

    lines: Sequence[Line]
    text: str
    in_run: bool = False
    item: bool = False
    heading: bool = False


def has_verb(text: str) -> bool:
    """Tell whether the text holds a finite verb that reports are full of, or begins with an infinitive."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    if any(word in _VERBS or (_PASSIVE.match(word) and not _NOUN.search(word)) for word in words):
        return True
    return bool(words) and (words[0] in _INFINITIVES or (words[0].endswith("era") and len(words) > 1))


def is_heading(
    stretch: Stretch, before: Stretch | None, after: Stretch | None, layout: Layout, known: Collection[str]
) -> bool:
    """Tell whether a paragraph is a sub-heading of what comes after it."""
    text = stretch.text
    if not text.endswith(".") and folded(text) in known:
        return True
    if after is None or not _may_be(stretch, layout):
        return False
    return _score(stretch, before, after, layout) >= _ENOUGH


def _may_be(stretch: Stretch, layout: Layout) -> bool:
    text = stretch.text
    if (
        len(stretch.lines) > 1
        or len(text) > _LONGEST
        or not (text[0].isupper() or text[0].isdigit() or text[0] in '”"')
    ):
        return False
    if text.endswith((".", ",", ";", "!", "…")) or _STARTS_BADLY.match(text) or ". " in text:
        return False
    return not (layout.wrapped and width(text) > 0.86 * layout.measure)


def _cost_of_end(text: str, words: Sequence[str], after: Stretch) -> float:
    """Return what the question mark or the colon that ends a text speaks against its being a heading."""
    if text.endswith("?"):
        asks = len(words) <= _MOST_WORDS_OF_QUESTION and ends_sentence(after.text)
        return 0.0 if asks else _TOO_MUCH
    if not text.endswith(":"):
        return 0.0
    if len(words) > _MOST_WORDS_WITH_COLON or words[-1] in _LEAD_IN_ENDS:
        return _TOO_MUCH
    bare = words[:-1] if words[-1] == "är" else words
    if after.item and has_verb(" ".join(bare)):
        return _TOO_MUCH
    return 0.5 if bare and len(bare) <= 4 else 0.0  # noqa: PLR2004 - a short one is as good as a heading


def _score(stretch: Stretch, before: Stretch | None, after: Stretch, layout: Layout) -> float:
    text = stretch.text
    words = re.findall(r"[^\W\d_]+", text.casefold())
    if not words:
        return 0.0
    score = 2.0 - _cost_of_end(text, words, after)
    words = words[:-1] if text.endswith(":") and len(words) > 1 and words[-1] == "är" else words
    if has_verb(" ".join(words)) and not text.endswith("?"):
        score -= 2.5 if layout.wrapped else 1.0
    score += 0.5 if width(text) < 0.55 * layout.measure else 0.0
    line = stretch.lines[0]
    if layout.wrapped and not layout.doubled:
        apart = line.gap or line.spacers or line.page_break or line.lead or before is None
        score += 0.5 if apart else -0.25
    if stretch.in_run:
        score -= 2.0
    if before is not None and not (ends_sentence(before.text) or has_verb(before.text) or stretch.in_run):
        score -= 0.5
    score -= 1.0 if text.count(",") > 1 else 0.0
    if after.heading and (before is None or before.heading or text.endswith(":") or ends_sentence(before.text)):
        return score + 0.5
    text_follows = len(after.text) > 2 * len(text) or ends_sentence(after.text) or has_verb(after.text) or after.item
    return score + (0.5 if text_follows else -1.0)
