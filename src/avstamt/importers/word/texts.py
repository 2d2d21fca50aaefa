"""A rich text as it comes back: blocks that were not touched stand as they were, the others are read from paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from unicodedata import category

from avstamt.domain.base import new_id
from avstamt.domain.place import Place, PlaceError, value_at
from avstamt.domain.printed import PrintedBlock, seen
from avstamt.domain.report import Report
from avstamt.domain.text import (
    EMPTY_TEXT,
    Block,
    ListItem,
    ListKind,
    Paragraph,
    RichText,
    Run,
    Runs,
    SubHeading,
    TextCell,
    TextTable,
    block_text,
)
from avstamt.importers.word.fields import Fields
from avstamt.importers.word.pieces import Piece, ReadParagraph, ReadTable, all_paragraphs, cell_runs
from avstamt.importers.word.values import plain

_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Cs", "Zl", "Zp", "Zs"})
"""The categories of characters that no reader sees."""


def new_text(
    before: RichText, printed: Sequence[PrintedBlock], pieces: Sequence[Piece], *, look_lost: bool = False
) -> RichText:
    """Return the text that `pieces` make of `before`, which was printed as `printed`.

    `look_lost` tells that the program which saved the document loses the make-up of the first paragraph of a control:
    the same words are then the same paragraph.
    """
    read = [piece for piece in pieces if _can_be_seen(piece)]
    known = {block.id: block for block in before.blocks}
    if any(block.id not in known for block in printed):
        return RichText(blocks=tuple(_made(piece, None) for piece in read))
    printed = [block for block in printed if _can_be_seen(known[block.id])]
    if printed and not read:
        return EMPTY_TEXT
    kept = _Unprinted(before, printed)
    blocks: list[Block] = list(kept.first)
    marks = [block.mark for block in printed], [piece.mark for piece in read]
    if look_lost and printed and _says(read[0], known[printed[0].id]):
        marks[1][0] = marks[0][0]
    for kind, a, b, c, d in SequenceMatcher(None, *marks, autojunk=False).get_opcodes():
        if kind == "equal":
            for one in printed[a:b]:
                blocks += [known[one.id], *kept.after.get(one.id, ())]
            continue
        for number, piece in enumerate(read[c:d]):
            old = known[printed[a + number].id] if a + number < b else None
            blocks.append(_made(piece, old))
        blocks += [block for one in printed[a:b] for block in kept.after.get(one.id, ())]
    return RichText(blocks=tuple(blocks))


def _can_be_seen(what: Piece | Block) -> bool:
    """Tell whether a paragraph has a character that prints; a table is seen by its lines."""
    if isinstance(what, ReadTable | TextTable):
        return any(what.rows)
    words = what.text if isinstance(what, ReadParagraph) else block_text(what)
    return any(category(letter) not in _UNSEEN for letter in words)


def _says(piece: Piece, block: Block) -> bool:
    return isinstance(piece, ReadParagraph) and seen(piece.text) == seen(block_text(block))


class _Unprinted:
    """The blocks of a text that no paper shows (empty ones), by the printed block they stand after."""

    def __init__(self, text: RichText, printed: Sequence[PrintedBlock]) -> None:
        shown = {block.id for block in printed}
        self.first: list[Block] = []
        self.after: dict[str, list[Block]] = {}
        last = ""
        for block in text.blocks:
            if block.id in shown:
                last = block.id
            elif last:
                self.after.setdefault(last, []).append(block)
            else:
                self.first.append(block)


def _made(piece: Piece, old: Block | None) -> Block:
    """Return a piece as a block, with the id of the block it takes the place of."""
    before = "" if old is None else block_text(old)
    one = new_id("b") if old is None else old.id
    if isinstance(piece, ReadTable):
        rows = tuple(tuple(TextCell(runs=_runs(cell_runs(cell), before)) for cell in row) for row in piece.rows)
        return TextTable(id=one, rows=rows, header=piece.header)
    runs = _runs(piece.runs, before)
    kind, level = piece.kind[:1], int(piece.kind[1:] or 0)
    if kind == "h" or (isinstance(old, SubHeading) and all(run.bold for run in piece.runs)):
        plain_runs = tuple(run.model_copy(update={"bold": False}) for run in runs)
        return SubHeading(id=one, runs=plain_runs, level=max(level, 1) if kind == "h" else _level(old))
    if kind in ("b", "n"):
        return ListItem(id=one, runs=runs, mark=ListKind.BULLET if kind == "b" else ListKind.NUMBER, level=level)
    return Paragraph(id=one, runs=runs)


def _level(old: Block | None) -> int:
    return old.level if isinstance(old, SubHeading) else 1


def _runs(runs: Sequence[Run], before: str) -> Runs:
    """Return runs with neighbours of one make-up put together, and no hard spaces of ours."""
    joined: list[Run] = []
    for run in runs:
        if joined and joined[-1].model_copy(update={"text": ""}) == run.model_copy(update={"text": ""}):
            joined[-1] = joined[-1].model_copy(update={"text": joined[-1].text + run.text})
        elif run.text:
            joined.append(run)
    made = (run.model_copy(update={"text": plain(run.text, before)}) for run in joined)
    return tuple(run for run in made if run.text)


def places_of(fields: Fields, report: Report) -> Iterator[tuple[ReadParagraph, Place]]:
    """Yield the paragraphs of a document with the places in the returned report that they are now."""
    for place, (_words, paragraph) in fields.values.items():
        yield paragraph, place
    for place, pieces in fields.texts.items():
        try:
            text = value_at(report, place)
        except PlaceError:
            continue
        shown = [block for block in text.blocks if _can_be_seen(block)] if isinstance(text, RichText) else []
        read = [piece for piece in pieces if _can_be_seen(piece)]
        for number, piece in enumerate(read):
            here = place / "blocks" / shown[number].id if number < len(shown) else place
            yield from ((paragraph, here) for paragraph in all_paragraphs((piece,)))
