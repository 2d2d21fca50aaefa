"""Every action of the window in one list: its words, key and drawing, and the menu it stands in."""

from __future__ import annotations

from collections.abc import Callable
from inspect import signature
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from avstamt.ui.icons import MODES
from avstamt.ui.look import Look
from avstamt.ui.named import put


class ActionSpec(NamedTuple):
    """An action: the name of the command that does it, words with mnemonic, key, drawing, and whether it is on or off."""

    name: str
    words: str
    key: str = ""
    icon: str = ""
    checkable: bool = False
    needs_document: bool = True


_ = ActionSpec
MENUS: tuple[tuple[str, tuple[ActionSpec | str | None, ...]], ...] = (
    ("&Arkiv", (
        _("new", "&Ny rapport …", "Ctrl+N", "new", needs_document=False),
        _("new_from", "Ny rapport &efter en tidigare …", needs_document=False),
        _("open", "&Öppna …", "Ctrl+O", "open", needs_document=False),
        _("import_file", "&Läs in en rapport i text …", "Ctrl+Shift+O", "import", needs_document=False),
        None,
        _("save", "&Spara", "Ctrl+S", "save"),
        _("save_as", "Spara s&om …", "Ctrl+Shift+S"),
        _("older_versions", "Äld&re versioner …"),
        _("rescued", "Osparade te&xter …", needs_document=False),
        None,
        _("export_word", "Exportera till &Word …", "Ctrl+E", "export"),
        _("export_final", "Word för p&ublicering …"),
        _("export_remarked", "Word med an&märkningar …"),
        _("fetch_changes", "&Hämta ändringar från Word …", "Ctrl+Alt+W"),
        None,
        _("export_pdf", "Exportera till &PDF …", "Ctrl+Shift+E"),
        _("export_workbook", "Exportera till Ex&cel …"),
        _("export_json", "Exportera till &JSON …"),
        None,
        _("settings", "&Inställningar …", "Ctrl+,", needs_document=False),
        None,
        _("close_document", "S&täng rapporten", "Ctrl+W"),
        _("quit", "&Avsluta", "Ctrl+Q", needs_document=False),
    )),
    ("&Redigera", (
        "undo",
        "redo",
        None,
        _("cut", "Klipp &ut", "Ctrl+X"),
        _("copy", "K&opiera", "Ctrl+C"),
        _("paste", "Klistra &in", "Ctrl+V"),
        _("fill_down", "Fyll n&edåt", "Ctrl+D"),
        None,
        _("find", "&Sök …", "Ctrl+F", "search"),
        _("replace", "Sök och e&rsätt …", "Ctrl+H", "replace"),
        _("find_next", "Sök n&ästa", "F3"),
        _("find_previous", "Sök f&öregående", "Shift+F3"),
        None,
        _("bold", "&Fet", "Ctrl+B", "bold"),
        _("italic", "&Kursiv", "Ctrl+I", "italic"),
        _("heading", "Underru&brik", "Ctrl+Alt+1", "heading"),
        _("bullets", "&Punktlista", "Ctrl+Shift+L", "bullets"),
        _("numbers", "&Numrerad lista", "Ctrl+Shift+N", "numbers"),
        _("insert_link", "&Länk …", "Ctrl+K", "link"),
        _("insert_table", "&Tabell i texten", "Ctrl+Shift+T", "table"),
        None,
        _("link_figure", "Länk&a en siffra …", "Ctrl+Space"),
        _("figure_uses", "&Var används siffran?"),
    )),
    ("&Delar", (
        _("add_part", "&Lägg till …", "Ctrl+Shift+A", "add"),
        _("move_up", "Flytta &upp", "Ctrl+Shift+Up", "up"),
        _("move_down", "Flytta &ned", "Ctrl+Shift+Down", "down"),
        _("duplicate_part", "Dupli&cera", "Ctrl+Shift+D"),
        _("remove_part", "&Ta bort", "", "remove"),
        None,
        _("previous_part", "&Föregående del", "Ctrl+PgUp"),
        _("next_part", "Nästa &del", "Ctrl+PgDown"),
        None,
        _("go_to", "&Gå till …", "Ctrl+P", "search"),
        _("go_back", "Till&baka", "Alt+Left", "back"),
        _("go_forward", "F&ramåt", "Alt+Right", "forward"),
    )),
    ("&Visa", (
        _("outline", "&Delar till vänster", "Ctrl+Alt+Left", "pane-left", checkable=True),
        _("findings", "&Granskning till höger", "Ctrl+Alt+Right", "pane-right", checkable=True),
        _("preview", "Förhands&visning av sidorna", "Ctrl+Shift+P", "preview", checkable=True),
        _("split_view", "&Två ställen bredvid varandra", "Ctrl+§", "split", checkable=True),
        _("guidance", "&Anvisningar", "F2", "guidance", checkable=True, needs_document=False),
        None,
        _("larger", "&Större text", "Ctrl++", needs_document=False),
        _("smaller", "&Mindre text", "Ctrl+-", needs_document=False),
        None,
        _("colours_system", "&Färger som datorn", checkable=True, needs_document=False),
        _("colours_light", "&Ljusa färger", checkable=True, needs_document=False),
        _("colours_dark", "Mö&rka färger", checkable=True, needs_document=False),
        _("colours_contrast", "&Hög kontrast", checkable=True, needs_document=False),
        None,
        _("next_pane", "&Nästa ruta", "F6"),
    )),
    ("&Granska", (
        _("next_finding", "&Nästa anmärkning", "F8"),
        _("previous_finding", "&Föregående anmärkning", "Shift+F8"),
        _("suggest", "&Visa förslag vid markören", "Ctrl+."),
        _("fix_all", "&Rätta allt som är säkert"),
        _("check_now", "&Granska nu", "F5"),
        _("doubts", "&Tveksamheter vid inläsningen"),
        _("compare", "&Jämför med en tidigare rapport …", "Ctrl+Shift+J"),
        None,
        _("review", "Granskn&ingsläge med kommentarer", "Ctrl+Shift+G", checkable=True),
        _("comment", "&Kommentera", "Ctrl+Alt+M", "reason"),
        _("mark_done", "Kl&armarkera delen", "Ctrl+Shift+K"),
        _("mark_reviewed", "&Markera delen som granskad"),
    )),
    ("&Hjälp", (
        _("help", "&Hjälp", "F1", "info", needs_document=False),
        _("keys", "&Tangenter", "Shift+F1", needs_document=False),
        _("tour", "&Rundtur", needs_document=False),
        None,
        _("about", "&Om Avstämt", needs_document=False),
    )),
)  # fmt: skip
del _
TOOLBAR_SIZE = 20
TOOLBAR = ("new", "open", "save", None, "undo", "redo", None, "export_word", None, "outline", "findings")


