"""Terms that a report spells in several ways: with and without hyphen, acronyms in two cases, names in two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from avstamt.language.words import split_words
from avstamt.rules.model import Context, Observation, found
from avstamt.rules.writing_passages import Passage
from avstamt.rules.writing_places import in_order, quoted
from avstamt.rules.writing_slips import Slip
from avstamt.rules.writing_words import Occurrence, Vocabulary, in_words, vocabularies

_LEAST_KEY = 5
_LEAST_CAPITALS = 2
_QUOTED = 2
_ARTICLES = ("den", "det", "de")

Forms = dict[str, list[Slip]]
"""The spellings of one term, each with where it stands."""

_Spelt = dict[tuple[str, str], list[Slip]]
"""Where a part of the report spells a term in a way: under what all its spellings have in common, and the spelling."""


class _Name(NamedTuple):
    """A name of two words in small letters, the article before it, and whether both words have a capital."""

    key: str
    first: str
    second: str
    article: str
    both: bool


def variants(context: Context) -> Iterator[Forms]:
    """Yield the spellings of one term: with and without hyphen, acronyms in two cases, names in two."""
    words, kept = vocabularies(context), context.kept
    sought = frozenset(form for pair in in_words(context, _hyphened) for form in pair)
    yield from _several(kept.each(_with_and_without, words, sought))
    names = frozenset(context.in_passages(_names))
    capitals = kept.each(_in_capitals, context.passage_parts)
    yield from _several([*capitals, *kept.each(_uncapitalised, words, names)])


def _several(parts: Sequence[_Spelt]) -> Iterator[Forms]:
    """Yield the terms of which the parts have more spellings than one."""
    spellings: dict[str, list[str]] = defaultdict(list)
    for key, text in dict.fromkeys(chain.from_iterable(parts)):
        spellings[key].append(text)
    for key, texts in spellings.items():
        if len(texts) > 1:
            yield {text: [use for part in parts for use in part.get((key, text), ())] for text in texts}


def _bare(lower: str) -> str:
    return lower.replace("-", "").replace("\u2011", "")


def _hyphened(words: Vocabulary) -> list[tuple[str, str]]:
    """Return the words with a hyphen that are long enough, each also as it is without."""
    with_hyphen = ((lower, _bare(lower)) for lower in words if "-" in lower or "\u2011" in lower)
    return [(lower, key) for lower, key in with_hyphen if len(key) >= _LEAST_KEY and key.isalpha()]


def _with_and_without(words: Vocabulary, sought: frozenset[str]) -> _Spelt:
    """Return the words that the report also writes with, or without, a hyphen."""
    return {(_bare(lower), lower): [_use(one) for one in words.of(lower)] for lower in words.keys() & sought}


def _in_capitals(passages: Sequence[Passage]) -> _Spelt:
    """Return the acronyms and names where they stand, each under what it is in small letters."""
    uses: _Spelt = defaultdict(list)
    for one in _capitalised(passages):
        text = one.word.text
        if text.isalpha() and sum(sign.isupper() for sign in text) >= _LEAST_CAPITALS:
            uses[one.word.lower, text].append(_use(one))
        elif text.istitle() and (use := _name(one)):
            uses[use.old.lower(), use.old].append(use)
    return dict(uses)


def _names(passages: Sequence[Passage]) -> list[_Name]:
    """Return the names of two words that stand in the passages, each once with each article."""
    names: dict[_Name, None] = {}
    for one in _capitalised(passages):
        text = one.word.text
        if text.isalpha() and sum(sign.isupper() for sign in text) >= _LEAST_CAPITALS:
            continue
        if text.istitle() and (use := _name(one)) and (after := one.after):
            article = one.before.lower if one.before is not None and one.before.lower in _ARTICLES else ""
            names[_Name(use.old.lower(), one.word.lower, after.lower, article, after.text.istitle())] = None
    return list(names)


def _capitalised(passages: Sequence[Passage]) -> Iterator[Occurrence]:
    return (Occurrence(passage, number) for passage in passages for number in _capitals_in(passage.text))


@lru_cache(maxsize=8192)  # a text is asked for twice, and again when something else in its part has changed
def _capitals_in(text: str) -> tuple[int, ...]:
    return tuple(number for number, word in enumerate(split_words(text)) if word.text != word.lower)


def _use(one: Occurrence) -> Slip:
    return Slip(one.passage, one.word.start, one.word.end, "")


def _name(one: Occurrence) -> Slip | None:
    """Return two words in a row of which the first is capitalised within its sentence: "Stockholms stad"."""
    after = one.after
    if after is None or not after.text.isalpha() or one.opens or one.passage.text[one.word.end : after.start] != " ":
        return None
    return Slip(one.passage, one.word.start, after.end, "")


def _uncapitalised(words: Vocabulary, names: frozenset[_Name]) -> _Spelt:
    """Return the same two words in small letters, where both have a capital in the name, or the same article before."""
    uses: _Spelt = defaultdict(list)
    by_first = _by_first(names)
    for first in by_first.keys() & words.keys():
        for one in words.of(first):
            after = one.after
            if after is None or not one.word.text.islower():
                continue
            for name in by_first[first]:
                if after.text == name.second and (name.both or _has_article(one, name.article)):
                    use = Slip(one.passage, one.word.start, after.end, "")
                    uses[name.key, use.old].append(use)
    return dict(uses)


@lru_cache(maxsize=2)  # asked for every part with the same names
def _by_first(names: frozenset[_Name]) -> Mapping[str, list[_Name]]:
    by_first: dict[str, list[_Name]] = defaultdict(list)
    for name in names:
        by_first[name.first].append(name)
    return dict(by_first)


def _has_article(one: Occurrence, article: str) -> bool:
    return bool(article) and one.before is not None and one.before.lower == article


def inconsistent(forms: Forms) -> Observation:
    """Tell of the spellings: the most used first, at the first place of another."""
    ordered = [sorted(dict.fromkeys(uses), key=lambda use: in_order(use.place)) for uses in forms.values()]
    usual, *others = sorted(ordered, key=lambda uses: (-len(uses), uses[0].old))
    odd = min((uses[0] for uses in others), key=lambda use: in_order(use.place))
    texts = [uses[0].old for uses in (usual, *others)]
    return found(
        odd.place,
        f"Samma term är skriven på olika sätt: {', '.join(f'’{text}’' for text in texts[:-1])} och ’{texts[-1]}’.",
        *(quoted(use.passage, use.start, use.end) for uses in (*others, usual) for use in uses[:_QUOTED]),
        advice=f"Välj en form, till exempel ’{texts[0]}’.",
    )
