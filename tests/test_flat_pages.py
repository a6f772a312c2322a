"""Dumps of plans: page numbers among the rows of a table, words that a narrow column cut, owners below each other under one heading."""

from __future__ import annotations

import pytest

from extractors.cell_kinds import time_fit, unit_fit
from extractors.document import Document, Table
from extractors.flat_content import content
from extractors.flat_known import cuts_word
from extractors.flat_stream import stream_of
from extractors.text_reader import read_text
from tests.flat_dump import Layout, draw, read_out, task_rows

_PROSE = "".join(f"{n}) Ủy ban nhân dân xã yêu cầu các phòng chuyên môn tổ chức triển khai kế hoạch này bảo đảm đúng tiến độ đề ra;\n" for n in range(1, 3))


def _tables(text: str) -> list[Table]:
    document: Document = read_text(text.encode("utf-8"), "plan.txt")
    return [block for block in document.blocks if isinstance(block, Table)]


def _cells(table: Table) -> list[list[str]]:
    return [[cell.text if cell else "" for cell in row] for row in table.grid()]


@pytest.mark.parametrize("columns", ["ntlsrd", "ntrlsd", "ntolr"])
def test_a_page_number_inside_a_table_is_no_part_of_a_cell(columns: str) -> None:
    widths = {"n": 30.0, "t": 180.0, "l": 80.0, "s": 90.0, "r": 85.0, "d": 70.0, "o": 90.0}
    layout = Layout(tuple(widths[c] for c in columns), page=600.0, valign="top", blanks="none")
    rows = task_rows(7, columns, 16, groups=False)
    chunks = draw(rows, layout)
    first = next(k for k, chunk in enumerate(chunks) if chunk.page == 1)
    before, after = read_out(chunks[:first], layout), read_out(chunks[first:], layout)
    table = _tables(f"{_PROSE}{before}\n2\n{after}\nNơi nhận:\n- Lưu: VT.\n")[0]
    assert [line.text for line in table.repeated] == ["2"]
    got = _cells(table)
    assert len(got) == len(rows)
    assert sum(a == b for a, b in zip(got, rows, strict=True)) >= len(rows) - 2


def test_a_page_number_before_a_repeated_header_is_none_of_the_row_above() -> None:
    head = "TT Nội dung công việc Cơ quan chủ trì Thời gian\n"
    rows = [f"{n} Rà soát, bổ sung danh mục công trình thủy lợi\ntại thôn {n}\nPhòng Kinh tế Quý I/2026\n" for n in range(1, 15)]
    table = _tables(_PROSE + head + "".join(rows[:13]) + "2\n" + head + rows[13])[0]
    assert _cells(table)[13][1:] == ["Rà soát, bổ sung danh mục công trình thủy lợi tại thôn 13", "Phòng Kinh tế", "Quý I/2026"]
    assert _cells(table)[14][2] == "Phòng Kinh tế"


def test_a_bare_figure_of_a_value_column_stays() -> None:
    rows = "".join(f"{n} Số mô hình nông nghiệp công nghệ cao được công nhận tại thôn {n}\nMô hình {n + 1}\nPhòng Kinh tế\n" for n in range(1, 12))
    table = _tables("TT Chỉ tiêu Đơn vị tính Năm 2026 Cơ quan chủ trì\n" + rows)[0]
    assert [row[3] for row in _cells(table)[1:]] == [str(n + 1) for n in range(1, 12)]


@pytest.mark.parametrize(("above", "below", "cut"), [
    ("30/8/202", "6", True), ("đồng/người/n", "ăm", True), ("95", "100", False), ("Phòng", "Kinh", False), ("tính", "m", False), ("Quý", "II/2026", False),
])
def test_a_narrow_column_cuts_a_word(above: str, below: str, cut: bool) -> None:
    lines = [block for block in read_text(f"{above}\n{below}\n".encode(), "x").blocks if not isinstance(block, Table)]
    assert cuts_word(stream_of(lines), 1) is cut


def test_a_cut_word_is_whole_in_its_cell() -> None:
    rows = "".join(f"{n} Sửa chữa mặt cầu, thay thế khe co giãn số {n}\nPhòng Quản lý giao thông\nTrước\n{10 + n}/8/202\n6\n" for n in range(1, 7))
    table = _tables("TT Nội dung công việc Cơ quan chủ trì Thời gian\n" + rows)[0]
    assert [row[3] for row in _cells(table)[1:]] == [f"Trước {10 + n}/8/2026" for n in range(1, 7)]


def test_lead_and_helpers_below_each_other_stay_in_their_cell() -> None:
    rows = "".join(
        f"{n} Xây dựng quy trình kiểm định an toàn đập cho nhóm hồ chứa thứ {n} \nvà công bố theo quy định\nChủ trì: Cục Quản lý và Xây dựng \ncông trình thủy lợi\n"
        f"Phối hợp: Vụ Pháp chế; Bộ Tư pháp\nQuý III/2026 Thông tư của Bộ trưởng\n" for n in range(1, 7))
    table = _tables("TT Nội dung nhiệm vụ Phân công thực hiện Thời gian Kết quả\n" + rows)[0]
    for row in _cells(table)[1:]:
        assert row[2:] == ["Chủ trì: Cục Quản lý và Xây dựng công trình thủy lợi Phối hợp: Vụ Pháp chế; Bộ Tư pháp", "Quý III/2026", "Thông tư của Bộ trưởng"]


