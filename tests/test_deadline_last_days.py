"""Days that close or open every month and quarter, several days of every month, and days of the year behind the plan's."""

from __future__ import annotations

import pytest

from normalizers.deadlines import parse_deadline

RECURRING = [
    ("Ngày làm việc cuối cùng của tháng", "FREQ=MONTHLY;BYMONTHDAY=-1"),
    ("Ngày cuối tháng", "FREQ=MONTHLY;BYMONTHDAY=-1"),
    ("Ngày làm việc đầu tiên của tháng", "FREQ=MONTHLY;BYMONTHDAY=1"),
    ("Ngày cuối cùng của quý", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"),
    ("Định kỳ vào ngày 15 và 30 hằng tháng", "FREQ=MONTHLY;BYMONTHDAY=15,30"),
    ("Trong 05 ngày đầu mỗi tháng", "FREQ=MONTHLY;BYMONTHDAY=5"),
    ("10 ngày đầu của quý", "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10"),
    ("Vào các ngày 10, 20, 30 hằng tháng", "FREQ=MONTHLY;BYMONTHDAY=10,20,30"),
]


@pytest.mark.parametrize(("phrase", "rule"), RECURRING)
def test_days_that_come_again(phrase: str, rule: str) -> None:
    got = parse_deadline(phrase, "2026-01-15")
    assert (got.kind, got.rrule) == ("recurring", (rule,))


@pytest.mark.parametrize(("phrase", "due"), [
    ("Trước ngày 31/01 năm sau", "2027-01-30"),
    ("Trước ngày 15 tháng 01 của năm tiếp theo", "2027-01-14"),
    ("Ngày cuối cùng của tháng 6/2026", "2026-06-30"),
    ("Ngày cuối cùng của quý II/2026", "2026-06-30"),
])
def test_days_of_one_year(phrase: str, due: str) -> None:
    got = parse_deadline(phrase, "2026-01-15")
    assert (got.kind, got.due) == ("fixed", due)


def test_working_days_that_are_counted_stay_an_amount() -> None:
    assert parse_deadline("Trong 05 ngày làm việc kể từ ngày ban hành", "2026-01-15").due == "2026-01-22"


@pytest.mark.parametrize(("phrase", "edtf"), [
    ("10 ngày đầu tháng 4/2026", "2026-04-01/2026-04-10"),
    # the first day leads; the years behind it do not open it
    ("Hoàn thành trước 30/6/2026, các năm tiếp theo thực hiện thường xuyên", "../2026-06-29"),
    ("Chậm nhất ngày 15/12/2026, các năm tiếp theo hoàn thành trước 15/11", "../2026-12-15"),
    ("Năm 2026, các năm tiếp theo", "2026/.."),
    ("Tháng 6/2026 và các năm tiếp theo", "2026-06/.."),
])
def test_days_with_more_behind(phrase: str, edtf: str) -> None:
    assert parse_deadline(phrase, "2026-01-15").edtf == edtf
