"""Levels in one row: each closes its own subject, a year stays with its own, what a share is of, ranks one after the other."""

from __future__ import annotations

import pytest

from normalizers.targets import read_targets

CASES = [
    # each number closes a subject of its own
    ("Duy trì tốc độ tăng đàn lợn từ 3 - 4%/năm và đàn gia cầm từ 5 - 6%/năm.", [("Duy trì tốc độ tăng đàn lợn", 3, "%", None), ("đàn gia cầm", 5, "%", None)]),
    ("Hộ nghèo giảm bình quân 1,5%, bình quân mỗi năm giải quyết việc làm cho trên 300 lao động.",
     [("Hộ nghèo giảm bình quân", 1.5, "%", None), ("bình quân mỗi năm giải quyết việc làm cho lao động", 300, "count", None)]),
    # a year between a subject and its number is that of no outcome before
    ("Thu nhập bình quân đạt 70 triệu đồng/năm, thu ngân sách đến năm 2030 đạt 25 tỷ đồng.",
     [("Thu nhập bình quân", 70, "triệu đồng/năm", None), ("thu ngân sách", 25, "tỷ đồng", "2030")]),
    ("Thu nhập bình quân đạt 70 triệu đồng/năm, thu ngân sách đạt 25 tỷ đồng vào năm 2030.",
     [("Thu nhập bình quân", 70, "triệu đồng/năm", "2030"), ("thu ngân sách", 25, "tỷ đồng", "2030")]),
    # what a share is of
    ("Người tham gia bảo hiểm xã hội đạt 40% dân số vào năm 2026, đạt trên 55% dân số vào năm 2030.",
     [("Người tham gia bảo hiểm xã hội", 40, "%", "2026"), ("Người tham gia bảo hiểm xã hội", 55, "%", "2030")]),
    ("Doanh thu du lịch đạt 900 tỷ đồng, tăng trưởng bình quân 11%/năm.",
     [("Doanh thu du lịch", 900, "tỷ đồng", None), ("Doanh thu du lịch tăng trưởng bình quân", 11, "%", None)]),
    ("Tăng thu nhập của hội viên gấp 2 lần so với năm 2025, xây dựng đời sống mới.", [("Tăng thu nhập của hội viên gấp", 2, "lần", None)]),
    ("60% số thôn đạt chuẩn kiểu mẫu và không còn thôn dưới 12 tiêu chí.", [("số thôn đạt chuẩn kiểu mẫu", 60, "%", None)]),
    ("Trồng mới 2 nghìn héc ta rừng gỗ lớn.", [("Trồng mới rừng gỗ lớn", 2, "nghìn héc ta", None)]),
    ("30% hội viên và 25% hộ gia đình trong xã luyện tập thể thao thường xuyên.",
     [("hội viên luyện tập thể thao thường xuyên", 30, "%", None), ("hộ gia đình trong xã luyện tập thể thao thường xuyên", 25, "%", None)]),
    # ranks one after the other
    ("Chỉ số cải cách hành chính nằm trong top 20 của tỉnh vào năm 2027 và vươn lên top 10 vào năm 2030.",
     [("Chỉ số cải cách hành chính", 20, "rank", "2027"), ("Chỉ số cải cách hành chính", 10, "rank", "2030")]),
    ("Chuyển đổi số thuộc nhóm ba xã dẫn đầu vùng.", [("Chuyển đổi số", 3, "rank", None)]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_rows(text: str, wanted: list[tuple[str, float, str, str | None]]) -> None:
    assert [(t.indicator, t.value, t.unit, t.horizon) for t in read_targets(text)] == wanted
