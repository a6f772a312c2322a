"""How far an index moves beside the place it is to take, the year behind the number, what none is to fall below."""

from __future__ import annotations

import pytest

from normalizers.deadlines import tells_outcome
from normalizers.targets import read_targets

Got = list[tuple[str, str, float | None, str | None]]


def _got(text: str) -> Got:
    return [(r.indicator, r.comparator, r.value, r.horizon) for r in read_targets(text)]


@pytest.mark.parametrize(("text", "want"), [
    ("Xếp hạng chỉ số DTI năm 2026 tăng ít nhất 05 bậc so với năm 2025, phấn đấu đến năm 2030 thuộc tốp 20 xã, phường dẫn đầu toàn tỉnh.",
     [("Xếp hạng chỉ số DTI tăng", ">=", 5, "2026"), ("Xếp hạng chỉ số DTI", "rank", 20, "2030")]),
    ("Đến năm 2030, tỷ lệ bao phủ bảo hiểm y tế đạt trên 95% dân số vào năm 2026.", [("tỷ lệ bao phủ bảo hiểm y tế", ">", 95, "2026")]),
    ("Tỷ lệ hoàn thành trung học phổ thông đạt 85%; không có tỉnh, thành phố đạt dưới 60%.",
     [("Tỷ lệ hoàn thành trung học phổ thông", "=", 85, None), ("không có tỉnh, thành phố đạt dưới 60%", "qualitative", None, None)]),
    ("Xã có 95% khu dân cư văn hóa, 90% người dân tham gia bảo hiểm y tế.",
     [("Xã có khu dân cư văn hóa", "=", 95, None), ("người dân tham gia bảo hiểm y tế", "=", 90, None)]),
    ("Đón 20 triệu lượt khách vào năm 2027, 25 triệu lượt khách vào năm 2030; trong đó khách quốc tế đạt 5 triệu lượt.",
     [("Đón lượt khách", "=", 20, "2027"), ("Đón lượt khách", "=", 25, "2030"), ("khách quốc tế", "=", 5, "2030")]),
])
def test_each_outcome_stands_by_itself(text: str, want: Got) -> None:
    assert _got(text) == want


@pytest.mark.parametrize("text", [
    "Không có hộ tái nghèo, tỷ lệ hộ cận nghèo dưới 2%.", "Không có học sinh bỏ học, tỷ lệ lưu ban dưới 0,5%.",
])
def test_a_limit_behind_what_must_not_be_stays_an_outcome(text: str) -> None:
    assert [value for _, _, value, _ in _got(text) if value is not None] != []


@pytest.mark.parametrize("text", [
    "100% thôn, bản, trường học trên địa bàn tổ chức tuyên truyền ít nhất 02 lần/năm.", "100% chi bộ, chi hội duy trì ít nhất 01 mô hình dân vận khéo.",
])
def test_what_each_of_all_does_is_part_of_the_share(text: str) -> None:
    assert _got(text) == [(text[5:-1], "=", 100, None)]


def test_two_acts_of_all_stay_two_outcomes() -> None:
    assert [value for _, _, value, _ in _got("100% hộ ký cam kết, tổ chức kiểm tra ít nhất 02 lần/năm.")] == [100, 2]


def test_so_many_by_people_in_brackets() -> None:
    got = _got("Đến năm 2030 có trên 120 doanh nghiệp hoạt động (đạt 7,5 doanh nghiệp/1.000 dân), trong đó có ít nhất 03 doanh nghiệp quy mô vừa.")
    assert [(sign, value, horizon) for _, sign, value, horizon in got] == [(">", 120, "2030"), ("=", 7.5, "2030"), (">=", 3, "2030")]


def test_a_line_that_is_an_outcome_lends_no_year() -> None:
    assert tells_outcome("c) Về bảo hiểm y tế: Tỷ lệ bao phủ đạt trên 95% dân số vào năm 2026, tiến tới bao phủ toàn dân.")
    assert not tells_outcome("2. Hoàn thành 100% kế hoạch năm 2026")
    assert not tells_outcome("Đến năm 2030 đạt 80% hồ sơ trực tuyến") and not tells_outcome("Thu ngân sách tăng 10% vào năm 2026, trong đó:")


def test_what_is_said_of_two_titles_is_said_of_both() -> None:
    assert [name for name, _, _, _ in _got("Có 95% gia đình văn hóa, 90% thôn văn hóa được công nhận.")] == ["gia đình văn hóa được công nhận", "thôn văn hóa được công nhận"]
