"""Remarks on a copy of somebody's own Word document, which goes back to her as she wrote it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from avstamt.domain.economy import Cell, Row
from avstamt.domain.finding import Finding
from avstamt.domain.place import ROOT, Place, PlaceError, Span, value_at
from avstamt.domain.printed import seen
from avstamt.domain.report import Report
from avstamt.domain.text import TextBlock, block_text
from avstamt.export.files import write_file
from avstamt.export.refused import ExportRefused
from avstamt.export.remarks import Remark, remarks_of_findings
from avstamt.export.wordml import names
from avstamt.export.wordml.margin import Margin
from avstamt.export.wordml.xml import Element, add, name

if TYPE_CHECKING:
    from docx.document import Document

_OWN_STYLES = ("CommentText", "CommentReference")


@dataclass(frozen=True, slots=True)
class DraftRemark:
    """A remark on one of some paragraphs (by their numbers in the file): the one that says `quote`, else the first.

    Of several that say just that, like equal figures in a row, so many come before it as `nth` says.
    """

    paragraphs: tuple[int, ...]
    quote: str
    author: str
    text: str
    created: str = ""
    nth: int = 0


def draft_remarks(
    report: Report, findings: Sequence[Finding], where: Callable[[Place], tuple[int, ...]]
) -> tuple[DraftRemark, ...]:
    """Return the findings as remarks on the draft that `report` was read from; `where` gives a place's paragraphs."""
    remarks = zip(findings, remarks_of_findings(findings), strict=True)
    return tuple(
        DraftRemark(
            where(finding.place),
            _words_at(report, finding.place),
            remark.author,
            remark.text,
            nth=_equal_before(report, finding.place),
        )
        for finding, remark in remarks
    )


def _words_at(report: Report, place: Place) -> str:
    """Return the very words at a place, empty where a whole part is meant."""
    try:
        value = value_at(report, place)
    except PlaceError:
        return ""
    if isinstance(value, Cell):
        value = value.text
    text = value if isinstance(value, str) else block_text(value) if isinstance(value, TextBlock) else ""
    return text[slice(*place.span)] if place.span else text


def _equal_before(report: Report, place: Place) -> int:
    """Return how many cells before a figure in its row say the same."""
    try:
        row = value_at(report, place.parent.parent) if place.path else None
    except PlaceError:
        return 0
    if not isinstance(row, Row):
        return 0
    at = next((at for at, cell in enumerate(row.cells) if cell.id == place.name), 0)
    return sum(cell.text == row.cells[at].text for cell in row.cells[:at])


def write_remarked(draft: Path, out: Path, remarks: Sequence[DraftRemark]) -> None:
    """Write a copy of `draft` with the remarks as comments; nothing else in it changes. Raises ExportRefused."""
    from docx.opc.exceptions import PackageNotFoundError

    if out.resolve() == draft.resolve():
        raise ExportRefused(f"Kommentarerna skrivs i en kopia. Välj ett annat namn än {draft.name}.")
    import docx

    try:
        document = docx.Document(str(draft))
    except (PackageNotFoundError, OSError, KeyError, ValueError, SyntaxError) as error:  # lxml's is one of syntax
        raise ExportRefused(f"Word-dokumentet {draft.name} gick inte att öppna för att kommenteras.") from error
    paragraphs = list(document.element.iter(name("p")))
    margin = Margin(document.comments, *_styles(document))
    for remark in remarks if paragraphs else ():
        paragraph, span = _spot(paragraphs, remark)
        margin.comment(paragraph, Remark(ROOT, remark.author, remark.text, remark.created), span)
    target = BytesIO()
    document.save(target)
    write_file(out, target.getvalue())


def _spot(paragraphs: Sequence[Element], remark: DraftRemark) -> tuple[Element, Span | None]:
    """Return the paragraph that a remark is about, and the characters in it that it quotes."""
    candidates = [paragraphs[number] for number in remark.paragraphs if 0 <= number < len(paragraphs)]
    quote = seen(remark.quote).strip()
    exact = [paragraph for paragraph in candidates if quote and _text(paragraph).strip() == quote]
    if exact:
        return exact[min(remark.nth, len(exact) - 1)], None
    for paragraph in candidates if quote else ():
        at = _text(paragraph).find(quote)
        if at >= 0:
            return paragraph, (at, at + len(quote))
    first = next((paragraph for paragraph in candidates if _text(paragraph).strip()), None)
    return first if first is not None else (candidates or paragraphs)[0], None


def _text(paragraph: Element) -> str:
    """Return a paragraph's characters, one for each that its runs hold."""
    shown: dict[object, str] = {name("br"): "\n", name("tab"): "\t"}
    runs = (run for run in paragraph.iter(name("r")) if run.find(name("t")) is not None)
    text = "".join(
        (child.text or "") if child.tag == name("t") else shown.get(child.tag, "") for run in runs for child in run
    )
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def _styles(document: Document) -> tuple[str, str]:
    """Return the ids of the two styles of comments, which are added where the document has none."""
    root: Element = document.styles.element
    known: dict[str, str] = {}
    for style in root.iter(name("style")):
        called = style.find(name("name"))
        if called is not None:
            known[str(called.get(name("val"), "")).lower()] = str(style.get(name("styleId"), ""))
    for called_so, kind, own in zip(names.COMMENTS, ("paragraph", "character"), _OWN_STYLES, strict=True):
        if called_so not in known:
            add(add(root, "style", type_=kind, styleId=own), "name", val=called_so)
            known[called_so] = own
    text, reference = (known[called_so] for called_so in names.COMMENTS)
    return text, reference
