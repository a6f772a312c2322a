"""What the result cell of a task row makes of the row: a target, a task or both (docs/records.md, "Task")."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.counted_results import counted_outcomes
from extractors.raw import RawTask
from normalizers.acts import names_indicator, tells_work
from normalizers.row_times import cell_parts_of_year
from normalizers.targets import is_act, is_quantity_cell, read_table_target, read_targets, read_task_targets
from normalizers.text import fold
from normalizers.values import TargetReading

# What a result in words must hold to be a share, rank or number: most name a document, which spares them a reading.
_MEASURES = re.compile(r"[\d%]|nhóm|t[oố]p|đầu|nhất|trên|thứ|hạng|vị trí")

_IS_DONE = re.compile(r"\bđược\b")  # "02 - 03 dự án được quyết định đầu tư"; "02 - 03 báo cáo chuyên đề" only names the product

# A clause that says of its subject what becomes of it, as "98% dữ liệu được chuẩn hóa" does and "80% dân số" does not.
_SAYS = re.compile(r"\w (?:được|có|không|sử dụng|dùng|ứng dụng|thực hiện|tham gia|hoàn thành|đạt|đáp ứng|kết nối|vận hành|hoạt động|triển khai|biết|nắm|lên)(?!\w)")
_COUNTED_DONE = re.compile(r"(?:có |đạt |khoảng )?\d[\d.]* \D*\b(?:được|tham gia|tham dự) ")  # "120 giáo viên được tập huấn"
_LONG_NAME = 6  # words of a row that says more than the name of an indicator


def _holds_rank_or_share(task: RawTask, result: str) -> bool:
    if len(result.split()) >= 3 and not _MEASURES.search(fold(result)):
        return False
    readings = read_table_target(task.text, task.measure, result)
    if any(r.comparator == "rank" or ("%" in result and r.value is not None) for r in readings):
        return True
    # "Ít nhất 300 doanh nghiệp được hỗ trợ/năm" commits; "01 kế hoạch" only names the product.
    done = _COUNTED_DONE.match(fold(result)) is not None
    return any((r.comparator in {">=", ">", "<=", "<"} or (r.comparator == "range" and _IS_DONE.search(r.indicator)) or (done and r.comparator == "="))
               and r.value is not None for r in readings) and len(result.split()) >= 5


def _counts_products(task: RawTask, result: str) -> bool:
    """Whether the result only counts what a work makes: "Chương trình xúc tiến tại thị trường A | 04 chương trình" is
    a work named by a noun, no indicator ("Phủ sóng 5G | 80")."""
    if task.names_indicator or task.measure or names_indicator(fold(task.text)) or not re.search(r"\d ?[^\W\d_]{2}", result):
        return False
    readings = read_table_target(task.text, task.measure, result)
    return bool(readings) and all(r.unit == "count" for r in readings)


def _own_outcomes(task: RawTask) -> list[TargetReading]:
    """The outcomes that a result tells by itself beside a work that opens with a noun: "Dữ liệu hội viên được rà soát đầy đủ |
    Tối thiểu 95% hội viên có mã định danh". [] where the row names an indicator or the result only says how much of it."""
    result = task.result or ""
    if task.names_indicator or task.measure or "%" not in result or len(task.text.split()) < _LONG_NAME or names_indicator(fold(task.text)):
        return []
    readings = read_targets(result, section=False)
    told = [replace(r, span=None) for r in readings if r.value is not None and len(r.indicator.split()) >= 3]
    whole = told and len(told) == len(readings) and all(_SAYS.search(fold(r.indicator)) or names_indicator(fold(r.indicator)) for r in told)
    return told if whole else []


def _own_share(task: RawTask) -> list[TargetReading]:
    """The share that a row's wording gives of the indicator it names: "Tỷ lệ hồ sơ giải quyết đúng hạn từ 98% trở lên | Báo cáo"."""
    stated = task.names_indicator and not task.result  # "Mục tiêu | Cơ quan chủ trì": each row says its own share
    if "%" not in task.text or not (stated or names_indicator(fold(task.text))):
        return []
    readings = read_targets(task.text, section=stated)
    return [replace(r, span=None) for r in readings] if readings and all(r.value is not None for r in readings) else []


def row_is_target(task: RawTask) -> tuple[bool, bool]:
    """(is a target, is a task) of a task row by its result cell and wording (docs/records.md, "Task").

    A result that is a quantity or rank makes a target; the row is a task too where its wording orders an act or the result
    is an outcome of its own; so is one of an indicator and its share without an act. In a table headed by indicators, a short wording without an act is a target even with a result
    in words.
    """
    act = is_act(task.text) or tells_work(task.text)
    result = task.result or ""
    quantity = bool(result) and (is_quantity_cell(result) or _holds_rank_or_share(task, result) or bool(cell_parts_of_year(result)))
    if quantity:
        return True, act or _counts_products(task, result) or bool(_own_outcomes(task))
    if not act and _own_share(task):
        return True, False
    if counted_outcomes(task):
        return True, act or not (task.names_indicator or names_indicator(fold(task.text)))
    if task.names_indicator and not act and result and len(result.split()) <= 12:
        return True, False
    return False, True


def row_targets(task: RawTask, both: bool) -> list[TargetReading]:
    """The targets of a task row whose result is one; `both` says that the row is a task too."""
    if both and not (is_act(task.text) or tells_work(task.text)) and (own := _own_outcomes(task)):
        return own
    if not both and not (is_quantity_cell(task.result or "") or _holds_rank_or_share(task, task.result or "")) and (share := _own_share(task)):
        return share
    counted = [] if is_quantity_cell(task.result or "") or _holds_rank_or_share(task, task.result or "") else counted_outcomes(task)
    readings = counted or read_table_target(task.text, task.measure, task.result or "")
    if both and "%" in task.text:
        # A share of the wording itself; the result that says it again is the same commitment.
        said = {(r.value, r.unit) for r in readings}
        readings = [*(replace(r, span=None) for r in read_task_targets(task.text) if r.unit == "%" and (r.value, r.unit) not in said), *readings]
    return readings
