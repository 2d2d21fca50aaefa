"""What an import of a printed report should give, in the neutral shapes of the evaluation, and figures of our own on texts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tests.evaluation.imported import document
from tests.evaluation.matching import Score, align, alike
from tests.evaluation.parts import PREFIX, Document, plain
from tests.evaluation.synthetic.rows import columns_of
from tests.evaluation.synthetic.style import Style

from avstamt.domain.goal import GOAL_TEXTS
from avstamt.domain.report import Report
from avstamt.domain.text import RichText, block_text
from avstamt.importers.model import Import, Noise


def truth(reports: Sequence[Report], style: Style, hidden: set[str]) -> Document:
    """Return what should be found of reports in this layout; `hidden` are headings that nobody can see."""
    noise = (Noise(1, "", "innehållsförteckning"),) if style.contents else ()
    made = document([Import(report, noise=noise) for report in reports])
    columns = columns_of(reports[0].kind, sexes=style.sexes)
    indicators = tuple(
        replace(row, cells={name: row.cells[name] for name in columns}, analysis=row.analysis[:PREFIX])
        for row in made.indicators
    )
    activities = tuple(replace(row, analysis=row.analysis[:PREFIX]) for row in made.activities)
    named = tuple(report.organisation for report in reports[:1])
    return _shown(replace(made, indicators=indicators, activities=activities, names=named), hidden)


def found(imports: Sequence[Import], hidden: set[str]) -> Document:
    """Return what was found, headings aside that nobody can see."""
    return _shown(document(imports), hidden)


def _shown(made: Document, hidden: set[str]) -> Document:
    return replace(made, headings=tuple(heading for heading in made.headings if heading.title not in hidden))


def compare_texts(reports: Sequence[Report], imports: Sequence[Import], hidden: set[str]) -> dict[str, Score]:
    """Return how many words stand in the right text, and how many blocks are whole and of the right kind."""
    words, blocks = Score(), Score()
    gold = [text for report in reports for text in _texts(report)]
    made = [text for one in imports for text in _texts(one.report)]
    pairs = align(gold, made, lambda a, b: alike(a[0], b[0]), 0.8)
    for one, other in pairs:
        name = (one or other or ("", None))[0]
        _count_words(words, name, one[1] if one else None, other[1] if other else None)
        _count_blocks(blocks, name, one[1] if one else None, other[1] if other else None, hidden)
    return {"words_in_place": words, "blocks": blocks}


def _texts(report: Report) -> Iterator[tuple[str, RichText]]:
    for section in report.sections:
        if section.text.blocks:
            yield f"avsnitt {section.title}", section.text
        for table in section.tables:
            if table.comment.blocks:
                yield f"avsnitt {section.title}, efter {table.corner}", table.comment
    for goal in report.goals:
        for name in GOAL_TEXTS:
            text: RichText | None = getattr(goal, name)
            if text is not None and text.blocks:
                yield f"mål {goal.title}, {name}", text


def _count_words(score: Score, name: str, gold: RichText | None, made: RichText | None) -> None:
    one, other = (Counter(_said(text.plain).split() if text else ()) for text in (gold, made))
    score.n += one.total()
    score.claimed += other.total()
    score.right += (one & other).total()
    if one != other:
        score.misses.append(f"{name}: saknas {list(one - other)[:8]}, för mycket {list(other - one)[:8]}")


def _count_blocks(score: Score, name: str, gold: RichText | None, made: RichText | None, hidden: set[str]) -> None:
    one, other = (
        [(block.kind, _said(block_text(block))) for block in (text.blocks if text else ())] for text in (gold, made)
    )
    if any(text in hidden for _, text in one):
        return
    for left, right in align(one, other, lambda a, b: alike(a[1], b[1]), 0.5):
        score.count(str(left) if left else None, str(right) if right else None, name)


def _said(text: str) -> str:
    return plain(re.sub("[\u2212]", "-", text))


def normal(made: Document) -> Document:
    """Return a document with every minus sign alike, however it was typed."""
    return _mapped(made)


def _mapped(value: Document) -> Document:
    indicators = tuple(
        replace(row, cells={name: _said(cell) for name, cell in row.cells.items()}) for row in value.indicators
    )
    tables = tuple(replace(table, rows=tuple(tuple(map(_said, row)) for row in table.rows)) for table in value.tables)
    headings = tuple(replace(heading, title=_said(heading.title)) for heading in value.headings)
    return replace(value, indicators=indicators, tables=tables, headings=headings)