class Actions(QObject):
    """The actions of a window; each does what `command` gives for its name, asked for then."""

    def __init__(
        self, window: QMainWindow, look: Look, command: Callable[[str], Callable[..., None]], own: dict[str, QAction]
    ) -> None:
        super().__init__(window)
        self._command = command
        self._look = look
        self._window = window
        self.by_name: dict[str, QAction] = dict(own)
        self._own = frozenset(own)
        self._icons: dict[str, str] = {"undo": "undo", "redo": "redo"}
        self._of_document: list[QAction] = []
        self._are_menus_dressed = False
        self._had_document = False
        for words, specs in MENUS:
            menu = window.menuBar().addMenu(words)
            menu.aboutToShow.connect(self._dress_menus)
            menu.triggered.connect(self._do)  # by key or in the toolbar, too
            self._fill(menu, specs)
        self._dress()
        look.changed.connect(self._dress)

    def enable(self, has_document: bool) -> None:
        """Allow what needs an open report, or not."""
        if has_document and not self._had_document:
            self._had_document = True
            self._dress()
        for action in self._of_document:
            action.setEnabled(has_document)

    def _fill(self, menu: QMenu, specs: tuple[ActionSpec | str | None, ...]) -> None:
        for spec in specs:
            if spec is None:
                menu.addSeparator()
            elif isinstance(spec, str):
                menu.addAction(self.by_name[spec])
            else:
                menu.addAction(self._action(spec))

    def _do(self, action: QAction) -> None:
        if name := action.objectName():  # undo and redo have none, and do it themselves
            act = self._command(name)
            if signature(act).parameters:
                act(action.isChecked())
            else:
                act()

    def _action(self, spec: ActionSpec) -> QAction:
        action = QAction(spec.words, self)
        action.setObjectName(spec.name)
        if spec.key:
            put(action, shortcut=spec.key)
        action.setCheckable(spec.checkable)
        if spec.icon:
            self._icons[spec.name] = spec.icon
        if spec.needs_document:
            self._of_document.append(action)
        plain = spec.words.replace("&", "").removesuffix(" …")
        action.setToolTip(
            f"{plain} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})" if spec.key else plain
        )
        self.by_name[spec.name] = action
        return action

    def _dress(self) -> None:
        """Draw what stands in the toolbar; the menus' drawings wait until a menu is opened.

        Until there is a report, only what is then seen is drawn: what needs one as it looks when it cannot be used.
        """
        for name, drawing in self._icons.items():
            action = self.by_name[name]
            if self._are_menus_dressed:
                action.setIcon(self._look.icon(drawing))
            elif name in TOOLBAR:
                needs_document = name in self._own or action in self._of_document
                seen = MODES[1:] if needs_document else MODES[:1]
                modes = MODES if self._had_document else seen
                action.setIcon(self._look.icon(drawing, sizes=(TOOLBAR_SIZE,), modes=modes))

    def _dress_menus(self) -> None:
        if not self._are_menus_dressed:
            self._are_menus_dressed = True
            self._dress()
