"""The screens of the help that pictures are kept of."""

from __future__ import annotations

from avstamt.ui.photographer import Photographer

_SAMPLE = "verksamhetsberattelse-2024-enhet.avst"


def help_pages(photographer: Photographer) -> None:
    """The help at a page with pictures, at the page of a rule, and at the keys."""
    desk = photographer.window.commands.help_desk
    for name in ("text", "SPR-101", "tangenter"):
        shown = desk.open(name)
        photographer.keep(f"hjalp-{name.lower()}", shown)
        shown.close()


def tour(photographer: Photographer) -> None:
    """The first step of the tour."""
    photographer.open_sample(_SAMPLE)
    desk = photographer.window.commands.help_desk
    desk.begin_tour()
    photographer.keep("rundtur")
    if desk.tour is not None:
        desk.tour.leave()
    photographer.close_all()
