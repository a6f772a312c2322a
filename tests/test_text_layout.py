"""Text that keeps the page's layout in blanks, as `pdftotext -layout` writes it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.document import Line, Place, Table
from extractors.layout_columns import Columns, column_starts, printed
from extractors.layout_head import times_apart
from extractors.text_layout import keeps_layout, lay_out
from extractors.text_reader import read_text
from pipeline.assemble import assemble
from pipeline.records import PlanRecord

HEAD = """\
 ỦY BAN NHÂN DÂN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    XÃ YÊN MINH                   Độc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND                Yên Minh, ngày 05 tháng 01 năm 2026

                            KẾ HOẠCH
          Thực hiện chuyển đổi số năm 2026 trên địa bàn xã
"""
TASKS = """\
      II. NHIỆM VỤ
TT         Nhiệm vụ                  Cơ quan chủ trì     Cơ quan phối hợp      Thời gian
                                                                              hoàn thành
I    Hạ tầng số, dữ liệu số và an toàn thông tin mạng trên địa bàn xã năm 2026
1    Xây dựng kế hoạch phát        Phòng Văn hóa -     Phòng Kinh tế;        Quý I/2026
     triển hạ tầng số của xã       Xã hội              Công an xã
2    Rà soát, cập nhật dữ liệu đất Phòng Kinh tế       Các thôn              Trước ngày
     đai trên toàn địa bàn                                                   30/6/2026
3    Kiểm tra an toàn thông tin    Công an xã          Văn phòng HĐND        Hằng quý
     các hệ thống dùng chung                           và UBND xã
\f                                        2
TT         Nhiệm vụ                  Cơ quan chủ trì     Cơ quan phối hợp      Thời gian
                                                                              hoàn thành
     của xã và của tỉnh
4    Tập huấn kỹ năng số cho       Trung tâm Phục      Đoàn Thanh niên xã    Tháng 9/2026
     cán bộ thôn                   vụ hành chính công
"""
TARGETS = """\
      I. CHỈ TIÊU
TT            Chỉ tiêu               Đơn vị tính      Năm 2026      Năm 2030
1    Tỷ lệ hồ sơ trực tuyến toàn          %             70            90
     trình
2    Tỷ lệ dân số trưởng thành            %            ≥ 60          100
     có chữ ký số
3    Số mô hình chợ không dùng         mô hình          02            05
     tiền mặt
4    Tỷ lệ thôn có sóng 5G                %             80           100
"""
FOOT = """\
Nơi nhận:                              TM. ỦY BAN NHÂN DÂN
- UBND tỉnh;                                 CHỦ TỊCH
- Lưu: VT.

                                           Nguyễn Văn An
"""


def _plan(text: str) -> PlanRecord:
    return assemble(read_text(text.encode("utf-8"), "ke-hoach.txt"))


def test_tasks_with_owners_and_deadlines() -> None:
    plan = _plan(HEAD + TASKS + FOOT)
    assert [(t.text, t.lead, t.support, t.deadline.edtf or t.deadline.rrule[0]) for t in plan.tasks if t.deadline] == [
        ("Xây dựng kế hoạch phát triển hạ tầng số của xã", ("Phòng Văn hóa - Xã hội",), ("Phòng Kinh tế", "Công an xã"), "2026-33"),
        ("Rà soát, cập nhật dữ liệu đất đai trên toàn địa bàn", ("Phòng Kinh tế",), ("Các thôn",), "../2026-06-29"),
        ("Kiểm tra an toàn thông tin các hệ thống dùng chung của xã và của tỉnh", ("Công an xã",), ("Văn phòng HĐND và UBND",), "FREQ=MONTHLY;INTERVAL=3"),
        ("Tập huấn kỹ năng số cho cán bộ thôn", ("Trung tâm Phục vụ hành chính công",), ("Đoàn Thanh niên Cộng sản Hồ Chí Minh xã",), "2026-09"),
    ]


def test_targets_by_year_in_columns_set_to_the_middle() -> None:
    plan = _plan(HEAD + TARGETS + FOOT)
    assert [(t.comparator, t.value, t.horizon) for t in plan.targets] == [
        ("=", 70, "2026"), ("=", 90, "2030"), (">=", 60, "2026"), ("=", 100, "2030"), ("=", 2, "2026"), ("=", 5, "2030"),
        ("=", 80, "2026"), ("=", 100, "2030")]


def test_blocks_side_by_side_are_read_one_after_the_other() -> None:
    plan = _plan(HEAD + TASKS + FOOT).plan
    assert (plan.commune, plan.number, plan.issue_date, plan.signer, plan.signer_title) == ("Yên Minh", "12/KH-UBND", "2026-01-05", "Nguyễn Văn An", "CHỦ TỊCH")


def test_every_line_of_the_text_is_kept() -> None:
    text = HEAD + TARGETS + TASKS + FOOT
    document = read_text(text.encode("utf-8"), "ke-hoach.txt")
    assert sorted("".join(line.text for line in document.lines()).split()) != []
    kept = sorted(w for line in document.lines() for w in line.text.split())
    assert kept == sorted(text.replace("\f", " ").split())


def test_text_without_columns_is_read_as_before() -> None:
    lines = [Line(text, Place(lines=(n, n))) for n, text in enumerate(["Kế hoạch  năm 2026", "- Một  hai", "Cơ quan chủ trì", "Phòng Kinh tế"] * 5, 1)]
    assert not keeps_layout(lines)


def test_a_column_may_begin_one_blank_behind_full_cells() -> None:
    rows = [printed(Line(line, Place(lines=(n, n)))) for n, line in enumerate(TASKS.splitlines()[4:10], 1)]
    assert len(column_starts(rows)) == 4


DRIFTING = """\
      II. NHIỆM VỤ
