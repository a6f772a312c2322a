"""Amounts of a task that commit though no verb stands right before them: "Gieo cấy lúa xuân 450 ha", "diện tích dâu thêm 25 ha"."""

from __future__ import annotations

import re

from normalizers.numbers import Number

AMOUNTS = frozenset(("ha", "km", "m", "m2", "m3", "tấn", "tạ", "kg", "lít", "mét", "mét khối", "mét vuông"))
# words that only describe what an amount belongs to ("rộng 12 ha", "với 3 km")
DESCRIBES = re.compile(r"(?<!\w)(?:dài|rộng|cao|sâu|cách|khoảng|gồm|có|với|trong|là|bằng|hơn|gần|tổng|chiều|công suất|dung tích|bán kính|mức|giá|tại|từ|đến|cho|của|theo|do|bị|"
                        r"còn|đạt|lên|xuống|bình quân|trung bình|mỗi|từng|một|thuộc|ngoài|trên|dưới|hiện|đã|đang|khoảng cách|phạm vi|khu vực|đoạn|tuyến|năm|tháng|ngày|vốn|kinh phí|số|tờ|loại|khổ)(?!\w)")
_ENLARGES = re.compile(r"(?:mở rộng|tăng) (?:[^\W\d_]+ ){1,8}thêm $")  # "Mở rộng diện tích trồng dâu thêm | 25 ha"
_RATE_MOVED = re.compile(r"(?:^|[,;] ?)(?:phấn đấu )?(?:giảm|tăng|hạ) [^,;.\d]{3,60} $")  # "giảm tỷ suất sinh thô | 0,1‰"
_SOWN = re.compile(r"(?:^|[,;.:] ?|chỉ đạo |phấn đấu )(?:gieo cấy|gieo trồng|gieo sạ|xuống giống|trồng mới|trồng) ((?:[^\W\d_]+ ){1,4})$")
_SOME_OF_ALL = re.compile(r"\d{1,3} ?/ ?\d{1,3} [^\W\d_][^,;.:\d]{1,30}? đạt (?!được)")


def amount_told(before: str, number: Number) -> bool:
    """Whether an amount behind the folded wording of its duty is one of what is done: area sown or cleared, areas enlarged, rates moved."""
    if number.unit == "‰":
        return _RATE_MOVED.search(before) is not None
    if before.endswith(" thêm "):
        return _ENLARGES.search(before) is not None
    if number.measure not in AMOUNTS:
        return False
    if before.endswith(("giải phóng mặt bằng ", "mặt bằng sạch ")):
        return "vướng" not in before.rpartition(",")[2]  # what stands in the way of it is nothing cleared
    return number.measure == "ha" and (sown := _SOWN.search(before)) is not None and DESCRIBES.search(sown[1]) is None


def some_of_all(low: str, number: Number) -> bool:
    """"…; 6/8 trường đạt chuẩn quốc gia": a clause of its own that tells how many of all are to get there."""
    return low.endswith("; ", 0, number.start) and _SOME_OF_ALL.match(low, number.at) is not None
