"""Which page of the help belongs to where the user is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from avstamt.ui.help.pages import FIRST

if TYPE_CHECKING:
    from avstamt.ui.report_view import ReportView

_SHEETS = {"indicators": "indikatorer", "activities": "aktiviteter"}
_PARTS = {"goals": "malen", "sections": "text"}


def page_for(focused: QWidget | None, view: ReportView | None) -> str:
    """Return the name of the page about what has the focus."""
    if focused is None or view is None:
        return FIRST
    if view.findings is focused or view.findings.isAncestorOf(focused):
        return view.findings.rule or "anmarkningar"
    return _of_editor(focused) or _PARTS.get(view.place.path[0] if view.place.path else "", FIRST)


def _of_editor(focused: QWidget) -> str:
    from avstamt.ui.editors.choice import AssessmentEditor
    from avstamt.ui.editors.rich import RichEditor
    from avstamt.ui.forms.sheet_panel import SheetPanel

    if isinstance(focused, RichEditor):
        return "text"
    above: QWidget | None = focused
    while above is not None:
        if isinstance(above, AssessmentEditor):
            return "bedomning"
        if isinstance(above, SheetPanel):
            return _SHEETS.get(above.sheet.place.name, "ekonomi")
        above = above.parentWidget()
    return ""
