"""Slips in headings, decision points and running text that carry amounts of the economy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from random import Random

from tests.evaluation.mutations.economy_relations import tables
from tests.evaluation.mutations.figures import amount, digit_changed, plain
from tests.evaluation.mutations.model import Sort, Spot, arithmetic, textual
from tests.evaluation.mutations.walking import Told, assign, context, replace_in, running

from avstamt.domain.place import Place
from avstamt.domain.report import Report
from avstamt.domain.section import Section
from avstamt.domain.text import TextTable, block_text

MONEY = re.compile(
    r"(?P<sign>[-−–+±]?)(?P<figure>\d{1,3}(?:[ \u00a0]\d{3})+(?:,\d+)?|\d+(?:,\d+)?)[ \u00a0](?P<unit>mnkr|tkr)\b"
)
_RESULT = re.compile(r"\b(överskott|underskott)(et|en|)\b", re.IGNORECASE)
_TURNED = {"överskott": "underskott", "underskott": "överskott"}
_STEM = 5


def _money(text: str) -> list[re.Match[str]]:
    return list(MONEY.finditer(text))


def _tkr(match: re.Match[str]) -> Decimal:
    return plain(match["figure"]) * (1000 if match["unit"] == "mnkr" else 1)


def _new_figure(match: re.Match[str], random: Random) -> str:
    return digit_changed(match["figure"], random)


def _edited(block: Told, start: int, end: int, new: str, *against: Place) -> Spot:
    what = context(block.text, start, end, new)
    return Spot(block.place, what, replace_in(block.place, start, end, new), against)


def _headings(report: Report) -> Iterator[tuple[Section, re.Match[str], Place]]:
    """Yield each section whose title ends in an amount, with the row of the same name."""
    for section in report.sections:
        for match in _money(section.title)[-1:]:
            name = section.title[: match.start()].strip()
            for table, place in tables(report):
                for row in table.rows:
                    if _same_name(row.label, name) and any(_is(cell.text, match) for cell in row.cells):
                        yield section, match, place / "rows" / row.id


def _is(cell: str, match: re.Match[str]) -> bool:
    return abs(amount(cell) or Decimal(0)) == plain(match["figure"]) != 0


def _same_name(one: str, other: str) -> bool:
    return re.sub(r"\W+", "", one).lower() == re.sub(r"\W+", "", other).lower() != ""


@arithmetic("belopp i en rubrik")
def heading_amount(report: Report, random: Random) -> Iterator[Spot]:
    """A digit of the amount in a heading is changed; plantable where the row of that name carries the amount."""
    for section, match, row in _headings(report):
        new = _new_figure(match, random)
        title = section.title[: match.start("figure")] + new + section.title[match.end("figure") :]
        place = Place.of("sections", section.id)
        yield Spot(place, f"{section.title} → {title}", assign(place / "title", title), (row,))


@arithmetic("tecken i en rubrik")
def heading_sign(report: Report, random: Random) -> Iterator[Spot]:
    """The sign in a heading is turned; plantable where the row of that name carries the amount with a sign."""
    for section, match, row in _headings(report):
        if match["sign"] in ("+", "-", "−", "–") and match["sign"]:
            new = "−" if match["sign"] == "+" else "+"
            title = section.title[: match.start()] + new + section.title[match.end("sign") :]
            place = Place.of("sections", section.id)
            yield Spot(place, f"{section.title} → {title}", assign(place / "title", title), (row,))


@arithmetic("belopp i förslaget till beslut")
def decision_amount(report: Report, random: Random) -> Iterator[Spot]:
    """A digit of an amount in a decision point is changed; plantable where the body tells the same amount of it."""
    if report.front is None:
        return
    for block in report.front.proposals.blocks:
        if isinstance(block, TextTable):
            continue
        text = block_text(block)
        place = Place.of("front", "proposals", "blocks", block.id)
        for match in _money(text):
            same = [told.place for told in running(report) if _tells_again(told.text, text, match)]
            if same:
                new = _new_figure(match, random)
                change = replace_in(place, match.start("figure"), match.end("figure"), new)
                what = context(text, match.start("figure"), match.end("figure"), new)
                yield Spot(place, what, change, tuple(same))


def _tells_again(body: str, text: str, match: re.Match[str]) -> bool:
    return any(_tkr(other) == _tkr(match) for other in _money(body)) and len(_stems(body) & _stems(text)) > 1


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in re.findall(r"[a-zåäö]{6,}", text.lower())}


def _results(report: Report) -> Iterator[tuple[Told, re.Match[str], tuple[Place, ...]]]:
    """Yield amounts of a surplus or deficit in text that a table or another text of the same area tells as well.

    The area is the section and its heading's row, or for the whole organisation the net of a table; an amount that is
    told in two texts with most of its words in common counts too. One that the heading already contradicts is left out:
    it is wrong as it stands.
    """
    blocks = running(report)
    for block in blocks:
        for match in _money(block.text):
            if _is_contradicted(report, block, match):
                continue
            if _RESULT.search(_sentence_of(block, match.start())):
                against = (*_rows_with(report, block, match), *_again(blocks, block, match))
                if against:
                    yield block, match, against


def _is_contradicted(report: Report, block: Told, match: re.Match[str]) -> bool:
    """Tell whether the section's heading gives another amount than the first that its text tells."""
    section = next((one for one in report.sections if block.place.path[:2] == ("sections", one.id)), None)
    headed = _money(section.title)[-1:] if section is not None and _opens(section, block, match) else []
    return any(_tkr(one) != _tkr(match) for one in headed)


