"""The rule about spelling: words of no dictionary, no field term, no name and none of the report's own words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from avstamt.domain.finding import Level
from avstamt.domain.place import Place
from avstamt.domain.report import Report
from avstamt.language.abbreviations import ABBREVIATIONS
from avstamt.language.grammar import SMALL_WORDS
from avstamt.language.spelling import Speller
from avstamt.language.spelling_dictionary import Dictionary, DictionaryMissing, swedish
from avstamt.language.words import split_words
from avstamt.rules.model import Aspect, Context, Observation, Unable, found, rule
from avstamt.rules.writing_fixes import mend
from avstamt.rules.writing_passages import Form, Italics, Passage, italics, tables_in_texts
from avstamt.rules.writing_places import in_order, quoted
from avstamt.rules.writing_words import Occurrence, Vocabulary, vocabularies

CODE = "SPR-101"
_SHORTEST, _SHORTEST_OPENING = 4, 5
_TIMES_OWN, _STEM_OWN = 3, 6
_LONG = 9
_LEAST_PART, _LEAST_RIGHT = 5, 4
_JOINTS = "eos"
_QUOTED = 4
_OPENERS = '.!?:•"”“(–\n'
_QUOTES = '"”“»«'
_HYPHENS = "-\u2010\u2011–"
_IN_ADDRESSES = ("@", "/", "\\", "_", ".")
_FOREIGN = frozenset({"of", "and", "the", "with", "that", "this", "young", "people", "und"})
_OTHER_LETTERS = re.compile("[a-zåäö][\u0370-\u052f]|[\u0370-\u052f][a-zåäö]", re.IGNORECASE)
_VOWELS = frozenset("aeiouyåäöé")


@rule(
    CODE, name="stavning", level=Level.TIP, basis="svensk ordlista", slow=True, heeds=(Aspect.TEXTS, Aspect.ACTIVITIES)
)
def words_are_spelt_right(context: Context) -> Iterator[Observation | Unable]:
    """Orden är rättstavade.

    Varför: en felstavning drar blicken från innehållet. Namn, förkortningar, citat, ord i kursiv stil och rapportens
    egna facktermer prövas inte.
    Fel: Familjen bodde på ett vandrahem.
    Rätt: Familjen bodde på ett vandrarhem.
    """
    try:
        speller = speller_of(swedish(), context.settings.own_words)
    except DictionaryMissing as why:
        yield Unable(str(why))
        return
    suspects = _suspects(context, speller)
    waived = _waived(context.report)
    common = _Common(vocabularies(context))
    italic = italics(context.report, context.texts, context.kept)
    stems = Counter(word[:_STEM_OWN] for word, where in suspects.items() for _ in where)
    for lower, occurrences in suspects.items():
        if _is_the_reports_own(lower, stems, speller):
            continue
        where = sorted(occurrences, key=lambda one: (one.place not in waived, in_order(one.place)))
        if told := _told(lower, where, italic, speller, common):
            yield told


@lru_cache(maxsize=2)
def speller_of(dictionary: Dictionary, own: frozenset[str] = frozenset()) -> Speller:
    """Return the speller of a dictionary and of the user's own words, which keeps what it has judged."""
    return Speller(dictionary, own)


def _suspects(context: Context, speller: Speller) -> Mapping[str, list[Occurrence]]:
    """Return the words that are not right, in lower case, with where they stand; names and foreign phrases aside."""
    suspects: dict[str, list[Occurrence]] = {}
    names = set(context.in_passages(_names, speller))
    tables = tables_in_texts(context.report, context.texts)
    for one in (*context.in_passages(_unknown, speller), *_unknown(tables, speller)):
        if one.word.lower not in names:
            suspects.setdefault(one.word.lower, []).append(one)
    return suspects


def _unknown(passages: Sequence[Passage], speller: Speller) -> list[Occurrence]:
    """Return the words that are not right and may be judged, foreign phrases aside."""
    return [one for one in _strange(passages, speller) if _may_be_judged(one) and not _is_foreign(one, speller)]


