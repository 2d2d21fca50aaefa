"""Times a piece of work beside its baseline, and holds it to its bound."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

RUNS = 5

Work = Callable[[], object]


@dataclass(frozen=True)
class Case:
    """What is timed: the work, the seconds it may take, and the baseline it is compared with."""

    name: str
    bound: float
    work: Work
    baseline_name: str
    baseline: Work


@dataclass(frozen=True)
class Timing:
    """How long a case took (median seconds), and its baseline in the same run."""

    case: Case
    seconds: float
    baseline: float

    @property
    def holds(self) -> bool:
        """Tell whether the bound was kept."""
        return self.seconds < self.case.bound

    @property
    def ratio(self) -> float:
        """Return how many times the baseline's time the work took."""
        return self.seconds / self.baseline


def timed(case: Case) -> Timing:
    """Return the medians of five runs of the work and of its baseline, in turns, after one run of each untimed."""
    case.work()
    case.baseline()
    pairs = [(_seconds(case.work), _seconds(case.baseline)) for _ in range(RUNS)]
    return Timing(case, statistics.median(work for work, _ in pairs), statistics.median(base for _, base in pairs))


def _seconds(work: Work) -> float:
    gc.collect()
    gc.disable()  # as timeit does: what is timed is the work, not when the collector happens to come
    try:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start
    finally:
        gc.enable()


def lines(timings: Iterable[Timing]) -> Iterator[str]:
    """Yield the table: what was measured, its bound, its baseline, and whether the bound was kept."""
    yield f"{'':26} {'median':>10} {'gräns':>10} {'utgångsvärde':>13} {'gånger':>8}"
    for one in timings:
        sign = "" if one.holds else "  över gränsen"
        yield (
            f"{one.case.name:26} {_ms(one.seconds)} {_ms(one.case.bound)} {_ms(one.baseline):>13} {one.ratio:8.1f}{sign}"
            f"   ({one.case.baseline_name})"
        )


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:7.1f} ms"
