"""Inspection and congress plans of party committees: which lines are tasks, which counts are outcomes, and until when."""

from __future__ import annotations

from pathlib import Path

import pytest

from normalizers.deadlines import find_deadline
from normalizers.target_tasks import read_task_targets
from normalizers.unit_prose import prose_owners
from pipeline.read_one import read_one

_PLAN = """ĐẢNG BỘ TỈNH GIA LAI
ĐẢNG ỦY XÃ IA HÒA
*
Số 30-KH/ĐU
ĐẢNG CỘNG SẢN VIỆT NAM
Ia Hòa, ngày 08 tháng 01 năm 2026

KẾ HOẠCH
kiểm tra, giám sát năm 2026

I- MỤC ĐÍCH
- Giữ nghiêm kỷ cương, kỷ luật của Đảng.
II- NỘI DUNG
1. Kiểm tra việc thực hiện quy chế làm việc
- Đối tượng kiểm tra: Chi bộ Trạm Y tế.
- Nội dung kiểm tra: Việc xây dựng, thực hiện quy chế làm việc của chi ủy.
- Mốc thời gian kiểm tra: Từ ngày 01/7/2025 đến khi kiểm tra.
- Thời gian tiến hành: Quý II/2026.
2. Giám sát việc phát triển đảng viên
- Đối tượng giám sát: Chi bộ thôn 2.
- Thời gian: Trong tháng 9/2026.
- Cơ quan tham mưu: Ban Xây dựng Đảng.
III- TỔ CHỨC THỰC HIỆN
1. Ban Thường vụ Đảng ủy
- Phân công các đồng chí đảng ủy viên dự, chỉ đạo sinh hoạt chi bộ.
"""


def test_an_inspection_is_one_task_with_its_time(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(_PLAN, encoding="utf-8")
    tasks = read_one(path, path.name).tasks
    assert [(t.text, t.lead, t.deadline.edtf if t.deadline else None) for t in tasks] == [
        ("Kiểm tra việc thực hiện quy chế làm việc", (), "2026-34"),
        ("Giám sát việc phát triển đảng viên", ("Ban Xây dựng Đảng",), "2026-09"),
        ("Phân công các đồng chí đảng ủy viên dự, chỉ đạo sinh hoạt chi bộ.", ("Ban Thường vụ Đảng ủy",), None),
    ]


@pytest.mark.parametrize(("text", "values"), [
    ("Các chi bộ có dưới 09 đảng viên thực hiện giám sát luân phiên.", []),
    ("Chi bộ có từ 09 đảng viên trở lên bầu chi ủy.", []),
    ("Các thôn có ít nhất 01 mô hình thực hiện phân loại rác.", [1.0]),
    ("Mỗi chi bộ có từ 02 quần chúng tham gia lớp bồi dưỡng.", [2.0]),
    ("Tổ chức 02 cuộc kiểm tra; 01 cuộc giám sát chuyên đề đối với chi bộ.", [2.0, 1.0]),
])
def test_the_size_of_a_body_is_no_outcome(text: str, values: list[float]) -> None:
    assert [t.value for t in read_task_targets(text)] == values


@pytest.mark.parametrize(("text", "edtf", "due"), [
    ("Đại hội chi bộ: bắt đầu từ ngày 20/3/2026, hoàn thành trước ngày 30/4/2026.", "2026-03-20/2026-04-29", "2026-04-29"),
    ("Triển khai từ ngày 01/6/2026, kết thúc trong tháng 8/2026.", "2026-06-01/2026-08", "2026-08-31"),
])
def test_what_begins_and_ends_in_one_clause_is_a_window(text: str, edtf: str, due: str) -> None:
    found = find_deadline(text, "2026-01-05")
    assert found is not None
    assert (found.kind, found.edtf, found.due) == ("fixed", edtf, due)


def test_who_sends_out_its_own_members_is_not_charged_with_them() -> None:
    assert prose_owners("Phân công các đồng chí thành viên phụ trách chi bộ.", None, duty=True)[0] == []