def _names(passages: Sequence[Passage], speller: Speller) -> frozenset[str]:
    """Return the unknown words, in lower case, that have a capital within a sentence."""
    strange = _strange(passages, speller)
    return frozenset(one.word.lower for one in strange if one.word.text[0].isupper() and not _opens(one))


def _strange(passages: Sequence[Passage], speller: Speller) -> Iterator[Occurrence]:
    """Yield the words that are not right."""
    return (Occurrence(passage, number) for passage in passages for number in _strange_in(passage.text, speller))


@lru_cache(maxsize=2048)  # a text is asked for twice, and again when something else in its part has changed
def _strange_in(text: str, speller: Speller) -> tuple[int, ...]:
    return tuple(number for number, word in enumerate(split_words(text)) if not speller.is_right(word.text))


class _Common(Mapping[str, int]):
    """Whether the report writes a word, in lower case (1 or 0); sought when it is asked for."""

    def __init__(self, parts: Sequence[Vocabulary]) -> None:
        self._parts = parts

    def __getitem__(self, word: str) -> int:
        return int(any(word in part for part in self._parts))

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(word for part in self._parts for word in part))

    def __len__(self) -> int:
        return sum(1 for _word in self)


def _may_be_judged(one: Occurrence) -> bool:
    """Tell whether the word is no acronym, abbreviation, number, address or name by the way it is written."""
    text = one.word.text
    least = _SHORTEST_OPENING if text[0].isupper() else _SHORTEST
    if len(text) < least or not text[0].isalpha() or any(sign.isdigit() or sign.isupper() for sign in text[1:]):
        return False
    return _VOWELS.intersection(text.lower()) != set() and (text[0].islower() or _opens(one)) and not _is_address(one)


def _opens(one: Occurrence) -> bool:
    """Tell whether the word opens its text or a sentence, where a capital tells nothing."""
    told = one.passage.text[: one.word.start]
    before = told.rstrip()
    return not before or before[-1] in _OPENERS or "\t" in told[len(before) :]  # or a cell of a table


def _is_address(one: Occurrence) -> bool:
    text, word = one.passage.text, one.word
    after = text[word.end : word.end + 2]
    joined = text[max(0, word.start - 1) : word.start] in _IN_ADDRESSES or after[:1] in _IN_ADDRESSES[:-1]
    return joined or (after[:1] == "." and (after[1:].isalpha() or word.lower in ABBREVIATIONS))


def _is_foreign(one: Occurrence, speller: Speller) -> bool:
    """Tell whether the word stands beside a name, a foreign word, or another unknown one: a phrase of its own."""
    words = one.passage.words
    nearby = words[max(0, one.number - 1) : one.number] + words[one.number + 1 : one.number + 2]
    if any(word.lower in _FOREIGN for word in nearby):
        return True
    strange = [word for word in nearby if not word.text.isdigit() and not speller.is_right(word.text)]
    named = any(word.text[0].isupper() and one.word.text[0].islower() for word in strange)
    return named or (bool(strange) and not speller.near_miss(one.word.lower))


def _is_the_reports_own(lower: str, stems: Mapping[str, int], speller: Speller) -> bool:
    """Tell whether the report uses the word, or others of its stem, time and again, and no known word lies near."""
    return stems[lower[:_STEM_OWN]] >= _TIMES_OWN and not speller.near_miss(lower)


def _told(
    lower: str, where: Sequence[Occurrence], italic: Italics, speller: Speller, common: Mapping[str, int]
) -> Observation | None:
    first = where[0]
    if _is_half_of_a_word(first, speller) or _is_quoted(first, italic):
        return None
    text = first.word.text
    shown = [_cased(one, text) for one in speller.meant(lower, common)]
    if not shown and _follows_a_name(first):
        return None
    if (text[0].isupper() or first.passage.form is Form.LABEL) and not _is_sure(lower, shown, common):
        return None
    return _observed(tuple(where), tuple(shown))


