"""Tables without rules: years set evenly over thin columns, wide wordings in the middle, split "STT", groups at a page's top."""

from __future__ import annotations

from extractors.pdf_aligned import find_aligned
from tests.test_pdf_aligned import body, grid, lay


def test_years_set_evenly_are_headings_of_their_columns() -> None:
    """Evenly set words are mostly a justified line of prose."""
    head = [("STT", 40.0), ("Tên chỉ tiêu", 80.0), ("Kế hoạch", 290.0)]
    years = [(str(2026 + n), 220.0 + 40 * n) for n in range(5)]
    rows = [(136.0 + 22 * k, [(str(k + 1), 43.0), ("Tỷ lệ hộ nghèo", 70.0), *((f"{k}{n}", 225.0 + 40 * n) for n in range(5))]) for k in range(5)]
    found = grid(find_aligned(lay((100.0, head), (112.0, years), *rows), 11))
    assert [found[0].get((c, 1)) or found[1][c, 1] for c in range(2, 7)] == ["2026", "2027", "2028", "2029", "2030"]
    assert [found[2][c, 1] for c in range(2, 7)] == ["00", "01", "02", "03", "04"]


def test_the_same_word_over_years_is_said_of_each() -> None:
    head = [("STT", 40.0), ("Tên chỉ tiêu", 80.0)]
    words = [(text, 222.0 + 40 * n) for n, text in enumerate(["Năm"] * 5)]
    years = [(str(2026 + n), 220.0 + 40 * n) for n in range(5)]
    rows = [(136.0 + 22 * k, [(str(k + 1), 43.0), ("Tỷ lệ hộ nghèo", 70.0), *((f"{k}{n}", 225.0 + 40 * n) for n in range(5))]) for k in range(5)]
    found = grid(find_aligned(lay((100.0, [*head, *words]), (112.0, years), *rows), 11))
    assert [set(found[0][c, 1].split()) for c in range(2, 7)] == [{"Năm", str(year)} for year in range(2026, 2031)]


def test_wide_wordings_set_beside_other_cells_hold_no_border() -> None:
    """Cells set to the middle: the number and the time stand between the lines of the wording; a group's title stands in the table's middle."""
    head = (100.0, [("STT", 40.0), ("Nội dung trọng tâm", 150.0), ("Đơn vị thực hiện", 380.0), ("Thời gian", 510.0)])
    title = (120.0, [("I", 45.0), ("CHÍNH QUYỀN SỐ", 260.0)])
    rows = []
    for k in range(5):
        y = 140.0 + 34 * k
        rows += [(y, [("Đẩy mạnh tuyên truyền về chuyển đổi số trên", 70.0), ("Trưởng các thôn; Trung", 350.0)]), (y + 6, [(str(k + 1), 45.0), ("Quý I/2026", 510.0)]),
                 (y + 12, [("địa bàn toàn xã", 70.0), ("tâm Văn hóa", 350.0)])]
    table, = find_aligned(lay(head, title, *rows), 11)
    assert len(table.xs) == 5
    row = {(c.row, c.col): " ".join(w.text for w in c.words) for c in table.cells}
    assert row[2, 1] == "Đẩy mạnh tuyên truyền về chuyển đổi số trên địa bàn toàn xã"
    assert row[2, 2] == "Trưởng các thôn; Trung tâm Văn hóa"


def test_headings_between_st_and_t_stay_above_the_first_group() -> None:
    head = [(100.0, [("ST", 40.0)]), (107.0, [("Tên chỉ tiêu", 120.0), ("ĐVT", 215.0), ("Năm 2026", 268.0), ("Ghi chú", 390.0)]), (114.0, [("T", 43.0)])]
    rows = [(157.0 + 22 * k, [(str(k + 1), 43.0), ("Tỷ lệ hộ nghèo", 70.0), ("%", 220.0), ("90", 285.0), ("Tỉnh giao", 390.0)]) for k in range(5)]
    found = grid(find_aligned(lay(*head, (135.0, [("I", 43.0), ("Chính quyền số", 240.0)]), *rows), 11, bold=lambda word: word.y < 140))
    assert (found[0][0, 1], found[0][3, 1]) == ("ST T", "Năm 2026")
    assert found[1][0, 1] == "I"


