"""Lines wrapped at a dash, headings that fill their line, notes under the text, rows of lettered headings, times of day."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.markers import ends_range
from normalizers.deadlines import find_deadline
from pipeline.read_one import read_one

WRAPS = [
    ("xây dựng thị trấn “Sáng", "- Xanh - Sạch - Đẹp”, an toàn", True),
    ("phong trào thi đua “Dạy tốt”", "- Học sinh ký cam kết “Ba không”", False),
    ("chuẩn bị năm học 2027", "– 2028 theo hướng dẫn", True),
    ("tổng kết năm 2027", "- 2028 hộ được vay vốn", True),
    ("kế hoạch năm 2027", "- 1995 hộ được vay vốn", False),
    ("trồng rừng năm 2027", "- Chăm sóc rừng", False),
]


@pytest.mark.parametrize(("before", "text", "wrapped"), WRAPS)
def test_dashes_at_a_line_start(before: str, text: str, wrapped: bool) -> None:
    assert ends_range(before, text) is wrapped


TIMES = [
    ("Tổ chức lễ phát động vào chiều ngày 15/10/2026 tại trung tâm xã.", "2026-10-15"),
    ("Tổ chức gặp mặt vào sáng ngày 20/11/2026.", "2026-11-20"),
]


@pytest.mark.parametrize(("sentence", "day"), TIMES)
def test_half_days(sentence: str, day: str) -> None:
    found = find_deadline(sentence, "2026-09-01")
    assert found is not None and (found.kind, found.due) == ("fixed", day)


@pytest.mark.parametrize(("sentence", "rules"), [
    ("Cập nhật tình hình dịch bệnh hằng ngày, báo cáo Ban Chỉ đạo.", ("FREQ=DAILY",)),
    ("Tổ chức tuần tra hằng ngày.", ("FREQ=DAILY",)),
    ("Đáp ứng nhu cầu nước sạch hằng ngày của người dân.", None),
    ("Kiểm tra khẩu phần ăn hằng ngày của học sinh.", None),
])
def test_daily_acts(sentence: str, rules: tuple[str, ...] | None) -> None:
    found = find_deadline(sentence, "2026-09-01")
    assert (found.rrule if found else None) == rules


def _tasks(tmp_path: Path, text: str) -> list[str]:
    path = tmp_path / "plan.txt"
    path.write_text(text, encoding="utf-8")
    return [task.text for task in read_one(path, path.name).tasks]


_HEAD = "ỦY BAN NHÂN DÂN\nTỈNH GIA LAI\nSố: 12/KH-UBND\n\nKẾ HOẠCH\nBảo vệ rừng\n\nI. NHIỆM VỤ\n"


def test_a_row_of_lettered_headings(tmp_path: Path) -> None:
    text = _HEAD + """1. Quản lý rừng bền vững
a) Về quy hoạch
- Rà soát ranh giới ba loại rừng.
- Cắm mốc ngoài thực địa.
b) Bảo vệ rừng, trong đó:
- Tuần tra các khu rừng đầu nguồn.
- Giao khoán rừng cho cộng đồng.
c) Nâng cao năng lực phòng cháy, chữa cháy rừng và ứng phó với thời tiết cực đoan trên toàn tỉnh.
- Xây dựng chòi canh lửa.
- Trang bị máy thổi gió.
"""
    assert len(_tasks(tmp_path, text)) == 6


def test_notes_and_enclosures_are_no_tasks(tmp_path: Path) -> None:
    text = _HEAD + """1. Trồng 500 ha rừng gỗ lớn[1] tại các huyện phía đông.
2. Hỗ trợ cây giống cho hộ nghèo.
(Đính kèm danh sách hộ nhận cây giống)
[1] Theo đề án phát triển lâm nghiệp của tỉnh.
"""
    assert _tasks(tmp_path, text) == ["Trồng 500 ha rừng gỗ lớn tại các huyện phía đông.", "Hỗ trợ cây giống cho hộ nghèo."]


def test_an_order_below_a_heading_that_fills_its_line(tmp_path: Path) -> None:
    text = _HEAD.replace("I. NHIỆM VỤ\n", "") + """1. Về quản lý chợ và các điểm kinh doanh tự phát trên các tuyến đường chính
Giao Công an xã chủ trì, phối hợp Phòng Kinh tế lập lại trật tự tại các điểm họp
chợ tự phát; xử lý nghiêm trường hợp tái phạm.
2. Về thu gom chất thải rắn sinh hoạt tại các khu dân cư tập trung của toàn xã
Yêu cầu các thôn rà soát điểm tập kết, đề xuất xe thu gom; báo cáo Ủy ban nhân dân
xã trước ngày 15/10/2026.
3. Về chiếu sáng
Giao Phòng Kinh tế lập phương án chiếu sáng đường liên thôn.
"""
    assert [task[:20] for task in _tasks(tmp_path, text)] == ["Giao Công an xã chủ ", "Yêu cầu các thôn rà ", "Giao Phòng Kinh tế l"]
