"""A window is no larger than the screen it is shown on, whatever is the largest of screen and owner."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

from avstamt.ui.fitting import fitted

_LARGE, _SMALL = QSize(5000, 4000), QSize(200, 100)


@pytest.fixture
def owner(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_what_has_room_is_as_large_as_it_would_be(owner):
    assert fitted(owner, _SMALL) == _SMALL


def test_a_window_leaves_room_on_the_screen_for_its_title(owner):
    screen = owner.screen().availableSize()
    assert fitted(owner, _LARGE).width() == screen.width()
    assert screen.height() - 60 < fitted(owner, _LARGE).height() < screen.height()


def test_a_dialog_may_be_as_large_as_the_window_it_belongs_to(owner):
    owner.resize(3000, 2000)
    assert fitted(QDialog(owner), _LARGE) == QSize(3000, 2000)


def test_the_window_is_as_large_as_last_or_fits_the_screen_when_it_is_first_shown(window):
    screen = window.screen().availableSize()
    window.resize(4000, 3000)
    window.fit()
    assert (window.width(), window.height()) == (min(1280, screen.width()), min(800, screen.height() - 40))
