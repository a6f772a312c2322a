"""Amounts in the targets of provinces and ministries: what a mean is counted by, levels of one service, savings, a range over two lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.markers import ends_range
from normalizers.targets import read_targets
from pipeline.read_one import read_one


@pytest.mark.parametrize("text, wanted", [
    ("Số người bình quân trên 01 thư viện công cộng khoảng 2.500 người.", [("=", 2500.0, "Số người bình quân trên 01 thư viện công cộng")]),
    ("Thu nhập bình quân trên 80 triệu đồng/người/năm.", [(">", 80.0, "Thu nhập bình quân")]),
    ("90% dịch vụ công trực tuyến mức độ 3, 4 thiết yếu, được dùng nhiều, có hướng dẫn bằng hình ảnh.",
     [("=", 90.0, "dịch vụ công trực tuyến mức độ 3, 4 thiết yếu, được dùng nhiều, có hướng dẫn bằng hình ảnh")]),
    ("Hằng năm tiết kiệm tối thiểu 3,0% tổng lượng nước tiêu thụ.", [(">=", 3.0, "Hằng năm tiết kiệm tổng lượng nước tiêu thụ")]),
])
def test_amounts(text: str, wanted: list[tuple[str, float, str]]) -> None:
    assert [(r.comparator, r.value, r.indicator) for r in read_targets(text)] == wanted


@pytest.mark.parametrize("before, after, goes_on", [
    ("Doanh thu bán lẻ đạt 9.000 tỷ đồng, tăng 12", "- 14% so với năm 2025.", True),
    ("Chỉ số chuyển đổi số tăng 12", "- 8% hộ dân lắp điện mặt trời.", False),
    ("Tỷ lệ hộ dùng nước sạch đạt 92%", "- 95% hộ dân có nhà tiêu hợp vệ sinh.", False),
])
def test_a_range_over_two_lines(before: str, after: str, goes_on: bool) -> None:
    assert ends_range(before, after) is goes_on


_PLAN = """ỦY BAN NHÂN DÂN
TỈNH LÂM ĐỒNG

Số: 31/KH-UBND
Lâm Đồng, ngày 12 tháng 01 năm 2026

KẾ HOẠCH
Phát triển hạ tầng số năm 2026

I. MỤC TIÊU CỤ THỂ
* Hạ tầng viễn thông
Đến hết năm 2026, 100% thôn được phủ sóng băng rộng.
* Chính quyền số
90% hồ sơ công việc được xử lý trên môi trường mạng.
II. NHIỆM VỤ
1. Tuyên truyền
* Trên hệ thống truyền thanh
Xây dựng chuyên mục về hạ tầng số, phát sóng trên hệ thống truyền thanh của các xã, phường.
III. Tiến độ thực hiện nhiệm vụ phát triển hạ tầng số giai đoạn 2026-2030
Sở Khoa học và Công nghệ tổng hợp tiến độ xây dựng các trạm phát sóng tại những thôn
chưa có sóng, báo cáo Ủy ban nhân dân tỉnh trước ngày 15/12/2026.
"""


def test_titles_behind_a_star_hold_the_paragraphs_below(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(_PLAN, encoding="utf-8")
    plan = read_one(path, path.name)
    assert [(t.value, t.indicator) for t in plan.targets] == [(100.0, "thôn được phủ sóng băng rộng"), (90.0, "hồ sơ công việc được xử lý trên môi trường mạng")]
    assert [t.section[-1] for t in plan.tasks] == ["* Trên hệ thống truyền thanh", "III. Tiến độ thực hiện nhiệm vụ phát triển hạ tầng số giai đoạn 2026-2030"]


def test_a_national_board_sits_in_no_province(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(_PLAN.replace("ỦY BAN NHÂN DÂN\nTỈNH LÂM ĐỒNG", "BAN CHỈ ĐẠO QUỐC GIA\nVỀ HẠ TẦNG SỐ").replace("Lâm Đồng, ngày", "Hà Nội, ngày"), encoding="utf-8")
    assert read_one(path, path.name).plan.province is None
