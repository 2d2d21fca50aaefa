"""The review of one open report: its panel, its bar, the marks in its texts, and the mode they are used in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QBoxLayout, QMenu

from avstamt.domain.place import Place
from avstamt.domain.review import MarkKind
from avstamt.ui.marks.commented import comments_within
from avstamt.ui.review.anchors import anchor_on
from avstamt.ui.review.marking import mark_comments
from avstamt.ui.review.panel import ReviewPanel
from avstamt.ui.review.part_bar import PartBar

if TYPE_CHECKING:
    from avstamt.ui.report_view import ReportView

_WIDTH = 320


class Review(QObject):
    """Ties the review to a report's view."""

    def __init__(self, view: ReportView) -> None:
        super().__init__(view)
        self._view = view
        self.panel = ReviewPanel(view.desk, view.outline.model.places(), view)
        self.bar = PartBar(view.desk, view)
        self.panel.hide()
        self.panel.installEventFilter(view)
        view.findings.installEventFilter(self)
        view.splitter.addWidget(self.panel)
        view.splitter.setStretchFactor(view.splitter.indexOf(self.panel), 0)
        layout = view.layout()
        if isinstance(layout, QBoxLayout):
            layout.addWidget(self.bar)
        self.panel.go_to.connect(view.show_place)
        self.panel.new_wanted.connect(self.comment)
        view.outline.model.modelReset.connect(self._reorder)
        view.area.page_shown.connect(self._show_page)
        view.area.page_grown.connect(self._mark)
        view.desk.document.changed.connect(self._mark)
        view.desk.look.changed.connect(self._mark)
        self._show_page()

    @property
    def is_on(self) -> bool:
        """Tell whether the report is being reviewed: the comments stand where the findings else do."""
        return not self.panel.isHidden()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """End the review where the findings are asked for: they stand in the same place."""
        if event.type() is QEvent.Type.ShowToParent and self.is_on:
            self.panel.hide()
            self.bar.show_review(False)
        return False

    def switch(self, is_on: bool) -> None:
        """Begin or end the review."""
        if is_on == self.is_on:
            return
        sizes = self._view.splitter.sizes()
        self.panel.setVisible(is_on)
        self._view.findings.setHidden(is_on or self._view.desk.look.settings.is_folded("findings"))
        if is_on:
            findings, panel = (self._view.splitter.indexOf(one) for one in (self._view.findings, self.panel))
            sizes[panel] = sizes[findings] or _WIDTH  # as wide as what it stands for: the page stays
            sizes[findings] = 0
            self._view.splitter.setSizes(sizes)
        self.bar.show_review(is_on)

    def comment(self) -> None:
        """Let a comment be written about what is marked on the page."""
        page = self._view.area.page
        if page is None:
            return
        anchor = anchor_on(page, self._view.desk.document.report)
        self.switch(is_on=True)
        self.panel.write_at(anchor)

    def toggle(self, kind: MarkKind) -> None:
        """Mark the part that is shown as done or reviewed, or take the mark away."""
        if not self.bar.toggle(kind):
            self._view.blocked.emit("Här finns inget att markera. Välj ett mål eller ett avsnitt.")

    def _show_page(self) -> None:
        self.bar.show_part(self._view.place)
        page = self._view.area.page
        if page is not None:
            page.menu_opens.connect(self._offer)
            page.comments_wanted.connect(self.show_comments)
            page.marks.commented.connect(self._follow_caret)
        self._mark()

    def _follow_caret(self, comment_id: str) -> None:
        """Bring the comment about the words at the caret into sight, where comments are shown."""
        if self.is_on:
            self.panel.show_comment(comment_id, takes_focus=False)

    def _offer(self, menu: QMenu) -> None:
        page = self._view.area.page
        if page is None:
            return
        report = self._view.desk.document.report
        menu.addSeparator()
        menu.addAction("&Kommentera").triggered.connect(self.comment)
        anchor = anchor_on(page, report)
        if anchor.place != page.place and (here := comments_within(report, anchor.place)):
            menu.addAction("&Visa kommentaren").triggered.connect(partial(self.show_comments, here[0].place))

    def show_comments(self, place: Place, _checked: bool = False) -> None:
        """Show the first comment at a place, with the focus on it."""
        here = comments_within(self._view.desk.document.report, place)
        if here:
            self.switch(is_on=True)
            self.panel.show_comment(here[0].id)

    def _mark(self, _changed: Place | None = None) -> None:
        page = self._view.area.page
        if page is not None:
            mark_comments(page, self._view.desk.document.report, self._view.desk.look)

    def _reorder(self) -> None:
        self.panel.show_order(self._view.outline.model.places())
