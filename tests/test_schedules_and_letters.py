"""Sections that set a date before each act, letters that divide a roman section, days that only commemorate."""

from __future__ import annotations

import pytest

from normalizers.acts import is_act
from normalizers.deadlines import find_deadline
from pipeline.assemble import assemble
from tests.support import HEADER, make_document


@pytest.mark.parametrize("heading", ["V. TIẾN ĐỘ THỰC HIỆN", "V. THỜI GIAN THỰC HIỆN", "V. LỊCH TRÌNH TRIỂN KHAI"])
def test_dated_acts_of_a_schedule_are_tasks(heading: str) -> None:
    plan = assemble(make_document(
        *HEADER, "I. MỤC ĐÍCH", "- Phát huy vai trò của thanh niên.", heading,
        "- Trước ngày 20/02/2026: Ban hành Kế hoạch, hướng dẫn các chi đoàn.", "- Ngày 01/3/2026: Tổ chức Lễ khởi động Tháng Thanh niên.",
        "- Quý II/2026: Tổ chức sơ kết và khen thưởng."))
    assert [t.deadline.edtf if t.deadline else None for t in plan.tasks] == ["../2026-02-19", "2026-03-01", "2026-34"]


def test_the_time_of_the_plan_alone_orders_nothing() -> None:
    plan = assemble(make_document(
        *HEADER, "I. THỜI GIAN THỰC HIỆN", "- Thời gian: Từ ngày 01/3/2026 đến ngày 31/3/2026.", "- Địa điểm: Nhà văn hóa xã."))
    assert not plan.tasks


def test_letters_inside_a_roman_section_divide_it() -> None:
    plan = assemble(make_document(
        *HEADER, "I. MỤC ĐÍCH", "- Phát huy vai trò của thanh niên.", "II. NỘI DUNG", "A. Tháng Thanh niên", "1. Tổ chức Lễ khởi động.",
        "B. Chiến dịch hè", "1. Tổ chức Lễ ra quân.", "2. Mở lớp dạy bơi cho trẻ em.", "III. KINH PHÍ", "Từ ngân sách xã."))
    assert [(t.text, t.section) for t in plan.tasks] == [
        ("Tổ chức Lễ khởi động.", ("II. NỘI DUNG", "A. Tháng Thanh niên")), ("Tổ chức Lễ ra quân.", ("II. NỘI DUNG", "B. Chiến dịch hè")),
        ("Mở lớp dạy bơi cho trẻ em.", ("II. NỘI DUNG", "B. Chiến dịch hè"))]


def test_roman_sections_inside_letters_stay_inside() -> None:
    plan = assemble(make_document(
        *HEADER, "A. TÌNH HÌNH", "I. Kết quả", "- Đã thực hiện tốt.", "B. NHIỆM VỤ", "I. Tuyên truyền", "- Tổ chức hội nghị.", "II. Kiểm tra",
        "- Tổ chức kiểm tra, giám sát."))
    assert [t.section for t in plan.tasks] == [("B. NHIỆM VỤ", "I. Tuyên truyền"), ("B. NHIỆM VỤ", "II. Kiểm tra")]


def test_days_of_commemoration_are_no_deadline() -> None:
    assert find_deadline("Tổ chức kỷ niệm 95 năm Ngày thành lập Đoàn (26/3/1931 - 26/3/2026)", "2026-02-09") is None
    found = find_deadline("Tổ chức trưng bày từ ngày 01/3/2026 đến ngày 31/3/2026", "2026-02-09")
    assert found is not None and found.edtf == "2026-03-01/2026-03-31"


@pytest.mark.parametrize("text", ["Tháng 3/2026: Triển khai các hoạt động", "Ngày 01/3: Tổ chức Lễ khởi động", "Quý I/2026: Xây dựng kế hoạch"])
def test_a_time_may_stand_before_the_act(text: str) -> None:
    assert is_act(text)
