"""Tables in dumps of printed PDFs: what stands on one height but further left is printed behind it, without a blank."""

from __future__ import annotations

from extractors.document import Table
from extractors.text_reader import read_text


def _tables(text: str) -> list[Table]:
    return [block for block in read_text(text.encode(), "plan.txt").blocks if isinstance(block, Table)]


def _rows(table: Table) -> list[list[str]]:
    rows: dict[int, list[str]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(" ".join(line.text for line in cell.lines))
    return [rows[r] for r in sorted(rows)]


_TARGETS = """I Chính quyền số
1 Tỷ lệ hồ sơ thủ tục hành chính được
tiếp nhận trực tuyến
% ≥ 80 ≥ 85 95 Trung tâm
Phục vụ HCC
2 Tỷ lệ hồ sơ, kết quả giải quyết thủ
tục hành chính được số hóa
% 90 100 100 Trung tâm
Phục vụ HCC
3 Tỷ lệ văn bản điện tử được ký số cá
nhân và ký số cơ quan
% 95 98 100 Văn phòng
HĐND và
UBND
"""


def test_years_glued_to_the_tail_of_the_heading_beside_them() -> None:
    """The end of "Đơn vị chủ trì theo dõi" stands on the height of the years under "Chỉ tiêu đến"."""
    for head in ("STT Chỉ tiêu Đơn vị\ntính\nChỉ tiêu đến Đơn vị chủ trì\ntheo dõi31/12/2025 2026 2030\n",
                 "STT Chỉ tiêu Đơn vị\ntính\nChỉ tiêu đến Đơn vị\nchủ trì\ntheo dõiNăm\n2025 Năm\n2026 Năm\n2030\n",
                 "STT Chỉ tiêu Đơn\nvị\ntính\nChỉ tiêu đến Đơn vị\nchủ trì\ntheo dõi\n31/12\n/2025 2026 2030\n"):
        (table,) = _tables(head + "\n" + _TARGETS)
        assert _rows(table)[4] == ["2", "Tỷ lệ hồ sơ, kết quả giải quyết thủ tục hành chính được số hóa", "%", "90", "100", "100", "Trung tâm Phục vụ HCC"]


def test_row_numbers_glued_to_the_end_of_a_merged_cell() -> None:
    """A product merged over two rows is printed on the height of the second row's number."""
    (table,) = _tables("""TT Nhiệm vụ Cơ quan chủ trì Thời hạn Sản phẩm

1
Nghị định quy định chi tiết một số
điều của Luật Thủy sản
Cục Thủy sản
và Kiểm ngư
Trước
15/9/2026

Nghị định2
Nghị định về tổ chức, hoạt động
của lực lượng Kiểm lâm
Cục Lâm nghiệp
và Kiểm lâm
Tháng
5/2026

3
Nghị định về sàn giao dịch các-bon
trong nước, xác nhận tín chỉ
Cục Biến đổi
khí hậu
Quý I/2026 Nghị định
""")
    rows = _rows(table)
    assert [row[0] for row in rows] == ["TT", "1", "2", "3"]
    assert rows[2][1] == "Nghị định về tổ chức, hoạt động của lực lượng Kiểm lâm"


def test_number_heading_of_one_letter_a_line() -> None:
    """"TT" over one another, the second letter on the line of the next heading."""
    (table,) = _tables("""T
T Nhiệm vụ, giải pháp
Cơ quan
chủ trì
Thời gian
hoàn
thành

I Đổi mới tư duy, nâng cao nhận thức
1
Tổ chức hội nghị quán
triệt Nghị quyết
Sở Tài
chính
Tháng
9/2025
2
Xây dựng kế hoạch
truyền thông
Sở Nội
vụ
Quý
III/2025
""")
    assert [row[0] for row in _rows(table)][1:] == ["I", "1", "2"]


def test_row_numbers_alone_on_their_lines_are_no_page_numbers() -> None:
    """Tall rows numbered 3, 4, 5 … on lines of their own count on like pages; a figure torn from a date stands among them."""
    openings = ("Rà soát, đầu tư\nbổ sung", "Lắp đặt, kết\nnối", "Mua sắm, lắp\nđặt", "Sửa chữa, thay\nthế", "Kiểm tra, nâng\ncấp", "Thống kê, bàn\ngiao")
    wording = ("trang thiết bị\ncho Trung tâm\nPhục vụ hành\nchính công và\ncác phòng\nchuyên môn bảo\nđảm cấu hình\ntheo hướng dẫn\ncủa Bộ Khoa\n"
               "học và Công\nnghệ\n\nBáo cáo kết\nquả\n\n31/12/202\n5\n\nPhòng Kinh\ntế\n\n")
    rows = "".join(f"{n}\n\n{opening}\n{wording}" for n, opening in enumerate(openings, 1))
    plan = "KẾ HOẠCH\n" + "Các phòng, đơn vị căn cứ chức năng, nhiệm vụ được giao xây dựng kế hoạch chi tiết của đơn vị mình để thực hiện.\n" * 40
    (table,) = _tables(f"{plan}\n1\n\nTT Nhiệm vụ Sản phẩm Thời gian\nhoàn thành Cơ quan\nchủ trì\n\nI Đổi mới tư duy\n\n{rows}")
    assert [row[0] for row in _rows(table)][2:] == ["1", "2", "3", "4", "5", "6"]


def test_later_pages_repeat_the_first_row_of_a_header_alone() -> None:
    """Word repeats "Lộ trình thực hiện" on the next page without the years below it."""
    head = "TT Tên chỉ tiêu\nĐơn\nvị\ntính\n\nLộ trình thực\nhiện Cơ quan\n\nchủ trì Cơ quan phối hợp\n"
    rows = [f"{n} {name}\n% {a} {b} Phòng\nKinh tế\nCác doanh nghiệp viễn\nthông\n\n" for n, name, a, b in (
        (1, "Tỷ lệ phủ sóng 5G trên địa\nbàn xã", "≥ 70", "100"), (2, "Tỷ lệ hộ gia đình có cáp\nquang", "75", "≥ 90"), (3, "Tỷ lệ hồ sơ trực\ntuyến", "80", "95"),
        (4, "Tỷ lệ thanh toán trực\ntuyến", "70", "90"), (5, "Tỷ lệ hồ sơ được số\nhóa", "60", "100"), (6, "Tỷ lệ người dân có chữ ký\nsố", "25", "50"))]
    (table,) = _tables(head + "Năm\n2026\n\nNăm\n2030\n\n" + "".join(rows[:4]) + "6\n\n" + head + "".join(rows[4:]))
    assert [row[:1] + row[2:] for row in _rows(table)][-2:] == [
        ["5", "%", "60", "100", "Phòng Kinh tế", "Các doanh nghiệp viễn thông"], ["6", "%", "25", "50", "Phòng Kinh tế", "Các doanh nghiệp viễn thông"]]


def test_a_single_owner_stands_in_the_column_that_wraps_it_so() -> None:
    """The thin column of leads parts "Phòng Văn" from "hóa - Xã hội", that of helpers "Phòng Văn hóa - Xã" from "hội"."""
    rows = "".join(f"{n} {task}\n{owners}\nThường\nxuyên\n\n" for n, task, owners in (
        (1, "Tuyên truyền sâu rộng về nội dung Nghị\nquyết", "Phòng Văn\nhóa - Xã hội\nCác cơ quan, đơn vị,\ncác ngành xã"),
        (2, "Xây dựng chương trình chuyên biệt trên đài\ntruyền thanh", "Trung tâm\nDịch vụ tổng\nhợp\nPhòng Văn hóa - Xã\nhội"),
        (3, "Triển khai quy định trách nhiệm người đứng\nđầu", "Phòng Văn\nhóa - Xã hội\nCác cơ quan, đơn vị,\ncác ngành xã"),
        (4, "Cụ thể hóa nhiệm vụ chuyển đổi số trong\nchương trình công tác", "Các cơ quan,\nđơn vị, các\nngành xã\nPhòng Văn hóa - Xã\nhội"),
        (5, "Triển khai văn bản làm rõ các khái niệm\nmới", "Phòng Văn\nhóa - Xã hội"),
        (6, "Rà soát cơ chế đầu tư\ncông", "Các cơ quan,\nđơn vị, các\nngành xã\nPhòng Văn hóa - Xã\nhội"),
        (7, "Triển khai mô hình\nchuyên gia ảo", "Phòng Văn hóa - Xã\nhội")))
    (table,) = _tables("STT Nhiệm vụ Đơn vị\nchủ trì\nĐơn vị phối hợp\nThời\ngian\n\n" + rows)
    owners = {row[0]: row[2:-1] for row in _rows(table)}
    assert owners["5"][0] == "Phòng Văn hóa - Xã hội"
    assert owners["7"][-1] == "Phòng Văn hóa - Xã hội"
    assert "Phòng Văn hóa - Xã hội" not in owners["7"][:-1]


def test_measures_merged_over_rows_hold_for_all_of_them() -> None:
    """"%" printed once for rows 1 to 3, and again for 5 and 6: no row prints what the one above does."""
    rows = "".join(f"{n} {name}\n{figures} Phòng\nKinh tế\n\n" for n, name, figures in (
        (1, "Tỷ lệ hồ sơ được tiếp nhận\ntrực tuyến", "% ≥ 80 ≥ 85"), (2, "Tỷ lệ hồ sơ được số hóa\nkết quả", "90 100"), (3, "Tỷ lệ văn bản điện tử được\nký số", "95 98"),
        (4, "Số mô hình chợ không dùng\ntiền mặt", "Mô hình 02 05"), (5, "Tỷ lệ công dân có tài khoản\nđịnh danh", "% 90 95"), (6, "Tỷ lệ dân số có chữ ký số\ncá nhân", "30 50")))
    (table,) = _tables("STT Chỉ tiêu ĐVT\nNăm\n2026 Năm\n2030 Đơn vị\nchủ trì\n\n" + rows)
    measures = {row: (cell.row_span, " ".join(line.text for line in cell.lines)) for cell in table.cells if cell.col == 2 for row in range(cell.row, cell.row + cell.row_span)}
    assert [measures[row][1] for row in range(1, 7)] == ["%", "%", "%", "Mô hình", "%", "%"]
    assert measures[1][0] == 3


def test_rows_below_the_title_of_a_group_are_no_page_numbers() -> None:
    """Where every number of a row stands alone on its line, "1" behind the title of the first group opens the rows."""
    wording = "\n".join(("của cơ quan nhà", "nước, người", "đứng đầu và cán", "bộ, công chức,", "viên chức trong", "cơ quan nhà nước", "trên địa bàn xã", "theo kế hoạch", "của tỉnh và của",
                         "Trung ương giao", "hằng năm", "", "Phòng Văn", "hóa - Xã hội", "", "Thường", "xuyên", ""))
    titles = ("Tuyên truyền thường\nxuyên", "Xây dựng chương\ntrình", "Phát động phong\ntrào", "Triển khai quy\nđịnh", "Đánh giá mức độ\nhoàn thành")
    rows = "".join(f"{n}\n\n{title}\n{wording}\n" for n, title in enumerate(titles, 1))
    (table,) = _tables("STT Nhiệm vụ Đơn vị chủ\ntrì\nThời\ngian\n\nI\n\nNâng cao nhận thức,\nđổi mới tư duy\n\n" + rows)
    assert [row[0] for row in _rows(table)][2:] == ["1", "2", "3", "4", "5"]


def test_names_of_villages_in_a_thin_column_run_over_lines() -> None:
    """The row's number, "Bản", "Phiêng" and "Xả" each on a line, the figures behind them."""
    (table,) = _tables("STT Bản,\ntiểu khu\n\nDân số năm\n2025 (người)\n\nSố người tham\ngia BHYT\n(người)\n\nTỷ lệ bao\nphủ BHYT\n(%)\n\n"
                       "1\nBản\nKhoa 1.312 1.290 98,3\n\n2\nBản\nChộc\n\n845 812 96,1\n\n3\nBản\nPhiêng\nXả\n\n768 737 96,0\n\n4 Bản Nà\nLốc\n1.024 1.004 98,0\n")
    assert _rows(table)[1:] == [["1", "Bản Khoa", "1.312", "1.290", "98,3"], ["2", "Bản Chộc", "845", "812", "96,1"],
                                ["3", "Bản Phiêng Xả", "768", "737", "96,0"], ["4", "Bản Nà Lốc", "1.024", "1.004", "98,0"]]


def test_an_address_over_two_page_numbers_is_no_content() -> None:
    """A letterhead's footer stands over the numbers of two pages."""
    prose = "Các phòng, đơn vị căn cứ chức năng, nhiệm vụ được giao xây dựng kế hoạch chi tiết của đơn vị mình.\n"
    text = "KẾ HOẠCH\n" + prose * 30 + "\nĐT 776, ấp 2, xã Thanh Sơn, tỉnh Đồng Nai\n\n2\n\n" + prose * 90 + "\nĐT 776, ấp 2, xã Thanh Sơn, tỉnh Đồng Nai\n\n5\n\n" + prose * 5
    lines = read_text(text.encode(), "plan.txt").lines()
    assert {line.text for line in lines if line.furniture} == {"ĐT 776, ấp 2, xã Thanh Sơn, tỉnh Đồng Nai", "2", "5"}


def test_last_rows_of_groups_are_no_page_numbers() -> None:
    """Rows 3, 4 and 5 that end the groups I, II and III stand as far apart as pages do, but those of the next group count anew behind each."""
    verbs = ("Rà soát", "Triển khai", "Xây dựng", "Tổ chức", "Kiểm tra", "Số hóa", "Cập nhật", "Tuyên truyền", "Đào tạo", "Hỗ trợ", "Phát động", "Đánh giá")
    wording = "\n".join(("các quy trình nội bộ", "để phù hợp xử lý", "trên môi trường", "điện tử; thực hiện", "các biện pháp, giải", "pháp bảo đảm chất", "lượng phục vụ của", "cán bộ, công chức",
                         "và người lao động", "trên địa bàn xã", "Phòng Văn hóa", "- Xã hội", "Các phòng, ban,", "đơn vị", "Kế hoạch của", "UBND xã", "Thường xuyên", ""))
    body, k = "", 0
    for group, count in (("I", 3), ("II", 4), ("III", 5)):
        body += f"{group} Nhóm nhiệm vụ thứ {count}\n\n"
        for n in range(1, count + 1):
            body += f"{n}\n\n{verbs[k]}\n{wording}\n"
            k += 1
    text = "STT Nhiệm vụ Đơn vị\nchủ trì\nĐơn vị phối\nhợp\nKết quả Thời gian\n\n" + body
    assert not [line.text for line in read_text(text.encode(), "plan.txt").lines() if line.furniture]
