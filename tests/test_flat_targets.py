"""Flattened target tables of higher levels: measures in small letters, dashes, fractions, horizons without a value."""

from __future__ import annotations

from pathlib import Path

from extractors.document import Line, Place, Table
from extractors.flat_table import rebuild
from pipeline.read_one import read_one

DUMP = """TT Chỉ tiêu Đơn vị
tính
Thực
hiện năm
2025
Mục tiêu
đến năm
2026
Mục tiêu
đến năm
2030
Tầm
nhìn đến
năm 2045
Cơ quan chủ trì
theo dõi, đánh giá
Cơ quan phối hợp
I Nhóm chỉ tiêu về sức khỏe
1 Tuổi thọ trung bình tuổi 73,1 73,5 75,5 80 Sở Y tế Chi cục Thống kê tỉnh
2 Tỷ lệ bao phủ bảo hiểm y tế % 95,2 ≥ 96 100 100 BHXH tỉnh Sở Y tế; UBND các\x20
xã, phường
3 Số bác sĩ/10.000 dân bác sĩ 15 16 19 35 Sở Y tế -
4 Tỷ lệ trẻ em dưới 1 tuổi tiêm chủng\x20
đầy đủ
% 93 > 95 > 95 - UBND các xã, phường
II Nhóm chỉ tiêu về chuyển đổi số y tế
5 Tỷ lệ người dân có Sổ sức khỏe\x20
điện tử
% 45 80 100 Sở Y tế Công an tỉnh
6 Bệnh viện triển khai bệnh án điện\x20
tử
Bệnh\x20
viện
12/18 18/18 Duy trì Sở Y tế Sở KH&CN"""


YEARS = """STT Chỉ tiêu Đơn vị
tính
Chỉ tiêu đến Đơn vị chủ trì theo dõi
31/12/2025 2026 2030
1 Tỷ lệ văn bản được ký số và gửi, nhận trên\x20
môi trường mạng
% 90 100 100 Văn phòng HĐND và UBND
2 Tỷ lệ hồ sơ được tiếp nhận trực tuyến trên tổng\x20
số hồ sơ
% ≥ 80 ≥ 85 95 Công an phường
3 Tỷ lệ dân số trưởng thành có chữ ký số % - ≥ 30 ≥ 50 Công an phường
4 Số chợ thanh toán không dùng tiền mặt Mô\x20
hình
01 03 05 Phòng Kinh tế"""


def test_a_day_heads_a_column_and_a_dash_stands_for_a_missing_value() -> None:
    lines = [Line(text, Place(lines=(n, n)), number=n) for n, text in enumerate(YEARS.split("\n"), 1)]
    table, = [block for block in rebuild(lines) if isinstance(block, Table)]
    texts = [c.text for c in table.cells]
    assert {"31/12/2025", "2026", "2030"} <= set(texts)
    row = next(c.row for c in table.cells if c.text == "3")
    assert [c.text for c in table.cells if c.row == row][2:] == ["%", "-", "≥ 30", "≥ 50", "Công an phường"]


def cells() -> dict[str, list[str]]:
    lines = [Line(text, Place(lines=(n, n)), number=n) for n, text in enumerate(DUMP.split("\n"), 1)]
    table, = [block for block in rebuild(lines) if isinstance(block, Table)]
    grid: dict[int, dict[int, str]] = {}
    for cell in table.cells:
        grid.setdefault(cell.row, {})[cell.col] = " ".join(" ".join(line.text for line in cell.lines).split())
    return {row[0]: [row[c] for c in sorted(row)][1:] for row in grid.values() if row.get(0)}


def test_a_measure_in_small_letters_opens_its_cell() -> None:
    rows = cells()
    assert rows["1"] == ["Tuổi thọ trung bình", "tuổi", "73,1", "73,5", "75,5", "80", "Sở Y tế", "Chi cục Thống kê tỉnh"]
    assert rows["3"][1] == "bác sĩ"


def test_a_group_row_behind_a_cell_without_value_is_seen() -> None:
    assert cells()["II"][0] == "Nhóm chỉ tiêu về chuyển đổi số y tế"


def test_a_missing_value_is_the_farthest_horizons() -> None:
    assert cells()["5"][2:7] == ["45", "80", "100", "", "Sở Y tế"]


def test_fractions_and_what_stays_are_values() -> None:
    assert cells()["6"][1:6] == ["Bệnh viện", "12/18", "18/18", "Duy trì", ""]


def test_titles_of_groups_over_one_column_of_values_are_no_targets(tmp_path: Path) -> None:
    path = tmp_path / "chỉ tiêu.txt"
    path.write_text("UBND XÃ BÌNH AN\nKẾ HOẠCH\nLàm vườn năm 2026\nII. CHỈ TIÊU\nStt Nội dung chỉ tiêu KH 2026\nI Chỉ tiêu kinh tế\n1 Số vườn mẫu được\ncông nhận\n4 vườn\n"
                    "II Chỉ tiêu xã hội\n2 Tỷ lệ hộ có vườn 60%\nIII. TỔ CHỨC THỰC HIỆN\n1. Phòng Kinh tế theo dõi, tổng hợp.\n", encoding="utf-8")
    assert [(t.indicator, t.value) for t in read_one(path, path.name).targets] == [("Số vườn mẫu được công nhận", 4), ("Tỷ lệ hộ có vườn", 60)]
