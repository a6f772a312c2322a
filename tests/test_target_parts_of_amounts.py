"""Amounts that "và" parts, thousands in southern wording, and sectors that grow: table of targets."""

from __future__ import annotations

import pytest

from normalizers.target_prose import read_targets
from normalizers.target_tasks import read_task_targets


@pytest.mark.parametrize(("text", "found"), [
    ("Trồng rừng 900 ha, gồm: keo, mỡ 600 ha và quế 300 ha.", [("Trồng rừng", "=", 900, None, "ha"), ("keo, mỡ", "=", 600, None, "ha"), ("quế", "=", 300, None, "ha")]),
    ("Sản lượng cá 450 tấn và tôm 120 tấn.", [("Sản lượng cá", "=", 450, None, "tấn"), ("Sản lượng tôm", "=", 120, None, "tấn")]),
    ("Cây chè 8-9 ngàn ha, cây cà phê trên 20 ngàn ha.", [("Cây chè", "range", 8, 9, "ngàn ha"), ("cây cà phê", ">", 20, None, "ngàn ha")]),
    ("Doanh thu du lịch đạt 14 ngàn tỷ đồng.", [("Doanh thu du lịch", "=", 14, None, "ngàn tỷ đồng")]),
    ("Ngành xây dựng phấn đấu tăng trưởng trên 9%.", [("Ngành xây dựng tăng trưởng", ">", 9, None, "%")]),
    ("Thu nhập bình quân từ 60 - 65 triệu đồng, tương ứng 80% thu nhập bình quân toàn tỉnh.",
     [("Thu nhập bình quân", "range", 60, 65, "triệu đồng"), ("thu nhập bình quân toàn tỉnh", "=", 80, None, "%")]),
    ("Giảm số vụ cháy, số người chết, số người bị thương do cháy, nổ từ 5% đến 8%.", [("Giảm số vụ cháy, số người chết, số người bị thương do cháy, nổ", "range", 5, 8, "%")]),
    ("Duy trì và nâng cao thứ hạng chỉ số PCI, phấn đấu mỗi năm tăng ít nhất 03 bậc.", [("Duy trì và nâng cao thứ hạng chỉ số PCI, phấn đấu mỗi năm tăng", ">=", 3, None, "bậc")]),
    ("Ngành y tế phấn đấu có 95% người dân được khám sức khỏe.", [("người dân được khám sức khỏe", "=", 95, None, "%")]),
])
def test_targets(text: str, found: list[tuple[str, str, float, float | None, str]]) -> None:
    assert [(r.indicator, r.comparator, r.value, r.value_high, r.unit) for r in read_targets(text)] == found


@pytest.mark.parametrize("text", ["Kiện toàn Ban Chỉ đạo 35 xã, phường.", "Củng cố Tổ công tác 06 xã.", "Thường trực Ban Chỉ đạo 138 tỉnh báo cáo kết quả."])
def test_the_number_of_a_board_counts_nothing(text: str) -> None:
    assert not read_task_targets(text)


@pytest.mark.parametrize("text, wanted", [
    ("Bình quân mỗi năm phát triển 8 hội viên mới, trong đó hội viên trẻ chiếm 50% trở lên.",
     [("Bình quân mỗi năm phát triển hội viên mới", 8), ("hội viên trẻ", 50)]),
    ("Kết nạp mới 15 đoàn viên, trong đó nữ đạt 45%.", [("Kết nạp mới đoàn viên", 15), ("nữ", 45)]),
])
def test_a_count_keeps_beside_the_share_of_a_part(text: str, wanted: list[tuple[str, float]]) -> None:
    assert [(r.indicator, r.value) for r in read_targets(text)] == wanted


def test_terms_of_a_loan_are_no_target() -> None:
    assert [(r.indicator, r.value) for r in read_task_targets("Hỗ trợ 35 hộ cận nghèo vay vốn với lãi suất ưu đãi 7,2%/năm.")] == [
        ("Hỗ trợ hộ cận nghèo vay vốn với lãi suất ưu đãi 7,2%/năm", 35)]
    assert [r.value for r in read_targets("Giảm lãi suất cho vay bình quân xuống còn 6%/năm.")] == [6]
