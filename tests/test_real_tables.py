"""Rows of task tables from the field: works named by a noun, results of several parts of which one is a quantity."""

from __future__ import annotations

import pytest

from extractors.raw import RawTask
from extractors.row_results import row_is_target
from normalizers.acts import tells_work
from normalizers.targets import read_table_target

_WORK = ("Lớp dữ liệu dùng chung và giám sát trực tuyến: tiếp nhận, vận hành liên tục hệ thống thông tin; bản đồ số vùng nguyên liệu; "
         "không xây dựng hệ thống mới.")


def _row(text: str, result: str) -> RawTask:
    return RawTask(text, [], "table", (), (), None, None, None, result, "1", False, None, False, (), "row-task", 1.0)


@pytest.mark.parametrize(("text", "result", "want"), [
    (_WORK, "Hệ thống được vận hành; 90% doanh nghiệp kết nối dữ liệu sản lượng; quy chế chia sẻ dữ liệu.", (True, True)),
    ("Tỷ lệ hồ sơ giải quyết đúng hạn", "95%", (True, False)),
    ("Phủ sóng 5G cho người dân", "80", (True, False)),
    ("Xúc tiến đầu tư vào khu công nghiệp", "Hồ sơ dự án; 02 - 03 dự án quy mô lớn được quyết định đầu tư trước năm 2030 (phấn đấu).", (True, True)),
    ("Xây dựng báo cáo chuyên đề", "02 - 03 báo cáo chuyên đề", (False, True)),
])
def test_a_row_is_a_task_where_it_tells_a_work(text: str, result: str, want: tuple[bool, bool]) -> None:
    assert row_is_target(_row(text, result)) == want


def test_beside_a_work_the_result_names_what_is_measured() -> None:
    readings = read_table_target(_WORK, None, "Hệ thống được vận hành; 90% doanh nghiệp kết nối dữ liệu sản lượng; quy chế chia sẻ dữ liệu.")
    assert [(r.indicator, r.value, r.unit) for r in readings] == [("doanh nghiệp kết nối dữ liệu sản lượng", 90, "%")]


@pytest.mark.parametrize(("text", "want"), [
    (_WORK, True), ("Tỷ lệ hộ dân dùng nước sạch: đô thị, nông thôn, vùng cao và các xã biên giới, hải đảo", False), ("Hạ tầng số: xây dựng", False),
])
def test_what_tells_a_work(text: str, want: bool) -> None:
    assert tells_work(text) is want
