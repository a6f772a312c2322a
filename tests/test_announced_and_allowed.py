"""Results made known by a day, how often at most, durations cut short, national bodies of a province, and notes that point to an appendix."""

from __future__ import annotations

import pytest

from normalizers.deadlines import find_deadline
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
