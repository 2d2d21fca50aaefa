"""The shipped catalogue, read once for all tests of the importers."""

from __future__ import annotations

import pytest

from avstamt.templates.catalogue import Catalogue, catalogue


@pytest.fixture(scope="session")
def shipped() -> Catalogue:
    return catalogue()
