"""Headings that a dump prints without a blank between them, since they stand on one height and the second further left."""

from __future__ import annotations

import pytest

from extractors.document import Line, Place, Table
from extractors.flat_header import find_header
from extractors.text_reader import read_text


def lines_of(text: str) -> list[Line]:
    return [Line(line, Place(lines=(n, n))) for n, line in enumerate(text.strip().split("\n"), 1)]


OWNERS = ["chủ trì", "phối hợp"]


@pytest.mark.parametrize(("head", "headings"), [
    ("STT Nội dung\nCơ quan thực hiện THỜI \nGIANChủ trì Phối hợp\n1 Rà soát", ["stt", "nội dung", *OWNERS, "thời gian"]),
    ("STT Nội dung\nCơ quan thực hiện Kết quả đầu \nraChủ trì Phối hợp\n1 Rà soát", ["stt", "nội dung", *OWNERS, "kết quả đầu ra"]),
    ("TT CHỈ TIÊU ĐVT\nKế hoạch năm 2026\nGHI\nCHÚTỈNH\nGIAO\nXÃ\nPHẤN\nĐẤU\n1 Rà soát", ["tt", "chỉ tiêu", "đvt", "tỉnh giao", "xã phấn đấu", "ghi chú"]),
    ("TT Chỉ tiêu ĐVT\nKế hoạch năm\n2026\nCơ quan\nchủ trì\nGhi\nchúChỉ tiêu\ntỉnh giao\nChỉ tiêu\nxã phấn\nđấu\n1 Rà soát",
     ["tt", "chỉ tiêu", "đvt", "chỉ tiêu tỉnh giao", "chỉ tiêu xã phấn đấu", "cơ quan chủ trì", "ghi chú"]),
    ("STT Nội dung Cơ quan thực hiện Ghi chú (nếu\ncó)Chủ trì Phối hợp\n1 Rà soát", ["stt", "nội dung", *OWNERS, "ghi chú (nếu có)"]),
])
def test_glued_headings_are_parted(head: str, headings: list[str]) -> None:
    header = find_header(lines_of(head), 0)
    assert header is not None
    assert [column.heading.text for column in header.columns] == headings


@pytest.mark.parametrize(("head", "roles"), [
    ("STT Hoạt động chính Phối hợp thực hiện Thời gian\n1 Rà soát", ("no", "task", "support", "time")),
    ("STT Nội dung theo kế hoạch Phân công thực hiện Thời hạn\n1 Rà soát", ("no", "task", "owner", "time")),
    ("STT Nhiệm vụ trọng tâm năm 2026 Kết quả Chủ trì\n1 Rà soát", ("no", "task", "result", "lead")),
    ("STT Nội dung Các đơn vị phối hợp Trách nhiệm chính Ghi chú, căn cứ\n1 Rà soát", ("no", "task", "support", "lead", "note")),
])
def test_headings_beside_the_wording_of_tasks(head: str, roles: tuple[str, ...]) -> None:
    header = find_header(lines_of(head), 0)
    assert header is not None
    assert header.roles == roles


def test_what_a_page_cut_off_a_row_is_parted_from_the_repeated_header() -> None:
    head = "STT Nội dung Phân công thực hiện\nTiến độ\nGhi chú,\ncăn cứ"
    text = (f"{head}\n1 Rà soát hồ sơ đất đai\nCông an xã\nQuý I/2026\n2 Rà soát hồ sơ hộ tịch\nPhòng Kinh tế\nQuý II/2026\nCông văn số 12/UBND-\n"
            f"{head}VX\n3 Số hóa hồ sơ lưu trữ\nTrạm Y tế\nQuý III/2026\n")
    table, = [b for b in read_text(text.encode(), "x.txt").blocks if isinstance(b, Table)]
    rows = [[cell.text.replace("\n", " ") if cell else "" for cell in row] for row in table.grid()[1:]]
    assert [row[0] for row in rows] == ["1", "2", "3"]
    assert rows[1][4].replace(" ", "") == "Côngvănsố12/UBND-VX"


def test_a_repeated_header_may_be_printed_on_more_lines() -> None:
    rows = [f"{n} Rà soát hồ sơ đợt {n}\nCông an xã\nQuý {'I' * n}/2026\nBáo cáo\n" for n in (1, 2, 3)]
    text = ("STT Nội dung Đơn vị thực hiện Lộ trình\nthực hiện\nMinh \nchứng\n" + rows[0] + "2 Rà soát hồ sơ\n"
            "STT Nội dung\nĐơn vị thực hiện\nLộ trình\nthực hiện\nMinh \nchứngđợt 2\nCông an xã\nQuý II/2026\nBáo cáo\n" + rows[2])
    table, = [b for b in read_text(text.encode(), "x.txt").blocks if isinstance(b, Table)]
    rows_read = [[cell.text.replace("\n", " ") if cell else "" for cell in row] for row in table.grid()[1:]]
    assert rows_read[1] == ["2", "Rà soát hồ sơ đợt 2", "Công an xã", "Quý II/2026", "Báo cáo"]


