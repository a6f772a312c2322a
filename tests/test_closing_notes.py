"""Notes and rows that look like something else: pointers in parentheses, works named by a noun, bare document names."""

from __future__ import annotations

import pytest

from extractors.owner_lines import read_attributes
from extractors.raw import RawTask
from extractors.row_results import row_is_target
from normalizers.deadlines import find_deadline
from normalizers.targets import read_targets


def test_pointer_in_parentheses_names_nobody() -> None:
    assert not read_attributes("(Danh mục nhiệm vụ, phân công cơ quan chủ trì, phối hợp tại Phụ lục II kèm theo)").any
    assert read_attributes("(Phòng Kinh tế chủ trì, phối hợp với Công an xã)").lead


@pytest.mark.parametrize(("text", "result", "wanted"), [
    ("Chương trình xúc tiến du lịch tại thị trường Hàn Quốc", "04 chương trình xúc tiến", (True, True)),
    ("Phủ sóng 5G cho người dân", "80%", (True, False)),
    ("Tỷ lệ khu, điểm du lịch có camera", "12 khu, điểm", (True, False)),
])
def test_row_of_a_task_table(text: str, result: str, wanted: tuple[bool, bool]) -> None:
    assert row_is_target(RawTask(text=text, lines=[], origin="table", section=(), result=result)) == wanted


@pytest.mark.parametrize(("text", "edtf"), [
    ("Sửa đổi chế độ đối với nghệ sĩ; trình Chính phủ ban hành Nghị định trong năm 2026.", "2026"),
    ("Trình cấp có thẩm quyền xem xét, quyết định trong năm 2027.", "2027"),
    ("Ban hành Kế hoạch cải cách hành chính trong năm 2026.", None),
    ("Xây dựng kế hoạch thanh tra vốn nhà nước tại doanh nghiệp, bắt đầu từ quý III/2026.", "2026-35/.."),
    ("Rà soát tài sản công; tổng hợp, báo cáo Ủy ban nhân dân tỉnh kết quả trước ngày 30 tháng 9 năm 2026.", "../2026-09-29"),
])
def test_time_behind_a_bare_document_name(text: str, edtf: str | None) -> None:
    found = find_deadline(text, "2026-03-12")
    assert (found.edtf if found else None) == edtf


def test_class_of_bodies_is_no_rank() -> None:
    assert all(t.comparator != "rank" for t in read_targets("Kiểm tra 100% cơ sở thuộc nhóm 1."))
    assert [t.value for t in read_targets("Chỉ số xanh cấp tỉnh (PGI) thuộc nhóm 3.")] == [3]
