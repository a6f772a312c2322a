"""Bodies that strive by a bare year, counts beside shares of their kind, shares in a row of dashes, what must not be behind an amount."""

from __future__ import annotations

import pytest

from normalizers.target_prose import read_targets

Found = list[tuple[str, str, float | None, float | None, str | None, str | None]]


def found(text: str) -> Found:
    return [(r.indicator, r.comparator, r.value, r.value_high, r.unit, r.horizon) for r in read_targets(text)]


@pytest.mark.parametrize(("text", "expected"), [
    # --- a body strives by a bare year
    ("Đảng bộ huyện phấn đấu năm 2026 tỷ lệ phát triển đảng viên mới đạt từ 7% trở lên.", [("tỷ lệ phát triển đảng viên mới", ">=", 7, None, "%", "2026")]),
    ("Xã phấn đấu năm 2026 thu nhập bình quân đầu người đạt 60 triệu đồng.", [("thu nhập bình quân đầu người", "=", 60, None, "triệu đồng", "2026")]),
    # --- what a fall is of stands behind its share, whatever verb stands before
    ("Kiềm chế, phấn đấu đến năm 2030 giảm từ 03 - 05% tổng số vụ phạm tội hình sự.",
     [("Kiềm chế, giảm tổng số vụ phạm tội hình sự", "range", 3, 5, "%", "2030")]),
    # --- a count beside a share, both of one kind
    ("90% thôn đạt chuẩn nông thôn mới và 3 thôn đạt chuẩn kiểu mẫu.",
     [("thôn đạt chuẩn nông thôn mới", "=", 90, None, "%", None), ("thôn đạt chuẩn kiểu mẫu", "=", 3, None, "count", None)]),
    ("75% trường tiểu học đạt chuẩn quốc gia mức độ 1 và 9 trường tiểu học đạt chuẩn quốc gia mức độ 2.",
     [("trường tiểu học đạt chuẩn quốc gia mức độ 1", "=", 75, None, "%", None), ("trường tiểu học đạt chuẩn quốc gia mức độ 2", "=", 9, None, "count", None)]),
    ("100% xã có nhà văn hóa và 1 sân thể thao.", [("xã có nhà văn hóa và 1 sân thể thao", "=", 100, None, "%", None)]),
    # --- how often is part of what is done to each
    ("80% người cao tuổi được chăm sóc sức khỏe ban đầu, khám sức khỏe định kỳ ít nhất 01 lần/năm.",
     [("người cao tuổi được chăm sóc sức khỏe ban đầu, khám sức khỏe định kỳ ít nhất 01 lần/năm", "=", 80, None, "%", None)]),
    # --- shares in a row of dashes
    ("Cơ cấu kinh tế: nông nghiệp, công nghiệp - xây dựng, dịch vụ tương ứng là 25% - 40% - 35%.",
     [("Cơ cấu kinh tế nông nghiệp", "=", 25, None, "%", None), ("Cơ cấu kinh tế công nghiệp - xây dựng", "=", 40, None, "%", None), ("Cơ cấu kinh tế dịch vụ", "=", 35, None, "%", None)]),
    ("Tỷ lệ hộ nghèo giảm từ 2% - 3%.", [("Tỷ lệ hộ nghèo giảm", "range", 2, 3, "%", None)]),
    # --- so many of all, where the subject names places by more than one word
    ("Nâng tổng số thôn, bản sạch ma túy lên 14/18.", [("tổng số thôn, bản sạch ma túy", "=", 14, None, "count", None)]),
    # --- what must not be, behind the amount
    ("Hoàn thành chỉ tiêu giao quân 100%, không có thanh niên chống lệnh.", [("Hoàn thành chỉ tiêu giao quân", "=", 100, None, "%", None)]),
    # --- a count at a place, behind a share that is reached
    ("Đảng viên là nữ chiếm tối thiểu 20%, ở khu vực thôn, tổ dân phố có ít nhất 12 đảng viên.",
     [("Đảng viên là nữ", ">=", 20, None, "%", None), ("ở khu vực thôn, tổ dân phố có đảng viên", ">=", 12, None, "count", None)]),
])
def test_outcomes(text: str, expected: Found) -> None:
    assert found(text) == expected
