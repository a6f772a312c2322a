"""Dumps of thin columns: torn dates and words in headers and cells, padded row numbers, headers repeated under page numbers."""

from __future__ import annotations

import pytest

from extractors.document import Line, Place, Table
from extractors.flat_allotment import find_allotment
from extractors.flat_allotment_columns import find_column_allotment
from extractors.flat_header import find_header
from extractors.flat_known import completes_date, cuts_word
from extractors.flat_pages import is_page_number
from extractors.flat_rows import row_marks
from extractors.flat_stream import stream_of
from extractors.text_reader import read_text


def lines_of(text: str) -> list[Line]:
    return [Line(line, Place(lines=(n, n)), number=n) for n, line in enumerate(text.strip("\n").split("\n"), 1)]


@pytest.mark.parametrize(("text", "roles", "last"), [
    ("STT\nChỉ tiêu Đơn\nvị\ntính\nChỉ tiêu đến Đơn vị chủ trì\ntheo dõi 31/12/\n2025\n2026 2030\n1 Tỷ lệ hồ sơ",
     ("no", "indicator", "measure", "value@2025-12-31", "value@2026", "value@2030", "lead"), 7),
    ("TT Tên nhiệm vụ, đề án\nCơ quan\nchủ trì\nCấp\ntrình/ba\nn hành\nThời\ngian\n1 Đề án", ("no", "task", "lead", "receiver", "time"), 7),
    ("ST\nT\nChỉ tiêu Đơn\nvị\ntính\nChỉ tiêu đến Đơn vị chủ trì\n31/12/2 theo dõi\n025\n2026 2030\n1 Tỷ lệ hồ sơ",
     ("no", "indicator", "measure", "value@2025-12-31", "value@2026", "value@2030", "lead"), 8),
    ("TT Tên chỉ tiêu\nĐơn\nvị\ntính\nLộ trình thực\nhiện Cơ quan phối\nhợp\nCơ quan\nNăm chủ trì\n2026\nNăm\n2030\nI Hạ tầng số",
     ("no", "indicator", "measure", "value@2026", "value@2030", "support", "lead"), 11),
    ("Thời\ngian\nNội dung công việc Người phụ\ntrách\nTháng\n02\nKiểm tra hồ sơ Đ/c A", ("time", "task", "lead"), 3),
])
def test_headers_of_thin_columns(text: str, roles: tuple[str, ...], last: int) -> None:
    header = find_header(lines_of(text), 0)
    assert header is not None
    assert tuple("lead" if role == "owner" else role for role in header.roles) == roles
    assert header.last == last


@pytest.mark.parametrize(("above", "below", "cut"), [
    ("IV/202", "5", True), ("31/12/2", "025", True), ("12/202", "6", True), ("IV/2025", "5", False), ("12/2", "6", False), ("3/20", "Sở", False)])
def test_dates_cut_by_thin_columns(above: str, below: str, cut: bool) -> None:
    stream = stream_of(lines_of(f"Quý\n{above}\n{below}"))
    assert cuts_word(stream, 2) is cut


def test_a_padded_figure_does_not_hide_the_next_group() -> None:
    text = "05 Tỷ lệ hộ\n% 70\n06 Số chợ\nMô\nhình\n01 03 05 Phòng Kinh tế\nIII Xã hội số\n07 Tỷ lệ công dân\n% 90"
    stream = stream_of(lines_of(f"I Chính quyền số\n01 Tỷ lệ a\n02 Tỷ lệ b\n03 Tỷ lệ c\n04 Tỷ lệ d\nII Kinh tế số\n{text}"))
    assert [(m.style, m.path[0]) for m in row_marks(stream, 0, len(stream.words))] == [
        ("roman", 1), *(("digit", n) for n in (1, 2, 3, 4)), ("roman", 2), ("digit", 5), ("digit", 6), ("roman", 3), ("digit", 7)]


def test_shares_of_villages_with_padded_numbers() -> None:
    found = find_allotment(lines_of("STT Tên thôn Số hộ (hộ) Tỷ lệ (%)\n01 Làng Dăm 212 96\n02 Đồng Bành 540 60\n03 Nà Lốc 11 70"), 0)
    assert found is not None
    assert found[0].n_rows == 4


def test_a_header_repeated_under_page_numbers_is_a_table_s() -> None:
    head = "TT Nhiệm vụ\nĐơn vị\nchủ trì\nThời\nhạn\n"
    row = "{n} Rà soát nhu cầu đào tạo của\nđơn vị trực thuộc và báo cáo\nkết quả\nPhòng Nội vụ\nTháng {n}/2026\n"
    pages = ["".join(row.format(n=n) for n in range(a, a + 5)) for a in (1, 6)]
    text = "KẾ HOẠCH\nThực hiện nhiệm vụ\n" + "Đoạn văn mở đầu của kế hoạch nói về mục đích và yêu cầu chung.\n" * 20
    text += "".join(f"{n}\n{head}{page}" for n, page in enumerate([*pages, row.format(n=11)], 2)) + "Nơi nhận:\n- Lưu: VT.\n"
    tables = [b for b in read_text(text.encode(), "x.txt").blocks if isinstance(b, Table)]
    assert [t.n_rows for t in tables] == [12]


