"""Dumps of tables with gaps: row numbers left out, a lead printed once for all rows, headings torn between others, headers cut by a page."""

from __future__ import annotations

import pytest

from extractors.document import Line, Place, Table
from extractors.flat_header import find_header
from extractors.text_reader import read_text


def lines_of(text: str) -> list[Line]:
    return [Line(line, Place(lines=(n, n)), number=n) for n, line in enumerate(text.strip("\n").split("\n"), 1)]


def rows_of(text: str) -> list[list[str]]:
    table, = [b for b in read_text(text.encode(), "x.txt").blocks if isinstance(b, Table)]
    return [[" ".join(cell.text.split()) if cell else "" for cell in row] for row in table.grid()[table.header_rows:]]


HEAD = "TT Chỉ tiêu ĐVT Năm 2027 Năm 2030 Đơn vị theo dõi Đơn vị phối hợp\n"
MEASURED = [("2", "Tỷ lệ hộ dân dùng nước sạch", "%", "91", "98", "Sở Xây dựng"), ("4", "Tỷ lệ rác thải được phân loại", "%", "45", "70", "Sở Công Thương"),
            ("5", "Diện tích rừng trồng mới", "ha", "120", "300", "Sở Tài chính"), ("6", "Tỷ lệ trạm y tế đạt chuẩn", "%", "80", "100", "Sở Y tế"),
            ("6b", "Số trường học đạt chuẩn quốc gia", "Trường", "14", "20", "Sở Nội vụ"), ("19", "Tỷ lệ lao động qua đào tạo", "%", "66", "75", "Sở Nội vụ"),
            ("40", "Tỷ lệ bao phủ bảo hiểm y tế", "%", "95", "97", "Sở Y tế")]


def test_rows_whose_numbers_leave_out_others() -> None:
    rows = rows_of(HEAD + "".join(" ".join(row) + "\n" for row in MEASURED))
    assert [tuple(row[:6]) for row in rows] == MEASURED


def test_a_figure_before_a_unit_opens_no_row() -> None:
    tall = [row if n != 6 else (*row[:3], "95", "97\nSở Y tế") for n, row in enumerate(MEASURED)]
    rows = rows_of(HEAD + "".join(" ".join(part for part in row if part) + "\n" for row in (row[:6] for row in tall)))
    assert [row[0] for row in rows] == [row[0] for row in MEASURED]


def test_a_lead_printed_once_leads_every_row() -> None:
    body = [*MEASURED[:4], *((str(n), *row[1:]) for n, row in enumerate(MEASURED[4:], 7))]
    helped = [(*row[:5], "Thống kê tỉnh" if n < 3 else row[5]) for n, row in enumerate(body)]
    first = (*helped[0][:5], "Sở Nông nghiệp và Môi trường", helped[0][5])
    rows = rows_of(HEAD + "".join(" ".join(row) + "\n" for row in [first, *helped[1:]]))
    assert {row[5] for row in rows} == {"Sở Nông nghiệp và Môi trường"}
    assert [row[6] for row in rows] == [row[5] for row in helped]


def test_single_leads_stay_leads_beside_one_helper() -> None:
    body = [(str(n), *row[1:]) for n, row in enumerate(MEASURED, 1)]
    first = (*body[0], "Thống kê tỉnh")
    rows = rows_of(HEAD + "".join(" ".join(row) + "\n" for row in [first, *body[1:]]))
    assert [row[5] for row in rows] == [row[5] for row in body]


@pytest.mark.parametrize(("text", "headings", "last"), [
    ("TT Chỉ tiêu Mục tiêu Cơ quan\nchủ trì\nCơ quan phối\nGiai hợp\nđoạn\n2026-\n2030\nNăm\n2027\n4 Tỷ lệ che phủ rừng",
     ["tt", "chỉ tiêu", "giai đoạn 2026- 2030", "năm 2027", "cơ quan chủ trì", "cơ quan phối hợp"], 8),
    ("ST\nT\nTên chỉ tiêu ĐV\nT\nThự\nc\nhiện\n202\n4\nKế hoạch\n2025\nCơ quan theo dõi\n1 Tỷ lệ che phủ rừng",
     ["stt", "tên chỉ tiêu", "đvt", "thực hiện 2024", "kế hoạch 2025", "cơ quan theo dõi"], 11),
    ("TT Nội dung Đối tượng kiểm toán,\nhậu kiểm\nHình thức Thời gian Đơn vị chủ trì\n1 Kiểm tra thu chi",
     ["tt", "nội dung", "đối tượng kiểm toán, hậu kiểm", "hình thức", "thời gian", "đơn vị chủ trì"], 2),
])
def test_headings_torn_between_others(text: str, headings: list[str], last: int) -> None:
    header = find_header(lines_of(text), 0)
    assert header is not None
    assert [column.heading.text for column in header.columns] == headings
    assert header.last == last


def test_units_in_two_columns_are_no_header() -> None:
    header = find_header(lines_of("TT\nPVHCC\nTT DVTH; các\nđơn vị liên quan\nBáo cáo, kết quả\n8 Rà soát"), 0)
    assert header is None


def test_a_header_that_the_page_cut_is_repeated() -> None:
    top = "STT Nhiệm vụ Sản phẩm Trách nhiệm thực hiện Thời\ngian\nhoàn\nthành\nChủ trì Phối hợp\n"
    acts = ("Rà soát thủ tục", "Công khai quy trình", "Số hóa hồ sơ", "Tập huấn công chức", "Kiểm tra công vụ", "Đánh giá hài lòng")
    row = "{} {} trên địa bàn\nBáo cáo Phòng Kinh tế Công an xã Quý {}/2027\n"
    body = [row.format(n, act, "I" * (1 + n % 3)) for n, act in enumerate(acts, 1)]
    rows = rows_of(top + "".join(body[:4]) + top.replace("thành\n", "") + "".join(body[4:]))
    assert [row[0] for row in rows] == ["1", "2", "3", "4", "5", "6"]
    assert rows[-1][1] == "Đánh giá hài lòng trên địa bàn"
