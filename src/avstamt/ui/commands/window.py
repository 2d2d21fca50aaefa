"""What the actions of the window do, by name: those on its panes and looks here, the others inherited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from avstamt import __version__
from avstamt.ui.beside import Beside, Companion
from avstamt.ui.commands.seeking import SeekingCommands
from avstamt.ui.editors.line import LineEditor
from avstamt.ui.editors.rich import RichEditor
from avstamt.ui.editors.title import TitleEditor
from avstamt.ui.forms.page_area import PageArea
from avstamt.ui.help.desk import HelpDesk
from avstamt.ui.help.pages import KEYS
from avstamt.ui.outline.panel import OutlinePanel
from avstamt.ui.review.panel import ReviewPanel
from avstamt.ui.settings import TEXT_SIZES
from avstamt.ui.tables.view import SheetView
from avstamt.ui.theme import Appearance

if TYPE_CHECKING:
    from avstamt.ui.findings.panel import FindingsPanel
    from avstamt.ui.main_window import MainWindow
    from avstamt.ui.report_view import ReportView

    Pane = OutlinePanel | PageArea | Beside | FindingsPanel | ReviewPanel


class Commands(SeekingCommands):
    """All actions of the window, by name."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.help_desk = HelpDesk(window)

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

    def guidance(self, is_shown: bool) -> None:
        """Show or hide the guidance."""
        self.window.look.settings.guidance = is_shown

    def larger(self) -> None:
        """Make all text a step larger."""
        self._resize(1)

    def smaller(self) -> None:
        """Make all text a step smaller."""
        self._resize(-1)

    def colours_system(self) -> None:
        """Follow the computer's colours."""
        self._colour(Appearance.SYSTEM)

    def colours_light(self) -> None:
        """Use light colours."""
        self._colour(Appearance.LIGHT)

    def colours_dark(self) -> None:
        """Use dark colours."""
        self._colour(Appearance.DARK)

    def colours_contrast(self) -> None:
        """Use colours that stand as far apart as they can."""
        self._colour(Appearance.CONTRAST)

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

    def next_finding(self) -> None:
        """Go to the next finding."""
        if self.view is not None:
            self.view.findings.step(1)

    def previous_finding(self) -> None:
        """Go to the finding before."""
        if self.view is not None:
            self.view.findings.step(-1)

    def suggest(self) -> None:
        """Offer what can be done about the finding at the caret."""
        focused = QApplication.focusWidget()
        if isinstance(focused, RichEditor | TitleEditor | LineEditor | SheetView):
            focused.suggestions_wanted.emit()

    def fix_all(self) -> None:
        """Make all safe mends as one step."""
        if self.view is not None:
            self.view.findings.fix_all()

    def check_now(self) -> None:
        """Run the rules at once."""
        if self.view is not None:
            self.view.checker.run()

    def doubts(self) -> None:
        """Show what the import was not sure of."""
        self.window.reception.show_problems()

    def help(self) -> None:
        """Open the help at the page about what has the focus."""
        self.help_desk.open()

    def keys(self) -> None:
        """Open the sheet of keys."""
        self.help_desk.open(KEYS)

    def tour(self) -> None:
        """Begin the tour."""
        self.help_desk.begin_tour()

    def about(self) -> None:
        """Say what the program is."""
        QMessageBox.about(
            self.window,
            "Om Avstämt",
            f"Avstämt {__version__}\n\nSkriver, stämmer av och exporterar Stockholms stads målrapporter. "
            "Arbetar utan nät: ingenting lämnar datorn.\n\nÖppen källkod under EUPL 1.2.",
        )

    def show_panes(self) -> None:
        """Show in the menu which panes are folded out and which colours are chosen."""
        actions = self.window.actions_.by_name
        view = self.view
        actions["outline"].setChecked(view is not None and not view.outline.isHidden())
        actions["findings"].setChecked(view is not None and not view.findings.isHidden())
        actions["preview"].setChecked(view is not None and view.beside.shown is Companion.PREVIEW)
        actions["split_view"].setChecked(view is not None and view.beside.shown is Companion.SECOND)
        super().show_panes()
        settings = self.window.look.settings
        actions["guidance"].setChecked(settings.guidance)
        names = {
            Appearance.SYSTEM: "colours_system",
            Appearance.LIGHT: "colours_light",
            Appearance.DARK: "colours_dark",
            Appearance.CONTRAST: "colours_contrast",
        }
        for appearance, name in names.items():
            actions[name].setChecked(settings.appearance is appearance)

    def _colour(self, appearance: Appearance) -> None:
        self.window.look.settings.appearance = appearance
        self.show_panes()

    def _resize(self, step: int) -> None:
        settings = self.window.look.settings
        at = TEXT_SIZES.index(settings.text_size) + step
        settings.text_size = TEXT_SIZES[min(max(at, 0), len(TEXT_SIZES) - 1)]


def _reviews(view: ReportView) -> list[ReviewPanel]:
    return view.findChildren(ReviewPanel)


def _holds(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)
