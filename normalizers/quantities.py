"""Quantities: the numbers that a text commits to, each with comparator, unit, counted noun and place."""

from __future__ import annotations

from normalizers.clauses import read_parts
from normalizers.numbers import Number, Sheet
from normalizers.values import Quantity


def find_quantities(text: str) -> list[Quantity]:
    """Every committed number of `text`, in order, with its offsets in `text`.

    Left out: dates, years, document numbers, names ("5G", "cấp độ 3"), and numbers that only define another outcome's
    indicator ("tốc độ trên 01 Gbps", "từ 15 tuổi trở lên", "mỗi quý ít nhất 04 tin" inside a 100% outcome).
    Percentages are numbers of percent (3.5 for "3,5%"). Never raises.
    """
    sheet = Sheet.of(text)
    numbers = [clause.number for part in read_parts(sheet) for clause in part.clauses]
    spans = sheet.spans([(n.start, n.end) for n in numbers])
    return [_quantity(n, text, span) for n, span in zip(numbers, spans, strict=True)]


def _quantity(n: Number, text: str, span: tuple[int, int]) -> Quantity:
    a, b = span
    return Quantity(n.comparator, n.value, n.high, n.unit, text[a:b], a, b, n.measure)
