"""A colleague with Word: opens a document of ours by python-docx, makes random edits in its fields, and saves it."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

import docx
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml import etree
from tests.importers.word.documents import W, controls, some_words

from avstamt.domain.economy import Cell
from avstamt.domain.goal import Assessment
from avstamt.domain.place import Place, value_at, with_value
from avstamt.domain.report import Report
from avstamt.domain.text import RichText
from avstamt.importers.word.returning import Returned, read_return

FIGURES = frozenset(
    ["outcome", "outcome_men", "outcome_women", "previous", "forecast", "target", "period", "periodicity"]
)
SHARES = {"text": 30, "value": 18, "cell": 18, "empty cell": 6, "assessment": 8, "deviation": 6}
"""So many fields of each kind are edited in a document that has them."""

_WHO = {f"{W}author": "Kollega", f"{W}date": "2026-02-03T10:11:00Z"}


@dataclass(frozen=True)
class Edit:
    """An edit of a field: its kind, the value now to be there, or of a text: the lines that are gone and those that came."""

    kind: str
    value: object = None
    gone: int = 0
    came: tuple[str, ...] = ()


def edited(path: Path, sent: Report, chance: random.Random, *, for_office: bool = False) -> dict[Place, Edit]:
    """Make random edits in fields of every kind of a document of ours, in place, and return what is now to be found.

    LibreOffice 7.4 keeps no deletion that reaches the end of the first paragraph in a control of several: it saves the
    struck words as if they stood. With `for_office` no first paragraph is struck out whole.
    """
    fields = _by_kind(sent, [field.place for field in read_return(path).printed.fields])
    document = docx.Document(str(path))
    edits = _EDITS | {"text": partial(_text, may_strike_first=not for_office)}
    made: dict[Place, Edit] = {}
    for kind, places in fields.items():
        for place in chance.sample(places, min(SHARES[kind], len(places))):
            made[place] = edits[kind](document, sent, place, chance)
    document.save(str(path))
    return made


def faults(back: Returned, sent: Report, made: dict[Place, Edit]) -> list[str]:
    """Return what has not come back as it was made: edits that are lost or elsewhere, and whatever else has changed."""
    told = [f"{edit.kind} {place}" for place, edit in made.items() if not _is_there(back.report, sent, place, edit)]
    restored = back.report
    for place, edit in made.items():
        restored = with_value(restored, place, value_at(sent, place))
        if edit.kind == "assessment":  # a wording of its own was that of the old assessment
            restored = with_value(restored, place.parent / "wording", value_at(sent, place.parent / "wording"))
    told += ["another field has changed"] * (restored != sent)
    return [*told, *map(str, back.loose), *map(str, back.missing), *map(str, back.gone)]


def _is_there(came: Report, sent: Report, place: Place, edit: Edit) -> bool:
    after, before = value_at(came, place), value_at(sent, place)
    if not isinstance(before, RichText):
        return bool(after == edit.value)
    new = Counter(after.plain.split("\n")) - Counter(before.plain.split("\n"))
    old = Counter(before.plain.split("\n")) - Counter(after.plain.split("\n"))
    new_lines = [line for line in new.elements() if line]
    return (
        old.total() == edit.gone
        and len(new_lines) == len(edit.came)
        and all(words in line for words, line in zip(edit.came, new_lines, strict=True))
    )


def _by_kind(sent: Report, places: list[Place]) -> dict[str, list[Place]]:
    made: dict[str, list[Place]] = {kind: [] for kind in SHARES}
    for place in places:
        value = value_at(sent, place)
        is_cell = place.name in FIGURES or isinstance(value_at(sent, place.parent), Cell)
        if isinstance(value, RichText):
            made["text"].append(place)
        elif place.name in ("assessment", "deviation"):
            made[place.name].append(place)
        elif is_cell:
            made["cell" if value else "empty cell"].append(place)
        else:
            made["value"].append(place)
    return made


def _line(document: docx.document.Document, place: Place) -> tuple[Paragraph, etree._Element]:
    """Return the paragraph of a field of one value, and the bookmark before it."""
    marks = document.element.xpath(f'//w:bookmarkStart[@w:name="{place.tag}"]')
    assert len(marks) == 1, f"{place} is not in the document"
    return Paragraph(next(marks[0].iterancestors(f"{W}p")), document._body), marks[0]


def _say(document: docx.document.Document, place: Place, words: str, chance: random.Random) -> None:
    """Put words in place of a field's one value: typed over, tracked, or typed where nothing stood."""
    line, mark = _line(document, place)
    runs = [Run(run, line) for control in controls(line._p, place.tag) for run in control.iter(f"{W}r")]
    if not runs:
        new = line.add_run(words)
        if chance.random() < 0.5:  # between the bookmarks or behind them
            mark.addnext(new._r)
    elif words and chance.random() < 0.3:
        _track(runs[0], words)
        for run in runs:
            _strike(run)
    else:
        runs[0].text = words
        for run in runs[1:]:
            run.text = ""


