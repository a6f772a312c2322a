"""What functions remember of wordings (`lru_cache`), forgotten now and then: all of it together is more than a run's plans need in memory."""

from __future__ import annotations

import sys
from typing import Any

_OURS = ("normalizers", "extractors", "pipeline")
_MANY = 256  # what remembers no more than so many values is a loader of vocabularies, or small


def forget_wordings() -> None:
    """Empty what functions of the product remember of the wordings, words and places that they met; vocabularies stay loaded."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] in _OURS:
            for value in list(vars(module).values()):
                if _remembers(value):
                    value.cache_clear()


def _remembers(value: Any) -> bool:
    told = getattr(value, "cache_parameters", None)
    return callable(told) and hasattr(value, "cache_clear") and (told()["maxsize"] or 0) > _MANY
