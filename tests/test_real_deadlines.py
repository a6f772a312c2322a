"""Time cells of several works, and what is yearly only by name."""

from __future__ import annotations

import pytest

from normalizers.deadline_prose import find_deadline
from normalizers.deadlines import parse_deadline


@pytest.mark.parametrize(("cell", "kind", "edtf", "due"), [
    ("Từ tháng 8/2026 và thường xuyên; hồ sơ mẫu hoàn thành trong tháng 10/2026", "fixed", "2026-10", "2026-10-31"),
    ("Bắt đầu từ tháng 3/2026; kết thúc trước 30/11/2026", "fixed", "2026-03/2026-11-29", "2026-11-29"),
    ("Từ quý I/2026, hoàn thành quý IV/2026", "fixed", "2026-33/2026-36", "2026-12-31"),
    ("Từ tháng 8/2026 và thường xuyên", "open_ended", "2026-08/..", None),
])
def test_cells_of_several_phrases(cell: str, kind: str, edtf: str, due: str | None) -> None:
    value = parse_deadline(cell, "2026-02-01")
    assert (value.kind, value.edtf, value.due) == (kind, edtf, due)


@pytest.mark.parametrize("text", ["Làm căn cứ xét khen thưởng hằng năm của các tập thể.", "Đề xuất khen thưởng hằng năm theo quy định."])
def test_a_yearly_reward_is_a_name(text: str) -> None:
    assert find_deadline(text, "2026-02-01") is None


def test_a_yearly_act_stays_one() -> None:
    value = find_deadline("Tổ chức sơ kết hằng năm, tổng kết vào năm 2030.", "2026-02-01")
    assert value is not None and value.kind == "recurring"


@pytest.mark.parametrize(("cell", "edtf"), [
    ("09 - 10/2026", "2026-09/2026-10"), ("01-03/2027", "2027-01/2027-03"), ("11, 12/2026", "2026-11/2026-12"), ("12 - 01/2027", "2026-12/2027-01"),
    ("9, 12/2026", "2026-12"), ("18 - 26/9/2026", "2026-09-18/2026-09-26"), ("05/2026 - 10/2026", "2026-05/2026-10"),
])
def test_months_whose_year_stands_with_the_last(cell: str, edtf: str) -> None:
    assert parse_deadline(cell, "2026-08-01").edtf == edtf


def test_a_number_of_a_document_is_no_month() -> None:
    assert find_deadline("Rà soát theo Quyết định số 05 - 10/2026/QĐ-UBND.", "2026-08-01") is None


@pytest.mark.parametrize(("phrase", "kind", "edtf", "due", "rrule"), [
    # a day named before its date
    ("trước ngày khai mạc 12/5/2026", "fixed", "../2026-05-11", "2026-05-11", ()),
    ("trước ngày hội trường (ngày 20/11/2026)", "fixed", "../2026-11-19", "2026-11-19", ()),
    # how long and, behind it, from when to when
    ("45 ngày (từ 01/6/2026 đến 15/7/2026)", "fixed", "2026-06-01/2026-07-15", "2026-07-15", ()),
    ("18 tháng, từ tháng 01/2026 đến tháng 6/2027", "fixed", "2026-01/2027-06", "2027-06-30", ()),
    # the year as a whole beside its half
    ("định kỳ 6 tháng và cả năm", "recurring", None, None, ("FREQ=MONTHLY;INTERVAL=6", "FREQ=YEARLY")),
])
def test_named_days_and_lengths(phrase: str, kind: str, edtf: str | None, due: str | None, rrule: tuple[str, ...]) -> None:
    got = parse_deadline(phrase, "2026-01-15")
    assert (got.kind, got.edtf, got.due, got.rrule) == (kind, edtf, due, rrule)


@pytest.mark.parametrize(("text", "edtf"), [
    ("Tổ chức hội trại cho thiếu nhi từ ngày 20/6 đến ngày 25/6 tại nhà văn hóa các thôn.", "2026-06-20/2026-06-25"),
    ("Các chi đoàn gửi danh sách về Văn phòng trước ngày 10-4.", "../2026-04-09"),
    ("7 giờ 30 ngày 26/3/2026 (thứ Năm): Dâng hương tại đền thờ.", "2026-03-26"),
    ("Từ tháng 02 đến ngày khai giảng 05/9/2026: Sửa chữa phòng học.", "2026-02/2026-09-05"),
])
def test_days_of_a_calendar(text: str, edtf: str) -> None:
    value = find_deadline(text, "2026-01-05")
    assert value is not None and value.edtf == edtf


@pytest.mark.parametrize(("text", "edtf"), [("Tổ chức từ ngày 10-12/5/2026.", "2026-05-10/2026-05-12"), ("Gửi báo cáo trước ngày 10-4-2026.", "../2026-04-09")])
def test_a_dash_between_days_or_in_a_date(text: str, edtf: str) -> None:
    value = find_deadline(text, "2026-01-05")
    assert value is not None and value.edtf == edtf


def test_a_period_told_with_theo() -> None:
    value = find_deadline("Nhà trường kiểm tra định kỳ theo tháng, kịp thời nhắc nhở.", "2026-01-05")
    assert value is not None and value.rrule == ("FREQ=MONTHLY",)


@pytest.mark.parametrize(("text", "edtf"), [
    ("Từ 7 giờ 30 ngày 25/3/2026, tại hội trường xã.", "2026-03-25"),
    ("Thực hiện từ 0 giờ ngày 25/3/2026.", "2026-03-25/.."),
])
def test_from_an_hour_of_a_day(text: str, edtf: str) -> None:
    value = find_deadline(text, "2026-01-05")
    assert value is not None and value.edtf == edtf


@pytest.mark.parametrize(("cell", "kind", "edtf", "due", "rules"), [
    ("Năm 2027 và hằng năm đến năm 2030", "fixed", "2027", "2027-12-31", ("FREQ=YEARLY",)),
    ("Hằng năm đến năm 2029", "recurring", "../2029", None, ("FREQ=YEARLY",)),
    ("Hằng năm (2027 - 2030)", "recurring", "2027/2030", None, ("FREQ=YEARLY",)),
])
def test_years_behind_a_recurrence(cell: str, kind: str, edtf: str, due: str | None, rules: tuple[str, ...]) -> None:
    value = parse_deadline(cell, "2027-01-05")
    assert (value.kind, value.edtf, value.due, value.rrule) == (kind, edtf, due, rules)


@pytest.mark.parametrize("cell", ["Quý I, III hằng năm", "Hằng năm, trong quý I và III", "Quý 1; quý 3 hằng năm"])
def test_quarters_of_every_year(cell: str) -> None:
    value = parse_deadline(cell, "2027-01-05")
    assert (value.kind, value.rrule) == ("recurring", ("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31", "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=30"))


def test_quarters_of_one_year_stay_fixed() -> None:
    assert parse_deadline("Quý I, III/2027", "2027-01-05").kind == "fixed"


@pytest.mark.parametrize(("cell", "edtf"), [
    ("Trong tháng 4/2027 và các tháng tiếp theo", "2027-04/.."),
])
def test_the_months_that_follow(cell: str, edtf: str) -> None:
    value = parse_deadline(cell, "2027-01-05")
    assert (value.kind, value.edtf, value.condition) == ("open_ended", edtf, None)
