"""Tables parted by an empty paragraph, notes below them, measures above those of an appendix, headings typed again over ticks."""

from __future__ import annotations

import pytest

from extractors.document import Cell, Document, Line, Place, Table
from extractors.markup_tables import join_split
from extractors.page_tables import Piece, join_pages
from extractors.raw import RawTarget
from extractors.read import read_plan
from extractors.split_tables import with_whole_tables

_PLACE = Place(path="t1")


def _table(*rows: list[str], spans: dict[tuple[int, int], tuple[int, int]] | None = None) -> Table:
    spans = spans or {}
    cells = [Cell(r, c, [Line(text, _PLACE)] if text else [], *spans.get((r, c), (1, 1)))
             for r, row in enumerate(rows) for c, text in enumerate(row) if text != "^"]
    return Table(cells, len(rows), max(map(len, rows)), _PLACE, "markup")


_NUMBERED = _table(["TT", "Chỉ tiêu", "Lộ trình", "^"], ["^", "^", "2026", "2027"], ["1.1", "Tỷ lệ hộ có nước sạch", "90%", "92%"],
                   spans={(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2)})
_UNNUMBERED = _table(["Nhiệm vụ", "Thời gian", "Đơn vị chủ trì"], ["Trồng cây phân tán", "Quý I/2026", "Phòng Kinh tế"])


@pytest.mark.parametrize(("first", "second", "joined"), [
    (_NUMBERED, _table(["1.2", "Số hợp tác xã", "3", "4"], ["2", "Về xã hội", "^", "^"], spans={(1, 1): (1, 3)}), True),
    (_UNNUMBERED, _table(["Phối hợp tuần tra ban đêm", "Tháng 9/2026", "Công an xã"], ["Sơ kết phong trào", "Quý III/2026", "Phòng Kinh tế"]), True),
    (_UNNUMBERED, _table(["Họ và tên", "Chức vụ", "Điện thoại"], ["Lê Văn Nam", "Trưởng thôn", "0912345678"]), False),
    (_NUMBERED, _table(["TT", "Đơn vị", "Số hộ", "Số khẩu"], ["1", "Thôn Đông", "90", "310"]), False),
])
def test_a_table_without_headings_goes_on_with_the_one_above(first: Table, second: Table, joined: bool) -> None:
    assert len(with_whole_tables([first, second])) == 2 - joined
    assert join_split(first, second, False) is None  # what the cells hold is for the reading of records


def _plan(*blocks: Line | Table) -> Document:
    return Document("a.docx", "docx", list(blocks))


def _line(text: str, centered: bool = False) -> Line:
    return Line(text, _PLACE, whole=True, align="center" if centered else None)


_HEAD = (_line("KẾ HOẠCH"), _line("Phát triển kinh tế năm 2026"), _line("I. CÁC CHỈ TIÊU CHỦ YẾU"))


@pytest.mark.parametrize("note", ["Ghi chú: Số liệu được rà soát lại khi cấp trên giao kế hoạch.", "(*) Theo báo cáo của các đơn vị."])
def test_a_note_below_a_table_is_no_target(note: str) -> None:
    table = _table(["TT", "Chỉ tiêu", "Năm 2026"], ["1", "Tỷ lệ hộ có nước sạch", "90%"])
    assert [r.text for r in read_plan(_plan(*_HEAD, table, _line(note))).records] == ["Tỷ lệ hộ có nước sạch"]


def test_the_measure_over_a_table_of_an_appendix() -> None:
    table = _table(["TT", "Chỉ tiêu", "Năm 2026"], ["1", "Tỷ lệ hộ có nước sạch", "90"])
    plan = read_plan(_plan(*_HEAD, _line("(Chi tiết tại Phụ lục)"), _line("Nơi nhận:"), _line("- Lưu: VT."), _line("TM. ỦY BAN NHÂN DÂN"),
                           _line("PHỤ LỤC", True), _line("DANH MỤC CHỈ TIÊU", True), _line("(Kèm theo Kế hoạch số 8/KH-UBND)", True), _line("(ĐVT: %)"), table))
    assert [r.measure for r in plan.records if isinstance(r, RawTarget)] == ["%"]
    assert all("ĐVT" not in title for r in plan.records for title in r.section)