TT      Nội dung                Cơ quan chủ      Cơ quan        Thời gian
                                  trì            phối hợp
I    Hạ tầng số
1    Xây dựng kế hoạch phát     Phòng Văn hóa    Phòng Kinh     Quý I/2026
     triển hạ tầng số           - Xã hội         tế
2    Rà soát dữ liệu đất       Phòng Kinh tế     Các thôn       Trước ngày
     đai toàn địa bàn                                          30/6/2026
II   Tập huấn kỹ năng số, an toàn thông tin mạng
3    Tập huấn kỹ năng số cho cán    Trung tâm      Đoàn           Tháng 9/2026
     bộ các thôn trên địa bàn       Phục vụ hành   Thanh niên
                                    chính công     xã
      III. TỔ CHỨC THỰC HIỆN
"""
SHARED = """\
      I. CHỈ TIÊU
TT         Chỉ tiêu           Đơn vị       Lộ trình thực hiện      Cơ quan
                               tính      Năm 2026     Năm 2030     chủ trì
1    Tỷ lệ hồ sơ trực tuyến     %           70           90        Công an xã
2    Số mô hình chợ số       mô hình         2            5        Phòng Kinh tế
     Trong đó: chợ xã        mô hình         1            3        Phòng Kinh tế
3    Tỷ lệ thôn có 5G           %           80          100        Phòng Kinh tế
"""
UNNUMBERED = """\
      Phụ lục
Thời gian              Nội dung công việc                   Đơn vị thực hiện
Tháng 02    Ban hành kế hoạch chuyển đổi số của xã          Phòng Kinh tế
            Tập huấn kỹ năng số cho cán bộ các thôn         Công an xã
Tháng 4     Kiểm tra việc thực hiện tại các đơn vị          Văn phòng HĐND
            và các thôn trên địa bàn                        và UBND xã
