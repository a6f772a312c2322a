"""Tables whose cells are ticks under a quarter, a month or a unit, and tables that share a target out by village."""

from __future__ import annotations

import pytest

from extractors.allotment import read_allotment
from extractors.document import Cell, Line, Place, Table
from extractors.flat_allotment import find_allotment
from extractors.flat_table import rebuild
from extractors.mark_columns import mark_columns, marked_owners, marked_time, ticked_in
from extractors.raw import RawPlan, RawTask
from extractors.stacked_values import stacked
from extractors.table_headers import heading_role
from extractors.table_records import read_table


def table(rows: list[list[str | None]], header_rows: int | None = 1) -> Table:
    """A ruled table; None repeats the cell above, "<" the cell on the left."""
    cells: list[Cell] = []
    at: dict[tuple[int, int], Cell] = {}
    number = 0
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text is None:
                cell = at[r - 1, c]
                cell.row_span = r - cell.row + 1
            elif text == "<":
                cell = at[r, c - 1]
                cell.col_span = c - cell.col + 1
            else:
                lines = [Line(text, Place(), number=number)] if text else []
                number += 1
                cell = Cell(r, c, lines)
                cells.append(cell)
            at[r, c] = cell
    return Table(cells, len(rows), len(rows[0]), Place(), "ruled", header_rows)


def plan() -> RawPlan:
    return RawPlan("x", "Kế hoạch", [], ["Công tác năm 2026"], [], [])


QUARTERS: list[list[str | None]] = [
    ["STT", "Nội dung", "Đơn vị thực hiện", "Thời gian thực hiện", "<", "<", "<"],
    [None, None, None, "Quý I", "Quý II", "Quý III", "Quý IV"],
    ["1", "Tổ chức tập huấn", "Phòng Kinh tế", "x", "x", "", ""],
    ["2", "Kiểm tra, giám sát", "Công an xã", "", "", "", "X"],
]


@pytest.mark.parametrize("header_rows", [2, None])
def test_a_tick_under_a_quarter_is_its_time(header_rows: int | None) -> None:
    got = plan()
    read_table(table(QUARTERS, header_rows), got, ("II. NHIỆM VỤ",), "task")
    tasks = [r for r in got.records if isinstance(r, RawTask)]
    assert [(t.text, t.deadline) for t in tasks] == [("Tổ chức tập huấn", "Quý I, II/2026"), ("Kiểm tra, giám sát", "Quý IV/2026")]


@pytest.mark.parametrize(("heads", "ticks", "expected"), [
    (["Tháng 1", "Tháng 2", "Tháng 3"], ["x", "", "x"], "Tháng 1, 3/2026"),
    (["T10", "T11", "T12"], ["", "x", "x"], "Tháng 11, 12/2026"),
    (["2026", "2027", "2028"], ["x", "x", ""], "Năm 2026, 2027"),
    (["Quý I/2027", "Quý II/2027"], ["", "✓"], "Quý II/2027"),
])
def test_ticked_columns_make_one_phrase(heads: list[str], ticks: list[str], expected: str) -> None:
    made = table([["TT", "Nội dung", *heads], ["1", "Việc", *ticks], ["2", "Việc khác", *["x"] * len(heads)]])
    columns = mark_columns(made, 1)
    assert marked_time(ticked_in(made.grid()[1], columns), ["Kế hoạch năm 2026"]) == expected


def test_a_tick_under_a_unit_makes_it_the_owner() -> None:
    made = table([["TT", "Nội dung", "Phòng Kinh tế", "Công an xã"], ["1", "Việc", "x", ""], ["2", "Việc khác", "x", "x"]])
    assert marked_owners(made.grid()[2], mark_columns(made, 1)) == {"owner": "Phòng Kinh tế; Công an xã"}


def test_other_marks_are_no_schedule() -> None:
    made = table([["TT", "Nội dung", "Đạt", "Ghi chú"], ["1", "Việc", "x", "y"], ["2", "Việc khác", "x", ""]])
    assert mark_columns(made, 1) == {}


