"""Dumps whose header shares its last line with a row's number, opens behind an introduction, or has notes and lists in the last cells."""

from __future__ import annotations

from extractors.document import Table
from extractors.text_reader import read_text


def tables(text: str) -> list[list[list[str]]]:
    return [[[cell.text if cell else "" for cell in row] for row in b.grid()] for b in read_text(text.encode(), "x.txt").blocks if isinstance(b, Table)]


def test_the_first_row_behind_the_headings() -> None:
    table, = tables("STT Nội dung công việc Cơ quan chủ trì Phối hợp 1 Nạo vét kênh mương,\nkhơi thông dòng chảy\nPhòng Kinh tế\ncác thôn\n2 Trồng cây phân tán\nHội Nông dân xã\ncác thôn\n")
    assert table[0] == ["STT", "Nội dung công việc", "Cơ quan chủ trì", "Phối hợp"]
    assert table[1:] == [["1", "Nạo vét kênh mương, khơi thông dòng chảy", "Phòng Kinh tế", "các thôn"], ["2", "Trồng cây phân tán", "Hội Nông dân xã", "các thôn"]]


def test_a_number_behind_headings_of_a_later_page() -> None:
    head = "TT Nhiệm vụ Đơn vị chủ trì Thời gian"
    rows = ["Nạo vét kênh mương", "Trồng cây phân tán", "Sửa chữa nhà văn hóa", "Kiểm tra vệ sinh thú y"]
    text = head + "\n" + "".join(f"{n} {row}\nPhòng Kinh tế\nQuý II/2026\n" for n, row in enumerate(rows[:2], 1))
    text += f"{head} 3\n{rows[2]}\nPhòng Kinh tế\nQuý II/2026\n4 {rows[3]}\nTrạm Y tế xã\nQuý III/2026\n"
    table, = tables(text)
    assert [row[:3] for row in table[1:]] == [[str(n), row, "Phòng Kinh tế" if n < 4 else "Trạm Y tế xã"] for n, row in enumerate(rows, 1)]


def test_an_introduction_is_no_heading() -> None:
    table, = tables("Các nhiệm vụ cụ thể được giao như sau:\nSố TT Nhiệm vụ Đơn vị chủ trì Thời gian\n1 Nạo vét kênh mương\nPhòng Kinh tế\nQuý II/2026\n2 Trồng cây phân tán\nHội Nông dân xã\nQuý III/2026\n")
    assert table[0] == ["Số TT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời gian"] and [row[0] for row in table[1:]] == ["1", "2"]


def test_notes_where_no_product_is_named() -> None:
    body = "".join(f"{n} {act}\nPhòng Kinh tế\nQuý II/2026\n{rest}\n" for n, (act, rest) in enumerate((
        ("Nạo vét kênh mương", "Báo cáo\nNhiệm vụ trọng tâm"), ("Trồng cây phân tán", "Kế hoạch"), ("Sửa chữa nhà văn hóa", "Chuyển tiếp từ năm 2025"),
        ("Kiểm tra vệ sinh thú y", "Biên bản"), ("Tuyên truyền an toàn giao thông", "Theo Công văn số 12/UBND-KT")), 1))
    table, = tables("TT Nhiệm vụ Đơn vị chủ trì Thời gian Sản phẩm Ghi chú\n" + body)
    assert [row[4:] for row in table[1:]] == [["Báo cáo", "Nhiệm vụ trọng tâm"], ["Kế hoạch", ""], ["", "Chuyển tiếp từ năm 2025"], ["Biên bản", ""], ["", "Theo Công văn số 12/UBND-KT"]]


def test_a_list_that_begins_behind_another_cell() -> None:
    body = "1 Nạo vét kênh mương nội đồng\nPhòng Kinh tế\nQuý II/2026 - Kế hoạch nạo vét\n- Biên bản nghiệm thu\n" \
           "2 Trồng cây phân tán ven đường\nHội Nông dân xã\nQuý III/2026 Báo cáo kết quả\n3 Sửa chữa nhà văn hóa thôn\nPhòng Kinh tế\nQuý IV/2026 Hồ sơ thiết kế\n"
    table, = tables("TT Nhiệm vụ Đơn vị chủ trì Thời gian Sản phẩm\n" + body)
    assert table[1][3:] == ["Quý II/2026", "- Kế hoạch nạo vét - Biên bản nghiệm thu"]


def test_owners_below_each_other_in_one_column() -> None:
    body = "".join(f"{n} {act}\n{owners}\nQuý {'I' * n}/2026\n" for n, (act, owners) in enumerate((
        ("Nạo vét kênh mương nội \nđồng", "Sở Tài chính\nSở Nội vụ"), ("Trồng cây phân tán ven \nđường", "Sở Y tế"), ("Sửa chữa nhà văn hóa \nthôn", "Sở Nội vụ\nSở Tài chính"),
        ("Kiểm tra vệ sinh thú y", "Sở Y tế\nSở Nội vụ")), 1))
    table, = tables("TT Nhiệm vụ Đơn vị thực hiện Thời gian\n" + body)
    assert [row[2] for row in table[1:]] == ["Sở Tài chính Sở Nội vụ", "Sở Y tế", "Sở Nội vụ Sở Tài chính", "Sở Y tế Sở Nội vụ"]


def test_a_list_of_tasks_heads_a_table_without_numbers() -> None:
    rows = [("Nạo vét kênh mương", "Phòng Kinh tế", "Quý I/2026"), ("Trồng cây phân tán", "Hội Nông dân xã", "Quý II/2026"), ("Kiểm tra vệ sinh thú y", "Trạm Y tế xã", "Quý III/2026")]
    table, = tables("Danh mục nhiệm\nvụ\nĐơn vị chủ trì\nThời gian\n" + "".join("\n".join(row) + "\n" for row in rows))
    assert table[1:] == [list(row) for row in rows]
    titled = "DANH MỤC NHIỆM VỤ THỰC HIỆN\nSố TT Nhiệm vụ Đơn vị chủ trì Thời gian\n" + "".join(f"{n} " + "\n".join(row) + "\n" for n, row in enumerate(rows, 1))
    assert tables(titled)[0][0] == ["Số TT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời gian"]


def test_two_units_on_one_line_are_two_cells() -> None:
    body = "".join(f"{n} {act}\n{owners}\nQuý {'I' * n}/2026\n" for n, (act, owners) in enumerate((
        ("Nạo vét kênh mương nội đồng", "Phòng Quản lý dự án Văn phòng Sở"), ("Trồng cây phân tán", "Trạm Y tế Công an cấp xã"), ("Sửa chữa nhà văn hóa", "Văn phòng Sở")), 1))
    table, = tables("TT Nhiệm vụ Đơn vị chủ trì Đơn vị phối hợp Thời gian\n" + body)
    assert [row[2:4] for row in table[1:]] == [["Phòng Quản lý dự án", "Văn phòng Sở"], ["Trạm Y tế", "Công an cấp xã"], ["Văn phòng Sở", ""]]
