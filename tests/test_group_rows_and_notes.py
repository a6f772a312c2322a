"""Task tables whose group rows say who and when, whose notes hold a time, and schedules with a column for each month."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from docx import Document

from pipeline.read_one import read_one

HEAD = ("ỦY BAN NHÂN DÂN XÃ THANH SƠN", "Số: 12/KH-UBND", "Thanh Sơn, ngày 15 tháng 01 năm 2026", "KẾ HOẠCH", "Công tác trọng tâm năm 2026")


def tasks_of(tmp_path: Path, body: list[str | list[list[str]]]) -> list[dict]:
    """The tasks of a plan of paragraphs and of tables, each a list of rows."""
    document = Document()
    for text in HEAD:
        document.add_paragraph(text)
    for part in body:
        if isinstance(part, str):
            document.add_paragraph(part)
            continue
        table = document.add_table(len(part), max(map(len, part)), style="Table Grid")
        for r, row in enumerate(part):
            for c, text in enumerate(row):
                table.cell(r, c).text = text
    path = tmp_path / "plan.docx"
    document.save(str(path))
    return json.loads(read_one(path, path.name).model_dump_json())["tasks"]


def said(tasks: list[dict]) -> list[tuple]:
    return [(t["text"], t["lead"], t["support"], (t["deadline"] or {}).get("edtf")) for t in tasks]


def test_a_group_row_with_owners_holds_for_the_rows_that_leave_them_empty(tmp_path: Path) -> None:
    got = tasks_of(tmp_path, ["III. NHIỆM VỤ", [
        ["STT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian"],
        ["A", "Lĩnh vực kinh tế", "Phòng Kinh tế", "Các thôn", "Năm 2026"],
        ["1", "Phát triển cây ăn quả", "", "", ""],
        ["2", "Phát triển chăn nuôi", "", "Trạm Y tế", "Quý II/2026"],
        ["B", "Lĩnh vực xã hội", "Phòng Văn hóa - Xã hội", "", ""],
        ["3", "Xóa nhà tạm", "", "", "Trước 31/8/2026"],
    ]])
    assert said(got) == [
        ("Phát triển cây ăn quả", ["Phòng Kinh tế"], ["Các thôn"], "2026"),
        ("Phát triển chăn nuôi", ["Phòng Kinh tế"], ["Trạm Y tế"], "2026-34"),
        ("Xóa nhà tạm", ["Phòng Văn hóa - Xã hội"], [], "../2026-08-30"),
    ]


def test_rows_with_owners_of_their_own_keep_the_row_above_a_task(tmp_path: Path) -> None:
    got = tasks_of(tmp_path, ["III. NHIỆM VỤ", [
        ["STT", "Nhiệm vụ", "Chủ trì", "Thời gian"],
        ["I", "Ban hành quy chế làm việc", "Phòng Kinh tế", "Quý I/2026"],
        ["II", "Kiểm kê tài sản", "Công an xã", "Quý II/2026"],
    ]])
    assert [t["text"] for t in got] == ["Ban hành quy chế làm việc", "Kiểm kê tài sản"]


def test_a_group_named_by_its_unit_or_time_gives_it_to_its_rows(tmp_path: Path) -> None:
    got = tasks_of(tmp_path, ["III. NHIỆM VỤ", [
        ["STT", "Nhiệm vụ", "Chủ trì", "Thời gian"],
        ["I", "Phòng Kinh tế", "", ""],
        ["1", "Kiểm kê rừng", "", "Tháng 9/2026"],
        ["II", "Nhiệm vụ quý II/2026", "", ""],
        ["2", "Tổng kết năm học", "Phòng Văn hóa - Xã hội", ""],
    ]])
    assert said(got) == [("Kiểm kê rừng", ["Phòng Kinh tế"], [], "2026-09"), ("Tổng kết năm học", ["Phòng Văn hóa - Xã hội"], [], "2026-34")]


def test_a_table_below_the_heading_of_a_unit_lists_its_duties(tmp_path: Path) -> None:
    got = tasks_of(tmp_path, ["V. TỔ CHỨC THỰC HIỆN", "1. Phòng Kinh tế", [
        ["STT", "Nhiệm vụ", "Thời gian"], ["1", "Rà soát quỹ đất công ích", "Quý I/2026"], ["2", "Kiểm kê tài sản công", "Quý II/2026"]]])
    assert [t["lead"] for t in got] == [["Phòng Kinh tế"], ["Phòng Kinh tế"]]


@pytest.mark.parametrize(("note", "support", "edtf"), [
    ("Hoàn thành trước 30/6/2026", [], "../2026-06-29"),
    ("Tháng 02/2026", [], "2026-02"),
    ("Phối hợp: Hội Nông dân xã", ["Hội Nông dân xã"], None),
    ("Nguồn vốn xã hội hóa", [], None),
])
def test_a_note_may_say_when_or_who_helps(tmp_path: Path, note: str, support: list[str], edtf: str | None) -> None:
    got = tasks_of(tmp_path, ["III. NHIỆM VỤ", [["STT", "Nhiệm vụ", "Đơn vị thực hiện", "Ghi chú"], ["1", "Sửa chữa đường nội đồng", "Phòng Kinh tế", note],
                                                 ["2", "Trồng cây phân tán", "Công an xã", ""]]])
    assert said(got)[0] == ("Sửa chữa đường nội đồng", ["Phòng Kinh tế"], support, edtf)


def test_a_schedule_of_twelve_months_has_a_header(tmp_path: Path) -> None:
    got = tasks_of(tmp_path, ["III. PHÂN KỲ THỰC HIỆN", [
        ["Nội dung công việc", "Chủ trì", *(f"T{k}" for k in range(1, 13))],
        ["Thu thập thông tin", "Phòng Kinh tế", "", "x", "x", *[""] * 9],
        ["Nhập dữ liệu vào phần mềm", "Công an xã", *[""] * 4, "x", *[""] * 7],
    ]])
    assert said(got) == [("Thu thập thông tin", ["Phòng Kinh tế"], [], "2026-02/2026-03"), ("Nhập dữ liệu vào phần mềm", ["Công an xã"], [], "2026-05")]


def test_a_heading_of_acts_due_by_a_time_dates_them(tmp_path: Path) -> None:
    got = tasks_of(tmp_path, ["III. NHIỆM VỤ, GIẢI PHÁP", "1. Nhóm nhiệm vụ hoàn thành trong quý I/2026", "- Xây dựng kế hoạch giáo dục nghề nghiệp.",
                              "- Rà soát nhu cầu học nghề của lao động."])
    assert [t["deadline"]["edtf"] for t in got] == ["2026-33", "2026-33"]


def test_who_helps_in_the_line_above_sub_items_helps_in_each(tmp_path: Path) -> None:
    got = tasks_of(tmp_path, ["IV. TỔ CHỨC THỰC HIỆN", "1. Phòng Kinh tế:", "a) Chủ trì, phối hợp với Công an xã:", "- Hướng dẫn nông dân gieo trồng.",
                              "- Phòng trừ dịch bệnh trên cây trồng.", "b) Tham mưu phân bổ kinh phí."])
    assert said(got) == [("Hướng dẫn nông dân gieo trồng.", ["Phòng Kinh tế"], ["Công an xã"], None), ("Phòng trừ dịch bệnh trên cây trồng.", ["Phòng Kinh tế"], ["Công an xã"], None),
                         ("Tham mưu phân bổ kinh phí.", ["Phòng Kinh tế"], [], None)]


@pytest.mark.parametrize(("head", "cell", "expected"), [
    ("Đơn vị thực hiện, thời gian hoàn thành", "Phòng Kinh tế, trước 30/4/2026", (["Phòng Kinh tế"], [], "../2026-04-29")),
    ("Thời gian, đơn vị thực hiện", "Tháng 5/2026 - Công an xã", (["Công an xã"], [], "2026-05")),
    ("Tổ chức thực hiện", "- Chủ trì: Phòng Kinh tế\n- Phối hợp: Công an xã\n- Thời gian: tháng 9/2026", (["Phòng Kinh tế"], ["Công an xã"], "2026-09")),
])
def test_one_cell_may_say_who_and_when(tmp_path: Path, head: str, cell: str, expected: tuple) -> None:
    got = tasks_of(tmp_path, ["III. NHIỆM VỤ", [["STT", "Nhiệm vụ", head], ["1", "Rà soát cây xanh nguy hiểm", cell], ["2", "Cắt tỉa cây xanh ven đường", cell]]])
    assert [row[1:] for row in said(got)] == [expected, expected]


def test_who_does_it_may_stand_before_the_act_in_its_cell(tmp_path: Path) -> None:
    got = tasks_of(tmp_path, ["III. NHIỆM VỤ", [["STT", "Nội dung nhiệm vụ và đơn vị thực hiện", "Thời gian"], ["1", "Phòng Kinh tế: Kiểm tra hệ thống thủy lợi", "Tháng 4/2026"],
                                                 ["2", "Công an xã: Diễn tập phòng thủ dân sự", "Tháng 5/2026"]]])
    assert [t["lead"] for t in got] == [["Phòng Kinh tế"], ["Công an xã"]]


def test_who_watches_over_an_act_does_not_do_it(tmp_path: Path) -> None:
    got = tasks_of(tmp_path, ["III. NHIỆM VỤ", [["TT", "Nhiệm vụ", "Cán bộ thực hiện", "Lãnh đạo phụ trách", "Thời gian"],
                                                 ["1", "Tuần tra đêm giao thừa", "Tổ Cảnh sát trật tự", "Trưởng Công an xã", "Tháng 02/2026"]]])
    assert said(got) == [("Tuần tra đêm giao thừa", ["Tổ Cảnh sát trật tự"], [], "2026-02")]


def test_who_and_when_may_close_an_act_behind_a_dash(tmp_path: Path) -> None:
    got = tasks_of(tmp_path, ["III. NHIỆM VỤ, GIẢI PHÁP", "1. Rà soát nhu cầu nhà ở công nhân - Phòng Kinh tế, tháng 3/2026.", "2. Kiểm tra vệ sinh môi trường, tháng 3/2026."])
    assert [row[1:] for row in said(got)] == [(["Phòng Kinh tế"], [], "2026-03"), ([], [], None)]


def test_tasks_with_numbers_and_notes_alone_are_tasks(tmp_path: Path) -> None:
    got = tasks_of(tmp_path, ["III. NHIỆM VỤ", [["STT", "Nhiệm vụ", "Ghi chú"], ["1", "Cấp bù miễn giảm học phí", "Phòng Kinh tế chủ trì; hoàn thành trước 30/10/2026"],
                                                 ["2", "Kiểm tra dạy thêm, học thêm", "Công an xã, Quý II/2026"]]])
    assert said(got) == [("Cấp bù miễn giảm học phí", ["Phòng Kinh tế"], [], "../2026-10-29"), ("Kiểm tra dạy thêm, học thêm", ["Công an xã"], [], "2026-34")]


def test_things_with_notes_alone_are_no_tasks(tmp_path: Path) -> None:
    assert tasks_of(tmp_path, ["III. NHIỆM VỤ", [["STT", "Nội dung", "Ghi chú"], ["1", "Máy tính xách tay", "Hỏng"], ["2", "Bàn ghế hội trường", "Đang dùng"]]]) == []


def test_months_may_stand_as_numbers_below_first_and_last(tmp_path: Path) -> None:
    got = tasks_of(tmp_path, ["III. NHIỆM VỤ", [["STT", "Nhiệm vụ", "Tháng bắt đầu", "Tháng hoàn thành", "Đơn vị"], ["1", "Thi công đường liên thôn", "3", "8", "Phòng Kinh tế"],
                                                 ["2", "Trồng hoa dọc tuyến đường", "2", "4", "Công an xã"]]])
    assert [row[3] for row in said(got)] == ["2026-03/2026-08", "2026-02/2026-04"]


def test_who_helps_in_a_table_below_a_unit_does_not_lead(tmp_path: Path) -> None:
    got = tasks_of(tmp_path, ["IV. TỔ CHỨC THỰC HIỆN", "1. Phòng Kinh tế:", [["TT", "Công việc", "Phối hợp", "Thời hạn"], ["1", "Lập dự toán kinh phí", "Công an xã", "20/01/2026"]],
                              "2. Trạm Y tế:", [["TT", "Công việc", "Phối hợp", "Thời hạn"], ["1", "Giám sát dịch bệnh", "Các trường học", "Quý I/2026"]]])
    assert [(t["lead"], t["support"]) for t in got] == [(["Phòng Kinh tế"], ["Công an xã"]), (["Trạm Y tế"], ["Các trường học"])]


def test_one_unit_below_a_quarter_is_charged_as_several_below_another(tmp_path: Path) -> None:
    got = tasks_of(tmp_path, ["III. NHIỆM VỤ, GIẢI PHÁP", "1. Quý I/2026", "1.1. Phòng Kinh tế", "- Tổ chức ra quân làm thủy lợi.", "1.2. Công an xã", "- Bảo vệ các sự kiện đầu xuân.",
                              "2. Quý II/2026", "2.1. Phòng Kinh tế", "- Nghiệm thu diện tích gieo cấy."])
    assert [row[1:] for row in said(got)] == [(["Phòng Kinh tế"], [], "2026-33"), (["Công an xã"], [], "2026-33"), (["Phòng Kinh tế"], [], "2026-34")]


def test_who_watches_over_an_item_is_no_item_below_it(tmp_path: Path) -> None:
    got = tasks_of(tmp_path, ["III. NHIỆM VỤ", "1. Ban hành kế hoạch phòng, chống tham nhũng", "- Đơn vị tham mưu: Văn phòng HĐND và UBND", "- Lãnh đạo phụ trách: Chủ tịch UBND xã",
                              "- Thời hạn hoàn thành: 31/01/2026"])
    assert said(got) == [("Ban hành kế hoạch phòng, chống tham nhũng", ["Văn phòng HĐND và UBND"], [], "2026-01-31")]


def test_days_below_a_heading_of_what_they_stand_before(tmp_path: Path) -> None:
    got = tasks_of(tmp_path, ["III. NHIỆM VỤ", [["STT", "Nhiệm vụ", "Đơn vị", "Hoàn thành trước ngày"], ["1", "Nhập dữ liệu tiêm chủng", "Trạm Y tế", "15/02/2026"]]])
    assert [row[3] for row in said(got)] == ["../2026-02-14"]


def test_a_group_row_may_sum_up_costs_and_be_in_capitals(tmp_path: Path) -> None:
    got = tasks_of(tmp_path, ["III. NHIỆM VỤ", [["STT", "Nhiệm vụ", "Chủ trì", "Kinh phí (triệu đồng)", "Thời gian"], ["A", "PHÒNG KINH TẾ", "", "120", ""],
                                                 ["1", "Nâng cấp phòng họp trực tuyến", "", "120", "Quý III/2026"]]])
    assert said(got) == [("Nâng cấp phòng họp trực tuyến", ["Phòng Kinh tế"], [], "2026-35")]


def test_a_heading_may_name_whose_tasks_follow_or_who_from_when(tmp_path: Path) -> None:
    got = tasks_of(tmp_path, ["III. NHIỆM VỤ", "1. Nhiệm vụ của các thôn", "- Củng cố tổ tự quản.", "2. Xử lý vi phạm (Công an xã, Phòng Kinh tế; từ tháng 3/2026)", "- Lập biên bản các trường hợp tái vi phạm."])
    assert [row[1:] for row in said(got)] == [(["Các thôn"], [], None), (["Công an xã", "Phòng Kinh tế"], [], "2026-03/..")]


def test_a_row_without_owners_may_say_them_in_its_wording(tmp_path: Path) -> None:
    got = tasks_of(tmp_path, ["III. NHIỆM VỤ", [["STT", "Nhiệm vụ", "Thời gian"], ["1", "Kiểm tra chợ (Phòng Kinh tế chủ trì, Công an xã phối hợp)", "Tháng 3/2026"],
                                                 ["2", "Giao Trạm Y tế khám sàng lọc học sinh", "Tháng 9/2026"], ["3", "Trồng cây ven đường", "Tháng 2/2026"]]])
    assert [(t["lead"], t["support"]) for t in got] == [(["Phòng Kinh tế"], ["Công an xã"]), (["Trạm Y tế"], []), ([], [])]