"""


def test_columns_that_stand_elsewhere_in_each_row() -> None:
    assert [(t.text, t.lead, t.support, t.deadline.edtf) for t in _plan(HEAD + DRIFTING + FOOT).tasks if t.deadline] == [
        ("Xây dựng kế hoạch phát triển hạ tầng số", ("Phòng Văn hóa - Xã hội",), ("Phòng Kinh tế",), "2026-33"),
        ("Rà soát dữ liệu đất đai toàn địa bàn", ("Phòng Kinh tế",), ("Các thôn",), "../2026-06-29"),
        ("Tập huấn kỹ năng số cho cán bộ các thôn trên địa bàn", ("Trung tâm Phục vụ hành chính công",), ("Đoàn Thanh niên Cộng sản Hồ Chí Minh xã",), "2026-09"),
    ]


def test_a_heading_over_two_columns_and_rows_of_figures_below_a_row() -> None:
    targets = _plan(HEAD + SHARED + FOOT).targets
    assert [(t.value, t.horizon) for t in targets] == [(70, "2026"), (90, "2030"), (2, "2026"), (5, "2030"), (1, "2026"), (3, "2030"), (80, "2026"), (100, "2030")]


def test_rows_without_numbers() -> None:
    tables = [b for b in read_text((HEAD + UNNUMBERED + TARGETS + FOOT).encode("utf-8"), "ke-hoach.txt").blocks if isinstance(b, Table)]
    assert [cell.text for cell in tables[0].cells if cell.col == 1] == [
        "Nội dung công việc", "Ban hành kế hoạch chuyển đổi số của xã", "Tập huấn kỹ năng số cho cán bộ các thôn",
        "Kiểm tra việc thực hiện tại các đơn vị và các thôn trên địa bàn"]


GLUED = """\
TT   Nhiệm vụ                  Cơ quan chủ trì   Cơ quan phối hợp  Thời gian
1    Lắp đặt camera            Công an xã        Các thôn          Quý I/2026
2    Tập huấn kỹ năng số       Phòng Kinh tế     Công an xã        Quý II/2026
3    Cấu hình, công khai mã QR của Trung tâm Phục vụ Phòng Kinh tế 28/02/2026
     thủ tục hành chính        hành chính công
"""


def test_cells_glued_to_each_other_are_unsure() -> None:
    rows = [printed(Line(line, Place(lines=(n, n)))) for n, line in enumerate(GLUED.splitlines(), 1)]
    columns = Columns(rows, 0, column_starts(rows))
    assert [min(line.confidence for _, _, line in columns.cells(row)) < 1.0 for row in rows] == [False, False, False, True, False]


def test_a_text_of_glued_cells_is_told() -> None:
    _, first, _, row, _ = GLUED.splitlines()
    more = f"4{row[1:]}\n5{first[1:]}\n6{row[1:]}\n7{row[1:]}\n"
    notes = read_text((HEAD + GLUED + more + FOOT).encode("utf-8"), "ke-hoach.txt").notes
    assert [note.kind for note in notes] == ["columns-glued"]
    assert read_text((HEAD + TASKS + FOOT).encode("utf-8"), "ke-hoach.txt").notes == []


@pytest.mark.parametrize("piece, parts", [
    ("Quý I Quý II", ["Quý I", "Quý II"]), ("2026 2027", ["2026", "2027"]), ("Năm 2026", []), ("Kết quả quý", [])])
def test_times_one_blank_apart(piece: str, parts: list[str]) -> None:
    assert [piece[a:b] for a, b in times_apart(piece)] == parts


@given(st.lists(st.text("ab1. -\f\t", min_size=1, max_size=60).filter(str.strip), min_size=1, max_size=40))
def test_no_text_fails_and_no_word_is_lost(texts: list[str]) -> None:
    lines = [Line(text, Place(lines=(n, n))) for n, text in enumerate(texts, 1)]
    blocks = lay_out(lines)
    kept = [line for b in blocks for line in ([*b.lines(), *b.repeated] if isinstance(b, Table) else [b])]
    assert sorted("".join("".join(line.text.split()) for line in kept)) == sorted("".join("".join(text.split()) for text in texts))


def test_the_heading_of_row_numbers_set_to_the_middle_is_no_column() -> None:
    text = """\
        STT          Chỉ tiêu                 ĐVT        Năm 2026      Năm 2030      Đơn vị chủ trì
  I            Kinh tế số
  1            Tỷ lệ hộ bán hàng trên         %          20            45            Phòng Kinh tế
               sàn điện tử
  2            Số hợp tác xã dùng sổ          Hợp tác    3             7             Phòng Kinh tế
               nhật ký điện tử                xã
  3            Tỷ lệ giao dịch không          %          60            85            Công an xã
               dùng tiền mặt
  4            Số điểm phát sóng 5G           Điểm       2             6             Phòng Văn hóa
"""
    blocks = lay_out([Line(line, Place(lines=(n, n))) for n, line in enumerate(text.rstrip("\n").split("\n"), 1)])
    table, = [block for block in blocks if isinstance(block, Table)]
    assert table.n_cols == 6
    rows = [[cell.text if cell else "" for cell in row] for row in table.grid()]
    assert rows[0][:3] == ["STT", "Chỉ tiêu", "ĐVT"]
    assert [row[0] for row in rows[-4:]] == ["1", "2", "3", "4"]
