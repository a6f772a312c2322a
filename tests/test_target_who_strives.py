"""Who strives for an outcome, the years in brackets of a term, places given as a share, and so many of one for each other."""

from __future__ import annotations

import pytest

from normalizers.target_prose import read_targets
from normalizers.target_wording import without_who


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Phường phấn đấu có 85% ngõ phố có camera an ninh", [("ngõ phố có camera an ninh", "=", 85, None)]),
        ("Toàn xã phấn đấu tỷ lệ hộ cận nghèo giảm còn 4%", [("tỷ lệ hộ cận nghèo", "=", 4, None)]),
        ("Hội Cựu chiến binh xã đặt mục tiêu kết nạp 18 hội viên mới", [("kết nạp hội viên mới", "=", 18, None)]),
        ("Đơn vị phấn đấu đạt 100% chỉ tiêu tuyển quân", [("chỉ tiêu tuyển quân", "=", 100, None)]),
        ("Thị xã đạt chuẩn đô thị văn minh, ít nhất 03 phường đạt chuẩn kiểu mẫu", [("phường đạt chuẩn kiểu mẫu", ">=", 3, None)]),
        ("Tỷ lệ trường mầm non phấn đấu đạt 60%", [("Tỷ lệ trường mầm non", "=", 60, None)]),
        ("Xã phấn đấu đạt chuẩn nông thôn mới hiện đại: 02 xã", [("Xã phấn đấu đạt chuẩn nông thôn mới hiện đại", "=", 2, None)]),
        ("Năng suất lao động tăng bình quân 5 năm (2026 - 2030) đạt 7%", [("Năng suất lao động tăng bình quân 5 năm", "=", 7, "2026/2030")]),
        ("Nhiệm kỳ (2025 - 2030) kết nạp ít nhất 90 đảng viên", [("kết nạp đảng viên", ">=", 90, "2025/2030")]),
        ("Giá trị sản xuất (theo giá so sánh năm 2010) đạt 900 tỷ đồng", [("Giá trị sản xuất (theo giá so sánh năm 2010)", "=", 900, None)]),
        ("Cơ cấu lao động năm 2028: nông nghiệp 30%; công nghiệp 40%", [("Cơ cấu lao động nông nghiệp", "=", 30, "2028"), ("Cơ cấu lao động công nghiệp", "=", 40, "2028")]),
        ("Đảng bộ xã nhiệm kỳ 2025 - 2030 đặt mục tiêu đến năm 2030, thu ngân sách đạt 30 tỷ đồng", [("thu ngân sách", "=", 30, "2030")]),
        ("Số hợp tác xã vào năm 2027: 12 hợp tác xã, tăng 03 hợp tác xã (0,3 lần) so với năm 2024",
         [("Số hợp tác xã", "=", 12, "2027"), ("Số hợp tác xã tăng", "=", 3, "2027")]),
        ("Mỗi năm giảm 15% tổng số hộ nghèo", [("Mỗi năm giảm tổng số hộ nghèo", "=", 15, None)]),
        ("Đàn dê: 1.500 con, bằng năm 2024", [("Đàn dê", "=", 1500, None)]),
        ("Mỗi chi hội có ít nhất 02 mô hình, 20 hội viên có một sáng kiến", [("Mỗi chi hội có mô hình", ">=", 2, None), ("hội viên có một sáng kiến", "=", 20, None)]),
        ("Xây dựng ít nhất 02 mô hình, 05 câu lạc bộ", [("Xây dựng mô hình", ">=", 2, None), ("câu lạc bộ", ">=", 5, None)]),
    ],
)
def test_outcomes(text: str, found: list[tuple[str, str, float, str | None]]) -> None:
    assert [(r.indicator, r.comparator, r.value, r.horizon) for r in read_targets(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chỉ số chuyển đổi số thuộc nhóm 25% phường dẫn đầu", ("rank", 25, "%")),
        ("Chỉ số hài lòng nằm trong 10% đơn vị đứng đầu toàn tỉnh", ("rank", 10, "%")),
        ("Chỉ số hài lòng thuộc nhóm 10 đơn vị đứng đầu toàn tỉnh", ("rank", 10, "rank")),
        ("Phấn đấu thuộc top 20% xã dẫn đầu", ("rank", 20, "%")),
        ("Tỷ lệ hộ thuộc nhóm yếu thế được hỗ trợ đạt 30%", ("=", 30, "%")),
    ],
)
def test_a_share_of_those_ahead_is_a_rank(text: str, found: tuple[str, float, str]) -> None:
    assert [(r.comparator, r.value, r.unit) for r in read_targets(text)] == [found]


def test_what_stays_before_a_number() -> None:
    assert without_who("Xã phấn đấu có") == "có"
    assert without_who("Xã phấn đấu trở thành") == "Xã phấn đấu trở thành"
    assert without_who("Tỷ lệ xã phấn đấu đạt") == "Tỷ lệ xã phấn đấu đạt"
    assert without_who("Gia Lai phấn đấu có") == "có"
    assert without_who("Thu ổn định phấn đấu đạt") == "Thu ổn định phấn đấu đạt"  # "ổn" is no capital
    assert without_who("") == ""
