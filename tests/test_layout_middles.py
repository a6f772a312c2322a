"""Tables in characters whose cells are set to the middle of their rows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractors.layout_middles import middle_rows
from extractors.text_reader import read_text
from pipeline.assemble import assemble
from pipeline.records import PlanRecord

TEXT = """\
 ỦY BAN NHÂN DÂN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    XÃ YÊN MINH                   Độc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND                Yên Minh, ngày 05 tháng 01 năm 2026

                            KẾ HOẠCH
          Thực hiện chuyển đổi số năm 2026 trên địa bàn xã

                            PHỤ LỤC
                      DANH MỤC NHIỆM VỤ
                                      Đơn vị             Đơn vị          Thời gian
STT            Nhiệm vụ
                                      chủ trì           phối hợp        hoàn thành
 I   Hạ tầng số
                                                     Phòng Kinh tế;
     Xây dựng kế hoạch phát       Phòng Văn hóa -
 1                                                   Công an xã;        Quý I/2026
     triển hạ tầng số của xã      Xã hội
                                                     các thôn
     Rà soát, cập nhật dữ liệu                                          Trước ngày
 2                                Phòng Kinh tế      Các thôn
     đất đai                                                            30/6/2026
     Kiểm tra an toàn thông
     tin các hệ thống dùng                           Văn phòng HĐND
 3                                Công an xã                            Hằng quý
     chung của xã và của các                         và UBND
     đơn vị trực thuộc
\f                                        2
                                  Trung tâm Phục
 4   Tập huấn kỹ năng số                             Đoàn Thanh niên    Tháng 9/2026
                                  vụ hành chính
     Tuyên truyền về chuyển
                                  công
 5   đổi số trên hệ thống loa     Phòng Văn hóa -    Các thôn           Thường xuyên
     truyền thanh                 Xã hội
"""


def _plan(text: str) -> PlanRecord:
    return assemble(read_text(text.encode(), "xa.txt"))


def test_a_row_holds_the_lines_around_its_number() -> None:
    tasks = _plan(TEXT).tasks
    assert [(t.text, t.lead, t.support, t.deadline.raw if t.deadline else None) for t in tasks[:3]] == [
        ("Xây dựng kế hoạch phát triển hạ tầng số của xã", ("Phòng Văn hóa - Xã hội",), ("Phòng Kinh tế", "Công an xã", "Các thôn"), "Quý I/2026"),
        ("Rà soát, cập nhật dữ liệu đất đai", ("Phòng Kinh tế",), ("Các thôn",), "Trước ngày 30/6/2026"),
        ("Kiểm tra an toàn thông tin các hệ thống dùng chung của xã và của các đơn vị trực thuộc", ("Công an xã",), ("Văn phòng HĐND và UBND",), "Hằng quý")]


def test_a_page_goes_on_with_the_columns_of_the_one_before() -> None:
    tasks = _plan(TEXT).tasks
    assert [t.text for t in tasks[3:]] == ["Tập huấn kỹ năng số", "Tuyên truyền về chuyển đổi số trên hệ thống loa truyền thanh"]
    assert [t.deadline.raw for t in tasks[3:] if t.deadline] == ["Tháng 9/2026", "Thường xuyên"]


def test_a_cell_half_a_line_off_belongs_to_its_row() -> None:
    lines = [[(1, "Lập sổ theo dõi các hộ")], [(2, "Trạm Y")], [(0, "1"), (1, "có người cao tuổi trên")], [(2, "tế xã")], [(1, "địa bàn")],
             [(1, "Khám sức khỏe")], [(0, "2"), (2, "Trạm Y tế xã")], [(1, "định kỳ")]]
    assert middle_rows(lines, [False] * 8, [2, 6], False, False) == [0, 5]


@given(st.lists(st.tuples(st.integers(0, 3), st.text("Ab c,", min_size=1, max_size=8)), min_size=1, max_size=12), st.data())
def test_rows_begin_at_or_above_their_numbers(cells: list[tuple[int, str]], data: st.DataObject) -> None:
    lines = [[cell] for cell in cells]
    anchors = sorted(data.draw(st.sets(st.integers(0, len(lines) - 1), min_size=1)))
    rows = middle_rows(lines, [False] * len(lines), anchors, data.draw(st.booleans()), data.draw(st.booleans()))
    assert rows[0] == 0 and rows == sorted(set(rows)) and all(0 <= k < len(lines) for k in rows)
    assert len(rows) >= len(anchors)
