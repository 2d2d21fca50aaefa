"""A file that means harm, or is not what it says, is answered with a sentence in the window, which stays as it was."""

from __future__ import annotations

import pytest
from tests.importers.hostile import HOSTILE

_SOME = ("bomb-i-bild.docx", "entiteter.docx", "losenord.docx", "avkortad.docx", "kalkylblad-som.docx", "tabbar.txt")


@pytest.mark.parametrize("name", _SOME)
def test_a_hostile_file_is_answered_in_the_window(name, window, tmp_path, qtbot):
    path = tmp_path / name
    HOSTILE[name](path)
    window.session.open(path)
    qtbot.waitUntil(lambda: name in window.messages.text and "Läser" not in window.messages.text, timeout=10_000)
    assert window.messages.text.endswith(".")
    assert window.tabs.current is None
