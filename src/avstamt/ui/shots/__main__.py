"""Reads which pictures are wanted, and draws them in as many processes as there are processors."""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import product
from pathlib import Path

from avstamt.resources import resource
from avstamt.ui.settings import TEXT_SIZES
from avstamt.ui.shots.order import SIZES, THEMES, USUAL_TEXT, USUAL_THEMES, Order, draw, parts

_SAMPLES = (
    "verksamhetsberattelse-2024-enhet.avst",
    "tertialrapport-1-2024-namnd.avst",
    "verksamhetsplan-2025-enhet.avst",
)


def main(arguments: Sequence[str]) -> int:
    """Draw the pictures that are asked for, and return the exit status."""
    parser = _parser()
    asked = parser.parse_intermixed_args(arguments)
    if unknown := {*parts(asked.storlekar)} - {*SIZES} | {*parts(asked.teman)} - {*THEMES}:
        parser.error(
            f"{', '.join(sorted(unknown))} finns inte; storlekar: {', '.join(SIZES)}; teman: {', '.join(THEMES)}"
        )
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    reports = asked.rapporter or [resource("samples", name) for name in _SAMPLES]
    wanted = frozenset(parts(asked.bilder))
    orders = [
        Order(asked.mapp, tuple(reports), SIZES[size], THEMES[theme], wanted, asked.text)
        for size, theme in product(parts(asked.storlekar) or SIZES, parts(asked.teman) or USUAL_THEMES)
    ]
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(os.cpu_count(), context, max_tasks_per_child=1) as pool:
        drawn = sum(pool.map(draw, orders))
    sys.stdout.write(f"{drawn} bilder i {asked.mapp}\n")
    return 0 if drawn else 1


def _parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser("avstamt.ui.shots", description="Ritar bilder av alla skärmar.")
    made.add_argument("mapp", type=Path, help="mappen som bilderna läggs i")
    made.add_argument("rapporter", type=Path, nargs="*", help="rapporter att visa (annars exemplen)")
    made.add_argument("--bilder", default="", help="bara dessa bilder, med komma emellan: mal,ekonomi")
    made.add_argument("--storlekar", default="", help=f"bara dessa storlekar: {','.join(SIZES)}")
    made.add_argument("--teman", default="", help=f"bara dessa teman: {','.join(THEMES)}")
    made.add_argument("--text", type=int, choices=TEXT_SIZES, default=USUAL_TEXT, help="textens storlek i procent")
    return made


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
