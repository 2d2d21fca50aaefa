"""The catalogue of indicators that KF and the nämnder use: names, unit, split by sex, and which way is better."""

from __future__ import annotations

from avstamt.domain.base import Frozen
from avstamt.domain.indicator import Direction


class IndicatorEntry(Frozen):
    """One indicator of the catalogue, with the years it is known for and its source.

    `direction` is None where neither way is better or it is not known. `share` tells a share (per cent of something)
    from a count; a share's total lies between men and women, a count's is their sum.
    """

    name: str
    variants: tuple[str, ...] = ()
    unit: str = ""
    split_by_sex: bool = False
    direction: Direction | None = None
    share: bool = False
    years: tuple[int, ...] = ()
    source: str
