"""Where a flattened table ends."""

from __future__ import annotations

from extractors.document import Table
from extractors.text_reader import read_text

TABLE = ["STT", "Chỉ tiêu Đơn vị", "tính", "Thực hiện", "2025", "Kế hoạch", "2026", "Ghi chú", "1 Diện tích nuôi tôm siêu thâm", "canh", "Ha 120 145",
         "2 Sản lượng thủy sản Tấn 18.500 19.200", "3 Tỷ lệ hộ sử dụng nước sạch theo", "quy chuẩn", "% 71,5 ≥ 75 Tiêu chí", "17",
         "4 Tỷ lệ người dân tham gia bảo", "hiểm y tế", "% 93 95", "5 Tổng vốn huy động Tỷ đồng 34,6 40 Dự kiến"]
WIDE = "Tiếp tục nâng cao đời sống vật chất và tinh thần của người dân; phấn đấu"
AFTER = ["1/ Công tác tuyên truyền, vận động", f"• {WIDE}", "thôn mới” bằng nhiều hình thức; mỗi ấp tổ chức ít nhất 04 cuộc họp dân/năm", "(các ấp phối hợp).",
         f"• {WIDE}", "hoa, thắp sáng đường quê.", "2/ Phát triển hạ tầng kinh tế - xã hội", f"• {WIDE}", f"{WIDE}", "tham mưu thực hiện).", f"• {WIDE}"]


def last_cells(heading: str, table: list[str] = TABLE) -> str:
    """The wording of the table's last row in a plan whose section II holds the table, `heading` following it."""
    lines = ["KẾ HOẠCH", "Xây dựng xã năm 2026", "I. MỤC ĐÍCH", *[WIDE] * 14, "II. MỤC TIÊU NĂM 2026", *table, heading, *AFTER]
    table_read, = [b for b in read_text("\n".join(lines).encode(), "x.txt").blocks if isinstance(b, Table)]
    return " ".join(c.text for c in table_read.cells if c.row == table_read.n_rows - 1 and c.lines)


def test_the_next_section_ends_the_table() -> None:
    assert last_cells("III. NHIỆM VỤ, GIẢI PHÁP").endswith("40 Dự kiến")


def test_notes_of_the_text_end_the_table() -> None:
    assert last_cells("[1] Nghị quyết Đại hội đại biểu Đảng bộ xã lần thứ nhất, nhiệm kỳ 2025 - 2030.").endswith("40 Dự kiến")


def test_groups_of_the_table_count_for_themselves() -> None:
    grouped = [*TABLE[:8], "I. KINH TẾ", *TABLE[8:12], "II. XÃ HỘI", *TABLE[12:]]
    assert not last_cells("III. MÔI TRƯỜNG", grouped).endswith("40 Dự kiến")


def test_a_section_that_does_not_go_on_with_the_groups_ends_the_table() -> None:
    grouped = [*TABLE[:8], "I. KINH TẾ", *TABLE[8:10], "II. XÃ HỘI", *TABLE[10:12], "III. MÔI TRƯỜNG", *TABLE[12:]]
    assert last_cells("III- TỔ CHỨC THỰC HIỆN", grouped).endswith("40 Dự kiến")


def test_the_next_item_of_the_text_ends_rows_numbered_without_a_stop() -> None:
    titled = ["1. Chỉ tiêu giao cho các ấp", *TABLE]
    assert last_cells("2. Các chỉ tiêu khác của xã", titled).endswith("40 Dự kiến")


def test_the_next_item_of_a_decimal_row_ends_the_table() -> None:
    titled = ["1.2. Chỉ tiêu giao cho các ấp", *TABLE]
    assert last_cells("1.3. Chỉ tiêu giám sát", titled).endswith("40 Dự kiến")
    assert last_cells("2. CÁC HOẠT ĐỘNG", titled).endswith("40 Dự kiến")
    assert not last_cells("1.7. Chỉ tiêu giám sát", titled).endswith("40 Dự kiến")


