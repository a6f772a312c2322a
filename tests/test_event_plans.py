"""Plans of an event: who attends and where it is held are no acts; an hour with a minute mark; groups that one indicator is given for."""

from __future__ import annotations

from pathlib import Path

import pytest

from normalizers.deadlines import find_deadline
from normalizers.target_prose import read_targets
from pipeline.read_one import read_one

PLAN = """ỦY BAN NHÂN DÂN
XÃ TÂN LẬP
Tân Lập, ngày 10 tháng 9 năm 2025
KẾ HOẠCH
Tổ chức Lễ phát động thi đua năm 2025
I. NỘI DUNG
1. Hội nghị phát động
a) Thời gian: 14h00' ngày 08/10/2025.
b) {label}
- Lãnh đạo Đảng ủy, HĐND, UBND xã;
- Trưởng các phòng, đơn vị thuộc UBND xã;
c) Nội dung:
- Công bố quyết định khen thưởng tập thể, cá nhân tiêu biểu.
- Ký giao ước thi đua giữa các thôn.
"""


@pytest.mark.parametrize("label", ["Thành phần:", "Thành phần tham dự:", "Khách mời:", "Đối tượng tham gia"])
def test_who_attends_is_no_task(tmp_path: Path, label: str) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN.format(label=label), encoding="utf-8")
    tasks = read_one(path, path.name).tasks
    assert [t.text.split()[0] for t in tasks] == ["Công", "Ký"]
    assert {t.deadline.edtf for t in tasks if t.deadline} == {"2025-10-08"}


def test_an_hour_with_a_minute_mark() -> None:
    found = find_deadline("Chuẩn bị hội trường; xong trước 16h00' ngày 07/10/2025.", "2025-09-10")
    assert found is not None and found.due == "2025-10-07"


@pytest.mark.parametrize(("bullet", "indicators"), [
    ("- Tỷ lệ chất thải rắn sinh hoạt đô thị được thu gom, xử lý đạt 96%, nông thôn đạt tối thiểu 80%.",
     ["Tỷ lệ chất thải rắn sinh hoạt đô thị được thu gom, xử lý", "Tỷ lệ chất thải rắn sinh hoạt nông thôn được thu gom, xử lý"]),
    ("- Tỷ lệ dân số đô thị được cung cấp nước sạch: 98%; nông thôn: trên 75%.",
     ["Tỷ lệ dân số đô thị được cung cấp nước sạch", "Tỷ lệ dân số nông thôn được cung cấp nước sạch"]),
    ("- Chiều cao trung bình của nam thanh niên 18 tuổi đạt 168,5 cm, nữ đạt 157,5 cm.",
     ["Chiều cao trung bình của nam thanh niên 18 tuổi", "Chiều cao trung bình của nữ thanh niên 18 tuổi"]),
    ("- Phấn đấu trên 70% làng nghề, 85% khu công nghiệp có hệ thống xử lý nước thải tập trung.",
     ["làng nghề có hệ thống xử lý nước thải tập trung", "khu công nghiệp có hệ thống xử lý nước thải tập trung"]),
])
def test_another_group_of_one_indicator(bullet: str, indicators: list[str]) -> None:
    assert [r.indicator for r in read_targets(bullet)] == indicators
