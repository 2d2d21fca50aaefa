"""What the actions on how the window looks do."""

from __future__ import annotations

from collections.abc import Mapping

from avstamt.ui.commands.group import Group
from avstamt.ui.settings import TEXT_SIZES
from avstamt.ui.theme import Appearance

_COLOURS = {
    "colours_system": Appearance.SYSTEM,
    "colours_light": Appearance.LIGHT,
    "colours_dark": Appearance.DARK,
    "colours_contrast": Appearance.CONTRAST,
}


class LookCommands(Group):
    """The actions on colours, the size of text and the guidance."""

    def guidance(self, is_shown: bool) -> None:
        """Show or hide the guidance."""
        self.window.look.settings.guidance = is_shown

    def larger(self) -> None:
        """Make all text a step larger."""
        self._resize(1)

    def smaller(self) -> None:
        """Make all text a step smaller."""
        self._resize(-1)

    def colours_system(self) -> None:
        """Follow the computer's colours."""
        self._colour(Appearance.SYSTEM)

    def colours_light(self) -> None:
        """Use light colours."""
        self._colour(Appearance.LIGHT)

    def colours_dark(self) -> None:
        """Use dark colours."""
        self._colour(Appearance.DARK)

    def colours_contrast(self) -> None:
        """Use colours that stand as far apart as they can."""
        self._colour(Appearance.CONTRAST)

    def checked(self) -> Mapping[str, bool]:
        """Return whether guidance is shown, and which colours are chosen."""
        settings = self.window.look.settings
        colours = {name: settings.appearance is appearance for name, appearance in _COLOURS.items()}
        return {"guidance": settings.guidance, **colours}

    def _colour(self, appearance: Appearance) -> None:
        self.window.look.settings.appearance = appearance
        self.changed.emit()

    def _resize(self, step: int) -> None:
        settings = self.window.look.settings
        at = TEXT_SIZES.index(settings.text_size) + step
        settings.text_size = TEXT_SIZES[min(max(at, 0), len(TEXT_SIZES) - 1)]
