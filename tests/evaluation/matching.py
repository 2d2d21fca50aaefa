"""Pairing two sequences in document order, and counting what was right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from rapidfuzz.fuzz import ratio

A = TypeVar("A")
B = TypeVar("B")
Pair = tuple[A | None, B | None]


@dataclass
class Score:
    """What was labelled (`n`), what was claimed, and what of both agrees; `misses` says each fault in words.

    Where nothing was labelled recall is 1, where nothing was claimed precision is 1: no fault was made, and `n` tells.
    """

    n: int = 0
    claimed: int = 0
    right: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Return the share of what was claimed that is right."""
        return self.right / self.claimed if self.claimed else 1.0

    @property
    def recall(self) -> float:
        """Return the share of what was labelled that was found."""
        return self.right / self.n if self.n else 1.0

    def count(self, labelled: object, claimed: object, where: str, *, right: bool | None = None) -> None:
        """Count one thing: None means not labelled, or not claimed; `right` overrules plain equality."""
        agrees = labelled == claimed if right is None else right
        if labelled is None and claimed is None:
            return
        self.n += labelled is not None
        self.claimed += claimed is not None
        self.right += agrees
        if not agrees:
            self.misses.append(f"{where}: {_said(labelled)} → {_said(claimed)}")

    def add(self, other: Score, prefix: str = "") -> None:
        """Add another score to this one."""
        self.n += other.n
        self.claimed += other.claimed
        self.right += other.right
        self.misses.extend(prefix + miss for miss in other.misses)


def align(
    left: Sequence[A], right: Sequence[B], likeness: Callable[[A, B], float], least: float
) -> list[tuple[A | None, B | None]]:
    """Pair two sequences without crossing, so that the sum of likenesses is greatest.

    Only pairs that are at least `least` alike (0 to 1) may form; what stays alone comes with None, in document order.
    """
    like = [[likeness(a, b) for b in right] for a in left]
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i in range(len(left) - 1, -1, -1):
        for j in range(len(right) - 1, -1, -1):
            paired = like[i][j] + best[i + 1][j + 1] if like[i][j] >= least else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
    pairs: list[tuple[A | None, B | None]] = []
    i = j = 0
    while i < len(left) and j < len(right):
        if like[i][j] >= least and best[i][j] == like[i][j] + best[i + 1][j + 1]:
            pairs.append((left[i], right[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            pairs.append((left[i], None))
            i += 1
        else:
            pairs.append((None, right[j]))
            j += 1
    pairs.extend((a, None) for a in left[i:])
    pairs.extend((None, b) for b in right[j:])
    return pairs


def alike(one: str, other: str) -> float:
    """Return how alike two texts are, from 0 to 1."""
    return 1.0 if one == other else min(0.99, ratio(one, other) / 100)


def _said(value: object) -> str:
    if value is None:
        return "(inget)"
    return f"’{value}’" if isinstance(value, str) else str(value)
