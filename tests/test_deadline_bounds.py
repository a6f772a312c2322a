"""Bounds in odd wording: "Trước 12-5" without "ngày", "chậm nhất" with a month alone, a report's day behind "theo quy định", spans long past."""

from __future__ import annotations

import pytest

from normalizers.deadline_prose import find_deadline
from normalizers.deadlines import parse_deadline


@pytest.mark.parametrize(("phrase", "edtf", "due"), [
    ("Trước 12-5", "../2027-05-11", "2027-05-11"),
    ("Chậm nhất 12-5.", "../2027-05-12", "2027-05-12"),
    ("Trước 12-5-2027", "../2027-05-11", "2027-05-11"),
])
def test_day_without_its_word(phrase: str, edtf: str, due: str) -> None:
    got = parse_deadline(phrase, "2027-03-01")
    assert (got.kind, got.edtf, got.due) == ("fixed", edtf, due)


@pytest.mark.parametrize("phrase", ["Trước 2-3 tháng", "Trước 5-7 ngày làm việc", "2-3"])
def test_spans_of_time_are_no_days(phrase: str) -> None:
    assert parse_deadline(phrase, "2027-03-01").edtf not in ("../2027-03-01", "../2028-03-01", "../2027-07-04")


@pytest.mark.parametrize(("text", "edtf", "due", "rrule"), [
    ("Gửi kết quả rà soát về Sở chậm nhất là cuối tháng 9.", "../2027-09", "2027-09-30", ()),
    ("Trình phương án chậm nhất trong quý II.", "../2027-34", "2027-06-30", ()),
    ("Định kỳ hằng năm tổng hợp, báo cáo UBND tỉnh theo quy định (trước ngày 25/11).", None, None, ("FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=24",)),
    ("Mở đợt cao điểm từ ngày 01/01/2027 đến ngày 31/12/2027.", "2027-01-01/2027-12-31", "2027-12-31", ()),
])
def test_said_in_a_sentence(text: str, edtf: str | None, due: str | None, rrule: tuple[str, ...]) -> None:
    got = find_deadline(text, "2027-03-01")
    assert got is not None
    assert (got.edtf, got.due, tuple(got.rrule)) == (edtf, due, rrule)


def test_a_span_begun_long_ago_tells_which() -> None:
    assert find_deadline("Rà soát chế độ của người lao động nghỉ việc từ ngày 01/01/2024 đến ngày 31/12/2027.", "2027-03-01") is None
