"""CSV from columns: byte for byte what `pipeline.csv_io.write_csv` writes, a thousand rows at a time and without a step of Python for each cell.

The columns of a table are made into Arrow's arrays for its Parquet file anyhow (`pipeline.parquet`); quoting and joining them is Arrow's work, too.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any, BinaryIO

from pipeline.arrow_columns import strings
from pipeline.columns import Column
from pipeline.csv_io import Value, cell_text, safe_text

# A cell that `safe_text` may change: a first character that is blank or begins a formula, a control character anywhere.
_UNSAFE = r"^[\x00-\x20\x{85}\p{Z}=+\-@＝＋－＠]|[\x00-\x08\x0b\x0c\x0e-\x1f]"
_NONE = type(None)
_PLAIN: dict[str, frozenset[type]] = {"string": frozenset({str, _NONE}), "integer": frozenset({int, _NONE}), "boolean": frozenset({bool, _NONE})}


class CsvColumns:
    """The CSV file of a table of two columns or more; the header goes at once. `excel_vi`: ";" between cells, decimal commas."""

    def __init__(self, file: BinaryIO, columns: Sequence[Column], excel_vi: bool = False) -> None:
        self._file, self._columns, self._excel_vi = file, columns, excel_vi
        between = ";" if excel_vi else ","
        self._empty, self._mark, self._end, self._between = strings(["", '"', "\r\n", between])  # as Arrow's own scalars: see `arrow_columns`
        self._odd = f'["\r\n{between}]'
        self._look = f"{_UNSAFE}|{self._odd}"  # of most cells this finds nothing
        head = io.StringIO()
        csv.writer(head, delimiter=between, lineterminator="\r\n").writerow([safe_text(c.name) for c in columns])
        file.write(b"\xef\xbb\xbf" + head.getvalue().encode("utf-8", "replace"))

    def add(self, values: Sequence[Sequence[Value]], arrays: Sequence[Any]) -> None:
        """Rows, as columns of Python's values and as the same columns of Arrow's (`pipeline.parquet`: "" is null there)."""
        import pyarrow.compute as pc

        cells = [self._cells(some, array, column) for some, array, column in zip(values, arrays, self._columns, strict=True)]
        cells[-1] = pc.binary_join_element_wise(cells[-1], self._end, self._empty)
        rows = pc.binary_join_element_wise(*cells, self._between)
        _, starts, data = rows.buffers()
        end = int.from_bytes(memoryview(starts).cast("B")[4 * (rows.offset + len(rows)):][:4], "little")
        self._file.write(memoryview(data)[:end])

    def _cells(self, values: Sequence[Value], array: Any, column: Column) -> Any:
        import pyarrow as pa
        import pyarrow.compute as pc

        plain = set(map(type, values)) <= _PLAIN.get(column.type, frozenset())
        if plain and column.type != "string":
            return pc.fill_null(pc.cast(array, pa.string()), self._empty)
        if plain and array.type == pa.string():
            texts = pc.fill_null(array, self._empty)
        else:
            texts = strings([cell_text(v, self._excel_vi) for v in values])
        look = pc.match_substring_regex(texts, self._look)
        some = texts.filter(look)
        if not len(some):
            return texts
        if plain:
            unsafe = pc.match_substring_regex(some, _UNSAFE)
            if pc.any(unsafe).as_py():
                some = pc.replace_with_mask(some, unsafe, strings([safe_text(t) for t in some.filter(unsafe).to_pylist()]))
        quoted = pc.binary_join_element_wise(self._mark, pc.replace_substring(some, '"', '""'), self._mark, self._empty)
        return pc.replace_with_mask(texts, look, pc.if_else(pc.match_substring_regex(some, self._odd), quoted, some))
