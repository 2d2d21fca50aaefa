"""Terms that a report spells in several ways: with and without hyphen, acronyms in two cases, names in two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

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


class _Name(NamedTuple):
    """A name of two words in small letters, the article before it, and whether both words have a capital."""

    key: str
    first: str
    second: str
    article: str
    both: bool


def variants(context: Context) -> Iterator[Forms]:
    """Yield the spellings of one term: with and without hyphen, acronyms in two cases, names in two."""
    words = vocabularies(context)
    by_hyphen: dict[str, Forms] = defaultdict(lambda: defaultdict(list))
    hyphened = set(in_words(context, _hyphened))
    sought = {form for pair in hyphened for form in pair}
    for part in words:
        for lower in part.keys() & sought:
            by_hyphen[_bare(lower)][lower] += [_use(one) for one in part[lower]]
    by_case: dict[str, Forms] = defaultdict(lambda: defaultdict(list))
    for key, use in context.in_passages(_in_capitals):
        by_case[key][use.old].append(use)
    for key, other in _uncapitalised(words, context.in_passages(_names)):
        by_case[key][other.old].append(other)
    for forms in (*by_hyphen.values(), *by_case.values()):
        spelt = {text: uses for text, uses in forms.items() if uses}
        if len(spelt) > 1:
            yield spelt


def _bare(lower: str) -> str:
    return lower.replace("-", "").replace("\u2011", "")


def _hyphened(words: Vocabulary) -> list[tuple[str, str]]:
    """Return the words with a hyphen that are long enough, each also as it is without."""
    with_hyphen = ((lower, _bare(lower)) for lower in words if "-" in lower or "\u2011" in lower)
    return [(lower, key) for lower, key in with_hyphen if len(key) >= _LEAST_KEY and key.isalpha()]


def _in_capitals(passages: Sequence[Passage]) -> list[tuple[str, Slip]]:
    """Return the acronyms and names where they stand, each under what it is in small letters."""
    uses: list[tuple[str, Slip]] = []
    for one in _capitalised(passages):
        text = one.word.text
        if text.isalpha() and sum(sign.isupper() for sign in text) >= _LEAST_CAPITALS:
            uses.append((one.word.lower, _use(one)))
        elif text.istitle() and (use := _name(one)):
            uses.append((use.old.lower(), use))
    return uses


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
    for passage in passages:
        for number, word in enumerate(passage.words):
            if word.text is not word.lower and word.text != word.lower:
                yield Occurrence(passage, number)


def _use(one: Occurrence) -> Slip:
    return Slip(one.passage, one.word.start, one.word.end, "")


def _name(one: Occurrence) -> Slip | None:
    """Return two words in a row of which the first is capitalised within its sentence: "Stockholms stad"."""
    after = one.after
    if after is None or not after.text.isalpha() or one.opens or one.passage.text[one.word.end : after.start] != " ":
        return None
    return Slip(one.passage, one.word.start, after.end, "")


def _uncapitalised(words: Sequence[Vocabulary], names: Sequence[_Name]) -> Iterator[tuple[str, Slip]]:
    """Yield the same two words in small letters, where both have a capital in the name, or the same article before."""
    by_first: dict[str, dict[_Name, None]] = defaultdict(dict)
    for name in names:
        by_first[name.first][name] = None
    for part in words:
        for first in by_first.keys() & part.keys():
            for one in part[first]:
                after = one.after
                if after is None or not one.word.text.islower():
                    continue
                for name in by_first[first]:
                    if after.text == name.second and (name.both or _has_article(one, name.article)):
                        yield name.key, Slip(one.passage, one.word.start, after.end, "")


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
