"""Slips that stand by themselves in the text: repetition, personal data, spelling, punctuation, formats."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random

from tests.evaluation.mutations.model import Sort, Spot, textual
from tests.evaluation.mutations.prose_sorts import edited
from tests.evaluation.mutations.walking import Change, Told, context, own

from avstamt.domain.place import Place, value_at, with_value
from avstamt.domain.report import Report
from avstamt.domain.section import Section
from avstamt.domain.text import RichText

_LONG = 80
_WORD = re.compile(r"\b[a-zåäö]{6,14}\b")


def _paragraphs(report: Report, least: int = _LONG) -> list[Told]:
    return [block for block in own(report) if block.kind == "paragraph" and len(block.text) >= least]


def _somewhere(report: Report, random: Random, pattern: str) -> Iterator[tuple[Told, re.Match[str]]]:
    """Yield one match of `pattern` in each block of the writer's own text that has one."""
    for block in own(report):
        if found := list(re.finditer(pattern, block.text)):
            yield block, random.choice(found)


def _copied(block: Told, into: Place) -> Change:
    def change(report: Report) -> Report:
        copy = value_at(report, block.place).model_copy(update={"id": f"{block.place.name[:50]}-2"})
        text: RichText = value_at(report, into)
        return with_value(report, into / "blocks", (*text.blocks, copy))

    return change


@textual("stycke två gånger i samma text")
def paragraph_twice(report: Report, random: Random) -> Iterator[Spot]:
    """A paragraph of 80 characters or more is repeated last in its own text."""
    for block in _paragraphs(report):
        field = block.place.parent.parent
        copy = field / "blocks" / f"{block.place.name[:50]}-2"
        yield Spot(copy, f"{block.text[:60]}… två gånger", _copied(block, field), (block.place,))


@textual("stycke under två mål")
def paragraph_elsewhere(report: Report, random: Random) -> Iterator[Spot]:
    """A paragraph of 160 characters or more of a goal's analysis is repeated in the analysis of another goal."""
    goals = [goal for goal in report.goals if goal.analysis is not None and goal.analysis.blocks]
    for block in _paragraphs(report, 2 * _LONG):
        others = [goal for goal in goals if block.goal is not None and goal.id != block.goal.id]
        if block.field == "analysis" and others and len(block.place.path) == 5:  # goals/g/analysis/blocks/b
            into = Place.of("goals", random.choice(others).id, "analysis")
            copy = into / "blocks" / f"{block.place.name[:50]}-2"
            yield Spot(copy, f"{block.text[:60]}… under två mål", _copied(block, into), (block.place,))


@textual("avsnitt två gånger")
def section_twice(report: Report, random: Random) -> Iterator[Spot]:
    """A section is repeated; plantable where it has 80 characters of text."""
    for section in report.sections:
        if len(section.text.plain) >= _LONG:
            copy = section.model_copy(update={"id": f"{section.id[:50]}-2", "tables": ()})
            where = Place.of("sections", copy.id)
            yield Spot(where, f"{section.title} två gånger", _with_section(copy), (Place.of("sections", section.id),))


def _with_section(copy: Section) -> Change:
    return lambda report: with_value(report, Place.of("sections"), (*report.sections, copy))


def _inserted(report: Report, random: Random, make: Callable[[Random], str]) -> Iterator[Spot]:
    for block in _paragraphs(report):
        end = len(block.text.rstrip())
        yield edited(block, end, end, " " + make(random))


@textual("personnummer")
def personal_number(report: Report, random: Random) -> Iterator[Spot]:
    """A valid personnummer is written last in a paragraph."""
    yield from _inserted(report, random, lambda chance: f"Ärendet gäller {_personnummer(chance)}.")


def _personnummer(random: Random) -> str:
    nine = f"{random.randint(50, 99)}{random.randint(1, 12):02}{random.randint(1, 28):02}{random.randint(100, 999)}"
    total = sum(sum(divmod(int(digit) * (2 - index % 2), 10)) for index, digit in enumerate(nine))
    return f"{random.choice(('19', ''))}{nine[:6]}-{nine[6:]}{-total % 10}"


@textual("privat kontaktuppgift")
def private_contact(report: Report, random: Random) -> Iterator[Spot]:
    """A private address of e-mail or a mobile number is written last in a paragraph."""
    options = ("Hon nås på kim.exempel@gmail.com.", "Ring 070-123 45 67 för mer information.")
    yield from _inserted(report, random, lambda chance: chance.choice(options))


@textual("platshållare i texten")
def left_placeholder(report: Report, random: Random) -> Iterator[Spot]:
    """A placeholder is written last in a paragraph."""
    options = ("Utfallet är XX procent.", "[Text ska in här]", "Siffra saknas, kompletteras senare: XXX.")
    yield from _inserted(report, random, lambda chance: chance.choice(options))


