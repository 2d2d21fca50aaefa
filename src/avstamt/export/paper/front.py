"""What stands before the text: the first page of a tjänsteutlåtande, or the lighter title of a unit's own report."""

from __future__ import annotations

from collections.abc import Iterator

from avstamt.domain.place import Place
from avstamt.domain.report import Report
from avstamt.domain.section import Appendix, Contact, FrontPage
from avstamt.export.paper.characters import one_line, title_line
from avstamt.export.paper.columns import with_years
from avstamt.export.paper.items import Appendices, Heading, Item, Line, PageBreak, Role, RunningHead
from avstamt.export.paper.text import text_items
from avstamt.templates.template import Template

STATEMENT = "Tjänsteutlåtande"
_FRONT = Place.of("front")
_LABELS = {
    "officers": "Handläggare",
    "recipient": "Till",
    "proposals": "Förslag till beslut",
    "appendices": "Bilagor",
}


def document_title(report: Report, template: Template) -> str:
    """Return the title as printed: the writer's own, else the template's, else the kind and year."""
    made = with_years(template.title, report.year)
    made = made.replace("{organisation}", report.organisation).replace("{committee}", report.committee)
    return one_line(report.title) or one_line(made) or f"{report.kind.label} {report.year}"


def running_head(report: Report, title: str) -> RunningHead:
    """Return what stands at the head of every page."""
    if report.front is None:
        sender = _filled(report.organisation)
        return RunningHead(sender, ", ".join((title, *(name for name in sender if name not in title))))
    sender = _filled(report.front.department, report.front.unit)
    return RunningHead(sender or _filled(report.organisation), STATEMENT)


def opening(report: Report, template: Template, title: str) -> Iterator[Item]:
    """Yield what comes before the table of contents."""
    if report.front is None:
        yield from _title_block(report, title)
    else:
        yield from _first_page(report.front, template, title)


def appendices(report: Report, template: Template) -> Iterator[Item]:
    """Yield the list of appendices, nothing where there is none."""
    if report.front is not None and report.front.appendices:
        place = _FRONT / "appendices"
        yield Heading(1, "", "", _label(template, "appendices"), place, opening=True)
        lines = tuple((_appendix(appendix), place / appendix.id) for appendix in report.front.appendices)
        yield Appendices(lines, place)


def _title_block(report: Report, title: str) -> Iterator[Item]:
    yield Line(Role.TITLE, title_line(title), Place.of("title"))
    for name in ("organisation", "committee"):
        if text := one_line(getattr(report, name)):
            yield Line(Role.SUBTITLE, text, Place.of(name))


def _first_page(front: FrontPage, template: Template, title: str) -> Iterator[Item]:
    yield Line(Role.DOCUMENT, STATEMENT, _FRONT)
    if number := one_line(front.diary_number):
        yield Line(Role.DETAIL, one_line(_with_dnr(number)), _FRONT / "diary_number")
    if date := one_line(front.date):
        yield Line(Role.DETAIL, date, _FRONT / "date")
    yield from _people(front, template)
    yield Line(Role.TITLE, title_line(title), Place.of("title"))
    yield Heading(1, "", "", _label(template, "proposals"), _FRONT / "proposals", opening=True)
    yield from text_items(front.proposals, _FRONT / "proposals", 2)
    for signatory in front.signatories:
        place = _FRONT / "signatories" / signatory.id
        for role, name in ((Role.SIGNATORY, "name"), (Role.SIGNATORY_TITLE, "title")):
            if text := one_line(getattr(signatory, name)):
                yield Line(role, text, place / name)
    yield PageBreak(_FRONT)


def _people(front: FrontPage, template: Template) -> Iterator[Item]:
    if front.officers:
        yield Line(Role.LABEL, _label(template, "officers"), _FRONT / "officers")
    for officer in front.officers:
        for name, text in _contact(officer):
            yield Line(Role.CONTACT, text, _FRONT / "officers" / officer.id / name)
    if recipient := one_line(front.recipient):
        yield Line(Role.LABEL, _label(template, "recipient"), _FRONT / "recipient")
        yield Line(Role.CONTACT, recipient, _FRONT / "recipient")


def _contact(officer: Contact) -> Iterator[tuple[str, str]]:
    if officer.name:
        yield "name", one_line(officer.name)
    if officer.phone:
        yield "phone", f"Telefon: {one_line(officer.phone)}"
    if officer.email:
        yield "email", one_line(officer.email)


def _appendix(appendix: Appendix) -> str:
    return ": ".join(_filled(appendix.label.strip().rstrip(":"), appendix.title))


def _label(template: Template, name: str) -> str:
    fields = template.front.fields if template.front else ()
    return next((one_line(field.label) for field in fields if field.name == name), _LABELS[name])


def _with_dnr(number: str) -> str:
    return number if number.lower().startswith(("dnr", "diarie")) else f"Dnr {number}"


def _filled(*texts: str) -> tuple[str, ...]:
    return tuple(line for line in map(one_line, texts) if line)
