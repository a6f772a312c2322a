"""Parts of a whole told year by year, all who have something before who is won, storeys and ends of terms."""

from __future__ import annotations

import pytest

from normalizers.target_prose import read_targets

Found = list[tuple[str, str, float | None, str | None, str | None]]


def found(text: str) -> Found:
    return [(r.indicator, r.comparator, r.value, r.unit, r.horizon) for r in read_targets(text)]


@pytest.mark.parametrize(("text", "expected"), [
    # --- parts of a whole, year by year
    ("Giai đoạn 2026 - 2030 trồng mới 500 ha rừng, trong đó năm 2026: 120 ha, năm 2027: 100 ha.",
     [("trồng mới rừng", "=", 500, "ha", "2026/2030"), ("trồng mới rừng", "=", 120, "ha", "2026"), ("trồng mới rừng", "=", 100, "ha", "2027")]),
    ("Giai đoạn 2026 - 2030 bồi dưỡng 500 lượt cán bộ, trong đó năm 2026 là 120 lượt, năm 2027 là 100 lượt.",
     [("bồi dưỡng lượt cán bộ", "=", 500, "count", "2026/2030"), ("bồi dưỡng lượt cán bộ", "=", 120, "count", "2026"), ("bồi dưỡng lượt cán bộ", "=", 100, "count", "2027")]),
    ("Giai đoạn 2026 - 2030 sửa chữa 500 căn nhà; năm 2026 120 căn, năm 2027 100 căn.",
     [("sửa chữa căn nhà", "=", 500, "count", "2026/2030"), ("sửa chữa căn nhà", "=", 120, "count", "2026"), ("sửa chữa căn nhà", "=", 100, "count", "2027")]),
    ("Năm 2026 xây dựng 3 nhà văn hóa, năm 2027 xây dựng 2 nhà văn hóa.",
     [("xây dựng nhà văn hóa", "=", 3, "count", "2026"), ("xây dựng nhà văn hóa", "=", 2, "count", "2027")]),
    # --- all have something, so many are won
    ("Phấn đấu từ nay đến năm 2028, tất cả các thôn có chi hội hoạt động hiệu quả, thu hút trên 95% người cao tuổi tham gia hội.",
     [("thu hút người cao tuổi tham gia hội", ">", 95, "%", "2028")]),
    # --- what an amount is counted by, half a day, lots at auction
    ("Giảm lượng phân bón hóa học sử dụng trên 1 ha xuống dưới 350 kg.", [("Giảm lượng phân bón hóa học sử dụng trên 1 ha", "<", 350, "kg", None)]),
    ("Số cuộc họp giảm 20%, mỗi cuộc họp không quá 1/2 ngày.", [("Số cuộc họp giảm", "=", 20, "%", None)]),
    ("Thu hồi 12,5 ha đất kém hiệu quả, đấu giá 45 lô đất.", [("Thu hồi đất kém hiệu quả", "=", 12.5, "ha", None), ("đấu giá lô đất", "=", 45, "count", None)]),
    # --- storeys say how a house is built, the end of a term is no wording
    ("Xây dựng 05 nhà 2 tầng.", [("Xây dựng nhà 2 tầng", "=", 5, "count", None)]),
    ("Đến cuối nhiệm kỳ, 100% thôn, bản có chi ủy.", [("thôn, bản có chi ủy", "=", 100, "%", None)]),
])
def test_outcomes(text: str, expected: Found) -> None:
    assert found(text) == expected
