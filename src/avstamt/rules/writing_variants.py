"""Terms that a report spells in several ways: with and without hyphen, acronyms in two cases, names in two."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from avstamt.language.words import Span, Word, split_words
from avstamt.rules.model import Context, Observation, found
from avstamt.rules.writing_passages import Passage
from avstamt.rules.writing_places import in_order, quoted
from avstamt.rules.writing_slips import Slip
from avstamt.rules.writing_words import Occurrence, Vocabulary, all_of, opens_sentence, vocabularies

_LEAST_KEY = 5
_LEAST_CAPITALS = 2
_QUOTED = 2
_ARTICLES = ("den", "det", "de")

Forms = dict[str, list[Slip]]
"""The spellings of one term, each with where it stands."""

_Pair = tuple[str, str]
"""What all spellings of a term have in common, and one of the spellings."""


class _Name(NamedTuple):
    """A name of two words in small letters, the article before it, and whether both words have a capital."""

    key: str
    first: str
    second: str
    article: str
    both: bool


class _Spelt:
    """The spellings that stand in some passages; where each stands is sought when it is asked for."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = [(passage, _in_capitals(passage.text)) for passage in passages]
        self.pairs = dict.fromkeys(chain.from_iterable(spans for _passage, spans in self._passages))

    def of(self, pair: _Pair) -> list[Slip]:
        """Return where one spelling stands."""
        return [Slip(passage, *span, "") for passage, spans in self._passages for span in spans.get(pair, ())]


def variants(context: Context) -> Iterator[Forms]:
    """Yield the spellings of one term: with and without hyphen, acronyms in two cases, names in two."""
    words, kept = vocabularies(context), context.kept
    sought = all_of(kept.each(_hyphened, words))
    by_hyphen = kept.each(_with_and_without, words, sought)
    for forms in _several(chain.from_iterable(by_hyphen)):
        yield {text: [use for part in by_hyphen for use in part.get((key, text), ())] for key, text in forms}
    names = all_of(kept.each(_names, context.passage_parts))
    capitals, small = kept.each(_Spelt, context.passage_parts), kept.each(_uncapitalised, words, names)
    several = list(_several(chain(*(part.pairs for part in capitals), *small)))
    where = _standing(frozenset(chain.from_iterable(several)), capitals, small)
    for forms in several:
        yield {pair[1]: where[pair] for pair in forms}


def _standing(
    sought: frozenset[_Pair], capitals: Sequence[_Spelt], small: Sequence[Mapping[_Pair, Sequence[Slip]]]
) -> Mapping[_Pair, list[Slip]]:
    """Return where each of these spellings stands, those in capitals first."""
    where: dict[_Pair, list[Slip]] = {pair: [] for pair in sought}
    for part in capitals:
        for pair in sought.intersection(part.pairs):
            where[pair] += part.of(pair)
    for uses in small:
        for pair in sought.intersection(uses):
            where[pair] += uses[pair]
    return where


def _several(pairs: Iterable[_Pair]) -> Iterator[list[_Pair]]:
    """Yield the spellings of each term that has more than one."""
    each = dict.fromkeys(pairs)
    several = {key for key, number in Counter(map(itemgetter(0), each)).items() if number > 1}
    spellings: dict[str, list[_Pair]] = defaultdict(list)
    for pair in each if several else ():
        if pair[0] in several:
            spellings[pair[0]].append(pair)
    yield from spellings.values()


def _bare(lower: str) -> str:
    return lower.replace("-", "").replace("\u2011", "")


def _hyphened(words: Vocabulary) -> frozenset[str]:
    """Return the words with a hyphen that are long enough, each also as it is without."""
    with_hyphen = ((lower, _bare(lower)) for lower in words if "-" in lower or "\u2011" in lower)
    long = ((lower, key) for lower, key in with_hyphen if len(key) >= _LEAST_KEY and key.isalpha())
    return frozenset(chain.from_iterable(long))


def _with_and_without(words: Vocabulary, sought: frozenset[str]) -> dict[_Pair, list[Slip]]:
    """Return the words that the report also writes with, or without, a hyphen."""
    return {(_bare(lower), lower): [_use(one) for one in words.of(lower)] for lower in words.among(sought)}


@lru_cache(maxsize=2048)  # a text is read again only when it has changed
def _in_capitals(text: str) -> Mapping[_Pair, list[Span]]:
    """Return where the acronyms and names of a text stand, each under what it is in small letters, and as it is spelt."""
    spans: dict[_Pair, list[Span]] = defaultdict(list)
    for word, name in _capitals_in(text):
        if name is not None:
            old = text[word.start : name.end]
            spans[old.lower(), old].append(Span(word.start, name.end))
        elif _is_acronym(word.text):
            spans[word.lower, word.text].append(word.span)
    return dict(spans)


def _names(passages: Sequence[Passage]) -> frozenset[_Name]:
    """Return the names of two words that stand in the passages, each once with each article."""
    return frozenset().union(*(_names_in(passage.text) for passage in passages))


@lru_cache(maxsize=2048)
def _names_in(text: str) -> frozenset[_Name]:
    return frozenset(
        _Name(
            text[word.start : name.end].lower(), word.lower, name.second.lower, name.article, name.second.text.istitle()
        )
        for word, name in _capitals_in(text)
        if name is not None
    )


class _Second(NamedTuple):
    """The word behind a capitalised one within a sentence, with which it makes a name, and the article before the two."""

    second: Word
    article: str

    @property
    def end(self) -> int:
        """Return where the name ends."""
        return self.second.end


@lru_cache(maxsize=2048)
def _capitals_in(text: str) -> tuple[tuple[Word, _Second | None], ...]:
    """Return the words with a capital, each with the rest of the name that it begins ("Stockholms stad"), if any."""
    words = split_words(text)
    return tuple(
        (word, None if _is_acronym(word.text) else _second(text, words, number))
        for number, word in enumerate(words)
        if word.text != word.lower
    )


def _is_acronym(text: str) -> bool:
    return text.isalpha() and sum(map(str.isupper, text)) >= _LEAST_CAPITALS


def _second(text: str, words: Sequence[Word], number: int) -> _Second | None:
    word, after = words[number], words[number + 1] if number + 1 < len(words) else None
    if after is None or not word.text.istitle() or not after.text.isalpha() or text[word.end : after.start] != " ":
        return None
    before = words[number - 1].lower if number else ""
    return None if opens_sentence(text, word.start) else _Second(after, before if before in _ARTICLES else "")


def _use(one: Occurrence) -> Slip:
    return Slip(one.passage, one.word.start, one.word.end, "")


def _uncapitalised(words: Vocabulary, names: frozenset[_Name]) -> dict[_Pair, list[Slip]]:
    """Return the same two words in small letters, where both have a capital in the name, or the same article before."""
    uses: dict[_Pair, list[Slip]] = defaultdict(list)
    by_first = _by_first(names)
    for first in words.among(frozenset(by_first)):
        near = [name for name in by_first[first] if name.second in words]
        for one in words.of(first) if near else ():
            after = one.after
            if after is None or not one.word.text.islower():
                continue
            for name in near:
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
