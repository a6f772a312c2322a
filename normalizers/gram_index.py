"""Wordings as weighted grams, looked up all at once: how alike a new wording is to each of many (inverted index, cosine)."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class GramIndex:
    """Unit vectors of grams, numbered from 0 in the order they were added. Sums run gram by gram in the order of the vector asked
    with, so that a similarity has the same bits whatever else is in the index."""

    def __init__(self) -> None:
        self._posting: dict[str, tuple[array[int], array[float]]] = {}  # by gram: the wordings that have it, and its weight in each
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def add(self, vector: Mapping[str, float]) -> int:
        """The number of a new wording."""
        for gram, weight in vector.items():
            if gram not in self._posting:
                self._posting[gram] = array("Q"), array("d")
            which, weights = self._posting[gram]
            which.append(self._count)
            weights.append(weight)
        self._count += 1
        return self._count - 1

    def similarities(self, vector: Mapping[str, float]) -> NDArray[np.float64]:
        """Cosine with each wording, in their order; 0 to 1."""
        import numpy as np

        out = np.zeros(self._count)
        for gram, weight in vector.items():
            if gram in self._posting:
                which, weights = self._posting[gram]
                out[np.frombuffer(which, dtype=np.uint64)] += weight * np.frombuffer(weights)
        return out

    def covered(self, vector: Mapping[str, float]) -> NDArray[np.float64]:
        """The share of each wording's own weight that stands in the vector too; 0 to 1."""
        import numpy as np

        out = np.zeros(self._count)
        for gram in vector:
            if gram in self._posting:
                which, weights = self._posting[gram]
                out[np.frombuffer(which, dtype=np.uint64)] += np.frombuffer(weights) ** 2
        return out