def test_letters_under_roman_numerals_do_not_start_them_anew() -> None:
    rows = [("I", "HOÀN THIỆN THỂ CHẾ"), ("1", ""), ("2", ""), ("II", "PHÁT TRIỂN DỮ LIỆU"), ("A", "Lĩnh vực đất đai"), ("3", ""), ("B", "Lĩnh vực môi trường"), ("4", ""),
            ("III", "PHÁT TRIỂN HẠ TẦNG"), ("5", ""), ("6", "")]
    text = "".join(f"{no} {title}\n" if title else f"{no} Xây dựng quy định về dữ liệu của ngành\nvà công bố công khai\nPhòng Kinh tế Quý {no}/2026\n" for no, title in rows)
    table = _tables(_PROSE + "TT Nội dung công việc Cơ quan chủ trì Thời gian\n" + text)[0]
    assert [row[0] for row in _cells(table)[1:]] == [no for no, _ in rows]


def test_a_hyphen_that_an_extractor_prints_for_a_line_end_ends_the_line() -> None:
    """U+FFFE stands for a hyphen and the line break behind it: the cell's next line is no part of its neighbour's."""
    document = read_text("Phòng Kế hoạch KH-TC\ufffeTH; các phòng,\nđơn vị liên quan\n".encode(), "x")
    assert [line.text for line in document.lines()] == ["Phòng Kế hoạch KH-TC-", "TH; các phòng,", "đơn vị liên quan"]
    assert [line.place.lines for line in document.lines()] == [(1, 1), (1, 1), (2, 2)]


def test_a_number_column_of_one_letters_width() -> None:
    rows = "".join(f"{n}\nRà soát các thửa đất chưa được\ncấp giấy chứng nhận lần {n}\nPhòng Kinh tế\nQuý I/2026\n" for n in range(1, 7))
    table = _tables(_PROSE + "T\nT\nNội dung công việc Cơ quan chủ trì\nThời gian\n" + rows)[0]
    assert _cells(table)[0][0] == "T T"
    assert [row[0] for row in _cells(table)[1:]] == [str(n) for n in range(1, 7)]


@pytest.mark.parametrize(("text", "fit"), [
    ("Phòng Công chức, viên chức", 0.6), ("Các bản có đồng bào Mông sinh sống", 0.6), ("Phó Hiệu trưởng", 0.6), ("Toàn trường", 0.6), ("Agribank Phú Quý; Tổ CNSCĐ các thôn", 0.6),
])
def test_owners_out_of_the_catalogue_are_likely(text: str, fit: float) -> None:
    assert unit_fit(text) >= fit


@pytest.mark.parametrize("text", ["Các trường hợp vi phạm được xử lý", "Các cơ sở dữ liệu được kết nối", "Bộ tài liệu gồm 04 chuyên đề", "Phòng Kinh tế Quý II/2026"])
def test_no_owners(text: str) -> None:
    assert unit_fit(text) < 0.5


@pytest.mark.parametrize(("text", "whole"), [("Năm 2026 -", False), ("Năm 2026 - 2027", True), ("Quý I", True)])
def test_half_a_span_of_years_is_no_whole_time(text: str, whole: bool) -> None:
    assert (time_fit(text) == 1.0) is whole


def test_groups_of_a_table_without_row_numbers() -> None:
    rows = "".join(f"{no} {title}\n" + "".join(f"{act} tại khu vực trung tâm\nvà các tuyến đường chính thứ {k}\nPhòng Kinh tế\nCông an phường\nTháng {k}/2026\n" for k in range(2, 6))
                   for no, title, act in (("I", "Chỉnh trang đô thị", "Sửa chữa vỉa hè"), ("II", "Vệ sinh môi trường", "Thu gom rác thải"), ("III", "Trật tự đô thị", "Tuần tra, xử lý vi phạm")))
    table = _tables(_PROSE + "Nội dung thực hiện Đơn vị chủ trì\nĐơn vị phối hợp Thời gian\n" + rows)[0]
    cells = _cells(table)
    assert [row[0] for row in cells[1::5]] == ["I Chỉnh trang đô thị", "II Vệ sinh môi trường", "III Trật tự đô thị"]
    assert cells[5] == ["Sửa chữa vỉa hè tại khu vực trung tâm và các tuyến đường chính thứ 5", "Phòng Kinh tế", "Công an phường", "Tháng 5/2026"]


@pytest.mark.parametrize(("before", "after", "page"), [
    ("hợp tổ chức, cá nhân cố tình vi phạm; báo cáo Chủ tịch trước ngày", "hằng tháng.", True),
    ("hợp tổ chức, cá nhân cố tình vi phạm; báo cáo Chủ tịch đúng quy định.", "Các tổ dân phố vận động người dân.", False),
    ("Quý", "và", False),
])
def test_a_page_number_inside_a_sentence(before: str, after: str, page: bool) -> None:
    prose = "".join(f"- Ủy ban nhân dân phường yêu cầu các đơn vị tổ chức triển khai nội dung thứ {n} của kế hoạch này.\n" for n in range(1, 41))
    document = read_text(f"{prose}{before}\n2\n{after}\n".encode(), "x")
    assert [line.furniture for line in document.lines() if line.text == "2"] == [page]


@pytest.mark.parametrize(("text", "two"), [
    ("Phòng Quản lý giao thông Phòng Cảnh sát giao thông", True), ("Phòng Văn hóa - Xã hội Các thôn trên địa bàn", True),
    ("Phòng Quản lý giao thông, Phòng Cảnh sát giao thông", False), ("Văn phòng Sở, Các phòng", False),
])
def test_two_names_without_a_sign_between_them_are_two_cells(text: str, two: bool) -> None:
    assert (content("lead", text.casefold(), text) < 2.6 * unit_fit(text) - 0.6) is two
