"""Headers of flattened tables whose columns are numbered below them, and names of units that a thin column cuts."""

from __future__ import annotations

import pytest

from extractors.cut_words import is_cut_unit
from extractors.document import Line, Place, Table
from extractors.flat_header import find_header
from extractors.text_notes import mark_notes
from extractors.text_reader import read_text

HEADER = "TT NHIỆM VỤ PHỐI\nHỢP\nTHỜI\nGIAN\n"
NUMBERS = "(1) (2) (3) (4)\n"


def lines_of(text: str) -> list[Line]:
    return [Line(line, Place(lines=(n, n))) for n, line in enumerate(text.strip().split("\n"), 1)]


def test_numbered_columns_part_the_headings() -> None:
    header = find_header(lines_of(HEADER + NUMBERS), 0)
    assert header is not None
    assert [column.heading.text for column in header.columns] == ["tt", "nhiệm vụ", "phối hợp", "thời gian"]


def test_headings_stay_whole_where_as_many_columns_are_numbered() -> None:
    header = find_header(lines_of("TT NHIỆM VỤ PHỐI HỢP\nCHỦ TRÌ\nTHỜI\nGIAN\n" + NUMBERS), 0)
    assert header is not None
    assert len(header.columns) == 4


def test_numbers_of_columns_below_a_repeated_header_are_no_cells() -> None:
    rows = [f"{n} Rà soát hồ sơ đợt {n}\nCông an xã\nQuý {'I' * n}/2026\n" for n in (1, 2, 3)]
    header = "TT Nhiệm vụ Phối hợp Thời gian\n"
    text = header + NUMBERS + rows[0] + "2 Rà soát hồ sơ\n" + header + NUMBERS + "đợt 2\nCông an xã\nQuý II/2026\n" + rows[2]
    table, = [b for b in read_text(text.encode(), "x.txt").blocks if isinstance(b, Table)]
    assert not any("(1)" in cell.text for cell in table.cells)
    assert [row[0].text if row[0] else "" for row in table.grid()[1:]] == ["1", "2", "3"]


@pytest.mark.parametrize(("above", "below", "cut"), [
    ("HĐND&U", "BND", True), ("HĐND-U", "BND xã", True), ("Agrib", "ank", True), ("Viette", "l khu vực", True), ("Mobi", "Fone", True),
    ("UBND", "HĐND", False), ("Công", "an xã", False), ("Viettel", "Agribank", False), ("I", "II", False), ("CNTT", "UBND", False),
])
def test_names_of_units_cut_in_two(above: str, below: str, cut: bool) -> None:
    assert is_cut_unit(above, below) is cut


def test_numbers_of_columns_torn_in_their_brackets() -> None:
    rows = "".join(f"{n} Kiểm tra đợt {n}\nTrạm Y tế\nQuý {'I' * n}/2026\n" for n in (1, 2, 3))
    table, = [b for b in read_text(("TT Nhiệm vụ Phối hợp Thời gian\n(1) (2) (3) (4\n)\n" + rows).encode(), "x.txt").blocks if isinstance(b, Table)]
    assert [row[0].text if row[0] else "" for row in table.grid()[1:]] == ["1", "2", "3"]


def test_a_bracket_cut_from_its_number_marks_no_note() -> None:
    lines = lines_of("(10\n)\n(11\n)\nI Khám, chữa bệnh\n1 Khám sức khỏe định kỳ.")
    mark_notes(lines)
    assert not any(line.furniture for line in lines)


def test_a_capital_behind_the_wording_opens_who_does_it() -> None:
    rows = "".join(f"{n} Duyệt chương trình đợt {n}\n{unit}\nTháng {n}/2026\n" for n, unit in enumerate(("BGH", "BTC", "Phòng Đào tạo"), 1))
    table, = [b for b in read_text(("TT Nội dung Thực hiện Thời gian Ghi chú\n" + rows).encode(), "x.txt").blocks if isinstance(b, Table)]
    assert [[cell.text if cell else "" for cell in row[:3]] for row in table.grid()[:2]] == [["TT", "Nội dung", "Thực hiện"], ["1", "Duyệt chương trình đợt 1", "BGH"]]
    table, = [b for b in read_text(("TT Nội dung thực hiện Đơn vị chủ trì Thời gian\n" + rows).encode(), "x.txt").blocks if isinstance(b, Table)]
    assert [cell.text if cell else "" for cell in table.grid()[0][:2]] == ["TT", "Nội dung thực hiện"]


def test_a_thin_column_of_row_numbers_cuts_its_heading() -> None:
    header = find_header(lines_of("ST Nội dung công việc Đơn vị thực hiện Thời gian Sản\nT phẩm\n1 Lập danh sách hộ"), 0)
    assert header is not None
    assert [column.heading.text for column in header.columns] == ["stt", "nội dung công việc", "đơn vị thực hiện", "thời gian", "sản phẩm"]


def test_a_title_in_capitals_above_such_a_heading_is_no_column() -> None:
    lines = lines_of("CÁC CHỈ TIÊU VỀ MÔI TRƯỜNG\nT\nT\nChỉ tiêu Đơn\nvị\ntính\nNăm\n2026\nCơ quan\nchủ trì\n1 Tỷ lệ hộ phân loại rác")
    assert find_header(lines, 0) is None
    header = find_header(lines, 1)
    assert header is not None
    assert [column.heading.text for column in header.columns] == ["tt", "chỉ tiêu", "đơn vị tính", "năm 2026", "cơ quan chủ trì"]


@pytest.mark.parametrize(("head", "headings"), [
    ("TT Chỉ tiêu Năm 2026", ["tt", "chỉ tiêu", "năm 2026"]),
    ("STT Chỉ tiêu Kế hoạch năm 2026", ["stt", "chỉ tiêu", "kế hoạch năm 2026"]),
    ("Chỉ tiêu Năm 2026 Năm 2030", ["chỉ tiêu", "năm 2026", "năm 2030"]),
    ("STT Chỉ tiêu Đơn vị Năm 2026 Cơ quan chủ trì Cơ quan phối hợp", ["stt", "chỉ tiêu", "đơn vị", "năm 2026", "cơ quan chủ trì", "cơ quan phối hợp"]),
])
def test_headings_of_target_tables(head: str, headings: list[str]) -> None:
    header = find_header(lines_of(f"{head}\n1 Số vườn mẫu 4"), 0)
    assert header is not None
    assert [column.heading.text for column in header.columns] == headings
    assert not header.parents


def test_a_year_behind_the_wording_alone_is_no_column() -> None:
    assert find_header(lines_of("STT Chỉ tiêu năm 2026\n1 Số vườn mẫu 4"), 0) is None


@pytest.mark.parametrize("row", ["Quý\nIII/2026\nKế hoạch,\nbáo cáo\nkết quả\nTham mưu ban hành hạ tầng", "Quý III/2026\nKế hoạch\nkết quả\nĐơn vị",
                                 "Ngày\n15/3/2026\nKế hoạch\nkết quả\nĐơn vị"])
def test_a_time_cut_by_its_column_opens_no_header(row: str) -> None:
    assert find_header(lines_of(row), 0) is None


def test_days_open_a_header() -> None:
    header = find_header(lines_of("Ngày Nội dung công việc Đơn vị chủ trì Ghi chú\n02/3 Tổ chức tập huấn"), 0)
    assert header is not None
    assert header.roles[:3] == ("time", "task", "lead")
