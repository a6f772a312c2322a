"""Rows that group others in a table without a column of numbers, told by their mark alone; what is still to be done for a criterion."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.records import PlanRecord
from tests.support import read_table_plan

HEAD = ["ỦY BAN NHÂN DÂN", "XÃ THANH SƠN", "Số: 12/KH-UBND", "Thanh Sơn, ngày 15 tháng 01 năm 2026", "KẾ HOẠCH", "Chuyển đổi số năm 2026",
        "Thực hiện Kế hoạch số 3/KH-UBND, UBND xã ban hành Kế hoạch như sau:", "I. NHIỆM VỤ"]


def _plan(tmp_path: Path, rows: list[str]) -> PlanRecord:
    return read_table_plan(tmp_path, HEAD, (row.split("|") for row in rows))


def _tasks(tmp_path: Path, rows: list[str]) -> list[str]:
    return [t.text for t in _plan(tmp_path, rows).tasks]


@pytest.mark.parametrize("marks", [("I.", "II."), ("I-", "II-"), ("1.", "2."), ("A.", "B.")])
def test_a_marked_row_above_rows_without_marks_is_their_title(tmp_path: Path, marks: tuple[str, str]) -> None:
    assert _tasks(tmp_path, [
        "Nhiệm vụ|Cơ quan chủ trì|Thời gian thực hiện",
        f"{marks[0]} Tuyên truyền, quán triệt||", "Mở chuyên mục về chuyển đổi số|Phòng Kinh tế|Tháng 3/2026", "Tổ chức cuộc thi tìm hiểu|Công an xã|Năm 2026",
        f"{marks[1]} Xây dựng chính quyền số||", "Lắp đặt camera giám sát|Công an xã|Năm 2026",
    ]) == ["Mở chuyên mục về chuyển đổi số", "Tổ chức cuộc thi tìm hiểu", "Lắp đặt camera giám sát"]


def test_a_marked_row_without_owner_among_marked_rows_stays_a_task(tmp_path: Path) -> None:
    assert _tasks(tmp_path, [
        "Nhiệm vụ|Cơ quan chủ trì|Thời gian thực hiện",
        "1. Mở chuyên mục về chuyển đổi số||", "2. Tổ chức cuộc thi tìm hiểu Nghị quyết|Công an xã|Năm 2026", "3. Lắp đặt camera giám sát|Công an xã|Năm 2026",
    ]) == ["Mở chuyên mục về chuyển đổi số", "Tổ chức cuộc thi tìm hiểu Nghị quyết", "Lắp đặt camera giám sát"]


@pytest.mark.parametrize("heading", ["Nội dung còn phải thực hiện", "Nội dung phải làm", "Nội dung cần tiếp tục thực hiện"])
def test_what_is_still_to_be_done_for_a_criterion_is_the_task(tmp_path: Path, heading: str) -> None:
    assert _tasks(tmp_path, [
        f"TT|Tên tiêu chí|{heading}|Đơn vị phụ trách|Hoàn thành",
        "1|Tiêu chí số 13 - Tổ chức sản xuất|Củng cố hợp tác xã dịch vụ nông nghiệp|Phòng Kinh tế|30/4/2026",
        "2|Tiêu chí số 17 - Môi trường|Xây dựng điểm tập kết rác|Phòng Kinh tế|30/6/2026",
    ]) == ["Củng cố hợp tác xã dịch vụ nông nghiệp", "Xây dựng điểm tập kết rác"]


@pytest.mark.parametrize(("columns", "cells"), [("Thường xuyên|Hoàn thành", ("x|", "|12/2026")), ("Thời gian hoàn thành|THƯỜNG XUYÊN", ("|X", "12/2026|")), ("Nhiệm vụ thường xuyên|Thời hạn hoàn thành", ("x|", "|12/2026"))])
def test_a_tick_below_its_heading_says_that_a_task_goes_on(tmp_path: Path, columns: str, cells: tuple[str, str]) -> None:
    rows = [f"Nhiệm vụ|Chủ trì|{columns}", f"Bảo trì hệ thống truyền thanh thông minh|Công an xã|{cells[0]}", f"Lắp đặt camera giám sát giao thông|Công an xã|{cells[1]}"]
    deadlines = [t.deadline for t in _plan(tmp_path, rows).tasks]
    assert [d and (d.kind, d.edtf) for d in deadlines] == [("ongoing", None), ("fixed", "2026-12")]
