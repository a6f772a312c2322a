"""Parts of a whole that are counted as the whole is: "12 lớp tập huấn, gồm 08 lớp cho cán bộ xã và 04 lớp cho cán bộ thôn"."""

from __future__ import annotations

import re

from normalizers.numbers import Number

MADE_UP_OF = re.compile(r" ?,? (?:bao )?gồm ?:? ?$")  # what stands between the whole and its first part
_WHOLE = re.compile(r"\d ([^\W\d_]+)(?: [^;:.\d]{1,60}?)?,? (?:bao )?gồm ?:? ?(?:\d[\d.,]* [^;:.\d]{2,60})*$")
_COUNTED = re.compile(r"\d[\d.,]* ([^\W\d_]+)(?!\w)")
_REACH = 160


def part_of_same(low: str, start: int, at: int) -> bool:
    """Whether the number whose phrase begins at `start` and whose digits begin at `at` counts a part of the whole before it."""
    if "gồm" not in low or (counted := _COUNTED.match(low, at)) is None:
        return False
    whole = _WHOLE.search(low, max(0, start - _REACH), start)
    return whole is not None and whole[1] == counted[1]


_HELD_ALREADY = re.compile(r"[^,;.]{0,40}(?<!\w)(?:đã|hiện|đang)(?!\w)")
# what a part has or is already: "mỗi hộ 2 ha", "còn vướng 3 ha", "cao 3 m"; "lúa chất lượng cao" is a crop
_NO_PART = re.compile(r"(?<!\w)(?:đã|hiện|đang|còn|mỗi|từng|bình quân)(?!\w)|(?<!\w)(?:dài|rộng|sâu|dày|(?<!lượng )(?<!nghệ )(?<!suất )cao) $")


_PERSONS = frozenset({"người", "lao động", "hội viên", "đoàn viên", "đảng viên", "học sinh", "cán bộ", "học viên", "lượt người", "công dân"})


def has_parts(number: Number) -> bool:
    """Whether an amount of such a kind is shared out behind "trong đó"."""
    return number.kind in ("measure", "counted")


def same_kind(entire: Number, part: Number) -> bool:
    """Whether an amount can be a part of another: of one measure, or persons among persons ("350 lao động, trong đó xuất khẩu lao động 15 người")."""
    if part.kind != entire.kind or part.kind not in ("measure", "counted") or not part.measure:
        return False
    return f"{entire.measure} ".startswith(f"{part.measure} ") or (part.kind == "counted" and part.measure == "người" and entire.measure in _PERSONS)


def part_of_amount(low: str, whole_end: int, start: int, end: int) -> bool:
    """Whether an amount at `[start, end)` is a part of the one that ends at `whole_end`: "200 ha cây vụ đông, trong đó ngô | 60 ha, rau | 120 ha"."""
    between = low[whole_end:start]
    return "trong đó" in between and ";" not in between and ". " not in between and len(between) <= _REACH \
        and _HELD_ALREADY.match(low, end) is None and _NO_PART.search(re.split(r"[,;:]|trong đó", between)[-1]) is None