def _track(before: Run, words: str) -> None:
    """Insert words before a run as Word does that tracks changes."""
    inserted = etree.Element(f"{W}ins", {f"{W}id": "900", **_WHO})
    etree.SubElement(etree.SubElement(inserted, f"{W}r"), f"{W}t").text = words
    before._r.addprevious(inserted)


def _strike(run: Run) -> None:
    """Delete a run as Word does that tracks changes."""
    deleted = etree.Element(f"{W}del", {f"{W}id": "901", **_WHO})
    run._r.addprevious(deleted)
    deleted.append(run._r)
    for text in run._r.iter(f"{W}t"):
        text.tag = f"{W}delText"


def _value(document: docx.document.Document, _sent: Report, place: Place, chance: random.Random) -> Edit:
    words = some_words(chance).rstrip(".")
    _say(document, place, words, chance)
    return Edit("value", words)


def _cell(document: docx.document.Document, sent: Report, place: Place, chance: random.Random) -> Edit:
    is_empty = not value_at(sent, place)
    figures = (f"{chance.randint(1, 99)},{chance.randint(1, 9)} %", f"{chance.randint(100, 999)}", "4 000", "Öka")
    words = "" if not is_empty and chance.random() < 0.15 else chance.choice(figures)
    _say(document, place, words, chance)
    return Edit("empty cell" if is_empty else "cell", words)


def _assessment(document: docx.document.Document, sent: Report, place: Place, chance: random.Random) -> Edit:
    other = chance.choice([one for one in Assessment if one is not value_at(sent, place)])
    _say(document, place, other.value, chance)
    return Edit("assessment", other)


def _deviation(document: docx.document.Document, sent: Report, place: Place, chance: random.Random) -> Edit:
    deviates = not value_at(sent, place)
    _say(document, place, "Ja" if deviates else "", chance)
    return Edit("deviation", deviates)


def _text(
    document: docx.document.Document, _sent: Report, place: Place, chance: random.Random, *, may_strike_first: bool
) -> Edit:
    (control,) = controls(document.element, place.tag)
    paragraphs = [Paragraph(one, document._body) for one in control.iter(f"{W}p")]
    said = [one for one in paragraphs if one.text.strip()]
    assert said, f"{place} says nothing"
    line = chance.choice(said)
    edits = [
        edit for edit in _TEXT_EDITS if may_strike_first or edit is not _tracked_other_words or line is not said[0]
    ]
    return chance.choice(edits)(line, some_words(chance))


def _other_words(line: Paragraph, words: str) -> Edit:
    runs = list(chain(line.runs, *(link.runs for link in line.hyperlinks)))
    runs[0].text = words
    for run in runs[1:]:
        run.text = ""
    return Edit("text", gone=1, came=(words,))


def _more_words(line: Paragraph, words: str) -> Edit:
    line.add_run(f" {words}")
    return Edit("text", gone=1, came=(words,))


def _paragraph_before(line: Paragraph, words: str) -> Edit:
    line.insert_paragraph_before(words, line.style)
    return Edit("text", came=(words,))


def _paragraph_after(line: Paragraph, words: str) -> Edit:
    made = line.insert_paragraph_before(words, line.style)
    line._p.addnext(made._p)
    return Edit("text", came=(words,))


def _tracked_words(line: Paragraph, words: str) -> Edit:
    _track(next(line.iter_inner_content()), words)
    return Edit("text", gone=1, came=(words,))


def _tracked_other_words(line: Paragraph, words: str) -> Edit:
    runs = [Run(run, line) for run in line._p.iter(f"{W}r")]
    _track(runs[0], words)
    for run in runs:
        _strike(run)
    return Edit("text", gone=1, came=(words,))


_TEXT_EDITS: tuple[Callable[[Paragraph, str], Edit], ...] = (
    _other_words,
    _more_words,
    _paragraph_before,
    _paragraph_after,
    _tracked_words,
    _tracked_other_words,
)
_EDITS: dict[str, Callable[..., Edit]] = {
    "value": _value,
    "cell": _cell,
    "empty cell": _cell,
    "assessment": _assessment,
    "deviation": _deviation,
}
