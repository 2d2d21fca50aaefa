"""What can be done with the parts of a report in the outline: add, move, duplicate and remove, each one step."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from avstamt.domain.base import new_id
from avstamt.domain.goal import Goal, GoalLevel
from avstamt.domain.locks import node_lock
from avstamt.domain.place import Place, exists, value_at
from avstamt.domain.section import Section
from avstamt.ui import edits
from avstamt.ui.desk import Desk
from avstamt.ui.outline.view import OutlineView
from avstamt.ui.words import GOAL_NAMES

_PART = 2


class PartDeeds(QObject):
    """What can be done at the chosen part. `blocked` carries why something could not be done, `added` a new part's title."""

    blocked = Signal(str)
    added = Signal(Place)

    def __init__(self, desk: Desk, view: OutlineView) -> None:
        super().__init__(view)
        self._desk = desk
        self.view = view

    def parts_menu(self) -> QMenu:
        """Return the menu of what can be added at the chosen part."""
        menu = QMenu(self.view)
        for level in edits.goal_levels_below(self._desk.document.report, self._goal()):
            name = GOAL_NAMES[level]
            menu.addAction(f"Lägg till {name}").setData(level.value)
        menu.addSeparator()
        menu.addAction("Lägg till avsnitt efter").setData("after")
        if self.view.place.path[:1] == ("sections",):
            menu.addAction("Lägg till underavsnitt").setData("below")
        if len(self.view.place.path) == _PART:
            menu.addSeparator()
            menu.addAction("Duplicera delen").setData("copy")
        menu.triggered.connect(self._add_chosen)
        return menu

    def add_goal(self, level: GoalLevel) -> None:
        """Add an empty goal of a level below the chosen one and go to it."""
        report = self._desk.document.report
        parent = self._goal()
        number = edits.next_number(report, level, parent)
        goal = edits.new_goal(self._desk.template, level, parent.id if parent else None, number)
        self._desk.document.change(
            Place.of("goals"), lambda report: edits.with_goal(report, goal), f"tillägg av {GOAL_NAMES[level]}"
        )
        self._begin(Place.of("goals", goal.id))

    def add_section(self, *, below: bool) -> None:
        """Add an empty section after the chosen one or below it, and go to it."""
        chosen = self._section()
        parent = (chosen.id if below else chosen.parent) if chosen else None
        section = Section(id=new_id("s"), parent=parent)
        after = None if below or chosen is None else chosen.id
        self._desk.document.change(
            Place.of("sections"), lambda report: edits.with_section(report, section, after), "tillägg av avsnitt"
        )
        self._begin(Place.of("sections", section.id))

    def move_up(self) -> None:
        """Move the chosen part up among its siblings."""
        self._move(-1)

    def move_down(self) -> None:
        """Move the chosen part down among its siblings."""
        self._move(1)

    def duplicate(self) -> None:
        """Put a copy of the chosen part after it, and go to its title."""
        place = self.view.place
        if self._is_fixed(place, "dupliceras"):
            return
        if len(place.path) != _PART:
            self.blocked.emit("Framsidan kan inte dupliceras. En rapport har bara en.")
            return
        made = edits.copy_of(self._desk.document.report, place)
        self._desk.document.change(
            place.parent, lambda report: edits.with_copy(report, place, made), "duplicering av del"
        )
        self._begin(place.parent / made.id)

    def remove(self) -> None:
        """Take the chosen part and all below it out of the report."""
        place = self.view.place
        if self._is_fixed(place, "tas bort"):
            return
        if place == Place.of("front"):
            self._desk.document.set_value(place, None, "borttagning av framsidan")
            return
        self._desk.document.change(
            Place.of(place.path[0]), lambda report: edits.without_node(report, place), "borttagning av del"
        )

    def _add_chosen(self, action: QAction) -> None:
        chosen = action.data()
        if chosen in tuple(GoalLevel):
            self.add_goal(GoalLevel(chosen))
        elif chosen == "copy":
            self.duplicate()
        else:
            self.add_section(below=chosen == "below")

    def _begin(self, part: Place) -> None:
        """Go to a new part, and on to its title: that is what one writes first."""
        self.view.choose(part)
        self.added.emit(part / "title")

    def _move(self, step: int) -> None:
        place = self.view.place
        if not self._is_fixed(place, "flyttas") and len(place.path) == _PART:
            self._desk.document.change(
                Place.of(place.path[0]), lambda report: edits.moved(report, place, step), "flytt av del"
            )

    def _is_fixed(self, place: Place, what: str) -> bool:
        if not place.path:
            self.blocked.emit(f"Uppgifterna om rapporten kan inte {what}.")
            return True
        if why := node_lock(self._desk.document.report, place):
            self.blocked.emit(f"Delen kan inte {what}. {why}")
            return True
        return False

    def _goal(self) -> Goal | None:
        node = self._chosen()
        return node if isinstance(node, Goal) else None

    def _section(self) -> Section | None:
        node = self._chosen()
        return node if isinstance(node, Section) else None

    def _chosen(self) -> object:
        report, place = self._desk.document.report, self.view.place
        return value_at(report, place) if exists(report, place) else None
