"""The screens about working with others: review, changed files, merging, what comes back from Word."""

from __future__ import annotations

import datetime as dt

from avstamt.domain.place import Place, value_at, with_value
from avstamt.domain.report import Report
from avstamt.domain.review import MarkKind, ReviewComment
from avstamt.domain.text import Paragraph, Run, block_text
from avstamt.importers.word.fields import Loose
from avstamt.importers.word.returning import Returned
from avstamt.importers.word.tracking import Hand
from avstamt.ui.photographer import Photographer
from avstamt.ui.report_view import ReportView
from avstamt.ui.returning.dialog import ReturnDialog
from avstamt.ui.returning.fetching import Fetched
from avstamt.ui.review import deeds
from avstamt.ui.review.anchors import Anchor
from avstamt.ui.review.review import Review
from avstamt.ui.safety.file_safety import differences_dialog
from avstamt.ui.safety.merging import MergeDialog
from avstamt.ui.shots.act import Act, NotHere, told_in

_SHORT = 10


def review(photographer: Photographer, view: ReportView) -> None:
    """The review before the first comment, with two, one of them answered, and parts that are done; and a new one."""
    photographer.window.look.settings.author = "Handläggaren"
    made = view.findChild(Review)
    if not isinstance(made, Review):
        raise NotHere
    analysis, words = first_analysis(view)
    view.show_place(Place(analysis.path[:2]))
    photographer.window.actions_.by_name["review"].trigger()
    photographer.keep("granskning-tom")
    first = deeds.add_comment(view.desk, analysis.at(0, len(words)), words, "Kan du säga hur många det rör sig om?")
    deeds.answer(view.desk, first, "Ja, det står i tabellen. Jag lägger till det här också.")
    title = Place(analysis.path[:2]) / "title"
    deeds.add_comment(view.desk, title, "", "Bra att målet är så konkret.")
    made.toggle(MarkKind.DONE)
    made.toggle(MarkKind.REVIEWED)
    photographer.keep("granskningslage")
    made.panel.write_at(Anchor(analysis, words))
    photographer.keep("ny-kommentar")
    photographer.window.actions_.by_name["review"].trigger()


def others(photographer: Photographer, view: ReportView) -> None:
    """What differs in a file that someone has changed, and what both have changed."""
    window = photographer.window
    old, new = two_versions(view)
    photographer.keep_dialog("skillnader", differences_dialog(window, old, new))
    place = Place.of("organisation")
    mine, theirs = with_value(new, place, "Min enhet"), with_value(old, place, "Enheten för stöd och råd")
    analysis, _words = first_analysis(view)
    theirs = with_value(theirs, analysis / "runs", (Run(text="Målet är nått, och fler än väntat har fått stöd."),))
    photographer.keep_dialog("sla-ihop", MergeDialog(window.look, (old, mine, theirs), window))


def fetched(photographer: Photographer, view: ReportView) -> None:
    """What a colleague has changed in Word: a field, one that both have changed, a comment, words in no field."""
    window = photographer.window
    old, new = two_versions(view)
    analysis, words = first_analysis(view)
    theirs = with_value(new, Place.of("organisation"), "Enheten för stöd och råd")
    mine = with_value(old, Place.of("organisation"), "Min enhet")
    when = dt.datetime(2025, 1, 31, 13, 5).astimezone().isoformat()
    comment = ReviewComment(id="k", place=analysis.at(0, len(words)), author="Anna", created=when, text="Hur många då?")
    loose = (Loose("Se även bilagan om lokalerna.", analysis),)
    hands = {analysis.parent.parent: frozenset([Hand("2025-01-31T13:05:00", "Anna Berg")])}
    back = Returned(theirs, (comment,), loose, (), {}, hands=hands)
    came = Fetched("Verksamhetsberättelse 2024 från Anna.docx", old, back)
    dialog = ReturnDialog(window.look, mine, came, window)
    photographer.keep_dialog("hamta-fran-word", dialog)


def first_analysis(view: ReportView) -> tuple[Place, str]:
    """Return the place of the first paragraph of a goal's text, and its first words; raises NotHere."""
    for goal in view.desk.document.report.goals:
        name = told_in(goal)
        for block in getattr(goal, name).blocks if name else ():
            if isinstance(block, Paragraph) and len(words := block_text(block)) > _SHORT:
                place = Place.of("goals", goal.id, name, "blocks", block.id)
                return place, " ".join(words.split()[:5])
    raise NotHere


def two_versions(view: ReportView) -> tuple[Report, Report]:
    """Return the report and the same with a paragraph written on; raises NotHere."""
    report = view.desk.document.report
    place, _words = first_analysis(view)
    longer = f"{block_text(value_at(report, place))} Under hösten har dessutom två nya medarbetare börjat."
    return report, with_value(report, place / "runs", (Run(text=longer),))


TOGETHER = (
    Act(("granskning-tom", "granskningslage", "ny-kommentar"), review),
    Act(("skillnader", "sla-ihop"), others),
    Act(("hamta-fran-word",), fetched),
)