def test_the_closing_section_is_no_group_of_the_table_before_it() -> None:
    rows = "".join(f"{group}. {title}\nRà soát hồ sơ {title.lower()}\nCông an xã\nQuý {group}/2026\nSố hóa tài liệu {title.lower()}\nTrạm Y tế\nNăm 2026\n"
                   for group, title in (("I", "Hạ tầng số"), ("II", "Chính quyền số")))
    text = "I. MỤC ĐÍCH\n- Nâng cao nhận thức.\nII. NHIỆM VỤ\nNội dung Đơn vị thực hiện Thời gian\n" + rows + "III. TỔ CHỨC THỰC HIỆN\nYêu cầu các đơn vị triển khai thực hiện./.\n"
    blocks = read_text(text.encode(), "x.txt").blocks
    assert [b.text for b in blocks if isinstance(b, Line)][-2:] == ["III. TỔ CHỨC THỰC HIỆN", "Yêu cầu các đơn vị triển khai thực hiện./."]


def test_a_short_plan_with_a_table_of_wide_cells_keeps_its_rows() -> None:
    job = "Phối hợp tổ chức hội nghị đối thoại với người dân,\ndoanh nghiệp về thủ tục hành chính gắn với cải cách hành\nchính và xây dựng nông thôn mới của xã đợt"
    rows = "".join(f"{n}\n{job} {n}\nCông an xã\nQuý {'I' * n}/2026\n" for n in (1, 2, 3))
    text = "KẾ HOẠCH\nII. NHIỆM VỤ\nSTT Nội dung Đơn vị thực hiện Thời gian\n" + rows + "III. TỔ CHỨC THỰC HIỆN\nYêu cầu các đơn vị triển khai thực hiện./.\n"
    table, = [b for b in read_text(text.encode(), "x.txt").blocks if isinstance(b, Table)]
    assert [row[0].text if row[0] else "" for row in table.grid()[1:]] == ["1", "2", "3"]


def test_names_of_products_and_owners_on_the_last_line_of_a_wording() -> None:
    jobs = ("Rà soát các quy chế phối hợp của xã Kế hoạch\n", "Tổ chức danh sách hộ nghèo và báo cáo kết quả\nvới cấp trên Kế hoạch\n",
            "Kiểm tra chuyên mục hỏi đáp trên Trang thông\ntin điện tử\nHệ thống hoạt động\nổn định\n", "Duy trì quỹ đất công ích\nBáo cáo\n")
    text = "STT Tên nhiệm vụ Kết quả đầu ra Đơn vị thực hiện Thời hạn\n" + "".join(f"{n} {job}Công an xã\nQuý {'I' * n}/2026\n" for n, job in enumerate(jobs, 1))
    table, = [b for b in read_text(text.encode(), "x.txt").blocks if isinstance(b, Table)]
    rows = [[cell.text.replace("\n", " ") if cell else "" for cell in row] for row in table.grid()[1:]]
    assert [row[2] for row in rows] == ["Kế hoạch", "Kế hoạch", "Hệ thống hoạt động ổn định", "Báo cáo"]
    assert rows[1][1].endswith("với cấp trên")


def test_a_header_repeated_whole_with_its_rows_glued_stands_aside_whole() -> None:
    head = "TT Tên chỉ tiêu\nĐơn\nvị tính\nLộ trình thực\nhiện Cơ quan\nchủ trì\nCơ quan phối\nhợpNăm\n2026\nNăm\n2030"
    text = (f"{head}\n1 Tỷ lệ phủ sóng 5G % 70 100 Phòng Kinh tế\nCông an xã\n2 Tỷ lệ hộ có cáp\nquang % 75 90 Phòng Kinh tế\nCông an xã\n{head}\n"
            "3 Tỷ lệ hồ sơ trực tuyến % 80 95 Phòng Kinh tế\nCông an xã\n4 Tỷ lệ số hóa % 85 99 Phòng Kinh tế\nCông an xã\n")
    table, = [b for b in read_text(text.encode(), "x.txt").blocks if isinstance(b, Table)]
    rows = [[cell.text.replace("\n", " ") if cell else "" for cell in row] for row in table.grid()]
    assert [row[3:5] for row in rows[2:]] == [["70", "100"], ["75", "90"], ["80", "95"], ["85", "99"]]


