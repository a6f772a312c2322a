"""Labels alone on their line, what they say on the lines below; lines that only look like such labels."""

from __future__ import annotations

import pytest
from support import HEADER, make_document

from extractors.lone_labels import lone_label, says
from extractors.owner_lines import last_label
from pipeline.assemble import assemble
from pipeline.records import Task


def read(*lines: str) -> tuple[Task, ...]:
    return assemble(make_document(*HEADER, "I. NHIỆM VỤ", *lines, "II. TỔ CHỨC THỰC HIỆN", "- Công an xã: Giữ gìn trật tự tại trụ sở.")).tasks[:-1]


@pytest.mark.parametrize("line,field", [
    ("Đơn vị chủ trì:", "lead"), ("Chủ trì", "lead"), ("Cơ quan thực hiện chính:", "lead"), ("Đơn vị phối hợp thực hiện:", "support"), ("Các đơn vị tham gia:", "support"),
    ("Thời gian hoàn thành:", "deadline"), ("Thời hạn", "deadline"), ("Sản phẩm:", "result"), ("Kinh phí thực hiện:", ""),
    ("Đơn vị chủ trì: Công an xã", None), ("Thời gian qua", None), ("Cơ quan chủ trì có trách nhiệm:", None), ("Các phòng chuyên môn", None), ("", None)])
def test_a_label_and_nothing_else(line: str, field: str | None) -> None:
    assert lone_label(line) == field


@pytest.mark.parametrize("field,line,can", [
    ("lead", "Phòng Văn hóa - Xã hội", True), ("lead", "Các tổ chức chính trị - xã hội; các thôn", True), ("lead", "Rà soát hồ sơ", False),
    ("lead", "Phòng Kinh tế rà soát hồ sơ đất đai.", False), ("lead", "Đơn vị phối hợp:", False), ("deadline", "Quý II/2026", True), ("deadline", "Hạ tầng số", False),
    ("result", "Báo cáo sơ kết", True), ("result", "Thời hạn", False), ("lead", "", False)])
def test_what_a_label_can_say(field: str, line: str, can: bool) -> None:
    assert says(field, line) is can


def test_unmarked_lines_below_labels() -> None:
    first, second = read("1. Số hóa hồ sơ hộ tịch.", "Đơn vị chủ trì:", "Văn phòng HĐND và UBND xã", "Đơn vị phối hợp:", "Công an xã", "Trạm Y tế", "Thời gian:",
                         "Trước ngày 30/9/2026", "Sản phẩm:", "Cơ sở dữ liệu hộ tịch", "2. Rà soát chế độ báo cáo.", "Chủ trì", "Phòng Kinh tế", "Thời hạn", "Thường xuyên")
    assert (first.lead, first.support, first.result) == (("Văn phòng HĐND và UBND",), ("Công an xã", "Trạm Y tế"), "Cơ sở dữ liệu hộ tịch")
    assert first.deadline is not None and first.deadline.due == "2026-09-29"
    assert second.lead == ("Phòng Kinh tế",) and second.deadline is not None and second.deadline.kind == "ongoing"


@pytest.mark.parametrize("label,value", [("- ", "+ "), ("- ", "- "), ("* ", "")])
def test_bullets_below_labels_and_several_items_that_they_close(label: str, value: str) -> None:
    tasks = read("1. Thu gom rác", "- Bố trí điểm tập kết tại các thôn.", "- Trang bị thùng rác tại trường học.", f"{label}Đơn vị chủ trì:", f"{value}Phòng Kinh tế",
                 f"{label}Đơn vị phối hợp:", f"{value}Công an xã", f"{value}Trạm Y tế", f"{label}Thời gian hoàn thành:", f"{value}Quý II/2026")
    assert [(t.lead, t.support, t.deadline and t.deadline.edtf) for t in tasks] == [(("Phòng Kinh tế",), ("Công an xã", "Trạm Y tế"), "2026-34")] * 2


def test_owners_go_on_below_a_label_with_its_own() -> None:
    (task,) = read("1. Xây dựng tổ tự quản.", "- Chủ trì: Phòng Kinh tế", "- Đơn vị phối hợp: Trạm Y tế;", "Công an xã", "- Thời gian: Quý II/2026")
    assert task.support == ("Trạm Y tế", "Công an xã")
    assert last_label("Chủ trì: X; Thời gian: Quý I") == "deadline" and last_label("Rà soát") is None


def test_what_follows_a_label_may_be_an_act() -> None:
    tasks = read("1. Hạ tầng số", "Đơn vị thực hiện:", "Rà soát các tuyến cáp treo trên địa bàn.")
    assert [t.text for t in tasks] == ["Rà soát các tuyến cáp treo trên địa bàn."]
