"""One profile of LibreOffice for all tests of the journey there and back."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def office_profile(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("office") / "profil"
