"""Set-up for all tests: no screen, Swedish letters, the shared reports where they lie beside the project."""

from __future__ import annotations

import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


def shared_seeds() -> list[Path]:
    """Return the real reports' text files, none where the folder is missing."""
    return sorted((SHARED / "seeds").glob("*.txt"))


@pytest.fixture
def seeds() -> list[Path]:
    found = shared_seeds()
    if not found:
        pytest.skip("De verkliga rapporterna finns inte bredvid projektet (../shared/seeds).")
    return found


@pytest.fixture(autouse=True, scope="session")
def own_data_folder(tmp_path_factory):
    """Keep backups of tests out of the user's own data folder."""
    os.environ["AVSTAMT_DATA"] = str(tmp_path_factory.mktemp("data"))
