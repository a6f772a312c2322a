"""Dumps of tables: what stands in columns of figures, of abbreviated owners and of persons, and headings over two lines."""

from __future__ import annotations

import pytest

from extractors.cell_kinds import is_person, separate_codes, time_fit, unit_fit
from extractors.document import Line, Place, Table
from extractors.flat_content import content
from extractors.flat_pages import _counted
from extractors.text_reader import read_text
from normalizers.citations import find_citations


def _rows(text: str) -> list[list[str]]:
    tables = [block for block in read_text(text.encode("utf-8"), "x").blocks if isinstance(block, Table)]
    assert len(tables) == 1
    return [[cell.text if cell else "" for cell in row] for row in tables[0].grid()][tables[0].header_rows:]


def _header(text: str) -> list[str]:
    table = next(block for block in read_text(text.encode("utf-8"), "x").blocks if isinstance(block, Table))
    return [cell.text if cell else "" for cell in table.grid()[table.header_rows - 1]]


YEARS = """TT Chỉ tiêu Thực hiện
2025
Mục tiêu Cơ quan chủ trì
theo dõi Cơ quan phối hợp 2026 2027 2028
1 Số doanh nghiệp công nghệ số 41 55 70 90 Sở Khoa học và
Công nghệ
Sở Tài chính
2 Tỷ lệ doanh nghiệp dùng hợp đồng điện tử (%)
- Trên 40 Trên 60 Trên 80 Sở Công Thương Sở Tài chính
3 Tỷ lệ người dân có hồ sơ sức khỏe điện
tử - 70% 90% 100% Sở Y tế Công an tỉnh
4 Số bản trắng sóng di động 126 80 30 0 Sở Khoa học và
Công nghệ
Công an tỉnh
5 Số trung tâm dữ liệu đạt chuẩn (trung
tâm) - - 1 1 Sở Khoa học và
Công nghệ
Sở Tài chính
6 Xếp hạng chỉ số chuyển đổi số 35 Top 30 Top 25 Top 20 Sở Nội vụ Sở Tài chính
"""


def test_a_dash_before_values_is_a_year_without_a_value() -> None:
    rows = _rows(YEARS)
    assert [row[2:6] for row in rows] == [["41", "55", "70", "90"], ["-", "Trên 40", "Trên 60", "Trên 80"], ["-", "70%", "90%", "100%"],
                                          ["126", "80", "30", "0"], ["-", "-", "1", "1"], ["35", "Top 30", "Top 25", "Top 20"]]


def test_a_capital_opens_a_heading() -> None:
    assert _header(YEARS)[1:3] == ["Chỉ tiêu", "Thực hiện 2025"]


CODES = """TT Việc cần làm Chủ trì Phối hợp Thời gian Sản phẩm
1 Phát tờ rơi, chạy chữ điện tử tại các ngã tư VHXH KT, CA Tháng 5/2026 3.000 tờ rơi
2 Đối thoại với tiểu thương chợ MTTQ KT 20/5/2026 Biên bản
3 Kẻ vạch sơn, sắp xếp nơi đỗ xe máy KT CA 30/6/2026 24 km vạch sơn
4 Lập hồ sơ xử phạt các trường hợp tái phạm VP CA, KT Thường xuyên Quyết định xử phạt
5 Lấy ý kiến hài lòng của người dân VP VHXH Tháng 10/2026 Báo cáo khảo sát
"""


def test_two_abbreviations_in_a_row_are_two_owners() -> None:
    assert [row[2:4] for row in _rows(CODES)] == [["VHXH", "KT, CA"], ["MTTQ", "KT"], ["KT", "CA"], ["VP", "CA, KT"], ["VP", "VHXH"]]


@pytest.mark.parametrize(("first", "second", "separate"), [("VHXH", "KT", True), ("VP", "HĐND", False), ("MTTQ", "KT", True), ("CA", "QS", True)])
def test_separate_codes(first: str, second: str, separate: bool) -> None:
    assert separate_codes(first, second) is separate


MEASURED = """STT Nội dung chỉ tiêu ĐVT Kết quả 2025 Chỉ tiêu 2026 Đơn vị phụ trách
1 Số tuyến phố văn minh được duy trì Tuyến 6 ≥ 9 KT
2 Bãi giữ xe có phương án giá công khai Bãi - 14 KT
3 Camera giám sát kết nối về trung tâm Mắt 120 200 CA
4 Hộ kinh doanh ký cam kết % 82 Trên 95 VHXH
5 Số vụ cháy Vụ 1 0 CA
"""


def test_anything_counted_is_a_measure_and_abbreviations_behind_a_value_are_its_owner() -> None:
    assert [row[2:] for row in _rows(MEASURED)] == [["Tuyến", "6", "≥ 9", "KT"], ["Bãi", "-", "14", "KT"], ["Mắt", "120", "200", "CA"],
                                                    ["%", "82", "Trên 95", "VHXH"], ["Vụ", "1", "0", "CA"]]


