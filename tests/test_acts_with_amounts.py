"""Rows that order an act and say how much of it, owners with a time behind them, times behind notes and labels."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.read_one import read_one
from pipeline.records import PlanRecord
from tests.support import read_table_plan

HEAD = ["ỦY BAN NHÂN DÂN", "XÃ THANH SƠN", "Số: 12/KH-UBND", "Thanh Sơn, ngày 15 tháng 01 năm 2026", "KẾ HOẠCH", "Bảo đảm vệ sinh môi trường năm 2026",
        "Thực hiện Kế hoạch số 3/KH-UBND, UBND xã ban hành Kế hoạch như sau:", "I. NHIỆM VỤ"]


def _plan(tmp_path: Path, rows: list[str]) -> PlanRecord:
    return read_table_plan(tmp_path, HEAD, (row.split("|") for row in rows))


@pytest.mark.parametrize(("header", "row"), [
    ("TT|Nội dung|ĐVT|Số lượng|Đơn vị chủ trì|Thời gian", "1|Kiểm tra bếp ăn tập thể|Lượt|18|Trạm Y tế|Quý II/2026"),
    ("TT|Nội dung hoạt động|Số lượng|Đơn vị chủ trì|Thời gian", "1|Kiểm tra bếp ăn tập thể|18 lượt|Trạm Y tế|Quý II/2026"),
])
def test_an_act_and_its_amount_are_a_task_and_a_target(tmp_path: Path, header: str, row: str) -> None:
    plan = _plan(tmp_path, [header, row, row.replace("Kiểm tra", "Phun khử khuẩn").replace("1|", "2|", 1)])
    task = plan.tasks[0]
    assert (task.text, task.lead, task.deadline and task.deadline.edtf) == ("Kiểm tra bếp ăn tập thể", ("Trạm Y tế",), "2026-34")
    assert [target.value for target in plan.targets] == [18, 18]


def test_a_share_is_a_target_alone(tmp_path: Path) -> None:
    plan = _plan(tmp_path, ["TT|Nội dung|ĐVT|Số lượng|Đơn vị chủ trì|Thời gian", "1|Giảm tỷ lệ hộ nghèo|%|1,5|Phòng Kinh tế|Năm 2026", "2|Tăng độ che phủ rừng|%|45|Phòng Kinh tế|Năm 2026"])
    assert (len(plan.targets), len(plan.tasks)) == (2, 0)


def test_what_is_to_rise_or_fall_is_a_target_alone(tmp_path: Path) -> None:
    plan = _plan(tmp_path, ["TT|Nội dung|ĐVT|Số lượng|Đơn vị chủ trì|Thời gian", "1|Giảm hộ nghèo|hộ|18|Phòng Kinh tế|Năm 2026", "2|Tăng thu ngân sách|triệu đồng|200|Phòng Kinh tế|Năm 2026"])
    assert (len(plan.targets), len(plan.tasks)) == (2, 0)


@pytest.mark.parametrize(("cell", "lead", "support", "edtf"), [
    ("Phòng Kinh tế chủ trì, hoàn thành tháng 9/2026", ("Phòng Kinh tế",), (), "2026-09"),
    ("Phòng Kinh tế chủ trì, Công an xã phối hợp, hoàn thành trong quý IV/2026", ("Phòng Kinh tế",), ("Công an xã",), "2026-36"),
    ("Công an xã (xong trước 30/6/2026)", ("Công an xã",), (), "../2026-06-29"),
    ("Ban Quản lý dự án, năm đơn vị thi công, Tổ 3", ("Ban Quản lý dự án", "Năm đơn vị thi công", "Tổ 3"), (), None),
])
def test_a_time_behind_the_owners_of_a_table_without_times(tmp_path: Path, cell: str, lead: tuple[str, ...], support: tuple[str, ...], edtf: str | None) -> None:
    task = _plan(tmp_path, ["TT|Nhiệm vụ trọng tâm|Phân công", f"1|Xây dựng nhà máy xử lý rác thải|{cell}", "2|Rà soát quy hoạch chung|Phòng Kinh tế"]).tasks[0]
    assert (task.lead, task.support, task.deadline and task.deadline.edtf) == (lead, support, edtf)


def _task(tmp_path: Path, *lines: str) -> tuple[tuple[str, ...], str | None]:
    path = tmp_path / "kế hoạch.txt"
    path.write_text("\n".join([*HEAD, *lines]), encoding="utf-8")
    task = read_one(path, path.name).tasks[0]
    return task.lead, task.deadline and (task.deadline.edtf or task.deadline.kind)


@pytest.mark.parametrize(("note", "lead", "when"), [
    ("(Phòng Kinh tế; khởi công tháng 4, hoàn thành tháng 8/2026)", ("Phòng Kinh tế",), "2026-08"),
    ("(Phòng Kinh tế - mỗi quý 01 lần)", ("Phòng Kinh tế",), "recurring"),
    ("(Phòng Kinh tế, chậm nhất 30/6/2026)", ("Phòng Kinh tế",), "../2026-06-30"),
    ("(Phòng Kinh tế, mỗi thôn cử 01 người tham gia)", (), None),
])
def test_a_note_of_who_and_when(tmp_path: Path, note: str, lead: tuple[str, ...], when: str | None) -> None:
    assert _task(tmp_path, f"1. Nâng cấp đường thôn Đồng Tâm {note}.") == (lead, when)


@pytest.mark.parametrize(("label", "when"), [
    ("Phân công: Phòng Kinh tế thực hiện thường xuyên.", "ongoing"),
    ("Chủ trì: Phòng Kinh tế. Thường xuyên.", "ongoing"),
    ("Phân công: Phòng Kinh tế thực hiện trong tháng 5/2026.", "2026-05"),
    ("Phân công: Phòng Kinh tế theo dõi việc thực hiện trong các thôn.", None),
])
def test_a_time_behind_who_carries_it_out(tmp_path: Path, label: str, when: str | None) -> None:
    assert _task(tmp_path, "1.1. Quét dọn đường thôn Đồng Tâm.", label) == (("Phòng Kinh tế",), when)


def test_owner_lines_beside_an_amount(tmp_path: Path) -> None:
    assert _task(tmp_path, "1. Ra quân làm thủy lợi nội đồng", "- Khối lượng: 3.500 m3 đất;", "- Chủ trì: Phòng Kinh tế;", "- Thời gian: tháng 12/2026.") == (("Phòng Kinh tế",), "2026-12")


def test_a_numbered_task_behind_a_result_that_ends_with_a_period(tmp_path: Path) -> None:
    path = tmp_path / "kế hoạch.txt"
    path.write_text("\n".join([*HEAD, "Nhiệm vụ 1. Thu gom rác thải sinh hoạt", "+ Kết quả đầu ra: Báo cáo hằng tháng", "", "Nhiệm vụ 2. Xóa các điểm rác tự phát", "+ Cơ quan chủ trì: Phòng Kinh tế"]), encoding="utf-8")
    assert [task.text for task in read_one(path, path.name).tasks] == ["Thu gom rác thải sinh hoạt", "Xóa các điểm rác tự phát"]
