"""Rows kept on disk: as long as one likes to write, as often as one likes to read, memory for one block at a time.

A few thousand rows stay in memory; more go to a temporary file that vanishes with the run, however that ends.
"""

from __future__ import annotations

import marshal
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Generic, TypeVar, cast, overload

from pipeline.heap import temporary

T = TypeVar("T", bound=tuple[object, ...])
_BLOCK = 256             # rows that are written and read together
_VALUES = 1 << 14        # … fewer of rows with thousands of values


class Spool(Sequence[T], Generic[T]):
    """Tuples of str, int, float, bool, None, bytes and tuples of these, in the order in which they were added.

    `folder`: where the temporary file is made (the system's folder by default). `shared`: other processes read the rows, too (`told`)."""

    def __init__(self, rows: Iterable[T] = (), folder: Path | None = None, shared: bool = False) -> None:
        self._file, self._path = temporary(folder, shared)
        self._starts, self._firsts = array("Q"), array("Q")  # of every block: where it starts, and its first row's number
        self._end = self._values = 0
        self._open: list[T] = []
        self._count = 0
        self._last: tuple[int, list[T]] = (-1, [])
        for row in rows:
            self.add(row)

    def add(self, row: T) -> None:
        self._open.append(row)
        self._count += 1
        self._values += len(row)
        if len(self._open) == _BLOCK or self._values >= _VALUES:
            data = marshal.dumps(self._open)
            self._file.seek(self._end)
            self._file.write(data)
            self._starts.append(self._end)
            self._firsts.append(self._count - len(self._open))
            self._end += len(data)
            self._open, self._values = [], 0

    def told(self) -> tuple[object, ...]:
        """What `again` needs to read the rows of a shared spool in another process."""
        self._file.flush()
        return str(self._path), self._starts.tobytes(), self._firsts.tobytes(), self._end, self._count, tuple(self._open)

    @classmethod
    def again(cls, told: tuple[Any, ...]) -> Spool[T]:
        """The rows that a shared spool of another process had when it was `told`, to be read."""
        spool: Spool[T] = cls.__new__(cls)
        path, starts, firsts, spool._end, spool._count, rows = told
        spool._path = Path(path)
        spool._file = spool._path.open("rb")
        spool._starts, spool._firsts = array("Q", starts), array("Q", firsts)
        spool._open, spool._values, spool._last = list(rows), 0, (-1, [])
        return spool

    def close(self) -> None:
        self._file.close()

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[T]:
        for number in range(len(self._starts)):
            yield from self._block(number)
        yield from self._open

    def _block(self, number: int) -> list[T]:
        if self._last[0] == number:
            return self._last[1]
        end = self._starts[number + 1] if number + 1 < len(self._starts) else self._end
        self._file.seek(self._starts[number])
        rows = cast("list[T]", marshal.loads(self._file.read(end - self._starts[number])))
        self._last = (number, rows)
        return rows

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        if isinstance(index, slice):
            return tuple(self[n] for n in range(*index.indices(self._count)))
        if index < 0:
            index += self._count
        if not 0 <= index < self._count:
            raise IndexError(index)
        if index >= self._count - len(self._open):
            return self._open[index - self._count]
        block = bisect_right(self._firsts, index) - 1
        return self._block(block)[index - self._firsts[block]]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]
