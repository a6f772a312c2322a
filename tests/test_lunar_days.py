"""Days of the lunar calendar are the days that they are; events of each year come each year."""

from __future__ import annotations

import pytest

from normalizers.deadlines import find_deadline, parse_deadline


@pytest.mark.parametrize(("phrase", "edtf", "due"), [
    ("Trước 20 tháng Chạp", "../2026-02-06", "2026-02-06"),
    ("Trước ngày 23 tháng Chạp năm Ất Tỵ", "../2026-02-09", "2026-02-09"),
    ("Rằm tháng Giêng", "2026-03-03", "2026-03-03"),
    ("Ngày 10/3 âm lịch", "2026-04-26", "2026-04-26"),  # the day of the Hùng kings in 2026
    ("Ngày 15 tháng 7 (âm lịch)", "2026-08-27", "2026-08-27"),
    ("Từ ngày 23 tháng Chạp đến mùng 6 tháng Giêng", "2026-02-10/2026-02-22", "2026-02-22"),
    ("Ngày 16 tháng Giêng năm Bính Ngọ (04/3/2026)", "2026-03-04", "2026-03-04"),
    ("Tháng Giêng năm 2026", "2026-01", "2026-01-31"),  # a month alone is January
])
def test_lunar_day(phrase: str, edtf: str, due: str) -> None:
    value = parse_deadline(phrase, "2026-01-15")
    assert (value.raw, value.kind, value.edtf, value.due) == (phrase, "fixed", edtf, due)


def test_lunar_day_in_a_sentence_keeps_its_wording() -> None:
    value = find_deadline("Hoàn thành việc trao quà trước ngày 20 tháng Chạp năm Ất Tỵ.", "2026-01-15")
    assert value is not None
    assert (value.raw, value.due) == ("trước ngày 20 tháng Chạp năm Ất Tỵ", "2026-02-06")


def test_new_year_of_known_years() -> None:
    days = [parse_deadline("Mùng 1 tháng Giêng", f"{year}-01-10").due for year in (2024, 2025, 2026, 2027, 2030)]
    assert days == ["2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06", "2030-02-02"]


@pytest.mark.parametrize("phrase", ["Mùng 10 tháng 3 âm lịch hằng năm", "Dịp Tết Nguyên đán hằng năm", "Trong mùa mưa bão hàng năm"])
def test_event_of_each_year(phrase: str) -> None:
    value = parse_deadline(phrase, "2026-01-15")
    assert (value.kind, value.rrule, value.edtf) == ("recurring", ("FREQ=YEARLY",), None)


@pytest.mark.parametrize("phrase", ["Sau mỗi kỳ họp", "Theo kế hoạch hằng năm", "Trước Tết Nguyên đán năm 2026"])
def test_event_that_is_waited_for(phrase: str) -> None:
    assert parse_deadline(phrase, "2026-01-15").kind == "conditional"


@pytest.mark.parametrize("phrase", ["40 tháng Chạp", "Ngày 31 tháng Giêng", "Rằm tháng 13", "0/0 âm lịch", "mùng tháng Chạp"])
def test_days_that_are_none_raise_nothing(phrase: str) -> None:
    assert parse_deadline(phrase, "2026-01-15").raw == phrase
    assert parse_deadline(phrase, "2090-01-15").raw == phrase


def test_a_range_whose_end_has_a_year_is_gregorian() -> None:
    assert parse_deadline("Từ tháng Giêng đến hết tháng Ba năm 2026", "2026-01-05").edtf == "2026-01/2026-03"
