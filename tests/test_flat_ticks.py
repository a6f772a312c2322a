"""Month grids and short remarks below a table, as a text dump prints them."""

from __future__ import annotations

from extractors.document import Table
from extractors.text_reader import read_text

WIDE = "Tiếp tục nâng cao đời sống vật chất và tinh thần của người dân; phấn đấu"
GRID = ["TT Nội dung hoạt động Thời gian thực hiện (tháng) Đơn vị thực hiện", "1 2 3 4 5 6 7 8 9 10 11 12",
        "1 Kiểm kê thuốc, vật tư y tế x x Phòng Kinh tế", "2 Tiêm chủng mở rộng cho trẻ em x x x x x x x x x x x x Trạm Y tế",
        "3 Khám sức khỏe định kỳ cho người cao tuổi tại ", "các thôn", "x x x Trạm Y tế", "4 Đo đạc khu đất 10 x 15 m làm sân thể thao x Phòng Kinh tế"]
TARGETS = ["TT Chỉ tiêu ĐVT Thực hiện 2025 Kế hoạch 2026", "1 Tỷ lệ người dân có hồ sơ sức khỏe điện tử % 88 95",
           "2 Tỷ lệ thanh toán viện phí không dùng tiền mặt % 37 70"]


def tables(*lines: str) -> list[Table]:
    text = ["KẾ HOẠCH", "Hoạt động năm 2026", "I. MỤC ĐÍCH", *[WIDE] * 14, *lines]
    return [b for b in read_text("\n".join(text).encode(), "x.txt").blocks if isinstance(b, Table)]


def rows(table: Table) -> list[list[str]]:
    return [[c.text for c in sorted((c for c in table.cells if c.row == r), key=lambda c: c.col)] for r in range(table.header_rows or 1, table.n_rows)]


def test_ticks_between_cells_are_no_wording() -> None:
    table, = tables("II. LỊCH HOẠT ĐỘNG", *GRID, "Nơi nhận:", "- Lưu: VT.")
    assert rows(table) == [
        ["1", "Kiểm kê thuốc, vật tư y tế", "", "Phòng Kinh tế"], ["2", "Tiêm chủng mở rộng cho trẻ em", "", "Trạm Y tế"],
        ["3", "Khám sức khỏe định kỳ cho người cao tuổi tại các thôn", "", "Trạm Y tế"],
        ["4", "Đo đạc khu đất 10 x 15 m làm sân thể thao", "", "Phòng Kinh tế"]]


def test_the_numbers_of_the_months_are_no_row() -> None:
    table, = tables("II. LỊCH HOẠT ĐỘNG", *GRID, "Nơi nhận:", "- Lưu: VT.")
    assert any(line.text == "1 2 3 4 5 6 7 8 9 10 11 12" for line in table.repeated)


def test_a_remark_at_full_width_closes_the_table() -> None:
    table, = tables("II. CHỈ TIÊU", *TARGETS, "Ngoài ra, phấn đấu 100% viên chức hoàn thành tốt nhiệm vụ; giữ vững danh hiệu", "tập thể lao động tiên tiến.",
                    "III. NHIỆM VỤ TRỌNG TÂM", *[f"- {WIDE}"] * 6)
    assert rows(table)[-1][1:] == ["Tỷ lệ thanh toán viện phí không dùng tiền mặt", "%", "37", "70"]
