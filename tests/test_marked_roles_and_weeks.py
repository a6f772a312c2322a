"""Roles marked behind a body, steps that are parts of names, weeks of a period and days of every year beside one another."""

from __future__ import annotations

import pytest

from normalizers.deadlines import parse_deadline
from normalizers.unit_cells import owners_in_cell
from normalizers.units import parse_units


def names(cell: str) -> list[str]:
    return [unit.name for unit in parse_units(cell)]


@pytest.mark.parametrize("cell", [
    "Sở Tài chính - CT; Sở Nội vụ, Sở Xây dựng - PH",
    "Sở Tài chính – Chủ trì; Sở Nội vụ, Sở Xây dựng – Phối hợp",
    "Sở Tài chính: chủ trì; Sở Nội vụ, Sở Xây dựng: phối hợp",
])
def test_roles_marked_behind_their_bodies(cell: str) -> None:
    both = owners_in_cell(cell)
    assert both is not None
    assert [[unit.name for unit in row] for row in both] == [["Sở Tài chính"], ["Sở Nội vụ", "Sở Xây dựng"]]
    assert names(cell) == ["Sở Tài chính", "Sở Nội vụ", "Sở Xây dựng"]
    assert all(unit.span and cell[slice(*unit.span)] == unit.raw for unit in parse_units(cell))


def test_letters_alone_are_a_department() -> None:
    assert names("Sở Nội vụ - CT") == ["Sở Nội vụ", "Sở Công Thương"]


@pytest.mark.parametrize(("cell", "wanted"), [
    ("Các đơn vị sự nghiệp công lập; Phòng Kế hoạch tổng hợp", ["Các đơn vị sự nghiệp công lập", "Phòng Kế hoạch tổng hợp"]),
    ("Trung tâm Dịch vụ tổng hợp; Các đơn vị sự nghiệp công lập", ["Trung tâm Dịch vụ tổng hợp", "Các đơn vị sự nghiệp công lập"]),
    ("Phòng Kinh tế lập; Ủy ban nhân dân xã phê duyệt", ["Phòng Kinh tế", "Ủy ban nhân dân xã"]),
    ("Giao cho Phòng Kinh tế làm đầu mối, chủ trì tham mưu", ["Phòng Kinh tế"]),
    ("Tổ trưởng tổ chuyên môn, giáo viên", ["Tổ trưởng tổ chuyên môn", "Giáo viên"]),
    ("Bệnh viện ĐK tỉnh; Ngân hàng NN khu vực 8; Hội Cựu CAND", ["Bệnh viện Đa khoa tỉnh", "Ngân hàng Nhà nước khu vực 8", "Hội Cựu Công an nhân dân"]),
    ("UBND các xã, phường Đông Hải, Nam Đồ Sơn và đặc khu Cát Hải; Công an tỉnh",
     ["Ủy ban nhân dân các xã, phường Đông Hải, Nam Đồ Sơn và đặc khu Cát Hải", "Công an tỉnh"]),
    ("03 thôn: Phú Lộc, Phú Hòa, An Bình", ["Thôn Phú Lộc", "Thôn Phú Hòa", "Thôn An Bình"]),
    ("Công an xã; 02 trường: MN Họa Mi, TH Kim Đồng", ["Công an xã", "Trường Mầm non Họa Mi", "Trường Tiểu học Kim Đồng"]),
    ("Trưởng các thôn: Phú Lộc, Phú Hòa", ["Trưởng các thôn Phú Lộc, Phú Hòa"]),
    ("Đ/c Hoa (CT Hội LHPN), đ/c Nam (BT Đoàn)", ["Chủ tịch Hội Liên hiệp Phụ nữ", "Bí thư Đoàn"]),
    ("Trung tâm phục vụ HC công; Trạm KSBP", ["Trung tâm Phục vụ hành chính công", "Trạm Kiểm soát Biên phòng"]),
    ("Bộ phận chuyên môn; Kế toán; Các bộ phận chuyên môn", ["Bộ phận chuyên môn", "Kế toán", "Các phòng chuyên môn"]),
    ("Phòng Tham mưu tổng hợp; Phòng Kinh tế tổng hợp", ["Phòng Tham mưu tổng hợp", "Phòng Kinh tế"]),
    ("VP HĐND-UBND\nP. Kinh tế\nTrung tâm CT xã", ["Văn phòng HĐND và UBND", "Phòng Kinh tế", "Trung tâm Chính trị"]),
    ("Trung tâm TGPLNN; Tổ ĐA06 thôn; Khoa XN", ["Trung tâm Trợ giúp pháp lý Nhà nước", "Tổ Đề án 06 thôn", "Khoa Xét nghiệm"]),
])
def test_names_and_steps(cell: str, wanted: list[str]) -> None:
    assert names(cell) == wanted


@pytest.mark.parametrize(("phrase", "rules"), [
    ("Trong tuần đầu của tháng", ("FREQ=MONTHLY",)),
    ("Tuần cuối quý", ("FREQ=MONTHLY;INTERVAL=3",)),
    ("15/12 năm trước", ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15",)),
    ("Trước 20/12 năm trước năm kế hoạch", ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=19",)),
    ("Trước ngày 20/6 (6 tháng) và 20/12 (năm)", ("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=19", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=19")),
    ("Ngày 14 tháng cuối quý, 14/6 và 14/12",
     ("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=14", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=14", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=14")),
])
def test_what_repeats(phrase: str, rules: tuple[str, ...]) -> None:
    got = parse_deadline(phrase, "2026-01-15")
    assert (got.kind, got.rrule, got.raw) == ("recurring", rules, phrase)


@pytest.mark.parametrize(("phrase", "edtf"), [
    ("Tuần đầu tháng 3/2026", "2026-03-01/2026-03-07"),
    ("Cuối tháng Chạp", "2026-02-08/2026-02-16"),
    ("Đầu tháng Giêng", "2026-02-17/2026-02-26"),
])
def test_parts_of_a_named_month(phrase: str, edtf: str) -> None:
    got = parse_deadline(phrase, "2026-01-15")
    assert (got.kind, got.edtf) == ("fixed", edtf)


def test_a_schedule_of_three_reports() -> None:
    got = parse_deadline("Định kỳ hằng tháng (ngày 20), quý (ngày 20 tháng cuối quý), năm (20/11)", "2026-01-15")
    assert (got.kind, got.rrule[-1]) == ("recurring", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=20")


def test_after_each_event() -> None:
    got = parse_deadline("Sau mỗi đợt kiểm tra", "2026-01-15")
    assert (got.kind, got.condition) == ("conditional", "Sau mỗi đợt kiểm tra")
    assert parse_deadline("Trước mỗi quý", "2026-01-15").kind != "fixed"


def test_after_a_day_in_digits() -> None:
    assert parse_deadline("Sau 30/6/2026", "2026-01-15").edtf == "2026-07-01/.."
    assert parse_deadline("Sau 15 ngày", "2026-01-15").due == "2026-01-30"


def test_a_report_of_the_year_is_not_of_the_year_before() -> None:
    got = parse_deadline("6 tháng đầu năm trước ngày 15/6; năm trước ngày 15/12", "2026-01-15")
    assert got.rrule == ("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=14", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=14")


def test_the_year_leads_what_goes_on_within_it() -> None:
    """The first fixed phrase of a cell leads (docs/records.md, "Deadline")."""
    assert parse_deadline("Thường xuyên trong năm", "2026-01-15").edtf == "2026"
    assert parse_deadline("Thường xuyên trong năm 2026", "2026-01-15").edtf == "2026"
