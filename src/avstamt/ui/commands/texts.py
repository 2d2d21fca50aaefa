"""What the actions on the text or table that has the focus do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit, QPlainTextEdit, QTextEdit

from avstamt.domain.text import TextBlock
from avstamt.ui.commands.group import Group
from avstamt.ui.editors.rich import RichEditor
from avstamt.ui.figures.linking import Linking
from avstamt.ui.richtext import commands as text
from avstamt.ui.richtext.formats import BOLD, ITALIC
from avstamt.ui.tables.view import SheetView


class TextCommands(Group):
    """The actions on the text or table that has the focus."""

    def cut(self) -> None:
        """Cut what is marked."""
        focused = QApplication.focusWidget()
        if isinstance(focused, SheetView):
            focused.block.cut()
        elif isinstance(focused, QLineEdit | QTextEdit | QPlainTextEdit):
            focused.cut()

    def copy(self) -> None:
        """Copy what is marked."""
        focused = QApplication.focusWidget()
        if isinstance(focused, SheetView):
            focused.block.copy()
        elif isinstance(focused, QLineEdit | QTextEdit | QPlainTextEdit):
            focused.copy()

    def paste(self) -> None:
        """Paste where the focus is."""
        focused = QApplication.focusWidget()
        if isinstance(focused, SheetView):
            focused.block.paste()
        elif isinstance(focused, QLineEdit | QTextEdit | QPlainTextEdit):
            focused.paste()

    def fill_down(self) -> None:
        """Repeat the uppermost marked cell in those below it."""
        focused = QApplication.focusWidget()
        if isinstance(focused, SheetView):
            focused.block.fill_down()

    def bold(self) -> None:
        """Turn bold on or off."""
        if (editor := _editor()) is not None:
            editor.toggle(BOLD)

    def italic(self) -> None:
        """Turn italic on or off."""
        if (editor := _editor()) is not None:
            editor.toggle(ITALIC)

    def heading(self) -> None:
        """Make the marked lines sub-headings, or body text again."""
        self._make(text.as_heading)

    def bullets(self) -> None:
        """Make the marked lines a bulleted list, or body text again."""
        self._make(text.as_bullet)

    def numbers(self) -> None:
        """Make the marked lines a numbered list, or body text again."""
        self._make(text.as_number)

    def insert_link(self) -> None:
        """Make the marked words a link."""
        editor = _editor()
        if editor is None or not editor.textCursor().hasSelection():
            self.window.messages.say("Markera först de ord som ska bli en länk.")
            return
        address, is_given = QInputDialog.getText(self.window, "Länk", "Adress (tom tar bort länken):")
        if is_given:
            text.set_link(editor.textCursor(), address.strip() or None, editor.style_now)

    def insert_table(self) -> None:
        """Put a small table into the text."""
        if (editor := _editor()) is not None:
            table = text.new_table(3, 3)
            editor.put_blocks((table,))
            text.go_into_table(editor, table.id)

    def link_figure(self) -> None:
        """Offer the report's figures at the caret of a text; in a table, the texts that use the current figure."""
        if (editor := _editor()) is not None and (linking := editor.findChild(Linking)) is not None:
            linking.open_menu()
        elif isinstance(QApplication.focusWidget(), SheetView):
            self.figure_uses()
        else:
            self.window.messages.say("Ställ markören där siffran ska stå i en text.")

    def figure_uses(self) -> None:
        """Offer the texts in which the figure of the current cell is used."""
        focused = QApplication.focusWidget()
        if isinstance(focused, SheetView):
            focused.deeds.show_uses()
        else:
            self.window.messages.say("Välj först en cell i en tabell.")

    def _make(self, kind: Callable[[TextBlock], TextBlock]) -> None:
        if (editor := _editor()) is not None:
            editor.make(kind)


def _editor() -> RichEditor | None:
    focused = QApplication.focusWidget()
    return focused if isinstance(focused, RichEditor) and not focused.isReadOnly() else None
