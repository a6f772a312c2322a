"""Letters of committee offices, names behind a row of nouns, and times told by a named day, a lunar month or a frequency in a bracket."""

from __future__ import annotations

import pytest

from normalizers.deadlines import parse_deadline
from normalizers.units import parse_units


@pytest.mark.parametrize(("cell", "wanted"), [
    ("VPQU; VP HĐND&UBND", ["Văn phòng Quận ủy", "Văn phòng HĐND và UBND"]),
    ("TTTU, BTVĐU", ["Thường trực Tỉnh ủy", "Ban Thường vụ Đảng ủy"]),
    ("BTGDVTU; UBKTTU", ["Ban Tuyên giáo và Dân vận Tỉnh ủy", "Ủy ban Kiểm tra Tỉnh ủy"]),
    ("Các phòng, ban: Kinh tế, Văn hóa - Xã hội", ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội"]),
    ("Các phòng, đơn vị: VP HĐND và UBND, VHXH, TT PVHCC", ["Văn phòng HĐND và UBND", "Phòng Văn hóa - Xã hội", "Trung tâm Phục vụ hành chính công"]),
    ("Các phòng: Văn phòng HĐND và UBND, Kinh tế", ["Văn phòng HĐND và UBND", "Phòng Kinh tế"]),
    ("Các Bộ, cơ quan: Công an, Quốc phòng, Văn phòng Chính phủ", ["Bộ Công an", "Bộ Quốc phòng", "Văn phòng Chính phủ"]),
    ("Khoa Công nghệ thông tin, Khoa Giáo dục", ["Khoa Công nghệ thông tin", "Khoa Giáo dục"]),
    ("Tổ Văn phòng / Kế toán / Bảo vệ", ["Tổ Văn phòng", "Kế toán", "Bảo vệ"]),
    ("Phòng Kinh tế / Hạ tầng và Đô thị", ["Phòng Kinh tế, Hạ tầng và Đô thị"]),
])
def test_owner_cell(cell: str, wanted: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == wanted


@pytest.mark.parametrize(("phrase", "edtf", "due"), [
    ("trước Ngày hội Đại đoàn kết toàn dân tộc 18/11", "../2026-11-17", "2026-11-17"),
    ("Trước ngày khai giảng năm học mới 05/9", "../2026-09-04", "2026-09-04"),
    ("Trước ngày Hội nghị hiệp thương lần thứ ba (ngày 20/02/2026)", "../2026-02-19", "2026-02-19"),
    ("Trước Tết Nguyên đán (trước ngày 15/02/2026)", "../2026-02-14", "2026-02-14"),
    ("Tuần thứ nhất tháng 4/2026", "2026-04-01/2026-04-07", "2026-04-07"),
    ("Trong tháng Giêng", "2026-02-17/2026-03-18", "2026-03-18"),
    ("Trước tháng Chạp âm lịch", "../2026-01-18", "2026-01-18"),
])
def test_time_told_by_its_name(phrase: str, edtf: str, due: str) -> None:
    got = parse_deadline(phrase, "2026-01-15")
    assert (got.kind, got.edtf, got.due) == ("fixed", edtf, due)


@pytest.mark.parametrize(("phrase", "rule"), [
    ("Định kỳ theo quy định (thường 2 năm/lần)", "FREQ=YEARLY;INTERVAL=2"),
    ("Định kỳ theo quy định (06 tháng/lần)", "FREQ=MONTHLY;INTERVAL=6"),
    ("mỗi Quý IV", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31"),
    ("tháng Chạp hằng năm", "FREQ=YEARLY"),
])
def test_what_recurs(phrase: str, rule: str) -> None:
    got = parse_deadline(phrase, "2026-01-15")
    assert (got.kind, got.rrule) == ("recurring", (rule,))


def test_starts_told_by_a_name_stay_open() -> None:
    assert parse_deadline("Từ năm học 2026 - 2027", "2026-01-15").edtf == "2026/.."
    after = parse_deadline("Sau Tết Nguyên đán (từ ngày 25/02/2026)", "2026-01-15")
    assert (after.kind, after.edtf, after.condition) == ("open_ended", "2026-02-25/..", "Sau Tết Nguyên đán")


def test_a_count_a_month_is_no_month_of_the_year() -> None:
    assert parse_deadline("mỗi tháng 10 hồ sơ", "2026-01-15").rrule != ("FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=31",)


@pytest.mark.parametrize(("cell", "wanted"), [
    ("Đảng ủy Chính phủ, đảng ủy các bộ, cơ quan thuộc Chính phủ", ["Đảng ủy Chính phủ", "Đảng ủy các bộ, cơ quan thuộc Chính phủ"]),
    ("Bộ phận Một cửa các sở, ngành; UBND các xã, phường", ["Bộ phận Một cửa các sở, ngành", "Ủy ban nhân dân các xã, phường"]),
    ("Bộ Công an, các bộ, ngành", ["Bộ Công an", "Các cơ quan, đơn vị"]),
    ("Trưởng ban công tác Mặt trận ở thôn, tổ dân phố", ["Trưởng ban công tác Mặt trận ở thôn, tổ dân phố"]),
    ("Người có uy tín ở thôn, bản; Trưởng thôn", ["Người có uy tín ở thôn, bản", "Trưởng thôn"]),
    ("CT, các PCT UBND tỉnh", ["Chủ tịch Ủy ban nhân dân tỉnh", "Các Phó Chủ tịch Ủy ban nhân dân tỉnh"]),
    ("Sở GD; Trung tâm DV", ["Sở Giáo dục và Đào tạo", "Trung tâm Dịch vụ"]),
])
def test_bodies_that_each_of_several_has(cell: str, wanted: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == wanted


@pytest.mark.parametrize("phrase", ["Kể từ ngày ký", "Từ ngày ký ban hành", "Từ nay trở đi"])
def test_from_the_plan_on(phrase: str) -> None:
    assert parse_deadline(phrase, "2026-01-15").edtf == "2026-01-15/.."
    assert parse_deadline(phrase, "2026-01").kind == "unresolved"


@pytest.mark.parametrize(("phrase", "edtf"), [
    ("Từ ngày mùng 6 đến mùng 8 tháng Giêng", "2026-02-22/2026-02-24"),
    ("Mùng 5, mùng 6 tháng Giêng", "2026-02-21/2026-02-22"),
    ("Từ 28 Tết đến mùng 5 Tết", "2026-02-15/2026-02-21"),
    ("Từ 23 tháng Chạp đến mùng 5 Tết", "2026-02-10/2026-02-21"),
])
def test_lunar_days_whose_month_is_said_once(phrase: str, edtf: str) -> None:
    assert parse_deadline(phrase, "2026-01-15").edtf == edtf


def test_reports_named_in_brackets_behind_their_days() -> None:
    got = parse_deadline("Trước ngày 15/6 (6 tháng), trước ngày 15/12 (năm)", "2026-01-15")
    assert (got.kind, got.rrule) == ("recurring", ("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=14", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=14"))
