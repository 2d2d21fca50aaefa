"""Where Tab goes: through the window as one reads it, whatever was made first."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QListView, QScrollArea, QSplitter, QWidget

from avstamt.ui.editors.growing import bring_into_sight


def step(within: QWidget | None, focused: QWidget | None, *, is_next: bool) -> bool:
    """Put the focus on the next place to stop at, or the one before; tell whether there was one.

    What has the focus outside of the widget, as what lies over the window, has an order of its own.
    """
    if within is None or (focused is not None and not within.isAncestorOf(focused)):
        return False
    stops = list(stops_in(within))
    if not stops:
        return False
    at = _position(stops, focused)
    if at is None:
        at = -1 if is_next else len(stops)
    chosen = stops[(at + (1 if is_next else -1)) % len(stops)]
    chosen.setFocus(Qt.FocusReason.TabFocusReason if is_next else Qt.FocusReason.BacktabFocusReason)
    if not isinstance(chosen, QAbstractScrollArea):
        bring_into_sight(chosen, chosen.rect())
    return True


def stops_in(widget: QWidget) -> Iterator[QWidget]:
    """Yield what takes the focus by Tab in a widget, in the order in which it is laid out."""
    if widget.isHidden() or not widget.isEnabled():
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    for below in _below(widget):
        yield from stops_in(below)


def _below(widget: QWidget) -> Iterator[QWidget]:
    if isinstance(widget, QScrollArea):
        inside = widget.widget()
        yield from (inside,) if inside is not None else ()
    elif isinstance(widget, QSplitter):
        panes = (widget.widget(at) for at in range(widget.count()))
        yield from (pane for pane in panes if pane is not None)
    elif isinstance(widget, QListView):  # what is laid open in its rows
        rows = (one for one in widget.viewport().children() if isinstance(one, QWidget))
        yield from sorted(rows, key=lambda row: row.y())
    elif not isinstance(widget, QAbstractScrollArea) and (layout := widget.layout()) is not None:
        yield from _laid_out(layout, [one for one in widget.children() if isinstance(one, QWidget)])


def _laid_out(layout: QLayout, widgets: list[QWidget]) -> Iterator[QWidget]:
    """Yield those of the widgets that lie in the layout, in its order.

    Its items are not asked for: PySide keeps a wrapper of each that is, and does not see when Qt frees the item. What
    Qt makes next in the same place is then taken for the item, and the program ends.
    """
    inner = [one for one in layout.children() if isinstance(one, QLayout)]
    placed: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(one), one) for one in widgets]
    placed += [(layout.indexOf(one), one) for one in inner]
    for at, one in sorted(placed, key=lambda found: found[0]):
        if at >= 0 and isinstance(one, QWidget):
            yield one
        elif at >= 0 and isinstance(one, QLayout):
            yield from _laid_out(one, widgets)


def _position(stops: list[QWidget], focused: QWidget | None) -> int | None:
    """Return which of the stops has the focus, or holds what has."""
    while focused is not None:
        if focused in stops:
            return stops.index(focused)
        focused = focused.parentWidget()
    return None
