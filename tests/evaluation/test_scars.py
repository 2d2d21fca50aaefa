"""The labelled reports keep their bars when their text bears other scars: line ends, blanks, running heads, ligatures."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import SHARED
from tests.evaluation.gold import read_gold
from tests.evaluation.imported import document
from tests.evaluation.structure import compare

from avstamt.importers.text import read_text
from avstamt.templates.catalogue import catalogue

pytestmark = pytest.mark.shared

GRADED = (
    "goals", "goal_parents", "assessments", "fields", "indicator_names", "indicator_cells", "activities", "activity_dates",
    "sections", "economy_cells",
)  # fmt: skip
LEAST = 0.95
FOOT = ("", "Tjänsteutlåtande", "Sid {page} (40)", "", "Box 490", "start.stockholm", "", "08-508 33 303", "")


def with_pages(text: str, foot: tuple[str, ...], length: int = 41) -> str:
    lines: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        lines.append(line)
        if number % length == 0:
            lines += [part.format(page=number // length + 1) for part in foot]
    return "\n".join(lines)


SCARS: dict[str, Callable[[str], str]] = {
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "no blanks at line ends": lambda text: re.sub(r" +$", "", text, flags=re.MULTILINE),
    "no blanks around lines": lambda text: re.sub(r"^ +| +$", "", text, flags=re.MULTILINE),
    "no empty lines": lambda text: re.sub(r"\n\n+", "\n", text),
    "doubled line ends": lambda text: text.replace("\n", "\n\n"),
    "running heads and feet": lambda text: with_pages(text, FOOT),
    "page numbers alone": lambda text: with_pages(text, ("\f{page}",), 45),
    "four blanks for a tab": lambda text: text.replace("\t", "    "),
    "ligatures": lambda text: text.replace("fi", "\ufb01").replace("fl", "\ufb02"),
}


@pytest.fixture(scope="module")
def labelled() -> list[tuple[Path, Path]]:
    found = [
        (SHARED / "seeds" / labels.name.replace(".struktur.json", ".txt"), labels)
        for labels in sorted((SHARED / "gold").glob("*.struktur.json"))
    ]
    if not found:
        pytest.skip("De märkta rapporterna finns inte bredvid projektet (../shared/gold).")
    return found


@pytest.mark.parametrize("scar", SCARS)
def test_a_scar_changes_next_to_nothing(labelled, scar):
    for report, labels in labelled:
        source = SCARS[scar](report.read_text(encoding="utf-8"))
        scores = compare(read_gold(labels), document(read_text(source, report.name, catalogue())))
        short = {
            name: scores[name].misses[:3] for name in GRADED if min(scores[name].precision, scores[name].recall) < LEAST
        }
        assert not short, report.name