VILLAGES: list[list[str | None]] = [
    ["STT", "Thôn, tổ dân phố", "Dân số (người)", "Chỉ tiêu giao năm 2026", "<"],
    [None, None, None, "Số người tham gia BHYT (người)", "Tỷ lệ bao phủ BHYT (%)"],
    ["1", "Thôn Đông", "1.200", "1.150", "95,8"],
    ["2", "Thôn Đoài", "800", "770", "-"],
    ["", "Tổng cộng", "2.000", "1.920", "96"],
]


def test_a_target_shared_out_by_village_gives_one_target_a_cell() -> None:
    got = read_allotment(table(VILLAGES, None), ("3. Giao chỉ tiêu cho các thôn",), "target")
    assert got is not None and got[0] == 2
    assert [(t.text, t.value, t.measure, t.period, t.no) for t in got[1]] == [
        ("Số người tham gia BHYT - Thôn Đông", "1.150", "người", "2026", "1"),
        ("Tỷ lệ bao phủ BHYT - Thôn Đông", "95,8", "%", "2026", "1"),
        ("Số người tham gia BHYT - Thôn Đoài", "770", "người", "2026", "2")]


def test_a_bare_column_takes_its_meaning_from_the_heading() -> None:
    made = table([["TT", "Chi hội", "Chỉ tiêu giao"], ["1", "Chi hội thôn 1", "15"], ["2", "Chi hội thôn 2", "12"]])
    got = read_allotment(made, ("2. Phát triển hội viên mới",), "target")
    assert got is not None and [t.text for t in got[1]] == ["Phát triển hội viên mới - Chi hội thôn 1", "Phát triển hội viên mới - Chi hội thôn 2"]


@pytest.mark.parametrize("rows", [
    [["TT", "Đơn vị", "Nhiệm vụ"], ["1", "Phòng Kinh tế", "Tham mưu bố trí kinh phí"], ["2", "Công an xã", "Bảo đảm an ninh"]],
    [["TT", "Thôn", "Số hộ"], ["1", "Thôn 1", "120"], ["2", "Thôn 2", "90"]],
    [["TT", "Chỉ tiêu", "Năm 2026"], ["1", "Tỷ lệ hộ nghèo", "2"], ["2", "Hồ sơ trực tuyến", "90"]],
])
def test_other_tables_are_left_alone(rows: list[list[str | None]]) -> None:
    assert read_allotment(table(rows), ("II. MỤC TIÊU",), "target") is None


def test_ticks_of_a_dump_are_no_part_of_the_cells_before_them() -> None:
    dump = ["STT Nội dung hoạt động Đơn vị thực hiện Đơn vị phối hợp Thời gian thực hiện (năm 2026)", "1 Tổ chức tập huấn kỹ năng số cho người dân ",
            "trên địa bàn xã", "Phòng Kinh tế Công an xã x x", "2 Kiểm tra, giám sát việc thực hiện Kế hoạch ", "ở cơ sở", "Công an xã Trạm Y tế x", "3 Tuyên truyền trên hệ thống truyền thanh ",
            "của xã", "Trạm Y tế Công an xã x x x x"]
    blocks = rebuild([Line(text, Place(lines=(n, n)), number=n) for n, text in enumerate(dump, 1)])
    [made] = [b for b in blocks if isinstance(b, Table)]
    assert [c.text for c in made.cells if c.row == 1][-3:] == ["Phòng Kinh tế", "Công an xã", ""]
    assert {"x x", "x", "x x x x"} <= {line.text.strip() for line in made.repeated}


@pytest.mark.parametrize(("heading", "role"), [("Khoa/phòng theo dõi", "lead"), ("Khoa, phòng thực hiện", "owner"), ("Chi đoàn thực hiện", "owner"),
                                               ("Người/đơn vị phụ trách", "owner"), ("Lực lượng thực hiện", "owner")])
def test_owners_of_other_bodies(heading: str, role: str) -> None:
    assert heading_role(heading) == role


