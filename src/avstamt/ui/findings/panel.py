"""The findings panel: a head with counts by level, the list, and how much could be tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from avstamt.domain.finding import Finding, Level
from avstamt.domain.place import Place
from avstamt.ui.desk import Desk
from avstamt.ui.findings.comparison import ComparisonNote
from avstamt.ui.findings.coverage import CoverageNote
from avstamt.ui.findings.list_view import FindingsList
from avstamt.ui.findings.model import FindingsModel
from avstamt.ui.findings.rows import counts, lines, lines_by_rule
from avstamt.ui.labels import IconButton, Label, TextButton, head, small
from avstamt.ui.marks import deeds
from avstamt.ui.words import LEVEL_ICONS, level_colour

if TYPE_CHECKING:
    from avstamt.rules.engine import Result

_MARGINS = 12


class FindingsPanel(QWidget):
    """Shows the findings of a document. `go_to` carries a place to be seen, `rule_asked_for` the code of a rule."""

    go_to = Signal(Place)
    rule_asked_for = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._result: Result | None = None
        self.model = FindingsModel(self)
        self.list = FindingsList(self.model, desk, self)
        self._filters = {level: LevelButton(desk, level, self) for level in Level}
        self._empty = Label(desk.look, "Rapporten granskas …", small, "quiet", self)
        self._coverage = CoverageNote(desk.look, self)
        self.comparison = ComparisonNote(desk.look, self)
        self._is_by_rule = False
        self._arrange = TextButton(desk.look, "Ordna efter regel", "quiet", parent=self)
        self._fix_all = TextButton(desk.look, "", "quiet", "fix", self)
        self._fix_all.setToolTip("Gör alla rättningar som är säkra, i ett steg som kan ångras.")
        self._fix_all.hide()
        self._lay_out()
        for button in self._filters.values():
            button.toggled.connect(self._show)
        self._arrange.clicked.connect(self.arrange)
        self._fix_all.clicked.connect(self.fix_all)
        self.list.asked_for.connect(self.go_to)
        self.list.left.connect(self._show)
        self.list.rule_asked_for.connect(self.rule_asked_for)

    def minimumSizeHint(self) -> QSize:
        """Return the width that the head needs: the row below it can be two."""
        return QSize(self._top.minimumSize().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the two buttons below the head on a row each where one has no room for both."""
        super().resizeEvent(event)
        self._arrange_ways()

    @property
    def first(self) -> QWidget:
        """Return where the focus goes when one comes here: the list, or the filters where it is empty."""
        return self.list if self.list.isVisible() else self._filters[Level.ERROR]

    @property
    def rule(self) -> str:
        """Return the code of the rule whose finding is laid open, empty where none is."""
        return self.list.rule

    def show_result(self, result: Result) -> None:
        """Show what a run gave."""
        self._result = result
        for level, number in counts(result).items():
            self._filters[level].show_count(number)
        self._coverage.show_coverage(result.coverage)
        self._show_lines(is_new=True)

    def step(self, by: int) -> None:
        """Open the next or previous finding and go to it."""
        self.list.step(by)

    def open(self, finding: Finding, *, with_reason: bool) -> None:
        """Lay a finding open, whatever levels are chosen, and ask for a reason where that is wanted."""
        self._filters[finding.level].setChecked(True)
        self.list.choose(finding, with_reason=with_reason)

    def arrange(self) -> None:
        """Order the findings by rule instead of by place, or the other way round."""
        self._is_by_rule = not self._is_by_rule
        self._arrange.setText("Ordna efter plats" if self._is_by_rule else "Ordna efter regel")
        self._show()

    def fix_all(self) -> None:
        """Mend all shown findings that are safe to mend, as one step."""
        deeds.fix_all(self._desk, self._chosen())

    def _chosen(self) -> tuple[Finding, ...]:
        """Return the open findings of the levels that are shown."""
        levels = {level for level, button in self._filters.items() if button.isChecked()}
        return tuple(one for one in (self._result.findings if self._result else ()) if one.level in levels)

    def _lay_out(self) -> None:
        self._top = top = QHBoxLayout()
        top.setContentsMargins(12, 8, 8, 2)  # its buttons are higher than those of the other panes' heads
        top.setSpacing(2)
        title = Label(self._desk.look, "Granskning", head, parent=self)
        title.setWordWrap(False)
        top.addWidget(title, 1)
        for button in self._filters.values():
            top.addWidget(button)
        self._empty.setMargin(12)  # a label's contents margins are lost when its panel is moved into the splitter
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        self._ways = ways = QHBoxLayout()
        ways.setContentsMargins(4, 0, 8, 2)
        ways.setSpacing(0)
        ways.addWidget(self._arrange, 0, Qt.AlignmentFlag.AlignLeft)
        ways.addStretch(1)
        ways.addWidget(self._fix_all, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(ways)
        layout.addWidget(self.comparison)
        layout.addWidget(self._empty)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._coverage)

    def _arrange_ways(self) -> None:
        needed = self._arrange.sizeHint().width() + self._fix_all.sizeHint().width() + _MARGINS
        is_wide = needed <= self.width()
        self._ways.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)

    def _show(self) -> None:
        self._show_lines(is_new=False)

    def _show_lines(self, *, is_new: bool) -> None:
        if self._result is None:
            return
        chosen = [level for level, button in self._filters.items() if button.isChecked()]
        arranged = lines_by_rule if self._is_by_rule else lines
        shown = arranged(self._desk.document.report, self._result, chosen)
        safe = len(deeds.safe_ones(self._chosen()))
        self._fix_all.setText(f"Rätta det säkra ({safe})")
        self._fix_all.setVisible(bool(safe))
        self._arrange_ways()
        has_any = self.list.show_lines(shown, is_new=is_new)
        self._arrange.setVisible(has_any)
        self._empty.setVisible(not has_any)
        self.list.setVisible(has_any)
        self._empty.setText(
            "Inget att visa med de nivåer som är valda. Tryck på en nivå här ovanför för att visa den."
            if self._result.findings
            else "Inget att anmärka på. Allt som går att pröva stämmer."
        )
        self._column.setStretchFactor(self._empty, 0 if has_any else 1)


class LevelButton(IconButton):
    """Shows or hides the findings of a level, and how many there are."""

    def __init__(self, desk: Desk, level: Level, parent: QWidget) -> None:
        self._level = level
        super().__init__(desk.look, LEVEL_ICONS[level], level.value, parent, text="0")
        self.setCheckable(True)
        self.setChecked(True)

    def show_count(self, number: int) -> None:
        """Show how many findings there are of the level."""
        self.setText(str(number))
        words = f"{self._level.value}: {number}. Visa eller dölj."
        self.setToolTip(words)
        self.setAccessibleName(words)

    def _dress(self) -> None:
        self.setIcon(self._look.icon(LEVEL_ICONS[self._level], level_colour(self._level, self._look.theme)))
