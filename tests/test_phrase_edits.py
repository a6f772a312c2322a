"""What a phrase says stays when only its marks change: signs for words, quotes around it, bars printed close; and days after a period."""

from __future__ import annotations

import pytest

from normalizers.deadlines import parse_deadline
from normalizers.targets import read_targets
from normalizers.units import parse_units
from pipeline.phrases import normalize_targets


def told(phrase: str) -> list[tuple[str, str, float | None, str | None]]:
    return [(t["indicator"], t["comparator"], t["value"], t["unit"]) for t in normalize_targets(phrase)["targets"]]


@pytest.mark.parametrize(("phrase", "wanted"), [
    # a sign before what is counted is "ít nhất"
    ("100% khu công nghệ cao, khu công nghiệp có ≥ 1 trạm phát sóng 5G.",
     [("khu công nghệ cao, khu công nghiệp có ≥ 1 trạm phát sóng 5G", "=", 100, "%")]),
    ("Phát triển ≥ 10 sản phẩm du lịch thông minh, gắn với chuỗi liên kết vùng.",
     [("Phát triển sản phẩm du lịch thông minh, gắn với chuỗi liên kết vùng", ">=", 10, "count")]),
    # but behind the name of what is counted it closes that name
    ("Số mô hình ≥ 5 mô hình", [("Số mô hình", ">=", 5, "count")]),
    ("Phát triển đoàn viên mới ≥ 30 đoàn viên", [("Phát triển đoàn viên mới", ">=", 30, "count")]),
    ("“Tỷ lệ người dân có sổ sức khỏe điện tử đạt 95%.”", [("Tỷ lệ người dân có sổ sức khỏe điện tử", "=", 95, "%")]),
    ("Quy mô kinh tế số|% GDP|≥ 30", [("Quy mô kinh tế số", ">=", 30, "%")]),
    ("Quy mô kinh tế số |\n% GDP | ≥ 30", [("Quy mô kinh tế số", ">=", 30, "%")]),
])
def test_targets(phrase: str, wanted: list[tuple[str, str, float, str]]) -> None:
    assert told(phrase) == wanted