@pytest.mark.parametrize("head", [
    ["STT Thôn, tổ dân phố Dân số", "(người)", "Chỉ tiêu giao năm 2026", "Số người tham gia", "BHYT (người)", "Tỷ lệ bao phủ (%)"],
    ["STT Thôn, tổ dân phố Dân số", "Chỉ tiêu giao năm 2026 Số người tham gia BHYT", "Tỷ lệ bao phủ"],
])
def test_a_shared_target_comes_back_from_a_dump(head: list[str]) -> None:
    dump = ["3. Giao chỉ tiêu cho các thôn", *head, "1 Thôn Đông 1.200 1.150 95,8", "2 Tổ dân phố Nguyễn ", "Trãi 800 770 96,2", "3 Thôn Đoài 640 600 93,7",
            "Tổng cộng 2.640 2.520 95,4", "IV. NHIỆM VỤ"]
    blocks = rebuild([Line(text, Place(lines=(n, n)), number=n) for n, text in enumerate(dump, 1)])
    [made] = [b for b in blocks if isinstance(b, Table)]
    got = read_allotment(made, ("3. Giao chỉ tiêu cho các thôn",), "target")
    assert got is not None
    assert [(t.text.split(" (")[0], t.value) for t in got[1]][2:4] == [
        ("Số người tham gia BHYT - Tổ dân phố Nguyễn Trãi", "770"), ("Tỷ lệ bao phủ - Tổ dân phố Nguyễn Trãi", "96,2")]
    assert isinstance(blocks[-1], Line) and isinstance(blocks[0], Line)


def test_numbered_prose_of_a_dump_is_no_shared_target() -> None:
    dump = ["TT Nội dung Kinh phí", "1 Mua sắm thiết bị 120", "2 Tuyên truyền 45", "3 Tập huấn 30"]
    assert not any(isinstance(b, Table) and b.cells[1].text == "Thôn" for b in rebuild([Line(t, Place(lines=(n, n)), number=n) for n, t in enumerate(dump, 1)]))
    assert find_allotment([Line(t, Place(lines=(n, n)), number=n) for n, t in enumerate(dump, 1)], 0) is None


def test_an_indicator_may_speak_of_results() -> None:
    made = table([["TT", "Địa phương", "Tỷ lệ số hóa hồ sơ, kết quả giải quyết TTHC (%)", "Kết quả năm 2025 (%)"], ["1", "Xã A", "≥ 90", "75"], ["2", "Xã B", "85", "70"]])
    got = read_allotment(made, ("Phụ lục I", "GIAO CHỈ TIÊU NĂM 2026 CHO CÁC XÃ, PHƯỜNG"), "target")
    assert got is not None
    assert [(t.text, t.value) for t in got[1]] == [
        ("Tỷ lệ số hóa hồ sơ, kết quả giải quyết TTHC - Xã A", "≥ 90"), ("Tỷ lệ số hóa hồ sơ, kết quả giải quyết TTHC - Xã B", "85")]


def test_shares_of_a_dump_may_stand_behind_a_comparator() -> None:
    dump = ["TT Địa phương Tỷ lệ hồ sơ nộp trực ", "tuyến (%)", "Tỷ lệ thanh toán trực ", "tuyến (%)", "1 Phường A ≥ 90 ≥ 85", "2 Xã B 85 80", "3 Xã C 80 -"]
    found = find_allotment([Line(text, Place(lines=(n, n)), number=n) for n, text in enumerate(dump, 1)], 0)
    assert found is not None
    assert [c.text for c in found[0].cells if c.row == 1] == ["1", "Phường A", "≥ 90", "≥ 85"]


