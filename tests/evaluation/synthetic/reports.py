"""Makes whole reports at random, of every kind and level."""

from __future__ import annotations

from random import Random

from tests.evaluation.synthetic import economy, names
from tests.evaluation.synthetic.goals import GoalMaker
from tests.evaluation.synthetic.texts import Maker

from avstamt.domain.economy import EconomyTable
from avstamt.domain.report import OrganisationLevel, Report, ReportKind
from avstamt.domain.section import Appendix, Contact, FrontPage, Section, Signatory
from avstamt.domain.text import ListItem, ListKind, Paragraph, RichText, Run

OPERATING = "Analys av resultaträkning - uppföljning av driftbudget"


def random_report(
    rng: Random, kind: ReportKind, level: OrganisationLevel, *, blanks_tell: bool = True, sexes: bool = True
) -> Report:
    """Return a report; where the print will lose blanks (`blanks_tell` False) its tables have no cells that only these tell."""
    make = Maker(rng, kind, rng.randint(2015, 2025), blanks_tell, sexes)
    committee = rng.choice(names.COMMITTEES)
    organisation = committee if level is OrganisationLevel.COMMITTEE else rng.choice(names.UNITS)
    numbered = rng.random() < 0.6
    by_title = level is OrganisationLevel.COMMITTEE and rng.random() < 0.5
    sections = _Sections(make, level, organisation)
    return Report(
        id="r1", kind=kind, level=level, year=make.year, organisation=organisation, committee=committee,
        title=_title(rng, kind, make.year, organisation), front=_front(make, committee) if sections.committee else None,
        sections=tuple(sections.all()), goals=tuple(GoalMaker(make, level, numbered, by_title).goals()),
    )  # fmt: skip


def _title(rng: Random, kind: ReportKind, year: int, organisation: str) -> str:
    if kind.is_tertial:
        return f"Tertialrapport Tertial {kind.value[1]} {year} för {organisation}"
    return rng.choice((f"{kind.label} {year} för {organisation}", f"{kind.label} {year}"))