def test_row_numbers_on_lines_of_their_own_at_an_even_beat_are_no_pages() -> None:
    row = "{n}\n" + "Biên soạn tài liệu\n" * 16 + "Phòng Nội vụ\nTháng {n}/2026\n"
    text = "KẾ HOẠCH\n" + "Đoạn văn mở đầu của kế hoạch nói về mục đích và yêu cầu chung.\n" * 20
    text += "TT Nhiệm vụ\nĐơn vị\nchủ trì\nThời\nhạn\n" + "".join(row.format(n=n) for n in range(1, 6))
    blocks = read_text(text.encode(), "x.txt").blocks
    assert [b.n_rows for b in blocks if isinstance(b, Table)] == [6]


def furniture_of(text: str) -> list[str]:
    return [line.text for line in read_text(text.encode(), "x.txt").lines() if line.furniture]


PROSE = "Đoạn văn mở đầu của kế hoạch nói về mục đích và yêu cầu chung.\n" * 30
WORDING = "Biên soạn tài liệu\n"


def test_row_numbers_that_count_on_nearer_than_pages_are_no_pages() -> None:
    row = {n: f"{n}\n{WORDING * size}Phòng Nội vụ\nTháng {n}/2026\n" for n, size in enumerate((13, 17, 18, 17, 9, 9), 1)}
    assert furniture_of(PROSE + "TT Nhiệm vụ Đơn vị chủ trì Thời hạn\n" + "".join(row.values())) == []


def test_row_numbers_behind_their_forerunners_are_no_pages() -> None:
    group = "".join(f"{n}\n{WORDING * 12}Phòng Nội vụ\nTháng {n}/2026\n" for n in (1, 2, 3, 4))
    assert furniture_of(PROSE + "2\nTT Nhiệm vụ Đơn vị chủ trì Thời hạn\nI Hoàn thiện thể chế\n" + group + "II Phát triển hạ tầng\n" + group) in ([], ["2"])


def test_the_rest_of_a_date_is_no_page_number() -> None:
    assert completes_date("Hoàn thành trước 30/11/202", "6") and not completes_date("Phòng Nội vụ", "6")


def test_a_row_that_reads_like_headings_ends_no_table() -> None:
    text = "TT Nhiệm vụ Cơ quan chủ trì Cơ quan phối hợp Thời gian\n" + "".join(
        f"{n}\nBan hành Thông tư hướng dẫn quản lý\n{what}\nCác bộ, ngành\nliên quan\nTháng 8\nnăm 2026\n" for n, what in enumerate(("kinh phí", "Chương trình", "Đề án", "kết quả"), 1))
    assert [b.n_rows for b in read_text(text.encode(), "x.txt").blocks if isinstance(b, Table)] == [5]


def test_the_number_of_a_long_page_before_a_repeated_header() -> None:
    lines = lines_of("x\n" * 260 + "2\nTT Nhiệm vụ")
    assert is_page_number(lines, 260, headed=True) and not is_page_number(lines, 260)


def test_a_thin_measure_of_shares_by_columns() -> None:
    text = "STT\nChỉ tiêu giao ĐVT Toàn xã Thôn Ngòi Thôn Cạn\n1 Lượt khách lượt 38 16 22\n2 Chủ thể đăng ký sản\nphẩm mới\nchủ\nthể\n5 2 3"
    found = find_column_allotment(lines_of("1. Giao chỉ tiêu cho các thôn\n" + text), 1)
    assert found is not None
    assert [cell.text if cell else "" for cell in found[0].grid()[2]] == ["2", "Chủ thể đăng ký sản phẩm mới", "chủ thể", "5", "2", "3"]


def test_the_torn_date_of_a_heading_is_whole_in_the_table() -> None:
    text = "STT\nChỉ tiêu\nChỉ tiêu đến Đơn vị chủ trì\n31/12/2 theo dõi\n025\n2026\n1 Tỷ lệ hồ sơ trực tuyến\n80 85 Công an xã\n2 Tỷ lệ hồ sơ số hóa\n90 95 Phòng Kinh tế\n"
    table, = [b for b in read_text(text.encode(), "x.txt").blocks if isinstance(b, Table)]
    assert "31/12/2025" in [cell.text for cell in table.cells if cell.row < 2]
