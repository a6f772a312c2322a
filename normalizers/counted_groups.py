"""Bare counts of groups behind the label that says what is counted: "Số sáng kiến được công nhận: cấp xã 15, cấp tỉnh 02"."""

from __future__ import annotations

import re

from normalizers.measures import counted_by
from normalizers.numbers import Sheet
from normalizers.values import TargetReading

_GROUP = r"[^\W\d_](?:[^:;,()\d]{0,38}[^\W\d_])?(?<!số)(?<!năm)(?<!tháng)(?<!ngày)(?<!lớp)(?<!khối)(?<!cấp)(?<!loại)(?<!mức)(?<!quý)(?<!điều)(?<!kỳ)(?<!tổ)(?<!thôn)(?<!khu)(?<!hạng)(?<!độ)(?<!đợt)"
_ITEM = rf"(?P<group>{_GROUP}) (?P<n>(?!(?:19|20)\d\d(?!\d))(?:\d{{1,3}}(?:\.\d{{3}})+|\d{{1,5}})(?![.\d]\d))"
_ONE = re.compile(_ITEM)
_BARE = re.sub(r"\(\?P<\w+>", "(?:", _ITEM)
_ROW = re.compile(rf"(?P<label>(?:tổng số|số lượng|số) (?!hóa|liệu)[^:;,.()\d]{{3,80}}): ?(?P<items>{_BARE}(?:[,;] ?(?:và )?{_BARE})+)[ .;]*$")

# "35 thanh niên nhập ngũ (trong đó: Quân sự 27, Công an 08)": how the number before is made up, no wording of its own
MADE_UP = re.compile(rf" ?\((?:trong đó|bao gồm|gồm)[,:]? ?{_BARE}(?:[,;] ?(?:và )?{_BARE})+\)")


def counted_groups(sheet: Sheet, start: int) -> list[TargetReading]:
    """One outcome for each group of a sheet that is nothing but such a row from offset `start` on; else none."""
    row = _ROW.match(sheet.low, start) if ": " in sheet.low else None
    unit = counted_by(row["label"]) if row else None
    if row is None or unit is None:
        return []
    label = sheet.plain[row.start("label") : row.end("label")].strip()
    return [TargetReading(f"{label} {sheet.plain[m.start('group') : m.end('group')].strip().removeprefix('và ')}", "=", float(m["n"].replace(".", "")), None, unit,
                          confidence=0.8, rule="prose.groups", span=m.span()) for m in _ONE.finditer(sheet.low, row.start("items"), row.end("items"))]
