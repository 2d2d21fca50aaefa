"""What the user has set for the review: words that are right, and how few persons make a small group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal

if TYPE_CHECKING:
    from avstamt.rules.check_settings import CheckSettings

_WORDS, _GROUP = "granskning/ordlista", "granskning/minsta-grupp"
_LEAST, _MOST = 2, 100


class ReviewSettings(QObject):
    """The settings of the review in the settings file; `changed` is emitted when another review is wanted."""

    changed = Signal()

    def __init__(self, store: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store

    @property
    def own_words(self) -> tuple[str, ...]:
        """Return the words that the user has said are right, in lower case and in order."""
        return tuple(self._text(_WORDS).split())

    def add(self, word: str) -> None:
        """Take a word in among the user's own; a word already there changes nothing."""
        self._keep({*self.own_words, *word.casefold().split()})

    def remove(self, word: str) -> None:
        """Drop a word from the user's own."""
        self._keep({*self.own_words} - {word.strip().casefold()})

    @property
    def small_group(self) -> int | None:
        """Return how many persons are enough not to be a small group, None where the usual number holds."""
        stored = self._text(_GROUP)
        return int(stored) if stored.isdecimal() and _LEAST <= int(stored) <= _MOST else None

    @small_group.setter
    def small_group(self, value: int | None) -> None:
        if value != self.small_group:
            self._store.setValue(_GROUP, "" if value is None else str(value))
            self.changed.emit()

    def for_check(self) -> CheckSettings:
        """Return the settings as the rules take them."""
        from avstamt.rules.check_settings import SMALL_GROUP, CheckSettings

        return CheckSettings(self.small_group or SMALL_GROUP, frozenset(self.own_words))

    def _keep(self, words: set[str]) -> None:
        if words != set(self.own_words):
            self._store.setValue(_WORDS, "\n".join(sorted(words)))
            self.changed.emit()

    def _text(self, key: str) -> str:
        value = self._store.value(key)
        return value if isinstance(value, str) else ""