@textual("dubblerat ord")
def doubled(report: Report, random: Random) -> Iterator[Spot]:
    """A word is written twice in a row."""
    for block, match in _somewhere(report, random, r"\b[a-zåäö]{2,}\b(?= [a-zåäö])"):
        yield edited(block, match.end(), match.end(), " " + match[0])


@textual("stavfel")
def misspelt(report: Report, random: Random) -> Iterator[Spot]:
    """Two letters of a word change place, one is lost or one is doubled; no check that it makes a word or not."""
    for block, match in _somewhere(report, random, _WORD.pattern):
        word = match[0]
        at = random.randint(1, len(word) - 3)
        swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        new = random.choice((swapped, word[:at] + word[at + 1 :], word[:at] + word[at] * 2 + word[at + 1 :]))
        if new != word:
            yield edited(block, match.start(), match.end(), new)


@textual("procent fel skrivet")
def percent_format(report: Report, random: Random) -> Iterator[Spot]:
    """The space before "%" is lost, or before "procent"; plantable where the text writes it with one throughout."""
    for block, match in _somewhere(report, random, r"(?<=\d)[ \u00a0](?=%|procent\b)"):
        if re.search(r"\d(?:%|procent)", block.text):
            continue
        yield edited(block, match.start(), match.end(), "")


@textual("decimalpunkt eller tusentalspunkt")
def number_format(report: Report, random: Random) -> Iterator[Spot]:
    """A decimal comma, or the space between thousands, becomes a stop; plantable where there is one."""
    for block, match in _somewhere(report, random, r"(?<=\d),(?=\d)|(?<=\b\d)[ \u00a0](?=\d{3}\b)"):
        yield edited(block, match.start(), match.end(), ".")


@textual("mellanslag före skiljetecken")
def space_before(report: Report, random: Random) -> Iterator[Spot]:
    """A space comes before a comma or a full stop."""
    for block, match in _somewhere(report, random, r"(?<=[a-zåäö])[.,](?= |$)"):
        yield edited(block, match.start(), match.start(), " ")


@textual("två mellanslag")
def two_spaces(report: Report, random: Random) -> Iterator[Spot]:
    """A space becomes two between two words."""
    for block, match in _somewhere(report, random, r"(?<=[a-zåäö]) (?=[a-zåäö])"):
        yield edited(block, match.start(), match.end(), "  ")


@textual("mellanslag saknas efter punkt")
def no_space(report: Report, random: Random) -> Iterator[Spot]:
    """The space between two sentences is lost."""
    for block, match in _somewhere(report, random, r"(?<=[a-zåäö]{3}\.) (?=[A-ZÅÄÖ][a-zåäö]{2})"):
        yield edited(block, match.start(), match.end(), "")


@textual("parentes som inte stängs")
def bracket(report: Report, random: Random) -> Iterator[Spot]:
    """A closing bracket is lost; plantable where a text has one."""
    for block, match in _somewhere(report, random, r"(?<=\w)\)"):
        yield edited(block, match.start(), match.end(), "")


@textual("slutpunkt borta")
def no_stop(report: Report, random: Random) -> Iterator[Spot]:
    """The last stop of a paragraph is lost; plantable in paragraphs of two sentences or more."""
    for block in _paragraphs(report):
        text = block.text.rstrip()
        if text.endswith(".") and re.search(r"[a-zåäö]\. [A-ZÅÄÖ]", text):
            yield edited(block, len(text) - 1, len(text), "")


@textual("mening avbruten")
def cut_off(report: Report, random: Random) -> Iterator[Spot]:
    """A paragraph ends in the middle of a sentence, after a word that asks for more (och, att, för, med …)."""
    for block in _paragraphs(report):
        found = list(re.finditer(r" (?:och|att|för att|med|samt|genom|till|av)(?= )", block.text[_LONG // 2 :]))
        if found:
            end = _LONG // 2 + random.choice(found).end()
            what = context(block.text, end, len(block.text), "")
            yield Spot(block.place, what, edited(block, end, len(block.text), "").change)


@textual("liten bokstav efter punkt")
def small_letter(report: Report, random: Random) -> Iterator[Spot]:
    """A sentence begins with a small letter."""
    for block, match in _somewhere(report, random, r"(?<=[a-zåäö]{3}\. )[A-ZÅÄÖ](?=[a-zåäö]{2})"):
        yield edited(block, match.start(), match.end(), match[0].lower())


WRITING_SORTS: tuple[Sort, ...] = (
    paragraph_twice, paragraph_elsewhere, section_twice, personal_number, private_contact, left_placeholder, doubled,
    misspelt, percent_format, number_format, space_before, two_spaces, no_space, bracket, no_stop, cut_off, small_letter,
)  # fmt: skip
