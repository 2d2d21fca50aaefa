"""Ties a field to a place in the report: edits are pushed as steps, changes from elsewhere are shown."""

from __future__ import annotations

from PySide6.QtCore import QObject

from avstamt.domain.place import Place, PlaceError, value_at
from avstamt.ui.document import Document
from avstamt.ui.editors.paper import Editor


class Binding(QObject):
    """A field and the place whose value it holds. Equal values never travel, so nothing echoes."""

    def __init__(self, document: Document, place: Place, title: str, editor: Editor, parent: QObject) -> None:
        super().__init__(parent)
        self.place = place
        self.editor = editor
        self._document = document
        self._title = title
        editor.set_value(value_at(document.report, place))
        editor.edited.connect(self._push)
        document.changed.connect(self._pull)

    def _push(self) -> None:
        self._document.set_value(self.place, self.editor.value(), self._title, typing=True)

    def _pull(self, changed: Place) -> None:
        if not (changed.is_within(self.place) or self.place.is_within(changed)):
            return
        try:
            value = value_at(self._document.report, self.place)
        except PlaceError:
            return  # the node is gone; its page will follow
        if value != self.editor.value():
            self.editor.set_value(value)
