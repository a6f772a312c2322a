"""Months and quarters in a list that only its last one gives a year, in sentences: the task's deadline, and the wording of a target without them."""

from __future__ import annotations

import pytest

from normalizers.deadlines import find_deadline
from normalizers.targets import read_targets


@pytest.mark.parametrize(("text", "raw", "edtf"), [
    ("Tổ chức 02 hội nghị tuyên truyền (quý I và quý III/2026).", "quý I và quý III/2026", "2026-33"),
    ("Tổ chức 02 hội nghị tuyên truyền vào tháng 3 và tháng 9 năm 2026.", "vào tháng 3 và tháng 9 năm 2026", "2026-03"),
    ("Tổ chức 02 hội nghị tuyên truyền (tháng 3, tháng 9/2026).", "tháng 3, tháng 9/2026", "2026-03"),
    ("Tổ chức hội thi trong tháng 3, tháng 4/2026.", "trong tháng 3, tháng 4/2026", "2026-03/2026-04"),
    ("Tổ chức hội thi cho hội viên (tháng 4, tháng 10).", "tháng 4, tháng 10", "2026-04"),
    ("Tổ chức hội thi cho hội viên (quý II, IV).", "quý II, IV", "2026-34"),
    ("Tổ chức hội thi cho hội viên trong quý II và quý IV.", "trong quý II và quý IV", "2026-34"),
])
def test_the_first_of_listed_months_leads(text: str, raw: str, edtf: str) -> None:
    got = find_deadline(text, "2026-01-15")
    assert got is not None and (got.raw, got.edtf, got.kind) == (raw, edtf, "fixed")


def test_months_of_every_year_are_all_kept() -> None:
    got = find_deadline("Tổ chức giao ban vào tháng 6 và tháng 12 hằng năm.", "2026-01-15")
    assert got is not None and got.rrule == ("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31")


def test_a_count_per_year_is_no_part_of_the_period_in_brackets() -> None:
    got = find_deadline("Tổ chức 04 đợt kiểm tra/năm (mỗi quý 01 đợt).", "2026-01-15")
    assert got is not None and got.raw == "mỗi quý 01 đợt"


@pytest.mark.parametrize("time", ["(quý I và quý III/2026)", "vào tháng 3 và tháng 9 năm 2026", "(tháng 10/2025 và tháng 02/2026)", "(từ tháng 5 đến tháng 7/2026)", "trong tháng 5, 6 năm 2026"])
def test_listed_months_are_no_part_of_the_indicator(time: str) -> None:
    (got,) = read_targets(f"Tổ chức 02 hội nghị tuyên truyền {time}.", section=False)
    assert (got.indicator, got.value) == ("Tổ chức hội nghị tuyên truyền", 2)


@pytest.mark.parametrize("text", ["Đánh giá tình hình thực hiện quý I, quý II của đơn vị.", "Rà soát kết quả giải ngân (quý I, quý II) của các dự án."])
def test_months_that_tell_which_are_no_deadline(text: str) -> None:
    assert find_deadline(text, "2026-01-15") is None