@pytest.mark.parametrize(("phrase", "rrule"), [
    ("Ngày 05 sau mỗi quý", "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=5"),
    ("Trước ngày 10 sau khi kết thúc quý", "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=9"),
    ("Ngày 25 mỗi tháng cuối quý", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=25"),
    ("Ngày 05 sau mỗi tháng", "FREQ=MONTHLY;BYMONTHDAY=5"),
])
def test_days_after_a_period(phrase: str, rrule: str) -> None:
    got = parse_deadline(phrase, "2026-01-15")
    assert (got.kind, got.rrule) == ("recurring", (rrule,))


def test_first_day_without_its_word() -> None:
    got = parse_deadline("từ 10 đến 15 tháng 12", "2026-01-15")
    assert (got.edtf, got.due) == ("2026-12-10/2026-12-15", "2026-12-15")


@pytest.mark.parametrize(("cell", "wanted"), [
    # bodies by whose they are
    ("Công an các đơn vị", ["Công an các đơn vị"]),
    ("Liên đội các trường", ["Liên đội các trường"]),
    ("Công an xã, các đơn vị liên quan", ["Công an xã", "Các cơ quan, đơn vị"]),
    ("Người đứng đầu các tổ chức tôn giáo", ["Người đứng đầu các tổ chức tôn giáo"]),
    ("Người đứng đầu các cơ quan, tổ chức có liên quan", ["Thủ trưởng các cơ quan, đơn vị"]),
    # departments that are only counted off, institutes beside schools
    ("Các khoa, phòng, trạm", ["Các cơ quan, đơn vị"]),
    ("Sở Khoa học và Công nghệ; các viện, trường đại học", ["Sở Khoa học và Công nghệ", "Các viện", "Trường đại học"]),
    # one staff
    ("CBQL, GV, NV", ["Cán bộ quản lý, giáo viên, nhân viên"]),
])
def test_owners(cell: str, wanted: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == wanted


@pytest.mark.parametrize(("cell", "wanted"), [
    ("Thường trực các huyện ủy, thị ủy, thành ủy", ["Thường trực các huyện ủy, thị ủy, thành ủy"]),
    ("Các tỉnh ủy, thành ủy, đảng ủy trực thuộc Trung ương; UBND các tỉnh, thành phố",
     ["Các tỉnh ủy, thành ủy, đảng ủy trực thuộc Trung ương", "Ủy ban nhân dân các tỉnh, thành phố"]),
    ("Tỉnh ủy, Thành ủy", ["Tỉnh ủy", "Thành ủy"]),
])
def test_rows_of_upper_committees(cell: str, wanted: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == wanted


@pytest.mark.parametrize(("phrase", "wanted"), [
    # a level beside a share is an outcome of its own where its piece says so
    ("Tỷ lệ trẻ 5 tuổi ra lớp đạt 100%, phổ cập giáo dục tiểu học mức độ 3, xóa mù chữ mức độ 2.",
     [("Tỷ lệ trẻ 5 tuổi ra lớp", "=", 100, "%"), ("phổ cập giáo dục tiểu học", "=", 3, "level"), ("xóa mù chữ", "=", 2, "level")]),
    ("100% xã, phường đạt chuẩn phổ cập giáo dục tiểu học mức độ 3, xóa mù chữ mức độ 2.",
     [("xã, phường đạt chuẩn phổ cập giáo dục tiểu học mức độ 3, xóa mù chữ mức độ 2", "=", 100, "%")]),
    # growth over the plan is of what the plan is for
    ("Thu ngân sách nhà nước đạt 25.000 tỷ đồng, tăng 10% dự toán Trung ương giao.",
     [("Thu ngân sách nhà nước", "=", 25000, "tỷ đồng"), ("Thu ngân sách nhà nước tăng dự toán Trung ương giao", "=", 10, "%")]),
    # how much each has is no outcome beside the share
    ("Tỷ lệ dân số nông thôn sử dụng nước sạch đạt 80% với số lượng tối thiểu 60 lít/người/ngày.",
     [("Tỷ lệ dân số nông thôn sử dụng nước sạch với số lượng tối thiểu 60 lít/người/ngày", "=", 80, "%")]),
])
def test_pieces_beside_a_share(phrase: str, wanted: list[tuple[str, str, float, str]]) -> None:
    assert told(phrase) == wanted


def test_opening_year_holds_for_what_has_no_number() -> None:
    got = normalize_targets("Đến năm 2030, tỷ lệ hộ nghèo còn dưới 2%; không còn xã, thôn đặc biệt khó khăn.")["targets"]
    assert [(t["comparator"], t["horizon"]) for t in got] == [("<", "2030"), ("qualitative", "2030")]


@pytest.mark.parametrize(("cell", "wanted"), [
    ("Tổng cục Chính trị, Bộ Tổng Tham mưu", ["Tổng cục Chính trị", "Bộ Tổng Tham mưu"]),
    ("Tổng Giám đốc, các ban chuyên môn Tập đoàn", ["Tổng Giám đốc", "Các phòng chuyên môn"]),
    ("Các phòng chuyên môn Công ty Điện lực", ["Các phòng chuyên môn", "Công ty Điện lực"]),
])
def test_bodies_of_firms_and_army(cell: str, wanted: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == wanted


def test_blank_forgotten_behind_a_comma() -> None:
    assert told("Bộ tiêu chí được ban hành,có ít nhất 02 loại hình sản phẩm được cấp.")[-1] == ("loại hình sản phẩm được cấp", ">=", 2, "count")
    text = "100% xã,phường có nhà văn hóa,trong đó 50% thôn đạt chuẩn"
    first, second = read_targets(text)
    assert (first.indicator, second.indicator) == ("xã, phường có nhà văn hóa", "thôn đạt chuẩn")
    assert second.span and text[slice(*second.span)].endswith("50% thôn đạt chuẩn")
    assert [u.name for u in parse_units("Các sở,ngành,UBND xã,phường,đặc khu")] == ["Các cơ quan, đơn vị", "Ủy ban nhân dân xã, phường, đặc khu"]


def test_blanks_around_a_slash() -> None:
    assert told("Tỷ lệ tử vong bà mẹ dưới 4 / 100.000 trẻ đẻ sống") == [("Tỷ lệ tử vong bà mẹ", "<", 4, "/100.000 trẻ đẻ sống")]
    assert [u.name for u in parse_units("UBND các tỉnh / thành phố")] == ["Ủy ban nhân dân các tỉnh/thành phố"]


@pytest.mark.parametrize(("phrase", "wanted"), [
    ("Vận động ủng hộ Quỹ Vì người nghèo, phấn đấu 2 tỷ đồng", [("Vận động ủng hộ Quỹ Vì người nghèo", "=", 2, "tỷ đồng")]),
    ("Tiếp tục vận động Quỹ Vì người nghèo, phấn đấu 2 tỷ đồng; hỗ trợ 50 hộ nghèo.",
     [("vận động Quỹ Vì người nghèo", "=", 2, "tỷ đồng"), ("hỗ trợ hộ nghèo", "=", 50, "count")]),
])
def test_what_is_striven_for_behind_a_comma(phrase: str, wanted: list[tuple[str, str, float, str]]) -> None:
    assert told(phrase) == wanted