class _Sections:
    """Makes a report's sections in order."""

    def __init__(self, make: Maker, level: OrganisationLevel, organisation: str) -> None:
        self.make, self.organisation = make, organisation
        self.committee = level is OrganisationLevel.COMMITTEE
        self.made: list[Section] = []

    def all(self) -> list[Section]:
        """Return the sections."""
        if self.make.kind is ReportKind.PLAN:
            self._introduction()
        else:
            self._add("Sammanfattande analys", text=self._summary())
            self._add("Uppföljning av Kommunfullmäktiges inriktningsmål", holds_goals=True)
        if self.make.kind is ReportKind.PLAN:
            self._plan_economy()
        elif self.committee:
            self._committee_economy()
        else:
            self._unit_economy()
        self._add("Övrigt", text=self.make.text(2, headed=True) if self.make.chance(0.6) else RichText())
        return self.made

    def _add(self, title: str, parent: Section | None = None, *, text: RichText | None = None, holds_goals: bool = False,
             tables: tuple[EconomyTable, ...] = ()) -> Section:  # fmt: skip
        section = Section(
            id=self.make.id("s"), title=title, parent=parent.id if parent else None, text=text or RichText(),
            holds_goals=holds_goals, tables=tables,
        )  # fmt: skip
        self.made.append(section)
        return section

    def _some(self, share: float = 0.6) -> RichText:
        return self.make.text(2) if self.make.chance(share) else RichText()

    def _summary(self) -> RichText:
        name, year = self.organisation, self.make.year
        named = f"I rapporten redovisas hur {name} har bidragit till nämndens mål under {year}. {name} har haft ett år med många förändringar."
        closing = f"Sammanfattningsvis bedöms {name} ha uppfyllt merparten av sina åtaganden."
        return RichText(
            blocks=(self.make.paragraph(named), *self.make.text(3, headed=True).blocks, self.make.paragraph(closing))
        )

    def _introduction(self) -> None:
        top = self._add("Inledning")
        self._add("Verksamhetsbeskrivning", top, text=self._summary())
        for title in ("Verksamhetsidé och värdegrund", "Kvalitets- och utvecklingsarbete", "Kompetensutveckling"):
            if self.make.chance(0.7):
                self._add(title, top, text=self.make.text(2))
        self._add("", holds_goals=True)

    def _plan_economy(self) -> None:
        top = self._add("Redovisning av ekonomi")
        self._add("Resursanvändning", top, text=self._some())
        self._add(f"Budget {self.make.year}", top, text=self._some())

    def _unit_economy(self) -> None:
        top = self._add("Uppföljning av ekonomi")
        tables = tuple(economy.result(self.make) for _ in range(self.make.rng.randint(0, 2)))
        self._add(OPERATING, top, text=self._some(), tables=tables)
        for title in ("Investeringar", "Medel för lokaländamål"):
            self._add(title, top, text=self._short())
        if self.make.chance(0.5):
            self._add("Övrigt", top)
        title = self.make.rng.choice(("Systematiskt kvalitetsarbete", "Synpunkter och klagomål"))
        self._add(title, text=self._some())

    def _short(self) -> RichText:
        return RichText(blocks=(self.make.paragraph("Inte aktuellt"),)) if self.make.chance(0.3) else self._some(0.4)

    def _committee_economy(self) -> None:
        make = self.make
        top = self._add("Uppföljning av ekonomi")
        budget = self._add(OPERATING, top)
        closing = {"T1": "Tertialbokslut", "T2": "Delårsbokslut"}.get(make.kind.value, "Bokslut")
        self._add(closing, budget, tables=(economy.operating(make),), text=self._some(0.4))
        if make.kind.is_tertial:
            areas = economy.areas(make)
            table = economy.forecast(make, areas)
            prognosis = self._add("Prognos", budget, tables=(table,))
            for row in table.rows[:-1]:
                amount = row.text("c4")
                signed = "±0" if amount == "0,0" else amount if amount.startswith("-") else f"+{amount}"
                self._add(f"{row.label} {signed} mnkr", prognosis, text=make.text(2))
        for title in ("Resultatenheter", "Investeringar", "Försäljningar av anläggningstillgångar", "Omslutningsförändringar",
                      "Budgetjusteringar", "Medel för lokaländamål"):  # fmt: skip
            if make.chance(0.8):
                tables = (economy.investment(make),) if title == "Investeringar" else ()
                self._add(title, top, text=self._short(), tables=tables)


def _front(make: Maker, committee: str) -> FrontPage:
    points = (
        f"{committee} godkänner förvaltningens förslag till rapport och överlämnar den till kommunstyrelsen.",
        f"{committee} ansöker om budgetjusteringar med {make.rng.randint(1, 9)},{make.rng.randint(0, 9)} mnkr enligt bilaga 3.",
        "Paragrafen justeras omedelbart.",
    )
    items = tuple(ListItem(id=make.id("b"), runs=(Run(text=point),), mark=ListKind.NUMBER) for point in points)
    lead = (
        (Paragraph(id=make.id("b"), runs=(Run(text=f"{committee} beslutar följande."),)),) if make.chance(0.3) else ()
    )
    appendices = tuple(
        Appendix(id=f"x{n}", label=f"Bilaga {n}", title=title)
        for n, title in enumerate(("Blankettset", "Handlingsplan för krisberedskap", "Ansökan om budgetjusteringar"), 1)
    )
    return FrontPage(
        department=f"{committee.removesuffix('nämnd').removesuffix('nämnden')}förvaltning",
        diary_number=f"{make.year % 100}/{make.rng.randint(10, 900)}", date=f"{make.year}-05-{make.rng.randint(10, 28)}",
        officers=(Contact(id="o1", name="Namn Namnsson", phone="08-508 00 123"),), recipient=committee,
        proposals=RichText(blocks=(*lead, *items)), signatories=(Signatory(id="n1", name="Någon Någonsdotter", title="Förvaltningsdirektör"),),
        appendices=appendices,
    )  # fmt: skip