@lru_cache(maxsize=4096)  # most of what is told is told again after an edit
def _observed(where: tuple[Occurrence, ...], shown: tuple[str, ...]) -> Observation:
    """Return what is told of a word that stands at these places, and may stand for what is shown."""
    first = where[0]
    text = first.word.text
    times = f" Det står på {len(where)} ställen." if len(where) > 1 else ""
    evidence = [quoted(one.passage, one.word.start, one.word.end) for one in where[:_QUOTED]]
    if _OTHER_LETTERS.search(text):
        return found(
            first.place,
            f"Ordet ’{text}’ har bokstäver ur ett annat alfabet.{times}",
            *evidence,
            advice="Skriv ordet på nytt; det går inte att söka på som det står.",
        )
    if not shown:
        advice = "Rätta ordet, eller ange skäl om det är rätt."
        return found(first.place, f"Ordet ’{text}’ finns inte i ordlistan.{times}", *evidence, advice=advice)
    changes = [(one.place, one.word.text, _cased(lower_of, one.word.text)) for one in where for lower_of in shown[:1]]
    return found(
        first.place,
        f"Ordet ’{text}’ finns inte i ordlistan; närmast ligger {_either(shown)}.{times}",
        *evidence,
        advice=f"Skriv {_either(shown)}, eller ange skäl om ordet är rätt.",
        fix=mend(f"Skriv {shown[0]}", changes, safe=False),
    )


def _follows_a_name(one: Occurrence) -> bool:
    """Tell whether the word before is capitalised within its sentence: then the two may be one name."""
    before = Occurrence(one.passage, one.number - 1)
    return one.number > 0 and before.word.text[0].isupper() and not _opens(before)


def _is_sure(lower: str, shown: Sequence[str], common: Mapping[str, int]) -> bool:
    """Tell whether a capitalised word or a label is a slip, no name or shortening: the report itself has the word."""
    if not shown or len(lower) < _SHORTEST_OPENING:
        return False
    meant = shown[0].lower()
    return meant[-1] == lower[-1] and (common[meant] > 0 or len(lower) >= _LONG)


@lru_cache(maxsize=4096)
def _is_half_of_a_word(one: Occurrence, speller: Speller) -> bool:
    """Tell whether the word is the part of a compound that a hyphen stands for, or of a word cut in two."""
    text, word, words = one.passage.text, one.word, one.passage.words
    before, after = text[max(0, word.start - 1) : word.start], text[word.end : word.end + 1]
    if before in _HYPHENS and before and (text[: word.start - 1][-1:].isdigit() or speller.is_right(word.text)):
        return True
    if after and after in _HYPHENS and speller.begins_a_compound(word.lower):
        return True
    left = words[one.number - 1].text if one.number else ""
    right = words[one.number + 1].text if one.number + 1 < len(words) else ""
    if _begins_a_parted_compound(word.lower, right, speller):
        return True
    return any(
        part.isalpha() and speller.dictionary.knows(joined) and speller.dictionary.lists(joined)
        for part, joined in ((left, left + word.lower), (right, word.text + right))
    )


def _begins_a_parted_compound(lower: str, right: str, speller: Speller) -> bool:
    """Tell whether the rule on compounds written apart tells of the word with the next: "simskole assistenter"."""
    if (
        len(lower) < _LEAST_PART
        or lower[-1] not in _JOINTS
        or not (right.isalpha() and right.islower())
        or len(right) < _LEAST_RIGHT
    ):
        return False
    return right not in SMALL_WORDS and speller.begins_a_compound(lower) and speller.dictionary.knows(lower + right)


def _is_quoted(one: Occurrence, italic: Italics) -> bool:
    text, word = one.passage.text, one.word
    before = sum(text.count(sign, 0, word.start) for sign in _QUOTES)
    if before % 2 and any(sign in text[word.end :] for sign in _QUOTES):
        return True
    return any(span.holds(word.span) for span in italic.get(one.passage.place, ()))


def _waived(report: Report) -> frozenset[Place]:
    """Return the places at which a word has been set aside."""
    return frozenset(waiver.place for waiver in report.waivers if waiver.rule == CODE)


def _cased(word: str, like: str) -> str:
    return word.capitalize() if like[0].isupper() else word


def _either(words: Sequence[str]) -> str:
    return " eller ".join(words)
