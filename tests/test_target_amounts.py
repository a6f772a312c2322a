"""Amounts and counts of acts that a task orders, and pieces of an outcome that a term without a year opens."""

from __future__ import annotations

import pytest

from normalizers.target_prose import read_targets
from normalizers.target_tasks import read_task_targets


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Phòng Kinh tế tham mưu đắp 09 đập tạm trên các tuyến kênh, hoàn thành chậm nhất ngày 15 tháng 01 năm 2026.",
         [("tham mưu đắp đập tạm trên các tuyến kênh", 9, "count")]),
        ("Vận động các hộ trữ nước; Hội Phụ nữ xã vận động hỗ trợ 40 bồn chứa nước cho hộ nghèo.", [("vận động hỗ trợ bồn chứa nước cho hộ nghèo", 40, "count")]),
        ("Phát dọn thực bì, tu sửa 18 km đường băng", [("Phát dọn thực bì, tu sửa đường băng", 18, "km")]),
        ("Quản lý tuyến kênh, chiều dài 18 km qua địa bàn", []),
        ("Lồng ghép các nguồn vốn; ưu tiên đầu tư 14 km đường nội đồng, 06 công trình thủy lợi nhỏ.",
         [("ưu tiên đầu tư đường nội đồng", 14, "km"), ("công trình thủy lợi nhỏ", 6, "count")]),
        ("Giới thiệu 05 vị trí quỹ đất độc lập", [("Giới thiệu vị trí quỹ đất độc lập", 5, "count")]),
        ("Phấn đấu chỉ số PCI tăng 05 vị trí so với năm 2025", [("chỉ số PCI tăng", 5, "rank")]),
    ],
)
def test_amounts_in_tasks(text: str, found: list[tuple[str, float, str]]) -> None:
    assert [(r.indicator, r.value, r.unit) for r in read_task_targets(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tỷ lệ hộ nghèo giảm bình quân 1,8%/năm; đến cuối nhiệm kỳ còn dưới 3%.", [("Tỷ lệ hộ nghèo giảm bình quân", 1.8), ("Tỷ lệ hộ nghèo", 3)]),
        ("Tỷ lệ lao động qua đào tạo đạt 60%, đến cuối giai đoạn đạt 75%.", [("Tỷ lệ lao động qua đào tạo", 60), ("Tỷ lệ lao động qua đào tạo", 75)]),
    ],
)
def test_the_end_of_a_term_names_no_indicator(text: str, found: list[tuple[str, float]]) -> None:
    assert [(r.indicator, r.value) for r in read_targets(text)] == found


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Phân công người trực gác 100% thời gian khi dự báo cháy cấp V; kịp thời báo cáo về xã.", "Phân công người trực gác thời gian khi dự báo cháy cấp V"),
        ("Xây dựng kế hoạch kiểm tra, giám sát việc thực hiện Chương trình, mỗi năm kiểm tra ít nhất 02 chi bộ.", "mỗi năm kiểm tra chi bộ"),
    ],
)
def test_the_wording_is_the_clause_alone(text: str, indicator: str) -> None:
    assert [r.indicator for r in read_task_targets(text)] == [indicator]
