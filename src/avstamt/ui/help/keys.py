"""The sheet of keys, made of the menus themselves and of the keys that need no menu."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QKeySequence

from avstamt.ui.actions import MENUS, ActionSpec

_UNDO = {"undo": ("Ångra", "Ctrl+Z"), "redo": ("Gör om", "Ctrl+Y")}
_TABLE = (
    ("Flytta", "Piltangenter, Tab, Enter, Skift+Enter"),
    ("Ändra cellen", "F2"),
    ("Töm det markerade", "Delete"),
    ("Kopiera och klistra in block", "Ctrl+C, Ctrl+V"),
    ("Fyll nedåt", "Ctrl+D"),
    ("Flytta raden", "Alt+pil upp och ned"),
    ("Lägg till rad, ta bort rad", "Insert, Ctrl+Delete"),
    ("Var används siffran?", "Ctrl+mellanslag"),
)
_TEXT = (
    ("Infoga en siffra som följer sin tabell", "@ eller Ctrl+mellanslag"),
    ("Flytta en punkt inåt eller utåt", "Tab, Skift+Tab"),
    ("Rätta eller förklara det understrukna", "Ctrl+."),
)
_HELP = (("Sök i hjälpen", "Ctrl+F"), ("Föregående sida", "Alt+Left"), ("Stäng hjälpen", "Esc"))


def key_sheet() -> str:
    """Return all keys as Markdown, menu by menu."""
    parts = ["# Tangenter", "Menyerna öppnas med Alt och den understrukna bokstaven."]
    for words, specs in MENUS:
        if rows := list(_rows(specs)):
            parts.append(_table(words.replace("&", ""), rows))
    parts += [_table("I tabeller", _TABLE), _table("I texter", _TEXT), _table("I hjälpen", _HELP)]
    return "\n\n".join(parts)


def _rows(specs: tuple[ActionSpec | str | None, ...]) -> Iterator[tuple[str, str]]:
    for spec in specs:
        if isinstance(spec, str):
            yield _UNDO[spec]
        elif spec is not None and spec.key:
            yield spec.words.replace("&", "").removesuffix(" …"), spec.key


def _table(head: str, rows: tuple[tuple[str, str], ...] | list[tuple[str, str]]) -> str:
    lines = [f"| {words} | {_native(key)} |" for words, key in rows]
    return "\n".join((f"## {head}", "", "| Gör | Tangent |", "|---|---|", *lines))


def _native(key: str) -> str:
    """Return a key as this computer writes it."""
    return ", ".join(_one(part) for part in key.split(", "))


def _one(key: str) -> str:
    shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) if "+" in key and " " not in key else key
    return shown or key
