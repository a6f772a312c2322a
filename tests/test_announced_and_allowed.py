"""Results made known by a day, how often at most, durations cut short, national bodies of a province, limits,
merged headings over years, and notes that point to an appendix."""

from __future__ import annotations

import pytest

from extractors.document import Line, Place
from extractors.flat_header import find_header
from normalizers.deadlines import find_deadline
from normalizers.target_prose import read_targets
from normalizers.target_tasks import read_task_targets
from normalizers.unit_prose import prose_owners
from normalizers.units import parse_units
from pipeline.assemble import assemble
from tests.support import HEADER, make_document


@pytest.mark.parametrize(("text", "edtf"), [
    ("Lấy ý kiến người nộp thuế; công bố kết quả trong tháng 9/2027.", "2027-09"),
    ("Chấm điểm các xã, thông báo kết quả trước ngày 20/10/2027.", "../2027-10-19"),
    ("Công bố kết quả khảo sát năm 2024 trên trang thông tin.", None),
])
def test_results_are_made_known_by_then(text: str, edtf: str | None) -> None:
    found = find_deadline(text, "2027-01-15")
    assert (found.edtf if found else None) == edtf


@pytest.mark.parametrize(("text", "rules"), [
    ("Không kiểm tra một cơ sở quá 01 lần/năm.", ()),
    ("Tổ chức họp trực tiếp không quá 02 lần/tháng.", ()),
    ("Kiểm tra các cơ sở ít nhất 01 lần/năm.", ("FREQ=YEARLY",)),
])
def test_what_is_allowed_at_most_is_no_period(text: str, rules: tuple[str, ...]) -> None:
    found = find_deadline(text)
    assert (found.rrule if found else ()) == rules


@pytest.mark.parametrize(("text", "read"), [
    ("Rút ngắn thời gian cấp phép xây dựng xuống còn 07 ngày làm việc.", [("=", 7, "ngày làm việc")]),
    ("Cắt giảm thời gian kiểm tra từ 10 ngày xuống còn không quá 04 ngày.", [("<=", 4, "ngày")]),
    ("Trả lời phản ánh của người dân trong thời hạn 05 ngày làm việc.", []),
    ("Nâng cấp luồng bảo đảm tàu 30.000 DWT ra vào.", []),
])
def test_a_duration_cut_short_is_an_outcome(text: str, read: list[tuple[str, float, str]]) -> None:
    assert [(r.comparator, r.value, r.unit) for r in read_task_targets(text)] == read


@pytest.mark.parametrize(("text", "read"), [
    ("Đôn đốc thu hồi công nợ, không để tỷ lệ nợ xấu vượt 1,5%.", ("tỷ lệ nợ xấu", "<=", 1.5)),
    ("Không để phát sinh tình trạng hồ sơ quá hạn trên 2%.", ("hồ sơ quá hạn", "<=", 2)),
    ("Không để quá 3% người học bỏ lớp.", ("người học bỏ lớp", "<=", 3)),
    ("Không để dồn việc, giải quyết đúng hạn trên 97%.", ("giải quyết đúng hạn", ">", 97)),
])
def test_what_must_not_exceed_a_number(text: str, read: tuple[str, str, float]) -> None:
    assert [(r.indicator, r.comparator, r.value) for r in read_task_targets(text)] == [read]
    assert [(r.indicator, r.comparator, r.value) for r in read_targets(text)] == [read]


def test_an_outcome_is_worded_from_its_own_act() -> None:
    read, = read_task_targets("Duy trì chuyên trang phổ biến chính sách thuế trên cổng của phường, đăng tải ít nhất 03 bài viết mỗi tuần.")
    assert (read.indicator, read.value) == ("đăng tải bài viết mỗi tuần", 3)


@pytest.mark.parametrize(("lines", "heads"), [
    (["TT Chỉ tiêu ĐVT TH", "2025", "Kế hoạch các năm", "2026 2027 2028", "1 Số hộ"], ["tt", "chỉ tiêu", "đvt", "th 2025", "2026", "2027", "2028"]),
    (["STT Chỉ tiêu Đơn vị Phân kỳ thực hiện", "Năm", "2026", "Năm", "2027", "1 Số hộ"], ["stt", "chỉ tiêu", "đơn vị", "năm 2026", "năm 2027"]),
    (["STT Chỉ tiêu ĐVT Mục tiêu từng năm Ghi chú", "2026 2027 2028", "1 Số hộ"], ["stt", "chỉ tiêu", "đvt", "2026", "2027", "2028", "ghi chú"]),
])
def test_years_below_a_merged_heading_are_columns_of_their_own(lines: list[str], heads: list[str]) -> None:
    header = find_header([Line(text, Place(lines=(n, n))) for n, text in enumerate(lines, 1)], 0)
    assert header is not None and [c.heading.text for c in header.columns] == heads


@pytest.mark.parametrize(("cell", "names"), [
    ("Cục Thống kê tỉnh", ["Cục Thống kê tỉnh"]),
    ("Hội Cựu chiến binh Việt Nam tỉnh", ["Hội Cựu chiến binh Việt Nam tỉnh"]),
    ("Bộ Y tế, các tỉnh", ["Bộ Y tế", "Các tỉnh"]),
    ("CDC\nPhòng Nghiệp vụ Dược", ["Trung tâm Kiểm soát bệnh tật", "Phòng Nghiệp vụ Dược"]),
])
def test_central_names_with_the_level_of_a_province(cell: str, names: list[str]) -> None:
    assert [u.name for u in parse_units(cell)] == names


@pytest.mark.parametrize(("text", "names"), [
    ("Hiệp hội Doanh nghiệp dịch vụ logistics Việt Nam vận động hội viên đầu tư.", ["Hiệp hội Doanh nghiệp dịch vụ logistics Việt Nam"]),
    ("Hội Nông dân vận động phụ nữ Việt Nam tham gia.", ["Hội Nông dân"]),
])
def test_the_field_of_a_national_body(text: str, names: list[str]) -> None:
    assert [u.name for u in prose_owners(text, duty=True)[0]] == names


def test_a_line_that_points_to_an_appendix_makes_no_group() -> None:
    body = ["II. MỤC TIÊU CỤ THỂ", "a) Diện tích rừng trồng mới đạt 90 ha.", "b) Cải thiện chất lượng số liệu thống kê; phát hành báo cáo ngành.",
            "Chỉ tiêu từng năm tại Phụ lục I kèm theo."]
    assert [t.comparator for t in assemble(make_document(*HEADER, *body)).targets] == ["=", "qualitative"]
