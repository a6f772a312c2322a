"""Headers of two rows of which a later page repeats the first alone, and the number column's heading in one letter a line."""

from __future__ import annotations

from extractors.document import Table
from extractors.text_reader import read_text


def tables(text: str) -> list[list[list[str]]]:
    return [[[cell.text if cell else "" for cell in row] for row in b.grid()] for b in read_text(text.encode(), "x.txt").blocks if isinstance(b, Table)]


FIRST = "TT Chỉ tiêu Đơn vị\ntính\nKế hoạch giai đoạn 2026 - 2030\n"
AGAIN = "TT Chỉ tiêu Đơn vị tính Kế hoạch giai đoạn\n2026 - 2030\n"
YEARS = "2026 2027 2028\n"
ROWS = ["1 Tỷ lệ bao phủ bảo hiểm y tế % 95 96 97\n", "2 Tỷ lệ hài lòng về y tế % 90 91 92\n", "3 Tỷ lệ khám sức khỏe định kỳ % 60 70 80\n", "4 Tỷ lệ lập hồ sơ sức khỏe % 80 90 100\n"]


def test_the_first_row_of_a_header_alone_on_the_next_page() -> None:
    found, = tables(FIRST + YEARS + ROWS[0] + ROWS[1] + AGAIN + ROWS[2] + ROWS[3])
    assert [row[0] for row in found[2:]] == ["1", "2", "3", "4"]
    assert found[4][1:] == ["Tỷ lệ khám sức khỏe định kỳ", "%", "60", "70", "80"]


def test_a_row_worded_like_a_header_stays() -> None:
    found, = tables(FIRST + YEARS + ROWS[0] + ROWS[1] + "3 TT Chỉ tiêu giao dự toán % 60 70 80\n" + ROWS[3])
    assert [row[0] for row in found[2:]] == ["1", "2", "3", "4"]


def test_one_letter_of_the_heading_above_the_others() -> None:
    found, = tables("T\nT Nhiệm vụ Đơn vị\nchủ trì\nThời\ngian\n1 Rà soát hồ sơ hộ tịch\nCông an xã\nQuý I/2026\n2 Cấp chữ ký số\nPhòng Kinh tế\nQuý II/2026\n"
                    "3 Tổng kết phong trào\nCông an xã\nQuý IV/2026\n")
    assert found[0] == ["T T", "Nhiệm vụ", "Đơn vị chủ trì", "Thời gian"]
    assert [row[3] for row in found[1:]] == ["Quý I/2026", "Quý II/2026", "Quý IV/2026"]
