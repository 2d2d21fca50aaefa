"""Every report there is to print, one after the other."""

from __future__ import annotations

import pytest
from tests.export.reports import NAMES, Papers, papers_of


@pytest.fixture(params=NAMES)
def papers(request) -> Papers:
    return papers_of(request.param)
