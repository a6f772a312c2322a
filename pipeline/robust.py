"""Robust statistics of a handful of numbers: median absolute deviation and outliers."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean, median

LEAST = 5            # numbers that there must be before one of them can be an outlier
_CUTOFF = 3.5        # modified z-score (Iglewicz & Hoaglin, How to Detect and Handle Outliers, 1993)
_MAD_SCALE = 1.4826  # MAD of a normal distribution → its standard deviation
_MEAN_SCALE = 1.253314  # mean absolute deviation → standard deviation, where more than half of the numbers are equal


def mad(values: Sequence[float]) -> float | None:
    """Median of the absolute deviations from the median; None with fewer than `LEAST` numbers."""
    if len(values) < LEAST:
        return None
    middle = median(values)
    return round(median(abs(v - middle) for v in values), 10)


def outliers(values: Sequence[float]) -> list[bool]:
    """For each number whether it lies apart from the rest; nothing does among fewer than `LEAST`."""
    if len(values) < LEAST:
        return [False] * len(values)
    middle = median(values)
    deviations = [abs(v - middle) for v in values]
    scale = _MAD_SCALE * median(deviations) or _MEAN_SCALE * fmean(deviations)
    return [scale > 0 and d / scale > _CUTOFF for d in deviations]
