"""Values kept on disk and read back one by one in any order: a handle of eight bytes is all that stays of each in memory.

`pipeline.spool` is for rows that are read in the order in which they came; this is for those that are picked.
"""

from __future__ import annotations

import marshal
import tempfile
from pathlib import Path
from typing import Any

_IN_MEMORY = 1 << 20   # bytes up to which no file is made
_SIZE_BITS = 28        # a handle is where a value starts and how long it is: up to 256 MiB each, 64 GiB in all
_SIZE = (1 << _SIZE_BITS) - 1


class Heap:
    """Values of str, int, float, bool, None, bytes and tuples of these. `folder`: where the temporary file is made (the system's
    folder by default); it vanishes with the run, however that ends."""

    def __init__(self, folder: Path | None = None) -> None:
        self._file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY, dir=str(folder) if folder else None)  # noqa: SIM115 (lives as long as the heap)
        self._end = 0

    def put(self, value: Any) -> int:
        """Keep a value; returns its handle, which fits into eight bytes. Raises OverflowError for a value of 256 MiB or more."""
        data = marshal.dumps(value)
        if len(data) > _SIZE:
            raise OverflowError(f"a value of {len(data)} bytes")
        at, self._end = self._end, self._end + len(data)
        self._file.seek(at)
        self._file.write(data)
        return at << _SIZE_BITS | len(data)

    def get(self, handle: int) -> Any:
        """The value of a handle that `put` gave."""
        self._file.seek(handle >> _SIZE_BITS)
        return marshal.loads(self._file.read(handle & _SIZE))