def test_shares_may_stand_in_columns() -> None:
    made = table([["STT", "Chỉ tiêu", "ĐVT", "Toàn tỉnh", "Phường Tô Hiệu", "Xã Mai Sơn"], ["I", "Chính quyền số", "<", "<", "<", "<"],
                  ["1", "Tỷ lệ hồ sơ trực tuyến", "%", "85", "≥ 90", "80"], ["2", "Số lớp bình dân học vụ số", "Lớp", "12", "10", "-"]])
    got = read_allotment(made, ("PHỤ LỤC", "GIAO CHỈ TIÊU NĂM 2026"), None)
    assert got is not None and got[0] == 1
    assert [(t.text, t.value, t.measure, t.no) for t in got[1]] == [
        ("Tỷ lệ hồ sơ trực tuyến", "85", "%", "1"), ("Tỷ lệ hồ sơ trực tuyến - Phường Tô Hiệu", "≥ 90", "%", "1"), ("Tỷ lệ hồ sơ trực tuyến - Xã Mai Sơn", "80", "%", "1"),
        ("Số lớp bình dân học vụ số", "12", "Lớp", "2"), ("Số lớp bình dân học vụ số - Phường Tô Hiệu", "10", "Lớp", "2")]


@pytest.mark.parametrize("rows", [
    [["STT", "Nhiệm vụ", "Sở Nội vụ", "Sở Tài chính"], ["1", "Rà soát quy chế", "Chủ trì", "Phối hợp"], ["2", "Tổ chức hội nghị", "Phối hợp", "Chủ trì"]],
    [["STT", "Chỉ tiêu", "ĐVT", "Năm 2026", "Phòng Kinh tế"], ["1", "Tỷ lệ hộ nghèo", "%", "2", ""], ["2", "Hồ sơ trực tuyến", "%", "90", ""]],
])
def test_columns_of_other_kinds_are_no_shares(rows: list[list[str | None]]) -> None:
    assert read_allotment(table(rows), ("II. MỤC TIÊU",), "target") is None


def test_a_rate_of_the_same_year_stands_beside_a_column_that_says_target() -> None:
    made = table([["STT", "Tên xã", "Tỷ lệ hộ nghèo năm 2025", "Tỷ lệ hồ sơ trực tuyến năm 2026", "Chỉ tiêu số lớp"], ["1", "Xã Mai Sơn", "3", "85%", "2"], ["2", "Xã Yên Châu", "4", "80%", "1"]])
    got = read_allotment(made, ("GIAO CHỈ TIÊU NĂM 2026",), "target")
    assert got is not None
    assert [t.text for t in got[1]][:2] == ["Tỷ lệ hồ sơ trực tuyến năm 2026 - Xã Mai Sơn", "Chỉ tiêu số lớp - Xã Mai Sơn"]


def stacked_cell(*lines: str) -> Cell:
    return Cell(1, 1, [Line(text, Place(lines=(n, n)), number=n) for n, text in enumerate(lines, 1)])


def test_values_stacked_in_a_cell_belong_to_the_sub_items() -> None:
    main = stacked_cell("Tỷ lệ hồ sơ xử lý trên", "môi trường mạng:", "- Cấp tỉnh", "- Cấp xã, phường và", "đặc khu")
    assert stacked(main, stacked_cell("100", "≥ 90"), stacked_cell("%")) == [
        ("Tỷ lệ hồ sơ xử lý trên môi trường mạng - Cấp tỉnh", "100", "%"), ("Tỷ lệ hồ sơ xử lý trên môi trường mạng - Cấp xã, phường và đặc khu", "≥ 90", "%")]
    assert stacked(main, stacked_cell("100", "(trừ văn bản mật)"), None) == []
    assert stacked(stacked_cell("Tỷ lệ hồ sơ"), stacked_cell("100", "90"), None) == []