def test_the_next_lettered_section_ends_the_table() -> None:
    titled = ["B. CÁC CHỈ TIÊU", "Chỉ tiêu giao như sau:", *TABLE]
    assert last_cells("C. CÁC HOẠT ĐỘNG", titled).endswith("40 Dự kiến")
    assert not last_cells("D. CÁC HOẠT ĐỘNG", titled).endswith("40 Dự kiến")
    grouped = [*titled[:10], "A. KINH TẾ", *titled[10:14], "B. XÃ HỘI", *titled[14:]]
    assert not last_cells("C. MÔI TRƯỜNG", grouped).endswith("40 Dự kiến")


def test_a_plan_that_is_nearly_all_table_keeps_its_prose_width() -> None:
    intro = "Căn cứ Quyết định số 214/QĐ-UBND ngày 12/8/2025 của Chủ tịch Ủy ban nhân dân về việc thành lập Ban Chỉ đạo; Kế hoạch số"
    row = ["Rà soát quy chế phối hợp giữa các cơ quan của xã", "Quyết định của Chủ tịch Ủy ban nhân dân xã về công tác này",
           "Văn phòng xã Công an xã Quý I/2026 hằng tuần và khi có yêu cầu"]
    lines = ["KẾ HOẠCH", "Hoạt động năm 2026", intro, intro, "TT Nội dung công việc Sản phẩm Cơ quan chủ trì Thời gian"]
    for n in range(1, 9):
        lines += [f"{n} {row[0]}", *row[1:]]
    table, = [b for b in read_text("\n".join(lines).encode(), "x.txt").blocks if isinstance(b, Table)]
    assert table.n_rows == 9


def test_the_next_item_ends_a_calendar_without_row_numbers() -> None:
    calendar = ["2. Lịch các hoạt động", "Thời gian Nội dung Thành phần Đơn vị chủ trì", "Ngày 05/3/2026", "Tổ chức lễ ra quân trồng cây", "Đoàn viên, học sinh", "Phòng Kinh tế",
                "Ngày 06/3/2026", "Tổ chức hội thi tìm hiểu pháp luật", "Nhân dân các thôn", "Công an xã", "Sáng 08/3/2026", "Tọa đàm với hội viên", "Hội viên", "Hội Liên hiệp Phụ nữ xã"]
    behind = ["3. Hoạt động ở các thôn", "- Mỗi thôn tổ chức ít nhất 01 buổi sinh hoạt, xong trước ngày 10/3/2026.", "IV. KINH PHÍ", "Từ nguồn chi thường xuyên."]
    lines = ["KẾ HOẠCH", "Tổ chức Tháng Thanh niên năm 2026", "I. MỤC ĐÍCH", *[WIDE] * 14, "III. NỘI DUNG", "1. Khẩu hiệu", *[WIDE] * 2, *calendar, *behind]
    blocks = read_text("\n".join(lines).encode(), "x.txt").blocks
    table_read, = [b for b in blocks if isinstance(b, Table)]
    assert not any("các thôn tổ chức" in c.text or "Hoạt động ở" in c.text or "KINH PHÍ" in c.text for c in table_read.cells)
    assert [b.text for b in blocks if not isinstance(b, Table)][-4:] == behind


def test_a_remark_over_wide_lines_ends_the_table() -> None:
    prose = "Căn cứ kế hoạch của Sở Y tế và nhiệm vụ được giao, trung tâm xây dựng kế hoạch với nội dung sau đây nhé\n"
    rows = "".join(f"{n} Tỷ lệ hồ sơ loại {n} được số hóa {40 + n}% {60 + n}% Phòng Kế hoạch\n" for n in range(1, 6))
    text = prose * 12 + "TT Chỉ số Kết quả năm 2026 Mục tiêu năm 2027 Bộ phận theo dõi\n" + rows + (
        "Ngoài ra, trung tâm phấn đấu:\n+ Không để xảy ra sai sót chuyên môn nghiêm trọng; mọi phản ánh của người dân được trả lời đúng\nthời hạn quy định.\n"
        "PHẦN III. TỔ CHỨC THỰC HIỆN\n")
    table, = [b for b in read_text(text.encode(), "x.txt").blocks if isinstance(b, Table)]
    assert [cell.text if cell else "" for cell in table.grid()[-1]] == ["5", "Tỷ lệ hồ sơ loại 5 được số hóa", "45%", "65%", "Phòng Kế hoạch"]