def _sentence_of(block: Told, at: int) -> str:
    return next(text for offset, text in reversed(list(block.sentences())) if offset <= at)


def _rows_with(report: Report, block: Told, match: re.Match[str]) -> Iterator[Place]:
    """Yield the rows whose variance is the amount, where the sentence, the block's section or the table names them."""
    section = next((one for one in report.sections if block.place.path[:2] == ("sections", one.id)), None)
    said = _sentence_of(block, match.start())
    for table, place in tables(report):
        scale = 1000 if table.unit.value == "mnkr" else 1
        for row in table.rows:
            name = table.title if row.label.lower().startswith("netto") else row.label
            if not any(abs(amount(cell.text) or 0) * scale == _tkr(match) for cell in row.cells):
                continue
            titled = section is not None and section.title.startswith(row.label) and _opens(section, block, match)
            if titled or (len(name) > _STEM and name.lower() in said.lower()):
                yield place / "rows" / row.id


def _opens(section: Section, block: Told, match: re.Match[str]) -> bool:
    """Tell whether the amount is the first that a section tells: its area's own, not a part's."""
    first = section.text.blocks[:1]
    return bool(first) and first[0].id == block.place.name and _money(block.text)[0].start() == match.start()


def _again(blocks: tuple[Told, ...], block: Told, match: re.Match[str]) -> Iterator[Place]:
    """Yield the other blocks that tell the same surplus or deficit of the same thing, digit for digit."""
    said = _sentence_of(block, match.start())
    for other in blocks:
        if other.place == block.place:
            continue
        for same in _money(other.text):
            sentence = _sentence_of(other, same.start())
            if _tkr(same) == _tkr(match) and _RESULT.search(sentence) and _mostly(_stems(said), _stems(sentence)):
                yield other.place


def _mostly(one: set[str], other: set[str]) -> bool:
    return len(one & other) >= max(1, min(len(one), len(other)) * 0.6)


@arithmetic("belopp för ett resultat i texten")
def result_amount(report: Report, random: Random) -> Iterator[Spot]:
    """A digit of a surplus or deficit in text is changed; plantable where its row or another text tells the amount."""
    for block, match, against in _results(report):
        yield _edited(block, match.start("figure"), match.end("figure"), _new_figure(match, random), *against)


@arithmetic("tkr för mnkr i texten")
def unit_of_money(report: Report, random: Random) -> Iterator[Spot]:
    """mnkr becomes tkr or the other way; plantable where the row or another text tells the amount of a result."""
    for block, match, against in _results(report):
        new = "tkr" if match["unit"] == "mnkr" else "mnkr"
        yield _edited(block, match.start("unit"), match.end("unit"), new, *against)


@textual("överskott för underskott")
def surplus_turned(report: Report, random: Random) -> Iterator[Spot]:
    """The word becomes its opposite; plantable where the row or another text tells the result with its sign."""
    for block, match, against in _results(report):
        sentence = _sentence_of(block, match.start())
        words = list(_RESULT.finditer(sentence))
        if len(words) == 1 and len(_money(sentence)) == 1:
            offset = next(start for start, text in reversed(list(block.sentences())) if start <= match.start())
            word = words[0]
            new = _TURNED[word[1].lower()] + word[2]
            new = new.capitalize() if word[1][0].isupper() else new
            yield _edited(block, offset + word.start(), offset + word.end(), new, *against)


ECONOMY_TEXT_SORTS: tuple[Sort, ...] = (
    heading_amount, heading_sign, decision_amount, result_amount, unit_of_money, surplus_turned,
)  # fmt: skip
