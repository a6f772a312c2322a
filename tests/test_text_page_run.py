"""Numbers of pages in dumps of plans with appendices: short pages, pages without a number, row numbers beside them."""

from __future__ import annotations

from extractors.document import Table
from extractors.text_reader import read_text

PROSE = "Nâng cao nhận thức của cán bộ, công chức và Nhân dân về chuyển đổi số trên địa bàn xã.\n\n"
HEADER = "STT Chỉ tiêu Đơn vị tính Năm 2026 Năm 2030\n"


def marked(text: str) -> list[str]:
    return [line.text for line in read_text(text.encode(), "x.txt").lines() if line.furniture]


def rows(first: int, last: int) -> str:
    return "".join(f"{n}\nTỷ lệ hộ dân thôn {n} được sử\ndụng nước hợp vệ sinh % 9{n} 100\n\n" for n in range(first, last + 1))


def test_a_short_page_before_an_appendix() -> None:
    text = PROSE * 30 + "\n2\n" + PROSE * 4 + "Trần Văn Bình\n\n3\nPHỤ LỤC I\nCÁC CHỈ TIÊU\n\n" + HEADER + rows(1, 3) + "4\nPHỤ LỤC II\nBÁO CÁO\n\n" + PROSE * 3
    assert marked(text) == ["2", "3", "4"]


def test_the_appendix_of_a_section_of_its_own_has_no_number_on_its_first_page() -> None:
    text = PROSE * 30 + "\n2\n" + PROSE * 30 + "Trần Văn Bình\n\nPHỤ LỤC I\nCÁC CHỈ TIÊU\n\n" + HEADER + rows(1, 5) + "\n4\nPHỤ LỤC II\nBÁO CÁO\n\n" + PROSE * 3
    assert marked(text) == ["2", "4"]


def test_rows_keep_their_numbers_where_no_page_has_one() -> None:
    text = PROSE * 30 + "Trần Văn Bình\n\nPHỤ LỤC I\nCÁC CHỈ TIÊU\n\n" + HEADER + rows(1, 9)
    assert marked(text) == []
    table, = [b for b in read_text(text.encode(), "x.txt").blocks if isinstance(b, Table)]
    assert [row[0].text if row[0] else "" for row in table.grid()[1:]] == [str(n) for n in range(1, 10)]


def test_a_page_number_between_a_rows_wording_and_its_figures() -> None:
    text = PROSE * 30 + "\n2\n" + PROSE * 20 + "Trần Văn Bình\n\n3\nPHỤ LỤC I\nCÁC CHỈ TIÊU\n\n" + HEADER + rows(1, 9) + "10\nTỷ lệ hộ nghèo\n\n4\n" + "% 8 6\n\n" + "11\nTỷ lệ che phủ rừng % 50 60\n"
    table, = [b for b in read_text(text.encode(), "x.txt").blocks if isinstance(b, Table)]
    assert [cell.text if cell else "" for cell in table.grid()[10]] == ["10", "Tỷ lệ hộ nghèo", "%", "8", "6"]


def test_a_figure_left_alone_at_the_foot_of_a_page_is_no_obstacle() -> None:
    prose = [f"- Rà soát, hoàn thiện quy trình giải quyết thủ tục hành chính thứ {'abcdefghijklmnopqrstuvwxyz'[n % 26]} của các phòng\n" for n in range(90)]
    text = "".join(prose[:34]) + "- Thành lập mới 04 hợp tác xã, nâng tổng số hợp tác xã hoạt động hiệu quả lên\n09.\n\n2\n" + "".join(prose[34:68]) + "\n3\n" + "".join(prose[68:])
    assert [line.text for line in read_text(text.encode(), "x.txt").lines() if line.furniture] == ["2", "3"]
