"""Rows that stack several targets: an indicator with sub-items in its cell, and a value for each sub-item below another."""

from __future__ import annotations

import re

from extractors.document import Cell
from normalizers.target_cells import is_quantity_cell
from normalizers.text import squash

_ITEM = re.compile(r"\s*[-–+•]\s*(?=[^\W\d_])")


def stacked(main: Cell | None, value: Cell | None, measure: Cell | None) -> list[tuple[str, str, str | None]]:
    """(indicator, value, measure) of each sub-item of a row's cells; [] where the row is a single target.

    "Tỷ lệ hồ sơ xử lý trên mạng | - Cấp tỉnh | - Cấp xã" beside "100 | ≥ 90" gives "Tỷ lệ hồ sơ xử lý trên mạng - Cấp tỉnh"
    with 100, and "… - Cấp xã" with "≥ 90": as many values as sub-items, every one a bare quantity.
    """
    if main is None or value is None or len(value.lines) < 2:
        return []
    values = [squash(line.text) for line in value.lines]
    intro: list[str] = []
    items: list[str] = []
    for line in main.lines:
        text = squash(line.text)
        if m := _ITEM.match(text):
            items.append(text[m.end():])
        elif items:
            items[-1] += f" {text}"
        else:
            intro.append(text)
    if len(items) != len(values) or not intro or not all(is_quantity_cell(v) for v in values):
        return []
    said = [squash(line.text) for line in measure.lines] if measure is not None else []
    units = said if len(said) == len(items) else [" ".join(said)] * len(items)
    head = " ".join(intro).rstrip(" .:;")
    return [(f"{head} - {item.rstrip(' .;,')}", v, unit or None) for item, v, unit in zip(items, values, units, strict=True)]
