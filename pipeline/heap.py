"""Values kept on disk and read back one by one in any order: a handle of eight bytes is all that stays of each in memory.

`pipeline.spool` is for rows that are read in the order in which they came; this is for those that are picked.
"""

from __future__ import annotations

import marshal
import tempfile
from pathlib import Path
from typing import IO, Any, cast

_IN_MEMORY = 1 << 20   # bytes up to which no file is made
_SIZE_BITS = 28        # a handle is where a value starts and how long it is: up to 256 MiB each, 64 GiB in all
_SIZE = (1 << _SIZE_BITS) - 1


def temporary(folder: Path | None, shared: bool) -> tuple[IO[bytes], Path | None]:
    """A temporary file: in memory while it is small, or one with a name that others can open and nobody but its folder's owner removes."""
    if not shared:
        return cast("IO[bytes]", tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY, dir=str(folder) if folder else None)), None
    file = tempfile.NamedTemporaryFile(dir=str(folder) if folder else None, delete=False)  # noqa: SIM115 (the caller closes it)
    return cast("IO[bytes]", file), Path(file.name)


class Heap:
    """Values of str, int, float, bool, None, bytes and tuples of these. `folder`: where the temporary file is made (the system's
    folder by default); it vanishes with the run, however that ends. `shared`: a file with a name, `path`, which other
    processes read (`opened`); it is `folder` that goes, and the file with it."""

    def __init__(self, folder: Path | None = None, shared: bool = False) -> None:
        self._file, self.path = temporary(folder, shared)
        self._end = 0

    @classmethod
    def opened(cls, path: Path) -> Heap:
        """What another process put into a shared heap and flushed, to be read."""
        heap = cls.__new__(cls)
        heap._file, heap.path, heap._end = path.open("rb"), path, 0
        return heap

    def flush(self) -> None:
        """From now on other processes can read what was put."""
        self._file.flush()

    def close(self) -> None:
        self._file.close()

    def put(self, value: Any) -> int:
        """Keep a value; returns its handle, which fits into eight bytes. Raises OverflowError for a value of 256 MiB or more."""
        return self.put_written(marshal.dumps(value))

    def put_written(self, data: bytes) -> int:
        """As `put`, of a value that marshal wrote already."""
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
