"""What a target commits to, as numbers that can be compared and as text: year, value, what it counts, how it is printed."""

from __future__ import annotations

import re

from normalizers.indicators import PROVISIONAL, Indicator
from normalizers.scales import converted
from normalizers.text import fold, squash
from pipeline.csv_io import plain_number
from pipeline.records import Target

_RATE = re.compile(r"(?:phấn đấu |duy trì |nâng |đưa |giữ |bảo đảm )*(?:tỷ lệ|tỷ trọng|tỷ suất|mức độ|chỉ số)(?!\w)")
_YEAR = re.compile(r"(?<!\d)(1\d{3}|2\d{3})")


def horizon_year(edtf: str | None) -> int | None:
    """The year by which a horizon holds: "2030" → 2030, "2025-41" → 2025, "2026/2030" and "../2030" → 2030,
    "2026/.." (open: no end is printed) → 2026; None without a year."""
    if not edtf:
        return None
    for part in reversed(edtf.split("/")):
        if m := _YEAR.search(part):
            return int(m[1])
    return None


def part_of(target: Target) -> str:
    """The village, commune or office to which a row of an allotment gives its number ("Tỷ lệ bao phủ BHYT - Bản Khoa"
    → "Bản Khoa"); "" for what the plan commits to as a whole."""
    return target.indicator.rpartition(" - ")[2] if target.rule.startswith("row-allotment") and " - " in target.indicator else ""


_STEP = re.compile(r"\d{4}-\d\d")


def is_step(target: Target) -> bool:
    """Whether a target is for a month, a quarter or a day of its year: a step on the way to the year's number."""
    return _STEP.search(target.horizon or "") is not None


def has_number(target: Target) -> bool:
    return target.value is not None and target.comparator != "qualitative"


def effective_value(target: Target, indicator: Indicator) -> float | None:
    """The number that a target commits to, in the indicator's unit where the printed one is another size of it ("triệu
    đồng" beside "tỷ đồng"): of a range the end that must be reached at least."""
    if not has_number(target):
        return None
    value = target.value_high if target.comparator == "range" and target.value_high is not None and indicator.direction == "lower" else target.value
    if value is None or target.unit == indicator.unit:
        return value
    other = converted(value, _unit_class(target.unit or ""), _unit_class(indicator.unit))
    return value if other is None else other


def _unit_class(unit: str) -> str:
    """A sum of money for a year or a head counts as the sum: "triệu đồng/người/năm" beside "triệu đồng"."""
    return re.sub(r"\s*/\s*(?:người|năm|đầu người)", "", unit) if "đồng" in unit else unit


def conversion_text(target: Target, indicator: Indicator) -> str:
    """How a printed value was converted: "quy đổi: 1500 triệu đồng = 1,5 tỷ đồng"; "" where it was not."""
    value = effective_value(target, indicator)
    if value is None or target.value is None or value in (target.value, target.value_high):
        return ""
    lower = target.comparator == "range" and target.value_high is not None and indicator.direction == "lower"
    printed = target.value_high if lower and target.value_high is not None else target.value
    return f"quy đổi: {number_text(printed)} {target.unit} = {number_text(value)} {indicator.unit}"


_OF_PEOPLE = frozenset(f"count {who}" for who in ("người", "lao động", "người lao động", "đảng viên", "học viên", "hội viên"))


# "Tăng thu ngân sách đạt 10%": a sum or a yield in per cent is how much it grows, though a level's verb stands between; not a share of
# it ("… được tiêu thụ qua hợp đồng đạt 30%", "… chiếm 10%") nor what is done of an estimate ("đạt 110% dự toán").
_GROWTH = re.compile(r"(?:phấn đấu |tốc độ )*(tăng|giảm)(?: trưởng)? (?:tổng )?(?:thu (?:ngân sách|nsnn)|giá trị sản xuất|doanh thu|sản lượng|năng suất|kim ngạch)(?!\w)(?!.*(?:chiếm|được|qua|dự toán|kế hoạch|chỉ tiêu)(?!\w))")
_MOST_GROWTH = 80  # per cent; more is done of what was planned
_VERB = {"increase": "tăng", "decrease": "giảm"}


def change_of(target: Target) -> str:
    """"tăng" or "giảm" where the number is the size of a change, "" where it is a level."""
    if target.direction or not (target.unit or "").startswith("%") or target.base:
        return _VERB.get(target.direction or "", "")
    if target.value is None or target.value >= _MOST_GROWTH:
        return ""
    m = _GROWTH.match(fold(target.indicator))
    return m[1] if m else ""


def measure_class(target: Target, indicator: Indicator) -> str:
    """What the number counts: its unit (the catalogue's where none is printed), its scale, level or change."""
    unit = target.unit if target.unit is not None else indicator.unit or ""
    if target.comparator == "rank":
        unit = "rank"
    unit = squash(_unit_class(unit)).lower()
    if unit == "điểm" and indicator.unit == "index":
        unit = "index"
    if converted(1.0, unit, _unit_class(indicator.unit)) is not None:
        unit = _unit_class(indicator.unit)
    if unit == "index" and target.value is not None and target.value > 1 and indicator.id == "chi-so-chuyen-doi-so-dti":
        unit = "index/100"
    if unit == "count" and target.measure and indicator.id.startswith(PROVISIONAL):
        measure = target.measure.lower()
        unit = "count lượt" if measure.split()[0] == "lượt" else f"count {measure}"  # "lượt khách", "lượt người" count the same
    if unit == "người" or unit in _OF_PEOPLE:
        unit = "count người" if indicator.id.startswith(PROVISIONAL) else unit
    change = f"mức {verb}" if (verb := change_of(target)) else ""
    # A rate with a base is still the rate: "đạt 85% (tăng 2,5% so với năm 2025)"; "đạt 120% so với năm 2024" is a share of the base.
    of_base = bool(target.base) and not _RATE.match(fold(target.indicator))
    return f"{unit}|{change}" if change or of_base else unit


def class_text(name: str) -> str:
    unit, bar, change = name.partition("|")
    text = {"": "không đơn vị", "count": "số đếm", "index": "điểm chỉ số", "index/100": "điểm chỉ số thang 100", "rank": "thứ hạng",
            "level": "mức"}.get(unit, unit.removeprefix("count "))
    return f"{change} ({text})" if change else f"{text} so với kỳ gốc" if bar else text


_SIGN = {">=": "≥", ">": ">", "<=": "≤", "<": "<", "=": "", "range": "", "rank": "", "qualitative": ""}


def number_text(value: float) -> str:
    """A number as Vietnamese write it: decimal comma, no needless zeros ("0,77", "18.000" stays 18000)."""
    return plain_number(value, 10).replace(".", ",")


def value_text(target: Target, unit: bool = True) -> str:
    """A target's value as an analyst reads it: "≥80 %", "80–90 %", "nhóm 20", "mức 2", "giảm 0,5 %", "định tính"."""
    if target.comparator == "rank":
        return f"nhóm {number_text(target.value)}" if target.value is not None else "xếp hạng (không nêu số)"
    if not has_number(target) or target.value is None:
        return "định tính"
    verb = change_of(target)
    text = f"{verb} " * bool(verb) + _SIGN[target.comparator] + number_text(target.value)
    if target.comparator == "range" and target.value_high is not None:
        text += "–" + number_text(target.value_high)
    if not unit or target.unit in (None, "index"):
        return text
    if target.unit == "level":
        return f"mức {text}"
    return f"{text} {(target.measure or '').strip() if target.unit == 'count' else target.unit}".strip()
