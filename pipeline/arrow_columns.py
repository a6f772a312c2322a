"""Columns of Python's values as Arrow's arrays, made from their bytes.

`pyarrow.array` looks whether a list is one of pandas' and loads all of pandas for it: 35 MiB and a third of a second that no run needs.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from typing import Any

_NONE = type(None)
_FIRST_DAY = datetime.date(1970, 1, 1).toordinal()


def strings(texts: Sequence[str | None]) -> Any:
    """An array of strings; lone surrogates of broken input, which have no UTF-8 form, become "?"."""
    import numpy as np
    import pyarrow as pa

    data = [b"" if t is None else t.encode("utf-8", "replace") for t in texts]
    starts = np.zeros(len(data) + 1, dtype=np.int32)
    np.cumsum(np.fromiter(map(len, data), dtype=np.int32, count=len(data)), out=starts[1:])
    return pa.Array.from_buffers(pa.string(), len(data), [_valid(texts), pa.py_buffer(starts), pa.py_buffer(b"".join(data))])


def integers(values: Sequence[int | None]) -> Any:
    """An array of int64. Raises OverflowError for what does not fit."""
    return _numbers(values, "int64", int)


def numbers(values: Sequence[float | None]) -> Any:
    """An array of doubles."""
    return _numbers(values, "float64", float)


def days(values: Sequence[datetime.date | None]) -> Any:
    """An array of date32."""
    return _numbers(values, "date32", lambda day: day.toordinal() - _FIRST_DAY)


def flags(values: Sequence[bool | None]) -> Any:
    """An array of booleans."""
    import pyarrow as pa

    return pa.Array.from_buffers(pa.bool_(), len(values), [_valid(values), _bits([bool(v) for v in values])])


def _numbers(values: Sequence[Any], kind: str, number: Callable[[Any], float]) -> Any:
    import numpy as np
    import pyarrow as pa

    made = np.fromiter((0 if v is None else number(v) for v in values), dtype="int32" if kind == "date32" else kind, count=len(values))
    return pa.Array.from_buffers(pa.type_for_alias(kind), len(values), [_valid(values), pa.py_buffer(made)])


def _valid(values: Sequence[object]) -> Any:
    """Which values are there, as Arrow's bitmap; None where all are."""
    return _bits([v is not None for v in values]) if _NONE in set(map(type, values)) else None


def _bits(values: Sequence[bool]) -> Any:
    import numpy as np
    import pyarrow as pa

    return pa.py_buffer(np.packbits(np.array(values, dtype=bool), bitorder="little"))
