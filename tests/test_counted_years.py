"""Years that are counted before they are named, times behind a dash at the end of a sentence, work round the clock."""

from __future__ import annotations

import pytest

from normalizers.deadlines import find_deadline, parse_deadline


@pytest.mark.parametrize(("text", "raw", "edtf"), [
    ("Tổ chức tập huấn cho cán bộ thôn trong hai năm 2026 - 2027.", "trong hai năm 2026 - 2027", "2026/2027"),
    ("Trong 02 năm 2026 và 2027, kiên cố hóa kênh mương.", "Trong 02 năm 2026 và 2027", "2026/2027"),
    ("Thực hiện thí điểm trong ba năm (2026 - 2028).", "trong ba năm (2026 - 2028)", "2026/2028"),
])
def test_counted_years_in_a_sentence(text: str, raw: str, edtf: str) -> None:
    found = find_deadline(text, "2026-01-15")
    assert found is not None
    assert (found.raw, found.edtf) == (raw, edtf)


def test_years_in_the_name_of_a_plan_are_none() -> None:
    assert find_deadline("Xây dựng kế hoạch phát triển kinh tế - xã hội 5 năm 2026 - 2030 của xã.", "2026-01-15") is None


@pytest.mark.parametrize(("text", "edtf"), [
    ("Xây dựng kế hoạch tuyên truyền - Phòng Văn hóa - Xã hội chủ trì - quý II/2026", "2026-34"),
    ("Rà soát hộ nghèo – Phòng Kinh tế chủ trì – Tháng 10/2026.", "2026-10"),
])
def test_time_behind_a_dash_ends_the_sentence(text: str, edtf: str) -> None:
    found = find_deadline(text, "2026-01-15")
    assert found is not None
    assert found.edtf == edtf


@pytest.mark.parametrize("text", ["24/7", "Trực 24/7", "Liên tục 24/7", "Trực 24/24 giờ"])
def test_round_the_clock_is_no_day_of_july(text: str) -> None:
    assert parse_deadline(text, "2026-01-15").kind == "ongoing"


@pytest.mark.parametrize("text", ["ngày 24/7", "Sáng 24/7", "24/7/2026"])
def test_day_of_july(text: str) -> None:
    assert parse_deadline(text, "2026-01-15").edtf == "2026-07-24"


def test_day_of_the_week_behind_its_part_of_day() -> None:
    assert parse_deadline("Hằng tuần vào chiều thứ Sáu", "2026-01-15").rrule == ("FREQ=WEEKLY;BYDAY=FR",)


def test_what_is_already_done_tells_which_not_when() -> None:
    assert find_deadline("Rà soát các quy hoạch đã phê duyệt trước ngày 01/7/2025.", "2026-01-15") is None


def test_further_school_years_have_no_end() -> None:
    value = parse_deadline("Năm học 2025-2026 và những năm học tiếp theo", "2026-01-15")
    assert (value.kind, value.edtf, value.condition) == ("open_ended", "2025/..", None)
