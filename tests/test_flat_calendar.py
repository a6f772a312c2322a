"""Dumps of calendars of two columns, a time and what is done then."""

from __future__ import annotations

from extractors.document import Table
from extractors.text_reader import read_text

HEAD = ["KẾ HOẠCH", "Tổ chức Ngày hội đọc sách", "II. TIẾN ĐỘ"]
ROWS = ["Tháng 9/2026 Xây dựng kế hoạch, trình Hiệu trưởng phê duyệt", "Trước ngày ", "15/10/2026 - Thành lập Ban Tổ chức;", "- Liên hệ với các nhà xuất bản", "Tuần 3 – 4",
        "Từ 20/10 đến ", "25/10/2026", "Trang trí gian hàng", "7h30 ngày 26/10/2026 Khai mạc Ngày hội"]


def tables_of(*lines: str) -> list[list[list[str]]]:
    blocks = read_text("\n".join([*HEAD, *lines]).encode(), "x.txt").blocks
    return [[[cell.text if cell else "" for cell in row] for row in b.grid()] for b in blocks if isinstance(b, Table)]


def test_rows_open_with_their_times() -> None:
    table, = tables_of("Thời gian Nội dung công việc", *ROWS, "III. TỔ CHỨC THỰC HIỆN", "1. Thư viện chủ trì tổ chức.")
    assert table == [["Thời gian", "Nội dung công việc"], ["Tháng 9/2026", "Xây dựng kế hoạch, trình Hiệu trưởng phê duyệt"],
                     ["Trước ngày 15/10/2026", "- Thành lập Ban Tổ chức; - Liên hệ với các nhà xuất bản"],
                     ["Tuần 3 – 4 Từ 20/10 đến 25/10/2026", "Trang trí gian hàng"], ["7h30 ngày 26/10/2026", "Khai mạc Ngày hội"]]


def test_headings_over_two_lines() -> None:
    table, = tables_of("Thời gian", "Các hoạt động", *ROWS)
    assert [row[0] for row in table][:2] == ["Thời gian", "Tháng 9/2026"]


def test_no_calendar_without_times_below() -> None:
    assert tables_of("Thời gian Nội dung công việc", "do Ban Tổ chức thông báo sau.", *ROWS[1:4]) == []
    assert tables_of("Thời gian Nội dung công việc", *ROWS[:4], "Nơi nhận:") == []
