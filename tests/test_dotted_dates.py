"""Dates whose day and month a point parts, and months without a year that a sentence sets for its act."""

from __future__ import annotations

import pytest

from normalizers.deadlines import find_deadline, parse_deadline


@pytest.mark.parametrize(
    ("text", "edtf", "due"),
    [
        ("Từ ngày 3.9 - 15.10.2026 tổ chức khám tuyển.", "2026-09-03/2026-10-15", "2026-10-15"),
        ("Công tác khám tuyển dự kiến trong tháng 11.", "2026-11", "2026-11-30"),
        ("Rà soát hồ sơ người có công (trong tháng 9).", "2026-09", "2026-09-30"),
    ],
)
def test_in_a_sentence(text: str, edtf: str, due: str) -> None:
    got = find_deadline(text, "2026-08-01")
    assert got is not None and (got.kind, got.edtf, got.due) == ("fixed", edtf, due)


@pytest.mark.parametrize(
    "text",
    ["Nội dung tại mục 1.11 - 2.3 của Kế hoạch.", "Đánh giá kết quả thực hiện trong quý I, rút kinh nghiệm.", "Giãn cách 1.5 đến 2.5 lần."],
)
def test_no_date(text: str) -> None:
    assert find_deadline(text, "2026-08-01") is None


def test_in_a_cell() -> None:
    assert parse_deadline("Từ 5.1 đến 24.1.2027", "2026-08-01").edtf == "2027-01-05/2027-01-24"
