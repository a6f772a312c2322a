"""Headings that name two things at once: requirements and tasks, targets and tasks, time and who does what."""

from __future__ import annotations

import pytest

from normalizers.deadlines import title_period
from pipeline.assemble import assemble
from tests.support import HEADER, make_document

_PURPOSE = ("I. MỤC ĐÍCH", "- Nâng cao nhận thức của cán bộ.")
_ACTS = ("- Tổ chức tập huấn kỹ năng cho cán bộ và Nhân dân.", "- Rà soát, hoàn thiện quy chế phối hợp giữa các đơn vị.")


@pytest.mark.parametrize("heading", ["II. YÊU CẦU VÀ NHIỆM VỤ", "II. Yêu cầu, nhiệm vụ trọng tâm", "II. THỜI GIAN THỰC HIỆN VÀ PHÂN CÔNG", "II. Chỉ tiêu và nhiệm vụ trọng tâm"])
def test_acts_below_a_heading_that_names_tasks_as_its_second_word(heading: str) -> None:
    record = assemble(make_document(*HEADER, *_PURPOSE, heading, *_ACTS))
    assert (len(record.tasks), len(record.targets)) == (2, 0)


@pytest.mark.parametrize("heading", ["II. YÊU CẦU", "II. THỜI GIAN THỰC HIỆN", "II. ĐỐI TƯỢNG, PHẠM VI"])
def test_requirements_alone_stay_no_tasks(heading: str) -> None:
    assert not assemble(make_document(*HEADER, *_PURPOSE, heading, *_ACTS)).tasks


def test_requirements_below_the_purpose_stay_no_tasks() -> None:
    assert not assemble(make_document(*HEADER, "I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "- Nâng cao nhận thức của cán bộ.", "2. Yêu cầu, nhiệm vụ", *_ACTS)).tasks


def test_targets_and_tasks_mixed_below_one_heading() -> None:
    record = assemble(make_document(*HEADER, *_PURPOSE, "II. CHỈ TIÊU VÀ NHIỆM VỤ", "- Tỷ lệ hộ nghèo còn 2%.", *_ACTS))
    assert (len(record.tasks), [t.value for t in record.targets]) == (2, [2.0])


def test_a_year_to_come_behind_a_cited_number_is_the_plans() -> None:
    title = "Hành động thực hiện Nghị quyết số 57-NQ/TW năm {} của ngành Khoa học và Công nghệ"
    assert title_period(title.format(2026), "2025-12-30") == "2026"
    assert title_period("Thực hiện Nghị quyết số 57-NQ/TW năm 2024 của Bộ Chính trị", "2025-12-30") is None


@pytest.mark.parametrize(("cells", "lead", "unit"), [(("%", "Người"), [], "người"), (("Phòng Văn hóa - Xã hội", "Ban Xây dựng Đảng"), ["Ban Xây dựng Đảng"], None)])
def test_what_stands_below_unit_tells_whether_it_measures_or_answers(cells: tuple[str, str], lead: list[str], unit: str | None) -> None:
    rows = [["TT", "Chỉ tiêu", "Đơn vị", "Mục tiêu", "Thời gian"], ["1", "Tỷ lệ hộ nghèo", cells[0], "1,5", "Năm 2026"], ["2", "Kết nạp đảng viên", cells[1], "12", "Năm 2026"]]
    record = assemble(make_document(*HEADER, "II. CHỈ TIÊU", rows))
    assert [(t.value, t.unit, list(t.lead)) for t in record.targets][1] == (12.0, unit, lead)
