"""The panes of a report side by side; their widths follow the window until the user draws them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from avstamt.ui.settings import Settings

_LAYOUT = "fyra rutor"
_OUTLINE, _FINDINGS = (200, 308), (220, 312)
_WIDE_WINDOW = 1280
_MOST_SHARE = 1.35


class Panes(QSplitter):
    """Outline, page, what is beside it, and findings: the page takes what is left, the widths are remembered."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._settings = settings
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)

    def hold(self, outline: QWidget, page: QWidget, beside: QWidget, findings: QWidget) -> None:
        """Hold the panes, as wide as they were last."""
        for at, pane in enumerate((outline, page, beside, findings)):
            self.addWidget(pane)
            self.setStretchFactor(at, 1 if pane is page else 0)
        outline.setMinimumWidth(_OUTLINE[0])
        if not self.restoreState(self._settings.layout(_LAYOUT)):
            left, middle, right = first_widths(self.window().width())
            self.setSizes([left, middle, 0, right])
        self.splitterMoved.connect(self._keep_widths)

    def _keep_widths(self) -> None:
        self._settings.keep_layout(_LAYOUT, self.saveState())


def first_widths(window: int) -> list[int]:
    """Return the panes' widths in a window that has none remembered: the sides follow the window, within bounds."""
    share = min(window / _WIDE_WINDOW, _MOST_SHARE)
    outline = max(round(_OUTLINE[1] * share), _OUTLINE[0])
    findings = max(round(_FINDINGS[1] * share), _FINDINGS[0])
    return [outline, max(window - outline - findings, 0), findings]