def test_ticks_below_headings_typed_again() -> None:
    head = ["TT", "Nội dung công việc", "Quý I", "Quý II", "Đơn vị chủ trì"]
    table = _table(head, ["1", "Trồng cây phân tán", "x", "", "Phòng Kinh tế"], head, ["2", "Sơ kết phong trào", "", "x", "Trạm Y tế"])
    plan = read_plan(_plan(_HEAD[0], _HEAD[1], _line("II. NHIỆM VỤ CỤ THỂ"), table))
    assert [getattr(r, "deadline", None) for r in plan.records] == ["Quý I/2026", "Quý II/2026"]


def test_a_group_whose_title_begins_with_the_letter_of_its_number() -> None:
    table = _table(["TT", "Nội dung công việc", "Đơn vị chủ trì"], ["C", "Công tác tuyên truyền", ""], ["1", "Phát tờ rơi tại chợ", "Phòng Kinh tế"])
    plan = read_plan(_plan(_HEAD[0], _HEAD[1], _line("II. NHIỆM VỤ CỤ THỂ"), table))
    assert plan.records[0].section[-1] == "C Công tác tuyên truyền"


def _page(page: int, *rows: list[str], spans: dict[tuple[int, int], tuple[int, int]] | None = None) -> Piece:
    table = _table(*rows, spans=spans)
    return Piece(Table(table.cells, table.n_rows, table.n_cols, Place(page=page), "ruled"), (0.0, 40.0, 240.0, 360.0, 480.0), page)


_TALL = {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2)}
_TOP = (["TT", "Nội dung công việc", "Cơ quan thực hiện", "^"], ["^", "^", "Chủ trì", "Phối hợp"])


def test_an_empty_cell_at_the_top_of_a_page_is_no_rest_of_a_heading() -> None:
    flat = {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (2, 1), (0, 3): (2, 1)}
    heads = (["TT", "Nội dung công việc", "Chủ trì", "Phối hợp"], ["^", "^", "^", "^"])
    (table,) = join_pages([[_page(1, *heads, spans=flat)], [_page(2, ["A", "Tuyên truyền", "", ""], ["1", "Phát tờ rơi", "Phòng Kinh tế", ""])]])
    assert isinstance(table, Table) and [c.row_span for c in table.cells if c.row == 0] == [2, 2, 2, 2]
    (table,) = join_pages([[_page(1, *heads, ["1", "Trồng cây", "Trạm Y tế", "Công an xã"], spans=flat)], [_page(2, ["2", "Phát tờ rơi", "Phòng Kinh tế", ""])]])
    assert isinstance(table, Table) and [c.text for c in table.cells if c.row == 3] == ["2", "Phát tờ rơi", "Phòng Kinh tế", ""]


def test_the_same_headings_again_further_down_one_page() -> None:
    first = _page(1, *_TOP, ["1", "Trồng cây", "Phòng Kinh tế", "Công an xã"], spans=_TALL)
    below = _page(1, *_TOP, ["1", "Phát tờ rơi", "Trạm Y tế", "Các thôn"], spans=_TALL)
    (table,) = join_pages([[first, below]])
    assert isinstance(table, Table) and table.n_rows == 4 and table.page_rows == [1, 1, 1, 1]
    assert [c.text for c in table.cells if c.row == 3] == ["1", "Phát tờ rơi", "Trạm Y tế", "Các thôn"]
    apart = _page(1, ["Họ và tên", "Chức vụ", "Điện thoại", "Ghi chú"], ["Lê Văn Nam", "Trưởng thôn", "0912345678", ""])
    assert len(join_pages([[_page(1, *_TOP, ["1", "Trồng cây", "Phòng Kinh tế", "Công an xã"], spans=_TALL), apart]])) == 2


def test_one_unit_in_the_column_of_leads_of_a_table_whose_columns_are_known_leads() -> None:
    table = _table(["TT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp"], ["1", "Trồng cây", "Trạm Y tế", "Công an xã"],
                   ["2", "Phát tờ rơi", "Công an xã", ""], ["3", "Dọn kênh", "Các trường học", ""], ["4", "Sơ kết", "Phòng Kinh tế", "Trạm Y tế"])
    aligned = Table(table.cells, table.n_rows, table.n_cols, _PLACE, "aligned")
    plan = read_plan(_plan(_HEAD[0], _HEAD[1], _line("II. NHIỆM VỤ CỤ THỂ"), aligned))
    assert [(getattr(r, "lead", None), getattr(r, "support", None)) for r in plan.records][1:3] == [("Công an xã", None), ("Các trường học", None)]
