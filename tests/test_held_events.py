"""Events and who holds them ("Hội nghị do X tổ chức. …, hoàn thành trong tháng 3/2021"): tasks under a heading that names no kind."""

from __future__ import annotations

from pathlib import Path

from pipeline.read_one import read_one

_TEXT = """TỈNH ỦY QUẢNG NGÃI
*
Số 22-KH/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Quảng Ngãi, ngày 21 tháng 12 năm 2020

KẾ HOẠCH
học tập, quán triệt Nghị quyết Đại hội

Thực hiện Nghị quyết Đại hội, Ban Thường vụ Tỉnh ủy ban hành kế hoạch như sau:
I. MỤC ĐÍCH, YÊU CẦU
Nâng cao nhận thức của cán bộ, đảng viên.
II. TỔ CHỨC HỌC TẬP, QUÁN TRIỆT
1. Cấp tỉnh: Tổ chức 2 hội nghị
- Hội nghị do Ban Thường vụ Tỉnh ủy tổ chức. Thời gian 1 ngày, hoàn thành trong tháng 1/2021.
- Hội nghị Ban Thường vụ Tỉnh ủy giao Ban Tuyên giáo Tỉnh ủy tổ chức. Thời gian 1 ngày, hoàn thành trong tháng 2/2021.
2. Cấp xã: Tổ chức 1 hội nghị
- Hội nghị do Liên đoàn Lao động tỉnh tổ chức. Thời gian 1 buổi, hoàn thành trong tháng 3/2021.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ

Nguyễn Văn An
"""


def test_who_holds_an_event_is_charged_with_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(_TEXT, encoding="utf-8")
    tasks = read_one(path, path.name).tasks
    assert [list(task.lead) for task in tasks] == [["Ban Thường vụ Tỉnh ủy"], ["Ban Tuyên giáo Tỉnh ủy"], ["Liên đoàn Lao động tỉnh"]]
    assert [task.deadline.due if task.deadline else None for task in tasks] == ["2021-01-31", "2021-02-28", "2021-03-31"]