PEOPLE = """STT Đơn vị chủ trì Nhiệm vụ Đơn vị phối hợp Lãnh đạo phụ trách Thời gian Kết quả
1 Phòng Kinh tế Thống kê tổng đàn vật nuôi từng bản Các bản Đ/c Lò Văn Hặc Trước 10/3/2026 Biểu thống kê
2 Trạm Y tế xã Tư vấn, điều trị dự phòng cho người bị chó cắn Công an xã Đ/c Hà Thị Mai Thường xuyên 12 buổi tư vấn
3 Công an xã Kiểm soát vận chuyển gia súc tại khu vực giáp ranh Phòng Kinh tế Đ/c Mùi Văn Sáng Cả năm Biên bản
4 Phòng Kinh tế Hướng dẫn hợp tác xã xây dựng cơ sở an toàn dịch bệnh Chi cục Chăn nuôi và Thú y Đ/c Lò Văn Hặc Quý III/2026 03 cơ sở
5 Văn phòng HĐND và UBND Dự phòng kinh phí; mua hóa chất Phòng Kinh tế Đ/c Mùi Văn Sáng Quý I/2026 Quyết định phân bổ
"""


def test_persons_stand_in_a_column_of_their_own() -> None:
    rows = _rows(PEOPLE)
    assert [row[3] for row in rows] == ["Các bản", "Công an xã", "Phòng Kinh tế", "Chi cục Chăn nuôi và Thú y", "Phòng Kinh tế"]
    assert [row[4] for row in rows] == ["Đ/c Lò Văn Hặc", "Đ/c Hà Thị Mai", "Đ/c Mùi Văn Sáng", "Đ/c Lò Văn Hặc", "Đ/c Mùi Văn Sáng"]


@pytest.mark.parametrize(("text", "person"), [("Đ/c Lò Văn Hặc", True), ("Ông Nguyễn Văn A", True), ("Phòng Kinh tế", False), ("Đ/c A; Phòng Kinh tế", False)])
def test_is_person(text: str, person: bool) -> None:
    assert is_person(text) is person


UNDER = """TT Nhóm nhiệm vụ và công việc
cụ thể
Thời
gian
Phân công thực hiện Dự kiến sản
Chủ trì Phối hợp phẩm
1 Sửa đổi tiêu chí xét tặng danh hiệu Nghệ nhân ưu tú Quý III/2026 Vụ Tổ chức cán bộ Cục Di sản văn hóa Dự thảo Nghị định
2 Tổ chức Tuần lễ Di sản Việt Nam Tháng 11/2026 Cục Di sản văn hóa Cục Du lịch quốc gia Việt Nam Tuần lễ được tổ chức
3 Báo cáo Thủ tướng Chính phủ Tháng 12/2026 Cục Di sản văn hóa Văn phòng Bộ Báo cáo
"""


def test_the_rest_of_a_heading_is_printed_behind_the_owners_under_their_parent() -> None:
    assert _header(UNDER)[3:] == ["Chủ trì", "Phối hợp", "Dự kiến sản phẩm"]
    assert [row[4] for row in _rows(UNDER)] == ["Cục Di sản văn hóa", "Cục Du lịch quốc gia Việt Nam", "Văn phòng Bộ"]


@pytest.mark.parametrize(("before", "number", "bare", "page"), [("Tháng 5,", "11", {"2"}, False), ("Luật Thi đua,", "3", {"2"}, True), ("đoạn 2026 -", "30", set(), False),
                                                              ("Các khoa, phòng", "5", set(), True), ("Luật Thi đua,", "2", set(), True)])
def test_a_number_that_the_line_before_wants_is_no_page(before: str, number: str, bare: set[str], page: bool) -> None:
    lines = [Line(before, Place(lines=(1, 1))), Line(number, Place(lines=(2, 2)))]
    assert _counted(bare, lines, 1) is page


@pytest.mark.parametrize(("text", "time"), [("sáng thứ hai", True), ("sáng quý i/2026", False), ("sáng cả năm", False), ("chiều 15/3/2026", True), ("suốt tháng hành động", True), ("suốt", False)])
def test_a_name_is_no_time_of_day(text: str, time: bool) -> None:
    assert (time_fit(text) > 0.0) is time


def test_a_year_cut_in_two_behind_other_cells() -> None:
    rows = "".join(f"{n} Báo cáo Bộ Nội vụ kết quả đợt {n} 30/{n}/20\n26\nSở Nội vụ\nBáo cáo\n" for n in range(4, 9))
    found = _rows("STT Nội dung hoạt động Thời hạn Cơ quan thực hiện Sản phẩm\n" + rows)
    assert [row[2] for row in found] == [f"30/{n}/2026" for n in range(4, 9)]


@pytest.mark.parametrize("name", ["Các trường tiểu học", "Nhà xuất bản Thế giới", "Làng Văn hóa - Du lịch các dân tộc Việt Nam", "VHXH", "KT"])
def test_owners_by_their_first_words(name: str) -> None:
    assert unit_fit(name) >= 0.6


@pytest.mark.parametrize(("text", "better"), [("UBND phường Cẩm Thành; UBND phường", "UBND phường Cẩm Thành; UBND phường Nghĩa Lộ"),
                                              ("Chi cục Thú y Đ/c Lò Văn Hặc", "Chi cục Thú y"), ("VHXH KT, CA", "VHXH, KT, CA")])
def test_owner_cells_that_hold_more_or_less_than_their_names(text: str, better: str) -> None:
    assert content("support", text.lower(), text) < content("support", better.lower(), better) - 1.0


@pytest.mark.parametrize(("text", "number"), [("Kế hoạch số 515/KH-BCA-BNN& MT ngày 31/8/2025", "515/KH-BCA-BNN&MT"), ("Kế hoạch số 5/KH-UBND & Kế hoạch khác", "5/KH-UBND")])
def test_a_line_may_end_behind_the_ampersand_of_a_number(text: str, number: str) -> None:
    assert [c.number for c in find_citations(text)] == [number]
