"""Inspection plans: who a team is made of, by what a choice is measured and when parts of an item are done are no tasks."""

from __future__ import annotations

from pathlib import Path

from pipeline.read_one import read_one

_PLAN = """ĐẢNG BỘ XÃ HÒA LÂM
ĐẢNG ỦY XÃ
*
Số 21-KH/ĐU
ĐẢNG CỘNG SẢN VIỆT NAM
Hòa Lâm, ngày 05 tháng 01 năm 2026

KẾ HOẠCH
kiểm tra việc thực hiện nghị quyết năm 2026

I. MỤC ĐÍCH
- Đánh giá đúng kết quả lãnh đạo của các chi bộ.
II. NHIỆM VỤ
1. Chuẩn bị kiểm tra
- Ban hành quyết định thành lập Đoàn kiểm tra, bao gồm:
+ Trưởng đoàn: Đồng chí Phó Bí thư Thường trực;
+ Thành viên đoàn: Đại diện Ban Xây dựng Đảng, Văn phòng Đảng ủy.
- Lựa chọn chi bộ được kiểm tra theo các tiêu chí:
+ Kết quả xếp loại năm trước;
+ Tính chất công việc của chi bộ.
2. Tiến hành kiểm tra
- Kiểm tra hồ sơ, sổ sách của chi bộ.
- Làm việc trực tiếp với cấp ủy chi bộ.
* Thời gian thực hiện:
- Các chi bộ thôn: Từ ngày 01/3/2026 đến ngày 15/3/2026.
- Các chi bộ cơ quan: Trong tháng 4/2026.
- Trưởng đoàn: chịu trách nhiệm phân công các thành viên.
"""


def test_only_acts_are_tasks(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(_PLAN, encoding="utf-8")
    assert [t.text for t in read_one(path, path.name).tasks] == [
        "Ban hành quyết định thành lập Đoàn kiểm tra, bao gồm:",
        "Lựa chọn chi bộ được kiểm tra theo các tiêu chí:",
        "Kiểm tra hồ sơ, sổ sách của chi bộ.",
        "Làm việc trực tiếp với cấp ủy chi bộ.",
        "Trưởng đoàn: chịu trách nhiệm phân công các thành viên.",
    ]
