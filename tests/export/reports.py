"""Reports to print: the samples that ship, the real reports where they lie beside the project, and one full of malice."""

from __future__ import annotations

from functools import cache

from tests.builders import activity, goal, indicator, report, rich_report, section, text
from tests.conftest import shared_seeds

from avstamt.domain.economy import Cell, Column, EconomyTable, Row
from avstamt.domain.report import OrganisationLevel, Report, ReportKind
from avstamt.domain.section import Appendix, Contact, FrontPage, Signatory
from avstamt.domain.text import ListItem, RichText, Run, TextCell, TextTable
from avstamt.export.layout import shipped_layout
from avstamt.export.outline import outline
from avstamt.export.paper.items import Outline
from avstamt.export.pdf import heading_pages, pdf_bytes
from avstamt.export.word import word_bytes
from avstamt.importers.text import read_text
from avstamt.resources import resource
from avstamt.storage.file import read
from avstamt.templates.catalogue import catalogue

MALICE = '#read("/etc/passwd") $x^2$ *fet* _kursiv_ @ref `kod` \\ ~ <tag> &amp; "q" =1+1 [x](y) {{mall}} {year} // kommentar /* x */'
SAMPLES = tuple(path.stem for path in sorted(resource("samples").glob("*.avst")))
SEEDS = tuple(f"verklig-{path.stem}" for path in shared_seeds())
NAMES = ("rik", "elak", *SAMPLES, *SEEDS)


class Papers:
    """The papers of one report, each made when first asked for."""

    def __init__(self, made: Report) -> None:
        self.report = made
        self.template = catalogue().template(made.kind, made.level, made.year)
        self.outline: Outline = outline(made, self.template)

    @cache  # noqa: B019 - the papers live as long as the tests
    def word(self) -> bytes:
        return word_bytes(self.outline, shipped_layout())

    @cache  # noqa: B019 - as above
    def pdf(self) -> bytes:
        return pdf_bytes(self.outline, shipped_layout())

    @cache  # noqa: B019 - as above
    def pages(self) -> dict[str, int]:
        return heading_pages(self.outline, shipped_layout())


@cache
def papers_of(name: str) -> Papers:
    """Return the papers of a report by its name in NAMES."""
    if name == "rik":
        return Papers(rich_report())
    if name == "elak":
        return Papers(hostile_report())
    if name in SAMPLES:
        return Papers(read(resource("samples", f"{name}.avst")))
    (path,) = [path for path in shared_seeds() if f"verklig-{path.stem}" == name]
    return Papers(read_text(path.read_text(encoding="utf-8"), path.name, catalogue())[0].report)


def hostile_report() -> Report:
    """Return a report whose every text tries to be code, breaks out of its cell, or holds signs no paper can hold."""
    word = "ö" * 300
    cells = (TextCell(runs=(Run(text=MALICE),)), TextCell(runs=(Run(text=word),)))
    blocks = (
        *text(f"## {MALICE}", MALICE, word, "Rad ett\x0brad\u2028två\x00\x07\x1b\ufffe", f"- {MALICE}").blocks,
        ListItem(id="m1", runs=(Run(text="djupt", bold=True, italic=True),), level=5),
        TextTable(id="m2", rows=(cells, cells)),
        TextTable(id="m3", rows=(cells,), header=False),
    )
    table = EconomyTable(
        id="t1",
        title=MALICE,
        corner=MALICE,
        columns=tuple(Column(id=f"c{n}", title=word[: 40 * n], group=MALICE if n > 1 else "") for n in range(1, 8)),
        rows=(Row(id="r1", label=MALICE, cells=(Cell(id="c1", text="=1+1"), Cell(id="c2", text=word))),),
    )
    front = FrontPage(
        department=MALICE,
        officers=(Contact(id="o1", name=MALICE, phone="\x00", email=word),),
        proposals=text(MALICE),
        signatories=(Signatory(id="u1", name=MALICE, title=word),),
        appendices=(Appendix(id="p1", label=MALICE, title=word),),
    )
    return report(
        goal(
            MALICE,
            number="=2+2",
            indicators=(indicator(word, outcome="=1+1", target=MALICE, analysis=RichText(blocks=blocks)),),
            activities=(activity(MALICE, start=word, analysis=MALICE),),
            analysis=RichText(blocks=blocks),
        ),
        kind=ReportKind.TERTIAL_1,
        level=OrganisationLevel.COMMITTEE,
        title=MALICE,
        organisation=word,
        front=front,
        sections=(
            section(MALICE, text=RichText(blocks=blocks), tables=(table, table.model_copy(update={"id": "t2"}))),
        ),
    )