def test_rows_as_wide_as_the_text_are_rows() -> None:
    rows = [f"{n} Tỷ lệ {what} của các khu phố trên địa bàn % 9{n} 8{n},5 Trung tâm Phục vụ hành" for n, what in enumerate(("hộ tham gia", "hồ sơ số hóa", "cây xanh mới", "đèn chiếu sáng", "rác phân loại"), 1)]
    lines = ["KẾ HOẠCH", "Xây dựng phường năm 2026", "I. MỤC ĐÍCH", *[WIDE] * 14, "II. MỤC TIÊU NĂM 2026", "STT Chỉ tiêu Đơn vị tính Kế hoạch năm 2026 Thực hiện 2025 Đơn vị chủ trì"]
    tables = [b for b in read_text("\n".join([*lines, *[part for row in rows for part in (row, "chính công")]]).encode(), "x.txt").blocks if isinstance(b, Table)]
    assert [table.n_rows for table in tables] == [6]


def test_wordings_of_a_page_set_across_are_no_prose() -> None:
    rows = [line for n in range(1, 9) for line in (f"0{n} Tổ chức hội nghị quán triệt, học tập, tuyên truyền nội dung nghị quyết đến toàn thể cán", "bộ, công chức, viên chức, người lao động và bí thư chi bộ, trưởng các thôn trên địa bàn xã",
                                                   "Phòng Kinh tế", "Các thôn", "Quý I/2026", "Hội nghị được tổ chức")]
    prose = ["Tiếp tục nâng cao đời sống vật chất và tinh thần của người dân; phấn đấu xây dựng xã phát triển"] * 14
    text = "\n".join(["KẾ HOẠCH", "Xây dựng xã năm 2026", "I. MỤC ĐÍCH", *prose, "PHỤ LỤC", "TT Nội dung nhiệm vụ Cơ quan chủ trì Cơ quan phối hợp Thời gian thực hiện Kết quả",
                      "A NÂNG CAO NHẬN THỨC, ĐỘT PHÁ VỀ ĐỔI MỚI TƯ DUY, XÁC ĐỊNH QUYẾT TÂM CHÍNH TRỊ", *rows])
    table, = [b for b in read_text(text.encode(), "x.txt").blocks if isinstance(b, Table)]
    assert table.n_rows == 10


def test_the_countrys_name_in_a_wording_ends_no_table() -> None:
    table = [*TABLE, "6 Tổ chức Ngày Pháp luật nước", "Cộng hòa xã hội chủ nghĩa Việt Nam", "Cuộc 1 1 Tháng 11"]
    assert "Việt Nam" in last_cells("III. NHIỆM VỤ, GIẢI PHÁP", table)


def test_the_closing_section_ends_the_table_where_the_plan_left_a_number_out() -> None:
    assert last_cells("IV. TỔ CHỨC THỰC HIỆN").endswith("40 Dự kiến")


def test_a_heading_at_a_pages_foot_follows_the_table_over_the_pages_number() -> None:
    lines = ["KẾ HOẠCH", "Xây dựng xã năm 2026", "I. MỤC ĐÍCH", *[WIDE] * 14, "II. MỤC TIÊU NĂM 2026", *TABLE, "V. KINH PHÍ THỰC HIỆN", "2", *AFTER[1:]]
    blocks = read_text("\n".join(lines).encode(), "x.txt").blocks
    table = next(n for n, block in enumerate(blocks) if isinstance(block, Table))
    assert "V. KINH PHÍ THỰC HIỆN" in [block.text for block in blocks[table + 1:] if not isinstance(block, Table)]


def test_rows_of_figures_on_a_page_set_across_are_no_prose() -> None:
    rows = [f"- Tỷ lệ hộ dân trên địa bàn xã được sử dụng nước sạch theo quy chuẩn {n} % Trên {60 + n},5 ≥ {70 + n} Quý IV/2026" for n in range(9)]
    lines = ["KẾ HOẠCH", "Xây dựng xã năm 2026", *[WIDE] * 14, "PHỤ LỤC", "STT Chỉ tiêu chủ yếu ĐVT Kế hoạch năm 2026 Kế hoạch năm 2027 Thời gian hoàn", "thành",
             "1 Về kinh tế", *rows[:3], "2 Phát triển hạ tầng số", *rows[3:]]
    table_read, = [b for b in read_text("\n".join(lines).encode(), "x.txt").blocks if isinstance(b, Table)]
    assert table_read.n_rows == 12
