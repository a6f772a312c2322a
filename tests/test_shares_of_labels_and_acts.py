"""Shares whose subject stands before a colon or a comma, how often a thing is done, and what only looks like a section or a header."""

from __future__ import annotations

import pytest

from extractors.document import Cell, Line, Place, Table
from extractors.page_tables import Piece, join_pages
from extractors.table_headers import wording_role
from normalizers.target_prose import read_targets
from normalizers.target_tasks import read_task_targets
from pipeline.assemble import assemble
from tests.support import HEADER, make_document

_PLACE = Place(path="t1")


@pytest.mark.parametrize(("text", "indicator", "value"), [
    ("Thanh toán trực tuyến phí, lệ phí: từ 75 đến 80% số giao dịch.", "Thanh toán trực tuyến phí, lệ phí: số giao dịch", 75),
    ("Sử dụng hóa đơn điện tử: 100% hộ kinh doanh.", "Sử dụng hóa đơn điện tử: hộ kinh doanh", 100),
    ("Về giáo dục: 95% trẻ em ra lớp.", "trẻ em ra lớp", 95),
    ("Người dân được khám sức khỏe định kỳ ít nhất mỗi năm 1 lần, được lập sổ sức khỏe điện tử: đạt 60%.",
     "Người dân được khám sức khỏe định kỳ ít nhất mỗi năm 1 lần, được lập sổ sức khỏe điện tử", 60),
    ("Thu gom rác thải sinh hoạt tập trung, phấn đấu đến cuối năm đạt 95%.", "Thu gom rác thải sinh hoạt tập trung", 95),
])
def test_the_subject_of_a_share_stands_before_it(text: str, indicator: str, value: float) -> None:
    (reading,) = read_targets(text)
    assert (reading.indicator, reading.value, reading.unit) == (indicator, value, "%")


@pytest.mark.parametrize(("text", "found"), [
    ("Dạy học 2 buổi/ngày: 100% học sinh tiểu học, 70% học sinh trung học cơ sở.",
     [("Dạy học 2 buổi/ngày: học sinh tiểu học", 100), ("Dạy học 2 buổi/ngày: học sinh trung học cơ sở", 70)]),
    ("Đào tạo nghề: trên 300 lao động nông thôn.", [("Đào tạo nghề: lao động nông thôn", 300)]),
    ("Xóa nhà tạm: 35 căn nhà.", [("Xóa nhà tạm", 35)]),
])
def test_what_is_counted_stands_behind_its_label(text: str, found: list[tuple[str, float]]) -> None:
    assert [(r.indicator, r.value) for r in read_targets(text)] == found


def test_a_task_ends_by_the_end_of_a_year() -> None:
    plan = assemble(make_document(*HEADER, "II. NHIỆM VỤ", "- Hoàn thiện hệ thống camera an ninh đến hết năm 2027.", "- Tuyên truyền Chương trình chuyển đổi số đến hết năm 2030."))
    assert [task.deadline and task.deadline.edtf for task in plan.tasks] == ["../2027", None]


def test_the_person_beside_the_body_is_one_heading_of_a_table() -> None:
    assert wording_role("người phụ trách/đơn vị chủ trì") == wording_role("đơn vị chủ trì, cán bộ phụ trách") == "lead"


@pytest.mark.parametrize("text", ["Đẩy mạnh thanh toán viện phí không dùng tiền mặt, phấn đấu đạt 100%.", "Tổ chức tiêm phòng cho đàn vật nuôi, bảo đảm đạt từ 80% trở lên."])
def test_a_task_names_what_it_strives_for(text: str) -> None:
    (reading,) = read_task_targets(text)
    assert reading.indicator == text.split(",")[0]


def test_a_requirement_on_how_work_is_assigned_is_no_duty() -> None:
    plan = assemble(make_document(*HEADER, "I. MỤC ĐÍCH, YÊU CẦU", "1. Cụ thể hóa các nhiệm vụ của Nghị quyết phù hợp với điều kiện của xã.",
                                  "2. Phân công nhiệm vụ theo nguyên tắc “6 rõ”: rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ sản phẩm.",
                                  "II. NHIỆM VỤ", "- Tuyên truyền Nghị quyết trên hệ thống truyền thanh."))
    assert [task.text for task in plan.tasks] == ["Tuyên truyền Nghị quyết trên hệ thống truyền thanh."]


def _piece(page: int, *cells: tuple[int, int, int, int, str]) -> Piece:
    rows = max(row + tall for row, _, tall, _, _ in cells)
    made = [Cell(row, col, [Line(text, _PLACE)], tall, wide) for row, col, tall, wide, text in cells]
    return Piece(Table(made, rows, 5, _PLACE, "ruled"), (0.0, 50.0, 150.0, 250.0, 350.0, 450.0), page)


def test_the_first_of_two_header_rows_printed_again_goes_on_with_the_table() -> None:
    head = ((0, 0, 2, 1, "STT"), (0, 1, 2, 1, "Chỉ tiêu"), (0, 2, 2, 1, "Thực hiện năm 2025"), (0, 3, 1, 2, "Kế hoạch"), (1, 3, 1, 1, "2026"), (1, 4, 1, 1, "2030"))
    again = ((0, 0, 1, 1, "STT"), (0, 1, 1, 1, "Chỉ tiêu"), (0, 2, 1, 1, "Thực hiện"), (0, 3, 1, 2, "Kế hoạch"))
    row = [(1, c, 1, 1, text) for c, text in enumerate(("2", "Tỷ lệ văn bản ký số", "80", "90", "100"))]
    (table,) = join_pages([[_piece(1, *head, *((2, c, 1, 1, text) for c, text in enumerate(("1", "Tỷ lệ hộ có nước sạch", "85", "90", "95"))))], [_piece(2, *again, *row)]])
    assert isinstance(table, Table) and table.n_rows == 4 and sum(cell.text == "STT" for cell in table.cells) == 1
    other = ((0, 0, 1, 1, "STT"), (0, 1, 1, 1, "Nhiệm vụ"), (0, 2, 1, 1, "Thực hiện"), (0, 3, 1, 2, "Kế hoạch"))
    assert len(join_pages([[_piece(1, *head)], [_piece(2, *other, *row)]])) == 2
