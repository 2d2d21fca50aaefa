"""Which runs of words stand in many blocks, and which in a few: counted again only where a block has changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import chain

_MANY = 3
"""What stands in more blocks than this is a set phrase, not a slip of pasting."""

Runs = frozenset[int]
"""The runs of words of a block, each as its hash."""


class Phrases:
    """In how many blocks each run of words stands.

    `count` takes the blocks as they are now: those that have come are added and those that have gone taken away, so
    what it costs follows what has changed. The two sets are those of the blocks that were counted last, and the same
    objects as long as no run has come to them or gone.
    """

    def __init__(self) -> None:
        self._blocks: dict[int, tuple[Runs, int]] = {}
        self._times: Counter[int] = Counter()
        self.common: Runs = frozenset()
        self.few: Runs = frozenset()

    def count(self, blocks: Sequence[Runs]) -> None:
        """Count the runs of these blocks; `common` are then those of more than three, `few` those of two or three."""
        numbers = Counter(map(id, blocks))
        now = {id(runs): (runs, numbers[id(runs)]) for runs in blocks}
        if not self._blocks:
            self._times.update(chain.from_iterable(blocks))
            changed: AbstractSet[int] = self._times.keys()
        else:
            changed = self._change(now)
        self._blocks = now  # which holds them, so that no other has the id of one of them
        again = [
            (run, times) for run, times in zip(changed, map(self._times.__getitem__, changed), strict=True) if times > 1
        ]
        self.common = _with(self.common, changed, [run for run, times in again if times > _MANY])
        self.few = _with(self.few, changed, [run for run, times in again if times <= _MANY])

    def _change(self, now: dict[int, tuple[Runs, int]]) -> set[int]:
        """Add and take away what has changed, and return the runs that are concerned."""
        changed: set[int] = set()
        for key in now.keys() | self._blocks.keys():
            more = (now[key][1] if key in now else 0) - (self._blocks[key][1] if key in self._blocks else 0)
            if more:
                runs = (now.get(key) or self._blocks[key])[0]
                changed |= runs
                for run in runs:
                    self._times[run] += more
        return changed


def _with(before: Runs, changed: AbstractSet[int], now: Sequence[int]) -> Runs:
    """Return the runs there were, but of those that have changed only these; the same object where that is the same."""
    if len(now) == sum(map(before.__contains__, changed)) and before.issuperset(now):
        return before
    return before.difference(changed).union(now)