def test_the_last_word_of_rows_above_their_numbers_is_no_running_title() -> None:
    job = "".join(f"{word}\n" for word in ["Tổ", "chức", "hội", "nghị", "đối", "thoại", "với", "người", "dân", "và", "doanh", "nghiệp", "về", "thủ", "tục", "hành", "chính", "gắn", "với", "cải", "cách"])
    rows = "".join(f"{n}\n{job}Công an xã\nThường\nxuyên\n" for n in range(1, 7))
    text = "STT Nội dung Đơn vị thực hiện Thời gian\n" + rows
    table, = [b for b in read_text(text.encode(), "x.txt").blocks if isinstance(b, Table)]
    assert [row[0].text if row[0] else "" for row in table.grid()[1:]] == ["1", "2", "3", "4", "5", "6"]


@pytest.mark.parametrize(("head", "roles"), [
    ("STT Chỉ tiêu ĐVT Giai đoạn 2026 - 2030 Đơn vị chủ \ntrì2026 2028 2030\n1 Tỷ lệ", ("no", "indicator", "measure", "value@2026", "value@2028", "value@2030", "lead")),
    ("STT Chỉ tiêu Đơn vị\ntính\nChỉ tiêu phấn đấu\n2026 2030\n1 Tỷ lệ", ("no", "indicator", "measure", "value@2026", "value@2030")),
    ("STT CHỈ TIÊU Giai đoạn 2025 - 2030 ĐƠN  VỊ  PHỤ\nTRÁCHNĂM 2025 NĂM 2030\n1 Tỷ lệ", ("no", "indicator", "value@2025", "value@2030", "owner")),
    ("STT CHỈ TIÊU Chỉ tiêu phấn đấu GHI\nCHÚ2026 2030\n1 Tỷ lệ", ("no", "indicator", "value@2026", "value@2030", "note")),
])
def test_years_below_a_merged_heading(head: str, roles: tuple[str, ...]) -> None:
    header = find_header(lines_of(head), 0)
    assert header is not None
    assert header.roles == roles


def test_a_page_number_behind_a_row_of_figures_is_none_of_them() -> None:
    above = "Nâng cao nhận thức của cán bộ, đảng viên và Nhân dân trong xã về chuyển đổi số\n" * 20
    text = above + "STT Chỉ tiêu Năm 2026 Năm 2028 Năm 2030\n1 Số trường học đạt chuẩn 8 9 10\n2 Diện tích trồng rừng tập trung (ha) 3 29 27\n\n2\n\n3 Số lao động có việc làm mới 120 130 140\n"
    table, = [b for b in read_text(text.encode(), "x.txt").blocks if isinstance(b, Table)]
    assert [cell.text if cell else "" for cell in table.grid()[2]][2:] == ["3", "29", "27"]


def test_a_page_number_behind_a_plans_last_words_is_no_part_of_them() -> None:
    text = "KẾ HOẠCH\n" + "Nâng cao nhận thức của cán bộ.\n" * 30 + "Yêu cầu các đơn vị triển khai thực hiện./.\n\n2\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Văn Bình\n"
    assert not any(b.text == "2" and not b.furniture for b in read_text(text.encode(), "x.txt").blocks if isinstance(b, Line))


def test_the_last_digit_of_a_year_is_no_rows_number() -> None:
    rows = "".join(f"{n} Rà soát hồ sơ đợt {n}\nCông an xã\nQuý\nI/2026\nBáo cáo\n" for n in range(1, 5))
    text = "STT Nội dung Đơn vị thực hiện Thời gian Sản phẩm\n" + rows + "5 Rà soát hồ sơ hộ tịch\nCông an xã\nQuý\nIII/202\n6\nHội\nnghị\n"
    table, = [b for b in read_text(text.encode(), "x.txt").blocks if isinstance(b, Table)]
    assert [cell.text.replace("\n", " ") if cell else "" for cell in table.grid()[-1]] == ["5", "Rà soát hồ sơ hộ tịch", "Công an xã", "Quý III/2026", "Hội nghị"]


def test_a_number_glued_to_the_row_above_where_groups_count_anew() -> None:
    rows = ("I Tuyên truyền\n1 Lập mô hình chợ không dùng tiền mặt Phòng Kinh tế Năm 2026\nPhó Chủ tịch UBND xã2\nBan hành quy chế phối hợp của xã\nCông an xã\nNăm 2026\nChủ tịch UBND xã\n"
            "3 Rà soát hồ sơ hộ tịch\nTrạm Y tế\nNăm 2026\nChủ tịch UBND xã\nII Chính quyền số\n1 Số hóa tài liệu lưu trữ\nPhòng Kinh tế\nNăm 2026\nChủ tịch UBND xã\n"
            "2 Kiểm tra hệ thống camera\nCông an xã\nNăm 2026\nChủ tịch UBND xã\n")
    table, = [b for b in read_text(("STT Nội dung Đơn vị chủ trì Thời gian Lãnh đạo UBND xã chỉ đạo\n" + rows).encode(), "x.txt").blocks if isinstance(b, Table)]
    assert [row[0].text if row[0] else "" for row in table.grid()[1:]] == ["I", "1", "2", "3", "II", "1", "2"]
