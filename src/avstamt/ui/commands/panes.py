"""What the actions on the window's panes do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from avstamt.ui.beside import Beside, Companion
from avstamt.ui.commands.group import Group
from avstamt.ui.forms.page_area import PageArea
from avstamt.ui.outline.panel import OutlinePanel
from avstamt.ui.review.panel import ReviewPanel

if TYPE_CHECKING:
    from avstamt.ui.findings.panel import FindingsPanel
    from avstamt.ui.report_view import ReportView

    Pane = OutlinePanel | PageArea | Beside | FindingsPanel | ReviewPanel


class PaneCommands(Group):
    """The actions that fold panes in and out, and the one that goes round them."""

    def outline(self, is_shown: bool) -> None:
        """Fold the outline in or out."""
        if self.view is not None:
            self.view.fold(self.view.outline, is_shown)

    def findings(self, is_shown: bool) -> None:
        """Fold the findings in or out."""
        if self.view is not None:
            self.view.fold(self.view.findings, is_shown)

    def preview(self, is_shown: bool) -> None:
        """Show the pages beside the form, or not."""
        if self.view is not None and is_shown:
            self.view.beside.show_companion(Companion.PREVIEW)
        elif self.view is not None:
            self.view.beside.fold_away()

    def split_view(self, is_shown: bool) -> None:
        """Show a second place beside the page, or not."""
        if self.view is not None and is_shown:
            self.view.beside.show_companion(Companion.SECOND)
        elif self.view is not None:
            self.view.beside.close_shown()

    def next_pane(self) -> None:
        """Move the focus to the next pane: outline, page, what is beside it, findings."""
        if (view := self.view) is None:
            return
        every: list[Pane] = [view.outline, view.area, view.beside, view.findings, *_reviews(view)]
        panes = [pane for pane in every if pane.isVisible()]
        focused = QApplication.focusWidget()
        at = next((at for at, pane in enumerate(panes) if focused is not None and _holds(pane, focused)), -1)
        pane = panes[(at + 1) % len(panes)]
        if isinstance(pane, PageArea):
            view.focus_page()
        else:
            chosen = pane.view if isinstance(pane, OutlinePanel) else pane.first
            chosen.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def checked(self) -> Mapping[str, bool]:
        """Return which panes are folded out."""
        view = self.view
        beside = view.beside.shown if view is not None else None
        return {
            "outline": view is not None and not view.outline.isHidden(),
            "findings": view is not None and not view.findings.isHidden(),
            "preview": beside is Companion.PREVIEW,
            "split_view": beside is Companion.SECOND,
        }


def _reviews(view: ReportView) -> list[ReviewPanel]:
    return view.findChildren(ReviewPanel)


def _holds(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)