def test_shares_of_a_dump_may_stand_in_groups_with_notes_behind() -> None:
    dump = ["STT Đơn vị Chỉ tiêu giao năm 2026 Ghi chú", "Hồ sơ nộp trực", "tuyến (%)", "Số hóa hồ sơ (%)", "I Khối sở, ngành", "1 Sở Nội vụ 95 100", "2 Sở Tài chính 90 100",
            "II Khối xã, phường", "1 Xã Mai Sơn 85 95 Xã điểm", "2 Xã Yên Châu 80 90", "Nơi nhận:"]
    found = find_allotment([Line(text, Place(lines=(n, n)), number=n) for n, text in enumerate(dump, 1)], 0)
    assert found is not None and found[1] == 10
    got = read_allotment(found[0], ("GIAO CHỈ TIÊU",), "target")
    assert got is not None
    assert [(t.text, t.value, t.no) for t in got[1]][3:6] == [
        ("Số hóa hồ sơ - Sở Tài chính", "100", "2"), ("Hồ sơ nộp trực tuyến - Xã Mai Sơn", "85", "1"), ("Số hóa hồ sơ - Xã Mai Sơn", "95", "1")]


def test_months_count_on_beside_those_under_their_heading() -> None:
    """A heading set over the middle of twelve months without rules reaches only some of them."""
    rows: list[list[str | None]] = [["TT", "Nội dung", "1", "Tháng", "<", "4", "Bộ phận"], [None, None, None, "2", "3", None, None],
                                    ["1", "Khám sức khỏe", "x", "x", "", "x", "Trạm Y tế"], ["2", "Tiêm chủng", "x", "", "x", "x", "Trạm Y tế"]]
    found = mark_columns(table(rows, 2), 2)
    assert {col: (m.kind, m.number) for col, m in found.items()} == {2: ("month", 1), 3: ("month", 2), 4: ("month", 3), 5: ("month", 4)}


def test_months_under_their_heading_belong_to_the_header_of_a_table_without_row_numbers() -> None:
    rows: list[list[str | None]] = [["Nội dung hoạt động", "Thời gian thực hiện (tháng)", "<", "<", "Bộ phận phụ trách"], [None, "1", "2", "3", None],
                                    ["I. Y tế dự phòng", "<", "<", "<", "<"], ["Tiêm chủng mở rộng", "x", "", "x", "Trạm Y tế"],
                                    ["Kiểm kê thuốc, vật tư", "", "x", "", "Trạm Y tế"]]
    got = plan()
    read_table(table(rows, None), got, ("II. NHIỆM VỤ",), "task")
    assert [r.deadline for r in got.records if isinstance(r, RawTask)] == ["Tháng 1, 3/2026", "Tháng 2/2026"]


def test_numbers_of_the_columns_are_no_months() -> None:
    rows: list[list[str | None]] = [["TT", "Nội dung", "Thời gian", "", ""], ["", "", "Quý I", "Quý II", "Quý III"], ["(1)", "(2)", "(3)", "(4)", "(5)"],
                                    ["1", "Khảo sát", "x", "", "x"], ["2", "Tập huấn", "", "x", "x"]]
    found = mark_columns(table(rows, 3), 3)
    assert {col: (m.kind, m.number) for col, m in found.items()} == {2: ("quarter", 1), 3: ("quarter", 2), 4: ("quarter", 3)}
    months: list[list[str | None]] = [["TT", "Nội dung", "Tháng", "Tháng", "Tháng"], ["", "", "1", "2", "3"],
                                      ["1", "Khảo sát", "x", "", "x"], ["2", "Tập huấn", "", "x", "x"]]
    assert {m.kind for m in mark_columns(table(months, 2), 2).values()} == {"month"}


def test_numbers_of_the_columns_are_no_headings() -> None:
    rows: list[list[str | None]] = [["TT", "Địa phương", "Tỷ lệ hồ sơ trực tuyến (%)", "Số người học (người)"], ["(1)", "(2)", "(3)", "(4)"],
                                    ["1", "Xã Lâm", "≥ 90", "6.000"], ["2", "Xã Hạ", "85", "5.500"]]
    for header_rows in (1, 2):
        found = read_allotment(table(rows, header_rows), ("Chỉ tiêu giao năm 2026",), "target")
        assert found is not None
        assert found[0] == 2
        assert [t.text for t in found[1]][:2] == ["Tỷ lệ hồ sơ trực tuyến - Xã Lâm", "Số người học - Xã Lâm"]