def test_a_page_that_goes_on_opens_with_a_group_in_the_middle() -> None:
    before = (36.0, 64.0, 205.0, 255.0, 310.0, 375.0, 460.0)
    rows = [(98.0 + 24 * k, words) for k, (_, words) in enumerate(body(("70", "90"), ("80", "95"), ("60", "85"), ("50", "80")))]
    table, = find_aligned(lay((76.0, [("II", 43.0), ("Về xã hội", 237.0)]), *rows), 11, before=before)
    assert table.start == 0


_WORKS = [(("Rà soát hồ sơ", 40.0), ("Công an xã", 205.0), ("Quý I/2026", 330.0)), (("Số hóa dữ liệu", 40.0), ("Phòng Kinh tế", 205.0), ("Quý II/2026", 330.0)),
          (("Bố trí thiết bị", 40.0), ("Văn phòng", 205.0), ("Năm 2026", 330.0)), (("Lập danh mục", 40.0), ("Trạm Y tế", 205.0), ("Hằng năm", 330.0))]


def test_rows_of_one_line_without_numbers_are_rows() -> None:
    head = (100.0, [("Nhiệm vụ", 60.0), ("Chủ trì", 215.0), ("Thời hạn", 335.0)])
    rows = [(122.0 + 22 * k, list(work)) for k, work in enumerate(_WORKS)]
    found = grid(find_aligned(lay(head, *rows), 11, bold=lambda word: word.y < 110))
    assert [row[0, 1] for row in found] == ["Nhiệm vụ", *(work[0][0] for work in _WORKS)]


def test_a_group_below_the_headings_of_rows_without_numbers() -> None:
    head = (100.0, [("Nhiệm vụ", 60.0), ("Chủ trì", 215.0), ("Thời hạn", 335.0)])
    rows = [(148.0 + 24 * k, list(work)) for k, work in enumerate(_WORKS)]
    found = grid(find_aligned(lay(head, (122.0, [("I. PHÁT TRIỂN HẠ TẦNG", 150.0)]), *rows), 11, bold=lambda word: word.y < 130))
    assert (found[0][0, 1], found[0][2, 1]) == ("Nhiệm vụ", "Thời hạn")
    assert [row[0, 1] for row in found[2:]] == [work[0][0] for work in _WORKS]


def test_a_heading_over_two_columns_of_rows_without_numbers() -> None:
    head = [(100.0, [("Nhiệm vụ", 60.0), ("Phân công thực hiện", 230.0), ("Thời hạn", 415.0)]), (116.0, [("Chủ trì", 215.0), ("Phối hợp", 320.0)])]
    rows = [(144.0 + 24 * k, [work[0], work[1], ("Các thôn", 318.0), (work[2][0], 410.0)]) for k, work in enumerate(_WORKS)]
    found = grid(find_aligned(lay(*head, *rows), 11, bold=lambda word: word.y < 130))
    assert found[0][1, 2] == "Phân công thực hiện"
    assert (found[1][1, 1], found[1][2, 1]) == ("Chủ trì", "Phối hợp")
    assert [row[0, 1] for row in found[2:]] == [work[0][0] for work in _WORKS]


def test_wordings_of_two_lines_beside_a_result_in_the_middle_hold_no_border() -> None:
    """The heading stands in the middle of a wide column; result and owner stand half a line below the wording's first line."""
    head = (100.0, [("STT", 40.0), ("CÔNG VIỆC CẦN LÀM", 190.0), ("KẾT QUẢ", 425.0), ("CHỦ TRÌ", 500.0)])
    rows = []
    for k in range(4):
        y = 130.0 + 36 * k
        rows += [(y, [("Tham mưu ban hành danh sách hộ nghèo, hộ cận nghèo", 70.0)]), (y + 6, [(str(k + 1), 45.0), ("Văn bản", 425.0), ("Phòng Kinh tế", 490.0)]), (y + 12, [("gắn với cải cách", 70.0)])]
    table, = find_aligned(lay(head, *rows), 11)
    assert len(table.xs) == 5


def test_a_page_that_goes_on_may_hold_longer_lines() -> None:
    before = (36.0, 64.0, 270.0, 380.0, 470.0)
    rows = lay((74.0, [("Phối hợp tổ chức đường truyền dữ liệu", 70.0)]), (80.0, [("5", 45.0), ("Các trường học", 290.0), ("Năm 2026", 400.0)]), (86.0, [("chuyên dùng", 70.0)]),
               (108.0, [("III. TỔ CHỨC THỰC HIỆN", 40.0)]))
    table, = find_aligned(rows, 11, before=before)
    assert (table.start, table.end) == (0, 3)
