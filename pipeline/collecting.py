"""How often Python looks for cycles of objects: seldom where many small objects are made and hardly a cycle among them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_NEW = 50_000  # objects made and not yet let go between two looks; Python's own 700 cost writing outputs a fifth of its time


@contextmanager
def rarely() -> Iterator[None]:
    """Inside, the collector of cycles looks as seldom as bounded memory allows, and not at what was there before (modules,
    vocabularies); as it was before afterwards."""
    before = gc.get_threshold()
    frozen = gc.get_freeze_count()
    gc.set_threshold(max(_NEW, before[0]) if before[0] else 0, 20, 20)
    gc.freeze()
    try:
        yield
    finally:
        gc.set_threshold(*before)
        if not frozen:
            gc.unfreeze()
