"""Dumps of task tables: headers that a page repeats above the rest of a row, cells merged over rows, headings in capitals."""

from __future__ import annotations

from extractors.document import Line, Place, Table
from extractors.flat_merged import merged_columns
from extractors.flat_nesting import Heading, nest
from extractors.flat_rows import row_marks
from extractors.flat_segment import RowCells
from extractors.flat_stream import stream_of
from extractors.text_reader import read_text

ROLES = ("task", "lead", "support", "time", "result")


def tables(text: str) -> list[list[list[str]]]:
    return [[[cell.text if cell else "" for cell in row] for row in b.grid()] for b in read_text(text.encode(), "x.txt").blocks if isinstance(b, Table)]


def row(*filled: int) -> RowCells:
    return RowCells(tuple(((c, c + 1),) if c in filled else () for c in range(len(ROLES))), 0.0)


def test_the_rest_of_a_row_below_a_repeated_header() -> None:
    head = "STT Nội dung\nSản phẩm Đơn vị chủ trì\nThời gian Ghi chú\n"
    rows = ["1. Lập danh sách hộ kinh doanh\nDanh sách Phòng Kinh tế Quý I/2026\n", "2. Số hóa hồ sơ hộ tịch\nHồ sơ được số hóa Công an xã Quý II/2026\n",
            "3. Phân công lãnh đạo\nVăn bản Phòng Kinh tế Quý III/2026\n" + head + "trực tiếp phụ trách công tác\ncải cách\n", "4. Tổng kết phong trào\nBáo cáo Công an xã Quý IV/2026\n"]
    found, = tables(head + "".join(rows))
    assert len(found[0]) == 6
    assert [r[0] for r in found[1:]] == ["1.", "2.", "3.", "4."]


def test_start_and_finish_under_one_heading() -> None:
    for parent in ("tiến độ thực hiện", "thời gian thực hiện"):
        columns, parents = nest([Heading(text, ()) for text in ("nhiệm vụ", "chủ trì", parent, "bắt đầu", "hoàn thành")], ("task", "lead", "time", "time", "time"))
        assert [p.text for p in parents] == [parent]
        assert [c.heading.text for c in columns if c.parent == 0] == ["bắt đầu", "hoàn thành"]


def test_means_in_capitals_are_a_column() -> None:
    found, = tables("STT NHIỆM VỤ GIẢI PHÁP CHỦ TRÌ THỜI GIAN\n1 Số hóa hồ sơ hộ tịch\nMở lớp tập huấn\nPhòng Kinh tế\nQuý I/2026\n"
                    "2 Cấp chữ ký số cho người dân\nĐăng bài trên Zalo\nCông an xã\nQuý II/2026\n3 Lập danh sách hộ kinh doanh\nPhát tờ rơi\nPhòng Kinh tế\nQuý III/2026\n")
    assert found[0] == ["STT", "NHIỆM VỤ", "GIẢI PHÁP", "CHỦ TRÌ", "THỜI GIAN"]


def test_a_time_merged_over_rows_with_owners_of_their_own() -> None:
    rows = [row(0, 1, 2, 3), row(0, 1, 2), row(0, 1, 4), row(0, 1, 3)]
    assert [merged_columns(ROLES, rows, r) for r in range(4)] == [(), (3,), (3,), ()]


def test_times_left_out_of_first_rows_are_left_out() -> None:
    rows = [row(0, 1), row(0, 1, 3), row(0, 1, 2), row(0, 1, 3), row(0, 1, 3)]
    assert merged_columns(ROLES, rows, 2) == ()
    assert merged_columns(ROLES, [row(0, 1, 3), row(0, 1), None, row(0, 1), row(0, 1, 3), row(0, 1, 3)], 1) == ()


def test_both_owners_merged_over_rows() -> None:
    rows = [row(0, 1, 2, 3), row(0, 3, 4), *(row(0, 1, 2, 3) for _ in range(3))]
    assert merged_columns(ROLES, rows, 1) == (1, 2)
    assert merged_columns(ROLES, [*rows[:1], row(0), *rows[2:]], 1) == ()


def test_a_row_number_behind_a_whole_word() -> None:
    stream = stream_of([Line(text, Place()) for text in ("1 Sửa trụ sở", "được nâng cấp", "2 Đào tạo cán bộ", "theo quy định", "3 Mua sắm máy tính")])
    assert [mark.path for mark in row_marks(stream, 0, len(stream.words))] == [(1,), (2,), (3,)]


def test_a_line_behind_a_comma_heads_no_group() -> None:
    rows = "".join(f"{n} {act}\nPhòng Kinh tế\nQuý I/2026\nQuyết định thành lập,\nQuy chế hoạt động\n" for n, act in enumerate(
        ("Rà soát hạ tầng mạng", "Kiện toàn tổ công tác", "Lập danh sách hộ nghèo", "Sơ kết phong trào"), 1))
    found, = tables("STT Nhiệm vụ Đơn vị chủ trì Thời gian Kết quả\nCông tác chỉ đạo, điều hành\n" + rows)
    assert [r[0] for r in found[2:]] == ["1", "2", "3", "4"]


def test_the_number_of_the_first_page_below_its_last_row() -> None:
    rows = [f"{n} Kiểm tra an toàn lao động tại cơ sở {'ABCDEFGH'[n - 1]}\nCông an xã\nQuý I/2026\nBáo cáo kết quả\n" for n in range(1, 9)]
    found, = tables("STT Nhiệm vụ Đơn vị chủ trì Thời gian Kết quả\n" + "".join(rows[:5]) + "1\n" + "".join(rows[5:]))
    assert [r[4] for r in found[1:]] == ["Báo cáo kết quả"] * 8


def test_row_numbers_on_lines_of_their_own_at_an_even_beat() -> None:
    acts = ("Rà soát,", "Sắp xếp,", "Giải thể,", "Sáp nhập,")
    wording = ("thành lập lại", "các đơn vị", "sự nghiệp", "công lập", "trên địa bàn", "theo lộ trình", "đã được", "cấp trên", "phê duyệt,", "bảo đảm", "tinh gọn,",
               "hiệu quả,", "đúng quy định", "của pháp luật", "hiện hành")
    rows = "".join(f"{n}\n\n{act} \n" + "".join(f"{line} \n" for line in wording) + "\nSở Nội vụ\n\nQuý I/2026\n\n" for n, act in enumerate(acts, 1))
    text = "UBND TỈNH BẮC SƠN\nKẾ HOẠCH\nSắp xếp các đơn vị\nI. NHIỆM VỤ\n\nTT Nhiệm vụ\n\nCơ quan chủ trì\n\nThời gian\n\n" + rows
    found, = tables(text)
    assert [r[0] for r in found[1:]] == ["1", "2", "3", "4"]
